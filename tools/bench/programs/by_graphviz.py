"""Draw an org chart as people do: `python by_graphviz.py BOXES.json OUT.svg`, with the `graphviz` package and `dot`."""

import json
import sys
from pathlib import Path

import graphviz

boxes, output = sys.argv[1:]
chart = graphviz.Digraph(node_attr={"shape": "box"})
for box in json.loads(Path(boxes).read_text(encoding="utf-8")):
    chart.node(box["id"], "\n".join(box["lines"]))
    if box["parent"] is not None:
        chart.edge(box["parent"], box["id"])
Path(output).write_bytes(chart.pipe(format="svg"))
