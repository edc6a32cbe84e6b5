"""Outcomes of rows of the plan report, as they were typed, each held against the target of its own row."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from model.language.rates import apart, growth_between
from model.progress.outcome_limits import tracked_rows
from model.region.pack import PACKS, Pack
from model.region.records import Statement
from model.region.statements import comparisons
from model.region.typed_outcomes import Outcome

Origin = Literal["typed", "worked out"]


@dataclass(frozen=True)
class RowTrack:
    """One outcome beside the target of its row."""

    row: Statement
    typed: Outcome
    growth: float | None
    """In per cent; None where the target is no growth."""
    origin: Origin | None
    """Where the growth comes from: typed, or worked out from the result that the report prints."""
    apart: float
    """Outcome less target [the row's unit, or points]."""

    @property
    def met(self) -> bool | None:
        """Whether it is on the side of the target that is aimed at, or on it; None where the report aims at no side.

        The bound that the report prints decides, and where it prints none, or "about", which way the row should go.
        """
        sign, direction = self.row.target_sign, self.row.direction
        if sign == "<=" or (sign != ">=" and direction == "less"):
            return self.apart <= 0
        return self.apart >= 0 if sign == ">=" or direction else None


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


def _track(row: Statement, typed: Outcome) -> RowTrack:
    """The outcome beside the target; what may be typed of a row always has the numbers that are compared."""
    if row.target is not None:
        return RowTrack(row, typed, None, None, apart(_known(typed.level), row.target))
    if typed.growth is not None:
        return RowTrack(row, typed, typed.growth, "typed", apart(typed.growth, _known(row.target_growth)))
    growth = growth_between(_known(row.result), _known(typed.level))
    return RowTrack(row, typed, growth, "worked out", apart(growth, _known(row.target_growth)))


def _known(number: float | None) -> float:
    if number is None:
        raise ValueError
    return number
