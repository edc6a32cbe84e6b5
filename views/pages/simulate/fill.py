"""Years filled at once: by solving for the target, or by a rule."""

from collections.abc import Callable, Mapping

import streamlit as st

from model.economics import phrases, years
from model.economics.needed import solved
from model.economics.solve import indicator_of, reach, solvable
from model.language.rates import percent, rate
from model.language.words import N_
from model.scenario.differences import setting
from model.scenario.levers import lever_key, levers
from model.scenario.scenario import Scenario
from views.state import State, callback, change_scenario

RULE = "years_rule"
RULES: Mapping[str, tuple[str, tuple[str, ...], Callable[..., Scenario]]] = {
    "flat": (N_("Flat"), ("last",), years.flat),
    "ramp": (N_("Ramp"), ("first", "last"), years.ramp),
    "converge": (N_("Converge"), ("first", "last", "pace"), years.converge),
}
"""What the rules are called, what they ask for, and what fills the years with it."""
PACE = 40.0
"""Part of the distance to the long-run rate that is closed each year, to begin with [%]."""


def draw(state: State) -> None:
    """Draws both ways; without the first where no target hangs on the series."""
    if lever_key(state.view.series, "later") in solvable(state.pack):
        _solve(state)
    _rule(state)


def _solve(state: State) -> None:
    """What the years would take that follow the lever of later growth, and what is held."""
    w, series, scenario = state.wording, state.view.series, state.scenario
    found = solved(lever_key(series, "later"), scenario)
    indicator = state.pack.indicator(indicator_of(found.lever))
    (wanted, deadline), unit = scenario.target(indicator.key), indicator.unit
    by_hand = list(scenario.rates_by_hand(series))
    st.markdown(f"**{w(N_('Meet the target'))}**")
    if found.value is None:
        st.markdown(w(N_("No year up to {year} is left to solve for."), year=deadline))
    else:
        free = [year for year in range(state.pack.first_year + 1, deadline + 1) if year not in by_hand]
        said = N_("{rate} a year in {years} leads to {goal} by {deadline}.")
        goal = f"{w.exactly(wanted, unit)} {w.unit(unit)}"
        need = phrases.needed(found, scenario, w)
        lines = [w(said, rate=need, years=w.years(free), goal=goal, deadline=deadline)]
        lines.append(w(N_("Held: {years}."), years=w.years(sorted({state.pack.first_year, *by_hand}))))
        st.markdown(w.flow(lines))
        st.button(w(N_("Set these years")), key="years_rest", on_click=_rest, args=(series,))
    if by_hand:
        st.button(w(N_("Clear what is not locked")), key="years_free", on_click=_free, args=(series,))


def _rule(state: State) -> None:
    """A rule and its rates; says first which years it replaces."""
    w, series, scenario, pack = state.wording, state.view.series, state.scenario, state.pack
    lever, last = levers(pack)[lever_key(series, "later")], scenario.last_year
    st.markdown(f"**{w(N_('Fill by a rule'))}**")
    rule = st.segmented_control(
        w(N_("Rule")), list(RULES), default="flat", key=RULE, required=True, label_visibility="collapsed",
        format_func=lambda each: w(RULES[each][0]),
    )  # fmt: skip
    names = {
        "first": w(N_("{first}, %")), "pace": w(N_("of the distance each year, %")),
        "last": {"flat": w(N_("rate, %")), "ramp": w(N_("{year}, %"), year=last)}.get(rule, w(N_("long run, %"))),
    }  # fmt: skip
    usual = {
        "first": float(percent(setting(scenario, series, pack.first_year).value)),
        "last": float(percent(setting(scenario, series, last).value)), "pace": PACE,
    }  # fmt: skip
    low, high = float(percent(lever.low)), float(percent(lever.high))
    for field in RULES[rule][1]:
        limits = (1.0, 100.0, 5.0) if field == "pace" else (low, high, 0.1)
        st.number_input(
            names[field], limits[0], limits[1], usual[field], limits[2], "%.10g", key=_field(series, rule, field)
        )
    replaced = [year for year in scenario.rates_by_hand(series) if year not in scenario.locked(series)]
    if replaced:
        st.markdown(w(N_("Replaces what is set and not locked: {years}."), years=w.years(replaced)))
    st.button(w(N_("Fill")), key="years_fill", on_click=_fill, args=(series, rule))


def _field(series: str, rule: str, field: str) -> str:
    return f"years_{series}_{rule}_{field}"


@callback
def _rest(series: str) -> None:
    change_scenario(lambda scenario: reach(solved(lever_key(series, "later"), scenario), scenario))


@callback
def _free(series: str) -> None:
    change_scenario(lambda scenario: years.free(series, scenario))


@callback
def _fill(series: str, rule: str) -> None:
    _, fields, filled = RULES[rule]
    numbers = [rate(st.session_state[_field(series, rule, field)]) for field in fields]
    change_scenario(lambda scenario: filled(series, *numbers, scenario))
