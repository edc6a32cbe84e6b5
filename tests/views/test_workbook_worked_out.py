"""The workbook, worked out by LibreOffice before and after its inputs are changed, shows what the model shows."""

import runpy
from collections import Counter
from dataclasses import dataclass, field
from decimal import ROUND_CEILING
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
import recalculated
from a_visit import PACK, PLAN, showing
from a_workbook import CLOSE, FASTER, at, made, near, rows, shifted, value
from openpyxl import load_workbook

from model.economics import phrases, verdict_sentences
from model.economics.growth import growth, level_in
from model.economics.sectors import sums
from model.economics.sensitivity import ON_GDP, tornado
from model.economics.solve import from_each_year, solvable, solve, uniform, values
from model.economics.uncertainty import uncertainty
from model.economics.verdict import implied, judge, required_by_price_change
from model.language.names import clean_name
from model.link.link import write
from model.progress.further import Further
from model.progress.regions import find_region
from model.region.indicators import GDP, INDICATORS
from model.region.limits import FARTHEST
from model.region.loader import packs
from model.scenario.levers import RATES, levers
from model.scenario.scenario import Scenario, plan
from model.work.work import Work
from views.charts.compared import short
from views.words import verdict as in_words

EXACT = runpy.run_path(str(Path(__file__).resolve().parents[1] / "links" / "exact.py"))


@dataclass(frozen=True)
class Case:
    """A workbook made for one scenario, in which inputs are then typed that make it another."""

    made_for: Scenario
    language: str = "en"
    typed: dict[str, float] = field(default_factory=dict)
    """Levers, as the cell has them: in bn yuan in English."""
    by_hand: dict[tuple[str, int], float | None] = field(default_factory=dict)

    @property
    def after(self) -> Scenario:
        """The scenario that the inputs make."""
        known, w = levers(PACK), showing(PLAN, self.language).wording
        levels = {key: w.unshifted(v, known[key].unit) for key, v in self.typed.items() if known[key].kind == "level"}
        found = self.made_for.set(**{**self.typed, **levels})
        for (series, year), rate in self.by_hand.items():
            found = found.by_hand(series, year, rate)
        return found

    def type_in(self, book) -> None:
        """Types the inputs."""
        for key, number in self.typed.items():
            at(book, key).value = number
        for (series, year), rate in self.by_hand.items():
            at(book, f"{series}_by_hand")[year - PACK.first_year].value = rate


CASES = {
    "the plan": Case(PLAN),
    "reached": Case(PLAN, "zh", {"gdp_later": 0.09}),
    "not reached": Case(PLAN.set(gdp_later=0.09), "en", {"gdp_first": -0.02, "gdp_later": 0.05}),
    "just the target": Case(PLAN.set(gdp_later=solve("gdp_later", PLAN).value), "zh"),
    "years by hand": Case(
        PLAN.by_hand("gdp", 2025, 0.03).by_hand("retail", 2026, 0.1), "zh", {},
        {("gdp", 2026): 0.05, ("gdp", 2033): 0.11, ("gdp", 2025): None, ("deflator", 2027): 0.01, ("fai", 2024): 0.2},
    ),
    "every year by hand": Case(
        PLAN, "en", {"target_year": 2027.0}, {("gdp", year): 0.01 * (year - 2020) for year in range(2024, 2036)}
    ),
    "other indicators": Case(FASTER, "en", {"fai_first": 0.02}, {("fai", 2026): 0.2, ("income", 2027): 0.09}),
    "deadline 2026": Case(PLAN, "zh", {"target_year": 2026.0, "deflator_later": 0.012}),
    "deadline 2030": Case(PLAN, "en", {"target_year": 2030.0, "deflator_first": -0.01, "target_level": 62.5}),
    "the plan year": Case(FASTER, "en", {"target_year": 2024.0, "horizon": 2033.0}),
    "baseline outside its range": Case(PLAN, "en", {"gdp_base": 40.2, "income_base": 30000.0}),
    "a sure baseline, no error": Case(PLAN, "zh", {"gdp_low": 386.0, "gdp_high": 386.0, "error": 0.0}),
    "other errors": Case(PLAN, "en", {"error": 0.03, "persistence": 0.0, "gdp_low": 37.05}),
    "other targets": Case(
        PLAN, "zh", {"fai_target_level": 300.0, "fai_target_year": 2031.0, "income_target_level": 20000.0}
    ),
    "out of reach": Case(PLAN, "en", {"target_level": 3860.0, "gdp_later": -0.1}),
}  # fmt: skip
every_case = pytest.mark.parametrize("name", CASES)
UNTOUCHED = ("the plan", "just the target", "other indicators")
NAMES = {
    "=1+1": "@SUM(A1)", "+cmd|' /C calc'!A0": "-2", "\t=1": "https://plan.example", "字" * 40: "🌱 grow 🚀",
    "&G &[Path] 24": "=HYPERLINK(\"http://plan.example\")",
}  # fmt: skip
"""Names of scenarios, and of what each is compared with."""


