"""The workbook, worked out by LibreOffice before and after its inputs are changed, shows what the model shows."""

import math
import re
import runpy
import warnings
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
import recalculated
from a_visit import PACK, PLAN, showing
from hypothesis import given, settings
from openpyxl import load_workbook
from recalculated import at, rows, value

from model import phrases
from model.growth import growth, level_in
from model.indicators import GDP, INDICATORS
from model.levers import FARTHEST, RATES, levers
from model.link import write
from model.scenario import Scenario, clean_name
from model.sectors import sums
from model.sensitivity import tornado
from model.solve import from_each_year, solvable, solve, uniform, values
from model.uncertainty import how_sure
from model.verdict import judge
from model.work import Work
from tests.model.any_scenario import scenarios
from views import verdict as in_words
from views.downloads.about import Occasion
from views.downloads.workbook import build
from views.downloads.workbook.live import FUNCTIONS
from views.downloads.workbook.said import SOLVED_ON_THE_PAGE

pytestmark = recalculated.needed
EXACT = runpy.run_path(str(Path(__file__).resolve().parents[1] / "links" / "exact.py"))
DAY = date(2026, 11, 25)
CLOSE = 1e-9
LINKED = PLAN.set(PACK, pass_to_gdp=0.2, pass_to_income=0.5, fai_first=0.15, fai_later=0.14)


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
        found = self.made_for.set(PACK, **{**self.typed, **levels})
        for (series, year), rate in self.by_hand.items():
            found = found.by_hand(PACK, series, year, rate)
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
    "not reached": Case(PLAN.set(PACK, gdp_later=0.09), "en", {"gdp_first": -0.02, "gdp_later": 0.05}),
    "just the target": Case(PLAN.set(PACK, gdp_later=solve("gdp_later", PLAN, PACK).value), "zh"),
    "years by hand": Case(
        PLAN.by_hand(PACK, "gdp", 2025, 0.03).by_hand(PACK, "retail", 2026, 0.1), "zh", {},
        {("gdp", 2026): 0.05, ("gdp", 2033): 0.11, ("gdp", 2025): None, ("deflator", 2027): 0.01, ("fai", 2024): 0.2},
    ),
    "every year by hand": Case(
        PLAN, "en", {"target_year": 2027.0}, {("gdp", year): 0.01 * (year - 2020) for year in range(2024, 2036)}
    ),
    "linkage": Case(LINKED, "en", {"pass_to_gdp": 0.3}, {("fai", 2026): 0.2, ("income", 2027): 0.09}),
    "linkage turned on": Case(PLAN, "zh", {"pass_to_gdp": 0.25, "pass_to_income": 0.4, "fai_later": 0.17}),
    "less investment than planned": Case(PLAN, "en", {"pass_to_gdp": 0.1, "fai_first": 0.02, "fai_later": 0.05}),
    "linkage of both signs": Case(LINKED, "zh", {"fai_later": 0.08, "gdp_later": 0.07}),
    "deadline 2026": Case(PLAN, "zh", {"target_year": 2026.0, "deflator_later": 0.012}),
    "deadline 2030": Case(PLAN, "en", {"target_year": 2030.0, "deflator_first": -0.01, "target_level": 62.5}),
    "the plan year": Case(LINKED, "en", {"target_year": 2024.0, "horizon": 2033.0}),
    "baseline outside its range": Case(PLAN, "en", {"gdp_base": 40.2, "income_base": 30000.0}),
    "a sure baseline, no error": Case(PLAN, "zh", {"gdp_low": 386.0, "gdp_high": 386.0, "error": 0.0}),
    "other errors": Case(PLAN, "en", {"error": 0.03, "persistence": 0.0, "gdp_low": 37.05}),
    "other targets": Case(
        PLAN, "zh", {"fai_target_level": 300.0, "fai_target_year": 2031.0, "income_target_level": 20000.0}
    ),
    "out of reach": Case(PLAN, "en", {"target_level": 3860.0, "gdp_later": -0.1}),
}  # fmt: skip
every_case = pytest.mark.parametrize("name", CASES)
UNTOUCHED = ("the plan", "just the target", "linkage")
NAMES = {
    "=1+1": "@SUM(A1)", "+cmd|' /C calc'!A0": "-2", "\t=1": "https://plan.example", "字" * 40: "🌱 grow 🚀",
    "&G &[Path] 24": "=HYPERLINK(\"http://plan.example\")",
}  # fmt: skip
"""Names of scenarios, and of what each is compared with."""


