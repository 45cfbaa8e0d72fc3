"""Files are looked at again and again; whoever sleeps in between may change them here."""

import os

import pytest

from orgviz.watch import (
    FILES_AT_ONCE,
    LOOK_AT_LEAST_EVERY,
    LOOK_EVERY,
    LOOKS_UNTIL_SETTLED,
    Watch,
    stamp,
    wait_for_change,
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_text("units: [A]")
    return path


def watching(*paths):
    watch = Watch()
    watch.note(paths)
    return watch


def in_turn(*steps):
    """Return a sleep that does one step each time, and a list that counts."""
    waiting = list(steps)
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        assert len(slept) < 500, "waits for ever"
        if waiting:
            waiting.pop(0)()

    return sleep, slept


def nothing():
    pass


def test_a_file_that_stays_is_not_changed(file):
    watch = watching(file)
    assert not watch.changed()
    file.read_text()
    assert not watch.changed()


@pytest.mark.parametrize("text", ["units: [B]", "units: [A, B]", ""])
def test_a_file_that_is_written_is_changed(file, text):
    watch = watching(file)
    os.utime(file, ns=(1, 1))
    file.write_text(text)
    assert watch.changed()


def test_a_file_that_another_takes_the_place_of_is_changed(file, tmp_path):
    new = tmp_path / "new"
    new.write_text("units: [B]")
    os.utime(new, ns=(file.stat().st_mtime_ns, file.stat().st_mtime_ns))
    watch = watching(file)
    new.replace(file)
    assert watch.changed()


def test_a_file_that_is_not_there_yet_is_waited_for(tmp_path):
    watch = watching(tmp_path / "later.yaml")
    assert not watch.changed()
    (tmp_path / "later.yaml").write_text("")
    assert watch.changed()


def test_a_file_counts_as_it_was_when_it_was_noted_first(file):
    watch = watching(file)
    file.write_text("units: [A, B]")
    watch.note([file])
    assert watch.changed()


def test_a_folder_changes_with_the_names_in_it_and_hidden_ones_are_none(tmp_path, file):
    watch = watching(tmp_path)
    (tmp_path / ".orgviz-1-0.tmp").write_text("")
    file.write_text("units: []")
    assert not watch.changed()
    (tmp_path / "b.csv").write_text("")
    assert watch.changed()


def test_what_cannot_be_looked_at_is_not_there(tmp_path):
    assert stamp(tmp_path / "none") is None
    assert stamp(tmp_path / "a\0b") is None


def test_a_file_that_is_fetched_is_noted_also_where_it_is_not_there(file, tmp_path):
    watch = Watch()
    assert watch.fetch(str(file)) == b"units: [A]"
    with pytest.raises(OSError, match="No such file"):
        watch.fetch(str(tmp_path / "none.yaml"))
    with pytest.raises(OSError, match="it is no file"):
        watch.fetch(str(tmp_path))
    assert set(watch.stamps) == {file, tmp_path / "none.yaml", tmp_path}


def test_waiting_ends_once_the_change_is_whole(file):
    sleep, slept = in_turn(
        nothing, lambda: file.write_text(""), lambda: file.write_text("units"), lambda: file.write_text("units: [A, B]")
    )
    wait_for_change(watching(file), sleep)
    assert file.read_text() == "units: [A, B]"
    assert len(slept) < 10


def test_a_file_that_vanishes_for_a_moment_is_waited_for(file, tmp_path):
    other = tmp_path / "other"
    other.write_text("units: [C]")
    sleep, _ = in_turn(file.unlink, nothing, nothing, nothing, lambda: other.replace(file))
    wait_for_change(watching(file), sleep)
    assert file.read_text() == "units: [C]"


def test_a_file_that_stays_away_is_told_in_the_end(file):
    sleep, slept = in_turn(file.unlink)
    wait_for_change(watching(file), sleep)
    assert len(slept) == 1 + LOOKS_UNTIL_SETTLED


def test_a_file_that_never_rests_is_read_in_the_end(file):
    def grow():
        file.write_text(file.read_text() + "x")

    sleep, slept = in_turn(*[grow] * 400)
    wait_for_change(watching(file), sleep)
    assert len(slept) <= 2 + LOOKS_UNTIL_SETTLED


def first_pause(file, count):
    watch = watching(file, *(file.with_name(f"{number}.yaml") for number in range(count - 1)))
    sleep, slept = in_turn(lambda: file.write_text("units: [A, B]"))
    wait_for_change(watch, sleep)
    return slept[0]


def test_a_few_files_are_looked_at_more_often_than_many(file):
    assert first_pause(file, 1) == first_pause(file, FILES_AT_ONCE) == LOOK_EVERY
    assert LOOK_EVERY < first_pause(file, 5 * FILES_AT_ONCE) < first_pause(file, 100 * FILES_AT_ONCE)
    assert first_pause(file, 100 * FILES_AT_ONCE) == LOOK_AT_LEAST_EVERY


def test_a_change_of_a_few_files_is_known_before_anybody_looks_up(file):
    sleep, slept = in_turn(lambda: file.write_text("units: [A, B]"))
    wait_for_change(watching(file), sleep)
    assert sum(slept) <= 0.05
