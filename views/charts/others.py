"""Where do investment, retail sales and income go? Small charts of one shape: equal slopes are equal growth."""

import functools
import math
from typing import Any

import altair as alt
import pyarrow as pa

from model.indicators import GDP, Indicator
from model.wording import Wording
from model.words import N_
from views.charts.look import COLOURS, Spec, Theme, title, to_spec
from views.charts.path_rows import projections
from views.state import State

HEIGHT = 190
COLUMNS = {
    "mark": pa.string(), "role": pa.string(), "x": pa.float64(), "y": pa.float64(), "text": pa.string(),
    "align": pa.string(), "dy": pa.int16(), "year": pa.string(), "own": pa.string(), "plan": pa.string(),
}  # fmt: skip
STYLES = {"reference": (1.5, [5, 3]), "scenario": (2.4, [1, 0]), "published": (0.0, [1, 0])}
"""Width and dashes of the lines, by role."""


@functools.cache
def definition(key: str, language: str, theme: Theme) -> Spec:
    """The chart of an indicator as Streamlit takes it."""
    w, c, indicator = Wording(language, 0), COLOURS[theme], BY_KEY[key]
    colour = alt.Color(
        "role:N", legend=None, scale=alt.Scale(domain=list(STYLES), range=[c[role] for role in STYLES])
    )  # fmt: skip
    x = alt.X(
        "x:Q",
        scale=alt.Scale(zero=False, nice=False),
        axis=alt.Axis(format="d", tickMinStep=1, grid=False, title=None, labelFlush=False),
    )
    y = alt.Y(
        "y:Q",
        scale=alt.Scale(nice=True),
        axis=alt.Axis(title=None, domain=False, ticks=False, tickCount=4, format=",~f"),
    )
    base = alt.Chart(alt.NamedData("rows")).encode(x=x, y=y)

    def part(mark: str) -> alt.Chart:
        return base.transform_filter(f"datum.mark === '{mark}'")

    widths, dashes = ([style[place] for style in STYLES.values()] for place in (0, 1))
    line = part("line").mark_line(tooltip=None)
    dot = part("dot").mark_circle(size=42, opacity=1, tooltip=None)
    text = part("label").mark_text(
        fontSize=12,
        tooltip=None,
        align=alt.ExprRef("datum.align"),
        dy=alt.ExprRef("datum.dy"),
        text=alt.ExprRef("datum.text"),
    )
    hover = part("hover").mark_rule(strokeWidth=30, opacity=0.0001)
    tips = {"year": N_("Year"), "own": N_("Scenario"), "plan": N_("Reference")}
    chart = alt.layer(
        line.encode(
            color=colour,
            strokeWidth=alt.StrokeWidth(
                "role:O", legend=None, scale=alt.Scale(type="ordinal", domain=list(STYLES), range=widths)
            ),
            strokeDash=alt.StrokeDash(
                "role:O", legend=None, scale=alt.Scale(type="ordinal", domain=list(STYLES), range=dashes)
            ),
        ),
        dot.encode(color=colour),
        text.encode(color=colour),
        hover.encode(
            y2=alt.Y2Datum(0), tooltip=[alt.Tooltip(f"{field}:N", title=w(name)) for field, name in tips.items()]
        ),
    )
    head = title(w(indicator.name), w.basis(indicator.unit), c)
    return to_spec(chart.properties(height=HEIGHT, title=head), c, right=6)
