"""The sheet of the verdict: is the target met, from which baseline, and what would have to be true."""

from model.economics import verdict_sentences
from model.economics.verdict import PRICE_CHANGES, STATUSES, implied, official_levels
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.scenario import target_levers
from views.downloads.workbook import against, solve, years
from views.downloads.workbook.against import meets
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.certainty import has_range
from views.downloads.workbook.live import NOTHING, Live, Operand, call, live, when
from views.downloads.workbook.looks import DIMMED
from views.downloads.workbook.paths import CONSTANT, PRICES
from views.downloads.workbook.said import filled, needed_level, needed_rate
from views.words import verdict

WIDTHS = (48.0, *(16.0 for _ in range(3)), 24.0, *(16.0 for _ in range(4)))
LEVEL, FINE = (f"{kind}:{GDP.unit}" for kind in ("level", "fine"))
FROM = {
    "low": N_("From the low baseline"), "central": N_("From the baseline"), "high": N_("From the high baseline"),
}  # fmt: skip
ENDS = tuple(FROM)


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names its results: `verdict`, `gap`, `first_year_reached`, `growth_needed` and so on."""
    w = sheet.book.w
    sheet.put(0, 0, w(N_("Verdict: is the target met?")), "title")
    sheet.put(1, 0, w.basis(GDP.unit), "note")
    sheet.put(2, 0, w(solve.EXACT), "note")
    row = _at_deadline(sheet, 4)
    row = _results(sheet, row + 1)
    row = _readings(sheet, row + 1)
    row = _at_price_changes(sheet, row + 1)
    row = _from_each_year(sheet, row + 1)
    row = _indicators(sheet, row + 1)
    sheet.on.print_area(0, 0, row, len(WIDTHS) - 1)
    against.decimals(sheet, row + 1)


def level_in(book: Book, year: Operand, end: str = "central") -> Live:
    """GDP at the end of a year, from that end of the baseline's range."""
    row = f"gdp_level_{end}" if end != "central" and has_range(book) else "gdp_level"
    return call("INDEX", book[row], live(year) - book["base_year"] + 1)


def _at_deadline(sheet: Sheet, row: int) -> int:
    """The verdict from the baseline and the latest official level, or, where none is known, from each end of the
    baseline's range; returns the row after it, as the next ones do."""
    book, w = sheet.book, sheet.book.w
    known = bool(official_levels(book.now.pack))
    ends = ENDS[1:2] if known else ENDS
    heads = [*(w(FROM[end]) for end in ends), *[w(N_("From the latest official level"))] * known]
    sheet.heads(row, [filled(N_("GDP at the end of {year}"), w, year=book["target_year"]), *heads])
    labels = (N_("Starting level"), N_("GDP at the deadline"), N_("Distance from the target"), N_("Verdict"))
    for place, label in enumerate(labels, row + 1):
        sheet.put(place, 0, w(label), "row")
    reached, not_reached = w(verdict_sentences.REACHED), w(verdict_sentences.NOT_REACHED)
    for column, end in enumerate(ends, 1):
        suffix = "" if end == "central" else f"_{end}"
        sheet.put(row + 1, column, level_in(book, book["base_year"], end), LEVEL, "row")
        level = level_in(book, book["target_year"], end)
        said = f"level{suffix}" if suffix else ""
        level = against.put(sheet, row + 2, column, level, book["target_level"], GDP.unit, "row", "strong", name=said)
        against.put_gap(sheet, row + 3, column, level, book["target_level"], GDP.unit, "row", name=f"gap{suffix}")
        sheet.put(row + 4, column, when(meets(level, book["target_level"]), reached, not_reached), "row", "right")
    if known:
        column, (year, start, level) = len(heads), official(book, book["target_year"])
        in_time = call("ISNUMBER", year)
        sheet.put(row + 1, column, start, LEVEL, "row", "right")
        level = sheet.put(row + 2, column, level, FINE, "row", "right", "strong", name="level_official")
        apart = when(in_time, against.gap(level, book["target_level"]), NOTHING)
        sheet.put(row + 3, column, apart, f"gap:{GDP.unit}", "row", "right", name="gap_official")
        words = when(in_time, when(meets(level, book["target_level"]), reached, not_reached), NOTHING)
        sheet.put(row + 4, column, words, "row", "right")
    sheet.put(row + 5, 0, w(N_("Verdict")), "row", "strong")
    sheet.across(row + 5, 1, len(heads), status(book, book["target_year"]), "row", "right", "strong", name="verdict")
    return row + 6