def made(scenario=PLAN, language="en", **others):
    return build(Occasion(showing(scenario, language, **others), "http://plan.example/", DAY))


def made_for(case):
    return made(case.made_for, case.language)


def named(number):
    own, other = list(NAMES.items())[number]
    return made(PLAN.rename(own), "en", kept=(PLAN.set(PACK, gdp_later=0.05).rename(other),), reference=1)


def _files():
    worked = {name: recalculated.emptied(made_for(case), case.type_in) for name, case in CASES.items()}
    untouched = {f"{name}, untouched": made_for(CASES[name]) for name in UNTOUCHED}
    return worked | untouched | {f"named {n}": recalculated.emptied(named(n)) for n in range(len(NAMES))}


@pytest.fixture(scope="module")
def books(tmp_path_factory, worker_id):
    return recalculated.once(_files, "workbooks", tmp_path_factory, worker_id)


def _case(name):
    """The scenario that a case makes, and how things are said in its language."""
    case = CASES[name]
    return case.after, showing(case.after, case.language).wording


def _near(found, wanted, scale=0.0):
    """Within 1e-9, relative or of what it is a difference of; a missing value is a dash."""
    if wanted is None or (isinstance(wanted, float) and math.isnan(wanted)):
        assert found == "–"
    else:
        assert found == pytest.approx(wanted, rel=CLOSE, abs=CLOSE * max(1.0, scale))


def _level(w, level, unit=GDP.unit):
    return None if level is None else float(w.shifted(level, unit))


def _same_words(found, wanted):
    assert str(found).replace("-", "−") == wanted.replace("-", "−")


# What it shows, worked out after its inputs were changed


@every_case
def test_the_verdict_is_that_of_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    found, goal = judge(scenario, PACK), scenario["target_level"]
    sign, word, _ = in_words.SIGNS[found.status]
    assert value(book, "verdict") == f"{sign} {w(word)}"
    _near(value(book, "gdp_at_deadline"), _level(w, found.level))
    for end in ("low", "high"):
        _near(value(book, f"level_{end}"), _level(w, getattr(found, end)))
    _near(value(book, "gap"), _level(w, found.gap), scale=goal)
    _near(value(book, "first_year_reached"), found.first_year)
    _near(value(book, "crossing"), found.crossing)
    _near(value(book, "nominal_needed"), found.required_nominal)
    _near(value(book, "real_needed"), found.required_real)
    _near(value(book, "gdp_later_needed"), found.required_later)
    _near(value(book, "gdp_base_needed"), _level(w, found.required_baseline))
    _near(value(book, "deflator_needed"), uniform(GDP.key, scenario, PACK).deflator)


@every_case
def test_the_answer_is_said_as_on_the_page(books, name):
    (scenario, w), book = _case(name), books[name]
    sheet, state = book.worksheets[0], showing(scenario, CASES[name].language)
    _same_words(sheet["A5"].value, in_words.headline(state, judge(scenario, PACK)))
    _same_words(sheet["A6"].value, w(in_words.IN_BRACKETS, text=in_words.basis(state)))


