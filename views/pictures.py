"""The feasibility page's charts: like `charts`, definitions without a value, and the rows that are all that changes."""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np
import pyarrow as pa

from model.words import N_
from views import palette
from views.charts import Spec, to_spec
from views.wording import Wording

TORNADO, MAP, WATERFALL, RANKING, CHANCES = "tornado", "map", "waterfall", "ranking", "chances"
CELL = "cell"
"""The selection by which a click on the map is told."""
FARTHEST = 30
"""Per cent of the target beyond which the map's colours do not go."""
Layers = alt.LayerChart | alt.FacetChart
OVERLAP = 1.2
"""Of neighbouring cells, so that no seam shows between them."""
ROWS = alt.NamedData("rows")


@functools.cache
def specs(language: str) -> Mapping[str, Spec]:
    """The definitions by name, ready for the page."""
    w = Wording(language, 0)
    made: dict[str, Callable[[Wording], Layers]] = {
        TORNADO: tornado, MAP: two_way, WATERFALL: waterfall, RANKING: ranking, CHANCES: chances,
    }  # fmt: skip
    return {name: to_spec(make(w)) for name, make in made.items()}


def tornado(w: Wording) -> Layers:
    """What does each lever by itself do to GDP at the deadline? Bars from nothing, and what is lacking as a line."""
    levers = alt.Y("name:N", title=None, sort=None, axis=_names())
    effect = alt.X("effect:Q", title=None, scale=alt.Scale(padding=40), axis=alt.Axis(format="+,~f", tickCount=7))
    base = alt.Chart(ROWS).transform_filter("isValid(datum.effect)").encode(y=levers, x=effect)
    colour = alt.Color("side:N", legend=None, scale=_roles({"down": palette.REFERENCE, "up": palette.SCENARIO}))
    bars = base.mark_bar(height=alt.RelativeBandSize(0.7)).encode(color=colour)
    labels = base.mark_text(
        align=alt.ExprRef("datum.effect < 0 ? 'right' : 'left'"),
        dx=alt.ExprRef("datum.effect < 0 ? -4 : 4"),
        fontSize=12,
        color=palette.REFERENCE,
    ).encode(text="text:N")
    lacking = alt.Chart(ROWS).transform_filter("isValid(datum.lacking)").encode(x="lacking:Q")
    line = lacking.mark_rule(color=palette.TARGET, strokeDash=[6, 4], strokeWidth=1.5)
    return alt.layer(bars, labels, line).properties(height=alt.Step(38), padding=_padding(left=0, right=14))


def tornado_rows(rows: Sequence[tuple[str, float, float, str, str]], lacking: float | None) -> pa.Table:
    """Rows of (lever, effect down, effect up, both as text), and the effect that would meet the target."""
    listed: list[dict[str, Any]] = []
    for name, down, up, said_down, said_up in rows:
        for side, effect, text in (("down", down, said_down), ("up", up, said_up)):
            listed.append({"name": name, "side": side, "effect": effect, "text": text})
    if lacking is not None:
        listed.append({"lacking": lacking})
    return _table(listed, name="", side="", effect=0.0, text="", lacking=0.0)


def two_way(w: Wording) -> Layers:
    """Which pairs of two levers meet the target? Cells by distance, the line where it is met, and where we are."""
    click = alt.selection_point(name=CELL, fields=["x1", "y1"], on="click", clear=False)
    cells = (
        alt.Chart(ROWS)
        .transform_filter("isValid(datum.away)")
        .mark_rect(cursor="pointer")
        .encode(
            x=alt.X("x1:Q", title=None, scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(format="~f")),
            x2="x2:Q",
            y=alt.Y("y1:Q", title=None, scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(format="~f")),
            y2="y2:Q",
            color=alt.Color(
                "away:Q",
                scale=alt.Scale(
                    domain=[-FARTHEST, -FARTHEST / 4, 0, FARTHEST / 4, FARTHEST],
                    range=[palette.TARGET, "#ecbf9b", "#f6f4ef", "#a9c8ea", palette.SCENARIO],
                    clamp=True,
                ),
                legend=alt.Legend(title=w(N_("Above or below the target, %")), orient="top", format="+~f"),
            ),
        )
        .add_params(click)
    )
    points = alt.Chart(ROWS).transform_filter("isValid(datum.px)").encode(x="px:Q", y="py:Q")
    met = points.transform_filter("datum.role === 'met'").mark_line(color="#16191d", strokeWidth=2, clip=True)
    here = points.transform_filter("datum.role === 'here'").mark_point(
        shape="cross", filled=True, size=160, opacity=1, color="#16191d", stroke="#ffffff", strokeWidth=1
    )
    return alt.layer(cells, met, here).properties(height=380, padding=_padding(left=0, right=14))


