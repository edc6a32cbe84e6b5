"""Data packs: Fengjie's own, and one fault at a time."""

import dataclasses
import itertools
import re
import shutil
from pathlib import Path

import pytest
from any_scenario import CLOSE, PACK
from pydantic import ValidationError

from model.answer import Answer
from model.economics.verdict import judge
from model.language.problem import Problem, Refused
from model.link.link import read, write
from model.region.key import RegionKey
from model.region.loader import DATA, load, packs, regions
from model.region.pack import Pack
from model.scenario.levers import levers
from model.scenario.scenario import plan
from model.work.work import Work

FAULTS: dict[str, tuple[str, str, str | None, str, tuple[str, ...]]] = {
    # fault: file, what is replaced (a pattern), by what (None: the file is gone), where, words its sentence needs
    "another_year": ("baselines.csv", "fai,2023", "fai,2022", "# year", ("2022", "2023")),
    "empty_locator": ("baselines.csv", ",一(.{2,3}) L55,", ",,", "# locator", ("is empty",)),
    "high_below_value": ("baselines.csv", "380,391", "380,385", "# high", ("below the value 386", "got 385")),
    "level_of_zero": ("baselines.csv", "131.6", "0", "# value", ("got 0", "allowed: 0.1 to")),
    "low_above_value": ("baselines.csv", "386,380", "386,388", "# low", ("above the value 386", "got 388")),
    "low_below_zero": ("baselines.csv", "386,380", "386,-5", "# low", ("got -5",)),
    "low_too_low": ("baselines.csv", "386,380", "386,30", "# low", ("got 30); allowed: 39 to 3860 亿元",)),
    "low_without_high": ("baselines.csv", "380,391", "380,", "# high", ()),
    "missing_baseline": ("baselines.csv", "^retail.*\n", "", "", ("no row for retail",)),
    "note_in_one_language": ("baselines.csv", ',"derived, assuming that the base[^"]*"', ",", "# note_zh, note_en",
     ()),
    "number_with_a_comma": ("baselines.csv", "27813", '"27,813"', "# value", ("not a number", "got 27,813")),
    "number_with_a_line": ("baselines.csv", "27813", "27_813", "# value", ("got 27_813",)),
    "source_missing": ("baselines.csv", "derived,135", ",135", "# source", ("is empty",)),
    "unit_of_another": ("baselines.csv", "90.7,,,亿元", "90.7,,,元", "# unit", ("got 元", "allowed: 亿元")),
    "unknown_price_basis": ("baselines.csv", "391,亿元,current", "391,亿元,nominal", "# price_basis",
     ("nominal", "current, constant")),
    "unknown_trust": ("baselines.csv", ",元,current,A", ",元,current,E", "# trust", ("got E", "A, B, C, D")),
    "blank_line_before": ("outcomes.csv", "^(gdp(?:.*\n){2}retail,2024,)135.4", r"\n\1x", "5 value", ("got x",)),
    "broken_csv": ("outcomes.csv", "^revenue", '"revenue', "#", ("not CSV",)),
    "column_twice": ("outcomes.csv", "note_en", "note_en,value", "value", ("value",)),
    "constant_prices": ("outcomes.csv", "411.5,亿元,current", "411.5,亿元,constant", "# price_basis", ("constant",)),
    "empty_file": ("outcomes.csv", r"(?s)\A.+", "", "", ("names the columns: indicator,year,value,unit,",)),
    "empty_value": ("outcomes.csv", "135.4", "", "# value", ("not a number", "got )")),
    "empty_year": ("outcomes.csv", "retail,2024", "retail,", "# year", ("not a whole number", "got )")),
    "extra_column": ("outcomes.csv", "note_en", "note_en,colour", "colour", ("colour", "not a column")),
    "infinity": ("outcomes.csv", "411.5", "inf", "# value", ("not a number", "finite", "got inf")),
    "missing_column": ("outcomes.csv", ",trust", "", "trust", ("trust", "missing")),
    "no_number": ("outcomes.csv", "411.5", "nan", "# value", ("not a number", "finite", "got nan")),
    "not_utf8": ("outcomes.csv", "411.5", "\udcff", "#", ("UTF-8",)),
    "row_too_long": ("outcomes.csv", "^fai.*", r"\g<0>,", "#", ()),
    "row_too_short": ("outcomes.csv", "^(fai.*),,", r"\1", "#", ()),
    "source_not_described": ("outcomes.csv", "^(fai.*)2025", r"\g<1>2052", "# source",
     ("got plan_report_2052", "plan_report_2025", "sources.toml")),
    "too_early": ("outcomes.csv", "gdp,2024", "gdp,2021", "# year", ("got 2021); allowed: 2024 or",)),
    "too_large": ("outcomes.csv", "gdp,2024,411.5", "gdp,2024,2120000", "# value", ("allowed: 96.5 to 1544 亿元",)),
    "too_small_later": ("outcomes.csv", "fai,2024,105.6", "fai,2025,5.6", "# value",
     ("allowed: 5.66875 to 1451.2 亿元",)),
    "unknown_indicator": ("outcomes.csv", "^fai", "fia", "# indicator", ("got fia", "gdp, fai, retail, income")),
    "unknown_unit": ("outcomes.csv", "411.5,亿元", "411.5,万元", "# unit", ("got 万元", "亿元")),
    "year_not_whole": ("outcomes.csv", "retail,2024", "retail,2024.5", "# year",
     ("not a whole number", "got 2024.5")),
    "year_with_a_line": ("outcomes.csv", "gdp,2024", "gdp,2_024", "# year", ("got 2_024",)),
    "duplicate_row": ("history.csv", "^(gdp,2007.*\n)((?:gdp.*\n){3})", r"\1\2\1", "8",
     ("repeats row 4", "gdp 2007")),
    "gap_in_years": ("history.csv", "^gdp,2008.*\n", "", "# year", ("jumps from 2007 to 2009", "gdp")),
    "not_a_number": ("history.csv", "61.98", "61.98a", "# value", ("not a number", "got 61.98a")),
    "duplicate_goal": ("targets.csv", "(?s)^(plan_fai[^\n]*\n)(.*)", r"\1\2\1", "10", ("repeats row 4", "plan_fai")),
    "goal_beyond_the_lever": ("targets.csv", "2024,12,", "2024,40,", "# value", ("40",)),
    "goal_for_another": ("targets.csv", "plan_fai,fai", "plan_fai,gdp", "# indicator", ("got gdp); allowed: fai",)),
    "goal_in_constant_prices": ("targets.csv", "2024,12,%,current", "2024,12,%,constant", "# price_basis",
     ("got constant",)),
    "goal_of_the_past": ("targets.csv", "2024,6.5,%,con", "2023,6.5,%,con", "# year", ("got 2023); allowed: 2024,",)),
    "goal_of_the_wrong_kind": ("targets.csv", "plan_fai,fai,growth", "plan_fai,fai,level", "# kind",
     ("level", "growth")),
    "level_in_per_cent": ("targets.csv", "2028,550,亿元", "2028,550,%", "# unit", ("got %", "allowed: 亿元")),
    "missing_goal": ("targets.csv", "^plan_fai.*\n", "", "", ("plan_fai",)),
    "target_too_far_away": ("targets.csv", "2028,550", "2040,550", "# year", ("2040", "2035")),
    "unknown_kind": ("targets.csv", "congress_2026,gdp,level", "congress_2026,gdp,wish", "# kind",
     ("got wish", "growth, level")),
    "growth_at_current_prices": ("growth.csv", "5.8,%,constant", "5.8,%,current", "# price_basis", ("constant",)),
    "growth_in_a_level_unit": ("growth.csv", "5.8,%", "5.8,亿元", "# unit", ("got 亿元", "allowed: %")),
    "growth_of_minus_100": ("growth.csv", "5.8,%", "-100,%", "# value", ("no growth rate", "got -100")),
    "growth_without_bounds": ("growth.csv", "5.8,%", "1000,%", "# value", ("no growth rate", "up to 100 %")),
    "missing_file": ("growth.csv", "", None, "", ("not there",)),
    "base_year_not_whole": ("region.toml", "base_year = 2023", "base_year = 2023.5", "base_year",
     ("not a whole number",)),
    "break_of_nothing": ("region.toml", "retail = .*", "retial = [2014]", "breaks retial",
     ("got retial); allowed: gdp",)),
    "break_without_a_figure": ("region.toml", "retail = .*", "retail = [2021]", "breaks retail",
     ("no figure in history.csv in 2021",)),
    "broken_toml": ("region.toml", "base_year = 2023", "base_year =", "", ("not valid TOML", "line 7")),
    "first_not_a_sign": ("region.toml", "first = true", 'first = "yes"', "first",
     ("neither true nor false", "got yes")),
    "name_in_one_language": ("region.toml", "^formal_zh.*\n", "", "formal_zh, formal_en", ("one language only",)),
    "no_name": ("region.toml", "^name_en.*\n", "", "name_en", ("missing",)),
    "target_is_no_level": ("region.toml", '"five_years_on"', '"plan_gdp"', "target", ("not a level", "plan_gdp")),
    "target_of_another": ("region.toml", '"five_years_on"', '"plan_revenue"', "target", ("got plan_revenue",)),
    "text_expected": ("region.toml", '"five_years_on"', "5", "target", ("got 5",)),
    "unknown_kind_of_region": ("region.toml", "^first", 'kind = "village"\nfirst', "kind",
     ("got village", "county, municipality")),
    "broken_sources": ("../sources.toml", r"^\[plan_report_2024\]", "[plan_report_2024", "",
     ("not valid TOML", "line 4")),
    "missing_sources": ("../sources.toml", "", None, "", ("not there",)),
    "source_not_a_table": ("../sources.toml", r"\A", "plan = 5\n", "plan", ()),
    "source_without_licence": ("../sources.toml", 'licence_en.*\n(.*\nlocator_zh = "章节与行号")', r"\1",
     "plan_report_2024 licence_en", ("missing",)),
    "calibration_beyond_the_lever": ("../calibration.csv", ",0.6,", ",1.6,", "# value", ("got 1.6", "0 to 0.95")),
    "calibration_not_a_number": ("../calibration.csv", ",1.6,", ",about 1.6,", "# value",
     ("not a number", "got about 1.6")),
    "calibration_of_something_else": ("../calibration.csv", r"\Z",
     "wind,2017,3,,,constant,C,provincial_targets,x,,\n", "# indicator", ("got wind", "error, persistence")),
    "missing_calibration": ("../calibration.csv", "", None, "", ("not there",)),
    "missing_calibration_row": ("../calibration.csv", "^persistence.*\n", "", "", ("no row for persistence",)),
}  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good data, to be spoilt."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def spoil(data: Path, fault: str) -> str:
    """Puts a fault into the data; where its sentence must say it is, with the number of the line for a `#`."""
    name, old, new, where, _ = FAULTS[fault]
    file = data / "fengjie" / name
    good = file.read_text(encoding="utf-8")
    if new is None:
        file.unlink()
        return file.name
    bad, count = re.subn(old, new, good, flags=re.MULTILINE)
    assert count == 1
    file.write_text(bad, encoding="utf-8", errors="surrogateescape")
    lines = itertools.zip_longest(good.split("\n"), bad.split("\n"))
    changed = next(number for number, (before, after) in enumerate(lines, 1) if before != after)
    return f"{file.name} {where}".replace("#", str(changed)).strip()


