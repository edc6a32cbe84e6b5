"""How sure: the chance by year, the band, and where its error comes from."""

import streamlit as st

from model.economics import phrases
from model.economics.projection import project
from model.economics.uncertainty import SHARES
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from model.scenario.levers import levers
from views.charts import chances, look
from views.pages.parts import more
from views.pages.table import show
from views.sidebar import lever as sidebar_lever
from views.state import State
from views.words import uncertainty


def draw(state: State) -> None:
    """Draws the chances, then what they rest on."""
    w = state.wording
    left, right = st.columns(2, gap="large")
    with left:
        made = chances.definition(state.language, look.theme())
        st.vega_lite_chart(chances.rows(state), made, theme=None, alt=w(chances.ALT))
    with right:
        st.markdown(uncertainty.headline(state))
        if official := uncertainty.from_official(state):
            st.markdown(official)
        st.caption(w.flow(uncertainty.meaning(state)[:2]))
        for key in (ERROR, PERSISTENCE):
            known = levers(state.pack)[key]
            sidebar_lever.draw(state, known, phrases.name(known, w))
    more(state, "uncertainty_band", w(N_("The band in numbers")), _band)
    st.caption(w(N_("Data & method says where the error comes from, and how well such bands have held.")))


def _band(state: State) -> None:
    w, projection = state.wording, project(state.scenario)
    goal, listed = state.scenario["target_level"], chances.rows(state).to_pylist()
    middle = projection.paths[GDP.key].tolist()[1:]
    rows = [
        (row["name"], w.beside(level, goal, GDP.unit), row["half"], row["most"], row["said"])
        for row, level in zip(listed, middle, strict=True)
    ]
    bands = [w(N_("{share} % band"), share=round(share * 100)) for share in SHARES]
    show("numbers_band", [w(N_("End of")), w(N_("GDP, {unit}"), unit=w.unit(GDP.unit)), *bands, w(N_("Chance"))], rows)
