"""Faults of levels: of an order that no level has, or of another order than the one known before."""

from model.checks import Tables
from model.county_fields import LEVELS, OUTSIDE
from model.indicators import OBSERVED
from model.outcome_limits import WIDEST
from model.problem import Problem
from model.rates import plain
from model.records import Figure
from model.tables import at
from model.words import N_

LEAPS = N_(
    "is out of proportion to the {before} of {year} (got {got}); allowed: {low} to {high} {unit}; correct the cell"
)


def level_faults(tables: Tables) -> list[Problem]:
    """Every baseline that no region can have; and outcomes out of proportion to the levels before them."""
    return [*_impossible(tables), *_leaps(tables)]


def _impossible(tables: Tables) -> list[Problem]:
    """Baselines that would be refused of a county of one's own too; those not above zero have their own sentence."""
    problems = []
    for line, row in tables.baselines.rows:
        if row.value > 0 and not _possible(row):
            unit = OBSERVED[row.indicator].unit
            low, high = (plain(limit) for limit in LEVELS[unit])
            said = {"got": plain(row.value), "low": low, "high": f"{high} {unit}"}
            problems.append(at(tables.baselines.file, line, "value", OUTSIDE, **said))
    return problems


def _possible(figure: Figure) -> bool:
    """Whether a level is of an order that a region's can have."""
    low, high = LEVELS[OBSERVED[figure.indicator].unit]
    return low <= figure.value <= high


def _leaps(tables: Tables) -> list[Problem]:
    """Outcomes of another order than the level known before them: a wrong unit, or a digit too many."""
    problems = []
    known: list[Figure] = [row for _, row in (*tables.history.rows, *tables.baselines.rows, *tables.outcomes.rows)]
    for line, row in tables.outcomes.rows:
        before = [each for each in known if each.indicator == row.indicator and each.year < row.year]
        last = max(before, key=lambda each: each.year, default=None)
        if last is None or not _possible(last):
            continue
        most = WIDEST ** (row.year - last.year)
        low, high = last.value / most, last.value * most
        if 0 < row.value < low or row.value > high:
            said = {
                "before": plain(last.value),
                "year": last.year,
                "low": plain(float(f"{low:.6g}")),
                "high": plain(float(f"{high:.6g}")),
            }
            unit = OBSERVED[row.indicator].unit
            problems.append(at(tables.outcomes.file, line, "value", LEAPS, got=plain(row.value), unit=unit, **said))
    return problems
