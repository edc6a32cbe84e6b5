"""What would meet the target, in detail: by price change, from each year on, for every lever and every indicator."""

from decimal import ROUND_CEILING

import streamlit as st

from model.economics import phrases
from model.economics.solve import from_each_year, indicator_of, solvable, uniform
from model.economics.verdict import solved
from model.economics.verdict_sentences import why_zero
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.scenario.levers import levers
from model.scenario.scenario import target_levers
from views.charts import look, prices
from views.pages.feasibility.ways import buttons
from views.pages.table import show
from views.sidebar import lever as sidebar_lever
from views.state import State


def draw(state: State) -> None:
    """Draws the pictures' table side by side, then what can be opened."""
    w = state.wording
    left, right = st.columns(2, gap="large")
    with left:
        made = prices.definition(state.language, look.theme())
        st.vega_lite_chart(prices.rows(state), made, theme=None, alt=w(prices.ALT))
        st.caption(why_zero(state.pack, w))
    with right:
        _from_each_year(state)
    _opened(state, GDP)
    for indicator in state.pack.indicators:
        if indicator is not GDP:
            _opened(state, indicator)


def _from_each_year(state: State) -> None:
    w = state.wording
    st.markdown(f"**{w(N_('Growth needed from each year on, earlier years fixed'))}**")
    rows = [
        (
            w.years(list(range(each.year, state.scenario.target_year + 1))),
            w(N_("{level}, published"), level=w.bare(each.start, GDP.unit)) if each.outcome
            else w.bare(each.start, GDP.unit),
            w.rate(each.real, rounding=ROUND_CEILING), w.rate(each.nominal, rounding=ROUND_CEILING),
        )
        for each in sorted(from_each_year(state.scenario), key=lambda each: each.year)
    ]  # fmt: skip
    start = w(N_("GDP the year before, {unit}"), unit=w.unit(GDP.unit))
    show([w(N_("Years")), start, w(N_("real growth a year")), w(N_("nominal"))], rows)


def _opened(state: State, indicator: Indicator) -> None:
    """Every lever of an indicator, solved."""
    w, (level, year) = state.wording, state.scenario.target(indicator.key)
    goal = w(
        N_("{name}: {level} by the end of {year}"), name=w(indicator.name), level=w.level(level, indicator.unit),
        year=year,
    )  # fmt: skip
    part = st.expander(goal, type="compact", on_change="rerun", key=f"solved_{indicator.key}")
    if not part.open:
        return
    with part:
        if indicator is not GDP:
            for column, key in zip(st.columns(2), target_levers(indicator.key), strict=True):
                with column:
                    known = levers(state.pack)[key]
                    sidebar_lever.draw(state, known, phrases.name(known, w))
        same = uniform(indicator.key, state.scenario)
        kinds = ((N_("Uniform nominal growth"), same.nominal), (N_("Uniform real growth"), same.real),
                 (N_("Uniform price change (deflator)"), same.deflator))  # fmt: skip
        said = [f"{w(name)} **{w.rate(rate, rounding=ROUND_CEILING)}**" for name, rate in kinds if rate is not None]
        st.markdown(" · ".join(said))
        for key in solvable(state.pack):
            if indicator_of(key) == indicator.key and key not in phrases.TARGETS:
                _row(state, key)


def _row(state: State, key: str) -> None:
    """A lever: what it is, what would meet the target with what is held, and what sets it."""
    w, found = state.wording, solved(key, state.scenario)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        now = phrases.value(state.scenario[key], found.lever, w)
        said = phrases.solution(found, state.scenario, w)
        held = w(N_("held: {held}"), held=phrases.held(found.lever, w))
        st.markdown(f"{phrases.title(found.lever, w)} :gray[{now}] — {said} :gray[({held})]", width="stretch")
        buttons(state, found, "solved")
