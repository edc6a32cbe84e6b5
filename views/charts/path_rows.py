"""The rows of the charts: a scenario's paths, what stands beside them, and the labels, in the unit that is written."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from model.economics.projection import Projection, project
from model.economics.uncertainty import Uncertainty
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.region.pack import Pack
from model.region.records import Figure
from model.region.unpublished import DERIVED
from model.scenario.origins import Origin, origin
from model.scenario.scenario import Scenario
from views.charts.label_placement import Place, labelled
from views.charts.paths import (
    DEADLINE,
    END,
    FRAME,
    HISTORY,
    OUTCOME,
    REFERENCE,
    SCENARIO,
    SIZE,
    SMALL,
    SMALL_SIZE,
    TARGET,
)
from views.state import State

PAST = 8
"""Years before the base year from which on history is drawn."""
UNTIL = N_("Deadline: end of {year}")
RANGE = "range"
"""The area behind the GDP chart where the central intervals are not shown: what the baseline's range leads to."""
ROOM = 0.4
"""Years left free after the last one; under one year, so that no tick is added."""
COLUMNS = {
    "year": pa.float64(), "role": pa.string(), "value": pa.float64(), "low": pa.float64(), "high": pa.float64(),
    "text": pa.string(), "align": pa.string(), "dy": pa.int8(),
}  # fmt: skip
"""`text` stands beside its point: `align` as in Vega, `dy` pixels below it; one of its `places`."""
TARGETS = [Place("left", -8), Place("left", 11)]
UNPRINTED: Mapping[Origin, str] = {"derived": N_("derived"), "typed": N_("typed")}
"""What stands beside a first level that no publication holds."""
AT_START = {
    True: [Place("right", 0), Place("right", -13), Place("right", 13)],
    False: [Place("left", -22), Place("left", 14), Place("left", -36)],
}
"""Where it stands: before its point where a chart begins with history, else beside the axis and clear of it."""
DERIVED_PAST = [Place("left", 14), Place("left", -14), Place("right", -14), Place("right", 14)]
"""Where it is said of a year of GDP's history."""
AT_DEADLINE = [Place(align, dy) for dy in (12, -12, 26, -26, 40) for align in ("left", "right")]
"""Where the level at the deadline is said, where that is not the end of a line."""
OUTCOMES = [Place("left", dy) for dy in (14, -14, -28, 28, -42)] + [Place("right", dy) for dy in (-14, -28)]
Row = dict[str, Any]


def projections(state: State) -> tuple[Projection, Projection]:
    """What follows from the scenario and from the reference."""
    as_long = state.reference.set(horizon=float(state.scenario.last_year))
    return project(state.scenario), project(as_long)


def gdp_rows(
    mine: Projection, reference: Projection, scenario: Scenario, w: Wording, sure: Uncertainty | None,
    size: tuple[int, int] = SIZE,
) -> pa.Table:  # fmt: skip
    """The rows of the GDP chart, in the unit that is written; with the band of `sure`, or the baseline's range.

    Labels are placed for a chart of that size [pixels between the axes].
    """
    area = _band(sure, w) if sure else _range(mine, w)
    paths = [row | _at_deadline(row, mine, scenario, w) for row in _paths(GDP, mine, reference, scenario, w)]
    rows = [*area, *_gdp_only(mine, reference, scenario, w), *paths]
    return _table(labelled(rows, size, END, FRAME))


def small_rows(mine: Projection, reference: Projection, scenario: Scenario, w: Wording) -> dict[str, pa.Table]:
    """The rows of the small charts by indicator, of those that are projected, in the unit that is written.

    They span the same multiple of their baselines, so that equal slopes are equal growth.
    """
    shown = [indicator for indicator in SMALL if indicator.key in mine.points]
    top = tallest([paths.paths[indicator.key].tolist() for paths in (mine, reference) for indicator in shown])
    tables = {}
    for indicator in shown:
        highest = _shift(mine.points[indicator.key][0].level * top, indicator, w)
        tables[indicator.key] = small_table(_paths(indicator, mine, reference, scenario, w), highest, mine.years)
    return tables


def tallest(paths: Iterable[Sequence[float]]) -> float:
    """How many times its first level every small chart spans, for all of these paths to fit."""
    multiple = max((level / path[0] for path in paths for level in path), default=1.0)
    return math.ceil(multiple * 4 + 0.4) / 4


def small_table(rows: Sequence[Row], highest: float, years: Sequence[int]) -> pa.Table:
    """The rows of a small chart as it takes them, with room up to the highest level and behind the last year."""
    frames = [
        {"year": years[0], "role": FRAME, "value": highest},
        {"year": years[-1] + ROOM, "role": FRAME, "value": 0.0},
    ]
    return _table(labelled([*frames, *rows], SMALL_SIZE, END, FRAME))


def _band(sure: Uncertainty, w: Wording) -> list[Row]:
    """The central intervals: where both lie, the area is denser."""
    return [
        {"year": year, "role": str(share), "low": _shift(low, GDP, w), "high": _shift(high, GDP, w)}
        for share, ends in sure.bands.items()
        for year, low, high in zip(sure.years, *(end.tolist() for end in ends), strict=True)
    ]


