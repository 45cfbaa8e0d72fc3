"""Draw a chart for a page: from what the page says, to pictures, the files that they were made from, and troubles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from orgviz.cli.inputs import all_read, files_read
from orgviz.cli.viewing import shown_views
from orgviz.diagnostics import Diagnostic, InputError, OrgvizError, Severity, ToolError, UsageError
from orgviz.inputs import read_file
from orgviz.limits import LIMITS
from orgviz.output.font_warning import FontWarning
from orgviz.pipeline import draw
from orgviz.plugins.options import read_options
from orgviz.reading import read_org
from orgviz.render_options import Format
from orgviz.style.catalogue import theme_files
from orgviz.wording import quoted, visible


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong with a chart, in the words of the command line.

    Args:
        path: the file that it stands in; ``None`` where it is in no file.
        line: 1-based; of the text in which it stands.
    """

    message: str
    code: str
    path: str | None = None
    line: int | None = None
    fatal: bool = True

    def __str__(self) -> str:
        place = "" if self.path is None else f"{self.path}:{self.line}: "
        return f"{place}{self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A chart as a page asks for it.

    Args:
        data: what is drawn; ``None`` for what is in the file.
        path: the file, or that of the page: it tells where included files are looked for, and stands in troubles.
        options: by the names of the command line, without dashes.
        root: the folder that no file of the chart may lie outside of; ``None`` trusts the page.
    """

    data: bytes | None
    path: Path
    options: Mapping[str, str]
    root: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """What came of a chart; without outputs where a trouble is fatal.

    Args:
        files: every file that was read, or asked for, beside the page.
    """

    outputs: tuple[bytes, ...] = ()
    files: tuple[Path, ...] = ()
    troubles: tuple[Trouble, ...] = field(default=())

    @property
    def failed(self) -> bool:
        """Whether there is nothing to show."""
        return not self.outputs


def embed(wanted: Wanted, formats: Sequence[Format], *, id_prefix: str = "") -> Embedded:
    """Draw a chart in each of the formats, or tell why it cannot be drawn; nothing of ours is raised."""
    asked_for = (wanted.path,) if wanted.data is None else ()
    try:
        return _drawn(wanted, formats, id_prefix)
    except InputError as error:
        files = (Path(path) for path in error.sources)
        troubles = tuple(_told(one) for one in error.diagnostics if one.severity is not Severity.NOTE)
        return Embedded(files=_others(wanted, (*asked_for, *files)), troubles=troubles)
    except OrgvizError as error:
        hint = error.hint if isinstance(error, UsageError | ToolError) else None
        files_of_theme = theme_files(_theme(wanted)) if "theme" in wanted.options else ()
        message = visible(str(error).removeprefix("--"))
        trouble = Trouble(_with_hint(message, hint), "tool" if isinstance(error, ToolError) else "option")
        return Embedded(files=_others(wanted, (*asked_for, *files_of_theme)), troubles=(trouble,))
    except Exception as error:  # a mistake of ours must not take a whole build with it
        if os.environ.get("ORGVIZ_DEBUG"):
            raise
        message = f"internal error: {type(error).__name__}: {visible(str(error))[:200]}"
        return Embedded(files=asked_for, troubles=(Trouble(_with_hint(message, "this is a bug of orgviz"), "bug"),))


def _drawn(wanted: Wanted, formats: Sequence[Format], id_prefix: str) -> Embedded:
    theme = _theme(wanted)
    options = read_options({**wanted.options, **({"theme": theme} if "theme" in wanted.options else {})})
    _refuse_outside([wanted.path, *theme_files(theme)], wanted.root)
    data = read_file(str(wanted.path), LIMITS.bytes) if wanted.data is None else wanted.data
    fetch = None if wanted.root is None else _fetcher(wanted.root)
    reading = read_org(data, str(wanted.path), replace(options.reading, fetch=fetch))
    (shown,) = shown_views(reading.org, options.views, ())
    done = draw(
        replace(reading, org=shown.org), formats, replace(options.drawing, id_prefix=id_prefix), whole=shown.whole
    )
    own = [] if wanted.data is not None else [(data, str(wanted.path))]
    findings = tuple(_told(one) for one in done.findings if one.severity is not Severity.NOTE)
    return Embedded(
        outputs=done.outputs,
        files=_others(wanted, files_read(own, all_read(reading), theme=theme)),
        troubles=(*findings, *_of_fonts(done.font_warnings)),
    )


def _others(wanted: Wanted, files: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files beside the page itself, each once."""
    return tuple(path for path in dict.fromkeys(files) if wanted.data is None or path != wanted.path)


def _theme(wanted: Wanted) -> str:
    """Return the theme that is asked for: a file is found from where the page or source lies."""
    name = wanted.options.get("theme", "default").strip()
    is_file = "/" in name or "\\" in name or name.endswith((".yaml", ".yml"))
    return os.path.normpath(wanted.path.parent / name) if is_file else name


def _refuse_outside(paths: Sequence[Path], root: Path | None) -> None:
    outside = None if root is None else next((path for path in paths if not is_inside(path, root)), None)
    if outside is not None:
        raise UsageError(f"{quoted(outside.name)} lies outside the folder of the pages", "put it into that folder")


def is_inside(path: Path, root: Path) -> bool:
    """Whether a file lies in a folder, symbolic links followed."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _fetcher(root: Path) -> Callable[[str], bytes]:
    """Return what reads the files that a source includes: those of the pages only."""

    def fetch(name: str) -> bytes:
        if not is_inside(Path(name), root):
            raise OSError(None, "it lies outside the folder of the pages")
        if not Path(name).is_file():
            raise FileNotFoundError(None, "there is no such file")
        with Path(name).open("rb") as file:
            return file.read(LIMITS.bytes + 1)

    return fetch


def _told(finding: Diagnostic) -> Trouble:
    message = _with_hint(visible(finding.message), finding.hint)
    is_fatal = finding.severity is Severity.ERROR
    return Trouble(message, finding.code, finding.span.path, finding.span.line, is_fatal)


def _of_fonts(warnings: Sequence[FontWarning]) -> Iterator[Trouble]:
    for warning in dict.fromkeys(warnings):
        yield Trouble(_with_hint(warning.message, warning.hint), "font", fatal=False)


def _with_hint(message: str, hint: str | None) -> str:
    return f"{message} ({visible(hint)})" if hint else message
