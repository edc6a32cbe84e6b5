"""Where the growth rates start from: one click sets them all."""

import streamlit as st

from model import presets
from model.words import N_
from views.state import State, callback, change_scenario, current, is_shown, key_showing


def choose(state: State) -> None:
    """Draws the presets; the one that the scenario's growth is, is marked."""
    w, pack = state.wording, state.pack
    key = key_showing("preset", state.preset)
    st.pills(
        w(N_("Start from")), presets.available(pack), format_func=lambda preset: w(presets.name(preset, pack)),
        default=state.preset, key=key, on_change=_take, args=(key,), label_visibility="collapsed",
    )  # fmt: skip


@callback
def _take(key: str) -> None:
    preset, pack = st.session_state[key], current().pack
    if preset and is_shown(key):  # None: the marked one was clicked again
        change_scenario(lambda scenario: presets.apply(preset, scenario, pack))
