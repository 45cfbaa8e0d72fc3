"""What stands behind a name or a key: people, posts, duties, the one above."""
