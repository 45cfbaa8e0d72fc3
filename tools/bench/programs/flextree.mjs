// node flextree.mjs BOXES.json OUT.svg: d3-flextree places the boxes as a tidy tree; a forest hangs from a point.
import { flextree } from "d3-flextree";
import { readBoxes, writeSvg } from "./plain.mjs";

const ACROSS = 20, BETWEEN = 40;

const [boxesFile, output] = process.argv.slice(2);
const boxes = readBoxes(boxesFile);
const top = { width: 0, height: 0, reports: [] };
const byId = new Map();
for (const box of boxes) {
  byId.set(box.id, { ...box, reports: [] });
  (byId.get(box.parent) ?? top).reports.push(byId.get(box.id));
}
const layout = flextree({
  children: (box) => box.reports,
  nodeSize: ({ data }) => (data === top ? [0, 0] : [data.width + ACROSS, data.height + BETWEEN]),
});
const tree = layout.hierarchy(top);
layout(tree);

const placed = [], lines = [];
tree.each(({ data, parent, x, y }) => {
  if (data === top) return;
  placed.push({ ...data, x: x - data.width / 2, y });
  if (parent.data === top) return;
  const turn = y - BETWEEN / 2;
  lines.push([[parent.x, parent.y + parent.data.height], [parent.x, turn], [x, turn], [x, y]]);
});
writeSvg(output, placed, lines);
