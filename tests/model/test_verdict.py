"""Does GDP reach the target: the plan's own answer, a second opinion in fractions, and the edges."""

import dataclasses
import math
from fractions import Fraction

import pytest
from any_scenario import CLOSE, LEVERS, PACK, PLAN, scenarios, slow_path, slow_rate
from hypothesis import assume, given

from model.projection import project
from model.scenario import Scenario
from model.solve import free_years, from_each_year, place
from model.verdict import judge

LATER = LEVERS["gdp_later"]


def gdp(scenario: Scenario, year: int, **instead: float) -> Fraction:
    return slow_path(scenario, "gdp", year, **instead)[-1]


def at_deadline(scenario: Scenario) -> list[Fraction]:
    """GDP in the deadline's year from the lowest, the central and the highest baseline."""
    ends = [scenario[key] for key in ("gdp_low", "gdp_base", "gdp_high")]
    return [gdp(scenario, scenario.target_year, gdp_base=base) for base in (min(ends), ends[1], max(ends))]


def distance(level: Fraction | float, target: float) -> float:
    return abs(float(level / Fraction(target)) - 1)


def test_gdp_in_2028_is_just_short_of_the_target() -> None:
    verdict = judge(PLAN, PACK)
    assert verdict.level == pytest.approx(548.9980090195311, rel=CLOSE)
    assert verdict.gap == pytest.approx(548.9980090195311 - 550, rel=CLOSE)
    assert not verdict.reached


def test_the_plans_verdict_depends_on_a_baseline_nobody_printed() -> None:
    verdict = judge(PLAN, PACK)
    assert verdict.status == "depends"
    assert verdict.low == pytest.approx(540.4643612109375, rel=CLOSE)
    assert verdict.high == pytest.approx(556.1093821933592, rel=CLOSE)


def test_the_plans_verdict_turns_at_a_baseline_inside_the_range() -> None:
    turns = judge(PLAN, PACK).required_baseline
    assert turns == pytest.approx(float(550 / (Fraction("1.065") * Fraction("1.075") ** 4)), rel=CLOSE)
    assert 386.7 < turns < 386.8


def test_the_plan_needs_a_little_more_than_it_has_from_2025() -> None:
    verdict = judge(PLAN, PACK)
    assert verdict.required_later == pytest.approx(0.07549016747379, rel=CLOSE)
    assert verdict.required_nominal == pytest.approx(0.07338390018528, rel=CLOSE)
    assert verdict.required_real == pytest.approx(0.07338390018528, rel=CLOSE)


def test_the_plan_is_in_no_year_at_the_target_by_2028() -> None:
    verdict = judge(PLAN, PACK)
    assert verdict.first_year is None


def test_shown_until_2029_the_plan_reaches_the_target_in_that_year() -> None:
    verdict = judge(PLAN.set(PACK, horizon=2029), PACK)
    assert verdict.first_year == 2029
    assert verdict.status == "depends"


def test_by_2026_the_plan_is_far_from_the_target() -> None:
    verdict = judge(PLAN.set(PACK, target_year=2026), PACK)
    assert verdict.status == "not_reached"
    assert verdict.level == pytest.approx(float(386 * Fraction("1.065") * Fraction("1.075") ** 2), rel=CLOSE)
    assert verdict.required_nominal == pytest.approx(0.12527445914579, rel=CLOSE)


def test_another_years_verdict_can_be_asked_for_without_moving_the_deadline() -> None:
    assert judge(PLAN, PACK, 2026) == judge(PLAN.set(PACK, target_year=2026), PACK)


@pytest.mark.parametrize(("year", "growth"), [(2025, 0.07549016747379), (2024, 0.07338390018528)])
def test_the_growth_needed_from_a_year_on_holds_the_years_before(year: int, growth: float) -> None:
    needed = {each.year: each.real for each in from_each_year(PLAN, PACK) if each.outcome is None}
    assert needed[year] == pytest.approx(growth, rel=CLOSE)
    assert list(needed) == [2024, 2025, 2026, 2027, 2028]


@pytest.mark.parametrize(("deadline", "growth"), [(2028, 0.07522217487456), (2026, 0.15610272534197)])
def test_the_growth_needed_after_the_outcome_of_2024_is_the_published_reference_value(
    deadline: int, growth: float
) -> None:
    held = [each for each in from_each_year(PLAN.set(PACK, target_year=deadline), PACK) if each.outcome]
    assert [(each.outcome, each.year, each.start) for each in held] == [(2024, 2025, 411.5)]
    assert held[0].nominal == pytest.approx(growth, rel=CLOSE)


