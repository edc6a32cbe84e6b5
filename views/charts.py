"""The charts: definitions built once by Altair for each language, and the rows that are all that changes.

A definition never holds a value of the scenario, so a moved slider only sends rows to a chart that is already there.
"""

import functools
import math
from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from model.indicators import GDP, INDICATORS, Indicator
from model.pack import Pack
from model.scenario import Scenario
from model.words import N_
from views import palette
from views.wording import Wording

HISTORY_FROM = 2015
SCENARIO, REFERENCE, HISTORY, OUTCOME, TARGET, DEADLINE, FRAME = range(7)
"""What a row stands for. FRAME draws nothing and keeps scales alike."""
COLUMNS = ("year", "role", "value", "low", "high", "over", "under")
TYPES = (pa.float64(), pa.int8(), pa.float64(), pa.float64(), pa.float64(), pa.string(), pa.string())
Row = tuple[float, int, float | None, float | None, float | None, str, str]
SMALL = tuple(indicator for indicator in INDICATORS if indicator is not GDP)
Spec = dict[str, Any]


@functools.cache
def specs(language: str) -> Mapping[str, Spec]:
    """The chart definitions by indicator, ready for the page."""
    w = Wording(language, 0)
    return {GDP.key: _spec(gdp_chart(w)), **{i.key: _spec(small_chart(i, w)) for i in SMALL}}


def gdp_chart(w: Wording) -> alt.LayerChart:
    """Does GDP reach the target by the deadline? History, scenario, reference, outcome, target and deadline."""
    x, y = _year(), _value(w.unit(GDP.unit))
    band = _rows(SCENARIO).mark_area(color=palette.SCENARIO, opacity=0.14).encode(x=x, y=alt.Y("low:Q"), y2="high:Q")
    target = _rows(TARGET).mark_rule(color=palette.TARGET, strokeDash=[6, 4], strokeWidth=1.5).encode(y=y)
    deadline = _rows(DEADLINE).mark_rule(color=palette.TARGET, strokeDash=[2, 3]).encode(x=x)
    return alt.layer(
        band, target, deadline,
        _line(HISTORY, palette.HISTORY), _dots(HISTORY, palette.HISTORY, w),
        _line(REFERENCE, palette.REFERENCE, [5, 4]),
        _line(SCENARIO, palette.SCENARIO, width=2.5), _dots(SCENARIO, palette.SCENARIO, w),
        _diamonds(w),
        _words("over", TARGET, palette.TARGET, align="left", dy=-8),
        _words("over", DEADLINE, palette.TARGET, align="right", dx=-6, dy=-9).encode(y=alt.value("height")),
        *_both_sides(SCENARIO, palette.SCENARIO), *_both_sides(REFERENCE, palette.REFERENCE),
        _words("under", OUTCOME, palette.OUTCOME, align="left", dx=7, dy=12), _frame(),
    ).properties(height=370)  # fmt: skip


def small_chart(indicator: Indicator, w: Wording) -> alt.LayerChart:
    """Where does this indicator go? All small charts share one shape, start at zero, and equal slopes are equal growth."""
    title = alt.Title(w(indicator.name), subtitle=w.basis(indicator.unit))
    return (
        alt.layer(
            _line(REFERENCE, palette.REFERENCE, [5, 4]), _line(SCENARIO, palette.SCENARIO, width=2.5),
            _dots(SCENARIO, palette.SCENARIO, w), _diamonds(w),
            *_both_sides(SCENARIO, palette.SCENARIO), *_both_sides(REFERENCE, palette.REFERENCE), _frame(),
        )
        .properties(height=235, title=title)
    )  # fmt: skip


def rows(
    frame: pd.DataFrame, reference: pd.DataFrame, scenario: Scenario, pack: Pack, w: Wording
) -> dict[str, pa.Table]:
    """The rows of every chart by indicator, in the unit that is written."""
    mine, other = _points(frame), _points(reference)
    tables = {GDP.key: [*_gdp_only(scenario, pack, w), *_paths(GDP, mine, other, pack, w)]}
    # The small charts span the same multiple of their baselines, so that equal slopes are equal growth.
    multiple = max(
        point.level / points[i.key][0].level for points in (mine, other) for i in SMALL for point in points[i.key]
    )
    tallest = math.ceil(multiple * 4 + 0.4) / 4
    for indicator in SMALL:
        top = _shift(mine[indicator.key][0].level * tallest, indicator, w)
        tables[indicator.key] = [_row(pack.base_year, FRAME, top), *_paths(indicator, mine, other, pack, w)]
    return {key: _table(listed) for key, listed in tables.items()}


