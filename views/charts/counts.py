"""How many of the plan's indicators were met? A dot each: filled where it was, a ring where it was not."""

import functools

import altair as alt
import pyarrow as pa

from model.language.wording import Wording
from model.language.words import N_
from views.charts.look import COLOURS, Spec, Theme, scaled, table, tips, to_spec
from views.state import State
from views.words.progress import counts

ALT = N_("Official counts of the indicators that were met, a dot each")
ACROSS, LINE = 18, 25
"""Dots in a line, and pixels of a line."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    base = alt.Chart().encode(y=alt.Y("line:O", axis=None))
    dots = base.transform_filter("datum.text === ''").mark_point(size=105, strokeWidth=1.8, opacity=1).encode(
        x=alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0.5, ACROSS + 0.5])),
        color=scaled(alt.Color, "role:N", {"met": "reached", "missed": "not_reached"}, c),
        fill=scaled(alt.Fill, "role:N", {"met": "reached", "missed": "transparent"}, c),
        tooltip=tips(w, said=N_("Indicators")),
    )  # fmt: skip
    text = base.transform_filter("datum.text !== ''").mark_text(align="left", fontSize=13, tooltip=None).encode(
        x=alt.value(0), text="text:N", color=alt.value(c["text"])
    )  # fmt: skip
    return to_spec(alt.LayerChart(layer=[dots, text]), c)


def rows(state: State) -> pa.Table:
    """The rows of the chart: the count of each status in words, and below it its dots."""
    found, line = list[dict[str, object]](), 0
    for each in counts(state):
        found.append({"line": line, "text": each.said})
        for place in range(each.all):
            role = "met" if place < each.met else "missed"
            down = line + 1 + place // ACROSS
            found.append({"line": down, "x": place % ACROSS + 1.0, "role": role, "said": each.said})
        line += 1 + -(-each.all // ACROSS)
    return table(found, line=0, x=0.0, role="", text="", said="")


def height(state: State) -> int:
    """Pixels that all lines take."""
    return LINE * sum(1 + -(-each.all // ACROSS) for each in counts(state))
