"""Two levers and what follows from them, for the tests of the components."""

import unicodedata

import streamlit as st

from views.components.bridge import COPY_LINK, bridge
from views.components.lever import Control, Reply, panel

LEVERS = {"first": 6.5, "later": 9.0}
LABELS = {"lost": "Connection lost", "copied": "Copied", "select": "Select and copy:", "drop": "Drop it here"}
state = st.session_state
if "growth" not in state:
    state.growth = {name: float(st.query_params.get(name, value)) for name, value in LEVERS.items()}
    state.errors, state.gestures, state.opened, state.version = {}, [], "", 0


def put(name: str, value: float, gesture: str) -> None:
    state.growth[name] = round(value, 9)
    state.errors.pop(name, None)
    state.version += 1
    if gesture not in state.gestures[-1:]:
        state.gestures.append(gesture)


def take(name: str, reply: Reply) -> None:
    try:
        put(name, float(unicodedata.normalize("NFKC", reply.text or str(reply.value))), reply.gesture)
    except ValueError:
        state.errors[name] = f"growth: not a number (got {reply.text}); type a number."


def opened(text: str) -> None:
    state.opened = text


@st.fragment(key="answer")
def answer() -> None:
    panel("levers", [
        Control(
            key=name, label=f"Growth, {name} (%)", help="Per cent a year.", value=value, text=f"{value:.2f}%",
            low=-10.0, high=30.0, step=0.1, solve="Solve growth", error=state.errors.get(name, ""),
            on_change=lambda reply, name=name: take(name, reply), on_solve=lambda name=name: put(name, 7.55, "solve"),
        )
        for name, value in state.growth.items()
    ])  # fmt: skip
    body()


@st.fragment
def body() -> None:
    said = " ".join(f"{value:g}" for value in state.growth.values())
    st.text(f"growth {said}, {len(state.gestures)} steps, opened {state.opened}")
    query = "&".join(f"{name}={value:g}" for name, value in state.growth.items())
    bridge(
        query=query, version=state.version, page="", locale="en", announce=said, labels=LABELS, on_text=opened,
        around="answer",
    )  # fmt: skip


answer()
st.button("Copy link", key=COPY_LINK)
for line in range(60):
    st.text(f"line {line}")
