"""The sidebar: region, presets and every lever, each under the hand that moves it."""

import streamlit as st

from model.economics import phrases
from model.economics.solve import OF_TARGET, solvable
from model.economics.verdict_sentences import implied_level
from model.language.words import N_
from model.progress.report_rows import doubt, keys, remove
from model.region.indicators import DEFLATOR, GDP, GROWTH_SERIES
from model.region.records import ERROR, PERSISTENCE
from model.scenario.lever import Lever
from model.scenario.levers import GROWTH_SLOTS, lever_key, levers, series_of, slot_of
from model.scenario.origins import origin
from views.components.lever import Control, panel
from views.sidebar import presets, region
from views.sidebar.lever import control
from views.state import State, callback, change_work

BASELINES = {
    "derived": N_("Baseline: derived, no published figure"),
    "set": N_("Baseline: set by hand"),
    "typed": N_("Baseline: entered, not verified"),
    "published": N_("Baseline: published"),
}

ABOVE = (*(lever_key(GDP.key, slot) for slot in GROWTH_SLOTS), lever_key(DEFLATOR, "later"))
"""The growth levers that stand above the others."""


def show(state: State) -> None:
    """Draws all of it; the main levers first, the others below one click."""
    w, known = state.wording, levers(state.pack)
    region.choose(state)
    presets.choose(state)
    growth = f"{w(N_('Real GDP growth, %'))}\u2003{w(N_('◎ solve'))}"
    first, later = (known[lever_key(GDP.key, slot)] for slot in GROWTH_SLOTS)
    gdp, base = N_("GDP, {unit}"), w(BASELINES[origin(state.scenario["gdp_base"], GDP.key, state.pack)])
    named = w(N_("GDP in {base}, {unit}"), unit=w.unit(GDP.unit))
    panel("levers", [
        _lever(state, first.key, w(first.when), growth),
        _lever(state, later.key, w(later.when)),
        _prices(state),
        _lever(state, "target_level", w(gdp, unit=w.unit(GDP.unit)), w(N_("Target"))),
        _lever(state, "target_year", w(N_("By the end of"))),
        _lever(state, "gdp_base", named, base, implied_level(state.scenario, w)),
    ])  # fmt: skip
    _more(state)


def _lever(
    state: State, key: str, label: str, heading: str = "", note: str = "", keys: tuple[str, ...] = ()
) -> Control:
    """A lever; a growth lever names the years that are set by hand instead."""
    lever = levers(state.pack)[key]
    by_hand = [year for year in state.scenario.rates_by_hand(lever.series) if slot_of(year, state.pack) == lever.slot]
    if by_hand:
        label += "\n" + state.wording(N_("{years} set by hand"), years=state.wording.years(by_hand))
    solves = not keys and key in solvable(state.pack) and lever.slot not in OF_TARGET
    return control(state, lever, label, heading, note, solves=solves, keys=keys)


def _prices(state: State) -> Control:
    """The lever of the price change in all years; where they differ, it shows that of the later ones."""
    first, later = (levers(state.pack)[lever_key(DEFLATOR, slot)] for slot in GROWTH_SLOTS)
    return _lever(state, later.key, state.wording(N_("Price change (deflator)")), keys=(first.key, later.key))


def _more(state: State) -> None:
    """The levers of the other indicators, of single price changes, and of the band."""
    w, known = state.wording, levers(state.pack)
    more = st.expander(w(N_("More levers")), on_change="rerun", key="more_levers", type="compact")
    if not more.open:
        return
    drawn = []
    indicators_first = sorted(series_of(state.pack), key=GROWTH_SERIES.__contains__)
    growth = (lever_key(series, slot) for series in indicators_first for slot in GROWTH_SLOTS)
    for lever in (known[key] for key in growth if key not in ABOVE):
        heading, note = ("", "") if lever.slot == "later" else (w(lever.name), doubt(lever.series, state.pack, w))
        drawn.append(_lever(state, lever.key, w(lever.when), heading, note))
    heading = w(N_("Other baselines, uncertainty, years shown"))
    for place, key in enumerate(filter(lambda key: _is_setting(known[key]), known)):
        drawn.append(_lever(state, key, phrases.name(known[key], w), "" if place else heading))
    with more:
        panel("levers_more", drawn)
        for row in keys(state.pack):
            _remove(state, row)


def _remove(state: State, row: str) -> None:
    """A button that takes a row of the plan report away again."""
    name = state.wording(state.pack.indicator(row).name)
    st.button(
        state.wording(N_("Remove {name}"), name=name), key=f"remove_{row}", type="tertiary", icon=":material/close:",
        on_click=_without, args=(row,),
    )  # fmt: skip


@callback
def _without(row: str) -> None:
    change_work(lambda work: work.projecting(remove(row, work.pack)))


def _is_setting(lever: Lever) -> bool:
    """Whether it is a baseline or a setting of the band, which few people move."""
    other_base = lever.slot in ("base", "low", "high") and lever.key != lever_key(GDP.key, "base")
    return other_base or lever.key in (ERROR, PERSISTENCE, "horizon")
