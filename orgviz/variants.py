"""Put an organisation together from several files: what a file includes, and what it extends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from orgviz.build import build_org
from orgviz.build.variant import build_variant
from orgviz.diagnostics import Findings
from orgviz.model import Org
from orgviz.source.decode import decode
from orgviz.source.entries import Entry, Mapping, Scalar
from orgviz.source.includes import Inclusion, with_includes
from orgviz.source.project_files import ProjectFiles
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText
from orgviz.wording import quoted

DEEPEST = 16
ReadBase = Callable[[str, bytes, tuple[str, ...]], Org | None]


@dataclass(frozen=True, slots=True)
class Joining:
    """What one run of joining files needs.

    Args:
        sources: gets the text of every file that was read.
        chain: the files that extend each other so far, the first one first.
        read_base: reads a file of any kind as a whole organisation.
    """

    files: ProjectFiles
    findings: Findings
    sources: dict[str, SourceText]
    chain: tuple[str, ...]
    read_base: ReadBase


def joined_org(root: Mapping, joining: Joining) -> Org | None:
    """Return the organisation of a file with all that it includes and extends; nothing where the findings say why."""
    inclusion = Inclusion(joining.files, _parse, joining.findings, joining.sources)
    root = with_includes(root, inclusion)
    extends = next((value for key, value in root.pairs if key.text == "extends"), None)
    if extends is None:
        return build_org(root, joining.findings)
    base = _base(extends, joining)
    return build_variant(root, base, joining.findings) if base is not None else None


def _base(extends: Entry, joining: Joining) -> Org | None:
    findings = joining.findings
    if not isinstance(extends, Scalar) or extends.null or not extends.text.strip():
        findings.error("wrong-shape", "'extends' takes one file", extends.span, "write 'extends: base.yaml'")
        return None
    read = joining.files.read(extends, findings)
    if read is None:
        return None
    name, data = read
    if name in joining.chain or len(joining.chain) >= DEEPEST:
        start = joining.chain.index(name) if name in joining.chain else 0
        way = " → ".join((*joining.chain[start:], name))
        findings.error("file-loop", f"the files extend each other in a circle: {way}", extends.span)
        return None
    base = joining.read_base(name, data, (*joining.chain, name))
    if base is None and not findings.failed:
        findings.error("nothing-to-draw", f"there is no organisation in {quoted(name)} to extend", extends.span)
    return base


def _parse(data: bytes, path: str, findings: Findings) -> tuple[SourceText | None, Mapping | None]:
    source = decode(data, path, findings)
    return source, read_yaml(source, findings) if source is not None else None
