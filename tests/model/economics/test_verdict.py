"""Does GDP reach the target: the plan's own answer, a second opinion in fractions, and the edges."""

import dataclasses
import math
from fractions import Fraction

import pytest
from any_region import find_region
from any_scenario import CLOSE, LEVERS, PACK, PLAN, scenarios, slow_path, slow_rate
from hypothesis import assume, given

from model.economics.needed import required_by_price_change
from model.economics.solve import free_years, place
from model.economics.verdict import by_deadline, implied, judge
from model.scenario.scenario import Scenario, plan

LATER = LEVERS["gdp_later"]


def gdp(scenario: Scenario, year: int, **instead: float) -> Fraction:
    return slow_path(scenario, "gdp", year, **instead)[-1]


def at_deadline(scenario: Scenario) -> list[Fraction]:
    """GDP in the deadline's year from the lowest, the central and the highest baseline."""
    ends = [scenario[key] for key in ("gdp_low", "gdp_base", "gdp_high")]
    return [gdp(scenario, scenario.target_year, gdp_base=base) for base in (min(ends), ends[1], max(ends))]


def from_2024(scenario: Scenario) -> Fraction | None:
    """GDP at the deadline from the published 411.5 of 2024; None where the deadline is before it."""
    years = range(2025, scenario.target_year + 1)
    grown = (1 + slow_rate(scenario, series, year) for year in years for series in ("gdp", "deflator"))
    return Fraction("411.5") * math.prod(grown)


def distance(level: Fraction | float, target: float) -> float:
    return abs(float(level / Fraction(target)) - 1)


def test_the_plan_misses_the_target_from_the_baseline_and_from_the_latest_official_level() -> None:
    verdict = judge(PLAN)
    assert verdict.status == "not_reached"
    assert verdict.low == pytest.approx(540.4643612109375, rel=CLOSE)
    assert verdict.high == pytest.approx(556.1093821933592, rel=CLOSE)
    own, official = verdict.readings
    assert (own.start_year, own.start, official.start_year, official.start) == (2023, 386, 2024, 411.5)
    exact = Fraction("411.5") * Fraction("1.075") ** 4
    assert official.level == pytest.approx(float(exact), rel=CLOSE)
    assert official.gap == pytest.approx(float(exact - 550), rel=1e-9)
    assert official.required_growth == pytest.approx(0.07522217487456, rel=CLOSE)
    assert own.years == official.years == (2025, 2026, 2027, 2028)


def test_both_readings_of_the_deadline_are_answered() -> None:
    by_2026, by_2028 = by_deadline(PLAN)
    assert (by_2026.year, by_2026.status, by_2028.year, by_2028.status) == (2026, "not_reached", 2028, "not_reached")
    levels = [reading.level for reading in by_2026.readings]
    exact = Fraction("386") * Fraction("1.065"), Fraction("411.5")
    assert levels == pytest.approx([float(start * Fraction("1.075") ** 2) for start in exact], rel=CLOSE)
    own, official = by_2026.readings
    assert own.required_growth == pytest.approx(math.sqrt(550 / (386 * 1.065)) - 1, rel=CLOSE)
    assert official.required_growth == pytest.approx(0.15610272534197, rel=CLOSE)


def test_a_target_of_ones_own_is_judged_by_every_deadline_that_was_announced() -> None:
    found = by_deadline(PLAN.set(target_level=550.023, target_year=2035))
    assert [each.year for each in found] == [2026, 2028, 2035]
    assert {each.target for each in found} == {550.023}


def test_the_verdict_depends_where_the_two_readings_differ() -> None:
    verdict = judge(PLAN.set(gdp_base=391))
    assert [reading.reached for reading in verdict.readings] == [True, False]
    assert verdict.status == "depends"
    assert judge(PLAN.set(gdp_base=391, gdp_later=0.0753)).status == "reached"


@pytest.mark.parametrize("base", [380, 386, 391])
def test_a_baseline_implies_a_level_and_the_price_change_that_reconciles_it(base: int) -> None:
    found = implied(PLAN.set(gdp_base=base))
    assert found is not None
    exact = Fraction(base) * Fraction("1.066")
    assert found.level == pytest.approx(float(exact), rel=CLOSE)
    assert found.price_change == pytest.approx(float(Fraction("411.5") / exact - 1), rel=1e-9)
    assert round(found.price_change * 100, 1) == {380: 1.6, 386: 0.0, 391: -1.3}[base]


