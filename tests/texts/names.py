"""When two names are the same: written otherwise, with or without what stands in brackets, or but for a suffix."""

import re
import unicodedata

# What stands before a name in a numbered or bulleted list.
NUMBERING = re.compile(
    r"""\s*(?:
        第[一二三四五六七八九十百\d]+[章节節条條篇]?
      | [(（][一二三四五六七八九十\d]+[)）]
      | [一二三四五六七八九十]+[、.．]
      | \d+(?:\.\d+)*[、.)）](?!\w*[a-z])     # but not 1.a or 2)b
      | [①-⑳⑴-⒇]
      | [-*+•·◎●■◆▪○]\s
    )\s*""",
    re.VERBOSE,
)
MARKUP = re.compile(r"[*`_#]+")
QUOTES = re.compile("[\"'“”‘’「」『』《》]")
CLOSING = re.compile(r"[:;,.。，；：、]+$")
BRACKETED = re.compile(r"\([^()]*\)|【[^】]*】|\[[^\]]*\]")
# Spaces count between words of letters only.
SPACES_THAT_COUNT_NOT = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
UNIT_SUFFIX = re.compile(
    r"(?:部门|部門|小组|小組|团队|團隊|岗位|部|组|組|岗"
    r"| (?:department|dept|team|division|group|office|unit|section|laboratory|lab))$"
)


def folded(name: str) -> str:
    """Return a name without what does not tell names apart: width, case, numbering, markup, quotes, spaces."""
    text = MARKUP.sub("", unicodedata.normalize("NFKC", name).strip().lower()).strip()
    numbering = NUMBERING.match(text)
    text = QUOTES.sub("", text[numbering.end() :] if numbering else text)
    text = text.replace("&", " and ").replace("–", "-").replace("—", "-").removeprefix("the ")
    return SPACES_THAT_COUNT_NOT.sub("", " ".join(CLOSING.sub("", text).split()))


def spellings(name: str) -> frozenset[str]:
    """Return what a name is when it is written otherwise: with and without its bracketed parts."""
    whole = folded(name)
    return frozenset({whole, _without_brackets(whole)} - {""})


def stem(name: str) -> str:
    """Return a name without its bracketed parts and without one word for what it is, such as 部 or team."""
    bare = _without_brackets(folded(name))
    short = UNIT_SUFFIX.sub("", bare)
    return short if len(short) >= 2 else bare


def shares_text(fragment: str, text: str) -> bool:
    """Tell whether half of a fragment's pairs of characters stand in a text."""
    wanted = _pairs(fragment)
    return bool(wanted) and 2 * len(wanted & _pairs(text)) >= len(wanted)


def _without_brackets(text: str) -> str:
    return " ".join(BRACKETED.sub("", text).split())


def _pairs(text: str) -> set[str]:
    letters = re.sub(r"[\W_]+", "", folded(text))
    return {letters[place : place + 2] for place in range(len(letters) - 1)}
