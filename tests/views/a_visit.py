"""What the views' tests share: the state of a page, and visits in which one thing is done after the other.

Nothing here stands for a part of the program: a visit runs the program's own functions in a session of Streamlit's.
"""

import functools
from types import SimpleNamespace
from urllib.parse import parse_qsl

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from model.link.link import read
from model.progress.report_rows import keys, with_rows
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.history import History
from model.work.work import Work
from views.state import Moment, State
from views.state.change import KEY

# Every session that begins looks through all that is installed, which takes as long as most pages.
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)

PACK = packs()["fengjie"]
PLAN = plan(PACK)
NOTHING = read("", packs())
"""What was opened where the address holds no link."""


def projecting(*rows):
    """The plan with these rows of the plan report among its indicators: 20 % more in 2024, then 10 % a year."""
    values = {f"{row}_{slot}": rate for row in rows for slot, rate in (("first", 0.2), ("later", 0.1))}
    return plan(with_rows(PACK, rows)).set(**values)


def showing(scenario=PLAN, language="en", rows=(), **others):
    """The state of a page with that scenario on it, and these rows of the plan report; `others` as in a `Work`."""
    rows = (*keys(scenario.pack), *rows)
    return State(History(Moment(Work(scenario, **others).projecting(rows), language, NOTHING)), ())


def _script(given):
    import streamlit as st

    from views import state

    st.session_state.clear()
    if given.at is not None:
        st.session_state["state"] = given.at
    given.states.append(state.current())
    for step in given.steps:
        step()
        given.states.append(state.current())


@functools.cache
def _visitor():
    """Made once: making it takes longer than most visits. Every visit is a session of its own all the same."""
    given = SimpleNamespace(steps=(), at=None, states=[])
    return given, AppTest.from_function(_script, args=(given,), default_timeout=180)


def visit(*steps, query="", at=None):
    """The states of a session, the first and one after each step, opened by a link's query or with the state `at`."""
    given, page = _visitor()
    given.steps, given.at, given.states = steps, at, []
    page.query_params.clear()
    opened(page, query).run()
    assert not page.exception
    return given.states


def drawn(page, query="", at=None):
    """A page after it was drawn, `page` being a function that imports what it draws and draws it."""
    shown = opened(AppTest.from_function(page, default_timeout=180), query, at).run()
    assert not shown.exception
    return shown


def opened(page, query="", at=None):
    """The page with a link's query in its address, or with the state `at`."""
    for key, value in parse_qsl(query, keep_blank_values=True):
        page.query_params[key] = value
    if at is not None:
        page.session_state[KEY] = at
    return page
