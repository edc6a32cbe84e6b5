"""The growth needed, shortly: how much, rounded up, and in which years."""

from decimal import ROUND_CEILING

from model.scenario import Scenario
from model.verdict import judge
from model.words import N_
from views.state import State


def needed_later(state: State, needed: float | None) -> str:
    """The later growth that meets the target, shortly and on the safe side."""
    return "–" if needed is None else state.wording.rate(needed, rounding=ROUND_CEILING)


def when(state: State, scenario: Scenario) -> str:
    """The later years whose growth a verdict asks for: those up to the deadline that are not set by hand."""
    w, years = state.wording, later_years(state, scenario)
    if not years or len(years) == scenario.target_year - state.pack.first_year:
        return w(N_("from {later}"))
    return w(N_("in {years}"), years=w.years(years))


def later_years(state: State, scenario: Scenario) -> list[int]:
    """The later years up to the deadline that are not set by hand."""
    return list(judge(scenario, state.pack).from_baseline.years)
