"""Text in lines keeps its characters and their styles, and a card's size is one that Graphviz keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout.card_flow import even
from orgviz.layout.cards import SetCard, SetLine, split_runs, stretched
from orgviz.style.values import TextRun, TextStyle

STYLES = [TextStyle(9, "#000000"), TextStyle(9, "#444444"), TextStyle(9, "#aa3300", italic=True)]


def runs_of(*texts):
    return [TextRun(text, STYLES[number % 3]) for number, text in enumerate(texts)]


def told(lines):
    """Return lines with the number of each run's style, as in ``a0|b1``."""
    return ["|".join(f"{run.text}{STYLES.index(run.style)}" for run in line) for line in lines]


def test_a_text_in_one_line_keeps_its_runs():
    assert told(split_runs(runs_of("经理\u2002", "王敏"), ["经理\u2002王敏"])) == ["经理\u20020|王敏1"]


def test_a_text_of_one_run_has_its_style_in_every_line():
    assert told(split_runs(runs_of("ab cd"), ["ab", "cd"])) == ["ab0", "cd0"]


def test_the_space_at_a_break_is_dropped():
    assert told(split_runs(runs_of("经理\u2002", "王敏"), ["经理", "王敏"])) == ["经理0", "王敏1"]


def test_a_run_may_go_on_in_the_next_line():
    assert told(split_runs(runs_of("a b\u2002", "c d"), ["a", "b\u2002c", "d"])) == ["a0", "b\u20020|c1", "d1"]


def test_a_hyphen_takes_the_style_of_the_word_that_it_breaks():
    assert told(split_runs(runs_of("a ", "Verwaltung"), ["a Ver-", "waltung"])) == ["a 0|Ver-1", "waltung1"]


def test_an_ellipsis_takes_the_style_of_what_it_follows():
    assert told(split_runs(runs_of("经理\u2002", "王敏李四"), ["经理\u2002王…"])) == ["经理\u20020|王…1"]


def test_letters_that_stand_twice_are_not_confused():
    assert told(split_runs(runs_of("aa ", "a a"), ["aa a", "a"])) == ["aa 0|a1", "a1"]


words = st.lists(st.text("ab王敏", min_size=1, max_size=4), min_size=1, max_size=4).map(" ".join)


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_no_character_is_lost_and_none_changes_its_style(texts, data):
    runs = [*(TextRun(f"{text} ", STYLES[number % 3]) for number, text in enumerate(texts[:-1]))]
    runs.append(TextRun(texts[-1], STYLES[(len(texts) - 1) % 3]))
    whole = "".join(run.text for run in runs)
    spaces = [at for at, character in enumerate(whole) if character == " "]
    breaks = sorted(data.draw(st.sets(st.sampled_from(spaces)))) if spaces else []
    lines = [whole[start:end].strip() for start, end in zip([0, *breaks], [*breaks, len(whole)], strict=True)]
    split = split_runs(runs, lines)
    assert ["".join(run.text for run in line) for line in split] == lines
    inked = [(c, run.style) for line in split for run in line for c in run.text if c != " "]
    assert inked == [(c, run.style) for run in runs for c in run.text if c != " "]


@pytest.mark.parametrize(
    ("value", "rounded"), [(0, 0), (0.001, 0), (0.1, 2), (2, 2), (2.01, 4), (51.999, 52), (52.004, 52)]
)
def test_sizes_are_rounded_up_to_even_points(value, rounded):
    assert even(value) == rounded


def test_a_stretched_card_has_its_lines_in_the_middle():
    line = SetLine(7, 15, (TextRun("a", STYLES[0]),), 5, 40, 0)
    card = SetCard(54, 24, (line,))
    taller = stretched(card, 34)
    assert (taller.width, taller.height, taller.lines[0].baseline) == (54, 34, 20)
    assert stretched(card, 24) is card
