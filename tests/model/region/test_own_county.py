"""A county of one's own: whole in every link, exact there and back, and what is wrong with it is named."""

import json
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote

import jsonschema
import pytest
from a_run import run
from any_county import counties
from any_region import find_region
from any_scenario import CLOSE, PACK, PACKS
from hypothesis import given
from hypothesis import strategies as st

from model.answer import reproduce
from model.economics.projection import project
from model.economics.remarks import remarks
from model.economics.verdict import judge
from model.language.wording import Wording
from model.link import file
from model.link.link import read, write
from model.link.reading import LACKING
from model.progress import rebasing
from model.region.county import county_pack
from model.region.key import County, Outcome
from model.scenario.levers import levers
from model.scenario.scenario import plan
from model.work.work import Work

START = "own&own.name=甲县&own.base_year=2023"
TEXT = f"{START}&own.gdp=100:5,6&own.target=130,2028"
FIGURES = "own.gdp=100,95,104:5,6&own.fai=50:8&own.retail=40:7&own.income=20000:6&own.target=130,2028"
WHOLE = f"{START}&{FIGURES}"
SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "scenarios.schema.json").read_text(encoding="utf-8"))
FITS = jsonschema.Draft202012Validator(SCHEMA)
LEVEL = float(100 * Fraction("1.05") * Fraction("1.06") ** 4)
"""100 亿元, 5 % in the first year and 6 % in the four after it: 132.5600808."""


def said(text: str) -> list[str]:
    """What is wrong with a county."""
    return [problem.sentence() for problem in read(f"region={text}", PACKS).problems]


# What it is worth


def test_its_levels_follow_from_what_was_typed() -> None:
    pack = find_region(TEXT)
    verdict = judge(plan(pack))
    assert verdict.level == pytest.approx(LEVEL, rel=CLOSE) == pytest.approx(132.5600808)
    assert (verdict.status, pack.target.value, pack.target.year) == ("reached", 130, 2028)
    assert (pack.base_year, pack.region.name_zh, pack.region.name_en) == (2023, "甲县", "甲县")
    assert set(project(plan(pack)).paths) == {"gdp", "gdp_constant"}


def test_a_range_makes_the_answer_hang_on_the_baseline() -> None:
    pack = find_region(WHOLE)
    # 95 and 104 grow like 100: 125.93 is below the target of 130, 137.86 above it.
    assert judge(plan(pack)).status == "depends"
    paths = project(plan(pack)).paths
    assert paths["fai"][5] == pytest.approx(float(50 * Fraction("1.08") ** 5), rel=CLOSE)
    assert paths["retail"][5] == pytest.approx(float(40 * Fraction("1.07") ** 5), rel=CLOSE)
    assert paths["income"][5] == pytest.approx(float(20000 * Fraction("1.06") ** 5), rel=CLOSE)


def test_the_ranges_of_its_levers_follow_from_its_baseline() -> None:
    lever = levers(find_region(TEXT))["gdp_base"]
    assert (lever.low, lever.high, lever.span) == (10, 1000, (90, 110))


def test_no_figure_of_it_is_called_a_fact() -> None:
    pack = find_region(WHOLE)
    typed = [*pack.baselines.values(), *pack.goals.values()]
    assert {(figure.source, figure.trust) for figure in typed} == {("typed", "D")}
    assert pack.sources["typed"].trust == "D"
    assert all(figure.note_zh and figure.note_en for figure in typed)
    assert {figure.source for figure in pack.calibration.values()} <= set(pack.sources)
    assert {remark.key for remark in remarks(plan(pack))} == {"plan", "income"}


def test_without_growth_for_later_years_that_of_the_first_is_used() -> None:
    pack = find_region(f"{START}&own.gdp=100:5&own.target=130,2028")
    assert judge(plan(pack)).level == pytest.approx(float(100 * Fraction("1.05") ** 5), rel=CLOSE)


# There and back


@given(counties())
def test_any_county_comes_back_from_a_link_and_a_file_of_it(county: County) -> None:
    work = Work(plan(county_pack(county, PACK)))
    saved = file.write(work, "zh")
    for opened in (read(write(work, "zh"), PACKS), file.open_any(saved, PACKS)):
        assert (opened.work, opened.work.pack.county, opened.problems) == (work, county, ())
    FITS.validate(json.loads(saved))


@pytest.mark.parametrize("name", ["奉节二", "a~b@c%d", "own~2023", "{year}", "GDP", "=1+1", "<b>x</b>"])
def test_a_name_is_what_was_typed_in_both_languages(name: str) -> None:
    pack = find_region(TEXT.replace("甲县", quote(name)))
    assert (pack.region.name_zh, pack.region.name_en) == (name, name)


def test_a_county_without_a_name_has_one_in_each_language() -> None:
    region = find_region(TEXT.replace("甲县", "")).region
    assert (region.name_zh, region.name_en) == ("自定县区", "My own county")


