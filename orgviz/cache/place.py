"""Where this user's programs keep what they could make again."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_NAME = "orgviz"


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Return the folder of this user's cache; nothing where there is no home to keep one in.

    ``XDG_CACHE_HOME`` counts everywhere; else it is where each system wants it.
    """
    chosen = environment.get("XDG_CACHE_HOME", "")
    if Path(chosen).is_absolute():
        return Path(chosen) / _NAME
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) / _NAME / "Cache" if local else None
    home = environment.get("HOME", "")
    if not Path(home).is_absolute():
        return None
    return Path(home) / ("Library/Caches" if platform == "darwin" else ".cache") / _NAME
