"""The other indicators, and rows of the plan report drawn on beside them: a small chart each."""

import streamlit as st

from model.language.words import N_
from model.region.indicators import BY_KEY
from views.charts import further as further_chart
from views.charts import look, others
from views.pages.parts import more
from views.state import State
from views.words import further, reported
from views.words.plain import plain


def draw(state: State) -> None:
    """Draws the charts, three in a row where there is room."""
    w, tables = state.wording, others.rows(state)
    paths = further.listed_paths(state)
    if not tables and not paths:
        st.caption(w(N_("The data of this region hold GDP alone.")))
        return
    cells = st.container(horizontal=True)
    for key, rows in tables.items():
        spec = others.definition(key, state.language, look.theme())
        cells.vega_lite_chart(rows, spec, theme=None, alt=w(others.ALT, name=w(BY_KEY[key].name)))
    for path in paths:
        rows, spec = further_chart.rows(state, path), further_chart.definition(state, path, look.theme())
        cells.vega_lite_chart(rows, spec, theme=None, alt=w(others.ALT, name=reported.name(state, path.row)))
    if paths:
        more(state, "further_notes", w(further.TITLE), _rests_on)


def _rests_on(state: State) -> None:
    said = [further.carried_on(state), *(further.rests_on(state, path) for path in further.listed_paths(state))]
    st.markdown("\n".join(f"- {plain(each)}" for each in said))
