"""Links that were sent once: they open with everything that still exists, and say in words what has moved since."""

import csv
import itertools
import runpy
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from any_link import about, changes, sentences
from any_scenario import CLOSE, PACK, PACKS, PLAN

from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.language.problem import Problem
from model.link import envelope
from model.link.editions import EDITIONS
from model.link.file import open_any
from model.link.headline import TURNED, Shown
from model.link.link import read, write
from model.link.migrations import MIGRATIONS, VERSION
from model.link.query import OFTEN
from model.link.retired import REMOVED
from model.progress import further
from model.scenario.scenario import Scenario, build
from model.work.view import View
from model.work.work import Work

LINKS = Path(__file__).resolve().parents[2] / "links"
with (LINKS / "links.csv").open(encoding="utf-8", newline="") as file:
    FROZEN = {name: list(rows) for name, rows in itertools.groupby(csv.DictReader(file), lambda row: row["id"])}
LINK = {name: rows[0]["link"] for name, rows in FROZEN.items()}
LEVELS = ("gdp", "gdp_low", "gdp_high", "fai", "retail", "income")

LINKED = {
    "v2-all-levers": "0.1,0.5",
    "v3-locks": "0.12,0.35",
    "v3-typed-outcomes": "0.1,0.4",
    "v3-own-county": "0.1,0.5",
}
"""Those with linkage, which was removed: their numbers are without it."""

every_link = pytest.mark.parametrize("name", FROZEN)


def shown(scenario: Scenario) -> dict[str, float]:
    """What the page shows of a scenario at its deadline."""
    pack, year = scenario.pack, scenario.target_year
    verdict, projection = judge(scenario), project(scenario)
    others = {
        indicator.key: float(projection.paths[indicator.key][projection.years.index(year)])
        for indicator in pack.indicators
        if indicator.key != "gdp"
    }
    chance = uncertainty(scenario).chance_in(year)
    return {"gdp": verdict.level, "gdp_low": verdict.low, "gdp_high": verdict.high, **others, "chance": chance}


def gone(name: str) -> tuple[Problem, ...]:
    """What is said of linkage."""
    return (Problem.at("Linkage", REMOVED, got=(LINKED[name],)),) if name in LINKED else ()


def beside(row: Mapping[str, str]) -> dict[str, float]:
    """The levels of the further paths that stand in a row."""
    pairs = (said.split(":") for said in filter(None, row.get("further", "").split(",")))
    return {key: float(level) for key, level in pairs}


@every_link
def test_a_frozen_link_opens_without_a_word_but_for_linkage_and_shows_its_numbers(name: str) -> None:
    opened = read(LINK[name], PACKS)
    assert opened.problems == gone(name)
    scenarios = (opened.scenario, *opened.work.kept)
    assert [scenario.name for scenario in scenarios] == [row["name"] for row in FROZEN[name]]
    for scenario, row in zip(scenarios, FROZEN[name], strict=True):
        assert scenario.target_year == int(row["year"])
        assert judge(scenario).status == row["status"]
        expected = {key: float(row[key]) for key in (*LEVELS, "chance") if row[key]}
        numbers = shown(scenario)
        assert {key: numbers[key] for key in expected} == pytest.approx(expected, rel=CLOSE)
    year, pack = opened.scenario.target_year, opened.scenario.pack
    paths = {each.key: float(further.levels(each, pack, year)[-1]) for each in opened.work.further}
    assert paths == pytest.approx(beside(FROZEN[name][0]), rel=CLOSE)


@every_link
@pytest.mark.parametrize("words", ["", " — what do you think?", "\nSent from my phone"])
def test_a_frozen_link_that_is_pasted_says_what_it_says_in_the_address(name: str, words: str) -> None:
    pasted, opened = open_any(LINK[name] + words, PACKS), read(LINK[name], PACKS)
    assert (pasted.work, pasted.shown, pasted.problems) == (opened.work, opened.shown, opened.problems)