def replace(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def refusal(data: Path) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        load("fengjie", data)
    assert len(str(refused.value).splitlines()) == len(refused.value.problems)
    return refused.value.problems


# Fengjie's own pack


def test_fengjie_is_the_region_that_opens_where_none_is_named() -> None:
    assert next(iter(packs())) == "fengjie"
    assert sorted(packs()) == list(regions()) == sorted(file.parent.name for file in DATA.glob("*/region.toml"))
    assert read("", packs()).scenario.region == "fengjie"
    assert PACK.region.name_zh == "奉节县（重庆）"
    assert PACK.region.formal_zh == "重庆市奉节县"
    assert (PACK.base_year, PACK.first_year) == (2023, 2024)


PRINTED = [
    *(("baselines", key, 2023, level, "C", "derived") for key, level in (
        ("gdp", 386), ("fai", 90.7), ("retail", 131.6)
    )),
    ("baselines", "income", 2023, 27_813, "A", "plan_report_2024"),
    *(("history", *row, "yearbook_panel") for row in (
        ("gdp", 2005, 45.03, "B"), ("gdp", 2015, 197.43, "B"), ("gdp", 2018, 300.68, "D"), ("gdp", 2020, 323.14, "B"),
        ("retail", 2013, 47.16, "B"), ("retail", 2020, 94.24, "B"), ("revenue", 2005, 1.32, "B"),
        ("revenue", 2018, 15.7, "D"), ("revenue", 2020, 15.5, "B"), ("primary", 2020, 58.61, "B"),
        ("secondary", 2020, 124.29, "B"), ("tertiary", 2020, 140.25, "B"),
    )),
    *(("outcomes", key, 2024, level, "A", "plan_report_2025") for key, level in (
        ("gdp", 411.5), ("fai", 105.6), ("retail", 135.4), ("income", 29_364), ("revenue", 25.02)
    )),
    *(("growth", key, 2023, rate, "A", "plan_report_2024") for key, rate in (
        ("gdp", 5.8), ("fai", 23.1), ("retail", 7.3), ("income", 4.4)
    )),
    *(("growth", key, 2024, rate, "A", "plan_report_2025") for key, rate in (
        ("gdp", 6.6), ("fai", 16.4), ("retail", 2.9), ("income", 5.6)
    )),
    *(("growth", f"municipality_{key}", year, rate, "B", "chongqing_statistics") for key, year, rate in (
        ("gdp", 2005, 11.8), ("gdp", 2010, 17.2), ("gdp", 2022, 2.6), ("gdp", 2024, 5.7), ("deflator", 2019, 2.86),
        ("deflator", 2023, -0.57), ("target", 2018, 8.5), ("target", 2024, 6),
    )),
]  # fmt: skip


def test_figures_are_those_that_were_printed_with_source_and_trust() -> None:
    known = {"baselines": PACK.baselines.values(), "history": PACK.history, "growth": PACK.growth}
    known["outcomes"] = PACK.outcomes
    found = [
        (kind, figure.indicator, figure.year, figure.value, figure.trust, figure.source)
        for kind, figures in known.items()
        for figure in figures
    ]
    assert [row for row in PRINTED if found.count(row) != 1] == []
    real = {"gdp", "municipality_gdp", "municipality_target"}
    assert {row.indicator for row in PACK.growth if row.price_basis == "constant"} == real
    assert {row.unit for row in PACK.growth} == {"%"}


def test_the_gdp_baseline_is_derived_and_not_printed_and_lies_between_380_and_391() -> None:
    gdp = PACK.baselines["gdp"]
    assert (gdp.low, gdp.value, gdp.high) == (380, 386, 391)
    assert (gdp.source, gdp.trust, gdp.locator) == ("derived", "C", "411.5÷1.066")
    assert "未见公布" in gdp.note_zh
    assert "no published figure" in gdp.note_en
    assert gdp.value == pytest.approx(411.5 / 1.066, abs=0.05)


def test_the_unsafe_year_2018_is_known_but_not_shown() -> None:
    assert 2018 in {row.year for row in PACK.history if row.indicator == "gdp"}
    assert [row.year for row in PACK.shown_history("gdp")] == [*range(2005, 2018), 2019, 2020]


def test_the_calibration_is_that_of_past_misses_of_announced_targets() -> None:
    figures = {key: (figure.value, figure.observations, figure.trust) for key, figure in PACK.calibration.items()}
    assert figures == {
        "error": (1.6, 143, "C"),
        "persistence": (0.6, None, "C"),
        "mean_miss": (0, 143, "C"),
        "at_or_above": (56, 143, "C"),
        "lowest_miss": (-8.2, 143, "C"),
        "highest_miss": (3.8, 143, "C"),
    }


def test_the_sectors_are_those_of_the_last_year_in_which_all_three_are_known() -> None:
    assert [(figure.indicator, figure.year, figure.value) for figure in PACK.sectors] == [
        ("primary", 2020, 58.61), ("secondary", 2020, 124.29), ("tertiary", 2020, 140.25)
    ]  # fmt: skip


def test_the_goals_are_those_of_the_plan_the_five_year_plan_and_the_congress() -> None:
    announced = {
        "plan_gdp": ("gdp", "growth", 2024, 6.5),
        "five_year_gdp": ("gdp", "growth", 2025, 7.5),
        "plan_fai": ("fai", "growth", 2024, 12),
        "plan_retail": ("retail", "growth", 2024, 7.5),
        "plan_income": ("income", "growth", 2024, 6.5),
        "congress_2026": ("gdp", "level", 2026, 550),
        "five_years_on": ("gdp", "level", 2028, 550),
        "plan_revenue": ("revenue", "level", 2024, 18.5),
    }
    goals = {key: (goal.indicator, goal.kind, goal.year, goal.value) for key, goal in PACK.goals.items()}
    assert announced.items() <= goals.items()
    assert PACK.target == PACK.goals["five_years_on"]
    assert [goal.year for goal in PACK.deadlines] == [2026, 2028]


def test_every_number_has_a_source_with_licence_and_locator_and_every_source_a_number() -> None:
    named = (PACK.baselines, PACK.goals, PACK.calibration)
    figures = [*PACK.history, *PACK.outcomes, *PACK.growth, *(figure for some in named for figure in some.values())]
    assert {figure.source for figure in figures} == set(PACK.sources)
    assert all(figure.locator for figure in figures)
    said = [(s.licence_zh, s.licence_en, s.locator_zh, s.locator_en) for s in PACK.sources.values()]
    assert all(all(texts) for texts in said)


def test_a_pack_is_frozen_down_to_its_figures() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PACK.key = "elsewhere"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        PACK.baselines["gdp"].value = 400
    with pytest.raises(ValidationError, match="frozen"):
        PACK.region.base_year = 2024
    with pytest.raises(TypeError):
        PACK.baselines["gdp"] = PACK.baselines["fai"]  # type: ignore[index]
    with pytest.raises(TypeError):
        PACK.sources["rumour"] = PACK.sources["derived"]  # type: ignore[index]
    with pytest.raises(TypeError):
        PACK.calibration["error"] = PACK.calibration["persistence"]  # type: ignore[index]
    assert all(isinstance(rows, tuple) for rows in (PACK.history, PACK.outcomes, PACK.growth))


# Another county


def without_range(data: Path) -> None:
    """Takes the range from GDP's baseline."""
    replace(data / "fengjie" / "baselines.csv", ("386,380,391", "386,,"))


def opens(pack: Pack) -> None:
    """What a page does first with a pack."""
    known = {pack.key.region: pack}
    assert read(write(Work(plan(pack)), "zh"), known).scenario == plan(pack) == read("", known).scenario


def wushan(data: Path) -> None:
    """Puts another region beside those there are, with Fengjie's figures under a name of its own."""
    shutil.copytree(data / "fengjie", data / "wushan")
    names = ('"奉节县（重庆）"', '"巫山县（重庆）"'), ('"Fengjie County, Chongqing"', '"Wushan County, Chongqing"')
    replace(data / "wushan" / "region.toml", *names)


def test_a_folder_with_a_region_file_is_a_region_and_another_is_not(data: Path) -> None:
    wushan(data)
    (data / "drafts").mkdir()
    shutil.copytree(data / "wushan", data / "_later")
    assert set(regions(data)) == {*regions(), "wushan"}
    assert "drafts" not in regions(data)


def test_regions_stand_in_the_order_of_their_keys_the_one_that_opens_first(data: Path) -> None:
    for key in set(regions(data)) - {"fengjie", "chongqing"}:
        shutil.rmtree(data / key)
    wushan(data)
    assert regions(data) == ("chongqing", "fengjie", "wushan")
    assert [pack.key.region for pack in packs(data).values()] == ["fengjie", "wushan", "chongqing"]


def test_two_regions_of_one_name_are_both_refused(data: Path) -> None:
    wushan(data)
    head = data / "wushan" / "region.toml"
    shutil.copy(data / "fengjie" / "region.toml", head)
    for region, other in (("fengjie", "wushan"), ("wushan", "fengjie")):
        with pytest.raises(Refused) as refused:
            load(region, data)
        assert [problem.where for problem in refused.value.problems] == ["region.toml name_zh", "region.toml name_en"]
        assert f"is the name of {other} too (got 奉节县（重庆）);" in str(refused.value)


@pytest.mark.parametrize("key", ["x@2024", "own~z", "a~b", "a b", ".hidden", "own", "Wushan", "巫山", "2024", "a" * 31])
def test_a_key_that_would_mean_something_else_in_a_link_is_refused(data: Path, key: str) -> None:
    (data / "fengjie").rename(data / key)
    with pytest.raises(Refused) as refused:
        load(key, data)
    (problem,) = refused.value.problems
    assert problem.sentence().startswith(
        f"{key}/: is no key of a region (got {key}); allowed: at most 30 of the letters"
    )


@pytest.mark.parametrize("key", ["a", "wushan", "wu-shan_2", "owner", "a" * 30])
def test_a_key_of_small_letters_and_digits_is_good(data: Path, key: str) -> None:
    (data / "fengjie").rename(data / key)
    assert load(key, data).key == RegionKey(key)


def test_a_county_whose_gdp_baseline_has_no_known_range_is_judged_at_that_baseline(data: Path) -> None:
    without_range(data)
    pack = load("fengjie", data)
    opens(pack)
    verdict = judge(plan(pack))
    assert verdict.low == verdict.level == verdict.high == pytest.approx(548.9980090195311, rel=CLOSE)
    assert verdict.status == "not_reached"


def test_a_range_of_another_baseline_stands_in_the_frame(data: Path) -> None:
    replace(data / "fengjie" / "baselines.csv", ("90.7,,", "90.7,88,93"))
    pack = load("fengjie", data)
    opens(pack)
    frame = Answer(Work(plan(pack))).frame
    base = frame[(frame["indicator"] == "fai") & (frame["year"] == 2023)]
    assert base[["low", "level", "high"]].to_numpy().tolist() == [[88, 90.7, 93]]


def test_a_county_without_sectors_has_no_levers_for_them(data: Path) -> None:
    file = data / "fengjie" / "history.csv"
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(row for row in rows if not row.startswith("tertiary")), encoding="utf-8")
    pack = load("fengjie", data)
    opens(pack)
    assert pack.sectors == ()
    assert [key for key in levers(pack) if key.startswith(("primary", "secondary", "tertiary"))] == []


