"""Find a sheet's header, and tell what each column means: by the user's word first, then by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orgviz.diagnostics import Findings, UsageError
from orgviz.source.entries import Scalar
from orgviz.table.level_order import order_by_names
from orgviz.table.sheet import Row, Sheet
from orgviz.table.words import fold_word, words
from orgviz.text import Span
from orgviz.wording import counted, listed, nearest, quoted

HEADER_ROWS = 20
TITLE_LENGTH = 60
TOLD_ROWS = 10
SHOWN_COLUMNS = 30
LEVELS = tuple(f"level{number}" for number in range(1, 10))
# What `--map` calls the columns; a plain `name` or `parent` may be that of a unit or of a person.
_MAPPED = (
    "name", "id", "title", "department", "manager", "dotted", "parent", "lead", "members", "duty", "seats", "status",
    "type", "organisation", "from", "until", "url", "email", "photo",
)  # fmt: skip
COLUMN_NAMES = (*_MAPPED, "children", *LEVELS)
_MEANT = {"name": "label", "parent": "parent_any"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet that is understood: where each field stands in a row, and the rows below the header.

    Args:
        places: the column of each field, from 0.
        levels: the columns that make a path of departments, from the highest down.
        title: the line above the header.
    """

    path: str
    header: Row
    places: Mapping[str, int]
    levels: tuple[int, ...]
    rows: tuple[Row, ...]
    title: Scalar | None = None

    def cell(self, row: Row, *fields: str) -> Scalar | None:
        """Return the cell of the first of the fields that the table has, if there is something in it."""
        for field in fields:
            place = self.places.get(field)
            if place is not None:
                return row[place] if place < len(row) else None
        return None

    def has(self, *fields: str) -> bool:
        """Tell whether the table has any of the fields."""
        return any(field in self.places for field in fields)

    @property
    def is_people(self) -> bool:
        """Whether a row is a person or a post, and not a department."""
        if self.has("name", "title", "given_name", "family_name"):
            return True
        if self.has("parent", "parent_id", "parent_any") and not self.has("department"):
            return False  # who manages a department that names the one above it
        return self.has("label") and self.has("department", "manager", "manager_id", "boss") and not self.has("lead")

    @property
    def is_departments(self) -> bool:
        """Whether a row is a department."""
        return not self.is_people and (self.has("department", "unit_name", "label") or bool(self.levels))


def recognise(sheet: Sheet, columns: Mapping[str, str], findings: Findings) -> Table | None:
    """Tell what the columns of a sheet mean; nothing where no column says what a row is.

    Args:
        columns: our names, of `COLUMN_NAMES`, and what the user calls them.
    """
    if not sheet.rows:
        return None
    wanted = {fold_word(theirs): ours for ours, theirs in columns.items()}
    number = 0 if sheet.has_header else _header_row(sheet.rows, wanted)
    header = sheet.rows[number]
    places, levels = _places(header, sheet.notes, wanted)
    rows = tuple(row for row in sheet.rows[number + 1 :] if not _is_no_data(row, header))
    levels = _in_order(levels, header, rows)
    other = _other_name(places, rows)
    if other is not None:
        places[other] = places.pop("label")
    if _titles_are_units(places, rows):
        places["label"] = places.pop("title")
    if _lists_units(places, rows):
        places = {name: place for name, place in places.items() if name not in ("title", "department")}
    table = Table(
        path=sheet.path,
        header=header,
        places=places,
        levels=levels,
        rows=rows,
        title=_title(sheet.rows[:number]),
    )
    if not table.is_people and not table.is_departments:
        return None
    _tell_ragged(table, findings)
    return table


def _other_name(places: Mapping[str, int], rows: Sequence[Row]) -> str | None:
    """Return which name a plain name is beside a first or a last one; nothing where it holds that one too."""
    beside = [field for field in ("given_name", "family_name") if field in places]
    if "label" not in places or "name" in places or len(beside) != 1:
        return None
    label, known = places["label"], places[beside[0]]
    pairs = [(row[label], row[known]) for row in rows if max(label, known) < len(row)]
    if any(whole and part and part.text in whole.text for whole, part in pairs):
        return None
    return "family_name" if beside == ["given_name"] else "given_name"