def official(book: Book, until: Operand) -> tuple[Live, Live, Live]:
    """Year and level of GDP's latest official level up to that year, and GDP then at the scenario's growth."""
    year = start = level = live(NOTHING)
    for figure in official_levels(book.now.pack):
        known, value = live(until) >= figure.year, live(book.shown(figure.value, figure.unit))
        grown = value * (level_in(book, until) / level_in(book, float(figure.year)))
        year, start = when(known, float(figure.year), year), when(known, value, start)
        level = when(known, grown, level)
    return year, start, level


def status(book: Book, until: Operand) -> Live:
    """The verdict with its sign, by the end of that year; see `economics.verdict`."""
    target, central = book["target_level"], level_in(book, until)
    ends = [meets(level_in(book, until, end), target) for end in ENDS]
    found = _status(book, ends, live(book.w(verdict_sentences.ON_BASELINE, year=book.w.base_year)))
    year, _, level = official(book, until)
    if not official_levels(book.now.pack):
        return found
    depends = filled(verdict_sentences.ON_LEVEL, book.w, year=year)
    both = _status(book, [meets(central, target), meets(level, target)], depends)
    return when(call("ISNUMBER", year), both, found)


def _status(book: Book, met: list[Live], depends: Live) -> Live:
    """All reach the target, some do, or none does."""
    signs = [f"{verdict.SIGNS[key][0]} " for key in STATUSES]
    reached, not_reached = book.w(verdict_sentences.REACHED), book.w(verdict_sentences.NOT_REACHED)
    some = when(call("OR", *met), live(signs[1]) & depends, f"{signs[2]}{not_reached}")
    return when(call("AND", *met), f"{signs[0]}{reached}", some)


def _results(sheet: Sheet, row: int) -> int:
    """When the target is reached, and what would have to be true."""
    book, w = sheet.book, sheet.book.w
    target, base = book["target_level"], book["gdp_base"]
    h = book["target_year"] - book["base_year"]
    prices, constant, chance = (call("INDEX", book[name], h + 1) for name in (PRICES, CONSTANT, "chance"))
    heads = N_("Conditions"), N_("Value"), N_("rounded up"), N_("held")
    sheet.heads(row, [w(head) for head in heads], left=(0, 3))
    sheet.rule(row, (4,), "head")

    def result(label: str, held: str, value: Live, look: str, name: str = "") -> None:
        nonlocal row
        row += 1
        sheet.put(row, 0, w(label), "row", "wrap")
        found = sheet.put(row, 1, value, look, "row", "right", "strong", name=name)
        if look == "fine":
            sheet.put(row, 2, needed_rate(found), "rate", "row", "right")
        elif look == FINE:
            sheet.put(row, 2, needed_level(found, GDP.unit, w), LEVEL, "row", "right")
        else:
            sheet.rule(row, (2,))
        sheet.put(row, 3, w(held), "row", "note", "apart")
        sheet.rule(row, (4,))

    result(N_("First year at or above the target"), ALL, _first_year(book), "year", "first_year_reached")
    nominal = (target / base) ** (1 / h) - 1
    real = (target / (base * prices)) ** (1 / h) - 1
    price = (target / constant) ** (1 / h) - 1
    result(N_("Uniform nominal growth"), N_("baseline"), nominal, "fine", "nominal_needed")
    result(N_("Uniform real growth"), N_("deflator, baseline"), real, "fine", "real_needed")
    result(N_("Uniform price change (deflator)"), N_("real growth, baseline"), price, "fine", "deflator_needed")
    result(N_("Real GDP growth from {later}"), ALL, book["gdp_later_needed"], "fine")
    result(N_("GDP in {base}"), N_("all growth"), book["gdp_base_needed"], FINE)
    result(N_("Chance of being at or above the target"), ALL, chance, "share", "chance_at_deadline")
    if found := implied(book.now.scenario):
        level, published = base * (1 + found.growth), book.shown(found.published, GDP.unit)
        result(N_("GDP in {first} that the baseline implies"), N_("published growth"), level, LEVEL, "implied_level")
        change = published / book["implied_level"] - 1
        held = N_("published growth and level")
        result(N_("Price change in {first} that would reconcile the two"), held, change, "change", "implied_prices")
    return row + 1


ALL = N_("all else")


