"""The table of the verdict: by both target years, in both readings, with the growth that each needs."""

from collections.abc import Iterator
from typing import NamedTuple

from model.economics.needed import PRICE_CHANGES, required_by_price_change
from model.economics.target import gap, meets
from model.economics.verdict import STATUSES, Reading, Verdict, by_deadline, official_levels, readings_by
from model.economics.verdict_sentences import FROM_BASELINE, FROM_OFFICIAL, NOT_REACHED, ON_BASELINE, ON_LEVEL, REACHED
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import levers
from views.charts.look import PAPER
from views.downloads.workbook import paths
from views.downloads.workbook.formula import Formula, cell, in_year, rounded_up, up
from views.downloads.workbook.inputs import has_official
from views.downloads.workbook.sheet import NONE, Sheet
from views.words import verdict

TOP = 3
LOW, HIGH = N_("from the low baseline"), N_("from the high baseline")
OFFICIAL = "_official"
NEEDED_GROWTH = N_("Real GDP growth needed a year, at least")


class Column(NamedTuple):
    """One reading of the verdict by one target year."""

    key: str
    """What its names in the workbook end with: nothing, `_low`, `_high` or `OFFICIAL`."""
    name: str
    since: str
    start: str
    """Formulas of the year and of the level that it starts from; `{until}` is its target year."""
    reading: Reading | None
    """What it comes to; None where no official level is known by then."""
    at_prices: tuple[float | None, ...]
    """The growth needed for each of `PRICE_CHANGES`."""


ROWS = (
    N_("Target year (end of year)"), N_("From the end of"), N_("Starting level"), N_("GDP in the target year"),
    N_("Level to reach"), N_("Distance from the target"), N_("Target reached?"), N_("Verdict"),
)  # fmt: skip
YEAR, START_YEAR, START, LEVEL, GOAL, GAP, MET, VERDICT = range(TOP + 2, TOP + 2 + len(ROWS))
NEEDED = VERDICT + 2
"""The head of what is needed; below it the first year, the scenario's own price change, each of `PRICE_CHANGES`."""


def table(sheet: Sheet) -> None:
    """Writes the table and names its results: `verdict`, `gdp_at_target_year`, `growth_needed` and so on by the
    scenario's own target year, `verdict_2026` by another."""
    w, unit, state = sheet.w, sheet.w.unit(GDP.unit), sheet.book.state
    first, found = 1, by_deadline(state.scenario)
    for each in sorted(found, key=lambda each: each.year != state.scenario.target_year):
        first = _deadline(sheet, first, each)
    for row, label in enumerate(ROWS, TOP + 2):
        levels = row in (START, LEVEL, GOAL, GAP)
        text = w(N_("{name}, {unit}"), name=w(label), unit=unit) if levels else w(label)
        sheet.put(row, 0, text, "row", *(("strong",) if row in (LEVEL, VERDICT) else ()))
    sheet.put(NEEDED, 0, w(NEEDED_GROWTH), "part")
    sheet.row = NEEDED + 1
    sheet.line(w(N_("from (without years set by hand)")))
    sheet.line(w(N_("with the scenario's price change")))
    for change in PRICE_CHANGES:
        sheet.line(w(N_("with a price change of {change} a year"), change=w.change(change, 1)))


def _deadline(sheet: Sheet, first: int, found: Verdict) -> int:
    """The columns of one target year; returns the column after them."""
    w, state = sheet.w, sheet.book.state
    own = found.year == state.scenario.target_year
    name = w(N_("The scenario's target year"))
    if not own:
        goal = next(goal for goal in state.pack.deadlines if goal.year == found.year)
        name = w(N_("{year}: {name}"), year=goal.year, name=w.either(goal.name_zh, goal.name_en))
    columns = list(_columns(sheet, found))
    for place, column in enumerate(columns, first):
        sheet.put(TOP, place, name if place == first else None, "group")
        sheet.put(TOP + 1, place, column.name, "head", "right")
        year = "target_year" if own else str(found.year)
        sheet.put(YEAR, place, Formula(year, float(found.year)), "year", "row")
        _reading(sheet, place, column, "" if own else f"_{found.year}")
        sheet.put(VERDICT, place, None, "row")
    said = Formula(_status(sheet, first, columns), verdict.said(found, state))
    sheet.put(VERDICT, first, said, "row", "strong", name="verdict" if own else f"verdict_{found.year}")
    for status, sign in verdict.SIGNS.items():
        look = sheet.book.workbook.add_format({"font_color": PAPER[status]})
        test = {"type": "text", "criteria": "begins with", "value": sign, "format": look}
        sheet.on.conditional_format(VERDICT, first, VERDICT, first, test)
    return first + len(columns)


def _columns(sheet: Sheet, found: Verdict) -> Iterator[Column]:
    """The readings of a verdict; where no official level may be known, from the baseline's ends too."""
    w, (scenario, pack) = sheet.w, (sheet.book.state.scenario, sheet.book.state.pack)
    prices = required_by_price_change(scenario, found.year)
    at_prices = tuple(each.from_baseline for each in prices)
    yield Column("", w(FROM_BASELINE), "base_year", "gdp_base", found.from_baseline, at_prices)
    if not has_official(pack) and f"{GDP.key}_low" in levers(pack):
        needed = readings_by(found.year, scenario)[-2:] if found.from_official is None else ()
        ends = scenario.range_of(GDP.key)[::2]
        for place, (key, name, level) in enumerate((("_low", LOW, found.low), ("_high", HIGH, found.high))):
            start = f"{'MAX' if place else 'MIN'}(gdp_low,gdp_base,gdp_high)"
            apart, reached = float(gap(level, found.target)), bool(meets(level, found.target))
            growth = needed[place].required_growth if needed else None
            reading = Reading(pack.base_year, ends[place], level, apart, reached, None, growth, None, ())
            yield Column(key, w(name), "base_year", start, reading, ())
    if official_levels(pack):
        year, level_then = in_year("official_year", "{until}"), in_year("gdp_official", "{since}")
        at_prices = tuple(each.from_official for each in prices)
        yield Column(OFFICIAL, w(FROM_OFFICIAL), year, level_then, found.from_official, at_prices)