HELD = PLAN.by_hand("gdp", 2025, 0.0).by_hand("retail", 2030, 0.031)
"""Years by hand, one of them with growth that an empty cell is taken for."""
ANOTHER_YEAR = {("gdp", 2025): None, ("gdp", 2026): 0.0}
BY_HAND, PER_CENT, YEARS = (
    "Years set by hand",
    "Allowed: −10.00 % to 30.00 %.",
    "Allowed: whole years from 2024 to 2035.",
)
INVALID = {
    "an input emptied": ({"gdp_later": None}, {}, 1, "GDP, real growth from 2025", PER_CENT),
    "words among the inputs": (
        {"fai_base": "about 9"}, {("gdp", 2026): "5 or 6"}, 2,
        "Investment in 2023", "Allowed: 0.91 bn yuan to 90.70 bn yuan.",
    ),
    "words and a fall for years": ({}, {("retail", 2030): "later", ("gdp", 2026): -1.0}, 2, BY_HAND, PER_CENT),
    "no target and no step": (
        {"target_level": None, "target_year": None}, {}, 2, "GDP to reach", "Allowed: 0.10 bn yuan to 3,860.00 bn yuan."
    ),
    "per cent without their sign": (
        {"gdp_later": 6.5, "target_level": 0.0, "target_year": 2040.0}, {("fai", 2035): 0.31}, 4,
        "GDP, real growth from 2025", PER_CENT,
    ),
    "half a year": ({"target_year": 2028.5}, {}, 1, "Deadline (end of year)", YEARS),
}  # fmt: skip
"""Levers and years by hand as they are typed, how many of them are no valid input, the first, and what it may be."""


def with_inputs_invalid(name):
    typed, by_hand, *_ = INVALID[name]
    return recalculated.changed(made(), Case(PLAN, "en", typed, by_hand).type_in)


def without_a_step():
    return recalculated.changed(made(), lambda book: setattr(book["Sensitivity"]["E20"], "value", None))


CITY = packs()["chongqing"]
CITY_MADE, CITY_TYPED = plan(CITY), {"gdp_later": 0.05, "deflator_first": -0.01, "target_level": 41000.0}
"""A region of which GDP alone is known, and what is typed into its workbook in Chinese, [亿元] where it is a level."""


def city_type_in(book):
    for key, number in CITY_TYPED.items():
        at(book, key).value = number
    at(book, "gdp_by_hand")[2026 - CITY.first_year].value = 0.04


REBASED = find_region("fengjie@2024")


def rebased_type_in(book):
    at(book, "error").value = 0.02


FURTHER = tuple(Further(key, 0.2, 0.1) for key in ("tourism_revenue", "inclusive_loans", "ecommerce_sales"))


def further_type_in(book):
    """Types later growth of tourism, which is 18 bn yuan in 2023, empties that of the loans; 501 % for online sales."""
    at(book, "further_tourism_revenue_later").value = -0.5
    at(book, "further_inclusive_loans_later").value = None
    at(book, "further_ecommerce_sales_later").value = 5.01


def made_for(case):
    return made(case.made_for, case.language)


