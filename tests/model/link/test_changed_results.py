"""What a link showed when it was made, beside what it shows today."""

from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from any_link import changes, said, signed
from any_scenario import PACKS, PLAN, slow_path

from model.economics.verdict import judge
from model.language.wording import Wording
from model.link.headline import headline
from model.link.link import Opened, read, write
from model.link.version import EDITION, EDITIONS
from model.work.work import Work

FOUR = Work(PLAN.set(gdp_later=0.081))
for number, name in enumerate(("稳健情景（按规划）", "零通胀，快一点", "2024 held", "Just enough 🌱"), 51):
    FOUR = FOUR.add(PLAN.set(gdp_later=number / 1000).rename(name))
FIELDS = dict(parse_qsl(write(FOUR, "zh")))


def showed(shown: str, edition: str = str(EDITION), **fields: str) -> Opened:
    """The plan's link as if it had shown something else."""
    return read(signed(dict(parse_qsl(write(Work(PLAN), "zh"))) | fields | {"shown": shown, "edition": edition}), PACKS)


def test_a_link_whose_result_has_changed_says_what_it_showed_and_what_is_shown_today() -> None:
    (problem,) = changes(showed("551.2,reached"), lambda level: f"{level:.1f} 亿元")
    assert problem.sentence() == "This link showed 551.2 亿元 when it was made; today it is 549.0 亿元."


def test_a_changed_verdict_at_the_same_level_is_not_told_as_two_equal_numbers() -> None:
    (problem,) = changes(showed("548.998,reached"), lambda level: f"{level:.3f}")
    assert problem.sentence() == "This link said “reached” of the same 548.998 when it was made."


@pytest.mark.parametrize("opened", [read("", PACKS), read("gdp=1,2&shown=548.998,not_reached", PACKS),
                                    showed("548.998,not_reached", "1")])  # fmt: skip
def test_what_has_not_changed_or_is_not_proven_is_not_told(opened: Opened) -> None:
    assert changes(opened) == []


def test_a_changed_level_that_reads_the_same_is_not_told() -> None:
    assert changes(showed("548.96,not_reached"), lambda level: f"{level:.1f}") == []


def test_the_result_in_a_link_is_never_rounded_up_to_a_target_that_was_missed() -> None:
    almost = PLAN.set(gdp_base=386 * 549.9996 / 548.9980090195311)
    assert not judge(almost).reached
    assert headline(almost).level < 550


def test_a_changed_result_is_followed_by_what_has_changed_since_with_its_date() -> None:
    _, *reasons = changes(showed("551.2,reached", "1"))
    assert said(reasons) == [f"{date}: {reason}" for date, reason in EDITIONS[1:]]


@pytest.mark.parametrize("edition", [str(EDITION), str(EDITION + 1), "two", "", "٢"])
def test_where_nothing_since_then_is_on_record_nothing_more_is_said(edition: str) -> None:
    assert len(changes(showed("551.2,reached", edition))) == 1


def test_the_name_of_a_scenario_is_never_translated() -> None:
    problem, *_ = changes(showed("551.2,reached", name="Target"), lambda level: f"{level:.1f}")
    assert problem.sentence(Wording("zh", 2023).template).startswith("Target：")


def test_of_each_saved_scenario_whose_result_has_changed_it_is_said_by_name_while_it_stands_there() -> None:
    then = {"shown": "500,not_reached", "k2.shown": "600,reached", "k4.shown": "610.5,reached"}
    opened = read(signed(FIELDS | then), PACKS)
    assert opened.work == FOUR
    page, second, fourth = changes(opened, lambda level: f"{level:.1f}")
    scenarios = (FOUR.scenario, FOUR.kept[1], FOUR.kept[3])
    today = [f"{float(slow_path(scenario, 'gdp', 2028)[-1]):.1f}" for scenario in scenarios]
    assert said([page, second, fourth]) == [
        f"This link showed 500.0 when it was made; today it is {today[0]}.",
        f"零通胀，快一点: This link showed 600.0 when it was made; today it is {today[1]}.",
        f"Just enough 🌱: This link showed 610.5 when it was made; today it is {today[2]}.",
    ]
    told = ["零通胀，快一点", "Just enough 🌱"]
    assert [problem.where for problem in changes(opened, now=replace(FOUR, scenario=PLAN))] == told
    assert [problem.where for problem in changes(opened, now=FOUR.drop(2).move(3, -2))] == ["", "Just enough 🌱"]


def test_a_scenario_on_the_page_that_is_also_saved_is_spoken_of_once() -> None:
    fields = dict(parse_qsl(write(Work(PLAN).keep("计划"), "zh"))) | {
        "shown": "551.2,reached",
        "k1.shown": "551.2,reached",
    }
    assert [problem.where for problem in changes(read(signed(fields), PACKS))] == ["计划"]
