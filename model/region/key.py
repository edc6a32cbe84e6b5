"""What tells regions apart: whose figures they are, the year they are re-based on, outcomes that were typed."""

import functools
from dataclasses import dataclass

from model.language.rates import plain
from model.region.indicators import INDICATORS, Indicator

OWN = "own"
"""The region of a county of one's own; no folder of data is called so."""
BASE_YEAR = "base_year"
REGION, BASE, OUTCOME = "region", "base", "outcome."
"""What links call a region, its re-base year and, before the indicator, an outcome: where faults of them are found."""


@dataclass(frozen=True)
class County:
    """What is known of a county: its name, and its numbers by the keys of `region.county.FIELDS`.

    Levels are in the unit of the data, growth is in per cent.
    """

    name: str
    numbers: tuple[tuple[str, float], ...]

    @functools.cached_property
    def known(self) -> dict[str, float]:
        return dict(self.numbers)

    @property
    def base_year(self) -> int:
        return int(self.known[BASE_YEAR])

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of which level and growth are known."""
        return tuple(indicator for indicator in INDICATORS if indicator.key in self.known)


@dataclass(frozen=True)
class Outcome:
    """An outcome that a visitor typed: of a series, or of a row of the plan report. No scenario rests on it."""

    indicator: str
    """The key of the series, or of the row."""
    year: int
    level: float | None
    """In its unit; of a row None where only its growth is known."""
    growth: float | None = None
    """As published [per cent], if any."""
    instead: bool = False
    """Whether it may stand in place of an official one."""

    def __str__(self) -> str:
        """Year, level and growth as links write them: `2025:440:6.2`."""
        level, growth = ("" if number is None else plain(number) for number in (self.level, self.growth))
        return f"{self.year}:{level}" + (f":{growth}" if growth else "")


@dataclass(frozen=True)
class RegionKey:
    """All that a region's figures are made from, beside the data."""

    region: str
    """Its folder under data/, or `own`."""
    county: County | None = None
    """The numbers of a county of one's own."""
    base_year: int | None = None
    """The year that it is re-based on; None is the region's own base year."""
    outcomes: tuple[Outcome, ...] = ()
    """Those that were typed."""
