"""The sidebar: region, presets and every lever, each under the hand that moves it."""

import streamlit as st

from model.economics import phrases
from model.economics.solve import solvable
from model.economics.verdict_sentences import implied_level
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.region.records import ERROR, PERSISTENCE
from model.scenario.lever import Lever
from model.scenario.levers import levers, series_of
from model.scenario.origins import origin
from views.sidebar import further, presets, region
from views.sidebar.lever import draw, draw_prices
from views.state import State

BASELINES = {
    "derived": N_("Baseline: derived, no published figure"),
    "set": N_("Baseline: set by hand"),
    "typed": N_("Baseline: entered, not verified"),
    "published": N_("Baseline: published"),
}


def show(state: State) -> None:
    """Draws all of it; the main levers first, the others below one click."""
    w, known = state.wording, levers(state.pack)
    region.choose(state)
    presets.choose(state)
    growth = f"{w(N_('Real GDP growth, %'))}\u2003{w(N_('◎ solve'))}"
    with st.container(gap=None):
        for slot, heading in (("first", growth), ("later", "")):
            _lever(state, f"{GDP.key}_{slot}", w(known[f"{GDP.key}_{slot}"].when), heading)
        draw_prices(state)
        _lever(state, "target_level", w(N_("GDP, {unit}"), unit=w.unit(GDP.unit)), w(N_("Target")))
        _lever(state, "target_year", w(N_("By the end of")))
        base = w(BASELINES[origin(state.scenario["gdp_base"], GDP.key, state.pack)])
        _lever(state, "gdp_base", w(N_("GDP in {base}, {unit}"), unit=w.unit(GDP.unit)), base)
        if implied := implied_level(state.scenario, w):
            st.caption(implied)
    _more(state)


def _lever(state: State, key: str, label: str, heading: str = "") -> None:
    """A lever; a growth lever names the years that are set by hand instead."""
    lever, first = levers(state.pack)[key], state.pack.first_year
    by_hand = [year for year in state.scenario.rates_by_hand(lever.param) if (year > first) == (lever.slot == "later")]
    if by_hand:
        label += "\n" + state.wording(N_("{years} set apart"), years=state.wording.years(by_hand))
    draw(state, lever, label, heading, solves=key in solvable(state.pack) and not key.startswith("target"))


def _more(state: State) -> None:
    """The levers of the other indicators, of single price changes, and of the band."""
    w, known = state.wording, levers(state.pack)
    more = st.expander(w(N_("More levers")), on_change="rerun", key="more_levers", type="compact")
    if not more.open:
        return
    with more, st.container(gap=None):
        for series in (*(key for key in series_of(state.pack) if key not in (GDP.key, DEFLATOR)), DEFLATOR):
            heading = w(known[f"{series}_first"].name)
            for slot in ("first", "later") if series != DEFLATOR else ("first",):
                lever = known[f"{series}_{slot}"]
                _lever(state, lever.key, w(lever.when), "" if slot == "later" else heading)
        heading = w(N_("Other baselines, uncertainty, years shown"))
        for place, key in enumerate(filter(lambda key: _is_setting(known[key]), known)):
            _lever(state, key, phrases.name(known[key], w), "" if place else heading)
        further.draw(state)


def _is_setting(lever: Lever) -> bool:
    """Whether it is a baseline or a setting of the band, which few people move."""
    other_base = lever.param.endswith("0") and lever.key != f"{GDP.key}_base"
    return other_base or lever.key in (ERROR, PERSISTENCE, "horizon")
