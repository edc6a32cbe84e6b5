"""The line over the verdict: place and price basis, saved scenarios, what differs from the reference."""

import streamlit as st

from model.economics import presets
from model.language.words import N_
from model.scenario.differences import Difference, revert
from model.scenario.scenario import plan
from views.pages import saving
from views.state import State, callback, change_scenario, change_work, current, is_shown, key_showing
from views.words import changes, names
from views.words.plain import plain
from views.words.verdict import basis


def draw(state: State) -> None:
    """Draws the line."""
    with st.container(key="kicker", horizontal=True, vertical_alignment="center", gap="xxsmall"):
        place(state)
        _saved(state)
        _changes(state)


def place(state: State) -> None:
    """Draws the region's name and the price basis; of a county of one's own, that nobody verified it."""
    name = plain(names.region_name(state.pack, state.wording))
    own = f" :orange-badge[{state.wording(N_('Not verified'))}]" if state.pack.county else ""
    st.markdown(f":gray[**{name}**] :gray[\u2002{basis(state)}]{own}", width="stretch")


def _saved(state: State) -> None:
    """The plan and the saved scenarios, each to be opened, and a button that saves what is on the page."""
    w, work = state.wording, state.work
    if work.kept:
        on_page = 0 if state.scenario == plan(state.pack) else work.at
        key = key_showing("saved", on_page)
        marked = (f":material/bookmark: {plain(saved.name)}" for saved in work.kept)
        called = dict(enumerate([state.reported(presets.name("plan", state.pack.own)), *marked]))
        st.pills(
            w(N_("Saved scenarios")), list(called), default=on_page, key=key, on_change=_open, args=(key,), wrap=False,
            format_func=called.__getitem__, label_visibility="collapsed",
        )  # fmt: skip
    if place := work.changed_from:
        name = plain(work.name(place))
        st.button(
            w(N_("Update “{name}”"), name=name), icon=":material/bookmark:", type="tertiary", key="update",
            on_click=_update, args=(place,), help=w(N_("Save the changes to “{name}”"), name=name),
        )  # fmt: skip
    saving.button(state)


def _changes(state: State) -> None:
    """How many assumptions differ from the reference; opened, each with a way back."""
    w, found = state.wording, changes.items(state, state.scenario, state.reference)
    reference = plain(names.name_of_reference(state))
    if not found:
        return
    message = N_("1 change from {reference}") if len(found) == 1 else N_("{count} changes from {reference}")
    label = w(message, count=len(found), reference=reference)
    popover = st.popover(label, type="tertiary", on_change="rerun", key="changes")
    if not popover.open:
        return
    with popover:
        for item in found:
            with st.container(horizontal=True, vertical_alignment="center", wrap=False):
                st.markdown(f"{item.name}  \n:gray[{item.old}] → **{item.new}**", width="stretch")
                st.button(
                    w(N_("Back to {value}"), value=plain(item.old)), icon=":material/undo:", type="tertiary",
                    key=f"revert_{item.difference.key}", on_click=_revert, args=(item.difference,),
                    help=w(N_("{name}: back to {value}"), name=item.name, value=item.old),
                )  # fmt: skip
        st.button(
            w(N_("Reset to {name}"), name=names.name_of(state, 0)), key="reset_plan", on_click=_reset, width="stretch"
        )


@callback
def _open(key: str) -> None:
    place = st.session_state[key]
    if place is not None and is_shown(key):
        change_work(lambda work: work.open(place))


@callback
def _update(place: int) -> None:
    change_work(lambda work: work.put(place))


@callback
def _revert(found: Difference) -> None:
    reference = current().reference
    change_scenario(lambda scenario: revert(found, scenario, reference))


@callback
def _reset() -> None:
    pack = current().pack
    change_scenario(lambda _: plan(pack))
