"""Year by year: levels and growth of every indicator, with what was set by hand marked."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.indicators import DEFLATOR, GDP
from model.levers import RATES, levers
from model.origins import Origin, origin
from model.problem import Problem
from model.projection import CONSTANT, Point, Projection
from model.scenario import Scenario
from model.words import N_
from views import session
from views.component import component
from views.sheet import copyable
from views.sidebar import typed
from views.state import State

HTML = copyable('<table class="years"><caption></caption><thead></thead><tbody></tbody></table>')
HTML += '<small></small><output class="wrong" role="alert"></output>'
HERE = "years"
"""Where its faults are said: it stands far below the top of the page."""
Row = dict[str, Any]
MARKS: Mapping[Origin, str] = {"derived": "*", "typed": "†"}
"""What stands behind a first level that no publication holds."""
FOOTNOTES = {"*": N_("* derived, not printed"), "†": N_("† typed, not verified")}


def show(place: DeltaGenerator, key: str, now: State, projection: Projection) -> None:
    """Draws the table; its cells are changed where they stand, which is what makes it cheap to draw again."""
    w, listed = now.wording, rows(now, projection)
    data = {
        "caption": w(N_("Year by year: any growth rate can be typed over; empty it to undo")),
        "copied": w(N_("Year by year: price basis and unit stand at the head of each row")),
        "hint": w(N_("set by hand")),
        "locked": w(N_("set by hand and locked")),
        "footnote": footnote(now, [row["cells"][0] for row in listed]),
        "years": list(projection.years),
        "rows": listed,
        "wrong": [w.shown(problem) for problem in now.problems] if now.where == HERE else [],
    }
    years = component("table", HTML, isolated=False)
    with place:
        years(key=key, data=data, on_typed_change=lambda: _take(key), height="content")


def _take(key: str) -> None:
    """Sets the year that was typed by hand; an empty cell gives it back to its lever."""
    now = session.current()
    series, year, text = st.session_state[key].typed
    lever = levers(now.pack)[f"{series}_later"]
    name, notes = f"{now.wording(RATES[series])} {year}", list[Problem]()

    def by_hand(scenario: Scenario) -> Scenario:
        rate = typed.read(text, lever, name, now.wording, notes) if text.strip() else None
        return scenario.by_hand(now.pack, series, year, rate)

    session.ask(by_hand, problems=notes, where=HERE)


def rows(now: State, projection: Projection) -> list[Row]:
    """The rows of the table: title, note, kind, cells as they are shown, years set by hand, and those locked."""
    w, listed = now.wording, []
    for indicator in now.pack.indicators:
        listed.append(_levels(w(indicator.name), w.basis(indicator.unit), projection.points[indicator.key], now))
        if indicator is GDP:
            constant = w(N_("in {base} prices, {unit}"), unit=w.unit(indicator.unit))
            listed.append(_levels("", constant, projection.points[CONSTANT], now))
        growth = N_("real growth") if indicator is GDP else N_("nominal growth")
        listed.append(_growth(w(growth), indicator.key, projection, now))
        if indicator is GDP:
            listed.append(_growth(w(N_("price change")), DEFLATOR, projection, now))
    return listed


def footnote(now: State, cells: Iterable[str]) -> str:
    """What the marks behind these first levels mean; empty where there is none."""
    used = {cell[-1:] for cell in cells}
    return now.wording.listing([now.wording(said) for mark, said in FOOTNOTES.items() if mark in used])


def _levels(title: str, note: str, points: tuple[Point, ...], now: State) -> Row:
    w, indicator = now.wording, GDP.key if points[0].indicator == CONSTANT else points[0].indicator
    goal, _ = now.scenario.target(indicator)
    cells = [w.beside(point.level, goal, point.unit) for point in points]
    if mark := MARKS.get(origin(points[0].level, indicator, now.pack)):
        cells[0] += f" {mark}"
    return {"title": title, "note": note, "kind": "level", "cells": cells, "series": "", "by_hand": [], "locked": []}


def _growth(title: str, series: str, projection: Projection, now: State) -> Row:
    cells = ["", *(now.wording.rate(float(rate)) for rate in projection.rates[series])]
    by_hand = list(now.scenario.rates_by_hand(series))
    return {
        "title": title,
        "note": "",
        "kind": "growth",
        "cells": cells,
        "series": series,
        "by_hand": by_hand,
        "locked": list(now.scenario.locked(series)),
        "name": now.wording(RATES[series]),
    }
