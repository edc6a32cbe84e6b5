"""What a figure may be, in files, in forms and under a lever alike."""

import math

from model.language.units import Limits
from model.language.words import N_

OUTSIDE = N_("is outside the range (got {got}); allowed: {low} to {high}; choose a value between them")
LOWEST, HIGHEST = -0.10, 0.30
GROWTH_LIMITS: Limits = (LOWEST, HIGHEST)
"""Growth of an indicator [fraction a year]."""
HORIZON = 5
FARTHEST = 12
"""Years after the base year: shown by default, and at most."""
YEARS: Limits = (1950, 2100)
"""Of a base year."""
SMALLEST = 0.0001
"""Of a level that is no baseline; see `Unit.levels`."""
WIDEST = 4
"""Times the last known level, or that part of it: what an outcome of the next year may be."""
ERRORS: Limits = (0.0, 0.1)
"""Standard deviation of the error of growth [fraction]."""
ERRORS_SPAN: Limits = (0.0, 0.05)
"""What a slider of it covers."""
PERSISTENCES: Limits = (0.0, 0.95)
"""Correlation of the errors of two neighbouring years."""


def of_baseline(level: float) -> Limits:
    """What may stand in place of a baseline, in its unit."""
    step = round_step(level)
    return snap(level / 10, step), snap(level * 10, step)


def of_target(baseline: float) -> Limits:
    """What the level to reach may be beside that baseline, in its unit."""
    step = round_step(baseline)
    return step, snap(baseline * 100, step)


def of_deadline(base_year: int) -> Limits:
    """Which years a level may be reached in."""
    return float(base_year + 1), float(base_year + FARTHEST)


def round_step(level: float) -> float:
    """A round step of between 0.1 and 1 per cent of the level, e.g. 1 for 386."""
    return 10.0 ** math.floor(math.log10(level) - 2)


def snap(level: float, step: float) -> float:
    """The level as a whole number of steps."""
    return round(round(level / step) * step, 6)
