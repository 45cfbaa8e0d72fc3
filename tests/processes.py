"""Tell whether processes still run; one that has ended and only waits to be asked how does not."""

import os
from pathlib import Path


def is_running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return _state(process) != "Z"


def group_is_running(group):
    """Tell whether a process of a group runs, where the system lists them; else whether one is known."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    if not Path("/proc/self").exists():
        return True
    processes = (int(entry.name) for entry in Path("/proc").glob("[0-9]*"))
    return any(_field(process, 2) == str(group) and _state(process) != "Z" for process in processes)


def children_of(process):
    """Return the processes that a process has started and not asked how they ended, others than the tests' too."""
    entries = Path("/proc").glob("[0-9]*")
    return {int(entry.name) for entry in entries if _field(int(entry.name), 1) == str(process)}


def _state(process):
    """Return the letter of a process's state: ``Z`` where it is gone by now, nothing where the system does not say."""
    return _field(process, 0) if Path("/proc/self").exists() else None


def _field(process, number):
    """Return a field after the name in brackets, which may hold anything."""
    try:
        return Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()[number]
    except OSError:
        return "Z"