@every_link
def test_the_result_that_a_frozen_link_carries_is_the_one_it_showed_or_is_said_to_have_moved(name: str) -> None:
    opened = read(LINK[name], PACKS)
    assert None not in opened.shown
    if name in LINKED:
        *moved, reason = changes(opened)
        assert len(moved) == len(FROZEN[name])
        assert reason.what == EDITIONS[1].reason
        return
    for then, row in zip(opened.shown, FROZEN[name], strict=True):
        assert then is not None
        assert then.level == pytest.approx(float(row["gdp"]), abs=0.0005)
    turned = [then.status for then, row in zip(opened.shown, FROZEN[name], strict=True) if then.status != row["status"]]
    said = [each.what for each in changes(opened)]
    assert said == ([*(TURNED[status] for status in turned), EDITIONS[1].reason] if turned else [])


@every_link
def test_the_numbers_of_a_frozen_link_are_those_of_exact_arithmetic(name: str) -> None:
    exact = runpy.run_path(str(LINKS / "exact.py"))["rows"](LINK[name])
    for worked_out, row in zip(exact, FROZEN[name], strict=True):
        assert {key: worked_out[key] for key in ("place", "name", "year", "status")}.items() <= row.items()
        numbers = {key: float(row[key]) for key in (*LEVELS, "chance") if row[key]}
        assert {key: float(worked_out[key]) for key in numbers} == pytest.approx(numbers, rel=1e-11)
        assert beside(worked_out) == pytest.approx(beside(row), rel=1e-11)


@every_link
def test_a_frozen_link_is_written_today_as_a_link_that_says_the_same(name: str) -> None:
    opened = read(LINK[name], PACKS)
    again = read(write(opened.work, opened.language or "zh"), PACKS)
    assert (again.work, again.problems) == (opened.work, ())
    assert [each.status for each in again.shown] == [row["status"] for row in FROZEN[name]]
    assert changes(again) == []


def test_every_version_that_was_ever_written_is_among_the_frozen_links() -> None:
    assert {int(dict(parse_qsl(text))["v"]) for text in LINK.values()} == set(range(1, VERSION + 1))
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


def test_a_link_of_every_kind_is_among_the_frozen_ones() -> None:
    today = [read(text, PACKS).work for text in LINK.values() if text.startswith("v=3&")]
    assert any(len(work.kept) == 4 for work in today)
    assert {0} < {work.reference for work in today}
    assert any("&packed=" in text for text in LINK.values())
    assert any(work.scenario.locks for work in today)
    assert any("@" in work.scenario.region for work in today)
    assert {"@" in work.scenario.region for work in today if work.further} == {True, False}
    named = {work.scenario.region.partition("@")[0].partition("~")[0] for work in today}
    assert named >= {"fengjie", "chongqing", "own"}


def test_what_packed_links_point_into_is_what_it_always_was() -> None:
    assert (LINKS / "often.txt").read_bytes() == OFTEN


# What each meant


def test_the_frozen_link_of_version_2_still_means_what_it_said() -> None:
    opened = read(LINK["v2-all-levers"], PACKS)
    assert opened.language == "zh"
    assert opened.work.view == View(band=False, section="why")
    assert (opened.work.kept, opened.work.reference, opened.edition) == ((), 0, 1)
    assert opened.shown == (Shown(598.016, "depends"),)
    assert opened.scenario == build(
        PACK,
        {
            "gdp_first": 0.06, "gdp_later": 0.07, "deflator_first": 0.005, "deflator_later": 0.01,
            "fai_first": 0.15, "fai_later": 0.14, "retail_first": 0.06, "retail_later": 0.07,
            "income_first": 0.06, "income_later": 0.062,
            "gdp_base": 387, "gdp_low": 380, "gdp_high": 391, "fai_base": 90.7, "retail_base": 131.6,
            "income_base": 27_813, "target_level": 600, "target_year": 2029, "horizon": 2030,
            "fai_target_level": 175, "fai_target_year": 2028, "retail_target_level": 200, "retail_target_year": 2029,
            "income_target_level": 41_000, "income_target_year": 2030,
            "error": 0.022, "persistence": 0.45,
            "primary_first": 0.04, "primary_later": 0.045, "secondary_first": 0.062, "secondary_later": 0.08,
            "tertiary_first": 0.071, "tertiary_later": 0.083,
        },
        [("gdp", 2026, 0.045), ("fai", 2027, 0.09), ("income", 2025, 0.05)],
        "投资拉动 +1",
    )  # fmt: skip


