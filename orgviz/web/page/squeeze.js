// What is left after collapsing closes up: bands that have become empty from edge to edge are made narrow.
// Both coordinates are mapped by a function that only grows, so that what was left of something stays left of it,
// what was above stays above, right angles stay right, and no line comes to cross a box that it went around.

const BAND = 26; // points: a wider empty band is made this narrow
const LINE_ROOM = 3; // points on either side of a line

let pieces = null; // everything in the chart with its place as it was laid out

const same = (value) => value;
let mapX = same;
let mapY = same;

function squeeze() {
  pieces ??= [...svg.querySelectorAll("g.graph > g")].map(pieceOf);
  const shown = pieces.filter(({ element }) => !element.classList.contains("away"));
  const folded = cards.some((card) => card.hidden);
  mapX = folded ? mapping(shown.flatMap(({ across }) => across)) : same;
  mapY = folded ? mapping(shown.flatMap(({ down }) => down)) : same;
  for (const piece of shown) place(piece);
}

/** A group with what it takes up: a line its joints, all else its rectangle. */
function pieceOf(element) {
  const path = element.classList.contains("edge") ? element.querySelector("path") : null;
  const solid = path ? [...element.children].filter((child) => child.tagName === "polygon" || child.tagName === "text") : [element];
  const areas = solid.map(rectOf);
  const joints = path ? jointsOf(path.getAttribute("d")) : [];
  return {
    element,
    path,
    written: path?.getAttribute("d"),
    solid,
    areas,
    across: [...areas.map(({ x, width }) => [x, x + width]), ...joints.map(([x]) => [x - LINE_ROOM, x + LINE_ROOM])],
    down: [...areas.map(({ y, height }) => [y, y + height]), ...joints.map(([, y]) => [y - LINE_ROOM, y + LINE_ROOM])],
  };
}

function rectOf(element) {
  const card = byElement.get(element);
  return card ? baseBox(card) : element.getBBox();
}

function jointsOf(written) {
  const numbers = written.match(/-?[\d.]+/g).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
}

/** The function that makes wide gaps between the stretches narrow. */
function mapping(stretches) {
  const joined = [];
  for (const [low, high] of stretches.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else joined.push([low, high]);
  }
  const stops = [[0, 0]]; // where it bends, and where that comes to lie
  let end = 0;
  for (const [low, high] of joined) {
    const [, to] = stops.at(-1);
    const gap = Math.min(Math.max(low - end, 0), BAND);
    stops.push([low, to + gap], [high, to + gap + high - low]);
    end = high;
  }
  return (value) => interpolate(stops, value);
}

function interpolate(stops, value) {
  let low = 0;
  let high = stops.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (stops[middle][0] <= value) low = middle;
    else high = middle;
  }
  const [a, toA] = stops[low];
  const [b, toB] = stops[high];
  const last = stops.at(-1);
  if (value >= last[0]) return last[1] + value - last[0];
  return b === a ? toB : toA + ((value - a) * (toB - toA)) / (b - a);
}

function place({ element, path, written, solid, areas }) {
  if (path) path.setAttribute("d", mapX === same ? written : mappedPath(written));
  solid.forEach((part, i) => {
    const { x, y, width, height } = areas[i];
    // A rectangle keeps its size: no gap lies within it. Its middle is safe from rounding at its edges.
    const dx = mapX(x + width / 2) - x - width / 2;
    const dy = mapY(y + height / 2) - y - height / 2;
    if (dx || dy) part.setAttribute("transform", `translate(${dx.toFixed(2)} ${dy.toFixed(2)})`);
    else part.removeAttribute("transform");
  });
  const card = byElement.get(element);
  if (card) card.box = null;
}

/** A line with each of its points moved; x and y take turns. */
function mappedPath(written) {
  let turn = 0;
  return written.replace(/-?[\d.]+/g, (number) => {
    turn += 1;
    return (turn % 2 ? mapX : mapY)(Number(number)).toFixed(2);
  });
}
