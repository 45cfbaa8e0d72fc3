"""A cache gives back what was kept or nothing, whatever happens to its files; and it stays small."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from orgviz.cache.place import cache_folder
from orgviz.cache.store import Store, key_of


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_was_kept_comes_back(folder):
    Store(folder).put("a", b"chart")
    assert Store(folder).get("a") == b"chart"
    assert Store(folder).get("b") is None


def test_a_damaged_entry_is_a_miss(folder):
    store = Store(folder)
    store.put("a", b"chart")
    for damaged in (b"", b"short", (folder / "a").read_bytes()[:-1], (folder / "a").read_bytes() + b"!"):
        (folder / "a").write_bytes(damaged)
        assert store.get("a") is None


def test_nothing_but_entries_is_left(folder):
    store = Store(folder)
    store.put("a", b"1")
    store.put("a", b"1")
    assert names(folder) == ["a"]


def test_only_the_user_can_look_into_it(folder):
    Store(folder).put("a", b"1")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "a").stat().st_mode) == 0o600


def test_a_folder_that_others_can_write_to_is_left_alone(folder):
    folder.mkdir()
    folder.chmod(0o777)
    Store(folder).put("a", b"1")
    assert names(folder) == []


def test_what_others_could_have_put_there_is_not_taken(folder):
    store = Store(folder)
    store.put("a", b"1")
    folder.chmod(0o777)
    assert Store(folder).get("a") is None


@pytest.mark.parametrize("hindrance", ["file", "read-only"])
def test_where_nothing_can_be_kept_nothing_happens(folder, hindrance):
    if hindrance == "file":
        folder.write_bytes(b"")
    else:
        folder.mkdir(mode=0o500)
        if os.geteuid() == 0:
            pytest.skip("nothing is read-only to root")
    store = Store(folder)
    store.put("a", b"1")
    assert store.get("a") is None


def test_the_entries_that_nobody_asked_for_longest_go_first(folder):
    store = Store(folder, most=1000)
    for number in range(6):
        store.put(str(number), b"x" * 100)
        os.utime(folder / str(number), (number, number))
    store.get("0")  # asked for just now
    store.put("6", b"x" * 200)
    store.put("7", b"x" * 200)
    kept = names(folder)
    assert "0" in kept
    assert "7" in kept
    assert "1" not in kept
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 1000


def test_many_entries_of_one_run_stay_within_the_bound(folder):
    store = Store(folder, most=2000)
    for number in range(100):
        store.put(str(number), b"x" * 100)
        assert sum(path.stat().st_size for path in folder.iterdir()) <= 2000


def test_one_that_would_take_most_of_it_is_not_kept(folder):
    store = Store(folder, most=1000)
    store.put("a", b"x" * 600)
    assert store.get("a") is None


def test_several_writers_of_one_key_leave_it_whole(folder):
    def write(_):
        store = Store(folder)
        store.put("a", b"same" * 1000)
        return store.get("a")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(write, range(64))) == {b"same" * 1000}
    assert names(folder) == ["a"]


def test_keys_tell_lists_of_parts_apart():
    lists = [[b"ab"], [b"a", b"b"], [b"b", b"a"], [b"ab", b""], [b"", b"ab"], []]
    assert len({key_of(parts) for parts in lists}) == len(lists)


@pytest.mark.parametrize(
    ("environment", "platform", "place"),
    [
        ({"HOME": "/h"}, "linux", "/h/.cache/orgviz"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/orgviz"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "darwin", "/c/orgviz"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "relative"}, "linux", "/h/.cache/orgviz"),
        ({}, "linux", None),
        ({"HOME": ""}, "linux", None),
    ],
)
def test_the_cache_stands_where_the_system_wants_it(environment, platform, place):
    found = cache_folder(environment, platform)
    assert (None if found is None else found.as_posix()) == place
