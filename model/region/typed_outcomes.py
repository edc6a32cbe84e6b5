"""Outcomes that a visitor types: of a series, or of a row of the plan report."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.language.rates import plain


@dataclass(frozen=True)
class _Outcome:
    indicator: str
    """The key of the series, or of the row."""
    year: int
    level: float | None
    """In its unit; of a row None where only its growth is known."""
    growth: float | None = None
    """As published [per cent], if any."""

    def __str__(self) -> str:
        """Year, level and growth as links write them: `2025:440:6.2`."""
        level, growth = ("" if number is None else plain(number) for number in (self.level, self.growth))
        return f"{self.year}:{level}" + (f":{growth}" if growth else "")


@dataclass(frozen=True)
class SeriesOutcome(_Outcome):
    """An outcome of a series that a visitor typed."""

    level: float
    instead: bool = False
    """Whether it may stand in place of an official one."""


@dataclass(frozen=True)
class RowOutcome(_Outcome):
    """An outcome of a row of the plan report that a visitor typed; no scenario rests on it."""


Outcome = SeriesOutcome | RowOutcome


def of_series(given: Iterable[Outcome]) -> tuple[SeriesOutcome, ...]:
    """Those of the outcomes that are of a series."""
    return tuple(each for each in given if isinstance(each, SeriesOutcome))


def of_rows(given: Iterable[Outcome]) -> tuple[RowOutcome, ...]:
    """Those of the outcomes that are of a row of the plan report."""
    return tuple(each for each in given if isinstance(each, RowOutcome))
