"""English sentences: composition, leading and reporting, duties, and who belongs where."""
