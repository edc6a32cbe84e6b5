"""Does GDP reach the target in time? History, scenario, band, reference, target and both deadlines in one picture.

The definition holds no value of a scenario: a moved lever sends rows to a chart that is already there.
"""

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.verdict import judge
from model.economics.verdict_sentences import FROM_OFFICIAL
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.unpublished import DERIVED
from views.charts.gdp_labels import Row, band_at, labels
from views.charts.gdp_levels import Levels, other_deadlines
from views.charts.look import COLOURS, NARROW, PLACED, Spec, Theme, part, table, tips, title, to_spec
from views.state import State

ALT = N_("GDP by year: published figures, this scenario with its uncertainty, and the target")
"""What the chart shows; its values stand in the verdict and in the table of years."""
SHADED = N_("Shaded: 80 % and 50 % probability bands")
TIPS = {
    "year": N_("Year"), "scenario": N_("Scenario"), "official": FROM_OFFICIAL, "reference": N_("Reference"),
    "band": N_("80 % band"),
}  # fmt: skip
SOLID, DASHED = [1, 0], [3, 2.4]
LINES = {
    "published": ("published", 1.8, SOLID),
    "reference": ("reference", 1.5, [5, 3]),
    "official": ("published", 1.2, SOLID),
    "scenario": ("scenario", 2.8, SOLID),
}
"""Colour, width and dashes of the lines, by role; that from the latest official level is "official"."""
RULES = {
    "axis": ("axis", 1.0, SOLID, 1.0),
    "target": ("target", 1.2, [5, 4], 1.0),
    "deadline": ("target", 1.0, [1, 3], 1.0),
    "gap": ("target", 1.6, SOLID, 1.0),
    "other_gap": ("target", 1.6, SOLID, 0.4),
    "range": ("scenario", 1.4, SOLID, 1.0),
}
"""Colour, width, dashes and opacity of the straight lines, by role."""
DOTS = {
    "published": ("published", "published", 30, 0.0, SOLID),
    "derived": ("published", "page", 36, 1.4, SOLID),
    "scenario": ("scenario", "scenario", 18, 0.0, SOLID),
    "base": ("scenario", "page", 46, 1.8, SOLID),
    "end": ("scenario", "scenario", 64, 0.0, SOLID),
    "ring": ("target", "none", 190, 1.8, SOLID),
    "open_ring": ("target", "none", 190, 1.8, DASHED),
    "other_ring": ("target", "none", 70, 1.4, SOLID),
    "other_open_ring": ("target", "none", 70, 1.4, DASHED),
}
"""Rim, fill, size, width of the rim and its dashes, by role. A ring is whole only where the target is reached."""
TEXTS = {role: (role,) for role in ("published", "reference", "scenario", "target", "soft", "none")}


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), {**COLOURS[theme], "none": "transparent"}
    unit = w.unit(GDP.unit)
    flat = alt.Scale(zero=False, nice=False)
    axis = alt.Axis(
        title=None, domain=False, ticks=False, tickCount=5, labelAlign="left", labelPadding=-1, labelOffset=-3,
        labelBaseline="bottom", labelExpr=f"format(datum.value, ',~f') + (datum.index == 1 ? ' {unit}' : '')",
    )  # fmt: skip
    base = alt.Chart().encode(x=alt.X("x:Q", axis=None, scale=flat), y=alt.Y("y:Q", axis=axis, scale=flat))

    band, rule, line, dot, label, hover = (
        part(base, mark, field="mark") for mark in ("band", "rule", "line", "dot", "label", "hover")
    )

    def by_role(styles: Mapping[str, tuple[Any, ...]], *names: str) -> dict[str, Any]:
        """Properties of a mark: each is looked up by the role of its row."""
        found = {}
        for place, name in enumerate(names):
            values = {role: style[place] for role, style in styles.items()}
            shown = {role: c.get(value, value) if isinstance(value, str) else value for role, value in values.items()}
            found[name] = alt.ExprRef(f"({json.dumps(shown)})[datum.role]")
        return found

    layers = [
        band.mark_area(color=c["scenario"], opacity=0.11, tooltip=None).encode(y2="y2:Q", detail="role:N"),
        rule.mark_rule(tooltip=None, **by_role(RULES, "color", "strokeWidth", "strokeDash", "opacity")).encode(
            x2="x2:Q", y2="y2:Q"
        ),
        line.mark_line(
            strokeJoin="round", invalid="break-paths-filter-domains", tooltip=None,
            **by_role(LINES, "color", "strokeWidth", "strokeDash"),
        ).encode(detail="role:N"),
        dot.mark_point(
            opacity=1, tooltip=None, **by_role(DOTS, "stroke", "fill", "size", "strokeWidth", "strokeDash")
        ),
        label.mark_text(
            baseline="middle", tooltip=None, text=alt.ExprRef(f"{NARROW} ? datum.short : datum.text"),
            fontSize=alt.ExprRef("datum.size"), fontWeight=alt.ExprRef("datum.weight"), **by_role(TEXTS, "color"),
            **PLACED,
        ),
        hover.mark_bar(opacity=0.0001, width=40).encode(y2="y2:Q", tooltip=tips(w, **TIPS)),
    ]  # fmt: skip
    head = title(w(N_("Gross domestic product (GDP), {unit}"), unit=unit), w(SHADED), c)
    return to_spec(alt.layer(*layers).properties(title=head), c, right=2)


