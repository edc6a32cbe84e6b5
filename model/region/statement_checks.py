"""Faults in what a plan report says in figures that no cell can know of itself."""

from collections.abc import Callable, Iterator

from model.language.problem import Problem
from model.language.rates import plain
from model.language.words import N_
from model.region.checks import Tables
from model.region.records import Statement
from model.region.statements import THEMES
from model.region.tables import UNKNOWN
from model.region.tallies import parts

NO_FIGURE = N_("has no figure; a result or a target, as a level or as growth, is needed; fill one or remove the row")
SIGN_ALONE = N_("is a sign without a figure (got {got}); a sign belongs to a figure; empty the cell")
YEAR = N_("is empty beside a target, or filled where there is none; every target has its year; correct the cell")
UNSAID = N_("is empty where there are a result and a target; allowed: yes, no; say whether they count the same")
ONE_SIDED = N_("says how a result and a target compare where there are not both (got {got}); empty the cell")
UNEXPLAINED = N_("is not explained (got {got}); a doubt is put in words in note_zh and note_en; write them")
NO_DIRECTION = N_("is empty where a result and a target are compared; allowed: more, less, keep; fill the cell")
PER_CENT = N_("is per cent in one language only (got {got}); % is the same in both; correct one of them")
NO_FORMULA = N_(
    "is not a sum or share of rows (got {got}); allowed: a + b, a / b, of keys in indicators.csv; correct it"
)
NO_ROW = N_("names a row without such a figure (got {got}); a key of indicators.csv with one is needed; correct it")

NO_TARGET = N_(
    "names a row without a target for {year} (got {got}); a key of indicators.csv with one is needed; correct it"
)
TOO_MANY = N_("is more than the plan sets for {year} (got {got}); its row in indicators.csv sets {allowed}; correct it")


def statement_faults(tables: Tables) -> Iterator[Problem]:
    """Every fault within the plan report's figures, of their sums, and of what a later report says of them."""
    rows = {row.key: row for _, row in tables.statements.rows}
    for wrong, column, what in CASES:
        for line, row in tables.statements.rows:
            if wrong(row):
                said = {"got": getattr(row, column, ""), "allowed": ", ".join(THEMES)}
                yield tables.statements.at(line, column, what, **said)
    for key, tally in tables.tallies.rows:
        if not (keys := parts(tally)):
            yield tables.tallies.at(key, "formula", NO_FORMULA, got=tally.formula)
        for name in (tally.total, *keys):
            figure = getattr(rows.get(name), tally.column, None)
            if figure is None or (figure == 0 and name in keys[1:]):
                yield tables.tallies.at(key, "total" if name == tally.total else "formula", NO_ROW, got=name)
    for line, met in tables.met.rows:
        counted = rows.get(met.indicator)
        allowed = counted.target if counted and counted.target_year == met.year and counted.target else 0.0
        if not 0 <= met.value <= allowed:
            said = {"got": plain(met.value), "allowed": plain(allowed)}
            yield tables.met.at(line, "value", TOO_MANY, year=met.year, **said)
    for line, each in tables.assessed.rows:
        aim = rows.get(each.row)
        if each.row and not (aim and aim.has_target and aim.target_year in (each.year, None)):
            yield tables.assessed.at(line, "row", NO_TARGET, got=each.row, year=each.year)


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
