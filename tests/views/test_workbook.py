"""The workbook: worked out by LibreOffice, and by HyperFormula where it is, it says what the model says."""

import functools
import json
import math
import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
import recalculated
from a_visit import PACK, PLAN, projecting, showing
from a_workbook import at, made, value
from any_region import find_region
from openpyxl import load_workbook
from take_away import opened as opened_link

from model.economics import verdict_sentences
from model.economics.comparison import as_long
from model.economics.needed import solved
from model.economics.projection import baseline_of
from model.economics.solve import from_each_year, solvable, solve, uniform
from model.economics.verdict import by_deadline, judge
from model.region.indicators import GDP
from model.region.limits import FARTHEST
from model.scenario.levers import levers, series_of
from model.scenario.scenario import plan
from views.downloads.workbook import build
from views.downloads.workbook.formula import up
from views.downloads.workbook.inputs import live
from views.words import verdict as in_words

CLOSE = 1e-9
SCENARIOS = {
    "plan": PLAN,
    "by hand": projecting("tourism_revenue", "tourist_visits")
    .with_years("gdp", {2025: 0.0, 2026: 0.06}, (2026,))
    .by_hand("fai", 2024, 0.2),
    "every year by hand": PLAN.with_years("gdp", {year: 0.01 * (year - 2020) for year in range(2024, 2036)}, ()),
    "exactly on target": PLAN.set(gdp_later=solve("gdp_later", PLAN).value),
    "far away": PLAN.set(target_level=5000.0, target_year=2026.0, gdp_later=-0.05, horizon=2035.0),
    **{region: plan(find_region(region)) for region in ("chongqing", "chongqing&base=2024", "fengjie&base=2024")},
    "no official level": plan(find_region("fengjie&base=2024")).set(gdp_later=0.0765),
    "official from 2026": plan(find_region("fengjie&base=2024&outcome.gdp=2026:470:6")),
}
"""Of regions with one reading and two, with the range of a baseline and without, of GDP alone."""


def pack_of(scenario):
    return scenario.pack


def changes(scenario):
    """For each input one other value [the model's unit], and for each series years by hand: (lever or series, what)."""
    pack, known = pack_of(scenario), live(pack_of(scenario))
    other = {"rate": lambda x: x + 0.0123, "level": lambda x: x * 1.07, "year": lambda x: x + (1 if x < 2035 else -1)}
    found = [(key, other[lever.kind](scenario[key])) for key, lever in known.items()]
    return found + [(series, {pack.first_year: 0.031, pack.first_year + 2: 0.0}) for series in series_of(pack)]


def changed(scenario, change):
    key, what = change
    if isinstance(what, dict):
        for year, rate in what.items():
            scenario = scenario.by_hand(key, year, rate)
        return scenario
    return scenario.set(**{key: what})


def typed(scenario, change, w):
    """The same as (name, place in the row, value in the cell)."""
    (key, what), pack = change, pack_of(scenario)
    if isinstance(what, dict):
        return [(f"{key}_by_hand", year - pack.first_year, rate) for year, rate in what.items()]
    lever = levers(pack)[key]
    return [(key, 0, float(w.shifted(what, lever.unit)) if lever.kind == "level" else what)]


def expected(scenario, made_for, w):
    """What the model says, by the names of cells; a file has the columns of the target years it was made for."""
    pack, found = pack_of(scenario), {}

    def level(number, unit=GDP.unit):
        return None if number is None else float(w.shifted(number, unit))

    by = {"": judge(scenario)}
    by |= {f"_{v.year}": judge(scenario, v.year) for v in by_deadline(made_for)
           if v.year != made_for.target_year}  # fmt: skip
    for suffix, each in by.items():
        found[f"verdict{suffix}"] = f"{in_words.SIGNS[each.status][0]} {verdict_sentences.status(each, w)}"
        for key, reading in (("", each.from_baseline), ("_official", each.from_official)):
            found[f"gdp_at_target_year{key}{suffix}"] = level(reading and reading.level)
            found[f"gap{key}{suffix}"] = level(reading and reading.gap)
            found[f"growth_needed{key}{suffix}"] = reading and up(reading.required_growth)
    found["gdp_at_target_year_low"], found["gdp_at_target_year_high"] = level(by[""].low), level(by[""].high)
    long = as_long(scenario, pack.base_year + FARTHEST)
    for key, path in long.paths.items():
        found[key if key.endswith("constant") else f"{key}_level"] = [
            level(each, pack.indicator(baseline_of(key)).unit) for each in path.tolist()
        ]
    found |= {f"{series}_own": rates.tolist() for series, rates in long.rates.items()}
    for key in solvable(pack):
        needed = solved(key, scenario).value
        lever = levers(pack)[key]
        found[f"{key}_needed"] = level(needed, lever.unit) if lever.kind == "level" and needed else needed
    for indicator in pack.indicators:
        same, key = uniform(indicator.key, scenario), indicator.key
        found |= {f"{key}_{kind}_needed": getattr(same, kind) for kind in ("nominal", "real", "deflator")}
        year = "target_year" if indicator is GDP else f"{key}_target_year"
        found[f"{key}_first_year"] = solved(year, scenario).value
    own = {each.year: each for each in from_each_year(scenario) if not each.outcome}
    years = range(pack.first_year, pack.base_year + FARTHEST + 1)
    found["needed_real"] = [up(getattr(own.get(year), "real", None)) for year in years]
    found["last_year"] = scenario.last_year
    return found


