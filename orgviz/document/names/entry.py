"""Divide an item into the name of a unit or post and what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from orgviz.document.names.bracketed import sort_beside, with_bracketed_posts
from orgviz.document.names.comma_names import ENDS_IN_RANK, is_comma_name, led_by
from orgviz.document.names.counted_posts import without_count
from orgviz.document.names.judging import STRONG, Sort, bare, is_known_field, is_wide, judge
from orgviz.document.names.keys import Key, read_key
from orgviz.document.names.latin_names import begins_with_article, is_german_name, plain_name, romance_article
from orgviz.document.names.notes import Named, people_in, read_notes
from orgviz.document.names.people import is_person
from orgviz.document.names.quoted_names import INNER, MASK, QUOTE, classed_name, quoted_name
from orgviz.document.names.spelled_counts import spelled_count
from orgviz.document.names.tails import WHOLE_CLASSES, tail_of, without_leader
from orgviz.document.names.verbs_behind import motto_before_name, verb_behind_name
from orgviz.document.names.words import words
from orgviz.document.text.hinted import hinted
from orgviz.document.text.passages import Passage, joined, with_tabs
from orgviz.patterns import pattern

_COLON = pattern(r":(?:(?<!https:)(?<!http:)(?<!\d:)(?!//)(?!(?<=[a-zäöüß]:)in(?:nen)?\b)|(?<=\d:)(?!\d))")
_DASH = hinted("[-–—=→⇒➜~]|//|::", r"\s+(?://|::|~)\s+|\s+-{1,3}\s+|-{2,}|\s*——+\s*|\s+(?:=|–|—)\s+|\s*(?:=>|→|⇒|➜)\s*")
_COMMA = pattern(r",|。(?=.)")
_GAP = hinted(
    r"[|\s.…·](?:(?<=[|\t])|(?<=\s)\s|(?<=\.)\.\.|(?<=…)…|(?<=·)··)",
    r"\t+|\s{2,}|\s*\|\s*|\s*(?:\.{3,}|…{2,}|·{3,})\s*",
)
# 客服部职能及运作职能就是…: a heading that runs on into its text.
_RUN_ON = pattern(
    r"(?P<name>[^,。;:的]{2,12}?)(?:的)?(?:主要|工作|岗位|部门)?(?:职能|职责)(?:及|与|和|、)?(?:运作|分工"
    r"|范围)?(?:职能|职责)?(?:就是|是|为)?(?=[\u4e00-\u9fff]{4})"
)
# 行政部门 行政部门是…: a heading and its text on one line.
_AGAIN = pattern(r"(?P<name>[^\s,。;:]{2,14})(?:\s+|(?<=..))(?=(?P=name)(?!$))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item's name, and the rest behind it.

    Args:
        sort: what the name is, without its notes.
        rest: a duty, or what the item's key has as its value; ``None`` where there is none.
        divider: what stands between: ``:``, ``-``, ``,``, a verb, or nothing.
    """

    named: Named
    sort: Sort
    rest: Passage | None = None
    divider: str = ""

    @property
    def name(self) -> Passage:
        """The name without its notes."""
        return self.named.name