def test_a_link_of_it_can_be_read_by_people() -> None:
    pack = find_region(WHOLE)
    link = write(Work(plan(pack)), "en")
    name = quote("甲县")
    assert f"&region=own&own.name={name}&own.base_year=2023&{FIGURES}&" in link
    assert len(link) < 800


FROZEN = (
    "v=3&region=own~%E7%94%B2%E5%8E%BF%257E%E4%B9%99~2023~gdp:100,95,104:5,6~fai:50:8~retail:40:7~income:20000:6~target:"
    "130,2028&lang=zh&gdp=5,6.5,2026:5&deflator=0,0&fai=8,8&retail=7,7&income=6,6&gdp0=100,95,104&fai0=50&retail0=40&"
    "income0=20000&target=130,2030&horizon=2028&fai_target=73,2028&retail_target=56,2028&income_target=27000,2028&"
    "error=1.6,0.6&linkage=0,0&k1=gdp=5,6~target=130,2028~shown=132.56,depends~name=%E8%AE%A1%E5%88%92&view=band,solve,"
    "gdp&map=gdp_later,deflator_later&edition=1&shown=151.052,reached&check=b6917061"
)
"""Never to be changed: somebody has it. The levels below are from tests/links/exact.py."""


def test_a_link_that_was_sent_once_means_what_it_meant() -> None:
    opened = read(FROZEN, PACKS)
    pack, (kept,) = opened.scenario.pack, opened.work.kept
    assert {problem.what for problem in opened.problems} <= {LACKING}  # a lever may be newer
    assert (opened.shown[0] and opened.shown[0].status) == "reached"
    assert pack.region.name_zh == "甲县~乙"
    page, paths = judge(opened.scenario), project(opened.scenario).paths
    assert (page.status, page.level) == ("reached", pytest.approx(151.05205464157265625, rel=CLOSE))
    assert paths["fai"][7] == pytest.approx(85.691213438976, rel=CLOSE)
    assert (judge(kept).status, judge(kept).level) == ("depends", pytest.approx(132.5600808, rel=CLOSE))


# Re-planned


def test_outcomes_can_be_typed_beside_it_and_it_can_be_planned_again_from_them() -> None:
    after, problems = rebasing.with_typed(find_region(TEXT), Outcome("gdp", 2024, 106.0, 5.5))
    again = rebasing.from_year(after, 2024)
    assert problems == []
    assert again == find_region(f"{TEXT}&base=2024&outcome.gdp=2024:106:5.5")
    assert (again.base_year, again.county) == (2024, find_region(TEXT).county)
    assert judge(plan(again)).level == pytest.approx(float(106 * Fraction("1.06") ** 4), rel=CLOSE)


# What cannot be used


def test_the_good_is_kept_and_the_bad_named() -> None:
    text = "own&own.name=甲&own.base_year=2023&own.gdp=100,120,104:5,x&own.fai=50:99&own.foo=1&own.target=1e9,2028.5"
    opened = read(f"region={text}", PACKS)
    # 100 grows to 127.63 in five years; three digits of it are the target where none can be used.
    assert opened.work.pack == find_region("own&own.name=甲&own.base_year=2023&own.gdp=100:5&own.target=127,2028")
    problems = said(text)
    assert [each for each in problems if each.startswith("region")] == [
        "region gdp_later: is not a number (got x); it was left out; correct it",
        "region gdp_low: cannot be used (got 120); allowed: 10 to 100 亿元; correct it",
        "region fai_first: cannot be used (got 99); allowed: -10 to 30 %; correct it",
        "region target: cannot be used (got 1000000000); allowed: 1 to 10000 亿元; correct it",
        "region target_year: is not a whole year and cannot be used (got 2028.5); allowed: 2024 to 2035; correct it",
        "region target: has no target that can be used; 127 亿元 by 2028 is used instead, just below what the "
        "announced growth reaches in five years; give one",
    ]
    assert "does not know (got own.foo)" in problems[-1]


@pytest.mark.parametrize("text", ["", "own.base_year=2023", "own.base_year=23&own.gdp=100:5&own.target=130,28",
                                  "own.base_year=2023&own.gdp=0:5", "own.base_year=2023&own.gdp=1e999:5",
                                  "own.base_year=2O23&own.gdp=٣:5", "own.base_year=2023&own.gdp=nan:inf",
                                  "own.base_year=2023&own.gdp=100", "own.gdp=" + ",:" * 500])  # fmt: skip
def test_what_is_no_county_says_what_one_needs_and_another_region_is_opened(text: str) -> None:
    opened = read(f"v=4&region=own&own.name=甲&{text}&gdp=6,6", PACKS)
    told = [problem.sentence() for problem in opened.problems]
    assert opened.work.pack == PACK
    assert any(
        "a base year, GDP and its growth are needed, as in own.base_year=2025&own.gdp=386:6.5" in e for e in told
    )
    assert any(each.startswith("region: is not a region here (got own)") for each in told)


