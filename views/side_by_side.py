"""One chart for each indicator with all scenarios that are compared: colour, dash and a label at each line's end."""

import functools
from collections.abc import Mapping, Sequence

import altair as alt
import pyarrow as pa
import streamlit as st

from model.comparison import as_long
from model.indicators import GDP, INDICATORS, Indicator
from model.rounding import side
from model.scenario import Scenario
from model.verdict import Verdict
from model.wording import Wording
from model.words import N_
from views import palette
from views.charts.paths import Spec, to_spec
from views.lines import cells
from views.pictures import WHOLE
from views.state import State
from views.words import names

DASHES = ([5, 4], [1, 0], [10, 3], [2, 3], [9, 3, 2, 3], [6, 2, 2, 2, 2, 2])
"""By place: the plan, the four kept scenarios, the one on the page."""
GOAL = len(DASHES)
"""The place of the target, behind those of scenarios."""
GOAL_DASH = [1, 3]
HEIGHT, LINE = 290, 16
"""Pixels of a chart, and of a line of text in it."""
LONGEST = 18
"""How wide a name may be at the end of a line [letters; one of Chinese is two]."""
TAIL = 4
"""Letters of its end that a shortened name keeps."""
COLUMNS = {
    "year": pa.float64(), "place": pa.string(), "name": pa.string(), "value": pa.float64(), "label": pa.string(),
    "at": pa.float64(),
}  # fmt: skip
"""`label` stands at the height `at`, right of the last year."""


ON_PAGE = len(palette.COMPARED) - 1
"""The place of the scenario on the page where it is none of the others: the last."""


THIS = N_("this scenario")
"""What the scenario on the page is called in files, where there is no page."""


def shown(now: State, unnamed: str = N_("on the page")) -> list[tuple[int, str, Scenario]]:
    """What is compared: place, name and scenario of each; `unnamed` is what the one on the page is called."""
    compared = now.work.compared(now.pack)
    known = 1 + len(now.work.kept)
    named = [(place, names.name_of(now, place), scenario) for place, scenario in enumerate(compared[:known])]
    own = names.own_name(now) or now.wording(unnamed)
    return named + [(ON_PAGE, own, scenario) for scenario in compared[known:]]


def hint(now: State) -> str:
    """How the charts are read."""
    said = N_("Reference: {reference}. The scales do not begin at zero.")
    return now.wording(said, reference=names.name_of_reference(now))


@functools.cache
def specs(language: str) -> Mapping[str, Spec]:
    """The chart definitions by indicator, ready for the page."""
    w = Wording(language, 0)
    return {indicator.key: to_spec(chart(indicator, w)) for indicator in INDICATORS}


def chart(indicator: Indicator, w: Wording) -> alt.LayerChart | alt.FacetChart:
    """Where does each scenario lead? The scale starts near the lowest level, so that the lines come apart."""
    places = [str(place) for place in range(GOAL + 1)]
    base = alt.Chart(alt.NamedData("rows")).encode(
        x=alt.X(
            "year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1, grid=False, labelFlush=False),
            scale=alt.Scale(zero=False, nice=False),
        ),
        color=alt.Color(
            "place:N", legend=None, scale=alt.Scale(domain=places, range=[*palette.COMPARED, palette.TARGET])
        ),
    )  # fmt: skip
    levels = alt.Y("value:Q", title=None, axis=alt.Axis(labelExpr=WHOLE, tickCount=6), scale=alt.Scale(zero=False))
    dashes = alt.StrokeDash("place:N", legend=None, scale=alt.Scale(domain=places, range=[*DASHES, GOAL_DASH]))
    tips = [
        alt.Tooltip("name:N", title=w(N_("Scenario"))),
        alt.Tooltip("year:Q", title=w(N_("Year")), format="d"),
        alt.Tooltip("value:Q", title=w(N_("Level")), format=",.2~f"),
    ]
    lines = base.mark_line(strokeWidth=2.2).encode(y=levels, strokeDash=dashes)
    points = (
        base.transform_filter(f"datum.place !== '{GOAL}'")
        .mark_point(filled=True, size=26, opacity=1)
        .encode(y=levels, tooltip=tips)
    )
    labels = base.mark_text(align="left", dx=8, fontSize=12, fontWeight=600).encode(y=alt.Y("at:Q"), text="label:N")
    title = alt.Title(w(indicator.name), subtitle=w.basis(indicator.unit), subtitleColor=palette.REFERENCE)
    return alt.layer(lines, points, labels).properties(
        height=HEIGHT, title=title, padding={"left": 0, "top": 4, "bottom": 0, "right": 4}
    )


def draw(now: State, listed: Sequence[tuple[int, str, Scenario]]) -> None:
    """The charts of the region's indicators, in pairs."""
    w = now.wording
    cells = st.grid(min(2, len(now.pack.indicators)), min_column_width=380)
    for indicator in now.pack.indicators:
        alt_text = w(N_("Paths of {name}, see the table"), name=w(indicator.name))
        cells.vega_lite_chart(rows(indicator, now, listed), specs(now.language)[indicator.key], alt=alt_text)


def rows(indicator: Indicator, now: State, listed: Sequence[tuple[int, str, Scenario]]) -> pa.Table:
    """The rows of one chart, in the unit that is written."""
    w, last, unit = now.wording, max(scenario.last_year for _, _, scenario in listed), indicator.unit
    lines = {
        place: (name, [(point.year, point.level) for point in as_long(scenario, last, now.pack).points[indicator.key]])
        for place, name, scenario in listed
    }
    wanted, _ = now.scenario.target(indicator.key)
    if indicator is GDP:
        lines[GOAL] = (w(N_("Target")), [(now.pack.base_year, wanted), (last, wanted)])
    found: list[tuple[float, str, str, float | None, str, float | None]] = [
        (year, str(place), name, float(w.shifted(level, unit)), "", None)
        for place, (name, points) in lines.items() for year, level in points
    ]  # fmt: skip
    values = [row[3] for row in found if row[3] is not None]
    ends = {place: float(w.shifted(points[-1][1], unit)) for place, (_, points) in lines.items()}
    heights = spread(ends, (max(values) - min(values) or max(values)) * LINE / (HEIGHT * 0.62))
    names = apart({place: name for place, (name, _) in lines.items()})
    for place, (name, points) in lines.items():
        last_level = points[-1][1]
        end = w.exactly(last_level, unit) if place == GOAL else w.beside(last_level, wanted, unit)
        found.append((last, str(place), name, None, f"{names[place]} {end}", heights[place]))
    return pa.table([pa.array(column, kind) for column, kind in zip(zip(*found, strict=True), COLUMNS.values(),
                                                                   strict=True)], list(COLUMNS))  # fmt: skip


def against_target(now: State, scenario: Scenario, found: Verdict) -> tuple[str, str]:
    """A scenario's level at the deadline, without unit, and in words how far it is from the target."""
    w, goal = now.wording, scenario["target_level"]
    level, gap = w.against(found.level, goal, GDP.unit)
    message = N_("{gap} above {goal}") if found.reached else N_("{gap} short of {goal}")
    message = N_("just the target") if not side(found.level, goal) else message
    return level, w(message, gap=gap, goal=w.exactly(goal, GDP.unit))


def apart(names: Mapping[int, str]) -> dict[int, str]:
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