def named(number):
    own, other = list(NAMES.items())[number]
    return made(HELD.rename(own), "en", kept=(PLAN.set(gdp_later=0.05).rename(other),), reference=1)


def _files():
    worked = {name: recalculated.changed(made_for(case), case.type_in) for name, case in CASES.items()}
    untouched = {f"{name}, untouched": made_for(CASES[name]) for name in UNTOUCHED}
    worked["named 0, a year emptied"] = recalculated.changed(named(0), Case(PLAN, by_hand=ANOTHER_YEAR).type_in)
    invalid = {name: with_inputs_invalid(name) for name in INVALID} | {"no step": without_a_step()}
    worked["chongqing"] = recalculated.changed(made(CITY_MADE, "zh"), city_type_in)
    worked["re-based"] = recalculated.changed(made(plan(REBASED)), rebased_type_in)
    worked["further"] = recalculated.changed(made(further=FURTHER), further_type_in)
    return worked | untouched | invalid | {f"named {n}": recalculated.emptied(named(n)) for n in range(len(NAMES))}


@pytest.fixture(scope="module")
def books(tmp_path_factory, worker_id):
    return recalculated.once(_files, "workbooks", tmp_path_factory, worker_id)


def _case(name):
    """The scenario that a case makes, and how things are said in its language."""
    case = CASES[name]
    return case.after, showing(case.after, case.language).wording


# What it shows, worked out after its inputs were changed


@every_case
def test_the_verdict_is_that_of_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    found, goal = judge(scenario), scenario["target_level"]
    assert value(book, "verdict") == f"{in_words.SIGNS[found.status][0]} {verdict_sentences.status(found, w)}"
    near(value(book, "gdp_at_deadline"), shifted(w, found.level))
    implied_level = implied(scenario)
    near(value(book, "implied_level"), shifted(w, implied_level.level))
    near(value(book, "implied_prices"), implied_level.price_change)
    needed = rows(book.worksheets[4], w("Real GDP growth needed from {later}, by price change a year"), 3)
    for row, each in zip(needed, required_by_price_change(scenario), strict=True):
        near(row[1], each.from_baseline)
        near(row[2], each.from_official)
    near(value(book, "gap"), shifted(w, found.from_baseline.gap), scale=goal)
    if found.from_official:
        near(value(book, "level_official"), shifted(w, found.from_official.level))
        near(value(book, "gap_official"), shifted(w, found.from_official.gap), scale=goal)
    near(value(book, "first_year_reached"), found.from_baseline.first_year)
    near(value(book, "nominal_needed"), found.required_nominal)
    near(value(book, "real_needed"), found.required_real)
    near(value(book, "gdp_later_needed"), found.from_baseline.required_growth)
    near(value(book, "gdp_base_needed"), shifted(w, found.required_baseline))
    near(value(book, "deflator_needed"), uniform(GDP.key, scenario).deflator)


@every_case
def test_what_is_needed_is_rounded_up_where_it_is_quoted_as_on_the_page(books, name):
    (scenario, w), book = _case(name), books[name]
    found, first = judge(scenario), {row[0]: row[1] for row in book.worksheets[0].values}
    said = {row[0]: row[2] for row in rows(book.worksheets[4], w("Conditions"), 3)}
    by_hand = {year for year in scenario.rates_by_hand(GDP.key) if PACK.first_year < year <= scenario.target_year}
    label = "Real GDP growth needed from {later}, in years not set by hand" if by_hand else (
        "Real GDP growth needed from {later}"
    )  # fmt: skip
    for texts, needed in (
        ((label, "Real GDP growth from {later}"), found.from_baseline.required_growth),
        (("Uniform real growth needed from {first}", "Uniform real growth"), found.required_real),
    ):
        wanted = "–" if needed is None else w.rate(needed, rounding=ROUND_CEILING)
        cells = first[w(texts[0])], said[w(texts[1])]
        assert [cell if isinstance(cell, str) else w.rate(cell) for cell in cells] == [wanted] * 2
    for level in (first[w("{base} GDP needed")], said[w("GDP in {base}")]):
        assert w.number(level, w.digits(GDP.unit)) == w.bare(found.required_baseline, GDP.unit, ROUND_CEILING)
    for _, _, _, *exact_and_up in rows(book.worksheets[4], w("Growth needed from each year on"), 7):
        for exact, up in zip(exact_and_up[:2], exact_and_up[2:], strict=True):
            assert (up == exact) if isinstance(up, str) else (w.rate(up) == w.rate(exact, rounding=ROUND_CEILING))


