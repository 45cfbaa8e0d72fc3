import os
import signal
import sys
import threading

import pytest

from orgviz.output.held_signals import StoppedError, signals_held

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the signals of POSIX")


@pytest.fixture
def came():
    """The signals that the handlers of this test were told of."""
    told = []
    before = {number: signal.signal(number, lambda n, _: told.append(n)) for number in (signal.SIGINT, signal.SIGTERM)}
    yield told
    for number, handler in before.items():
        signal.signal(number, handler)


def test_signals_come_when_all_is_done_in_their_order(came):
    with signals_held():
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
        assert came == []
    assert came == [signal.SIGTERM, signal.SIGINT]


def test_signals_come_where_they_are_passed_on_and_only_once(came):
    with signals_held() as signals:
        signal.raise_signal(signal.SIGTERM)
        signals.pass_on()
        assert came == [signal.SIGTERM]
    assert came == [signal.SIGTERM]


def test_signals_come_at_once_while_something_waits(came):
    with signals_held() as signals:
        with signals.felt():
            signal.raise_signal(signal.SIGINT)
            assert came == [signal.SIGINT]
        signal.raise_signal(signal.SIGINT)
        assert came == [signal.SIGINT]


def test_what_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with signals_held() as signals:
            signal.raise_signal(signal.SIGHUP)
            assert signals.came == []
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_signal_that_nobody_handles_clears_away_first(monkeypatch):
    raised = []
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        with pytest.raises(StoppedError), signals_held() as signals:  # noqa: PT012 - it is about what is inside
            os.kill(os.getpid(), signal.SIGTERM)
            monkeypatch.setattr(signal, "raise_signal", raised.append)
            signals.pass_on()
        assert raised == [signal.SIGTERM]
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGTERM, before)


def test_beside_the_main_thread_there_is_nothing_to_hold():
    def run():
        with signals_held() as signals:
            ended.append(signals.handlers)

    ended = []
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert ended == [{}]
