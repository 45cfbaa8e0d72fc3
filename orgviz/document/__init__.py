"""Understand documents: outlines, lists, prose; from text to what was found."""
