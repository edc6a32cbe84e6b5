"""The closed forms: published values, the answer put back, root finding, and arrays of scenarios at once."""

import math

import numpy as np
import pytest
from any_scenario import CLOSE, rates
from hypothesis import given
from hypothesis import strategies as st

from model.economics import target

LEVELS = st.floats(10, 1e5)
PATHS = st.lists(rates(), min_size=1, max_size=12)


def grown(level: float, growth: list[float]) -> list[float]:
    path = [level]
    for rate in growth:
        path.append(path[-1] * (1 + rate))
    return path


@pytest.mark.parametrize(
    ("start", "years", "growth"),
    [
        (386, 5, 0.07338390018528),
        (386, 3, 0.12527445914579),
        (386 * 1.065, 4, 0.07549016747379),
        (411.5, 4, 0.07522217487456),
        (411.5, 2, 0.15610272534197),
    ],
)
def test_the_growth_needed_is_the_published_reference_value(start: float, years: int, growth: float) -> None:
    assert float(target.uniform_growth(start, 550, years)) == pytest.approx(growth, rel=CLOSE)


@given(LEVELS, LEVELS, st.integers(1, 12))
def test_uniform_growth_leads_to_the_target(start: float, level: float, years: int) -> None:
    growth = float(target.uniform_growth(start, level, years))
    assert grown(start, [growth] * years)[-1] == pytest.approx(level, rel=CLOSE)


@given(LEVELS, LEVELS, PATHS)
def test_uniform_real_growth_leads_to_the_target_at_the_given_deflator(
    start: float, level: float, deflator: list[float]
) -> None:
    growth = float(target.uniform_real_growth(start, level, np.array(deflator)))
    assert grown(start, [(1 + growth) * (1 + p) - 1 for p in deflator])[-1] == pytest.approx(level, rel=CLOSE)


@given(LEVELS, LEVELS, st.lists(st.tuples(st.booleans(), rates(), rates()), min_size=1, max_size=12))
def test_growth_in_the_free_years_leads_to_the_target_with_the_others_held(
    start: float, level: float, years: list[tuple[bool, float, float]]
) -> None:
    free, real, deflator = (list(column) for column in zip(*years, strict=True))
    growth = float(target.growth_in(np.array(free), start, level, np.array(real), np.array(deflator)))
    if not any(free):
        assert math.isnan(growth)
        return
    path = grown(start, [(1 + (growth if f else g)) * (1 + p) - 1 for f, g, p in years])
    assert path[-1] == pytest.approx(level, rel=CLOSE)


@given(LEVELS, PATHS)
def test_the_baseline_needed_leads_to_the_target(level: float, growth: list[float]) -> None:
    needed = float(target.baseline_needed(level, np.array(growth)))
    assert grown(needed, growth)[-1] == pytest.approx(level, rel=CLOSE)


def test_with_no_year_to_grow_in_there_is_no_growth_needed() -> None:
    assert math.isnan(float(target.uniform_growth(386, 550, 0)))
    assert math.isnan(float(target.growth_in(np.array([False]), 386, 550, np.array([0.065]), np.array([0.0]))))


def test_the_first_year_is_the_first_at_or_above_the_target() -> None:
    path = np.array([386.0, 400.0, 420.0, 410.0, 430.0])
    assert [float(target.first_offset(path, level)) for level in (300, 386, 400, 401, 425)] == [0, 0, 1, 2, 4]
    assert math.isnan(float(target.first_offset(path, 430.1)))


def test_rounding_in_the_last_place_is_no_shortfall_but_a_ten_thousandth_is() -> None:
    assert target.meets(0.1 + 0.2, 0.3)
    assert target.meets(math.nextafter(550, 0), 550)
    assert not target.meets(549.9996, 550)
    assert not target.meets(550 * (1 - 1e-9), 550)
