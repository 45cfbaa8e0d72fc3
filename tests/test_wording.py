import pytest

from orgviz.wording import counted, listed, named_character, nearest, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王敏", "'王敏'"),
        ("a\nb\x1b[0m", "'a\\nb\\x1b[0m'"),
        ("a\u202eb", "'a\\u202eb'"),
        ("👩\u200d🔧", "'👩\u200d🔧'"),
        ("a" * 81, "'" + "a" * 79 + "…'"),
    ],
)
def test_the_users_text_is_quoted_safely(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x07", "U+0007 bell"), ("\u00a0", "U+00A0 no-break space"), ("\ufeff", "U+FEFF byte order mark"),
     ("\ufffe", "U+FFFE noncharacter"), ("\x93", "U+0093 control character"),
     ("\ud800", "U+D800 half of a surrogate pair")],
)  # fmt: skip
def test_characters_are_named(character, name):
    assert named_character(character) == name


@pytest.mark.parametrize(("words", "text"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")])
def test_words_are_listed_as_in_a_sentence(words, text):
    assert listed(words) == text


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Units", "units"), ("reports-to", "reports_to"), ("reportsTo", "reports_to"), ("untis", "units"), ("xyz", None)],
)
def test_the_nearest_word_is_found(word, meant):
    assert nearest(word, ["units", "reports_to", "head"]) == meant


def test_numbers_agree_with_their_nouns():
    assert [counted(number, "seat") for number in (0, 1, 2)] == ["0 seats", "1 seat", "2 seats"]
