"""What moves GDP at the deadline: every lever moved by itself, and two levers together, recomputed exactly."""

from dataclasses import dataclass

import numpy as np

from model.economics.growth import Array, LeverArrays, level_in
from model.economics.solve import values
from model.region.indicators import GDP
from model.scenario.lever import Lever
from model.scenario.levers import GROWTH_SLOTS, lever_key, levers
from model.scenario.scenario import Scenario

POINT = 0.01
"""By how much a rate is moved [fraction a year]."""
MOST_CELLS = 41
"""Of the map along each lever: more are too many marks to draw."""
EXTENTS = {"gdp": (0.0, 0.15), "deflator": (-0.03, 0.07)}
"""What the map covers of a growth lever, unless the scenario lies beyond; of a baseline it covers the slider."""
ON_GDP = (*(lever_key(series, slot) for series in EXTENTS for slot in GROWTH_SLOTS), lever_key(GDP.key, "base"))
"""The levers of growth and level on which GDP hangs."""
ACROSS, UP = "gdp_later", "deflator_later"
"""The levers the map opens with."""


@dataclass(frozen=True)
class Swing:
    """What one lever does to GDP at the deadline [its unit, current prices] when it alone is moved down and up."""

    lever: Lever
    low: float
    high: float
    """The lever's value when moved down and up."""
    level_low: float
    level_high: float

    @property
    def width(self) -> float:
        """By how much the two levels differ."""
        return abs(self.level_high - self.level_low)


def tornado(scenario: Scenario) -> tuple[Swing, ...]:
    """Each rate moved by one point, the baseline to its low and high: the widest swing first.

    What has no effect is left out.
    """
    swings = []
    for key in ON_GDP:
        if key == lever_key(GDP.key, "base"):
            low, _, high = scenario.range_of(GDP.key)
        else:
            low, high = scenario[key] - POINT, scenario[key] + POINT
        down, up = level_in(scenario.target_year, GDP.key, scenario, {key: np.array([low, high])}).tolist()
        swings.append(Swing(levers(scenario.pack)[key], low, high, down, up))
    return tuple(sorted((swing for swing in swings if swing.width), key=lambda swing: -swing.width))


@dataclass(frozen=True)
class Map:
    """GDP at the deadline over two levers, and where it meets the target."""

    across: Lever
    up: Lever
    x: Array
    """Values of the lever across, (columns,)."""
    y: Array
    """Values of the lever up, (rows,)."""
    level: Array
    """GDP at the deadline, (rows, columns) [its unit, current prices]."""
    contour: Array
    """For each x the value of the lever up that meets the target exactly, (columns,); nan where none does."""


def pickable(scenario: Scenario) -> tuple[str, ...]:
    """The levers that a map may have: those that move GDP as things stand, and the two it opens with."""
    moving = {swing.lever.key for swing in tornado(scenario)} | {ACROSS, UP, lever_key(GDP.key, "base")}
    return tuple(key for key in ON_GDP if key in moving)


def two_way(across: str, up: str, scenario: Scenario) -> Map:
    """The map of two levers: every cell recomputed, in one call."""
    known = levers(scenario.pack)
    year = scenario.target_year
    x, y = _grid(known[across], scenario[across]), _grid(known[up], scenario[up])
    arrays: LeverArrays = {across: x[None, :], up: y[:, None]}
    level = level_in(year, GDP.key, scenario, arrays)
    contour = np.broadcast_to(values(up, scenario, {across: x}), x.shape)
    return Map(known[across], known[up], x, y, np.broadcast_to(level, (y.size, x.size)), contour)


def _grid(lever: Lever, value: float) -> Array:
    """Values that cover the lever's extent and the scenario's own value, inside its range, in even, round steps."""
    low, high = EXTENTS.get(lever.link_key, lever.span)
    low, high = min(low, value), max(high, value)
    for step in (lever.step * part * 10**power for power in range(6) for part in (1, 2, 5)):
        first = max(np.floor(low / step + 1e-9) * step, lever.low)
        last = min(np.ceil(high / step - 1e-9) * step, lever.high)
        cells = round((last - first) / step) + 1
        if cells <= MOST_CELLS:
            break
    return np.asarray(np.round(np.linspace(first, last, cells), 12), float)
