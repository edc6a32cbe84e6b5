"""What follows from the scenario: verdict, figures, charts and table, each in a place reserved for it."""

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import NamedTuple

from streamlit.delta_generator import DeltaGenerator

from model.county_fields import BY_FIELD, REGION, named
from model.indicators import BY_KEY, GDP, Indicator
from model.levers import levers
from model.moved import moved
from model.problem import Problem
from model.projection import Projection, project
from model.records import ERROR, PERSISTENCE
from model.uncertainty import Sure, how_sure
from model.words import N_
from views import chart_rows, charts, metrics, notes, realism, strip, table, verdict
from views.actions import BAND, SECTION
from views.changes import told
from views.sheet import Button
from views.state import State

BAND_WORDS = {
    "county": N_("50 % and 80 % of outcomes, at least this wide; chance at the end of {year}: {chance}"),
    "municipality": N_("50 % and 80 % of outcomes; chance at the end of {year}: {chance}"),
}
"""What the band is, by what the region is."""


class Places(NamedTuple):
    """Where the parts of the answer stand on the page, whoever draws them."""

    figures: DeltaGenerator
    gdp: DeltaGenerator
    small: DeltaGenerator
    table: DeltaGenerator


def draw(now: State, places: Places, drawer: str, small: bool) -> None:
    """Fills the places, that of the small charts only where asked to. `drawer` tells apart those who call this."""
    w, specs, (mine, reference) = now.wording, charts.specs(now.language), projections(now)
    sure = how_sure(now.scenario, now.pack) if now.view.band else None
    answers = f'<div class="answers">{verdict.html(now)}{realism.html(now)}</div>'
    places.figures.html(
        complaints(now) + answers + strip.html(now) + metrics.html(now, mine, reference) + _key(now, sure)
    )
    rows = chart_rows.gdp_rows(mine, reference, now.scenario, now.pack, w, sure)
    places.gdp.vega_lite_chart(rows, specs[GDP.key], alt=_alt(GDP, now))
    if small:
        draw_small(now, places)
    table.show(places.table, f"table_{drawer}", now, mine)


def draw_small(now: State, places: Places) -> None:
    """Fills the place of the small charts."""
    specs, tables = (
        charts.specs(now.language),
        chart_rows.small_rows(*projections(now), now.scenario, now.pack, now.wording),
    )
    if not tables:
        return
    cells = places.small.grid(3, min_column_width=250)
    for key, rows in tables.items():
        cells.vega_lite_chart(rows, specs[key], alt=_alt(BY_KEY[key], now))


def projections(now: State) -> tuple[Projection, Projection]:
    """What follows from the scenario and from the reference."""
    as_long = now.reference.set(now.pack, horizon=float(now.scenario.last_year))
    return project(now.scenario, now.pack), project(as_long, now.pack)


def _alt(indicator: Indicator, now: State) -> str:
    """What a chart shows, without its values: a text that changed would have the chart built anew."""
    w = now.wording
    return w(N_("Path of {name}, see the table"), name=w(indicator.name))


def complaints(now: State) -> str:
    """What is wrong with the link, or with what was asked for last; during a replay, what moves."""
    w = now.wording
    changes = moved(now.opened, now.work, now.pack, lambda level: w.level(level, GDP.unit))
    said = _sentences(now, (*(() if now.beside else now.complaints), *changes))
    return _replayed(now) + (_box(w(N_("Please note")), said, "alert") if said else "")


def refused(now: State, place: str) -> str:
    """What is wrong with what was asked for last in that place of the page; empty where it was asked elsewhere."""
    said = _sentences(now, now.complaints) if now.beside == place else []
    return "".join(f'<p class="wrong" role="alert">{escape(sentence)}</p>' for sentence in said)


def _sentences(now: State, problems: Iterable[Problem]) -> list[str]:
    return [now.wording.shown(replace(problem, where=_where(now, problem))) for problem in problems]


