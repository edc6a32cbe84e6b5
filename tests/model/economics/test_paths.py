"""Levels year by year: the published reference values, a slow loop, and arrays of scenarios at once."""

from fractions import Fraction

import numpy as np
import pytest
from any_scenario import CLOSE, rates, slow_growth
from hypothesis import given
from hypothesis import strategies as st

from model.economics.growth import levels, nominal, yearly

YEARS = st.integers(1, 12)


@pytest.mark.parametrize(
    ("baseline", "gdp_in_2028"), [(386, 548.9980090195311), (380, 540.4643612109375), (391, 556.1093821933592)]
)
def test_gdp_at_the_plans_rates_is_the_published_reference_value(baseline: float, gdp_in_2028: float) -> None:
    assert levels(baseline, yearly(0.065, 0.075, 5))[-1] == pytest.approx(gdp_in_2028, rel=CLOSE)


def test_income_at_the_plans_rate_is_the_published_reference_value() -> None:
    assert levels(27_813, yearly(0.065, 0.065, 5))[-1] == pytest.approx(38_106.22036957877, rel=CLOSE)


def test_investment_at_the_plans_rate_is_the_published_reference_value() -> None:
    assert levels(90.7, yearly(0.12, 0.12, 5))[-1] == pytest.approx(159.844390666, rel=CLOSE)


def test_a_path_starts_at_its_baseline_and_has_one_level_more_than_rates() -> None:
    path = levels(386, yearly(0.065, 0.075, 5))
    assert path.shape == (6,)
    assert path[0] == 386


@given(st.floats(1, 1e6), st.lists(rates(), min_size=1, max_size=12))
def test_every_level_is_the_one_before_times_one_plus_its_growth(baseline: float, growth: list[float]) -> None:
    slow = slow_growth(baseline, [Fraction(rate) for rate in growth])
    assert levels(baseline, growth) == pytest.approx([float(level) for level in slow], rel=CLOSE)


def test_no_growth_leaves_the_level_exactly_where_it_is() -> None:
    assert levels(131.6, np.zeros(12)).tolist() == [131.6] * 13


def test_levels_leave_the_rates_they_were_given_alone() -> None:
    growth = np.array([0.065, 0.075])
    levels(386.0, growth)
    assert growth.tolist() == [0.065, 0.075]


def test_the_plan_year_takes_the_first_rate_and_every_other_year_the_later_one() -> None:
    assert yearly(0.065, 0.075, 5).tolist() == [0.065, 0.075, 0.075, 0.075, 0.075]
    assert yearly(0.065, 0.075, 1).tolist() == [0.065]


def test_a_year_by_hand_replaces_the_lever_in_that_year_only() -> None:
    assert yearly(0.065, 0.075, 5, {0: 0.01, 3: -0.02}).tolist() == [0.01, 0.075, 0.075, -0.02, 0.075]


def test_a_year_by_hand_beyond_the_last_year_changes_nothing() -> None:
    assert yearly(0.065, 0.075, 3, {3: 0.3, 11: 0.3}).tolist() == [0.065, 0.075, 0.075]


def test_a_year_by_hand_may_differ_from_scenario_to_scenario() -> None:
    by_scenario = yearly([0.01, 0.02], [0.03, 0.04], 3, {1: np.array([0.05, 0.06])})
    assert by_scenario.tolist() == [[0.01, 0.05, 0.03], [0.02, 0.06, 0.04]]


def test_years_by_hand_broadcast_against_rates_shared_by_all_scenarios() -> None:
    assert yearly(0.01, 0.03, 3, {1: np.array([0.05, 0.06])}).tolist() == [[0.01, 0.05, 0.03], [0.01, 0.06, 0.03]]


@given(rates(), rates())
def test_nominal_growth_compounds_real_growth_and_the_deflator(real: float, deflator: float) -> None:
    exact = (1 + Fraction(real)) * (1 + Fraction(deflator)) - 1
    assert float(nominal(real, deflator)) == pytest.approx(float(exact), rel=CLOSE, abs=1e-15)


@given(rates())
def test_a_deflator_of_zero_leaves_growth_exactly_as_it_is(real: float) -> None:
    assert float(nominal(real, 0.0)) == real
    assert float(nominal(0.0, real)) == real


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.tuples(st.floats(1, 1e5), rates(), rates()), min_size=n)), YEARS)
def test_many_scenarios_at_once_equal_one_scenario_at_a_time(
    rows: list[tuple[float, float, float]], years: int
) -> None:
    baseline, first, later = (np.array(column) for column in zip(*rows, strict=True))
    at_once = levels(baseline, yearly(first, later, years))
    one_at_a_time = [levels(b, yearly(f, g, years)) for b, f, g in rows]
    assert at_once.shape == (len(rows), years + 1)
    assert np.array_equal(at_once, one_at_a_time)


def test_two_scenario_axes_make_a_grid() -> None:
    later, deflator = np.array([0.06, 0.075, 0.09])[:, None], np.array([-0.01, 0.02])
    growth = nominal(yearly(0.065, later, 5), yearly(deflator, deflator, 5))
    grid = levels(386, growth)
    assert grid.shape == (3, 2, 6)
    alone = levels(386, nominal(yearly(0.065, 0.09, 5), yearly(-0.01, -0.01, 5)))
    assert np.array_equal(grid[2, 0], alone)


def test_one_growth_path_serves_many_baselines_and_one_baseline_many_growth_paths() -> None:
    growth = yearly(0.065, 0.075, 5)
    assert levels([380, 386, 391], growth).shape == (3, 6)
    assert levels(386, np.stack([growth, growth])).shape == (2, 6)
