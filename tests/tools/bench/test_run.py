"""A run goes by turns, gives up on who fails, and measures what is really drawn."""

import json
import subprocess
import sys

import pytest

from tools.bench import peers as peers_module
from tools.bench import run as module
from tools.bench.__main__ import main
from tools.bench.languages import to_boxes
from tools.bench.measure import Failure, Run
from tools.bench.organisations import Shape, organisation
from tools.bench.peers import CHECKOUT, PEERS
from tools.bench.results import Measured
from tools.bench.run import Plan, run, svg_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 54"><text>a</text></svg>'


def plan(folder, *, peers=("orgviz", "dot"), sizes=(2, 5), shapes=()):
    return Plan(peers=peers, sizes=sizes, shapes=shapes, shape_size=3, seed=1, limit=100, folder=folder)


class Played:
    """Programs that are only played: `seconds[peer]` is what one takes in each run, or how it fails; `runs` is who ran."""

    def __init__(self):
        self.seconds, self.runs = {}, []

    def measure(self, _command, _limit, said, _environment):
        peer = said.parent.name
        self.runs.append((said.parent.parent.name, peer))
        told = self.seconds.get(peer, [0.1])
        one = told.pop(0) if len(told) > 1 else told[0]
        if isinstance(one, Failure):
            return one
        said.with_name("chart.svg").write_text(SVG)
        return Run(one, one / 2, int(one * 1e6))


@pytest.fixture
def played(monkeypatch):
    programs = Played()
    monkeypatch.setattr(module, "measure", programs.measure)
    return programs


def outcomes(plan):
    return {(cell.shape, cell.boxes, cell.peer): cell.outcome for cell in run(plan, lambda _: None)}


def test_peers_run_by_turns_and_the_quickest_run_counts(played, tmp_path):
    played.seconds = {"orgviz": [0.3, 0.2, 0.4], "dot": [0.1]}
    found = outcomes(plan(tmp_path, sizes=[2]))
    assert played.runs == [("balanced-2", "orgviz"), ("balanced-2", "dot")] * 3
    measured = found[Shape.BALANCED, 2, "orgviz"]
    assert (measured.seconds, measured.cpu, measured.peak) == (0.2, 0.1, 400_000)
    assert (measured.size, measured.picture.smallest) == (len(SVG), 16)


def test_what_takes_long_runs_once(played, tmp_path):
    played.seconds = {"dot": [7.0]}
    outcomes(plan(tmp_path, sizes=[2]))
    assert played.runs.count(("balanced-2", "dot")) == 1


def test_who_fails_gets_no_larger_one_of_this_shape_but_others(played, tmp_path):
    played.seconds = {"dot": [Failure("over 100 s"), 0.1]}
    found = outcomes(plan(tmp_path, shapes=[Shape.WIDE]))
    assert found[Shape.BALANCED, 2, "dot"] == Failure("over 100 s")
    assert (Shape.BALANCED, 5, "dot") not in found
    assert isinstance(found[Shape.BALANCED, 5, "orgviz"], Measured)
    assert isinstance(found[Shape.WIDE, 3, "dot"], Measured)


def test_who_writes_no_picture_has_failed(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "measure", lambda *_: Run(1, 1, 1))
    assert outcomes(plan(tmp_path, sizes=[2]))[Shape.BALANCED, 2, "dot"] == Failure("writes no picture")


def test_a_picture_of_an_earlier_run_does_not_count(tmp_path, monkeypatch):
    here = plan(tmp_path, sizes=[2])
    old = svg_of(here, Shape.BALANCED, 2, "dot")
    old.parent.mkdir(parents=True)
    old.write_text(SVG)
    monkeypatch.setattr(module, "measure", lambda *_: Run(1, 1, 1))
    assert outcomes(here)[Shape.BALANCED, 2, "dot"] == Failure("writes no picture")


def test_orgviz_the_floor_and_dot_are_measured_and_told_in_tables(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("tools.bench.__main__.PICTURED", 4)
    monkeypatch.setattr("tools.bench.__main__.take_picture", lambda svg, to: to.write_bytes(svg.read_bytes()))
    monkeypatch.setattr(peers_module, "MODULES", tmp_path / "npm")
    main(["--sizes", "4", "--peers", "dot,elk", "--shapes", "balanced", "--out", str(tmp_path)])
    told = json.loads((tmp_path / "results.json").read_text())
    assert [cell["peer"] for cell in told["cells"] if "seconds" in cell["outcome"]] == ["orgviz", "floor", "dot"]
    assert told["lacking"].keys() == {"elk"}
    assert sorted(path.name for path in (tmp_path / "pictures").iterdir()) == ["dot.png", "orgviz.png"]
    said = capsys.readouterr()
    assert "| *orgviz, seconds* |" in said.out
    assert "! elk is not measured: " in said.err


def test_the_plain_program_draws_every_box_and_line(tmp_path):
    given, output = tmp_path / "boxes.json", tmp_path / "chart.svg"
    given.write_text(to_boxes(organisation(Shape.BALANCED, 7, seed=1)), encoding="utf-8")
    program = CHECKOUT / "tools/bench/programs/by_graphviz.py"
    subprocess.run([sys.executable, program, given, output], check=True)
    svg = output.read_text(encoding="utf-8")
    assert (svg.count('class="node"'), svg.count('class="edge"')) == (7, 6)


@pytest.mark.parametrize("peer", PEERS)
def test_every_command_names_what_it_is_given(peer, tmp_path):
    given = tmp_path / f"chart{PEERS[peer].ending}"
    command = PEERS[peer].run(given)
    assert str(given) in command
    assert all("{" not in word for word in command)
    if "PlantUML" not in PEERS[peer].title:  # it writes beside its input
        assert str(given.with_suffix(".svg")) in command


def test_npm_packages_are_pinned_and_their_lock_names_no_registry():
    lock = json.loads((CHECKOUT / "tools/bench/package-lock.json").read_text(encoding="utf-8"))
    package = json.loads((CHECKOUT / "tools/bench/package.json").read_text(encoding="utf-8"))
    assert lock["packages"][""]["dependencies"] == package["dependencies"]
    assert [name for name, told in lock["packages"].items() if "resolved" in told] == []
    assert [name for name, told in lock["packages"].items() if name and not told.get("integrity")] == []
    assert {name for peer in PEERS.values() for name in peer.packages} <= package["dependencies"].keys()
