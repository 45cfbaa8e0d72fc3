// What a reader sees of every chart on this page, in the charts' own units (points).
// Leaves nothing in the page but <pre id="measured"> with a list, one object for each <svg>, in order.
"use strict";

const rounded = (number) => Math.round(number * 100) / 100;

/** The box of an element as [left, top, right, bottom], by a matrix into the units of its chart. */
function boxOf(element, toChart) {
  const { x, y, width, height } = element.getBBox();
  const matrix = toChart.multiply(element.getScreenCTM());
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]]
    .map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
  const xs = corners.map((corner) => corner.x), ys = corners.map((corner) => corner.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(rounded);
}

/** A colour as [red, green, blue], nothing for a paint that covers nothing. */
function colorOf(paint) {
  const numbers = (paint.match(/^rgba?\((.+)\)$/) || ["", ""])[1].split(/[ ,/]+/).map(Number);
  return numbers.length < 3 || numbers[3] === 0 ? null : numbers.slice(0, 3);
}

/** Relative luminance by WCAG 2. */
function luminance(color) {
  const [red, green, blue] = color.map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

const holds = (box, x, y) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3];

/** All filled shapes of a chart, in the order in which they are painted. */
function paintedShapes(svg, toChart) {
  return [...svg.querySelectorAll("rect, polygon, path, ellipse, circle")]
    .map((shape) => ({ shape, fill: colorOf(getComputedStyle(shape).fill), box: boxOf(shape, toChart) }))
    .filter(({ fill }) => fill);
}

/** The colour under a point of a text: that of the last shape that was painted there before it. */
function paperUnder(text, x, y, shapes) {
  const under = shapes.filter(({ shape, box }) => holds(box, x, y)
    && shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
    && shape.isPointInFill(new DOMPoint(x, y)));
  return under.length ? under[under.length - 1].fill : [255, 255, 255];
}

/** Every piece of a text with a style of its own. */
const piecesOf = (text) => [text, ...text.querySelectorAll("tspan")]
  .filter((piece) => [...piece.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.data.trim()));

function measureText(text, shapes, toChart) {
  const box = boxOf(text, toChart);
  const paper = paperUnder(text, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, shapes);
  const styles = piecesOf(text).map((piece) => getComputedStyle(piece));
  // A font's own line is higher than its letters, so height is told from the line on which they stand.
  const baseline = text.getStartPositionOfChar(0).y;
  const size = Math.max(...styles.map((style) => parseFloat(style.fontSize)));
  return {
    text: text.textContent,
    box: [box[0], rounded(baseline - 0.8 * size), box[2], rounded(baseline + 0.2 * size)],
    sizes: styles.map((style) => rounded(parseFloat(style.fontSize))),
    contrast: rounded(Math.min(...styles.map((style) => contrast(colorOf(style.fill), paper)))),
  };
}

function measureNode(group, shapes, toChart) {
  const area = (box) => (box[2] - box[0]) * (box[3] - box[1]);
  const boxes = [...group.querySelectorAll("rect, polygon, path, ellipse")].map((shape) => boxOf(shape, toChart));
  return {
    id: group.id,
    box: boxes.reduce((largest, box) => (area(box) > area(largest) ? box : largest)),
    texts: [...group.querySelectorAll("text")].filter((text) => text.textContent.trim())
      .map((text) => measureText(text, shapes, toChart)),
  };
}

/** Points along the lines of an edge, two units apart; arrow heads are no lines. */
function pointsOf(group, toChart) {
  return [...group.querySelectorAll("path, polyline, line")].flatMap((line) => {
    const matrix = toChart.multiply(line.getScreenCTM()), length = line.getTotalLength();
    const steps = Math.max(1, Math.ceil(length / 2));
    return Array.from({ length: steps + 1 }, (_, step) => line.getPointAtLength((length * step) / steps))
      .map((point) => point.matrixTransform(matrix)).map((point) => [rounded(point.x), rounded(point.y)]);
  });
}

function measureChart(svg) {
  const toChart = svg.getScreenCTM().inverse();
  const shapes = paintedShapes(svg, toChart);
  const { width, height } = svg.viewBox.baseVal;
  return {
    width, height,
    attributes: [svg.getAttribute("width"), svg.getAttribute("height")],
    nodes: [...svg.querySelectorAll("g.node")].map((group) => measureNode(group, shapes, toChart)),
    edges: [...svg.querySelectorAll("g.edge")].map((group) => ({
      id: group.id, classes: [...group.classList], points: pointsOf(group, toChart),
    })),
    others: [...svg.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() && !text.closest("g.node"))
      .map((text) => measureText(text, shapes, toChart)),
  };
}

const measured = [...document.querySelectorAll("svg")].map(measureChart);
document.body.innerHTML = '<pre id="measured"></pre>';
document.getElementById("measured").textContent = JSON.stringify(measured);