def same(shown, wanted, scale):
    if wanted is None or (isinstance(wanted, float) and math.isnan(wanted)):
        return shown == "–"
    if isinstance(wanted, str) or not isinstance(shown, (int, float)):
        return shown == wanted
    return shown == pytest.approx(wanted, rel=CLOSE, abs=CLOSE * scale)


def differing(shown, wanted):
    """The cells that differ: {name: (shown, wanted)}. A gap is as exact as the levels it is the difference of."""
    found = {}
    for name in shown.keys() & wanted.keys():
        scale = wanted["gdp_level"][0] if name.startswith("gap") else 1.0
        cells = wanted[name] if isinstance(wanted[name], list) else [wanted[name]]
        if not all(same(*pair, scale) for pair in zip(shown[name], cells, strict=True)):
            found[name] = shown[name], cells
    return found


def shown_in(book):
    return {name: cells if isinstance(cells := value(book, name), list) else [cells] for name in book.defined_names}


# In LibreOffice


@pytest.fixture(scope="module")
def books(tmp_path_factory, worker_id):
    """Every file as it is and with its inputs changed."""

    def files():
        found = {name: recalculated.emptied(made(scenario, "zh")) for name, scenario in SCENARIOS.items()}
        for name, scenario in SCENARIOS.items():
            for number, some in enumerate(rounds(name)):
                cells = [cell for each in some for cell in typed(scenario, each, showing(scenario, "zh").wording)]
                found[f"{name} {number}"] = recalculated.changed(made(scenario, "zh"), lambda b, c=cells: type_in(b, c))
        found["saved"] = recalculated.emptied(full())
        found["invalid"] = recalculated.changed(made(), lambda b: type_in(b, [("gdp_later", 0, None)]))
        return found

    return recalculated.once(files, "workbooks", tmp_path_factory, worker_id)


def rounds(name):
    """The changes that are typed into one file each: of the plan some at a time, so that none hides behind another."""
    every = changes(SCENARIOS[name])
    return [every[start::6] for start in range(6)] if name == "plan" else [every]


def type_in(book, cells):
    for name, place, what in cells:
        found = at(book, name)
        (found[place] if isinstance(found, list) else found).value = what


@functools.cache
def full():
    """A file with all that it can have: saved scenarios, their names like formulas, and rows of the plan report."""
    saved = (PLAN.set(gdp_later=0.09, target_year=2027.0).by_hand("fai", 2026, 0.2).rename("=1+1"),
             PLAN.set(gdp_later=0.05).rename("slower").annotate("why"))  # fmt: skip
    return made(PLAN.rename("@SUM(A1)"), "en", kept=saved, rows=("tourism_revenue", "inclusive_loans"), reference=1)


@pytest.mark.parametrize("name", SCENARIOS)
def test_libreoffice_works_out_what_the_model_does_before_and_after_inputs_are_changed(books, name):
    scenario = SCENARIOS[name]
    w = showing(scenario, "zh").wording
    assert differing(shown_in(books[name]), expected(scenario, scenario, w)) == {}
    for number, some in enumerate(rounds(name)):
        book, after = books[f"{name} {number}"], functools.reduce(changed, some, scenario)
        assert differing(shown_in(book), expected(after, scenario, w)) == {}, some


