"""Tables in a document: rows of units, posts and people, and tables of edges."""