@pytest.mark.parametrize(("text", "named"), [
    ("own.gdp=386:6.5&own.target=550,2050", ["target_year: cannot be used (got 2050)", "target: has no target that "
     "can be used; 528 亿元 by 2030 is used instead, just below what the announced growth reaches in five years; "
     "give one"]),
    ("own.gdp=386,400,300:6.5&own.target=550,2030",
     ["gdp_low: cannot be used (got 400)", "gdp_high: cannot be used (got 300)"]),
    ("own.gdp=386:6.5&own.fai=90&own.target=550,2030", ["fai_first: is missing"]),
    ("own.gdp=386:6.5", ["target: is missing", "target_year: is missing", "target: has no target that can be used"]),
])  # fmt: skip
def test_a_link_of_the_region_alone_says_what_of_it_was_not_used(text: str, named: list[str]) -> None:
    opened = read(f"region=own&own.base_year=2025&{text}", PACKS)
    told = [problem.sentence() for problem in opened.problems]
    assert len(told) == len(named)
    assert all(each.startswith(f"region {start}") for each, start in zip(told, named, strict=True)), told
    # 386 × 1.065⁵ = 528.9, to three digits.
    assert opened.scenario["target_level"] == (550 if text.endswith("550,2030") else 528)


@pytest.mark.parametrize("name", ["奉节县（重庆）", "奉节县(重庆)", "重庆市奉节县", "Fengjie County, Chongqing",
                                  "fengjie  county chongqing", "Chongqing Municipality"])  # fmt: skip
def test_a_county_called_as_a_region_of_the_data_is_not_opened_under_that_name(name: str) -> None:
    opened = read(f"region={TEXT.replace('甲县', quote(name))}", PACKS)
    (problem,) = opened.problems
    assert opened.work.pack == find_region(TEXT.replace("甲县", ""))
    assert problem.sentence() == (
        f"own.name: gives a county of one's own the name of a region of the data (got {name}); the figures are not "
        "that region's, and the county is shown without the name; give it another"
    )


def test_half_of_what_belongs_together_is_named() -> None:
    assert said(f"{START}&own.gdp=100,90:5&own.fai=50&own.target=130,2028") == [
        "region gdp_high: is missing, where what belongs to it is given; give both or neither",
        "region fai_first: is missing, where what belongs to it is given; give both or neither",
    ]


def test_numbers_that_have_no_place_and_long_names_are_named() -> None:
    (problem,) = said(TEXT.replace("5,6", "5,6,7"))
    assert "own.gdp: has too many numbers (got 100:5,6,7)" in problem
    (problem,) = said(TEXT.replace("甲县", "字" * 60))
    assert "at most 40 characters long" in problem


PART = st.builds("own.{}={}".format, st.sampled_from(["gdp", "fai", "base_year", "target", "name", "x"]),
                 st.text(max_size=40) | st.text(",.:0123456789e-", max_size=40))  # fmt: skip


@given(st.lists(PART, max_size=5).map("&".join))
def test_any_text_is_read_without_a_fault_of_ours(text: str) -> None:
    for each in (f"own&{text}", f"{TEXT}&{text}", f"own&{text}&{TEXT.removeprefix('own&')}"):
        opened = read(f"region={each}", PACKS)
        assert all(problem.sentence() for problem in opened.problems)
        again = read(write(opened.work, "en"), PACKS)
        assert (again.work, again.problems) == (opened.work, ())
        assert judge(opened.scenario).level > 0


BEYOND = ("1e300", "-1e300", "1e-300", "9" * 40, "0." + "1" * 40, "1e999", "1e-999", "-0", "5")


@given(st.lists(st.sampled_from(BEYOND), min_size=20, max_size=20))
def test_no_number_in_a_link_breaks_what_is_said_of_it(numbers: list[str]) -> None:
    a = iter(numbers)
    region = (
        f"{START}&own.gdp=100,{next(a)},{next(a)}:5,{next(a)}&own.fai={next(a)}:{next(a)}&own.income={next(a)}:6"
        f"&own.target={next(a)},{next(a)}"
    )
    outcomes = f"outcome.gdp=2024:{next(a)}:{next(a)},2025:{next(a)}:{next(a)}"
    levels = f"gdp={next(a)},{next(a)},2026:{next(a)}&gdp0={next(a)},{next(a)},{next(a)}&target={next(a)},2028"
    for each in (region, f"{region}&base=2024&{outcomes}", f"fengjie&{outcomes}"):
        for text in (f"region={each}", f"v=4&region={each}&{levels}"):
            opened = read(text, PACKS)
            assert judge(opened.scenario).level > 0
            for language in ("zh", "en"):
                said = [Wording(language, 2023).shown(problem) for problem in opened.problems]
                assert all(5 < len(sentence) < 400 for sentence in said), said


# Elsewhere


def test_the_command_line_and_python_take_it_as_they_take_any_region() -> None:
    answer = json.loads(run("project", f"region={TEXT}", "--json").out)
    assert answer["verdict"]["from_baseline"]["level"] == pytest.approx(LEVEL, rel=CLOSE)
    assert answer["region"] == "own"
    assert reproduce(f"region={TEXT}").verdict.level == pytest.approx(LEVEL, rel=CLOSE)
    assert run("project", f"region={TEXT}", "--expect", "reached").code == 0
