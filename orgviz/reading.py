"""Read whole files: from their bytes to a finished organisation, with every finding on the way.

What reads documents and tables is imported late: loading it takes as long as drawing a small chart from YAML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from orgviz.build import build_org
from orgviz.build.org import has_own_keys, is_organisation
from orgviz.checks.run import check_org
from orgviz.collector import collector_paused
from orgviz.diagnostics import Findings, InputError, UsageError
from orgviz.model import Org
from orgviz.patterns import pattern
from orgviz.photos.read import PhotoReading
from orgviz.readings import AS_IT_IS, DocumentError, Reading, ReadOptions
from orgviz.source import entries
from orgviz.source.kind import InputKind
from orgviz.source.opening import Opened, open_input
from orgviz.source.project_files import JoinedFiles, is_joined
from orgviz.source.text_characters import checked_text, warn_of_empty_looking
from orgviz.source.yaml_reader import read_yaml, read_yaml_entry
from orgviz.text import SourceText, Span
from orgviz.too_much import refuse_longer, refuse_more

if TYPE_CHECKING:
    pass

_TABLES = (InputKind.CSV, InputKind.DATA, InputKind.XLSX)
_LIST_ON_TOP = pattern(r"(?:[ \t]*(?:#.*)?\n|---.*\n)*[ \t]*[-\[]")


def read_org(data: bytes, path: str, options: ReadOptions = AS_IT_IS) -> Reading:
    """Read one input; `path` is the file as the user named it.

    Raises:
        InputError: with every finding, when any of them is an error.
        UsageError: an option does not go with the input.
        ToolError: the input is a workbook, and what reads it is not installed.
    """
    return read_orgs([(data, path)], options)


def read_orgs(inputs: Sequence[tuple[bytes, str]], options: ReadOptions = AS_IT_IS) -> Reading:
    """Read inputs that make one organisation together: a single one, or tables and lists of teams.

    Raises:
        InputError: with every finding, when any of them is an error.
        UsageError: the inputs do not go together, or an option does not go with them.
        ToolError: one is a workbook, and what reads it is not installed.
    """
    with collector_paused():
        findings = Findings(limits=options.limits)
        opened = [open_input(data, path, options.kind, findings) for data, path in inputs]
        sources = {each.path: each.source for each in opened if each.source is not None}
        findings.raise_if_failed(sources)
        return _read(opened, options, findings, sources)


def _read(
    opened: Sequence[Opened],
    options: ReadOptions,
    findings: Findings,
    sources: dict[str, SourceText],
    joined: JoinedFiles | None = None,
) -> Reading:
    only = opened[0] if len(opened) == 1 else None
    source = only.source if only else None
    if only is not None and source is not None and only.is_document:
        is_told = options.kind is None and only.is_list_of_pairs
        if not (is_told and _holds_teams(read_yaml(source, findings.apart()), source, findings)):
            _refuse_columns(options, only.path)
            return _read_document(source, options, findings)
        only = replace(only, kind=InputKind.YAML)
    if only is not None and source is not None and _only_draws_page(only, source, options, findings):
        return _read_document(source, options, findings)
    _refuse_section(options, opened)
    if only is not None and source is not None and only.kind not in _TABLES:
        root = _read_entries(source, only.kind, options, findings)
    else:
        root = _read_tables(opened, options, findings)
    options.tell("building")
    joined_so_far = joined or JoinedFiles.alone(opened[0].path, options.fetch)
    org = _build(root, findings, sources, joined_so_far) if root is not None else None
    if org is None:
        _tell_nothing(opened[0].path, findings)
        raise InputError(findings.sorted(), sources)
    refuse_more(org, findings, sources)
    if joined is not None:
        findings.raise_if_failed(sources)
        return Reading(org, findings.sorted(), sources)
    photos = PhotoReading(opened[0].path, joined_so_far.files, findings, wanted=options.photos)
    if any(node.photos for node in org.nodes):
        org = photos.read(org)
    options.tell("checking")
    check_org(org, findings)
    findings.raise_if_failed(sources)
    return Reading(org, findings.sorted(), sources, pictures=photos.pictures, files=tuple(photos.paths))


def _build(
    root: entries.Mapping, findings: Findings, sources: dict[str, SourceText], joined: JoinedFiles
) -> Org | None:
    """Build what a file describes, with the files that it includes and extends."""
    if not is_joined(root):
        return build_org(root, findings)
    from orgviz.variants import Joining, joined_org  # noqa: PLC0415 - few files are made of several

    def read_base(name: str, data: bytes, further: tuple[str, ...]) -> Org | None:
        opened = open_input(data, name, None, findings)
        sources[name] = opened.source or SourceText(name, "")
        findings.raise_if_failed(sources)
        return _read([opened], AS_IT_IS, findings, sources, JoinedFiles(joined.files, further)).org

    return joined_org(root, Joining(joined.files, findings, sources, joined.chain, read_base))


def _read_document(source: SourceText, options: ReadOptions, findings: Findings) -> Reading:
    from orgviz.build.from_found import build_found  # noqa: PLC0415 - see the top
    from orgviz.document.read import read_document  # noqa: PLC0415 - see the top

    source = checked_text(source, findings)
    if not source.text.strip():
        findings.error("empty-file", "the document is empty: there is nothing to read", Span(source.path, 1, 1))
        raise InputError(findings.sorted(), {source.path: source})
    refuse_longer(source, findings)
    sources = {source.path: source}
    understanding = read_document(source, options.section, findings)
    options.tell("building")
    found = understanding.found
    built = build_found(found, findings) if found and not findings.failed else None
    if built is None:
        _tell_nothing(source.path, findings)
        raise DocumentError(findings.sorted(), sources, understanding)
    warn_of_empty_looking(source, findings)
    org, node_ids = built
    options.tell("checking")
    refuse_more(org, findings, sources)
    check_org(org, findings)
    findings.raise_if_failed(sources)
    comments = {id: node.guess for id, node in zip(node_ids, found.nodes if found else (), strict=True) if node.guess}
    return Reading(org, findings.sorted(), sources, understanding, node_ids, comments)


def _read_entries(
    source: SourceText, kind: InputKind, options: ReadOptions, findings: Findings
) -> entries.Mapping | None:
    """Read YAML or JSON of our own language, an outline, or somebody else's list of teams."""
    if kind is InputKind.TEXT:
        from orgviz.source.outline_reader import read_outline_text  # noqa: PLC0415 - see the top

        _refuse_columns(options, source.path)
        return read_outline_text(source, findings)
    own = findings.apart()
    root = read_yaml(source, own)
    is_own = has_own_keys(root)
    if not is_own and ((options.columns and not is_organisation(root)) or _holds_teams(root, source, findings)):
        return _read_teams(source, options, findings)
    _refuse_columns(options, source.path)
    findings.items.extend(own.items)
    return root


