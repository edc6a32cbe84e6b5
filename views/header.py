"""The top of the page: title, language, "copy link"; it also keeps the browser's address at the current scenario."""

import streamlit as st

from model.link import LANGUAGES
from model.words import N_
from views import state
from views.component import component

HTML = (
    '<header><h1></h1><div role="group" aria-label="中文 / English"></div>'
    '<button type="button" class="copy"></button></header><output aria-live="polite"></output>'
)
KEY = "header"
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
LOCALES = {"zh": "zh-CN", "en": "en"}


def show(now: state.State) -> None:
    """Draws the header; the address follows the scenario without adding to the browser's history."""
    w, region = now.wording, now.pack.region
    data = {
        "title": w(N_("{region}: what if?"), region=w.either(region.name_zh, region.name_en)),
        "address": now.address,
        "locale": LOCALES[now.language],
        "language": now.language,
        "languages": [[language, LANGUAGE_NAMES[language], LOCALES[language]] for language in LANGUAGES],
        "copy": w(N_("Copy link")),
        "copied": w(N_("Copied")),
        "failed": w(N_("Select and copy:")),
    }
    component("header", HTML)(key=KEY, data=data, on_language_change=_take_language, height="content")


def _take_language() -> None:
    state.speak(st.session_state[KEY].language)
