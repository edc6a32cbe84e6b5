"""Every lever: its declaration, and what stays true wherever it and all the others stand."""

import dataclasses
import math
from fractions import Fraction

import numpy as np
import pytest
from any_scenario import CLOSE, LEVERS, PACK, PACKS, PLAN

from model.levers import Lever, levers
from model.link import read, write
from model.projection import project
from model.scenario import Scenario
from model.verdict import judge
from model.work import Work

ALONE = {
    f"{key} alone at its {end}": {key: getattr(lever, end)} for key, lever in LEVERS.items() for end in ("low", "high")
}
TOGETHER = {
    f"all together at their {end}": {key: getattr(lever, end) for key, lever in LEVERS.items()}
    for end in ("default", "low", "high")
}
RUNS = {name: PLAN.set(PACK, **values) for name, values in {**TOGETHER, **ALONE}.items()}
everywhere = pytest.mark.parametrize("scenario", RUNS.values(), ids=RUNS.keys())


def test_every_lever_runs_at_default_lowest_and_highest_alone_and_together() -> None:
    assert len(RUNS) == 2 * len(LEVERS) + 3
    assert RUNS["all together at their default"] == PLAN


def test_there_is_a_lever_for_every_assumption() -> None:
    rates = [
        f"{series}_{slot}" for series in ("gdp", "deflator", "fai", "retail", "income") for slot in ("first", "later")
    ]
    levels = ["gdp_base", "gdp_low", "gdp_high", "fai_base", "retail_base", "income_base"]
    opening = [*rates, *levels, "target_level", "target_year", "horizon"]
    assert list(LEVERS)[: len(opening)] == opening
    others = [f"{key}_target_{part}" for key in ("fai", "retail", "income") for part in ("level", "year")]
    sectors = [f"{sector}_{slot}" for sector in ("primary", "secondary", "tertiary") for slot in ("first", "later")]
    assert list(LEVERS)[len(opening) :] == [*others, "error", "persistence", *sectors]


@pytest.mark.parametrize("lever", LEVERS.values(), ids=LEVERS.keys())
def test_a_lever_declares_a_range_that_holds_its_default_and_its_slider(lever: Lever) -> None:
    assert lever.low <= lever.span[0] < lever.span[1] <= lever.high
    assert lever.low <= lever.default <= lever.high
    assert 0 < lever.step <= lever.span[1] - lever.span[0]
    assert lever.allows(lever.default)
    assert lever.name


@pytest.mark.parametrize("key", [key for key, lever in LEVERS.items() if lever.kind == "rate" and key != "error"])
def test_a_growth_rate_may_be_anything_from_minus_10_to_plus_30_per_cent(key: str) -> None:
    assert (LEVERS[key].low, LEVERS[key].high, LEVERS[key].unit) == (-0.1, 0.3, "%")


def test_the_error_of_growth_may_be_anything_from_none_to_10_points_and_is_read_in_points() -> None:
    error = LEVERS["error"]
    assert (error.kind, error.low, error.high, error.unit) == ("rate", 0, 0.1, "points")
    assert error.written(0.016) == "1.6"


def test_a_pure_number_has_no_unit() -> None:
    lever = LEVERS["persistence"]
    assert (lever.kind, lever.low, lever.high, lever.unit) == ("number", 0, 0.95, "")
    assert lever.written(0.35) == "0.35"


@pytest.mark.parametrize(
    ("indicator", "base", "growth", "unit"),
    [("fai", 90.7, "0.12", "亿元"), ("retail", 131.6, "0.075", "亿元"), ("income", 27_813, "0.065", "元")],
)
def test_a_level_to_reach_that_nobody_announced_is_a_round_number_near_what_the_plan_leads_to(
    indicator: str, base: float, growth: str, unit: str
) -> None:
    lever, ahead = LEVERS[f"{indicator}_target_level"], Fraction(base) * (1 + Fraction(growth)) ** 5
    assert abs(lever.default / float(ahead) - 1) < 0.01
    assert len(f"{lever.default:.0f}".rstrip("0")) <= 2
    assert lever.unit == unit


def test_the_deadline_may_be_any_year_from_2024_to_2035_and_the_years_shown_end_from_2028() -> None:
    for key in ("target_year", "fai_target_year", "retail_target_year", "income_target_year"):
        assert (LEVERS[key].low, LEVERS[key].high) == (2024, 2035)
    assert (LEVERS["horizon"].low, LEVERS["horizon"].high) == (2028, 2035)


@pytest.mark.parametrize(("year", "allowed"), [(2024, True), (2028.5, False), (2023, False), (math.nan, False)])
def test_a_year_must_be_whole_and_within_its_range(year: float, allowed: bool) -> None:
    assert LEVERS["target_year"].allows(year) is allowed


def test_levels_are_in_the_unit_of_their_indicator() -> None:
    units = {key: LEVERS[key].unit for key in ("gdp_base", "fai_base", "retail_base", "income_base", "target_level")}
    assert units == {
        "gdp_base": "亿元", "fai_base": "亿元", "retail_base": "亿元", "income_base": "元", "target_level": "亿元"
    }  # fmt: skip


