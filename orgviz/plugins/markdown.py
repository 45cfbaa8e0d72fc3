"""Charts in Python-Markdown and MkDocs: a fence of the language ``orgviz`` becomes SVG in the page.

As an extension, ``orgviz.plugins.markdown``; or, inside lists and admonitions, as a custom fence of
``pymdownx.superfences`` with `fence` as its format and `validator`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from orgviz.diagnostics import UsageError
from orgviz.plugins.embedding import Embedded, Trouble, Wanted, embed
from orgviz.plugins.fence import Fence, asks_for_chart, fences, read_info
from orgviz.plugins.inline_svg import checked_width, id_prefix, inline_svg
from orgviz.render_options import Format

_OWN = ("src", "alt", "width", "align", "caption", "name", "class")
_ALIGNED = {"left": "left", "center": "center", "right": "right"}
_BEFORE_OTHER_FENCES = 27  # those of Markdown and of superfences have 25; tabs and line ends are settled at 30
_TOLD = 20  # troubles of one chart


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page stands.

    Args:
        root: the folder of all pages, which no chart may read outside of.
        file: the page's own, or one that would stand in `root` where nobody knows it.
        told: how messages name it.
        above: how many lines of the file are not in the text, such as settings at its beginning.
    """

    root: Path
    file: Path
    told: str
    above: int = 0
    in_mkdocs: bool = False


class OrgvizExtension(Extension):
    """The extension; `base` is the folder that charts are read from where MkDocs does not say it."""

    def __init__(self, **settings: Any):  # noqa: ANN401 - as Markdown gives them
        self.config = {"base": [".", "the folder of the pages: no chart is read from outside of it"]}
        super().__init__(**settings)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Look for fences before Markdown does."""
        charts = _Charts(md, Path(str(self.getConfig("base"))))
        md.preprocessors.register(charts, "orgviz", _BEFORE_OTHER_FENCES)


class _Charts(Preprocessor):
    """Puts charts in the place of their fences; whatever else stands in fences is left alone."""

    def __init__(self, md: Markdown, base: Path):
        super().__init__(md)
        self.base = base

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a page with what Markdown later fills a chart in for."""
        wanted = [fence for fence in fences(lines) if asks_for_chart(fence.info)]
        if not wanted:
            return lines
        page = _page(self.md, self.base)
        written: list[str] = []
        done = 0
        for fence in wanted:
            written += [*lines[done : fence.first], "", self._chart(fence, page), "", ""]
            done = fence.after
        return [*written, *lines[done:]]

    def _chart(self, fence: Fence, page: Page) -> str:
        first = page.above + fence.first + 1
        number = self.md.htmlStash.html_counter
        try:
            html = _html(fence.text, read_info(fence.info), page, first, number)
        except UsageError as error:
            html = _failure([_of_usage(error)], page, first)
        return str(self.md.htmlStash.store(html))


def makeExtension(**settings: Any) -> OrgvizExtension:  # noqa: ANN401, N802 - what Markdown calls
    """Return the extension, as Markdown asks for it by the name of this module."""
    return OrgvizExtension(**settings)


def validator(language: str, inputs: Mapping[str, str], options: dict[str, Any], attrs: object, md: object) -> bool:
    """Take every option of a fence, for `fence` to tell which are right; `pymdownx.superfences` calls it."""
    del language, attrs, md
    options.update(inputs)
    return True


def fence(
    source: str,
    language: str,
    css_class: str,
    options: Mapping[str, Any],
    md: Markdown,
    *,
    classes: object = None,
    id_value: str = "",
    attrs: Mapping[str, str] | None = None,
    **further: object,
) -> str:
    """Return a chart as HTML; `pymdownx.superfences` calls it, for fences inside of other things too."""
    del language, css_class, classes, further
    written = {**{name: str(value) for name, value in options.items()}, **(attrs or {})}
    if id_value:
        written["name"] = id_value
    page = _page(md, Path())
    return _html(source.rstrip() + "\n", written, page, None, md.htmlStash.html_counter)


def _html(text: str, written: Mapping[str, str], page: Page, first: int | None, number: int) -> str:
    """Return the chart of a fence as HTML, or what is wrong with it; `first` is the fence's line in the page."""
    own = {name: written[name] for name in _OWN if name in written}
    options = {name: value for name, value in written.items() if name not in own}
    try:
        width = checked_width(own.get("width"))
        wanted = _wanted(text, own.get("src"), options, page)
    except UsageError as error:
        return _failure([_of_usage(error)], page, first)
    drawn = embed(wanted, [Format.SVG], id_prefix=id_prefix(page.told, number))
    if drawn.failed:
        return _failure(drawn.troubles, page, first)
    _tell(drawn.troubles, page, first)
    return _figure(drawn, own, width)


