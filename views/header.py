"""The top of the page: title, language, "copy link"; it also keeps the browser's address at the current scenario."""

import streamlit as st

from model.link import LANGUAGES
from model.words import N_
from views import actions, state
from views.component import component

HTML = (
    '<header><h1></h1><nav></nav><div role="group" aria-label="中文 / English"></div>'
    '<button type="button" class="copy"></button></header><output aria-live="polite"></output>'
)
KEY = "header"
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
LOCALES = {"zh": "zh-CN", "en": "en"}


PAGES = {"simulate": N_("Simulate"), "feasibility": N_("Feasibility")}
"""The pages by key, as they are called."""


def show(now: state.State, here: str) -> None:
    """Draws the header; the address follows the scenario without adding to the browser's history.

    It also hears the buttons in the page's own text, whichever part they stand in.
    """
    w, region = now.wording, now.pack.region
    data = {
        "title": w(N_("{region}: what if?"), region=w.either(region.name_zh, region.name_en)),
        "address": now.address,
        "locale": LOCALES[now.language],
        "language": now.language,
        "languages": [[language, LANGUAGE_NAMES[language], LOCALES[language]] for language in LANGUAGES],
        "pages": [[page, w(name)] for page, name in PAGES.items()],
        "here": here,
        "copy": w(N_("Copy link")),
        "copied": w(N_("Copied")),
        "failed": w(N_("Select and copy:")),
    }
    component("header", HTML)(
        key=KEY,
        data=data,
        on_language_change=_take_language,
        on_page_change=_take_page,
        on_action_change=_take_action,
        height="content",
    )


def _take_language() -> None:
    state.speak(st.session_state[KEY].language)


def _take_page() -> None:
    state.go(str(st.session_state[KEY].page))


def _take_action() -> None:
    actions.take(str(st.session_state[KEY].action))
