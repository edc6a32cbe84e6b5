"""The charts of the feasibility page and of the years: like `charts`, definitions without a value, and their rows."""

import functools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pyarrow as pa

from views import palette
from views.charts.paths import Spec, to_spec
from views.lines import wrapped

TORNADO, WATERFALL, RANKING, CHANCES, GROWTH = "tornado", "waterfall", "ranking", "chances", "growth"
Layers = alt.LayerChart | alt.FacetChart
ROWS = alt.NamedData("rows")
BESIDE, BELOW, BELOW_ALL = 38, 20, 105
"""Letters on a line of a name beside a bar, and below one, and below all bars together; see `cells`."""
LINES = "split(datum.label, '\\n')"
"""A label with its line breaks."""
SIGNED = "datum.value ? format(datum.value, '+,~f') : '0'"
"""A difference with its sign, nothing without one."""
WHOLE = "format(datum.value, ',.4~f')"
"""A number with all its decimals: an axis rounds that of a tick that stands alone, and calls 7.5 an 8."""
INSIDE = "datum.place === 'inside'"
UNDER_LINE = 0.07
"""Of the highest bar: so near under the line of what is asked, a label above a bar would be crossed by it."""


@functools.cache
def specs() -> Mapping[str, Spec]:
    """The definitions by name, ready for the page; they hold no word of any language."""
    made = {TORNADO: tornado, WATERFALL: waterfall, RANKING: ranking, CHANCES: chances, GROWTH: growth}
    return {name: to_spec(make()) for name, make in made.items()}


def tornado() -> Layers:
    """What does each lever by itself do to GDP at the deadline? Bars from nothing, and what is lacking as a line."""
    levers = alt.Y("name:N", title=None, sort=None, axis=_names())
    effect = alt.X("effect:Q", title=None, scale=alt.Scale(padding=40), axis=alt.Axis(labelExpr=SIGNED, tickCount=7))
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
    return alt.layer(bars, labels, line).properties(height=300, padding=padding(left=0, right=14))


def tornado_rows(rows: Sequence[tuple[str, float, float, str, str]], lacking: float | None) -> pa.Table:
    """Rows of (lever, effect down, effect up, both as text), and the effect that would meet the target.

    What has no effect has no label.
    """
    listed: list[dict[str, Any]] = []
    for name, down, up, said_down, said_up in rows:
        for side, effect, text in (("down", down, said_down), ("up", up, said_up)):
            listed.append(
                {"name": _lines(name, BESIDE), "side": side, "effect": effect, "text": text if effect else ""}
            )
    if lacking is not None:
        listed.append({"lacking": lacking})
    return table(listed, name="", side="", effect=0.0, text="", lacking=0.0)


def waterfall() -> Layers:
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
    return alt.layer(bars, labels).properties(height=320, padding=padding(left=0, right=6))


def waterfall_rows(first: tuple[str, float, str], steps: Sequence[tuple[str, float, str]], last: tuple[str, float, str]
                   ) -> pa.Table:  # fmt: skip
    """Rows of (name, level or change, text): the reference, what each lever adds, the scenario."""
    ends = [first[1]]
    for _, change, _ in steps:
        ends.append(ends[-1] + change)
    bottom = max(0.0, min(*ends, last[1]) - 0.35 * max(max(ends) - min(ends), 0.02 * last[1]))
    wide = min(BELOW, BELOW_ALL // (len(steps) + 2))
    listed = [{"name": _lines(first[0], wide), "start": bottom, "end": first[1], "role": "total", "text": first[2]}]
    for before, (name, change, text) in zip(ends, steps, strict=False):
        place = {"start": before, "end": before + change, "role": "up" if change >= 0 else "down"}
        listed.append({"name": _lines(name, wide), "text": text, **place})
    listed.append({"name": _lines(last[0], wide), "start": bottom, "end": last[1], "role": "total", "text": last[2]})
    for row in listed:
        row |= {"top": max(float(row["start"]), float(row["end"]))}  # type: ignore[arg-type]  # numbers
    return table(listed, name="", start=0.0, end=0.0, top=0.0, role="", text="")


def ranking() -> Layers:
    """How unusual is the growth asked for? It stands among the region's own years, from the lowest to the highest."""
    base = alt.Chart(ROWS).encode(x=alt.X("name:N", title=None, sort=None, axis=_below()))
    roles = _roles({"nominal": palette.HISTORY, "real": palette.OUTCOME, "asked": palette.SCENARIO})
    bars = base.mark_bar(width=alt.RelativeBandSize(0.72)).encode(
        y=alt.Y("rate:Q", title=None, axis=alt.Axis(format="~f", tickCount=6)),
        color=alt.Color("role:N", legend=None, scale=roles),
    )
    labels = base.mark_text(
        fontSize=12,
        dy=alt.ExprRef(f"{INSIDE} ? 10 : -8"),
        color=alt.ExprRef(f"{INSIDE} ? '#ffffff' : '{palette.REFERENCE}'"),
    ).encode(y="rate:Q", text="text:N")
    asked = (
        alt.Chart(ROWS)
        .transform_filter("datum.role === 'asked'")
        .mark_rule(color=palette.SCENARIO, strokeDash=[5, 4])
        .encode(y="rate:Q")
    )
    return alt.layer(bars, labels, asked).properties(height=400, padding=padding(left=0, right=6))


def ranking_rows(rows: Sequence[tuple[str, float, str, str]]) -> pa.Table:
    """Rows of (name, rate [per cent], role, text), ranked here."""
    ranked = sorted(rows, key=lambda row: row[1])
    asked = next((rate for _, rate, role, _ in rows if role == "asked"), math.inf)
    near = UNDER_LINE * max(rate for _, rate, _, _ in rows)
    listed = [
        {"name": name, "rate": rate, "role": role, "text": text, "place": _inside(rate, asked, near)}
        for name, rate, role, text in ranked
    ]
    return table(listed, name="", rate=0.0, role="", text="", place="")


def _inside(rate: float, asked: float, near: float) -> str:
    """Where a label stands: inside its bar where the line would cross it above."""
    return "inside" if near < rate < asked < rate + near else "above"


def chances() -> Layers:
    """How likely is it that GDP has reached the target by the end of each year?"""
    base = alt.Chart(ROWS).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("chance:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 25, 50, 75, 100])),
    )
    roles = _roles({"year": palette.REFERENCE, "deadline": palette.SCENARIO})
    bars = base.mark_bar(width=alt.RelativeBandSize(0.6)).encode(color=alt.Color("role:N", legend=None, scale=roles))
    labels = base.mark_text(dy=-8, fontSize=12, fontWeight=600, color=palette.REFERENCE).encode(text="text:N")
    return alt.layer(bars, labels).properties(height=240, padding=padding(left=0, right=6))


def chances_rows(rows: Sequence[tuple[int, float, str, bool]]) -> pa.Table:
    """Rows of (year, chance [per cent], text, whether it is the deadline)."""
    listed = [
        {"year": year, "chance": chance, "text": text, "role": "deadline" if deadline else "year"}
        for year, chance, text, deadline in rows
    ]
    return table(listed, year=0, chance=0.0, text="", role="")


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


def _lines(name: str, wide: int) -> str:
    return "\n".join(wrapped(name, wide))


def _names() -> alt.Axis:
    return alt.Axis(labelLimit=240, ticks=False, domain=False, labelPadding=12, labelExpr=LINES)


def _below() -> alt.Axis:
    return alt.Axis(
        labelAngle=0,
        labelLimit=150,
        labelOverlap=False,
        ticks=False,
        labelFlush=False,
        labelExpr=LINES,
    )


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
