"""Find which drawn box is which of a label's: by name below matched parents first, then by name anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from tests.texts.label import Box, Drawing, Label, listed
from tests.texts.names import spellings

Likeness = Callable[[Box, Box], bool]


def reframed(label: Label, wanted: Drawing, drawn: Drawing) -> Drawing:
    """Return a drawing whose top stands for the label's top.

    The drawn top may be one of the label's boxes, and then stands in a frame; or it is a frame around the box
    that is the whole.
    """
    root, top = wanted.top, drawn.top
    boxes = wanted.boxes()
    if top.names and not top.names & root.names:
        same = [box for box in boxes if box.names & top.names]
        if same and (label.implied or not top.stems & root.stems):
            top.is_post = same[0].is_post
            frame = Box("", False, frozenset(), frozenset())
            frame.put(top)
            top = frame
    if not top.names & root.names:
        whole = _whole(label, wanted, top)
        if whole is not None:
            for box in top.below:
                if box is not whole:
                    whole.put(box)
            whole.above = None
            # Units first, as in a label.
            whole.below.sort(key=lambda box: box.is_post)
            top = whole
    return Drawing(top, drawn.relations)


def _whole(label: Label, wanted: Drawing, top: Box) -> Box | None:
    """Return the unit in a frame that stands for the whole organisation, if there is one."""
    units = [box for box in top.below if not box.is_post]
    named = next((unit for unit in units if unit.names & wanted.top.names), None)
    if named is not None and not label.implied:
        return named
    if len(top.below) == 1 and units and units[0].below:
        only = units[0]
        if not any(only.names & box.names or only.stems & box.stems for box in wanted.boxes()):
            return only
    return None


class Match:
    """Which drawn box is which of the label's."""

    def __init__(self, label: Label, wanted: Drawing, drawn: Drawing) -> None:
        self.label, self.wanted, self.drawn = label, wanted, drawn
        self.boxes, self.drawn_boxes = wanted.boxes(), drawn.boxes()
        self.found: dict[Box, Box] = {wanted.top: drawn.top}
        self.meant: dict[Box, Box] = {}
        self.stem_counts = Counter(each for box in self.boxes for each in box.stems)

    def find_all(self) -> None:
        """Match by name below matched parents as far as that goes, then by name anywhere."""
        near: list[Likeness] = [
            lambda box, drawn: same_name(box, drawn) and same_sort(box, drawn) and self.hangs_right(box, drawn),
            lambda box, drawn: same_stem(box, drawn) and same_sort(box, drawn) and self.hangs_right(box, drawn),
            lambda box, drawn: same_name(box, drawn) and self.hangs_right(box, drawn),
        ]
        far: list[Likeness] = [
            lambda box, drawn: same_name(box, drawn) and same_sort(box, drawn),
            same_name,
            lambda box, drawn: same_stem(box, drawn) and same_sort(box, drawn) and self.is_unmistakable(box, drawn),
        ]
        self._match_until_settled(near)
        for likeness in far:
            if self._match([likeness]):
                self._match_until_settled(near)

    def _match_until_settled(self, likenesses: list[Likeness]) -> None:
        while self._match(likenesses):
            pass

    def _match(self, likenesses: list[Likeness]) -> bool:
        """Go through the label once, each box with the first that is like it; tell whether any was matched."""
        before = len(self.found)
        for box in self.boxes:
            if box not in self.found:
                drawn = self._first_like(box, likenesses)
                if drawn is not None:
                    self.found[box], self.meant[drawn] = drawn, box
        return len(self.found) > before

    def _first_like(self, box: Box, likenesses: list[Likeness]) -> Box | None:
        free = [
            one for one in self.drawn_boxes if one not in self.meant and (same_name(box, one) or same_stem(box, one))
        ]
        return next((one for likeness in likenesses for one in free if likeness(box, one)), None)

    def hangs_right(self, box: Box, drawn: Box) -> bool:
        """Tell whether a drawn box hangs where the label has it, or allows it."""
        above = self._above(drawn)
        if any(self.found.get(parent) is above for parent in self._parents(box) if parent in self.found):
            return True
        names = drawn.above.names if drawn.above else frozenset()
        return any(spellings(str(other)) & names for other in listed(box.said.get("alt_parent")))

    def _parents(self, box: Box) -> Iterator[Box]:
        """Yield the label's boxes that may stand above one: its parent, who leads that, and what is passed over."""
        parent = box.above
        while parent is not None:
            yield parent
            yield from (post for post in parent.below if post.leads and post is not box)
            if parent.leads and parent.above is not None:
                yield parent.above
            may_be_left_out = parent.says("optional") and parent not in self.found
            if not parent.says("group") and not may_be_left_out:
                break
            parent = parent.above
        for other in listed(box.said.get("alt_parent")):
            names = spellings(str(other))
            yield from (one for one in (*self.boxes, self.wanted.top) if one is not box and names & one.names)

    def _above(self, drawn: Box) -> Box | None:
        """Return what a drawn box hangs from, past boxes that do not count."""
        above = drawn.above
        while above is not None and above.above is not None and above not in self.meant:
            if not above.names & self.label.ignore:
                break
            above = above.above
        return above

    def is_unmistakable(self, box: Box, drawn: Box) -> bool:
        return all(self.stem_counts[each] == 1 for each in box.stems & drawn.stems)

    def is_below_open(self, drawn: Box) -> bool:
        """Tell whether a box stands below one whose parts the label does not count."""
        above = drawn.above
        while above is not None:
            if above in self.meant:
                return self.meant[above].says("open")
            above = above.above
        return False

    @property
    def invented(self) -> list[Box]:
        return [
            drawn
            for drawn in self.drawn_boxes
            if drawn not in self.meant and not drawn.names & self.label.ignore and not self.is_below_open(drawn)
        ]


def same_name(box: Box, drawn: Box) -> bool:
    return bool(box.names & drawn.names)


def same_stem(box: Box, drawn: Box) -> bool:
    return bool(box.stems & drawn.stems)


def same_sort(box: Box, drawn: Box) -> bool:
    """Tell whether both are units, or both posts."""
    return box.is_post == drawn.is_post or box.said.get("as") == "any"
