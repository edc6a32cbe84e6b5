"""The pictures there are: every chart of the pages, by the definition and with the rows that the page draws it from."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Literal, NamedTuple

import pyarrow as pa

from model import sensitivity as moves
from model.decompose import decompose
from model.further import FURTHER
from model.indicators import DEFLATOR, GDP, Indicator
from model.origins import figure
from model.records import Figure
from model.solve import indicator_of
from model.uncertainty import uncertainty
from model.words import N_
from views import by_year, palette, pictures, side_by_side, where_met
from views.charts import further as further_charts
from views.charts import path_rows as chart_rows
from views.charts import paths as charts
from views.charts.paths import Spec
from views.sections import realistic, sensitivity, sure, why
from views.state import State
from views.words import further, legend, reported

COMPARED, MAP = "compare", "map"
GROWTH, PRICES = N_("growth, % a year"), N_("price change, % a year")
Shape = Literal["line", "area", "bar", "diamond"]


class Mark(NamedTuple):
    """A mark of a chart, and what it means."""

    shape: Shape
    colour: str
    words: str
    dash: Iterable[int] = ()


class Drawn(NamedTuple):
    """All that a picture of a chart needs."""

    spec: Spec
    """The page's own definition."""
    rows: pa.Table
    """The page's own rows for this state."""
    basis: str
    """What is measured, in which unit and, where it is a level, at which prices."""
    said: tuple[str, ...]
    """How the chart is read, in sentences."""
    marks: tuple[Mark, ...]
    sources: tuple[str, ...]
    """Keys of the sources of what is drawn."""
    of_scenario: bool = True
    """Whether the scenario, and the baselines it starts from, have a part in it."""


class Chart(NamedTuple):
    """A chart that can be taken away: what it is called, and what draws it; nothing is worked out before."""

    title: str
    short: str
    """What its file is called."""
    draw: Callable[[], Drawn]


def gallery(now: State) -> Mapping[str, Chart]:
    """Every chart of the pages by its key, in the order of the pages."""
    w, year = now.wording, now.scenario.target_year
    others = [each for each in now.pack.indicators if each is not GDP]
    found = {GDP.key: Chart(w(GDP.name), w(GDP.short), partial(gdp, now))}
    found |= {each.key: Chart(w(each.name), w(each.short), partial(_small, now, each)) for each in others}
    for place, path in enumerate(further.listed_paths(now)):
        name = reported.name(now, path.row)
        found[f"{FURTHER}-{path.row.key}"] = Chart(name, name, partial(_further, now, place))
    for each in now.pack.indicators:
        title = w(N_("{name}: scenarios side by side"), name=w(each.name))
        short = w(N_("{name} compared"), name=w(each.short))
        found[f"{COMPARED}-{each.key}"] = Chart(title, short, partial(_compared, now, each))
    found[pictures.GROWTH] = Chart(by_year.title(now), w(N_("growth by year")), partial(_growth, now))
    found[pictures.TORNADO] = Chart(w(sensitivity.TITLE), w(N_("single levers")), partial(_tornado, now))
    found[MAP] = Chart(w(sensitivity.MAP_TITLE, year=year), w(N_("two levers")), partial(_map, now))
    found[pictures.CHANCES] = Chart(w(sure.TITLE), w(N_("chances")), partial(_chances, now))
    if realistic.comparable(now):
        found[pictures.RANKING] = Chart(w(realistic.TITLE), w(N_("growth ranked")), partial(_ranking, now))
    different = decompose(now.scenario, now.reference, now.pack)
    if different.shares:
        title = why.title(now, different)
        found[pictures.WATERFALL] = Chart(title, w(N_("what differs")), partial(_waterfall, now))
    return found


ON_PAGE = {"compare": f"{COMPARED}-{GDP.key}", "years": pictures.GROWTH}
IN_SECTION = {
    "sensitivity": pictures.TORNADO, "sure": pictures.CHANCES, "realistic": pictures.RANKING, "why": pictures.WATERFALL,
}  # fmt: skip


def looked_at(now: State, page: str) -> str:
    """The key of the first chart of a page, or of its open section; GDP's where there is none."""
    key = IN_SECTION.get(now.view.section, "") if page == "feasibility" else ON_PAGE.get(page, "")
    return key if key in gallery(now) else GDP.key


def gdp(now: State, size: tuple[int, int] = charts.SIZE) -> Drawn:
    """The chart of GDP, its labels placed for that size [pixels between the axes]."""
    w, band = now.wording, uncertainty(now.scenario, now.pack) if now.view.band else None
    rows = chart_rows.gdp_rows(*chart_rows.projections(now), now.scenario, now.pack, w, band, size)
    calibration = now.pack.calibration.values() if band else ()
    figures = [*now.pack.shown_history(GDP.key), *_about(now, GDP), *calibration]
    return Drawn(
        charts.specs(now.language)[GDP.key], rows, w.basis(GDP.unit), (), _paths(now, rows, "band"), _keys(figures)
    )


def _small(now: State, indicator: Indicator) -> Drawn:
    rows = chart_rows.small_rows(*chart_rows.projections(now), now.scenario, now.pack, now.wording)[indicator.key]
    spec, said = charts.specs(now.language)[indicator.key], now.wording.basis(indicator.unit)
    return Drawn(spec, rows, said, (), _paths(now, rows), _keys(_about(now, indicator)))


