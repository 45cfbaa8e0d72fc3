"""Tell what a line without a mark is: a title, a name with its duty, a key, a lead-in sentence, or prose."""

from __future__ import annotations

import re

from orgviz.document.names.bare_lists import bare_listing
from orgviz.document.names.comma_names import is_comma_name
from orgviz.document.names.crew import read_crew, tells_who
from orgviz.document.names.entry import masked, read_entry
from orgviz.document.names.judging import STRONG, Sort, is_known_field, is_wide, judge
from orgviz.document.names.keys import Key, is_keyed, read_key
from orgviz.document.names.own_class import called_behind
from orgviz.document.outline.lines import Line
from orgviz.document.outline.paragraphs import Shape, is_counted_post, shape_of
from orgviz.document.text.capitals import have_capitals
from orgviz.document.text.marks import Mark
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

BOLD, BARE, LEAD, NAMED, KEY = Mark("bold"), Mark("bare"), Mark("lead"), Mark("named"), Mark("key")


def mark_of_unmarked(line: Line) -> Mark | None:
    """Return what stands for the mark of a line without one; nothing for prose and rows of tables."""
    if line.cells:
        return None
    shape = shape_of(line.body.folded)
    if not line.is_bold and ":" in line.body.folded and _is_key(line):
        return KEY
    if line.is_bold and line.body.folded.endswith(":") and read_key(line.body.folded) in (Key.BELOW, Key.MEMBERS):
        return KEY
    if line.is_bold and (shape is not Shape.PROSE or shape_of(masked(line.body.folded)) is Shape.TITLE):
        return BOLD
    if _are_classed_lists(line.body):
        return None
    if shape is not Shape.LEAD and (_is_named(line) or is_keyed(line.body.folded)):
        return NAMED
    if shape is Shape.PROSE and _is_name_alone(line):
        return BARE
    if shape is Shape.TITLE and len(bare_listing(line.body).items) >= _SEVERAL:
        return None  # a paragraph that lists what stands below the title before it
    return {Shape.TITLE: BARE, Shape.LEAD: LEAD, Shape.PROSE: None}[shape]


_SEVERAL = 3  # names on a line; two may be a title for both
_ALONE = pattern(r"(?!The |A |An |Our |This |These |Its )[A-Z][^.,;:!?]{3,50}\.")


def _is_name_alone(line: Line) -> bool:
    """Whether a line is nothing but a name with capitals, with commas in it or a stop behind it."""
    text = line.body.text
    if is_comma_name(text):
        return True
    return _ALONE.fullmatch(text) is not None and text.count(" ") < _FEW and judge(line.body.folded[:-1]) in STRONG


_FEW = 6


def _is_key(line: Line) -> bool:
    """Whether a line is a key with its value; 总经理：负责… is a name with its duty."""
    head, _, rest = line.body.folded.partition(":")
    key = read_key(head)
    is_duty = bool(re.match(r"\s*(?:主要|全面|分别)?(?:负责|协助|主持|管理|承担)", rest))
    return key is not None and not (key is Key.HEAD and is_duty)


def _is_held(body: Passage) -> bool:
    """Whether a line is a post and who holds it: Sales Manager - Ann Lee."""
    if "-" not in body.folded and "–" not in body.text and "—" not in body.text:
        return False
    entry = read_entry(body)
    return entry.divider == "-" and entry.sort is Sort.POST and entry.rest is not None and tells_who(entry.rest)


def _is_named(line: Line) -> bool:
    """Whether a line without mark is a name and its duty, such as 运营总监:负责运营."""
    if is_counted_post(line.body.folded):
        return True
    if _is_explained(line) or _is_called_behind(line) or _is_held(line.body):
        return True
    colon = masked(line.body.folded).find(":")  # 营销中心(总监:孙立) is a title
    head, rest = line.body.folded[: max(colon, 0)], line.body.folded[colon + 1 :]
    if colon < 0 or not rest.strip():
        return False
    if not is_wide(head):
        return _is_latin_named(line, head)
    does = bool(_WORKS.match(rest))
    if does and len(head) <= _LONGEST_HEAD and _are_several(head):
        return True
    if len(head) > 20:
        return False
    sort = read_entry(line.body).sort
    tells = does or _is_crew(line.body.cut(len(head) + 1)) or _lists_units(head, line.body.cut(len(head) + 1))
    return sort in STRONG or (sort is Sort.FIELD and tells)


