"""Outcomes beside their targets; of rows of the plan report those that were typed, each beside its own row's target."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.language.rates import apart, growth_between
from model.progress.outcome_limits import tracked_rows
from model.region.key import Outcome
from model.region.pack import CACHED_PACKS, Pack
from model.region.records import Figure, Goal, Statement
from model.region.statements import comparisons, unit_of

GrowthFrom = Literal["published", "typed", "worked out"]


@dataclass(frozen=True, kw_only=True)
class Track:
    """One outcome beside the target announced for its year."""

    key: str
    """Of the series, or of the row of the plan report."""
    year: int
    level: float | None
    """In its unit; None where only growth was typed."""
    unit: str
    growth: float | None
    """In per cent, as targets are: real for GDP, nominal for the others; None where a row's target is a level."""
    growth_from: GrowthFrom | None
    """Where the growth comes from: published, typed, or worked out from the level before."""
    target: Goal | Statement | None
    """What was announced: growth, else a level, else the five-year average; or the row."""
    aim: float | None
    """The growth announced [per cent]; None where a level was."""
    apart: float | None
    """Outcome less target [points, or the unit]; None where it is not known."""
    met: bool | None
    """Whether it is on the side of the target that is aimed at, or on it; None where that is not known."""
    averaged: tuple[int, int] | None = None
    """The first and the last year of which the target is the yearly average; None where it is that of one year."""
    figure: Figure | None = None
    """The official level; None where a visitor typed it."""
    source: Figure | None = None
    """The published figure of the growth."""
    replaced: Figure | None = None
    """The official outcome in whose place it stands."""

    @property
    def typed(self) -> bool:
        """Whether a visitor typed it."""
        return self.figure is None


@functools.lru_cache(maxsize=CACHED_PACKS)
def row_tracks(pack: Pack) -> Mapping[str, Track]:
    """The outcome of every row of which one was typed, by its key, in the order of the report."""
    return {each.indicator: _track(pack.own.statements[each.indicator], each) for each in pack.row_outcomes}


@functools.lru_cache(maxsize=CACHED_PACKS)
def paced_rows(own: Pack) -> Mapping[str, float]:
    """The level that each row aims at, where a part of it can be done: no share, nothing of which less is better."""
    levels = {key: _aimed(row, own) for key, row in tracked_rows(own).items()}
    return {key: level for key, level in levels.items() if level and level > 0}


def _aimed(row: Statement, own: Pack) -> float | None:
    """The level of which a part can be done; None where there is none."""
    if row.unit_zh == "%" or row.direction == "less":
        return None
    meant = comparisons(own)[row.key] if row.comparable == "yes" else None
    return row.target if row.target is not None else meant.level if meant else None


def _track(row: Statement, typed: Outcome) -> Track:
    """The outcome beside the target; what may be typed of a row always has the numbers that are compared.

    It is met on the side of the bound that is printed; without one, or with "about", the way that the row should go.
    """
    level, growth, aim = typed.level, typed.growth, row.target_growth if row.target is None else None
    if aim is not None and growth is None:
        growth = growth_between(_known(row.result), _known(level))
    beyond = apart(_known(level), _known(row.target)) if aim is None else apart(_known(growth), aim)
    at_most = row.target_sign == "<=" or (row.target_sign != ">=" and row.direction == "less")
    sided = at_most or row.target_sign == ">=" or bool(row.direction)
    return Track(
        key=row.key, year=typed.year, level=level, unit=unit_of(row), growth=growth,
        growth_from=None if aim is None else "worked out" if typed.growth is None else "typed", target=row, aim=aim,
        apart=beyond, met=(beyond <= 0 if at_most else beyond >= 0) if sided else None,
    )  # fmt: skip


def _known(number: float | None) -> float:
    if number is None:
        raise ValueError
    return number