def test_the_frozen_link_with_four_kept_scenarios_still_means_what_it_said() -> None:
    page = PLAN.set(gdp_first=0.061, gdp_later=0.072, deflator_later=0.004, target_level=600, target_year=2029)
    shocked = page.set(fai_first=0.09, fai_later=0.08, retail_later=0.06, income_later=0.07, horizon=2032)
    opened = read(LINK["v3-four-kept"], PACKS)
    assert opened.work == Work(
        page.rename("推荐方案"),
        (
            PLAN.set(gdp_later=0.055, deflator_later=0.01).rename("保底情景"),
            PLAN.set(gdp_first=0.07, gdp_later=0.085, target_level=500, target_year=2026).rename(
                "党代会口径（2026年）"
            ),
            PLAN.set(gdp_base=391, gdp_low=386, gdp_high=395).rename("普查修订后的基数"),
            shocked.by_hand("gdp", 2027, 0.03).rename("外部冲击~一年=2027"),
        ),
        reference=3,
        view=View(True, "sensitivity", "gdp_later", "gdp_base", "deflator"),
    )


def test_the_frozen_link_with_locks_and_a_typed_baseline_still_means_what_it_said() -> None:
    page = (
        PLAN.set(gdp_base=384.7, gdp_low=379.2, gdp_high=390.4)
        .set(fai_later=0.135, error=0.019, persistence=0.5, target_level=625.5, target_year=2030)
        .with_years("gdp", {2025: 0.062, 2026: 0.058, 2027: 0.081}, locked=[2025, 2026])
        .with_years("fai", {2026: 0.164, 2028: -0.025}, locked=[2028])
        .with_years("income", {2029: 0.041}, locked=[2029])
        .rename("锁定两年 & more")
    )
    kept = page.with_years("gdp", {2025: 0.062}, locked=[]).rename("=1+1")
    opened = read(LINK["v3-locks"], PACKS)
    assert opened.work == Work(page, (kept,), view=View(False, series="fai"))
    assert opened.language == "en"


# Old versions


NEW_IN_2 = {"fai_target", "retail_target", "income_target", "error", "sectors", "view", "map"}
VERSION_1 = [name for name in LINK if name.startswith("v1-")]


@pytest.mark.parametrize("old", VERSION_1)
def test_a_link_of_version_1_has_for_what_it_did_not_know_what_the_plan_had_then(old: str) -> None:
    assert NEW_IN_2.isdisjoint(dict(parse_qsl(LINK[old])))
    scenario = read(LINK[old], PACKS).scenario
    expected = {
        "fai_target_level": 160, "fai_target_year": 2028, "retail_target_level": 190, "retail_target_year": 2028,
        "income_target_level": 38_000, "income_target_year": 2028, "error": 0.016, "persistence": 0.6,
        **{f"{sector}_first": 0.065 for sector in ("primary", "secondary", "tertiary")},
        **{f"{sector}_later": 0.075 for sector in ("primary", "secondary", "tertiary")},
    }  # fmt: skip
    assert {key: scenario[key] for key in expected} == expected


@pytest.mark.parametrize("old", VERSION_1)
def test_a_link_of_version_1_opens_on_the_usual_view_with_nothing_kept(old: str) -> None:
    opened = read(LINK[old], PACKS)
    assert opened.work == Work(opened.scenario)
    assert opened.edition == 1


def test_a_damaged_link_of_version_1_is_not_blamed_for_parts_that_came_later() -> None:
    old = LINK["v1-by-hand"]
    opened = read(old[: old.index("&income0=")], PACKS)
    (lacking,) = [said for said in sentences(opened) if "lacks" in said]
    assert "income0, target, horizon;" in lacking
    assert not any(part in lacking for part in NEW_IN_2)


def test_a_part_of_version_2_typed_into_a_link_of_version_1_is_used_and_breaks_its_check() -> None:
    opened = read(LINK["v1-plan"] + "&error=2,0.4", PACKS)
    assert (opened.scenario["error"], opened.scenario["persistence"]) == (0.02, 0.4)
    assert about(opened) == [envelope.BAD_CHECK]


def test_a_part_of_version_3_typed_into_a_link_of_version_2_is_used_and_breaks_its_check() -> None:
    opened = read(LINK["v2-all-levers"] + "&k1=gdp=5,6~name=x", PACKS)
    assert opened.work.kept == (
        opened.scenario.set(gdp_first=0.05, gdp_later=0.06).by_hand("gdp", 2026, None).rename("x"),
    )
    assert about(opened) == [REMOVED, envelope.BAD_CHECK]
