"""Sheets are put together where that can be read; what has proved too much again and again is not laid out."""

import pickle
from dataclasses import replace

from orgviz.jobs.crew import ALONE, Alone
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
        asked.append((len(sheets), sum(not trial.knows(sheet) for sheet in sheets)))
        real(trial, sheets)

    monkeypatch.setattr(Trial, "prove", prove)
    division = divide(large(), Paging(), manner("180x120mm"))
    assert asked[0][0] == _SAMPLE < asked[1][0]
    assert sum(new for _, new in asked) < 3 * len(division.sheets)
    assert set(division.trial.done) == set(division.sheets)
    assert all(division.trial.spare(sheet) >= 1 - 1e-6 for sheet in division.sheets)


class Counting(Alone):
    """Works in this process as others would elsewhere: from what can be sent away; counts how much is sent at once."""

    def __init__(self):
        self.rounds = []
        self.sizes = []

    def attempts(self, work, values):
        self.rounds.append(len(values))
        for value in values:
            sent = pickle.dumps(value)
            self.sizes.append(len(sent))
            done = work(pickle.loads(sent))  # noqa: S301 - our own
            yield pickle.loads(pickle.dumps(done))  # noqa: S301 - likewise

    def worth(self, _effort):
        return self


def divided_by(crew, org):
    return divide(org, Paging(), replace(manner("180x120mm"), run_dot=str), crew)


def test_what_is_below_one_sheet_is_put_together_while_what_is_below_others_is():
    crew = Counting()
    division = divided_by(crew, large())
    assert divided_by(ALONE, large()).sheets == division.sheets
    assert sum(crew.rounds) > 150
    assert len(crew.rounds) < 15


def test_whoever_lays_out_a_sheet_is_sent_no_more_of_a_larger_organisation():
    sizes = []
    for across in (4, 6):
        crew = Counting()
        divided_by(crew, large(across=across))
        sizes.append(max(crew.sizes))
    assert sizes[1] < 1.3 * sizes[0]


def test_a_sheet_comes_back_small():
    division = divided_by(ALONE, large())
    done = division.trial.done.values()
    assert 3 * sum(len(packed.data) for packed in done) < sum(len(pickle.dumps(packed.laid_out())) for packed in done)
