"""What pictures depend on beside their input is told shortly, also where it is missing."""

import subprocess
import sys

from orgviz.cache.stamps import cairo_stamp
from orgviz.output import cairo_library


def test_cairo_is_told_by_its_place_and_version():
    assert cairo_stamp().decode() == f"{cairo_library.PLACE} {cairo_library.version()}"


def test_where_there_is_no_cairo_there_is_nothing_to_tell():
    program = (
        "import ctypes, ctypes.util\n"
        "def load(place): raise OSError(place)\n"
        "ctypes.CDLL, ctypes.util.find_library = load, lambda _: None\n"
        "from orgviz.cache.stamps import cairo_stamp\n"
        "print(cairo_stamp())\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "b''\n"
