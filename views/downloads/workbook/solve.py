"""The sheet of solutions: each lever's value with which its indicator meets its target, all else fixed."""

from typing import NamedTuple

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
from views.downloads.workbook.sheet import NONE, NOTE, UP, Formula, Sheet, cell, in_year, look_of, rounded_up, up

WIDTHS = (50, 14, 14, 14, 9, 40)
HEADS = N_("needed, at least"), N_("not rounded"), N_("now"), N_("Unit"), N_("fixed")


class Answer(NamedTuple):
    """What would meet the target: a lever's value, or one rate for all years."""

    name: str
    label: str
    formula: str
    value: float | None
    fixed: str
    lever: str = ""


def fill(sheet: Sheet) -> None:
    """Writes the sheet and names the solutions: `gdp_later_needed`, `fai_base_needed` and so on."""
    w, state = sheet.w, sheet.book.state
    note = N_("Each row by itself, all else fixed. Later growth of GDP and prices: enough in both readings.")
    sheet.begin(w(N_("What would meet the targets")), w(note))
    for indicator in state.pack.indicators:
        sheet.heads([w(indicator.name), *map(w, HEADS)], left=(0, 4, 5))
        for answer in (*_levers(sheet, indicator), *_uniform(sheet, indicator)):
            _answer(sheet, answer, indicator)
        key, (_, year) = indicator.key, target_levers(indicator.key)
        first = f'IF(SUM({key}_met)=0,"{NONE}",INDEX(all_years,1,MATCH(1,{key}_met,0)))'
        found = Formula(first, solved(year, state.scenario).value)
        row = sheet.line(w(N_("First year at or above the target")), (found, "year"))
        sheet.name_cells(f"{key}_first_year", row, 1)
        sheet.row += 1


def _answer(sheet: Sheet, answer: Answer, indicator: Indicator) -> None:
    """One row, with the value as it is and rounded up."""
    book, w, lever = sheet.book, sheet.w, levers(sheet.book.state.pack).get(answer.lever)
    unit = indicator.unit if lever and lever.kind == "level" else ""
    digits, fine, usual = w.digits(unit) if unit else UP, "fine", "rate"
    if unit:
        fine, usual = f"fine:{digits}", f"level:{digits}"
    exact = cell(sheet.row, 2)
    least = Formula(f'IF(ISNUMBER({exact}),{rounded_up(exact, digits)},"{NONE}")', up(answer.value, digits))
    now = book.written(book.state.scenario[lever.key], lever) if lever else None
    row = sheet.line(
        answer.label, (least, usual, "strong"), (Formula(answer.formula, answer.value), fine),
        (Formula(lever.key, now), look_of(lever, w)) if lever else (None,),
        (w.unit(unit) or w(N_("a year")), "note", "indent"), (answer.fixed, *NOTE),
    )  # fmt: skip
    sheet.name_cells(answer.name, row, 2)


def _levers(sheet: Sheet, indicator: Indicator) -> list[Answer]:
    """Every lever on which the indicator's target hangs, as the page solves it."""
    w, (scenario, pack) = sheet.w, (sheet.book.state.scenario, sheet.book.state.pack)
    found = []
    for key in solvable(pack):
        lever = levers(pack)[key]
        if indicator_of(lever) != indicator.key or lever.slot in OF_TARGET:
            continue
        value = solved(key, scenario).value
        written = None if value is None else sheet.book.written(value, lever)
        formula = _formula(lever, bool(official_levels(pack)))
        label = phrases.title(lever, w)
        if lever.slot != "later":
            label = _from_baseline(sheet, indicator, label)
        found.append(Answer(f"{key}_needed", label, formula, written, phrases.held(lever, w), key))
    return found


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


def _uniform(sheet: Sheet, indicator: Indicator) -> list[Answer]:
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
    return [
        Answer(
            f"{key}_{name}_needed", _from_baseline(sheet, indicator, w(label)), f"({times})^(1/({year}-base_year))-1",
            rate, w(fixed),
        )
        for name, label, times, rate, fixed in every[: 3 if indicator is GDP else 1]
    ]  # fmt: skip


def _from_baseline(sheet: Sheet, indicator: Indicator, label: str) -> str:
    """The label of a row that is enough from the baseline alone; with that, where there is another reading."""
    w, two = sheet.w, indicator is GDP and official_levels(sheet.book.state.pack)
    return w(phrases.OTHER, name=label, when=w(FROM_BASELINE)) if two else label
