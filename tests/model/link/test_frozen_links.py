"""Links that were sent once: they open with everything that still exists, and say in words what has moved since."""

import csv
import itertools
import json
import runpy
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from any_link import changes, sentences, signed
from any_scenario import CLOSE, PACKS, PLAN

from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.language.problem import Problem
from model.link import file
from model.link.headline import TURNED
from model.link.link import read, write
from model.link.migration import REMOVED
from model.link.reading import LACKING
from model.link.version import EDITIONS
from model.progress.report_rows import keys
from model.region.key import Outcome
from model.scenario.scenario import Scenario
from model.work.view import View
from model.work.work import Work

LINKS = Path(__file__).resolve().parents[2] / "links"
with (LINKS / "links.csv").open(encoding="utf-8", newline="") as csv_file:
    FROZEN = {name: list(rows) for name, rows in itertools.groupby(csv.DictReader(csv_file), lambda row: row["id"])}
LINK = {name: rows[0]["link"] for name, rows in FROZEN.items()}
LEVELS = ("gdp", "gdp_low", "gdp_high", "fai", "retail", "income")
EXACT = runpy.run_path(str(LINKS / "exact.py"))["rows"]

LINKED = {"v3-locks": "0.12,0.35", "v3-typed-outcomes": "0.1,0.4", "v3-own-county": "0.1,0.5"}
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


def beside(row: Mapping[str, str]) -> dict[str, float]:
    """The levels of rows of the plan report that stand in a row."""
    pairs = (said.split(":") for said in filter(None, row.get("further", "").split(",")))
    return {key: float(level) for key, level in pairs}


@every_link
def test_a_frozen_link_opens_without_a_word_but_for_linkage_and_shows_its_numbers(name: str) -> None:
    opened = read(LINK[name], PACKS)
    gone = (Problem.at("Linkage", REMOVED, got=(LINKED[name],)),) if name in LINKED else ()
    assert tuple(problem for problem in opened.problems if problem.what != LACKING) == gone  # a lever may be newer
    scenarios = (opened.scenario, *opened.work.kept)
    assert [scenario.name for scenario in scenarios] == [row["name"] for row in FROZEN[name]]
    for scenario, row in zip(scenarios, FROZEN[name], strict=True):
        assert (str(scenario.target_year), judge(scenario).status) == (row["year"], row["status"])
        expected = {key: float(row[key]) for key in (*LEVELS, "chance") if row[key]}
        numbers = shown(scenario)
        assert {key: numbers[key] for key in expected} == pytest.approx(expected, rel=CLOSE)
    found = project(opened.scenario)
    place = found.years.index(opened.scenario.target_year)
    paths = {key: float(found.paths[key][place]) for key in keys(opened.work.pack)}
    assert paths == pytest.approx(beside(FROZEN[name][0]), rel=CLOSE)


@every_link
def test_the_numbers_of_a_frozen_link_are_those_of_exact_arithmetic(name: str) -> None:
    for worked_out, row in zip(EXACT(LINK[name]), FROZEN[name], strict=True):
        assert {key: worked_out[key] for key in ("place", "name", "year", "status")}.items() <= row.items()
        numbers = {key: float(row[key]) for key in (*LEVELS, "chance") if row[key]}
        assert {key: float(worked_out[key]) for key in numbers} == pytest.approx(numbers, rel=1e-11)
        assert beside(worked_out) == pytest.approx(beside(row), rel=1e-11)


@every_link
def test_the_result_that_a_frozen_link_carries_is_the_one_it_showed_or_is_said_to_have_moved(name: str) -> None:
    opened = read(LINK[name], PACKS)
    assert None not in opened.shown
    if name in LINKED:
        *moved, reason = changes(opened)
        assert (len(moved), reason.what) == (len(FROZEN[name]), EDITIONS[1][1])
        return
    turned = []
    for then, row in zip(opened.shown, FROZEN[name], strict=True):
        assert then is not None
        assert then.level == pytest.approx(float(row["gdp"]), abs=0.0005)
        turned += [then.status] if then.status != row["status"] else []
    said = [each.what for each in changes(opened)]
    assert said == ([*(TURNED[status] for status in turned), EDITIONS[1][1]] if turned else [])


@every_link
def test_a_frozen_link_is_written_today_as_a_link_that_says_the_same(name: str) -> None:
    opened = read(LINK[name], PACKS)
    text = write(opened.work, opened.language or "zh")
    again = read(text, PACKS)
    assert (again.work, again.problems, changes(again)) == (opened.work, (), [])
    assert text.startswith("v=4&")
    assert len(text) < 2000


def test_a_link_of_every_kind_and_version_is_among_the_frozen_ones() -> None:
    for version in ("3", "4"):
        texts = [text for text in LINK.values() if dict(parse_qsl(text))["v"] == version]
        works = [read(text, PACKS).work for text in texts]
        assert any(len(work.kept) == 4 for work in works)
        assert {0} < {work.reference for work in works}
        assert any("&packed=" in text for text in texts)
        assert any(work.scenario.locks for work in works)
        assert any(work.pack.rebased for work in works)
        assert any(work.pack.rows for work in works)
        assert {work.scenario.region for work in works} >= {"fengjie", "chongqing", "own"}


