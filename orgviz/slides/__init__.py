"""Charts as PowerPoint slides: native shapes with text, and connectors that are glued to them."""
