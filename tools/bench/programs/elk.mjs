// node elk.mjs BOXES.json OUT.svg: elkjs places the boxes in layers, and routes the lines at right angles.
import ELK from "elkjs";
import { readBoxes, writeSvg } from "./plain.mjs";

const [boxesFile, output] = process.argv.slice(2);
const boxes = readBoxes(boxesFile);
const placed = await new ELK().layout({
  id: "root",
  layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN", "elk.edgeRouting": "ORTHOGONAL" },
  children: boxes.map(({ id, width, height, lines }) => ({ id, width, height, lines })),
  edges: boxes
    .filter((box) => box.parent !== null)
    .map((box) => ({ id: `to-${box.id}`, sources: [box.parent], targets: [box.id] })),
});
const lines = placed.edges.flatMap((edge) =>
  edge.sections.map((one) =>
    [one.startPoint, ...(one.bendPoints ?? []), one.endPoint].map(({ x, y }) => [x, y]),
  ),
);
writeSvg(output, placed.children, lines);