@given(scenarios())
def test_the_verdict_is_the_one_a_slow_loop_over_the_years_gives(scenario: Scenario) -> None:
    verdict, wanted = judge(scenario, PACK), scenario["target_level"]
    slow = at_deadline(scenario)
    assert [verdict.low, verdict.level, verdict.high] == pytest.approx([float(level) for level in slow], rel=CLOSE)
    assert verdict.gap == pytest.approx(float(slow[1] - Fraction(wanted)), rel=CLOSE, abs=CLOSE * wanted)
    assume(all(distance(level, wanted) > CLOSE for level in slow))
    met = [level >= wanted for level in slow]
    assert verdict.status == ("reached" if all(met) else "depends" if any(met) else "not_reached")
    assert verdict.reached == met[1]


@given(scenarios())
def test_the_first_year_is_the_one_a_slow_loop_over_the_years_finds(scenario: Scenario) -> None:
    path, wanted = slow_path(scenario, "gdp", scenario.last_year), scenario["target_level"]
    assume(all(distance(level, wanted) > CLOSE for level in path))
    met = [2023 + t for t, level in enumerate(path) if level >= wanted]
    verdict = judge(scenario, PACK)
    assert verdict.first_year == (met[0] if met else None)


@given(scenarios())
def test_the_growth_asked_for_reaches_the_target_when_it_is_put_back(scenario: Scenario) -> None:
    verdict, wanted, until = judge(scenario, PACK), scenario["target_level"], scenario.target_year
    years, base = range(2024, until + 1), Fraction(scenario["gdp_base"])
    prices = math.prod(1 + slow_rate(scenario, "deflator", year) for year in years)
    assert float(base * (1 + Fraction(verdict.required_nominal)) ** len(years)) == pytest.approx(wanted, rel=CLOSE)
    assert float(base * prices * (1 + Fraction(verdict.required_real)) ** len(years)) == pytest.approx(
        wanted, rel=CLOSE
    )
    assert float(gdp(scenario, until, gdp_base=verdict.required_baseline)) == pytest.approx(wanted, rel=CLOSE)
    if verdict.required_later is not None:
        assert float(gdp(scenario, until, gdp_later=verdict.required_later)) == pytest.approx(wanted, rel=CLOSE)


@given(scenarios())
def test_no_later_growth_is_asked_for_exactly_where_no_later_year_is_free(scenario: Scenario) -> None:
    by_hand = {year for series, year, _ in scenario.overrides if series == "gdp"}
    free = [year not in by_hand for year in range(2025, scenario.target_year + 1)]
    assert free_years(scenario, PACK, scenario.target_year - 2023, "gdp", "later").tolist() == [False, *free]
    assert (judge(scenario, PACK).required_later is None) == (not any(free))


@given(scenarios())
def test_the_verdict_turns_at_the_baseline_it_names(scenario: Scenario) -> None:
    verdict = judge(scenario, PACK)
    low, central, high = scenario.baseline_range
    assume(all(distance(Fraction(base), verdict.required_baseline) > CLOSE for base in (low, central, high)))
    met = [base > verdict.required_baseline for base in (low, central, high)]
    assert verdict.status == ("reached" if all(met) else "depends" if any(met) else "not_reached")
    assert verdict.reached == met[1]


@given(scenarios())
def test_every_number_of_a_verdict_is_finite(scenario: Scenario) -> None:
    numbers = [value for value in dataclasses.astuple(judge(scenario, PACK)) if isinstance(value, float)]
    assert all(math.isfinite(number) for number in numbers)


def test_all_three_baselines_above_is_reached_and_all_three_below_is_not() -> None:
    assert judge(PLAN.set(PACK, target_level=540), PACK).status == "reached"
    assert judge(PLAN.set(PACK, target_level=557), PACK).status == "not_reached"


def test_reached_at_the_central_baseline_only_from_there_up_still_depends() -> None:
    verdict = judge(PLAN.set(PACK, target_level=545), PACK)
    assert verdict.reached
    assert verdict.status == "depends"


def test_a_central_baseline_outside_its_range_widens_it() -> None:
    above = PLAN.set(PACK, gdp_base=400)
    assert above.baseline_range == (380, 400, 400)
    assert judge(above, PACK).high == judge(above, PACK).level
    below = PLAN.set(PACK, gdp_base=370)
    assert below.baseline_range == (370, 370, 391)
    assert judge(below, PACK).low == judge(below, PACK).level


