"""Build an `Org` from a file's entries: the YAML language and the node/edge model alike."""

from __future__ import annotations

from collections.abc import Sequence

from orgviz.build.check_settings import read_check_settings
from orgviz.build.drafts import Draft
from orgviz.build.fields import Fields
from orgviz.build.finished import make_nodes, tell_all_closed, texts_of
from orgviz.build.from_model import is_model, make_model_edges, read_model
from orgviz.build.identifiers import assign_ids, tell_repeated_ids
from orgviz.build.keys import MODEL, SYNONYMS, TOP
from orgviz.build.language import tell_language
from orgviz.build.links import make_edges
from orgviz.build.order import in_order
from orgviz.build.outline import read_outline
from orgviz.build.references import hang_flat_positions, tell_loops
from orgviz.build.types import read_types, tell_types
from orgviz.build.views import read_views
from orgviz.diagnostics import Findings
from orgviz.model import Edge, Org, UnitType
from orgviz.patterns import pattern
from orgviz.source.entries import Mapping
from orgviz.wording import quoted

VERSION = "1"
# The keys by which a file is one of our own language, whatever else stands in it.
_OWN_KEYS = ("version", "units", "positions", "nodes", "edges", "extends", "include", "changes")
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_organisation(root: Mapping | None) -> bool:
    """Tell whether a file is meant as one of our own language; who translates its keys is told of each."""
    return root is not None and any(
        key.text in _OWN_KEYS or (not key.text.isascii() and "units" in SYNONYMS.get(key.text, ()))
        for key, _ in root.pairs
    )


def has_own_keys(root: Mapping | None) -> bool:
    """Tell whether a file has keys of our own language at its top, written as they are and not translated."""
    return root is not None and any(key.text in _OWN_KEYS for key, _ in root.pairs)


def build_org(root: Mapping, findings: Findings) -> Org | None:
    """Return the organisation that a file describes; nothing where the findings hold an error.

    Two forms are read: nested units and positions, and the ``nodes`` and ``edges`` of `orgviz convert -f
    json`. Every mistake that can be found is told, not only the first.
    """
    return _from_model(root, findings) if is_model(root) else _from_outline(root, findings)


def _from_outline(root: Mapping, findings: Findings) -> Org | None:
    top = Fields(root, TOP, findings)
    types = read_types(top, findings)
    _tell_lone_changes(top)
    drafts = read_outline(top, findings)
    if not drafts and not findings.failed:
        tell_nothing(top, findings)
    tell_repeated_ids(drafts, findings)
    hang_flat_positions(drafts, findings)
    drafts = in_order(drafts)
    assign_ids(drafts)
    tell_types(drafts, types, findings)
    edges = make_edges(drafts, top.items("links"), findings)
    return finish(top, drafts, edges, types, findings)


def _tell_lone_changes(top: Fields) -> None:
    """Report changes in a file that extends no other."""
    if "changes" in top.pairs:
        top.tell(
            "changes",
            "unknown-change",
            "there is nothing to change: the file extends no other",
            top.pairs["changes"][0].span,
            "name the file that is to be changed: 'extends: base.yaml'",
        )


def _from_model(root: Mapping, findings: Findings) -> Org | None:
    top = Fields(root, MODEL, findings)
    types = read_types(top, findings)
    drafts = read_model(top, findings)
    if not drafts and not findings.failed:
        tell_nothing(top, findings)
    tell_repeated_ids(drafts, findings)
    tell_loops(drafts, findings)
    if findings.failed:
        return None
    drafts = in_order(drafts)
    _settle_ids(drafts)
    tell_types(drafts, types, findings)
    edges = make_model_edges(drafts, top.items("edges"), findings)
    return finish(top, drafts, edges, types, findings)


def _settle_ids(drafts: Sequence[Draft]) -> None:
    """Tell which ids of a model were made from names: those that would be made so again."""
    ids = [draft.id for draft in drafts]
    for draft in drafts:
        draft.id = draft.id if draft.given_id else None
    assign_ids(drafts)
    if any(known is not None and known.text != draft.final_id for known, draft in zip(ids, drafts, strict=True)):
        for known, draft in zip(ids, drafts, strict=True):
            draft.id, draft.given_id = known, True
        assign_ids(drafts)


def tell_nothing(top: Fields, findings: Findings) -> None:
    """Report that a file leaves nothing to draw."""
    findings.error(
        "nothing-to-draw",
        "the file names no unit and no position: there is nothing to draw",
        top.mapping.span,
        "list departments under 'units:', or posts under 'positions:'",
    )


def finish(
    top: Fields,
    drafts: Sequence[Draft],
    edges: Sequence[Edge],
    types: tuple[UnitType, ...],
    findings: Findings,
) -> Org | None:
    """Return the organisation that drafts make, which have their ids, types, order and edges; tell what is left."""
    _check_version(top)
    title = top.name("title")
    lang = _given_language(top)
    views = read_views(top, drafts, types, findings)
    checks = read_check_settings(top, findings)
    if not findings.failed:
        tell_all_closed(drafts, findings)
    if findings.failed:
        return None
    told = tell_language(texts_of(title, drafts))
    # A model always names its language; it was given if it says so, or if nothing else would tell it.
    given_lang = lang is not None and (top.table is TOP or top.flag("given_lang") or lang != told)
    return Org(
        nodes=make_nodes(drafts),
        edges=tuple(edges),
        types=types,
        title=title,
        lang=lang or told,
        given_lang=given_lang,
        views=views,
        checks=checks,
    )


def _check_version(top: Fields) -> None:
    version = top.value("version")
    if version is not None and version.text.strip() != VERSION:
        top.tell(
            "version",
            "unknown-version",
            f"version {quoted(version.text)} of the language is not known; this is version 1",
            version.span,
        )


def _given_language(top: Fields) -> str | None:
    value = top.value("lang")
    if value is None:
        return None
    if not _LANGUAGE.fullmatch(value.text.strip()):
        top.tell(
            "lang",
            "bad-language",
            f"{quoted(value.text)} is no language",
            value.span,
            "write a tag such as zh-CN, zh-TW, ja or en",
        )
    return value.text.strip()
