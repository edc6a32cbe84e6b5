"""The sidebar's growth rates of the further paths, each typed or slid."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model import phrases
from model.further import SLOTS, Further, Slot, change, held, lever, repeated
from model.levers import Lever
from model.problem import Problem, shorten
from model.rates import rate
from model.words import N_
from model.work import Work
from views import further, header, reported, session, trouble, typed
from views.state import State
from views.words import labels


def show(now: State, place: DeltaGenerator) -> None:
    """Draws the group, and what follows from it into that place."""
    # A closed group is not drawn at all: every widget on the page costs time on every move.
    group = st.expander(now.wording(further.TITLE), on_change="rerun", key="group_further")
    if group.open:
        with group:
            _rates(now, place)
    else:
        further.draw(now, place)


@st.fragment
@trouble.told()
def _rates(drawn: State, place: DeltaGenerator) -> None:
    """The growth rates of every path: moving one runs only this."""
    now = session.current()
    for each in now.work.further:
        for slot in SLOTS:
            _rate(now, each, slot)
    further.draw(now, place)
    if now.problems != drawn.problems:
        st.rerun()  # what is said at the top of the page has to change too


def _rate(now: State, each: Further, slot: Slot) -> None:
    w, moved, value = now.reported, lever(each, slot, now.pack), getattr(each, slot)
    heading, when = reported.name(now, now.pack.own.statements[each.key]), w(moved.when)
    name = w(N_("{name} ({unit})"), name=w(phrases.RATE, name=heading, when=when), unit="%")
    as_first, as_target = N_("{when} · as in {first}: {rate}"), N_("{when} · at the target of {first}: {rate}")
    usual = as_target if held(each.key, now.pack) else as_first
    if slot == SLOTS[0]:
        usual = N_("{when} · as in {base}: {rate}") if repeated(each.key, now.pack) else N_("{when} · plan {rate}")
    line = w(usual, when=when, rate=labels.exact(moved.default, moved, w))
    wrong = next((problem for problem in now.problems if problem.where == shorten(name)), None)
    key, turn = f"number_{moved.key}", now.turns(moved.key)
    shown = labels.number_format(value, moved, w)
    typed.show(
        key, typed.Words(heading if slot == SLOTS[0] else "", line, name), shown % labels.shown(value, moved, w),
        labels.shown(moved.step, moved, w), turn, lambda: _take_typed(moved, each.key, slot, name, key),
        header.address(now), w.shown(wrong) if wrong else "",
    )  # fmt: skip
    low, high, step, at = (labels.shown(v, moved, w) for v in (*moved.span, moved.step, value))
    slider = now.slider_key(moved.key)
    st.slider(
        name, low, high, min(max(at, low), high), step, key=slider, format=shown, on_change=_take_slider,
        args=(moved, each.key, slot, slider), label_visibility="collapsed",
    )  # fmt: skip


def _take_slider(moved: Lever, row: str, slot: Slot, key: str) -> None:
    if key == session.current().slider_key(moved.key):  # else the echo of a slider that was replaced meanwhile
        given = rate(round(st.session_state[key], 9))
        session.arrange(lambda work: replace(work, further=change(work.further, row, slot, given)), slider=moved.key)


def _take_typed(moved: Lever, row: str, slot: Slot, name: str, key: str) -> None:
    w, text, notes = session.current().wording, typed.given(key), list[Problem]()

    def typed_over(work: Work) -> Work:
        return replace(work, further=change(work.further, row, slot, typed.read(text, moved, name, w, notes)))

    session.arrange(typed_over, moved.key, problems=notes)
