"""What growth reaches the target, by deadline? Right of the stairs it is met; lines show growth that was published."""

import functools
import math
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.verdict import judge, readings_by
from model.language.rates import rate
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.limits import FARTHEST
from model.region.observed import city_pace, latest_growth
from views.charts.look import COLOURS, NARROW, PLACED, Spec, Theme, part, scaled, table, tips, title, to_spec
from views.state import State

ALT = N_("Growth needed by deadline, growth assumed and growth published")
TITLE = N_("Growth needed to reach the target, by deadline")
SUBTITLE = N_("Blue: reached; gold: depends on the starting level")
BEFORE, AFTER = 2, 4
"""Deadlines shown before and after the scenario's own."""
ROOM = 4
"""Points of growth shown right of what is needed by the deadline."""
FARTHEST_LEFT = 10
"""Points of growth shown left of what is assumed, at most."""
LABEL = 0.2
"""Width of a label over the plot, on a phone, as a part of the plot's."""
STYLES = {
    "needed": ("text", 13), "year": ("text", 13), "due": ("target", 13), "own": ("scenario", 13), "soft": ("soft", 12),
}  # fmt: skip
"""Colour and size of the labels, by style."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    axis = alt.Axis(
        title=None, domain=False, ticks=False, tickMinStep=1, tickCount=10, labelPadding=6,
        labelExpr=f"{NARROW} && datum.index * (datum.value % 2) ? '' : datum.value + '%'",
    )  # fmt: skip
    x = alt.X("x:Q", axis=axis, scale=alt.Scale(zero=False, nice=False))
    y = alt.Y("year:O", axis=None, scale=alt.Scale(paddingInner=0.1, paddingOuter=0.05))
    base = alt.Chart().encode(x=x)
    strengths = {"light": {"met": 0.16, "depends": 0.6}, "dark": {"met": 0.3, "depends": 0.8}}[theme]
    said = tips(w, year=N_("Deadline, end of"), needed=N_("Growth needed a year"), other=N_("other reading"))
    text = part(base, "label").mark_text(
        baseline="middle", tooltip=None,
        fontWeight=alt.ExprRef("datum.style === 'soft' || datum.style === 'year' ? 400 : 600"),
        **PLACED,
    ).encode(
        text=alt.Text("text:N"),
        color=scaled(alt.Color, "style:N", {style: colour for style, (colour, _) in STYLES.items()}, c),
        size=scaled(alt.Size, "style:O", {style: size for style, (_, size) in STYLES.items()}),
    )  # fmt: skip
    layers = [
        part(base, "met").mark_bar(color=c["scenario"], opacity=strengths["met"]).encode(x2="x2:Q", y=y, tooltip=said),
        # the rim shows it even where the readings lie close together
        part(base, "depends").mark_bar(
            color=c["depends"], opacity=strengths["depends"], stroke=c["depends"], strokeWidth=2
        ).encode(x2="x2:Q", y=y, tooltip=said),
        part(base, "published").mark_rule(color=c["reference"], strokeDash=[2, 3], tooltip=None),
        part(base, "own").mark_rule(color=c["scenario"], strokeWidth=2.2, tooltip=None),
        part(base, "dot").mark_circle(color=c["text"], size=56, opacity=1).encode(y=y, tooltip=said),
        part(base, "here").mark_point(
            color=c["scenario"], fill=c["page"], size=90, strokeWidth=2.2, opacity=1, tooltip=None
        ).encode(y=y),
        text.transform_filter("datum.year !== ''").encode(y=y),
        text.transform_filter("datum.year === '' && datum.dy < 0").encode(y=alt.value(0)),
        text.transform_filter("datum.year === '' && datum.dy > 0").encode(y=alt.value(alt.ExprRef("height"))),
    ]  # fmt: skip
    head = title(w(TITLE), w(SUBTITLE), c)
    return to_spec(alt.layer(*layers).properties(title=head), c, right=8)


def deadlines(state: State) -> dict[int, tuple[float, ...]]:
    """The growth needed by each deadline that is shown, that of the binding reading first."""
    scenario, pack = state.scenario, state.pack
    own = scenario.target_year
    last = pack.base_year + FARTHEST
    years = range(max(pack.first_year + 1, own - BEFORE), min(own + AFTER, last) + 1)
    found = {year: readings_by(year, scenario) for year in years}
    needed = {y: tuple(n for each in every if (n := each.required_growth) is not None) for y, every in found.items()}
    return {year: rates for year, rates in needed.items() if rates}


def published(state: State) -> list[tuple[float, str]]:
    """Real growth that was published [fraction]: the region's latest two years, and the municipality's mean."""
    w, known = state.wording, latest_growth(state.pack)
    found = [(rate(f.value), w(N_("{year}: {rate}"), year=f.year, rate=w.number(f.value, 1))) for f in known]
    if (pace := city_pace(state.pack)) is not None:
        found.append((pace, w(N_("city {rate}"), rate=w.number(pace * 100, 1))))
    return sorted(found)


def rows(state: State) -> pa.Table:
    """The rows of the chart, growth in per cent a year."""
    w, binding = state.wording, judge(state.scenario).binding
    growth = state.scenario.rate(GDP.key, "later") if binding.assumed_growth is None else binding.assumed_growth
    own, since = growth * 100, min(binding.years, default=state.pack.first_year + 1)
    due, needed = state.scenario.target_year, deadlines(state)
    marks = [(value * 100, name) for value, name in published(state)]
    left, right = _limits(
        own, [value for value, _ in marks], {y: [n * 100 for n in each] for y, each in needed.items()}
    )
    found: list[dict[str, Any]] = []

    def label(style: str, x: float, text: str, **more: Any) -> None:
        found.append({"role": "label", "style": style, "x": x, "text": text, "align": "left", "dx": 0, "dy": 0, **more})

    for year, every in needed.items():
        said = [w.needed(growth, each)[1] for each in every]
        least, most = (min(max(end * 100, left), right) for end in (min(every), max(every)))
        about = {"year": str(year), "needed": said[0], "other": w.listing(said[1:])}
        found.append({"role": "met", "x": most, "x2": right, **about})
        if least < most:
            found.append({"role": "depends", "x": least, "x2": most, **about})
        label("due" if year == due else "year", left, str(year), align="right", dx=-10, year=str(year))
        if left <= every[0] * 100 < right:
            found.append({"role": "dot", "x": every[0] * 100, **about})
            wide = LABEL * 0.75 * (right - left)
            near = least - left < wide or 0 <= least - own < wide  # the edge, or the growth assumed, is in the way
            side: dict[str, Any] = {"align": "left", "dx": 8} if near else {"align": "right", "dx": -8}
            label("needed", every[0] * 100 if near else least, said[0], year=str(year), **side)
        else:
            beyond = every[0] * 100 >= right
            text = f"{said[0]} →" if beyond else f"← {said[0]}"
            side = {"align": "right", "dx": -4} if beyond else {"align": "left", "dx": 4}
            label("needed", right if beyond else left, text, year=str(year), **side)
    found.append({"role": "own", "x": own})
    if due in needed:
        found.append({"role": "here", "x": own, "year": str(due)})
    assumed = w.needed(growth, needed[due][0])[0] if due in needed else w.rate(growth)
    label("own", own, w(N_("assumed {rate}"), rate=assumed), align="center", dy=-10)
    taken = [-math.inf] * 3
    for value, name in marks:
        found.append({"role": "published", "x": value})
        row = next((at for at, end in enumerate(taken) if value - end > LABEL * (right - left)), 0)
        taken[row] = value
        label("soft", value, name, align="center", dy=-26 - 15 * row)
    label("soft", right, w(N_("real GDP growth a year from {since}"), since=since), align="right", dy=34)
    return table(
        found, role="", style="", x=0.0, x2=0.0, year="", text="", align="", dx=0, dy=0, needed="", other=""
    )  # fmt: skip


def _limits(own: float, marks: list[float], needed: dict[int, list[float]]) -> tuple[float, float]:
    """The growth at both ends of the axis [per cent]."""
    every = [own, *marks, *(end for ends in needed.values() for end in ends)]
    left = max(math.floor(min(every)) - 1.5, math.floor(min([own, *marks])) - FARTHEST_LEFT)
    middle = sorted(min(ends) for ends in needed.values())
    right = max([own, *marks, *middle[len(middle) // 2 : len(middle) // 2 + 1]])
    return left, float(math.ceil(right)) + ROOM
