"""Leave out of an English sentence what is set off from it and says nothing of who belongs where."""

from __future__ import annotations

from orgviz.document.names.entry import masked
from orgviz.document.text.passages import Passage, joined
from orgviz.patterns import pattern

_CLAUSE = r"(?:the|our|its|this|these|all|an?|each|it|they|he|she)\s"
# The Warden serves as the single leader of the house who reports to the Board: what counts follows.
_ROLE = pattern(
    r"\s(?:serves?|acts?|functions?)\sas\s(?:the|an?|its|their)\s(?!(?:\w+\s)?(?:head|second))[^,:;]{3,80}?(?:,?\s(?:who|and|which))"
    r"(?=\s(?:directly\s)?(?:reports?|answers?|oversees|supervises|is\s(?:directly\s)?(?:responsible|accountable)\sto)\b)"
)
# The Warden is the senior officer of the house and reports to the Board: as what somebody is told says less.
_CALLED = pattern(
    r"(?<=[^.\s])\sis\s(?:the|an?)\s(?!chief|highest|top|most)(?:[a-z-]+\s){1,5}?(?:head|leader|officer|executive|administrator|supervisor|authority|manager|"
    r"official|rank|position|role|post)(?:\s(?:of|in|at|for)\s[a-z ]{3,40}?)?,?\s(?:who|which|that|and)"
    r"(?=\s(?:directly\s)?(?:reports?|answers?|oversees|supervises|is\s(?:directly\s)?(?:responsible|accountable)\sto)\b)"
)
# In order to do so, as of this year, for administrative purposes: then the sentence begins.
_FRONT = pattern(
    r"(?:(?:in\sorder\s)?to\s(?!the\b|an?\b|our\b)[a-z]+\s[^:;]{3,160}?|(?:as\sof|since|effective|beginning|until|"
    r"during|throughout|following)\s[^,:;]{3,60}|for\s[^,:;]{0,40}\s?(?:purposes?|reasons?|convenience)|"
    r"(?:in|under)\s(?:accordance|line|conformity|keeping|terms)\s(?:with|of)\s[^,:;]{3,80}|"
    r"(?:pursuant|according)\sto\s[^,:;]{3,80}|in\s(?:this|that|her|his)\s(?:capacity|role|regard|connection)|"
    rf"by\s(?:law|statute|design|tradition)),\s(?={_CLAUSE})"
)
# Between commas: where it came from, of which sort it is, with whom something is done.
_ASIDE = pattern(
    r",\s(?:which\s(?:was|were|has\sbeen|had\sbeen)\s(?:[a-z]+ly\s)?(?:established|founded|created|set\sup|formed|"
    r"renamed|started|opened|merged|incorporated)|(?:established|founded|created|set\sup|formed|formerly|previously|"
    r"originally|also\s(?:called|known|referred)|known|sometimes|often\s(?:called|known))|as\s(?:the\s)?(?:[a-z-]+\s){0,3}"
    r"(?:officer|head|executive|chair|leader|member|administrator|authority)|(?:the|our|its)\s(?:[a-z-]+\s){0,2}"
    r"(?:largest|smallest|newest|oldest|biggest|busiest|second-largest)\s(?:department|division|unit|team|section|office|group)|one\sof\sthe|(?:in|after)\s(?:close\s)?"
    r"(?:consultation|cooperation|co-operation|collaboration|conjunction|coordination|accordance|partnership|agreement)|"
    r"on\sbehalf\sof|subject\sto|with\sthe\s(?:approval|advice|consent|help)\sof|like\s|in\saddition\sto\s|where\s"
    r"(?:necessary|needed|appropriate)|if\s(?:necessary|any)|among\sothers?|as\s(?:needed|appropriate|well))"
    r"[^,:;]{0,120},(?=\s)"
)


def without_insertions(text: Passage) -> Passage:
    """Return a sentence without what it begins with and what stands between its commas, where no list needs that.

    >>> from orgviz.document.text.passages import passage
    >>> without_insertions(passage("To save time, the Mill, founded in 1901, has a Yard Unit", 1, 1)).text
    'the Mill has a Yard Unit'
    """
    front = _FRONT.match(text.folded)
    text = text.cut(front.end()) if front else text
    role = _ROLE.search(text.folded) or _CALLED.search(text.text)
    text = joined((text.cut(0, role.start()), text.cut(role.end())), " ") if role else text
    if "," not in text.folded:
        return text
    spans = [match.span() for match in _ASIDE.finditer(masked(text.folded))]
    return joined((part for part in text.split(spans) if part.text), " ") if spans else text
