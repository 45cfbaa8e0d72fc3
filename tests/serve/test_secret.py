"""The secret of a user stays the same, and stays the user's."""

import os
import stat
import sys

import pytest

from orgviz.serve import secret
from orgviz.serve.secret import token_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners of POSIX")


@pytest.fixture
def key(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "orgviz" / "preview.key"


@pytest.mark.usefixtures("key")
def test_the_same_place_has_the_same_token_and_another_one_another():
    first = token_for("127.0.0.1:8765 org.yaml")
    assert (len(first), int(first, 16) > 0) == (32, True)
    assert token_for("127.0.0.1:8765 org.yaml") == first
    assert token_for("127.0.0.1:8766 org.yaml") != first
    assert token_for("127.0.0.1:8765 \udcff.yaml") != first


def test_the_key_is_for_the_user_alone(key):
    token_for("x")
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("harm", ["open", "short", "link", "folder", "pipe"])
def test_a_key_that_others_may_know_is_not_used(key, tmp_path, harm):
    token_for("x")
    data = key.read_bytes()
    if harm == "open":
        key.chmod(0o644)
    elif harm == "short":
        key.write_bytes(data[:5])
    else:
        key.unlink()
        if harm == "link":
            (tmp_path / "other").write_bytes(data)
            key.symlink_to(tmp_path / "other")
        elif harm == "folder":
            key.mkdir()
        else:
            os.mkfifo(key, 0o600)
    assert token_for("x") != token_for("x")


def test_where_no_key_can_be_kept_each_run_has_its_own(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert token_for("x") != token_for("x")


def test_the_state_is_kept_at_home_where_nothing_else_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert secret._folder() == tmp_path / ".local" / "state" / "orgviz"
