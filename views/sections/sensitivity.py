"""What moves the answer: each lever by itself, and two levers together."""

import base64
import math

import numpy as np
import pyarrow as pa
import streamlit as st

from model import phrases
from model.indicators import GDP
from model.levers import Lever, levers
from model.sensitivity import Map, Swing, pickable, tornado, two_way
from model.target import meets
from model.verdict import judge
from model.words import N_
from views import pictures, session, where_met
from views.component import component
from views.levers import Follow
from views.sections.places import Places
from views.sheet import CAPTION, block, table, words
from views.state import State

TITLE = N_("Each lever by itself: rates one point down and up, the baseline at its low and high")
LEFT_OUT = N_("Levers that do not move GDP are left out; years set by hand follow no lever.")
MAP_TITLE = N_("Two levers together: GDP at the end of {year} against the target")
ON_THE_LINE = N_("On the line the target is met exactly; the cross is this scenario.")
COLOURS = N_("White: on target. Blue: above, orange: below, at full strength from {far} %.")
HTML = '<div><canvas role="img"></canvas><output></output><p></p></div>'
CLIPPED = 30_000
"""Hundredths of a per cent of the target: distances beyond are only said to be beyond."""
FAR = 4
"""What is lacking is not drawn beside the tornado's longest bar where it is so many times as much."""
SAMPLES = 5
"""Steps of the table beside the map, along each lever."""


def controls(now: State, follow: Follow) -> None:
    """The two levers of the map."""
    w, known, view = now.wording, levers(now.pack), now.view
    choices = pickable(now.scenario, now.pack)
    for place, which, said in zip(st.columns(2), ("across", "up"), (N_("Map: across"), N_("Map: up")), strict=True):
        chosen, other = (view.across, view.up) if which == "across" else (view.up, view.across)
        options = [key for key in dict.fromkeys((*choices, chosen)) if key != other]
        key = f"map_{which}_{view.across}_{view.up}_{now.language}"
        place.selectbox(
            w(said),
            options,
            options.index(chosen),
            format_func=lambda lever: phrases.name(known[lever], w),
            key=key,
            on_change=_pick,
            args=(which, key),
        )


def _pick(which: str, key: str) -> None:
    session.look(**{which: st.session_state[key]})


def draw(now: State, places: Places, drawer: str) -> None:
    """Tornado and map, each with its table."""
    with places.above.container():
        _draw_tornado(now)
        st.html(_map_heading(now))
    with places.below.container():
        _draw_map(now, drawer)


def _draw_tornado(now: State) -> None:
    w, swings = now.wording, tornado(now.scenario, now.pack)
    st.html(block(w(TITLE), words(effect(now), w(LEFT_OUT))))
    left, right = st.columns([1, 1])
    alt = w(N_("Effect of each lever, see the table"))
    left.vega_lite_chart(bars(now, swings), pictures.specs()[pictures.TORNADO], alt=alt)
    right.html(_swings(now, swings))


def effect(now: State) -> str:
    """What the bars of the tornado measure."""
    w, verdict = now.wording, judge(now.scenario, now.pack)
    message = N_("Effect on GDP at the end of {year}, {unit}.")
    if not verdict.reached:
        message = N_("Effect on GDP at the end of {year}, {unit}; a dashed line marks what is lacking.")
        if _beyond_reach(now):
            message = N_(
                "Effect on GDP at the end of {year}, {unit}; {gap} are lacking, far more than any of them adds."
            )
    gap = w.against(verdict.level, now.scenario["target_level"], GDP.unit)[1]
    return w(message, year=now.scenario.target_year, unit=w.unit(GDP.unit), gap=gap)


def _beyond_reach(now: State) -> bool:
    """Whether so much is lacking that beside it the bars could not be told apart."""
    verdict = judge(now.scenario, now.pack)
    ends = [end for swing in tornado(now.scenario, now.pack) for end in (swing.level_low, swing.level_high)]
    return -verdict.gap > FAR * max((abs(end - verdict.level) for end in ends), default=0.0)


def bars(now: State, swings: tuple[Swing, ...]) -> pa.Table:
    """The rows of the tornado."""
    w, verdict = now.wording, judge(now.scenario, now.pack)
    rows = []
    for swing in swings:
        down, up = (float(w.shifted(end - verdict.level, GDP.unit)) for end in (swing.level_low, swing.level_high))
        said_down, said_up = (w.number(effect, w.digits(GDP.unit), sign=True) for effect in (down, up))
        rows.append((phrases.title(swing.lever, w), down, up, said_down, said_up))
    lacking = None if verdict.reached or _beyond_reach(now) else float(w.shifted(-verdict.gap, GDP.unit))
    return pictures.tornado_rows(rows, lacking)


def _swings(now: State, swings: tuple[Swing, ...]) -> str:
    w, here, goal = now.wording, judge(now.scenario, now.pack).level, now.scenario["target_level"]

    def gap(level: float) -> str:
        apart = w.against(level, goal, GDP.unit)[1]
        return w(N_("{gap} above") if meets(level, goal) else N_("{gap} short"), gap=apart)

    def effect(level: float) -> str:
        return w.number(w.shifted(level - here, GDP.unit), w.digits(GDP.unit), sign=True)

    rows = []
    for swing in swings:
        moved = [phrases.value(value, swing.lever, w) for value in (swing.low, swing.high)]
        levels = (swing.level_low, swing.level_high)
        pairs = (moved, [effect(level) for level in levels], [gap(level) for level in levels])
        rows.append([phrases.title(swing.lever, w), *("\n".join(pair) for pair in pairs)])
    heads = [w(N_("Lever")), w(N_("moved to")), w(N_("effect, {unit}"), unit=w.unit(GDP.unit)), w(N_("target"))]
    return table(heads, rows, "pairs", (1, 2, 3), caption=_caption(now, w(TITLE)))