def _where(now: State, problem: Problem) -> str:
    """What is wrong by its name, where links have a key for it: a field of one's own county, or levers of one part."""
    w, where = now.wording, problem.where
    if problem.given:
        return where
    if (field := where.removeprefix(f"{REGION} ")) in BY_FIELD and field != where:
        return named(BY_FIELD[field], w)
    names = dict.fromkeys(w(lever.name) for lever in levers(now.pack).values() if lever.param == where)
    return w.listing(list(names)) if names else where


def _replayed(now: State) -> str:
    """What the step that is shown again changes."""
    w, history = now.wording, now.history
    if not now.replay:
        return ""
    title = w(N_("Replay: before") if now.replay == "before" else N_("Replay: after"))
    return _box(title, [told(now, history.past[-1], history.now)], "status")


def _box(title: str, sentences: list[str], role: str) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<section class="complaints" role="{role}"><b>{escape(title)}</b><ul>{items}</ul></section>'


def _key(now: State, sure: Sure | None) -> str:
    """The title of the GDP chart and what its marks mean."""
    w = now.wording
    title = f"{escape(w(GDP.name))} <small>{escape(w.basis(GDP.unit))}</small>"
    marks = "".join(f"<span><i class={css}></i>{escape(text)}</span>" for css, text in meanings(now, sure).items())
    marks += Button(BAND, w(N_("band")), w(N_("Show or hide the band of uncertainty")), now.view.band).html()
    if sure:
        how = w(N_("How the band is made, and how such bands have done"))
        marks += Button(f"{SECTION}:sure@feasibility", calibrated(now), how).html()
    return f'<section class="key"><h2>{title}</h2><p>{marks}</p></section>'


def meanings(now: State, sure: Sure | None) -> dict[str, str]:
    """What the marks of the charts mean, of those that are there, by what they stand for."""
    w = now.wording
    low, _, high = now.scenario.baseline_range
    area = {"band": _area_words(now, sure)} if sure or low < high else {}
    past = {"history": _history_words(now)} if chart_rows.drawn_history(now.pack) else {}
    outcome = {"outcome": w(N_("official outcome"))} if now.pack.outcomes else {}
    return {
        "scenario": w(N_("this scenario")),
        **area,
        "reference": w(N_("{name} (reference)"), name=strip.reference_name(now)),
        **past,
        **outcome,
        "target": w(N_("target and deadline")),
    }


def calibrated(now: State) -> str:
    """What the band rests on."""
    w, figure = now.wording, now.pack.calibration[ERROR]
    return w(
        N_("± {s} points a year, correlation {r}; n = {count}, {source} {locator}"),
        s=w.number(figure.value, 1),
        r=w.number(now.pack.calibration[PERSISTENCE].value, 1),
        count=figure.observations,
        source=notes.short(now, figure.source),
        locator=figure.locator,
    )


def _area_words(now: State, sure: Sure | None) -> str:
    """What the area behind the GDP chart is."""
    w = now.wording
    if sure is None:
        low, _, high = now.scenario.baseline_range
        return w(N_("from a baseline of {range}"), range=w.span(low, high, GDP.unit))
    chance = w.share(sure.chance_in(now.scenario.target_year))
    return w(BAND_WORDS[now.pack.region.kind], year=now.scenario.target_year, chance=chance)


def _history_words(now: State) -> str:
    first = now.pack.base_year - chart_rows.PAST
    unsafe = [f.year for f in now.pack.history if f.indicator == GDP.key and f.trust == "D" and f.year >= first]
    w, derived = now.wording, chart_rows.derived_history(now.pack)
    details = [
        w(N_("left out as unsafe: {years}"), years=w.years(unsafe)) if unsafe else "",
        w(N_("derived: {years}"), years=w.years(derived)) if derived else "",
    ]
    said = w.listing([*filter(None, details)])
    return w(N_("history ({said})"), said=said) if said else w(N_("history"))
