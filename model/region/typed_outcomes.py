"""Outcomes that a visitor types: of a series, or of a row of the plan report."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Typed:
    """An outcome that a visitor typed: its level [the indicator's unit], and growth as published [per cent], if any."""

    indicator: str
    year: int
    level: float
    growth: float | None = None
    instead: bool = False
    """Whether it may stand in place of an official one."""


@dataclass(frozen=True)
class Reached:
    """An outcome of a row of the plan report that a visitor typed; no scenario rests on it."""

    indicator: str
    """The key of the row."""
    year: int
    level: float | None
    """In the row's unit; None where only its growth is known."""
    growth: float | None = None
    """In per cent."""


Outcome = Typed | Reached


def of_series(given: Iterable[Outcome]) -> tuple[Typed, ...]:
    """Those of the outcomes that are of a series."""
    return tuple(each for each in given if isinstance(each, Typed))


def of_rows(given: Iterable[Outcome]) -> tuple[Reached, ...]:
    """Those of the outcomes that are of a row of the plan report."""
    return tuple(each for each in given if isinstance(each, Reached))
