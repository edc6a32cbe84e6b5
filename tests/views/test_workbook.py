"""What the workbook is by itself: its sheets, inputs, formulas, link, looks and what it says of itself."""

import functools
import re
import warnings
from io import BytesIO
from zipfile import ZipFile

import pytest
from a_visit import PACK, PLAN, showing
from a_workbook import CLOSE, DAY, FASTER, at, made, near, rows, shifted, value
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from model.economics.remarks import remarks
from model.economics.solve import solve
from model.economics.verdict import judge
from model.progress.further import Further
from model.progress.regions import find_region
from model.region.indicators import INDICATORS
from model.region.limits import FARTHEST
from model.scenario.levers import RATES, levers
from model.scenario.scenario import plan
from tests.model.any_scenario import scenarios
from views.downloads.about import Occasion
from views.downloads.workbook import build
from views.downloads.workbook.functions import FUNCTIONS
from views.words import checks


@functools.cache
def _opened(content):
    """The file as another program reads it; opened once, for it is only looked at."""
    return load_workbook(BytesIO(content))


def test_the_sheets_stand_in_their_order_in_the_readers_language():
    assert _opened(made()).sheetnames == [
        "Summary", "Inputs", "Paths", "Charts", "Verdict", "Solve", "Sensitivity", "Sources",
    ]  # fmt: skip
    paths = (Further("tourism_revenue", 0.2, 0.1),)
    assert _opened(made(further=paths, kept=(PLAN.rename("a"),))).sheetnames[-3:] == [
        "Kept scenarios", "Further", "Sources",
    ]  # fmt: skip
    assert _opened(made(language="zh")).sheetnames == ["首页", "假设", "路径", "图表", "结论", "求解", "敏感性", "来源"]


@pytest.mark.parametrize("region", [
    "fengjie@2024", "fengjie@2025~gdp@2025:440:6.2~finance_va@2024::7.5~tourist_visits@2024:3650",
])  # fmt: skip
def test_further_paths_begin_with_the_reports_own_year_where_the_region_is_planned_anew(region):
    again, path = plan(find_region(region)), (Further("tourism_revenue", 0.2, 0.1),)
    book = load_workbook(BytesIO(made(again, further=path)), data_only=True)
    levels = value(book, "further_tourism_revenue")
    typed = [row[:4] + row[5:7] for row in rows(book["Sources"], "Figure", 7) if ", typed" in row[0]]
    assert typed[2:] == ([] if region == "fengjie@2024" else [
        ["Tourist visits: outcome, typed", 2024, 36.5, "m visits", "D", "typed"],
        ["Financial-sector value added: growth, typed", 2024, 0.075, "", "D", "typed"],
    ])  # fmt: skip
    assert levels[:3] == pytest.approx([18, 21.6, 23.76])
    printed = [row[:4] + row[5:7] for row in rows(book["Sources"], "Figure", 7) if "in the plan report" in row[0]]
    assert printed == [
        ["Tourism revenue: result in the plan report", 2023, 18, "bn yuan", "C", "2024 plan report"],
        ["Tourism revenue: growth in the plan report", 2023, 0.251, "", "C", "2024 plan report"],
        ["Tourism revenue: growth target in the plan report", 2024, 0.2, "", "C", "2024 plan report"],
    ]
    assert len(levels) == find_region(region).base_year + FARTHEST - 2023 + 1


def test_every_lever_is_an_input_that_refuses_what_it_does_not_allow_in_a_sentence():
    for language in ("en", "zh"):
        book, w = _opened(made(language=language)), showing(PLAN, language).wording
        sheet = book.worksheets[1]
        checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
        for key, lever in levers(PACK).items():
            cell = at(book, key)
            check = checks[cell.coordinate]
            low, high = (
                shifted(w, end, lever.unit) if lever.kind == "level" else end for end in (lever.low, lever.high)
            )
            assert (float(check.formula1), float(check.formula2)) == pytest.approx((low, high))
            assert check.type == ("whole" if lever.kind == "year" else "decimal")
            assert w.template("Allowed: {low} to {high}. Choose a value between them.")[:3] == check.error[:3]
            assert check.showErrorMessage
            assert not check.allowBlank
            assert len(check.error) <= 255
            assert len(check.errorTitle) <= 32
            assert cell.fill.start_color.rgb == "FFDDEAFB"
        assert len(checks) == len(levers(PACK)) + len(RATES)


