"""What is wrong with the data of a region, one fault at a time: refused in a sentence that says where and what."""

import itertools
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from a_file import replace
from any_scenario import PACK

from model.language.problem import Problem, Refused
from model.region.loader import OPTIONAL, load


class Fault(NamedTuple):
    file: str
    pattern: str
    replacement: str | None
    """None where the file is gone."""
    where: str
    """What the sentence is about, `#` for the number of the line."""
    words: tuple[str, ...]
    """What the sentence must hold."""


FAULTS = {name: Fault(*parts) for name, parts in {
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
    "duplicate_goal": ("targets.csv", "^plan_fai.*\n", r"\g<0>\g<0>", "#", ("repeats row 4", "plan_fai")),
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
    "growth_of_minus_100": ("growth.csv", "5.8,%", "-100,%", "# value", ("not a growth rate", "got -100")),
    "growth_without_bounds": ("growth.csv", "5.8,%", "1000,%", "# value", ("not a growth rate", "up to 100 %")),
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
    "theme_unknown": ("indicators.csv", "gdp,overall,", "gdp,wind,", "# theme", ("got wind", "overall, industry")),
    "status_unknown": ("indicators.csv", r",expected,more,,,5\.8,", ",must,more,,,5.8,", "# status",
     ("got must", "binding")),
    "direction_unknown": ("indicators.csv", r",expected,more,,,5\.8,", ",expected,up,,,5.8,", "# direction",
     ("got up",)),
    "no_direction": ("indicators.csv", r",expected,more,,,5\.8,", ",expected,,,,5.8,", "# direction",
     ("more, less, keep",)),
    "not_a_number_of_a_row": ("indicators.csv", r",5\.8,", ",about 5.8,", "# result_growth",
     ("not a number", "got about 5.8")),
    "sign_unknown": ("indicators.csv", r",,~,6\.5,", ",,ca.,6.5,", "# target_sign", ("got ca.", "~, >=, <=")),
    "sign_without_a_result": ("indicators.csv", r"more,,,5\.8,", "more,,~,5.8,", "# result_sign",
     ("sign without a figure", "got ~")),
    "sign_without_a_target": ("indicators.csv", "more,13,,,,,,,", "more,13,,,,>=,,,", "# target_sign",
     ("sign without a figure",)),
    "year_not_whole_of_a_row": ("indicators.csv", r",6\.5,2024,", ",6.5,soon,", "# target_year",
     ("not a whole number", "got soon")),
    "no_year": ("indicators.csv", r",6\.5,2024,", ",6.5,,", "# target_year", ("every target has its year",)),
    "year_without_a_target": ("indicators.csv", "more,13,,,,,,,", "more,13,,,,,,2024,", "# target_year", ("none",)),
    "not_said_whether_comparable": ("indicators.csv", ",2024,yes,constant,", ",2024,,constant,", "# comparable",
     ("yes, no",)),
    "comparable_with_nothing": ("indicators.csv", "more,13,,,,,,,", "more,13,,,,,,,no", "# comparable", ("got no",)),
    "no_figure": ("indicators.csv", "公里,km,,more,6,", "公里,km,,more,,", "#", ("has no figure",)),
    "doubt_without_a_note": ("indicators.csv", ",2000,,,2024,yes,,,", ",2000,,,2024,yes,,scope,", "# doubt",
     ("got scope", "note_zh")),
    "per_cent_in_one_language": ("indicators.csv",
     r"Gross domestic product \(GDP\),%,%,", "Gross domestic product (GDP),%,points,", "# unit_en", ("got points",)),
    "price_basis_unknown": ("indicators.csv", ",yes,constant,", ",yes,real,", "# price_basis",
     ("got real", "constant")),
    "source_not_described_of_a_row": ("indicators.csv",
     "plan_report_2024,一 L14,", "plan_report_2042,一 L14,", "# source", ("2042",)),
    "note_in_one_language_of_a_row": ("indicators.csv", "74÷87,74÷87", "74÷87,", "# note_zh, note_en",
     ("one language",)),
    "key_twice": ("indicators.csv", r"\npm25,", '\ngood_air_days,', "#", ("repeats row", "good_air_days")),
    "empty_name": ("indicators.csv", r",Gross domestic product \(GDP\),%", ",,%", "# name_en", ("is empty",)),
    "formula": ("sums.toml", r'"gov_investment_funds_in_place \+ gov_investment_funds_to_seek"',
     '"43.4 - 19"', "government_funds_target formula", ("got 43.4 - 19", "a + b")),
    "row_of_a_formula": ("sums.toml", r"\+ gov_investment_funds_to_seek",
     "+ funds", "government_funds_target formula", ("got funds",)),
    "row_without_such_a_figure": ("sums.toml", "/ projects_new_planned", "/ projects_new_investment",
     "new_projects_start_rate_result formula", ("got projects_new_investment",)),
    "more_met_than_there_are": ("met.csv", ",2024,21,", ",2024,36,", "# value", ("got 36", "sets 35", "2024")),
    "met_in_a_year_without_a_plan": ("met.csv", ",2024,5,", ",2025,5,", "# value", ("got 5", "sets 0", "2025")),
    "met_of_what_is_not_counted": ("met.csv", "plan_indicators_binding", "pm25", "# indicator",
     ("got pm25", "binding")),
    "assessed_of_a_row_without_a_target": ("assessed.csv", "npl_ratio,", "npl_recovered,", "# row",
     ("got npl_recovered", "target for 2024")),
    "neither_met_nor_missed": ("assessed.csv", ",2024,yes,", ",2024,maybe,", "# met", ("got maybe", "yes, no")),
    "assessed_twice": ("assessed.csv", "Forest coverage", "Good-air days", "#", ("repeats row 2",)),
    "total": ("sums.toml", '"projects_over_100m_share"', '"share"', "large_projects_share_result total",
     ("got share",)),
}.items()}  # fmt: skip


