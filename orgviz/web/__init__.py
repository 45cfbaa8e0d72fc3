"""The chart as a web page: one file that asks for nothing, to zoom, search, fold and read."""
