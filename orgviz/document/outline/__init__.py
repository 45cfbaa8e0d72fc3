"""From lines to nested items: broken lines joined, runs divided, tables and drawings found, all nested."""