def test_the_frozen_links_with_four_saved_scenarios_still_mean_what_they_said() -> None:
    page = PLAN.set(gdp_first=0.061, gdp_later=0.072, deflator_later=0.004, target_level=600, target_year=2029)
    shocked = page.set(fai_first=0.09, fai_later=0.08, retail_later=0.06, income_later=0.07, horizon=2032)
    work = Work(
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
        view=View("sensitivity", "gdp_later", "gdp_base", "deflator"),
    )
    assert read(LINK["v3-four-kept"], PACKS).work == work
    noted = work.annotate(1, "经2024年1月8日县政府常务会议研究，作为底线情景。")
    assert read(LINK["v4-four-kept"], PACKS).work == noted


@pytest.mark.parametrize(("name", "note"), [("v3-locks", ""), ("v4-locks", "why? a & b")])
def test_the_frozen_links_with_locks_and_a_typed_baseline_still_mean_what_they_said(name: str, note: str) -> None:
    page = (
        PLAN.set(gdp_base=384.7, gdp_low=379.2, gdp_high=390.4)
        .set(fai_later=0.135, error=0.019, persistence=0.5, target_level=625.5, target_year=2030)
        .with_years("gdp", {2025: 0.062, 2026: 0.058, 2027: 0.081}, locked=[2025, 2026])
        .with_years("fai", {2026: 0.164, 2028: -0.025}, locked=[2028])
        .with_years("income", {2029: 0.041}, locked=[2029])
        .rename("锁定两年 & more")
    )
    kept = page.with_years("gdp", {2025: 0.062}, locked=[]).rename("=1+1")
    opened = read(LINK[name], PACKS)
    assert opened.work == Work(page.annotate(note), (kept,), view=View(series="fai"))
    assert opened.language == "en"


# What version 3 said otherwise

START = "v=3&region=fengjie&gdp=6.5,7.5&view=band,solve,gdp&map=gdp_later,deflator_later"
GONE = f"Linkage: {REMOVED}"


@pytest.mark.parametrize(
    ("said", "got"),
    [
        ({"linkage": "0,0", "k1": "linkage=0.0,0~name=x"}, ""),
        ({"linkage": "0.1,0.5", "k1": "name=x"}, "0.1,0.5"),
        ({"pass_to_gdp": "0.2", "k1": "name=x"}, "0.2"),
        ({"linkage": "0,0.3", "k1": "linkage=0.1,0~name=x"}, "0,0.3, 0.1,0"),
    ],
)
def test_linkage_is_named_in_one_sentence_where_it_was_on_and_all_else_opens(said: dict[str, str], got: str) -> None:
    opened = read(signed(dict(parse_qsl(START)) | said), PACKS)
    assert opened.work == Work(PLAN, (PLAN.rename("x"),))
    told = [sentence for sentence in sentences(opened) if "lacks" not in sentence]
    assert told == ([GONE.format(got=got)] if got else [])


def test_the_view_of_linkage_is_the_usual_one() -> None:
    opened = read(
        f"{START}&view=x".replace("band,solve,gdp", "plain,linkage,fai").replace("deflator_later", "fai_first"),
        PACKS,
    )
    assert opened.work.view == View(series="fai")


def test_the_year_of_an_outcome_with_a_mark_behind_it_replaces_the_official_one() -> None:
    opened = read("v=3&region=fengjie~gdp@2024:420:7!", PACKS)
    assert opened.work.pack.typed_outcomes == (Outcome("gdp", 2024, 420.0, 7.0, instead=True),)


def test_behind_a_name_of_version_3_all_is_the_name() -> None:
    (kept,) = read(f"{START}&k1=gdp=5,6,2026:4!~name=a~b%26gdp=9,9", PACKS).work.kept
    expected = PLAN.set(gdp_first=0.05, gdp_later=0.06).with_years("gdp", {2026: 0.04}, locked=[2026])
    assert kept == expected.rename("a~b&gdp=9,9")


@pytest.mark.parametrize("version", ["1", "2"])
def test_versions_that_were_never_released_are_named_and_read_as_todays(version: str) -> None:
    opened = read(f"v={version}&gdp=5,6", PACKS)
    assert opened.scenario == PLAN.set(gdp_first=0.05, gdp_later=0.06)
    assert f"has an invalid version (got {version})" in sentences(opened)[0]


def test_a_file_of_version_3_is_said_to_hold_what_cannot_be_used() -> None:
    content = {"v": 3, "region": "fengjie", "scenario": {"gdp": [5, 6]}, "kept": []}
    opened = file.open_any(json.dumps(content), PACKS)
    assert "scenario, kept: does not belong there in a file of scenarios" in sentences(opened)[0]
