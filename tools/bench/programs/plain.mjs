// What the programs for layout libraries share: boxes as JSON in, a plain SVG out. The libraries only place boxes.
import { readFileSync, writeFileSync } from "node:fs";

const FONT = 14, LINE = 17, MARGIN = 8;

/** Return the boxes of a file: [{id, lines, parent, width, height}], every one after its parent. */
export function readBoxes(file) {
  return JSON.parse(readFileSync(file, "utf-8")).map((box) => ({ ...box, ...sizeOf(box.lines) }));
}

function sizeOf(lines) {
  const widths = lines.map((line) => [...line].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.52), 0));
  return { width: Math.max(...widths) * FONT + 2 * MARGIN, height: lines.length * LINE + 2 * MARGIN };
}

/** Write boxes with x and y, and lines through points, as SVG. */
export function writeSvg(file, boxes, lines) {
  let left = Infinity, right = -Infinity, bottom = 0;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left - MARGIN} ${-MARGIN} ` +
      `${right - left + 2 * MARGIN} ${bottom + 2 * MARGIN}" font-family="sans-serif" font-size="${FONT}" ` +
      'text-anchor="middle" fill="none" stroke="#666">',
    ...lines.map((points) => `<polyline points="${points.map(([x, y]) => `${x},${y}`).join(" ")}"/>`),
    ...boxes.map(drawn),
    "</svg>",
  ];
  writeFileSync(file, parts.join("\n"));
}

function drawn({ x, y, width, height, lines }) {
  const texts = lines.map(
    (line, number) =>
      `<text x="${x + width / 2}" y="${y + MARGIN + (number + 0.8) * LINE}" fill="#000" stroke="none">${escaped(line)}</text>`,
  );
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>${texts.join("")}`;
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
