"""Take an English sentence apart that holds two: between its halves, in a bracket, or behind the one who leads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from orgviz.document.english.phrases import NUMBER
from orgviz.document.english.reworded import together, word
from orgviz.document.names.judging import singular
from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

# Split into Web and Data, each with its own lead: each has one.
_EACH_WITH = pattern(
    r"(?P<first>[^;]{12,}?)\s?[,–—-]\s?each\s(?:one\s)?(?:with|having)\s(?P<what>(?:its\sown|their\sown|an?|one|two)\s[^:;]{3,80})"
)
# Two crews, each led by a foreman: Roads and Drains: they are named behind.
_EACH_BETWEEN = pattern(
    r"(?P<front>[^:;]{3,90}?),\seach\s(?:of\s(?:which|them)\s)?(?:(?:is\s)?(?P<led>(?:led|headed(?:\sup)?|run|managed|overseen|chaired|"
    r"supervised)\sby)|with|has|having)\s(?P<what>(?:its\sown|an?|one|two)\s[^:;]{3,60}?):\s(?P<list>.{3,})"
)
# The Sales Office (led by Ann Lee) keeps two desks: who leads it, and what is said of it.
_LED_ASIDE = pattern(
    r"(?P<who>[^(),:;]{3,60}?)\s\((?P<led>(?:led|headed(?:\sup)?|run|managed|overseen|chaired|supervised|directed)\sby\s[^()]{3,60})\)"
    r"\s(?P<said>(?!and\b|or\b)[a-z].{3,})"
)
# Headed by the Forester, with two wardens beneath: these report to the Forester.
_BENEATH = pattern(
    r"(?P<first>[^;:]{3,90}?\s(?:led|headed(?:\sup)?|run|managed|directed|overseen|chaired|supervised|commanded)\sby\s"
    r"(?P<who>(?:the|an?|our)\s[^,;:]{3,60}?)),?\s(?:and\s)?with\s(?P<what>[^;:]{3,160}?)\s(?:directly\s)?"
    r"(?:beneath|under(?:neath)?|below|(?:working|serving|sitting)\sunder|reporting\sto)(?:\s(?:him|her|them|it))?"
)
# Cranes is the largest unit, with a foreman and two riggers: it has them.
_WITH = pattern(
    r"(?P<who>[^,:;]{2,60}?)\s(?:is|are)\s(?:an?|the|our|one\sof\s(?:the|our))\s(?:[a-z-]+\s){0,4}"
    r"(?:departments?|divisions?|units?|teams?|sections?|crews?|offices?|groups?|squads?|branch(?:es)?)"
    r"(?:\s(?:of|in|at)\s[^,:;]{2,50}?)?,?\swith\s(?P<what>(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s[^;:]{3,200})"
)
# The mate reports to the master and the cooks report to the mate: each half says to whom.
_REPORT_TWICE = pattern(
    r"(?P<first>[^:;]{3,80}?\sreports?\s(?:\w+ly\s)?to\s[^,:;]{3,60}?),?\s(?:and|while|whereas)\s"
    r"(?P<second>[^,:;]{2,60}?\sreports?\s(?:\w+ly\s)?to\s.{3,})"
)
# The club is run by a committee consisting of a chair and six members: there is the Committee, and it consists of them.
_RUN_BY = pattern(
    r"(?P<first>[^,:;]{3,80}?\s(?:is|are|(?:shall|will)\sbe)(?:,\s[^,]{3,20},)?\s"
    r"(?:run|governed|managed|led|directed|controlled|administered|overseen|headed)(?:,\s[^,]{3,20},)?\sby\s"
    r"an?\s(?P<body>(?:[a-z]+\s){0,2}(?:committee|board|council|team|panel)))\s"
    r"(?:consisting\sof|comprising|(?:composed|comprised|made\sup)\sof|which\sconsists\sof|with)\s(?P<what>[^:;]{3,})"
)
# The North Mill is run by Ann Lee, with Bob Stone serving as the Deputy Manager: two people with their posts.
_WITH_AS = pattern(
    r"(?P<first>(?P<unit>(?:the\s)?[^,:;]{3,60}?)(?:,\s(?:comprising|covering|which\scovers)\s[^,:;]{3,60},)?\s"
    r"(?P<led>(?:is|are)\s(?:led|headed|commanded|run|managed|directed|chaired|supervised)\sby\s[^,:;]{3,60})),\s"
    r"(?:and\s)?with\s(?P<who>[^,:;]{3,40}?)\s(?:serving\s|acting\s)?as\s(?:the\s|its\s|his\s|her\s|an?\s)?(?P<post>[^,:;]{3,60})"
)
# The leadership responsibilities are shared by a chief and two captains: there are these.
_SHARED = pattern(
    r"[^,:;]{0,60}\b(?:leadership|management|command|responsibilit(?:y|ies)|duties|direction)\b[^,:;]{0,40}?\s"
    r"(?:is|are)\s(?:jointly\s)?shared\s(?:by|among|amongst|between)\s(?P<what>(?:the|an?|our|two|three)\s[^:;]{3,})"
)
_HALF = pattern(
    r"\s?(?:and\s|while\s)?(?!(?:the\s)?(?:first|second|third|fourth|last|one|other|another)\b)[^,:;]{3,80}?\s(?:is|are|has|have|reports?|heads?|leads?|"
    r"manages?|oversees?|supervises?|directs?|commands?|runs?|consists?|comprises?|comes?|belongs?|works?|includes?|contains?)\s"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a sentence that holds two, the sign or word without which none is one, and how it is taken apart."""

    sign: str
    pattern: re.Pattern[str]
    apart: Callable[[Passage, re.Match[str]], tuple[Passage, ...]]


