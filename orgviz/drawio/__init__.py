"""Charts for draw.io: boxes and glued connectors, at the places where the picture has them."""
