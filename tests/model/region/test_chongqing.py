"""The municipality's pack: it knows GDP alone, and its numbers are those worked by hand from the municipal accounts."""

import json
from fractions import Fraction

import pytest
from a_run import run
from any_scenario import CLOSE, PACKS

from model.economics.presets import available, growth
from model.economics.projection import project
from model.economics.remarks import remarks
from model.economics.sensitivity import two_way
from model.economics.uncertainty import misses, uncertainty
from model.economics.verdict import judge
from model.region.observed import past_growth
from model.scenario.levers import levers
from model.scenario.scenario import plan

PACK = PACKS["chongqing"]
PLAN = plan(PACK)
BASE = Fraction("30145.8")
LACKING = {"fai", "retail", "income", "primary", "secondary", "tertiary", "gdp_low", "gdp_high"}


def test_it_opens_at_the_target_of_2024_held_and_so_just_at_what_that_comes_to_but_not_from_2025() -> None:
    verdict = judge(PLAN)
    # 1.06^5 = 1.3382255776, times 30145.8 = 40341.88061721408
    assert verdict.level == pytest.approx(40341.88061721408, rel=CLOSE)
    assert (PLAN["target_level"], PLAN.target_year, verdict.status) == (40341.88, 2028, "depends")
    assert verdict.from_baseline.gap == pytest.approx(0.00061721408, rel=1e-6)
    assert verdict.from_official is not None
    assert verdict.from_official.level == pytest.approx(float(Fraction("33757.93") * Fraction("1.06") ** 3), rel=CLOSE)


def test_a_scenario_of_it_is_worked_out_as_by_hand() -> None:
    scenario = PLAN.set(gdp_first=0.057, gdp_later=0.05, deflator_later=-0.01)
    expected = BASE * Fraction("1.057") * (Fraction("1.05") * Fraction("0.99")) ** 4
    assert judge(scenario).level == pytest.approx(float(expected), rel=CLOSE)
    constant = BASE * Fraction("1.057") * Fraction("1.05") ** 4
    assert project(scenario).paths["gdp_constant"][-1] == pytest.approx(float(constant), rel=CLOSE)


def test_it_has_no_lever_preset_or_remark_that_its_figures_do_not_carry() -> None:
    assert not any(key.startswith(tuple(LACKING)) for key in levers(PACK))
    assert available(PACK) == ("plan", "repeated", "outcome", "enough")
    assert growth(PACK)["repeated"]["gdp_later"] == 0.061
    assert growth(PACK)["outcome"]["gdp_first"] == 0.057
    assert {remark.key for remark in remarks(PLAN)} == {"own_past", "latest", "plan"}


def test_its_levels_lie_on_round_steps_of_their_own_size() -> None:
    base, target = levers(PACK)["gdp_base"], levers(PACK)["target_level"]
    assert (base.step, base.span) == (100.0, (27100.0, 33200.0))
    assert (target.step, target.span) == (500.0, (30000.0, 60000.0))
    found = two_way("gdp_later", "gdp_base", PLAN)
    assert (found.y[0], found.y[-1], found.y.size) == (27000.0, 33200.0, 32)  # every 200th, so that 41 do


def test_without_a_range_the_baseline_leaves_nothing_open() -> None:
    verdict, sure = judge(PLAN), uncertainty(PLAN)
    assert verdict.low == verdict.level == verdict.high
    assert sure.deviation[0] == 0.0


def test_its_past_misses_are_those_of_its_own_targets() -> None:
    found = {miss.year: round(miss.error * 100, 1) for miss in misses(PACK)}
    assert found == {2018: -2.5, 2020: -2.1, 2021: 2.3, 2023: 0.1, 2024: -0.3}
    assert {miss.series for miss in misses(PACK)} == {"gdp"}


def test_its_own_past_is_its_nominal_growth_year_by_year() -> None:
    past = past_growth(PACK)
    assert (min(past), max(past)) == (2006, 2023)
    assert past[2023] == pytest.approx(30145.8 / 28576.1 - 1, rel=CLOSE)


def test_the_command_line_solves_every_lever_it_has_and_names_what_it_has_not() -> None:
    done = run("solve", "--region", "chongqing", "--set", "target_level=45000", "--json")
    found = {each["lever"]: each["value"] for each in json.loads(done.out)["solutions"]}
    assert set(found) == {
        "gdp_first", "gdp_later", "deflator_first", "deflator_later", "gdp_base", "target_level", "target_year",
    }  # fmt: skip
    later = (Fraction(45000) / Fraction("33757.93")) ** Fraction(1, 3) - 1  # from the level of 2025, the lower reading
    assert found["gdp_later"] == pytest.approx(float(later), rel=1e-9)
    refused = run("project", "--region", "chongqing", "--set", "fai_later=8", "--set", "fai@2026=5")
    assert refused.code == 2
    assert "--set: is not known here (got fai_later); known: " in refused.err
    assert "--set: is not known here (got fai@2026); known: " in refused.err
