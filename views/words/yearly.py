"""Year by year: levels and growth of every indicator, with what nobody printed marked."""

from collections.abc import Iterable, Mapping
from typing import Any

from model.economics.needed import solved
from model.economics.projection import DERIVED_PATHS, Projection, baseline_of
from model.language.words import N_
from model.region.indicators import GROWTH_SERIES, Indicator, factors
from model.scenario.levers import lever_key, slot_of
from model.scenario.origins import Origin, origin
from views.state import State

Row = dict[str, Any]
MARKS: Mapping[Origin, str] = {"derived": "*", "typed": "†"}
"""What stands behind a first level that no publication holds."""
FOOTNOTES = {"*": N_("* derived; no published figure"), "†": N_("† typed, not verified")}


def rows(state: State, projection: Projection, indicators: Iterable[Indicator]) -> list[Row]:
    """The rows of a table of these indicators: title, kind, cells as shown, and the key of its path or series."""
    w, listed = state.wording, []
    for indicator in indicators:
        listed.append(_levels(indicator.key, indicator.short, projection, state))
        for key, each in DERIVED_PATHS.items():
            if each.indicator == indicator.key and key in projection.paths:
                listed.append(_levels(key, each.name, projection, state))
        listed.append(_growth(w(indicator.growth_name), indicator.key, projection, state))
        for series in factors(indicator.key)[1:]:
            listed.append(_growth(w(GROWTH_SERIES[series].growth_name), series, projection, state))
    return listed


def footnote(state: State, cells: Iterable[str]) -> str:
    """What the marks behind these first levels mean; empty where there is none."""
    used = {cell[-1:] for cell in cells}
    return state.wording.listing([state.wording(said) for mark, said in FOOTNOTES.items() if mark in used])


def _levels(path: str, name: str, projection: Projection, state: State) -> Row:
    w, points = state.wording, projection.points[path]
    if path in DERIVED_PATHS:
        cells = [w.bare(point.level, point.unit) for point in points]
    else:
        cells = [w.beside(point.level, state.scenario.target(path)[0], point.unit) for point in points]
    indicator = baseline_of(path)
    if mark := MARKS.get(origin(state.scenario.base(indicator), indicator, state.pack)):
        cells[0] += f" {mark}"
    title = w(N_("{name}, {basis}"), name=w(name), basis=w.unit(points[0].unit))
    return {"title": title, "kind": "level", "cells": cells, "series": path}


def _rate(year: int, rate: float, series: str, state: State) -> str:
    """The growth of a year, on its side of the growth that would meet the target."""
    needed = solved(lever_key(series, slot_of(year, state.pack)), state.scenario).value
    return state.wording.rate(rate) if needed is None else state.wording.needed(rate, needed)[0]


def _growth(title: str, series: str, projection: Projection, state: State) -> Row:
    cells = [
        "",
        *(
            _rate(year, float(rate), series, state)
            for year, rate in zip(projection.years[1:], projection.rates[series], strict=True)
        ),
    ]
    return {"title": title, "kind": "growth", "cells": cells, "series": series}
