"""What differs and what a step changed, in words."""

from dataclasses import replace

import pytest
from a_visit import NOTHING, PACK, PLAN, showing

from model.history import History
from model.view import USUAL
from model.work import Work
from views import changes, header
from views.state import Moment, State

FAST, SLOW = PLAN.set(PACK, gdp_later=0.09).rename("fast"), PLAN.set(PACK, gdp_later=0.04).rename("slow")
WORK = Work(PLAN, (FAST, SLOW))


def _told(after, before=WORK, language="en", turned="en"):
    return changes.told(showing(language=language), Moment(before, "en", NOTHING), Moment(after, turned, NOTHING))


def _moved(scenario, before=PLAN, language="en"):
    return changes.moved(showing(language=language), scenario, before)


def test_one_or_two_changes_are_told_by_name_and_the_others_counted():
    scenario = PLAN.set(PACK, gdp_later=0.08)
    assert _moved(scenario) == "GDP, real growth from 2025 7.5 % → 8.0 %"
    scenario = scenario.set(PACK, target_level=600.0)
    assert _moved(scenario) == "GDP, real growth from 2025 7.5 % → 8.0 %; GDP to reach 55.00 bn yuan → 60.00 bn yuan"
    scenario = scenario.set(PACK, horizon=2030, target_year=2029)
    assert _moved(scenario).endswith("60.00 bn yuan and 2 more")


def test_a_change_is_told_from_the_old_value_to_the_new_one():
    assert _moved(PLAN, PLAN.set(PACK, gdp_later=0.08)) == "GDP, real growth from 2025 8.0 % → 7.5 %"


def test_a_lock_is_told():
    by_hand = PLAN.by_hand(PACK, "fai", 2026, 0.05)
    locked = by_hand.with_years(PACK, "fai", {2026: 0.05}, [2026])
    assert _moved(locked, by_hand) == "Investment, nominal growth 2026 5.0 %, by hand → 5.0 %, locked"


def test_it_is_told_in_chinese():
    assert _moved(PLAN.set(PACK, gdp_base=390.0), language="zh").endswith("386.0 亿元 → 390.0 亿元")


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(WORK, scenario=PLAN.rename("mine")), "name"),
        (WORK.drop(1), "kept scenarios"),
        (WORK.move(1, 1), "kept scenarios"),
        (WORK.rename(2, "steady"), "kept scenarios"),
        (WORK.refer(2), "reference"),
        (replace(WORK, view=replace(USUAL, band=False)), "view"),
    ],
)
def test_a_step_that_moves_no_lever_is_told_by_its_kind(after, told):
    assert _told(after) == told


def test_a_step_into_another_language_is_told():
    assert _told(WORK, turned="zh") == "language"


def test_what_can_be_taken_back_and_done_again_stands_in_the_address():
    moments = [Moment(Work(PLAN.set(PACK, gdp_later=rate)), "en", NOTHING) for rate in (0.07, 0.08, 0.09)]
    steps = header.address(State(History(moments[1], (moments[0],), (moments[2],)), ()))["steps"]
    assert steps == {
        "undo": "Undo (Ctrl+Z): GDP, real growth from 2025 7.0 % → 8.0 %",
        "redo": "Redo (Ctrl+Shift+Z): GDP, real growth from 2025 8.0 % → 9.0 %",
        "replay": "Replay (Alt+R): GDP, real growth from 2025 7.0 % → 8.0 %",
    }
    assert header.address(showing())["steps"] == {"undo": "", "redo": "", "replay": ""}
