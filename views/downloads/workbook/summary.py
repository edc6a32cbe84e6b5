"""The first sheet: the answer in words, its figures and its chart, and what to know before quoting them."""

from collections.abc import Sequence

from model.economics import verdict_sentences
from model.economics.cautions import on_county, on_levels, on_target
from model.economics.remarks import Remark, remarks
from model.economics.verdict import official_levels
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from views import palette
from views.downloads.about import about, title
from views.downloads.workbook import against, charts, said
from views.downloads.workbook.against import side
from views.downloads.workbook.book import WHAT_IS_MISSING, Book, Sheet
from views.downloads.workbook.changed import changed
from views.downloads.workbook.drawn import Drawn
from views.downloads.workbook.live import Live, Operand, call, fixed, when
from views.downloads.workbook.paths import PRICES
from views.words import checks, notes, verdict

WIDTHS = (42.0, 15.0, 11.0, 3.0, *(12.0 for _ in range(7)))
LAST = len(WIDTHS) - 1
LEVEL, GAP = "level", f"gap:{GDP.unit}"
"""The looks of a level that stands against the target, and of its distance from it."""
LINK = 15.75
"""Height of the lines with the link, which no program then raises [points]."""
CHART = (640, 330)
"""Width and height of the chart, which ends where the page ends [pixels]."""


def fill(sheet: Sheet, drawn: Drawn) -> None:
    """Writes the sheet."""
    book, w = sheet.book, sheet.book.w
    sheet.across(0, 0, LAST, title(book.occasion), "title", "typed", "wrap")
    _what_it_is(sheet, 1)
    sheet.across(2, 0, LAST, book[WHAT_IS_MISSING], "alarm", "wrap")
    sheet.across(3, 0, LAST, book["verdict"], "answer")
    sheet.on.set_row(3, 22)
    for sign, colour in verdict.SIGNS.values():
        sheet.mark(call("LEFT", sheet.cell(3, 0), 1).is_(sign), (3, 0, 3, LAST), font_color=colour)
    sheet.across(4, 0, LAST, _headline(book), "big", "strong", "wrap", instead=WHAT_IS_MISSING)
    sheet.on.set_row(4, 20)
    sheet.across(5, 0, LAST, _basis(book), "note")
    _caution(sheet, 6)
    row = _figures(sheet, 7)
    chart = charts.paths(sheet, drawn, GDP, charts.ROLES, CHART)
    sheet.on.insert_chart(7, 3, chart, {"description": w(N_("Path of {name}, see the table"), name=w(GDP.name))})
    row = _lines(sheet, max(row, 7 + 18) + 1, w(N_("How to use this file")), [w(line) for line in HOW])
    row = _lines(sheet, row + 1, w(N_("Notes, at the time of saving")), _before_quoting(book))
    every = remarks(book.now.scenario)
    heading = w(WITHOUT_PAST if checks.without_past(every) else REALISTIC)
    row = _lines(sheet, row + 1, heading, _remarks(book, every))
    _about(sheet, row + 1)


HOW = (
    N_("Blue cells, most of them on the second sheet, are inputs: change one and every sheet and chart follows."),
    N_(
        "All other numbers are formulas that speak of cells by name: the name of each input stands beside it. "
        "The reference, history and published figures are values and stay as they are."
    ),
    N_("The link below opens the scenario as it was saved; what is changed in this file is not in it."),
    N_(
        "The sheets are protected against mistakes, without a password: only blue cells can be typed in. To change a "
        "formula, choose Review, Unprotect Sheet."
    ),
)
NEEDED = (
    N_("Real GDP growth needed from {later}"),
    N_("Real GDP growth needed from {later}, in years not set by hand"),
)
ASSUMED = (
    N_("GDP's real growth assumed from {later}"),
    N_("Years from {later} not set by hand: GDP's real growth assumed"),
)
ROUNDED_UP = N_("What is needed is rounded up, as on the page; the sheet “Solve” has it exactly.")
REALISTIC = N_("Is it realistic? Beside what has been observed and announced, at the time of saving")
WITHOUT_PAST = N_(
    "Is it realistic? No past figures are known to compare it with; "
    "beside the plan's own figures, at the time of saving"
)


