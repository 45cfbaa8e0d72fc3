// Collapse and expand. A collapsed box says how many are below it; nothing else moves, so that the map that
// somebody has in mind stays true, and lines keep clear of boxes as they were laid out to.

const knobs = new Map();
const ON_BORDER = 0.7; // points

/** Collapse or expand below a box. */
function fold(card, folded) {
  if (!card.children.length || card.folded === folded) return;
  setFolded(card, folded);
  showAndHide();
  tell(folded ? `${card.said.name}: ${word("hidden", countBelow(card))}` : `${card.said.name}: ${word("open")}`);
}

function foldAll(folded) {
  for (const card of order) {
    // Of a chart that is one tree the first level stays: a single box would tell nothing.
    const stays = folded && roots.length === 1 && card.level === 1;
    if (card.children.length) setFolded(card, folded && !stays);
  }
  showAndHide();
  tell(word(folded ? "fold_all" : "open_all"));
}

/** Expand all that stands above a box. */
function unfoldTo(card) {
  const closed = above(card).filter((one) => one.folded);
  for (const one of closed) setFolded(one, false);
  if (closed.length) showAndHide();
}

function setFolded(card, folded) {
  card.folded = folded;
  card.element.setAttribute("aria-expanded", String(!folded));
}

function showAndHide() {
  for (const card of order) {
    const hidden = Boolean(card.parent && (card.parent.hidden || card.parent.folded));
    if (hidden === card.hidden) continue;
    card.hidden = hidden;
    card.element.classList.toggle("away", hidden);
    card.edge?.classList.toggle("away", hidden);
  }
  for (const { element, from, to } of links) element?.classList.toggle("away", from.hidden || to.hidden);
  for (const card of order) drawKnob(card);
}

/** Draw the knob of a box: the count where it is collapsed, a minus sign where it is pointed at. */
function drawKnob(card) {
  const shown = card.children.length && !card.hidden && (card.folded || card === lit);
  const text = card.folded ? `+${countBelow(card)}` : "−";
  const old = knobs.get(card);
  if (old && shown && old.dataset.text === text) return;
  old?.remove();
  knobs.delete(card);
  if (shown) knobs.set(card, makeKnob(card, text));
}

function makeKnob(card, text) {
  const { x, y } = exitOf(card);
  const width = Math.max(14, 6 + 6 * text.length);
  const knob = makeShape("g", { class: card.folded ? "knob closed" : "knob", "aria-hidden": "true" });
  knob.dataset.text = text;
  const shape = { x: x - width / 2, y: y - 7, width, height: 14, rx: 7 };
  const label = makeShape("text", { x, y: y + 3.4, "text-anchor": "middle" });
  label.textContent = text;
  knob.append(makeShape("rect", shape), label);
  knob.addEventListener("click", (event) => {
    event.stopPropagation();
    fold(card, !card.folded);
  });
  knob.addEventListener("pointerenter", () => pointAt(card));
  svg.append(knob);
  return knob;
}

/** Where the lines to those below leave a box. */
function exitOf(card) {
  const box = boxOf(card);
  for (const child of card.children) {
    const [start] = pointsOf(child.edge);
    if (start && onBorder(start, box)) return start;
  }
  return { x: box.x + box.width / 2, y: box.y + box.height };
}

function onBorder({ x, y }, box) {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const inside = x > box.x - ON_BORDER && x < right + ON_BORDER && y > box.y - ON_BORDER && y < bottom + ON_BORDER;
  const deep = x > box.x + ON_BORDER && x < right - ON_BORDER && y > box.y + ON_BORDER && y < bottom - ON_BORDER;
  return inside && !deep;
}

/** The joints of a line; none of a curve, whose points are none. */
function pointsOf(edge) {
  const path = edge?.querySelector("path")?.getAttribute("d") ?? "";
  if (path.includes("C")) return [];
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[2 * i], y: numbers[2 * i + 1] }));
}
