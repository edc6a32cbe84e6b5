"""The figures under the verdict: GDP, the growth it needs, investment and income where they are known, each against the
reference."""

from decimal import ROUND_CEILING
from html import escape

from model.indicators import BY_KEY, GDP
from model.levers import INCOME, INVESTMENT, PASS_TO_GDP
from model.projection import Projection
from model.verdict import judge
from model.words import N_
from views import strip
from views.needed import when
from views.state import State


def html(state: State, mine: Projection, reference: Projection) -> str:
    """The figures as HTML."""
    figures = (
        _level(state, GDP.key, mine, reference),
        _needed(state),
        *(_level(state, key, mine, reference) for key in (INVESTMENT, INCOME) if key in mine.points),
    )
    cards = "".join(
        f"<div><dt>{escape(name)}</dt><dd><b>{escape(value)}</b> {escape(unit)}</dd><dd>{escape(apart)}</dd></div>"
        for name, value, unit, apart in figures
    )
    return f'<dl class="metrics">{cards}</dl>'


def _level(state: State, key: str, mine: Projection, reference: Projection) -> tuple[str, str, str, str]:
    """Name, value, unit, and difference to the reference in the same year."""
    w, year, unit = state.wording, state.scenario.target_year, BY_KEY[key].unit
    level, planned = (paths.points[key][year - paths.years[0]].level for paths in (mine, reference))
    value = w.bare(level, unit) if key != GDP.key else w.beside(level, state.scenario["target_level"], unit)
    name = w(N_("{name} in {year}"), name=w(BY_KEY[key].short), year=year)
    difference = w.number(w.shifted(level, unit) - w.shifted(planned, unit), w.digits(unit), sign=True)
    return (
        name,
        value,
        w.unit(unit),
        w(N_("{difference} against {reference}"), difference=difference, reference=strip.reference_name(state)),
    )


def _needed(state: State) -> tuple[str, str, str, str]:
    w, lever = state.wording, "gdp_later"
    needed = judge(state.scenario, state.pack).from_baseline.required_growth
    own = state.scenario.passed_on(PASS_TO_GDP)
    message = N_("GDP's own growth needed {when}") if own else N_("Real GDP growth needed {when}")
    name = w(message, when=when(state, state.scenario))
    if needed is None:
        return name, "–", "", w(N_("no year is left before the deadline"))
    difference = w.points(needed - state.scenario[lever], rounding=ROUND_CEILING)
    return (
        name,
        w.rate(needed, rounding=ROUND_CEILING),
        w(N_("a year")),
        w(N_("{difference} against the assumed rate"), difference=difference),
    )
