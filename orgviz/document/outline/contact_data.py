"""Leave out by what somebody is reached: Ann Lee (Head Chef) - ann@example.com, Bo Ray, Clerk, ext. 204."""

from __future__ import annotations

import re
from dataclasses import replace

from orgviz.document.outline.line import Line
from orgviz.patterns import pattern

_ADDRESS = (
    r"(?:[\w.+-]{1,40}(?:@|\s?\[at\]\s?)[\w-]{1,40}(?:\.[\w-]{1,24}){1,4}"
    r"|(?:tel|phone|telephone|mobile|cell|fax|extension|ext|x)\b\.?:?\s?\+?\d[\d ()./-]{1,20}"
    r"|\+\d[\d ()./-]{6,20}|\(\d{3}\)\s?\d{3}[ .-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4}"
    r"|(?:(?:联系|办公|咨询)?电话|手机|分机)[:：]?\s?\d[\d -]{2,16}|0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|[2-8]\d{6,7})"
)
_LEADS = r"(?:(?:e-?mail|mail|contact|email address|slack|github)\s?:\s?)?"
# Behind a name, with the divider that leads to it, or in a bracket of its own, where a handle may stand, too.
_BEHIND = pattern(
    rf"(?:\s*(?:[,;|·•]|\s[-–—]{{1,2}}(?=\s))\s*{_LEADS}{_ADDRESS}"
    rf"|\s*[(<]{_LEADS}(?:{_ADDRESS}|@[\w.-]{{2,39}}(?:\s?[,/]\s?@[\w.-]{{2,39}})?)[)>]|(?<=\w)\s+{_ADDRESS})\s*$",
    re.IGNORECASE,
)
# A line that is nothing but an address, with at most a sign before it.
_ALONE = pattern(rf"[^\w+(]{{0,4}}{_LEADS}{_ADDRESS}", re.IGNORECASE)
_HINTS = frozenset("@0123456789[")
_LONGEST = 60  # characters at the end of a line in which such data stand
_MOST = 3


def without_contact(line: Line) -> Line | None:
    """Return a line without the addresses and numbers at its end; nothing where nothing else stands in it."""
    if len(line.body) < _LONGEST and _ALONE.fullmatch(line.body.text):
        return None
    for _ in range(_MOST):
        text = line.body.text
        if _HINTS.isdisjoint(text[-_LONGEST:]):
            break
        match = _BEHIND.search(text, max(0, len(text) - _LONGEST - 20))
        if match is None or not text[: match.start()].strip(" :") or text[: match.start()].rstrip().endswith(":"):
            break
        line = replace(line, body=line.body.cut(0, match.start()))
    return line
