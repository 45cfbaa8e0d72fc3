"""Read a whole file: from its bytes to a finished organisation, with every finding on the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from orgviz.build import build_org
from orgviz.checks import check_org
from orgviz.diagnostics import Diagnostic, Findings, InputError
from orgviz.model import Org
from orgviz.source import entries
from orgviz.source.decode import decode
from orgviz.source.yaml_reader import read_yaml
from orgviz.text import SourceText


@dataclass(frozen=True, slots=True)
class Reading:
    """An organisation, the warnings about it, and the sources to quote from."""

    org: Org
    findings: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceText]


def read_org(data: bytes, path: str) -> Reading:
    """Read YAML or JSON; `path` is the file as the user named it.

    Raises:
        InputError: with every finding, when any of them is an error.
    """
    with _collector_paused():
        return _read_org(data, path)


def _read_org(data: bytes, path: str) -> Reading:
    findings = Findings()
    source = decode(data, path, findings)
    findings.raise_if_failed({})
    assert source is not None
    sources = {path: source}
    root = _read_entries(source, findings)
    org = build_org(root, findings) if root is not None else None
    if org is None:
        raise InputError(findings.sorted(), sources)
    check_org(org, findings)
    return Reading(org, findings.sorted(), sources)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Spare a third of the time on large files: a million small values are made, and no cycle among them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_entries(source: SourceText, findings: Findings) -> entries.Mapping | None:
    """Choose the reader by the kind of the file."""
    return read_yaml(source, findings)
