"""How names are compared: whole, without brackets, without the word that says unit or post."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from orgviz.document.names.judging import singular
from orgviz.folding import fold
from orgviz.patterns import pattern

_NO_LETTERS = pattern(r"[\s\"'“”‘’「」『』《》*_`·]+")
_SPACES = pattern(r"\s+")
_BRACKETS = pattern(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_CORE = pattern(
    r"(?:部门|小组|团队|岗位|中心|部|组|岗|课|科|处|室| (?:department|dept|team|division|group|office|unit"
    r"|section|committee|sig|wg))$"
)


_FIELD_BEHIND = pattern(r"(?P<name>[a-z][a-z ]{2,30}?) \((?P<field>[a-z][a-z/& -]{2,30})\)")  # Associate (Packing)


@lru_cache(maxsize=1 << 17)
def keys(folded: str) -> tuple[str, ...]:
    """Return the forms under which a name is known: whole, without brackets, what is in these, also before the rest."""
    return tuple(_forms(folded))


# Department of Public Works is the Public Works Department, too.
_CLASS_FIRST = pattern(r"(?P<class>department|division) (?:of|for) (?:the )?(?P<field>[a-z&, -]+)")


def with_class_behind(folded: str) -> tuple[str, ...]:
    """Return a name's keys, and how it is called with its class behind its field.

    >>> with_class_behind("department of roads")
    ('department of road', 'roads department')
    """
    turned = _CLASS_FIRST.fullmatch(folded) if folded.startswith("d") else None
    return keys(folded) if turned is None else (*keys(folded), key_of(f"{turned['field']} {turned['class']}"))


def _forms(folded: str) -> Iterator[str]:
    whole = key_of(folded)
    if whole:
        yield whole
    if whole.endswith(_SHORTENED) and whole not in folded:
        yield _NO_LETTERS.sub("", folded)
    if "(" in folded or "[" in folded:
        outside = key_of(_BRACKETS.sub("", folded))
        if outside and outside != whole:
            yield outside
        for match in _BRACKETS.finditer(folded):
            inner = key_of(match[1] or match[2] or "")
            if 1 < len(inner) <= 12 and not inner.isdecimal():
                yield inner
        field = _FIELD_BEHIND.fullmatch(folded)
        if field is not None:
            yield key_of(f"{field['field']} {field['name']}")


def main_keys(folded: str) -> tuple[str, ...]:
    """Return a name's keys but for the short forms in its brackets."""
    return tuple(dict.fromkeys((key_of(folded), key_of(_BRACKETS.sub("", folded)))))


@lru_cache(maxsize=1 << 17)
def key_of(folded: str) -> str:
    """Return a name as it is compared."""
    text = folded if folded.isascii() else fold(unicodedata.normalize("NFKC", folded))
    if text.isascii():
        text = _SPACES.sub(" ", text.strip(" .,:;-\"'*_`").replace("s' ", "s ")).removeprefix("the ")
        text = text.replace("vice-", "vice ")
        return " ".join([*text.split(" ")[:-1], singular(text.split(" ")[-1])])
    return _shortened(_NO_LETTERS.sub("", text).strip("。.,:;、-"))


# What bodies are called for short as often as in full.
_SHORT_FORMS = (
    ("村民委员会", "村委会"),
    ("居民委员会", "居委会"),
    ("业主委员会", "业委会"),
    ("家长委员会", "家委会"),
    ("管理委员会", "管委会"),
    ("执行委员会", "执委会"),
    ("常务委员会", "常委会"),
    ("职工代表大会", "职代会"),
)


_SHORTENED = tuple(short for _, short in _SHORT_FORMS)


def _shortened(key: str) -> str:
    """Return a key with a body in its short form."""
    for full, short in _SHORT_FORMS if key.endswith("会") and len(key) > 4 else ():
        if key.endswith(full):
            return key.removesuffix(full) + short
    return key


@lru_cache(maxsize=1 << 17)
def core_of(key: str) -> str:
    """Return a key without the word that says unit or post."""
    core = _CORE.sub("", key)
    if core != key and core.isascii():
        core = singular(core)  # as the last word of a key is: sales team, sales
    return core if len(core) >= 2 else key
