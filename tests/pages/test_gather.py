"""Sheets are put together where that can be read; what has proved too much again and again is not laid out."""

from orgviz.pages.divide import _SAMPLE
from orgviz.pages.gather import _ENOUGH, _Tally
from orgviz.pages.make import divide
from orgviz.pages.options import Paging
from orgviz.pages.trial import Trial
from tests.pages.charts import manner, org_of


def tally(too_much, fitted=()):
    made = _Tally()
    for weight in too_much:
        made.note(weight, fits=False)
    for weight in fitted:
        made.note(weight, fits=True)
    return made


def test_what_is_heavier_than_much_that_was_too_much_is_hopeless():
    made = tally([1.0 + number / 100 for number in range(_ENOUGH)])
    assert made.is_hopeless(1.5)
    assert not made.is_hopeless(1.0)


def test_few_trials_tell_nothing():
    assert not tally([1.0] * (_ENOUGH - 1)).is_hopeless(2.0)


def test_what_is_no_heavier_than_what_has_fitted_is_tried():
    made = tally([1.0] * _ENOUGH, [1.2])
    assert not made.is_hopeless(1.2)
    assert made.is_hopeless(1.21)


def large(count=5, across=5):
    """Return an organisation of some hundred like departments."""

    def unit(name, depth):
        below = [unit(f"{name}.{number}", depth - 1) for number in range(across)] if depth else []
        return {"name": f"Department of matter {name}", "head": "Ann Lee", "units": below}

    return org_of({"units": [unit("0", count - 1)]})


def test_of_many_sheets_a_few_tell_what_there_is_room_for(monkeypatch):
    asked = []
    real = Trial.prove

    def prove(trial, sheets):
        asked.append(len(list(sheets)))
        real(trial, sheets)

    monkeypatch.setattr(Trial, "prove", prove)
    division = divide(large(), Paging(), manner("180x120mm"))
    assert asked[0] == _SAMPLE < asked[1]
    assert len(division.trial.done) < 3 * len(division.sheets)
    assert all(division.trial.spare(sheet) >= 1 - 1e-6 for sheet in division.sheets)
