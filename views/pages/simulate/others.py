"""The other indicators: a small chart each."""

import streamlit as st

from model.language.words import N_
from model.region.indicators import GDP
from views.charts import look, others
from views.state import State


def draw(state: State) -> None:
    """Draws the charts, three in a row where there is room."""
    w, shown = state.wording, [each for each in state.pack.indicators if each is not GDP]
    if not shown:
        st.caption(w(N_("The data of this region hold GDP alone.")))
        return
    cells = st.container(horizontal=True)
    for indicator in shown:
        definition = others.definition(state.language, look.theme(), indicator)
        alt = w(others.ALT, name=w(indicator.name))
        cells.vega_lite_chart(others.rows(state, indicator), definition, theme=None, alt=alt)
