"""Year by year: levels and growth of every indicator, with what nobody printed marked."""

from collections.abc import Iterable, Mapping
from typing import Any

from model.economics.needed import solved
from model.economics.projection import CONSTANT, Point, Projection
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP, Indicator
from model.scenario.levers import lever_key, slot_of
from model.scenario.origins import Origin, origin
from views.state import State

Row = dict[str, Any]
MARKS: Mapping[Origin, str] = {"derived": "*", "typed": "†"}
"""What stands behind a first level that no publication holds."""
FOOTNOTES = {"*": N_("* derived; no published figure"), "†": N_("† typed, not verified")}


def rows(now: State, projection: Projection, indicators: Iterable[Indicator]) -> list[Row]:
    """The rows of a table of these indicators: title, note, kind, cells as shown, and the series whose growth it is."""
    w, listed = now.wording, []
    for indicator in indicators:
        listed.append(_levels(w(indicator.name), w.basis(indicator.unit), projection.points[indicator.key], now))
        if indicator is GDP:
            constant = w(N_("in {base} prices, {unit}"), unit=w.unit(indicator.unit))
            listed.append(_levels("", constant, projection.points[CONSTANT], now))
        listed.append(_growth(w(indicator.growth_name), indicator.key, projection, now))
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
    return {"title": title, "note": note, "kind": "level", "cells": cells, "series": ""}


def _rate(year: int, rate: float, series: str, now: State) -> str:
    """The growth of a year, on its side of the growth that would meet the target."""
    needed = solved(lever_key(series, slot_of(year, now.pack)), now.scenario).value
    return now.wording.rate(rate) if needed is None else now.wording.needed(rate, needed)[0]


def _growth(title: str, series: str, projection: Projection, now: State) -> Row:
    cells = [
        "",
        *(
            _rate(year, float(rate), series, now)
            for year, rate in zip(projection.years[1:], projection.rates[series], strict=True)
        ),
    ]
    return {"title": title, "note": "", "kind": "growth", "cells": cells, "series": series}
