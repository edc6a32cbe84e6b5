"""The sheet of the scenarios saved on the page: what each assumes and comes to, as exported, side by side."""

from collections.abc import Sequence
from functools import partial

from model.economics import phrases
from model.economics.growth import level_in
from model.economics.uncertainty import uncertainty
from model.economics.verdict import Reading, by_deadline, judge
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.levers import levers, series_of
from model.scenario.scenario import Scenario
from model.work.work import MOST_KEPT
from views.downloads.workbook.book import look_of
from views.downloads.workbook.formula import up
from views.downloads.workbook.sheet import NONE, Sheet
from views.downloads.workbook.verdict import NEEDED_GROWTH
from views.words import compared, names, verdict

WIDTHS = (40, 9, *(17 for _ in range(MOST_KEPT + 2)))
"""Assumption and unit, then the plan, the saved scenarios and the one on the page."""
FIRST = 2
Values = Sequence[str | float]


def fill(sheet: Sheet) -> None:
    """Writes the sheet; what differs from the reference is bold."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    said = N_("Values as exported on {day}: they do not follow the inputs. Bold: differs from {reference}.")
    reference, day = names.name_of_reference(state), book.occasion.day.isoformat()
    sheet.begin(w(N_("Saved scenarios")), w(said, day=day, reference=reference), "typed")
    listed = compared.listed(state)
    scenarios = [each.scenario for each in listed]
    for column, each in enumerate(listed, FIRST):
        sheet.put(sheet.row, column, each.name, "head", "right", "typed")
    sheet.on.freeze_panes(sheet.row + 1, FIRST)
    sheet.on.repeat_rows(sheet.row)
    sheet.heads([w(N_("Results")), w(N_("Unit"))], left=(0, 1))
    _line(sheet, w(N_("Note")), "", "left", [compared.note(state, each) for each in listed])
    _results(sheet, scenarios)
    sheet.part(w(N_("Assumptions that differ")))
    _assumptions(sheet, scenarios)


def _line(sheet: Sheet, label: str, unit: str, look: str, values: Values, usual: str | float | None = None) -> None:
    """A row, unless all its cells are empty; what is not as usual is bold."""
    cells = [
        (value, "right", look, *(("strong",) if usual is not None and value != usual else ()),
         *(("typed", "wrap") if isinstance(value, str) else ()))
        for value in values
    ]  # fmt: skip
    if any(value not in ("", NONE) for value in values):
        sheet.line(label, (unit, "note"), *cells)


def _results(sheet: Sheet, scenarios: list[Scenario]) -> None:
    """What each comes to, by its own target year and by the others."""
    book, w, pack, unit = sheet.book, sheet.w, sheet.book.state.pack, sheet.w.unit(GDP.unit)
    found, fine, line = [judge(each) for each in scenarios], f"fine:{w.digits(GDP.unit)}", partial(_line, sheet)

    def level(reading: Reading | None) -> str | float:
        return book.level(reading.level, GDP.unit) if reading else NONE

    line(w(N_("Verdict")), "", "wrap", [verdict.said(each, book.state) for each in found])
    line(w(N_("Target year (end of year)")), "", "year", [float(each.year) for each in found])
    line(w(N_("GDP at the target year, from the baseline")), unit, fine, [level(each.from_baseline) for each in found])
    official = [level(each.from_official) for each in found]
    line(w(N_("GDP at the target year, from the latest official level")), unit, fine, official)
    gaps = [book.level(each.from_baseline.gap, GDP.unit) for each in found]
    line(w(N_("Distance from the target, from the baseline")), unit, f"gap:{w.digits(GDP.unit)}", gaps)
    line(w(NEEDED_GROWTH), "", "rate", [up(each.binding.required_growth) or NONE for each in found])
    chances = [uncertainty(each).chance_in(each.target_year) for each in scenarios]
    line(w(N_("Chance of the target")), "", "share", chances)
    for goal in pack.deadlines:
        by_then = [next((v for v in by_deadline(each) if v.year == goal.year), None) for each in scenarios]
        name = w(N_("Verdict by {year} ({name})"), year=goal.year, name=w.either(goal.name_zh, goal.name_en))
        line(name, "", "wrap", [verdict.said(each, book.state) if each else NONE for each in by_then])
    for indicator in pack.indicators[1:]:
        levels = [float(level_in(each.target_year, indicator.key, each)) for each in scenarios]
        name, of = w(N_("{name} at GDP's target year"), name=w(indicator.name)), indicator.unit
        line(name, w.unit(of), f"fine:{w.digits(of)}", [book.level(each, of) for each in levels])


def _assumptions(sheet: Sheet, scenarios: list[Scenario]) -> None:
    """Every lever that some scenario sets otherwise than the reference, and the years that one sets by hand."""
    book, w, pack, reference = sheet.book, sheet.w, sheet.book.state.pack, sheet.book.state.reference
    for key, lever in levers(pack).items():
        *values, usual = (book.written(each[key], lever) for each in (*scenarios, reference))
        if any(value != usual for value in values):
            _line(sheet, phrases.title(lever, w), book.unit(lever), look_of(lever, w), values, usual)
    for series in series_of(pack):
        rates = [each.rates_by_hand(series) for each in (*scenarios, reference)]
        for year in sorted({year for each in rates[:-1] for year in each}):
            label = w(N_("{name} {year}, by hand"), name=w(pack.growing[series].growth_label), year=year)
            *typed, own = (each.get(year, NONE) for each in rates)
            _line(sheet, label, w(N_("a year")), "exact", typed, own)
