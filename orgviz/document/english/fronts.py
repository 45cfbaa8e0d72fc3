"""Leave out what an English sentence begins with and what says nothing: however, we are pleased to announce that."""

from __future__ import annotations

from orgviz.document.text.passages import Passage
from orgviz.patterns import pattern

_FRONT = pattern(
    r"(?:(?:however|for example(?=, (?:the|our)\b)|in addition(?! to)|also|furthermore|in turn|meanwhile|likewise|then|"
    r"at present|today|next|lastly|last|moreover|besides|in practice|in general|overall|first|second|third|in this way|"
    r"most often|in most cases|as a rule|by default|prior to [a-z ]{3,40}|"
    r"for its part|in short|by contrast|at the same time|as of (?:today|now)|these days|right now|at the moment|"
    r"(?:focusing|focussing|looking|turning|moving|speaking|starting|beginning|taking|considering|thinking|judging)\s[^,:;]{3,80}"
    r"(?=,\s(?:the|our|its|we|there|it)\b)|(?!family|supply|assembly|early|daily|weekly|monthly|italy|july|only\b)[a-z]{3,}ly)\b,\s*"
    r"|(?:however|also|furthermore|in turn|today|finally|in practice|in general|overall|additionally|currently|"
    r"moreover|essentially|basically|typically|usually|specifically)\b\s*)"
)
_MIGHT_BE = pattern(r"for example, .*\b(?:might|may|could|would|should|can)\b")


# What an announcement says before it comes to what is announced.
_ANNOUNCED = pattern(
    r"(?:(?:dear|hi|hello)\b[^,:;.]{0,30},\s+"
    r"|(?:(?:i\sam|i'm|we\sare|we're)\s(?:very\s|so\s)?(?:happy|pleased|delighted|excited|glad|proud)\sto\s|i\swant\sto\s|"
    r"we\swould\slike\sto\s|please\s)(?:announce|share|inform\syou|tell\syou|let\syou\sknow|confirm|note)\sthat\s"
    r"|(?:the\s(?:board|council|committee|management|meeting)|we|it\swas|it\shas\sbeen|they)\s(?:has\s|have\s)?"
    r"(?:agreed|decided|resolved)\sthat\s"
    r"|(?:as\sof|from|since|effective|starting|beginning|on|with\seffect\sfrom)\s(?:(?:on|from)\s)?(?:the\s)?(?:next\s|this\s)?"
    r"(?:\d|(?:mon|tues|wednes|thurs|fri)day|(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|week|month|year|spring|summer|autumn|today|now)\b)[^,:;]{0,24},\s"
    r"|(?:effective|starting|beginning)\s(?:immediately|today|now|right\saway),?\s|going\sforward,\s|with\simmediate\seffect,\s)"
)


def without_front(text: Passage) -> Passage:
    """Return a sentence without what only leads to it.

    >>> from orgviz.document.text.passages import passage
    >>> without_front(passage("We are happy to announce that from 1 May, Sales reports to Ann Lee", 1, 1)).text
    'Sales reports to Ann Lee'
    """
    while (announced := _ANNOUNCED.match(text.folded)) is not None:
        text = text.cut(announced.end())
    front = _FRONT.match(text.folded)
    return text.cut(front.end()) if front and not _MIGHT_BE.match(text.folded) else text
