"""`orgviz serve` as people run it: save a file, and the page hears of it."""

import contextlib
import os
import signal
import socket
import time
import urllib.error
import urllib.request

import pytest

from tests.cli.conftest import GOOD, run, with_files
from tests.serve.running import Reader, running, save

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")

ADDRESS = r"http://\S+"


@pytest.fixture
def folder(tmp_path):
    return with_files(tmp_path)


@contextlib.contextmanager
def served(folder, *arguments, **changes):
    """Start a preview on a free port; yield the run and a reader of it."""
    with running("serve", *arguments, "--port", "0", folder=folder, **changes) as found:
        reader = Reader(found.heard(ADDRESS)[0])
        try:
            yield found, reader
        finally:
            reader.close()


def test_the_chart_is_that_of_render_and_follows_the_file(folder):
    with served(folder, "org.yaml") as (found, reader):
        first = reader.state()
        assert (first["title"], first["lang"], first["errors"]) == ("启明电商", "zh-CN", 0)
        assert run("render", "org.yaml", "-o", "-", folder=folder).out.decode() == reader.chart()
        save(folder / "org.yaml", GOOD.replace("Finance", "Treasury"))
        second = reader.state()
        assert second["pictures"] != first["pictures"]
        assert "Treasury" in reader.chart()
        assert found.stop() == (130, "".join(found.lines))
        assert found.lines[0].startswith("orgviz: org.yaml is shown at http://127.0.0.1:")
        assert len(found.lines) == 2


def test_an_error_stands_beside_the_last_good_picture_until_it_is_mended(folder):
    with served(folder, "org.yaml") as (_, reader):
        first = reader.state()
        save(folder / "org.yaml", GOOD.replace("head:", "haed:"))
        wrong = reader.state()
        assert wrong["pictures"] == first["pictures"]
        assert (wrong["errors"], wrong["title"]) == (1, "启明电商")
        assert wrong["problems"][0] == {
            "severity": "error",
            "message": "a unit has no key 'haed'",
            "place": "org.yaml:4:5",
            "code": "unknown-key",
            "excerpt": ["    4 |     haed: 王敏", "      |     ^^^^"],
            "hint": "did you mean 'head'?",
        }
        assert "运营中心" in reader.chart()
        folder.joinpath("org.yaml").write_text(GOOD, encoding="utf-8")  # as careless editors do
        mended = reader.state()
        assert (mended["errors"], mended["problems"], mended["pictures"]) == (0, [], first["pictures"])


def test_a_file_that_is_wrong_from_the_beginning_is_waited_for(folder):
    with served(folder, "wrong.yaml") as (_, reader):
        wrong = reader.state()
        assert (wrong["pictures"], wrong["errors"], wrong["title"]) == ([], 2, "")
        save(folder / "wrong.yaml", GOOD)
        assert reader.state()["errors"] == 0
        assert "运营中心" in reader.chart()


def test_a_warning_is_told_and_the_picture_drawn(folder):
    with served(folder, "warned.yaml") as (_, reader):
        state = reader.state()
        assert (state["errors"], state["warnings"], len(state["pictures"])) == (0, 1, 1)


def test_what_is_included_and_extended_is_followed_also_before_it_is_there(folder):
    (folder / "parts").mkdir()
    save(folder / "base.yaml", "units:\n  - Shop\n  - Depot\ninclude: parts/sales.yaml\n")
    save(folder / "top.yaml", "extends: base.yaml\nchanges: [{rename: Shop, to: Store}]\n")
    with served(folder, "top.yaml") as (_, reader):
        missing = reader.state()
        assert [problem["code"] for problem in missing["problems"]] == ["missing-file"]
        save(folder / "parts" / "sales.yaml", "units: [Sales]\n")
        assert reader.state()["errors"] == 0
        assert "Sales" in reader.chart()
        save(folder / "parts" / "sales.yaml", "units: [Selling]\n")
        assert reader.state()["errors"] == 0
        assert "Selling" in reader.chart()
        save(folder / "base.yaml", "units: [Shop, Garage]\n")
        reader.state()
        assert "Garage" in reader.chart()


def test_themes_are_followed_with_what_they_extend(folder):
    save(folder / "house.yaml", "extends: ./colours.yaml\n")
    save(folder / "colours.yaml", 'page: {background: "#fefdfc"}\n')
    with served(folder, "org.yaml", "--theme", "./house.yaml") as (_, reader):
        reader.state()
        assert "#fefdfc" in reader.chart()
        save(folder / "colours.yaml", 'page: {background: "#f0f1f2"}\n')
        reader.state()
        assert "#f0f1f2" in reader.chart()
        save(folder / "colours.yaml", "pgae: {}\n")
        wrong = reader.state()
        assert wrong["problems"][0]["place"] == "colours.yaml:1:1"
        (folder / "colours.yaml").unlink()
        assert "colours.yaml" in reader.state()["problems"][0]["message"]
        save(folder / "colours.yaml", 'page: {background: "#0a0b0c"}\n')
        assert reader.state()["errors"] == 0
        assert "#0a0b0c" in reader.chart()


def test_a_folder_of_tables_is_followed_when_one_comes(folder):
    tables = folder / "tables"
    tables.mkdir()
    save(tables / "a.csv", "name,manager\nAnn,\nBob,Ann\n")
    with served(folder, "tables") as (_, reader):
        reader.state()
        save(tables / "b.csv", "name,manager\nCleo,Ann\n")
        assert reader.state()["errors"] == 0
        assert "Cleo" in reader.chart()


