"""The baseline: how the level of the base year was derived."""

import streamlit as st

from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.origins import figure
from views.state import State
from views.words import notes
from views.words.plain import plain


def draw(state: State) -> None:
    """Draws the tab."""
    w, pack = state.wording, state.pack
    base = figure(state.scenario) or pack.baselines[GDP.key]
    low, high = state.scenario.plausible
    said = [w(N_("{place}, trust {trust}"), place=notes.placed(state, base), trust=base.trust)]
    if low < high:
        said.append(w(N_("plausible range {range} {unit}"), range=w.span(low, high, GDP.unit), unit=w.unit(GDP.unit)))
    if (own := state.scenario["gdp_base"]) != base.value:
        said.append(w(N_("this scenario starts from {level}"), level=w.level(own, GDP.unit)))
    title = w(N_("{base} GDP: {level}"), level=w.level(base.value, GDP.unit))
    st.markdown(f"**{title}**  \n{plain(w.series(said))}")
    derivation = w.either(pack.region.baseline_zh, pack.region.baseline_en)
    if derivation and not pack.rebased:
        st.markdown(derivation)
        return
    st.markdown(w.either(base.note_zh, base.note_en))
