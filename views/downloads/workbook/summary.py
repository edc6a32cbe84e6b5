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
from views.charts.look import PAPER
from views.downloads.about import about, title
from views.downloads.data import ORIGINS
from views.downloads.workbook import paths
from views.downloads.workbook.book import RULE
from views.downloads.workbook.formula import Formula, cell, in_year
from views.downloads.workbook.sheet import Sheet
from views.downloads.workbook.verdict import table
from views.words import notes, verdict
from views.words.names import own_note

WIDTHS = (34, *(13.5 for _ in range(6)))
LAST = len(WIDTHS) - 1
CHART, ROWS = (850, 330), 18
"""Width and height of the chart [pixels], and the rows that it covers."""


def fill(sheet: Sheet, rows: paths.Rows) -> None:
    """Writes the sheet."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    sheet.across(0, 0, LAST, title(book.occasion), "title", "typed")
    said = N_("What if? Results follow the blue inputs and are no forecast; name, words and link are as exported.")
    sheet.put(1, 0, w(said), "note")
    table(sheet)
    _others(sheet)
    _chart(sheet, sheet.row + 1, rows)
    sheet.row += ROWS
    sheet.part(w(N_("As of the export: these words do not follow the inputs")))
    found = judge(state.scenario)
    lines = [f"{verdict.said(found, state)}", verdict_sentences.levels(found, w), *cautions(state.scenario, w),
             *verdict_sentences.sentences(state.scenario, w)[1:]]  # fmt: skip
    for line in filter(None, (*lines, *notes.before_quoting(state))):
        sheet.across(sheet.row, 0, LAST, line)
        sheet.row += 1
    _about(sheet)


def _others(sheet: Sheet) -> None:
    """Every other indicator against its own level to reach."""
    book, w, (scenario, pack) = sheet.book, sheet.w, (sheet.book.state.scenario, sheet.book.state.pack)
    heads = (
        N_("Other indicators"), N_("Level to reach"), N_("Target year"), N_("Level"), N_("Distance"),
        N_("Target reached?"), N_("Origin of the target"),
    )  # fmt: skip
    for number, indicator in enumerate(each for each in pack.indicators if each is not GDP):
        if not number:
            sheet.row += 1
            sheet.heads([w(head) for head in heads])
        key, unit, (goal, year), at = indicator.key, indicator.unit, target_levers(indicator.key), cell(sheet.row, 3)
        wanted, until = scenario.target(key)
        level, origin = float(level_in(until, key, scenario)), w(ORIGINS[target_origin(scenario, key)])
        enough, words = f"{at}>={goal}*{paths.EXACT}", (w(REACHED), w(NOT_REACHED))
        exported, apart, digits = book.level(wanted, unit), book.level(float(gap(level, wanted)), unit), w.digits(unit)
        kept = f'IF({goal}={plain(exported)},"{origin}","{w(ORIGINS["set"])}")'
        row = sheet.line(
            w(N_("{name}, {unit}"), name=w(indicator.name), unit=w.unit(unit)),
            (Formula(goal, exported), f"exact:{digits}"), (Formula(year, float(until)), "year"),
            (Formula(in_year(f"{key}_level", year), book.level(level, unit)), f"fine:{digits}"),
            (Formula(f"IF({enough},MAX({at}-{goal},0),{at}-{goal})", apart), f"gap:{digits}"),
            (Formula(f'IF({enough},"{words[0]}","{words[1]}")', words[not meets(level, wanted)]), "right"),
            (Formula(kept, origin), "right"),
        )  # fmt: skip
        for column, look in ((3, "fine"), (4, "gap")):
            sheet.keep_side(row, column, at, goal, f"{look}:{digits}")


def _chart(sheet: Sheet, row: int, rows: paths.Rows) -> None:
    """GDP up to the last year shown: scenario, reference, target, official outcomes; it follows the inputs."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    made, end = book.workbook.add_chart({"type": "line"}), paths.BASE + state.scenario.last_year - state.pack.base_year
    lines = (
        ("gdp_level", PAPER["scenario"], 2.5, "solid"), ("chart_reference", PAPER["reference"], 1.5, "dash"),
        ("chart_target", PAPER["target"], 1.25, "dash"), ("gdp_official", PAPER["published"], 0.0, "solid"),
    )  # fmt: skip
    for name, colour, width, dash in lines:
        if (at := rows.places.get(name)) is not None:
            made.add_series({
                "name": [rows.name, at, 0],
                "categories": [rows.name, paths.HEADS, paths.BASE, paths.HEADS, end],
                "values": [rows.name, at, paths.BASE, at, end],
                "line": {"color": colour, "width": width, "dash_type": dash} if width else {"none": True},
                "marker": {"type": "none"} if width else {"type": "diamond", "size": 8, "fill": {"color": colour}},
            })  # fmt: skip
    made.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": RULE}}})
    made.set_title({"name": f"{w(GDP.name)} · {w.basis(GDP.unit)}", "name_font": {"size": 10}})
    made.set_legend({"position": "bottom"})
    made.set_chartarea({"border": {"none": True}})
    made.set_size(dict(zip(("width", "height"), CHART, strict=True)))
    sheet.on.insert_chart(row, 0, made, {"description": w(N_("Path of {name}, see the table"), name=w(GDP.name))})


def _about(sheet: Sheet) -> None:
    """Region, scenario, note, day, baseline, edition and version, and the whole link."""
    book, w, note = sheet.book, sheet.w, own_note(sheet.book.state)
    sheet.part(w(N_("About this file")))
    link, noted = book.occasion.address, [(w(N_("Note")), note)] * bool(note)
    for name, value in (*about(book.occasion), *noted, (w(N_("Link: opens the scenario as exported")), link)):
        sheet.across(sheet.row, 1, LAST, value, "row", "typed")
        row = sheet.line(name)
    sheet.link(row, 0, name, link)
    sheet.on.print_area(0, 0, row, LAST)
