"""Growth passed on from investment to GDP and from GDP to income: nothing where it is off, the plan's, or by hand."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from any_scenario import CLOSE, LEVERS, PACK, PLAN, rates, scenarios, slow_path, slow_rate, slow_real, values
from hypothesis import given
from hypothesis import strategies as st

from model.growth import growth, level_in
from model.projection import project
from model.scenario import Scenario

SERIES = ("gdp", "deflator", "fai", "retail", "income")
INDICATORS = ("gdp", "fai", "retail", "income")
B, E = values(LEVERS["pass_to_gdp"]), values(LEVERS["pass_to_income"])


def unlinked(scenario: Scenario) -> Scenario:
    return scenario.set(PACK, pass_to_gdp=0, pass_to_income=0)


def at_the_plans_pace(scenario: Scenario) -> Scenario:
    """The scenario with investment and GDP growing as the plan does, in every year; all else as it was."""
    for series in ("fai", "gdp"):
        for year in scenario.rates_by_hand(series):
            scenario = scenario.by_hand(PACK, series, year, None)
    return scenario.set(PACK, gdp_first=0.065, gdp_later=0.075, fai_first=0.12, fai_later=0.12)


def bits(scenario: Scenario) -> dict[str, list[float]]:
    return {key: path.tolist() for key, path in project(scenario, PACK).paths.items()}


@given(scenarios())
def test_switched_off_every_growth_is_the_levers_own_to_the_last_bit(scenario: Scenario) -> None:
    found = growth(unlinked(scenario), PACK, 12)
    assert np.array_equal(found.real, found.own["gdp"])
    for indicator in ("fai", "retail", "income"):
        assert np.array_equal(found.nominal[indicator], found.own[indicator])
    assert not any(passed.any() for passed in found.passed.values())


@given(scenarios(), rates(), rates())
def test_switched_off_investment_moves_investment_alone_and_gdp_no_income(
    scenario: Scenario, investment: float, gdp: float
) -> None:
    off = unlinked(scenario)
    before = bits(off)
    invested = bits(off.set(PACK, fai_first=investment, fai_later=investment))
    assert {key for key in before if before[key] != invested[key]} <= {"fai"}
    grown = bits(off.set(PACK, gdp_first=gdp, gdp_later=gdp))
    assert {key for key in before if before[key] != grown[key]} <= {"gdp", "gdp_constant"}


@given(B, E)
def test_at_the_plans_growth_passing_on_makes_exactly_no_difference(b: float, e: float) -> None:
    assert bits(PLAN.set(PACK, pass_to_gdp=b, pass_to_income=e)) == bits(PLAN)


@given(scenarios(), B, E)
def test_wherever_investment_and_gdp_grow_as_planned_passing_on_makes_exactly_no_difference(
    scenario: Scenario, b: float, e: float
) -> None:
    planned = at_the_plans_pace(scenario)
    assert bits(planned.set(PACK, pass_to_gdp=b, pass_to_income=e)) == bits(unlinked(planned))


@given(scenarios())
def test_retail_sales_and_investment_itself_receive_nothing(scenario: Scenario) -> None:
    ours, alone = bits(scenario), bits(unlinked(scenario))
    assert (ours["fai"], ours["retail"]) == (alone["fai"], alone["retail"])


LINKED = PLAN.set(PACK, fai_first=0.22, fai_later=0.07, deflator_later=0.01, pass_to_gdp=0.1, pass_to_income=0.5)


def test_a_tenth_of_ten_points_more_investment_is_one_point_more_of_gdp_and_half_of_that_is_income() -> None:
    found = growth(LINKED, PACK, 2)
    # 2024: investment 22 %, 10 points above 12 % -> GDP 6.5 + 1 = 7.5 %, 1 above 6.5 % -> income 6.5 + 0.5 = 7 %
    # 2025: investment 7 %, 5 points below 12 % -> GDP 7.5 - 0.5 = 7 %, 0.5 below 7.5 % -> income 6.5 - 0.25 = 6.25 %
    assert found.own["gdp"].tolist() == [0.065, 0.075]
    assert found.passed["gdp"] == pytest.approx([0.01, -0.005], rel=CLOSE)
    assert found.real == pytest.approx([0.075, 0.07], rel=CLOSE)
    assert found.passed["income"] == pytest.approx([0.005, -0.0025], rel=CLOSE)
    assert found.nominal["income"] == pytest.approx([0.07, 0.0625], rel=CLOSE)
    assert found.nominal["gdp"] == pytest.approx([0.075, 1.07 * 1.01 - 1], rel=CLOSE)


def test_the_levels_of_the_same_example_worked_by_hand() -> None:
    assert float(level_in(2024, "gdp", LINKED, PACK)) == pytest.approx(414.95, rel=CLOSE)  # 386 x 1.075
    assert float(level_in(2025, "gdp", LINKED, PACK)) == pytest.approx(448.436465, rel=CLOSE)  # x 1.07 x 1.01
    assert float(level_in(2025, "income", LINKED, PACK)) == pytest.approx(31_619.904375, rel=CLOSE)  # 27813x1.07x1.0625
    assert float(level_in(2025, "fai", LINKED, PACK)) == pytest.approx(118.39978, rel=CLOSE)  # 90.7 x 1.22 x 1.07
    assert project(LINKED, PACK).paths["gdp_constant"][2] == pytest.approx(443.9965, rel=CLOSE)  # 386 x 1.075 x 1.07


def test_income_takes_its_share_of_the_gdp_growth_that_investment_brought() -> None:
    only_investment = PLAN.set(PACK, fai_first=0.22, fai_later=0.22, pass_to_gdp=0.5, pass_to_income=1)
    # 10 points of investment -> 5 of GDP -> 5 of income
    assert growth(only_investment, PACK, 3).nominal["income"] == pytest.approx([0.115] * 3, rel=CLOSE)


def test_a_year_set_by_hand_passes_on_what_is_set() -> None:
    by_hand = PLAN.set(PACK, pass_to_gdp=0.2).by_hand(PACK, "fai", 2026, -0.08)
    assert growth(by_hand, PACK, 4).passed["gdp"] == pytest.approx([0, 0, -0.04, 0], rel=CLOSE)


@given(scenarios())
def test_growth_is_the_one_worked_out_slowly_in_fractions(scenario: Scenario) -> None:
    found, years = growth(scenario, PACK, 12), range(2024, 2036)
    for series in SERIES:
        assert found.own[series].tolist() == [float(slow_rate(scenario, series, year)) for year in years]
    assert found.real == pytest.approx([float(slow_real(scenario, year)) for year in years], rel=CLOSE, abs=1e-15)
    for indicator in INDICATORS:
        slow = slow_path(scenario, indicator, 2035)
        ratios = [float(after / before - 1) for before, after in pairwise(slow)]
        assert found.nominal[indicator] == pytest.approx(ratios, rel=CLOSE, abs=1e-14)


@given(scenarios(), st.sampled_from(INDICATORS), st.integers(2023, 2035))
def test_the_level_in_a_year_is_the_one_worked_out_slowly(scenario: Scenario, indicator: str, year: int) -> None:
    slow = slow_path(scenario, indicator, year)[-1]
    assert float(level_in(year, indicator, scenario, PACK)) == pytest.approx(float(slow), rel=CLOSE)


@given(scenarios(), st.lists(st.tuples(rates(), rates(), B, E, st.floats(50, 500)), min_size=1, max_size=5))
def test_levers_replaced_by_many_values_at_once_give_what_each_gives_alone(
    scenario: Scenario, rows: list[tuple[float, ...]]
) -> None:
    keys = ("fai_later", "gdp_first", "pass_to_gdp", "pass_to_income", "gdp_base")
    columns = dict(zip(keys, map(np.array, zip(*rows, strict=True)), strict=True))
    for indicator in INDICATORS:
        at_once = level_in(2030, indicator, scenario, PACK, columns)
        alone = [float(level_in(2030, indicator, scenario.set(PACK, **dict(zip(keys, row, strict=True))), PACK))
                 for row in rows]  # fmt: skip
        assert np.broadcast_to(at_once, len(rows)).tolist() == alone


def test_two_levers_on_two_axes_make_a_grid_of_levels() -> None:
    across, up = [0.05, 0.12, 0.2], [0.0, 0.1]
    levers = {"fai_later": np.array(across)[None, :], "pass_to_gdp": np.array(up)[:, None]}
    grid = level_in(2028, "gdp", PLAN, PACK, levers)
    assert grid.shape == (2, 3)
    slow = [[slow_path(PLAN, "gdp", 2028, fai_later=x, pass_to_gdp=y)[-1] for x in across] for y in up]
    assert grid == pytest.approx(np.array(slow, float), rel=CLOSE)


def test_by_how_much_investment_lifts_gdp_in_five_years_worked_by_hand() -> None:
    # 4 points more from 2025 on at b = 0.25 is one point more of GDP growth: 8.5 % instead of 7.5 %
    lifted = PLAN.set(PACK, fai_later=0.16, pass_to_gdp=0.25)
    exact = 386 * Fraction("1.065") * Fraction("1.085") ** 4
    assert float(level_in(2028, "gdp", lifted, PACK)) == pytest.approx(float(exact), rel=CLOSE)