def two_way_rows(
    x: np.ndarray, y: np.ndarray, away: np.ndarray, met: np.ndarray, here: tuple[float, float]
) -> pa.Table:
    """Cells around x (columns,) and y (rows,) [as they are shown] with `away` (rows, columns) [per cent of the target];
    `met` (columns,) is the lever up that meets the target, nan where none; `here` is the scenario."""
    right, up = half(x), half(y)
    inside = np.isfinite(met) & (met >= y[0]) & (met <= y[-1])
    points = int(inside.sum()) + 1
    columns = {
        "x1": np.tile(x - right, y.size), "x2": np.tile(x + right, y.size),
        "y1": np.repeat(y - up, x.size), "y2": np.repeat(y + up, x.size), "away": away.ravel(),
    }  # fmt: skip
    arrays = {name: _then_nothing(column, points) for name, column in columns.items()}
    nothing = pa.nulls(away.size, pa.float64())
    arrays["px"] = pa.concat_arrays([nothing, pa.array([*x[inside], here[0]], pa.float64())])
    arrays["py"] = pa.concat_arrays([nothing, pa.array([*met[inside], here[1]], pa.float64())])
    roles = pa.array(["met"] * (points - 1) + ["here"])
    arrays["role"] = pa.concat_arrays([pa.nulls(away.size, pa.string()), roles])
    return pa.table(arrays)


def half(axis: np.ndarray) -> float:
    """Half the width of a cell around values of an axis."""
    return float(np.diff(axis).mean()) * OVERLAP / 2


def waterfall(w: Wording) -> Layers:
    """Why does the scenario end elsewhere than its reference? From the one level to the other, lever by lever."""
    base = alt.Chart(ROWS).encode(x=alt.X("name:N", title=None, sort=None, axis=_below()))
    roles = _roles({"total": palette.REFERENCE, "up": palette.SCENARIO, "down": palette.TARGET})
    bars = base.mark_bar(width=alt.RelativeBandSize(0.62)).encode(
        y=alt.Y(
            "start:Q", title=None, scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(format=",~f", tickCount=6)
        ),
        y2="end:Q",
        color=alt.Color("role:N", legend=None, scale=roles),
    )
    labels = base.mark_text(dy=-8, fontSize=12, fontWeight=600, color=palette.REFERENCE).encode(
        y=alt.Y("top:Q"), text="text:N"
    )
    return alt.layer(bars, labels).properties(height=320, padding=_padding(left=0, right=6))


def waterfall_rows(first: tuple[str, float, str], steps: Sequence[tuple[str, float, str]], last: tuple[str, float, str]
                   ) -> pa.Table:  # fmt: skip
    """Rows of (name, level or change, text): the reference, what each lever adds, the scenario."""
    ends = [first[1]]
    for _, change, _ in steps:
        ends.append(ends[-1] + change)
    bottom = min(*ends, last[1]) - 0.35 * max(max(ends) - min(ends), 0.02 * last[1])
    listed = [{"name": first[0], "start": bottom, "end": first[1], "role": "total", "text": first[2]}]
    for before, (name, change, text) in zip(ends, steps, strict=False):
        role = "up" if change >= 0 else "down"
        listed.append({"name": name, "start": before, "end": before + change, "role": role, "text": text})
    listed.append({"name": last[0], "start": bottom, "end": last[1], "role": "total", "text": last[2]})
    for row in listed:
        row |= {"top": max(float(row["start"]), float(row["end"]))}  # type: ignore[arg-type]  # numbers
    return _table(listed, name="", start=0.0, end=0.0, top=0.0, role="", text="")