def test_every_number_that_follows_from_an_input_is_a_formula():
    book = _opened(made(FASTER))
    for name in ("gdp_own", "gdp_level", "chance", "gdp_later_needed", "gap", "verdict", "sectors_first"):
        cells = at(book, name)
        assert {cell.data_type for cell in (cells if isinstance(cells, list) else [cells])} == {"f"}


def test_formulas_are_short_enough_and_use_no_function_that_older_programs_lack():
    texts = [c.value for sheet in _opened(made(FASTER)) for row in sheet for c in row if c.data_type == "f"]
    assert max(map(len, texts)) < 8192
    assert all(len(literal) <= 255 for text in texts for literal in re.findall(r'"((?:[^"]|"")*)"', text))
    used = {name for text in texts for name in re.findall(r"([A-Z][A-Z.0-9]*)\(", re.sub(r'"[^"]*"', "", text))}
    assert used <= set(FUNCTIONS)
    assert not used & {"LET", "FILTER", "XLOOKUP", "IFS", "CONCAT", "TEXTJOIN", "SEQUENCE"}


def test_a_formula_says_what_it_is_made_from_by_name():
    book = _opened(made())
    assert at(book, "real_needed").value == (
        "=IF(inputs_missing=0,"
        "(target_level/(gdp_base*INDEX(price_level,target_year-base_year+1)))^(1/(target_year-base_year))-1,missing)"
    )
    real, prices = (at(book, f"{series}_own")[1].coordinate for series in ("gdp", "deflator"))
    assert at(book, "gdp_growth")[1].value == f"=IF(inputs_missing=0,(1+{real})*(1+{prices})-1,missing)"


def test_each_deadline_is_answered_in_both_readings():
    # 386 x 1.065 x 1.075^2 = 475.066, sqrt(550 / 411.09) - 1 = 15.67 %; 411.5 x 1.075^2 = 475.540,
    # sqrt(550 / 411.5) - 1 = 15.61 % and rounded up 15.62 %
    sheet = load_workbook(BytesIO(made(language="zh")), data_only=True)["结论"]
    own, official = rows(sheet, "目标年份的各种口径", 9)[:2]
    assert [own[1], own[2], own[8]] == pytest.approx([2026, 386 * 1.065 * 1.075**2, (550 / 411.09) ** 0.5 - 1])
    assert official[2:4] == pytest.approx([475.540, 475.540 - 550], abs=5e-4)
    assert official[8] == pytest.approx((550 / 411.5) ** 0.5 - 1)


def test_the_ends_of_the_baselines_range_are_shown_only_where_no_later_level_is_known():
    known, unknown = (_opened(made(plan(find_region(region)))) for region in ("fengjie", "fengjie@2024"))
    assert "level_official" in known.defined_names
    assert "level_low" not in known.defined_names
    assert "level_low" in unknown.defined_names
    assert "level_official" not in unknown.defined_names


def test_a_baseline_that_is_moved_is_held_against_the_published_level():
    # 391 x 1.066 = 416.806; 411.5 / 416.806 = 1 - 1.273 %
    book = load_workbook(BytesIO(made(PLAN.set(gdp_base=391.0), "zh")), data_only=True)
    assert value(book, "implied_level") == pytest.approx(416.806)
    assert value(book, "implied_prices") == pytest.approx(-0.01273, abs=5e-6)


def test_growth_needed_is_answered_for_three_price_changes():
    # (550 / 411.5) ^ (1/4) = 1.07523; over 0.995, 1 and 1.01; from the baseline (550 / 411.09) ^ (1/4) = 1.07550
    sheet = load_workbook(BytesIO(made()), data_only=True)["Verdict"]
    found = rows(sheet, "Real GDP growth needed from 2025, by price change a year", 3)
    for (_, own, official), prices in zip(found, (0.995, 1, 1.01), strict=True):
        assert 1 + own == pytest.approx((550 / 411.09) ** 0.25 / prices)
        assert 1 + official == pytest.approx((550 / 411.5) ** 0.25 / prices)


