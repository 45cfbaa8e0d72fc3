"""The walk through the items: what each one is by its name, its list, and what was promised of it."""
