"""Part of the year's target done so far, against an even path; it stays in the visitor's session."""

from typing import NamedTuple

import streamlit as st

from model import amounts, phrases
from model.indicators import OBSERVED
from model.problem import Problem, Refused
from model.reached import paced_rows
from model.replan import TYPED
from model.tracking import MONTHS, Pace, going_on, pace, paced_years, year_target
from model.wording import Wording
from model.words import N_
from views import reached, tracked
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
ANNOUNCED = N_("The target of {year} is {level}, announced ({name}).")
NOMINAL = N_("The target of {year} is {level}: {growth} on the {on} of {start}, announced ({name}).")
REAL = N_(
    "The target of {year} is {level} at the prices of {start}: {growth} in real terms on the {on} of {start}, "
    "announced ({name})."
)
AS_TYPED = N_("The target of {year} is {level}: {growth} on the {on} of {start} ({name}).")
REAL_AS_TYPED = N_(
    "The target of {year} is {level} at the prices of {start}: {growth} in real terms on the {on} of {start} ({name})."
)
GROWS = {(False, False): NOMINAL, (True, False): REAL, (False, True): AS_TYPED, (True, True): REAL_AS_TYPED}
"""What is said of growth, by whether it is real and whether it was typed."""
PATH = N_("The data hold no target of {year} for this indicator: the scenario's path stands in its place, {level}.")
NO_TARGET = N_("The data hold no target of {year} for this indicator, and the scenario has no path of it.")
STAYS = N_("This is not in the link: it stays on this page.")


class Asked(NamedTuple):
    """What is asked of a part of a year, as it is chosen and typed."""

    year: int
    indicator: str
    month: int
    way: str
    text: str


def controls(now: State) -> Asked:
    """Draws what is chosen and typed; returns it."""
    w, last, key = now.wording, now.scenario.last_year, f"_{now.language}"
    st.html(block(w(N_("A part of a year, against an even pace")), words(w(STAYS))))
    years, known = paced_years(now.pack, last), tracked.choices(now, paced_rows(now.pack.own))
    first, second = st.columns(2)
    year = first.selectbox(
        w(N_("Year")), years, index=years.index(going_on(now.pack, last)), key=f"pace_year{key}_{now.pack.key}"
    )
    indicator = second.selectbox(
        w(N_("Indicator")), known, format_func=lambda one: tracked.label(now, one), key=f"pace_indicator{key}"
    )
    first, second = st.columns(2)  # anew, so that on a phone they stand in this order
    month = first.selectbox(
        w(N_("Up to the end of")), range(1, MONTHS + 1), index=5, format_func=lambda m: until(m, w),
        key=f"pace_month{key}",
    )  # fmt: skip
    way = second.selectbox(w(N_("Typed as")), WAYS, format_func=lambda one: w(WAYS[one]), key=f"pace_way{key}")
    unit = "%" if way == SHARE else tracked.unit(now, indicator)
    text = st.text_input(w(N_("Done so far, {unit}"), unit=unit), key=f"pace_done{key}")
    return Asked(year, indicator, month, way, text)


def html(now: State, asked: Asked) -> str:
    """The target of the year and where it comes from; then what the part typed says, or why it says nothing."""
    said = [target(now, asked.indicator, asked.year)]
    if asked.text.strip():
        try:
            said += sentences(now, pace(done(now, asked), asked.month), asked.month)
        except Refused as refusal:
            said += [now.wording.shown(problem) for problem in refusal.problems]
    return words(*said)


def target(now: State, indicator: str, year: int) -> str:
    """The year's target with its level, announced or from the scenario's path, in a sentence."""
    w, found = now.wording, year_target(indicator, year, now.scenario, now.pack)
    if found is None:
        return w(NO_TARGET, year=year)
    if found.row:
        return w(ANNOUNCED, year=year, level=reached.aim(now, found.row), name=reached.place(now, found.row))
    unit = OBSERVED[indicator].unit
    level = w.level(found.level, unit)
    if found.goal is None:
        return w(PATH, year=year, level=level)
    name = phrases.goal(found.goal, w)
    if found.base is None:
        return w(ANNOUNCED, year=year, level=f"{w.exactly(found.level, unit)} {w.unit(unit)}", name=name)
    message = GROWS[found.goal.price_basis == "constant", found.goal.source == TYPED]
    growth, base = w.published(found.goal.value, "%"), f"{w.exactly(found.base, unit)} {w.unit(unit)}"
    return w(message, year=year, level=level, growth=growth, on=base, start=now.pack.own.base_year, name=name)


def until(month: int, w: Wording) -> str:
    """What a month is called, with the part of the year that ends with it."""
    said = w(N_("month {month}"), month=month)
    return w(N_("{month} ({part})"), month=said, part=w(QUARTERS[month])) if month in QUARTERS else said


def done(now: State, asked: Asked) -> float:
    """The part of the year's target [fraction] that was typed. Raises `Refused` with a sentence where it is none."""
    text, name = asked.text, tracked.short(now, asked.indicator)
    if asked.way == SHARE:
        part = amounts.share(text, name)
    else:
        whole = year_target(asked.indicator, asked.year, now.scenario, now.pack)
        if whole is None:
            raise Refused([Problem.at(name, NOTHING, got=text)])
        part = tracked.level(now, asked.indicator, text, name) / whole.level
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
