"""The columns of the sheets that run through the years: the base year, then every year that a lever may reach."""

from model.region.limits import FARTHEST
from model.region.pack import Pack

BASE = 2
"""The column of the base year; two columns of words stand before it."""
FIRST, LAST = BASE + 1, BASE + FARTHEST
WIDTHS = (49.0, 22.0, *(11.5 for _ in range(BASE, LAST + 1)))


def projected(pack: Pack) -> range:
    """The years after the base year, those of columns FIRST to LAST."""
    return range(pack.first_year, pack.base_year + FARTHEST + 1)
