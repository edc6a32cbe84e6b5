"""What do the targets ask for beside the results of the year before? How many ask for more, the same, less."""

import functools

import altair as alt
import pyarrow as pa

from model.language.words import N_
from views.charts.look import COLOURS, Spec, Theme, table, to_spec
from views.state import State
from views.words.statements import ASKS, asks

ALT = N_("How many targets ask for more than the result of the year before, for the same, and for less")
ROW = 24
"""Pixels of a row."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    c = COLOURS[theme]
    names = alt.Axis(title=None, domain=False, ticks=False, labelLimit=220, labelColor=c["text"], labelFontSize=12.5)
    base = alt.Chart().encode(
        x=alt.X("count:Q", axis=None, scale=alt.Scale(zero=True)), y=alt.Y("name:N", sort=None, axis=names)
    )
    bars = base.mark_bar(height=13, color=c["reference"], tooltip=None)
    text = base.mark_text(align="left", dx=6, fontSize=12.5, tooltip=None, color=c["text"]).encode(text="count:Q")
    return to_spec(alt.LayerChart(layer=[bars, text]), c, right=24)


def rows(state: State) -> pa.Table:
    """The rows of the chart."""
    w, found = state.reported, asks(state)
    return table([{"name": w(ASKS[key]), "count": float(found[key])} for key in ASKS], name="", count=0.0)