def _further(now: State, place: int) -> Drawn:
    path, w = further.listed_paths(now)[place], now.reported
    rows, basis = further_charts.rows(now, path), further.basis(now, path.row)
    marks = [Mark("line", charts.COLOURS[charts.SCENARIO], w(N_("this path")))]
    if path.levels != path.planned:
        dash = charts.DASHES[charts.REFERENCE]
        marks.append(Mark("line", charts.COLOURS[charts.REFERENCE], further.reference(now, path.row.key), dash))
    made = further_charts.definition(now, path, "light")
    said = (further.rests_on(now, path), further.assumed(now, path))
    return Drawn(made, rows, basis, said, tuple(marks), (path.row.source,), of_scenario=False)


def _paths(now: State, rows: pa.Table, *others: str) -> tuple[Mark, ...]:
    """The marks of a chart of paths, those that are drawn."""
    band = uncertainty(now.scenario, now.pack) if now.view.band else None
    roles = {*rows["role"].to_pylist(), *others}
    meanings = {role: said for role, said in legend.meanings(now, band).items() if role in roles}
    shapes: Mapping[str, Shape] = {"band": "area", charts.OUTCOME: "diamond"}
    colours = charts.COLOURS | {"band": palette.SCENARIO}
    return tuple(
        Mark(shapes.get(role, "line"), colours[role], said, charts.DASHES.get(role, ()))
        for role, said in meanings.items()
    )


def _compared(now: State, indicator: Indicator) -> Drawn:
    w, listed = now.wording, side_by_side.shown(now, side_by_side.THIS)
    marks = [Mark("line", palette.COMPARED[at], name, side_by_side.DASHES[at]) for at, name, _ in listed]
    if indicator is GDP:
        marks.append(Mark("line", palette.TARGET, w(N_("Target")), side_by_side.GOAL_DASH))
    rows = side_by_side.rows(indicator, now, listed)
    spec, sources = side_by_side.specs(now.language)[indicator.key], _keys(_about(now, indicator))
    return Drawn(spec, rows, w.basis(indicator.unit), (side_by_side.hint(now),), tuple(marks), sources)


def _growth(now: State) -> Drawn:
    figures = [goal for goal in now.pack.goals.values() if goal.indicator == indicator_of(f"{now.view.series}_later")]
    made = pictures.specs()[pictures.GROWTH]
    basis = now.wording(PRICES if now.view.series == DEFLATOR else GROWTH)
    return Drawn(made, by_year.rows(now), basis, (by_year.legend(now),), (), _keys(figures))


def _tornado(now: State) -> Drawn:
    w, swings = now.wording, moves.tornado(now.scenario, now.pack)
    marks = (Mark("bar", palette.REFERENCE, w(N_("moved down"))), Mark("bar", palette.SCENARIO, w(N_("moved up"))))
    said = (sensitivity.effect(now), w(sensitivity.LEFT_OUT))
    made = pictures.specs()[pictures.TORNADO]
    basis = w(N_("change of GDP, {basis}"), basis=w.basis(GDP.unit))
    return Drawn(made, sensitivity.bars(now, swings), basis, said, marks, _keys(_about(now, GDP)))


def _map(now: State) -> Drawn:
    w, found = now.wording, moves.two_way(now.view.across, now.view.up, now.scenario, now.pack)
    said = (w(sensitivity.COLOURS, far=where_met.FARTHEST), w(sensitivity.ON_THE_LINE))
    rows, sources = sensitivity.map_rows(now, found), _keys(_about(now, GDP))
    return Drawn(where_met.spec(), rows, w(N_("GDP against the target, % of the target")), said, (), sources)


def _chances(now: State) -> Drawn:
    w, found, deadline = now.wording, uncertainty(now.scenario, now.pack), now.scenario.target_year
    marks = (
        Mark("bar", palette.SCENARIO, w(chart_rows.UNTIL, year=deadline)),
        Mark("bar", palette.REFERENCE, w(N_("other years"))),
    )
    figures = [*_about(now, GDP), *now.pack.calibration.values()]
    made = pictures.specs()[pictures.CHANCES]
    return Drawn(made, sure.bars(now, found), w(N_("chance, %")), sure.headline(now, found), marks, _keys(figures))


def _ranking(now: State) -> Drawn:
    own = now.pack.own
    published = (own.published_growth(GDP.key, year) for year in (own.base_year, own.first_year))
    figures = [*now.pack.shown_history(GDP.key), *filter(None, published), *_about(now, GDP)]
    made, basis = pictures.specs()[pictures.RANKING], now.wording(GROWTH)
    return Drawn(made, realistic.bars(now), basis, (realistic.legend(now),), (), _keys(figures))


def _waterfall(now: State) -> Drawn:
    w, found = now.wording, decompose(now.scenario, now.reference, now.pack)
    marks = (
        Mark("bar", palette.REFERENCE, w(N_("level"))),
        Mark("bar", palette.SCENARIO, w(N_("adds to it"))),
        Mark("bar", palette.TARGET, w(N_("takes from it"))),
    )
    made = pictures.specs()[pictures.WATERFALL]
    return Drawn(made, why.steps(now, found), w.basis(GDP.unit), (w(why.PARTS),), marks, _keys(_about(now, GDP)))


def _about(now: State, indicator: Indicator) -> list[Figure]:
    """The figures that an indicator's path and its target rest on: baseline, outcomes, announced goals."""
    pack, taken = now.pack, figure(now.scenario, now.pack)
    base: Figure = taken if indicator is GDP and taken else pack.baselines[indicator.key]
    others = [*pack.outcomes, *pack.goals.values()]
    return [base, *(figure for figure in others if figure.indicator == indicator.key)]


def _keys(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.source for figure in figures))
