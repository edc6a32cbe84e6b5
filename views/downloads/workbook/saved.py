"""The sheet of the scenarios saved on the page: what each assumes and comes to, as exported, side by side."""

from collections.abc import Sequence

from model.economics import phrases
from model.economics.growth import level_in
from model.economics.uncertainty import uncertainty
from model.economics.verdict import by_deadline, judge
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.levers import growth_names, levers, series_of
from model.scenario.scenario import Scenario
from model.work.work import MOST_KEPT
from views.downloads.workbook.sheet import NONE, Sheet, look_of, up
from views.downloads.workbook.verdict import NEEDED_GROWTH
from views.words import compared, names, verdict

WIDTHS = (40, 9, *(17 for _ in range(MOST_KEPT + 2)))
"""Assumption and unit, then the plan, the saved scenarios and the one on the page."""
FIRST = 2
Values = Sequence[str | float]


def fill(sheet: Sheet) -> None:
    """Writes the sheet; what differs from the reference is bold."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    sheet.put(0, 0, w(N_("Saved scenarios")), "title")
    said = N_("Values as exported on {day}: they do not follow the inputs. Bold: not as in {reference}.")
    reference = names.name_of_reference(state)
    sheet.put(1, 0, w(said, day=book.occasion.day.isoformat(), reference=reference), "note", "typed")
    listed = compared.listed(state)
    scenarios = [each.scenario for each in listed]
    for column, each in enumerate(listed, FIRST):
        sheet.put(3, column, each.name, "head", "right", "typed")
    for column, head in enumerate((N_("Results"), N_("Unit"))):
        sheet.put(3, column, w(head), "head")
    row = _results(sheet, 4, scenarios)
    sheet.put(row, 0, w(N_("Assumptions that differ")), "part")
    _assumptions(sheet, row + 1, scenarios)
    sheet.on.freeze_panes(4, FIRST)
    sheet.on.repeat_rows(3)


def _line(sheet: Sheet, row: int, label: str, unit: str, look: str, values: Values, usual: str | float | None) -> None:
    sheet.put(row, 0, label, "row", "wrap")
    sheet.put(row, 1, unit, "row", "note")
    for column, value in enumerate(values, FIRST):
        bold = ("strong",) if usual is not None and value != usual else ()
        sheet.put(
            row, column, value, "row", "right", look, *bold, *(("typed", "wrap") if isinstance(value, str) else ())
        )


def _results(sheet: Sheet, row: int, scenarios: list[Scenario]) -> int:
    """What each comes to, by its own target year and by the others; returns the row after them."""
    book, w, pack, unit = sheet.book, sheet.w, sheet.book.state.pack, sheet.w.unit(GDP.unit)
    found = [judge(each) for each in scenarios]
    fine = f"fine:{w.digits(GDP.unit)}"

    def level(number: float | None) -> str | float:
        return NONE if number is None else book.level(number, GDP.unit)

    lines: list[tuple[str, str, str, Values]] = [
        (w(N_("Note")), "", "left", [each.note for each in scenarios]),
        (w(N_("Verdict")), "", "wrap", [verdict.said(each, book.state) for each in found]),
        (w(N_("Target year (end of year)")), "", "year", [float(each.year) for each in found]),
        (w(N_("GDP at the target year, from the baseline")), unit, fine, [level(each.level) for each in found]),
        (w(N_("GDP at the target year, from the latest official level")), unit, fine,
         [level(each.from_official.level if each.from_official else None) for each in found]),
        (w(N_("Distance from the target, from the baseline")), unit, f"gap:{w.digits(GDP.unit)}",
         [level(each.from_baseline.gap) for each in found]),
        (w(NEEDED_GROWTH), "", "rate",
         [up(each.binding.required_growth) or NONE for each in found]),
        (w(N_("Chance of the target")), "", "share",
         [uncertainty(each).chance_in(each.target_year) for each in scenarios]),
    ]  # fmt: skip
    for goal in pack.deadlines:
        by_then = [next((v for v in by_deadline(each) if v.year == goal.year), None) for each in scenarios]
        name = w(N_("Verdict by {year} ({name})"), year=goal.year, name=w.either(goal.name_zh, goal.name_en))
        lines.append((name, "", "wrap", [verdict.said(each, book.state) if each else NONE for each in by_then]))
    for indicator in pack.indicators[1:]:
        levels = [float(level_in(each.target_year, indicator.key, each)) for each in scenarios]
        name = w(N_("{name} at GDP's target year"), name=w(indicator.name))
        shown = [book.level(each, indicator.unit) for each in levels]
        lines.append((name, w.unit(indicator.unit), f"fine:{w.digits(indicator.unit)}", shown))
    for line in lines:
        if any(value not in ("", NONE) for value in line[3]):
            _line(sheet, row, *line, None)
            row += 1
    return row + 1


def _assumptions(sheet: Sheet, row: int, scenarios: list[Scenario]) -> None:
    """Every lever that some scenario sets otherwise than the reference, and the years that one sets by hand."""
    book, w, pack, reference = sheet.book, sheet.w, sheet.book.state.pack, sheet.book.state.reference
    for key, lever in levers(pack).items():
        values = [book.written(each[key], lever) for each in scenarios]
        usual = book.written(reference[key], lever)
        if any(value != usual for value in values):
            _line(sheet, row, phrases.title(lever, w), book.unit(lever), look_of(lever, w), values, usual)
            row += 1
    for series in series_of(pack):
        rates = [each.rates_by_hand(series) for each in (*scenarios, reference)]
        for year in sorted({year for each in rates[:-1] for year in each}):
            label = w(N_("{name} {year}, by hand"), name=w(growth_names(pack)[series]), year=year)
            *typed, own = (each.get(year, NONE) for each in rates)
            _line(sheet, row, label, w(N_("a year")), "exact", typed, own)
            row += 1
