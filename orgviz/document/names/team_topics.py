"""Tell words that are topics elsewhere, but are what teams and committees are called after, where these are listed."""

from __future__ import annotations

from orgviz.patterns import pattern

_TEAMS_TOO = pattern(
    r"code|conduct|documentation|docs|releases|communications?|collaboration|contributors|maintainers|reviewers|people"
    r"|staffing|security|privacy|accessibility|membership|bylaws|revenue|budget|records|inventory|members|volunteers"
)


def is_team_topic(folded: str) -> bool:
    """Whether a word that is a topic elsewhere can be what a team is called after.

    >>> is_team_topic("membership"), is_team_topic("overview")
    (True, False)
    """
    return _TEAMS_TOO.fullmatch(folded) is not None