@everywhere
def test_every_path_is_finite_and_positive_in_every_year(scenario: Scenario) -> None:
    projection = project(scenario, PACK)
    for path in (*projection.paths.values(), projection.low, projection.high):
        assert path.shape == (len(projection.years),)
        assert np.isfinite(path).all()
        assert (path > 0).all()


@everywhere
def test_the_projection_runs_from_2023_to_the_horizon_or_the_last_deadline_whichever_is_later(
    scenario: Scenario,
) -> None:
    years = ("horizon", "target_year", "fai_target_year", "retail_target_year", "income_target_year")
    last = int(max(scenario[key] for key in years))
    assert project(scenario, PACK).years == tuple(range(2023, last + 1))


@everywhere
def test_gdp_from_the_low_baseline_is_never_above_gdp_from_the_high_one(scenario: Scenario) -> None:
    verdict = judge(scenario, PACK)
    assert verdict.low <= verdict.level <= verdict.high


@everywhere
def test_the_status_says_what_low_level_and_high_say(scenario: Scenario) -> None:
    verdict = judge(scenario, PACK)
    met = [level >= scenario["target_level"] for level in (verdict.low, verdict.level, verdict.high)]
    assert verdict.status == {0: "not_reached", 3: "reached"}.get(sum(met), "depends")
    assert verdict.reached == met[1]


@everywhere
def test_the_gap_is_the_level_minus_the_target(scenario: Scenario) -> None:
    verdict = judge(scenario, PACK)
    assert verdict.gap == pytest.approx(verdict.level - scenario["target_level"], rel=CLOSE)
    assert (verdict.gap >= 0) == verdict.reached


@everywhere
def test_the_first_year_is_in_the_projection_and_its_level_is_the_first_at_the_target(scenario: Scenario) -> None:
    verdict, projection = judge(scenario, PACK), project(scenario, PACK)
    met = projection.paths["gdp"] >= scenario["target_level"]
    if verdict.first_year is None:
        assert not met.any()
    else:
        t = projection.years.index(verdict.first_year)
        assert met[t]
        assert not met[:t].any()


@everywhere
def test_a_reached_target_has_been_reached_by_its_deadline(scenario: Scenario) -> None:
    verdict = judge(scenario, PACK)
    if verdict.reached:
        assert verdict.first_year is not None
        assert verdict.first_year <= scenario["target_year"]


@everywhere
def test_the_growth_needed_is_above_the_growth_assumed_exactly_where_the_target_is_missed(scenario: Scenario) -> None:
    verdict = judge(scenario, PACK)
    years = int(scenario["target_year"]) - 2023
    average = (verdict.level / scenario["gdp_base"]) ** (1 / years) - 1
    assert (verdict.required_nominal > average) == (not verdict.reached)
    assert (verdict.required_baseline > scenario["gdp_base"]) == (not verdict.reached)
    if verdict.required_later is None:
        assert scenario["target_year"] == 2024
    else:
        assert (verdict.required_later > scenario["gdp_later"]) == (not verdict.reached)


@everywhere
def test_without_price_change_real_and_nominal_answers_agree(scenario: Scenario) -> None:
    verdict, paths = judge(scenario, PACK), project(scenario, PACK).paths
    if scenario["deflator_first"] == scenario["deflator_later"] == 0:
        assert verdict.required_real == verdict.required_nominal
        assert np.array_equal(paths["gdp"], paths["gdp_constant"])
    else:
        assert not np.array_equal(paths["gdp"], paths["gdp_constant"])


@everywhere
def test_every_number_of_the_verdict_is_finite(scenario: Scenario) -> None:
    verdict = dataclasses.asdict(judge(scenario, PACK))
    assert all(math.isfinite(value) for value in verdict.values() if isinstance(value, float))


@everywhere
def test_the_link_gives_the_very_same_scenario_back(scenario: Scenario) -> None:
    opened = read(write(Work(scenario), PACK, "zh"), PACKS)
    assert opened.scenario == scenario
    assert opened.problems == ()


NOMINAL = ("fai", "retail", "income")


@pytest.mark.parametrize(("region", "slots"), [("fengjie", ("later",)), ("fengjie@2024", ("first", "later"))])
def test_growth_beyond_the_years_of_its_target_is_extended_from_it_with_trust_c(
    region: str, slots: tuple[str, ...]
) -> None:
    found = {key: lever.source for key, lever in levers(PACKS[region]).items() if lever.extended}
    said = {key: (figure.trust, figure.note_en.partition(";")[0]) for key, figure in found.items() if figure}
    assert said == {
        "gdp_later": ("C", "extended from the five-year plan to 2025"),
        **{f"{series}_{slot}": ("C", "extended from the 2024 target") for series in NOMINAL for slot in slots},
    }


def test_what_a_visitor_typed_for_later_years_is_not_extended() -> None:
    own = levers(PACKS["own~A~2025~gdp:386:6.5,7~target:550,2030"])
    assert not any(lever.extended for lever in own.values())
