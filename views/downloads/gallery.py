"""The charts there are: every one of the pages, with its title, its own definition and rows, and its sources."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

import pyarrow as pa

from model.economics.remarks import remarks
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import Figure
from model.region.statements import frame
from model.scenario.origins import figure
from views.charts import (
    asks,
    chances,
    checks,
    compared,
    counts,
    gdp,
    others,
    past,
    prices,
    stairs,
    targets,
    tornado,
    two_levers,
    waterfall,
)
from views.charts.look import Spec
from views.state import State
from views.words import checks as checks_words
from views.words import progress

HEIGHT = 330


class Chart(NamedTuple):
    """A chart that can be exported; nothing is worked out before it is drawn."""

    title: str
    short: str
    """What its file is called."""
    draw: Callable[[], tuple[Spec, pa.Table]]
    """Its definition in the light theme, and its rows."""
    sources: Iterable[str]
    """Keys of the sources of what is drawn."""
    note: str = ""
    """The line below the title, of a chart whose definition has no title because its title has results."""
    height: int = HEIGHT
    """Pixels of the plot, where the definition does not say."""
    of_scenario: bool = True
    """Whether the scenario, and the baselines it starts from, have a part in it."""


def gallery(state: State) -> Mapping[str, Chart]:
    """Every chart of the pages by its key, in the order of the pages."""
    w, pack = state.wording, state.pack
    about = {each.key: _about(state, each.key) for each in pack.indicators}
    history, errors = pack.shown_history(GDP.key), pack.calibration.values()
    found = {
        each.key: Chart(w(each.name), w(each.short), partial(_chart, others, state, each), _keys(about[each.key]))
        for each in pack.indicators
    }
    known = _keys([*about[GDP.key], *history, *errors])
    found[GDP.key] = found[GDP.key]._replace(draw=partial(_chart, gdp, state), sources=known)
    found["checks"] = Chart(
        checks_words.title(state), w(N_("checks")), partial(_chart, checks, state),
        dict.fromkeys(source for each in remarks(state.scenario) for source in each.sources),
        w(checks_words.LEGEND),
    )  # fmt: skip
    for each in pack.indicators:
        found[f"compare-{each.key}"] = Chart(
            w(N_("{name}: scenarios side by side"), name=w(each.name)), w(N_("{name} compared"), name=w(each.short)),
            partial(_chart, compared, state, each), _keys(about[each.key]),
        )  # fmt: skip
    for key, chart, short, others_known, height in (
        ("stairs", stairs, N_("growth needed by deadline"), (), 410),
        ("past", past, N_("growth needed and past"), history, 250),
        ("prices", prices, N_("growth needed and prices"), (), HEIGHT),
        ("tornado", tornado, N_("single levers"), (), HEIGHT),
        ("map", two_levers, N_("two levers"), (), HEIGHT),
        ("chances", chances, N_("chances"), errors, HEIGHT),
        ("waterfall", waterfall, N_("what differs"), (), HEIGHT),
    ):
        if chart not in (past, waterfall) or chart.rows(state) is not None:
            sources = _keys([*about[GDP.key], *others_known])
            found[key] = Chart(w(chart.TITLE), w(short), partial(_chart, chart, state), sources, height=height)
    return found | _plan(state)


def _plan(state: State) -> dict[str, Chart]:
    """Those of the plan, in which the scenario has no part."""
    w, own = state.reported, state.pack.own
    report, met = (tuple(dict.fromkeys(row.source for row in rows)) for rows in (own.statements.values(), own.met))
    sources = dict.fromkeys((*report, *met, *_keys(own.outcomes))) if report else _keys(own.growth)
    plan, found = partial(Chart, of_scenario=False), dict[str, Chart]()
    for place, unit in enumerate(dict.fromkeys(each.unit for each in progress.headlines(state))):
        found[f"targets-{place}"] = plan(
            w.listing([progress.title(state), unit]), w(N_("targets and results, {unit}"), unit=unit),
            partial(_chart, targets, state, unit), sources, "  ".join(progress.legend(state, unit)),
            targets.height(state, unit),
        )  # fmt: skip
    if progress.counts(state):
        draw, tall = partial(_chart, counts, state), counts.height(state)
        found["counts"] = plan(w(progress.MET), w(N_("indicators met")), draw, met, height=tall)
    if own.statements:
        title, draw = w(progress.BESIDE, count=int(frame(state.pack)["alike"].sum())), partial(_chart, asks, state)
        found["asks"] = plan(title, w(N_("targets beside results")), draw, report, height=asks.ROW * 6)
    return found


def _chart(chart: Any, state: State, *of: object) -> tuple[Spec, pa.Table]:
    """A chart in the light theme, and its rows."""
    return chart.definition(state.language, "light", *of), chart.rows(state, *of)


def _about(state: State, indicator: str) -> list[Figure]:
    """The figures that an indicator's path and its target rest on: baseline, outcomes, announced goals."""
    pack, taken = state.pack, figure(state.scenario)
    base: Figure = taken if indicator == GDP.key and taken else pack.baselines[indicator]
    return [base, *(each for each in (*pack.outcomes, *pack.goals.values()) if each.indicator == indicator)]


def _keys(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure.source for figure in figures))