@every_case
def test_the_answer_is_said_as_on_the_page(books, name):
    (scenario, w), book = _case(name), books[name]
    sheet, state = book.worksheets[0], showing(scenario, CASES[name].language)
    assert sheet["A5"].value == in_words.headline(state, judge(scenario))
    assert sheet["A6"].value == w(in_words.IN_BRACKETS, text=in_words.basis(state))


CHANGED = "Changed in this file: not the scenario named above."


@every_case
def test_a_file_whose_inputs_are_changed_says_under_its_title_that_it_is_another_scenario(books, name):
    case, said = CASES[name], books[name].worksheets[0]["A2"].value
    assert said.startswith(showing(PLAN, case.language).wording(CHANGED)) == (case.after != case.made_for)
    assert not books["named 0"].worksheets[0]["A2"].value.startswith(CHANGED)
    assert books["named 0, a year emptied"].worksheets[0]["A2"].value.startswith(CHANGED)


@every_case
def test_the_paths_are_those_of_the_model_as_far_as_any_lever_reaches(books, name):
    (scenario, w), book = _case(name), books[name]
    grown = growth(scenario, FARTHEST)
    for series in RATES:
        _near_all(value(book, f"{series}_own"), grown.rates[series])
    _near_all(value(book, "gdp_growth"), grown.nominal["gdp"])
    for indicator in INDICATORS:
        for year, level in zip(range(2023, 2036), value(book, f"{indicator.key}_level"), strict=True):
            wanted = float(level_in(year, indicator.key, scenario))
            near(level, shifted(w, wanted, indicator.unit))
    constant = scenario["gdp_base"] * np.cumprod([1.0, *(1 + grown.rates["gdp"])])
    _near_all(value(book, "gdp_constant"), [shifted(w, level) for level in constant.tolist()])
    assert value(book, "last_year") == scenario.last_year


def _near_all(found, wanted):
    assert found == pytest.approx(list(wanted), rel=CLOSE, abs=CLOSE)


@every_case
def test_bands_and_chances_are_those_of_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    sure = uncertainty(scenario)
    count = len(sure.years)
    _near_all(value(book, "deviation")[:count], sure.deviation)
    _near_all(value(book, "chance")[:count], sure.chance)
    for share, ends in sure.bands.items():
        for end, levels in zip(("low", "high"), ends, strict=True):
            wanted = [shifted(w, level) for level in levels.tolist()]
            _near_all(value(book, f"band_{round(share * 100)}_{end}")[:count], wanted)
    near(value(book, "chance_at_deadline"), sure.chance_in(scenario.target_year))


@every_case
def test_every_lever_is_solved_as_by_the_model_and_said_as_on_the_page(books, name):
    (scenario, w), book = _case(name), books[name]
    for key in solvable(PACK):
        found, cell = solve(key, scenario), at(book, f"{key}_needed")
        said = cell.parent.cell(cell.row, 8).value
        near(cell.value, shifted(w, found.value, found.lever.unit) if found.lever.kind == "level" else found.value)
        assert said == phrases.solution(found, scenario, w)


@every_case
def test_growth_needed_from_each_year_is_that_of_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    shown = rows(book.worksheets[4], w("Growth needed from each year on"), 5)
    wanted = {(each.year, each.outcome is not None): each for each in from_each_year(scenario)}
    assert len(shown) == FARTHEST + 1
    for place, (_, year, start, nominal, real) in enumerate(shown):
        each = wanted.pop((year, place == FARTHEST), None)
        near(nominal, each.nominal if each else None)
        near(real, each.real if each else None)
        if each:
            near(start, shifted(w, each.start))
    assert not wanted


