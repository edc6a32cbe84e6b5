"""Part of the year's target done so far, against an even path; it stays in the visitor's session."""

import streamlit as st

from model.indicators import OBSERVED
from model.problem import Problem, Refused
from model.regions import comparable
from model.tracking import MONTHS, Pace, latest, pace, year_target
from model.wording import Wording
from model.words import N_
from views import typed
from views.sheet import block, words
from views.state import State

QUARTERS = {3: N_("first quarter"), 6: N_("half-year"), 9: N_("three quarters"), 12: N_("whole year")}
SHARE, LEVEL = "share", "level"
WAYS = {SHARE: N_("% of the year's target"), LEVEL: N_("level so far")}
MOST_DONE = 10.0
"""Of a year's target [fraction] that can be done."""
SPECK = 1e-9
DONE = N_("{done} of the year's target is done up to {period}; an even path has {even}.")
AHEAD, BEHIND, EVEN = N_("That is {points} ahead."), N_("That is {points} behind."), N_("That is just the even path.")
REST = N_("The rest of the year needs {multiple} times the even pace.")
SEASONS = N_(
    "An even path is no forecast: how much of a year usually falls in its first months is not known for this region."
)
NOTHING = N_("has no level for the year to compare with (got {got}); type per cent of the target instead")
OUTSIDE = N_("is no part of a year's target (got {got}); allowed: 0 to {high} %; correct it")
STAYS = N_("This is not in the link: it stays on this page.")


def show(now: State) -> None:
    """What is typed, and what it says."""
    w, year = now.wording, year_of(now)
    st.html(block(w(N_("{year} so far, against an even pace"), year=year), words(w(STAYS))))
    first, second = st.columns(2)
    known = comparable(now.pack.own)
    key = f"_{now.language}"
    indicator = first.selectbox(
        w(N_("Indicator")), known, format_func=lambda one: w(OBSERVED[one].short), key=f"pace_indicator{key}"
    )
    month = second.selectbox(
        w(N_("Up to the end of")), range(1, MONTHS + 1), index=5, format_func=lambda m: until(m, w),
        key=f"pace_month{key}",
    )  # fmt: skip
    first, second = st.columns(2)  # anew, so that on a phone they stand in this order
    way = first.selectbox(w(N_("Typed as")), WAYS, format_func=lambda one: w(WAYS[one]), key=f"pace_way{key}")
    unit = "%" if way == SHARE else w.unit(OBSERVED[indicator].unit)
    text = second.text_input(w(N_("Done so far, {unit}"), unit=unit), key=f"pace_done{key}")
    if text.strip():
        try:
            said = sentences(now, pace(done(now, indicator, way, text), month), month)
        except Refused as refusal:
            said = [w.sentence(problem) for problem in refusal.problems]
        st.html(words(*said))


def year_of(now: State) -> int:
    """The year that goes on: the one after the latest outcomes, among those that the scenario has."""
    year = (latest(now.pack) or now.pack.base_year) + 1
    return min(max(year, now.pack.first_year), now.scenario.last_year)


def until(month: int, w: Wording) -> str:
    """What a month is called, with the part of the year that ends with it."""
    said = w(N_("month {month}"), month=month)
    return w(N_("{month} ({part})"), month=said, part=w(QUARTERS[month])) if month in QUARTERS else said


def done(now: State, indicator: str, way: str, text: str) -> float:
    """The part of the year's target [fraction] that was typed. Raises `Refused` with a sentence where it is none."""
    w = now.wording
    name = w(OBSERVED[indicator].short)
    if way == SHARE:
        part = typed.share(text, name)
    else:
        whole = year_target(indicator, year_of(now), now.scenario, now.pack)
        if whole is None:
            raise Refused([Problem.at(name, NOTHING, got=text)])
        part = typed.level(text, OBSERVED[indicator].unit, name, w) / whole
    if not 0 <= part <= MOST_DONE:
        raise Refused([Problem.at(name, OUTSIDE, got=text, high=round(MOST_DONE * 100))])
    return part


def sentences(now: State, found: Pace, month: int) -> list[str]:
    """What the pace is, in words."""
    w = now.wording
    apart = EVEN if abs(found.ahead) < SPECK else AHEAD if found.ahead > 0 else BEHIND
    said = [
        w(DONE, done=_share(w, found.done), period=until(month, w), even=_share(w, found.even)),
        w(apart, points=_points(w, found.ahead)),
    ]
    if found.needed:
        said.append(w(REST, multiple=w.number(found.needed, 3)))
    elif found.done >= 1:
        said.append(w(N_("The year's target is reached.")))
    return [*said, w(SEASONS)]


def _share(w: Wording, share: float) -> str:
    """A part in per cent, with a second decimal where it has one."""
    return w.rate(share, _digits(share))


def _points(w: Wording, apart: float) -> str:
    return w(N_("{number} points"), number=w.number(abs(apart) * 100, _digits(apart)))


def _digits(share: float) -> int:
    return 1 if abs(round(share, 3) - share) < SPECK else 2
