"""Levels year by year: the published reference values, a slow loop, and arrays of scenarios at once."""

from fractions import Fraction

import numpy as np
import pytest
from any_scenario import CLOSE, rates, slow_growth
from hypothesis import given
from hypothesis import strategies as st

from model.economics.growth import compound, levels, yearly

YEARS = st.integers(1, 12)


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


def test_a_year_by_hand_may_differ_from_scenario_to_scenario() -> None:
    by_scenario = yearly([0.01, 0.02], [0.03, 0.04], 3, {1: np.array([0.05, 0.06])})
    assert by_scenario.tolist() == [[0.01, 0.05, 0.03], [0.02, 0.06, 0.04]]


def test_years_by_hand_broadcast_against_rates_shared_by_all_scenarios() -> None:
    assert yearly(0.01, 0.03, 3, {1: np.array([0.05, 0.06])}).tolist() == [[0.01, 0.05, 0.03], [0.01, 0.06, 0.03]]


@given(rates(), rates())
def test_nominal_growth_compounds_real_growth_and_the_deflator(real: float, deflator: float) -> None:
    exact = (1 + Fraction(real)) * (1 + Fraction(deflator)) - 1
    assert float(compound(real, deflator)) == pytest.approx(float(exact), rel=CLOSE, abs=1e-15)


@given(rates())
def test_a_deflator_of_zero_leaves_growth_exactly_as_it_is(real: float) -> None:
    assert float(compound(real, 0.0)) == real
    assert float(compound(0.0, real)) == real


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.tuples(st.floats(1, 1e5), rates(), rates()), min_size=n)), YEARS)
def test_many_scenarios_at_once_equal_one_scenario_at_a_time(
    rows: list[tuple[float, float, float]], years: int
) -> None:
    baseline, first, later = (np.array(column) for column in zip(*rows, strict=True))
    at_once = levels(baseline, yearly(first, later, years))
    one_at_a_time = [levels(b, yearly(f, g, years)) for b, f, g in rows]
    assert at_once.shape == (len(rows), years + 1)
    assert np.array_equal(at_once, one_at_a_time)
