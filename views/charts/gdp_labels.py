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
from views.lines import cells
from views.words.names import name_of_reference

Row = dict[str, Any]
Taken = tuple[float, float, float]
"""Top and bottom of a label [pixels below the scenario's point], and the level it hangs on."""
BESIDE = 13
"""Pixels between a point at the deadline and its label."""
PAST_TICKS = 80
"""Pixels from the left that are clear of the labels of the axis."""
GAP = 0.27
"""The part of the axis from which on years without a figure have room for words."""
NAME_ON_PHONE = 8
"""Letters for which there is room right of the deadline on a phone."""
FAR = 40
"""Pixels above the target from which on there is room between it and the paths."""
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
    level = w.exactly(goal, GDP.unit)
    said, short = (
        w(N_("Target {level}, end of {year}"), level=level, year=levels.deadline),
        w(N_("Target {level}"), level=level),
    )
    yield _label("target", levels.left, levels.goal, said, short=short, dx=PAST_TICKS, dy=-9, size=13, weight=600)
    for place, year in enumerate(reversed(other_deadlines(state))):
        other = judge(state.scenario, year)
        message = N_("by {year}: {gap} above") if other.reached else N_("by {year}: {gap} short")
        said = w(message, year=year, gap=w.against(other.level, goal, GDP.unit)[1])
        if year == levels.years[-1]:
            yield _label("target", year, levels.goal, said, dx=BESIDE)
        else:
            high = levels.scenario[year] - levels.goal > FAR * levels.pixel  # the paths have left the target behind
            dy = -9 if high else _off_axis(levels, levels.goal, 15 + 16 * place)
            align, dx, short = ("left", 8, "") if high else ("right", -8, said)
            yield _label("target", year, levels.goal, said, align, short=short, dx=dx, dy=dy)


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
    taken: list[Taken] = [(down - 11, down + 26, level), (room, math.inf, levels.bottom)]
    band = band_at(w, levels.uncertainty, year)
    others = [("soft", levels.bands[0.8][year][0], [(w(N_("80 % band")), "80%"), (band, band)])]
    reference = shortened(name_of_reference(state))
    beside = {
        "reference": (reference, reference if cells(reference) <= NAME_ON_PHONE else w(N_("reference"))),
        "official": (w(N_("from the official level")), w(N_("official"))),
    }
    for role, (name, on_phone) in beside.items():
        if role in levels.drawn:
            said = w.beside(levels.exact[role][year], goal, GDP.unit)
            lines = [(f"{name} {said}", on_phone), ("", said)]
            others.append(("published" if role == "official" else role, levels.drawn[role][year], lines))
    for role, at, lines in others:
        top, point = nearest_free((level - at) / levels.pixel, at, 16 * len(lines), taken)
        for place, (text, short) in enumerate(lines):
            dy = round(top - (level - point) / levels.pixel) + 8 + 15 * place
            yield _label(role, year, point, text, short=short, dx=BESIDE, dy=dy)


def nearest_free(wanted: float, at: float, height: float, taken: list[Taken]) -> tuple[float, float]:
    """The top nearest to the one wanted at which so high a label meets none that is there, and the level it hangs on.

    A label of a higher level stands above the scenario's, of a lower one below it, if there is room. It hangs on `at`
    where it stands as wanted, else on the level of the label in the way: they stay apart in a chart of any height. The
    label is `taken` from now on.
    """
    tops = [(wanted, at), *((top, hung) for above, below, hung in taken for top in (above - height, below))]
    free = [each for each in tops if all(each[0] + height <= above or each[0] >= below for above, below, _ in taken)]
    top, point = min(free, key=lambda each: ((each[0] < 0) != (wanted < 0), abs(each[0] - wanted), each[0]))
    taken.append((top, top + height, point))
    return top, point


def _levels(levels: Levels) -> Iterator[Row]:
    """The baseline, the published figures of later years, and history."""
    state, w, first = levels.state, levels.state.wording, levels.years[0]
    base, goal = state.scenario["gdp_base"], state.scenario["target_level"]
    derived = origin(base, GDP.key, state.pack) == "derived"
    level_said = w.bare(base, GDP.unit)
    short = w(N_("baseline {level}"), level=level_said)
    said = w(N_("baseline {level}, derived"), level=level_said) if derived else short
    low = levels.shifted(state.scenario.range_of(GDP.key)[0])
    dy = _off_axis(levels, low, 18)
    align = "left" if not levels.past else "center" if dy > 0 else "right"  # over its point it would meet the path
    yield _label("scenario", first, low, said, align, short=short, dy=dy)
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
        said = w(N_("{years}: not published"), years=w.years([*missing]))
        yield _label("soft", (latest + first) / 2, levels.past[latest], said, "center", short="", dy=6)
