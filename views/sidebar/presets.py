"""Where the growth rates start from: one click sets them all."""

import streamlit as st

from model.economics import presets
from model.language.words import N_
from views.state import State, callback, change_scenario, is_shown, key_showing

SHORT_NAMES = {
    "plan": N_("{first} plan"), "repeated": N_("{base} growth"), "outcome": N_("{first} growth"),
    "enough": N_("On target"), "city": N_("City"),
}  # fmt: skip
"""The presets in a word or two: they share two rows."""


def choose(state: State) -> None:
    """Draws the presets; the one that the scenario's growth is, is marked."""
    w, pack = state.wording, state.pack

    def name(preset: str) -> str:
        called = presets.name(preset, pack)
        return w(called if pack.rebased or called == presets.ENTERED else SHORT_NAMES[preset])

    key = key_showing("preset", state.preset)
    st.pills(
        w(N_("Start from")), presets.available(pack), format_func=name, default=state.preset, key=key, on_change=_take,
        args=(key,), label_visibility="collapsed",
    )  # fmt: skip


@callback
def _take(key: str) -> None:
    preset = st.session_state[key]
    if preset and is_shown(key):  # None: the marked one was clicked again
        change_scenario(lambda scenario: presets.apply(preset, scenario))
