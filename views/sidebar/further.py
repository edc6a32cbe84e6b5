"""The growth rates of the further paths: two levers each, among the other levers."""

import functools
from dataclasses import replace

import streamlit as st

from model.language.problem import Problem
from model.language.words import N_
from model.progress.further import SLOTS, Further, Slot, change, lever, remove
from model.scenario.lever import Lever
from model.work.work import Work
from views.components.lever import Reply
from views.components.lever import lever as component
from views.sidebar.typed import in_box, read
from views.state import State, callback, change_work, current
from views.words import labels, reported


def draw(state: State) -> None:
    """Draws the levers of every path, and a button that takes the path away."""
    for each in state.work.further:
        name = reported.name(state, state.pack.own.statements[each.key])
        with st.container(gap=None):
            with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
                st.caption(name)
                st.button(
                    state.wording(N_("Remove {name}"), name=name), key=f"remove_{each.key}", type="tertiary",
                    icon=":material/close:", on_click=_remove, args=(each.key,),
                )  # fmt: skip
            for slot in SLOTS:
                _lever(state, each, slot, name)


def _lever(state: State, each: Further, slot: Slot, name: str) -> None:
    w, moved, value = state.reported, lever(each, slot, state.pack), getattr(each, slot)
    shown, low, high, step = (labels.shown(number, moved, w) for number in (value, *moved.span, moved.step))
    place, when = f"lever_{moved.key}", w(moved.when)
    called = w(N_("{name}, growth {when}, %"), name=name, when=when)
    component(
        place,
        label=when,
        help=called,
        value=float(shown),
        text=labels.as_typed(value, moved, w),
        low=float(low),
        high=float(high),
        step=float(step),
        error=in_box(state.problems, w) if state.where == place else "",
        on_change=functools.partial(_take, moved, each.key, slot, called, place),
    )


@callback
def _take(moved: Lever, row: str, slot: Slot, name: str, place: str, reply: Reply) -> None:
    """Sets a rate to what a hand has moved or typed."""
    w, notes = current().wording, list[Problem]()

    def changed(work: Work) -> Work:
        if reply.text is not None:
            value = read(reply.text, moved, name, w, notes)
        else:
            value = labels.unshown(reply.value or 0.0, moved, w)
        return replace(work, further=change(work.further, row, slot, value))

    change_work(changed, reply.gesture, place, notes)


@callback
def _remove(row: str) -> None:
    change_work(lambda work: replace(work, further=remove(work.further, row)))