@every_case
def test_other_readings_of_the_deadline_and_other_targets_are_judged_as_by_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    shown = rows(book.worksheets[4], w("The deadline as it was announced"), 9)
    assert [row[1] for row in shown[::2]] == [2026, 2028]
    far = scenario.set(horizon=2035.0)
    for own, official in zip(shown[::2], shown[1::2], strict=True):
        _, year, level, gap, status, nominal, real, baseline, later = own
        other = judge(far, year)
        near(later, other.from_baseline.required_growth)
        near(official[2], shifted(w, other.from_official.level))
        near(official[3], shifted(w, other.from_official.gap), scale=scenario["target_level"])
        near(official[8], other.from_official.required_growth)
        near(level, shifted(w, other.level))
        near(gap, shifted(w, other.from_baseline.gap), scale=scenario["target_level"])
        assert status == f"{in_words.SIGNS[other.status][0]} {verdict_sentences.status(other, w)}"
        near(nominal, other.required_nominal)
        near(real, other.required_real)
        near(baseline, shifted(w, other.required_baseline))
    shown = rows(book.worksheets[4], w("Every indicator"), 8)
    for indicator, (_, _, goal, year, level, gap, _, needed) in zip(INDICATORS, shown, strict=True):
        wanted, deadline = scenario.target(indicator.key)
        reached = float(level_in(deadline, indicator.key, scenario))
        assert (goal, year) == (pytest.approx(shifted(w, wanted, indicator.unit)), deadline)
        near(level, shifted(w, reached, indicator.unit))
        near(gap, shifted(w, reached - wanted, indicator.unit), scale=wanted)
        near(needed, uniform(indicator.key, scenario).nominal)


@every_case
def test_what_moves_the_answer_is_that_of_the_model_the_widest_first(books, name):
    (scenario, w), book = _case(name), books[name]
    shown = rows(book.worksheets[6], w("Lever"), 5)[: len(ON_GDP)]
    here, swings, goal = judge(scenario).level, tornado(scenario), scenario["target_level"]
    wanted = {phrases.title(swing.lever, w): swing for swing in swings}
    assert {row[0] for row in shown[: len(swings)]} == set(wanted)
    widths = []
    for lever, down, up, gap_down, gap_up in shown[: len(swings)]:
        swing = wanted[lever]
        near(down, shifted(w, swing.level_low - here), scale=here)
        near(up, shifted(w, swing.level_high - here), scale=here)
        near(gap_down, shifted(w, swing.level_low - goal), scale=here)
        near(gap_up, shifted(w, swing.level_high - goal), scale=here)
        widths.append(round(swing.width, 6))
    assert widths == sorted(widths, reverse=True)
    assert all(row[1] == row[2] == 0 for row in shown[len(swings) :])


@every_case
def test_the_table_of_two_levers_is_worked_out_cell_by_cell(books, name):
    (scenario, w), book = _case(name), books[name]
    sheet = book.worksheets[6]
    head = next(cell.row for cell in sheet["B"] if cell.value == w("start")) + 3
    across = [sheet.cell(head, column).value for column in range(3, 12)]
    up = [sheet.cell(head + 2 + place, 2).value for place in range(9)]
    assert across[4] == pytest.approx(scenario["gdp_later"])
    assert up[4] == pytest.approx(scenario["deflator_later"])
    instead = {"gdp_later": np.array(across)[None, :], "deflator_later": np.array(up)[:, None]}
    level = level_in(scenario.target_year, "gdp", scenario, instead)
    level = np.broadcast_to(level, (9, 9))
    needed = np.broadcast_to(values("deflator_later", scenario, {"gdp_later": np.array(across)}), (9,))
    for column in range(9):
        for place in range(9):
            near(sheet.cell(head + 2 + place, 3 + column).value, shifted(w, float(level[place, column])))
        near(sheet.cell(head + 11, 3 + column).value, float(needed[column]))


