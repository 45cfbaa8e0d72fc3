import pytest

from orgviz.diagnostics import UsageError
from orgviz.output.source_date import VARIABLE, source_date


@pytest.mark.parametrize(("text", "date"), [("0", "1970-01-01T00:00:00+00:00"), ("86400", "1970-01-02T00:00:00+00:00")])
def test_the_date_is_that_of_the_builder(monkeypatch, text, date):
    monkeypatch.setenv(VARIABLE, text)
    assert source_date().isoformat() == date


def test_there_is_no_date_where_none_is_given(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert source_date() is None
    monkeypatch.setenv(VARIABLE, "")
    assert source_date() is None


@pytest.mark.parametrize("text", ["now", "-1", "1.5", " 1", "1_000", "٣", "253402300800", "9" * 5000])
def test_what_is_no_date_is_told(monkeypatch, text):
    monkeypatch.setenv(VARIABLE, text)
    with pytest.raises(UsageError, match=r"SOURCE_DATE_EPOCH: '.*' is no number of seconds since 1970"):
        source_date()
