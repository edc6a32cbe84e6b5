"""What the page's own buttons ask for, without a browser; and what a tampered one may not do."""

import pytest
from streamlit.testing.v1 import AppTest

from model.loader import packs
from model.scenario import plan
from model.solve import solvable
from model.view import SECTIONS
from views import state

PACK = packs()["fengjie"]
PLAN = plan(PACK)


def _script(action):
    from views import actions, state

    state.current()
    actions.take(action)


def _after(action, **levers):
    page = AppTest.from_function(_script, args=(action,), default_timeout=30)
    if levers:
        from model.link import read, write

        opened = read(write(PLAN.set(PACK, **levers), PACK, "en"), packs())
        page.session_state[state.KEY] = state.State(opened.scenario, "en", opened, ())
    page.run()
    assert not page.exception
    return page.session_state[state.KEY]


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
    "cell:gdp_later", "cell:=,=",
])  # fmt: skip
def test_an_action_that_means_nothing_changes_nothing(action):
    after = _after(action)
    assert after.scenario == PLAN
    assert after.view == state.State(PLAN, "en", after.opened, ()).view


def test_a_cell_outside_the_range_is_refused_with_a_sentence():
    after = _after("cell:gdp_later=99,deflator_later=0")
    assert after.scenario == PLAN
    assert "99" in after.complaints[0].sentence()
