"""What would have to be true: published values, each answer put back in fractions, and where there can be none."""

import math
from fractions import Fraction

import numpy as np
import pytest
from any_scenario import CLOSE, LEVERS, PACK, PACKS, PLAN, scenarios, slow_path, slow_rate
from hypothesis import assume, given
from hypothesis import strategies as st

from model.economics import phrases
from model.economics.solve import apply, from_each_year, indicator_of, solvable, solve, uniform, usable
from model.economics.solve import values as solutions
from model.economics.verdict import judge
from model.language.problem import Refused
from model.language.wording import Wording
from model.scenario.lever import Lever
from model.scenario.levers import series_of
from model.scenario.scenario import Scenario, plan, target_levers

SERIES = series_of(PACK)
GROWTH = tuple(f"{series}_{slot}" for series in SERIES for slot in ("first", "later"))
BASES = tuple(f"{key}_base" for key in PACK.baselines)
TARGETS = {key: target_levers(key) for key in PACK.baselines}


def put_back(scenario: Scenario, key: str, value: float) -> float:
    """The level that the lever's indicator then has at its deadline, worked out slowly."""
    indicator = indicator_of(LEVERS[key])
    return float(slow_path(scenario, indicator, scenario.target(indicator)[1], **{key: value})[-1])


def free(scenario: Scenario, key: str, until: int) -> list[int]:
    """The years up to the deadline that follow a growth lever."""
    series, slot = key.split("_")
    years = [2024] if slot == "first" else range(2025, until + 1)
    return [year for year in years if year not in scenario.rates_by_hand(series)]


def within(lever: Lever, value: float) -> bool:
    return lever.low <= value <= lever.high


# Published and hand-worked values


def test_every_growth_baseline_and_target_can_be_solved_and_nothing_else() -> None:
    on_targets = [key for pair in TARGETS.values() for key in pair]
    assert set(solvable(PACK)) == {*GROWTH, *BASES, *on_targets}
    assert [key for key in LEVERS if key in solvable(PACK)] == list(solvable(PACK))


def test_a_lever_is_solved_for_the_target_of_its_own_indicator() -> None:
    keys = ("deflator_later", "target_level", "target_year", "gdp_base", "fai_later", "income_target_year")
    found = [indicator_of(LEVERS[key]) for key in keys]
    assert found == ["gdp", "gdp", "gdp", "gdp", "fai", "income"]


def test_the_later_growth_that_the_plan_needs_is_the_published_reference_value() -> None:
    found = solve("gdp_later", PLAN)
    assert found.value == pytest.approx(0.07549016747379, rel=CLOSE)
    assert (found.place, found.met, found.lever.key) == ("within", False, "gdp_later")


@pytest.mark.parametrize(("deadline", "growth"), [(2028, 0.07522217487456), (2026, 0.15610272534197)])
def test_the_growth_needed_from_the_outcome_of_2024_is_the_published_reference_value(
    deadline: int, growth: float
) -> None:
    (held,) = [each for each in from_each_year(PLAN.set(target_year=deadline)) if each.outcome]
    assert (held.year, held.start, held.outcome) == (2025, 411.5, 2024)
    assert held.nominal == held.real == pytest.approx(growth, rel=CLOSE)


def test_no_outcome_is_held_where_the_deadline_leaves_no_year_after_it() -> None:
    assert [each.outcome for each in from_each_year(PLAN.set(target_year=2024))] == [None]


def test_a_needed_value_is_rounded_up_to_the_levers_own_at_most() -> None:
    # Chongqing's target is 30145.8 x 1.06^5 = 40341.880617 without what follows the second decimal: 1.5e-8 less.
    pack = PACKS["chongqing"]
    found, w = solve("deflator_first", plan(pack)), Wording("en", 2023)
    assert found.value == pytest.approx(40341.88 / (30145.8 * 1.06**5) - 1)
    assert phrases.solution(found, plan(pack), w) == "already met; 0.00 % is enough"


# Any scenario


@given(scenarios(), st.sampled_from([*GROWTH, *BASES]))
def test_growth_and_baselines_put_back_meet_the_target_and_are_missing_exactly_where_no_year_is_free(
    scenario: Scenario, key: str
) -> None:
    indicator = indicator_of(LEVERS[key])
    wanted, until = scenario.target(indicator)
    found = solve(key, scenario)
    assert (found.value is None) == (key in GROWTH and not free(scenario, key, until))
    assert found.reason == (None if found.value is not None else "no_year")
    if found.value is not None:
        assert put_back(scenario, key, found.value) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios(), st.sampled_from(list(TARGETS)))
def test_the_level_solved_is_the_one_reached_and_the_year_the_first_that_meets_it(
    scenario: Scenario, indicator: str
) -> None:
    (level, year), (wanted, until) = TARGETS[indicator], scenario.target(indicator)
    path = [float(each) for each in slow_path(scenario, indicator, 2035)]
    assert solve(level, scenario).value == pytest.approx(path[until - 2023], rel=CLOSE)
    assume(all(abs(each / wanted - 1) > CLOSE for each in path))
    met = [2023 + t for t, each in enumerate(path) if t and each >= wanted]
    found = solve(year, scenario)
    assert (found.value, found.reason) == ((met[0], None) if met else (None, "never"))


