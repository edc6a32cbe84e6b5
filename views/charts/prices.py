"""How does the growth needed hang on prices? By deadline, for three price changes a year."""

import functools
from decimal import ROUND_CEILING
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.needed import PRICE_CHANGES, required_by_price_change
from model.economics.verdict_sentences import FROM_BASELINE, FROM_OFFICIAL
from model.language.wording import Wording
from model.language.words import N_
from views.charts.look import COLOURS, PLACED, Spec, Theme, scaled, table, tips, title, to_spec
from views.charts.stairs import deadlines
from views.state import State

ALT = N_("Real growth needed by deadline, for several price changes")
TITLE = N_("Real growth needed, by deadline and price change")
DASHES = {"0": [2, 3], "1": [1, 0], "2": [6, 3]}
TALL, SPAN, LINE = 300, 165, 15
"""Pixels of the chart, between its highest and lowest point at least, and of a label."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    axis = alt.Axis(title=None, domain=False, ticks=False, tickCount=5, labelExpr="datum.value + '%'")
    base = alt.Chart().encode(
        x=alt.X("year:O", scale=alt.Scale(padding=0.9), axis=alt.Axis(title=None, labelAngle=0, ticks=False)),
        y=alt.Y("needed:Q", axis=axis, scale=alt.Scale(zero=False, nice=False, padding=16)),
        detail=alt.Detail("prices:N"),
    )
    said = tips(w, name=N_("Deadline, end of"), prices=N_("Price change a year"), official=FROM_OFFICIAL,
                baseline=FROM_BASELINE)  # fmt: skip
    dashes = scaled(alt.StrokeDash, "line:O", DASHES)
    lines = base.mark_line(color=c["scenario"], strokeWidth=2, tooltip=None).encode(strokeDash=dashes)
    dots = base.mark_point(filled=True, size=50, opacity=1, color=c["scenario"]).encode(tooltip=said)
    labels = base.transform_filter("datum.text !== ''").mark_text(
        fontSize=12, fontWeight=600, color=c["text"], tooltip=None, **PLACED
    ).encode(text="text:N")  # fmt: skip
    head = title(w(TITLE), w(N_("A year; from the baseline or the latest official level, whichever needs more")), c)
    return to_spec(alt.layer(lines, dots, labels).properties(title=head, height=TALL), c, right=8)


def rows(state: State) -> pa.Table:
    """The rows of the chart, growth in per cent: labels say values at the first deadline, price changes at the last."""
    w, found = state.wording, list[dict[str, Any]]()
    years = [year for year in deadlines(state) if year >= state.scenario.target_year]
    for year in years:
        for line, each in enumerate(required_by_price_change(state.scenario, year)):
            readings = {"official": each.from_official, "baseline": each.from_baseline}
            known = [needed for needed in readings.values() if needed is not None]
            found += [{
                "year": year, "name": str(year), "needed": needed * 100, "line": str(line),
                "prices": w.change(each.price_change, 1), "said": w.rate(needed, rounding=ROUND_CEILING),
                **{key: w.rate(rate, rounding=ROUND_CEILING) for key, rate in readings.items() if rate is not None},
            } for needed in sorted(known)[-1:]]  # fmt: skip
    lines = len(PRICE_CHANGES)
    for row in found[:lines]:
        row |= {"text": row["said"], "align": "right", "dx": -8}
    for row in found[lines:][-lines:]:
        row |= {"text": w(N_("prices {change}"), change=row["prices"]), "align": "left", "dx": 8}
    every = [row["needed"] for row in found]
    pixels = SPAN / max(max(every, default=1.0) - min(every, default=0.0), 1e-9)
    for ends in (found[:lines], found[lines:][-lines:]):
        below = -float("inf")  # the least that the next label lies below the top of the plot
        ends.sort(key=lambda row: -row["needed"])
        for left, row in zip(range(len(ends) - 1, -1, -1), ends, strict=True):
            at = (max(every) - row["needed"]) * pixels
            below = max(min(at, SPAN - left * LINE), below + LINE)  # above the years, with those that are left
            row["dy"] = round(below - at)
    return table(
        found, year=0, name="", needed=0.0, line="", prices="", official="", baseline="", text="", align="", dx=0, dy=0
    )  # fmt: skip
