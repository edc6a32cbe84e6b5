"""Why does the scenario end elsewhere than its reference? From the one level to the other, a row a lever."""

import functools
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics import phrases
from model.economics.decompose import BY_HAND, Part, decompose
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.scenario.levers import lever_key, levers
from views.charts.look import COLOURS, Spec, Theme, names_axis, on_lines, scaled, table, tips, title, to_spec
from views.state import State
from views.words import names
from views.words.levers import short_name

ALT = N_("What each lever adds to GDP at the deadline, from the reference to this scenario")
TITLE = N_("From the reference to this scenario: what each lever adds")
ROLES = {"total": "reference", "up": "scenario", "down": "target"}
"""Colours by role."""
LONG = 30
"""Letters on a line of a scenario's name, which somebody made up: the longest then takes three lines, as a row has."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    level = alt.X(
        "start:Q", axis=alt.Axis(title=None, domain=False, ticks=False, format=",~f", tickCount=5),
        scale=alt.Scale(zero=False, nice=False, padding=56),
    )  # fmt: skip
    base = alt.Chart().encode(y=alt.Y("name:N", sort=None, axis=names_axis(c)))
    said = tips(w, name=N_("Lever"), said=N_("GDP, or what is added to it"))
    bars = base.mark_bar(height=alt.RelativeBandSize(0.62)).encode(
        x=level, x2="end:Q", tooltip=said, color=scaled(alt.Color, "role:N", ROLES, c)
    )
    labels = base.mark_text(
        align="left", dx=6, fontSize=12, fontWeight=600, color=c["text"], tooltip=None
    ).encode(x=alt.X("right:Q"), text=alt.Text("said:N"))  # fmt: skip
    subtitle = w(N_("GDP at the deadline, {unit}; the axis is cut off"), unit=w.unit(GDP.unit))
    head = title(w(TITLE), subtitle, c)
    return to_spec(alt.layer(bars, labels).properties(title=head, height=alt.Step(46)), c, right=8)


def rows(state: State) -> pa.Table | None:
    """The rows of the chart, in the unit that is written; None where nothing differs."""
    w, found = state.wording, decompose(state.scenario, state.reference)
    if not found.shares:
        return None
    start, end = (float(w.shifted(level, GDP.unit)) for level in (found.reference, found.level))
    at, steps = start, list[dict[str, Any]]()
    for (series, slot), amount in found.by_lever.items():
        change = float(w.shifted(amount, GDP.unit))
        role = "up" if change >= 0 else "down"
        name = on_lines(lever_name(state, series, slot))
        steps.append({"name": name, "start": at, "end": at + change, "role": role, "said": signed(w, amount)})
        at += change
    every = [start, end, *(step["end"] for step in steps)]
    bottom = max(0.0, min(every) - 0.35 * max(max(every) - min(every), 0.02 * end))
    ends = ((names.name_of_reference(state), start, found.reference), (w(N_("this scenario")), end, found.level))
    first, last = (
        {"name": on_lines(name, LONG), "start": bottom, "end": level, "role": "total", "said": w.bare(exact, GDP.unit)}
        for name, level, exact in ends
    )
    listed = [first, *steps, last]
    return table(
        [row | {"right": max(row["start"], row["end"])} for row in listed], name="", start=0.0, end=0.0, right=0.0,
        role="", said="",
    )  # fmt: skip


def lever_name(state: State, series: str, slot: Part) -> str:
    """What a part of the difference comes from."""
    w = state.wording
    if slot == BY_HAND:
        return w(phrases.OTHER, name=w(state.pack.growing[series].growth_label), when=w(N_("single years set by hand")))
    return short_name(state, levers(state.pack)[lever_key(series, slot)])


def signed(w: Wording, amount: float) -> str:
    """A change of GDP with its sign."""
    return w.number(w.shifted(amount, GDP.unit), w.digits(GDP.unit), sign=True)
