"""Which region the page is about: chosen in the sidebar, kept in the link like all else."""

from dataclasses import replace

import streamlit as st

from model import link
from model.loader import packs
from model.pack import Pack
from model.problem import Problem
from model.scenario import plan
from model.view import USUAL
from model.wording import Wording
from model.words import N_
from views import state
from views.state import State

REGION = "region"
LEFT = N_(
    "{region} is opened at its plan. Scenarios of two regions do not stand side by side: what was here of {before} has "
    "left the page (kept scenarios: {count}), and undo (Ctrl+Z) brings all of it back."
)


def choose(now: State) -> None:
    """Draws the choice, where there is one."""
    w, known = now.wording, packs()
    here = now.pack.own.key
    key, offered = f"{REGION}_{here}_{now.language}", list(dict.fromkeys((*known, here)))
    if len(offered) > 1:
        st.selectbox(
            w(N_("Region")), offered, offered.index(here), key=key, on_change=_take, args=(key,),
            format_func=lambda region: name(known[region], w), label_visibility="collapsed",
        )  # fmt: skip


def name(pack: Pack, w: Wording) -> str:
    """What the region is called."""
    return w.either(pack.region.name_zh, pack.region.name_en)


def enter(region: str) -> None:
    """Opens the plan of another region in place of all that is on the page, and says how that comes back."""
    now, known = state.current(), packs()
    if region not in known or region == now.pack.own.key:
        return
    view = replace(USUAL, band=now.view.band, section=now.view.section)
    names = {"region": name(known[region], now.wording), "before": name(now.pack, now.wording)}
    touched = now.work.kept or now.work.further or now.scenario != plan(now.pack)
    said = (Problem.at("", LEFT, **names, count=len(now.work.kept)),) if touched else ()
    state.put(link.opening(known[region], view), said)


def _take(key: str) -> None:
    enter(str(st.session_state[key]))