def _what_it_is(sheet: Sheet, row: int) -> None:
    """Writes that all is assumed, and, once any input is changed, that it is no more the scenario of the title."""
    book, w = sheet.book, sheet.book.w
    warning = w(N_("Changed in this file: not the scenario named above."))
    note = w(N_("What if? A scenario, not a forecast: all that stands here follows from its assumptions."))
    said = sheet.across(row, 0, LAST, when(changed(book), w.flow([warning, note]), note), "note")
    sheet.mark(said.differs(note), (row, 0, row, LAST), font_color=palette.NOT_REACHED, bold=True)


def _headline(book: Book) -> Live:
    """The page's sentence: the level at the deadline and its distance from the target, in both readings."""
    w = book.w
    goal = fixed(book["target_level"], book["decimals_of_target"])
    parts: dict[str, Operand] = {"unit": w.unit(GDP.unit), "year": book["target_year"], "goal": goal}
    parts["level"], parts["distance"] = _reading(book, book["gdp_at_deadline"], book["decimals"])
    one = said.filled(verdict_sentences.ONE_LEVEL, w, **parts)
    if not official_levels(book.now.pack):
        return one
    level = book["level_official"]
    parts["official"], parts["official_distance"] = _reading(book, level, book["decimals_official"])
    return when(call("ISNUMBER", level), said.filled(verdict_sentences.TWO_LEVELS, w, **parts), one)


def _reading(book: Book, level: Live, decimals: Live) -> tuple[Live, Live]:
    """A level and its distance from the target, in words."""
    w, target, shown = book.w, book["target_level"], call("ROUND", level, decimals)
    gap = fixed(call("ABS", shown - target), decimals)
    above, short = (said.filled(text, w, gap=gap) for text in (verdict_sentences.ABOVE, verdict_sentences.SHORT))
    here = side(level, target)
    return fixed(shown, decimals), when(here.is_(0), w(verdict_sentences.EXACT), when(here > 0, above, short))


def _basis(book: Book) -> Live:
    """The price basis of the verdict."""
    w = book.w
    in_time, prices = book["years"] <= book["target_year"], book[f"{DEFLATOR}_own"]
    h = book["target_year"] - book["base_year"]
    mean = call("INDEX", book[PRICES], h + 1) ** (1 / h) - 1
    changing = said.filled(verdict.PRICE_CHANGE, w, rate=said.rate(mean, w))
    still = call("SUMPRODUCT", in_time * call("ABS", prices)).is_(0)
    return said.filled(verdict.IN_BRACKETS, w, text=when(still, w(verdict.NO_PRICE_CHANGE), changing))


def _caution(sheet: Sheet, row: int) -> None:
    """Writes that nobody verified the figures; or announced the level to reach, while it and its year stand there."""
    book, (level, year) = sheet.book, sheet.book.now.scenario.target(GDP.key)
    if unverified := on_county(book.now.pack, book.w):
        sheet.across(row, 0, LAST, unverified, "strong", "wrap", "top")
    elif caution := on_target(book.now.scenario, book.w):
        same = call("AND", book["target_level"].is_(book.shown(level, GDP.unit)), book["target_year"].is_(year))
        sheet.across(row, 0, LAST, when(same, caution, ""), "strong", "wrap", "top")


def _before_quoting(book: Book) -> list[str]:
    """The page's lines, and what the data say of GDP that does not compare."""
    return [*notes.before_quoting(book.now), *on_levels(book.now.pack, book.w)]


