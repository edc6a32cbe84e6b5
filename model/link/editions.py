"""Why a result is no longer what a link showed: every change of data or model that moved a result, in order.

Whoever moves a result adds an edition here, in the same commit; links carry the number of the edition they were made
with. A number and its reason live for ever: add, never change.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.words import N_


@dataclass(frozen=True)
class Edition:
    """What changed results, and when."""

    number: int
    date: str
    reason: str


EDITIONS: tuple[Edition, ...] = (
    Edition(1, "2026-11-23", N_("first figures")),
    Edition(
        2,
        "2026-11-30",
        N_(
            "the verdict compares the baseline with the latest official level, not the ends of the baseline's range; "
            "growth is no longer passed on between indicators, because no source says how much; the chance of a region "
            "re-based on an actual figure is conditional on that year's known error"
        ),
    ),
)


def current(editions: Sequence[Edition] = EDITIONS) -> int:
    """The number of the edition that results are of."""
    return editions[-1].number


def since(number: int, editions: Sequence[Edition] = EDITIONS) -> tuple[Edition, ...]:
    """The editions after that one."""
    return tuple(edition for edition in editions if edition.number > number)