def ranking(w: Wording) -> Layers:
    """How unusual is the growth asked for? It stands among the county's own years, from the lowest to the highest."""
    base = alt.Chart(ROWS).encode(x=alt.X("name:N", title=None, sort=None, axis=_below()))
    roles = _roles({"nominal": palette.HISTORY, "real": palette.OUTCOME, "asked": palette.SCENARIO})
    bars = base.mark_bar(width=alt.RelativeBandSize(0.72)).encode(
        y=alt.Y("rate:Q", title=None, axis=alt.Axis(format="~f", tickCount=6)),
        color=alt.Color("role:N", legend=None, scale=roles),
    )
    labels = base.mark_text(dy=-8, fontSize=12, color=palette.REFERENCE).encode(y="rate:Q", text="text:N")
    asked = (
        alt.Chart(ROWS)
        .transform_filter("datum.role === 'asked'")
        .mark_rule(color=palette.SCENARIO, strokeDash=[5, 4])
        .encode(y="rate:Q")
    )
    return alt.layer(bars, labels, asked).properties(height=400, padding=_padding(left=0, right=6))


def ranking_rows(rows: Sequence[tuple[str, float, str, str]]) -> pa.Table:
    """Rows of (name, rate [per cent], role, text), ranked here."""
    ranked = sorted(rows, key=lambda row: row[1])
    listed = [{"name": name, "rate": rate, "role": role, "text": text} for name, rate, role, text in ranked]
    return _table(listed, name="", rate=0.0, role="", text="")


def chances(w: Wording) -> Layers:
    """How likely is it that GDP has reached the target by the end of each year?"""
    base = alt.Chart(ROWS).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("chance:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 25, 50, 75, 100])),
    )
    roles = _roles({"year": palette.REFERENCE, "deadline": palette.SCENARIO})
    bars = base.mark_bar(width=alt.RelativeBandSize(0.6)).encode(color=alt.Color("role:N", legend=None, scale=roles))
    labels = base.mark_text(dy=-8, fontSize=12, fontWeight=600, color=palette.REFERENCE).encode(text="text:N")
    return alt.layer(bars, labels).properties(height=240, padding=_padding(left=0, right=6))


def chances_rows(rows: Sequence[tuple[int, float, str, bool]]) -> pa.Table:
    """Rows of (year, chance [per cent], text, whether it is the deadline)."""
    listed = [
        {"year": year, "chance": chance, "text": text, "role": "deadline" if deadline else "year"}
        for year, chance, text, deadline in rows
    ]
    return _table(listed, year=0, chance=0.0, text="", role="")


def _names() -> alt.Axis:
    return alt.Axis(labelLimit=230, ticks=False, domain=False, labelPadding=8)


def _below() -> alt.Axis:
    return alt.Axis(
        labelAngle=0, labelLimit=110, labelOverlap=False, ticks=False, labelExpr="split(datum.label, '\\n')"
    )


def _roles(colours: Mapping[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def _padding(left: int, right: int) -> dict[str, int]:
    return {"left": left, "top": 4, "bottom": 0, "right": right}


def _then_nothing(column: np.ndarray, count: int) -> pa.Array:
    return pa.concat_arrays([pa.array(column, pa.float64()), pa.nulls(count, pa.float64())])


def _table(listed: Sequence[Mapping[str, Any]], **columns: object) -> pa.Table:
    """The rows as a table; each column's kind is that of its example, and what a row lacks is missing."""
    kinds = {str: pa.string(), float: pa.float64(), int: pa.int32()}
    return pa.table(
        {name: pa.array([row.get(name) for row in listed], kinds[type(like)]) for name, like in columns.items()}
    )
