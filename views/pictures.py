"""The chart of growth by year, until the tab of single years has its own."""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pyarrow as pa

from views import palette
from views.charts.paths import Spec, to_spec

GROWTH = "growth"
Layers = alt.LayerChart | alt.FacetChart
ROWS = alt.NamedData("rows")
WHOLE = "format(datum.value, ',.4~f')"
"""A number with all its decimals: an axis rounds that of a tick that stands alone, and calls 7.5 an 8."""


@functools.cache
def specs() -> Mapping[str, Spec]:
    """The definitions by name, ready for the page; they hold no word of any language."""
    return {GROWTH: to_spec(growth())}


def growth() -> Layers:
    """How does growth go from year to year? The scenario's beside its reference's; what is set by hand is filled."""
    base = alt.Chart(ROWS).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y(
            "rate:Q", title=None, scale=alt.Scale(zero=False, padding=26), axis=alt.Axis(labelExpr=WHOLE, tickCount=5)
        ),
        color=alt.Color("role:N", legend=None, scale=_roles({"reference": palette.REFERENCE, "own": palette.SCENARIO})),
    )
    dashes = alt.Scale(domain=["reference", "own"], range=[[5, 4], [1, 0]])
    lines = base.mark_line(strokeWidth=2).encode(strokeDash=alt.StrokeDash("role:N", legend=None, scale=dashes))
    marked = base.transform_filter("datum.role === 'own'")
    shapes = alt.Scale(domain=["", "by_hand", "locked"], range=["circle", "circle", "square"])
    points = marked.mark_point(size=80, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape("mark:N", legend=None, scale=shapes),
        fill=alt.Fill(
            "mark:N",
            legend=None,
            scale=alt.Scale(
                domain=["", "by_hand", "locked"], range=["transparent", palette.SCENARIO, palette.SCENARIO]
            ),
        ),
    )
    labels = marked.mark_text(
        align=alt.ExprRef("datum.align"), dy=alt.ExprRef("datum.dy"), fontSize=12, fontWeight=600
    ).encode(text=alt.Text("rate:Q", format=".4~f"))
    return alt.layer(lines, points, labels).properties(height=240, padding=padding(left=0, right=6))


def growth_rows(rows: Sequence[tuple[int, float, str, str]]) -> pa.Table:
    """Rows of (year, rate [per cent], role, how it is set)."""
    listed = [{"year": year, "rate": rate, "role": role, "mark": mark} for year, rate, role, mark in rows]
    own = [row for row in listed if row["role"] == "own"]
    rates = [rate for _, rate, role, _ in rows if role == "own"]
    for before, row, after in zip([*rates[:1], *rates], own, [*rates[1:], *rates[-1:]], strict=False):
        row |= _beside_line(before, float(row["rate"]), after)  # type: ignore[arg-type]  # a number
    return table(listed, year=0, rate=0.0, role="", mark="", align="", dy=0)


def _beside_line(before: float, rate: float, after: float) -> dict[str, object]:
    """Where the label of a point is not crossed by the line through it."""
    if before > rate < after:
        return {"align": "center", "dy": 17}
    if before <= rate <= after and before < after:
        return {"align": "right", "dy": -12}
    if before >= rate >= after and before > after:
        return {"align": "left", "dy": -12}
    return {"align": "center", "dy": -13}


def _roles(colours: Mapping[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def padding(left: int, right: int) -> dict[str, int]:
    """Pixels around a chart."""
    return {"left": left, "top": 4, "bottom": 0, "right": right}


def table(listed: Sequence[Mapping[str, Any]], **columns: object) -> pa.Table:
    """The rows as a table; each column's kind is that of its example, and what a row lacks is missing."""
    kinds = {str: pa.string(), float: pa.float64(), int: pa.int32()}
    return pa.table(
        {name: pa.array([row.get(name) for row in listed], kinds[type(like)]) for name, like in columns.items()}
    )
