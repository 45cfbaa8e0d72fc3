"""The formatter of YAML files: same content, same comments, one way of writing; `formatted.format_text` does it."""
