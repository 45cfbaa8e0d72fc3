"""How many: seats, people and reports of an organisation, counted in one pass over its nodes."""
