"""Real GDP growth built from the three sectors, with shares held at the last ones published.

With shares w (of value added at current prices) and real growth g, sector k contributes w[k] g[k] points, which add up
to the total. Shares that moved with growth would change no year's total by a tenth of a point within five years where
sectors grow within two points of each other.
"""

from dataclasses import dataclass

from model.region.indicators import GDP, SECTORS
from model.region.pack import Pack
from model.scenario.lever import Slot
from model.scenario.levers import GROWTH_SLOTS, lever_key
from model.scenario.scenario import Scenario

CLOSED = 5e-7
"""A difference [fraction] below which the sectors are said to add up: what a link's rounding would not show."""


@dataclass(frozen=True)
class Sum:
    """One growth lever's worth of sectors [fractions a year]."""

    slot: Slot
    """The plan year's lever or the later one."""
    growth: tuple[float, ...]
    points: tuple[float, ...]
    """What each sector contributes to GDP growth."""
    total: float
    gdp: float
    """What the GDP lever says."""

    @property
    def open(self) -> float:
        """The sectors' total minus the GDP lever."""
        return self.total - self.gdp

    @property
    def closes(self) -> bool:
        return abs(self.open) < CLOSED


def shares(pack: Pack) -> tuple[float, ...]:
    """Each sector's share of GDP in the last year for which all are published [fraction]; they add up to one."""
    whole = sum(figure.value for figure in pack.sectors)
    return tuple(figure.value / whole for figure in pack.sectors)


def sums(scenario: Scenario) -> tuple[Sum, ...]:
    """The sectors' sum for the plan year and for later years; empty where the region has no sectors."""
    if not scenario.pack.sectors:
        return ()
    found = []
    for slot in GROWTH_SLOTS:
        growth = tuple(scenario.rate(sector.key, slot) for sector in SECTORS)
        points = tuple(share * rate for share, rate in zip(shares(scenario.pack), growth, strict=True))
        found.append(Sum(slot, growth, points, sum(points), scenario.rate(GDP.key, slot)))
    return tuple(found)


def close_gdp(scenario: Scenario, slot: Slot) -> Scenario:
    """The scenario whose GDP lever of that slot is what the sectors add up to."""
    return scenario.set(**{lever_key(GDP.key, slot): round(_sum(scenario, slot).total, 12)})


def close_sectors(scenario: Scenario, slot: Slot) -> Scenario:
    """The scenario whose sectors all grow by as much faster or slower as makes them add up to that slot's GDP.

    Raises `Refused` where a sector would leave its range.
    """
    each = _sum(scenario, slot)
    moved = {lever_key(sector.key, slot): rate - each.open for sector, rate in zip(SECTORS, each.growth, strict=True)}
    return scenario.set(**{key: round(value, 12) for key, value in moved.items()})


def _sum(scenario: Scenario, slot: Slot) -> Sum:
    return next(each for each in sums(scenario) if each.slot == slot)
