"""The page "The plan": all that the plan report says in figures, to be searched and filtered.

What is searched and filtered is no part of the link: it lasts as long as the visit.
"""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from model import statements
from model.statements import THEMES
from model.words import N_
from views import answer, came, frame, fulfilled, offers, region, report_checks, scoreboard, strip, yearly_targets
from views.sheet import contents, words
from views.state import State
from views.words import notes

ALL, KNOWN = "all", "known"
SCOPES = {
    "compared": N_("compared with {base}"), "aims": N_("with a target for {first}"),
    KNOWN: N_("with an outcome or assessment"), ALL: N_("all figures"),
}  # fmt: skip
SCOPED = {"compared": "two_sided", "aims": "aims"}
"""The columns that say which figures these are."""
STATUS = {ALL: N_("all"), **scoreboard.KINDS, "": N_("not named in the text")}
AGAINST = {ALL: N_("all"), **scoreboard.ASKS, "apart": scoreboard.NOT_ALIKE}
"""What can be chosen of each filter."""
LONGEST = 60
SEARCH, FILTERS = "plan_search", ("plan_0", "plan_1", "plan_2", "plan_3")
LEFT = "plan_left"
"""What is searched and filtered as it was left: Streamlit forgets it while another page is shown."""


def page() -> None:
    """Draws everything from the region's report."""
    now = frame.begin("plan")
    if now is None:
        return
    place, _ = st.columns([2, 5])
    with place:
        region.choose(now)  # it stands in the sidebar elsewhere
    if now.pack.statements:
        st.html(answer.complaints(now) + scoreboard.headline(now) + fulfilled.html(now))
        found, said = _chosen(now)
        parts = {**scoreboard.themes(now, found), **report_checks.parts(now)}
        checked = report_checks.sums(now) + report_checks.doubts(now)
        st.html(words(said) + contents(parts) + offers.taken_up(now) + scoreboard.tables(now, found) + checked)
    else:
        st.html(answer.complaints(now) + yearly_targets.html(now))
    st.html(strip.html(now))
    notes.show(now)


def _chosen(now: State) -> tuple[pd.DataFrame, str]:
    """The statements that the filters leave, and how many that are. A search looks in all of them."""
    w, listed = now.reported, statements.frame(now.pack)
    for key, value in st.session_state.get(LEFT, {}).items():
        st.session_state.setdefault(key, value)
    wide, *narrow = st.columns([5, 4, 4, 3, 3])
    name = N_("Search all figures: name, number, note, or line such as L98")
    text = wide.text_input(w(name), key=SEARCH, max_chars=LONGEST)
    themes = {ALL: N_("all"), **THEMES}
    asked: list[tuple[str, Mapping[str, str]]] = [
        (N_("Show"), SCOPES), (N_("Theme"), themes), (N_("Kind"), STATUS), (N_("Beside {base}"), AGAINST),
    ]  # fmt: skip
    scope, theme, status, against = (
        place.selectbox(w(title), list(choices), key=FILTERS[number], format_func=_said(now, choices))
        for number, (place, (title, choices)) in enumerate(zip(narrow, asked, strict=True))
    )
    st.session_state[LEFT] = {key: st.session_state[key] for key in (SEARCH, *FILTERS)}
    found = statements.holding(listed, text, lambda key: scoreboard.printed(now, key))
    if not text.strip() and scope != ALL:
        found = found[found.index.isin(list(came.of_targets(now))) if scope == KNOWN else found[SCOPED[scope]]]
    if theme != ALL:
        found = found[found["theme"] == theme]
    if status != ALL:
        found = found[found["status"] == status]
    if against != ALL:
        apart = found["two_sided"] & ~found["alike"]
        found = found[apart if against == "apart" else found["alike"] & (found["against"] == against)]
    return found, w(N_("{found} of {all} figures"), found=len(found), all=len(listed))


def _said(now: State, choices: Mapping[str, str]) -> Callable[[str], str]:
    """How a choice is said."""
    return lambda choice: now.reported(choices[choice])
