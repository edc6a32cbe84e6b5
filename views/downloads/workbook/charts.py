"""The charts of the workbook, drawn by the spreadsheet itself from cells that follow the inputs."""

from typing import Any

from xlsxwriter.chart import Chart

from model.language.words import N_
from model.region.indicators import GDP, Indicator
from views import palette
from views.downloads.workbook import years
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.drawn import DEADLINE, HISTORY, OUTCOME, REFERENCE, SCENARIO, TARGET, Drawn
from views.downloads.workbook.live import when
from views.downloads.workbook.looks import INK, RULE
from views.downloads.workbook.said import filled

STYLES: dict[str, tuple[str, float, str]] = {
    HISTORY: (palette.HISTORY, 1.75, "solid"),
    REFERENCE: (palette.REFERENCE, 1.5, "dash"),
    "least": (palette.SCENARIO, 0.75, "round_dot"),
    "most": (palette.SCENARIO, 0.75, "round_dot"),
    "low": (palette.SCENARIO, 0.75, "solid"),
    "high": (palette.SCENARIO, 0.75, "solid"),
    SCENARIO: (palette.SCENARIO, 2.5, "solid"),
    TARGET: (palette.TARGET, 1.25, "dash"),
    DEADLINE: (palette.TARGET, 1.0, "round_dot"),
    OUTCOME: (palette.OUTCOME, 0.0, "solid"),
}
"""Colour, width and dash of each line, in the order in which they are drawn."""
ROLES = (HISTORY, REFERENCE, SCENARIO, TARGET, DEADLINE, OUTCOME)
"""What is drawn where only the answer is asked for."""
WIDTHS = tuple(12.0 for _ in range(13))
LARGE, SMALL = (1130, 360), (372, 250)
"""Width and height of a chart [pixels]."""
FEW = 14
"""Years up to which each has its label."""


def paths(sheet: Sheet, drawn: Drawn, indicator: Indicator, roles: tuple[str, ...], size: tuple[int, int]) -> Chart:
    """An indicator's level by year, with those lines of it that there are."""
    book = sheet.book
    made = book.workbook.add_chart({"type": "scatter", "subtype": "straight"})
    known = [role for role in STYLES if role in roles and (indicator.key, role) in drawn.lines]
    for role in known:
        made.add_series(_series(drawn, indicator, role))
    past = (indicator.key, HISTORY) in drawn.lines and HISTORY in roles
    first = _first_year(drawn, indicator) if past else book.now.pack.base_year
    last = book.now.scenario.last_year
    span = {"min": first, "max": last, "major_unit": 1 if last - first <= FEW else 2}
    made.set_x_axis({**_axis("0"), **span, "major_gridlines": {"visible": False}})
    made.set_y_axis({**_axis("#,##0"), "min": 0})
    _finish(made, f"{book.w(indicator.name)}, {book.w.basis(indicator.unit)}", size)
    return made


def fill(sheet: Sheet, drawn: Drawn) -> None:
    """The sheet of charts: GDP with its baselines and its band, then the others, smaller, in the same colours."""
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Charts: the paths, drawn")), "title")
    end = float(book.now.scenario.last_year)
    beyond = filled(N_("The charts end in {year}: to see later years, set the end of their year axes."), w, year=end)
    sheet.put(1, 0, when(book["last_year"] > end, beyond, w(N_("They follow the inputs."))), "note")
    for place, indicator in enumerate(book.now.pack.indicators):
        size = LARGE if indicator is GDP else SMALL
        at, offset = (3, 0) if indicator is GDP else (22, (SMALL[0] + 7) * (place - 1))
        said = {"description": w(N_("Path of {name}, see the table"), name=w(indicator.name)), "x_offset": offset}
        made = paths(sheet, drawn, indicator, tuple(STYLES), size)
        if indicator is not GDP:
            made.set_legend({"none": True})
        sheet.on.insert_chart(at, 0, made, said)


def tornado(sheet: Sheet, title: str, rows: tuple[int, int], names: tuple[str, str]) -> Chart:
    """The effect of each lever, down and up, as bars on both sides of nothing."""
    made = sheet.book.workbook.add_chart({"type": "bar"})
    for column, (name, colour) in enumerate(zip(names, (palette.REFERENCE, palette.SCENARIO), strict=True), 1):
        made.add_series(
            {
                "name": name, "categories": [sheet.name, rows[0], 0, rows[1], 0],
                "values": [sheet.name, rows[0], column, rows[1], column],
                "fill": {"color": colour}, "border": {"none": True}, "gap": 45, "overlap": 100,
            }
        )  # fmt: skip
    made.set_x_axis({**_axis("General"), "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}}})
    made.set_y_axis(
        {**_axis("General"), "reverse": True, "label_position": "low", "major_gridlines": {"visible": False}}
    )
    _finish(made, title, (660, 300))
    return made


def _first_year(drawn: Drawn, indicator: Indicator) -> int:
    line = drawn.lines[indicator.key, HISTORY]
    return int(drawn.sheet.cell(line.years, years.BASE).value)


def _series(drawn: Drawn, indicator: Indicator, role: str) -> dict[str, Any]:
    line, name = drawn.lines[indicator.key, role], drawn.sheet.name
    colour, width, dash = STYLES[role]
    marked = {"type": "diamond" if role == OUTCOME else "circle", "size": 8 if role == OUTCOME else 5}
    marker = {**marked, "fill": {"color": colour}, "border": {"color": colour}}
    return {
        "name": [name, line.levels, 0],  # of a text LibreOffice would read no more than up to a quotation mark
        "categories": [name, line.years, years.BASE, line.years, line.last],
        "values": [name, line.levels, years.BASE, line.levels, line.last],
        "line": {"color": colour, "width": width, "dash_type": dash} if width else {"none": True},
        "marker": marker if role in (SCENARIO, OUTCOME) else {"type": "none"},
    }


def _axis(number_format: str) -> dict[str, Any]:
    return {
        "num_format": number_format, "num_font": {"size": 9, "color": INK}, "line": {"color": RULE},
        "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}},
        "major_tick_mark": "none", "minor_tick_mark": "none",
    }  # fmt: skip


def _finish(made: Chart, title: str, size: tuple[int, int]) -> None:
    """Title, legend, size: alike in all charts."""
    made.set_title({"name": title, "name_font": {"size": 10, "bold": True, "color": INK}, "overlay": False})
    made.set_legend({"position": "bottom", "font": {"size": 9, "color": INK}})
    made.set_chartarea({"border": {"none": True}})
    made.set_size({"width": size[0], "height": size[1]})
    made.show_blanks_as("gap")