def _holds_teams(root: entries.Mapping | None, source: SourceText, findings: Findings) -> bool:
    """Tell whether a file lists teams; a list at the top is none of our own language, and so not in `root`."""
    entry = root or (read_yaml_entry(source, findings.apart()) if _LIST_ON_TOP.match(source.text) else None)
    if entry is None:
        return False
    from orgviz.table.teams import looks_like_teams  # noqa: PLC0415 - see the top

    return looks_like_teams(entry)


def _read_teams(source: SourceText, options: ReadOptions, findings: Findings) -> entries.Mapping | None:
    """Read YAML or JSON as a list of teams, or as rows of a table, whatever the file is called."""
    from orgviz.table.columns import check_names  # noqa: PLC0415 - see the top
    from orgviz.table.read import read_sheets  # noqa: PLC0415 - see the top
    from orgviz.table.teams import rows_of, tie_teams  # noqa: PLC0415 - see the top

    check_names(options.columns)
    entry = read_yaml_entry(source, findings)
    if entry is None:
        return None
    rows = rows_of(entry, source.path)
    if rows:
        return read_sheets([rows], options.columns, findings)
    return tie_teams([(source, entry)], options.columns, findings)


def _read_tables(opened: Sequence[Opened], options: ReadOptions, findings: Findings) -> entries.Mapping | None:
    _refuse_others(opened)
    from orgviz.table.read import read_sheets, read_table_sources  # noqa: PLC0415 - see the top
    from orgviz.table.workbook import read_xlsx  # noqa: PLC0415 - see the top

    sheets = [sheet for each in opened if each.source is None for sheet in read_xlsx(each.data, each.path, findings)]
    sources = [each.source for each in opened if each.source is not None]
    if sheets and sources:
        raise UsageError("workbooks and other files cannot be joined", "save the sheets as CSV, and give those")
    if sheets:
        return read_sheets(sheets, options.columns, findings)
    return read_table_sources(sources, options.columns, findings) if sources else None


def _tell_nothing(path: str, findings: Findings) -> None:
    """Report that there is nothing to draw, where no reader has said why."""
    if not findings.failed:
        findings.error("nothing-to-draw", "no unit and no position stands in this input", Span(path, 1, 1))


def _refuse_others(opened: Sequence[Opened]) -> None:
    """Refuse what describes a whole organisation by itself among several inputs."""
    for each in opened:
        if each.kind is InputKind.TEXT:
            what = "a document"
        elif each.kind not in _TABLES and each.is_own_language:
            what = "an organisation of its own"
        else:
            continue
        raise UsageError(
            f"'{each.path}' is {what}: it cannot be joined with other files",
            "give it alone, or several tables or lists of teams",
        )
    twice = next((path for path, number in Counter(each.path for each in opened).items() if number > 1), None)
    if twice is not None:
        raise UsageError(f"'{twice}' is given twice")


_FEWEST_BLOCKS = 3  # that end in a program, from which on it draws a page
_BLOCK_ENDS = pattern(r"</(?:p|li|h[1-6])>")


def _only_draws_page(only: Opened, source: SourceText, options: ReadOptions, findings: Findings) -> bool:
    """Tell a program whose page says in words what the organisation is from one that has it as data."""
    if only.kind is not InputKind.DATA or options.kind is not None or options.columns:
        return False
    if len(_BLOCK_ENDS.findall(source.text)) < _FEWEST_BLOCKS:
        return False
    from orgviz.table.read import read_table_sources  # noqa: PLC0415 - see the top

    apart = findings.apart()
    return read_table_sources([source], {}, apart) is None or apart.failed


def _refuse_columns(options: ReadOptions, path: str) -> None:
    if options.columns:
        raise UsageError(f"'{path}' has no columns: --map is for tables and lists of teams")


def _refuse_section(options: ReadOptions, opened: Sequence[Opened]) -> None:
    if options.section is not None:
        raise UsageError(f"'{opened[0].path}' is no document: --section chooses one of several in a document")
