"""The growth needed, shortly: how much, rounded up, and in which years."""

from decimal import ROUND_CEILING

from views.state import State


def needed_later(state: State, needed: float | None) -> str:
    """The later growth that meets the target, shortly and on the safe side."""
    return "–" if needed is None else state.wording.rate(needed, rounding=ROUND_CEILING)
