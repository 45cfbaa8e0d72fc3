"""Chinese sentences: composition, offices, elections, and who belongs where."""
