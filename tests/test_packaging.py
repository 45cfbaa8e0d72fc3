"""The wheel holds the package and its data, nothing else, and works where nothing but its dependencies is."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

import orgviz

CHECKOUT = Path(__file__).parents[1]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=CHECKOUT)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the programs' folder of an environment that has the wheel and borrows our dependencies."""
    home = tmp_path_factory.mktemp("env")
    run(sys.executable, "-m", "venv", "--without-pip", home)
    python = next(path for path in home.glob("*/python*") if path.is_file())
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", wheel)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


def files(folder):
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in paths if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_package_with_its_themes_and_nothing_else(wheel):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = {f"orgviz/{name}" for name in files(CHECKOUT / "orgviz")}
    themes = {f"orgviz/styles/{name}" for name in files(CHECKOUT / "styles")}
    assert names == package | themes
    assert "orgviz/styles/default.yaml" in names
    assert "orgviz/py.typed" in names


def test_the_wheel_carries_the_version_of_the_package(wheel):
    assert wheel.name == f"orgviz-{orgviz.__version__}-py3-none-any.whl"


def test_the_installed_program_tells_its_version(installed, tmp_path):
    assert orgviz.__version__ in run(installed / "orgviz", "--version", cwd=tmp_path, env=clean_environment())


def test_the_installed_program_finds_its_own_themes(installed, tmp_path):
    code = "import orgviz.style.catalogue as c; print(c.__file__, *c.theme_names())"
    place, *names = run(installed / "python", "-c", code, cwd=tmp_path, env=clean_environment()).split()
    assert not Path(place).is_relative_to(CHECKOUT / "orgviz")
    assert "default" in names


def clean_environment():
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def locked(name):
    text = (CHECKOUT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["dev", "runtime", "graphviz"])
def test_a_lock_pins_hashes_and_names_no_registry(name):
    text = (CHECKOUT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    assert len(re.findall(r"^\S+==", text, re.MULTILINE)) <= text.count("--hash=sha256:")
    assert "://" not in text
    assert "--index" not in text


def test_runtime_and_development_lock_the_same_versions():
    assert locked("runtime").items() <= locked("dev").items()


@pytest.mark.parametrize(
    ("wanted", "lock"),
    [
        (PROJECT["dependencies"], "runtime"),
        (EXTRAS["woff2"], "runtime"),
        (EXTRAS["xlsx"], "runtime"),
        (EXTRAS["pptx"], "runtime"),
        (EXTRAS["graphviz"], "graphviz"),
        (EXTRAS["dev"], "dev"),
    ],
)
def test_every_dependency_is_locked(wanted, lock):
    assert names_of(wanted) <= locked(lock).keys()


def test_every_dependency_is_accounted_for():
    told = (CHECKOUT / "docs/dependencies.md").read_text(encoding="utf-8").lower()
    names = names_of(sum(EXTRAS.values(), PROJECT["dependencies"]))
    assert {name for name in names if f"`{name}`" not in told} == set()


def names_of(requirements):
    return {re.match(r"[\w-]+", requirement)[0].lower() for requirement in requirements}
