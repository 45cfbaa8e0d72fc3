"""Read a file as it was at an earlier revision in git; the only place that starts git.

Nothing of a repository's configuration is run: git only hands out the bytes that it stores, and fetches none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from orgviz.diagnostics import ToolError, UsageError
from orgviz.wording import quoted, quoted_path

SECONDS = 30.0
LARGEST = 64 * 1024 * 1024  # bytes
_LONGEST_REVISION = 200
_SAID = 300  # characters of git's own words that are repeated to the user
_INSTALL = "install git: apt-get install git (Debian, Ubuntu), dnf install git (Fedora), brew install git (macOS)"
_EXAMPLE = "name a commit, a branch or a tag, such as HEAD~1, main or v1.2"


def read_at_revision(revision: str, file: Path) -> bytes:
    """Return the bytes that a file had at a revision.

    Raises:
        UsageError: there is no such revision.
        ToolError: there is no git or no repository, the file is not in it, or git fails or takes too long.
    """
    _check_revision(revision)
    git = _find_git()
    real = _real(file)
    folder = real.parent
    if not folder.is_dir():
        raise ToolError(f"cannot read {quoted_path(str(file))}: there is no such folder")
    if _ask(git, folder, "rev-parse", "--is-inside-work-tree") is None:
        raise ToolError(
            f"{quoted_path(str(file))} is in no git repository: it has no earlier revision",
            "give both files: orgviz diff OLD NEW",
        )
    commit = _ask(git, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UsageError(f"--git: there is no revision {quoted(revision)}", _EXAMPLE)
    # A leading ./ makes git look from the folder, and keeps a name from being taken for anything else.
    place = f"{commit.decode('ascii', 'replace').strip()}:./{real.name}"
    size = _ask(git, folder, "cat-file", "-s", place)
    if size is None or not size.strip().isdigit():
        raise ToolError(
            f"{quoted_path(str(file))} is not in revision {quoted(revision)}",
            f"git log --follow -- '{file}' shows the revisions that have it",
        )
    if int(size) > LARGEST:
        raise ToolError(f"{quoted_path(str(file))} at {quoted(revision)} is larger than {LARGEST // 1024 // 1024} MB")
    content = _ask(git, folder, "cat-file", "blob", place)
    if content is None:
        raise ToolError(f"{quoted_path(str(file))} at {quoted(revision)} is no file that git can give out")
    return content


def _real(file: Path) -> Path:
    """Return where a file is: git stores of a link only where it leads."""
    try:
        return file.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise ToolError(f"cannot read {quoted_path(str(file))}: {error}") from error


def _check_revision(revision: str) -> None:
    """Refuse what could be an option, a path, or more than one revision."""
    wrong = (
        not revision
        or len(revision) > _LONGEST_REVISION
        or revision.startswith("-")
        or ".." in revision
        or not revision.isprintable()
        or any(character in ":\\ ?*[" for character in revision)
    )
    if wrong:
        raise UsageError(f"--git: {quoted(revision)} is no revision", _EXAMPLE)


def _find_git() -> str:
    git = shutil.which("git")
    if git is None or not Path(git).is_absolute():
        raise ToolError("--git needs git, and there is no 'git' program on this machine", _INSTALL)
    return git


def _ask(git: str, folder: Path, *arguments: str) -> bytes | None:
    """Return what git wrote, or nothing where it said no.

    Raises:
        ToolError: git cannot be started, takes too long, or refuses to work in this folder.
    """
    command = [git, "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - an absolute path, no shell; revisions are checked and paths are behind a colon
            command,
            capture_output=True,
            check=False,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise ToolError(f"git did not end within {SECONDS:g} seconds") from error
    except OSError as error:
        raise ToolError(f"git cannot be started: {error.strerror}", _INSTALL) from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace")
    if "dubious ownership" in said:
        raise ToolError(
            f"git does not trust {quoted_path(str(folder))}, for it belongs to somebody else",
            "git config --global --add safe.directory FOLDER says that you do",
        )
    if done.returncode < 0:
        raise ToolError(f"git failed (signal {-done.returncode}): {' '.join(said.split())[:_SAID]}")
    return None


def _environment() -> dict[str, str]:
    """Return a clean environment: git is asked in English, for nothing, and looks at no other repository."""
    kept = ("PATH", "HOME", "USERPROFILE", "XDG_CONFIG_HOME", "SYSTEMROOT", "TEMP", "TMP")
    fixed = {
        "LC_ALL": "C.UTF-8",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
    }
    return {name: os.environ[name] for name in kept if name in os.environ} | fixed
