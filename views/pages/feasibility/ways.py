"""The changes of which one alone meets the target, each to be adopted: exactly, or at a value that people would set."""

import streamlit as st

from model.economics import phrases
from model.economics.solve import EXACT_PARTS, Solution, usable
from model.economics.verdict import judge, solved
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import Lever
from views.state import State, callback, change_scenario
from views.words import feasibility, labels
from views.words.levers import short_name, short_value

WAYS = (f"{GDP.key}_later", f"{GDP.key}_first", f"{DEFLATOR}_later", f"{GDP.key}_base")


def draw(state: State) -> None:
    """Draws a row a change, and names the levers that cannot meet the target alone."""
    w = state.wording
    found = [solved(key, state.scenario) for key in WAYS]
    met = all(reading.reached for reading in judge(state.scenario).readings)
    head = w(N_("Exactly on target, one change alone") if met else N_("One change alone would meet the target"))
    st.markdown(f"**{head}** :gray[{w(N_('all else held'))}]")
    with st.container(key="ways", gap="xxsmall"):
        for each in found:
            if _does(state, each):
                with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
                    st.markdown(f"{short_name(state, each.lever)} :gray[{_now(state, each.lever)}]", width="stretch")
                    buttons(state, each, "way")
    rest = [each for each in found if not _does(state, each)]
    if partly := [short_name(state, each.lever) for each in rest if each.place == "within"]:
        message = N_("Enough from the baseline, not from the latest official level: {levers}.")
        st.caption(w(message, levers=w.listing(partly)))
    if beyond := [short_name(state, each.lever) for each in rest if each.place != "within"]:
        st.caption(w(N_("Not enough within their ranges: {levers}."), levers=w.listing(beyond)))
    st.caption(feasibility.unchanged(state))


def _does(state: State, found: Solution) -> bool:
    """Whether the solution, as people would set it, meets the target in every reading."""
    value = usable(found)
    if value is None:
        return False
    verdict = judge(state.scenario.set(**{found.lever.key: value}))
    return all(reading.reached for reading in verdict.readings)


def buttons(state: State, found: Solution, place: str) -> None:
    """The exact value and the usable one; one button where they are one, or the lever stands there."""
    lever = found.lever
    values = dict.fromkeys((usable(found, EXACT_PARTS), usable(found)))
    for value in values:
        if value is not None:
            _button(state, lever, value, place)


def _button(state: State, lever: Lever, value: float, place: str) -> None:
    w, shown = state.wording, labels.exact(value, lever, state.wording)
    st.button(
        w(N_("Set {value}"), value=short_value(state, lever, value)), key=f"{place}_{lever.key}_{value!r}",
        help=w(N_("Set {name} to {value}"), name=phrases.title(lever, w), value=shown), on_click=_set,
        args=(lever.key, value), disabled=state.scenario[lever.key] == value,
    )  # fmt: skip


def _now(state: State, lever: Lever) -> str:
    return short_value(state, lever, state.scenario[lever.key])


@callback
def _set(key: str, value: float) -> None:
    change_scenario(lambda scenario: scenario.set(**{key: value}))
