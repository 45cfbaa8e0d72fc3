"""Cut a text into pieces that should stay whole, and say how good a line break before each one is."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from orgviz.typography import characters, words
from orgviz.typography.measure import units

# Costs of a break are in squared ems, the unit in which uneven lines are counted too.
GOOD, FAIR, WORD, LOOSE, POOR, BAD = 0.0, 0.3, 1.0, 2.0, 6.0, 12.0
INSIDE_WORD = 30.0
NEVER = 1000.0

_LONE_CHARACTER, _LONE_SUFFIX, _LONE_SHORT_WORD = 40.0, 8.0, 3.0

_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
BESIDE = "\u2002"  # the space between a title and a name: of all but the plain one the commonest
_ARTICLES_AND_LINKS = "& + of the a an and or for to in on at by with de la le du des et und der die das für y e"
_SHORT_WORDS = frozenset(_ARTICLES_AND_LINKS.split())
_HAN = re.compile("[\u4e00-\u9fff]+")
_ADDRESS = re.compile(r"://|^www\.|^\S+@\S+\.\S")
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


def piece_widths(text: str, bold: bool, *, han_breaks: bool = True) -> list[tuple[int, bool]]:
    """Return the widths of the pieces of `text`, and whether a space divides each from the one before.

    Sooner than `pieces` where words are divided by plain spaces, and none is glued to another.
    """
    chunks = text.replace(BESIDE, " ").split(" ")
    if not text.replace(BESIDE, "").isprintable() or _are_glued(chunks):
        return [(piece.width, piece.space) for piece in pieces(text, bold, han_breaks=han_breaks)]
    found: list[tuple[int, bool]] = []
    for chunk in chunks:
        if chunk:
            cut = cut_word(chunk, bold, han_breaks)
            found.append((cut[0].width, bool(found)))
            if len(cut) > 1:
                found += [(piece.width, False) for piece in cut[1:]]
    return found


def _are_glued(chunks: list[str]) -> bool:
    """Whether any of these, with spaces between them, must stay with its neighbour."""
    before = ""
    for chunk in filter(None, chunks):
        if before and is_forbidden(before[-1], chunk[0]):
            return True
        before = chunk
    return False


class _Cut(NamedTuple):
    text: str
    cost: float


def _cut_paragraph(paragraph: str, bold: bool, han_breaks: bool) -> list[Piece]:
    """Cut at the spaces and inside the words between them, then glue what must not be parted."""
    chunks = [chunk for chunk in SPACES.split(paragraph.replace("\u00ad", "")) if chunk]
    glued: list[Piece] = []
    before = ""
    for chunk in chunks:
        first, *rest = cut_word(chunk, bold, han_breaks)
        if before and is_forbidden(before[-1], chunk[0]):
            glued[-1] = _glued(glued[-1], " " + first.text, bold)
        elif before:
            cost = cost_at_space(before, chunk)
            glued.append(Piece(first.text, first.width, True, cost, first.lone))
        else:
            glued.append(first)
        glued += rest
        before = chunk
    return glued


@lru_cache(maxsize=1 << 14)
def cut_word(chunk: str, bold: bool, han_breaks: bool) -> tuple[Piece, ...]:
    """Cut what has no space in it; the same words come again and again."""
    if chunk.isascii() and chunk.isalpha():
        return (Piece(chunk, units(chunk, bold), False, WORD, lone_cost(chunk)),)
    if han_breaks and _HAN.fullmatch(chunk):
        # Nothing in it is glued to anything.
        return tuple([_han_piece(text, bold, cost) for text, cost in _cut_han(chunk, _LONGEST_NAME)])
    glued: list[Piece] = []
    for cut in _cut_chunk(chunk, han_breaks):
        if glued and is_forbidden(glued[-1].text[-1], cut.text[0]):
            glued[-1] = _glued(glued[-1], cut.text, bold)
        else:
            glued.append(Piece(cut.text, units(cut.text, bold), False, cut.cost, lone_cost(cut.text)))
    return tuple(glued)


@lru_cache(maxsize=1 << 13)
def _han_piece(text: str, bold: bool, cost: float) -> Piece:
    """Return a piece of Chinese characters; most are words, which come again and again."""
    return Piece(text, units(text, bold), False, cost, lone_cost(text))


def _glued(piece: Piece, more: str, bold: bool) -> Piece:
    text = piece.text + more
    return piece._replace(text=text, width=units(text, bold), lone=lone_cost(text))


def cost_at_space(before: str, after: str) -> float:
    """Return what a line break between two words costs, in squared ems."""
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


def is_forbidden(before: str, after: str) -> bool:
    """Whether a line may not break between two characters."""
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


@lru_cache(maxsize=1 << 13)
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


def lone_cost(text: str) -> float:
    """Return the cost of a line with nothing but this piece on it, in squared ems."""
    if text.isascii():
        return _LONE_SHORT_WORD if len(text) <= 2 or sum(map(str.isalnum, text)) <= 2 else 0.0
    letters = [cluster for cluster in characters.clusters(text) if cluster[0].isalnum()]
    if len(letters) == 1 and not letters[0].isascii():
        return _LONE_CHARACTER
    if words.simplify(text) in words.SUFFIXES:
        return _LONE_SUFFIX
    return 0.0
