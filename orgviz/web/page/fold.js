// Collapse and expand. A collapsed box says how many are below it; empty bands close up, and the order of all
// that is left stays, so that the map that somebody has in mind stays true.

const knobs = new Map();
const ON_BORDER = 0.7; // points

/** Collapse or expand below a box. */
function fold(card, folded) {
  if (!card.children.length || card.folded === folded) return;
  const before = boxOf(card);
  setFolded(card, folded);
  showAndHide();
  keepUnderEyes(before, boxOf(card));
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

/** Let a box stay where it is on the screen while the chart closes up around it. */
function keepUnderEyes(before, now) {
  view.x += (before.x - now.x) * view.scale;
  view.y += (before.y - now.y) * view.scale;
  moved();
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
  squeeze();
  for (const knob of knobs.values()) knob.remove();
  knobs.clear();
  keepChoice();
  for (const card of order) drawKnob(card);
}

/** Whoever was on a box that is hidden now is on the one that hides it. */
function keepChoice() {
  const shownAbove = (card) => (card.hidden ? above(card).find((one) => !one.hidden) : card);
  pointed = pointed?.hidden ? null : pointed;
  const hadFocus = current.element === document.activeElement;
  if (current.hidden) {
    setCurrent(shownAbove(current));
    if (hadFocus) current.element.focus({ preventScroll: true });
  }
  if (!chosen) return;
  if (chosen.hidden && !panel.hidden) showDetails(shownAbove(chosen));
  choose(shownAbove(chosen));
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
  const width = Math.max(14, 6 + 6 * text.length);
  const { x, y } = card.folded ? cornerOf(card, width) : exitOf(card);
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

/** Where a count stands: at the lower right corner, where it covers no name. */
function cornerOf(card, width) {
  const box = boxOf(card);
  return { x: box.x + box.width - width / 2 - 3, y: box.y + box.height + 3 };
}

/** Where the lines to those below leave a box. */
function exitOf(card) {
  card.exit ??= baseExit(card);
  const base = baseBox(card);
  const now = boxOf(card);
  return { x: card.exit.x + now.x - base.x, y: card.exit.y + now.y - base.y };
}

/** The same as it was laid out. */
function baseExit(card) {
  const box = baseBox(card);
  for (const child of card.children) {
    const [start] = child.joints;
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
