"""The growth that would meet the target, in words, on the safe side: how much, in which years, or why none does."""

from decimal import ROUND_CEILING, Decimal

from model.indicators import GDP
from model.levers import levers
from model.rounding import on_its_side
from model.scenario import Scenario
from model.solve import free_years, place
from model.verdict import Verdict
from model.words import N_
from views.state import State

JUST = 2e-4
"""Growth needed and growth assumed that differ by less [fraction a year] are said to be one."""


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
    pack = state.pack
    free = free_years(scenario, pack, scenario.target_year - pack.base_year, GDP.key, "later")
    return [year for year, is_free in enumerate(free, pack.first_year) if is_free]


def would_do(state: State, verdict: Verdict) -> str:
    """The later growth that meets the target, on the safe side, or why none does."""
    w, lever = state.wording, levers(state.pack)[f"{GDP.key}_later"]
    where = place(lever, verdict.required_later)
    if verdict.required_later is None:
        return _nothing_left(state, verdict)
    if where == "above":
        return w(
            N_("It would take {rate} a year in real terms {when}, more than the {limit} this simulator allows."),
            rate=w.rate(verdict.required_later, rounding=ROUND_CEILING), limit=w.rate(lever.high, 0),
            when=when(state, state.scenario),
        )  # fmt: skip
    if where == "below":
        return w(
            N_("Even with GDP falling by {limit} a year {when} the target would be met."),
            limit=w.rate(-lever.low, 0),
            when=when(state, state.scenario),
        )
    assumed = state.scenario[lever.key]
    if verdict.reached and verdict.required_later > assumed - JUST:
        return w(
            N_("The {now} a year in real terms assumed {when} is just enough."),
            now=w.rate(assumed, rounding=ROUND_CEILING),
            when=when(state, state.scenario),
        )
    needed = w.rate(verdict.required_later, rounding=ROUND_CEILING)
    now = _assumed(state, verdict.required_later, assumed)
    if verdict.reached:
        message = N_("{needed} a year in real terms {when} is enough (assumed: {now}).")
    else:
        message = N_("{needed} a year in real terms {when} would do it (assumed: {now}).")
    return w(message, needed=needed, now=now, when=when(state, state.scenario))


def _assumed(state: State, needed: float, assumed: float) -> str:
    """Growth assumed, to the nearest, with as many decimals as keep it on its side of the growth needed."""
    here, there = (Decimal(repr(rate)).scaleb(2) for rate in (assumed, needed))
    shown = on_its_side(here, there, 2, below=assumed < needed)
    return f"{state.wording.number(shown, max(0, -int(shown.as_tuple().exponent)))}{state.wording.percent_sign}"


def _nothing_left(state: State, verdict: Verdict) -> str:
    """Why no later growth can change the verdict."""
    w = state.wording
    if state.scenario.target_year > state.pack.first_year:
        return w(N_("Every later year is set by hand, so none is left to change."))
    assert verdict.required_real is not None, "the deadline lies after the base year"
    needed = w.rate(verdict.required_real, rounding=ROUND_CEILING)
    return w(N_("The deadline is the plan year: it takes {needed} in real terms in {first}."), needed=needed)
