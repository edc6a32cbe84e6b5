"""Results side by side: worked by hand, exactly zero apart from themselves, and as long as the longest is shown."""

import pytest
from any_scenario import CLOSE, PLAN, scenarios, slow_path
from any_work import locked
from hypothesis import given
from hypothesis import strategies as st

from model.economics.comparison import Result, as_long, results
from model.scenario.scenario import Scenario


def result(indicator: str, scenario: Scenario, reference: Scenario, year: int = 2028) -> Result:
    return next(each for each in results(scenario, reference, year) if each.indicator == indicator)


def test_gdp_of_the_plan_beside_growth_of_eight_per_cent_is_worked_by_hand() -> None:
    faster = PLAN.set(gdp_later=0.08)
    planned = 386 * 1.065 * 1.075**4  # 548.998
    level = 386 * 1.065 * 1.08**4  # 559.285
    assert planned == pytest.approx(548.998, abs=5e-4)
    growth = (level / 386) ** (1 / 5) - 1
    found = result("gdp", faster, PLAN)
    assert found.level == pytest.approx(level, rel=CLOSE)
    assert found.ratio == pytest.approx((1.08 / 1.075) ** 4 - 1, rel=CLOSE)
    assert found.growth == pytest.approx(growth, rel=CLOSE)


def test_gdp_is_compared_at_current_prices_and_its_growth_is_nominal() -> None:
    dearer = PLAN.set(deflator_first=0.01, deflator_later=0.02)
    found = result("gdp", dearer, PLAN, 2025)
    assert found.ratio == pytest.approx(1.01 * 1.02 - 1, rel=CLOSE)
    assert found.growth == pytest.approx((1.065 * 1.01 * 1.075 * 1.02) ** (1 / 2) - 1, rel=CLOSE)


def test_another_baseline_moves_the_level_and_not_the_growth() -> None:
    found = result("gdp", PLAN.set(gdp_base=390.0), PLAN)
    assert found.ratio == pytest.approx(390 / 386 - 1, rel=CLOSE)
    assert found.growth == pytest.approx((1.065 * 1.075**4) ** (1 / 5) - 1, rel=CLOSE)


def test_a_year_by_hand_of_one_indicator_leaves_the_others_exactly_as_they_are() -> None:
    cut = PLAN.by_hand("fai", 2026, -0.05)
    assert result("fai", cut, PLAN).ratio == pytest.approx(0.95 / 1.12 - 1, rel=CLOSE)
    for key in ("gdp", "retail", "income"):
        found = result(key, cut, PLAN)
        assert found.ratio == 0.0


def test_every_indicator_stands_once_in_their_order() -> None:
    assert [each.indicator for each in results(PLAN, PLAN, 2030)] == ["gdp", "fai", "retail", "income"]


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


def test_years_beyond_a_scenarios_own_horizon_are_compared_all_the_same() -> None:
    short = PLAN.set(horizon=2028)
    longer = PLAN.set(horizon=2035, gdp_later=0.08)
    found = result("gdp", short, longer, 2035)
    assert found.level == pytest.approx(386 * 1.065 * 1.075**11, rel=CLOSE)
    assert found.ratio == pytest.approx((1.075 / 1.08) ** 11 - 1, rel=CLOSE)


def test_a_projection_is_made_longer_and_never_shorter() -> None:
    assert as_long(PLAN.set(horizon=2028), 2033).years[-1] == 2033
    assert as_long(PLAN.set(horizon=2034), 2030).years[-1] == 2034
    assert as_long(PLAN.set(horizon=2028, target_year=2031), 2030).years[-1] == 2031


@given(locked(), st.integers(2028, 2035))
def test_a_longer_projection_changes_no_level_of_the_years_before(scenario: Scenario, year: int) -> None:
    mine, longer = as_long(scenario, 2028), as_long(scenario, year)
    for key, path in mine.paths.items():
        assert list(path) == list(longer.paths[key][: len(path)])
