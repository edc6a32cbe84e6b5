"""Every lever: its declaration, and what stays true wherever it and all the others stand."""

import dataclasses
import math
from fractions import Fraction

import numpy as np
import pytest
from any_region import find_region
from any_scenario import LEVERS, PACK, PACKS, PLAN

from model.economics.projection import project
from model.economics.verdict import judge
from model.link.link import read, write
from model.scenario.lever import number
from model.scenario.levers import GROWTH_SLOTS, levers
from model.work.work import Work

ALONE = {
    f"{key} alone at its {end}": {key: getattr(lever, end)} for key, lever in LEVERS.items() for end in ("low", "high")
}
TOGETHER = {
    f"all together at their {end}": {key: getattr(lever, end) for key, lever in LEVERS.items()}
    for end in ("default", "low", "high")
}
RUNS = {name: PLAN.set(**values) for name, values in {**TOGETHER, **ALONE}.items()}


def test_a_lever_declares_a_range_that_holds_its_default_and_its_slider() -> None:
    for key, lever in LEVERS.items():
        assert lever.low <= lever.span[0] < lever.span[1] <= lever.high, key
        assert 0 < lever.step <= lever.span[1] - lever.span[0], key
        assert lever.allows(lever.default), key


def test_a_growth_rate_may_be_anything_from_minus_10_to_plus_30_per_cent() -> None:
    rates = [lever for lever in LEVERS.values() if lever.slot in GROWTH_SLOTS]
    assert {(rate.low, rate.high, rate.unit) for rate in rates} == {(-0.1, 0.3, "%")}


def test_the_error_of_growth_may_be_anything_from_none_to_10_points_and_is_read_in_points() -> None:
    error = LEVERS["error"]
    assert (error.kind, error.low, error.high, error.unit) == ("rate", 0, 0.1, "points")
    assert error.written(0.016) == "1.6"


def test_a_year_may_be_written_with_its_unit_and_a_pure_number_with_none() -> None:
    assert number("2027年", LEVERS["target_year"]) == 2027
    assert number("0.6年", LEVERS["persistence"]) is None


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


@pytest.mark.parametrize("name", RUNS)
def test_at_either_end_of_every_lever_all_numbers_are_finite_and_the_link_gives_the_scenario_back(name: str) -> None:
    scenario = RUNS[name]
    projection, verdict = project(scenario), judge(scenario)
    for path in (*projection.paths.values(), projection.low, projection.high):
        assert path.shape == (len(projection.years),)
        assert np.isfinite(path).all()
        assert (path > 0).all()
    assert verdict.low <= verdict.level <= verdict.high
    assert all(math.isfinite(value) for value in dataclasses.astuple(verdict) if isinstance(value, float))
    opened = read(write(Work(scenario), "zh"), PACKS)
    assert (opened.scenario, opened.problems) == (scenario, ())


NOMINAL = tuple(PACK.baselines)[1:]


@pytest.mark.parametrize(("region", "slots"), [("fengjie", ("later",)), ("fengjie&base=2024", ("first", "later"))])
def test_growth_beyond_the_years_of_its_target_is_extended_from_it_with_trust_c(
    region: str, slots: tuple[str, ...]
) -> None:
    found = {key: lever.source for key, lever in levers(find_region(region)).items() if lever.extended}
    said = {key: (figure.trust, figure.note_en.partition(";")[0]) for key, figure in found.items() if figure}
    assert said == {
        "gdp_later": ("C", "extended from the five-year plan to 2025"),
        **{f"{series}_{slot}": ("C", "extended from the 2024 target") for series in NOMINAL for slot in slots},
    }


def test_what_a_visitor_typed_for_later_years_is_not_extended() -> None:
    own = levers(find_region("own&own.name=A&own.base_year=2025&own.gdp=386:6.5,7&own.target=550,2030"))
    assert not any(lever.extended for lever in own.values())
