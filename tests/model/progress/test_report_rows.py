"""Rows of the plan report as indicators: worked by hand, exact in links and files, never refused whole."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from a_run import run
from any_link import said, signed
from any_region import find_region
from any_scenario import PACK, PACKS, PLAN, projecting
from any_work import ROWS
from hypothesis import given
from hypothesis import strategies as st

from model.answer import reproduce
from model.economics.projection import project
from model.economics.solve import solve
from model.language import amounts
from model.language.problem import Refused
from model.language.wording import Wording
from model.link import file, link
from model.progress.report_rows import FULL, MOST, add, keys, offered, remove, unfit, with_rows
from model.region.loader import packs
from model.scenario.lever import number
from model.scenario.levers import levers
from model.scenario.scenario import Scenario, plan
from model.work.view import View
from model.work.work import Work

OFFERED = offered(PACK)
TOURISM = projecting(tourism_revenue=(0.2, 0.123))


def path(key: str, scenario: Scenario) -> list[float]:
    """The levels of an indicator."""
    return list(project(scenario).paths[key])


# What they come to


@pytest.mark.parametrize(
    ("key", "level", "growth"),
    [
        ("tourism_revenue", 180, Fraction(20, 100)),  # "20 % or more"
        ("inclusive_loans", Fraction("64.17"), Fraction(15, 100)),
        ("housing_sales_area", Fraction("28.9"), Fraction(306, 1000)),  # of 2023: no target is printed
        ("unemployment_insured", 43893, Fraction(124, 1000)),
    ],
)
def test_a_path_starts_from_the_reports_level_and_goes_on_at_printed_growth_or_else_that_of_2023(
    key: str, level: Fraction, growth: Fraction
) -> None:
    expected = [level * (1 + growth) ** year for year in range(6)]
    assert path(key, plan(with_rows(PACK, (key,)))) == pytest.approx([float(each) for each in expected], rel=1e-8)


@pytest.mark.parametrize(
    ("key", "level", "target"),
    [("tourist_visits", 3111, 3800), ("startup_loans", 1.1, 1), ("geohazard_projects", 3, 15)],
)
def test_a_path_of_which_only_levels_are_printed_stays_at_its_target(key: str, level: float, target: float) -> None:
    assert path(key, plan(with_rows(PACK, (key,)))) == pytest.approx([level, *[target] * 5], rel=1e-8)


def test_it_has_every_lever_of_an_indicator_and_is_solved_like_one() -> None:
    lever = levers(TOURISM.pack)
    assert [key.removeprefix("tourism_revenue_") for key in lever if key.startswith("tourism_revenue")] == [
        "first", "later", "base", "target_level", "target_year",
    ]  # fmt: skip
    moved = TOURISM.by_hand("tourism_revenue", 2026, 0.5).set(tourism_revenue_target_level=500.0)
    assert path("tourism_revenue", moved)[:4] == pytest.approx([180, 216, 242.568, 363.852])
    # 500 = 216 (1 + g)^3 1.5 in 2028
    assert solve("tourism_revenue_later", moved).value == pytest.approx((500 / 324) ** (1 / 3) - 1)


def test_it_is_named_in_both_languages_with_its_own_unit() -> None:
    (row,) = with_rows(PACK, ("tourist_visits",)).rows
    zh, en = (Wording(language, 2023) for language in ("zh", "en"))
    assert (zh(row.name), en(row.label("{name} in {base}"))) == ("接待游客", "Tourist visits in 2023")
    assert (zh.level(3111.0, row.unit), en.level(3111.0, row.unit)) == ("3,111 万人次", "31.11 m visits")
    assert (zh.basis(row.unit), en(row.growth_name)) == ("万人次", "growth")


@pytest.mark.parametrize(
    ("text", "key", "level"),
    [
        ("33.5 m visits", "tourist_visits", 3350.0),
        ("3350 万人次", "tourist_visits", 3350.0),
    ],
)
def test_a_level_is_typed_with_either_unit(text: str, key: str, level: float) -> None:
    pack = with_rows(PACK, (key,))
    assert number(text, levers(pack)[f"{key}_base"]) == level
    assert amounts.level(text, pack.rows[0].unit, "", Wording("en", 2023)) == level


def test_a_region_that_is_re_based_starts_from_the_outcome_that_was_typed_or_from_the_plans_level() -> None:
    rows = ("tourist_visits", "tourism_revenue")
    again = with_rows(find_region("fengjie&base=2024&outcome.tourist_visits=2024:3650"), rows)
    assert (again.base_year, keys(again)) == (2024, rows)
    assert path("tourist_visits", plan(again))[:2] == [3650, 3650]
    assert path("tourism_revenue", plan(again))[:2] == pytest.approx([216, 259.2])
    carried = Work(TOURISM).carried_to(again)[0].scenario
    assert path("tourism_revenue", carried)[:2] == pytest.approx([216, 216 * 1.123])


def test_a_re_based_row_starts_from_the_growth_that_was_typed() -> None:
    again = with_rows(find_region("fengjie&base=2024&outcome.tourist_overnight=2024::40"), ("tourist_overnight",))
    assert path("tourist_overnight", plan(again))[0] == pytest.approx(246.4)  # 176 × 1.4


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("gdp", "no_growth"),  # growth alone
        ("preschool_inclusive", "no_growth"),  # a share
        ("gdp_level_goal_5y", "no_growth"),  # of another year
        ("income_all_residents", "projected"),  # 27,813 yuan: the income that the levers move
        ("plan_indicators_total", "count"),  # 25 to 40
        ("pm25", "less"),  # at most 28; the level to reach of a path is a floor
        ("nothing", "unknown"),
    ],
)
def test_what_cannot_be_projected_is_not_offered(key: str, reason: str) -> None:
    assert key not in OFFERED
    assert unfit(key, PACK) == reason


def test_of_all_rows_with_a_level_and_growth_all_but_the_scenarios_own_income_can_be_projected() -> None:
    assert len(OFFERED) == 43  # of 47: two count the plan's indicators, of one less is better
    assert not offered(packs()["chongqing"])
    begun = {"tourist_visits": PACK.statements["tourist_visits"].model_copy(update={"result": 600.0})}
    assert unfit("tourist_visits", replace(PACK, statements={**PACK.statements, **begun})) == "too_far"  # to 3,800


def test_a_row_that_is_called_like_a_lever_is_not_offered() -> None:
    called = PACK.statements["tourism_revenue"].model_copy(update={"key": "target"})
    assert unfit("target", replace(PACK, statements={**PACK.statements, "target": called})) == "projected"


def test_rows_are_added_in_order_once_and_up_to_six() -> None:
    pack = PACK
    for key in OFFERED[:MOST] * 2:
        pack = with_rows(pack, add(key, pack))
    assert keys(pack) == OFFERED[:MOST]
    with pytest.raises(Refused, match="can be projected up to 6 at a time"):
        add("tourism_revenue", pack)
    assert remove(OFFERED[2], pack) == (*OFFERED[:2], *OFFERED[3:MOST])
    assert with_rows(pack, ()) == PACK


def test_saved_scenarios_get_the_rows_of_a_link_that_is_added() -> None:
    here = Work(PLAN.set(gdp_later=0.08).rename("a")).keep("a")
    found = here.add_all(Work(TOURISM.rename("b")), "c")
    assert [keys(each.pack) for each in (found.scenario, *found.kept)] == [("tourism_revenue",)] * 3
    assert [each["tourism_revenue_later"] for each in found.kept] == [0.2, 0.123]


def test_growth_that_is_edited_year_by_year_is_gdps_once_its_row_is_removed() -> None:
    work = Work(TOURISM.by_hand("tourism_revenue", 2026, 0.5), view=View(series="tourism_revenue"))
    assert work.projecting(()) == Work(PLAN)


# Links and files


def test_a_link_says_it_as_any_indicator() -> None:
    fields = link.fields_of(Work(TOURISM), "en")
    assert fields["tourism_revenue"] == "20,12.3"
    assert (fields["tourism_revenue0"], fields["tourism_revenue_target"]) == ("180", "450,2028")


@given(ROWS, st.sampled_from(["fengjie", "fengjie&base=2024"]))
def test_any_rows_come_back_exactly_from_a_link_and_from_a_file(rows: tuple[str, ...], region: str) -> None:
    work = Work(plan(find_region(region))).projecting(rows)
    for text in (link.write(work, "zh"), file.write(work, "zh")):
        opened = file.open_any(text, PACKS)
        assert (opened.work, opened.problems) == (work, ())


HOSTILE = st.text(max_size=60) | st.lists(
    st.sampled_from(["tourism_revenue", "gdp", ":", ",", "20", "-1e400", "nan", "٣", "：", "20:20", " ", "1e-400"]),
    max_size=12,
).map("".join)


@given(HOSTILE, st.sampled_from(["further", "tourism_revenue", "tourism_revenue0"]))
def test_whatever_a_link_says_the_rest_is_kept(text: str, key: str) -> None:
    opened = link.read(signed({**link.fields_of(Work(PLAN), "en"), key: text}), PACKS)
    assert opened.work.carried_to(PACK)[0] == Work(PLAN)
    assert keys(opened.work.pack) in ((), ("tourism_revenue",))


@pytest.mark.parametrize(
    ("text", "rows", "sentence"),
    [
        ("nothing:1:1", (), "further: names no row that can be projected (got nothing:1:1); it was left out"),
        ("tourism_revenue:5", (), "names no row that can be projected (got tourism_revenue:5);"),
        ("tourism_revenue:x:5", ("tourism_revenue",), "is not a number (got x); allowed: -90 to 500 %; the value of"),
        ("tourism_revenue:5:501", ("tourism_revenue",), "is outside the range (got 501); allowed: -90 to 500 %;"),
        (",".join(f"{key}:1:1" for key in OFFERED[:7]), OFFERED[:6], f"{FULL.partition(' (')[0][:20]}"),
    ],
)
def test_what_links_used_to_say_is_read_and_each_fault_is_a_sentence(
    text: str, rows: tuple[str, ...], sentence: str
) -> None:
    opened = link.read(signed({**link.fields_of(Work(PLAN), "en"), "further": text}), PACKS)
    assert keys(opened.work.pack) == rows
    (told,) = said(list(opened.problems))
    assert sentence in told


def test_a_region_without_a_report_names_the_parts_that_it_does_not_know() -> None:
    opened = link.read(link.write(Work(TOURISM), "en").replace("region=fengjie", "region=chongqing"), packs())
    assert opened.work.pack == packs()["chongqing"]
    assert any("does not know (got fai, retail, income, " in each for each in said(opened.problems))


# The answer


def test_the_python_answer_the_table_and_csv_hold_every_row_in_the_units_of_the_data() -> None:
    text = link.write(Work(projecting(tourism_revenue=(0.2, 0.1), tourist_visits=(0.1, 0.0))), "en")
    parts = reproduce(text).parts
    expected = [180, 216, 237.6, 261.36, 287.496, 316.2456]
    assert parts["paths"]["tourism_revenue"] == pytest.approx(expected)
    assert json.loads(run("project", text, "--json").out)["paths"] == parts["paths"]
    line = next(line for line in run("project", text).out.splitlines() if line.startswith("Tourism revenue, 亿元"))
    assert line.split()[-6:] == ["180.0", "216.0", "237.6", "261.4", "287.5", "316.2"]
    tidy = run("project", text, "--csv").out.splitlines()
    assert any(row.startswith("page,,tourist_visits,,万人次,2023,,,3111.0,,,published,fengjie,") for row in tidy)
    assert any(row.startswith("page,,tourism_revenue,current,亿元,2024,20.0,,216.0,,,") for row in tidy)
