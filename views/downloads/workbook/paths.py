"""The sheet of paths: growth and levels year by year, and how sure they are."""

from collections.abc import Callable

from model.growth import INCOME, INVESTMENT
from model.indicators import DEFLATOR, GDP, INDICATORS
from model.levers import PASS_TO_GDP, PASS_TO_INCOME, RATES, levers
from model.pack import ERROR, PERSISTENCE
from model.scenario import target_levers
from model.target import EXACT
from model.uncertainty import QUANTILES
from model.words import N_
from views.downloads.workbook import years
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.live import Live, Operand, call, when
from views.downloads.workbook.looks import DIMMED

HEADS = 3
"""The row of years."""
CHARTS = 38
"""Rows left free for the charts."""
PRICES = "price_level"
CONSTANT = "gdp_constant"
PASSED = {GDP.key: PASS_TO_GDP, INCOME: PASS_TO_INCOME}
"""The lever by which growth is passed on to an indicator."""


Cells = Callable[[int], Operand]
"""What gives the cell of a column."""


class Rows:
    """Rows written one below the other, each through all years."""

    def __init__(self, sheet: Sheet, row: int):
        self.sheet, self.row = sheet, row
        self.charts = row
        """Where the charts stand."""

    def part(self, title: str, note: str = "") -> None:
        """A heading."""
        self.row += 1
        self.sheet.put(self.row, 0, title, "part")
        self.sheet.put(self.row, years.FIRST, note, "note")
        self.row += 1

    def one(self, label: str, basis: str, look: str, name: str, value: Operand) -> Live:
        """A named cell in the column of the base year."""
        self._said(label, basis)
        made = self.sheet.put(self.row, years.BASE, value, look, "row", name=name)
        self.row += 1
        return made

    def _said(self, label: str, basis: str) -> None:
        self.sheet.put(self.row, 0, label, "row", "wrap")
        self.sheet.put(self.row, 1, basis, "row", "note", "wrap")

    def add(self, label: str, basis: str, look: str, name: str, make: Cells, base: Operand | None = None) -> None:
        """A named row: `make` gives the cell of a column after the base year's, `base` that of the base year."""
        self._said(label, basis)
        self.sheet.put(self.row, years.BASE, base, look, "row")
        self.sheet.book.line(name, self.sheet, self.row)
        for column in range(years.FIRST, years.LAST + 1):
            self.sheet.put(self.row, column, make(column), look, "row")
        first = years.FIRST if base is None else years.BASE
        self.sheet.cells(self.row, first, self.row, years.LAST, name=name)
        self.row += 1


def fill(sheet: Sheet) -> Rows:
    """Writes the sheet and names its rows; returns where it can be written on.

    Rows named by a growth rate run through the years after the base year, those named by a level begin with it.
    """
    book, w = sheet.book, sheet.book.w
    sheet.put(0, 0, w(N_("Paths: what follows, year by year")), "title")
    sheet.put(1, 0, w(N_("Last year shown")), "row")
    ends = [book["horizon"], *(book[target_levers(indicator.key)[1]] for indicator in INDICATORS)]
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
    sheet.on.repeat_rows(HEADS)
    rows = Rows(sheet, HEADS + 1)
    _growth(rows, book)
    _levels(rows, book)
    _sure(rows, book)
    rows.charts = rows.row + 1
    sheet.on.set_h_pagebreaks([rows.charts, rows.charts + CHARTS])
    rows.row += CHARTS
    _helping(rows, book)
    beyond = sheet.cell(HEADS, years.FIRST).held(row=True) > last
    sheet.mark(beyond, (HEADS, years.FIRST, rows.row - 1, years.LAST), font_color=DIMMED)
    return rows


