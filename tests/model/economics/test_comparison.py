"""Results side by side: worked by hand, exactly zero apart from themselves, and as long as the longest is shown."""

import pytest
from any_scenario import CLOSE, PACK, PLAN, scenarios, slow_path
from any_work import locked
from hypothesis import given
from hypothesis import strategies as st

from model.economics.comparison import as_long, results
from model.scenario.scenario import Scenario


def test_every_indicator_stands_once_in_their_order() -> None:
    assert [each.indicator for each in results(PLAN, PLAN, 2030)] == list(PACK.baselines)


@given(locked(), st.integers(2024, 2035))
def test_a_scenario_is_exactly_nothing_apart_from_itself(scenario: Scenario, year: int) -> None:
    for found in results(scenario, scenario.rename("other"), year):
        assert found.ratio == 0.0


@given(scenarios(), scenarios(), st.integers(2024, 2035))
def test_levels_and_growth_are_those_of_a_slow_loop_over_the_years(one: Scenario, other: Scenario, year: int) -> None:
    for found in results(one, other, year):
        mine, theirs = (slow_path(each, found.indicator, year) for each in (one, other))
        assert found.level == pytest.approx(float(mine[-1]), rel=CLOSE)
        assert found.ratio == pytest.approx(float(mine[-1] / theirs[-1] - 1), rel=CLOSE, abs=CLOSE)
        grown = float(mine[-1] / mine[0]) ** (1 / (year - 2023)) - 1
        assert found.growth == pytest.approx(grown, rel=CLOSE, abs=CLOSE)


def test_a_projection_is_made_longer_and_never_shorter() -> None:
    assert as_long(PLAN.set(horizon=2028), 2033).years[-1] == 2033
    assert as_long(PLAN.set(horizon=2034), 2030).years[-1] == 2034
    assert as_long(PLAN.set(horizon=2028, target_year=2031), 2030).years[-1] == 2031


@given(locked(), st.integers(2028, 2035))
def test_a_longer_projection_changes_no_level_of_the_years_before(scenario: Scenario, year: int) -> None:
    mine, longer = as_long(scenario, 2028), as_long(scenario, year)
    for key, path in mine.paths.items():
        assert list(path) == list(longer.paths[key][: len(path)])
