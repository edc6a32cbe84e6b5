"""What differs and what a step changed, in words."""

from dataclasses import replace

import pytest
from a_visit import NOTHING, PLAN, showing

from model.link import link
from model.region.loader import packs
from model.work.view import USUAL
from model.work.work import Work
from views.state import Moment
from views.words import changes

FAST, SLOW = PLAN.set(gdp_later=0.09).rename("fast"), PLAN.set(gdp_later=0.04).rename("slow")
MINE = PLAN.set(gdp_later=0.08)
WORK = Work(PLAN, (FAST, SLOW))


def _told(after, before=WORK, language="en", turned="en", opened=NOTHING):
    return changes.told(showing(language=language), Moment(before, "en", NOTHING), Moment(after, turned, opened))


def _moved(scenario, before=PLAN, language="en"):
    return changes.moved(showing(language=language), scenario, before)


def test_one_or_two_changes_are_told_by_name_and_the_others_counted():
    scenario = PLAN.set(gdp_later=0.08)
    assert _moved(scenario) == "GDP, real growth from 2025 7.5 % → 8.0 %"
    scenario = scenario.set(target_level=600.0)
    assert _moved(scenario) == "GDP, real growth from 2025 7.5 % → 8.0 %; GDP to reach 55.00 bn yuan → 60.00 bn yuan"
    scenario = scenario.set(horizon=2030, target_year=2029)
    assert _moved(scenario).endswith("60.00 bn yuan and 2 more")


def test_a_change_is_told_from_the_old_value_to_the_new_one():
    assert _moved(PLAN, PLAN.set(gdp_later=0.08)) == "GDP, real growth from 2025 8.0 % → 7.5 %"


def test_a_lock_is_told():
    by_hand = PLAN.by_hand("fai", 2026, 0.05)
    locked = by_hand.with_years("fai", {2026: 0.05}, [2026])
    assert _moved(locked, by_hand) == "FAI, nominal growth 2026 5.0 %, by hand → 5.0 %, locked"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(WORK, scenario=PLAN.rename("mine")), "name"),
        (WORK.drop(1), "delete “fast”"),
        (WORK.drop(1).drop(1), "delete “fast”; delete “slow”"),
        (WORK.add(MINE.rename("theirs")), "save “theirs”"),
        (WORK.keep("mine"), "save “mine”"),
        (WORK.move(1, 1), "saved scenarios"),
        (WORK.rename(2, "steady"), "“slow” → “steady”"),
        (WORK.rename(2, "fast"), "“slow” → “fast 2”"),
        (WORK.put(2), "saved scenarios"),
        (WORK.refer(2), "reference"),
        (replace(WORK, view=replace(USUAL, section="why")), "view"),
    ],
)
def test_a_step_that_moves_no_lever_is_told_by_its_kind(after, told):
    assert _told(after) == told


def test_what_was_saved_is_told_before_what_moved_and_before_the_reference():
    page = replace(WORK, scenario=MINE, reference=1)
    assert _told(page.keep("mine"), page) == "save “mine”"
    assert _told(page.put(2), page) == "saved scenarios"
    assert _told(page.drop(1), page) == "delete “fast”"
    assert _told(replace(WORK.open(2).rename(2, "steady"), reference=1), WORK.open(2)) == "“slow” → “steady”"
    assert _told(WORK.open(2), page) == "GDP, real growth from 2025 8.0 % → 4.0 %"


@pytest.mark.parametrize("theirs", [(), (MINE.rename("theirs"),), (FAST, MINE.rename("theirs")), (SLOW, FAST),
                                    (FAST, MINE.rename("slow"))])  # fmt: skip
def test_a_link_that_brings_other_saved_scenarios_is_told_as_what_it_is(theirs):
    opened = link.read(link.write(Work(PLAN, theirs), "en"), packs())
    assert _told(opened.work, opened=opened) == "the link or file that was opened"


def test_a_link_whose_scenario_is_saved_beside_is_told_as_saved():
    opened = link.read(link.write(Work(MINE.rename("theirs")), "en"), packs())
    assert _told(WORK.add(opened.scenario)) == "save “theirs”"


def test_a_step_into_another_language_is_told():
    assert _told(WORK, turned="zh") == "language"