def test_sectors_are_taken_from_the_last_year_for_which_all_are_known(data: Path) -> None:
    file = data / "fengjie" / "history.csv"
    row = "primary,2021,60,亿元,current,B,yearbook_panel,x,,\n"
    file.write_text(
        file.read_text(encoding="utf-8").replace("secondary,2020", row + "secondary,2020"), encoding="utf-8"
    )
    assert [figure.year for figure in load("fengjie", data).sectors] == [2020, 2020, 2020]


def test_goals_of_the_past_and_of_other_indicators_are_no_readings_of_the_target(data: Path) -> None:
    file = data / "fengjie" / "targets.csv"
    past = "old,gdp,level,旧目标,old goal,2020,300,亿元,current,A,plan_report_2024,x,,\n"
    other = "pay,income,level,收入,income,2027,30000,元,current,A,plan_report_2024,x,,\n"
    file.write_text(file.read_text(encoding="utf-8") + past + other, encoding="utf-8")
    assert [goal.key for goal in load("fengjie", data).deadlines] == ["congress_2026", "five_years_on"]


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(data: Path) -> None:
    file = data / "fengjie" / "outcomes.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load("fengjie", data).outcomes == PACK.outcomes


# Faults


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_one_sentence_that_says_where_and_what(data: Path, fault: str) -> None:
    where = spoil(data, fault)
    (problem,) = refusal(data)
    assert problem.where == where
    assert [word for word in FAULTS[fault][-1] if word not in problem.sentence()] == []


