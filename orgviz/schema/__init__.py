"""JSON Schemas for editors, made from the tables that the readers themselves go by; `make.schema_text` writes them."""
