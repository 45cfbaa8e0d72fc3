"""Org and theme into a chart: what is written in each box and how it looks; no sizes, no places."""
