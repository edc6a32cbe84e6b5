"""How sure: the chance by year, the band, and where its error comes from."""

import streamlit as st

from model.economics import phrases
from model.economics.projection import project
from model.economics.uncertainty import SHARES, misses
from model.language.rates import rate
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import CALIBRATION, ERROR, PERSISTENCE
from model.scenario.levers import levers
from views.charts import chances, look
from views.pages.table import show
from views.sidebar import lever as sidebar_lever
from views.state import State
from views.words import notes, uncertainty
from views.words.source_register import CALIBRATED


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
        st.caption(w.flow(uncertainty.meaning(state)))
        for key in (ERROR, PERSISTENCE):
            known = levers(state.pack)[key]
            sidebar_lever.draw(state, known, phrases.name(known, w))
    parts = (
        ("band", N_("The band in numbers"), _band), ("calibration", N_("Where the error comes from"), _calibration),
        ("backtest", N_("How such bands have done"), _backtest),
    )  # fmt: skip
    for key, name, body in parts:
        part = st.expander(w(name), type="compact", on_change="rerun", key=f"uncertainty_{key}")
        if part.open:
            with part:
                body(state)


def _band(state: State) -> None:
    w, projection = state.wording, project(state.scenario)
    goal, listed = state.scenario["target_level"], chances.rows(state).to_pylist()
    middle = projection.paths[GDP.key].tolist()[1:]
    rows = [
        (row["name"], w.beside(level, goal, GDP.unit), row["half"], row["most"], row["said"])
        for row, level in zip(listed, middle, strict=True)
    ]
    bands = [w(N_("{share} % band"), share=round(share * 100)) for share in SHARES]
    show([w(N_("End of")), w(N_("GDP, {unit}"), unit=w.unit(GDP.unit)), *bands, w(N_("Chance"))], rows)


def _calibration(state: State) -> None:
    w, figures = state.wording, state.pack.calibration
    rows = [
        (
            w(CALIBRATED[key]), w.number(figures[key].value, 1),
            w(N_("not known")) if figures[key].observations is None else str(figures[key].observations),
            w.either(figures[key].note_zh, figures[key].note_en),
        )
        for key in CALIBRATION
    ]  # fmt: skip
    show([w(N_("Figure")), w(N_("Value")), w(N_("observations")), w(N_("Note"))], rows)
    cited = dict.fromkeys(notes.placed(state, figure) for figure in figures.values())
    st.caption(w(N_("Sources: {sources}."), sources=w.listing(list(cited))))


def _backtest(state: State) -> None:
    w, past = state.wording, misses(state.pack)
    if not past:
        none = N_("The data of this region hold no year of which both an announced target and an outcome are known.")
        st.markdown(w(none))
        return
    s = rate(state.pack.calibration[ERROR].value)
    for line in uncertainty.backtest(state):
        st.markdown(f"- {line}")
    rows = [
        (
            f"{w(N_('this region') if miss.series == GDP.key else N_('municipality'))} {miss.year}",
            w.rate(miss.target, 1), w.rate(miss.outcome, 1), w.number(miss.error * 100, 1, sign=True),
            *(w(N_("inside") if miss.inside(share, s) else N_("outside")) for share in SHARES),
        )
        for miss in past
    ]  # fmt: skip
    bands = [w(N_("{share} % band"), share=round(share * 100)) for share in SHARES]
    show([w(N_("Growth")), w(N_("announced")), w(N_("outcome")), w(N_("points apart")), *bands], rows)
