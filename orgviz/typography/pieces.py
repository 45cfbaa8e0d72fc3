"""Cut a text into pieces that should stay whole, and say how good a line break before each one is."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from orgviz.typography import characters, words
from orgviz.typography.hyphenation import hyphenation_points
from orgviz.typography.measure import units

# Costs of a break are in squared ems, the unit in which uneven lines are counted too.
GOOD, FAIR, WORD, LOOSE, POOR, BAD = 0.0, 0.3, 1.0, 2.0, 6.0, 12.0
AT_HUMP, BEFORE_ENDING, INSIDE_WORD, INSIDE_SYLLABLE = 10.0, 20.0, 30.0, 60.0
NEVER = 1000.0

_LONE_CHARACTER, _LONE_SUFFIX, _LONE_SHORT_WORD = 40.0, 8.0, 3.0

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_ARTICLES_AND_LINKS = "& + of the a an and or for to in on at by with de la le du des et und der die das für y e"
_SHORT_WORDS = frozenset(_ARTICLES_AND_LINKS.split())
_WORD_ENDING = re.compile("(?:ment|[ts]ion|ness|ship|less|[ai]ble|ability|li[sz]ation)s?$", re.IGNORECASE)
_ADDRESS = re.compile(r"://|^www\.|^\S+@\S+\.\S")
_NO_WORD = re.compile(r"[\d/@_:]|\.\w")
_LONGEST_NAME, _LONGEST_DOTTED_NAME = 4, 8


class Piece(NamedTuple):
    """Characters that should stay on one line.

    Args:
        text: without spaces at either end, unless they must not be broken.
        width: in thousandths of an em.
        space: whether a space divides it from the piece before, when both are on one line.
        cost: of a line break before it, in squared ems.
        lone: the cost of a line with nothing else on it, in squared ems.
        hyphen: whether a line break before it puts a hyphen at the end of the line.
        forced: whether it must start a line.
    """

    text: str
    width: int
    space: bool
    cost: float
    lone: float
    hyphen: bool = False
    forced: bool = False


@lru_cache(maxsize=1 << 12)
def pieces(text: str, bold: bool, *, han_breaks: bool = True) -> tuple[Piece, ...]:
    """Cut `text` into pieces, in order.

    Args:
        text: may have line breaks of its own: the piece after one is forced to start a line.
        bold: the weight in which the pieces are measured.
        han_breaks: whether lines may break between Chinese characters (in Korean they break at spaces only).
    """
    found: list[Piece] = []
    for number, paragraph in enumerate(_LINE_BREAK.split(text)):
        cut = _cut_paragraph(paragraph, bold, han_breaks)
        if number and cut:
            cut[0] = cut[0]._replace(forced=True)
        found += cut
    return tuple(found)


def fragments(piece: Piece, bold: bool, limit: int) -> list[Piece]:
    """Cut one piece further: at its syllables, and between any characters where even those are too wide.

    Args:
        piece: what to cut.
        bold: the weight in which it was measured.
        limit: how wide a fragment may be, in thousandths of an em.
    """
    hyphens = not _NO_WORD.search(piece.text)
    room = limit - (units("-", bold) if hyphens else 0)
    found: list[Piece] = []
    for part in _syllables(piece.text):
        smaller = [part] if units(part, bold) <= room else characters.clusters(part)
        for index, text in enumerate(smaller):
            before = found[-1].text if found else ""
            cost = _cost_inside(before, text, part) if index == 0 else INSIDE_SYLLABLE
            if index and _is_forbidden(before[-1], text[0]):
                cost = NEVER
            hyphen = hyphens and characters.is_cased(before[-1:]) and characters.is_cased(text[0])
            found.append(Piece(text, units(text, bold), False, cost, _lone_cost(text), hyphen))
    first = found[0]._replace(space=piece.space, cost=piece.cost, hyphen=piece.hyphen, forced=piece.forced)
    return [first, *found[1:]]


def _cost_inside(before: str, after: str, rest: str) -> float:
    if before[-1:].islower() and after[0].isupper():
        return AT_HUMP
    return BEFORE_ENDING if _WORD_ENDING.match(rest) else INSIDE_WORD


class _Cut(NamedTuple):
    text: str
    cost: float


def _cut_paragraph(paragraph: str, bold: bool, han_breaks: bool) -> list[Piece]:
    """Cut at the spaces and inside the words between them, then glue what must not be parted."""
    chunks = [chunk for chunk in SPACES.split(paragraph.replace("\u00ad", "")) if chunk]
    glued: list[Piece] = []
    before = ""
    for chunk in chunks:
        first, *rest = _cut_word(chunk, bold, han_breaks)
        if before and _is_forbidden(before[-1], chunk[0]):
            glued[-1] = _glued(glued[-1], " " + first.text, bold)
        elif before:
            cost = _cost_at_space(before, chunk)
            glued.append(Piece(first.text, first.width, True, cost, first.lone))
        else:
            glued.append(first)
        glued += rest
        before = chunk
    return glued


@lru_cache(maxsize=1 << 14)
def _cut_word(chunk: str, bold: bool, han_breaks: bool) -> tuple[Piece, ...]:
    """Cut what has no space in it; the same words come again and again."""
    glued: list[Piece] = []
    for cut in _cut_chunk(chunk, han_breaks):
        if glued and _is_forbidden(glued[-1].text[-1], cut.text[0]):
            glued[-1] = _glued(glued[-1], cut.text, bold)
        else:
            glued.append(Piece(cut.text, units(cut.text, bold), False, cut.cost, _lone_cost(cut.text)))
    return tuple(glued)


def _glued(piece: Piece, more: str, bold: bool) -> Piece:
    text = piece.text + more
    return piece._replace(text=text, width=units(text, bold), lone=_lone_cost(text))


def _cost_at_space(before: str, after: str) -> float:
    if after[0] in "/|·•–—":
        return POOR
    if before in "–—" and after[0].isdigit():
        return BAD  # 10-01 – 11-15
    if before in _SHORT_WORDS and after not in _SHORT_WORDS:
        return LOOSE
    if after[0].isdigit() and not before[-1].isdigit():
        return LOOSE  # Team 3
    if before[-1] in characters.SEPARATORS or after in _SHORT_WORDS:
        return GOOD
    return FAIR


def _is_forbidden(before: str, after: str) -> bool:
    return after in characters.CLOSING or before in characters.OPENING


def _cut_chunk(chunk: str, han_breaks: bool) -> list[_Cut]:
    """Cut characters without a space between them."""
    if chunk.isascii():
        return _cut_latin(chunk)
    runs = _runs(chunk, han_breaks)
    cuts: list[_Cut] = []
    for index, (kind, run) in enumerate(runs):
        if kind == "han":
            parts = _cut_han(run, _longest_name(runs, index))
        elif kind == "kana":
            parts = [_Cut(run, WORD)]
        elif kind == "word":
            parts = _cut_latin(run)
        else:
            parts = [_Cut(cluster, GOOD) for cluster in characters.clusters(run)]
        if cuts:
            parts[0] = parts[0]._replace(cost=max(_cost_between(runs[index - 1], runs[index]), parts[0].cost))
        cuts += parts
    return cuts


def _runs(chunk: str, han_breaks: bool) -> list[tuple[str, str]]:
    """Group neighbours of one kind: ``han``, ``kana``, ``mark`` for punctuation, ``word`` for all else."""
    found: list[tuple[str, str]] = []
    for cluster in characters.clusters(chunk):
        kind = _kind(cluster[0], han_breaks)
        if found and found[-1][0] == kind:
            found[-1] = kind, found[-1][1] + cluster
        else:
            found.append((kind, cluster))
    return found


def _kind(char: str, han_breaks: bool) -> str:
    if characters.is_han(char):
        return "han" if han_breaks else "word"
    if characters.is_kana(char):
        return "kana" if han_breaks else "word"
    if char in characters.SEPARATORS or char in characters.CLOSING or char in characters.OPENING:
        return "mark" if not char.isascii() or char in "()[]/|" else "word"
    return "word"


def _longest_name(runs: list[tuple[str, str]], index: int) -> int:
    """Return how long a name the run at `index` could be: none at all unless marks or spaces bound it."""
    marks = [runs[at] for at in (index - 1, index + 1) if 0 <= at < len(runs)]
    if any(kind != "mark" for kind, _ in marks):
        return 0
    return _LONGEST_DOTTED_NAME if any("·" in run for _, run in marks) else _LONGEST_NAME


def _cut_han(run: str, longest_name: int) -> list[_Cut]:
    """Cut a run of Chinese characters into words; a short one that is not made of known words is a name."""
    found = words.words(run)
    plain = [words.simplify(word) for word in found]
    if 2 <= len(run) <= longest_name and not all(map(words.is_known, plain)):
        return [_Cut(run, LOOSE)]
    cuts = [_Cut(found[0], GOOD)]
    for (before, after), word in zip(pairwise(plain), found[1:], strict=True):
        cuts.append(_Cut(word, _cost_between_words(before, after)))
    return cuts


def _cost_between_words(before: str, after: str) -> float:
    if after in words.CONJUNCTIONS:
        return GOOD
    if before in words.CONJUNCTIONS or after in words.TRAILING or before in words.LEADING:
        return BAD
    if words.is_known(before) and words.is_known(after):
        return WORD if after not in words.SUFFIXES else WORD + FAIR
    return LOOSE if words.is_known(before) or words.is_known(after) else POOR / 2


def _cost_between(before: tuple[str, str], after: tuple[str, str]) -> float:
    """Return what a break between two runs of different kinds costs."""
    last, first = before[1][-1], after[1][0]
    if last in "/|" and after[0] == "word":
        return LOOSE  # CI/CD
    if last in characters.SEPARATORS:
        return GOOD
    if after[0] == "mark":
        return GOOD if first in characters.OPENING else POOR
    if before[0] == "mark":
        return FAIR
    if before[0] == "han" and after[0] == "kana":
        return POOR  # the ending of a Japanese verb, most often
    if last.isdigit() or first.isdigit():
        return POOR / 2
    return WORD


def _cut_latin(word: str) -> list[_Cut]:
    """Cut what has no Chinese in it, where it may be broken without a hyphen."""
    address = bool(_ADDRESS.search(word))
    cuts: list[_Cut] = []
    start, cost = 0, WORD
    for at in range(3, len(word) - 1):
        if at - start >= 3 and _may_break(word[at - 1], word[at], address):
            cuts.append(_Cut(word[start:at], cost))
            start, cost = at, INSIDE_WORD if address and word[at - 1] != "/" else WORD
    cuts.append(_Cut(word[start:], cost))
    return cuts


def _may_break(before: str, after: str, address: bool) -> bool:
    if address:
        return before in "/.@?&="
    if before == "\u200b":
        return True
    if before.isdigit() or after.isdigit():
        return False
    return before in "-/\\|‐" and after.isalpha()


def _syllables(text: str) -> list[str]:
    """Cut a word at its hyphenation points, Chinese between its characters."""
    if any(map(characters.is_han, text)) or any(map(characters.is_kana, text)):
        return _glue_marks(characters.clusters(text))
    bounds = [0, *hyphenation_points(text), len(text)]
    return [text[start:end] for start, end in pairwise(bounds)]


def _glue_marks(clusters: list[str]) -> list[str]:
    found: list[str] = []
    for cluster in clusters:
        if found and _is_forbidden(found[-1][-1], cluster[0]):
            found[-1] += cluster
        else:
            found.append(cluster)
    return found


def _lone_cost(text: str) -> float:
    letters = [cluster for cluster in characters.clusters(text) if cluster[0].isalnum()]
    if len(letters) == 1 and not letters[0].isascii():
        return _LONE_CHARACTER
    if words.simplify(text) in words.SUFFIXES:
        return _LONE_SUFFIX
    return _LONE_SHORT_WORD if len(letters) <= 2 and text.isascii() else 0.0