def test_years_set_by_hand_are_inputs_and_the_locked_ones_are_framed():
    scenario = PLAN.with_years("gdp", {2025: 0.05, 2026: 0.06}, (2026,))
    cells = at(_opened(made(scenario)), "gdp_by_hand")
    assert [cell.value for cell in cells[:4]] == [None, 0.05, 0.06, None]
    assert [cell.border.left.style for cell in cells[:4]] == ["thin", "thin", "medium", "thin"]


def test_every_figure_in_use_stands_among_the_sources():
    sheet = _opened(made()).worksheets[7]
    shown = {(row[0].value, row[1].value): row for row in sheet.iter_rows(min_row=6) if row[1].value}
    gdp = shown["GDP: baseline", 2023]
    assert [cell.value for cell in gdp[2:8]] == [38.6, "bn yuan", "current prices", "C", "derived", "411.5÷1.066"]
    assert shown["GDP: published growth", 2024][2].value == 0.066
    assert shown["Budget revenue: announced goal", 2024][2].value == 1.85
    assert shown["Correlation of one year's deviation with the next year's", 2017][2].value == 0.6
    text = " ".join(str(cell.value) for row in sheet for cell in row if cell.value)
    assert all(source.url in text and source.licence_en in text for source in PACK.sources.values())
    chinese = {cell.value for row in _opened(made(language="zh")).worksheets[7] for cell in row}
    assert all(source.licence_zh in chinese for source in PACK.sources.values())


def test_every_sheet_is_protected_without_a_password_and_only_what_may_be_typed_is_open():
    kept = (PLAN.set(gdp_later=0.05).rename("slower"),)
    book = _opened(made(FASTER, kept=kept))
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        allowed = ("formatCells", "formatColumns", "formatRows")
        assert not any(getattr(sheet.protection, each) for each in allowed)
        assert not sheet.protection.objects
    opened = {f"{s.title}!{c.coordinate}" for s in book for row in s for c in row if not c.protection.locked}
    inputs = [at(book, key) for key in levers(PACK)]
    inputs += [cell for series in RATES for cell in at(book, f"{series}_by_hand")]
    of_table = {f"Sensitivity!{column}{row}" for column in "CE" for row in (20, 21)}
    assert opened == {f"{cell.parent.title}!{cell.coordinate}" for cell in inputs} | of_table
    assert "Unprotect" in " ".join(str(row[0].value) for row in book["Summary"])


def test_what_only_helps_other_sheets_is_not_printed():
    book = _opened(made())
    for sheet, helping in (("Paths", "For the charts"), ("Verdict", "For the other sheets"),
                           ("Sensitivity", "Worked out here, lever by lever")):  # fmt: skip
        row = next(cell.row for cell in book[sheet]["A"] if cell.value == helping)
        assert int(book[sheet].print_area.rpartition("$")[2]) < row
    last = int(book["Solve"].print_area.rpartition("$")[2])
    assert last == at(book, "income_target_year_needed").row
    assert not any(sheet.print_area for sheet in (book["Inputs"], book["Charts"]))
    summary = book["Summary"]  # all of it is printed, its chart too
    (chart,) = summary._charts
    assert chart.anchor.to.col < summary.max_column
    assert summary.print_area == f"'Summary'!$A$1:${get_column_letter(summary.max_column)}${summary.max_row}"


def test_kept_scenarios_stand_side_by_side_as_values():
    kept = (PLAN.set(gdp_later=0.09, target_year=2027.0).by_hand("fai", 2026, 0.2).rename("faster"),
            PLAN.set(gdp_later=0.05).rename("=1+1"))  # fmt: skip
    book = _opened(made(kept=kept, reference=1))
    sheet = book["Kept scenarios"]
    assert book.sheetnames.index("Kept scenarios") == len(book.sheetnames) - 2
    assert "Values at the time of saving" in sheet["A2"].value
    assert not any(cell.data_type == "f" for row in sheet for cell in row)
    shown = {row[0].value: [cell.value for cell in row[2:5]] for row in sheet.iter_rows(min_row=5)}
    assert shown["At the deadline"] == ["the plan", "faster", "=1+1"]
    assert shown["Verdict"] == ["○ Not reached", "○ Not reached", "○ Not reached"]
    levels = [38.6 * 1.065 * later**years for later, years in ((1.075, 4), (1.09, 3), (1.05, 4))]
    assert shown["GDP at the deadline"] == pytest.approx(levels, rel=CLOSE)
    assert shown["Deadline (end of year)"] == [2028, 2027, 2028]
    # (550 / 411.09)^(1/4) is 1.07549 and (550 / 411.09)^(1/3) is 1.10190: rounded up, as on the page
    assert shown["Real GDP growth needed from 2025"] == pytest.approx([0.0755, 0.1019, 0.0755], rel=CLOSE)
    assert shown["GDP, real growth from 2025"] == [0.075, 0.09, 0.05]
    assert shown["Investment, nominal growth 2026, by hand"] == ["–", 0.2, "–"]
    bold = {row[0].value: [cell.font.bold for cell in row[2:5]] for row in sheet.iter_rows(min_row=5)}
    assert bold["GDP, real growth from 2025"] == [True, False, True]