@every_case
def test_the_paths_are_those_of_the_model_as_far_as_any_lever_reaches(books, name):
    (scenario, w), book = _case(name), books[name]
    grown = growth(scenario, PACK, FARTHEST)
    for series in RATES:
        _near_all(value(book, f"{series}_own"), grown.own[series])
    _near_all(value(book, "gdp_passed"), grown.passed["gdp"])
    _near_all(value(book, "income_passed"), grown.passed["income"])
    _near_all(value(book, "gdp_real"), grown.real)
    _near_all(value(book, "gdp_growth"), grown.nominal["gdp"])
    _near_all(value(book, "income_growth"), grown.nominal["income"])
    for indicator in INDICATORS:
        for year, level in zip(range(2023, 2036), value(book, f"{indicator.key}_level"), strict=True):
            wanted = float(level_in(year, indicator.key, scenario, PACK))
            _near(level, _level(w, wanted, indicator.unit))
    constant = scenario["gdp_base"] * np.cumprod([1.0, *(1 + grown.real)])
    _near_all(value(book, "gdp_constant"), [_level(w, level) for level in constant.tolist()])
    assert value(book, "last_year") == scenario.last_year


def _near_all(found, wanted):
    assert found == pytest.approx(list(wanted), rel=CLOSE, abs=CLOSE)


@every_case
def test_bands_and_chances_are_those_of_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    sure = how_sure(scenario, PACK)
    count = len(sure.years)
    _near_all(value(book, "deviation")[:count], sure.deviation)
    _near_all(value(book, "chance")[:count], sure.chance)
    for share, ends in sure.bands.items():
        for end, levels in zip(("low", "high"), ends, strict=True):
            wanted = [_level(w, level) for level in levels.tolist()]
            _near_all(value(book, f"band_{round(share * 100)}_{end}")[:count], wanted)
    _near(value(book, "chance_at_deadline"), sure.chance_in(scenario.target_year))


@every_case
def test_every_lever_is_solved_as_by_the_model_and_said_as_on_the_page(books, name):
    (scenario, w), book = _case(name), books[name]
    for key in solvable(PACK):
        found, cell = solve(key, scenario, PACK), at(book, f"{key}_needed")
        said = cell.parent.cell(cell.row, 8).value
        if key.startswith("pass_to") and _of_both_signs(key, scenario):
            assert cell.value == "–"
            assert said == w(SOLVED_ON_THE_PAGE)
        else:
            _near(cell.value, _level(w, found.value, found.lever.unit) if found.lever.kind == "level" else found.value)
            _same_words(said, phrases.solution(found, scenario, w))


def _of_both_signs(key, scenario):
    """Whether what is passed on lies above the plan's growth in some years and below it in others."""
    year = scenario.target_year if key == "pass_to_gdp" else scenario.target("income")[1]
    grown, planned = (growth(each, PACK, year - 2023) for each in (scenario, PLAN))
    apart = (grown.own["fai"] - planned.own["fai"]) if key == "pass_to_gdp" else grown.real - planned.own["gdp"]
    return (apart > 0).any() and (apart < 0).any()


@every_case
def test_growth_needed_from_each_year_is_that_of_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    shown = rows(book.worksheets[3], w("Growth needed from each year on"), 5)
    wanted = {(each.year, each.outcome is not None): each for each in from_each_year(scenario, PACK)}
    assert len(shown) == FARTHEST + 1
    for place, (_, year, start, nominal, real) in enumerate(shown):
        each = wanted.pop((year, place == FARTHEST), None)
        _near(nominal, each.nominal if each else None)
        _near(real, each.real if each else None)
        if each:
            _near(start, _level(w, each.start))
    assert not wanted


@every_case
def test_other_readings_of_the_deadline_and_other_targets_are_judged_as_by_the_model(books, name):
    (scenario, w), book = _case(name), books[name]
    shown = rows(book.worksheets[3], w("The deadline as it was announced"), 8)
    assert [row[1] for row in shown] == [2026, 2028]
    far = scenario.set(PACK, horizon=2035.0)
    for _, year, level, gap, status, nominal, real, baseline in shown:
        other = judge(far, PACK, year)
        _near(level, _level(w, other.level))
        _near(gap, _level(w, other.gap), scale=scenario["target_level"])
        assert status == f"{in_words.SIGNS[other.status][0]} {w(in_words.SIGNS[other.status][1])}"
        _near(nominal, other.required_nominal)
        _near(real, other.required_real)
        _near(baseline, _level(w, other.required_baseline))
    shown = rows(book.worksheets[3], w("Every indicator"), 8)
    for indicator, (_, _, goal, year, level, gap, _, needed) in zip(INDICATORS, shown, strict=True):
        wanted, deadline = scenario.target(indicator.key)
        reached = float(level_in(deadline, indicator.key, scenario, PACK))
        assert (goal, year) == (pytest.approx(_level(w, wanted, indicator.unit)), deadline)
        _near(level, _level(w, reached, indicator.unit))
        _near(gap, _level(w, reached - wanted, indicator.unit), scale=wanted)
        _near(needed, uniform(indicator.key, scenario, PACK).nominal)


