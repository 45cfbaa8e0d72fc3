"""Measure orgviz and its peers on the same organisations: see docs/performance.md."""
