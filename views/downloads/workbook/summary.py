"""The first sheet: the verdict, the other indicators, the chart of GDP, the answer in words, and the link."""

from model.economics import verdict_sentences
from model.economics.cautions import cautions
from model.economics.growth import level_in
from model.economics.target import gap, meets
from model.economics.verdict import judge
from model.economics.verdict_sentences import NOT_REACHED, REACHED
from model.language.rates import plain
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.origins import target_origin
from model.scenario.scenario import target_levers
from views import palette
from views.downloads.about import about, title
from views.downloads.data import ORIGINS
from views.downloads.workbook import paths
from views.downloads.workbook.sheet import INK, RULE, Sheet, cell
from views.downloads.workbook.verdict import table
from views.words import notes, verdict

WIDTHS = (34, *(13.5 for _ in range(6)))
LAST = len(WIDTHS) - 1
CHART, ROWS = (850, 330), 18
"""Width and height of the chart [pixels], and the rows that it covers."""


def fill(sheet: Sheet, rows: paths.Rows) -> None:
    """Writes the sheet."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    sheet.across(0, 0, LAST, title(book.occasion), "title", "typed")
    said = w(N_("What if? The results follow from the assumptions; they are no forecast."))
    changed = w(N_("Inputs were changed after the export: the results are not those of the scenario named above."))
    sheet.formula(1, 0, f'IF(inputs_changed=0,"{said}","{changed}")', said, "note")
    red = book.workbook.add_format({"font_color": palette.NOT_REACHED, "bold": True})
    sheet.on.conditional_format(1, 0, 1, 0, {"type": "formula", "criteria": "=inputs_changed>0", "format": red})
    row = _others(sheet, table(sheet) + 1)
    _chart(sheet, row + 1, rows)
    row += ROWS + 1
    sheet.put(row, 0, w(N_("As of the export: these words do not follow the inputs")), "part")
    found = judge(state.scenario)
    lines = [f"{verdict.said(found, state)}", verdict_sentences.levels(found, w), *cautions(state.scenario, w),
             *verdict_sentences.sentences(state.scenario, w)[1:]]  # fmt: skip
    for line in filter(None, (*lines, *notes.before_quoting(state))):
        row += 1
        sheet.across(row, 0, LAST, line)
    _about(sheet, row + 2)


def _others(sheet: Sheet, row: int) -> int:
    """Every other indicator against its own level to reach; returns the row after them."""
    book, w, (scenario, pack) = sheet.book, sheet.w, (sheet.book.state.scenario, sheet.book.state.pack)
    heads = (
        N_("Other indicators"), N_("Level to reach"), N_("Target year"), N_("Level"), N_("Distance"),
        N_("Target reached?"), N_("Origin of the target"),
    )  # fmt: skip
    for number, indicator in enumerate(each for each in pack.indicators if each is not GDP):
        if not number:
            sheet.heads(row, [w(head) for head in heads])
        row += 1
        key, unit, (goal, year), at = indicator.key, indicator.unit, target_levers(indicator.key), cell(row, 3)
        wanted, until = scenario.target(key)
        level, origin = float(level_in(until, key, scenario)), w(ORIGINS[target_origin(scenario, key)])
        enough, words = f"{at}>={goal}*{paths.EXACT}", (w(REACHED), w(NOT_REACHED))
        cells: tuple[tuple[str, str | float, str], ...] = (
            (goal, book.level(wanted, unit), f"exact:{w.digits(unit)}"), (year, float(until), "year"),
            (f"INDEX({key}_level,1,{year}-base_year+1)", book.level(level, unit), f"fine:{w.digits(unit)}"),
            (f"IF({enough},MAX({at}-{goal},0),{at}-{goal})", book.level(float(gap(level, wanted)), unit),
             f"gap:{w.digits(unit)}"),
            (f'IF({enough},"{words[0]}","{words[1]}")', words[not meets(level, wanted)], "right"),
            (f'IF({goal}={plain(book.level(wanted, unit))},"{origin}","{w(ORIGINS["set"])}")', origin, "right"),
        )  # fmt: skip
        sheet.put(row, 0, w(N_("{name}, {unit}"), name=w(indicator.name), unit=w.unit(unit)), "row")
        for column, (formula, value, look) in enumerate(cells, 1):
            sheet.formula(row, column, formula, value, look, "row")
        for column, look in ((3, "fine"), (4, "gap")):
            sheet.keep_side(row, column, at, goal, f"{look}:{w.digits(unit)}")
    return row + 1


def _chart(sheet: Sheet, row: int, rows: paths.Rows) -> None:
    """GDP up to the last year shown: scenario, reference, target, official outcomes; it follows the inputs."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    made, end = book.workbook.add_chart({"type": "line"}), paths.BASE + state.scenario.last_year - state.pack.base_year
    lines = (
        ("gdp_level", palette.SCENARIO, 2.5, "solid"), ("chart_reference", palette.REFERENCE, 1.5, "dash"),
        ("chart_target", palette.TARGET, 1.25, "dash"), ("gdp_official", palette.OUTCOME, 0.0, "solid"),
    )  # fmt: skip
    for name, colour, width, dash in lines:
        if (at := rows.places.get(name)) is not None:
            made.add_series({
                "name": [rows.sheet.name, at, 0],
                "categories": [rows.sheet.name, paths.HEADS, paths.BASE, paths.HEADS, end],
                "values": [rows.sheet.name, at, paths.BASE, at, end],
                "line": {"color": colour, "width": width, "dash_type": dash} if width else {"none": True},
                "marker": {"type": "none"} if width else {"type": "diamond", "size": 8, "fill": {"color": colour}},
            })  # fmt: skip
    axis = {"num_font": {"size": 9, "color": INK}, "line": {"color": RULE}}
    made.set_x_axis({**axis, "major_tick_mark": "none"})
    made.set_y_axis({**axis, "num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": RULE}}})
    heading = f"{w(GDP.name)} · {w.basis(GDP.unit)}"
    made.set_title({"name": heading, "name_font": {"size": 10, "color": INK}, "overlay": False})
    made.set_legend({"position": "bottom", "font": {"size": 9, "color": INK}})
    made.set_chartarea({"border": {"none": True}})
    made.set_size(dict(zip(("width", "height"), CHART, strict=True)))
    sheet.on.insert_chart(row, 0, made, {"description": w(N_("Path of {name}, see the table"), name=w(GDP.name))})


def _about(sheet: Sheet, row: int) -> None:
    """Region, scenario, note, day, baseline, edition and version, and the whole link."""
    book, w, scenario = sheet.book, sheet.w, sheet.book.state.scenario
    sheet.put(row, 0, w(N_("About this file")), "part")
    said = [*about(book.occasion), (w(N_("Note")), scenario.note)]
    for name, value in said if scenario.note else said[:-1]:
        row += 1
        sheet.put(row, 0, name, "row")
        sheet.across(row, 1, LAST, value, "row", "typed")
    row += 1
    sheet.across(row, 1, LAST, book.occasion.address, "row", "typed")
    sheet.link(row, 0, w(N_("Link: opens the scenario as exported")), book.occasion.address, "row", "wrap")
    sheet.on.print_area(0, 0, row, LAST)
