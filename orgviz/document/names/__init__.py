"""Words and names: what a short text is, who is a person, what stands beside a name, and what a list holds."""
