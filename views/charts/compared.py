"""Where does each scenario lead? One chart an indicator, every scenario a line with its name and level at the end.

Those that differ span the same multiple of their baselines, so that charts can be compared.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.comparison import as_long
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from views.charts.look import COLOURS, Spec, Theme, scaled, table, title, to_spec
from views.lines import cells
from views.state import State
from views.words.compared import listed

SAVED: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#7a4bb5", "#0b7468", "#a83f6b", "#7a6410"),
    "dark": ("#b794e6", "#4fc3b4", "#e58bb0", "#cdb04a"),
}
LINES: Mapping[Theme, tuple[str, ...]] = {
    theme: (COLOURS[theme]["reference"], *saved, COLOURS[theme]["scenario"], COLOURS[theme]["target"])
    for theme, saved in SAVED.items()
}
"""By place: the plan, the four saved scenarios, the one on the page, the target."""
DASHES = ([5, 4], [1, 0], [10, 3], [2, 3], [9, 3, 2, 3], [6, 2, 2, 2, 2, 2], [1, 3])
GOAL = len(DASHES) - 1
"""The place of the target, behind those of scenarios."""
HEIGHT, LINE = 290, 16
"""Pixels of a chart, and of a line of text in it."""
PLOT = 0.72
"""The part of the height that lies between the ends of the vertical axis."""
LONGEST, TAIL = 18, 4
"""How wide a name may be at the end of a line [letters; one of Chinese is two]; letters of its end that it keeps."""
ALT = N_("Paths of {name}, see the table")


@functools.lru_cache(maxsize=256)
def definition(language: str, theme: Theme, shown: Indicator) -> Spec:
    """The chart of an indicator as Streamlit takes it."""
    w = Wording(language, 0)
    base = alt.Chart().encode(
        x=alt.X(
            "year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1, grid=False, labelFlush=False),
            scale=alt.Scale(zero=False, nice=False),
        ),
        color=scaled(alt.Color, "place:N", {str(place): colour for place, colour in enumerate(LINES[theme])}),
    )  # fmt: skip
    height = alt.Scale(zero=False, nice=False)
    levels = alt.Y("value:Q", title=None, axis=alt.Axis(format=",~f", tickCount=6), scale=height)
    dashes = scaled(alt.StrokeDash, "place:N", {str(place): each for place, each in enumerate(DASHES)})
    tips = [
        alt.Tooltip("name:N", title=w(N_("Scenario"))),
        alt.Tooltip("year:Q", title=w(N_("Year")), format="d"),
        alt.Tooltip("level:N", title=w(N_("Level"))),
    ]
    lines = base.mark_line(strokeWidth=2.2, tooltip=None).encode(y=levels, strokeDash=dashes)
    points = base.mark_point(filled=True, size=26, opacity=1).encode(y=levels, tooltip=tips)
    labels = base.mark_text(align="left", dx=8, fontSize=12, fontWeight=600, tooltip=None).encode(
        y=alt.Y("at:Q", scale=height), text="label:N"
    )
    named = title(w(shown.name), w.basis(shown.unit), COLOURS[theme])
    points = points.transform_filter(f"isValid(datum.value) && datum.place !== '{GOAL}'")
    return to_spec(alt.layer(lines, points, labels, height=HEIGHT, title=named), COLOURS[theme])


def rows(state: State, indicator: Indicator) -> pa.Table:
    """The rows of an indicator's chart, in the unit that is written.

    All span the same multiple of their baselines, but for rows of the plan report, which grow otherwise.
    """
    w, pack, every = state.wording, state.pack, listed(state)
    last = max(each.scenario.last_year for each in every)
    projections = {each.place: as_long(each.scenario, last) for each in every}
    named = {each.place: each.name for each in every}
    names = _apart(named | {GOAL: w(N_("Target"))})
    years = range(pack.base_year, last + 1)
    paths: dict[str, dict[int, list[float]]] = {
        each.key: {place: found.paths[each.key].tolist() for place, found in projections.items()}
        for each in pack.indicators
    }
    paths[GDP.key][GOAL] = [state.scenario["target_level"]] * len(years)
    bases = {key: next(iter(lines.values()))[0] for key, lines in paths.items()}
    alone = indicator in pack.rows
    alike = {each.key for each in pack.indicators if (each is indicator if alone else each not in pack.rows)}
    shared = {key: lines for key, lines in paths.items() if key in alike}
    differ = {key: lines for key, lines in shared.items() if len({tuple(lines[place]) for place in named}) > 1}
    low, high = _span(differ or shared, bases)
    lines, base = paths[indicator.key], bases[indicator.key]
    goals = {each.place: each.scenario.target(indicator.key)[0] for each in every}
    found: list[dict[str, Any]] = [
        {
            "year": float(year), "place": str(place), "value": _shifted(w, level, indicator.unit),
            "name": named.get(place, ""),
            "level": f"{_level(w, indicator, level, goals.get(place))} {w.unit(indicator.unit)}",
        }
        for place, levels in lines.items() for year, level in zip(years, levels, strict=True)
    ]  # fmt: skip
    last_year = {"year": float(last)}
    for place, at in _heights(lines, low * base, high * base).items():
        text = f"{names[place]} {_level(w, indicator, lines[place][-1], goals.get(place))}"
        found.append({**last_year, "place": str(place), "label": text, "at": _shifted(w, at, indicator.unit)})
    for end in (low, high):  # says nothing: it keeps the scales alike
        found.append({**last_year, "place": "0", "at": _shifted(w, end * base, indicator.unit)})
    return table(found, year=0.0, place="", value=0.0, label="", at=0.0, name="", level="")


def _level(w: Wording, indicator: Indicator, level: float, goal: float | None) -> str:
    """A level as it is said: on its side of the scenario's target; the target, which has no goal, exactly."""
    return w.exactly(level, indicator.unit) if goal is None else w.beside(level, goal, indicator.unit)


