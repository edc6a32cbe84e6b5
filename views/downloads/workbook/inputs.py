"""The sheet of inputs: every lever and every year set by hand, in cells that may be changed."""

from collections.abc import Sequence

from model.economics import phrases
from model.economics.sectors import shares
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP, SECTORS
from model.scenario.levers import RATES, SLOTS, Lever, levers, series_of
from model.scenario.scenario import plan
from views.downloads.workbook import years
from views.downloads.workbook.book import WHAT_IS_MISSING, Book, Sheet, look_of, unit_of, written
from views.downloads.workbook.certainty import has_range
from views.downloads.workbook.live import Live, call, live, when
from views.downloads.workbook.said import filled, level
from views.words import names, notes

PARTS = {
    "rate": N_("Growth"),
    "base": N_("Baseline"),
    "target": N_("Target"),
    "error": N_("Uncertainty"),
    "sectors": N_("Sectors"),
}
UNPROTECT = N_("Protected against mistakes, without a password: Review, Unprotect Sheet lifts it.")
BY_HAND = N_("Years set by hand")
ALLOWED = N_("Allowed: {low} to {high}. Choose a value between them.")
ALLOWED_YEARS = N_("Allowed: whole years from {low} to {high}. Choose one of them.")
MOST_OF_TITLE = 32
"""Characters of the title of the sentence that a spreadsheet shows beside a refused value."""
MOST_CHOSEN = 30
"""Among which LibreOffice chooses one at a time."""
NAME, SOURCE, MISSING = 6, 8, years.LAST
TOP = 5
"""The first row under the heads."""


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names its cells: a lever's by its key, `base_year`, `gdp_by_hand` and so on."""
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Inputs: what is assumed")), "title")
    sheet.put(1, 0, w(N_("Blue cells may be changed; every other number in this file follows from them.")), "note")
    sheet.put(1, NAME, w(N_("Bold: not as in {reference}."), reference=w(names.PLAN)), "note", "apart")
    sheet.put(2, NAME, w(UNPROTECT), "note", "apart")
    sheet.put(2, 0, w(N_("Base year")), "row")
    sheet.put(2, 1, float(book.now.pack.base_year), "year", "row", name="base_year")
    heads = [N_("Lever"), N_("Value"), N_("Unit"), N_("Plan"), N_("Lowest allowed"), N_("Highest allowed")]
    sheet.heads(4, [w(head) for head in heads])
    sheet.rule(4, range(NAME, years.LAST + 1), "head")
    sheet.put(4, NAME, w(N_("Name in formulas")), "head", "open", "apart")
    sheet.put(4, SOURCE, w(N_("Source of the plan's value")), "head", "open")
    sheet.put(4, MISSING, w(N_("invalid input")), "head", "open", "right", name="missing")
    row, part, allowed = TOP, "", list[str]()
    for lever in levers(book.now.pack).values():
        if _part(lever) != part:
            part = _part(lever)
            sheet.put(row, 0, w(PARTS[part]), "part")
            sheet.put(row, MISSING, None)
            allowed.append("")
            row += 1
        _lever(sheet, row, lever)
        allowed.append(_allowed(lever, w))
        row += 1
    sheet.on.freeze_panes(TOP, 1)
    last, row = row - 1, _by_hand(sheet, row + 1)
    _missing(sheet, last, row - 1, allowed)
    if book.now.pack.sectors:
        _sectors(sheet, row + 1)


def _part(lever: Lever) -> str:
    """Under which heading a lever stands."""
    if lever.param in PARTS:
        return lever.param
    return "rate" if lever.param in RATES else "base" if lever.param.endswith("0") else "target"


