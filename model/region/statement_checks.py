"""Faults in what a plan report says in figures that no cell can know of itself."""

from collections.abc import Callable

from model.language.problem import Problem
from model.language.rates import plain
from model.language.words import N_
from model.region.records import Assessment, Met, Statement, Tally
from model.region.statements import THEMES
from model.region.tables import UNKNOWN, Table, at
from model.region.tallies import parts

NO_FIGURE = N_("says no figure; a result or a target, as a level or as growth, is needed; fill one or remove the row")
SIGN_ALONE = N_("bounds a figure that is not there (got {got}); a sign stands beside a figure; empty the cell")
YEAR = N_("is empty beside a target, or filled where there is none; every target has its year; correct the cell")
UNSAID = N_("is empty where there are a result and a target; allowed: yes, no; say whether they count the same")
ONE_SIDED = N_("says how a result and a target compare where there are not both (got {got}); empty the cell")
UNEXPLAINED = N_("is not explained (got {got}); a doubt is put in words in note_zh and note_en; write them")
NO_DIRECTION = N_("is empty where a result and a target are compared; allowed: more, less, keep; fill the cell")
PER_CENT = N_("is per cent in one language only (got {got}); % is the same in both; correct one of them")
NO_FORMULA = N_("is no sum or share of rows (got {got}); allowed: a + b, a / b, of keys in indicators.csv; correct it")
NO_ROW = N_("names a row without such a figure (got {got}); a key of indicators.csv with one is needed; correct it")

NO_TARGET = N_(
    "names a row without a target for {year} (got {got}); a key of indicators.csv with one is needed; correct it"
)
TOO_MANY = N_("is more than the plan sets for {year} (got {got}); its row in indicators.csv sets {allowed}; correct it")


def statement_faults(table: Table[Statement]) -> list[Problem]:
    """Every fault within the rows of indicators.csv."""
    return [
        at(table.file, line, column, what, got=getattr(row, column, ""), allowed=", ".join(THEMES))
        for wrong, column, what in CASES
        for line, row in table.rows
        if wrong(row)
    ]


def tally_faults(tallies: Table[Tally], table: Table[Statement]) -> list[Problem]:
    """Every fault of the sums to be checked: formulas that are none, and rows that are not there."""
    problems = []
    known = {row.key: row for _, row in table.rows}
    for key, tally in tallies.rows:
        if not (keys := parts(tally)):
            problems.append(at(tallies.file, key, "formula", NO_FORMULA, got=tally.formula))
        figures = {name: getattr(known.get(name), tally.column, None) for name in (tally.total, *keys)}
        for name, figure in figures.items() if table.whole else ():
            if figure is None or (figure == 0 and name in keys[1:]):
                problems.append(at(tallies.file, key, "total" if name == tally.total else "formula", NO_ROW, got=name))
    return problems


def met_faults(table: Table[Met], statements: Table[Statement]) -> list[Problem]:
    """Every count of met indicators that its row in indicators.csv does not allow."""
    known = {row.key: row for _, row in statements.rows}
    problems = []
    for line, each in table.rows if statements.whole else ():
        row = known.get(each.indicator)
        allowed = row.target if row and row.target_year == each.year and row.target else 0.0
        if not 0 <= each.value <= allowed:
            said = {"got": plain(each.value), "year": each.year, "allowed": plain(allowed)}
            problems.append(at(table.file, line, "value", TOO_MANY, **said))
    return problems


def assessment_faults(table: Table[Assessment], statements: Table[Statement]) -> list[Problem]:
    """Every assessment of a row of indicators.csv that has no target of that year."""
    aims = {row.key: row.target_year or 0 for _, row in statements.rows if row.has_target}
    return [
        at(table.file, line, "row", NO_TARGET, got=each.row, year=each.year)
        for line, each in table.rows
        if statements.whole and each.row and aims.get(each.row) not in (each.year, 0)
    ]


CASES: tuple[tuple[Callable[[Statement], bool], str, str], ...] = (
    (lambda row: row.theme not in THEMES, "theme", UNKNOWN),
    (lambda row: not (row.has_result or row.has_target), "", NO_FIGURE),
    (lambda row: row.result_sign != "" and row.result is None, "result_sign", SIGN_ALONE),
    (lambda row: row.target_sign != "" and not row.has_target, "target_sign", SIGN_ALONE),
    (lambda row: row.has_target != (row.target_year is not None), "target_year", YEAR),
    (lambda row: _both(row) and not row.comparable, "comparable", UNSAID),
    (lambda row: row.comparable != "" and not _both(row), "comparable", ONE_SIDED),
    (lambda row: row.comparable == "yes" and not row.direction, "direction", NO_DIRECTION),
    (lambda row: row.comparable == "no" and not _noted(row), "comparable", UNEXPLAINED),
    (lambda row: row.doubt != "" and not _noted(row), "doubt", UNEXPLAINED),
    (lambda row: (row.unit_zh == "%") != (row.unit_en == "%"), "unit_en", PER_CENT),
)
"""Each fault: whether it is there; in which cell; what it is."""


def _both(row: Statement) -> bool:
    return row.has_result and row.has_target


def _noted(row: Statement) -> bool:
    return bool(row.note_zh and row.note_en)
