"""Were the main targets met? A tick is the target, a dot the result, a ring the year before."""

import functools
from decimal import Decimal

import altair as alt
import pyarrow as pa

from model.language.rounding import decimals
from model.language.wording import Wording
from model.language.words import N_
from views.charts.look import COLOURS, NARROW, Spec, Theme, scaled, table, tips, to_spec
from views.state import State
from views.words.progress import Headline, headlines

ALT = N_("Main targets and their results, see the heading and the line below it")
ROW, AXIS = 36, 26
"""Pixels of a row, and of the axis below the rows."""
NAMES, SAID = 165, 150
"""Pixels of the columns left and right of the plot; on a phone both stand over their row."""
ROLES = {"met": "reached", "missed": "not_reached", "open": "soft"}
"""Colours of results, by role."""


@functools.cache
def definition(language: str, theme: Theme, unit: str = "%") -> Spec:
    """The chart of targets in one unit, as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    per_cent = unit == "%"
    axis = alt.Axis(
        title=None if per_cent else unit, titleAnchor="end", titleColor=c["soft"], titleFontSize=12,
        titleFontWeight=400,
        domain=False, ticks=False, tickCount=5, labelExpr=f"datum.label + '{w.percent_sign if per_cent else ''}'",
    )  # fmt: skip
    left, right = alt.ExprRef(f"{NARROW} ? 0 : {NAMES}"), alt.ExprRef(f"{NARROW} ? width : width - {SAID}")
    scale = alt.Scale(zero=True, nice=True, range=[left, right])
    base = alt.Chart().encode(
        y=alt.Y("name:N", sort=None, axis=None),
        color=scaled(alt.Color, "role:N", ROLES, c),
        tooltip=tips(
            w, name=N_("Indicator"), aim=N_("Target"), result=N_("Result"), past=N_("Year before"),
            said=N_("Target met?"),
        ),
    )  # fmt: skip

    def at(field: str) -> alt.Chart:
        shown = base.transform_filter(f"isValid(datum.{field})")
        return shown.encode(x=alt.X(f"{field}:Q", axis=axis, scale=scale))

    both = at("actual").transform_filter("isValid(datum.target)")
    gap = both.mark_rule(strokeWidth=5, opacity=0.45).encode(x2="target:Q")
    before = at("before").mark_point(filled=False, size=70, strokeWidth=1.8, opacity=1, color=c["reference"]).encode(
        color=alt.value(c["reference"])
    )  # fmt: skip
    target = at("target").mark_tick(thickness=4, height=20).encode(color=alt.value(c["target"]))
    actual = at("actual").mark_point(filled=True, size=110, opacity=1)
    over = alt.ExprRef(f"{NARROW} ? -17 : 0")
    name = base.mark_text(align="left", dy=over, fontSize=13, tooltip=None).encode(
        x=alt.value(0), text="name:N", color=alt.value(c["text"])
    )  # fmt: skip
    said = base.mark_text(align="right", dy=over, fontSize=13, fontWeight=600, tooltip=None).encode(
        x=alt.value("width"), text="said:N"
    )  # fmt: skip
    return to_spec(alt.LayerChart(layer=[name, said, gap, before, target, actual]), c, right=4)


def height(state: State, unit: str) -> int:
    """Pixels that the rows of a unit take, and the axis below them."""
    return ROW * len(_of_unit(state, unit)) + AXIS * (1 if unit == "%" else 2)


def _of_unit(state: State, unit: str) -> list[Headline]:
    return [each for each in headlines(state) if each.unit == unit]


def rows(state: State, unit: str = "%") -> pa.Table:
    """The rows of the chart: targets of one unit."""

    def shown(each: Headline, value: float | None) -> str:
        if value is None:
            return "–"
        w, exact = state.wording, Decimal(repr(float(value)))
        return w.number(exact, decimals(exact)) + (w.percent_sign if each.unit == "%" else f" {each.unit}")

    found = [
        {
            "name": each.name, "before": each.before, "target": each.target, "actual": each.actual, "said": each.said,
            "role": "open" if each.met is None else "met" if each.met else "missed", "aim": shown(each, each.target),
            "result": shown(each, each.actual), "past": shown(each, each.before),
        }
        for each in _of_unit(state, unit)
    ]  # fmt: skip
    return table(found, name="", role="", before=0.0, target=0.0, actual=0.0, said="", aim="", result="", past="")
