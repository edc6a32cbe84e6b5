"""Where the labels of the chart of GDP stand: at their points, clear of the axis of years and of one another."""

import math
from collections.abc import Iterator
from typing import Any

from model.economics.uncertainty import Uncertainty
from model.economics.verdict import judge
from model.language.rounding import side
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.unpublished import DERIVED
from model.scenario.origins import origin
from views.charts.compared import short as shortened
from views.charts.gdp_levels import Levels, other_deadlines
from views.words.names import name_of_reference

Row = dict[str, Any]
BESIDE = 13
"""Pixels between a point at the deadline and its label."""
PAST_TICKS = 80
"""Pixels from the left that are clear of the labels of the axis."""
GAP = 0.27
"""The part of the axis from which on years without a figure have room for words."""
ROOM = "·\u2003\u2003\u2003\u2003\u2003\u2003\u2003·\u2003\u2003·"
"""Nobody sees it: it keeps room right of the last year, so that the plot's width stays while labels change."""


def labels(levels: Levels) -> Iterator[Row]:
    """Everything that is written in the chart, as rows."""
    yield from _years(levels)
    yield from _target(levels)
    yield from _at_deadline(levels)
    yield from _levels(levels)


def band_at(w: Wording, found: Uncertainty, year: int) -> str:
    """The 80 % interval of a year, without unit."""
    ends = (float(end[year - found.years[0]]) for end in found.bands[0.8])
    return w.between(*(w.bare(end, GDP.unit, digits=w.digits(GDP.unit) - 1) for end in ends))


def _label(role: str, x: float, y: float, text: str, align: str = "left", **more: Any) -> Row:
    usual = {"short": text, "dx": 0, "dy": 0, "size": 12, "weight": 400}
    return {"mark": "label", "role": role, "x": float(x), "y": y, "text": text, "align": align, **usual, **more}


def _off_axis(levels: Levels, level: float, dy: int) -> int:
    """So many pixels below a level, or above it where the axis of years is in the way."""
    return dy if (level - levels.bottom) / levels.pixel > dy + 8 else -dy


def _years(levels: Levels) -> Iterator[Row]:
    """The years below the axis, the deadline in the colour of the target."""
    for year in range(math.ceil(levels.left), levels.years[-1] + 1):
        role, weight = ("target", 700) if year == levels.deadline else ("soft", 400)
        short = "" if (year - levels.deadline) % 3 else str(year)
        yield _label(role, year, levels.bottom, str(year), "center", short=short, dy=15, weight=weight)
    yield _label("none", levels.years[-1], levels.goal, ROOM, dx=BESIDE, short=ROOM[7:])


def _target(levels: Levels) -> Iterator[Row]:
    """The target, and what is short of it or above it by the other readings of the deadline."""
    state, w, goal = levels.state, levels.state.wording, levels.state.scenario["target_level"]
    said = w(N_("Target {level}, end of {year}"), level=w.exactly(goal, GDP.unit), year=levels.deadline)
    yield _label("target", levels.left, levels.goal, said, dx=PAST_TICKS, dy=-9, size=13, weight=600)
    for place, year in enumerate(reversed(other_deadlines(state))):
        other = judge(state.scenario, year)
        message = N_("by {year}: {gap} above") if other.reached else N_("by {year}: {gap} short")
        said = w(message, year=year, gap=w.against(other.level, goal, GDP.unit)[1])
        if year == levels.years[-1]:
            yield _label("target", year, levels.goal, said, dx=BESIDE)
        else:
            dy = _off_axis(levels, levels.goal, 15 + 16 * place)
            yield _label("target", year, levels.goal, said, "right", dx=-8, dy=dy)


