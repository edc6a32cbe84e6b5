"""The map of two levers as a chart: on the page it is drawn on a canvas, which holds more cells than marks can be."""

import functools
from typing import Any

import altair as alt
import numpy as np
import pyarrow as pa

from views import palette
from views.charts.paths import Spec, to_spec
from views.pictures import ROWS, Layers, padding, table

FARTHEST = 30
"""Per cent of the target beyond which the map's colours do not go."""
STOPS = [
    [-FARTHEST, palette.TARGET], [-FARTHEST / 4, "#ecbf9b"], [0, "#f6f4ef"], [FARTHEST / 4, "#a9c8ea"],
    [FARTHEST, palette.SCENARIO],
]  # fmt: skip
"""Colours by distance from the target [per cent of it]."""
MOST_CELLS = 80
"""Of the map's chart, along each lever: more are too many marks to draw."""


@functools.cache
def spec() -> Spec:
    """The definition, ready to be drawn; it holds no word of any language."""
    return to_spec(where_met())


def where_met() -> Layers:
    """Where do two levers together meet the target? Cells by distance from it, the line on it, and the scenario."""
    axis, scale = alt.Axis(format="~f", tickCount=8), alt.Scale(zero=False, nice=False)
    base = alt.Chart(ROWS).encode(
        x=alt.X("x:Q", title=None, axis=axis, scale=scale), y=alt.Y("y:Q", title=None, axis=axis, scale=scale)
    )
    stops, colours = zip(*STOPS, strict=True)
    away = alt.Scale(domain=list(stops), range=list(colours), clamp=True, interpolate="rgb")
    # Cells have lines in their own colours, or what lies behind would show between them.
    cells = (
        base.transform_filter("datum.role === 'cell'")
        .mark_rect(strokeWidth=0.7)
        .encode(
            x2="x2:Q",
            y2="y2:Q",
            fill=alt.Fill("away:Q", legend=None, scale=away),
            stroke=alt.Stroke("away:Q", legend=None, scale=away),
        )
    )
    line = base.transform_filter("datum.role === 'met'").mark_line(color=palette.INK, strokeWidth=2)
    here = base.transform_filter("datum.role === 'here'").mark_point(
        shape="cross", size=150, fill=palette.INK, stroke="#ffffff", strokeWidth=1.5, opacity=1
    )
    names = (
        base.transform_filter("isValid(datum.text)")
        .mark_text(
            fontSize=12,
            align=alt.ExprRef("datum.role === 'up' ? 'left' : 'right'"),
            dx=alt.ExprRef("datum.role === 'up' ? -30 : 0"),
            dy=alt.ExprRef("datum.role === 'up' ? -14 : 36"),
        )
        .encode(text="text:N")
    )
    return alt.layer(cells, line, here, names).properties(height=420, padding=padding(left=0, right=14))


def rows(
    names: tuple[str, str], x: np.ndarray, y: np.ndarray, away: np.ndarray, met: np.ndarray, here: tuple[float, float]
) -> pa.Table:
    """Rows of cells, every nth where there are too many; the line; the scenario; the names of the levers across and up.

    `away` (rows, columns) [per cent of the target]; `met` (columns,) is the y on the target, nan where none is.
    """
    columns, lines = (np.arange(0, axis.size, -(-axis.size // MOST_CELLS)) for axis in (x, y))
    half, half_up = float(x[columns[1]] - x[0]) / 2, float(y[lines[1]] - y[0]) / 2
    listed: list[dict[str, Any]] = [
        {"role": "cell", "x": x[i] - half, "x2": x[i] + half, "y": y[j] - half_up, "y2": y[j] + half_up,
         "away": away[j, i]}
        for j in lines for i in columns
    ]  # fmt: skip
    left, bottom, right, top = listed[0]["x"], listed[0]["y"], listed[-1]["x2"], listed[-1]["y2"]
    on_it = [(a, b) for a, b in zip(x, met, strict=True) if left <= a <= right and bottom <= b <= top]
    listed += [{"role": "met", "x": a, "y": b} for a, b in on_it]
    listed.append({"role": "here", "x": here[0], "y": here[1]})
    listed.append({"role": "across", "x": right, "y": bottom, "text": f"{names[0]} →"})
    listed.append({"role": "up", "x": left, "y": top, "text": f"↑ {names[1]}"})
    return table(listed, role="", x=0.0, x2=0.0, y=0.0, y2=0.0, away=0.0, text="")
