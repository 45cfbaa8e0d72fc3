"""Name the other ends of dotted lines, of which a document tells nothing else: the Audit Committee of the Board."""

from __future__ import annotations

from collections.abc import Iterator

from orgviz.document.known.register import ROOT
from orgviz.document.known.state import LISTED, State, put
from orgviz.document.names.judging import STRONG, Sort, is_wide, judge
from orgviz.document.names.notes import Named
from orgviz.document.text.passages import Passage
from orgviz.model import NodeKind
from orgviz.patterns import pattern

_WIDE = pattern(
    r"(?:向|对)(?P<a>[^,。;、向对]{2,14}?)(?:虚线|作虚线)(?:汇报|报告|负责)"
    r"|虚线(?:汇报)?(?:向|给|至|到|于|:)(?P<b>[^,。;、]{2,14}?)(?:汇报|报告|负责)?(?=$|[,。;)])"
    r"|业务上?(?:同时)?(?:接受|受)(?P<c>[^,。;、]{2,14}?)(?:的)?(?:业务)?指导"
)
_NAME = r"(?P<to>(?:[A-Z][\w&'’-]*)(?:\s(?:of|for|and|&|the|[A-Z][\w&'’-]*))*(?<=[\w’']))"
_LATIN = pattern(rf"\b[Dd]otted[- ]line\)?(?:\s(?:reporting|relationship))?\s+(?:in)?to\s+(?:the\s)?{_NAME}")
_OF = pattern(r"\sof\s(?:the\s)?")


def name_outsiders(state: State) -> None:
    """Put the unknown ends of dotted lines beside the organisation, so that the links can be read."""
    for _, text in tuple(state.prose):
        for name in _ends(text):
            if _is_known(state, name) or judge(name.folded) not in STRONG:
                continue
            kind = NodeKind.UNIT if judge(name.folded) is Sort.UNIT else NodeKind.POSITION
            put(state, kind, Named(name=name), ROOT, "other end of a dotted line", LISTED)


def _ends(text: Passage) -> Iterator[Passage]:
    if not is_wide(text.folded):
        for match in _LATIN.finditer(text.text):
            whole = text.cut(*match.span("to"))
            of = _OF.search(whole.folded)
            yield whole.cut(0, of.start()) if of and judge(whole.folded[: of.start()]) is Sort.UNIT else whole
        return
    for match in _WIDE.finditer(text.folded):
        yield text.cut(*match.span(next(group for group in "abc" if match[group])))


def _is_known(state: State, name: Passage) -> bool:
    return state.register.find(name.folded) is not None