def _of_usage(error: UsageError) -> Trouble:
    return Trouble(f"{error} ({error.hint})" if error.hint else str(error), "option")


def _wanted(text: str, src: str | None, options: Mapping[str, str], page: Page) -> Wanted:
    if src is None:
        if not text.strip():
            raise UsageError("there is nothing to draw", 'write the organisation in the fence, or name a file: src="…"')
        return Wanted(
            data=text.encode(errors="surrogatepass"),
            path=page.file,
            options={"from": "yaml", **options},
            root=page.root,
        )
    if text.strip():
        raise UsageError("a chart is drawn from a file or from what stands here, not from both")
    place = page.root / src.lstrip("/") if src.startswith("/") else page.file.parent / src
    return Wanted(data=None, path=Path(os.path.normpath(place)), options=options, root=page.root)


def _figure(drawn: Embedded, own: Mapping[str, str], width: str | None) -> str:
    svg = inline_svg(drawn.outputs[0].decode(), width=width, alt=own.get("alt"))
    align = _ALIGNED.get(own.get("align", "").lower())
    classes = " ".join(("orgviz", *own.get("class", "").split()))
    name = f' id="{escape(own["name"])}"' if own.get("name") else ""
    style = f"margin:1em 0;overflow-x:auto{f';text-align:{align}' if align else ''}"
    caption = f"<figcaption>{escape(own['caption'])}</figcaption>" if own.get("caption") else ""
    return f'<figure{name} class="{escape(classes)}" style="{style}">{svg}{caption}</figure>'


def _failure(troubles: tuple[Trouble, ...] | list[Trouble], page: Page, first: int | None) -> str:
    """Tell what is wrong, and show it in the place of the chart."""
    _tell(troubles, page, first)
    lines = "\n".join(_told(trouble, page, first) for trouble in troubles if trouble.fatal)
    return f'<div class="orgviz-error admonition danger"><pre>{escape(lines)}</pre></div>'


def _tell(troubles: tuple[Trouble, ...] | list[Trouble], page: Page, first: int | None) -> None:
    # A warning of MkDocs' own loggers is counted by `mkdocs build --strict`.
    log = logging.getLogger("mkdocs.plugins.orgviz" if page.in_mkdocs else "orgviz.markdown")
    for trouble in troubles[:_TOLD]:
        log.warning("orgviz: %s", _told(trouble, page, first))
    if len(troubles) > _TOLD:
        log.warning("orgviz: … and %d more", len(troubles) - _TOLD)


def _told(trouble: Trouble, page: Page, first: int | None) -> str:
    """Return a trouble with its place, by the line of the page for what stands in the page."""
    message = trouble.message.replace(f"{page.root}{os.sep}", "").replace(str(page.root), ".")
    if trouble.path is None or trouble.line is None or Path(trouble.path) == page.file:
        inner = trouble.line or 0
        place = page.told if first is None else f"{page.told}:{first + inner}"
        return f"{place}: {message}"
    return f"{Path(os.path.relpath(trouble.path, page.root)).as_posix()}:{trouble.line}: {message}"


def _page(md: Markdown, base: Path) -> Page:
    """Return where the page stands: MkDocs leaves it with what turns links between pages into addresses."""
    links = next((md.treeprocessors[name] for name in ("relpath",) if name in md.treeprocessors), None)
    file, config = getattr(links, "file", None), getattr(links, "config", None)
    place, root = getattr(file, "abs_src_path", None), getattr(config, "docs_dir", None)
    if place is None or root is None:
        root = base.resolve()
        return Page(root, root / "page.md", "page")
    told = getattr(file, "src_uri", None) or Path(place).name
    return Page(Path(root), Path(place), told, _lines_above(Path(place), md), in_mkdocs=True)


def _lines_above(file: Path, md: Markdown) -> int:
    """Return how many lines of a page MkDocs has taken off before the text; none where other plugins change it."""
    try:
        whole = file.read_text(encoding="utf-8-sig").rstrip().split("\n")
    except (OSError, UnicodeDecodeError):
        return 0
    text = [line.rstrip() for line in "\n".join(getattr(md, "lines", [])).rstrip().split("\n")]
    above = len(whole) - len(text)
    return above if above > 0 and [line.rstrip() for line in whole[above:]] == text else 0
