"""`solve`: what would have to be, put back in, meets the target; exit codes tell where nothing would do."""

import csv
import io
import json
import math
import re
from fractions import Fraction

import pytest
from a_run import run
from any_scenario import CLOSE, LEVERS, PLAN, scenarios, slow_path, slow_rate
from hypothesis import given

from model.link.link import write
from model.scenario.scenario import Scenario, target_levers
from model.work.work import Work


def _levels(scenario: Scenario, indicator: str, year: int) -> list[float]:
    """The indicator's level at the end of that year, of GDP from the baseline and from the published 411.5 of 2024."""
    grown = (1 + slow_rate(scenario, one, y) for one in ("gdp", "deflator") for y in range(2025, int(year) + 1))
    found = [slow_path(scenario, indicator, year)[-1], Fraction("411.5") * math.prod(grown)]
    return [float(level) for level in found[: 2 if indicator == "gdp" else 1]]


@given(scenarios())
def test_every_value_that_is_needed_meets_its_target_in_fractions(scenario: Scenario) -> None:
    solutions = json.loads(run("solve", write(Work(scenario), "en"), "--json").out)["solutions"]
    for found in solutions:
        key, indicator, value = found["lever"], found["indicator"], found["value"]
        goal, year = scenario.target(indicator)
        assert found["now"] == scenario[key]
        if value is None:
            assert found["reason"]
        elif key == target_levers(indicator)[0]:
            assert value == pytest.approx(min(_levels(scenario, indicator, year)), rel=CLOSE)
        elif key in ("gdp_later", "deflator_later"):
            if found["place"] == "within":
                tried = scenario.set(**{key: value})
                assert min(_levels(tried, indicator, year)) == pytest.approx(goal, rel=CLOSE)
        elif key != target_levers(indicator)[1]:
            assert float(slow_path(scenario, indicator, year, **{key: value})[-1]) == pytest.approx(goal, rel=CLOSE)


def test_the_later_growth_of_the_plan_is_the_published_one() -> None:
    found = json.loads(run("solve", "--lever", "gdp_later", "--json").out)["solutions"][0]
    assert found["value"] == pytest.approx(0.07549016747379, rel=CLOSE)
    assert (found["place"], found["met"], found["words"]) == ("within", False, "7.55 % would meet the target")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_meets_the_target_from_the_baseline_alone_is_said_to_stay_short(language: str) -> None:
    # By hand: (550 / 411.5)^(1/4) - 1 = 7.5222 %; 550 - 411.5 x 1.075^4 = 0.454, whatever GDP was in 2023.
    done = run("solve", "--set", "gdp_base=391", "--lang", language, "--json")
    found = {each["lever"]: each for each in json.loads(done.out)["solutions"]}
    assert found["gdp_later"]["value"] == pytest.approx((550 / 411.5) ** 0.25 - 1, rel=CLOSE)
    assert not found["gdp_later"]["met"]
    short = {"en": "from the latest official level it stays 0.454 亿元 short", "zh": "按最近公布数推算仍差 0.454 亿元"}
    met = {"en": "already met", "zh": "已经达到"}  # from the baseline
    for key in ("gdp_first", "gdp_base", "deflator_first"):
        assert short[language] in found[key]["words"]
        assert found[key]["words"].startswith(met[language])
    assert not any(short[language][:10] in found[key]["words"] for key in ("gdp_later", "fai_base"))


def test_the_growth_needed_at_other_price_changes_is_answered_in_both_readings() -> None:
    # By hand: (550 / 411.5)^(1/4) / (1 + p) - 1, and from 386 x 1.065 = 411.09 instead of 411.5.
    found = json.loads(run("solve", "--json").out)["required_by_price_change"]
    assert [each["price_change"] for each in found] == [-0.005, 0, 0.01]
    for each in found:
        for key, start in (("from_baseline", 411.09), ("from_official", 411.5)):
            assert each[key] == pytest.approx((550 / start) ** 0.25 / (1 + each["price_change"]) - 1, rel=CLOSE)
    assert [round(each["from_official"] * 100, 2) for each in found] == [8.06, 7.52, 6.46]
    table, _, why = run("solve").out.partition("by price change")[2].partition("The price change is zero")
    assert why.rstrip().endswith("last ones: −0.8 % in 2022, −0.57 % in 2023, about −0.42 % in 2025 (derived).")
    wanted = "0.5 8.09 8.07 0.0 7.55 7.53 1.0 6.49 6.46"
    assert re.findall(r"([\d.]+) %", table)[-9:] == wanted.split()


def test_csv_has_rates_in_per_cent_and_the_same_words_as_the_table() -> None:
    table, text = run("solve").out, run("solve", "--csv").out
    rows = {row["lever"]: row for row in csv.DictReader(io.StringIO(text))}
    assert float(rows["gdp_later"]["needed"]) == pytest.approx(7.549016747379, rel=CLOSE)
    assert float(rows["gdp_later"]["now"]) == 7.5
    assert (rows["gdp_base"]["unit"], rows["target_year"]["needed"]) == ("亿元", "2029")
    assert all(row["words"] in table for row in rows.values())
    assert set(rows) == {key for key in LEVERS if f"  {key} " in table}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--lever", "gdp_later"), 0, "7.55 % would meet the target"),
        (("--lever", "gdp_later", "--set", "target_level=2000"), 1, "48.52 % is needed, above the maximum of 30.00 %"),
        (
            ("--lever", "gdp_later", "--set", "target_year=2024"),
            1,
            "no solution: no year up to the deadline follows this lever",
        ),
        (("--lever", "gdp_first", "--lever", "gdp_later", "--set", "target_year=2024"), 1, "42.49 %"),
        (("--set", "target_level=2000"), 0, "48.52 % is needed"),
    ],
)
def test_a_script_learns_from_the_exit_code_whether_what_it_asked_for_has_an_answer(
    arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = run("solve", *arguments)
    assert done.code == code
    assert words in done.out


def test_the_words_are_chinese_for_whoever_reads_chinese() -> None:
    out = run("solve", write(Work(PLAN), "zh"), "--lever", "gdp_later").out
    assert "不低于 7.55% 方可达标" in out
    assert "would" not in out


def test_a_row_of_the_plan_report_is_solved_for_in_json_too() -> None:
    done = run("solve", "--set", "tourism_revenue_later=12", "--json")
    assert done.code == 0
    assert "tourism_revenue_later" in {each["lever"] for each in json.loads(done.out)["solutions"]}
