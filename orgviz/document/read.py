"""Read a document: outline, headings and lists, or prose, whichever its text shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.diagnostics import Findings
from orgviz.document.chinese.has_several import settle_several
from orgviz.document.chinese.statutes import statute_name
from orgviz.document.english.each import settle_counted, settle_each
from orgviz.document.english.titled import settle_people
from orgviz.document.items.items import SHOWN
from orgviz.document.items.walk import walk
from orgviz.document.known.counts import tell_counts, warn_of_counts
from orgviz.document.known.named_leaders import settle_named_leaders
from orgviz.document.known.result import to_found
from orgviz.document.known.state import State, new_state
from orgviz.document.known.top import settle_top
from orgviz.document.names.entry import read_entry
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.outline.announced_title import announced_title
from orgviz.document.outline.arrow_chains import chained
from orgviz.document.outline.contents import is_contents
from orgviz.document.outline.declared import hung_as_declared
from orgviz.document.outline.flat import nest_flat
from orgviz.document.outline.forms import as_meant
from orgviz.document.outline.indentation import check_indentation, plain_outline, read_plain_outline, traces_of
from orgviz.document.outline.lines import read_lines
from orgviz.document.outline.named_documents import name_by_article
from orgviz.document.outline.nesting import Item, nest
from orgviz.document.outline.sections import Part, find_parts
from orgviz.document.outline.titles import is_told_of, title_name
from orgviz.document.relations.aliases import read_aliases
from orgviz.document.relations.reading import read_relations
from orgviz.document.text.machines import is_about_machines, is_pattern
from orgviz.document.text.passages import Passage
from orgviz.found import Found, Section, Trace, Understanding
from orgviz.model import NodeKind
from orgviz.patterns import pattern
from orgviz.text import SourceText, Span
from orgviz.wording import quoted

_EVIDENCE_OF_TITLE = 0.8  # where it names a unit, of which the text below goes on to speak
_ONE_RELATION = 1.0
_EVIDENCE_OF_ANNOUNCEMENT = 0.9  # one relation that is clear is enough below such a title, or alone
_FEW_SENTENCES = 3
_UNITS = 5  # from which on a tree or a list is one of an organisation, whatever else is told
_MOST_OF_IT = 0.6  # of an outline's lines; where fewer were read, all are names


def read_document(source: SourceText, section: str | None, findings: Findings) -> Understanding:
    """Return what a document says about an organisation.

    Args:
        section: the number or the name of one organisation where the document describes several.

    Without structure, with several organisations and no choice, or with a choice that does not exist, the
    findings get an error that says what was looked for and how to go on.
    """
    outline = plain_outline(source.text)
    check_indentation(source, outline, findings)
    lines = chained(read_lines(source), source)
    items = hung_as_declared(nest_flat(nest(as_meant(lines))))
    parts = find_parts(items)
    readings = [_read_part(source, items, part) for part in parts]
    told = [(part, found, traces) for part, (found, traces) in zip(parts, readings, strict=True) if found is not None]
    if len(told) > 1:
        return _one_of(source, items, told, section, findings)
    found, traces = _read_items(source, items)
    plain = read_plain_outline(source, outline)
    if plain is not None and (found is None or len(found.nodes) < _MOST_OF_IT * len(plain.nodes)):
        found, traces = plain, traces_of(plain)
    if section is not None and section != "1":
        _tell_no_section(source, section, (), findings)
    if found is None and not findings.failed:
        _tell_no_structure(source, items, traces, findings)
    warn_of_counts(traces, findings)
    return Understanding(found=found, traces=traces)


def _read_items(
    source: SourceText, items: Sequence[Item], title: str | None = None
) -> tuple[Found | None, tuple[Trace, ...]]:
    state = new_state(source.path)
    name = title_name(items) or statute_name(items) or name_by_article(items)
    if name is not None:
        titles = [one.body for one in items[:3] if one.body.line == name.line and name.folded in one.body.folded]
        also = [read_entry(title).name.folded for title in titles if not title.folded.isascii()]
        state.register.name_root(name, *(title.folded for title in titles), *also)
        state.tell(name, f"the organisation '{name.text}'", "title of the document")
        state.evidence += _EVIDENCE_OF_TITLE if is_told_of(items) else 0
    read_aliases(state, items)
    walk(items, state)
    settle_counted(state)
    settle_each(state)
    settle_people(state)
    settle_named_leaders(state)
    settle_several(state)
    settle_top(state)
    if state.evidence >= _ONE_RELATION and (announced_title(items) is not None or _is_all_read(state)):
        state.evidence += _EVIDENCE_OF_ANNOUNCEMENT
    if _is_about_others(source, items, state):
        state.evidence = 0
    read_relations(state)
    tell_counts(state)
    found = to_found(state, title or _title(items, state))
    traces = tuple(sorted(state.traces, key=lambda trace: (trace.span.line, trace.span.column)))
    return found, traces


def _is_about_others(source: SourceText, items: Sequence[Item], state: State) -> bool:
    """Whether a text that names nobody is about software, a list of contents, or a pattern for any organisation."""
    if _names_people(state):
        return False
    is_other = not _shows_units(state) and (is_about_machines(_texts(items)) or is_contents(source.text))
    return is_other or is_pattern(_texts(items))


def _is_all_read(state: State) -> bool:
    """Whether a text of few sentences says nothing but who belongs where."""
    return 0 < len(state.prose) <= _FEW_SENTENCES and all(trace.became is not None for trace in state.traces)


def _texts(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield " ".join(cell.folded for cell in item.line.cells) if item.line.cells else item.body.folded


def _names_people(state: State) -> bool:
    return any(entity.holders or entity.kind is NodeKind.PERSON for entity in state.register.entities)


# Headings that belong to every page, and questions.
_NO_TITLE = pattern(
    r"^(?:导读|摘要|引言|导语|前言|正文|目录|简介|编者按|内设机构)$|几个|多少|哪些|什么|如何|怎么|怎样|如下:?$|[?吗呢]$"
    r"|^(?:page|p\.) ?\d|^(?:尊敬的|亲爱的)?(?:各位|全体)"
    r"|^(?:公司|集团|[局院校]|机关|所属)*各(?:部门|单位|科室|车间|处室|股室|分公司|项目部).*:$"
)


def _shows_units(state: State) -> bool:
    """Whether a tree, headings and lists are those of units by their names, whatever software the rest is about."""
    shown = [one for one in state.register.entities if one.reason in SHOWN and not one.dropped]
    units = sum(is_wide(one.name.folded) and judge(one.name.folded) is Sort.UNIT for one in shown)
    return units >= _UNITS and 2 * units > len(shown)


def _title(items: Sequence[Item], state: State) -> str | None:
    named = {entity.name.line for entity in state.register.entities if entity.name.text}
    announced = announced_title(items[:1])
    if announced is not None and announced.line not in named:
        return announced.text.strip(" :")
    for item in items[:2]:
        is_heading = item.mark is not None and item.mark.form in ("#", "bare", "bold") and bool(item.children)
        if (
            is_heading
            and item.body.line not in named
            and 2 <= len(item.body) <= 40
            and not _NO_TITLE.search(item.body.folded)
            and read_entry(item.body).sort not in STRONG
        ):
            return item.body.text.strip(" :：") or None
    return None


def _read_part(source: SourceText, items: Sequence[Item], part: Part) -> tuple[Found | None, tuple[Trace, ...]]:
    first = part.title + 1
    moved = [_moved(item, first) for item in items[first : part.stop]]
    return _read_items(source, moved, items[part.title].body.text.strip(" :："))


def _moved(item: Item, first: int) -> Item:
    """Return an item of a part, with its places counted from the part's first."""
    parent = None if item.parent is None or item.parent < first else item.parent - first
    return replace(item, parent=parent, children=tuple(child - first for child in item.children))


