"""Turn what a reader found into a finished organisation."""

from orgviz.build.org import build_org

__all__ = ["build_org"]