@every_case
def test_what_moves_the_answer_is_that_of_the_model_the_widest_first(books, name):
    (scenario, w), book = _case(name), books[name]
    shown = rows(book.worksheets[5], w("Lever"), 5)[:8]
    here, swings = judge(scenario, PACK).level, tornado(scenario, PACK)
    wanted = {phrases.title(swing.lever, w): swing for swing in swings}
    assert {row[0] for row in shown[: len(swings)]} == set(wanted)
    widths = []
    for lever, down, up, gap_down, gap_up in shown[: len(swings)]:
        swing = wanted[lever]
        _near(down, _level(w, swing.level_low - here), scale=here)
        _near(up, _level(w, swing.level_high - here), scale=here)
        _near(gap_down, _level(w, swing.gap_low), scale=here)
        _near(gap_up, _level(w, swing.gap_high), scale=here)
        widths.append(round(swing.width, 6))
    assert widths == sorted(widths, reverse=True)
    assert all(row[1] == row[2] == 0 for row in shown[len(swings) :])


@every_case
def test_the_table_of_two_levers_is_worked_out_cell_by_cell(books, name):
    (scenario, w), book = _case(name), books[name]
    sheet = book.worksheets[5]
    head = next(cell.row for cell in sheet["B"] if cell.value == w("start")) + 3
    across = [sheet.cell(head, column).value for column in range(3, 12)]
    up = [sheet.cell(head + 2 + place, 2).value for place in range(9)]
    assert across[4] == pytest.approx(scenario["gdp_later"])
    assert up[4] == pytest.approx(scenario["deflator_later"])
    instead = {"gdp_later": np.array(across)[None, :], "deflator_later": np.array(up)[:, None]}
    level = level_in(scenario.target_year, "gdp", scenario, PACK, instead)
    level = np.broadcast_to(level, (9, 9))
    needed = np.broadcast_to(values("deflator_later", scenario, PACK, {"gdp_later": np.array(across)}), (9,))
    for column in range(9):
        for place in range(9):
            _near(sheet.cell(head + 2 + place, 3 + column).value, _level(w, float(level[place, column])))
        _near(sheet.cell(head + 11, 3 + column).value, float(needed[column]))


@every_case
def test_the_headline_is_that_of_a_program_in_exact_fractions(books, name):
    (scenario, w), book = _case(name), books[name]
    if name == "a sure baseline, no error":
        return  # without any error that program has no chance to work out
    exact = EXACT["rows"](write(Work(scenario), PACK, "en"))[0]
    assert value(book, "verdict") == " ".join(
        (in_words.SIGNS[exact["status"]][0], w(in_words.SIGNS[exact["status"]][1]))
    )
    for cell, key in (("gdp_at_deadline", "gdp"), ("level_low", "gdp_low"), ("level_high", "gdp_high")):
        assert value(book, cell) == pytest.approx(_level(w, float(exact[key])), rel=CLOSE)
    for indicator in INDICATORS[1:]:
        level = value(book, f"{indicator.key}_level")[scenario.target_year - 2023]
        assert level == pytest.approx(_level(w, float(exact[indicator.key]), indicator.unit), rel=CLOSE)
    assert value(book, "chance_at_deadline") == pytest.approx(float(exact["chance"]), rel=CLOSE, abs=CLOSE)


