"""The baseline: how the level of the base year was derived."""

import streamlit as st

from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.origins import figure
from views.state import State
from views.words import notes


def draw(state: State) -> None:
    """Draws the tab."""
    w, pack = state.wording, state.pack
    base = figure(state.scenario) or pack.baselines[GDP.key]
    low, high = state.scenario.plausible
    st.markdown(
        f"**{w(N_('{base} GDP: {level}'), level=w.level(base.value, GDP.unit))}**  \n{notes.placed(state, base)}"
    )
    derivation = w.either(pack.region.baseline_zh, pack.region.baseline_en)
    if derivation and not pack.rebased:
        st.markdown(derivation)
        return
    st.markdown(w.either(base.note_zh, base.note_en))
    if low < high:
        st.markdown(w(N_("Plausible range: {range} {unit}"), range=w.span(low, high, GDP.unit), unit=w.unit(GDP.unit)))
