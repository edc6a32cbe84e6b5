"""The sheet of paths: growth, with the years set by hand, and levels; and what the other sheets ask of the years."""

from collections.abc import Callable, Sequence

import numpy as np

from model.economics.comparison import as_long
from model.economics.growth import Array
from model.economics.projection import CONSTANT, Projection
from model.economics.solve import from_each_year
from model.economics.target import meets
from model.economics.verdict import judge, official_levels
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.region.limits import FARTHEST
from model.scenario.lever import Slot
from model.scenario.levers import lever_key, levers, series_of
from model.scenario.scenario import target_levers
from views.downloads.workbook.book import Book
from views.downloads.workbook.formula import Content, Formula, cell, in_year, rounded_up, up
from views.downloads.workbook.inputs import validate
from views.downloads.workbook.sheet import NONE, Sheet
from views.words import names

BASE, FIRST, LAST = 2, 3, 2 + FARTHEST
"""The columns of the base year, of the plan year and of the last."""
WIDTHS = (36, 22, *(10.5 for _ in range(BASE, LAST + 1)))
HEADS = 3
EXACT = "0.999999999999"
"""1 - `language.rounding.EXACT`: a level that is short of its target by less is the target."""
Cells = Callable[[int], str]
"""What gives the formula of a column."""


class Rows(Sheet):
    """A sheet of rows through the years, each with a name."""

    def __init__(self, book: Book, name: str):
        super().__init__(book, name, WIDTHS)
        self.places = dict[str, int]()

    def add(
        self, name: str, label: str, basis: str, look: str, values: Sequence[float | None], formulas: Cells | None,
        base: str = "",
    ) -> int:  # fmt: skip
        """A row of formulas from the plan year on, behind that of the base year, if it has one; else of values.

        `look` is the traits of its cells, parted by spaces.
        """
        first = LAST + 1 - len(values)
        cells: list[Content] = list(values)
        if formulas:
            every = (base if column == BASE else formulas(column) for column in range(first, LAST + 1))
            cells = [Formula(formula, value) for formula, value in zip(every, values, strict=True)]
        empty = (None,) * (first - BASE)
        row = self.line(label, (basis, "note", "wrap"), *empty, *((each, *look.split()) for each in cells))
        self.name_cells(name, row, first, LAST)
        self.places[name] = row
        return row

    def at(self, name: str, column: int) -> str:
        """The cell of a row that was written."""
        return cell(self.places[name], column)


def fill(rows: Rows) -> None:
    """Writes the sheet: levels from the base year on, growth from the plan year on."""
    book, w, pack, scenario = rows.book, rows.w, rows.book.state.pack, rows.book.state.scenario
    long = as_long(scenario, pack.base_year + FARTHEST)
    note = N_("Years after {year} are grey. A blue cell sets its year by hand; empty, it follows its lever.")
    rows.begin(w(N_("Paths")), w(note, year=scenario.last_year))
    rows.heads([w(N_("End of")), w(N_("basis"))], left=(0, 1))
    years = range(pack.base_year, pack.base_year + FARTHEST + 1)
    for column, year in enumerate(years, BASE):
        rows.put(HEADS, column, year, "year", "head")
    rows.name_cells("all_years", HEADS, BASE, LAST)
    rows.on.freeze_panes(HEADS + 1, BASE)
    rows.on.repeat_rows(HEADS)
    rows.on.repeat_columns(0, 1)
    rows.part(w(N_("Growth")))
    for series in series_of(pack):
        _growth(rows, series, long.rates[series].tolist())
    rows.add(
        "gdp_nominal", w(N_("GDP, nominal growth")), w(N_("real growth and price change")), "exact",
        long.growth[GDP.key].tolist(),
        lambda c: f"(1+{rows.at('gdp_own', c)})*(1+{rows.at(f'{DEFLATOR}_own', c)})-1",
    )  # fmt: skip
    rows.part(w(N_("Level")))
    for indicator in pack.indicators:
        key, unit = indicator.key, indicator.unit
        growth = "gdp_nominal" if indicator is GDP else f"{key}_own"
        _level(rows, f"{key}_level", w(indicator.name), w.basis(unit), growth, key, long.paths[key], unit)
        if indicator is GDP:
            said = w(N_("GDP without the price change")), w(N_("{base} prices, {unit}"), unit=w.unit(unit))
            _level(rows, "gdp_constant", *said, "gdp_own", key, long.paths[CONSTANT], unit)
        official = {f.year: book.level(f.value, unit) for f in pack.outcomes if f.indicator == key}
        known = [official.get(year) for year in years[1:]]
        if any(known):
            label = w(N_("official outcome"))
            rows.add(f"{key}_official", label, w.basis(unit), f"level:{w.digits(unit)}", [None, *known], None)
    _needed(rows)
    last = BASE + scenario.last_year - pack.base_year
    rows.on.print_area(0, 0, rows.row - 1, last)
    grey = {"type": "no_errors", "format": book.workbook.add_format({"font_color": "#a0a7b0"})}
    if last < LAST:
        rows.on.conditional_format(HEADS, last + 1, rows.row - 1, LAST, grey)
    _helping(rows, long)


