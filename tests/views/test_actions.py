"""What the page's own buttons ask for, without a browser; and what a tampered one may not do."""

import pytest
from a_visit import PACK, PLAN, showing, visit

from model import presets
from model.solve import solvable
from model.view import SECTIONS, USUAL
from views import actions, state


def _after(action, **levers):
    return visit(lambda: actions.take(action), at=showing(PLAN.set(PACK, **levers)))[-1]


@pytest.mark.parametrize("lever", [key for key in solvable(PACK) if "target" not in key])
def test_every_solvable_lever_is_set_or_says_why_it_is_not(lever):
    after = _after(f"solve:{lever}")
    assert (after.scenario[lever] != PLAN[lever]) != bool(after.complaints)


@pytest.mark.parametrize("lever", [key for key in solvable(PACK) if "target" in key])
def test_a_target_that_somebody_set_is_never_overwritten_by_what_is_reached(lever):
    assert _after(f"solve:{lever}").scenario == PLAN


def test_a_remark_that_is_tried_sets_the_lever_it_names():
    assert _after("try:city").scenario["gdp_later"] == 0.048


def test_a_cell_of_the_map_sets_both_levers():
    after = _after("cell:gdp_later=8.1,deflator_later=-0.4").scenario
    assert (after["gdp_later"], after["deflator_later"]) == (0.081, -0.004)


def test_a_baseline_on_the_map_is_in_the_unit_that_is_written():
    assert _after("cell:gdp_later=8.1,gdp_base=38.7").scenario["gdp_base"] == 387.0


def test_sectors_are_closed_on_gdp_or_gdp_on_the_sectors():
    after = _after("close:gdp:later", tertiary_later=0.09).scenario
    assert after["gdp_first"] == PLAN["gdp_first"]
    assert after["gdp_later"] == pytest.approx((58.61 * 7.5 + 124.29 * 7.5 + 140.25 * 9) / 323.15 / 100, rel=1e-9)
    after = _after("close:sectors:later", tertiary_later=0.09).scenario
    total = sum(share * after[f"{sector}_later"] for sector, share in
                (("primary", 58.61), ("secondary", 124.29), ("tertiary", 140.25))) / 323.15  # fmt: skip
    assert total == pytest.approx(0.075, abs=1e-12)


def test_a_sector_that_would_leave_its_range_is_refused_with_a_sentence():
    after = _after("close:sectors:later", tertiary_later=0.3, primary_later=-0.1)
    assert after.complaints
    assert after.scenario["tertiary_later"] == 0.3


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_is_shown_and_kept_in_the_link(section):
    after = _after(f"section:{section}")
    assert after.view.section == section
    assert f"view=band,{section}" in after.query


@pytest.mark.parametrize("action", [
    "", "nonsense", "solve:", "solve:gdp_low", "solve:__class__", "try:nothing", "close:everything:later", "close:gdp",
        "close:gdp:never", "section:nowhere",
    "cell:gdp_later=1e9999,deflator_later=0", "cell:gdp_later=nan,deflator_later=0", "cell:target_level=1,gdp_base=2",
    "cell:gdp_later", "cell:=,=", "open", "open:1", "open:-1", "open:１", "open:0x0", "refer:1", "put:0", "put:1",
    "drop:0", "drop:1", "move:0>", "move:1>", "move:", "move:>", "reset", "reset:everything", "revert",
    "revert:nothing", "revert:gdp@", "revert:gdp_later", "rest:gdp_later", "rest", "free:gdp", "free:nothing",
    "vintage:nothing", "vintage:", "undo", "redo", "replay", "replayed", "page:nowhere", "share:everything",
])  # fmt: skip
def test_an_action_that_means_nothing_changes_nothing(action):
    after = _after(action)
    assert after.scenario == PLAN
    assert (after.work.kept, after.work.reference) == ((), 0)
    assert after.view == USUAL
    assert after.history.past == ()


def test_a_cell_outside_the_range_is_refused_with_a_sentence():
    after = _after("cell:gdp_later=99,deflator_later=0")
    assert after.scenario == PLAN
    assert "99" in after.complaints[0].sentence()


