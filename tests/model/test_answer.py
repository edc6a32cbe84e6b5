"""The one answer: any link reproduced in three lines, equal to what an independent program works out."""

import csv
import io
import itertools
from pathlib import Path
from urllib.parse import parse_qsl

import pandas as pd
import pytest
from a_run import run
from any_link import signed
from any_scenario import PACK, PLAN, scenarios
from any_work import ROWS
from hypothesis import given

from model.answer import Answer, reproduce
from model.economics.verdict import judge
from model.language.problem import Refused
from model.language.spreadsheet import neutral
from model.link.file import write as write_file
from model.link.link import write
from model.scenario.scenario import Scenario
from model.work.work import Work

NUMBERS = ("growth_percent", "low", "level", "high", "chance")
LINKS = Path(__file__).resolve().parents[1] / "links"
with (LINKS / "links.csv").open(encoding="utf-8", newline="") as file:
    FROZEN = {name: next(rows)["link"] for name, rows in itertools.groupby(csv.DictReader(file), lambda row: row["id"])}


@given(scenarios())
def test_any_scenario_comes_back_from_its_link_with_the_same_answer_to_the_last_bit(scenario: Scenario) -> None:
    answer = reproduce(write(Work(scenario), "zh"))
    assert answer.scenario == scenario
    assert answer.verdict == judge(scenario)
    assert answer.frame.equals(Answer(Work(scenario)).frame)
    assert answer.problems == ()
    assert reproduce(answer.link).link == answer.link


def test_its_link_opens_all_that_was_in_the_one_it_came_from() -> None:
    work = Work(PLAN.set(gdp_later=0.08)).keep("保底").refer(1)
    link = write(work, "zh")
    assert reproduce(link).work == work
    assert reproduce(link).link == link


def test_a_saved_file_is_answered_like_its_link() -> None:
    work = Work(PLAN.set(gdp_later=0.08).rename("稳一点"))
    assert reproduce(write_file(work, "en")).work == work


def test_what_could_not_be_used_is_said_in_the_links_language() -> None:
    assert any("(got x)" in problem for problem in reproduce("gdp=6.5,x").problems)
    assert any("现为 x" in problem for problem in reproduce("lang=zh&gdp=6.5,x").problems)


def test_a_result_that_has_moved_is_said() -> None:
    fields = dict(parse_qsl(write(Work(PLAN), "en"), keep_blank_values=True)) | {"shown": "551.2,reached"}
    first, *_ = reproduce(signed(fields)).problems
    assert first == "This link showed 551.2 亿元 when it was made; today it is 548.998 亿元."


@given(scenarios(), ROWS)
def test_the_frame_is_what_csv_prints_and_nothing_where_nothing_is_known(
    scenario: Scenario, rows: tuple[str, ...]
) -> None:
    link = write(Work(scenario).projecting(rows), "en")
    frame, text = reproduce(link).frame, run("project", link, "--csv").out
    empty = dict.fromkeys(NUMBERS, "")
    printed = pd.read_csv(io.StringIO(text), keep_default_na=False, na_values=empty, dtype={"name": str})
    frame = frame.rename(columns={"growth": "growth_percent"})
    frame["name"] = frame["name"].map(neutral)
    frame["growth_percent"] *= 100
    pd.testing.assert_frame_equal(frame, printed, rtol=1e-14, atol=1e-12)
    assert len(frame) == (len(PACK.baselines) + 1 + len(rows)) * frame["year"].nunique()


@pytest.mark.parametrize("junk", ["", " \n", "complete junk", "???", "https://example.org/", '{"a": 1}', "\ud800"])
def test_what_holds_nothing_is_refused_with_a_sentence(junk: str) -> None:
    with pytest.raises(Refused, match=r"^link: is neither a link nor a file of scenarios \(got .*\); give "):
        reproduce(junk)


def test_a_frame_that_somebody_changes_changes_no_other() -> None:
    link = write(Work(PLAN), "en")
    frame = reproduce(link).frame
    frame["level"] = 0.0
    assert reproduce(link).frame["level"].min() > 0


@pytest.mark.parametrize("long", [6_000, 19_000])
def test_a_county_whose_name_is_far_too_long_is_taken_with_a_name_that_is_cut(long: int) -> None:
    answer = reproduce(f"region=own&own.name={'A' * long}&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030")
    assert answer.pack.region.name_en == "A" * 40
    (said,) = answer.problems
    assert "at most 40 characters long" in said


def test_a_link_that_is_longer_than_what_is_read_of_it_is_refused_for_that() -> None:
    with pytest.raises(Refused, match=r"^link: is too long \(got 20\d{3} characters\); at most 20000 are read"):
        reproduce(f"region=own&own.name={'A' * 20_000}&own.base_year=2025&own.gdp=386:6.5&own.target=550,2030")