def _one_of(
    source: SourceText,
    items: Sequence[Item],
    told: Sequence[tuple[Part, Found, tuple[Trace, ...]]],
    section: str | None,
    findings: Findings,
) -> Understanding:
    """Return the organisation that was asked for, or say which there are."""
    sections = tuple(
        Section(
            number=number, name=items[part.title].body.text.strip(" :："), span=_span(source, items[part.title].body)
        )
        for number, (part, _, _) in enumerate(told, 1)
    )
    if section is None:
        listed = "; ".join(f"{one.number}: {one.name} (line {one.span.line})" for one in sections)
        findings.error(
            "several-sections",
            f"the document describes {len(sections)} organisations: {listed}",
            sections[0].span,
            "choose one: --section 1, or --section with its name",
        )
        return Understanding(found=None, sections=sections)
    for one, (_, found, traces) in zip(sections, told, strict=True):
        if section.strip() in (str(one.number), one.name):
            warn_of_counts(traces, findings)
            return Understanding(found=found, sections=sections, traces=traces)
    _tell_no_section(source, section, sections, findings)
    return Understanding(found=None, sections=sections)


def _tell_no_section(source: SourceText, section: str, sections: Sequence[Section], findings: Findings) -> None:
    there = "; ".join(f"{one.number}: {one.name}" for one in sections) or "1, the whole document"
    findings.error(
        "unknown-section", f"the document has no section {quoted(section)}", Span(source.path, 1, 1), f"it has {there}"
    )


def _tell_no_structure(source: SourceText, items: Sequence[Item], traces: Sequence[Trace], findings: Findings) -> None:
    nearest = [trace for trace in traces if trace.became is not None][:3]
    met = "; ".join(f"line {trace.span.line}: {trace.became}" for trace in nearest)
    where = nearest[0].span if nearest else _span(source, items[0].body) if items else Span(source.path, 1, 1)
    findings.error(
        "no-structure",
        "no organisation was found: no list or sentence that names units or posts"
        + (f"; the nearest were {met}" if met else ""),
        where,
        "the smallest that works is a list such as '- Sales department' and, indented below it, '  - Sales manager'",
    )


def _span(source: SourceText, body: Passage) -> Span:
    return body.span(source.path)
