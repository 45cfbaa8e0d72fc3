// The chart: its boxes as objects, each with its element, what stands above and below it, and its links.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const find = (selector) => document.querySelector(selector);
const page = document.documentElement;
const data = JSON.parse(find("script.data").textContent);
const stage = find(".stage");
const sheet = find(".sheet");
const svg = sheet.querySelector("svg");
const whole = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };

const cards = data.cards.map((said, number) => ({
  number,
  said,
  element: document.getElementById(data.prefix + said.id),
  edge: document.getElementById(`${data.prefix}edge-${said.id}`),
  parent: null,
  children: [],
  links: [],
  level: 1,
  folded: false,
  hidden: false,
}));
const links = data.links.map((said) => ({
  said,
  from: cards[said.from],
  to: cards[said.to],
  element: said.id ? document.getElementById(data.prefix + said.id) : null,
}));
const byElement = new Map(cards.map((card) => [card.element, card]));
const byUnit = new Map();
const order = [];

/** The page's word for something, with a number in it where it has one. */
function word(key, n = "") {
  return data.words[key].replace("{n}", n);
}

/** Let those who listen know what has happened. */
function tell(text) {
  find(".told").textContent = text;
}

/** An element with text and attributes; texts are never read as markup. */
function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** The same for a shape in the chart. */
function makeShape(tag, attributes = {}) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** The rectangle of a box as it was laid out, in points of the chart. */
function baseBox(card) {
  card.base ??= card.element.querySelector("polygon, rect, path").getBBox();
  return card.base;
}

/** The rectangle of a box where it is now. */
function boxOf(card) {
  const { x, y, width, height } = baseBox(card);
  card.box ??= { x: mapX(x + width / 2) - width / 2, y: mapY(y + height / 2) - height / 2, width, height };
  return card.box;
}

/** Those above a box, the nearest first. */
function above(card) {
  const found = [];
  for (let next = card.parent; next; next = next.parent) found.push(next);
  return found;
}

/** How many boxes stand below one. */
function countBelow(card) {
  let count = 0;
  const waiting = [...card.children];
  while (waiting.length) {
    count += 1;
    waiting.push(...waiting.pop().children);
  }
  return count;
}

/** Who holds it, or who leads it: what stands beside a name. */
function people(card) {
  const { holders, vacant, rows = [] } = card.said;
  const heads = rows.filter((row) => row.head).map((row) => row.holders || row.vacant || row.name);
  return [holders, vacant, ...heads].filter(Boolean).join(", ");
}

function joinCards() {
  const roots = [];
  for (const card of cards) {
    const { parent, unit, rows = [] } = card.said;
    card.parent = parent === undefined ? null : cards[parent];
    (card.parent ? card.parent.children : roots).push(card);
    if (!byUnit.has(unit)) byUnit.set(unit, card);
    for (const row of rows) if (row.unit !== undefined && !byUnit.has(row.unit)) byUnit.set(row.unit, card);
  }
  const waiting = roots.slice().reverse();
  while (waiting.length) {
    const card = waiting.pop();
    card.level = card.parent ? card.parent.level + 1 : 1;
    order.push(card);
    card.joints = pointsOf(card.edge);
    for (let i = card.children.length - 1; i >= 0; i -= 1) waiting.push(card.children[i]);
  }
  for (const link of links) {
    link.from.links.push(link);
    if (link.to !== link.from) link.to.links.push(link);
  }
  return roots;
}

/** The joints of a line; none of a curve. */
function pointsOf(edge) {
  const path = edge?.querySelector("path")?.getAttribute("d") ?? "";
  if (path.includes("C")) return [];
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[2 * i], y: numbers[2 * i + 1] }));
}

const roots = joinCards();
