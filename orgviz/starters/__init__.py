"""Starter files for `orgviz init`: one for each kind of organisation and language; `catalogue` finds them."""
