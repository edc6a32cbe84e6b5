"""Which region the page is about: chosen in the sidebar, kept in the link like all else."""

from dataclasses import replace

import streamlit as st

from model import link
from model.county_text import is_own
from model.loader import packs
from model.pack import Pack
from model.problem import Problem
from model.scenario import plan
from model.view import USUAL
from model.wording import Wording
from model.words import N_
from views import session
from views.state import State

REGION = "region"
LEFT = N_(
    "{region} is opened at its plan. Scenarios of two regions do not stand side by side: what was here of {before} has "
    "left the page (kept scenarios: {count}), and undo (Ctrl+Z) brings all of it back."
)

OWN_LEFT = N_(
    "{name} is stored nowhere but in its link: it can be chosen again until this page is reloaded or closed. To keep "
    "it, choose it and copy its link."
)


def choose(now: State) -> None:
    """Draws the choice, where there is one."""
    w, known = now.wording, packs()
    here, offered = now.pack.own.key, _offered(now)
    key = f"{REGION}_{here}_{now.language}"
    if len(offered) > 1:
        st.selectbox(
            w(N_("Region")), offered, offered.index(here), key=key, on_change=_take, args=(key,),
            format_func=lambda region: name(known[region], w), label_visibility="collapsed",
        )  # fmt: skip


def _offered(now: State) -> list[str]:
    """The regions of the data, and the counties of one's own that were on the page: of each name the latest."""
    known = packs()
    own = [known[text].own for text in now.regions]
    typed = {(pack.region.name_zh, pack.region.name_en): pack.key for pack in reversed(own) if is_own(pack.key)}
    return [*known, *typed.values()]


def name(pack: Pack, w: Wording) -> str:
    """What the region is called."""
    return w.either(pack.region.name_zh, pack.region.name_en)


def enter(region: str) -> None:
    """Opens the plan of another region in place of all that is on the page, and says how that comes back."""
    now, known = session.current(), packs()
    if region not in known or region == now.pack.own.key:
        return
    view = replace(USUAL, band=now.view.band, section=now.view.section)
    names = {"region": name(known[region], now.wording), "before": name(now.pack, now.wording)}
    touched = now.work.kept or now.work.further or now.scenario != plan(now.pack)
    said = [Problem.at("", LEFT, **names, count=len(now.work.kept))] if touched else []
    if is_own(now.pack.key):
        said.append(Problem.at("", OWN_LEFT, name=name(now.pack.own, now.wording)))
    session.put(link.opening(known[region], view), tuple(said))


def _take(key: str) -> None:
    enter(str(st.session_state[key]))