@every_case
def test_the_headline_is_that_of_a_program_in_exact_fractions(books, name):
    (scenario, w), book = _case(name), books[name]
    if name == "a sure baseline, no error":
        return  # without any error that program has no chance to work out
    exact = EXACT["rows"](write(Work(scenario), "en"))[0]
    assert value(book, "verdict").startswith(in_words.SIGNS[exact["status"]][0])
    assert value(book, "gdp_at_deadline") == pytest.approx(shifted(w, float(exact["gdp"])), rel=CLOSE)
    for indicator in INDICATORS[1:]:
        level = value(book, f"{indicator.key}_level")[scenario.target_year - 2023]
        assert level == pytest.approx(shifted(w, float(exact[indicator.key]), indicator.unit), rel=CLOSE)
    assert value(book, "chance_at_deadline") == pytest.approx(float(exact["chance"]), rel=CLOSE, abs=CLOSE)


@every_case
def test_the_sectors_add_up_as_in_the_model(books, name):
    scenario, book = CASES[name].after, books[name]
    for each in sums(scenario):
        near(value(book, f"sectors_{each.slot}"), each.total)
        near(value(book, f"sectors_open_{each.slot}"), each.open)


@pytest.mark.parametrize("name", INVALID)
def test_an_input_that_is_missing_or_not_allowed_is_named_and_no_result_is_shown(books, name):
    (_, _, count, first, allowed), book = INVALID[name], books[name]
    said = f"Inputs missing or not allowed: {count}; the first: {first}. {allowed}"
    assert str(book["Summary"]["A5"].value).startswith(said)
    assert str(value(book, "what_is_missing")).startswith(said)
    shown = ("verdict", "gap", "gdp_at_deadline", "gdp_later_needed", "income_base_needed", "chance_at_deadline")
    assert {value(book, name) for name in shown} == {"invalid input"}
    for name in ("gdp_level", "retail_level", "deviation", "chance"):
        assert set(value(book, name)) == {"invalid input"}
    tables = [row[1:] for row in rows(book["Sensitivity"], "Lever", 5)[: len(ON_GDP)]]
    assert {cell for row in tables for cell in row} == {"invalid input"}


@every_case
def test_it_is_said_where_the_ends_of_the_baseline_do_not_stand_on_either_side_of_it(books, name):
    said = books[name]["Summary" if CASES[name].language == "en" else "首页"]["A3"].value
    # 40.2 lies above 38.0 to 39.1
    outside = (
        "GDP's baseline: low, central and high are not in this order; the range is taken as 38.00 to 40.20 bn yuan."
    )
    assert str(said or "").startswith(outside if name == "baseline outside its range" else "")
    assert bool(said) == (name == "baseline outside its range")


@every_case
def test_it_is_said_where_the_charts_end_before_the_years_do(books, name):
    (scenario, w), book = _case(name), books[name]
    end = CASES[name].made_for.last_year
    beyond = w("The charts end in {year}: to see later years, set the end of their year axes.", year=end)
    wanted = beyond if scenario.last_year > end else w("They follow the inputs.")
    assert book.worksheets[3]["A2"].value == wanted


def test_a_table_whose_step_is_missing_says_so_and_all_else_stands(books):
    book = books["no step"]
    assert value(book, "inputs_missing") == 0
    assert book["Sensitivity"]["G28"].value == "invalid input"
    near(value(book, "gdp_at_deadline"), 54.8998, 1e4)


def test_there_is_no_error_in_any_cell(books):
    for name, book in books.items():
        wrong = [(s.title, c.coordinate, c.value) for s in book for row in s for c in row if c.data_type == "e"]
        assert wrong == [], name
        assert not any(str(c.value).startswith(("Err:", "#")) for s in book for row in s for c in row if c.value)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.typed and not case.by_hand])
def test_what_is_stored_beside_each_formula_is_what_it_comes_to(books, name):
    stored = load_workbook(BytesIO(made_for(CASES[name])), data_only=True)
    count = 0
    for sheet in stored:
        for cell in (cell for row in sheet for cell in row if cell.value not in (None, "")):
            worked = books[name][sheet.title][cell.coordinate].value
            same = pytest.approx(cell.value, rel=1e-11, abs=1e-12) if isinstance(cell.value, float) else cell.value
            assert worked == same, (sheet.title, cell.coordinate)
            count += 1
    assert count > 1000