def _growth(rows: Rows, series: str, rates: list[float]) -> None:
    """A series' growth, and the years of it that are set by hand."""
    w, state = rows.w, rows.book.state
    basis = state.pack.growing[series].growth_name

    def own(column: int) -> str:
        typed = cell(rows.row + 1, column)
        slot: Slot = "first" if column == FIRST else "later"
        return f"IF(ISNUMBER({typed}),{typed},{series}_{slot})"

    rows.add(f"{series}_own", w(state.pack.growing[series].growth_label), w(basis), "exact", rates, own)
    by_hand = state.scenario.rates_by_hand(series)
    typed = [by_hand.get(state.pack.base_year + year) for year in range(1, FARTHEST + 1)]
    row = rows.add(f"{series}_by_hand", w(N_("set by hand")), "", "exact input", typed, None)
    validate(rows, levers(state.pack)[lever_key(series, "later")], row, FIRST, LAST)


def _level(rows: Rows, name: str, label: str, basis: str, growth: str, key: str, path: Array, unit: str) -> None:
    """A level that rises from the baseline of `key`; where an input is not allowed it is not available, nor what
    follows."""
    values = [rows.book.level(value, unit) for value in path.tolist()]
    base = f"IF(inputs_invalid=0,{lever_key(key, 'base')},NA())"
    row, look = rows.row, f"level:{rows.w.digits(unit)}"
    rows.add(
        name, label, basis, look, values,
        lambda c: f"{cell(row, c - 1)}*(1+{rows.at(growth, c)})", base,
    )  # fmt: skip
    if name != CONSTANT:  # which has no target
        rows.keep_side(row, BASE, cell(row, BASE), target_levers(key)[0], look, LAST)


def _needed(rows: Rows) -> None:
    """The real growth GDP needs from every year on, earlier years fixed, prices as the scenario has them."""
    state, w = rows.book.state, rows.w
    note = N_("From the baseline, earlier years fixed; to the target year, uniform.")
    rows.part(w(N_("Growth GDP needs from each year on, at least")), w(note), FIRST)
    found = {each.year: each for each in from_each_year(state.scenario) if not each.outcome}
    by_year = [found.get(year) for year in range(state.pack.first_year, state.pack.base_year + FARTHEST + 1)]

    def needed(c: int) -> str:
        year, now = cell(HEADS, c), f"{in_year('gdp_level')}/{in_year('gdp_constant')}"
        rate = rounded_up(f"(target_level/({now})/{rows.at('gdp_constant', c - 1)})^(1/(target_year-{year}+1))-1")
        return f'IF({year}>target_year,"{NONE}",{rate})'

    values = [up(each.real) if each else None for each in by_year]
    rows.add("needed_real", w(N_("real, with the deflator")), "", "rate", values, needed)