def two_sentences(text: Passage) -> tuple[Passage, ...]:
    """Return the sentences that one sentence holds; only itself where it holds no other.

    >>> from orgviz.document.text.passages import passage
    >>> [one.text for one in two_sentences(passage("The Mill (led by the Miller) has a Yard Unit", 1, 1))]
    ['The Mill is led by the Miller', 'The Mill has a Yard Unit']
    """
    return tuple(one for half in _halves(text) for one in _apart(half))


def _halves(text: Passage) -> list[Passage]:
    """Return the sentences between which a semicolon stands, where these are not the items of a list."""
    if ";" not in text.folded:
        return [text]
    parts = list(text.split(match.span() for match in re.finditer(r";\s", text.folded)))
    return parts if all(_HALF.match(part.folded) for part in parts) else [text]


def _apart(text: Passage) -> tuple[Passage, ...]:
    for form in _FORMS:
        match = form.pattern.fullmatch(text.folded) if form.sign in text.folded else None
        if match is not None:
            return form.apart(text, match)
    return (text,)


def _each_between(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    what, listed = text.cut(*match.span("what")), text.cut(match.start("list"))
    each = word(what, "Each is led by" if match["led"] else "Each has")
    return together(text.cut(0, match.end("front")), word(listed, ":"), listed), together(each, what)


def _led_aside(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    who, led = text.cut(*match.span("who")), text.cut(*match.span("led"))
    return together(who, word(led, "is"), led), together(who, text.cut(match.start("said")))


def _beneath(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    what, who = text.cut(*match.span("what")), text.cut(*match.span("who"))
    return text.cut(0, match.end("first")), together(what, word(what, "report to"), who)


def _with(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    what = text.cut(match.start("what"))
    return (together(text.cut(*match.span("who")), word(what, "has"), what),)


def _run_by(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    what = text.cut(match.start("what"))
    return text.cut(0, match.end("first")), together(word(what, f"The {match['body'].title()} consists of"), what)


def _shared(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    what = text.cut(match.start("what"))
    return (together(word(what, "There are"), what),)


def _with_as(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    unit, led = text.cut(*match.span("unit")), text.cut(*match.span("led"))
    who, post = text.cut(*match.span("who")), text.cut(*match.span("post"))
    return together(unit, led), together(word(who, "Its"), post, word(who, "is"), who)


def _each_with(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    what = text.cut(match.start("what"))
    counted = _COUNTED_LAST.search(text.text[: match.end("first")])
    each = f"Each {singular(counted['noun'])} has" if counted else "Each has"
    return text.cut(0, match.end("first")), together(word(what, each), what)


# Has three lines, each with a leader: each line, and none of what was named before.
_COUNTED_LAST = pattern(rf"\b{NUMBER}\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z-]{{3,}}s)$")


def _report_twice(text: Passage, match: re.Match[str]) -> tuple[Passage, ...]:
    return text.cut(*match.span("first")), text.cut(match.start("second"))


_FORMS = (
    _Form(" by ", _RUN_BY, _run_by),
    _Form(" shared ", _SHARED, _shared),
    _Form(" with ", _WITH_AS, _with_as),
    _Form(" report", _REPORT_TWICE, _report_twice),
    _Form(", each ", _EACH_BETWEEN, _each_between),
    _Form(" by ", _LED_ASIDE, _led_aside),
    _Form(" with ", _BENEATH, _beneath),
    _Form(" with ", _WITH, _with),
    _Form("each ", _EACH_WITH, _each_with),
)
