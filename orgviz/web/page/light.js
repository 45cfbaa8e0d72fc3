// Highlights: the way from a box up to the root, and the links of the box with those at their other ends.

let lit = null; // the box whose way is shown
let pointed = null; // under the pointer
let chosen = null; // selected, or with the keyboard on it
let marked = [];

const wires = makeShape("path", { class: "wires", "aria-hidden": "true" });
const ring = makeShape("rect", { class: "ring", "aria-hidden": "true", visibility: "hidden" });
sheet.querySelector("g.graph").insertBefore(wires, cards[0]?.element ?? null);
svg.append(ring);

function pointAt(card) {
  pointed = card;
  relight();
}

function choose(card) {
  const again = chosen === card;
  chosen = card;
  const box = boxOf(card);
  const around = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, visibility: "visible" };
  for (const [name, value] of Object.entries(around)) ring.setAttribute(name, value);
  // Its line may have moved.
  if (again && lit === card) lit = null;
  relight();
}

function unchoose() {
  chosen = null;
  ring.setAttribute("visibility", "hidden");
  relight();
}

function relight() {
  const next = pointed ?? chosen;
  if (next === lit) return;
  const last = lit;
  lit = next;
  for (const element of marked) element.classList.remove("lit", "linked");
  marked = [];
  if (lit) markWay(lit);
  if (last) drawKnob(last);
  if (lit) drawKnob(lit);
}

function markWay(card) {
  const way = [card, ...above(card)];
  for (const one of way) mark(one.element, "lit");
  wires.setAttribute("d", way.map(wholeLine).join(""));
  mark(wires, "lit");
  for (const link of card.links) {
    if (link.element) mark(link.element, "lit");
    mark((link.from === card ? link.to : link.from).element, "linked");
  }
}

function mark(element, name) {
  element.classList.add(name);
  marked.push(element);
}

/** The whole line down to a box. What it shares with its siblings' lines is drawn only once, with one of theirs. */
function wholeLine(card) {
  const points = pointsOf(card.edge);
  if (!points.length) return card.edge?.querySelector("path")?.getAttribute("d") ?? "";
  const siblings = (card.parent?.children ?? []).filter((one) => one !== card).map((one) => pointsOf(one.edge));
  const parts = [points];
  for (let turns = 0; turns < siblings.length; turns += 1) {
    const before = beginningOf(parts[0][0], siblings);
    if (!before) break;
    parts.unshift(before);
  }
  return parts.map((part) => `M${part.map(({ x, y }) => `${x} ${y}`).join("L")}`).join("");
}

/** The part of a sibling's line that leads to a point on it; nothing where the point is where lines begin. */
function beginningOf(point, siblings) {
  for (const line of siblings) {
    for (let i = 1; i < line.length; i += 1) {
      if (i === 1 && isAt(point, line[0])) break;
      if (isBetween(point, line[i - 1], line[i])) return [...line.slice(0, i), point];
    }
  }
  return null;
}

function isAt(a, b) {
  return Math.abs(a.x - b.x) < 0.02 && Math.abs(a.y - b.y) < 0.02;
}

function isBetween(point, a, b) {
  const level = Math.abs(a.y - b.y) < 0.02 && Math.abs(point.y - a.y) < 0.02;
  const upright = Math.abs(a.x - b.x) < 0.02 && Math.abs(point.x - a.x) < 0.02;
  const lies = (value, one, other) => value >= Math.min(one, other) - 0.02 && value <= Math.max(one, other) + 0.02;
  return (level && lies(point.x, a.x, b.x)) || (upright && lies(point.y, a.y, b.y));
}