@pytest.mark.parametrize("name", [*SCENARIOS, "saved"])
def test_what_is_stored_beside_each_formula_is_what_it_comes_to(books, name):
    stored = load_workbook(BytesIO(full() if name == "saved" else made(SCENARIOS[name], "zh")), data_only=True)
    for sheet in stored:
        for cell in (cell for row in sheet for cell in row if cell.value not in (None, "")):
            worked = books[name][sheet.title][cell.coordinate].value
            near = pytest.approx(cell.value, rel=CLOSE, abs=CLOSE) if isinstance(cell.value, float) else cell.value
            assert worked == near, (sheet.title, cell.coordinate)


def test_an_input_that_is_not_allowed_is_counted_and_gives_no_result(books):
    book = books["invalid"]
    assert value(book, "inputs_invalid") == 1
    assert value(book, "verdict") == "Input not allowed"
    assert {*value(book, "gdp_level"), value(book, "gdp_at_target_year"), value(book, "fai_base_needed")} == {"#N/A"}


# In HyperFormula


@functools.cache
def _node():
    """Node, where it has the package hyperformula: in a folder `node_modules` above the tests or in NODE_PATH."""
    node, here = shutil.which("node"), Path(__file__).parent
    if (
        node is None
        or subprocess.run([node, "-e", "require('hyperformula')"], cwd=here, capture_output=True).returncode
    ):
        pytest.skip("no Node with the package hyperformula: npm install hyperformula")
    return node


@pytest.mark.office
@pytest.mark.parametrize("name", SCENARIOS)
def test_hyperformula_works_out_the_same_before_and_after_each_input_is_changed(name):
    node, scenario = _node(), SCENARIOS[name]
    w, every = showing(scenario, "zh").wording, changes(scenario)
    book = load_workbook(BytesIO(made(scenario, "zh")))
    names = {name: defined.attr_text for name, defined in book.defined_names.items()}
    given = {
        "sheets": {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book},
        "names": names,
        "cases": [[], *([[names[n], *cell] for n, *cell in typed(scenario, change, w)] for change in every)],
    }
    script = Path(__file__).with_name("hyperformula.cjs")
    done = subprocess.run([node, script], input=json.dumps(given), capture_output=True, text=True, check=True,
                          env=os.environ)  # fmt: skip
    before, *after = json.loads(done.stdout)
    assert differing(before, expected(scenario, scenario, w)) == {}
    for change, shown in zip(every, after, strict=True):
        assert differing(shown, expected(changed(scenario, change), scenario, w)) == {}, change


# The file itself


@functools.cache
def opened(content):
    return load_workbook(BytesIO(content))


FUNCTIONS = {
    "IF", "AND", "OR", "NA", "MAX", "MIN", "SUM", "ABS", "ROUND", "ROUNDUP", "ROUNDDOWN", "INDEX", "MATCH", "COUNT",
    "COUNTA", "COUNTIF", "ISNUMBER",
}  # fmt: skip
"""In which the programs agree."""


def test_formulas_use_only_what_all_programs_agree_on():
    cells = [c for sheet in opened(full()) for row in sheet for c in row if c.data_type == "f"]
    for text in (re.sub(r'"[^"]*"', "", cell.value) for cell in cells):
        assert set(re.findall(r"([A-Z][A-Z0-9.]*)\(", text)) <= FUNCTIONS
        assert not re.search(r"[\d.]E[+-]?\d", text), text
        assert all(call.count(",") == 2 for call in re.findall(r"INDEX\([^()]*\)", text)), text
    assert len(cells) > 500
    for defined in opened(made(language="zh")).defined_names.values():
        assert defined.attr_text.startswith("'")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_english_file_says_nothing_in_chinese_and_each_file_has_its_sheets_in_order(language):
    saved = (PLAN.set(gdp_later=0.05).rename("slower"),)
    book = opened(made(language=language, kept=saved, rows=("tourism_revenue", "tourist_visits")))
    names = {
        "en": ["Verdict", "Inputs", "Paths", "Solve", "Analysis", "Saved scenarios", "Sources"],
        "zh": ["结论", "假设", "路径", "求解", "分析", "已保存情景", "来源"],
    }
    assert book.sheetnames == names[language]
    words = " ".join(str(c.value) for sheet in book for row in sheet for c in row if c.value is not None)
    unquoted = re.sub("“[^”]*”", "", words)  # the report's own words
    assert bool(re.search("[一-鿿]", unquoted)) == (language == "zh")


