"""`--profile` says where the time went, and stands in the way of nothing."""

import json
import subprocess
import sys

import pytest

from orgviz.cli.profiling import Lap, Stopwatch, as_json, as_table
from tests.cli.conftest import environment

TO_SVG = [
    "starting", "reading", "building", "checking", "applying views", "charting", "laying out", "writing DOT",
    "drawing", "redrawing", "writing SVG", "writing files",
]  # fmt: skip


ALONE = [stage for stage in TO_SVG if stage != "redrawing"]  # then the SVG is written while it is taken back


def stages(path):
    return [stage["stage"] for stage in json.loads(path.read_text())["stages"]]


def names(table):
    return [line.split("  ")[0] for line in table.splitlines()]


def stopwatch(times, memory=lambda: None):
    """Return a stopwatch to which it is a given time whenever it looks; half a second had been busy before."""
    return Stopwatch(clock=iter(times).__next__, busy=lambda: 0.5, memory=memory)


def test_a_stopwatch_adds_up_what_a_stage_takes_however_often_it_comes():
    watch = stopwatch([10, 11, 13, 16, 20])
    for stage in ("reading", "drawing", "reading"):
        watch.tell(stage)
    assert watch.stop() == (Lap("starting", 1.5, None), Lap("reading", 2 + 4, None), Lap("drawing", 3, None))


def test_the_memory_of_a_stage_is_the_most_until_it_ended():
    watch = stopwatch([0, 1, 2, 3], memory=iter([5, 7, 7]).__next__)
    watch.tell("reading")
    watch.tell("drawing")
    assert [lap.peak for lap in watch.stop()] == [5, 7, 7]


def test_a_table_has_seconds_shares_and_megabytes():
    assert as_table([Lap("starting", 0.25, 40_000_000), Lap("drawing", 0.75, None)]) == (
        "stage     seconds   share  peak MB\n"
        "starting    0.250   25.0%       40\n"
        "drawing     0.750   75.0%\n"
        "together    1.000\n"
    )


def test_programs_get_the_same():
    told = json.loads(as_json([Lap("starting", 0.25, 40_000_000), Lap("drawing", 0.75, None)]))
    assert told["seconds"] == 1
    assert told["stages"] == [
        {"stage": "starting", "seconds": 0.25, "share": 0.25, "peak_bytes": 40_000_000},
        {"stage": "drawing", "seconds": 0.75, "share": 0.75, "peak_bytes": None},
    ]


def test_every_stage_of_a_drawing_is_told_in_its_order(orgviz, folder):
    done = orgviz("render", "org.yaml", "-o", "a.svg", "-o", "b.txt", "--profile", "times.json")
    assert done.code == 0
    assert done.errors == ""
    assert stages(folder / "times.json") == [*TO_SVG[:-1], "writing TXT", "writing files"]


@pytest.mark.parametrize("format", ["png", "pdf", "pptx", "html", "drawio", "dot", "json"])
def test_each_format_has_a_stage_of_its_own(orgviz, folder, format):
    assert orgviz("render", "org.yaml", "-o", f"a.{format}", "--profile", "times.json").code == 0
    assert stages(folder / "times.json")[-2:] == [f"writing {format.upper()}", "writing files"]


def test_pages_are_drawn_in_stages_too(orgviz, folder):
    assert orgviz("render", "org.yaml", "-o", "a.pdf", "--pages", "level:1", "--profile", "times.json").code == 0
    assert {"laying out", "drawing", "redrawing", "writing PDF"} <= set(stages(folder / "times.json"))


def test_any_other_ending_gets_a_table(orgviz, folder):
    assert orgviz("render", "org.yaml", "-o", "a.svg", "--profile", "times.txt").code == 0
    assert names((folder / "times.txt").read_text()) == ["stage", *ALONE, "together"]


def test_convert_tells_its_stages_on_standard_output_where_that_is_free(orgviz):
    done = orgviz("convert", "org.yaml", "-o", "a.json", "--profile", "-")
    assert names(done.out.decode())[-4:] == ["applying views", "writing JSON", "writing files", "together"]


def test_check_tells_its_stages_also_of_files_that_are_wrong(orgviz, folder):
    assert orgviz("check", "org.yaml", "wrong.yaml", "--profile", "times.json").code == 1
    assert stages(folder / "times.json") == ["starting", "reading", "building", "checking", "telling"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("render", "org.yaml", "-o", "-", "-f", "svg", "--profile", "-"), "standard output takes something else"),
        (("convert", "org.yaml", "--profile", "-"), "standard output takes something else"),
        (("check", "org.yaml", "--format", "json", "--profile", "-"), "standard output takes something else"),
        (("render", "org.yaml", "-o", "a.json", "--profile", "./a.json"), "'./a.json' is also an input or an output"),
        (("render", "org.yaml", "-o", "a.svg", "--deps", "a.d", "--profile", "a.d"), "'a.d' is also an input or an"),
        (("check", "org.yaml", "--profile", "org.yaml"), "'org.yaml' is also an input or an output"),
        (("render", "org.yaml", "-o", "a.svg", "--profile", ""), "the file has no name"),
        (("render", "org.yaml", "-o", "a.svg", "--watch", "--profile", "a.txt"), "a watch has no end"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_drawn(orgviz, folder, arguments, said):
    before = sorted(folder.iterdir())
    done = orgviz(*arguments)
    assert done.code == 2
    assert f"--profile: {said}" in done.errors
    assert sorted(folder.iterdir()) == before


def test_a_file_that_was_read_on_the_way_is_not_written_over(orgviz, folder):
    (folder / "all.yaml").write_text("include: [part.yaml]\nunits: [B]\n")
    (folder / "part.yaml").write_text("units: [A]\n")
    assert orgviz("check", "all.yaml", "--profile", "part.yaml").code == 3
    assert (folder / "part.yaml").read_text() == "units: [A]\n"


def test_who_asks_for_no_profile_pays_for_none(folder):
    program = (
        "import sys, time\n"
        "from orgviz.cli.app import app\n"
        "time.process_time = lambda: sys.exit('measured')\n"
        "app(['check', 'org.yaml', *sys.argv[1:]], standalone_mode=False)\n"
        "sys.exit('resource' in sys.modules)\n"
    )
    asked = {"check": [], "profiled": ["--profile", "times.txt"]}
    codes = {
        name: subprocess.run(
            [sys.executable, "-c", program, *more], cwd=folder, env=environment(), capture_output=True, check=False
        ).returncode
        for name, more in asked.items()
    }
    assert codes["check"] == 0
    assert codes["profiled"] != 0
