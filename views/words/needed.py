"""The growth needed, shortly: how much, rounded up, and in which years."""

from decimal import ROUND_CEILING

from model.economics.verdict import judge
from model.scenario.scenario import Scenario
from views.state import State


def needed_later(state: State, needed: float | None) -> str:
    """The later growth that meets the target, shortly and on the safe side."""
    return "–" if needed is None else state.wording.rate(needed, rounding=ROUND_CEILING)


def later_years(state: State, scenario: Scenario) -> list[int]:
    """The later years up to the deadline that are not set by hand."""
    return list(judge(scenario).from_baseline.years)
