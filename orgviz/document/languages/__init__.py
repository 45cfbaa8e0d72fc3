"""Sentences in German, Japanese and Korean, and which grammar reads a text."""