def test_the_remarks_of_the_page_stand_on_the_first_sheet():
    for language in ("en", "zh"):
        now = showing(FASTER, language)
        text = [str(row[0].value) for row in _opened(made(FASTER, language)).worksheets[0]]
        for remark in remarks(FASTER):
            assert sum(checks.sentence(now, remark) in line for line in text) == 1


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


def test_a_long_link_takes_one_line_and_leaves_the_first_sheet_as_large_as_it_prints_with_a_short_one():
    kept = tuple(PLAN.set(gdp_later=later).rename(f"{later}{'字' * 40}") for later in (0.05, 0.06, 0.09))
    short, long = (_opened(made(PLAN, "zh", kept=kept[:count])).worksheets[0] for count in (0, 3))
    assert {row: at.height for row, at in short.row_dimensions.items()} == {
        row: at.height for row, at in long.row_dimensions.items()
    }
    address = next(str(row[1].value) for row in long if row[0].value == "链接全文（供复制）")
    assert len(address) > 1000
    both = [cell for row in long for cell in row if cell.value == address or cell.hyperlink]
    assert len(both) == 2
    assert {long.row_dimensions[cell.row].height for cell in both} == {15.75}
    assert not any(cell.alignment.wrap_text for cell in both)  # else a second line is half seen below the first
    assert long.print_area == f"'首页'!$A$1:$K${both[-1].row}"  # else it runs on, and all is printed the smaller
    assert address.startswith("http://plan.example/?")


def test_a_long_name_is_broken_into_lines_within_the_page_and_its_row_is_as_high_as_they_are():
    for name, lines in (("字" * 40, 2), ("字", 1)):
        sheet = _opened(made(PLAN.rename(name))).worksheets[0]
        assert "A1:K1" in map(str, sheet.merged_cells.ranges)
        assert sheet["A1"].alignment.wrap_text
        assert sheet.row_dimensions[1].height >= lines * 18 * 1.2  # the size of its letters, and the space of a line


def test_a_low_baseline_in_the_wrong_unit_is_spoken_of():
    said = load_workbook(BytesIO(made(PLAN.set(gdp_low=3860.0), "zh")), data_only=True).worksheets[0]["A3"].value
    # 386, 3,860 and 391: the widest they span
    assert said == "GDP 基数的低值、中值、高值未按由小到大排列，现按386.0至3,860.0亿元的区间计算。请核对是否有误。"


def test_the_file_says_what_it_is_and_names_nobody():
    occasion = Occasion(showing(PLAN.rename("floor")), "http://plan.example/", DAY)
    said = _opened(build(occasion)).properties
    assert said.title == "Fengjie County, Chongqing: floor"
    assert said.subject == "Fengjie County, Chongqing: what if?"
    assert said.description == occasion.address
    assert said.created.date() == DAY
    assert not said.creator
    assert not said.lastModifiedBy


def test_the_same_occasion_makes_the_same_file():
    assert build(Occasion(showing(FASTER, "zh"), "http://plan.example/", DAY)) == made(FASTER, "zh")


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


