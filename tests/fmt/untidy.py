"""YAML as nobody should write it: any indentation, style, quotes, blank lines and comments, at random."""

import json

from hypothesis import strategies as st

from orgviz.export.yaml_text import as_key, inline
from tests.strategies import TRICKY

words = st.sampled_from(
    (*TRICKY, "A", "B C", "销售部", "long " * 8 + "text", "a\nb", "a\n\nb\n", " a\nb", "# no comment", "1.10")
)
names = st.sampled_from(("name", "title", "units", "holder", "positions", "duty", "a b", "销售", "1", "yes"))
data = st.recursive(
    words | st.none(),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(names, below, max_size=4),
    max_leaves=14,
)
roots = st.dictionaries(names, data, min_size=1, max_size=4) | st.lists(data, min_size=1, max_size=3)


class Untidy:
    """Writes data as text; `random` decides everything that YAML leaves open."""

    def __init__(self, random):
        self.random = random
        self.anchors = 0

    def odds(self, times):
        return self.random.randrange(times) == 0

    def root(self, value):
        head = self.random.choice(
            ("", "", "", "# top\n", "\n\n# top\n\n", "---\n", "%YAML 1.1\n---  # start\n", "# a\n---\n# b\n")
        )
        body = "\n".join(self.block(value, 0, top=True))
        tail = self.random.choice(("", "\n", "\n\n\n", "\n# end", "\n  # end\n", "\n...\n", "\n...\n# after\n"))
        return head + body + tail

    def comment(self):
        return self.random.choice(("# c", "#c", "# 注释", "# - a: b", "#", "# '"))

    def behind(self):
        return " " * self.random.randrange(1, 6) + self.comment() if self.odds(4) else ""

    def between(self, indent):
        lines = []
        while self.odds(4):
            lines.append(self.random.choice(("", "", " " * self.random.randrange(0, indent + 3) + self.comment())))
        return lines

    def block(self, value, indent, *, top=False):
        """Return the lines of a collection, the first with its indentation."""
        if not value or (self.odds(4) and not top):
            return [" " * indent + self.flow(value, indent)]
        lines = []
        pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        for key, item in pairs:
            lines += self.between(indent)
            lines += self.entry(key, item, indent)
        return lines + self.between(indent)

    def entry(self, key, item, indent):
        start = " " * indent + ("-" if key is None else self.key(key) + ":")
        anchor = self.anchor()
        if isinstance(item, (dict, list)) and item and not self.odds(4):
            inner = indent + self.random.randrange(1, 5)
            if key is not None and isinstance(item, list):
                inner = indent + self.random.randrange(0, 4)
            lines = self.block(item, inner, top=True)
            if (
                key is None
                and not anchor
                and not lines[0].strip().startswith("#")
                and lines[0].strip()
                and self.odds(2)
            ):
                # '- key: …' on one line: the first line's indentation begins with the dash.
                gap = inner - indent - 1
                return [start + " " * gap + lines[0][inner:], *lines[1:]] if gap else [start + self.behind(), *lines]
            return [start + anchor + self.behind(), *lines]
        if isinstance(item, (dict, list)):
            return [start + anchor + " " * self.random.randrange(1, 4) + self.flow(item, indent) + self.behind()]
        return self.text(start + anchor, item, indent)

    def anchor(self):
        if self.odds(12):
            self.anchors += 1
            return f" &a{self.anchors}"
        if self.anchors and self.odds(30):
            return ""
        return ""

    def text(self, start, value, indent):
        if value is None:
            return [start + self.random.choice(("", " ~", " null")) + self.behind()]
        if "\n" in value and not self.odds(3) and all(line.strip() == line for line in value.split("\n")):
            sign = self.random.choice("|>") + ("" if value.endswith("\n") else "-")
            step = " " * (indent + self.random.randrange(1, 5))
            body = value.rstrip("\n").split("\n")
            if sign[0] == ">":
                body = "\n\n".join(body).split("\n")
            return [start + " " + sign + self.behind(), *(step + line if line else "" for line in body)]
        if " " in value.strip() and inline(value) == value and self.odds(2) and " #" not in value:
            first, rest = value.split(" ", 1)
            if first and rest.strip() == rest and not rest.startswith("#"):
                return [f"{start} {first}", " " * (indent + 3) + rest + self.behind()]
        return [start + " " * self.random.randrange(1, 4) + self.quoted(value, in_flow=False) + self.behind()]

    def quoted(self, value, *, in_flow):
        if inline(value, in_flow=in_flow) == value and not self.odds(4):
            return value
        if value.isprintable() and self.odds(2):
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=self.odds(3))

    def key(self, key):
        return key if as_key(key) == key and not self.odds(5) else json.dumps(key, ensure_ascii=False)

    def gap(self, indent):
        if self.odds(8):
            return "\n" + " " * (indent + 1 + self.random.randrange(4))
        if self.odds(12):
            return "  " + self.comment() + "\n" + " " * (indent + 1)
        return " " * self.random.randrange(0, 2)

    def flow(self, value, indent):
        if isinstance(value, dict):
            parts = (f"{self.key(key)}: {self.flow(item, indent)}" for key, item in value.items())
            signs = "{}"
        elif isinstance(value, list):
            parts = (self.flow(item, indent) for item in value)
            signs = "[]"
        else:
            return "~" if value is None else self.quoted(value, in_flow=True)
        inner = ",".join(self.gap(indent) + part + self.gap(indent) for part in parts)
        return signs[0] + (inner or self.gap(indent)) + signs[1]


@st.composite
def files(draw):
    """Texts of YAML files, untidy."""
    return Untidy(draw(st.randoms(use_true_random=False))).root(draw(roots))
