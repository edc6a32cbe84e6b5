"""The changes of which one alone meets the target, each to be adopted."""

import streamlit as st

from model.economics import phrases
from model.economics.needed import solved, suffices
from model.economics.solve import Solution, usable
from model.economics.verdict import judge
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import lever_key
from views.state import State, callback, change_scenario
from views.words import feasibility, labels
from views.words.levers import short_name, short_value

WAYS = (
    lever_key(GDP.key, "later"),
    lever_key(GDP.key, "first"),
    lever_key(DEFLATOR, "later"),
    lever_key(GDP.key, "base"),
)


def draw(state: State) -> None:
    """Draws a row a change, and names the levers that cannot meet the target alone."""
    w = state.wording
    found = [solved(key, state.scenario) for key in WAYS]
    rest = [each for each in found if not suffices(each, state.scenario)]
    changes = [each for each in found if each not in rest and _moves(state, each)]
    with st.container(key="ways", gap="xxsmall"):
        if changes:
            met = all(reading.reached for reading in judge(state.scenario).readings)
            head = w(N_("Exactly on target, one change alone") if met else N_("One change alone would meet the target"))
            st.markdown(f"**{head}** :gray[{w(N_('all else held'))}]")
        for each in changes:
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
                own, solution = _values(state, each)
                said = f"{short_name(state, each.lever)} :gray[{own}] → **{solution}**"
                st.markdown(said, width="stretch")
                button(state, each, "way")
        if partly := [short_name(state, each.lever) for each in rest if each.place == "within"]:
            message = N_("Not enough alone, because the latest official level stays as it is: {levers}.")
            st.caption(w(message, levers=w.listing(partly)))
        if beyond := [short_name(state, each.lever) for each in rest if each.place != "within"]:
            st.caption(w(N_("Not enough within their ranges: {levers}."), levers=w.listing(beyond)))
        st.caption(feasibility.unchanged(state))


def _moves(state: State, found: Solution) -> bool:
    """Whether the solution is said to be another value than the lever has."""
    own, solution = _values(state, found)
    return solution not in ("", own)


def _values(state: State, found: Solution) -> tuple[str, str]:
    """The lever's value, and the one that would meet the target; the latter is empty where there is none."""
    value = usable(found)
    own = short_value(state, found.lever, state.scenario[found.lever.key])
    return own, "" if value is None else short_value(state, found.lever, value)


def button(state: State, found: Solution, place: str) -> None:
    """Sets the lever to its solution; none where it stands there, or has none."""
    w, lever, value = state.wording, found.lever, usable(found)
    if value is None or not _moves(state, found):
        return
    st.button(
        w(N_("Set")), key=f"{place}_{lever.key}_{value!r}",
        help=w(N_("Set {name} to {value}"), name=phrases.title(lever, w), value=labels.exact(value, lever, w)),
        on_click=_set, args=(lever.key, value),
    )  # fmt: skip


@callback
def _set(key: str, value: float) -> None:
    change_scenario(lambda scenario: scenario.set(**{key: value}))
