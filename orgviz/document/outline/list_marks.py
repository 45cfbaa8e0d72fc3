"""Compare the marks of items: which forms make lists, and which mark goes on with the list of another."""

from __future__ import annotations

from orgviz.document.text.marks import BULLETS, Mark

LIST_FORMS = ("named", "1.", "1、", "(1)", "1)", "①", "a.", "(a)", "(一)", "甲", "i.", "1.1", "가.")


def is_same_form(one: Mark, other: Mark) -> bool:
    """Whether two marks belong to lists of the same depth."""
    if one.form == "1.1" == other.form:
        return one.depth == other.depth
    return one.form == other.form


def goes_on_otherwise(one: Mark, other: Mark) -> bool:
    """Whether a list goes on with another sign behind its numbers: 1、 then 2."""
    return {one.form, other.form} == {"1.", "1、"} and continues(one, other)


def continues(one: Mark, other: Mark) -> bool:
    """Whether a mark has the number that comes next."""
    return one.number is not None and other.number == one.number + 1


def is_bullet(form: str) -> bool:
    """Whether a form is that of a bullet."""
    return form in BULLETS