# Every line is looked at several times from end to end: a memory for fewer lines than a document has would be none.
@lru_cache(maxsize=1 << 17)
def read_entry(body: Passage) -> Entry:
    """Divide an item at the first divider behind something that can be a name."""
    body = body.cut(motto_before_name(body))
    outside = masked(body.folded)
    told = _told_of_its_name(body)
    if told is not None:
        return told
    gap = _GAP.search(with_tabs(body, outside)) or _wide_space(body)
    if gap and gap.start() and judge(read_notes(body.cut(0, gap.start())).name.folded) in STRONG:
        return _entry(body.cut(0, gap.start()), body.cut(gap.end()), " ")
    head = _unit_and_head(body, outside)
    if head is not None:
        return head
    for form, divider in ((_COLON, ":"), (_DASH, "-"), (_GAP, " ")):
        match = form.search(outside)
        if divider == "-" and match and _is_aside(body, outside, match):
            continue
        if match and match.start() > 0 and _can_be_name(body.folded[: match.start()]):
            return _entry(body.cut(0, match.start()), body.cut(match.end()), divider)
    section = _RUN_ON.match(body.folded)
    if section and judge(section["name"]) is Sort.UNIT:
        return _entry(body.cut(0, section.end("name")), body.cut(section.end()), "verb")
    if (titled := _person_and_title(body)) is not None:
        return titled
    stop = _STOP_BEHIND.match(body.text)
    if stop and judge(body.folded[: stop.end("name")]) in STRONG:
        return _entry(body.cut(0, stop.end("name")), body.cut(stop.end()), ".")
    comma = _COMMA.search(outside)
    if comma and not is_wide(body.folded) and (field := _field_behind(body, comma)) is not None:
        return field
    if comma and comma.start() > 1 and judge(body.folded[: comma.start()]) in STRONG and comma.end() < len(body):
        return _entry(body.cut(0, comma.start()), body.cut(comma.end()), ",")
    verb = verb_behind_name(body.folded)
    if verb is not None:
        return _entry(body.cut(0, verb), body.cut(verb), "verb")
    return _entry(body, None, "")


def _told_of_its_name(body: Passage) -> Entry | None:
    """Read a name that is said twice, stands in quotes or behind its class, and what is said of it."""
    classed = classed_name(body.text)
    if classed:
        return Entry(named=Named(name=body.cut(classed.start("name"))), sort=Sort.UNIT)
    quoted = quoted_name(body.text)
    if quoted:
        entry = _entry(body.cut(*quoted.span("name")), body.cut(quoted.end()), ",")
        return entry if entry.sort in STRONG else replace(entry, sort=Sort.FIELD)
    if (again := _AGAIN.match(body.folded)) and judge(again["name"]) in STRONG:
        return _entry(body.cut(0, again.end("name")), _said_again(body.cut(again.end()), again["name"]), "verb")
    return None


def _unit_and_head(body: Passage, outside: str) -> Entry | None:
    """Read a unit, a stroke, its head, and a colon or a stroke: Police - Chief: Ann Lee."""
    beside = _UNIT_AND_CREW.match(outside)
    if beside is not None and judge(beside["post"]) is Sort.POST:
        return _entry(body.cut(0, beside.end("unit")), body.cut(beside.start("post")), ",")
    spaced = _UNIT_SPACED.match(outside)
    if spaced is not None and judge(spaced["unit"]) is Sort.UNIT and judge(spaced["rest"]) is Sort.POST:
        return _entry(body.cut(0, spaced.end("unit")), body.cut(spaced.start("rest")), " ")
    three = _UNIT_HEAD_AND_WHO.fullmatch(outside)
    if three is not None and _is_held(three, body) and judge(three["post"]) is Sort.POST and _may_be_led(three["unit"]):
        post, who = body.cut(*three.span("post")), body.cut(*three.span("who"))
        return _entry(body.cut(0, three.end("unit")), joined((post, who), ": "), "-")
    match = _UNIT_AND_HEAD.match(outside) or _UNIT_THEN_CREW.match(outside) or _UNIT_THEN_HEAD.match(body.folded)
    is_post = match is not None and (judge(match["post"]) is Sort.POST or read_key(match["post"]) is Key.HEAD)
    if match is None or not is_post or not _may_be_led(match["unit"]):
        return None
    is_struck = match.re.pattern == _UNIT_AND_HEAD.pattern
    if not is_struck and (judge(match["unit"]) is not Sort.UNIT or match["unit"][-1] in "和或及与"):
        return None
    if match.re.pattern == _UNIT_THEN_HEAD.pattern and not _is_held(match, body):
        return None
    return _entry(body.cut(0, match.end("unit")), body.cut(match.start("post")), "-")


def _may_be_led(unit: str) -> bool:
    return judge(unit) in (Sort.UNIT, Sort.FIELD) or is_known_field(unit)  # People


def _is_held(match: re.Match[str], body: Passage) -> bool:
    who = body.cut(*match.span("who"))
    return is_person(who.text, who.folded) or who.folded in ("空缺", "待定", "待聘", "暂缺")


