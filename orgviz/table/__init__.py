"""Tables and data files as the same entries that the YAML language has."""