def _lever(sheet: Sheet, row: int, lever: Lever) -> None:
    book, w, look = sheet.book, sheet.book.w, look_of(lever)
    sheet.put(row, 0, phrases.title(lever, w), "row", "wrap")
    sheet.put(row, 1, written(book.now.scenario[lever.key], lever, book), look, "input", name=lever.key)
    sheet.put(row, 2, unit_of(lever, book), "row", "right")
    planned = sheet.put(row, 3, written(plan(book.now.pack)[lever.key], lever, book), look, "row")
    low = sheet.put(row, 4, written(lever.low, lever, book), look, "row")
    high = sheet.put(row, 5, written(lever.high, lever, book), look, "row")
    sheet.put(row, NAME, lever.key, "row", "note", "apart")
    sheet.rule(row, range(NAME + 1, MISSING))
    sheet.put(row, SOURCE, _source(book, lever), "row", "note")
    typed = book[lever.key]
    whole = [typed.is_(call("INT", typed))] if lever.kind == "year" else []
    valid = when(call("AND", typed >= low, typed <= high, *whole), 0, 1)
    sheet.put(row, MISSING, when(call("ISNUMBER", typed), valid, 1), "flag", "row")
    check(sheet, lever, row, 1, row, 1)
    sheet.mark(book[lever.key].differs(planned), (row, 1, row, 1), bold=True)


def _missing(sheet: Sheet, last: int, last_by_hand: int, allowed: Sequence[str]) -> None:
    """How many inputs are no number that is allowed, and a sentence that names the first and what is allowed there.

    A year by hand may be empty. Where all are valid the sentence may still be of the order of the baseline's ends.
    """
    w, pack = sheet.book.w, sheet.book.now.pack
    flags = sheet.cells(TOP, MISSING, last, MISSING)
    by_hand = sheet.cells(last_by_hand - len(series_of(pack)) + 1, years.FIRST, last_by_hand, years.LAST)
    any_year = levers(pack)[f"{GDP.key}_later"]
    outside = call("COUNTIF", by_hand, live("<") & any_year.low) + call("COUNTIF", by_hand, live(">") & any_year.high)
    wrong_years = call("COUNTA", by_hand) - call("COUNT", by_hand) + outside
    sheet.put(3, 0, w(N_("Inputs missing or not allowed")), "row")
    wrong = call("SUM", flags)
    count = sheet.put(3, 1, wrong + wrong_years, "count", "row", name="inputs_missing")
    at = call("MATCH", 1, flags, 0)
    message = N_(
        "Inputs missing or not allowed: {count}; the first: {name}. {allowed} Only a year set by hand may be empty."
    )
    name = when(wrong > 0, call("INDEX", sheet.cells(TOP, 0, last, 0), at), w(BY_HAND))
    limits = when(wrong > 0, _chosen(at, allowed), _allowed(any_year, w))
    said = when(count > 0, filled(message, w, count=count, name=name, allowed=limits), _disorder(sheet.book))
    sheet.put(3, 2, said, "alarm", "apart", name=WHAT_IS_MISSING)


def _chosen(place: Live, texts: Sequence[str]) -> Live:
    """The text in that place."""
    few, others = texts[:MOST_CHOSEN], texts[MOST_CHOSEN:]
    chosen = call("CHOOSE", place, *few)
    return when(place <= MOST_CHOSEN, chosen, _chosen(place - MOST_CHOSEN, others)) if others else chosen


def _disorder(book: Book) -> Live | str:
    """A sentence where the ends of GDP's baseline do not stand on either side of it, which widens the range."""
    if not has_range(book):
        return ""
    w, (low, central, high) = book.w, (book[f"{GDP.key}_{end}"] for end in ("low", "base", "high"))
    message = N_(
        "GDP's baseline: low, central and high are not in this order; the range is taken as {low} to {high} {unit}. "
        "Check whether that is meant."
    )
    least, most = (level(call(end, low, central, high), GDP.unit, w) for end in ("MIN", "MAX"))
    said = filled(message, w, low=least, high=most, unit=w.unit(GDP.unit))
    return when(call("AND", low <= central, central <= high), "", said)


def _source(book: Book, lever: Lever) -> str:
    figure, w = lever.source, book.w
    if figure is None:
        return w(N_("this program's own choice"))
    said = w(N_("{source}, trust {trust}"), source=notes.placed(book.now, figure), trust=figure.trust)
    return w.listing([*filter(None, (said, phrases.extended(lever, w)))])


