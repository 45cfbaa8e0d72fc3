"""Turn the entries of a file, or what a reader of documents found, into a finished organisation."""

from orgviz.build.org import build_org

__all__ = ["build_org"]