_BLOCK = pattern(r".{2,}(?:板块|条线|系统|业务群|口)$")


def _lists_units(head: str, rest: Passage) -> bool:
    """Whether nothing but units stands behind the name of a block of them: 地产板块:华东公司、华南公司."""
    items = bare_listing(rest).items if _BLOCK.match(head) else ()
    return len(items) > 1 and all(judge(item.name.folded) is Sort.UNIT for item in items)


_WORKS = pattern(r"\s*(?:主要|全面|具体|共同)*(?:负责|协助|承担|主持|统筹|分管)")


def _are_several(head: str) -> bool:
    """Whether what stands before a colon names several units or posts: 副主任、治保主任."""
    names = head.split("、")
    return len(names) > 1 and all(judge(name) in STRONG for name in names)


def _is_crew(rest: Passage) -> bool:
    """Whether several posts with their numbers or holders, and nothing else, stand behind a name."""
    crew = read_crew(rest)
    return len(crew.told) > 1 and not crew.left


_CLASSED = pattern(r"[^,。;:]{2,12}:(?P<list>[^:。;]+)[。;]\s*(?:[^,。;:]{2,12}:[^:。;]+(?:[。;]\s*|$))+")


def _are_classed_lists(body: Passage) -> bool:
    """Whether a line holds several lists, each behind the word for its class: 行政口:甲部、乙部。业务口:丙部、丁部."""
    match = _CLASSED.fullmatch(body.folded) if body.folded.count(":") > 1 else None
    return match is not None and bool(bare_listing(body.cut(*match.span("list"))).items)


_LONGEST_HEAD = 48
_STROKE = pattern(r"(?P<head>[A-Z][\w&'’/ .()-]{2,46}?)\s(?:--?|–|—)\s(?=[A-Z])")


def _is_explained(line: Line) -> bool:
    """Whether a line begins with a unit or post and goes on behind a stroke with a sentence: Head Cook - The head."""
    match = _STROKE.match(line.body.text)
    if match is None or len(line.body) < match.end() + _SENTENCE:
        return False
    is_title = have_capitals(match["head"].split())
    return is_title and judge(line.body.folded[: match.end("head")]) in STRONG


_CALLS = pattern(r"(?::|\.|\s(?:--?|–|—))\s(?:this|the|our|an?|is|are) ")


def _is_called_behind(line: Line) -> bool:
    """Whether a line begins with a name that the text behind says to be a unit or a post: Spa - This team runs it."""
    if _CALLS.search(line.body.folded, 0, _LONGEST_NAMED) is None:
        return False
    entry = read_entry(line.body)
    is_title = entry.name.text[:1].isupper() and len(entry.name) <= _LONGEST_HEAD
    return is_title and entry.rest is not None and called_behind(entry.name.folded, entry.rest.folded) is not None


_LONGEST_NAMED = 60
_SENTENCE = 30  # characters from which on a text explains rather than names
_DOES = pattern(r"(?:is |are )?(?:responsible|dedicated|accountable|tasked|in charge)\b|[a-z]+(?:s|es) [a-z]")


def _is_latin_named(line: Line, head: str) -> bool:
    """Whether a line begins with a unit or post written with a capital, and goes on with a sentence on its work."""
    entry = read_entry(line.body)
    rest = entry.rest.text.split() if entry.rest is not None else []
    is_field = entry.sort is Sort.FIELD and is_known_field(entry.name.folded) and _DOES.match(" ".join(rest).lower())
    is_staffed = entry.sort in (*STRONG, Sort.FIELD) and entry.rest is not None and tells_who(entry.rest)
    is_known = entry.sort in STRONG or is_field
    is_wide_told = entry.rest is not None and is_wide(entry.rest.folded)  # COO:许晴,负责市场和运营
    is_name = (
        (is_staffed or (is_known and (len(rest) > 1 or is_wide_told)))
        and entry.divider == ":"
        and entry.name.text[:1].isupper()
    )
    return bool(is_name) and len(head) <= _LONGEST_HEAD and read_key(head) is None
