"""`tools/setup-system.sh` installs what is missing where it may, and else says what to type."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
USED = (
    "sh",
    "cat",
    "chmod",
    "cmp",
    "dirname",
    "env",
    "mkdir",
    "mv",
    "paste",
    "rm",
    "sed",
    "tail",
    "touch",
    "true",
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a script for sh")

# An apt-get that says what it was asked, and puts a program in place for a package that it knows.
APT_GET = """
echo "apt-get $*" >>"$ASKED"
case "$*" in
    *unknown-to-apt*) exit 100 ;;
    *graphviz*) printf '#!/bin/sh\\n' >"$BIN/dot" && chmod +x "$BIN/dot" ;;
esac
"""


class Machine:
    """A folder of fake programs, and a checkout to run the script in."""

    def __init__(self, folder, *, root=True):
        self.bin, self.checkout = folder / "bin", folder / "checkout"
        self.asked, self.record = folder / "asked", self.checkout / "build/machine"
        self.bin.mkdir()
        self.checkout.mkdir()
        (self.checkout / "tools").symlink_to(CHECKOUT / "tools")
        for name in USED:
            (self.bin / name).symlink_to(shutil.which(name))
        self.add("python3", f'exec "{sys.executable}" "$@"')
        self.add("uname", "echo Linux")
        self.add("id", f"echo {0 if root else 1000}")
        self.add("fc-list", "echo Noto Sans CJK SC")

    def add(self, name, script):
        (self.bin / name).write_text(f"#!/bin/sh\n{script}\n")
        (self.bin / name).chmod(0o755)

    def set_up(self, purpose="drawing", **environment):
        return subprocess.run(
            ["tools/setup-system.sh", purpose, str(self.record)],
            cwd=self.checkout,
            env={"PATH": str(self.bin), "BIN": str(self.bin), "ASKED": str(self.asked), **environment},
            capture_output=True,
            text=True,
            check=True,
        )

    def was_asked(self):
        return self.asked.read_text().splitlines() if self.asked.exists() else []

    def has(self, need):
        return f"{need}=yes" in self.record.read_text().splitlines()


def test_root_gets_what_is_missing_and_nothing_else(tmp_path):
    machine = Machine(tmp_path)
    machine.add("apt-get", APT_GET)
    done = machine.set_up()
    (asked,) = machine.was_asked()
    assert asked.startswith("apt-get install -y")
    assert "graphviz" in asked
    assert "fonts-noto-cjk" not in asked
    assert "installing (apt-get)" in done.stdout
    assert machine.has("dot")


def test_a_second_run_does_nothing_and_leaves_the_record_as_it_was(tmp_path):
    machine = Machine(tmp_path)
    machine.add("apt-get", APT_GET)
    machine.set_up()
    os.utime(machine.record, (1, 1))
    machine.set_up()
    assert len(machine.was_asked()) == 1
    assert machine.record.stat().st_mtime == 1


def test_a_user_with_a_free_sudo_installs_through_it(tmp_path):
    machine = Machine(tmp_path, root=False)
    machine.add("apt-get", APT_GET)
    machine.add("sudo", '[ "$1" = -n ] && shift && exec "$@"')
    machine.set_up()
    assert machine.has("dot")


def test_a_user_without_sudo_is_shown_the_line(tmp_path):
    machine = Machine(tmp_path, root=False)
    machine.add("apt-get", APT_GET)
    machine.add("sudo", "exit 1")
    done = machine.set_up()
    assert "to get it: sudo apt-get install -y --no-install-recommends" in done.stderr
    assert "graphviz" in done.stderr
    assert machine.was_asked() == []
    assert not machine.has("dot")


def test_who_forbids_it_is_shown_the_line_too(tmp_path):
    machine = Machine(tmp_path)
    machine.add("apt-get", APT_GET)
    done = machine.set_up(ORGVIZ_SYSTEM="skip")
    assert "to get it: apt-get install" in done.stderr
    assert machine.was_asked() == []


def test_without_an_installer_the_packages_are_named(tmp_path):
    done = Machine(tmp_path).set_up()
    assert "graphviz" in done.stderr


def test_what_was_tried_in_vain_is_not_tried_again(tmp_path):
    machine = Machine(tmp_path)
    machine.add("apt-get", 'echo "apt-get $*" >>"$ASKED"; echo no network; exit 100')
    first = machine.set_up()
    assert "apt-get failed" in first.stderr
    assert "no network" in first.stderr
    tries = len(machine.was_asked())
    second = machine.set_up()
    assert "to get it:" in second.stderr
    assert len(machine.was_asked()) == tries


def test_a_package_that_is_unknown_does_not_keep_the_others_away(tmp_path):
    machine = Machine(tmp_path)
    machine.add("fc-list", "true")
    machine.add("apt-get", APT_GET.replace("unknown-to-apt", "fonts-noto-cjk"))
    machine.set_up()
    assert machine.has("dot")
    assert not machine.has("cjk")


def test_no_python_is_told_plainly(tmp_path):
    machine = Machine(tmp_path)
    machine.add("python3", "exit 1")
    with pytest.raises(subprocess.CalledProcessError) as failure:
        machine.set_up()
    assert failure.value.returncode == 3
    assert "no Python 3.11 or newer found" in failure.value.stderr


def test_what_peers_need_is_installed_only_for_measuring(tmp_path):
    machine = Machine(tmp_path)
    machine.add("apt-get", APT_GET)
    machine.set_up()
    assert not any("plantuml" in line for line in machine.was_asked())
    done = machine.set_up("measuring")
    assert any(line.endswith("plantuml npm chromium") for line in machine.was_asked())
    assert "without PlantUML it is not measured" in done.stderr
    assert not machine.has("plantuml")


def test_a_cairo_that_is_too_old_is_as_good_as_none(tmp_path):
    (tmp_path / "old").mkdir()
    old = "import ctypes, types\nctypes.CDLL = lambda _: types.SimpleNamespace(cairo_create=None)\n"
    (tmp_path / "old" / "sitecustomize.py").write_text(old)
    machine = Machine(tmp_path)
    machine.add("apt-get", APT_GET)
    done = machine.set_up(PYTHONPATH=str(tmp_path / "old"))
    assert "libcairo2" in machine.was_asked()[0]
    assert not machine.has("cairo")
    assert "without cairo, 1.16 or newer" in done.stderr
