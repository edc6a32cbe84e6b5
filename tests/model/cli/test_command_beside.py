"""`--further`: rows of the plan report beside the scenario, from the command line as in a link, worked by hand."""

import csv
import io
import json
from dataclasses import replace

import pytest
from a_run import run
from any_scenario import PACK, PLAN

from model.link.link import read, write
from model.progress.further import Further, offered
from model.progress.regions import find_region
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work

TOURISM = Further("tourism_revenue", 0.2, 0.12)
LINK = write(Work(PLAN, further=(TOURISM, offered(PACK)["ecommerce_sales"])), "en")


def paths(*arguments: str) -> dict[str, list[float]]:
    done = run("project", "--json", *arguments)
    assert (done.code, done.err) == (0, "")
    return {key: path["path"] for key, path in json.loads(done.out)["further"].items()}


def test_a_row_is_drawn_on_at_the_growth_that_is_typed() -> None:
    found = paths("--further", "tourism_revenue:20:12")
    assert list(found) == ["tourism_revenue"]
    # 180 x 1.2, then x 1.12 a year
    assert found["tourism_revenue"] == pytest.approx([180, 216, 241.92, 270.9504, 303.464448, 339.88018176])


def test_a_row_alone_grows_by_its_plan() -> None:
    # 3,111 to 3,800
    assert paths("--further", "tourist_visits")["tourist_visits"][1] == pytest.approx(3800)


@pytest.mark.parametrize(
    "typed",
    [
        ("tourism_revenue:20:12,startup_loans:-50:100",),
        ("tourism_revenue:20:12", "startup_loans:-50:100"),
        ("tourism_revenue", "startup_loans:-50:100", "tourism_revenue:20:12"),
        (" tourism_revenue : 20 : 12 ， startup_loans：－50：１００",),
    ],
)
def test_several_stand_in_one_or_each_in_its_own_and_the_last_word_counts(typed: tuple[str, ...]) -> None:
    done = run("link", *(part for each in typed for part in ("--further", each)))
    assert (done.code, done.err) == (0, "")
    assert "&further=tourism_revenue:20:12,startup_loans:-50:100&" in done.out
    assert read(done.out.strip(), packs()).work.further == (TOURISM, Further("startup_loans", -0.5, 1.0))


def test_they_come_on_top_of_those_of_a_link() -> None:
    made = run("link", LINK, "--further", "tourism_revenue:20:5", "--further", "parking_new").out
    assert "&further=tourism_revenue:20:5,ecommerce_sales:66.6666667:0,parking_new:0:0&" in made
    assert list(paths(LINK)) == ["tourism_revenue", "ecommerce_sales"]


