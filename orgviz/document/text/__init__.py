"""The text of a document: passages that know their places, without markup, and the marks that lines begin with."""