@given(scenarios())
def test_every_answer_says_where_it_lies_and_whether_the_target_is_met_as_things_stand(scenario: Scenario) -> None:
    for key in solvable(PACK):
        found, lever, indicator = solve(key, scenario), LEVERS[key], indicator_of(LEVERS[key])
        wanted, until = scenario.target(indicator)
        level = float(slow_path(scenario, indicator, until)[-1])
        if abs(level / wanted - 1) > CLOSE:
            assert found.met == (level >= wanted)
        if found.value is None:
            assert found.place == "none"
        elif all(abs(found.value - end) > 1e-9 * max(1, abs(end)) for end in (lever.low, lever.high)):
            assert math.isfinite(found.value)
            expected = "within" if within(lever, found.value) else "below" if found.value < lever.low else "above"
            assert found.place == expected


@given(scenarios(), st.sampled_from(solvable(PACK)))
def test_an_answer_that_is_allowed_can_be_set_and_meets_the_target_and_no_other_can(
    scenario: Scenario, key: str
) -> None:
    found = solve(key, scenario)
    if found.place != "within":
        with pytest.raises(Refused, match=r"is needed; allowed: |has no year left"):
            apply(found, scenario)
        return
    done = apply(found, scenario)
    assert {k for k, value in done.values if scenario[k] != value} <= {key}
    assert solve(key, done).met


@given(scenarios())
def test_the_growth_needed_from_each_year_on_reaches_the_target_with_the_years_before_held(scenario: Scenario) -> None:
    wanted, last = scenario.target("gdp")
    own = [each for each in from_each_year(scenario) if each.outcome is None]
    assert [each.year for each in own] == list(range(2024, last + 1))
    for each in own:
        start = slow_path(scenario, "gdp", each.year - 1)[-1]
        assert each.start == pytest.approx(float(start), rel=CLOSE)
        prices = math.prod(1 + slow_rate(scenario, "deflator", year) for year in range(each.year, last + 1))
        years = last - each.year + 1
        assert float(start * (1 + Fraction(each.nominal)) ** years) == pytest.approx(wanted, rel=CLOSE)
        assert float(start * (1 + Fraction(each.real)) ** years * prices) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios())
def test_one_rate_for_all_years_reaches_the_target_in_every_way_of_reading_it(scenario: Scenario) -> None:
    for indicator in TARGETS:
        wanted, until = scenario.target(indicator)
        found, years = uniform(indicator, scenario), until - 2023
        assert (found.real is None) == (found.deflator is None) == (indicator != "gdp")
        base = Fraction(scenario[f"{indicator}_base"])
        prices = math.prod(1 + slow_rate(scenario, "deflator", year) for year in range(2024, until + 1))
        assert float(base * (1 + Fraction(found.nominal)) ** years) == pytest.approx(wanted, rel=CLOSE)
        if found.real is not None and found.deflator is not None:
            assert float(base * (1 + Fraction(found.real)) ** years * prices) == pytest.approx(wanted, rel=CLOSE)
            real = math.prod(1 + slow_rate(scenario, "gdp", year) for year in range(2024, until + 1))
            assert float(base * real * (1 + Fraction(found.deflator)) ** years) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios(), st.lists(st.floats(-0.1, 0.3), min_size=1, max_size=4), st.sampled_from(["gdp_later", "gdp_base"]))
def test_many_values_of_another_lever_are_solved_at_once_as_each_alone(
    scenario: Scenario, prices: list[float], key: str
) -> None:
    at_once = np.broadcast_to(solutions(key, scenario, {"deflator_later": np.array(prices)}), len(prices))
    alone = [solve(key, scenario.set(deflator_later=rate)).value for rate in prices]
    assert at_once.tolist() == pytest.approx([math.nan if a is None else a for a in alone], rel=1e-12, nan_ok=True)


# What people set, and other deadlines


@pytest.mark.parametrize(
    ("key", "value"), [("gdp_later", 0.0755), ("gdp_first", 0.067), ("deflator_later", 0.0005), ("gdp_base", 386.8)]
)
def test_a_solution_is_offered_rounded_to_the_side_on_which_the_target_is_met(key: str, value: float) -> None:
    # 7.5491 %, 6.6944 %, 0.0457 %, 386.7046 (550 / (1.065 x 1.075^4))
    found = solve(key, PLAN)
    assert usable(found) == value
    assert judge(PLAN.set(**{key: value})).reached


def test_a_solution_on_a_step_is_that_step_and_one_out_of_range_is_none() -> None:
    level = 386 * 1.065 * 1.08**4
    assert usable(solve("gdp_later", PLAN.set(target_level=level))) == 0.08
    assert usable(solve("gdp_later", PLAN.set(target_level=3000))) is None