def _reading(sheet: Sheet, at: int, column: Column, by: str) -> None:
    """One column; dashes where no official level is known by its target year. Names end with `by`."""
    book, w, found, unit, state = sheet.book, sheet.w, column.reading, GDP.unit, sheet.book.state
    until, since, start, level = (cell(row, at) for row in (YEAR, START_YEAR, START, LEVEL))

    def known(formula: str) -> str:
        return f'IF({since}=0,"{NONE}",{formula})' if column.key == OFFICIAL else formula

    def shown(field: str) -> float | None:
        return book.level(getattr(found, field), unit) if found else None

    def times(row: str) -> str:
        return f"{in_year(row, until)}/{in_year(row, since)}"

    enough, words = f"{level}>=target_level*{paths.EXACT}", (w(REACHED), w(NOT_REACHED))
    at_start = column.start.format(until=until, since=since)
    goal = book.level(state.scenario["target_level"], unit)
    cells: tuple[tuple[int, str, str | float | None, str, str], ...] = (
        (START, at_start, shown("start"), f"exact:{w.digits(unit)}", ""),
        (LEVEL, f"{start}*{times('gdp_level')}", shown("level"), f"fine:{w.digits(unit)}", "gdp_at_target_year"),
        (GAP, f"IF({enough},MAX({level}-target_level,0),{level}-target_level)", shown("gap"),
         f"gap:{w.digits(unit)}", "gap"),
        (MET, f'IF({enough},"{words[0]}","{words[1]}")', words[not found.reached] if found else None, "right", ""),
    )  # fmt: skip
    for row, formula, value, look, name in cells:
        sheet.put(row, at, Formula(known(formula), value), look, "row", name=name and f"{name}{column.key}{by}")
    year = Formula(column.since.format(until=until), float(found.start_year if found else 0))
    sheet.put(START_YEAR, at, year, "year", "row")
    sheet.put(GOAL, at, Formula("target_level", goal), f"exact:{w.digits(unit)}", "row")
    for row, look in ((LEVEL, "fine"), (GAP, "gap")):
        sheet.keep_side(row, at, level, "target_level", f"{look}:{w.digits(unit)}")
    free = "needed" if book.state.pack.rebased else GDP.key
    count = f"({in_year(f'{free}_free', until)}-{in_year(f'{free}_free', since)})"
    fixed = not state.pack.rebased  # the plan year's growth, announced
    grows = found is not None and found.required_growth is not None
    first = max(found.start_year, state.pack.base_year + fixed) + 1 if found and grows else None
    from_year = known(f'IF({count}=0,"{NONE}",MAX({since},base_year+{int(fixed)})+1)')
    sheet.put(NEEDED + 1, at, Formula(from_year, first), "year", "row", "right")
    real, held = f"{start}*{times('gdp_constant')}", f"IF({since}=base_year,1+{DEFLATOR}_first,1)"
    changed = [f"(1+{p})^({until}-MAX({since},base_year+1))*{held}" for p in PRICE_CHANGES]
    if not fixed:
        changed = [f"(1+{p})^({until}-{since})" for p in PRICE_CHANGES]
    reached = [level, *(f"({real}*{prices})" for prices in changed)]
    for place, value in enumerate([found.required_growth if found else None, *column.at_prices]):
        name, strong = ("", ()) if place else (f"growth_needed{column.key}{by}", ("strong",))
        rate = rounded_up(f"({times(f'{free}_grown')}*target_level/{reached[place]})^(1/{count})-1")
        needed = Formula(known(f'IF({count}=0,"{NONE}",{rate})'), up(value))
        sheet.put(NEEDED + 2 + place, at, needed, "rate", "row", *strong, name=name)


def _status(sheet: Sheet, first: int, columns: list[Column]) -> str:
    """The verdict in a word or two with its sign, as `economics.verdict` has it."""
    w = sheet.w
    reached, depends, not_reached = (verdict.SIGNS[key] for key in STATUSES)
    met = [cell(MET, first + place) for place in range(len(columns))]
    year = cell(START_YEAR, first + len(columns) - 1)

    def of(cells: list[str], message: str) -> str:
        tests = ",".join(f'{each}="{w(REACHED)}"' for each in cells)
        return f'IF(AND({tests}),"{reached} {w(REACHED)}",IF(OR({tests}),{message},"{not_reached} {w(NOT_REACHED)}"))'

    found = on_baseline = of(met, f'"{depends} {w(ON_BASELINE, year=w.base_year)}"')
    if columns[-1].key == OFFICIAL:
        before, after = w.template(ON_LEVEL).split("{year}")
        found = of([met[0], met[-1]], f'"{depends} {before}"&{year}&"{after}"')
        if len(met) > 2:
            found = f"IF({year}=0,{on_baseline},{found})"
    return f'IF(inputs_invalid>0,"{w(N_("Input not allowed"))}",{found})'
