"""Rules over a finished organisation: what is allowed, but hardly meant."""
