"""Scenarios taken over to another starting year: what was chosen goes along, what outcomes replace does not."""

import pytest
from any_link import said
from any_region import find_region
from any_scenario import PACK, PLAN, differing, scenarios
from hypothesis import given

from model.progress.carry import carried
from model.region.pack import Pack
from model.scenario.differences import differences
from model.scenario.scenario import Scenario, plan
from model.work.work import Work

AGAIN, LATER = find_region("fengjie&base=2024"), find_region("fengjie&base=2025&outcome.gdp=2025:440")


def _forward(scenario: Scenario) -> tuple[Scenario, list[str]]:
    after, problems = carried(scenario, AGAIN)
    return after, said(problems)


def _differing(scenario: Scenario) -> set[str]:
    return {each.key for each in differences(scenario, plan(AGAIN))}


@pytest.mark.parametrize("after", [AGAIN, LATER, find_region("fengjie&outcome.gdp=2025:440")])
def test_the_plan_is_the_plan_wherever_it_starts(after: Pack) -> None:
    for before in (PACK, AGAIN, LATER):
        assert carried(plan(before), after) == (plan(after), [])


def test_growth_of_the_years_that_are_left_goes_along() -> None:
    chosen = PLAN.set(gdp_first=0.05, gdp_later=0.08, deflator_later=0.01).with_years(
        "fai", {2024: 0.2, 2026: 0.09}, [2024, 2026]
    )
    after, problems = _forward(chosen)
    assert problems == []
    assert _differing(after) == {"gdp_first", "gdp_later", "deflator_first", "deflator_later", "fai@2026"}
    assert (after["gdp_first"], after["gdp_later"], after["deflator_first"]) == (0.08, 0.08, 0.01)
    assert (after.rates_by_hand("fai"), after.locked("fai")) == ({2026: 0.09}, (2026,))


def test_growth_of_a_year_that_is_past_and_baselines_are_what_outcomes_replace() -> None:
    chosen = PLAN.set(gdp_first=0.02, gdp_base=380, income_base=27_000).by_hand("gdp", 2024, 0.01)
    assert _forward(chosen) == (plan(AGAIN), [])


def test_targets_error_and_the_name_go_along() -> None:
    chosen = PLAN.set(target_level=600, target_year=2030, fai_target_level=210, error=0.02, horizon=2031).rename(
        "稳一点"
    )
    after, problems = _forward(chosen)
    assert problems == []
    assert after.name == "稳一点"
    assert _differing(after) == {
        "target_level", "target_year", "fai_target_level", "error", "horizon"
    }  # fmt: skip


def test_a_deadline_that_is_past_is_said_and_the_plans_taken() -> None:
    after, problems = _forward(PLAN.set(target_year=2024))
    assert after["target_year"] == 2028
    assert problems == [
        "target: cannot be taken over (got 2024); allowed: 2025 to 2036; the plan's value is used instead"
    ]


def test_on_the_way_back_the_first_year_is_set_by_hand_where_it_was_its_own() -> None:
    chosen = plan(AGAIN).set(gdp_first=0.05, gdp_later=0.08)
    after, problems = carried(chosen, PACK)
    assert set(differing(after, PLAN)) == {"gdp_later", "gdp@2025"}
    assert after.rates_by_hand("gdp") == {2025: 0.05}
    assert problems == []


def test_on_the_way_back_a_year_beyond_all_others_is_left_out_and_said() -> None:
    after, problems = carried(plan(AGAIN).by_hand("fai", 2036, 0.1), PACK)
    assert after == PLAN
    assert said(problems) == ["fai: sets years that are not planned here (got 2036); they were left out"]


def test_another_outcome_of_the_same_start_keeps_a_baseline_that_was_chosen() -> None:
    other = find_region("fengjie&base=2025&outcome.gdp=2025:440&outcome.income=2025:31000")
    after, problems = carried(plan(LATER).set(gdp_base=438, gdp_first=0.07), other)
    assert after == plan(other).set(gdp_base=438, gdp_first=0.07)
    assert after["income_base"] == 31_000
    assert problems == []


def test_kept_scenarios_and_the_reference_go_along() -> None:
    kept = (PLAN.set(gdp_later=0.06).rename("floor"), PLAN.set(target_year=2024).rename("ceiling"))
    work = Work(kept[0], kept, reference=2)
    after, problems = work.carried_to(AGAIN)
    assert [each.name for each in after.kept] == ["floor", "ceiling"]
    assert {each.pack for each in (after.scenario, *after.kept)} == {AGAIN}
    assert (after.scenario, after.reference, after.view) == (after.kept[0], 2, work.view)
    assert len(problems) == 1


@given(scenarios())
def test_any_scenario_goes_there_and_back_with_its_growth_after_the_outcomes(scenario: Scenario) -> None:
    there = carried(scenario, AGAIN)[0]
    back = carried(there, PACK)[0]
    for series in ("gdp", "fai", "deflator"):
        before, after = scenario.rates_by_hand(series), back.rates_by_hand(series)
        assert {y: r for y, r in before.items() if y > 2024} == after
        assert back[f"{series}_later"] == scenario[f"{series}_later"]
    assert back.name == scenario.name