def test_a_file_that_is_away_for_a_moment_is_waited_for_and_one_that_is_gone_told(folder):
    with served(folder, "org.yaml") as (_, reader):
        first = reader.state()
        (folder / "org.yaml").unlink()
        gone = reader.state()
        assert gone["pictures"] == first["pictures"]
        assert gone["problems"][0]["message"] == "cannot read 'org.yaml': No such file or directory"
        save(folder / "org.yaml", GOOD)
        assert reader.state()["errors"] == 0


def test_views_are_pictures_of_their_own(folder):
    save(folder / "org.yaml", GOOD + "views:\n  全部: {}\n  运营 / 1: {root: 运营中心}\n")
    with served(folder, "org.yaml", "--view", "all") as (_, reader):
        assert [picture["name"] for picture in reader.state()["pictures"]] == ["全部", "运营 / 1"]
        assert "Finance" in reader.chart()
        assert "Finance" not in reader.body("/chart.svg?chart=1").decode()


def test_hundreds_of_saves_end_in_the_last_one(folder):
    with served(folder, "org.yaml") as (found, reader):
        for number in range(200):
            save(folder / "org.yaml", GOOD.replace("Finance", f"Finance {number}"))
        save(folder / "org.yaml", GOOD.replace("Finance", "the last of them"))
        while "the last of them" not in reader.chart():
            reader.state()
        assert found.process.poll() is None


def test_what_hangs_is_ended_with_the_preview(folder):
    program = folder / "bin" / "dot"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho $$ > "$ORGVIZ_TEST_BEGUN"\nexec sleep 600\n', encoding="utf-8")
    program.chmod(0o700)
    begun = folder / "begun"
    # Graphviz gets a clean environment, so the script has the place in it.
    program.write_text(program.read_text().replace("$ORGVIZ_TEST_BEGUN", str(begun)))
    with running(
        "serve", "org.yaml", "--port", "0", folder=folder, PATH=f"{program.parent}:{os.environ['PATH']}"
    ) as one:
        while not begun.exists() or not begun.read_text().strip():
            time.sleep(0.02)
        assert one.stop() == (130, "")
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_it_ends_at_once_and_without_a_word_also_while_a_page_is_open(folder, how, code):
    with served(folder, "org.yaml") as (found, reader):
        reader.state()
        before = list(found.lines)
        assert found.stop(how) == (code, "".join(before))


def test_the_same_address_is_had_again_after_a_restart(folder):
    with running("serve", "org.yaml", "--port", "0", folder=folder) as found:
        address = found.heard(ADDRESS)[0]
        found.stop()
    port = address.split(":")[2].split("/")[0]
    with running("serve", "org.yaml", "--port", port, folder=folder) as found:
        assert found.heard(ADDRESS)[0] == address
    with running("serve", "warned.yaml", "--port", port, folder=folder) as found:
        assert found.heard(ADDRESS)[0] != address


def test_the_browser_gets_a_ticket_for_one_time_and_not_the_token(folder):
    browser = folder / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {folder}/opened.new\nmv {folder}/opened.new {folder}/opened\n')
    browser.chmod(0o700)
    with running("serve", "org.yaml", "--port", "0", "--open", folder=folder, BROWSER=f"{browser} %s") as found:
        token = found.heard(ADDRESS)[0].partition("token=")[2]
        while not (folder / "opened").exists():
            time.sleep(0.02)
        address = (folder / "opened").read_text()
        assert "/?ticket=" in address
        assert token not in address
        with urllib.request.urlopen(address) as page:  # noqa: S310
            assert token in page.headers["Set-Cookie"]
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address)  # noqa: S310


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["-"], 2, "standard input cannot be watched"),
        (["/dev/stdin"], 2, "cannot be watched: it is a pipe or a device"),
        (["none.yaml"], 3, "cannot read 'none.yaml'"),
        (["org.yaml", "--theme", "wram"], 2, "did you mean 'warm'"),
        (["org.yaml", "--root", "Nowhere"], 2, "Nowhere"),
        (["org.yaml", "--background", "rad"], 2, "is no colour"),
        (["org.yaml", "--font", "none.ttf"], 3, "there is no file 'none.ttf'"),
        (["org.yaml", "--host", "192.0.2.1"], 2, "--host"),
        (["org.yaml", "--port", "65536"], 2, "--port"),
        (["org.yaml", "--port", "-1"], 2, "--port"),
        (["org.yaml", "--view", "all"], 2, "view"),
    ],
)  # fmt: skip
def test_what_cannot_be_served_is_told_at_once(folder, arguments, code, words):
    done = run("serve", *arguments, folder=folder, XDG_STATE_HOME=str(folder / "state"))
    assert (done.code, done.out) == (code, b"")
    assert words in done.errors
    assert "Traceback" not in done.errors


def test_a_port_that_is_taken_is_told(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("serve", "org.yaml", "--port", port, folder=folder, XDG_STATE_HOME=str(folder / "state"))
    assert (done.code, done.errors.splitlines()[0]) == (3, f"orgviz: error: port {port} is in use")
    assert "hint: give another --port" in done.errors
