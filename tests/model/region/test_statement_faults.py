"""Faults in indicators.csv and sums.toml, one at a time, each in a copy of the good files."""

import shutil
from pathlib import Path

import pytest

from model.language.problem import Refused
from model.region.loader import DATA, load

TABLE, SUMS, MET, ASSESSED = "indicators.csv", "sums.toml", "met.csv", "assessed.csv"
FAULTS = {
    # fault: file, what is changed into what, where it is, and words its sentence cannot do without
    "theme unknown": (TABLE, "gdp,overall,", "gdp,wind,", "indicators.csv 2 theme", "got wind", "overall, industry"),
    "status unknown": (
        TABLE,
        ",expected,more,,,5.8,",
        ",must,more,,,5.8,",
        "indicators.csv 2 status",
        "got must",
        "binding",
    ),
    "direction unknown": (
        TABLE,
        ",expected,more,,,5.8,",
        ",expected,up,,,5.8,",
        "indicators.csv 2 direction",
        "got up",
    ),
    "no direction": (
        TABLE,
        ",expected,more,,,5.8,",
        ",expected,,,,5.8,",
        "indicators.csv 2 direction",
        "more, less, keep",
    ),
    "not a number": (TABLE, ",5.8,", ",about 5.8,", "indicators.csv 2 result_growth", "not a number", "got about 5.8"),
    "sign unknown": (TABLE, ",,~,6.5,", ",,ca.,6.5,", "indicators.csv 2 target_sign", "got ca.", "~, >=, <="),
    "sign without a result": (
        TABLE,
        "more,,,5.8,",
        "more,,~,5.8,",
        "indicators.csv 2 result_sign",
        "not there",
        "got ~",
    ),
    "sign without a target": (
        TABLE,
        "more,13,,,,,,,",
        "more,13,,,,>=,,,",
        "indicators.csv 11 target_sign",
        "not there",
    ),
    "year not whole": (
        TABLE,
        ",6.5,2024,",
        ",6.5,soon,",
        "indicators.csv 2 target_year",
        "not a whole number",
        "got soon",
    ),
    "no year": (TABLE, ",6.5,2024,", ",6.5,,", "indicators.csv 2 target_year", "every target has its year"),
    "year without a target": (TABLE, "more,13,,,,,,,", "more,13,,,,,,2024,", "indicators.csv 11 target_year", "none"),
    "not said whether comparable": (
        TABLE,
        ",2024,yes,constant,",
        ",2024,,constant,",
        "indicators.csv 2 comparable",
        "yes, no",
    ),
    "comparable with nothing": (TABLE, "more,13,,,,,,,", "more,13,,,,,,,no", "indicators.csv 11 comparable", "got no"),
    "no figure": (TABLE, "公里,km,,more,6,", "公里,km,,more,,", "indicators.csv 144", "says no figure"),
    "doubt without a note": (TABLE, ",2000,,,2024,yes,,,", ",2000,,,2024,yes,,scope,", "doubt", "got scope", "note_zh"),
    "per cent in one language": (
        TABLE,
        "Gross domestic product (GDP),%,%,",
        "Gross domestic product (GDP),%,points,",
        "indicators.csv 2 unit_en",
        "got points",
    ),
    "price basis unknown": (
        TABLE,
        ",yes,constant,",
        ",yes,real,",
        "indicators.csv 2 price_basis",
        "got real",
        "constant",
    ),
    "source not described": (
        TABLE,
        "plan_report_2024,一 L14,",
        "plan_report_2042,一 L14,",
        "indicators.csv 11 source",
        "2042",
    ),
    "note in one language": (
        TABLE,
        "74÷87,74÷87",
        "74÷87,",
        "indicators.csv 27 note_zh, note_en",
        "one language",
    ),
    "key twice": (TABLE, "\npm25,", "\ngood_air_days,", "indicators.csv", "repeats row", "good_air_days"),
    "empty name": (TABLE, ",Gross domestic product (GDP),%", ",,%", "indicators.csv 2 name_en", "is empty"),
    "formula": (
        SUMS,
        '"gov_investment_funds_in_place + gov_investment_funds_to_seek"',
        '"43.4 - 19"',
        "sums.toml government_funds_target formula",
        "got 43.4 - 19",
        "a + b",
    ),
    "row of a formula": (
        SUMS,
        "+ gov_investment_funds_to_seek",
        "+ funds",
        "sums.toml government_funds_target formula",
        "got funds",
    ),
    "row without such a figure": (
        SUMS,
        "/ projects_new_planned",
        "/ projects_new_investment",
        "sums.toml new_projects_start_rate_result formula",
        "got projects_new_investment",
    ),
    "more met than there are": (MET, ",2024,21,", ",2024,36,", "met.csv 3 value", "got 36", "sets 35", "2024"),
    "met in a year without a plan": (MET, ",2024,5,", ",2025,5,", "met.csv 2 value", "got 5", "sets 0", "2025"),
    "met of what is not counted": (
        MET,
        "plan_indicators_binding",
        "pm25",
        "met.csv 2 indicator",
        "got pm25",
        "binding",
    ),
    "assessed of a row without a target": (
        ASSESSED,
        "npl_ratio,",
        "npl_recovered,",
        "assessed.csv 14 row",
        "got npl_recovered",
        "target for 2024",
    ),
    "neither met nor missed": (ASSESSED, ",2024,yes,", ",2024,maybe,", "assessed.csv 2 met", "got maybe", "yes, no"),
    "assessed twice": (ASSESSED, "Forest coverage", "Good-air days", "assessed.csv 4", "repeats row 2"),
    "total": (
        SUMS,
        '"projects_over_100m_share"',
        '"share"',
        "sums.toml large_projects_share_result total",
        "got share",
    ),
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the good data, to be spoilt."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_refused_with_one_sentence_that_says_where_and_what(data: Path, fault: str) -> None:
    which, old, new, where, *words = FAULTS[fault]
    file = data / "fengjie" / which
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load("fengjie", data)
    assert len(refused.value.problems) == 1, str(refused.value)
    sentence = refused.value.problems[0].sentence()
    assert where in sentence
    for word in words:
        assert word in sentence


def test_a_region_may_go_without_these_files(data: Path) -> None:
    for file in (TABLE, SUMS, MET, ASSESSED):
        (data / "fengjie" / file).unlink()
    pack = load("fengjie", data)
    assert (dict(pack.statements), dict(pack.tallies), pack.met, pack.assessed) == ({}, {}, (), ())


def test_sums_need_their_rows(data: Path) -> None:
    (data / "fengjie" / "indicators.csv").unlink()
    with pytest.raises(Refused) as refused:
        load("fengjie", data)
    assert "sums.toml" in str(refused.value)