@every_case
def test_the_sectors_add_up_as_in_the_model(books, name):
    scenario, book = CASES[name].after, books[name]
    for each in sums(scenario, PACK):
        _near(value(book, f"sectors_{each.slot}"), each.total)
        _near(value(book, f"sectors_open_{each.slot}"), each.open)


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
    assert value(book, "gdp_at_deadline") == pytest.approx(_level(w, judge(scenario, PACK).level), rel=CLOSE)
    assert value(book, "chance")[5] == pytest.approx(how_sure(scenario, PACK).chance_in(2028), rel=CLOSE)
    assert value(book, "fai_later_needed") == pytest.approx(solve("fai_later", scenario, PACK).value, rel=CLOSE)


@pytest.mark.parametrize("number", range(len(NAMES)))
def test_a_name_stays_the_text_that_was_typed_whatever_it_looks_like(books, number):
    own, other = (clean_name(name) for name in list(NAMES.items())[number])
    stored, worked = load_workbook(BytesIO(named(number))), books[f"named {number}"]
    wanted = {own: 1, f"Fengjie County, Chongqing: {own}": 1, f"“{other}” (reference)": len(INDICATORS)}
    for text, times in wanted.items():
        cells = [cell for sheet in stored for row in sheet for cell in row if cell.value == text]
        assert len(cells) == times
        assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {("s", True)}
        again = [worked[cell.parent.title][cell.coordinate] for cell in cells]
        assert {(cell.data_type, cell.value) for cell in again} == {("s", text)}
    assert not any(cell.hyperlink and cell.value == own for sheet in stored for row in sheet for cell in row)


# What the file is, without another program


def _opened(content):
    return load_workbook(BytesIO(content))


def test_the_sheets_stand_in_their_order_in_the_readers_language():
    assert _opened(made()).sheetnames == ["Summary", "Inputs", "Paths", "Verdict", "Solve", "Sensitivity", "Sources"]
    assert _opened(made(language="zh")).sheetnames == ["首页", "假设", "路径", "判断", "求解", "敏感性", "来源"]


def test_every_lever_is_an_input_that_refuses_what_it_does_not_allow_in_a_sentence():
    for language in ("en", "zh"):
        book, w = _opened(made(language=language)), showing(PLAN, language).wording
        sheet = book.worksheets[1]
        checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
        for key, lever in levers(PACK).items():
            cell = at(book, key)
            check = checks[cell.coordinate]
            low, high = (
                _level(w, end, lever.unit) if lever.kind == "level" else end for end in (lever.low, lever.high)
            )
            assert (float(check.formula1), float(check.formula2)) == pytest.approx((low, high))
            assert check.type == ("whole" if lever.kind == "year" else "decimal")
            assert w.template("Allowed: {low} to {high}. Choose a value between them.")[:3] == check.error[:3]
            assert check.showErrorMessage
            assert len(check.error) <= 255
            assert len(check.errorTitle) <= 32
            assert cell.fill.start_color.rgb == "FFDDEAFB"
        assert len(checks) == len(levers(PACK)) + len(RATES)


def test_every_number_that_follows_from_an_input_is_a_formula():
    book = _opened(made(LINKED))
    for name in ("gdp_own", "gdp_level", "chance", "gdp_later_needed", "gap", "verdict", "crossing", "sectors_first"):
        cells = at(book, name)
        assert {cell.data_type for cell in (cells if isinstance(cells, list) else [cells])} == {"f"}


def test_formulas_are_short_enough_and_use_no_function_that_older_programs_lack():
    texts = [c.value for sheet in _opened(made(LINKED)) for row in sheet for c in row if c.data_type == "f"]
    assert max(map(len, texts)) < 8192
    assert all(len(literal) <= 255 for text in texts for literal in re.findall(r'"((?:[^"]|"")*)"', text))
    used = {name for text in texts for name in re.findall(r"([A-Z][A-Z.0-9]*)\(", re.sub(r'"[^"]*"', "", text))}
    assert used <= set(FUNCTIONS)
    assert not used & {"LET", "FILTER", "XLOOKUP", "IFS", "CONCAT", "TEXTJOIN", "SEQUENCE"}


