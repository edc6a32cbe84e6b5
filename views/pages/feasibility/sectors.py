"""GDP growth built from the three sectors: what each contributes, and whether they add up."""

import streamlit as st

from model.economics.sectors import Sum, close_gdp, close_sectors, shares, sums
from model.language.words import N_
from model.region.indicators import SECTORS
from model.scenario.lever import Slot
from model.scenario.levers import GROWTH_SLOTS, levers
from views.pages.table import show
from views.sidebar import lever as sidebar_lever
from views.state import State, callback, change_scenario
from views.words import notes


def draw(state: State) -> None:
    """Draws the sum for the plan year and for later years, each below its levers."""
    w, found = state.wording, sums(state.scenario)
    if not found:
        st.markdown(w(N_("The data of this region hold no sectors.")))
        return
    figure = state.pack.sectors[0]
    said = N_("Shares are those of {year} ({source}), held constant. No path moves until you adopt the sum.")
    st.caption(w(said, year=figure.year, source=notes.title(state, figure.source)))
    for place, each in zip(st.columns(2, gap="large"), found, strict=True):
        with place:
            _sum(state, each)


def _sum(state: State, each: Sum) -> None:
    w = state.wording
    st.markdown(f"**{w(N_('Real growth {when}'), when=w(GROWTH_SLOTS[each.slot]))}**")
    for sector in SECTORS:
        sidebar_lever.draw(state, levers(state.pack)[f"{sector.key}_{each.slot}"], w(sector.name))
    rows = [
        (w(sector.name), w.rate(share, 1), w.rate(rate), w.number(points * 100, 2))
        for sector, share, rate, points in zip(SECTORS, shares(state.pack), each.growth, each.points, strict=True)
    ]
    rows.append((w(N_("together")), w.rate(1.0, 1), w.rate(each.total), w.number(each.total * 100, 2)))
    show(
        f"numbers_sectors_{each.slot}",
        [w(N_("Sector")), w(N_("share")), w(N_("growth a year")), w(N_("contribution, points"))],
        rows,
    )
    st.markdown(_open(state, each))
    if not each.closes:
        st.button(w(N_("Set GDP growth to the sum")), on_click=_close_gdp, args=(each.slot,), key=f"to_gdp_{each.slot}")
        st.button(
            w(N_("Move the three sectors alike")), on_click=_close_sectors, args=(each.slot,),
            key=f"to_sectors_{each.slot}",
        )  # fmt: skip


def _open(state: State, each: Sum) -> str:
    """Whether the sectors add up to GDP."""
    w = state.wording
    if each.closes:
        return w(N_("They add up to GDP growth, {gdp}."), gdp=w.rate(each.gdp))
    digits = next((digits for digits in range(2, 8) if round(abs(each.open) * 100, digits)), 8)
    points = w(N_("{number} points"), number=w.number(abs(each.open) * 100, digits))
    message = N_("They add up to {points} more than GDP growth, {gdp}.")
    if each.open < 0:
        message = N_("They add up to {points} less than GDP growth, {gdp}.")
    return w(message, points=points, gdp=w.rate(each.gdp))


@callback
def _close_gdp(slot: Slot) -> None:
    change_scenario(lambda scenario: close_gdp(scenario, slot))


@callback
def _close_sectors(slot: Slot) -> None:
    change_scenario(lambda scenario: close_sectors(scenario, slot))