def test_text_where_text_is_needed_is_not_asked_to_be_a_number(data: Path) -> None:
    spoil(data, "text_expected")
    assert "number" not in refusal(data)[0].sentence()


def test_faults_in_several_files_come_all_at_once(data: Path) -> None:
    where = {spoil(data, fault) for fault in ("low_above_value", "gap_in_years", "duplicate_goal")}
    assert {problem.where for problem in refusal(data)} == where


def test_what_cannot_be_read_comes_all_at_once_and_before_what_rests_on_it(data: Path) -> None:
    where = {spoil(data, fault) for fault in ("unknown_unit", "source_without_licence")}
    spoil(data, "low_above_value")
    assert {problem.where for problem in refusal(data)} == where


def test_faults_in_one_file_come_all_at_once(data: Path) -> None:
    replace(
        data / "fengjie" / "baselines.csv",
        ("386,380,391", "386,388,385"),
        ("90.7,,,亿元", "90.7,,,元"),
        ("131.6", "-131.6"),
        (',"derived, assuming that the base was not revised, hence trust C: it may have been"', ","),
    )
    assert [problem.where for problem in refusal(data)] == [
        "baselines.csv 4 note_zh, note_en",
        "baselines.csv 3 unit",
        "baselines.csv 4 value",
        "baselines.csv 2 low",
        "baselines.csv 2 high",
    ]


