"""The sheet of solutions: each lever's value with which its indicator meets its target, all else fixed."""

from typing import Any

from model.economics import phrases
from model.economics.needed import solved
from model.economics.solve import OF_TARGET, indicator_of, solvable, uniform
from model.economics.verdict import official_levels
from model.economics.verdict_sentences import FROM_BASELINE
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.scenario.lever import Lever
from model.scenario.levers import levers
from model.scenario.scenario import target_levers
from views.downloads.workbook.book import NOTE, look_of
from views.downloads.workbook.formula import UP, Formula, cell, in_year, rounded_up, up
from views.downloads.workbook.sheet import NONE, Sheet

WIDTHS = (50, 14, 14, 14, 9, 40)
HEADS = N_("needed, at least"), N_("not rounded"), N_("now"), N_("Unit"), N_("fixed")


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names the solutions: `gdp_later_needed`, `fai_base_needed` and so on."""
    w, state = sheet.w, sheet.book.state
    note = N_("Each row by itself, all else fixed. Later growth of GDP and prices: enough in both readings.")
    sheet.begin(w(N_("What would meet the targets")), w(note))
    for indicator in state.pack.indicators:
        sheet.heads([w(indicator.name), *map(w, HEADS)], left=(0, 4, 5))
        for key in solvable(state.pack):
            lever = levers(state.pack)[key]
            if indicator_of(lever) == indicator.key and lever.slot not in OF_TARGET:
                _lever(sheet, indicator, lever)
        _uniform(sheet, indicator)
        key, (_, year) = indicator.key, target_levers(indicator.key)
        first = f'IF(SUM({key}_met)=0,"{NONE}",INDEX(all_years,1,MATCH(1,{key}_met,0)))'
        found = Formula(first, solved(year, state.scenario).value)
        row = sheet.line(w(N_("First year at or above the target")), (found, "year"))
        sheet.name_cells(f"{key}_first_year", row, 1)
        sheet.row += 1


def _lever(sheet: Sheet, indicator: Indicator, lever: Lever) -> None:
    """A lever on which the indicator's target hangs, as the page solves it."""
    book, w, state, value = sheet.book, sheet.w, sheet.book.state, solved(lever.key, sheet.book.state.scenario).value
    formula = Formula(_formula(lever, bool(official_levels(state.pack))), value and book.written(value, lever))
    now = Formula(lever.key, book.written(state.scenario[lever.key], lever)), look_of(lever, w)
    label = phrases.title(lever, w)
    label = label if lever.slot == "later" else _from_baseline(sheet, indicator, label)
    _answer(sheet, label, formula, now, indicator.unit if lever.kind == "level" else "", phrases.held(lever, w))
    sheet.name_cells(f"{lever.key}_needed", sheet.row - 1, 2)


def _answer(sheet: Sheet, label: str, exact: Formula, now: tuple[Any, ...], unit: str, fixed: str) -> None:
    """One row, with the value as it is and rounded up."""
    w, at = sheet.w, cell(sheet.row, 2)
    digits = w.digits(unit) if unit else UP
    fine, usual = (f"fine:{digits}", f"level:{digits}") if unit else ("fine", "rate")
    least = Formula(f'IF(ISNUMBER({at}),{rounded_up(at, digits)},"{NONE}")', up(exact.value, digits))
    unit_note = (w.unit(unit) or w(N_("a year")), "note", "indent")
    sheet.line(label, (least, usual, "strong"), (exact, fine), now, unit_note, (fixed, *NOTE))


def _formula(lever: Lever, has_official: bool) -> str:
    """The value of a lever that meets the target; a dash where no year follows it."""
    indicator, series, slot = indicator_of(lever), lever.series, lever.slot
    goal, year = target_levers(indicator)
    level = in_year(f"{indicator}_level", year)
    if slot == "base":
        return f"{goal}/({level}/{lever.key})"
    if slot == "first":
        typed = f"ISNUMBER(INDEX({series}_by_hand,1,1))"
        return f'IF({typed},"{NONE}",(1+INDEX({series}_own,1,1))*{goal}/{level}-1)'
    count, grown = (in_year(f"{series}_{row}", year) for row in ("free", "grown"))
    needed = f"({grown}*{goal}/{level})^(1/{count})-1"
    if indicator == GDP.key and has_official:
        since = in_year("official_year", year)
        left, multiple = (in_year(f"{series}_{row}", since) for row in ("free", "grown"))
        rate = f"({grown}/{multiple}*{goal}/gdp_at_target_year_official)^(1/({count}-{left}))-1"
        needed = f"MAX({needed},IF({since}=0,-1,IF({count}={left},-1,{rate})))"
    return f'IF({count}=0,"{NONE}",{needed})'


def _uniform(sheet: Sheet, indicator: Indicator) -> None:
    """One rate for all years up to the target year: nominal, and of GDP also real and of its prices."""
    w, key, (goal, year) = sheet.w, indicator.key, target_levers(indicator.key)
    same = uniform(key, sheet.book.state.scenario)
    level, constant = in_year(f"{key}_level", year), in_year("gdp_constant", year)
    every = (
        ("nominal", N_("Uniform nominal growth"), f"{goal}/{key}_base", same.nominal, N_("baseline")),
        ("real", N_("Uniform real growth"), f"{goal}/{key}_base*{constant}/{level}", same.real,
         N_("deflator, baseline")),
        ("deflator", N_("Uniform price change (deflator)"), f"{goal}/{constant}", same.deflator,
         N_("real growth, baseline")),
    )  # fmt: skip
    for name, label, times, rate, fixed in every[: 3 if indicator is GDP else 1]:
        formula = Formula(f"({times})^(1/({year}-base_year))-1", rate)
        _answer(sheet, _from_baseline(sheet, indicator, w(label)), formula, (None,), "", w(fixed))
        sheet.name_cells(f"{key}_{name}_needed", sheet.row - 1, 2)


def _from_baseline(sheet: Sheet, indicator: Indicator, label: str) -> str:
    """The label of a row that is enough from the baseline alone; with that, where there is another reading."""
    w, two = sheet.w, indicator is GDP and official_levels(sheet.book.state.pack)
    return w(phrases.OTHER, name=label, when=w(FROM_BASELINE)) if two else label
