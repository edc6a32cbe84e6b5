"""What would meet the target, in detail: by price change, from each year on, for every lever and every indicator."""

from decimal import ROUND_CEILING
from functools import partial

import streamlit as st

from model.economics import phrases
from model.economics.needed import solved
from model.economics.solve import OF_TARGET, FromYear, from_each_year, indicator_of, solvable, uniform
from model.economics.verdict import official_levels
from model.economics.verdict_sentences import FROM_BASELINE, solution, why_zero
from model.language.words import N_
from model.region.indicators import GDP, Indicator
from model.scenario.levers import levers
from model.scenario.origins import target_origin
from model.scenario.scenario import target_levers
from views.charts import look, prices
from views.pages.feasibility.ways import button
from views.pages.parts import more
from views.pages.table import show
from views.sidebar import lever as sidebar_lever
from views.state import State


def draw(state: State) -> None:
    """Draws picture and table side by side, then what can be opened."""
    w = state.wording
    left, right = st.columns(2, gap="large")
    with left:
        made = prices.definition(state.language, look.theme())
        st.vega_lite_chart(prices.rows(state), made, theme=None, alt=w(prices.ALT))
        st.caption(why_zero(state.pack, w))
    with right:
        _from_each_year(state)
    for indicator in state.pack.indicators:
        _opened(state, indicator)


def _from_each_year(state: State) -> None:
    """The growth needed from every year on; real and nominal beside each other only where they differ."""
    w = state.wording
    st.markdown(f"**{w(N_('Growth needed from each year on, earlier years fixed'))}**")
    found = sorted(from_each_year(state.scenario), key=lambda each: each.year)
    rows = [
        (
            w.years(list(range(each.year, state.scenario.target_year + 1))),
            _start(state, each),
            *(w.rate(rate, rounding=ROUND_CEILING) for rate in (each.real, each.nominal)),
        )
        for each in found
    ]  # fmt: skip
    heads = [w(N_("Years")), w(N_("GDP the year before, {unit}"), unit=w.unit(GDP.unit)),
             w(N_("real growth a year")), w(N_("nominal"))]  # fmt: skip
    if all(real == nominal for *_, real, nominal in rows):
        heads, rows = heads[:3], [row[:3] for row in rows]
    show("numbers_each_year", heads, rows)


def _start(state: State, each: FromYear) -> str:
    w, level = state.wording, state.wording.bare(each.start, GDP.unit)
    if not official_levels(state.pack):
        return level
    return w(N_("{level}, published") if each.outcome else N_("{level}, from the baseline"), level=level)


def _opened(state: State, indicator: Indicator) -> None:
    """Every lever of an indicator, solved; opened by its target."""
    w, (level, year) = state.wording, state.scenario.target(indicator.key)
    goal = w(
        N_("{name}: {level} by the end of {year}"), name=w(indicator.name), level=w.level(level, indicator.unit),
        year=year,
    )  # fmt: skip
    if target_origin(state.scenario, indicator.key) == "default":
        goal = w(N_("{text} (system default)"), text=goal)
    more(state, f"solved_{indicator.key}", goal, partial(_solved, indicator))


def _solved(indicator: Indicator, state: State) -> None:
    w, known = state.wording, levers(state.pack)
    if indicator is not GDP:
        for column, key in zip(st.columns(2), target_levers(indicator.key), strict=True):
            with column:
                sidebar_lever.draw(state, known[key], phrases.name(known[key], w))
    same = uniform(indicator.key, state.scenario)
    kinds = ((N_("Uniform nominal growth"), same.nominal), (N_("Uniform real growth"), same.real),
             (N_("Uniform price change (deflator)"), same.deflator))  # fmt: skip
    said = [f"{w(name)} **{w.rate(rate, rounding=ROUND_CEILING)}**" for name, rate in kinds if rate is not None]
    alone = w(N_("({text})"), text=w(FROM_BASELINE)) if indicator is GDP and official_levels(state.pack) else ""
    st.markdown(" ".join((" · ".join(said), alone)))
    for key in solvable(state.pack):
        if indicator_of(known[key]) == indicator.key and known[key].slot not in OF_TARGET:
            _row(state, key)


def _row(state: State, key: str) -> None:
    """A lever: what it is, what would meet the target with what is held, and what sets it."""
    w, found = state.wording, solved(key, state.scenario)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        now = phrases.value(state.scenario[key], found.lever, w)
        said = solution(found, state.scenario, w)
        held = w(N_("held: {held}"), held=phrases.held(found.lever, w))
        st.markdown(f"{phrases.title(found.lever, w)} :gray[{now}] — {said} :gray[({held})]", width="stretch")
        button(state, found, "solved")
