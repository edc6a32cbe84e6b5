"""The sheet of the scenarios kept on the page: what each assumes and comes to, as values, side by side."""

from model.economics import phrases
from model.economics.growth import level_in
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.scenario.levers import RATES, levers, series_of
from model.scenario.scenario import Scenario
from model.work.work import MOST_KEPT
from views.downloads.workbook.book import Book, Sheet, look_of, unit_of, written
from views.downloads.workbook.live import NOTHING, Operand, live
from views.downloads.workbook.said import needed_rate
from views.words import compared, names, verdict

WIDTHS = (48.0, 12.0, *(18.0 for _ in range(MOST_KEPT + 2)))
"""Assumption and unit, then the plan, the kept scenarios and the one on the page."""
FIRST = 2


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Kept scenarios, side by side")), "title")
    note = N_("Values at the time of saving: they follow no input. Opening the link brings these scenarios back.")
    sheet.put(1, 0, w(note), "note")
    sheet.put(2, 0, w(N_("Bold: not as in {reference}."), reference=names.name_of_reference(book.now)), "note", "typed")
    listed = compared.listed(book.now)
    scenarios = [scenario for _, _, scenario in listed]
    row = _results(sheet, 4, [name for _, name, _ in listed], scenarios)
    _assumptions(sheet, row + 1, [name for _, name, _ in listed], scenarios)
    sheet.on.freeze_panes(5, FIRST)


def _heads(sheet: Sheet, row: int, title: str, names: list[str]) -> None:
    w = sheet.book.w
    sheet.put(row, 0, w(title), "head", "left")
    sheet.put(row, 1, w(N_("Unit")), "head", "right")
    for column, name in enumerate(names, FIRST):
        sheet.put(row, column, name, "head", "right", "typed")


def _line(sheet: Sheet, row: int, label: str, unit: str, look: str, values: list[Operand], usual: Operand) -> None:
    """One row; what differs from the usual value is bold."""
    sheet.put(row, 0, label, "row", "wrap")
    sheet.put(row, 1, unit, "row", "right", "note")
    for column, value in enumerate(values, FIRST):
        sheet.put(row, column, value, look, "row", "right", *(("strong",) if value != usual else ()))


def _results(sheet: Sheet, row: int, names: list[str], scenarios: list[Scenario]) -> int:
    """The headline of each, at its own deadline; returns the row after them."""
    book, w = sheet.book, sheet.book.w
    _heads(sheet, row, N_("At the deadline"), names)
    unit = w.unit(GDP.unit)
    lines: list[tuple[str, str, str]] = [
        (w(N_("Verdict")), "", "open"), (w(N_("Deadline (end of year)")), "", "year"),
        (w(N_("GDP at the deadline")), unit, f"fine:{GDP.unit}"),
        (w(N_("Distance from the target")), unit, f"gap:{GDP.unit}"),
        (w(N_("GDP at the deadline, from the latest official level")), unit, f"fine:{GDP.unit}"),
        (w(N_("Real GDP growth needed from {later}")), w(N_("a year")), "rate"),
        (w(N_("Chance of being at or above the target")), "", "share"),
        *((w(i.name), w.unit(i.unit), f"fine:{i.unit}") for i in _others(book)),
    ]  # fmt: skip
    columns, usual = [_result(book, each) for each in scenarios], _result(book, book.now.reference)
    for place, (label, of, look) in enumerate(lines):
        row += 1
        _line(sheet, row, label, of, look, [column[place] for column in columns], usual[place])
    return row + 1


def _result(book: Book, scenario: Scenario) -> list[Operand]:
    """What a scenario comes to, in the order of the rows."""
    year = scenario.target_year
    found = judge(scenario)
    others = [book.shown(float(level_in(year, i.key, scenario)), i.unit) for i in _others(book)]
    own, official = found.from_baseline, found.from_official
    needed = NOTHING if own.required_growth is None else needed_rate(live(own.required_growth)).value
    chance = uncertainty(scenario).chance_in(year)
    return [
        verdict.said(found, book.now), float(year), book.shown(own.level, GDP.unit), book.shown(own.gap, GDP.unit),
        book.shown(official.level, GDP.unit) if official else NOTHING, needed, chance, *others,
    ]  # fmt: skip


def _others(book: Book) -> tuple[Indicator, ...]:
    """The indicators that are no GDP."""
    return tuple(indicator for indicator in book.now.pack.indicators if indicator is not GDP)


def _assumptions(sheet: Sheet, row: int, names: list[str], scenarios: list[Scenario]) -> None:
    """Every lever, and after the levers of a series the years of it that some scenario sets by hand."""
    book, pack = sheet.book, sheet.book.now.pack
    _heads(sheet, row, N_("Assumption"), names)
    for lever in levers(pack).values():
        row += 1
        values, usual = (
            [written(each[lever.key], lever, book) for each in group] for group in (scenarios, [book.now.reference])
        )
        _line(sheet, row, phrases.title(lever, book.w), unit_of(lever, book), look_of(lever), [*values], usual[0])
    for series in series_of(pack):
        by_hand = [each.rates_by_hand(series) for each in scenarios]
        for year in sorted({year for rates in by_hand for year in rates}):
            row += 1
            label = book.w(N_("{name} {year}, by hand"), name=book.w(RATES[series]), year=year)
            own = book.now.reference.rates_by_hand(series).get(year, NOTHING)
            _line(
                sheet, row, label, book.w(N_("a year")), "chosen", [rates.get(year, NOTHING) for rates in by_hand], own
            )
