"""A region may know GDP alone, or any of the other indicators: what it does not know is nowhere, all else as ever."""

from fractions import Fraction

import pytest
from any_pack import KEY, OTHERS, SOME_PACKS, packs_and_scenarios
from any_scenario import CLOSE, PACK, PLAN
from hypothesis import given

from model.economics.comparison import results
from model.economics.decompose import decompose
from model.economics.needed import required_growth
from model.economics.presets import apply as preset
from model.economics.presets import available
from model.economics.projection import project
from model.economics.remarks import remarks
from model.economics.sectors import sums
from model.economics.sensitivity import ON_GDP, pickable, tornado, two_way
from model.economics.solve import indicator_of, solvable, solve
from model.economics.sweep import outcomes
from model.economics.uncertainty import misses, uncertainty
from model.economics.verdict import judge
from model.language.problem import Refused
from model.link import file
from model.link.link import read, write
from model.region.pack import Pack
from model.scenario.levers import levers, series_of
from model.scenario.scenario import Scenario, plan
from model.work.view import View
from model.work.work import Work

every_pack = pytest.mark.parametrize("pack", SOME_PACKS.values(), ids=map(str, SOME_PACKS))


@every_pack
def test_a_region_has_the_levers_of_what_it_knows_and_no_others(pack: Pack) -> None:
    missing = [key for key in OTHERS if key not in pack.baselines]
    gone = {lever for lever in levers(PACK) if lever.startswith(tuple(f"{key}_" for key in missing))}
    sectors = {lever for lever in levers(PACK) if lever.startswith(("primary", "secondary", "tertiary"))}
    assert set(levers(pack)) == set(levers(PACK)) - gone - (sectors if not pack.history else set())


@every_pack
def test_what_a_region_knows_moves_as_it_does_where_more_is_known(pack: Pack) -> None:
    ours, theirs = project(plan(pack)), project(PLAN)
    for key in pack.baselines:
        if key != "gdp" or "five_year_gdp" in pack.goals:
            assert ours.paths[key].tolist() == theirs.paths[key].tolist()
    assert set(ours.paths) == {*pack.baselines, "gdp_constant"}


def test_without_a_five_year_plan_the_years_after_the_plan_year_open_with_its_growth() -> None:
    pack = SOME_PACKS[(), True]
    assert plan(pack)["gdp_later"] == plan(pack)["gdp_first"] == 0.065
    expected = 386 * Fraction("1.065") ** 5
    assert judge(plan(pack)).level == pytest.approx(float(expected), rel=CLOSE)
    (remark,) = [each for each in remarks(plan(pack)) if each.key == "plan"]
    assert "five_years" not in remark.numbers


@given(packs_and_scenarios())
def test_every_answer_is_given_for_every_region(drawn: tuple[Pack, Scenario]) -> None:
    pack, scenario = drawn
    assert set(judge(scenario).__dataclass_fields__)
    assert [each.indicator for each in results(scenario, plan(pack), 2026)] == list(pack.baselines)
    for key in solvable(pack):
        assert indicator_of(levers(pack)[key]) in pack.baselines
        solve(key, scenario)
    assert {swing.lever.key for swing in tornado(scenario)} <= set(ON_GDP)
    for key in pickable(scenario)[1:]:
        two_way("gdp_first", key, scenario)
    keys = {each.key for each in remarks(scenario)}
    assert keys >= {"plan"}
    assert ("ratio_retail" in keys) == ("retail" in pack.baselines)
    assert ("income" in keys) == ("income" in pack.baselines)
    for each in remarks(scenario):
        assert each.low <= each.high
    for name in available(pack):
        try:
            preset(name, scenario)
        except Refused:
            if name != "enough":
                raise
    assert set(outcomes(scenario, {}).levels) == set(pack.baselines)
    decompose(scenario, plan(pack))
    uncertainty(scenario), misses(pack), required_growth(scenario), sums(scenario)


@given(packs_and_scenarios())
def test_a_link_and_a_file_say_what_a_region_knows_and_are_read_without_a_word(drawn: tuple[Pack, Scenario]) -> None:
    pack, scenario = drawn
    work, known = Work(scenario).add(plan(pack).rename("the plan")), {KEY: pack}
    for text, opened in (
        (write(work, "en"), read(write(work, "en"), known)),
        (file.write(work, "zh"), file.open_any(file.write(work, "zh"), known)),
    ):
        assert (opened.work, opened.problems) == (work, ()), text


def test_a_view_of_what_a_region_does_not_know_is_named_and_the_usual_one_shown() -> None:
    pack = SOME_PACKS[(), False]
    opened = read("v=4&gdp=6,6&view=solve,fai&map=retail_later,gdp_later", {KEY: pack})
    assert opened.work.view == View()
    said = [problem.sentence() for problem in opened.problems]
    assert any("solve,fai" in each and "; gdp, deflator; the usual" in each for each in said)
    assert any("retail_later,gdp_later" in each for each in said)


def test_a_rate_by_hand_of_a_series_that_is_not_there_is_refused_with_those_that_are() -> None:
    pack = SOME_PACKS[("retail",), False]
    with pytest.raises(Refused, match="levers: gdp, deflator, retail;"):
        plan(pack).by_hand("fai", 2026, 0.1)
    assert series_of(pack) == ("gdp", "deflator", "retail")
