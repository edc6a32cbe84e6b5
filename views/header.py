"""The top of the page: title, language, "copy link"; it also keeps the browser's address at the current scenario."""

import streamlit as st

from model.file import LARGEST
from model.link import LANGUAGES
from model.scenario import LONGEST_NAME
from model.words import N_
from views import actions, changes, session, wishes
from views.component import component
from views.state import State

HTML = (
    '<header><h1></h1><div role="group" aria-label="中文 / English"></div>'
    '<div class="steps"><button type="button" class="undo">↶</button><button type="button" class="redo">↷</button>'
    '<button type="button" class="replay">⟲</button></div>'
    '<button type="button" class="copy"></button><button type="button" class="share"></button>'
    '<button type="button" class="take"></button><nav></nav></header>'
    '<output aria-live="polite"></output><div class="drop" hidden></div>'
)
KEY = "header"
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
LOCALES = {"zh": "zh-CN", "en": "en"}


PAGES = {
    "simulate": N_("Simulate"),
    "compare": N_("Compare"),
    "years": N_("Year by year"),
    "feasibility": N_("Feasibility"),
    "plan": N_("The plan"),
    "track": N_("Track"),
    "county": N_("Own county"),
    "method": N_("Data and method"),
}
"""The pages by key, as they are called."""


def show(now: State, here: str) -> None:
    """Draws the header; the address follows the scenario without adding to the browser's history.

    It also hears the buttons in the page's own text, whichever part they stand in.
    """
    w, region = now.wording, now.pack.region
    data = {
        "title": w(N_("{region}: what if?"), region=w.either(region.name_zh, region.name_en)),
        "address": address(now),
        "replay": now.made if now.replay == "before" else 0,
        "share": w(N_("Share")),
        "take": w(N_("Take away")),
        "heard": wishes.heard(),
        "limit": LONGEST_NAME,
        "largest": LARGEST,
        "drop": w(N_("Drop a file or a link here to open it")),
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
        on_text_change=_take_text,
        height="content",
    )


def address(now: State) -> dict[str, object]:
    """What the header has to know of every change: the link, when it was made, and what can be taken back."""
    w, history = now.wording, now.history
    undo = changes.told(now, history.past[-1], history.now) if history.past else ""
    redo = changes.told(now, history.now, history.future[-1]) if history.future else ""
    steps = {
        "undo": [bool(undo), w(N_("Undo (Ctrl+Z): {step}"), step=undo) if undo else w(N_("Nothing to undo"))],
        "redo": [bool(redo), w(N_("Redo (Ctrl+Shift+Z): {step}"), step=redo) if redo else w(N_("Nothing to redo"))],
        "replay": [bool(undo), w(N_("Replay (Alt+R): {step}"), step=undo) if undo else w(N_("Nothing to replay"))],
    }
    return {"query": now.query, "made": now.made, "steps": steps}


def _take_language() -> None:
    session.speak(st.session_state[KEY].language)


def _take_page() -> None:
    wishes.go(str(st.session_state[KEY].page))


def _take_action() -> None:
    """Does everything asked for that was not heard yet, in its order."""
    for number, action, made in st.session_state[KEY].action:
        if wishes.hear(int(number)):
            actions.take(str(action), float(made))


def _take_text() -> None:
    session.open_text(str(st.session_state[KEY].text))
