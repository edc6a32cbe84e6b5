"""The pictures there are: every chart of the pages, by the definition and with the rows that the page draws it from."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Literal, NamedTuple

import pyarrow as pa

from model.economics.remarks import remarks
from model.economics.solve import indicator_of
from model.economics.uncertainty import uncertainty
from model.language.words import N_
from model.progress.further import FURTHER
from model.region.indicators import DEFLATOR, GDP, Indicator
from model.region.records import Figure
from model.scenario.origins import figure
from views import palette, pictures
from views.charts import (
    chances,
    checks,
    compared,
    growth_by_year,
    look,
    past,
    prices,
    stairs,
    tornado,
    two_levers,
    waterfall,
)
from views.charts import further as further_charts
from views.charts import path_rows as chart_rows
from views.charts import paths as charts
from views.charts.paths import Spec
from views.state import State
from views.words import checks as checks_words
from views.words import compared as compared_words
from views.words import further, legend, names, reported
from views.words import uncertainty as uncertainty_words

COMPARED = "compare"
STAIRS, PAST, BY_PRICES, TORNADO, MAP, CHANCES, CHECKS, WATERFALL = (
    "stairs", "past", "prices", "tornado", "map", "chances", "checks", "waterfall",
)  # fmt: skip
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
    w = now.wording
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
    found[pictures.GROWTH] = Chart(growth_by_year.title(now), w(N_("growth by year")), partial(_growth, now))
    titles = {
        STAIRS: (stairs.TITLE, N_("growth needed by deadline")), PAST: (past.TITLE, N_("growth needed and past")),
        BY_PRICES: (prices.TITLE, N_("growth needed and prices")), TORNADO: (tornado.TITLE, N_("single levers")),
        MAP: (two_levers.TITLE, N_("two levers")), CHANCES: (chances.TITLE, N_("chances")),
        WATERFALL: (waterfall.TITLE, N_("what differs")),
    }  # fmt: skip
    draw = {
        STAIRS: _stairs, PAST: _past, BY_PRICES: _prices, TORNADO: _tornado, MAP: _map, CHANCES: _chances,
        WATERFALL: _waterfall,
    }  # fmt: skip
    absent = {key for key, module in ((PAST, past), (WATERFALL, waterfall)) if module.rows(now) is None}
    found |= {key: Chart(w(title), w(said), partial(draw[key], now)) for key, (title, said) in titles.items()
              if key not in absent}  # fmt: skip
    found[CHECKS] = Chart(checks_words.title(now), w(N_("checks")), partial(_checks, now))
    return found


def gdp(now: State, size: tuple[int, int] = charts.SIZE) -> Drawn:
    """The chart of GDP, its labels placed for that size [pixels between the axes]."""
    w, band = now.wording, uncertainty(now.scenario) if now.view.band else None
    rows = chart_rows.gdp_rows(*chart_rows.projections(now), now.scenario, w, band, size)
    calibration = now.pack.calibration.values() if band else ()
    figures = [*now.pack.shown_history(GDP.key), *_about(now, GDP), *calibration]
    return Drawn(
        charts.specs(now.language)[GDP.key], rows, w.basis(GDP.unit), (), _paths(now, rows, "band"), _keys(figures)
    )


def _small(now: State, indicator: Indicator) -> Drawn:
    rows = chart_rows.small_rows(*chart_rows.projections(now), now.scenario, now.wording)[indicator.key]
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
    band = uncertainty(now.scenario) if now.view.band else None
    roles = {*rows["role"].to_pylist(), *others}
    meanings = {role: said for role, said in legend.meanings(now, band).items() if role in roles}
    shapes: Mapping[str, Shape] = {"band": "area", charts.OUTCOME: "diamond"}
    colours = charts.COLOURS | {"band": palette.SCENARIO}
    return tuple(
        Mark(shapes.get(role, "line"), colours[role], said, charts.DASHES.get(role, ()))
        for role, said in meanings.items()
    )


def _compared(now: State, indicator: Indicator) -> Drawn:
    w, listed = now.wording, compared_words.listed(now)
    marks = [Mark("line", compared.LINES["light"][at], name, compared.DASHES[at]) for at, name, _ in listed]
    if indicator is GDP:
        goal = compared.GOAL
        marks.append(Mark("line", compared.LINES["light"][goal], w(N_("Target")), compared.DASHES[goal]))
    rows = compared.rows(now, listed)[indicator.key]
    spec = charts.to_spec(compared.chart(indicator, w, "light"))
    sources = _keys(_about(now, indicator))
    return Drawn(spec, rows, w.basis(indicator.unit), (compared_words.hint(now),), tuple(marks), sources)


def _growth(now: State) -> Drawn:
    figures = [goal for goal in now.pack.goals.values() if goal.indicator == indicator_of(f"{now.view.series}_later")]
    made = pictures.specs()[pictures.GROWTH]
    basis = now.wording(PRICES if now.view.series == DEFLATOR else GROWTH)
    return Drawn(made, growth_by_year.rows(now), basis, (growth_by_year.legend(now),), (), _keys(figures))


def _stairs(now: State) -> Drawn:
    w, figures = now.wording, _about(now, GDP)
    said = (w(stairs.SUBTITLE),)
    return Drawn(stairs.definition(now.language, "light"), stairs.rows(now), w(GROWTH), said, (), _keys(figures))


def _past(now: State) -> Drawn:
    own, rows = now.pack.own, past.rows(now)
    published = (own.published_growth(GDP.key, year) for year in (own.base_year, own.first_year))
    figures = [*now.pack.shown_history(GDP.key), *filter(None, published), *_about(now, GDP)]
    return Drawn(past.definition(now.language, "light"), rows, now.wording(GROWTH), (), (), _keys(figures))


def _prices(now: State) -> Drawn:
    basis, figures = now.wording(GROWTH), _about(now, GDP)
    return Drawn(prices.definition(now.language, "light"), prices.rows(now), basis, (), (), _keys(figures))


def _tornado(now: State) -> Drawn:
    w = now.wording
    marks = (Mark("bar", LIGHT["reference"], w(N_("moved down"))), Mark("bar", LIGHT["scenario"], w(N_("moved up"))))
    basis = w(N_("change of GDP, {basis}"), basis=w.basis(GDP.unit))
    made = tornado.definition(now.language, "light")
    return Drawn(made, tornado.rows(now), basis, (), marks, _keys(_about(now, GDP)))


def _map(now: State) -> Drawn:
    w, made = now.wording, two_levers.definition(now.language, "light")
    said = (w(two_levers.SUBTITLE),)
    basis = w(N_("GDP against the target, % of the target"))
    return Drawn(made, two_levers.rows(now), basis, said, (), _keys(_about(now, GDP)))


def _chances(now: State) -> Drawn:
    w, made = now.wording, chances.definition(now.language, "light")
    marks = (
        Mark("bar", LIGHT["scenario"], w(chart_rows.UNTIL, year=now.scenario.target_year)),
        Mark("bar", LIGHT["reference"], w(N_("other years"))),
    )
    figures = [*_about(now, GDP), *now.pack.calibration.values()]
    return Drawn(
        made,
        chances.rows(now),
        w(N_("chance, %")),
        (uncertainty_words.headline(now), *uncertainty_words.meaning(now)),
        marks,
        _keys(figures),
    )


def _checks(now: State) -> Drawn:
    w, made = now.wording, checks.definition(now.language, "light")
    sources = dict.fromkeys(source for each in remarks(now.scenario) for source in each.sources)
    return Drawn(made, checks.rows(now), w(N_("growth and ratios, %")), (w(checks_words.LEGEND),), (), tuple(sources))


def _waterfall(now: State) -> Drawn:
    w, made, rows = now.wording, waterfall.definition(now.language, "light"), waterfall.rows(now)
    marks = (
        Mark("bar", LIGHT["reference"], w(N_("level"))),
        Mark("bar", LIGHT["scenario"], w(N_("adds to it"))),
        Mark("bar", LIGHT["target"], w(N_("takes from it"))),
    )
    said = w(N_("Reference: {reference}."), reference=names.name_of_reference(now))
    return Drawn(made, rows, w.basis(GDP.unit), (said,), marks, _keys(_about(now, GDP)))


LIGHT = look.COLOURS["light"]


def _about(now: State, indicator: Indicator) -> list[Figure]:
    """The figures that an indicator's path and its target rest on: baseline, outcomes, announced goals."""
    pack, taken = now.pack, figure(now.scenario)
    base: Figure = taken if indicator is GDP and taken else pack.baselines[indicator.key]
    others = [*pack.outcomes, *pack.goals.values()]
    return [base, *(figure for figure in others if figure.indicator == indicator.key)]


def _keys(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.source for figure in figures))
