"""Where do investment, retail sales and income go? Small charts of one shape.

A row of the plan report that grows faster than all of them has a scale of its own.
"""

import functools
import math
from typing import Any

import altair as alt
import pyarrow as pa

from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from views.charts.compared import short
from views.charts.gdp_levels import projections
from views.charts.look import COLOURS, Spec, Theme, part, scaled, table, tips, title, to_spec
from views.state import State
from views.words.names import name_of_reference

ALT = N_("{name} by year: this scenario, the reference and published figures")
HEIGHT = 190
NAMED = 210
"""Pixels of a plot below which there is no room for the whole name."""
ROLES = {"reference": (1.5, [5, 3]), "scenario": (2.4, [1, 0]), "published": (1.5, [1, 0])}
"""Width and dashes of the lines, by role."""
TIPS = {"year": N_("Year"), "own": N_("Scenario"), "plan": N_("Reference")}


@functools.lru_cache(maxsize=256)
def definition(language: str, theme: Theme, indicator: Indicator) -> Spec:
    """The chart of an indicator as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    years = alt.Axis(format="d", tickMinStep=1, grid=False, title=None, labelFlush=False)
    levels = alt.Axis(format=",~f", tickCount=4, domain=False, ticks=False, title=None)
    base = alt.Chart().encode(
        x=alt.X("x:Q", scale=alt.Scale(zero=False, nice=False), axis=years),
        y=alt.Y("y:Q", scale=alt.Scale(zero=True, nice=True), axis=levels),
        color=scaled(alt.Color, "role:N", {role: role for role in ROLES}, c),
    )
    widths, dashes = ({role: style[place] for role, style in ROLES.items()} for place in (0, 1))
    align, dy, text = (alt.ExprRef(f"datum.{name}") for name in ("align", "dy", "text"))
    line, dot, label, hover = (part(base, mark, field="mark") for mark in ("line", "dot", "label", "hover"))
    chart = alt.layer(
        line.mark_line(tooltip=None).encode(
            strokeWidth=scaled(alt.StrokeWidth, "role:O", widths), strokeDash=scaled(alt.StrokeDash, "role:O", dashes)
        ),
        dot.mark_circle(size=42, opacity=1, tooltip=None),
        label.mark_text(fontSize=12, tooltip=None, align=align, dy=dy, text=text),
        hover.mark_bar(width=30, opacity=0.0001).encode(tooltip=tips(w, **TIPS)),
    )
    spec = to_spec(chart.properties(height=HEIGHT, title=title("", w.basis(indicator.unit), c)), c, right=8)
    spec["title"]["text"] = {"expr": f"width < {NAMED} ? {w(indicator.short)!r} : {w(indicator.name)!r}"}
    return spec


def rows(state: State, indicator: Indicator) -> pa.Table:
    """The rows of an indicator's chart, in the unit that is written; of two ends, the higher has its label above it.

    All reach the same multiple of their first level, but for a row of the plan report that grows faster.
    """
    own, reference = projections(state)
    shown = [each for each in state.pack.indicators if each is not GDP]
    paths = {each: (own.paths[each.key], reference.paths[each.key]) for each in shown}
    grown = {each: math.ceil(max(path.max() / path[0] for path in two) * 4 + 0.4) / 4 for each, two in paths.items()}
    common = max((times for each, times in grown.items() if each not in state.pack.rows), default=1.0)
    multiple = max(common, grown[indicator])
    w, unit, years = state.wording, indicator.unit, own.years
    goal, _ = state.scenario.target(indicator.key)
    drawn = {"reference": reference.paths[indicator.key].tolist(), "scenario": own.paths[indicator.key].tolist()}
    if drawn["reference"][: len(years)] == drawn["scenario"]:
        del drawn["reference"]
    found: list[dict[str, Any]] = []

    def add(mark: str, role: str, x: int, level: float, **more: Any) -> None:
        found.append({"mark": mark, "role": role, "x": float(x), "y": float(w.shifted(level, unit)), **more})

    for role, path in drawn.items():
        for year, level in zip(years, path, strict=False):
            add("line", role, year, level)
        last = min(len(path), len(years)) - 1
        above = all(path[last] >= other[last] for other in drawn.values())
        add("dot", role, years[last], path[last])
        dy = -13 if above else 15
        said = w.beside(path[last], goal, unit)
        if role == "reference":
            said = w(N_("{reference} {level}"), reference=short(name_of_reference(state)), level=said)
        add("label", role, years[last], path[last], text=said, align="right", dy=dy)
    for figure in state.pack.outcomes:
        if figure.indicator == indicator.key:
            add("dot", "published", figure.year, figure.value)
            said = w(N_("published {year}: {level}"), year=figure.year, level=w.beside(figure.value, goal, unit))
            add("label", "published", figure.year, figure.value, text=said, align="left", dy=16)
    top = own.paths[indicator.key][0] * multiple
    for index, year in enumerate(years):
        levels = {"own": own, "plan": reference}
        said_of = {
            name: f"{w.beside(float(path.paths[indicator.key][index]), goal, unit)} {w.unit(unit)}"
            for name, path in levels.items()
        }
        add("hover", "scenario", year, top, year=str(year), **said_of)
    return table(found, mark="", role="", x=0.0, y=0.0, text="", align="", dy=0, **dict.fromkeys(TIPS, ""))
