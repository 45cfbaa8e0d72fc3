// node viz.mjs GRAPH.dot OUT.svg: the newest Graphviz, as WebAssembly, lays the graph out and draws it.
import { readFileSync, writeFileSync } from "node:fs";
import { instance } from "@viz-js/viz";

const [graph, output] = process.argv.slice(2);
const viz = await instance();
if (graph === "--version") console.log(viz.graphvizVersion);
else writeFileSync(output, viz.renderString(readFileSync(graph, "utf-8"), { engine: "dot", format: "svg" }));