def _first_year(book: Book) -> Live:
    """The first of the years shown whose level is at or above the target."""
    first = call("INDEX", book["all_years"], call("MATCH", 1, book["gdp_met"], 0))
    within = when(first > book["last_year"], NOTHING, first)
    return when(call("SUM", book["gdp_met"]).is_(0), NOTHING, within)


def _readings(sheet: Sheet, row: int) -> int:
    """The same question for every announced reading of the deadline."""
    book, w = sheet.book, sheet.book.w
    heads = [
        N_("The deadline as it was announced"), N_("Year"), N_("Level"), N_("Distance from the target"), N_("Verdict"),
        N_("Uniform nominal growth"), N_("Uniform real growth"), N_("{base} GDP needed"),
        N_("Real GDP growth needed from {later}"),
    ]  # fmt: skip
    sheet.heads(row, [w(head) for head in heads])
    target, base = book["target_level"], book["gdp_base"]
    for goal in book.now.pack.deadlines:
        row += 1
        sheet.put(row, 0, w.either(goal.name_zh, goal.name_en), "row")
        year = sheet.put(row, 1, float(goal.year), "year", "row")
        h = year - book["base_year"]
        level = against.put(sheet, row, 2, level_in(book, year), target, GDP.unit, "row")
        against.put_gap(sheet, row, 3, level, target, GDP.unit, "row")
        sheet.put(row, 4, status(book, year), "row", "right", "wrap")
        sheet.put(row, 5, (target / base) ** (1 / h) - 1, "fine", "row")
        prices = call("INDEX", book[PRICES], h + 1)
        sheet.put(row, 6, (target / (base * prices)) ** (1 / h) - 1, "fine", "row")
        sheet.put(row, 7, target / (level / base), FINE, "row")
        sheet.put(row, LATER, _later_needed(book, year, level), "fine", "row", "right")
        if official_levels(book.now.pack):
            row += 1
            _from_official(sheet, row, year)
    return row + 1


LATER = 8
"""The column of the growth needed in the later years."""


def _from_official(sheet: Sheet, row: int, until: Live) -> None:
    """The second reading of that deadline; dashes where no official level is known by then."""
    book, target, (year, _, level) = sheet.book, sheet.book["target_level"], official(sheet.book, until)
    known = call("ISNUMBER", year)
    sheet.put(row, 0, book.w(N_("From the latest official level")), "row")
    sheet.rule(row, (1, *range(4, LATER)))
    level = sheet.put(row, 2, level, FINE, "row", "right")
    against.keep_side(sheet, (row, 2, row, 2), target, book.w.digits(GDP.unit) + 2)
    sheet.put(row, 3, when(known, against.gap(level, target), NOTHING), f"gap:{GDP.unit}", "row", "right")
    needed = when(known, _later_needed(book, until, level, year), NOTHING)
    sheet.put(row, LATER, needed, "fine", "row", "right")


def _later_needed(book: Book, until: Live, level: Live, since: Operand = 0.0) -> Live:
    """The uniform real growth in the free later years after `since`, where GDP reaches `level` as assumed."""
    later = (book["years"] > book["first_year"]) * (book["years"] > since) * (book["years"] <= until)
    free = later * book[f"{GDP.key}_follows"]
    count = call("SUMPRODUCT", free)
    grown = call("EXP", call("SUMPRODUCT", free * call("LN", 1 + book[f"{GDP.key}_own"])))
    return when(count.is_(0), NOTHING, (grown * book["target_level"] / level) ** (1 / count) - 1)


def _at_price_changes(sheet: Sheet, row: int) -> int:
    """The growth needed with each of `PRICE_CHANGES` in every later year, in both readings."""
    book, w, until = sheet.book, sheet.book.w, sheet.book["target_year"]
    heads = [N_("Real GDP growth needed from {later}, by price change a year"), FROM["central"]]
    heads += [N_("From the latest official level")] * bool(official_levels(book.now.pack))
    sheet.heads(row, [w(head) for head in heads])
    year, start, _ = official(book, until)

    def real(at: Operand) -> Live:
        return call("INDEX", book[CONSTANT], live(at) - book["base_year"] + 1)

    for change in PRICE_CHANGES:
        row += 1
        sheet.put(row, 0, w.change(change, 1), "row")
        prices = (1 + live(change)) ** (until - book["first_year"])
        level = real(until) * (1 + book[f"{DEFLATOR}_first"]) * prices
        sheet.put(row, 1, _later_needed(book, until, level), "fine", "row", "right")
        if heads[2:]:
            level = start * real(until) / real(year) * (1 + live(change)) ** (until - year)
            found = when(call("ISNUMBER", year), _later_needed(book, until, level, year), NOTHING)
            sheet.put(row, 2, found, "fine", "row", "right")
    return row + 1