def _points(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """The frame's rows by indicator."""
    points: dict[str, list[Any]] = {}
    for point in frame.itertuples(index=False):
        points.setdefault(point.indicator, []).append(point)
    return points


def _gdp_only(scenario: Scenario, pack: Pack, w: Wording) -> list[Row]:
    """History, target and deadline."""
    past = {f.year: _shift(f.value, GDP, w) for f in pack.shown_history(GDP.key) if f.year >= HISTORY_FROM}
    first = min(past, default=pack.base_year)
    # A year without a figure breaks the line instead of being bridged by it.
    history = [_row(year, HISTORY, past.get(year)) for year in range(first, max(past, default=first - 1) + 1)]
    goal = w(N_("Target {level}"), level=w.exactly(scenario["target_level"], GDP.unit))
    deadline = w(N_("Deadline: end of {year}"), year=scenario.target_year)
    return [
        *history,
        _row(first, TARGET, _shift(scenario["target_level"], GDP, w), over=goal),
        _row(scenario.target_year, DEADLINE, over=deadline),
        _row(scenario.last_year + 0.35, FRAME, 0.0),
    ]


def _paths(
    indicator: Indicator, mine: Mapping[str, list[Any]], other: Mapping[str, list[Any]], pack: Pack, w: Wording
) -> list[Row]:
    """Scenario, reference and outcome; the last point of each is labelled, on the side where the other is not."""
    ours, theirs = mine[indicator.key], other[indicator.key]
    shared = min(len(ours), len(theirs)) - 1
    end, end_other = ours[shared].level, theirs[shared].level
    listed = []
    for role, points, above in ((SCENARIO, ours, end >= end_other), (REFERENCE, theirs, end_other > end)):
        for point in points:
            tell = point is points[-1] and (role == SCENARIO or end != end_other)
            text = w.bare(point.level, indicator.unit) if tell else ""
            value, low, high = (_shift(v, indicator, w) for v in (point.level, point.low, point.high))
            listed.append(_row(point.year, role, value, low, high, text if above else "", "" if above else text))
    for figure in pack.outcomes:
        if figure.indicator == indicator.key:
            label = w(N_("{year} outcome {level}"), year=figure.year, level=w.bare(figure.value, indicator.unit))
            listed.append(_row(figure.year, OUTCOME, _shift(figure.value, indicator, w), under=label))
    return listed


def _row(
    year: float, role: int, value: float | None = None, low: float | None = None, high: float | None = None,
    over: str = "", under: str = "",
) -> Row:  # fmt: skip
    return (year, role, value, low, high, over, under)


def _shift(value: float, indicator: Indicator, w: Wording) -> float:
    return float(w.shifted(value, indicator.unit))


def _table(listed: list[Row]) -> pa.Table:
    columns = zip(zip(*listed, strict=True), TYPES, strict=True)
    return pa.table([pa.array(column, kind) for column, kind in columns], COLUMNS)


def _spec(chart: alt.LayerChart) -> Spec:
    """The definition as Streamlit takes it: the rows come beside it, and look and size from the page."""
    spec: Spec = chart.to_dict()
    for key in ("$schema", "config", "data", "datasets"):
        spec.pop(key, None)
    for layer in spec["layer"]:
        del layer["data"]
    return spec


def _rows(role: int) -> alt.Chart:
    return alt.Chart(alt.NamedData("rows")).transform_filter(f"datum.role === {role}")


def _year() -> alt.X:
    return alt.X(
        "year:Q",
        title=None,
        axis=alt.Axis(format="d", tickMinStep=1, grid=False),
        scale=alt.Scale(zero=False, nice=False),
    )


def _value(title: str | None = None) -> alt.Y:
    return alt.Y(
        "value:Q", title=title, axis=alt.Axis(format=",~f", tickCount=6), scale=alt.Scale(zero=True, nice=True)
    )


def _line(role: int, colour: str, dash: Iterable[int] = (1, 0), width: float = 1.75) -> alt.Chart:
    mark = alt.MarkDef(
        "line", color=colour, strokeDash=list(dash), strokeWidth=width, invalid="break-paths-filter-domains"
    )
    return _rows(role).mark_line().properties(mark=mark).encode(x=_year(), y=_value())


def _dots(role: int, colour: str, w: Wording) -> alt.Chart:
    return _rows(role).mark_circle(color=colour, size=34, opacity=1).encode(x=_year(), y=_value(), tooltip=_tips(w))


def _diamonds(w: Wording) -> alt.Chart:
    mark = alt.MarkDef(
        "point", shape="diamond", color=palette.OUTCOME, size=90, filled=False, strokeWidth=2.2, opacity=1
    )
    return _rows(OUTCOME).mark_point().properties(mark=mark).encode(x=_year(), y=_value(), tooltip=_tips(w))


def _frame() -> alt.Chart:
    return _rows(FRAME).mark_point(opacity=0).encode(x=_year(), y=_value())


def _tips(w: Wording) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("year:Q", title=w(N_("Year")), format="d"),
        alt.Tooltip("value:Q", title=w(N_("Level")), format=",.2~f"),
    ]


def _words(column: str, role: int, colour: str, **place: Any) -> alt.Chart:
    text = {"fontWeight": 600, "fontSize": 12, "color": colour, **place}
    return _rows(role).mark_text(**text).encode(x=_year(), y=_value(), text=alt.Text(f"{column}:N"))


def _both_sides(role: int, colour: str) -> tuple[alt.Chart, alt.Chart]:
    return _words("over", role, colour, align="right", dx=4, dy=-12), _words(
        "under", role, colour, align="right", dx=4, dy=14
    )