def test_a_formula_says_what_it_is_made_from_by_name():
    book = _opened(made())
    assert at(book, "real_needed").value == (
        "=(target_level/(gdp_base*INDEX(price_level,target_year-base_year+1)))^(1/(target_year-base_year))-1"
    )
    assert at(book, "gdp_passed")[1].value == "=pass_to_gdp*(E8-E12)"


def test_years_set_by_hand_are_inputs_and_the_locked_ones_are_framed():
    scenario = PLAN.with_years(PACK, "gdp", {2025: 0.05, 2026: 0.06}, (2026,))
    cells = at(_opened(made(scenario)), "gdp_by_hand")
    assert [cell.value for cell in cells[:4]] == [None, 0.05, 0.06, None]
    assert [cell.border.left.style for cell in cells[:4]] == ["thin", "thin", "medium", "thin"]


def test_every_figure_in_use_stands_among_the_sources():
    sheet = _opened(made()).worksheets[6]
    shown = {(row[0].value, row[1].value): row for row in sheet.iter_rows(min_row=6) if row[1].value}
    gdp = shown["GDP: baseline", 2023]
    assert [cell.value for cell in gdp[2:8]] == [38.6, "bn yuan", "current prices", "C", "derived", "411.5 / 1.066"]
    assert shown["GDP: published growth", 2024][2].value == 0.066
    assert shown["Budget revenue: announced goal", 2024][2].value == 1.85
    assert shown["Correlation of one year's deviation with the next year's", 2017][2].value == 0.6
    text = " ".join(str(cell.value) for row in sheet for cell in row if cell.value)
    assert all(source.url in text and source.licence in text for source in PACK.sources.values())


def test_the_link_can_be_followed_and_copied_and_one_that_is_too_long_is_a_text():
    occasion = Occasion(showing(PLAN), "http://plan.example/", DAY)
    sheet = _opened(build(occasion)).worksheets[0]
    followed = [cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink]
    assert followed == [occasion.address]
    assert occasion.address in [cell.value for row in sheet for cell in row]
    far = Occasion(showing(PLAN), f"http://plan.example/{'x' * 2000}", DAY)
    sheet = _opened(build(far)).worksheets[0]
    assert not any(cell.hyperlink for row in sheet for cell in row)
    assert far.address in [cell.value for row in sheet for cell in row]


def test_the_file_says_what_it_is_and_names_nobody():
    occasion = Occasion(showing(PLAN.rename("floor")), "http://plan.example/", DAY)
    said = _opened(build(occasion)).properties
    assert said.title == "Fengjie County, Chongqing: floor"
    assert said.description == occasion.address
    assert said.created.date() == DAY
    assert not said.creator
    assert not said.lastModifiedBy


def test_the_same_occasion_makes_the_same_file():
    assert made(LINKED, "zh") == made(LINKED, "zh")


def test_every_sheet_prints_across_a4_with_its_name_and_page():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = _opened(made(PLAN.rename("a & b &G")))
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.left.text == "Fengjie County, Chongqing: a ＆ b ＆G"
        assert sheet.oddHeader.right.text == sheet.title
        assert not sheet.sheet_view.showGridLines


def test_charts_are_drawn_from_cells():
    with ZipFile(BytesIO(made())) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 1 + len(INDICATORS) + 1
    for chart in charts:
        assert "<c:f>" in chart
        assert "<c:v>" in chart
        assert "#REF" not in chart


@settings(max_examples=25, deadline=None)
@given(scenarios())
def test_a_workbook_is_made_of_whatever_scenario(scenario):
    book = load_workbook(BytesIO(made(scenario)), data_only=True)
    assert value(book, "gdp_at_deadline") == pytest.approx(judge(scenario, PACK).level / 10, rel=CLOSE)
    for key in ("gdp_later", "income_later", "deflator_later", "retail_first"):
        _near(value(book, f"{key}_needed"), solve(key, scenario, PACK).value)