def _caption(now: State, title: str) -> str:
    return now.wording(CAPTION, title=title, basis=now.wording.basis(GDP.unit))


def _map_heading(now: State) -> str:
    w, view = now.wording, now.view
    moving = {swing.lever.key for swing in tornado(now.scenario, now.pack)}
    still = [phrases.title(levers(now.pack)[key], w) for key in (view.across, view.up) if key not in moving]
    idle = N_("{levers}: moves nothing here, because no year follows it (set by hand or too late).")
    said = [
        w(ON_THE_LINE),
        w(N_("Click a cell to adopt it.")),
        w(idle, levers=w.listing(still)) if still else "",
    ]
    return block(w(MAP_TITLE, year=now.scenario.target_year), words(*said))


def _draw_map(now: State, drawer: str) -> None:
    found = two_way(now.view.across, now.view.up, now.scenario, now.pack)
    left, right = st.columns([1, 1])
    with left:
        component("map", HTML)(key=f"map_{drawer}", data=_cells(now, found), height="content")
    right.html(_samples(now, found))


def _cells(now: State, found: Map) -> dict[str, object]:
    """The map as its component takes it: axes in the unit that is written, distances in hundredths of a per cent."""
    w, goal = now.wording, now.scenario["target_level"]
    x, y, met, here = _on_axes(now, found)
    away = np.clip(np.round((found.level / goal - 1) * 10_000), -CLIPPED, CLIPPED).astype("<i2")
    inside = np.isfinite(met)
    return {
        "x": _axis(now, found.across, x),
        "y": _axis(now, found.up, y),
        "away": base64.b64encode(away.tobytes()).decode(),
        "met": np.column_stack((x[inside], met[inside])).tolist(),
        "here": list(here),
        "stops": where_met.STOPS,
        "farthest": CLIPPED,
        "unit": w(N_(" % of the target")),
        "name": w(N_("Map of two levers, see the table")),
        "hint": w(COLOURS, far=where_met.FARTHEST),
    }


def _axis(now: State, lever: Lever, values: np.ndarray) -> dict[str, object]:
    step = float(np.diff(values).mean())
    first, last = float(values[0]), float(values[-1])
    steps = (part * 10.0**power for power in range(-1, 12) for part in (1, 2, 5))
    apart = next(step for step in steps if (last - first) / step <= 8)
    ticks = [tick * apart for tick in range(math.ceil(first / apart - 1e-9), math.floor(last / apart + 1e-9) + 1)]
    digits = 1 if apart < 1 else 0
    unit = phrases.unit(lever, now.wording)
    return {
        "lever": lever.key, "name": phrases.name(lever, now.wording), "unit": unit,
        "first": first, "step": step, "count": len(values),
        "ticks": [[tick, now.wording.number(tick, digits)] for tick in ticks],
    }  # fmt: skip


def _samples(now: State, found: Map) -> str:
    """Some rows and columns of the map, and for each column what would meet the target."""
    w, goal = now.wording, now.scenario["target_level"]
    columns, lines = (np.linspace(0, axis.size - 1, SAMPLES + 1).astype(int) for axis in (found.x, found.y))

    def bare(value: float, lever: Lever) -> str:
        return phrases.value(value, lever, w).removesuffix(phrases.unit(lever, w))

    units = [phrases.unit(lever, w).strip() for lever in (found.up, found.across)]
    heads = [w(N_("up, {up} ↓ · across, {across} →"), up=units[0], across=units[1])]
    heads += [bare(float(found.x[column]), found.across) for column in columns]
    rows = []
    for line in reversed(lines):
        cells = [w.beside(float(found.level[line, column]), goal, GDP.unit) for column in columns]
        rows.append([bare(float(found.y[line]), found.up), *cells])
    needed = [float(found.contour[column]) for column in columns]
    met = ["–" if np.isnan(value) else bare(value, found.up) for value in needed]
    rows.append([w(N_("up that meets the target")), *met])
    said = _caption(now, w(MAP_TITLE, year=now.scenario.target_year))
    shown = table(heads, rows, "map", range(1, len(heads)), caption=said)
    return words(w(N_("GDP, {unit}"), unit=w.unit(GDP.unit))) + shown


def map_rows(now: State, found: Map) -> pa.Table:
    """The rows of the map as a chart."""
    w, goal = now.wording, now.scenario["target_level"]
    x, y, met, here = _on_axes(now, found)
    names = phrases.name(found.across, w), phrases.name(found.up, w)
    return where_met.rows(names, x, y, (found.level / goal - 1) * 100, met, here)


def _on_axes(now: State, found: Map) -> tuple[np.ndarray, np.ndarray, np.ndarray, tuple[float, float]]:
    """Values across and up, those up that meet the target, and the scenario's own pair, as the axes have them."""
    x, met = _shown(now, found.x, found.across), _shown(now, found.contour, found.up)
    across, up = (float(_shown(now, np.array(now.scenario[each.key]), each)) for each in (found.across, found.up))
    return x, _shown(now, found.y, found.up), met, (across, up)


def _shown(now: State, values: np.ndarray, lever: Lever) -> np.ndarray:
    """Values of a lever as the map's axis has them: per cent, or the unit that is written."""
    return values * 100 if lever.kind == "rate" else values * float(now.wording.shifted(1.0, lever.unit))
