"""Tables and data files as the same entries that the YAML language has."""

from orgviz.table.read import COLUMN_NAMES, read_sheets, read_table_sources
from orgviz.table.teams import looks_like_teams

__all__ = ["COLUMN_NAMES", "looks_like_teams", "read_sheets", "read_table_sources"]
