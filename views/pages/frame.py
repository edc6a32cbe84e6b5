"""What stands around every page: navigation, style, the actions in the header, the levers, and what went wrong."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from model.language.problem import Refused
from model.language.wording import Wording, catalogue
from model.language.words import N_
from model.region.loader import packs
from views import sidebar
from views.charts import look
from views.components.bridge import COPY_LINK
from views.downloads.citing import PRODUCT
from views.lines import cells
from views.pages import compare, county, export, feasibility, method, plan, sharing, simulate
from views.pages.live import ANSWER, LIVE, PAGES_BY_KEY, SHOWN_PAGE, live
from views.sidebar.region import OWN_ASKED
from views.state import (
    State,
    callback,
    current,
    is_shown,
    key_showing,
    redo,
    report,
    reported_to_visitor,
    set_language,
    undo,
)
from views.state.change import browser_language
from views.words import problems
from views.words.changes import told
from views.words.names import region_name
from views.words.plain import plain

Body = Callable[[State], None]
PAGES: dict[str, tuple[str, Body]] = {
    "simulate": (N_("Simulate"), simulate.draw),
    "compare": (N_("Compare"), compare.draw),
    "feasibility": (N_("Feasibility"), feasibility.draw),
    "plan": (N_("Plan & progress"), plan.draw),
    "method": (N_("Data & method"), method.draw),
}
HIDDEN: dict[str, tuple[str, Body]] = {
    "simulate": PAGES["simulate"],
    "years": (N_("Simulate"), partial(simulate.draw, tab="years")),
    "track": (N_("Plan & progress"), partial(plan.draw, tab="track")),
    "county": (N_("A county of your own"), county.draw),
}
"""Addresses outside the navigation: those of former pages, that of the form for a county of one's own, and the first
page's, which Streamlit has at the root alone."""
WITHOUT_LEVERS = {"plan", "track", "county"}
"""Pages that no lever moves."""
STYLE = (Path(__file__).parent / "frame.css").read_text(encoding="utf-8")
LANGUAGES = {"zh": "中", "en": "EN"}
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="24" viewBox="0 0 {wide} 24">'
    '<circle cx="9" cy="12" r="7" fill="none" stroke="{target}" stroke-width="2"/>'
    '<circle cx="9" cy="12" r="3.2" fill="{scenario}"/><text x="24" y="17.5" font-size="16" font-weight="600" '
    """fill="{text}" font-family="'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif">"""
    "{name}</text></svg>"
)


def data_can_be_read() -> bool:
    """Whether the data packs have no faults; says what is wrong where they have."""
    try:
        packs()
    except Refused as refusal:
        language = browser_language()
        said = N_("The data pack cannot be read. Nothing is shown until these errors are corrected:")
        st.error(Wording(language, 0)(said))
        for problem in refusal.problems:
            st.text(problem.sentence(lambda message: catalogue(language).get(message, message)))
        return False
    return True


def pages() -> list[StreamlitPage]:
    """The five pages of the navigation, and the hidden ones."""
    w = current().wording

    def page(key: str, title: str, body: Body, *, hidden: bool) -> StreamlitPage:
        first = key == "simulate" and not hidden
        return st.Page(
            partial(_draw, key, body), title=w(title), url_path="start" if first else key, default=first,
            visibility="hidden" if hidden else "visible",
        )  # fmt: skip

    shown = [page(key, *each, hidden=False) for key, each in PAGES.items()]
    hidden = [page(key, *each, hidden=True) for key, each in HIDDEN.items()]
    st.session_state[PAGES_BY_KEY] = dict(zip((*HIDDEN, *PAGES), (*hidden, *shown), strict=True))
    return [*shown, *hidden]


def tab_title(page: StreamlitPage) -> str:
    """What the browser's tab says: the page, the region, the product."""
    state = current()
    return " · ".join((page.title, region_name(state.pack, state.wording), state.wording(PRODUCT)))


def _draw(key: str, body: Body) -> None:
    """A page as Streamlit calls it."""
    if st.session_state.setdefault(SHOWN_PAGE, key) != key:
        st.session_state[SHOWN_PAGE] = key
        report(())  # what was said belongs to the page that was left
    _logo()
    levers, sheet = ("none", "hidden") if key in WITHOUT_LEVERS else ("flex", "visible")
    root = f":root{{--adjust:'{current().wording(N_('Adjust'))}';--levers:{levers};--sheet:{sheet};}}"
    st.html(f"<style>{root}{STYLE}</style>")
    answer(body, current().language)


@st.fragment(key=ANSWER)
def answer(body: Body, language: str) -> None:
    """All that follows from the state: header, levers, page."""
    state = current()
    if state.language != language:
        st.rerun()  # the navigation changes too
    with reported_to_visitor():
        _actions(state)
        if st.session_state[SHOWN_PAGE] not in WITHOUT_LEVERS:
            with st.sidebar:
                sidebar.show(state)
    st.session_state.pop(LIVE, None)
    with reported_to_visitor():
        _problems(state)
        body(state)
    if LIVE not in st.session_state:
        live()
    if st.session_state.pop(OWN_ASKED, False):
        st.switch_page(st.session_state[PAGES_BY_KEY]["county"])


def _logo() -> None:
    """The product's name, in the corner over the levers: a ring for the target, a dot for the scenario."""
    name = current().wording(PRODUCT)
    colours = look.COLOURS[look.theme()]
    whole, mark = (LOGO.format(name=text, wide=20 + 9 * cells(text), **colours) for text in (name, ""))
    st.logo(whole, icon_image=mark)


def _actions(state: State) -> None:
    """Undo, redo, language, export; copy link."""
    w, history = state.wording, state.history
    back = told(state, history.past[-1], history.now) if history.past else ""
    again = told(state, history.now, history.future[-1]) if history.future else ""
    with st.container(key="actions", horizontal=True, vertical_alignment="center", gap="xsmall", width="content"):
        st.button(
            w(N_("Undo")), icon=":material/undo:", type="tertiary", key="undo", shortcut="Mod+Z",
            on_click=callback(undo), disabled=not back,
            help=w(N_("Undo: {step}"), step=plain(back)) if back else w(N_("Nothing to undo")),
        )  # fmt: skip
        st.button(
            w(N_("Redo")), icon=":material/redo:", type="tertiary", key="redo", shortcut="Mod+Shift+Z",
            on_click=callback(redo), disabled=not again,
            help=w(N_("Redo: {step}"), step=plain(again)) if again else w(N_("Nothing to redo")),
        )  # fmt: skip
        key = key_showing("language", state.language)
        st.segmented_control(
            "中文 / English", list(LANGUAGES), default=state.language, key=key, on_change=_take_language, args=(key,),
            required=True, format_func=LANGUAGES.__getitem__, label_visibility="collapsed", wrap=False,
        )  # fmt: skip
        export.show(state)
        sharing.button(state)
        st.button(w(N_("Copy link")), type="primary", key=COPY_LINK)  # the bridge hears it in the browser


@callback
def _take_language(key: str) -> None:
    if is_shown(key):
        set_language(st.session_state[key])


def _problems(state: State) -> None:
    """What is wrong with the link, or with the last change, where it is not said beside its lever."""
    if said := problems.said(state):
        st.warning("\n".join(f"- {plain(sentence)}" for sentence in said), icon=":material/info:")
