"""Growth by year and the levels it leads to, worked out again slowly, for one scenario and for many at once."""

from itertools import pairwise

import numpy as np
import pytest
from any_scenario import CLOSE, PACK, PLAN, rates, scenarios, slow_path, slow_rate
from hypothesis import given
from hypothesis import strategies as st

from model.economics.growth import growth, level_in
from model.economics.projection import project
from model.scenario.levers import series_of
from model.scenario.scenario import Scenario

SERIES, INDICATORS = series_of(PACK), tuple(PACK.baselines)


@given(scenarios(), st.sampled_from(SERIES), rates())
def test_an_indicators_growth_moves_its_own_path_alone_and_prices_move_gdp(
    scenario: Scenario, series: str, rate: float
) -> None:
    moved = scenario.set(**{f"{series}_first": rate, f"{series}_later": rate})
    before, after = (project(each).paths for each in (scenario, moved))
    own = {"gdp": {"gdp", "gdp_constant"}, "deflator": {"gdp"}}.get(series, {series})
    assert {key for key in before if before[key].tolist() != after[key].tolist()} <= own


@given(scenarios())
def test_growth_is_the_one_worked_out_slowly_in_fractions(scenario: Scenario) -> None:
    found, years = growth(scenario, 12), range(2024, 2036)
    for series in SERIES:
        assert found.rates[series].tolist() == [float(slow_rate(scenario, series, year)) for year in years]
    for indicator in INDICATORS:
        slow = slow_path(scenario, indicator, 2035)
        ratios = [float(after / before - 1) for before, after in pairwise(slow)]
        assert found.nominal[indicator] == pytest.approx(ratios, rel=CLOSE, abs=1e-14)


@given(scenarios(), st.sampled_from(INDICATORS), st.integers(2023, 2035))
def test_the_level_in_a_year_is_the_one_worked_out_slowly(scenario: Scenario, indicator: str, year: int) -> None:
    slow = slow_path(scenario, indicator, year)[-1]
    assert float(level_in(year, indicator, scenario)) == pytest.approx(float(slow), rel=CLOSE)


@given(scenarios(), st.lists(st.tuples(rates(), rates(), rates(), st.floats(50, 500)), min_size=1, max_size=5))
def test_levers_replaced_by_many_values_at_once_give_what_each_gives_alone(
    scenario: Scenario, rows: list[tuple[float, ...]]
) -> None:
    keys = ("fai_later", "gdp_first", "deflator_later", "gdp_base")
    columns = dict(zip(keys, map(np.array, zip(*rows, strict=True)), strict=True))
    for indicator in INDICATORS:
        at_once = level_in(2030, indicator, scenario, columns)
        alone = [float(level_in(2030, indicator, scenario.set(**dict(zip(keys, row, strict=True)))))
                 for row in rows]  # fmt: skip
        assert np.broadcast_to(at_once, len(rows)).tolist() == alone


def test_two_levers_on_two_axes_make_a_grid_of_levels() -> None:
    across, up = [0.05, 0.075, 0.09], [0.0, 0.01]
    levers = {"gdp_later": np.array(across)[None, :], "deflator_later": np.array(up)[:, None]}
    grid = level_in(2028, "gdp", PLAN, levers)
    assert grid.shape == (2, 3)
    slow = [[slow_path(PLAN, "gdp", 2028, gdp_later=x, deflator_later=y)[-1] for x in across] for y in up]
    assert grid == pytest.approx(np.array(slow, float), rel=CLOSE)