def _helping(rows: Rows, long: Projection) -> None:
    """What the other sheets ask of the years; it is not printed."""
    w, (scenario, pack) = rows.w, (rows.book.state.scenario, rows.book.state.pack)
    rows.part(w(N_("For the other sheets")))
    for series in series_of(pack):
        _free(rows, series, long.rates[series].tolist())
    if pack.rebased:
        _free(rows, GDP.key, long.rates[GDP.key].tolist(), "needed")
    known = [figure.year for figure in official_levels(pack)]
    if known:
        latest = [float(max((year for year in known if year <= each), default=0)) for each in long.years]
        label = w(N_("Year of the latest official level"))
        rows.add(
            "official_year", label, "", "year", latest,
            lambda c: f"IF(ISNUMBER({rows.at('gdp_official', c)}),{cell(HEADS, c)},{cell(rows.row, c - 1)})", "0",
        )  # fmt: skip
    for indicator in pack.indicators:
        key, (goal, _) = indicator.key, target_levers(indicator.key)
        two = bool(known) and indicator is GDP
        met = meets(long.paths[key], scenario[goal])
        if two:
            met = np.array([judge(scenario, year).status == "reached" for year in long.years])
        label = w(N_("{name}: at or above the level to reach"), name=w(indicator.short))

        def reached(c: int, key: str = key, goal: str = goal, two: bool = two) -> str:
            level, enough = rows.at(f"{key}_level", c), f"{goal}*{EXACT}"
            if not two:
                return f"IF({level}>={enough},1,0)"
            since = rows.at("official_year", c)
            at_start = f"{in_year('gdp_official', since)}/{in_year('gdp_level', since)}"
            official = f"IF({since}=0,1,IF({at_start}*{level}>={enough},1,0))"
            return f"IF({level}>={enough},{official},0)"

        rows.add(f"{key}_met", label, "", "year", [0.0, *met[1:].astype(float).tolist()], reached, "0")
    _for_chart(rows)


def _free(rows: Rows, series: str, rates: list[float], kind: str = "") -> None:
    """How many years follow a series' later lever up to each year, and what they multiply by.

    Of the kind "needed" the plan year is among them: the verdict of a re-based region solves for it too.
    """
    w, state = rows.w, rows.book.state
    name = w(state.pack.growing[series].growth_label)
    by_hand, first = state.scenario.rates_by_hand(series), state.pack.first_year
    free = [(year > first or bool(kind)) and year not in by_hand for year in range(first, first + FARTHEST)]
    called = kind or series
    grown = np.cumprod(1 + np.where(free, rates, 0.0)).tolist()

    def count(c: int) -> str:
        before, typed = cell(rows.row, c - 1), rows.at(f"{series}_by_hand", c)
        return "0" if c == FIRST and not kind else f"{before}+IF(ISNUMBER({typed}),0,1)"

    def multiple(c: int) -> str:
        now, before = (rows.at(f"{called}_free", each) for each in (c, c - 1))
        return f"{cell(rows.row, c - 1)}*IF({now}>{before},1+{rows.at(f'{series}_own', c)},1)"

    counts = [0, *np.cumsum(free).tolist()]
    rows.add(f"{called}_free", name, w(N_("later years that follow the lever, so far")), "year", counts, count, "0")
    rows.add(f"{called}_grown", name, w(N_("their growth, as a multiple")), "number", [1, *grown], multiple, "1")


def _for_chart(rows: Rows) -> None:
    """The lines of the chart that are not paths: the target, and the reference as exported."""
    w, book, state = rows.w, rows.book, rows.book.state
    look = f"level:{w.digits(GDP.unit)}"
    goal = [book.level(state.scenario["target_level"], GDP.unit)] * (FARTHEST + 1)
    rows.add("chart_target", w(N_("Target")), "", look, goal, lambda _: "target_level", "target_level")
    reference = as_long(state.reference, state.pack.base_year + FARTHEST).paths[GDP.key].tolist()
    levels = [book.level(each, GDP.unit) for each in reference]
    label = w(N_("{name} (reference)"), name=names.name_of_reference(state))
    rows.add("chart_reference", label, w(N_("as exported")), look, levels, None)
