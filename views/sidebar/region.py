"""Which region the page is about: chosen in the sidebar, kept in the link like all else."""

from dataclasses import replace

import streamlit as st

from model.language.problem import Problem
from model.language.words import N_
from model.link import link
from model.region.key import OWN, RegionKey
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.scenario import plan
from model.work.view import USUAL
from views.state import State, callback, current, is_shown, key_showing, show_opened
from views.words.names import region_name

OWN_ASKED = "own_county_asked"
"""Set in the session when somebody wants to enter a county of their own; the frame goes to its page."""
LEFT = N_(
    "{region} opens with its plan. Scenarios of two regions cannot be compared, so those of {before} have left "
    "the page (saved scenarios: {count}); undo (Ctrl+Z) brings all of it back."
)
OWN_LEFT = N_(
    "{name} is stored in its link alone: it can be chosen again until this page is reloaded or closed. To keep "
    "it, choose it and copy its link."
)


def choose(state: State) -> None:
    """Draws the choice; its last entry leads to a county of one's own."""
    w, known = state.wording, _offered(state)
    offered, chosen = [*known, OWN], state.pack.own.key
    key = key_showing(f"region_{state.language}", chosen)  # the browser keeps a box's words while it keeps the box
    st.selectbox(
        w(N_("Region")), offered, offered.index(chosen), key=key, on_change=_take, args=(key,),
        label_visibility="collapsed",
        format_func=lambda key: w(N_("A county of your own …")) if key == OWN else region_name(known[key], w),
    )  # fmt: skip


def enter(region: RegionKey) -> None:
    """Opens the plan of another region in place of all that is on the page, and says how that comes back."""
    state = current()
    known = _offered(state)
    if region not in known or region == state.pack.own.key:
        return
    view = replace(USUAL, section=state.view.section)
    names = {"region": region_name(known[region], state.wording), "before": region_name(state.pack, state.wording)}
    touched = state.work.kept or state.pack.rows or state.scenario != plan(state.pack)
    said = [Problem.at("", LEFT, **names, count=len(state.work.kept))] if touched else []
    if state.pack.county:
        said.append(Problem.at("", OWN_LEFT, name=region_name(state.pack.own, state.wording)))
    show_opened(link.opening(known[region], view), said)


def _offered(state: State) -> dict[RegionKey, Pack]:
    """The regions of the data, and the counties of one's own that were on the page: of each name the latest."""
    own = [pack.own for pack in state.regions]
    typed = {(pack.region.name_zh, pack.region.name_en): pack for pack in reversed(own) if pack.county}
    return {pack.key: pack for pack in (*packs().values(), *typed.values())}


@callback
def _take(key: str) -> None:
    chosen = st.session_state[key]
    if chosen == OWN:
        st.session_state[OWN_ASKED] = True
    elif is_shown(key):
        enter(chosen)
