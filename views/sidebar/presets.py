"""Where the growth rates start from: one click sets them all."""

import streamlit as st

from model import presets
from model.words import N_
from views.state import State, callback, change_scenario, current

KEY = "preset"


def choose(state: State) -> None:
    """Draws the presets; the one that the scenario's growth is, is marked."""
    w, pack = state.wording, state.pack
    st.session_state[KEY] = state.preset
    st.pills(
        w(N_("Start from")), presets.available(pack), format_func=lambda preset: w(presets.name(preset, pack)),
        key=KEY, on_change=_take, label_visibility="collapsed",
    )  # fmt: skip


@callback
def _take() -> None:
    preset, pack = st.session_state[KEY], current().pack
    if preset:  # None: the marked one was clicked again
        change_scenario(lambda scenario: presets.apply(preset, scenario, pack))
