"""The page "year by year": the years of one growth series, to be typed, pasted, locked, solved for or filled."""

import streamlit as st

from model import phrases, years
from model.indicators import BY_KEY
from model.levers import RATES, Lever, series_of
from model.solve import indicator_of
from model.words import N_
from views import answer, by_year, frame, grid, pictures, rules, session, strip
from views import levers as sidebar
from views.actions import FREE, REST
from views.sheet import Button, block, words
from views.state import State
from views.words import notes, verdict


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("years")
    if now is None:
        return
    top, below = st.empty(), st.container()

    def follow(after: State, _: Lever) -> None:
        top.html(answer.complaints(after) + f'<div class="answers">{verdict.html(after)}</div>' + strip.html(after))
        if after.version != now.version:
            st.rerun()  # the grid stands outside of the lever that moved

    with st.sidebar:
        sidebar.show(now, follow)
    with below:
        _series(now)
        left, right = st.columns([5, 4], gap="medium")
        with left:
            grid.show(now)
        with right:
            _rest(now)
            rules.show(now)
        _chart(now)
    notes.show(now)


def _series(now: State) -> None:
    """Which growth is edited."""
    w, key = now.wording, f"series_{now.view.series}_{now.language}"
    st.pills(
        w(N_("Growth of")), series_of(now.pack), format_func=lambda series: w(RATES[series]), default=now.view.series,
        key=key, required=True, on_change=_choose, args=(key,), label_visibility="collapsed",
    )  # fmt: skip


def _choose(key: str) -> None:
    if chosen := st.session_state[key]:
        session.look(series=chosen)


def _rest(now: State) -> None:
    """What the unlocked years would take, with a button that sets them to it."""
    w, series = now.wording, now.view.series
    found = years.rest(series, now.scenario, now.pack)
    wanted, deadline = now.scenario.target(indicator_of(found.lever.key))
    unit = BY_KEY[indicator_of(found.lever.key)].unit
    buttons = []
    if found.value is None:
        said = w(N_("Every year up to {year} is locked: nothing is left to solve for."), year=deadline)
    else:
        goal = f"{w.exactly(wanted, unit)} {w.unit(unit)}"
        need = N_("{rate} in every unlocked year leads to {goal} by {year}; locked years are held.")
        said = w(need, rate=phrases.needed(found, now.scenario, w), goal=goal, year=deadline)
        buttons.append(Button(f"{REST}:{series}", w(N_("Re-solve the rest")), w(N_("Set every unlocked year to it"))))
    if now.scenario.rates_by_hand(series):
        title = w(N_("Give every year that is not locked back to the levers"))
        buttons.append(Button(f"{FREE}:{series}", w(N_("Clear what is unlocked")), title))
    html = "".join(button.html() + " " for button in buttons)
    st.html(block(w(N_("Solve for the rest")), words(said), f"<p>{html}</p>"))


def _chart(now: State) -> None:
    """Growth by year, beside the reference's."""
    w = now.wording
    st.html(block(by_year.title(now), words(by_year.legend(now))))
    st.vega_lite_chart(by_year.rows(now), pictures.specs()[pictures.GROWTH], alt=w(N_("Growth by year, see the table")))
