"""The sheet of paths: growth and levels year by year, and how sure they are."""

from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import RATES, levers, series_of
from model.scenario.scenario import target_levers
from views.downloads.workbook import certainty, years
from views.downloads.workbook.against import keep_side, meets
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.certainty import FROM
from views.downloads.workbook.live import Live, Operand, call, when
from views.downloads.workbook.looks import DIMMED
from views.downloads.workbook.rows import Cells, Rows

HEADS = 3
"""The row of years."""
PRICES = "price_level"
CONSTANT = "gdp_constant"


def fill(sheet: Sheet) -> Rows:
    """Writes the sheet and names its rows; returns where it can be written on.

    Rows named by a growth rate run through the years after the base year, those named by a level begin with it.
    """
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Paths: what follows, year by year")), "title")
    sheet.put(1, 0, w(N_("Last year shown")), "row")
    ends = [book["horizon"], *(book[target_levers(indicator.key)[1]] for indicator in book.now.pack.indicators)]
    last = sheet.put(1, 1, call("MAX", *ends), "year", "row", name="last_year")
    sheet.put(1, years.FIRST, w(N_("Grey: years after it.")), "note")
    sheet.heads(HEADS, [w(N_("End of")), w(N_("basis"))], left=(0, 1))
    sheet.put(HEADS, years.BASE, book["base_year"], "year", "head")
    for column in range(years.FIRST, years.LAST + 1):
        name = "first_year" if column == years.FIRST else ""
        sheet.put(HEADS, column, sheet.cell(HEADS, column - 1) + 1, "year", "head", name=name)
    sheet.cells(HEADS, years.FIRST, HEADS, years.LAST, name="years")
    sheet.cells(HEADS, years.BASE, HEADS, years.LAST, name="all_years")
    sheet.on.freeze_panes(HEADS + 1, years.BASE)
    rows = Rows(sheet, HEADS + 1)
    _growth(rows, book)
    _levels(rows, book)
    certainty.fill(rows)
    sheet.on.print_area(0, 0, rows.row - 1, years.LAST)
    _helping(rows, book)
    beyond = sheet.cell(HEADS, years.FIRST).held(row=True) > last
    sheet.mark(beyond, (HEADS, years.FIRST, rows.row - 1, years.LAST), font_color=DIMMED)
    return rows


def _growth(rows: Rows, book: Book) -> None:
    """Growth by year, of the levers or by hand, and GDP's nominal growth."""
    w = book.w
    rows.part(w(N_("Growth")))
    for series in series_of(book.now.pack):
        basis = {GDP.key: N_("real growth"), DEFLATOR: N_("price change")}.get(series, N_("nominal growth"))
        rows.add(w(RATES[series]), w(basis), "rate", f"{series}_own", _own(book, series))
    rows.add(
        w(N_("GDP, with the price change")), w(N_("nominal growth")), "rate", "gdp_growth",
        lambda c: (1 + book.at("gdp_own", c)) * (1 + book.at(f"{DEFLATOR}_own", c)) - 1,
    )  # fmt: skip


def _own(book: Book, series: str) -> Cells:
    """A series' growth by year: by hand, else its lever's."""

    def own(column: int) -> Live:
        by_hand = book.at(f"{series}_by_hand", column)
        return when(call("ISNUMBER", by_hand), by_hand, book[f"{series}_{_slot(column)}"])

    return own


def _slot(column: int) -> str:
    return "first" if column == years.FIRST else "later"


def _levels(rows: Rows, book: Book) -> None:
    """Levels by year: at current prices from each end of a baseline's range, GDP in prices of the base year too."""
    w, known = book.w, levers(book.now.pack)

    def rising(growth: str, label: str, basis: str, look: str, name: str, base: Operand, goal: str = "") -> None:
        row = rows.row
        rows.add(label, basis, look, name, lambda c: book.at(name, c - 1) * (1 + book.at(growth, c)), base)
        if goal:
            digits = w.digits(look.partition(":")[2])
            keep_side(rows.sheet, (row, years.BASE, row, years.LAST), book[goal], digits)

    rows.part(w(N_("Level")))
    for indicator in book.now.pack.indicators:
        key, look, basis = indicator.key, f"level:{indicator.unit}", w.basis(indicator.unit)
        (goal, _), growth = target_levers(key), f"{key}_growth" if indicator is GDP else f"{key}_own"
        rising(growth, w(indicator.name), basis, look, f"{key}_level", book[f"{key}_base"], goal)
        ends = [book[f"{key}_{end}"] for end in ("base", "low", "high") if f"{key}_{end}" in known]
        for end, of in (("low", "MIN"), ("high", "MAX")) if ends[1:] else ():
            said = w(FROM[end])
            rising(growth, said, basis, look, f"{key}_level_{end}", call(of, *ends), goal)
        if indicator is GDP:
            constant = w(N_("in {base} prices, {unit}"), unit=w.unit(indicator.unit))
            rising("gdp_own", w(N_("GDP without the price change")), constant, look, CONSTANT, book["gdp_base"], goal)
            rising(f"{DEFLATOR}_own", w(N_("Price level")), w(N_("{base} = 1")), "fraction", PRICES, 1.0)


def _helping(rows: Rows, book: Book) -> None:
    """What the other sheets ask of the years."""
    w = book.w
    rows.part(w(N_("For the other sheets")), w(N_("1: yes, 0: no")))
    for indicator in book.now.pack.indicators:
        key = indicator.key
        level, target = f"{key}_level", book[target_levers(key)[0]]

        def met(c: int, level: str = level, target: Live = target) -> Live:
            return when(meets(book.at(level, c), target), 1, 0)

        label = w(N_("{name}: at or above the level to reach"), name=w(indicator.short))
        rows.add(label, "", "count", f"{key}_met", met, met(years.BASE))
    for series in series_of(book.now.pack):
        label = w(N_("{name}: follows its lever"), name=w(RATES[series]))
        rows.add(label, "", "count", f"{series}_follows", _follows(book, series))


def _follows(book: Book, series: str) -> Cells:
    """Which years follow a series' levers."""
    return lambda column: when(call("ISNUMBER", book.at(f"{series}_by_hand", column)), 0, 1)
