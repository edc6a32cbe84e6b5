"""Is what the scenario asks for within experience? Each check a dot on the range ever observed, one row each.

Rows have scales of their own: the range fills the same width in each.
"""

import functools
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.remarks import Remark, remarks
from model.language.wording import Wording
from model.language.words import N_
from views.charts.look import COLOURS, NARROW, Spec, Theme, on_lines, part, scaled, table, tips, to_spec
from views.state import State
from views.words import checks, notes

ALT = N_("Each check: the scenario's value on the range observed")
ENDS = (-0.6, 1.8)
"""How far from the range a dot is drawn, in widths of the range; what is beyond stands there with an arrow."""
STEP = 48
"""Pixels of a row."""
NAMES, LETTERS = 330, 50
"""Pixels left of the ranges for the names, and letters on a line of one; on a phone these stand above their ranges."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    place = alt.Scale(
        domain=[-0.7, 2.5], range=[alt.ExprRef(f"{NARROW} ? 0 : {NAMES}"), alt.ExprRef("width")], nice=False
    )
    base = alt.Chart().encode(x=alt.X("x:Q", axis=None, scale=place), y=alt.Y("name:N", sort=None, axis=None))
    said = tips(w, name=N_("Check"), value=N_("This scenario"), range=N_("Observed"), source=N_("Source"))
    colour = scaled(alt.Color, "place:N", {"outside": "not_reached", "within": "scenario"}, c)
    shape = scaled(alt.Shape, "place:N", {"outside": "diamond", "within": "circle"})
    low = alt.ExprRef(f"{NARROW} ? 2 : 0")
    band = part(base, "range").mark_bar(height=8, color=c["reference"], opacity=0.28, yOffset=low).encode(
        x2="x2:Q", tooltip=said
    )  # fmt: skip
    ends = part(base, "end").mark_text(
        fontSize=12, color=c["soft"], dy=alt.ExprRef(f"{NARROW} ? 15 : 14"), tooltip=None
    ).encode(text=alt.Text("text:N"))  # fmt: skip
    ticks = part(base, "end").mark_tick(thickness=2, height=14, color=c["reference"], yOffset=low, tooltip=None)
    dots = (
        part(base, "dot")
        .mark_point(filled=True, size=110, opacity=1, yOffset=low)
        .encode(color=colour, shape=shape, tooltip=said)
    )
    values = part(base, "dot").mark_text(
        fontSize=13, fontWeight=600, tooltip=None, align="left", dx=9, yOffset=low,
    ).encode(text=alt.Text("text:N"), color=colour)  # fmt: skip
    names = part(base, "dot").mark_text(
        fontSize=13, color=c["text"], align="left", lineBreak="\n", dy=alt.ExprRef(f"{NARROW} ? -14 : 0"), tooltip=None
    ).encode(x=alt.value(0), text=alt.Text("name:N"))  # fmt: skip
    shared: dict[str, Any] = dict.fromkeys(("color", "shape"), "independent")
    chart = alt.layer(band, ticks, ends, names, dots, values).resolve_scale(**shared)
    return to_spec(chart.properties(height=alt.Step(STEP)), c, right=8)


def rows(state: State) -> pa.Table:
    """The rows of the chart, those outside past experience first."""
    found: list[dict[str, Any]] = []
    for remark in remarks(state.scenario):
        low, value, high = (_place(remark, each) for each in (remark.low, remark.value, remark.high))
        ends = [checks.rate(state, remark, each) for each in (remark.low, remark.high)]
        span = state.wording.between(*ends) if ends[0] != ends[1] else ends[0]
        text = checks.value(state, remark)
        at = min(max(value, ENDS[0]), ENDS[1])
        if at != value:
            text = f"{text} →" if value > at else f"← {text}"
        about = {
            "name": on_lines(checks.name(state, remark), LETTERS), "value": text.strip("→← "), "range": span,
            "source": state.wording.listing([notes.short(state, source) for source in remark.sources]),
            "place": "outside" if remark.notable else "within",
        }  # fmt: skip
        found.append({"role": "range", "x": low, "x2": high, **about})
        found += [
            {"role": "end", "x": x, "text": end, **about}
            for x, end in dict(zip((low, high), ends, strict=True)).items()
        ]
        found.append({"role": "dot", "x": at, "text": text, **about})
    return table(
        found, role="", x=0.0, x2=0.0, name="", text="", place="", value="", range="", source=""
    )  # fmt: skip


def _place(remark: Remark, value: float) -> float:
    """Where a value lies: 0 at the low end of the range, 1 at the high one; a range of one value lies at 1/2."""
    width = remark.high - remark.low
    return (value - remark.low) / width if width else 0.5 + (value - remark.low) / (abs(remark.low) or 1.0)
