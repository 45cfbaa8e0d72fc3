"""The languages in which graphs are written as code, each by its lines: Mermaid, PlantUML, its breakdowns, and DOT."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orgviz.patterns import pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """How a language writes a graph.

    Args:
        opens: the line with which a graph begins.
        setting: a line that says nothing of nodes and edges.
        arrow: what stands between two nodes.
        node: a node by its `id`, or a `text` that names it; what it is called by its `label`, else by that text; and
            by which `alias` it goes from then on.
        closes: the line with which a graph ends; nothing where it ends with the last line that is code.
        holds: a line that names a node in which those up to the closing bracket stand.
        dotted: the arrow of a relation beside the line of command.
        groups: a line that names a group in which the nodes stand that follow, up to the line that ends it.
        levels: a line that names a node by as many signs as it stands deep, and its `label`.
    """

    opens: re.Pattern[str]
    setting: re.Pattern[str]
    arrow: re.Pattern[str]
    node: re.Pattern[str]
    closes: re.Pattern[str] | None = None
    holds: re.Pattern[str] | None = None
    groups: re.Pattern[str] | None = None
    levels: re.Pattern[str] | None = None
    dotted: re.Pattern[str] | None = None


MERMAID = Notation(
    opens=pattern(r"\s*(?:graph|flowchart) (?:TD|TB|LR|RL|BT);?\s*"),
    setting=pattern(r"\s*(?:%%.*|direction \w+|(?:style|classDef|class|linkStyle|click)\s.*)?\s*;?\s*"),
    arrow=pattern(r"\s*(?:-->|---|==>|-\.+->)\s*(?:\|[^|]*\|)?\s*"),
    node=pattern(
        r"(?P<id>\w[\w.-]*)\s*(?:(?:(?P<square>\[(?![(\[]))|[\[({>]{1,2})\s*(?P<quote>\")?/?(?P<label>[^\]\[{}\"]*?)"
        r"/?(?(quote)\")\s*(?(square)\]|[\])}]{1,2}))?(?::::?\w+)?\s*;?"
    ),
    groups=pattern(
        r"\s*(?:(?P<end>end)|subgraph(?:\s+\"(?P<quoted>[^\"]+)\"|\s+(?P<id>[\w.-]+)\s*(?:\[\"?(?P<label>[^\]\"]+)\"?\])?"
        r"|\s+(?P<words>[^\[\]\"]+))?)\s*;?\s*"
    ),
    dotted=pattern(r"\s*-\.+->"),
)
_SHAPES = "rectangle|component|node|package|frame|folder|cloud|card|agent|actor|person|boundary|usecase|class|object"
PLANTUML = Notation(
    opens=pattern(r"\s*@startuml\b.*"),
    setting=pattern(
        r"\s*(?:'.*|!.*|(?:title|skinparam|hide|show|scale|caption|header|footer|note|legend|end ?note|end ?legend"
        r"|left to|top to|allow_?mixing)\b.*|[{}]|<.*)?\s*",
        re.IGNORECASE,
    ),
    arrow=pattern(r"\s*(?<![\w>])(?:[-.=]{1,3}(?:\[[^\]]*\])?(?:up|down|left|right|[udlr])?[-.=]{0,3}>{1,2}|--)\s*"),
    node=pattern(
        rf"(?:(?:{_SHAPES})\s+)?(?:(?P<open>[\"\[:(])(?P<text>[^\"\[\]:()]+)[\"\]:)]|(?P<id>(?!as\b)\w[\w.]*))"
        r"(?:\s*<<[^<>]*>>)?(?:\s+as\s+(?P<alias>\w+))?(?:\s*#\w+)?(?:\s*:\s.*)?\s*"
    ),
    closes=pattern(r"\s*@enduml\s*"),
    holds=pattern(rf"\s*(?:{_SHAPES})\s.*\{{\s*"),
)
DOT = Notation(
    opens=pattern(r"\s*(?:strict\s+)?(?:di)?graph\s*(?:[\w\"]+\s*)?\{\s*", re.IGNORECASE),
    setting=pattern(
        r"\s*(?://.*|#.*|(?:node|edge|graph)\s*\[.*|\w+\s*=\s*[^\[\]]*;?|subgraph\b.*|\{\s*rank\s*=.*|[{}])?\s*;?\s*",
        re.IGNORECASE,
    ),
    arrow=pattern(r"\s*-[->]\s*"),
    node=pattern(
        r"(?:\"(?P<text>[^\"]+)\"|(?P<id>\w+))\s*(?:\[(?:[^\[\]\"]*?\blabel\s*=\s*\"(?P<label>[^\"]*)\")?[^\[\]]*\])?"
        r"\s*;?"
    ),
    closes=pattern(r"\}\s*"),
)
BREAKDOWN = Notation(
    opens=pattern(r"\s*@start(?:wbs|mindmap)\b.*"),
    setting=PLANTUML.setting,
    arrow=PLANTUML.arrow,
    node=PLANTUML.node,
    closes=pattern(r"\s*@end(?:wbs|mindmap)\s*"),
    levels=pattern(r"\s*(?P<depth>[*+#-]{1,20})(?:\[#\w+\])?[_<>]?\s+(?P<label>\S.*?)\s*"),
)
NOTATIONS = (MERMAID, PLANTUML, DOT, BREAKDOWN)