def _growth(rows: Rows, book: Book) -> None:
    """Growth by year: of the levers or by hand, what is passed on, and both together."""
    w = book.w
    rows.part(w(N_("Growth")))
    for series in RATES:
        basis = {GDP.key: N_("real growth"), DEFLATOR: N_("price change")}.get(series, N_("nominal growth"))
        rows.add(w(RATES[series]), w(basis), "rate", f"{series}_own", _own(book, series))
    for series in (GDP.key, INVESTMENT):
        label = w(N_("In the plan: {name}"), name=w(RATES[series]))
        rows.add(label, "", "rate", f"{series}_planned", _planned(book, series))
    rows.add(
        w(N_("Passed on from investment to GDP")), w(N_("points")), "change", "gdp_passed",
        lambda c: book[PASS_TO_GDP] * (book.at("fai_own", c) - book.at("fai_planned", c)),
    )  # fmt: skip
    rows.add(
        w(N_("GDP, with what is passed on")), w(N_("real growth")), "rate", "gdp_real",
        lambda c: book.at("gdp_own", c) + book.at("gdp_passed", c),
    )  # fmt: skip
    rows.add(
        w(N_("GDP, with the price change")), w(N_("nominal growth")), "rate", "gdp_growth",
        lambda c: (1 + book.at("gdp_real", c)) * (1 + book.at(f"{DEFLATOR}_own", c)) - 1,
    )  # fmt: skip
    rows.add(
        w(N_("Passed on from GDP to income")), w(N_("points")), "change", "income_passed",
        lambda c: book[PASS_TO_INCOME] * (book.at("gdp_real", c) - book.at("gdp_planned", c)),
    )  # fmt: skip
    rows.add(
        w(N_("Income per head, with what is passed on")), w(N_("nominal growth")), "rate", "income_growth",
        lambda c: book.at("income_own", c) + book.at("income_passed", c),
    )  # fmt: skip


def _own(book: Book, series: str) -> Cells:
    """A series' growth by year: by hand, else its lever's."""

    def own(column: int) -> Live:
        by_hand = book.at(f"{series}_by_hand", column)
        return when(call("ISNUMBER", by_hand), by_hand, book[f"{series}_{_slot(column)}"])

    return own


def _planned(book: Book, series: str) -> Cells:
    """A series' growth in the plan, beyond which growth is passed on."""
    return lambda column: book[f"{series}_{_slot(column)}_plan"]


def _slot(column: int) -> str:
    return "first" if column == years.FIRST else "later"


def growth_of(indicator: str) -> str:
    """The name of the row of an indicator's nominal growth, all included."""
    return f"{indicator}_growth" if indicator in PASSED else f"{indicator}_own"


def _levels(rows: Rows, book: Book) -> None:
    """Levels by year: at current prices from each end of a baseline's range, GDP in prices of the base year too."""
    w, known = book.w, levers(book.now.pack)

    def rising(growth: str, label: str, basis: str, look: str, name: str, base: Operand) -> None:
        rows.add(label, basis, look, name, lambda c: book.at(name, c - 1) * (1 + book.at(growth, c)), base)

    rows.part(w(N_("Level")))
    for indicator in INDICATORS:
        key, look, basis = indicator.key, f"level:{indicator.unit}", w.basis(indicator.unit)
        rising(growth_of(key), w(indicator.name), basis, look, f"{key}_level", book[f"{key}_base"])
        ends = [book[f"{key}_{end}"] for end in ("base", "low", "high") if f"{key}_{end}" in known]
        for end, of in (("low", "MIN"), ("high", "MAX")) if ends[1:] else ():
            said = w(FROM[end])
            rising(growth_of(key), said, basis, look, f"{key}_level_{end}", call(of, *ends))
        if indicator is GDP:
            constant = w(N_("in {base} prices, {unit}"), unit=w.unit(indicator.unit))
            rising("gdp_real", w(N_("GDP without the price change")), constant, look, CONSTANT, book["gdp_base"])
            rising(f"{DEFLATOR}_own", w(N_("Price level")), w(N_("{base} = 1")), "fraction", PRICES, 1.0)


FROM = {"low": N_("From the low baseline"), "high": N_("From the high baseline")}