def _allowed(lever: Lever, w: Wording) -> str:
    """What a lever allows, in a sentence."""
    low, high = (phrases.value(limit, lever, w) for limit in (lever.low, lever.high))
    return w(ALLOWED_YEARS if lever.kind == "year" else ALLOWED, low=low, high=high)


def check(sheet: Sheet, lever: Lever, row: int, column: int, last_row: int, last_column: int, title: str = "") -> None:
    """Refuses what a lever does not allow, in a sentence; only the years set by hand may be emptied."""
    w, book = sheet.book.w, sheet.book
    sheet.on.data_validation(
        row, column, last_row, last_column,
        {
            "ignore_blank": last_column > column,
            "validate": "integer" if lever.kind == "year" else "decimal", "criteria": "between",
            "minimum": written(lever.low, lever, book), "maximum": written(lever.high, lever, book),
            "error_title": (title or phrases.title(lever, w))[:MOST_OF_TITLE],
            "error_message": _allowed(lever, w),
        },
    )  # fmt: skip


def _by_hand(sheet: Sheet, row: int) -> int:
    """The years set by hand; returns the row after them."""
    w, pack, scenario = sheet.book.w, sheet.book.now.pack, sheet.book.now.scenario
    sheet.put(row, 0, w(BY_HAND), "part")
    hint = N_("An empty cell follows its lever. Framed: locked on the page; solving there leaves it as it is.")
    sheet.put(row, years.FIRST, w(hint), "note")
    row += 1
    sheet.put(row, 0, w(N_("Growth")), "head")
    sheet.rule(row, range(1, years.FIRST), "head")
    for column, year in enumerate(years.projected(pack), years.FIRST):
        sheet.put(row, column, float(year), "year", "head")
    for series in series_of(pack):
        row += 1
        sheet.put(row, 0, w(RATES[series]), "row")
        sheet.rule(row, range(1, years.FIRST))
        by_hand, locked = scenario.rates_by_hand(series), scenario.locked(series)
        for column, year in enumerate(years.projected(pack), years.FIRST):
            framed = ("locked",) if year in locked else ()
            sheet.put(row, column, by_hand.get(year), "chosen", "input", *framed)
        sheet.cells(row, years.FIRST, row, years.LAST, name=f"{series}_by_hand")
        check(sheet, levers(pack)[f"{series}_later"], row, years.FIRST, row, years.LAST)
    return row + 1


def _sectors(sheet: Sheet, row: int) -> None:
    """What the sectors' growth adds up to, beside the growth of GDP that is assumed."""
    book, w, pack = sheet.book, sheet.book.w, sheet.book.now.pack
    sheet.put(row, 0, w(N_("Real GDP growth by sector")), "part")
    said = N_("Points of GDP growth: a sector's share of {year} times its growth. They move no path by themselves.")
    sheet.put(row, years.FIRST, w(said, year=pack.sectors[0].year), "note")
    row += 1
    sheet.heads(row, [w(N_("Sectors")), w(N_("share")), *(w(when) for _, when in SLOTS)])
    first = row + 1
    for place, (sector, share) in enumerate(zip(SECTORS, shares(pack), strict=True), first):
        sheet.put(place, 0, w(sector.name), "row")
        held = sheet.put(place, 1, share, "rate", "row")
        for column, (slot, _) in enumerate(SLOTS, 2):
            sheet.put(place, column, held * book[f"{sector.key}_{slot}"], "rate", "row")
    last = first + len(SECTORS) - 1
    for place, label in enumerate((N_("together"), N_("growth of GDP assumed"), N_("difference")), last + 1):
        sheet.put(place, 0, w(label), "row", "strong")
        sheet.rule(place, [1])
    for column, (slot, _) in enumerate(SLOTS, 2):
        points = call("SUM", sheet.cells(first, column, last, column))
        total = sheet.put(last + 1, column, points, "rate", "row", name=f"sectors_{slot}")
        assumed = sheet.put(last + 2, column, book[f"{GDP.key}_{slot}"], "rate", "row")
        sheet.put(last + 3, column, call("ROUND", total - assumed, 12), "change", "row", name=f"sectors_open_{slot}")
