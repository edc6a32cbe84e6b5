"""Linkage: what one indicator's growth passes on to another's, off unless somebody turns it on."""

import numpy as np
import streamlit as st

from model.growth import growth
from model.indicators import GDP
from model.levers import INCOME, PASSES, RATES, levers
from model.words import N_
from views.levers import Follow, lever
from views.sections.places import Places
from views.sheet import Cell, block, table, words
from views.state import State

NO_ENDS = N_(
    "Growth is passed on from investment to GDP and from GDP to income; the data of this region hold neither "
    "investment nor income."
)


def controls(now: State, follow: Follow) -> None:
    """How much is passed on."""
    here = [known for key, known in levers(now.pack).items() if key in PASSES]
    for place, known in zip(st.columns(2), here, strict=False):
        with place:
            lever(now, known, follow)


def draw(now: State, places: Places, drawer: str) -> None:
    """What it means, whether it is on, and what it does year by year."""
    w = now.wording
    if not set(PASSES) & set(levers(now.pack)):
        places.above.html(block(w(N_("Linkage")), words(w(NO_ENDS))))
        return
    meaning = (
        N_(
            "Without linkage every indicator grows by its own levers. With it, each point of investment "
            "growth above the plan's adds points of real GDP growth, and each point of real GDP growth above "
            "the plan's adds points of income growth."
        ),
        N_(
            "No figure in the data says how strong either is: the numbers are yours. At zero the effect is "
            "exactly zero, and so it is for a scenario that grows as the plan does."
        ),
    )
    on = any(map(now.scenario.passed_on, PASSES))
    status = w(
        N_("Linkage is on: it is part of every number on every page, and of the link.") if on else N_("Linkage is off.")
    )
    places.above.html(block(w(N_("Linkage")), words(*map(w, meaning)), words(status)))
    places.below.html(_effects(now))


def _effects(now: State) -> str:
    w, scenario, pack = now.wording, now.scenario, now.pack
    grown = growth(scenario, pack, scenario.last_year - pack.base_year)
    years = range(pack.first_year, scenario.last_year + 1)
    rows: list[list[Cell]] = []
    totals = {GDP.key: grown.real, **({INCOME: grown.nominal[INCOME]} if INCOME in grown.passed else {})}
    for series, total in totals.items():
        own, passed = grown.own[series], grown.passed.get(series, np.zeros(len(years)))
        rows.append([w(N_("{name}: own"), name=w(RATES[series])), *(w.rate(value) for value in own.tolist())])
        rows.append([w(N_("passed on, points")), *(w.number(value * 100, 2, sign=True) for value in passed.tolist())])
        rows.append([w(N_("together")), *(w.rate(value) for value in total.tolist())])
    said = w(N_("Growth with linkage, % a year: GDP real, income per head nominal"))
    return table([w(N_("Growth")), *map(str, years)], rows, "", range(1, len(years) + 1), caption=said)
