"""Outcomes of rows of the plan report, as they were typed, each held against the target of its own row."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from model.language.rates import exact, growth_between
from model.progress.outcome_limits import tracked_rows
from model.region.pack import PACKS, Pack
from model.region.records import Statement
from model.region.statements import comparisons
from model.region.typed_outcomes import RowOutcome

Origin = Literal["typed", "worked out"]
TOLERANCE = 0.5
"""Points by which the rounding of a level may part it from growth that was typed with it."""


@dataclass(frozen=True)
class RowTrack:
    """One outcome beside the target of its row."""

    row: Statement
    typed: RowOutcome
    growth: float | None
    """In per cent; None where the target is no growth."""
    origin: Origin | None
    """Where the growth comes from: typed, or worked out from the result that the report prints."""
    apart: float
    """Outcome less target [the row's unit, or points]; its sign is exact."""
    meant: float | None = None
    """The growth [per cent] that a level means which was typed too, where the two disagree."""

    @property
    def met(self) -> bool | None:
        """Whether it is on the side of the target that is aimed at, or on it; None where the report aims at no side.

        The bound that the report prints decides, and where it prints none, or "about", which way the row should go.
        """
        at_most = _at_most(self.row)
        if not (at_most or self.row.target_sign == ">=" or self.row.direction):
            return None
        return self.apart <= 0 if at_most else self.apart >= 0


@functools.lru_cache(maxsize=PACKS)
def row_tracks(pack: Pack) -> Mapping[str, RowTrack]:
    """The outcome of every row of which one was typed, by its key, in the order of the report."""
    return MappingProxyType(
        {each.indicator: _track(pack.own.statements[each.indicator], each) for each in pack.row_outcomes}
    )


@functools.lru_cache(maxsize=PACKS)
def paced_rows(own: Pack) -> Mapping[str, float]:
    """The level that each row aims at, where a part of it can be done: no share, nothing of which less is better."""
    levels = {key: _aimed(row, own) for key, row in tracked_rows(own).items()}
    return MappingProxyType({key: level for key, level in levels.items() if level and level > 0})


def _aimed(row: Statement, own: Pack) -> float | None:
    """The level of which a part can be done; None where there is none."""
    if row.unit_zh == "%" or row.direction == "less":
        return None
    meant = comparisons(own)[row.key] if row.comparable == "yes" else None
    return row.target if row.target is not None else meant.level if meant else None


def _track(row: Statement, typed: RowOutcome) -> RowTrack:
    """The outcome beside the target; what may be typed of a row always has the numbers that are compared."""
    if row.target is not None:
        return RowTrack(row, typed, None, None, float(exact(_known(typed.level)) - exact(row.target)))
    level, aim = typed.level, exact(_known(row.target_growth))
    if typed.growth is None:
        growth = growth_between(_known(row.result), _known(level))
        return RowTrack(row, typed, float(growth), "worked out", float(growth - aim))
    return RowTrack(row, typed, typed.growth, "typed", float(exact(typed.growth) - aim), _meant(row, typed))


def _meant(row: Statement, typed: RowOutcome) -> float | None:
    """The growth that the level means, where it disagrees with that typed; real growth says nothing of levels."""
    if typed.level is None or not row.result or row.comparable != "yes" or row.price_basis == "constant":
        return None
    return check_level_against_growth(
        row.result, typed.level, _known(typed.growth), _known(row.target_growth), _at_most(row)
    )


def check_level_against_growth(
    before: float, level: float, growth: float, aim: float, at_most: bool = False
) -> float | None:
    """The growth that the level means [per cent], where it is not the growth typed with it; None where they agree.

    They agree within half a point and on the same side of the growth that is aimed at.
    """
    meant, typed, goal = growth_between(before, level), exact(growth), exact(aim)
    sides = {each <= goal if at_most else each >= goal for each in (meant, typed)}
    return float(meant) if len(sides) > 1 or abs(meant - typed) > TOLERANCE else None


def _at_most(row: Statement) -> bool:
    """Whether the target is a most: the report prints so, or prints no bound and less is better."""
    return row.target_sign == "<=" or (row.target_sign != ">=" and row.direction == "less")


def _known(number: float | None) -> float:
    if number is None:
        raise ValueError
    return number