def _person_and_title(body: Passage) -> Entry | None:
    """Read a person with the title in brackets behind."""
    match = _PERSON_AND_TITLE.fullmatch(body.text)
    if match is None or not is_person(match[1], body.folded[: match.end(1)]):
        return None
    name, title = body.cut(*match.span(1)), body.cut(*match.span(2))
    if judge(title.folded) is not Sort.POST:
        return None
    return Entry(named=Named(name=name), sort=Sort.FIELD, rest=title, divider="(")


# Front Office Department. Including the cashier: a name, a stop, and what is said of it.
_STOP_BEHIND = pattern(r"(?P<name>[A-Z][\w&'’-]*(?: [\w&'’-]+){1,5}[a-z])\.\s+(?=[A-Z]\w+\s)")


def _said_again(rest: Passage, name: str) -> Passage:
    """Return a text behind a name without the name with which it begins, where its work follows."""
    behind = rest.folded[len(name) :]
    return rest.cut(len(name)) if rest.folded.startswith(name) and _WORKS.match(behind) else rest


_WORKS = pattern(r"(?:主要|全面|具体)?(?:负责|承担|协助)")
_PERSON_AND_TITLE = pattern(r"([A-ZÀ-Þ][^()]{3,36}?|[\u4e00-\u9fff]{2,4})\s*[(（]([^()（）]{2,48})[)）]")
_UNIT_THEN_HEAD = pattern(  # 入库组 组长 李静 6人
    r"(?P<unit>[\u4e00-\u9fff]{2,12})\s+(?P<post>[\u4e00-\u9fff]{2,6})(?:\s*:\s*|\s+)(?P<who>[\u4e00-\u9fff]{2,4})(?:\s|$)"
)
_UNIT_THEN_CREW = pattern(  # 生产部 厂长1名，副厂长2名
    r"(?P<unit>[\u4e00-\u9fff]{2,12})\s+(?P<post>[\u4e00-\u9fff]{2,8}?)"
    r"(?::|若干|[x×*]?\s?\d{1,3}|[一二两三四五六七八九十]{1,2}[人名位])"
)
_UNIT_AND_HEAD = pattern(r"(?P<unit>[^:,|-]{2,40}?)\s+(?:-{1,2}|\|)\s+(?P<post>[^:,-]{2,24}?)\s*:\s*\S")
_UNIT_HEAD_AND_WHO = pattern(
    r"(?P<unit>[^:,;|–—-]{2,40}?)\s+[-–—]{1,2}\s+(?P<post>[^:,;–—-]{2,40}?)\s+[-–—]{1,2}\s+(?P<who>[^:,;–—-]{3,40})"
)
_UNIT_AND_CREW = pattern(r"(?P<unit>[^,:;]{2,60}?¤+),\s*(?P<post>[^,:;]{2,30}):\s*\S")  # Pool (Leiter: …), Wart: …
# 抢修组 设备主管
_UNIT_SPACED = pattern(r"(?P<unit>[\u4e00-\u9fff]{2,11}[组部处科室队股课班]) (?P<rest>[\u4e00-\u9fff]{2,10})$")
_WIDE = pattern("(?<=\\S)\u3000+(?=\\S)")


def _wide_space(body: Passage) -> re.Match[str] | None:
    """Find the full-width space behind a name: 総務課　課長　佐藤."""
    return _WIDE.search(body.text) if "\u3000" in body.text else None


_ALIAS = pattern(r",\s*[A-Z]{2,6}s?$")


def _is_aside(body: Passage, outside: str, first: re.Match[str]) -> bool:
    """Whether two strokes stand around an aside in a sentence: The larger teams - A and B - have two leads."""
    second = _DASH.pattern.search(outside, first.end())
    return second is not None and not is_wide(body.folded) and body.text[second.end() : second.end() + 1].islower()