def test_a_range_typed_the_wrong_way_round_is_the_same_range() -> None:
    turned = judge(PLAN.set(PACK, gdp_low=391, gdp_high=380), PACK)
    assert turned == judge(PLAN, PACK)


def test_a_target_met_in_the_base_year_is_met_from_the_start() -> None:
    verdict = judge(PLAN.set(PACK, target_level=380), PACK)
    assert verdict.status == "reached"
    assert verdict.first_year == 2023
    assert verdict.gap > 0
    assert verdict.required_nominal < 0
    assert verdict.required_baseline < 380


def test_a_target_that_is_the_baseline_itself_needs_no_growth() -> None:
    verdict = judge(PLAN.set(PACK, target_level=386, gdp_first=0, gdp_later=0), PACK)
    assert verdict.reached
    assert verdict.gap == 0
    assert verdict.first_year == 2023
    assert verdict.required_nominal == 0
    assert verdict.required_later == 0
    assert verdict.required_baseline == 386


def test_gdp_that_falls_below_a_target_it_had_met_does_not_reach_it() -> None:
    verdict = judge(PLAN.set(PACK, gdp_base=560, gdp_low=555, gdp_high=565, gdp_first=-0.05, gdp_later=-0.05), PACK)
    assert verdict.status == "not_reached"
    assert verdict.gap < 0
    assert verdict.first_year == 2023


def test_a_target_in_the_plan_year_leaves_no_later_year_free() -> None:
    verdict = judge(PLAN.set(PACK, target_year=2024), PACK)
    assert verdict.required_later is None
    assert verdict.required_nominal == pytest.approx(550 / 386 - 1, rel=CLOSE)
    assert verdict.level == pytest.approx(386 * 1.065, rel=CLOSE)


def test_with_every_later_year_set_by_hand_none_is_free() -> None:
    scenario = PLAN
    for year in range(2025, 2029):
        scenario = scenario.by_hand(PACK, "gdp", year, 0.08)
    verdict = judge(scenario, PACK)
    assert verdict.required_later is None
    assert verdict.level == pytest.approx(float(386 * Fraction("1.065") * Fraction("1.08") ** 4), rel=CLOSE)
    assert verdict.reached


@pytest.mark.parametrize("year", range(2024, 2036))
def test_any_deadline_until_2035_is_judged_without_contradiction(year: int) -> None:
    scenario = PLAN.set(PACK, target_year=year)
    verdict = judge(scenario, PACK)
    exact = 386 * Fraction("1.065") * Fraction("1.075") ** (year - 2024)
    assert verdict.level == pytest.approx(float(exact), rel=CLOSE)
    assert verdict.reached == (exact >= 550)
    assert project(scenario, PACK).years[-1] == max(2028, year)
    assert (verdict.required_later is None) == (year == 2024)
    if verdict.required_later is not None:
        assert verdict.reached == (verdict.required_later <= 0.075)


def test_a_deadline_before_the_last_year_shown_is_judged_at_the_deadline() -> None:
    verdict = judge(PLAN.set(PACK, target_year=2026, horizon=2035), PACK)
    assert verdict.status == "not_reached"
    assert verdict.first_year == 2029


@pytest.mark.parametrize(
    ("answer", "where"),
    [(None, "none"), (-0.2, "below"), (LATER.low, "within"), (0.0, "within"), (LATER.high, "within"), (0.31, "above")],
)
def test_an_answer_is_placed_against_the_levers_range(answer: float | None, where: str) -> None:
    assert place(LATER, answer) == where


@pytest.mark.parametrize("limit", [LATER.low, LATER.high])
def test_growth_at_the_end_of_the_levers_range_lies_within_it(limit: float) -> None:
    at_the_end = PLAN.set(PACK, gdp_later=limit)
    asked = at_the_end.set(PACK, target_level=judge(at_the_end, PACK).level)
    assert judge(asked, PACK).reached
    assert place(LATER, judge(asked, PACK).required_later) == "within"


@pytest.mark.parametrize("year", [2022, 2029])
def test_a_year_that_is_not_projected_cannot_be_judged(year: int) -> None:
    with pytest.raises(ValueError, match=f"got {year}.; allowed: 2023 to 2028"):
        judge(PLAN, PACK, year)


def test_the_base_year_leaves_no_year_to_grow_in_and_no_answer_that_is_not_a_number() -> None:
    verdict = dataclasses.asdict(judge(PLAN, PACK, 2023))
    assert verdict["gap"] == 386 - 550
    assert [key for key, value in verdict.items() if isinstance(value, float) and math.isnan(value)] == []
