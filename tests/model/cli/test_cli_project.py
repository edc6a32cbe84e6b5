"""`project`: the table, CSV and JSON say the same, and exit codes tell a script the verdict."""

import csv
import io
import itertools
import json
import re

import pytest
from a_run import run
from any_scenario import CLOSE, PACKS, PLAN, scenarios, slow_path
from hypothesis import given

from model.link.link import read, write
from model.link.version import EDITION
from model.scenario.scenario import Scenario
from model.work.work import Work

STATUS = {"reached": "Reached. ", "depends": "Depends on the ", "not_reached": "Not reached. "}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@given(scenarios())
def test_table_csv_and_json_of_any_scenario_agree_with_the_years_in_fractions(scenario: Scenario) -> None:
    link = write(Work(scenario), "en")
    answer = json.loads(run("project", link, "--json").out)
    tidy = rows(run("project", link, "--csv").out)
    for key in ("gdp", "fai", "retail", "income"):
        exact = [float(level) for level in slow_path(scenario, key, answer["years"][-1])]
        assert answer["paths"][key] == pytest.approx(exact, rel=CLOSE)
        in_15_digits = [float(f"{level:.15g}") for level in answer["paths"][key]]
        assert [float(row["level"]) for row in tidy if row["indicator"] == key] == in_15_digits
    growth = [row["growth_percent"] for row in tidy if row["indicator"] == "gdp"]
    levels = answer["paths"]["gdp"]
    assert growth[0] == ""
    assert [float(rate) for rate in growth[1:]] == pytest.approx(
        [(after / before - 1) * 100 for before, after in itertools.pairwise(levels)], rel=1e-6, abs=1e-9
    )
    table = run("project", link).out
    line = next(line for line in table.splitlines() if "At these rates" in line)
    assert line.startswith(STATUS[answer["verdict"]["status"]])
    said = re.findall(r"([0-9,.]+) 亿元(?: from [a-z ]+)? \((?:[0-9,.]+ )?(short|above|exactly on target)\)", line)
    readings = [answer["verdict"][key] for key in ("from_baseline", "from_official") if answer["verdict"][key]]
    for (level, side), reading in zip(said, readings, strict=True):
        shown = float(level.replace(",", ""))
        assert (shown >= scenario["target_level"]) == reading["reached"] == (side != "short")
        assert abs(shown - reading["level"]) < 0.001


def test_the_table_of_the_plan() -> None:
    wanted = [
        "                             2023     2024     2025     2026     2027     2028",
        "GDP, 亿元                   386.0    411.1    441.9    475.1    510.7    549.0",
        "FAI, 亿元                    90.7    101.6    113.8    127.4    142.7    159.8",
        "Retail sales, 亿元          131.6    141.5    152.1    163.5    175.7    188.9",
        "Income per head, yuan     27813.0  29620.8  31546.2  33596.7  35780.5  38106.2",
        "GDP at 2023 prices, 亿元    386.0    411.1    441.9    475.1    510.7    549.0",
        "",
        "Levels are from the baseline, at current prices unless marked.",
        "2023: derived; no published figure: GDP; FAI; Retail sales",
        "Not reached. At these rates GDP in 2028 is 548.998 亿元 from the baseline (1.002 short) and 549.546 亿元 from "
        "the latest official level (0.454 short); the target is 550 亿元.",
        "At least 7.55 % a year is needed in real terms in 2025–2028; the scenario assumes 7.50 %. From the latest "
        "official level alone, 7.53 % in 2025–2028 is enough.",
        "By 2026 (Party congress): 475.066 亿元 from the baseline (74.934 short), 475.540 亿元 from the "
        "latest official level (74.460 short).",
        "At least 15.67 % a year is needed in real terms in 2025–2026; the scenario assumes 7.50 %.",
        "chance of being at or above the target at the end of 2028: 49 % from the baseline, 50 % from the latest "
        "official level",
    ]
    out = run("project").out
    assert [line for line in out.splitlines() if line in wanted] == wanted
    assert "years. GDP: extended from the five-year plan to 2025; FAI, Retail sales, Income per head" in out


@pytest.mark.parametrize(("level", "status"), [("540", "reached"), ("550", "not_reached"), ("549.2", "depends")])
def test_a_script_learns_the_verdict_from_the_exit_code(level: str, status: str) -> None:
    for expected in STATUS:
        done = run("project", "--set", f"target_level={level}", "--expect", expected)
        assert done.code == (0 if expected == status else 1)
        assert STATUS[status] in done.out


def test_notes_stand_under_a_table_beside_csv_and_in_json() -> None:
    bad = "gdp=6.5,x"
    assert "note: gdp: is not a number (got x)" in run("project", bad).out
    beside = run("project", bad, "--csv")
    assert "note: gdp: is not a number (got x)" in beside.err
    assert "note" not in beside.out
    assert any("(got x)" in problem for problem in json.loads(run("project", bad, "--json").out)["problems"])


def test_the_plan_is_the_default_and_what_differs_from_it_is_named() -> None:
    assert run("project", write(Work(PLAN), "en")).out == run("project").out
    assert (
        "Differs from the plan: gdp_later=9, gdp@2026=5, target_year=2030\n"
        in run("project", "--set", "gdp_later=9", "--set", "gdp@2026=5", "--set", "target_year=2030").out
    )