def test_another_years_verdict_can_be_asked_for_without_moving_the_deadline() -> None:
    assert judge(PLAN, 2026) == judge(PLAN.set(target_year=2026))


@given(scenarios())
def test_the_verdict_is_the_one_a_slow_loop_over_the_years_gives(scenario: Scenario) -> None:
    verdict, wanted = judge(scenario), scenario["target_level"]
    slow = at_deadline(scenario)
    assert [verdict.low, verdict.level, verdict.high] == pytest.approx([float(level) for level in slow], rel=CLOSE)
    assert verdict.from_baseline.gap == pytest.approx(float(slow[1] - Fraction(wanted)), rel=CLOSE, abs=CLOSE * wanted)
    assume(all(distance(level, wanted) > CLOSE for level in slow))
    official = from_2024(scenario)
    assert (verdict.from_official is None) == (official is None)
    if verdict.from_official and official:
        assert verdict.from_official.level == pytest.approx(float(official), rel=CLOSE)
        assume(distance(official, wanted) > CLOSE)
    met = [level >= wanted for level in ([slow[1], official] if official else slow)]
    assert verdict.status == ("reached" if all(met) else "depends" if any(met) else "not_reached")
    assert verdict.reached == (slow[1] >= wanted)


@given(scenarios())
def test_the_first_year_is_the_one_a_slow_loop_over_the_years_finds(scenario: Scenario) -> None:
    path, wanted = slow_path(scenario, "gdp", scenario.last_year), scenario["target_level"]
    assume(all(distance(level, wanted) > CLOSE for level in path))
    met = [2023 + t for t, level in enumerate(path) if level >= wanted]
    verdict = judge(scenario)
    assert verdict.from_baseline.first_year == (met[0] if met else None)


@given(scenarios())
def test_the_growth_asked_for_reaches_the_target_when_it_is_put_back(scenario: Scenario) -> None:
    verdict, wanted, until = judge(scenario), scenario["target_level"], scenario.target_year
    years, base = range(2024, until + 1), Fraction(scenario["gdp_base"])
    prices = math.prod(1 + slow_rate(scenario, "deflator", year) for year in years)
    needed = ((base, verdict.uniform_nominal_from_baseline), (base * prices, verdict.uniform_real_from_baseline))
    for start, rate in needed:
        assert float(start * (1 + Fraction(rate)) ** len(years)) == pytest.approx(wanted, rel=CLOSE)
    assert float(gdp(scenario, until, gdp_base=verdict.baseline_on_target)) == pytest.approx(wanted, rel=CLOSE)
    if verdict.from_baseline.required_growth is not None:
        assert float(gdp(scenario, until, gdp_later=verdict.from_baseline.required_growth)) == pytest.approx(
            wanted, rel=CLOSE
        )


@given(scenarios())
def test_no_later_growth_is_asked_for_exactly_where_no_later_year_is_free(scenario: Scenario) -> None:
    by_hand = {year for series, year, _ in scenario.overrides if series == "gdp"}
    free = [year not in by_hand for year in range(2025, scenario.target_year + 1)]
    assert free_years(scenario, scenario.target_year - 2023, "gdp", "later").tolist() == [False, *free]
    assert (judge(scenario).from_baseline.required_growth is None) == (not any(free))


@given(scenarios())
def test_the_verdict_turns_at_the_baseline_it_names(scenario: Scenario) -> None:
    verdict = judge(scenario)
    central = scenario["gdp_base"]
    assume(distance(Fraction(central), verdict.baseline_on_target) > CLOSE)
    assert verdict.reached == (central > verdict.baseline_on_target)


@given(scenarios())
def test_every_number_of_a_verdict_is_finite(scenario: Scenario) -> None:
    numbers = [value for value in dataclasses.astuple(judge(scenario)) if isinstance(value, float)]
    assert all(math.isfinite(number) for number in numbers)


ALONE = plan(dataclasses.replace(PACK, outcomes=()))
"""The plan of a region without a level after the base year."""


@pytest.mark.parametrize(
    ("target", "status"), [(540, "reached"), (545, "depends"), (550, "depends"), (557, "not_reached")]
)
def test_without_a_later_level_the_low_central_and_high_baseline_decide(target: float, status: str) -> None:
    verdict = judge(ALONE.set(target_level=target))  # 540.5, 549.0 and 556.1
    assert (verdict.status, verdict.from_official) == (status, None)
    assert implied(ALONE) is None


