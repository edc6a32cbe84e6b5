"""The sheet of solutions: each lever's value with which its indicator meets its target, all else fixed."""

from typing import NamedTuple

from model import phrases
from model.indicators import GDP, Indicator
from model.levers import levers
from model.rates import plain
from model.scenario import target_levers
from model.solve import indicator_of, solvable, solve, uniform
from model.verdict import implied, judge, official_levels
from model.words import N_
from views.downloads.workbook.sheet import NONE, Sheet, cell, look_of, rounded_up, up
from views.downloads.workbook.verdict import UP

WIDTHS = (44, 14, 16, 14, 9, 44)


class Answer(NamedTuple):
    """A row: what would meet the target."""

    name: str
    label: str
    formula: str
    value: float | None
    look: str
    digits: int
    """Decimals to which it is rounded up."""
    unit: str
    fixed: str
    lever: str = ""
    """The key of the lever that is solved for."""


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names the solutions: `gdp_later_needed`, `fai_base_needed` and so on."""
    book, w, state = sheet.book, sheet.w, sheet.book.state
    sheet.put(0, 0, w(N_("What would meet the targets")), "title")
    note = N_(
        "Each row by itself, all else fixed. Later GDP growth: the most that either reading of the verdict needs."
    )
    sheet.put(1, 0, w(note), "note")
    row = 3
    for indicator in state.pack.indicators:
        _, year = target_levers(indicator.key)
        heads = (
            w(indicator.name),
            w(N_("needed, at least")),
            w(N_("not rounded")),
            w(N_("now")),
            w(N_("Unit")),
            w(N_("fixed")),
        )
        sheet.heads(row, heads, left=(0, 5))
        for answer in _answers(sheet, indicator):
            row += 1
            sheet.put(row, 0, answer.label, "row", "wrap")
            rounded = rounded_up(cell(row, 2), answer.digits)
            look = "rate" if answer.look == "exact" else answer.look.replace("fine", "level")
            sheet.formula(row, 1, rounded, up(answer.value, answer.digits), look, "row", "strong")
            sheet.formula(row, 2, answer.formula, answer.value, answer.look, "row", name=answer.name)
            sheet.put(row, 3, None, "row")
            if answer.lever:
                lever = levers(state.pack)[answer.lever]
                now = book.written(state.scenario[answer.lever], lever)
                sheet.formula(row, 3, answer.lever, now, look_of(lever), "row")
            sheet.put(row, 4, answer.unit, "row", "right", "note")
            sheet.put(row, 5, answer.fixed, "row", "note", "wrap")
        row += 1
        first = f'IF(SUM({indicator.key}_met)=0,"{NONE}",INDEX(all_years,1,MATCH(1,{indicator.key}_met,0)))'
        sheet.put(row, 0, w(N_("First year at or above the target")), "row")
        sheet.put(row, 1, None, "row")
        sheet.formula(row, 2, first, _first_year(sheet, indicator), "year", "row", name=f"{indicator.key}_first_year")
        sheet.put(row, 5, phrases.held(levers(state.pack)[year], w), "row", "note")
        row += 2
    _implied(sheet, row)


def _first_year(sheet: Sheet, indicator: Indicator) -> float | None:
    state = sheet.book.state
    return solve(target_levers(indicator.key)[1], state.scenario, state.pack).value


def _answers(sheet: Sheet, indicator: Indicator) -> list[Answer]:
    """Every lever on which the indicator's target hangs, and one rate for all years."""
    book, w, (scenario, pack) = sheet.book, sheet.w, (sheet.book.state.scenario, sheet.book.state.pack)
    (goal, year), unit, key = target_levers(indicator.key), indicator.unit, indicator.key
    rate = w(N_("a year"))
    found = []
    for each in solvable(pack):
        if indicator_of(each) != key or each in (goal, year):
            continue
        lever = levers(pack)[each]
        value = solve(each, scenario, pack).value
        if each == f"{GDP.key}_later":
            needed = [r.required_growth for r in judge(scenario, pack).readings if r.required_growth is not None]
            value = max(needed, default=None)
        is_rate = lever.kind == "rate"
        written = None if value is None else book.written(value, lever)
        digits, look = (UP, "exact") if is_rate else (w.digits(unit), f"fine:{unit}")
        held = phrases.held(lever, w)
        label, formula = phrases.title(lever, w), _formula(each, bool(official_levels(pack)))
        found.append(Answer(f"{each}_needed", label, formula, written, look, digits, book.unit(lever), held, each))
    same, h, end = uniform(key, scenario, pack), f"1/({year}-base_year)", f"1,{year}-base_year+1"
    base, level, constant = f"{key}_base", f"INDEX({key}_level,{end})", f"INDEX(gdp_constant,{end})"
    rates: list[tuple[str, str, str, float | None, str]] = [
        ("nominal", N_("Uniform nominal growth"), f"({goal}/{base})^({h})-1", same.nominal, N_("baseline"))
    ]
    if indicator is GDP:
        rates += [
            (
                "real",
                N_("Uniform real growth"),
                f"({goal}/{base}*{constant}/{level})^({h})-1",
                same.real,
                N_("deflator, baseline"),
            ),
            (
                "deflator",
                N_("Uniform price change (deflator)"),
                f"({goal}/{constant})^({h})-1",
                same.deflator,
                N_("real growth, baseline"),
            ),
        ]
    for name, label, formula, number, fixed in rates:
        found.append(Answer(f"{key}_{name}_needed", w(label), formula, number, "exact", UP, rate, w(fixed)))
    return found


def _formula(lever: str, has_official: bool) -> str:
    """The value of a lever that meets the target; a dash where no year follows it."""
    indicator, (series, _, slot) = indicator_of(lever), lever.rpartition("_")
    goal, year = target_levers(indicator)
    end = f"1,{year}-base_year+1"
    level = f"INDEX({indicator}_level,{end})"
    if slot == "base":
        return f"{goal}/({level}/{lever})"
    if slot == "first":
        typed = f"ISNUMBER(INDEX({series}_by_hand,1,1))"
        return f'IF({typed},"{NONE}",(1+INDEX({series}_own,1,1))*{goal}/{level}-1)'
    if series == GDP.key and has_official:
        readings = "growth_needed,growth_needed_official"
        return f'IF(COUNT({readings})=0,"{NONE}",MAX({readings}))'
    count, grown = (f"INDEX({series}_{row},{end})" for row in ("free", "grown"))
    return f'IF({count}=0,"{NONE}",({grown}*{goal}/{level})^(1/{count})-1)'


def _implied(sheet: Sheet, row: int) -> None:
    """The published level beside that which the baseline implies, where both are known."""
    w, found = sheet.w, implied(sheet.book.state.scenario, sheet.book.state.pack)
    if found is None:
        return
    level = sheet.book.level(found.level, GDP.unit)
    sheet.put(row, 0, w(N_("The baseline against the published level")), "part")
    sheet.put(row + 1, 0, w(N_("GDP in {first} that the baseline implies")), "row", "wrap")
    formula = f"gdp_base*(1+{plain(found.growth)})"
    sheet.formula(row + 1, 2, formula, level, f"fine:{GDP.unit}", "row", name="implied_level")
    sheet.put(row + 2, 0, w(N_("Price change in {first} that would reconcile the two")), "row", "wrap")
    formula = "INDEX(gdp_official,1,2)/implied_level-1"
    sheet.formula(row + 2, 2, formula, found.price_change, "change", "row", name="implied_prices")