def test_a_region_that_is_planned_again_draws_them_on_from_the_reports_own_year() -> None:
    found = json.loads(run("project", "--region", "fengjie@2024", "--further", "tourism_revenue:20:12", "--json").out)
    assert found["further"]["tourism_revenue"]["years"][0] == 2023
    assert found["further"]["tourism_revenue"]["path"][2] == pytest.approx(241.92)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("tourism_revenu:1:1", "tourism_revenu: is not a row of the region's plan report; the nearest: tourism_rev"),
        ("zzz", "zzz: is not a row of the region's plan report; python -m model --help lists rows;"),
        ("gdp", "gdp: has no level of 2023 and growth from it in the plan report; choose another row"),
        ("income_all_residents:5:5", "income_all_residents: is an indicator of the scenario already, which levers"),
        ("plan_indicators_total", "plan_indicators_total: counts the plan's indicators and is none; choose"),
        ("tourism_revenue:5", "--further: is no row and its growth (got tourism_revenue:5); ROW or ROW:FIRST:LATER is"),
        ("tourism_revenue:5:5:5", "--further: is no row and its growth (got tourism_revenue:5:5:5);"),
        ("tourism_revenue=5", "tourism_revenue=5: is not a row of the region's plan report; the nearest:"),
        (":5:5", "--further: is no row and its growth (got :5:5);"),
        ("tourism_revenue,", "--further: is no row and its growth (got );"),
        ("tourism_revenue:x:5", "tourism_revenue: is not a number (got x); allowed: -90 to 500 %; write digits"),
        ("tourism_revenue:5:", "tourism_revenue: is not a number (got ); allowed: -90 to 500 %;"),
        ("tourism_revenue:5:nan", "tourism_revenue: is not a number (got nan);"),
        ("tourism_revenue:5:501", "tourism_revenue: is outside the range (got 501); allowed: -90 to 500 %; choose a"),
        (" ", "--further: is without its value"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_on_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    done = run("project", "--further", typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert len(done.err.splitlines()) == 1


def test_a_seventh_is_refused_and_every_fault_named() -> None:
    rows = list(offered(PACK))
    done = run("link", "--further", ",".join(rows[:7]), "--further", f"{rows[0]}:1:1,zzz")
    assert done.err.splitlines() == [
        f"{rows[6]}: is one more than there is room for; at most 6 rows are drawn on; leave one out",
        "zzz: is not a row of the region's plan report; python -m model --help lists rows; choose one of them",
    ]


def test_a_region_without_a_plan_report_has_no_rows() -> None:
    done = run("project", "--region", "chongqing", "--further", "tourism_revenue")
    assert done.err.startswith("tourism_revenue: is not a row of the region's plan report;")


def test_growth_that_looks_like_a_fraction_is_noted() -> None:
    done = run("project", "--further", "tourism_revenue:0.2:0.12")
    assert done.code == 0
    assert [line.partition(";")[0] for line in done.err.splitlines()] == [
        "note: tourism_revenue: 0.2 %", "note: tourism_revenue: 0.12 %",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("project", "--set", "tourism_revenue=12"), ("solve", "--set", "further_tourism_revenue_later=12"),
        ("sweep", "--range", "tourism_revenue=5:9:1", "--output", "-"),
    ],
)  # fmt: skip
def test_whoever_takes_a_row_for_a_lever_is_told_how_it_is_drawn_on(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(
        "is a row of the plan report and no lever; project and link draw it on; write --further tourism_revenue there\n"
    )


def test_a_link_that_is_read_says_them_in_every_form() -> None:
    kept = write(Work(PLAN, (PLAN.rename("a"),), further=(TOURISM,)), "en")
    out = run("link", kept).out.splitlines()
    assert [line.split() for line in out[-2:]] == [
        ["further", "paths", "growth,", "%", "2024", "from", "2025"],
        ["tourism_revenue", "Tourism", "revenue", "20", "12"],
    ]
    chinese = run("link", kept, "--lang", "zh").out.splitlines()
    assert chinese[-2].split() == ["其他指标", "增速（%）", "2024年", "2025年起"]
    rows = list(csv.reader(io.StringIO(run("link", kept, "--format", "csv").out)))
    assert rows[0] == ["key", "unit", "page", "k1", "plan"]
    assert rows[-2:] == [
        ["further_tourism_revenue_first", "%", "20.0", "20.0", "20.0"],
        ["further_tourism_revenue_later", "%", "12.0", "12.0", "20.0"],
    ]
    assert json.loads(run("link", kept, "--json").out)["further"] == {"tourism_revenue": {"first": 0.2, "later": 0.12}}
    again = replace(plan(find_region("fengjie@2024")), name="a")
    out = run("link", write(Work(again, further=(TOURISM,)), "en")).out.splitlines()
    assert out[-2].endswith("2024  from 2025")  # the years of the report, not those of the region planned again


def test_an_outcome_typed_of_a_row_is_said_not_to_be_used() -> None:
    region = ("--region", "fengjie@2024~tourism_revenue@2024:210")
    out = run("project", *region, "--further", "tourism_revenue:20:12").out
    assert "for the paths rest on the plan report: tourism_revenue@2024:210." in out
    assert "not used" not in run("project", *region, "--further", "ecommerce_sales").out