def test_several_faults_in_one_row_come_all_at_once(data: Path) -> None:
    replace(
        data / "fengjie" / "outcomes.csv",
        ("gdp,2024,411.5,亿元,current,A,plan_report_2025,¶1", "gdp,soon,much,斤,current,Z,,"),
    )
    columns = {problem.where.removeprefix("outcomes.csv 2 ") for problem in refusal(data)}
    assert columns == {"year", "value", "unit", "trust", "source", "locator"}


def test_a_fault_below_a_cell_of_several_lines_is_found_at_its_own_line(data: Path) -> None:
    file = data / "fengjie" / "outcomes.csv"
    replace(file, ("411.5,亿元,current,A,plan_report_2025,¶1,,", '411.5,亿元,current,A,plan_report_2025,¶1,"a\nb",c'))
    replace(file, ("105.6", "x"))
    (problem,) = refusal(data)
    assert problem.where == "outcomes.csv 4 value"


def test_another_years_baselines_are_each_named_once(data: Path) -> None:
    replace(data / "fengjie" / "region.toml", ("base_year = 2023", "base_year = 2022"))
    lines = [f"baselines.csv {line}" for line in range(2, 6)]
    assert [problem.where for problem in refusal(data)] == [f"{line} year" for line in lines]


def test_a_folder_without_any_region_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds no region"):
        packs(tmp_path)


def test_a_pack_broken_while_the_program_runs_changes_nothing_and_a_mended_one_needs_no_new_start(data: Path) -> None:
    head = data / "fengjie" / "region.toml"
    good = head.read_bytes()
    head.write_bytes(b"\xff\x00 broken [")
    with pytest.raises(Refused, match=r"region\.toml"):
        packs(data)
    head.write_bytes(good)
    read = packs(data)
    head.unlink()
    assert packs(data) is read


def test_packs_that_are_shared_cannot_be_exchanged() -> None:
    with pytest.raises(TypeError):
        packs()["fengjie"] = PACK  # type: ignore[index]


def test_a_region_that_is_not_there_is_refused(data: Path) -> None:
    with pytest.raises(Refused, match=r"region\.toml: is not there"):
        load("atlantis", data)


def test_what_was_derived_with_an_assumption_is_trusted_so_and_its_note_says_which() -> None:
    derived = [base for pack in packs().values() for base in pack.baselines.values() if base.source == "derived"]
    assert [base.indicator for base in derived] == ["gdp", "fai", "retail"]
    for base in derived:
        assert base.trust == "C"
        assert any(word in base.note_en for word in ("assuming", "taking"))
        assert "假定" in base.note_zh
