"""Set paragraphs that begin with a title in bold type below that title: **Audit.** Checks the books."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orgviz.document.names.judging import STRONG, Sort, judge
from orgviz.document.names.keys import read_key
from orgviz.document.names.people import is_person
from orgviz.document.outline.line import Line
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import linked
from orgviz.patterns import pattern

_BULLET = Mark("•")
_FEWEST = 2
_MOST_WORDS = 6
_LEAST_BEHIND = 12  # characters: less is a note behind a name
_DIVIDER = pattern(r"\s*(?:[.:–—]|-{1,2}(?=\s))\s*")
_VERB = pattern(r"\s(?:\w+ly\s)?(?:is|are|has|have|[a-z]{2,}s)\s")


def run_in_titles(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, each paragraph with a title in bold at its beginning as that title and the text below it.

    One alone is stress. Where several stand in a document, they are its lowest headings.
    """
    titled = {number for number, line in enumerate(lines) if _is_titled(line)}
    held = {number for number, line in enumerate(lines) if _is_held(line)}
    for number, line in enumerate(lines):
        if number in held and len(held) >= _FEWEST:
            title, who = line.body.cut(0, line.lead), line.body.cut(line.lead)
            yield replace(line, body=linked(title, ": ", who), mark=_BULLET, lead=0)
            continue
        if number not in titled or len(titled) < _FEWEST:
            yield line
            continue
        title = line.body.cut(0, line.lead)
        divider = _DIVIDER.match(line.body.text, line.lead)
        yield replace(line, body=title.cut(0, len(title.text.rstrip(" .:"))), is_bold=True, lead=0)
        behind = line.body.cut(divider.end() if divider else line.lead)
        yield replace(line, body=behind, after_blank=False, lead=0)


def _has_lead(line: Line) -> bool:
    """Whether a paragraph begins with words in bold."""
    return line.lead > 0 and line.mark is None and not line.cells and line.body.folded.isascii()


def _is_held(line: Line) -> bool:
    """Whether a line names a post in bold and a person behind it: **Clerk** Ann Lee."""
    if not _has_lead(line):
        return False
    title, who = line.body.cut(0, line.lead), line.body.cut(line.lead)
    return judge(title.folded) is Sort.POST and is_person(who.text, who.folded)


def _is_titled(line: Line) -> bool:
    """Whether a paragraph begins with a title in bold, behind which a sentence follows."""
    if line.is_bold or not _has_lead(line):
        return False
    title = line.body.text[: line.lead].rstrip(" .:")
    words = title.split()
    if not 0 < len(words) <= _MOST_WORDS or not have_capitals(words) or read_key(title.lower()) is not None:
        return False
    ends = line.body.text[: line.lead].endswith(".")
    behind = line.body.text[line.lead :]
    is_divided = ends or (_DIVIDER.match(behind) is not None and ":" not in behind[:2] + title[-1:])
    is_told = is_divided or _is_post_and_work(title, behind)
    if not is_told and (_VERB.match(behind) is None or _is_subject(line, title)):
        return False
    return len(behind) >= _LEAST_BEHIND


_LEAST_WORDS = 4


def _is_post_and_work(title: str, behind: str) -> bool:
    """Whether a post or unit in bold has a sentence of its own behind it: **Clerk** Takes the minutes of meetings."""
    words = behind.split()
    is_sentence = behind[:1].isspace() and len(words) >= _LEAST_WORDS and words[0][:1].isupper() and words[1].islower()
    return is_sentence and judge(title.lower()) in STRONG


_IS = pattern(
    r"\s(?:is|was|serves as|acts as|works as)\s(?:currently |also )?(?:(?:the|our|an?|[\w.&-]{1,30}'s)\s)?"
    r"(?P<title>[^.;,:]{2,60}?)(?=[.;,:]|$| and | who )"
)


def _is_subject(line: Line, title: str) -> bool:
    """Whether what is in bold is a person of whom the sentence says the post: **Ann Lee** is our treasurer."""
    said = _IS.match(line.body.folded, line.lead)
    return said is not None and is_person(title, title.lower()) and judge(said["title"]) is Sort.POST
