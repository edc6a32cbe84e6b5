"""The sheet of what is no formula, as exported: uncertainty, sensitivity, checks."""

from model.economics import phrases
from model.economics.remarks import remarks
from model.economics.sensitivity import tornado
from model.economics.uncertainty import chance_from_official, uncertainty
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from views.downloads.workbook.book import look_of
from views.downloads.workbook.sheet import Sheet
from views.words import checks, notes

WIDTHS = (44, 13, 13, 13, 13, 13, 13, 13)


def fill(sheet: Sheet) -> None:
    """Writes the sheet."""
    said = N_("Values as exported on {day}: they do not follow the inputs. Opening the link updates them.")
    day = sheet.book.occasion.day.isoformat()
    sheet.begin(sheet.w(N_("Uncertainty, sensitivity and checks")), sheet.w(said, day=day))
    sheet.row = 2
    _uncertainty(sheet)
    _sensitivity(sheet)
    _checks(sheet)


def _uncertainty(sheet: Sheet) -> None:
    """The band by year, and the chance of the target."""
    book, w, scenario = sheet.book, sheet.w, sheet.book.state.scenario
    found, fine = uncertainty(scenario), f"level:{w.digits(GDP.unit)}"
    said = N_("Uncertainty of GDP, {unit}: errors of {sd} points a year, correlation {r}")
    sd, r = w.number(scenario[ERROR] * 100, 2), w.number(scenario[PERSISTENCE], 2)
    sheet.part(w(said, unit=w.unit(GDP.unit), sd=sd, r=r))
    shares = sorted(found.bands, reverse=True)
    ends = [w(end, share=round(share * 100)) for share in shares for end in (N_("{share} % band, from"), N_("to"))]
    sheet.heads([w(N_("End of")), w(N_("standard deviation, %")), *ends, w(N_("chance of the target"))])
    for place, year in enumerate(found.years):
        levels = [book.level(float(end[place]), GDP.unit) for share in shares for end in found.bands[share]]
        chance = float(found.chance[place])
        sheet.line(str(year), (float(found.deviation[place]), "rate"), *((each, fine) for each in levels),
                   (chance, "share"))  # fmt: skip
    by = w(N_("Chance of the target by {year}"), year=scenario.target_year)
    row = sheet.line((by, "strong"), (found.chance_in(scenario.target_year), "share"))
    sheet.name_cells("chance_at_target_year", row, 1)
    if (official := chance_from_official(scenario)) is not None:
        sheet.line(w(N_("The same from the latest official level")), (official, "share"))


def _sensitivity(sheet: Sheet) -> None:
    """GDP at the target year with each lever moved by itself, the widest effect first."""
    book, w, scenario = sheet.book, sheet.w, sheet.book.state.scenario
    said = N_("Sensitivity: GDP in {year}, {unit}; each rate one point lower and higher, the baseline at its range")
    sheet.part(w(said, year=scenario.target_year, unit=w.unit(GDP.unit)))
    heads = (N_("Assumption"), N_("lower"), N_("higher"), N_("GDP, lower"), N_("GDP, higher"), N_("difference"))
    sheet.heads([w(head) for head in heads])
    first, fine = sheet.row, f"level:{w.digits(GDP.unit)}"
    for swing in tornado(scenario):
        moved = ((book.written(value, swing.lever), look_of(swing.lever, w)) for value in (swing.low, swing.high))
        levels = (swing.level_low, swing.level_high, swing.width)
        sheet.line(phrases.title(swing.lever, w), *moved, *((book.level(each, GDP.unit), fine) for each in levels))
    bars = {"type": "data_bar", "min_type": "num", "min_value": 0}
    sheet.on.conditional_format(first, 5, max(first, sheet.row - 1), 5, bars)


def _checks(sheet: Sheet) -> None:
    """The checks against experience, as the page has them."""
    w, state = sheet.w, sheet.book.state
    every = remarks(state.scenario)
    alone = N_("No past figures are known to compare it with; beside the plan's own figures:")
    sheet.part(w(N_("Checks against experience")), w(alone) if checks.without_past(every) else "", 2)
    for remark in every:
        row = sheet.line(checks.name(state, remark), w(checks.RANGE[remark.notable]))
        sources = w.listing([notes.short(state, source) for source in remark.sources])
        said = w(N_("{remark} [{sources}]"), remark=checks.sentence(state, remark), sources=sources)
        sheet.across(row, 2, len(WIDTHS) - 1, said, "row")
