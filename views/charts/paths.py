"""The charts: definitions built once by Altair for each language; their rows, in `chart_rows`, are all that changes.

A definition never holds a value of the scenario, so a moved slider only sends rows to a chart that is already there.
"""

import functools
from collections.abc import Mapping
from typing import Any

import altair as alt

from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP, INDICATORS, Indicator
from views import palette

HISTORY, REFERENCE, SCENARIO, OUTCOME, TARGET, DEADLINE, FRAME = (
    "history", "reference", "scenario", "outcome", "target", "deadline", "frame",
)  # fmt: skip
"""What a row stands for. A frame draws nothing: it makes room, and keeps scales alike."""
COLOURS = {
    HISTORY: palette.HISTORY,
    REFERENCE: palette.REFERENCE,
    SCENARIO: palette.SCENARIO,
    OUTCOME: palette.OUTCOME,
    TARGET: palette.TARGET,
    DEADLINE: palette.TARGET,
    FRAME: "transparent",
}
DASHES = {REFERENCE: [5, 4], TARGET: [6, 4], DEADLINE: [2, 3]}
SMALL = tuple(indicator for indicator in INDICATORS if indicator is not GDP)
SIZE, SMALL_SIZE, END = (640, 370), (300, 235), 38
"""Pixels between the axes, and right of them for the label of the last point: the least that a chart usually has."""
Spec = dict[str, Any]


@functools.cache
def specs(language: str) -> Mapping[str, Spec]:
    """The chart definitions by indicator, ready for the page."""
    w = Wording(language, 0)
    return {GDP.key: to_spec(gdp_chart(w)), **{i.key: to_spec(small_chart(i, w)) for i in SMALL}}


def gdp_chart(w: Wording) -> alt.LayerChart | alt.FacetChart:
    """Does GDP reach the target by the deadline? History, scenario, reference, outcome, target and deadline."""
    base = _base(*_axes())
    ranged = base.transform_filter("isValid(datum.low)")
    band = ranged.mark_area(color=palette.SCENARIO, opacity=0.12).encode(
        y=alt.Y("low:Q", title=None), y2="high:Q", detail="role:N"
    )
    return alt.layer(band, *_marks(base, w)).properties(height=SIZE[1], padding=_padding(END))


def small_chart(indicator: Indicator, w: Wording) -> alt.LayerChart | alt.FacetChart:
    """Where does this indicator go? Small charts share one shape and start at zero; equal slopes are equal growth."""
    return small_path(w(indicator.name), w.basis(indicator.unit), w)


def small_path(name: str, basis: str, w: Wording) -> alt.LayerChart | alt.FacetChart:
    """Where does what has that name and price basis go? Of the shape that all small charts share."""
    title = alt.Title(name, subtitle=basis, subtitleColor=palette.REFERENCE)
    return alt.layer(*_marks(_base(*_axes()), w)).properties(height=SMALL_SIZE[1], title=title, padding=_padding(18))


def _padding(right: int) -> dict[str, int]:
    """Pixels around the chart: at the right, for the label of the last point."""
    return {"left": 0, "top": 4, "bottom": 0, "right": right}


def _axes() -> tuple[alt.X, alt.Y]:
    axis = alt.Axis(format="d", tickMinStep=1, grid=False, labelFlush=False)
    return (
        alt.X("year:Q", title=None, axis=axis, scale=alt.Scale(zero=False, nice=False)),
        alt.Y(
            "value:Q",
            title=None,
            axis=alt.Axis(format=",~f", tickCount=6, labelBaseline="middle"),
            scale=alt.Scale(zero=True, nice=True),
        ),
    )


def _base(years: alt.X, levels: alt.Y) -> alt.Chart:
    return alt.Chart(alt.NamedData("rows")).encode(x=years, y=levels)


def _marks(base: alt.Chart, w: Wording) -> list[alt.Chart]:
    """Lines, points and labels of all roles: few layers, because every layer costs time on every move."""
    roles = list(COLOURS)
    colour = alt.Color("role:N", legend=None, scale=alt.Scale(domain=roles, range=list(COLOURS.values())))
    dashes = [DASHES.get(role, [1, 0]) for role in roles]
    widths = [2.6 if role == SCENARIO else 1.8 if role in (HISTORY, REFERENCE) else 1.3 for role in roles]
    shapes = ["diamond" if role == OUTCOME else "circle" for role in roles]
    sizes = [100 if role == OUTCOME else 30 if role in (SCENARIO, HISTORY) else 0 for role in roles]
    tips = [
        alt.Tooltip("year:Q", title=w(N_("Year")), format="d"),
        alt.Tooltip("value:Q", title=w(N_("Level")), format=",.2~f"),
    ]
    lines = base.mark_line(invalid="break-paths-filter-domains").encode(
        color=colour,
        strokeDash=alt.StrokeDash("role:N", legend=None, scale=alt.Scale(domain=roles, range=dashes)),
        strokeWidth=alt.StrokeWidth("role:O", legend=None, scale=alt.Scale(type="ordinal", domain=roles, range=widths)),
    )
    points = base.mark_point(filled=True, opacity=1).encode(
        color=colour,
        shape=alt.Shape("role:N", legend=None, scale=alt.Scale(domain=roles, range=shapes)),
        size=alt.Size("role:O", legend=None, scale=alt.Scale(type="ordinal", domain=roles, range=sizes)),
        tooltip=tips,
    )
    labels = base.mark_text(
        fontWeight=600,
        fontSize=12,
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef("datum.align === 'left' ? 7 : datum.align === 'right' ? -7 : 0"),
        dy=alt.ExprRef("datum.dy"),
    ).encode(text="text:N", color=colour)
    return [lines, points, labels]


def to_spec(chart: alt.LayerChart | alt.FacetChart) -> Spec:
    """The definition as Streamlit takes it: the rows come beside it, and look and size from the page."""
    spec: Spec = chart.to_dict()
    for key in ("$schema", "config", "data", "datasets"):
        spec.pop(key, None)
    for layer in spec["layer"]:
        layer.pop("data", None)
    return spec