def test_a_central_baseline_outside_its_range_widens_it() -> None:
    above = PLAN.set(gdp_base=400)
    assert above.range_of("gdp") == (380, 400, 400)
    assert judge(above).high == judge(above).level
    below = PLAN.set(gdp_base=370)
    assert below.range_of("gdp") == (370, 370, 391)
    assert judge(below).low == judge(below).level


def test_a_range_typed_the_wrong_way_round_is_the_same_range() -> None:
    turned = judge(PLAN.set(gdp_low=391, gdp_high=380))
    assert turned == judge(PLAN)


def test_a_target_met_in_the_base_year_is_met_from_the_start() -> None:
    verdict = judge(PLAN.set(target_level=380))
    assert verdict.status == "reached"
    assert verdict.from_baseline.first_year == 2023
    assert verdict.from_baseline.gap > 0
    assert verdict.uniform_nominal_from_baseline < 0
    assert verdict.baseline_on_target < 380


def test_a_target_that_is_the_baseline_itself_needs_no_growth() -> None:
    verdict = judge(PLAN.set(target_level=386, gdp_first=0, gdp_later=0))
    assert verdict.reached
    assert verdict.from_baseline.gap == 0
    assert verdict.from_baseline.first_year == 2023
    assert verdict.uniform_nominal_from_baseline == 0
    assert verdict.from_baseline.required_growth == 0
    assert verdict.baseline_on_target == 386


def test_gdp_that_falls_below_a_target_it_had_met_does_not_reach_it() -> None:
    verdict = judge(PLAN.set(gdp_base=560, gdp_low=555, gdp_high=565, gdp_first=-0.05, gdp_later=-0.05))
    assert verdict.status == "not_reached"
    assert verdict.from_baseline.gap < 0
    assert verdict.from_baseline.first_year == 2023


def test_a_deadline_before_the_last_year_shown_is_judged_at_the_deadline() -> None:
    verdict = judge(PLAN.set(target_year=2026, horizon=2035))
    assert verdict.status == "not_reached"
    assert verdict.from_baseline.first_year == 2029


@pytest.mark.parametrize(
    ("answer", "where"),
    [(None, "none"), (-0.2, "below"), (LATER.low, "within"), (0.0, "within"), (LATER.high, "within"), (0.31, "above")],
)
def test_an_answer_is_placed_against_the_levers_range(answer: float | None, where: str) -> None:
    assert place(LATER, answer) == where


@pytest.mark.parametrize("year", [2022, 2036])
def test_a_year_that_is_not_projected_cannot_be_judged(year: int) -> None:
    with pytest.raises(ValueError, match=f"got {year}.; allowed: 2023 to 2035"):
        judge(PLAN, year)


def test_the_base_year_leaves_no_year_to_grow_in_and_no_answer_that_is_not_a_number() -> None:
    verdict = dataclasses.asdict(judge(PLAN, 2023))
    assert verdict["from_baseline"]["gap"] == 386 - 550
    assert [
        key
        for key, value in [*verdict.items(), *verdict["from_baseline"].items()]
        if isinstance(value, float) and math.isnan(value)
    ] == []


def test_needed_growth_is_answered_for_three_price_changes_and_alike_from_the_same_level_where_it_is_the_base() -> None:
    found, rebased = required_by_price_change(PLAN), required_by_price_change(plan(find_region("fengjie&base=2024")))
    assert [each.price_change for each in found] == [-0.005, 0, 0.01]
    exact = [(550 / 411.5) ** 0.25 / (1 + change) - 1 for change in (-0.005, 0, 0.01)]
    assert [each.from_official for each in found] == pytest.approx(exact, rel=1e-9)
    assert [each.from_baseline for each in rebased] == pytest.approx(exact, rel=1e-9)
    assert [round(rate * 100, 2) for rate in exact] == [8.06, 7.52, 6.46]


def test_growth_assumed_in_years_that_differ_is_the_one_rate_that_compounds_to_the_same() -> None:
    scenario = plan(find_region("fengjie&base=2024")).set(gdp_first=0.06, gdp_later=0.08)
    exact = (1.06 * 1.08**3) ** (1 / 4) - 1  # 2025 to 2028
    assert judge(scenario).from_baseline.assumed_growth == pytest.approx(exact, rel=CLOSE)
