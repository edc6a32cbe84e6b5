"""The other indicators: a small chart each."""

import streamlit as st

from model.language.words import N_
from views.charts import look, others
from views.state import State


def draw(state: State) -> None:
    """Draws the charts, three in a row where there is room."""
    w, tables = state.wording, others.rows(state)
    if not tables:
        st.caption(w(N_("The data of this region hold GDP alone.")))
        return
    cells = st.container(horizontal=True)
    for key, rows in tables.items():
        indicator = state.pack.indicator(key)
        spec = others.definition(indicator, state.language, look.theme())
        cells.vega_lite_chart(rows, spec, theme=None, alt=w(others.ALT, name=w(indicator.name)))