def _lists_units(places: Mapping[str, int], rows: Sequence[Row]) -> bool:
    """Whether rows with an id and that of the one above are units: no row has a title, though a column is for them.

    What else looks like a column of departments says more of each unit then, such as its short name: all differ.
    """
    if not {"label", "id", "title", "department"} <= places.keys() or not {"parent_id", "parent_any"} & places.keys():
        return False
    labels, titles, departments = (
        [row[places[name]] if places[name] < len(row) else None for row in rows]
        for name in ("label", "title", "department")
    )
    own = {cell.text for cell in departments if cell}
    return len(rows) > 1 and all(labels) and not any(titles) and len(own) == len(rows)


def _titles_are_units(places: Mapping[str, int], rows: Sequence[Row]) -> bool:
    """Whether a column of titles, beside none that names anything, holds departments by how its cells end."""
    if "title" not in places or places.keys() & {"name", "given_name", "family_name", "label", "department"}:
        return False
    cells = [row[places["title"]] for row in rows if places["title"] < len(row)]
    units, posts = (sum(words().ends(ends, cell.text) for cell in cells if cell) for ends in ("unit_ends", "post_ends"))
    return units > posts


def check_names(columns: Mapping[str, str]) -> None:
    """Refuse a name that none of our columns has.

    Raises:
        UsageError: with the names that there are.
    """
    for name in columns:
        if name not in COLUMN_NAMES:
            near = nearest(name, COLUMN_NAMES)
            hint = (
                f"did you mean '{near}'?" if near else f"the names are {listed((*_MAPPED, 'level1 … level9'), 'and')}"
            )
            raise UsageError(f"'--map' knows no {quoted(name)}", hint)


def tell_unknown_columns(sheets: Sequence[Sheet], columns: Mapping[str, str], findings: Findings) -> bool:
    """Report the columns that the user names and no sheet has; tell whether there are any."""
    known = {fold_word(cell.text) for sheet in sheets for row in sheet.rows[:HEADER_ROWS] for cell in row if cell}
    known |= {fold_word(note) for sheet in sheets for note in sheet.notes}
    missing = [theirs for theirs in columns.values() if fold_word(theirs) not in known]
    for theirs in missing:
        sheet = sheets[0]
        findings.error(
            "unknown-column",
            f"there is no column {quoted(theirs)}",
            _place(sheet),
            f"the columns are {_shown(_header(sheet))}",
        )
    return bool(missing)


def tell_no_columns(sheets: Sequence[Sheet], findings: Findings) -> None:
    """Report that no column of any sheet is known, and how to say what they mean."""
    for sheet in sheets[:1]:
        header = _header(sheet)
        names = [cell.text for cell in header if cell]
        example = ",".join(f"{ours}={theirs}" for ours, theirs in zip(("name", "manager"), names, strict=False))
        findings.error(
            "no-columns",
            f"no column says what stands in a row; the columns are {_shown(header)}",
            _place(sheet),
            f"say what they mean: --map '{example}'" if names else None,
        )


def _header(sheet: Sheet) -> Row:
    return sheet.rows[0 if sheet.has_header else _header_row(sheet.rows, {})] if sheet.rows else ()


def _place(sheet: Sheet) -> Span:
    return next((cell.span for cell in _header(sheet) if cell), Span(sheet.path, 1, 1))


def _shown(header: Row) -> str:
    names = [quoted(cell.text) for cell in header if cell]
    more = [f"{counted(len(names) - SHOWN_COLUMNS, 'more column')}"] if len(names) > SHOWN_COLUMNS else []
    return listed([*names[:SHOWN_COLUMNS], *more], "and") if names else "all without a name"


