"""Turn what a reader found into a finished organisation."""

from orgviz.build.from_found import build_found
from orgviz.build.org import build_org

__all__ = ["build_found", "build_org"]