@pytest.mark.parametrize(("region", "columns"), [("fengjie", (1, 2, 3, 4)), ("fengjie&base=2024", (2, 4))])
def test_growth_needed_is_shown_rounded_up_by_both_target_years_and_for_three_price_changes(region, columns):
    # (550 / 411.09)^(1/4) = 1.07549, (550 / 411.5)^(1/4) = 1.07522, to 2026 with the power 1/2; over 0.995 and 1.01
    sheet = load_workbook(BytesIO(made(plan(find_region(region)))), data_only=True)["Verdict"]
    shown = {str(row[0]): row[1 : 1 + len(columns)] for row in reversed(list(sheet.values))}
    wanted = {
        "with the scenario's price change": (0.0755, 0.0753, 0.1567, 0.1562),
        "with a price change of −0.5 % a year": (0.0809, 0.0807, 0.1625, 0.1620),
        "with a price change of +1.0 % a year": (0.0649, 0.0646, 0.1453, 0.1447),
    }
    wanted = {label: tuple(row[at - 1] for at in columns) for label, row in wanted.items()}
    assert {label: shown[label] for label in wanted} == {k: pytest.approx(v, abs=1e-9) for k, v in wanted.items()}


def test_each_input_refuses_what_its_lever_does_not_allow_and_says_that_its_growth_is_extended():
    book = opened(made())
    found = {str(check.sqref): check for check in book["Inputs"].data_validations.dataValidation}
    for key, lever in live(PACK).items():
        check, shift = found[at(book, key).coordinate], 0.1 if lever.unit == "亿元" else 1
        ends = [float(check.formula1), float(check.formula2)]
        assert ends == pytest.approx([lever.low * shift, lever.high * shift])
        assert check.error.startswith("Allowed: ")
    said = {row[0]: row[8] for row in book["Inputs"].values}
    assert said["GDP, real growth from 2025"].endswith("trust C; extended from the five-year plan to 2025")
    assert said["FAI, nominal growth from 2025"].endswith("trust C; extended from the 2024 target")


def test_a_page_prints_the_years_shown_and_the_whole_link():
    book = opened(made(PLAN.set(target_year=2031.0)))
    area = book["Paths"].print_area.replace("$", "").rpartition(":")[2]
    assert book["Paths"][f"{area.rstrip('0123456789')}4"].value == 2031
    sheet = book["Verdict"]
    link = next(cell for row in sheet for cell in row if str(cell.value).startswith("http://plan.example/?"))
    assert link.alignment.wrap_text
    assert sheet.row_dimensions[link.row].height > 2 * 13
    assert sheet.print_area.endswith(f"$G${link.row}")
    assert [cell.hyperlink.target for row in sheet for cell in row if cell.hyperlink] == [link.value]


def test_saved_scenarios_are_values_and_names_stay_the_text_that_was_typed():
    book = opened(full())
    rows = {row[0].value: [cell.value for cell in row[2:6]] for row in book["Saved scenarios"].iter_rows(min_row=4)}
    assert rows["Results"] == ["the plan", "=1+1", "slower", "@SUM(A1)"]
    assert rows["Note"][2] == "why"
    assert rows["Target year (end of year)"] == [2028, 2027, 2028, 2028]
    levels = [38.6 * 1.065 * later**years for later, years in ((1.075, 4), (1.09, 3), (1.05, 4), (1.075, 4))]
    assert rows["GDP at the target year, from the baseline"] == pytest.approx(levels, rel=CLOSE)
    # (550 / 411.09)^(1/4) = 1.07549, (550 / 411.09)^(1/3) = 1.10190
    needed = [0.0755, 0.1020, 0.0755, 0.0755]
    assert rows["Real GDP growth needed a year, at least"] == pytest.approx(needed, abs=1e-4)
    assert rows["FAI, nominal growth 2026, by hand"] == ["–", 0.2, "–", "–"]
    typed = [c for sheet in book for row in sheet for c in row if c.value in ("=1+1", "@SUM(A1)")]
    assert len(typed) > 2
    assert {(cell.data_type, cell.quotePrefix) for cell in typed} == {("s", True)}


def test_an_own_county_says_that_its_figures_are_not_verified_and_that_no_past_is_known():
    book = opened(build(opened_link("region=own&own.base_year=2023&own.gdp=100:6&own.target=130,2028", "en")))
    words = " ".join(str(c.value) for sheet in book for row in sheet for c in row if c.value is not None)
    assert "The author of the scenario gave the figures and the target of this county; they are not verified" in words
    assert "No past figures are known to compare it with" in words
