"""Files come out of git as they were; nothing else is run, and every way to fail has words."""

import os
import shutil
import subprocess

import pytest

from orgviz.diagnostics import ToolError, UsageError
from orgviz.git_files import read_at_revision

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git on the path")


def git(folder, *arguments):
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env=kept)


@pytest.fixture
def repository(tmp_path):
    """Return a folder with two commits of one file; the file on the disk is a third version."""
    git(tmp_path, "init", "-q")
    for text in ("one", "two"):
        tmp_path.joinpath("org.yaml").write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", text)
    tmp_path.joinpath("org.yaml").write_text("three", encoding="utf-8")
    return tmp_path


def test_a_file_is_what_it_was_at_that_commit(repository):
    assert read_at_revision("HEAD", repository / "org.yaml") == b"two"
    assert read_at_revision("HEAD~1", repository / "org.yaml") == b"one"


def test_it_is_found_from_a_folder_below_and_under_names_that_mean_something_to_git(repository):
    folder = repository / "a b"
    folder.mkdir()
    folder.joinpath(":(top)*.yaml").write_text("odd", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "odd")
    assert read_at_revision("HEAD", folder / ":(top)*.yaml") == b"odd"


def test_a_file_that_is_gone_from_the_disk_is_still_there(repository):
    repository.joinpath("org.yaml").unlink()
    assert read_at_revision("HEAD", repository / "org.yaml") == b"two"


@pytest.mark.parametrize("revision", ["", "-x", "--output=x", "a:b", "a..b", "a b", "a\nb", "x" * 300, "HEAD^{/x*}"])
def test_what_could_be_more_than_a_revision_is_refused(repository, revision):
    with pytest.raises(UsageError):
        read_at_revision(revision, repository / "org.yaml")
    assert [path.name for path in repository.iterdir() if path.name != ".git"] == ["org.yaml"]


def test_a_revision_that_is_not_there_is_told(repository):
    with pytest.raises(UsageError, match="there is no revision 'nowhere'"):
        read_at_revision("nowhere", repository / "org.yaml")


def test_a_file_that_was_not_there_is_told(repository):
    with pytest.raises(ToolError, match=r"'.*new\.yaml' is not in revision 'HEAD'"):
        read_at_revision("HEAD", repository / "new.yaml")


def test_a_folder_is_no_file(repository):
    repository.joinpath("sub").mkdir()
    repository.joinpath("sub/x").write_text("x", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "sub")
    with pytest.raises(ToolError, match="no file"):
        read_at_revision("HEAD", repository / "sub")


def test_outside_of_a_repository_that_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    with pytest.raises(ToolError, match="in no git repository"):
        read_at_revision("HEAD", tmp_path / "org.yaml")
    with pytest.raises(ToolError, match="no such folder"):
        read_at_revision("HEAD", tmp_path / "nowhere" / "org.yaml")


def test_without_git_the_line_that_installs_it_is_told(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository / "nothing"))
    with pytest.raises(ToolError, match="no 'git' program") as caught:
        read_at_revision("HEAD", repository / "org.yaml")
    assert "apt-get install git" in (caught.value.hint or "")


def test_a_program_that_a_repository_names_is_not_run(repository):
    repository.joinpath(".gitattributes").write_text("*.yaml diff=evil filter=evil\n", encoding="utf-8")
    for key in ("diff.evil.textconv", "filter.evil.smudge", "core.fsmonitor", "core.pager"):
        git(repository, "config", key, f"touch {repository}/ran; cat")
    assert read_at_revision("HEAD", repository / "org.yaml") == b"two"
    assert not repository.joinpath("ran").exists()