def _header_row(rows: Sequence[Row], wanted: Mapping[str, str]) -> int:
    """Return the first of the rows with the most known names; without any, the first with the most cells."""
    best, best_score = 0, (0, 0)
    for number, row in enumerate(rows[:HEADER_ROWS]):
        names = [cell.text for cell in row if cell]
        known = sum(_is_known(name, wanted) for name in names)
        if (known, len(names)) > best_score and (known or not best_score[0]):
            best, best_score = number, (known, len(names) if not known else 1_000_000)
    return best


def _is_known(name: str, wanted: Mapping[str, str]) -> bool:
    return len(name) <= 60 and (fold_word(name) in wanted or bool(words().field(name) or words().level(name)))


def _places(header: Row, notes: Sequence[str], wanted: Mapping[str, str]) -> tuple[dict[str, int], tuple[int, ...]]:
    places: dict[str, int] = {}
    mapped: set[int] = set()
    ranks: dict[tuple[int, int], int] = {}
    names = [_names(cell, notes[place] if place < len(notes) else "") for place, cell in enumerate(header)]
    for place, said in enumerate(names):
        ours = next((wanted[fold_word(name)] for name in said if fold_word(name) in wanted), None)
        if ours in LEVELS:
            ranks.setdefault((0, int(ours[-1])), place)
        elif ours is not None:
            places.setdefault(_MEANT.get(ours, ours), place)
        if ours is not None:
            mapped.add(place)
    for place, said in enumerate(names):
        if place not in mapped:
            field = next((found for name in said if (found := words().field(name))), None)
            rank = next((one for name in said if (one := words().level(name))), None)
            if field is not None and not (field == "label" and "label" in places):
                places.setdefault(field, place)
            if rank is not None:
                ranks.setdefault(rank, place)
    return places, _levels(ranks, places)


def _names(cell: Scalar | None, note: str) -> tuple[str, ...]:
    return tuple(name for name in (cell.text if cell else "", note) if name)


def _levels(ranks: Mapping[tuple[int, int], int], places: Mapping[str, int]) -> tuple[int, ...]:
    numbered = tuple(ranks[rank] for rank in sorted(ranks) if rank[0] == 0)
    worded = tuple(ranks[rank] for rank in sorted(ranks) if rank[0] == 1)
    if len(numbered) == 1 and "department" in places and places["department"] not in numbered:
        return (*numbered, places["department"])
    if numbered:
        return numbered
    return worded if len(worded) > 1 and not {"parent", "parent_id", "parent_any"} & places.keys() else ()


def _in_order(levels: tuple[int, ...], header: Row, rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the levels as the names in them stand, where their words are not in order from left to right."""
    ranks = [words().level(cell.text) if (cell := header[place]) else None for place in levels]
    if list(levels) == sorted(levels) or not all(rank and rank[0] for rank in ranks):
        return levels
    return order_by_names(levels, [[cell.text if cell else "" for cell in row] for row in rows]) or levels


def _is_no_data(row: Row, header: Row) -> bool:
    """Tell a header that is repeated on each page, and a line of totals."""
    first = next((cell for cell in row if cell), None)
    if first is None or words().says("total", first.text.rstrip(":：")):
        return True
    texts = [cell.text if cell else "" for cell in row]
    return sum(map(bool, texts)) > 1 and texts == [cell.text if cell else "" for cell in header]


def _title(above: Sequence[Row]) -> Scalar | None:
    """Return the one cell of a line above the header, where it may be a title."""
    for row in above:
        cells = [cell for cell in row if cell]
        if (
            len(cells) == 1
            and len(cells[0].text) <= TITLE_LENGTH
            and not any(sign in cells[0].text for sign in ":：\n")
        ):
            return cells[0]
    return None


def _tell_ragged(table: Table, findings: Findings) -> None:
    """Warn of rows with more cells than the header has: something stands in the wrong column."""
    width = len(table.header)
    told = 0
    for row in table.rows:
        extra = next((cell for cell in row[width:] if cell), None) if len(row) > width else None
        if extra is not None and told < TOLD_ROWS:
            told += 1
            findings.warn(
                "ragged-row",
                f"this row has {counted(len(row), 'cell')}, but the header has {width:,}",
                extra.span,
                "put a cell that holds the separator into quotes",
            )
