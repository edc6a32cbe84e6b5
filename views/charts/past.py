"""Was the growth needed ever reached? It stands after the region's own past, year by year."""

import functools
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.verdict import readings_by
from model.language.rates import rate
from model.language.wording import Wording
from model.language.words import N_
from model.region.observed import latest_growth, past_growth
from views.charts.look import COLOURS, PLACED, Spec, Theme, part, scaled, table, tips, title, to_spec
from views.state import State

ALT = N_("Growth of GDP by year, nominal and real, and the growth needed")
TITLE = N_("Growth needed, after the growth reached")
ROLES = {"nominal": "reference", "real": "published", "needed": "scenario"}
"""Colours by role."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    years = alt.Axis(format="d", title=None, grid=False, tickMinStep=1, tickCount=6, labelFlush=False)
    growth = alt.Axis(title=None, domain=False, ticks=False, tickCount=4, labelExpr="datum.value + '%'")
    base = alt.Chart().encode(
        x=alt.X("x:Q", axis=years, scale=alt.Scale(zero=False, nice=False, padding=8)),
        y=alt.Y("y:Q", axis=growth),
        color=scaled(alt.Color, "role:N", ROLES, c),
    )
    said = tips(w, year=N_("Year"), growth=N_("Growth"), basis=N_("Price basis"))
    marks, labels = (base.transform_filter(f"datum.text {sign} ''") for sign in ("===", "!=="))
    shape = scaled(alt.Shape, "role:N", {"nominal": "circle", "real": "diamond"})
    dots = part(marks, "nominal", "real").mark_point(filled=True, size=60, opacity=1).encode(shape=shape, tooltip=said)
    needed = part(marks, "needed").mark_line(strokeWidth=3).encode(tooltip=said)
    weight = alt.ExprRef("datum.role === 'needed' ? 600 : 400")
    text = labels.mark_text(fontSize=12, tooltip=None, fontWeight=weight, **PLACED).encode(text="text:N")
    head = title(w(TITLE), "", c)
    return to_spec(alt.layer(dots, needed, text).properties(title=head), c, right=4)


def rows(state: State) -> pa.Table | None:
    """The rows of the chart, growth in per cent; None where no past growth is known or no year is left to change."""
    w, pack, scenario = state.wording, state.pack, state.scenario
    past, needed = past_growth(pack), readings_by(scenario.target_year, scenario)
    real = {figure.year: rate(figure.value) for figure in latest_growth(pack)}
    if not needed or not (past or real):
        return None
    found: list[dict[str, Any]] = []

    def add(role: str, year: float, value: float, said: str, years: str, basis: str) -> None:
        found.append({"role": role, "x": year, "y": value * 100, "year": years, "growth": said, "basis": basis})

    def label(role: str, year: float, value: float, text: str, align: str = "right", **more: int) -> None:
        found.append(
            {"role": role, "x": year, "y": value * 100, "text": text, "align": align, "dx": 0, "dy": 0, **more}
        )

    names = {"nominal": w(N_("nominal")), "real": w(N_("real"))}
    for role, listed in (("nominal", past), ("real", real)):
        for year, value in listed.items():
            add(role, year, value, w.rate(value, 1), str(year), names[role])
    if past:
        highest = max(past, key=past.__getitem__)
        label("nominal", highest, past[highest], names["nominal"], "left", dx=8)
    if real:
        label("real", min(real), min(real.values()), names["real"], dx=-8)
    years, growth, assumed = list(needed[0].years), needed[0].required_growth, needed[0].assumed_growth
    assert growth is not None
    assert assumed is not None
    _, said = w.needed(assumed, growth)
    for end in (years[0] - 0.4, years[-1] + 0.4):
        add("needed", end, growth, said, w.years(years), names["real"])
    label("needed", years[-1] + 0.4, growth, w(N_("needed {rate}, real"), rate=said), dy=-13)
    return table(
        found, role="", x=0.0, y=0.0, text="", align="", dx=0, dy=0, year="", growth="", basis=""
    )  # fmt: skip
