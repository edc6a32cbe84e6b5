"""Where do two levers together meet the target? Cells by distance from it, the line on it, and the scenario."""

import functools
from typing import Any

import altair as alt
import numpy as np
import pyarrow as pa

from model.economics import phrases, verdict_sentences
from model.economics.sensitivity import Map, two_way
from model.language.wording import Wording
from model.language.words import N_
from model.scenario.lever import Lever
from views.charts.look import COLOURS, PLACED, Spec, Theme, part, table, tips, title, to_spec
from views.state import State
from views.words.levers import short_name

ALT = N_("GDP at the deadline against the target, for every pair of values of two levers")
TITLE = N_("Two levers together: GDP at the deadline against the target")
SUBTITLE = N_("Line: exactly the target; blue: above; orange: below; ring: this scenario")
CHOSEN = "cell"
"""The selection: the cell that was clicked, with the values of both levers."""
FARTHEST = 30
"""Per cent of the target beyond which colours do not go."""
TALL = 340


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    axis = alt.Axis(title=None, domain=False, ticks=False, grid=False, tickCount=6, format="~f")
    scale = alt.Scale(zero=False, nice=False)
    base = alt.Chart().encode(x=alt.X("x:Q", axis=axis, scale=scale), y=alt.Y("y:Q", axis=axis, scale=scale))
    away = alt.Scale(
        domain=[-FARTHEST, 0, FARTHEST], range=[c["target"], c["page"], c["scenario"]], clamp=True, interpolate="rgb"
    )
    said = tips(w, first=N_("Across"), second=N_("Up"), level=N_("GDP at the deadline"), gap=N_("against target"))
    cells = part(base, "cell").properties(name="cells").mark_rect(strokeWidth=0.7, cursor="pointer").encode(
        x2="x2:Q", y2="y2:Q", tooltip=said,
        fill=alt.Fill("away:Q", legend=None, scale=away), stroke=alt.Stroke("away:Q", legend=None, scale=away),
    ).add_params(
        alt.selection_point(name=CHOSEN, fields=["across", "up"], on="click", clear=False, toggle=False)
    )  # fmt: skip
    line = part(base, "met").mark_line(color=c["text"], strokeWidth=2, tooltip=None)
    here = part(base, "here").mark_point(
        size=120, color=c["text"], fill=c["page"], strokeWidth=2.2, opacity=1, tooltip=None
    )
    names = part(base, "name").mark_text(
        fontSize=12, color=c["soft"], tooltip=None, **PLACED
    ).encode(text="first:N")  # fmt: skip
    head = title(w(TITLE), w(SUBTITLE), c)
    return to_spec(alt.layer(cells, line, here, names).properties(title=head, height=TALL), c, right=8)


def found(state: State) -> Map:
    """The map of the two levers that the view names."""
    return two_way(state.view.across, state.view.up, state.scenario)


def rows(state: State) -> pa.Table:
    """The rows of the chart: levers in per cent or in the unit that is written."""
    w, goal, each = state.wording, state.scenario["target_level"], found(state)
    x, y = _shown(w, each.x, each.across), _shown(w, each.y, each.up)
    half, half_up = (x[1] - x[0]) / 2, (y[1] - y[0]) / 2
    listed: list[dict[str, Any]] = []
    for j, up in enumerate(each.y.tolist()):
        for i, across in enumerate(each.x.tolist()):
            level = float(each.level[j, i])
            said, apart = verdict_sentences.against_target(level, goal, w)
            listed.append({
                "role": "cell", "x": x[i] - half, "x2": x[i] + half, "y": y[j] - half_up, "y2": y[j] + half_up,
                "across": across, "up": up, "away": (level / goal - 1) * 100, "level": said,
                "first": phrases.value(across, each.across, w), "second": phrases.value(up, each.up, w),
                "gap": apart,
            })  # fmt: skip
    left, bottom, right, top = x[0] - half, y[0] - half_up, x[-1] + half, y[-1] + half_up
    met = zip(x, _shown(w, each.contour, each.up), strict=True)
    listed += [{"role": "met", "x": a, "y": b} for a, b in met if bottom <= b <= top]
    here = (_shown(w, np.array([state.scenario[lever.key]]), lever)[0] for lever in (each.across, each.up))
    listed.append({"role": "here", **dict(zip(("x", "y"), here, strict=True))})
    for x_end, y_end, name, align, dx, dy in (
        (right, bottom, f"{axis_name(state, each.across)} →", "right", 0, 34),
        (left, top, f"↑ {axis_name(state, each.up)}", "left", -24, -12),
    ):
        listed.append({"role": "name", "x": x_end, "y": y_end, "first": name, "align": align, "dx": dx, "dy": dy})
    return table(
        listed, role="", x=0.0, x2=0.0, y=0.0, y2=0.0, across=0.0, up=0.0, away=0.0, level="", first="", second="",
        gap="", align="", dx=0, dy=0,
    )  # fmt: skip


def axis_name(state: State, lever: Lever) -> str:
    """The lever's name with the unit of its axis."""
    name = short_name(state, lever)
    return f"{name}, %" if lever.kind == "rate" else name


def _shown(w: Wording, values: np.ndarray, lever: Lever) -> list[float]:
    """Values of a lever as the axis has them."""
    shown: list[float] = (values * (100 if lever.kind == "rate" else float(w.shifted(1.0, lever.unit)))).tolist()
    return shown