def _at_deadline(levels: Levels) -> Iterator[Row]:
    """Right of the deadline: the scenario's level stands at its point, the others make room."""
    state, w, year = levels.state, levels.state.wording, levels.deadline
    level, goal, verdict = levels.scenario[year], state.scenario["target_level"], judge(state.scenario)
    said, gap = w.against(verdict.level, goal, GDP.unit)
    room = (level - levels.bottom) / levels.pixel  # pixels between the point and the axis of years
    down = 0 if year == levels.years[-1] else 24  # below the path, where it goes on
    down = down if down + 26 < room else -40
    short, full = N_("{gap} short"), N_("scenario, {gap} short")
    if not side(verdict.level, goal):
        short, full = N_("on target"), N_("scenario, on target")
    elif verdict.reached:
        short, full = N_("{gap} above"), N_("scenario, {gap} above")
    yield _label("scenario", year, level, said, dx=BESIDE, dy=down, size=17, weight=600)
    yield _label("scenario", year, level, w(full, gap=gap), short=w(short, gap=gap), dx=BESIDE, dy=down + 17)
    taken: list[tuple[float, float]] = [(down - 11, down + 26), (room, math.inf)]
    others = []
    beside = {"reference": N_("{reference} {level}"), "official": N_("from the official level {level}")}
    for role, message in beside.items():
        if role in levels.drawn:
            short = w.beside(levels.exact[role][year], goal, GDP.unit)
            text = w(message, reference=shortened(name_of_reference(state)), level=short)
            others.append(("published" if role == "official" else role, levels.drawn[role][year], [(text, short)]))
    band = band_at(w, levels.uncertainty, year)
    others.append(("soft", levels.bands[0.8][year][0], [(w(N_("80 % band")), "80%"), (band, band)]))
    for role, at, lines in others:
        top = nearest_free((level - at) / levels.pixel, 16 * len(lines), taken)
        for place, (text, short) in enumerate(lines):
            yield _label(role, year, level, text, short=short, dx=BESIDE, dy=round(top) + 8 + 15 * place)


def nearest_free(wanted: float, height: float, taken: list[tuple[float, float]]) -> float:
    """The top nearest to the one wanted at which so high a label meets none that is there; it is there from now on."""
    tops = [wanted, *(above - height for above, _ in taken), *(below for _, below in taken)]
    free = [top for top in tops if all(top + height <= above or top >= below for above, below in taken)]
    top = min(free, key=lambda each: (abs(each - wanted), each))
    taken.append((top, top + height))
    return top


def _levels(levels: Levels) -> Iterator[Row]:
    """The baseline, the published figures of later years, and history."""
    state, w, first = levels.state, levels.state.wording, levels.years[0]
    base, goal = state.scenario["gdp_base"], state.scenario["target_level"]
    derived = origin(base, GDP.key, state.pack) == "derived"
    said = w(N_("baseline {level}, derived") if derived else N_("baseline {level}"), level=w.bare(base, GDP.unit))
    low = levels.shifted(state.scenario.baseline_range[0])
    align = "center" if levels.past else "left"
    yield _label("scenario", first, low, said, align, dy=_off_axis(levels, low, 18))
    for figure in levels.outcomes:
        level, path = levels.shifted(figure.value), levels.scenario
        said = w.beside(figure.value, goal, GDP.unit)
        said = w(N_("published {year}: {level}"), year=figure.year, level=said)
        after = min(path[figure.year], path[min(figure.year + 1, levels.years[-1])])
        align, dx, dy = ("left", 6, 15) if after > 0.99 * level else ("right", -6, -10)
        yield _label("published", figure.year, level, said, align, dx=dx, dy=dy)
    if not levels.past:
        return
    earliest, latest = min(levels.past), max(levels.past)
    at = levels.past[earliest]
    rings = any(figure.source == DERIVED and figure.year in levels.past for figure in state.pack.history)
    said = w(N_("published figures; ring: derived") if rings else N_("published figures"))
    yield _label("published", earliest, at, said, dx=-4, dy=_off_axis(levels, at, 17))
    missing = range(latest + 1, first)
    if len(missing) > 1 and first - latest > GAP * (levels.years[-1] - levels.left):
        said = w(N_("{years}: no published figure"), years=w.years([*missing]))
        yield _label("soft", (latest + first) / 2, levels.past[latest], said, "center", short="", dy=6)
