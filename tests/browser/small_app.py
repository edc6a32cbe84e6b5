"""Two levers and what follows from them, for the tests of the components: `streamlit run tests/browser/small_app.py`."""

import unicodedata

import streamlit as st

from views.components.lever import Reply, lever

LEVERS = {"first": 6.5, "later": 9.0}
state = st.session_state
state.setdefault("growth", dict(LEVERS))
state.setdefault("errors", {})
state.setdefault("gestures", [])


def put(name: str, value: float, gesture: str) -> None:
    state.growth[name] = round(value, 9)
    state.errors.pop(name, None)
    if gesture not in state.gestures[-1:]:
        state.gestures.append(gesture)


def take(name: str, reply: Reply) -> None:
    try:
        put(name, float(unicodedata.normalize("NFKC", reply.text or str(reply.value))), reply.gesture)
    except ValueError:
        state.errors[name] = f"growth: not a number (got {reply.text}); type a number."


@st.fragment(key="answer")
def answer() -> None:
    for name in LEVERS:
        with sidebar:
            lever(
                name, label=f"Growth, {name} (%)", help="Per cent a year.", value=state.growth[name],
                text=f"{state.growth[name]:.2f}%", low=-10.0, high=30.0, step=0.1, solve="Solve growth",
                error=state.errors.get(name, ""), on_change=lambda reply, name=name: take(name, reply),
                on_solve=lambda name=name: put(name, 7.55, "solve"),
            )  # fmt: skip
    with main:
        st.text(f"said {state.growth['first']:g} {state.growth['later']:g} steps {len(state.gestures)}")


main, sidebar = st.container(), st.sidebar.container(gap=None)
answer()
for line in range(60):
    st.text(f"line {line}")