def spoil(data: Path, fault: str) -> str:
    """Puts a fault into the data; where its sentence must say it is, with the number of the line for a `#`."""
    found = FAULTS[fault]
    file = data / "fengjie" / found.file
    good = file.read_text(encoding="utf-8")
    if found.replacement is None:
        file.unlink()
        return file.name
    bad = re.sub(found.pattern, found.replacement, good, count=1, flags=re.MULTILINE)
    assert bad != good
    file.write_text(bad, encoding="utf-8", errors="surrogateescape")
    lines = itertools.zip_longest(good.split("\n"), bad.split("\n"))
    changed = next(number for number, (before, after) in enumerate(lines, 1) if before != after)
    return f"{file.name} {found.where}".replace("#", str(changed)).strip()


def refusal(data: Path) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        load("fengjie", data)
    assert len(str(refused.value).splitlines()) == len(refused.value.problems)
    return refused.value.problems


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_one_sentence_that_says_where_and_what(data: Path, fault: str) -> None:
    where = spoil(data, fault)
    (problem,) = refusal(data)
    assert problem.where == where
    assert [word for word in FAULTS[fault].words if word not in problem.sentence()] == []


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
    lines = [f"baselines.csv {line}" for line in range(2, 2 + len(PACK.baselines))]
    assert [problem.where for problem in refusal(data)] == [f"{line} year" for line in lines]


def test_a_region_may_go_without_these_files(data: Path) -> None:
    for file in OPTIONAL:
        (data / "fengjie" / file).unlink()
    pack = load("fengjie", data)
    assert (dict(pack.statements), dict(pack.tallies), pack.met, pack.assessed) == ({}, {}, (), ())


def test_what_rests_on_the_rows_of_the_report_needs_them(data: Path) -> None:
    (data / "fengjie" / "indicators.csv").unlink()
    assert {problem.where.split()[0] for problem in refusal(data)} == {"sums.toml", "met.csv", "assessed.csv"}
