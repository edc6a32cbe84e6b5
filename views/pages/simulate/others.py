"""The other indicators: a small chart each, and paths of the plan report drawn on beside them."""

import streamlit as st

from model.indicators import BY_KEY
from model.words import N_
from views.charts import path_rows, paths
from views.state import State


def draw(state: State) -> None:
    """Draws the charts, which share one scale: equal slopes are equal growth."""
    w, specs = state.wording, paths.specs(state.language)
    tables = path_rows.small_rows(*path_rows.projections(state), state.pack, w)
    if not tables:
        st.caption(w(N_("The data of this region hold GDP alone.")))
        return
    cells = st.grid(3, min_column_width=250)
    for key, rows in tables.items():
        cells.vega_lite_chart(rows, specs[key], alt=w(N_("Path of {name}"), name=w(BY_KEY[key].name)))
