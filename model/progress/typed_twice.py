"""Level and growth that were typed of one outcome, held against each other: the growth decides."""

from model.language.rates import exact, growth_between

TOLERANCE = 0.5
"""Points by which the rounding of a level may part them."""


def check_level_against_growth(
    before: float, level: float, growth: float, aim: float, at_most: bool = False
) -> float | None:
    """The growth that the level means [per cent], where it is not the growth typed with it; None where they agree.

    They agree within half a point and on the same side of the growth that is aimed at.
    """
    meant, typed, goal = growth_between(before, level), exact(growth), exact(aim)
    sides = {each <= goal if at_most else each >= goal for each in (meant, typed)}
    return float(meant) if len(sides) > 1 or abs(meant - typed) > TOLERANCE else None