@pytest.mark.parametrize("name", UNTOUCHED)
def test_a_file_that_nobody_touched_shows_right_numbers_in_libreoffice_as_it_is_installed(books, name):
    scenario = CASES[name].made_for
    w = showing(scenario, CASES[name].language).wording
    book = books[f"{name}, untouched"]
    assert value(book, "gdp_at_deadline") == pytest.approx(shifted(w, judge(scenario).level), rel=CLOSE)
    assert value(book, "chance")[5] == pytest.approx(uncertainty(scenario).chance_in(2028), rel=CLOSE)
    assert value(book, "fai_later_needed") == pytest.approx(solve("fai_later", scenario).value, rel=CLOSE)


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_a_name_stays_the_text_that_was_typed_whatever_it_looks_like(books, number):
    own, other = (clean_name(name) for name in list(NAMES.items())[number])
    stored, worked = load_workbook(BytesIO(named(number))), books[f"named {number}"]
    wanted = Counter({own: 3, other: 2, f"Fengjie County, Chongqing: {own}": 1})
    for name in (f"“{other}”", short(f"“{other}”")):  # the latter for the legends
        wanted[f"{name} (reference)"] += len(INDICATORS)
    for text, times in wanted.items():
        cells = [cell for sheet in stored for row in sheet for cell in row if cell.value == text]
        assert len(cells) == times
        assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}
        again = [worked[cell.parent.title][cell.coordinate] for cell in cells]
        assert {(cell.data_type, cell.value) for cell in again} == {("s", text)}
    assert not any(cell.hyperlink and cell.value == own for sheet in stored for row in sheet for cell in row)


def test_a_region_of_which_gdp_alone_is_known_is_worked_out_as_the_model_does(books):
    book, scenario = books["chongqing"], CITY_MADE.set(**CITY_TYPED).by_hand("gdp", 2026, 0.04)
    # 30145.8 × 1.06 × 0.99 × 1.05 × 1.04 × 1.05 × 1.05
    by_hand = 30145.8 * 1.06 * 0.99 * 1.05 * 1.04 * 1.05 * 1.05
    near(value(book, "gdp_at_deadline"), by_hand)
    found = judge(scenario)
    near(found.level, by_hand)
    near(value(book, "gap"), found.from_baseline.gap, scale=found.level)
    near(value(book, "gdp_later_needed"), found.from_baseline.required_growth)
    near(value(book, "real_needed"), found.required_real)
    near(value(book, "gdp_base_needed"), found.required_baseline)
    near(value(book, "chance_at_deadline"), uncertainty(scenario).chance_in(scenario.target_year))
    for key in solvable(CITY):
        near(value(book, f"{key}_needed"), solve(key, scenario).value, scale=1.0)
    assert value(book, "verdict") == "○ 达不到"
    errors = [
        cell.coordinate for sheet in book for row in sheet for cell in row if str(cell.value).startswith(("#", "Err"))
    ]
    assert errors == []
    assert not {name for name in book.defined_names if name.startswith(("fai", "retail", "income"))}


def test_a_region_started_from_a_known_outcome_has_the_band_that_is_conditional_on_its_error(books):
    scenario, book = plan(REBASED).set(error=0.02), books["re-based"]
    found, count = uncertainty(scenario), 5
    _near_all(value(book, "deviation")[:count], found.deviation)
    _near_all(value(book, "chance")[:count], found.chance)
    _near_all(value(book, "band_80_low")[:count], [float(level) / 10 for level in found.bands[0.8][0]])
    near(value(book, "chance_at_deadline"), found.chance_in(2028))


def test_further_paths_follow_their_own_inputs_and_say_nothing_where_one_is_empty_or_not_allowed(books):
    levels = value(books["further"], "further_tourism_revenue")
    assert levels[:4] == pytest.approx([18, 21.6, 10.8, 5.4])
    assert len(levels) == FARTHEST + 1
    for key in ("inclusive_loans", "ecommerce_sales"):
        assert value(books["further"], f"further_{key}")[1:] == ["–"] * FARTHEST
