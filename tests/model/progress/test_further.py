"""Further paths: rows of the plan report drawn on, worked by hand; exact in links and files, never refused whole."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from a_run import run
from any_link import about, said, signed
from any_region import find_region
from any_scenario import PACK, PACKS, PLAN
from any_work import PATHS
from hypothesis import given
from hypothesis import strategies as st

from model.answer import reproduce
from model.language.problem import Refused
from model.link import file, link
from model.link.further_part import read, written
from model.progress import further
from model.progress.further import HIGHEST, LOWEST, MOST, Further, add, change, levels, offered, remove
from model.region.loader import packs
from model.work.work import Work

OFFERED = offered(PACK)
TOURISM = OFFERED["tourism_revenue"]
THREE = (Further("tourism_revenue", 0.2, 0.123), OFFERED["ecommerce_sales"], OFFERED["tourist_visits"])
WORK = Work(PLAN, further=THREE)


# What they come to


@pytest.mark.parametrize(
    ("key", "level", "growth"),
    [
        ("tourism_revenue", 180, Fraction(20, 100)),  # "20 % or more"
        ("inclusive_loans", Fraction("64.17"), Fraction(15, 100)),
        ("food_processing_output", 10, Fraction(15, 100)),
        ("housing_sales_area", Fraction("28.9"), Fraction(306, 1000)),  # of 2023: no target is printed
        ("housing_avg_price", 7030, Fraction(25, 1000)),
        ("invest_projects_started_value", Fraction("149.2"), Fraction(685, 1000)),
        ("unemployment_insured", 43893, Fraction(124, 1000)),
    ],
)
def test_a_path_starts_from_the_reports_level_and_goes_on_at_printed_growth_or_else_that_of_2023(
    key: str, level: Fraction, growth: Fraction
) -> None:
    expected = [level * (1 + growth) ** year for year in range(6)]
    assert further.years(PACK, 2028) == (2023, 2024, 2025, 2026, 2027, 2028)
    assert levels(OFFERED[key], PACK, 2028) == pytest.approx([float(each) for each in expected], rel=1e-8)


@pytest.mark.parametrize(
    ("key", "level", "target"),
    [
        ("tourist_visits", 3111, 3800),
        ("ecommerce_sales", 60, 100),
        ("key_projects_investment", 123.4, 152.1),
        ("startup_loans", 1.1, 1),
        ("geohazard_projects", 3, 15),
        ("public_jobs", 5684, 2000),
        ("pm25", 20, 28),
    ],
)
def test_a_path_of_which_only_levels_are_printed_stays_at_its_target(key: str, level: float, target: float) -> None:
    assert levels(OFFERED[key], PACK, 2028) == pytest.approx([level, *[target] * 5], rel=1e-8)


def test_the_first_year_and_the_later_ones_grow_at_their_own_rates() -> None:
    moved = change(change((TOURISM,), "tourism_revenue", "first", -0.1), "tourism_revenue", "later", 0.05)
    assert levels(moved[0], PACK, 2026) == pytest.approx([180, 162, 170.1, 178.605])
    assert levels(moved[0], PACK, 2023) == pytest.approx([180])


def test_a_region_that_is_planned_again_keeps_the_paths_from_the_reports_own_year() -> None:
    again = find_region("fengjie&base=2024")
    assert offered(again) == OFFERED
    assert further.years(again, 2028)[0] == 2023
    assert WORK.carried_to(again)[0].further == THREE
    assert levels(TOURISM, again, 2025) == pytest.approx([180, 216, 259.2])


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("gdp", further.NO_GROWTH),  # growth alone
        ("preschool_inclusive", further.NO_GROWTH),  # a share
        ("gdp_level_goal_5y", further.NO_GROWTH),  # of another year
        ("income_all_residents", further.SIMULATED),  # 27,813 yuan: the income that the levers move
        ("plan_indicators_total", further.COUNT),  # 25 to 40
        ("plan_indicators_binding", further.COUNT),  # 6 to 5
        ("nothing", further.UNKNOWN),
    ],
)
def test_what_cannot_be_drawn_on_is_not_offered_and_the_reason_is_named(key: str, reason: str) -> None:
    assert key not in OFFERED
    problem = further.fault(key, PACK)
    assert problem is not None
    assert problem.what == reason
    assert "(got " + key + ")" in problem.sentence()
    with pytest.raises(Refused):
        add((), key, PACK)


def test_of_all_rows_with_a_level_and_growth_all_but_the_scenarios_own_income_can_be_drawn_on() -> None:
    assert len(OFFERED) == 44  # of 47, four of them without a target: two count the plan's indicators
    assert not offered(packs()["chongqing"])


def test_a_row_whose_plan_leaves_the_range_is_refused_and_the_range_is_named() -> None:
    begun = {"tourist_visits": PACK.statements["tourist_visits"].model_copy(update={"result": 600.0})}
    problem = further.fault("tourist_visits", replace(PACK, statements={**PACK.statements, **begun}))
    assert problem is not None  # 600 to 3,800: six times as much
    assert problem.what == further.TOO_FAR
    assert "allowed: -90 to 500 %" in problem.sentence()


# Adding and removing


def test_paths_are_added_in_order_once_and_up_to_six() -> None:
    paths: further.Paths = ()
    for key in list(OFFERED)[:MOST] * 2:
        paths = add(paths, key, PACK)
    assert [each.key for each in paths] == list(OFFERED)[:MOST]
    with pytest.raises(Refused, match="has room for 6 further paths"):
        add(paths, "tourism_revenue", PACK)
    assert remove(remove(paths, paths[2].key), "nothing") == (*paths[:2], *paths[3:])


# Links and files


def test_a_link_reads_as_a_person_would_write_it_and_one_without_paths_has_no_such_part() -> None:
    text = link.write(WORK, "en")
    fields = link.fields_of(WORK, "en")
    assert fields["further"] == ("tourism_revenue:20:12.3,ecommerce_sales:66.6666667:0,tourist_visits:22.1472195:0")
    assert "further=tourism_revenue:20:12.3," in text  # nothing is escaped
    assert "further" not in link.fields_of(Work(PLAN), "en")
    assert '"further"' not in file.write(Work(PLAN), "en")


@given(PATHS, st.sampled_from(["fengjie", "fengjie&base=2024"]))
def test_any_paths_come_back_exactly_from_a_link_and_from_a_file(paths: further.Paths, region: str) -> None:
    pack = find_region(region)
    work = Work(PLAN, further=paths).carried_to(pack)[0]
    for text in (link.write(work, "zh"), file.write(work, "zh")):
        opened = file.open_any(text, PACKS)
        assert (opened.work, opened.problems) == (work, ())


HOSTILE = st.text(max_size=60) | st.lists(
    st.sampled_from(["tourism_revenue", "gdp", ":", ",", "20", "-1e400", "nan", "٣", "：", "20:20", " ", "1e-400"]),
    max_size=12,
).map("".join)


@given(HOSTILE)
def test_whatever_a_link_says_the_good_is_kept_and_the_bad_named(text: str) -> None:
    fields = link.fields_of(Work(PLAN), "en")
    opened = link.read(signed({**fields, "further": text}), PACKS)
    found, problems = read(text, PACK)
    assert opened.work == Work(PLAN, further=found)
    assert list(opened.problems) == problems
    assert all(LOWEST <= rate <= HIGHEST for each in found for rate in (each.first, each.later))
    assert read(written(found), PACK) == (found, [])


@pytest.mark.parametrize(
    ("text", "keys", "sentence"),
    [
        ("plan_indicators_binding:-16.7:-16.7", [], "holds a row that counts the plan's indicators and is none (got"),
        ("nothing:1:1", [], "further: holds a row that the plan report of this region does not have (got nothing);"),
        ("tourism_revenue:x:5", ["tourism_revenue"], "is not a number (got x); allowed: -90 to 500 %; the value of"),
        ("tourism_revenue:5:501", ["tourism_revenue"], "is outside the range (got 501); allowed: -90 to 500 %;"),
        ("tourism_revenue:5", [], "holds what is no further path (got tourism_revenue:5); it is written as in"),
        ("tourism_revenue:5:5,tourism_revenue:6:6", ["tourism_revenue"], "holds a path twice (got tourism_revenue);"),
        ("tourism_revenue：5：5", ["tourism_revenue"], "is written in full-width characters"),
        (",".join(f"{key}:1:1" for key in list(OFFERED)[:7]), list(OFFERED)[:6], "has room for 6 further paths (got "),
    ],
)
def test_each_fault_is_a_sentence_and_the_rest_is_used(text: str, keys: list[str], sentence: str) -> None:
    found, problems = read(text, PACK)
    assert [each.key for each in found] == keys
    assert len(problems) == 1
    assert sentence in said(problems)[0]


def test_where_a_rate_cannot_be_used_the_plans_stands_for_it() -> None:
    assert read("tourism_revenue:x:5,ecommerce_sales:7:501", PACK)[0] == (
        Further("tourism_revenue", 0.2, 0.05),
        replace(OFFERED["ecommerce_sales"], first=0.07),
    )


def test_a_region_without_a_report_says_that_it_has_no_such_row() -> None:
    region = packs()["chongqing"]
    opened = link.read(link.write(WORK, "en").replace("region=fengjie", "region=chongqing"), packs())
    assert opened.work.further == ()
    assert further.UNKNOWN in about(opened)
    assert read(written(THREE), region)[0] == ()


# The answer


def test_the_python_answer_the_table_and_csv_hold_every_path_in_the_units_of_the_data() -> None:
    paths = (Further("tourism_revenue", 0.2, 0.1), Further("tourist_visits", 0.1, 0.0))
    text = link.write(Work(PLAN, further=paths), "en")
    found = reproduce(text).parts["further"]
    assert list(found) == ["tourism_revenue", "tourist_visits"]
    assert (found["tourism_revenue"]["unit"], found["tourism_revenue"]["price_basis"]) == ("亿元", "current")
    assert (found["tourist_visits"]["unit"], found["tourist_visits"]["price_basis"]) == ("万人次", "")
    assert found["tourism_revenue"]["years"] == [2023, 2024, 2025, 2026, 2027, 2028]
    expected = [180, 216, 237.6, 261.36, 287.496, 316.2456]
    assert found["tourism_revenue"]["path"] == pytest.approx(expected)
    assert json.loads(run("project", text, "--json").out)["further"] == found
    line = next(line for line in run("project", text).out.splitlines() if line.startswith("Tourism revenue, 亿元"))
    assert line.split()[-6:] == ["180.0", "216.0", "237.6", "261.4", "287.5", "316.2"]
    tidy = run("project", text, "--csv").out.splitlines()
    assert any(row.startswith(",,tourist_visits,,万人次,2023,,,3111.0,,,published,fengjie,") for row in tidy)
    assert any(row.startswith(",,tourism_revenue,current,亿元,2024,20.0,,216.0,,,published,fengjie,") for row in tidy)
    assert reproduce(link.write(Work(PLAN), "en")).parts["further"] == {}
