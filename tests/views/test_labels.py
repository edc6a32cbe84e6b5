"""Levers from which nothing follows."""

import pytest
from a_visit import PACK, PLAN, showing

from model.scenario.levers import levers, series_of
from views.words import labels

KNOWN = levers(PACK)
LATER = range(2025, 2029)


def _held(series, years, **others):
    """The plan with these years of a series set by hand, as far as they are shown until 2028 or what `others` say."""
    return PLAN.set(**others).with_years(series, dict.fromkeys(years, 0.05), ())


def _idle(scenario):
    return [key for key, lever in KNOWN.items() if labels.idle(showing(scenario), lever)]


@pytest.mark.parametrize("series", series_of(PACK))
def test_a_growth_lever_is_idle_where_all_of_its_years_are_set_by_hand(series):
    assert _idle(_held(series, [2024])) == [f"{series}_first"]
    assert _idle(_held(series, LATER)) == [f"{series}_later"]
    assert _idle(_held(series, [2024, *LATER])) == [f"{series}_first", f"{series}_later"]


@pytest.mark.parametrize("scenario", [
    PLAN, _held("gdp", [2025, 2026, 2027]), _held("gdp", LATER, horizon=2029), _held("gdp", LATER, target_year=2029),
    _held("gdp", LATER, fai_target_year=2030),
])  # fmt: skip
def test_a_growth_lever_that_some_year_shown_follows_is_not(scenario):
    assert _idle(scenario) == []


def test_years_beyond_the_last_one_shown_are_none_that_follow_a_lever():
    assert _idle(_held("gdp", LATER, target_year=2026)) == ["gdp_later"]
    assert _idle(_held("gdp", range(2025, 2036), horizon=2035)) == ["gdp_later"]
