"""A form in which an outcome can be typed, of a series or of a row of the plan report, and how it is read."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from model import amounts, outcome_limits, regions
from model.county_fields import OUTSIDE
from model.indicators import OBSERVED
from model.levers import levers
from model.pack import Pack
from model.problem import Problem, Refused
from model.rates import percent, plain
from model.records import Statement
from model.tracking import latest
from model.typed_outcomes import Outcome, Reached, Typed
from model.words import N_
from views import answer, reached, replanning, session, tracked
from views.sheet import block, words
from views.state import State

INTO_THE_LINK = N_(
    "It goes into the link, marked as typed and unsourced. Growth may be left out; against a target of growth, growth "
    "that is typed decides. That of GDP is real."
)
ANY_ROW = N_("Every target of the plan report can be chosen, {count} of them: type a part of its name into the list.")
ANOTHER_UNIT = N_(
    "holds a level that cannot be (got {got}); allowed: {low} to {high}; without a unit it is read in {unit}: "
    "if {meant} is meant, write the unit behind it; it was left out"
)
GROWTH = N_("growth cannot be used (got {got}); allowed: {low} to {high} %; correct it")
FULL = N_("cannot be added: {allowed} outcomes are typed, and no more can be; remove one of them first")
HERE = "outcome"
"""Where its faults are said."""
KEYS = ("year", "level", "growth", "instead")


def form(now: State) -> None:
    """A form for one outcome, and before it the indicator that it is of."""
    w, own = now.wording, now.pack.own
    rows = outcome_limits.tracked_rows(own)
    any_row = w(ANY_ROW, count=len(rows)) if rows else ""
    st.html(block(w(N_("Type an outcome")), words(w(INTO_THE_LINK), any_row)))
    turn = f"{now.language}_{len(now.pack.given)}"
    indicator = st.selectbox(
        w(N_("Indicator")), tracked.choices(now, rows), format_func=lambda key: tracked.label(now, key),
        key=f"outcome_indicator_{own.key}_{now.language}",
    )  # fmt: skip
    keys = {key: f"outcome_{key}_{turn}_{indicator}" for key in KEYS}
    with st.form(f"outcome_{turn}", enter_to_submit=True, border=False):
        if row := tracked.row_of(now, indicator):
            _of_row(now, row, keys)
        else:
            _of_series(now, indicator, keys)
        st.form_submit_button(w(N_("Add this outcome")), on_click=_take, args=(indicator, keys))
        if wrong := answer.refused(now, HERE):
            st.html(wrong)


def _of_series(now: State, indicator: str, keys: dict[str, str]) -> None:
    w, years = now.wording, _years(now.pack)
    start = (latest(now.pack) or now.pack.own.base_year) + 1
    st.selectbox(w(N_("Year")), years, index=years.index(min(start, years[-1])), key=keys["year"])
    first, second = st.columns(2)
    first.text_input(w(N_("Outcome, {unit}"), unit=tracked.unit(now, indicator)), key=keys["level"])
    second.text_input(w(N_("Growth, % (optional)")), key=keys["growth"])
    st.checkbox(w(N_("In place of the official figure of that year")), key=keys["instead"])


def _of_row(now: State, row: Statement, keys: dict[str, str]) -> None:
    w = now.wording
    level, growth = outcome_limits.takes_level(row), outcome_limits.takes_growth(row)
    st.html(words(w(N_("Target of {year}: {target}."), year=row.target_year, target=reached.aim(now, row))))
    first, second = st.columns(2)
    if level:
        first.text_input(w(N_("Outcome, {unit}"), unit=tracked.unit(now, row.key)), key=keys["level"])
    if growth:
        title = N_("Growth, % (optional)") if level else N_("Growth, %")
        (second if level else first).text_input(w(title), key=keys["growth"])


def _years(pack: Pack) -> list[int]:
    """The years of which an outcome of a series may be."""
    return list(range(pack.own.first_year, int(levers(pack.own)["horizon"].high) + 1))


def _take(indicator: str, keys: dict[str, str]) -> None:
    now = session.current()
    given = {name: st.session_state[key] for name, key in keys.items() if key in st.session_state}
    try:
        outcome = read(now, indicator, **given)
    except Refused as refusal:
        session.complain(refusal.problems, HERE)
        return
    if problems := replanning.add(now, outcome):
        session.complain(tuple(_shown(now, problem, outcome, given) for problem in problems), HERE)
    elif outcome.growth is not None:
        where = tracked.called(now, outcome.indicator, outcome.year)
        if note := amounts.like_a_fraction(where, plain(outcome.growth)):
            session.complain((*session.current().complaints, note))


def read(
    now: State, indicator: str, year: int | None = None, level: str = "", growth: str = "", instead: bool = False
) -> Outcome:
    """The outcome that was typed, of a row in its target's year; of a row one of level and growth is enough.

    Raises `Refused` with a sentence for every text that is no number.
    """
    row, problems = tracked.row_of(now, indicator), list[Problem]()
    when = (row.target_year if row else year) or now.pack.own.first_year
    where = tracked.called(now, indicator, when)

    def taken(reader: Callable[[str], float], text: str, needed: bool) -> float | None:
        if not (needed or text.strip()):
            return None
        try:
            return reader(text)
        except Refused as refusal:
            problems.extend(refusal.problems)
            return None

    leveled = row is None or outcome_limits.takes_level(row)
    value = taken(
        lambda text: tracked.level(now, indicator, text, where), level,
        needed=row is None or (leveled and not growth.strip()),
    )  # fmt: skip
    rate = taken(lambda text: float(percent(amounts.share(text, where))), growth, needed=not leveled)
    if problems:  # a needed number that is missing among them
        raise Refused(problems)
    return Reached(indicator, when, value, rate) if row else Typed(indicator, when, value or 0.0, rate, instead)


def _shown(now: State, problem: Problem, outcome: Outcome, given: Mapping[str, Any]) -> Problem:
    """The problem as the form says it: in the unit that is shown, with what was typed."""
    key, values = outcome.indicator, dict(problem.values)
    where, text, growth = tracked.called(now, key, outcome.year), given.get("level", ""), given.get("growth", "")
    if problem.what == regions.TOO_MANY:
        return Problem.at(where, FULL, allowed=values["allowed"])
    if problem.what in (outcome_limits.GROWTH, outcome_limits.NO_GROWTH):
        what = GROWTH if problem.what == outcome_limits.GROWTH else problem.what
        return Problem.at(where, what, **{**values, "got": growth})
    if problem.what != outcome_limits.LEVEL:
        return Problem.at(where, problem.what, **{**values, "got": text or growth})
    limits = {"got": text, "low": values["low"], "high": values["high"]}
    if meant := "" if tracked.row_of(now, key) else _meant(now, key, text):
        return Problem.at(where, ANOTHER_UNIT, **limits, unit=now.wording.unit(OBSERVED[key].unit), meant=meant)
    return Problem.at(where, OUTSIDE, **limits)


def _meant(now: State, indicator: str, text: str) -> str:
    """The number with that unit behind it with which it could be an outcome; empty where there is none.

    Nobody who reads Chinese is offered an English unit.
    """
    unit = OBSERVED[indicator].unit
    least, most = outcome_limits.span(indicator, now.pack.own)
    if amounts.has_unit(text, unit):
        return ""
    units = (behind for behind in amounts.SHIFTS[unit] if now.language != "zh" or not behind.isascii())
    readings = (f"{text.strip()} {behind}" for behind in units)
    fitting = (each for each in readings if least <= amounts.level(each, unit, "", now.wording) <= most)
    return next(fitting, "")
