"""The changes of which one alone meets the target, each to be adopted: exactly, or at a value that people would set."""

import streamlit as st

from model import phrases
from model.indicators import DEFLATOR, GDP
from model.levers import Lever, levers
from model.solve import EXACT_PARTS, Solution, solve, usable
from model.words import N_
from views.state import State, callback, change_scenario, current
from views.words import feasibility, labels

WAYS = {
    f"{GDP.key}_later": N_("Growth {when}"),
    f"{GDP.key}_first": N_("Growth {when}"),
    f"{DEFLATOR}_later": N_("Price change {when}"),
    f"{GDP.key}_base": N_("GDP in {base}, {unit}"),
}
"""The levers of GDP that can be set, and what they are called here."""


def draw(state: State) -> None:
    """Draws a row a change, and names what no change of alone would do."""
    w = state.wording
    found = [solve(key, state.scenario, state.pack) for key in WAYS]
    met = any(each.met for each in found)
    head = w(N_("Just enough, one change alone") if met else N_("One change alone would do"))
    st.markdown(f"**{head}** :gray[{w(N_('all else held'))}]")
    with st.container(key="ways", gap="xxsmall"):
        for each in found:
            if each.place == "within":
                with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
                    st.markdown(f"{name(state, each.lever)} :gray[{said(state, each.lever)}]", width="stretch")
                    buttons(state, each)
    if beyond := [name(state, each.lever) for each in found if each.place != "within"]:
        st.caption(w(N_("Not by itself within what can be set: {levers}."), levers=w.listing(beyond)))
    st.caption(feasibility.unchanged(state))


def name(state: State, lever: Lever) -> str:
    """What the lever is called in a row."""
    w = state.wording
    return w(WAYS[lever.key], when=w(lever.when), unit=w.unit(GDP.unit))


def said(state: State, lever: Lever, value: float | None = None) -> str:
    """The lever's value, or another; of a level without its unit, which its name holds."""
    shown = labels.exact(state.scenario[lever.key] if value is None else value, lever, state.wording)
    return shown if lever.kind == "rate" else shown.removesuffix(phrases.unit(lever, state.wording))


def buttons(state: State, found: Solution) -> None:
    """The exact value and the usable one; one button where they are one, or the lever stands there."""
    lever = found.lever
    values = dict.fromkeys((usable(found, EXACT_PARTS), usable(found)))
    for value in values:
        if value is not None:
            _button(state, lever, value)


def _button(state: State, lever: Lever, value: float) -> None:
    w = state.wording
    st.button(
        w(N_("Set {value}"), value=said(state, lever, value)), key=f"set_{lever.key}_{value!r}", args=(lever.key, value), on_click=_set,
        help=w(N_("Set {name} to {value}"), name=phrases.title(lever, w), value=labels.exact(value, lever, w)),
        disabled=state.scenario[lever.key] == value,
    )  # fmt: skip


@callback
def _set(key: str, value: float) -> None:
    pack = current().pack
    change_scenario(lambda scenario: scenario.set(pack, **{key: value}))