def rows(state: State) -> pa.Table:
    """The rows of the chart, levels in the unit that is written."""
    levels = Levels(state)
    found = [*_paths(levels), *_target(levels), *labels(levels), *_hover(levels)]
    return table(
        found, mark="", role="", x=0.0, x2=0.0, y=0.0, y2=0.0, text="", short="", align="", dx=0, dy=0, size=0,
        weight=0, **dict.fromkeys(TIPS, ""),
    )  # fmt: skip


def _rule(role: str, x: float, y: float, x2: float, y2: float) -> Row:
    return {"mark": "rule", "role": role, "x": float(x), "y": y, "x2": float(x2), "y2": y2}


def _dot(role: str, x: int, y: float) -> Row:
    return {"mark": "dot", "role": role, "x": float(x), "y": y}


def _paths(levels: Levels) -> Iterator[Row]:
    """The axis of years, bands, history and paths."""
    state, first, last = levels.state, levels.years[0], levels.years[-1]
    yield _rule("axis", levels.left, levels.bottom, last + 0.08, levels.bottom)
    for share, band in levels.bands.items():
        yield from (
            {"mark": "band", "role": str(share), "x": float(year), "y": low, "y2": high}
            for year, (low, high) in band.items()
        )
    # A year without a figure breaks the line instead of being bridged by it.
    years = range(min(levels.past, default=0), max(levels.past, default=-1) + 1)
    lines: dict[str, Mapping[int, float | None]] = {"published": {year: levels.past.get(year) for year in years}}
    for role, path in (lines | levels.drawn).items():
        yield from ({"mark": "line", "role": role, "x": float(year), "y": level} for year, level in path.items())
    yield from (_dot("published", figure.year, levels.shifted(figure.value)) for figure in levels.outcomes)
    derived = {figure.year for figure in state.pack.history if figure.source == DERIVED}
    for year, level in levels.past.items():
        yield _dot("derived" if year in derived else "published", year, level)
    yield from (_dot("base" if year == first else "scenario", year, level) for year, level in levels.scenario.items())
    least, _, most = map(levels.shifted, state.scenario.range_of(GDP.key))
    yield _rule("range", first, least, first, most)


def _target(levels: Levels) -> Iterator[Row]:
    """The target by its deadline, and by the other readings of it."""
    state, goal, due = levels.state, levels.goal, levels.deadline
    level = levels.scenario[due]
    yield _rule("target", levels.left, goal, due, goal)
    yield _rule("deadline", due, levels.bottom, due, min(goal, level))
    for year in (due, *other_deadlines(state)):
        verdict, other = judge(state.scenario, year), "" if year == due else "other_"
        yield _rule(f"{other}gap", year, levels.shifted(verdict.level), year, goal)
        yield _dot(f"{other}ring" if verdict.status == "reached" else f"{other}open_ring", year, goal)
    yield _dot("end", due, level)


def _hover(levels: Levels) -> Iterator[Row]:
    """What a pointer over a year is told."""
    w, goal = levels.state.wording, levels.state.scenario["target_level"]
    for year in levels.years:
        said = {
            role: f"{w.beside(path[year], goal, GDP.unit)} {w.unit(GDP.unit)}" if year in path else "–"
            for role, path in levels.exact.items()
        }
        said |= {"year": str(year), "band": band_at(w, levels.uncertainty, year)}
        yield {"mark": "hover", "x": float(year), "y": levels.bottom, "y2": levels.top, **said}