@pytest.mark.parametrize(
    ("name", "hidden", "shown"),
    [
        ("gap", "AND(ROUND({at},4)=0,{at}<>0)", "+#,##0.000000000;-#,##0.000000000;0"),
        ("gdp_later_needed", "AND(ROUND({at},5)=0,{at}<>0)", "#,##0.000000000\\ %"),
    ],
)
def test_a_number_that_its_decimals_would_show_as_none_is_shown_with_more(name, hidden, shown):
    cell = at(_opened(made()), name)
    rules = [rule for rule in cell.parent.conditional_formatting if cell.coordinate in rule]
    looks = {rule.formula[0]: rule.dxf.numFmt.formatCode for each in rules for rule in each.rules if rule.dxf.numFmt}
    assert looks[hidden.format(at=cell.coordinate)] == shown


def _charts(content):
    with ZipFile(BytesIO(content)) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]


def test_charts_are_drawn_from_cells():
    charts = _charts(made())
    assert len(charts) == 1 + len(INDICATORS) + 1
    for chart in charts:
        assert "<c:f>" in chart
        assert "<c:v>" in chart
        assert "#REF" not in chart


def test_a_legend_names_every_line_by_a_cell_whatever_the_line_is_called():
    kept = PLAN.set(gdp_later=0.08).rename('=HYPERLINK("http://x")')
    drawn = [each for each in _charts(made(PLAN, kept=(kept,), reference=1)) if "scatterChart" in each]
    assert drawn
    for chart in drawn:
        names = re.findall("<c:ser>.*?<c:tx>(.*?)</c:tx>", chart)
        assert all(name.startswith("<c:strRef><c:f>Paths!$A$") for name in names)
        assert any('“=HYPERLINK("…x")” (reference)' in name for name in names)


def test_the_years_of_a_chart_end_with_the_last_one_and_a_long_name_is_shortened_in_its_legend():
    kept = PLAN.set(horizon=2031.0).rename("investment slows, consumption recovers")
    charts = [each for each in _charts(made(PLAN, kept=(kept,), reference=1)) if "scatterChart" in each]
    assert [("<c:legend>" in each) for each in charts] == [True, True, False, False, False]
    for chart in charts:
        assert '<c:max val="2028"/>' in chart
        assert "“investment s…ers” (reference)" in chart
        assert "consumption" not in chart


def test_a_name_that_was_typed_reaches_a_chart_as_a_cell_alone():
    charts = _charts(made(PLAN.rename("=B2"), kept=(PLAN.set(gdp_later=0.06).rename('=A1("x")'),), reference=1))
    written = [name for each in charts for name in re.findall("<c:tx><c:v>(.*?)</c:v></c:tx>", each)]
    assert not any("A1" in name or "B2" in name for name in written)


@settings(max_examples=12, deadline=None)
@given(scenarios())
def test_a_workbook_is_made_of_whatever_scenario(scenario):
    book = load_workbook(BytesIO(made(scenario)), data_only=True)
    assert value(book, "gdp_at_deadline") == pytest.approx(judge(scenario).level / 10, rel=CLOSE)
    for key in ("gdp_later", "income_later", "deflator_later", "retail_first"):
        near(value(book, f"{key}_needed"), solve(key, scenario).value)


def test_no_theme_puts_another_font_in_the_place_of_the_one_that_is_named():
    with ZipFile(BytesIO(made(language="zh"))) as file:
        styles = file.read("xl/styles.xml").decode()
    assert 'name val="Microsoft YaHei"' in styles
    assert "<scheme " not in styles


def test_the_level_to_reach_cites_the_report_that_prints_it_and_only_its_reading_is_worked_out():
    (level,) = [row for row in _opened(made())["Inputs"].iter_rows(values_only=True) if row[6] == "target_level"]
    (year,) = [row for row in _opened(made())["Inputs"].iter_rows(values_only=True) if row[6] == "target_year"]
    assert level[8].endswith("二(二) L88, trust A")
    assert year[8].endswith("2023 + 5, trust C")


def test_the_summary_says_of_which_years_growth_is_where_some_are_set_by_hand():
    label = "Real GDP growth needed from 2025, in years not set by hand"
    for year, held in ((2026, True), (2024, False), (2031, False)):  # the plan year and one after the deadline
        book = load_workbook(BytesIO(made(PLAN.by_hand("gdp", year, 0.05))), data_only=True)
        labels = [row[0] for row in book.worksheets[0].values]
        assert (label in labels, "Real GDP growth needed from 2025" in labels) == (held, not held)