def test_json_of_the_plan_has_the_documented_parts_and_the_published_numbers() -> None:
    answer = json.loads(run("project", "--json").out, parse_constant=pytest.fail)
    assert list(answer) == [
        "region", "base_year", "link", "edition", "place",
        "scenario", "showed", "origins", "growth_origins", "years", "paths",
        "target", "verdict", "deadlines", "implied", "chance", "chance_from_official", "required_by_price_change",
        "reference", "kept", "problems",
    ]  # fmt: skip
    assert (answer["years"], answer["target"]) == (list(range(2023, 2029)), {"level": 550, "year": 2028})
    verdict = answer["verdict"]
    assert set(verdict) == {
        "year", "target", "status", "from_baseline", "from_official", "low", "high", "uniform_nominal_from_baseline",
        "uniform_real_from_baseline", "baseline_on_target",
    }  # fmt: skip
    own, official = verdict["from_baseline"], verdict["from_official"]
    assert set(own) == set(official) == {
        "start_year", "start", "level", "gap", "reached", "first_year", "required_growth", "assumed_growth", "years",
    }  # fmt: skip


def test_numbers_of_csv_are_decimals_as_people_write_them_and_those_of_json_have_every_bit() -> None:
    levers = ("--set", "gdp_later=8", "--set", "deflator_later=2")
    tidy = rows(run("project", *levers, "--csv").out)
    gdp = [row for row in tidy if row["indicator"] == "gdp"]
    assert (gdp[1]["high"], gdp[2]["growth_percent"], gdp[2]["level"]) == ("416.415", "10.16", "452.856744")
    assert all(len(row[column]) <= 16 for row in tidy for column in ("growth_percent", "low", "level", "high"))
    assert json.loads(run("project", *levers, "--json").out)["paths"]["fai"][1] == 90.7 * 1.12


def test_what_was_typed_passes_in_no_form_as_a_fact() -> None:
    region = "region=fengjie&base=2025&outcome.gdp=2025:440:6.2"
    table = run("project", region).out.splitlines()
    assert "2025: typed, without a source: GDP" in table
    carried = "2025: carried forward at the plan's growth; no published figure:"
    assert any(line.startswith(f"{carried} FAI; Retail sales; Income per head") for line in table)
    assert "2025年基数系自行填写、无来源：GDP" in run("project", region, "--lang", "zh").out
    typed = {"gdp": "typed", "fai": "derived", "retail": "derived", "income": "derived"}
    assert typed.items() <= json.loads(run("project", region, "--json").out)["origins"].items()
    tidy = rows(run("project", region, "--csv").out)
    assert {**typed, "gdp_constant": "typed"}.items() <= {r["indicator"]: r["base_origin"] for r in tidy}.items()
    assert {row["region"] for row in tidy} == {"fengjie"}
    own = run(
        "project",
        "region=own&own.name=Examplia&own.base_year=2025&own.gdp=386,380,391:6.5&own.fai=90.7:12&own.target=550,2030",
    ).out
    assert "2025: typed, without a source: GDP; FAI" in own.splitlines()
    assert any(
        line.endswith("gave the figures and the target of this county; they are not verified.")
        for line in own.splitlines()
    )


KEPT = "v=4&region=fengjie&gdp=6.5,7.6&k1.gdp=5,6&k1.name=low&k2.gdp=8,9&k2.name=high"
LEVELS = {"page": 386 * 1.065 * 1.076**4, "k1": 386 * 1.05 * 1.06**4, "k2": 386 * 1.08 * 1.09**4}


def of_2028(text: str) -> dict[str, float]:
    return {
        row["scenario"]: float(row["level"]) for row in rows(text) if (row["indicator"], row["year"]) == ("gdp", "2028")
    }


def test_csv_and_json_hold_every_scenario_of_a_link_that_on_the_page_first() -> None:
    text = run("project", KEPT, "--csv").out
    assert of_2028(text) == pytest.approx(LEVELS, rel=CLOSE)
    assert list(dict.fromkeys((row["scenario"], row["name"]) for row in rows(text))) == [
        ("page", ""), ("k1", "low"), ("k2", "high"),
    ]  # fmt: skip
    page = json.loads(run("project", KEPT, "--json").out)
    found = {each["place"]: each["paths"]["gdp"][-1] for each in (page, *page["kept"])}
    assert found == pytest.approx(LEVELS, rel=CLOSE)
    assert [each["scenario"]["name"] for each in page["kept"]] == ["low", "high"]


def test_the_table_is_of_the_page_and_says_the_verdict_of_every_saved_scenario() -> None:
    low, high = (line for line in run("project", KEPT).out.splitlines() if line.startswith("k"))
    assert low.startswith("k1 (low): Not reached. At these rates GDP in 2028 is 511.682 亿元 from the baseline")
    assert high.startswith("k2 (high): Reached. At these rates GDP in 2028 is ")


def test_what_the_link_says_of_itself_stands_in_json() -> None:
    scenario = PLAN.with_years("gdp", {2026: 0.05}, [2026])
    link = write(Work(scenario).add(PLAN.set(fai_later=0.09).rename("floor")).refer(1), "zh")
    said = json.loads(run("project", link, "--json").out)
    assert (said["reference"], said["scenario"]["locks"], said["problems"]) == ("k1", ["gdp@2026"], [])
    assert said["kept"][0]["showed"] == {"level": 548.998, "status": "not_reached"}
    assert json.loads(run("project", "--json").out)["showed"] is None


@pytest.mark.parametrize("command", ["project", "solve"])
def test_json_carries_the_whole_link_and_the_edition_and_csv_its_check_sum(command: str) -> None:
    said = json.loads(run(command, KEPT, "--set", "gdp_later=8", "--json").out)
    work = read(said["link"], PACKS).work
    assert (work.scenario["gdp_later"], [kept.name for kept in work.kept]) == (0.08, ["low", "high"])
    assert said["edition"] == EDITION
    tidy = rows(run("project", said["link"], "--csv").out)
    assert {(row["link"], row["edition"]) for row in tidy} == {(said["link"].rpartition("&")[2], str(EDITION))}
    assert tidy[0]["link"].startswith("check=")
