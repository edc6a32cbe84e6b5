"""A region's pack: its records, frozen, and what is asked of them. `loader` reads the files."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from model.region.indicators import GDP, GROWTH_SERIES, INDICATORS, OBSERVED, SECTORS, GrowthSeries, Indicator, Series
from model.region.key import County, Outcome, RegionKey
from model.region.records import (
    FIVE_YEAR_PLAN,
    Assessment,
    Baseline,
    Calibration,
    Figure,
    Goal,
    Met,
    Region,
    Source,
    Statement,
    Tally,
    plan_key,
)

CACHED_PACKS = 128
"""Packs of which what follows is kept in memory: visitors make more of them, by typing outcomes."""


@dataclass(frozen=True, repr=False)
class Pack:
    """Everything known about one region. Equal figures are equal packs."""

    key: RegionKey
    region: Region
    baselines: Mapping[str, Baseline]
    history: tuple[Figure, ...]
    outcomes: tuple[Figure, ...]
    growth: tuple[Figure, ...]
    goals: Mapping[str, Goal]
    calibration: Mapping[str, Calibration]
    sources: Mapping[str, Source]
    statements: Mapping[str, Statement]
    """What the plan report says in figures; empty where a region has no such file."""
    tallies: Mapping[str, Tally]
    met: tuple[Met, ...] = ()
    assessed: tuple[Assessment, ...] = ()
    derived_from: "Pack | None" = None
    """The region's own pack, where this one was made from it; see `progress.rebasing`."""
    rows: tuple[Indicator, ...] = ()
    """The rows of the plan report that a visitor projects too; see `progress.report_rows`."""

    @functools.cached_property
    def _hash(self) -> int:
        return hash((self.key, len(self.rows)))

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"<Pack {self.key.region} {self.base_year}>"

    @property
    def county(self) -> County | None:
        """What was typed of a county of one's own; None for a region of the data."""
        return self.key.county

    @property
    def typed_outcomes(self) -> tuple[Outcome, ...]:
        """Outcomes that were typed by a visitor: no figure of the region's."""
        return self.key.outcomes

    @functools.cached_property
    def series_outcomes(self) -> tuple[Outcome, ...]:
        """Those of the outcomes typed that are of a series."""
        return tuple(each for each in self.typed_outcomes if each.indicator in OBSERVED)

    @functools.cached_property
    def row_outcomes(self) -> tuple[Outcome, ...]:
        """Those of the outcomes typed that are of a row of the plan report."""
        return tuple(each for each in self.typed_outcomes if each.indicator not in OBSERVED)

    @property
    def base_year(self) -> int:
        """The year levels start from, e.g. 2023."""
        return self.region.base_year

    @property
    def first_year(self) -> int:
        """The plan year: the first that is projected, e.g. 2024."""
        return self.region.base_year + 1

    @functools.cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that it has a baseline for: GDP, others in their declared order, rows of the plan report."""
        return (*(indicator for indicator in INDICATORS if indicator.key in self.baselines), *self.rows)

    @functools.cached_property
    def growing(self) -> Mapping[str, Indicator | GrowthSeries]:
        """Every series that has growth levers, by key, in the order in which people read them."""
        gdp, *others = self.indicators
        known = (s for s in GROWTH_SERIES.values() if not s.has_level or self.level(s.key, self.base_year))
        every: tuple[Indicator | GrowthSeries, ...] = (gdp, *known, *others)
        return {series.key: series for series in every}

    def level(self, series: str, year: int) -> Figure | None:
        """The series' level at the end of that year, from history or outcomes; None where it is not known."""
        found = (f for f in (*self.history, *self.outcomes) if (f.indicator, f.year) == (series, year))
        return next(found, None)

    @functools.cached_property
    def series(self) -> Mapping[str, Indicator | Series]:
        """Every series of which it may hold levels, by key."""
        return {**OBSERVED, **{row.key: row for row in self.rows}}

    def indicator(self, key: str) -> Indicator:
        return next(indicator for indicator in self.indicators if indicator.key == key)

    def announced(self, indicator: str) -> tuple[Goal, Goal]:
        """The indicator's growth as announced for the plan year, and for the years after it.

        Where no five-year plan is known, and for all but GDP, the second is the first: it is the latest word there is.
        Where the plan year is over, the first is the second.
        """
        first = self.goals[plan_key(indicator)]
        later = self.goals.get(FIVE_YEAR_PLAN, first) if indicator == GDP.key else first
        return later if self.rebased else first, later

    @property
    def own(self) -> "Pack":
        """The region's own pack, as its files have it."""
        return self.derived_from or self

    @property
    def rebased(self) -> bool:
        """Whether it starts from outcomes, in a later year than the region's own."""
        return self.base_year != self.own.base_year

    @property
    def deadlines(self) -> tuple[Goal, ...]:
        """The announced readings of the target, by year: levels of its indicator that are still to come."""
        readings = (
            goal
            for goal in self.goals.values()
            if goal.kind == "level" and goal.indicator == self.target.indicator and goal.year > self.base_year
        )
        return tuple(sorted(readings, key=lambda goal: goal.year))

    @property
    def target(self) -> Goal:
        return self.goals[self.region.target]

    def published_growth(self, indicator: str, year: int) -> Figure | None:
        """The growth published for that indicator and year [per cent], or None."""
        return next((f for f in self.growth if f.indicator == indicator and f.year == year), None)

    def shown_growth(self, indicator: str) -> tuple[Figure, ...]:
        """The growth published for that indicator that may be shown as facts: trust D is left out."""
        return tuple(f for f in self.growth if f.indicator == indicator and f.trust != "D")

    def shown_history(self, indicator: str) -> tuple[Figure, ...]:
        """The indicator's past levels that may be shown as facts: trust D is left out."""
        return tuple(f for f in self.history if f.indicator == indicator and f.trust != "D")

    @functools.cached_property
    def sectors(self) -> tuple[Figure, ...]:
        """The sectors' value added in the last year for which all are known, in their order; empty where none is."""
        known = [{f.year: f for f in self.shown_history(sector.key)} for sector in SECTORS]
        year = max(set.intersection(*(set(figures) for figures in known)), default=None)
        return () if year is None else tuple(figures[year] for figures in known)