def _field_behind(body: Passage, comma: re.Match[str]) -> Entry | None:
    """Read `Manager, Insights` as one name, and `Working Groups, WGs` as a name and a short form."""
    if is_comma_name(body.text):
        return Entry(named=Named(name=body), sort=Sort.UNIT)
    if (led := led_by(body)) is not None:
        return _entry(body.cut(0, led), body.cut(led + 1), ",")
    name, rest = body.cut(0, comma.start()), body.cut(comma.end())
    if is_person(name.text, name.folded) and judge(rest.folded) is Sort.POST:
        return Entry(named=Named(name=name), sort=judge(name.folded), rest=rest, divider=",")
    is_rank = ENDS_IN_RANK.fullmatch(name.folded) is not None
    if _ALIAS.fullmatch(body.text[comma.start() :]) and not (is_rank and rest.folded[0] != name.folded[0]):
        short = f"({rest.text})"
        full = joined((name, Passage(short, short.lower(), rest.places)), " ")
        return Entry(named=Named(name=full), sort=judge(name.folded))
    bracket = body.folded.find(" (", comma.end())
    whole = body if bracket < 0 else body.cut(0, bracket)
    field = whole.cut(comma.end())
    is_field = field.text[:1].isupper() and len(field.text.split()) <= 4 and judge(field.folded) is Sort.FIELD
    if is_field and is_rank and not people_in(field):
        return Entry(named=Named(name=whole), sort=Sort.POST)
    return None


def masked(folded: str) -> str:
    """Return a text with what stands in brackets, or as a Latin name in quotes, replaced by as many neutral signs."""
    if "(" not in folded and "[" not in folded and QUOTE.search(folded) is None:
        return folded
    for _ in range(2):  # a bracket may hold one itself
        folded = INNER.sub(lambda match: MASK * len(match[0]), folded)
    return folded


def _entry(name: Passage, rest: Passage | None, divider: str) -> Entry:
    if rest is None and (spelled := spelled_count(name)) is not None:
        return Entry(named=spelled, sort=Sort.POST)
    if (tail := tail_of(name.folded)) is not None:
        opening = re.match(r"(?:主要|各|本|部分|相关|具体)+", name.folded[:tail])
        name = name.cut(opening.end() if opening and tail - opening.end() > 1 else 0, tail)
    named = without_count(_without_article(read_notes(name)))
    rest = without_leader(rest) if rest is not None and rest.text else None
    if rest is None:
        named, rest = with_bracketed_posts(named)
    return Entry(named=named, sort=sort_beside(named, name.folded), rest=rest, divider=divider)


def _is_own_name(folded: str) -> bool:
    return judge(folded) in STRONG and folded not in WHOLE_CLASSES


_ENGLISH_ARTICLE = pattern(r"(?:the|our|an?) ")


def _without_article(named: Named) -> Named:
    """Return the name in an item such as ``den Vorstand``, ``drei Beisitzern`` or ``The Dean`` without its article."""
    if romance := romance_article(named.name.folded):
        return replace(named, name=named.name.cut(romance))
    article = _ENGLISH_ARTICLE.match(named.name.folded)
    if article and _is_own_name(named.name.folded[article.end() :]) and _is_own_name(named.name.folded):
        return replace(named, name=named.name.cut(article.end()))
    if (
        is_wide(named.name.folded)
        or not begins_with_article(named.name.folded)
        or not is_german_name(named.name.folded)
    ):
        return named
    name, seats = plain_name(named.name)
    return replace(named, name=name, seats=named.seats or seats)


def _can_be_name(folded: str) -> bool:
    limit = 24 if is_wide(folded) else 60
    is_name = judge(folded) is not Sort.SENTENCE or _has_note(folded) or _are_names(folded)
    length = len(folded) if folded.isascii() or len(folded) > 80 else len(bare(folded))
    return length <= limit and (is_name or read_key(folded) is not None)


def _are_names(folded: str) -> bool:
    """Whether a text lists units, or posts, and nothing else: 收银员、理货员."""
    parts = folded.split("、")
    return 1 < len(parts) < 6 and all(judge(part) in STRONG for part in parts)


def _has_note(folded: str) -> bool:
    return folded.rstrip().endswith((")", "]", "】")) and judge(bare(folded)) is not Sort.SENTENCE


def duty_words(folded: str) -> bool:
    """Whether a text begins as duties do, with a verb."""
    return bool(words().duty_verbs.match(folded) or words().verbs.match(folded))
