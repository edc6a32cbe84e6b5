"""Named sets of growth rates."""

import math
from dataclasses import replace
from fractions import Fraction

import pytest
from any_scenario import LEVERS, PACK, PLAN, differing, scenarios, slow_path, slow_rate
from hypothesis import given

from model.economics.presets import apply, available, growth, recognise
from model.economics.solve import place
from model.economics.verdict import judge
from model.language.problem import Refused
from model.region.pack import Pack
from model.scenario.levers import series_of
from model.scenario.scenario import Scenario

FIXED = {
    "plan": {"gdp": (0.065, 0.075), "fai": (0.12, 0.12), "retail": (0.075, 0.075), "income": (0.065, 0.065)},
    "repeated": {"gdp": (0.058, 0.058), "fai": (0.231, 0.231), "retail": (0.073, 0.073), "income": (0.044, 0.044)},
    "outcome": {"gdp": (0.066, 0.066), "fai": (0.164, 0.164), "retail": (0.029, 0.029), "income": (0.056, 0.056)},
    "city": {"gdp": (0.057, 0.057), "fai": (0.12, 0.12), "retail": (0.075, 0.075), "income": (0.065, 0.065)},
}
BUSY = (
    PLAN.set(gdp_first=0.01, fai_later=0.2, deflator_later=0.02, gdp_base=388, target_level=600, target_year=2030)
    .set(error=0.02, persistence=0.3, income_target_level=40_000, retail_target_year=2031, tertiary_later=0.09)
    .by_hand("gdp", 2026, 0.03)
    .by_hand("retail", 2027, 0.01)
    .rename("busy")
)
LATER = LEVERS["gdp_later"]
GROWTH_LEVERS = {f"{series}_{slot}" for series in series_of(PACK) for slot in ("first", "later")}


def without_years(scenario: Scenario) -> Scenario:
    for year in scenario.rates_by_hand("gdp"):
        scenario = scenario.by_hand("gdp", year, None)
    return scenario


def test_fengjie_has_all_five_presets() -> None:
    assert available(PACK) == ("plan", "repeated", "outcome", "enough", "city")


@pytest.mark.parametrize("preset", FIXED)
def test_a_preset_has_the_published_growth_and_no_price_change(preset: str) -> None:
    expected = {"deflator_first": 0.0, "deflator_later": 0.0}
    for series, (first, later) in FIXED[preset].items():
        expected |= {f"{series}_first": first, f"{series}_later": later}
    assert expected.items() <= growth(PACK)[preset].items()


@pytest.mark.parametrize("preset", FIXED)
def test_a_preset_sets_every_growth_lever_and_clears_single_years(preset: str) -> None:
    applied = apply(preset, BUSY)
    assert {key: applied[key] for key in GROWTH_LEVERS} == dict(growth(PACK)[preset])
    assert applied.overrides == ()


def test_a_year_is_repeated_without_growth_that_is_not_published_and_not_without_gdps() -> None:
    def without(series: str) -> Pack:
        return replace(PACK, growth=tuple(f for f in PACK.growth if (f.indicator, f.year) != (series, 2023)))

    assert growth(without("income"))["repeated"] == {
        **growth(PACK)["repeated"], "income_first": 0.065, "income_later": 0.065,
    }  # fmt: skip
    assert available(without("gdp")) == ("plan", "outcome", "enough", "city")


@pytest.mark.parametrize("preset", [*FIXED, "enough"])
def test_a_preset_leaves_all_but_growth_and_the_name_alone(preset: str) -> None:
    applied = apply(preset, BUSY)
    kept = LEVERS.keys() - GROWTH_LEVERS
    assert {key: applied[key] for key in kept} == {key: BUSY[key] for key in kept}
    assert applied.name == "busy"


@pytest.mark.parametrize("preset", [*FIXED, "enough"])
def test_a_preset_is_recognised_and_applying_it_again_changes_nothing(preset: str) -> None:
    applied = apply(preset, PLAN)
    assert recognise(applied) == preset
    assert apply(preset, applied) == applied


def test_the_plan_is_the_preset_the_page_opens_with() -> None:
    assert apply("plan", PLAN) == PLAN
    assert recognise(PLAN) == "plan"


@pytest.mark.parametrize("own", [BUSY, PLAN.set(gdp_later=0.0751), PLAN.by_hand("income", 2026, 0.05)])
def test_a_scenario_of_ones_own_is_no_preset(own: Scenario) -> None:
    assert recognise(own) is None


def test_just_enough_solves_the_later_growth_of_gdp() -> None:
    enough = apply("enough", PLAN)
    assert differing(enough, PLAN) == ("gdp_later",)
    assert enough["gdp_later"] == 0.0755  # 7.549016747 %, rounded up
    assert judge(enough).reached


def test_just_enough_clears_gdps_single_years_and_keeps_those_of_others() -> None:
    enough = apply("enough", BUSY)
    assert enough.overrides == (("retail", 2027, 0.01),)
    assert enough["gdp_first"] == 0.01
    assert recognise(enough) == "enough"


@given(scenarios())
def test_just_enough_reaches_the_target_or_says_why_it_cannot(scenario: Scenario) -> None:
    try:
        enough = apply("enough", scenario)
    except Refused:
        assert (
            scenario.target_year == 2024
            or place(LATER, judge(without_years(scenario)).binding.required_growth) != "within"
        )
        return
    grown = [1 + slow_rate(enough, s, y) for s in ("gdp", "deflator") for y in range(2025, enough.target_year + 1)]
    lowest = min(slow_path(enough, "gdp", enough.target_year)[-1], Fraction("411.5") * math.prod(grown))
    most = Fraction("1.0001") ** (2 * len(grown))  # growth is rounded up to hundredths of a per cent
    assert 1 - 1e-9 <= float(lowest) / scenario["target_level"] <= most
    assert judge(enough).status == "reached"
    assert recognise(enough) is not None


def test_just_enough_is_never_a_hair_short() -> None:
    asked = [PLAN.set(target_level=level) for level in range(420, 661, 12)]
    verdicts = [judge(apply("enough", scenario)) for scenario in asked]
    assert all(verdict.reached for verdict in verdicts)
    assert min(verdict.from_baseline.gap for verdict in verdicts) >= 0


def test_in_the_plan_year_no_later_growth_can_be_just_enough() -> None:
    with pytest.raises(Refused, match="GDP, real growth: has no year left to change"):
        apply("enough", PLAN.set(target_year=2024))
    assert recognise(PLAN.set(target_year=2024, gdp_first=0.01)) is None


@pytest.mark.parametrize("limit", [0.3, -0.1])
def test_growth_at_the_end_of_the_levers_range_can_be_just_enough(limit: float) -> None:
    at_the_end = PLAN.set(gdp_later=limit)
    asked = at_the_end.set(target_level=judge(at_the_end).level)
    assert apply("enough", asked)["gdp_later"] == pytest.approx(limit, rel=1e-12)
