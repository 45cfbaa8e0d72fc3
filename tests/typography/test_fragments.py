"""A piece that is too wide is cut at its syllables, and where even those are too wide, anywhere."""

from orgviz.typography.fragments import fragments
from orgviz.typography.measure import units
from orgviz.typography.pieces import pieces


def test_fragments_keep_to_the_limit_where_they_can():
    (piece,) = pieces("Internationalisation", False)
    parts = fragments(piece, False, 2000)
    assert "".join(part.text for part in parts) == piece.text
    assert all(part.width == units(part.text, False) <= 2000 for part in parts)


def test_only_letters_are_parted_with_a_hyphen():
    (word,), (number,) = pieces("Development", False), pieces("2026123123", False)
    assert any(part.hyphen for part in fragments(word, False, 1500))
    assert not any(part.hyphen for part in fragments(number, False, 1500))
