"""What is said beside a verdict: who announced the level to reach, and which levels of GDP do not compare."""

from pathlib import Path

import pytest
from a_file import replace
from any_region import find_region

from model.economics.cautions import cautions
from model.language.wording import DataUnits
from model.region.loader import load, packs
from model.scenario.scenario import plan

PACKS = packs()
NOTE = (
    "GDP of 2024: the level of 2023 is the one before the fifth census: the ratio of the two years mixes price change "
    "and revision, and so does the distance from a goal worked out from that level."
)


def said(region: str, **levers: float) -> list[str]:
    pack = find_region(region)
    return cautions(plan(pack).set(**levers), DataUnits("en", pack.base_year))


@pytest.mark.parametrize("region", ["chongqing", "chongqing&base=2024", "chongqing&base=2024&outcome.gdp=2026:35900"])
def test_a_level_that_is_the_plans_own_is_said_to_be_and_what_does_not_compare(region: str) -> None:
    assert said(region) == [
        "No announcement of the level 40,341.88 亿元 is known: it is where the plan from 2023 on leads in 2028, so "
        "the verdict shows only how the scenario differs from that plan.",
        NOTE,
    ]


def test_by_another_deadline_such_a_level_is_only_said_to_be_worked_out() -> None:
    assert said("chongqing", target_year=2027)[0] == (
        "No announcement of the level 40,341.88 亿元 is known: it is worked out (derived: five years at the target of "
        "6 %)."
    )


def test_of_a_level_of_ones_own_nothing_is_said() -> None:
    assert said("chongqing", target_level=40000) == [NOTE]


OWN = "own&own.name=A&own.base_year=2024&own.gdp=400:6&own.target=520,2029"


@pytest.mark.parametrize("region", [OWN, f"{OWN}&base=2025&outcome.gdp=2025:430"])
def test_of_a_county_of_ones_own_is_said_that_nobody_verified_it(region: str) -> None:
    assert said(region) == [
        "The author of the scenario gave the figures and the target of this county; they are not verified."
    ]


@pytest.mark.parametrize("region", ["fengjie", "fengjie&base=2024"])
def test_where_a_level_was_announced_and_no_outcome_is_noted_nothing_is_said(region: str) -> None:
    assert said(region) == []


def test_an_outcome_in_whose_place_another_was_typed_is_not_cautioned_of() -> None:
    assert NOTE not in said("chongqing&base=2024&outcome.gdp=2024:32000&outcome.gdp.instead=2024")


def test_a_county_whose_outcome_has_a_note_is_cautioned_of_too(data: Path) -> None:
    old = "gdp,2024,411.5,亿元,current,A,plan_report_2025,¶1,,"
    replace(data / "fengjie" / "outcomes.csv", (old, f"{old[:-1]}口径已变,counted anew"))
    pack = load("fengjie", data)
    assert cautions(plan(pack), DataUnits("en", 2023)) == ["GDP of 2024: counted anew."]
    assert cautions(plan(pack), DataUnits("zh", 2023)) == ["2024年 GDP：口径已变。"]
