"""Tell what is wrong with the top of a YAML file, where that is no mapping."""

from __future__ import annotations

from orgviz.diagnostics import Findings
from orgviz.source.entries import Entry, Mapping, Scalar, Sequence
from orgviz.source.yaml_slips import tell_slips_of_all
from orgviz.text import Span
from orgviz.wording import quoted


def mapping_at_top(root: Entry | None, path: str, text: str, findings: Findings) -> Mapping | None:
    """Return what stands at the top of a file when it is a mapping; else report what it is."""
    if root is None or (isinstance(root, Scalar) and root.null):
        findings.error("empty-file", "the file is empty: there is nothing to read", Span(path, 1, 1))
        return None
    if isinstance(root, Mapping):
        return root
    if isinstance(root, Scalar) and (root.told or tell_slips_of_all(path, text, findings)):
        return None
    found = "a list" if isinstance(root, Sequence) else f"the text {quoted(root.text)}"
    findings.error(
        "top-level",
        f"the file must be a mapping of keys such as 'units:', but it is {found}",
        root.span,
        "begin with 'units:' and put the list under it" if isinstance(root, Sequence) else "begin with 'units:'",
    )
    return None
