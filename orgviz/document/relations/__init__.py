"""Relations across the tree, temporary teams, and other names of the same thing."""
