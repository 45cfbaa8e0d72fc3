// node d2.mjs CHART.d2 OUT.svg: D2, as WebAssembly, with the layout that it takes by itself (dagre).
import { readFileSync, writeFileSync } from "node:fs";
import { D2 } from "@terrastruct/d2";

const [chart, output] = process.argv.slice(2);
const d2 = new D2();
const { diagram, renderOptions } = await d2.compile(readFileSync(chart, "utf-8"));
writeFileSync(output, await d2.render(diagram, { ...renderOptions, noXMLTag: true }));
process.exit(0); // its worker would keep the process
