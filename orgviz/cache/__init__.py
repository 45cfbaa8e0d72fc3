"""What was drawn before is not drawn again; losing the cache loses nothing."""