def _from_each_year(sheet: Sheet, row: int) -> int:
    """The growth needed from each year on, what came before held; then from the official outcomes."""
    book, w = sheet.book, sheet.book.w
    heads = [
        N_("Growth needed from each year on"), N_("Year"), N_("starting at"), N_("nominal"),
        N_("real, with the deflator"), N_("nominal, rounded up"), N_("real, rounded up"), N_("held"),
    ]  # fmt: skip
    sheet.heads(row, [w(head) for head in heads], left=(0, HELD))
    sheet.rule(row, (HELD + 1,), "head")
    for column in range(years.FIRST, years.LAST + 1):
        row += 1
        year, start = book.at("years", column), book.at("gdp_level", column - 1)
        before = (
            w(N_("baseline")) if column == years.FIRST else filled(AS_ASSUMED, w, year=book.at("years", column - 1))
        )
        _from_year(sheet, row, year, start, before, year <= book["target_year"])
    for figure in official_levels(book.now.pack):
        row += 1
        held = w(N_("official outcome of {year}"), year=figure.year)
        start = live(book.shown(figure.value, figure.unit))
        year = live(float(figure.year + 1))
        _from_year(sheet, row, year, start, held, year <= book["target_year"])
    return row + 1


HELD = 7
"""The column of what is held."""
AS_ASSUMED = N_("as assumed up to {year}")


def _from_year(sheet: Sheet, row: int, year: Live, start: Live, held: Operand, asked: Live) -> None:
    """One row; a dash where the year lies after the deadline."""
    book, w = sheet.book, sheet.book.w
    sheet.put(row, 0, filled(N_("from {year}"), w, year=year), "row")
    first = sheet.put(row, 1, year, "year", "row")
    begin = sheet.put(row, 2, start, FINE, "row")
    left = book["target_year"] - first + 1
    prices = call("INDEX", book[PRICES], book["target_year"] - book["base_year"] + 1)
    before = call("INDEX", book[PRICES], first - book["base_year"])
    nominal = (book["target_level"] / begin) ** (1 / left) - 1
    real = (book["target_level"] / (begin * prices / before)) ** (1 / left) - 1
    for column, growth in enumerate((nominal, real), 3):
        exact = sheet.put(row, column, when(asked, growth, NOTHING), "fine", "row", "right")
        sheet.put(row, column + 2, needed_rate(exact), "rate", "row", "right")
    sheet.put(row, HELD, held, "row", "note", "apart")
    sheet.rule(row, (HELD + 1,))
    sheet.mark(first.held(column=True) > book["target_year"], (row, 0, row, HELD), font_color=DIMMED)


def _indicators(sheet: Sheet, row: int) -> int:
    """Every indicator against the level it is to reach; returns the row after them."""
    book, w = sheet.book, sheet.book.w
    heads = [
        N_("Every indicator"), N_("Unit"), N_("Level to reach"), N_("Deadline"), N_("Level"),
        N_("Distance from the target"), N_("Verdict"), N_("Uniform nominal growth"),
    ]  # fmt: skip
    sheet.heads(row, [w(head) for head in heads])
    for indicator in book.now.pack.indicators:
        row += 1
        key, unit = indicator.key, indicator.unit
        wanted, year = (book[lever] for lever in target_levers(key))
        level = book[f"{key}_at_deadline"]
        words = when(meets(level, wanted), w(verdict_sentences.REACHED), w(verdict_sentences.NOT_REACHED))
        growth = (wanted / book[f"{key}_base"]) ** (1 / (year - book["base_year"])) - 1
        cells: list[tuple[Operand | None, str]] = [
            (w(indicator.name), "left"), (w.unit(unit), "right"), (wanted, f"exact:{unit}"), (year, "year"),
            (None, "right"), (None, "right"), (words, "right"), (growth, "fine"),
        ]  # fmt: skip
        for column, (what, look) in enumerate(cells):
            if what is not None:
                sheet.put(row, column, what, look, "row")
        against.put(sheet, row, 4, level, wanted, unit, "row")
        against.put_gap(sheet, row, 5, level, wanted, unit, "row")
    return row + 1