def _range(mine: Projection, w: Wording) -> list[Row]:
    """What lies between the paths from the low and from the high baseline."""
    return [
        {"year": p.year, "role": RANGE, "low": _shift(p.low, GDP, w), "high": _shift(p.high, GDP, w)}
        for p in mine.points[GDP.key]
    ]


def drawn_history(pack: Pack) -> list[Figure]:
    """GDP's past levels that are drawn."""
    return [figure for figure in pack.shown_history(GDP.key) if figure.year >= pack.base_year - PAST]


def derived_history(pack: Pack) -> list[int]:
    """The years of them whose level was worked out, and is no published figure."""
    return [figure.year for figure in drawn_history(pack) if figure.source == DERIVED]


def _gdp_only(mine: Projection, reference: Projection, scenario: Scenario, w: Wording) -> list[Row]:
    """History, target and deadline."""
    pack = scenario.pack
    past = {f.year: _shift(f.value, GDP, w) for f in drawn_history(pack)}
    unprinted = {"text": w(UNPRINTED["derived"]), "places": DERIVED_PAST}
    said = dict.fromkeys(derived_history(pack), unprinted)
    first = min(past, default=pack.base_year)
    goal = _shift(scenario["target_level"], GDP, w)
    target = w(N_("Target {level}"), level=w.exactly(scenario["target_level"], GDP.unit))
    deadline = w(UNTIL, year=scenario.target_year)
    years = range(first, max(past, default=first - 1) + 1)
    last, highest = scenario.last_year, max(p.high for paths in (mine, reference) for p in paths.points[GDP.key])
    top = max(goal, _shift(highest, GDP, w)) * 1.04
    heights = (0.0, -9), (top, 9), (top / 2, 0)
    along = [Place(align, dy, value) for value, dy in heights for align in ("right", "left")]
    rule = {"year": scenario.target_year, "role": DEADLINE}
    return [
        # A year without a figure breaks the line instead of being bridged by it.
        *({"year": year, "role": HISTORY, "value": past.get(year), **said.get(year, {})} for year in years),
        {"year": first, "role": TARGET, "value": goal, "text": target, "places": TARGETS},
        {"year": last, "role": TARGET, "value": goal},
        {"year": last + ROOM, "role": FRAME, "value": goal},
        rule | {"value": 0.0},
        rule | {"value": 0.0, "text": deadline, "places": along},
        rule | {"value": top},
    ]


def _paths(indicator: Indicator, mine: Projection, reference: Projection, scenario: Scenario, w: Wording) -> list[Row]:
    """Scenario, reference and outcome; the last point of each is labelled, on the side where the other is not."""
    pack = scenario.pack
    ours, theirs = mine.points[indicator.key], reference.points[indicator.key]
    goal, _ = scenario.target(indicator.key)
    shared = min(len(ours), len(theirs)) - 1
    end, end_other = ours[shared].level, theirs[shared].level
    unprinted = UNPRINTED.get(origin(ours[0].level, indicator.key, pack))
    listed = []
    for role, points, above in ((REFERENCE, theirs, end_other > end), (SCENARIO, ours, end >= end_other)):
        for point in points:
            row: Row = {"year": point.year, "role": role, "value": _shift(point.level, indicator, w)}
            if role == SCENARIO and point is points[0] and unprinted:
                row |= {"text": w(unprinted), "places": AT_START[indicator is GDP and bool(drawn_history(pack))]}
            if point is points[-1] and (role == SCENARIO or end != end_other):
                places = _beside(indicator, above, end != end_other)
                row |= {"text": w.beside(point.level, goal, indicator.unit), "places": places}
            listed.append(row)
    for figure in pack.outcomes:
        if figure.indicator == indicator.key:
            text = w(N_("{year} outcome {level}"), year=figure.year, level=w.beside(figure.value, goal, indicator.unit))
            value = _shift(figure.value, indicator, w)
            listed.append({"year": figure.year, "role": OUTCOME, "value": value, "text": text, "places": OUTCOMES})
    return listed


def _at_deadline(row: Row, mine: Projection, scenario: Scenario, w: Wording) -> Row:
    """The label of the scenario's point at the deadline, which never contradicts the verdict; nothing elsewhere."""
    goal, year = scenario.target(GDP.key)
    if (row["role"], row["year"]) != (SCENARIO, year):
        return {}
    level = mine.points[GDP.key][year - mine.years[0]].level
    return {"text": w.beside(level, goal, GDP.unit), "places": row.get("places", AT_DEADLINE)}


def _beside(indicator: Indicator, above: bool, two: bool) -> list[Place]:
    """Where an end label goes: right of its point in the GDP chart, over or under it where there is less room."""
    if indicator is GDP:
        return [Place("left", dy) for dy in ((-9, -24, -38) if above and two else (11, 0, -9))]
    return over_or_under(above)


def over_or_under(above: bool) -> list[Place]:
    """Where the label of a small chart's last point goes."""
    return [Place("center", dy) for dy in ((-12, -28) if above else (14, -12))]


def _shift(value: float, indicator: Indicator, w: Wording) -> float:
    return float(w.shifted(value, indicator.unit))


def _table(listed: list[Row]) -> pa.Table:
    blank = {name: "" if kind == pa.string() else None for name, kind in COLUMNS.items()}
    arrays = [pa.array([row.get(name, blank[name]) for row in listed], kind) for name, kind in COLUMNS.items()]
    return pa.table(arrays, list(COLUMNS))
