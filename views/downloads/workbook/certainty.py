"""Uncertainty of GDP: its deviation, its bands and the chance of the target, as in `economics.uncertainty`."""

from model.economics.uncertainty import QUANTILES, start_error
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from model.scenario.levers import levers
from views.downloads.workbook import years
from views.downloads.workbook.against import meets
from views.downloads.workbook.book import Book
from views.downloads.workbook.live import Live, call, when
from views.downloads.workbook.rows import Rows

FROM = {"low": N_("From the low baseline"), "high": N_("From the high baseline")}


def fill(rows: Rows) -> None:
    """Writes how far GDP may lie from its path: the standard deviation of its logarithm, bands, and the chance."""
    book, w = rows.sheet.book, rows.sheet.book.w
    unit, of_ln = w.basis(GDP.unit), w(N_("of ln GDP"))
    rows.part(
        w(N_("Uncertainty")), w(N_("Errors of growth are correlated from year to year; see the sheet of sources."))
    )
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
    error = start_error(book.now.pack)
    if error is not None:
        rows.one(w(N_("Known error of growth in {base}")), of_ln, "fraction", "start_error", error)

    def variance(c: int) -> Live:
        left = book.at("error_left", c)
        if error is None:
            return book.at("variance", c - 1) + book[ERROR] ** 2 * (1 + 2 * left)
        return book.at("variance", c - 1) + book[ERROR] ** 2 * (1 - book[PERSISTENCE] ** 2) * (1 + left) ** 2

    def median(c: int) -> Live:
        level = book.at("gdp_level", c)
        if error is None or c == years.BASE:
            return level
        shift = book["start_error"] * book[PERSISTENCE] * (1 + book.at("error_left", c))
        return level * call("EXP", when(book[ERROR] > 0, shift, 0))

    rows.add(w(N_("Variance of the errors of growth so far")), of_ln, "small", "variance", variance, 0.0)

    def deviation(c: int) -> Live:
        return call("SQRT", book["baseline_deviation"] ** 2 + book.at("variance", c))

    rows.add(w(N_("Standard deviation")), of_ln, "fraction", "deviation", deviation, deviation(years.BASE))
    for share, width in widths.items():
        for end, said in OUTCOMES.items():
            away = -width if end == "low" else width

            def edge(c: int, away: Live = away) -> Live:
                return median(c) * call("EXP", away * book.at("deviation", c))

            percent = round(share * 100)
            rows.add(w(said, share=percent), unit, f"level:{GDP.unit}", f"band_{percent}_{end}", edge, edge(years.BASE))

    def chance(c: int) -> Live:
        level, spread, target = median(c), book.at("deviation", c), book["target_level"]
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
