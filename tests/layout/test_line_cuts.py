"""Text cut into lines keeps its characters and their styles."""

from hypothesis import given
from hypothesis import strategies as st

from orgviz.layout.line_cuts import Cut, cut_in_lines, cut_runs, runs_of_slices
from orgviz.style.values import TextRun, TextStyle
from orgviz.typography.wrap import line_slices, with_plain_spaces, wrap

STYLES = [TextStyle(9, "#000000"), TextStyle(9, "#444444"), TextStyle(9, "#aa3300", italic=True)]


def runs_of(*texts):
    return [TextRun(text, STYLES[number % 3]) for number, text in enumerate(texts)]


def split_runs(runs, lines):
    return [cut_runs(tuple(runs), cuts) for cuts in cut_in_lines(runs, lines)]


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


def test_what_is_added_is_told_apart_from_what_is_in_the_text():
    assert cut_in_lines(runs_of("a ", "Verwaltung 7"), ["a Ver-", "waltung…"]) == [
        (Cut(0, 0, 2), Cut(1, 0, 3, "-")),
        (Cut(1, 3, 10, "…"),),
    ]


def test_a_plain_space_that_stands_for_another_is_added():
    assert cut_in_lines(runs_of("经理\u2002", "王敏"), ["经理 王敏"]) == [(Cut(0, 0, 2, " "), Cut(1, 0, 2))]


def test_runs_that_are_whole_in_a_line_are_those_of_the_text():
    runs = tuple(runs_of("ab ", "cd"))
    (line,) = split_runs(runs, ["ab cd"])
    assert all(part is run for part, run in zip(line, runs, strict=True))


PARTS = st.text("ab cdeé-，。（）部门经理\u2002\u00a0…9", max_size=24)


@given(st.lists(PARTS, min_size=1, max_size=4), st.integers(8, 160), st.sampled_from([None, 1, 2]))
def test_lines_told_as_parts_of_their_text_are_cut_as_lines_looked_for_in_it(parts, width, most):
    runs = runs_of(*parts)
    text = with_plain_spaces("".join(parts))
    told_lines = line_slices(text, size=9, bold=False, width=width, max_lines=most)
    if told_lines and all(start < end for start, end, _ in told_lines[1]):
        lines = wrap(text, size=9, bold=False, width=width, max_lines=most)
        assert told(runs_of_slices(runs, *told_lines)) == told(split_runs(runs, lines))


def test_what_is_drawn_with_a_plain_space_is_cut_so():
    assert told(runs_of_slices(runs_of("经理\u2002", "王敏"), "经理 王敏", ((0, 5, ""),))) == ["经理 0|王敏1"]


def test_what_is_added_to_a_line_follows_its_last_part():
    assert told(runs_of_slices(runs_of("经", "理王", "敏"), "经理王敏", ((0, 3, "…"),))) == ["经0|理王…1"]


def test_a_run_without_text_is_in_no_line():
    assert told(runs_of_slices(runs_of("9", "", "99"), "999", ((0, 2, ""), (2, 3, "")))) == ["90|92", "92"]
