"""The charts of the workbook, drawn by the spreadsheet itself from cells that follow the inputs."""

from typing import Any

from xlsxwriter.chart import Chart

from model.indicators import GDP, INDICATORS, Indicator
from model.words import N_
from views import palette
from views.downloads.workbook import years
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.drawn import DEADLINE, HISTORY, OUTCOME, REFERENCE, SCENARIO, TARGET, Drawn
from views.downloads.workbook.looks import INK, RULE

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
LARGE, SMALL = (1180, 360), (372, 320)
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
    few = book.now.scenario.last_year - first <= FEW
    made.set_x_axis({**_axis("0"), "min": first, "major_unit": 1 if few else 2, "major_gridlines": {"visible": False}})
    made.set_y_axis({**_axis("#,##0"), "min": 0})
    _finish(made, f"{book.w(indicator.name)}, {book.w.basis(indicator.unit)}", size)
    return made


def below(sheet: Sheet, drawn: Drawn) -> None:
    """The charts below the paths: GDP with its baselines and its band, then the others, smaller."""
    w, row = sheet.book.w, drawn.rows.charts
    for place, indicator in enumerate(INDICATORS):
        size = LARGE if indicator is GDP else SMALL
        at = (row, 0) if indicator is GDP else (row + 19, 0 if place == 1 else years.BASE + 5 * (place - 2))
        said = {"description": w(N_("Path of {name}, see the table"), name=w(indicator.name))}
        sheet.on.insert_chart(*at, paths(sheet, drawn, indicator, tuple(STYLES), size), said)


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
        "name": [name, line.levels, 0],
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