def _sure(rows: Rows, book: Book) -> None:
    """How far GDP may lie from its path: the standard deviation of its logarithm, bands, and the chance."""
    w, unit, of_ln = book.w, book.w.basis(GDP.unit), book.w(N_("of ln GDP"))
    rows.part(w(N_("How sure?")), w(N_("Errors of growth are correlated from year to year; see the sheet of sources.")))
    widths = {share: _half_width(rows, share, z) for share, z in QUANTILES.items()}
    low, high = (book.at(f"gdp_level_{end}", years.BASE) if has_range(book) else book["gdp_base"] for end in FROM)
    rows.one(
        w(N_("Standard deviation of the baseline")), of_ln, "fraction", "baseline_deviation",
        call("LN", high / low) / (2 * widths[0.8]),
    )  # fmt: skip
    rows.add(
        w(N_("How much of the errors before is left")), "", "fraction", "error_left",
        lambda c: book[PERSISTENCE] * (1 + book.at("error_left", c - 1)) if c > years.FIRST else 0.0,
    )  # fmt: skip
    rows.add(
        w(N_("Variance of the errors of growth so far")), of_ln, "small", "variance",
        lambda c: book.at("variance", c - 1) + book[ERROR] ** 2 * (1 + 2 * book.at("error_left", c)), 0.0,
    )  # fmt: skip

    def deviation(c: int) -> Live:
        return call("SQRT", book["baseline_deviation"] ** 2 + book.at("variance", c))

    rows.add(w(N_("Standard deviation")), of_ln, "fraction", "deviation", deviation, deviation(years.BASE))
    for share, width in widths.items():
        for end, said in OUTCOMES.items():
            away = -width if end == "low" else width

            def edge(c: int, away: Live = away) -> Live:
                return book.at("gdp_level", c) * call("EXP", away * book.at("deviation", c))

            percent = round(share * 100)
            rows.add(w(said, share=percent), unit, f"level:{GDP.unit}", f"band_{percent}_{end}", edge, edge(years.BASE))

    def chance(c: int) -> Live:
        level, spread, target = book.at("gdp_level", c), book.at("deviation", c), book["target_level"]
        sure = when(meets(level, target), 1, 0)
        return when(spread > 0, call("NORMSDIST", call("LN", level / target) / spread), sure)

    rows.add(w(N_("Chance of being at or above the target")), "", "share", "chance", chance, chance(years.BASE))


OUTCOMES = {"low": N_("{share} % of outcomes, from"), "high": N_("{share} % of outcomes, to")}


def _half_width(rows: Rows, share: float, quantile: float) -> Live:
    """Half the width of a band in standard deviations: a constant of the normal distribution."""
    percent = round(share * 100)
    label = N_("Half the width of the {share} % band, in standard deviations")
    said = rows.sheet.book.w(label, share=percent)
    return rows.one(said, "", "fraction", f"half_width_{percent}", quantile)


def has_range(book: Book) -> bool:
    """Whether GDP's baseline has a range."""
    return f"{GDP.key}_low" in levers(book.now.pack)


def meets(level: Live, target: Live) -> Live:
    """Whether a level is at or above its target, up to the rounding of the arithmetic."""
    return level >= target * (1 - EXACT)


def _helping(rows: Rows, book: Book) -> None:
    """What the other sheets ask of the years."""
    w = book.w
    rows.part(w(N_("For the other sheets")), w(N_("1: yes, 0: no")))
    for indicator in INDICATORS:
        key = indicator.key
        level, target = f"{key}_level", book[target_levers(key)[0]]

        def met(c: int, level: str = level, target: Live = target) -> Live:
            return when(meets(book.at(level, c), target), 1, 0)

        label = w(N_("{name}: at or above the level to reach"), name=w(indicator.short))
        rows.add(label, "", "count", f"{key}_met", met, met(years.BASE))
    for series in RATES:
        label = w(N_("{name}: follows its lever"), name=w(RATES[series]))
        rows.add(label, "", "count", f"{series}_follows", _follows(book, series))


def _follows(book: Book, series: str) -> Cells:
    """Which years follow a series' levers."""
    return lambda column: when(call("ISNUMBER", book.at(f"{series}_by_hand", column)), 0, 1)
