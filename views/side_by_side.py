"""One chart for each indicator with all scenarios that are compared: colour, dash and a label at each line's end."""

import functools
from collections.abc import Mapping, Sequence

import altair as alt
import pyarrow as pa
import streamlit as st

from model.comparison import as_long
from model.indicators import INDICATORS, Indicator
from model.scenario import Scenario
from model.words import N_
from views import palette
from views.charts import Spec, to_spec
from views.state import State
from views.wording import Wording

DASHES = ([5, 4], [1, 0], [8, 3], [3, 3], [9, 3, 2, 3], [1, 0])
"""By place: the plan, the four kept scenarios, the one on the page."""
HEIGHT, LINE = 290, 16
"""Pixels of a chart, and of a line of text in it."""
LONGEST = 9
"""Characters of a name at the end of a line."""
COLUMNS = {
    "year": pa.float64(), "place": pa.string(), "name": pa.string(), "value": pa.float64(), "label": pa.string(),
    "at": pa.float64(),
}  # fmt: skip
"""`label` stands at the height `at`, right of the last year."""


@functools.cache
def specs(language: str) -> Mapping[str, Spec]:
    """The chart definitions by indicator, ready for the page."""
    w = Wording(language, 0)
    return {indicator.key: to_spec(chart(indicator, w)) for indicator in INDICATORS}


def chart(indicator: Indicator, w: Wording) -> alt.LayerChart | alt.FacetChart:
    """Where does each scenario lead? The scale starts near the lowest level, so that the lines come apart."""
    places = [str(place) for place in range(len(palette.COMPARED))]
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=alt.X(
            "year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1, grid=False, labelFlush=False),
            scale=alt.Scale(zero=False, nice=False),
        ),
        color=alt.Color(
            "place:N", legend=None, scale=alt.Scale(domain=places, range=[*palette.COMPARED])
        ),
    )  # fmt: skip
    levels = alt.Y("value:Q", title=None, axis=alt.Axis(format=",~f", tickCount=6), scale=alt.Scale(zero=False))
    dashes = alt.StrokeDash("place:N", legend=None, scale=alt.Scale(domain=places, range=[*DASHES]))
    tips = [
        alt.Tooltip("name:N", title=w(N_("Scenario"))),
        alt.Tooltip("year:Q", title=w(N_("Year")), format="d"),
        alt.Tooltip("value:Q", title=w(N_("Level")), format=",.2~f"),
    ]
    lines = base.mark_line(strokeWidth=2.2).encode(y=levels, strokeDash=dashes)
    points = base.mark_point(filled=True, size=26, opacity=1).encode(y=levels, tooltip=tips)
    labels = base.mark_text(align="left", dx=8, fontSize=12, fontWeight=600).encode(y=alt.Y("at:Q"), text="label:N")
    title = alt.Title(w(indicator.name), subtitle=w.basis(indicator.unit), subtitleColor=palette.REFERENCE)
    padding = {"left": 0, "top": 0, "bottom": 0, "right": 125}
    return alt.layer(lines, points, labels).properties(height=HEIGHT, title=title, padding=padding)


def draw(now: State, listed: Sequence[tuple[int, str, Scenario]]) -> None:
    """The four charts, in pairs."""
    w = now.wording
    cells = st.grid(2, min_column_width=380)
    for indicator in INDICATORS:
        alt_text = w(N_("Paths of {name}, see the table"), name=w(indicator.name))
        cells.vega_lite_chart(rows(indicator, now, listed), specs(now.language)[indicator.key], alt=alt_text)


def rows(indicator: Indicator, now: State, listed: Sequence[tuple[int, str, Scenario]]) -> pa.Table:
    """The rows of one chart, in the unit that is written."""
    w, last = now.wording, max(scenario.last_year for _, _, scenario in listed)
    found: list[tuple[float, str, str, float | None, str, float | None]] = []
    ends = {}
    for place, name, scenario in listed:
        for point in as_long(scenario, last, now.pack).points[indicator.key]:
            level = float(w.shifted(point.level, indicator.unit))
            found.append((point.year, str(place), name, level, "", None))
            ends[place] = level
    values = [row[3] for row in found if row[3] is not None]
    heights = spread(ends, (max(values) - min(values) or max(values)) * LINE / (HEIGHT * 0.62))
    for place, name, scenario in listed:
        end = as_long(scenario, last, now.pack).points[indicator.key][-1]
        short = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
        label = f"{short} {w.bare(end.level, end.unit)}"
        found.append((last, str(place), name, None, label, heights[place]))
    return pa.table([pa.array(column, kind) for column, kind in zip(zip(*found, strict=True), COLUMNS.values(),
                                                                   strict=True)], list(COLUMNS))  # fmt: skip


def spread(ends: Mapping[int, float], gap: float) -> dict[int, float]:
    """Heights for labels beside these ends: in their order, at least that far apart, and as near as that allows."""
    order = sorted(ends, key=lambda place: ends[place])
    groups: list[tuple[float, int]] = []
    for place in order:
        middle, count = ends[place], 1
        while groups and middle - groups[-1][0] < gap * (count + groups[-1][1]) / 2:
            before, others = groups.pop()
            middle, count = (before * others + middle * count) / (others + count), others + count
        groups.append((middle, count))
    heights = [middle + gap * (i - (count - 1) / 2) for middle, count in groups for i in range(count)]
    return dict(zip(order, heights, strict=True))