KEPT = (PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow"))
MINE = PLAN.set(PACK, gdp_later=0.08)


def _work(*asked, scenario=MINE, **others):
    steps = [lambda action=action: actions.take(action) for action in asked]
    return visit(*steps, at=showing(scenario, **{"kept": KEPT, **others}))[-1].work


def test_what_is_kept_is_named_after_itself_its_preset_or_its_number():
    names = [_work("keep", scenario=scenario).kept[-1].name
             for scenario in (MINE.rename("mine"), presets.apply("city", PLAN, PACK), MINE)]  # fmt: skip
    assert names == ["mine", "City pace", "Scenario 3"]


def test_what_is_kept_becomes_one_of_the_kept_ones_on_the_page():
    after = _work("keep")
    assert after.kept == (*KEPT, MINE.rename("Scenario 3"))
    assert after.at == 3


def test_a_kept_one_or_the_plan_is_put_on_the_page():
    assert _work("open:2").scenario == KEPT[1]
    assert _work("open:0").scenario == PLAN
    assert _work("open:3").scenario == MINE


def test_the_scenario_on_the_page_takes_the_place_of_a_kept_one():
    assert _work("put:2").kept == (KEPT[0], MINE.rename("slow"))


def test_kept_ones_are_moved_and_dropped_and_the_reference_stays_what_it_was():
    assert _work("move:1>", reference=1).kept == KEPT[::-1]
    assert _work("move:2<").kept == KEPT[::-1]
    assert _work("move:1>", reference=1).reference == 2
    assert (_work("drop:1", reference=2).kept, _work("drop:1", reference=2).reference) == ((KEPT[1],), 1)
    assert _work("drop:2", reference=2).reference == 0


def test_a_kept_one_or_the_plan_is_the_reference():
    assert _work("refer:2").reference == 2
    assert _work("refer:2", "refer:0").reference == 0


def test_one_assumption_goes_back_to_the_references():
    scenario = MINE.set(PACK, gdp_base=390.0)
    assert _work("revert:gdp_later", scenario=scenario, reference=1).scenario == scenario.set(PACK, gdp_later=0.09)
    assert _work("revert:gdp_base", scenario=scenario).scenario == MINE


def test_the_plan_is_gone_back_to_under_the_name_that_the_scenario_has():
    assert _work("reset:plan", scenario=MINE.rename("mine")).scenario == PLAN.rename("mine")
    assert _work("reset:opened", scenario=MINE.rename("mine")).scenario == PLAN


def test_the_rest_of_the_years_is_solved_for_and_given_back():
    held = MINE.with_years(PACK, "gdp", {2026: 0.05, 2027: 0.0}, [2026])
    solved = _work("rest:gdp", scenario=held).scenario
    # By hand: 550 / 386 = 1.05 (1 + x)^4.
    assert solved["gdp_first"] == solved["gdp_later"] == pytest.approx((550 / 386 / 1.05) ** (1 / 4) - 1, rel=1e-12)
    assert solved.rates_by_hand("gdp") == {2026: 0.05}
    assert _work("free:gdp", scenario=held).scenario == MINE.with_years(PACK, "gdp", {2026: 0.05}, [2026])


def test_a_rest_that_cannot_be_solved_for_is_refused_with_a_sentence():
    scenario = PLAN.with_years(PACK, "gdp", dict.fromkeys(range(2024, 2029), 0.05), range(2024, 2029))
    after = visit(lambda: actions.take("rest:gdp"), at=showing(scenario))[-1]
    assert after.scenario == scenario
    assert "every year up to the deadline is locked" in after.complaints[0].sentence()


@pytest.mark.parametrize(("vintage", "baseline"), [("first_release", 375.9), ("derived", 386.0), ("census", 396.4)])
def test_a_vintage_sets_the_baseline(vintage, baseline):
    assert _work(f"vintage:{vintage}").scenario["gdp_base"] == baseline


def test_a_page_is_asked_for_and_the_wish_is_forgotten_once_it_is_heard():
    heard = []
    visit(lambda: actions.take("page:compare"), lambda: heard.append(state.wish()), lambda: heard.append(state.wish()))
    assert heard == ["compare", None]


def test_the_dialog_is_asked_for_once():
    heard = []
    visit(lambda: actions.take("share"), lambda: heard.append(state.sharing()), lambda: heard.append(state.sharing()))
    assert heard == [True, False]


def test_a_step_is_taken_back_done_again_and_replayed():
    rates = [each.scenario["gdp_later"] for each in visit(*(lambda action=action: actions.take(action) for action in (
        "cell:gdp_later=8,deflator_later=0", "undo", "redo", "replay", "replayed")))]  # fmt: skip
    assert rates == [0.075, 0.08, 0.075, 0.08, 0.075, 0.08]
