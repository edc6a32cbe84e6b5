"""Does GDP reach the target in time? History, scenario, band, reference, target and both deadlines in one picture.

The definition holds no value of a scenario: a moved lever sends rows to a chart that is already there.
"""

import functools
import math
from collections.abc import Sequence
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics.projection import Projection, project
from model.economics.uncertainty import Uncertainty, uncertainty
from model.economics.verdict import judge
from model.economics.verdict_sentences import FROM_OFFICIAL
from model.language.rounding import side
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.unpublished import DERIVED
from model.scenario.origins import origin
from views.charts.compared import short as short_name
from views.charts.look import COLOURS, NARROW, Spec, Theme, title, to_spec
from views.state import State
from views.words.names import name_of_reference

ALT = N_("GDP by year: published figures, this scenario with its uncertainty, and the target")
"""What the chart shows; its values stand in the verdict and in the table of years."""
SHADED = N_("Shaded: where 80 % and 50 % of outcomes fall, if targets are missed as they have been")
PAST = 4
"""Years of history before the base year, at least."""
LABELS_RIGHT = 88
"""Pixels right of the last year, for the labels of its points."""
PAST_TICKS = 52
"""Pixels from the left that are clear of the labels of the axis."""
USUAL_HEIGHT = 330
"""Pixels between the top and the bottom of the plot, by which labels are kept apart."""
COLUMNS = {
    "mark": pa.string(), "role": pa.string(), "x": pa.float64(), "x2": pa.float64(), "y": pa.float64(),
    "y2": pa.float64(), "text": pa.string(), "short": pa.string(), "align": pa.string(), "dx": pa.int16(),
    "dy": pa.int16(), "size": pa.int8(), "weight": pa.int16(), "year": pa.string(), "own": pa.string(),
    "official": pa.string(), "plan": pa.string(), "band": pa.string(),
}  # fmt: skip
Row = dict[str, Any]
LINES = {
    "published": ("published", 1.8, [1, 0]),
    "reference": ("reference", 1.5, [5, 3]),
    "official": ("published", 1.2, [1, 0]),
    "scenario": ("scenario", 2.8, [1, 0]),
}
"""Colour, width and dashes of the lines, by role; that from the latest official level is "official"."""
APART = 6
"""Pixels at the deadline from which on the path from the latest official level is drawn beside the scenario's."""
RULES = {
    "axis": ("axis", 1.0, [1, 0], 1.0),
    "target": ("target", 1.2, [5, 4], 1.0),
    "deadline": ("target", 1.0, [1, 3], 1.0),
    "gap": ("target", 1.6, [1, 0], 1.0),
    "other_gap": ("target", 1.6, [1, 0], 0.4),
    "range": ("scenario", 1.4, [1, 0], 1.0),
}
"""Colour, width, dashes and opacity of the straight lines, by role."""
DASHED = [3, 2.4]
DOTS = {
    "published": ("published", "published", 30, 0.0, [1, 0]),
    "derived": ("published", "page", 36, 1.4, [1, 0]),
    "scenario": ("scenario", "scenario", 18, 0.0, [1, 0]),
    "base": ("scenario", "page", 46, 1.8, [1, 0]),
    "end": ("scenario", "scenario", 64, 0.0, [1, 0]),
    "ring": ("target", "none", 190, 1.8, [1, 0]),
    "open_ring": ("target", "none", 190, 1.8, DASHED),
    "other_ring": ("target", "none", 70, 1.4, [1, 0]),
    "other_open_ring": ("target", "none", 70, 1.4, DASHED),
}
"""Rim, fill, size, width of the rim and its dashes, by role. A ring is whole only where the target is reached."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), {**COLOURS[theme], "none": "transparent"}
    unit = w.unit(GDP.unit)
    labels = f"format(datum.value, ',~f') + (datum.index == 1 ? ' {unit}' : '')"
    x = alt.X("x:Q", axis=None, scale=alt.Scale(zero=False, nice=False))
    y = alt.Y(
        "y:Q",
        scale=alt.Scale(zero=False, nice=False),
        axis=alt.Axis(
            title=None, domain=False, ticks=False, tickCount=5, labelExpr=labels, labelAlign="left", labelPadding=-1,
            labelBaseline="bottom", labelOffset=-3,
        ),
    )  # fmt: skip
    base = alt.Chart(alt.NamedData("rows")).encode(x=x, y=y)

    def part(mark: str) -> alt.Chart:
        return base.transform_filter(f"datum.mark === '{mark}'")

    def by_role(values: dict[str, Any]) -> dict[str, Any]:
        return {"scale": alt.Scale(type="ordinal", domain=list(values), range=list(values.values())), "legend": None}

    def column(styles: dict[str, tuple[Any, ...]], place: int) -> dict[str, Any]:
        return by_role({role: style[place] for role, style in styles.items()})

    band = part("band").mark_area(color=c["scenario"], opacity=0.11, tooltip=None)
    rules = part("rule").mark_rule(tooltip=None)
    lines = part("line").mark_line(strokeJoin="round", invalid="break-paths-filter-domains", tooltip=None)
    dots = part("dot").mark_point(opacity=1, tooltip=None)
    text = part("label").mark_text(
        baseline="middle",
        tooltip=None,
        text=alt.ExprRef(f"{NARROW} ? datum.short : datum.text"),
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef("datum.dx"),
        dy=alt.ExprRef("datum.dy"),
        fontSize=alt.ExprRef("datum.size"),
        fontWeight=alt.ExprRef("datum.weight"),
    )
    tips = {
        "year": N_("Year"), "own": N_("Scenario"), "official": FROM_OFFICIAL, "plan": N_("Reference"),
        "band": N_("80 % band"),
    }  # fmt: skip
    hover = part("hover").mark_bar(opacity=0.0001, width=40)
    layers = [
        band.encode(y2="y2:Q", detail="role:N"),
        rules.encode(
            x2="x2:Q",
            y2="y2:Q",
            color=alt.Color("role:N", **by_role({role: c[style[0]] for role, style in RULES.items()})),
            strokeWidth=alt.StrokeWidth("role:O", **column(RULES, 1)),
            strokeDash=alt.StrokeDash("role:O", **column(RULES, 2)),
            opacity=alt.Opacity("role:O", **column(RULES, 3)),
        ),
        lines.encode(
            color=alt.Color("role:N", **by_role({role: c[style[0]] for role, style in LINES.items()})),
            strokeWidth=alt.StrokeWidth("role:O", **column(LINES, 1)),
            strokeDash=alt.StrokeDash("role:O", **column(LINES, 2)),
        ),
        dots.encode(
            stroke=alt.Stroke("role:N", **by_role({role: c[style[0]] for role, style in DOTS.items()})),
            fill=alt.Fill("role:N", **by_role({role: c[style[1]] for role, style in DOTS.items()})),
            size=alt.Size("role:O", **column(DOTS, 2)),
            strokeWidth=alt.StrokeWidth("role:O", **column(DOTS, 3)),
            strokeDash=alt.StrokeDash("role:O", **column(DOTS, 4)),
        ),
        text.encode(
            color=alt.Color(
                "role:N",
                **by_role({role: c[role] for role in ("published", "reference", "scenario", "target", "soft", "none")}),
            )
        ),
        hover.encode(y2="y2:Q", tooltip=[alt.Tooltip(f"{key}:N", title=w(name)) for key, name in tips.items()]),
    ]
    wide = w(SHADED)
    narrow = w(N_("{unit}; shaded: 80 % and 50 % bands"), unit=unit)
    channels = ("color", "stroke", "fill", "size", "strokeWidth", "strokeDash", "opacity")
    independent: dict[str, Any] = dict.fromkeys(channels, "independent")
    head = title(w(N_("Gross domestic product (GDP), {unit}"), unit=unit), "", c)
    spec = to_spec(alt.layer(*layers).resolve_scale(**independent).properties(title=head), c, right=2)
    spec["title"]["subtitle"] = {"expr": f"{NARROW} ? '{narrow}' : '{wide}'"}
    return spec


def rows(state: State) -> pa.Table:
    """The rows of the chart, levels in the unit that is written."""
    return Drawing(state).table()


def projections(state: State) -> tuple[Projection, Projection]:
    """What follows from the scenario, and from the reference as far as the scenario reaches."""
    as_long = state.reference.set(horizon=float(state.scenario.last_year))
    return project(state.scenario), project(as_long)


class Drawing:
    """The rows of one state, put together part by part."""

    def __init__(self, state: State) -> None:
        self.state, self.w, self.scenario, self.pack = state, state.wording, state.scenario, state.pack
        self.own, self.reference = projections(state)
        self.uncertainty = uncertainty(self.scenario)
        self.years = self.own.years
        self.path = [self._shift(level) for level in self.own.paths[GDP.key].tolist()]
        self.planned = [self._shift(level) for level in self.reference.paths[GDP.key].tolist()][: len(self.years)]
        self.bands = {
            share: [[self._shift(level) for level in end.tolist()] for end in ends]
            for share, ends in self.uncertainty.bands.items()
        }
        self.official = self._from_official()
        self.goal, self.deadline = self._shift(self.scenario["target_level"]), self.scenario.target_year
        self.first = self.pack.base_year - PAST
        self.past = {
            f.year: self._shift(f.value)
            for f in self.pack.shown_history(GDP.key)
            if self.first <= f.year < self.years[0]
        }
        self.left = (self.first if self.past else self.years[0]) - 0.55
        self.bottom, self.top = self._limits()
        self.found: list[Row] = []

    def _from_official(self) -> dict[int, float]:
        """The levels that the same growth makes of the latest official one, by year; empty where none is known."""
        reading, path, first = judge(self.scenario).from_official, self.own.paths[GDP.key], self.years[0]
        if reading is None:
            return {}
        levels = path[reading.start_year - first :] * (reading.start / path[reading.start_year - first])
        return dict(enumerate(levels.tolist(), reading.start_year))

    def _shift(self, level: float) -> float:
        return float(self.w.shifted(level, GDP.unit))

    def _limits(self) -> tuple[float, float]:
        """Round levels below and above all that is drawn."""
        official = map(self._shift, self.official.values())
        drawn = [self.goal, *self.path, *self.planned, *official, *self.bands[0.8][0], *self.bands[0.8][1]]
        highest, lowest = max(drawn), min(*drawn, *self.past.values())
        step = 10.0 ** math.floor(math.log10(highest))
        step = next(step / part for part in (1, 2, 5, 10) if highest / (step / part) >= 4)
        return math.floor(lowest * 0.7 / step) * step, math.ceil(highest * 1.01 / (step / 2)) * (step / 2)

    def table(self) -> pa.Table:
        """Everything that is drawn."""
        self._frame()
        self._lines()
        self._target()
        self._labels_at_deadline()
        self._labels_of_levels()
        self._hover()
        blank = {name: "" if kind == pa.string() else None for name, kind in COLUMNS.items()}
        arrays = [pa.array([row.get(name, blank[name]) for row in self.found], kind) for name, kind in COLUMNS.items()]
        return pa.table(arrays, list(COLUMNS))

    def _add(self, mark: str, role: str, x: float, y: float | None, **more: Any) -> None:
        self.found.append({"mark": mark, "role": role, "x": float(x), "y": y, **more})

    def _label(self, role: str, x: float, y: float, text: str, align: str = "left", **more: Any) -> None:
        usual = {"short": text, "dx": 0, "dy": 0, "size": 12, "weight": 400}
        self._add("label", role, x, y, text=text, align=align, **(usual | more))

    def _frame(self) -> None:
        """The axis of years, with the deadline in the colour of the target."""
        last = self.years[-1]
        self._add("rule", "axis", self.left, self.bottom, x2=last + 0.08, y2=self.bottom)
        for year in range(math.ceil(self.left), last + 1):
            due = year == self.deadline
            short = "" if (year - self.deadline) % 3 else str(year)
            self._label(
                "target" if due else "soft", year, self.bottom, str(year), "center", short=short, dy=15,
                weight=700 if due else 400,
            )  # fmt: skip
        room = self.w(N_("scenario, {gap} short"), gap=self.w.number(1000, self.w.digits(GDP.unit)))
        self._label("none", last, self.goal, room, dx=13, short=self.w(N_("80 % band")))

    def _lines(self) -> None:
        for share, (low, high) in self.bands.items():
            for year, bottom, top in zip(self.years, low, high, strict=True):
                self._add("band", str(share), year, bottom, y2=top)
        for year in range(min(self.past, default=0), max(self.past, default=-1) + 1):
            self._add("line", "published", year, self.past.get(year))
        for figure in self.pack.outcomes:
            if figure.indicator == GDP.key:
                self._add("dot", "published", figure.year, self._shift(figure.value))
        derived = {figure.year for figure in self.pack.history if figure.source == DERIVED}
        for year, level in self.past.items():
            self._add("dot", "derived" if year in derived else "published", year, level)
        if self.planned != self.path:
            for year, level in zip(self.years, self.planned, strict=True):
                self._add("line", "reference", year, level)
        if self._stands_apart():
            for year, level in self.official.items():
                self._add("line", "official", year, self._shift(level))
        for year, level in zip(self.years, self.path, strict=True):
            self._add("line", "scenario", year, level)
            self._add("dot", "base" if year == self.years[0] else "scenario", year, level)
        least, _, most = (self._shift(level) for level in self.scenario.baseline_range)
        self._add("rule", "range", self.years[0], least, x2=float(self.years[0]), y2=most)

    def _target(self) -> None:
        """The target by its deadline, and by the other reading of it."""
        w, level = self.w, self._at(self.deadline)
        reached = judge(self.scenario).status == "reached"
        self._add("rule", "target", self.left, self.goal, x2=float(self.deadline), y2=self.goal)
        self._add("rule", "deadline", self.deadline, self.bottom, x2=float(self.deadline), y2=min(self.goal, level))
        self._add("rule", "gap", self.deadline, level, x2=float(self.deadline), y2=self.goal)
        self._add("dot", "ring" if reached else "open_ring", self.deadline, self.goal)
        self._add("dot", "end", self.deadline, level)
        said = w(
            N_("Target {level}, end of {year}"),
            level=w.exactly(self.scenario["target_level"], GDP.unit), year=self.deadline,
        )  # fmt: skip
        self._label("target", self.left, self.goal, said, dx=PAST_TICKS, dy=-9, size=13, weight=600)
        for place, year in enumerate(reversed(other_deadlines(self.state))):
            other = judge(self.scenario, year)
            ring = "other_ring" if other.status == "reached" else "other_open_ring"
            _, gap = w.against(other.level, self.scenario["target_level"], GDP.unit)
            there = self._shift(other.level)
            self._add("dot", ring, year, self.goal)
            self._add("rule", "other_gap", year, there, x2=float(year), y2=self.goal)
            message = N_("by {year}: {gap} above") if other.reached else N_("by {year}: {gap} short")
            said = w(message, year=year, gap=gap)
            beside_last = year == self.years[-1]
            align, dx, dy = ("left", 13, 0) if beside_last else ("right", -8, 15 + 16 * place)
            self._label("target", year, self.goal, said, align, dx=dx, dy=dy)

    def _stands_apart(self) -> bool:
        """Whether the path from the latest official level is seen beside the scenario's."""
        apart = APART * (self.top - self.bottom) / USUAL_HEIGHT
        return bool(self.official) and abs(self._shift(self.official[self.deadline]) - self._at(self.deadline)) > apart

    def _at(self, year: int) -> float:
        return self.path[year - self.years[0]]

    def _labels_at_deadline(self) -> None:
        """Right of the deadline: the scenario's level stays at its point, the others make room."""
        w, year, level = self.w, self.deadline, self._at(self.deadline)
        goal, verdict = self.scenario["target_level"], judge(self.scenario)
        said, gap = w.against(verdict.level, goal, GDP.unit)
        down = 0 if year == self.years[-1] else 24  # below the path, where it goes on
        self._label("scenario", year, level, said, dx=13, dy=down, size=17, weight=600)
        if not side(verdict.level, goal):
            short, full = w(N_("on target")), w(N_("scenario, on target"))
        else:
            short = w(N_("{gap} above") if verdict.reached else N_("{gap} short"), gap=gap)
            full = w(N_("scenario, {gap} above") if verdict.reached else N_("scenario, {gap} short"), gap=gap)
        self._label("scenario", year, level, full, short=short, dx=13, dy=down + 17)
        pixel = (self.top - self.bottom) / USUAL_HEIGHT
        taken: list[tuple[float, float]] = [(down - 11, down + 26)]

        def place(at: float, height: int) -> int:
            """The nearest free place for a label of that height, in pixels below the scenario's point."""
            wanted = (level - at) / pixel
            tops: list[float] = [wanted, *(above - height for above, _ in taken), *(below for _, below in taken)]
            free = [top for top in tops if all(top + height <= above or top >= below for above, below in taken)]
            _, nearest = min((abs(top - wanted), top) for top in free)
            top = round(nearest)
            taken.append((top, top + height))
            return top

        index = year - self.years[0]
        if self.planned != self.path:
            short = w.beside(float(self.reference.paths[GDP.key][index]), self.scenario["target_level"], GDP.unit)
            text = w(N_("{reference} {level}"), reference=short_name(name_of_reference(self.state)), level=short)
            self._label("reference", year, level, text, short=short, dx=13, dy=place(self.planned[index], 16) + 8)
        if self._stands_apart():
            short, _ = w.against(self.official[year], goal, GDP.unit)
            text = w(N_("from the official level {level}"), level=short)
            dy = place(self._shift(self.official[year]), 16) + 8
            self._label("published", year, level, text, short=short, dx=13, dy=dy)
        top = place(self.bands[0.8][0][index], 32)
        self._label("soft", year, level, w(N_("80 % band")), short="80%", dx=13, dy=top + 8)
        self._label("soft", year, level, band_at(self.w, self.uncertainty, year), dx=13, dy=top + 23)

    def _labels_of_levels(self) -> None:
        """The baseline, the published figure of a later year, and history."""
        w, pack, pixel = self.w, self.pack, (self.top - self.bottom) / USUAL_HEIGHT
        base = self.scenario["gdp_base"]
        derived = origin(base, GDP.key, pack) == "derived"
        message = N_("baseline {level}, derived") if derived else N_("baseline {level}")
        low = self._shift(self.scenario.baseline_range[0])
        said = w(message, level=w.bare(base, GDP.unit))
        self._label("scenario", self.years[0], low, said, "center" if self.past else "left", dy=18)
        for figure in pack.outcomes:
            if figure.indicator == GDP.key:
                said = w(
                    N_("published {year}: {level}"),
                    year=figure.year,
                    level=w.beside(figure.value, self.scenario["target_level"], GDP.unit),
                )
                level = self._shift(figure.value)
                below = min(self._at(figure.year), self._at(min(figure.year + 1, self.years[-1])))
                align, dx, dy = ("left", 6, 15) if below > 0.99 * level else ("right", -6, -10)
                self._label("published", figure.year, level, said, align, dx=dx, dy=dy)
        if not self.past:
            return
        first, last = min(self.past), max(self.past)
        self._label("published", first, self.past[first], w(N_("published figures")), dx=-4, dy=17)
        missing = list(range(last + 1, self.years[0]))
        if len(missing) > 1:
            middle = (last + self.years[0]) / 2
            said = w(N_("{years}: no published figure"), years=w.years(missing))
            self._label("soft", middle, self.past[last] - 6 * pixel, said, "center", short="")

    def _hover(self) -> None:
        """What a pointer over a year is told."""
        w, goal = self.w, self.scenario["target_level"]
        paths = {
            "own": dict(zip(self.years, self.own.paths[GDP.key].tolist(), strict=True)),
            "plan": dict(zip(self.reference.years, self.reference.paths[GDP.key].tolist(), strict=True)),
            "official": self.official,
        }
        for year in self.years:
            levels = {
                name: f"{w.beside(path[year], goal, GDP.unit)} {w.unit(GDP.unit)}" if year in path else "–"
                for name, path in paths.items()
            }
            self._add(
                "hover", "", year, self.bottom, y2=self.top, year=str(year), band=band_at(w, self.uncertainty, year),
                **levels,
            )  # fmt: skip


def other_deadlines(state: State) -> Sequence[int]:
    """The other years to which an announced deadline has been read, of those projected."""
    pack, scenario = state.pack, state.scenario
    readings = {goal.year for goal in pack.deadlines if goal.value == pack.target.value} - {scenario.target_year}
    return [year for year in sorted(readings) if pack.base_year < year <= scenario.last_year]


def band_at(w: Wording, found: Uncertainty, year: int) -> str:
    """The 80 % interval of a year, without unit."""
    low, high = (end[year - found.years[0]] for end in found.bands[0.8])
    digits = w.digits(GDP.unit) - 1
    return w.between(*(w.bare(float(end), GDP.unit, digits=digits) for end in (low, high)))
