"""The sheet of what is no formula, as exported: uncertainty, sensitivity, checks, the assumptions behind them."""

from model.economics import phrases
from model.economics.remarks import remarks
from model.economics.sensitivity import tornado
from model.economics.uncertainty import chance_from_official, uncertainty
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from views.downloads.workbook.sheet import Sheet, look_of
from views.words import checks, notes

WIDTHS = (44, 13, 13, 13, 13, 13, 13, 13)
LAST = len(WIDTHS) - 1


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    sheet.put(0, 0, sheet.w(N_("Uncertainty, sensitivity and checks")), "title")
    said = N_("Values as exported on {day}: they do not follow the inputs. Opening the link updates them.")
    sheet.put(1, 0, sheet.w(said, day=sheet.book.occasion.day.isoformat()), "note")
    row = 3
    for part in (_uncertainty, _sensitivity, _checks):
        row = part(sheet, row)


def _uncertainty(sheet: Sheet, row: int) -> int:
    """The band by year, and the chance of the target; returns the row after it, as the next ones do."""
    book, w, scenario = sheet.book, sheet.w, sheet.book.state.scenario
    found = uncertainty(scenario)
    said = N_("Uncertainty of GDP, {unit}: errors of {sd} points a year, correlation {r}")
    sd, r = w.number(scenario[ERROR] * 100, 2), w.number(scenario[PERSISTENCE], 2)
    sheet.put(row, 0, w(said, unit=w.unit(GDP.unit), sd=sd, r=r), "part")
    shares = sorted(found.bands, reverse=True)
    ends = [w(end, share=round(share * 100)) for share in shares for end in (N_("{share} % band, from"), N_("to"))]
    heads = [w(N_("End of")), w(N_("standard deviation, %")), *ends, w(N_("chance of the target"))]
    sheet.heads(row + 1, heads)
    row += 2
    for place, year in enumerate(found.years):
        sheet.put(row, 0, str(year), "row")
        sheet.put(row, 1, float(found.deviation[place]), "rate", "row")
        levels = [float(end[place]) for share in shares for end in found.bands[share]]
        for column, level in enumerate(levels, 2):
            sheet.put(row, column, book.level(level, GDP.unit), f"level:{w.digits(GDP.unit)}", "row")
        sheet.put(row, 2 + len(levels), float(found.chance[place]), "share", "row")
        row += 1
    sheet.put(row, 0, w(N_("Chance of the target by {year}"), year=scenario.target_year), "row", "strong")
    sheet.put(row, 1, found.chance_in(scenario.target_year), "share", "row", name="chance_at_target_year")
    if (chance := chance_from_official(scenario)) is not None:
        row += 1
        sheet.put(row, 0, w(N_("The same from the latest official level")), "row")
        sheet.put(row, 1, chance, "share", "row")
    return row + 2


def _sensitivity(sheet: Sheet, row: int) -> int:
    """GDP at the target year with each lever moved by itself, the widest effect first."""
    book, w, scenario = sheet.book, sheet.w, sheet.book.state.scenario
    said = N_("Sensitivity: GDP in {year}, {unit}; each rate one point lower and higher, the baseline at its range")
    sheet.put(row, 0, w(said, year=scenario.target_year, unit=w.unit(GDP.unit)), "part")
    heads = (N_("Assumption"), N_("lower"), N_("higher"), N_("GDP, lower"), N_("GDP, higher"), N_("difference"))
    sheet.heads(row + 1, [w(head) for head in heads])
    row += 2
    first = row
    for swing in tornado(scenario):
        sheet.put(row, 0, phrases.title(swing.lever, w), "row")
        for column, value in enumerate((swing.low, swing.high), 1):
            sheet.put(row, column, book.written(value, swing.lever), look_of(swing.lever, sheet.w), "row")
        for column, level in enumerate((swing.level_low, swing.level_high, swing.width), 3):
            sheet.put(row, column, book.level(level, GDP.unit), f"level:{w.digits(GDP.unit)}", "row")
        row += 1
    sheet.on.conditional_format(
        first, 5, max(first, row - 1), 5, {"type": "data_bar", "min_type": "num", "min_value": 0}
    )
    return row + 1


def _checks(sheet: Sheet, row: int) -> int:
    """The checks against experience, as the page has them."""
    w, state = sheet.w, sheet.book.state
    every = remarks(state.scenario)
    sheet.put(row, 0, w(N_("Checks against experience")), "part")
    if checks.without_past(every):
        row += 1
        said = N_("No past figures are known to compare it with; beside the plan's own figures:")
        sheet.put(row, 0, w(said), "note")
    for remark in every:
        row += 1
        sheet.put(row, 0, checks.name(state, remark), "row", "wrap")
        sheet.put(row, 1, w(checks.RANGE[remark.notable]), "row", "wrap")
        sources = w.listing([notes.short(state, source) for source in remark.sources])
        said = w(N_("{remark} [{sources}]"), remark=checks.sentence(state, remark), sources=sources)
        sheet.across(row, 2, LAST, said, "row")
    return row + 2