def _shifted(w: Wording, level: float, unit: str) -> float:
    return float(w.shifted(level, unit))


def _span(paths: Mapping[str, Mapping[int, Sequence[float]]], bases: Mapping[str, float]) -> tuple[float, float]:
    """Between which multiples of its baseline every chart lies, so that all lines and labels have room."""
    multiples = [level / bases[key] for key, lines in paths.items() for levels in lines.values() for level in levels]
    low, high = min(multiples), max(*multiples, min(multiples) * 1.01)
    labels = [
        height / bases[key]
        for key, lines in paths.items() for height in _heights(lines, low * bases[key], high * bases[key]).values()
    ]  # fmt: skip
    return min(low, *labels), max(high, *labels)


def _heights(lines: Mapping[int, Sequence[float]], low: float, high: float) -> dict[int, float]:
    """Where the labels stand in a chart from `low` to `high`."""
    return spread({place: levels[-1] for place, levels in lines.items()}, (high - low) * LINE / (HEIGHT * PLOT))


def _apart(names: Mapping[int, str]) -> dict[int, str]:
    """The names as they are shortened; where that makes some alike, with their place before them."""
    cut = {place: short(name) for place, name in names.items()}
    alike = [name for name in cut.values() if list(cut.values()).count(name) > 1]
    return {place: f"{place} {name}" if name in alike else name for place, name in cut.items()}


def short(name: str) -> str:
    """A name without its middle where it is too long."""
    tail = name[-TAIL:]
    head = name
    while cells(head) + 1 + cells(tail) > LONGEST:
        head = head[:-1]
    return name if cells(name) <= LONGEST else f"{head}…{tail}"


def spread(ends: Mapping[int, float], gap: float) -> dict[int, float]:
    """Heights for labels beside these ends: in their order, at least that far apart, and as near as that allows."""
    order = sorted(ends, key=lambda place: ends[place])
    groups: list[tuple[float, int]] = []
    for place in order:
        middle, count = ends[place], 1
        while groups and middle - groups[-1][0] < gap * (count + groups[-1][1]) / 2:
            before, others = groups.pop()
            middle, count = (before * others + middle * count) / (others + count), others + count
        groups.append((middle, count))
    heights = [middle + gap * (i - (count - 1) / 2) for middle, count in groups for i in range(count)]
    return dict(zip(order, heights, strict=True))