def _figures(sheet: Sheet, row: int) -> int:
    """The figures of the answer; returns the row after them."""
    book, w = sheet.book, sheet.book.w
    unit, least = w.unit(GDP.unit), said.needed_level(book["gdp_base_needed"], GDP.unit, w)
    later, same = (said.needed_rate(book[name]) for name in ("gdp_later_needed", "real_needed"))
    ends = (N_("From the low baseline"), "level_low"), (N_("From the high baseline"), "level_high")
    latest = (N_("From the latest official level"), "level_official")
    others = (latest,) if official_levels(book.now.pack) else ends
    at_end, a_year = said.filled(N_("GDP at the end of {year}"), w, year=book["target_year"]), w(N_("a year"))
    found: list[tuple[Operand, Live, str, str]] = [
        (at_end, book["gdp_at_deadline"], LEVEL, unit),
        (w(N_("Level to reach")), book["target_level"], f"exact:{GDP.unit}", unit),
        (w(N_("Distance from the target")), book["gap"], GAP, unit),
        *((w(label), book[name], LEVEL, unit) for label, name in others),
        (_of_free_years(book, *NEEDED), later, "rate", a_year),
        (_of_free_years(book, *ASSUMED), book["gdp_later"], "chosen", a_year),
        (w(N_("Uniform real growth needed from {first}")), same, "rate", a_year),
        (w(N_("{base} GDP needed")), least, f"level:{GDP.unit}", unit),
        (w(N_("First year at or above the target")), book["first_year_reached"], "year", ""),
        (w(N_("Chance of being at or above the target")), book["chance_at_deadline"], "share", ""),
    ]
    sheet.heads(row, [w(N_("At the deadline")), w(N_("Value")), w(N_("Unit"))])
    for label, value, look, of in found:
        row += 1
        sheet.put(row, 0, label, "row", "wrap")
        if look == LEVEL:
            against.put(sheet, row, 1, value, book["target_level"], GDP.unit, "row", "strong")
        else:
            sheet.put(row, 1, value, look, "row", "right", "strong")
            if look == GAP:
                against.never_nought(sheet, row, 1, w.digits(GDP.unit) + 2, against.EVERY_DECIMAL_OF_A_GAP)
        sheet.put(row, 2, of, "row", "right", "note")
    sheet.across(row + 1, 0, 2, w(ROUNDED_UP), "note", "wrap", "top")
    return row + 2


def _of_free_years(book: Book, every: str, free: str) -> Live:
    """What stands beside growth of the later years: the other words where some of them are set by hand."""
    in_time = (book["years"] > book["first_year"]) * (book["years"] <= book["target_year"])
    held = call("SUMPRODUCT", in_time * (1 - book[f"{GDP.key}_follows"]))
    return when(held > 0, book.w(free), book.w(every))


def _lines(sheet: Sheet, row: int, heading: str, lines: Sequence[str]) -> int:
    """A heading and numbered lines across the sheet; returns the row after them."""
    sheet.put(row, 0, heading, "part")
    for number, line in enumerate(lines, 1):
        row += 1
        sheet.across(row, 0, LAST, f"{number}  {line}", "wrap", "top")
    return row + 1


def _remarks(book: Book, every: Sequence[Remark]) -> list[str]:
    """These remarks of the page on how realistic the scenario is, with their sources."""
    now, w = book.now, book.w
    said = N_("{sign}: {remark} [{sources}]")
    return [
        w(
            said, sign=w(checks.RANGE[remark.notable]), remark=checks.sentence(now, remark),
            sources=w.listing([notes.short(now, source) for source in remark.sources]),
        )
        for remark in every
    ]  # fmt: skip


def _about(sheet: Sheet, row: int) -> None:
    """Region, scenario, day, baseline, edition and version, and the link."""
    book, w = sheet.book, sheet.book.w
    sheet.put(row, 0, w(N_("About this file, at the time of saving")), "part")
    for name, value in about(book.occasion):
        row += 1
        sheet.put(row, 0, name, "row")
        sheet.across(row, 1, LAST, value, "row", "typed")
    row += 1
    sheet.put(row, 0, w(N_("Link")), "row")
    address = book.occasion.address
    sheet.across(row, 1, LAST, "", "row")
    sheet.link(row, 1, address, w(N_("Open this scenario on its page")), "row")
    sheet.on.set_row(row, LINK)
    row += 1
    sheet.put(row, 0, w(N_("the same, to copy")), "row")
    sheet.across(row, 1, LAST, address, "row", "typed")
    sheet.on.set_row(row, LINK)
    sheet.on.print_area(0, 0, row, LAST)  # over whose edge the link may run on a screen, and no further on paper
