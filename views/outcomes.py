"""Outcomes by year against what was announced for them, and a form in which others can be typed."""

import streamlit as st

from model import amounts, outcome_limits
from model.indicators import OBSERVED
from model.levers import levers
from model.problem import Problem, Refused
from model.rates import percent
from model.records import Figure
from model.tracking import Track, latest, tracks
from model.typed_outcomes import Typed
from model.wording import Wording
from model.words import N_
from views import notes, replanning, session
from views.actions import FORGET
from views.sheet import UNIT, Amount, Button, Cell, Strong, block, table, words
from views.state import State

RESULTS = {True: N_("✓ met"), False: N_("✗ missed")}
BESIDE_AVERAGE = {True: N_("at or above the average"), False: N_("below the average")}
"""One year says nothing yet about an average over five: it is neither met nor missed."""
INTO_THE_LINK = N_("It goes into the link, marked as typed and unsourced. Growth may be left out; that of GDP is real.")
ANOTHER_UNIT = N_(
    "holds a level that cannot be (got {got}); allowed: {low} to {high} {unit}; without a unit it is read in {unit}: "
    "if {meant} is meant, write the unit behind it; it was left out"
)
KEYS = ("year", "indicator", "level", "growth", "instead")


def html(now: State) -> str:
    """Every outcome beside the target announced for its year."""
    w = now.wording
    heads = [w(title) for title in (N_("Outcome"), N_("Level"), N_("Growth"), N_("Target announced"), N_("Result"),
                                    N_("Source, trust"))]  # fmt: skip
    rows = [_row(now, track) for track in tracks(now.pack)]
    if not rows:
        return block(w(N_("Outcomes by year")), words(w(N_("No outcome is known yet: type one below."))))
    title = w(N_("Outcomes by year"))
    said = w(N_("Growth of GDP is real, of the others nominal. Trust: A official text; D typed on this page."))
    shown = table(heads, rows, "tracked", (1, 2), labelled=True, caption=title, units=w(UNIT))
    return block(title, words(said), shown, *_notes(now))


def _row(now: State, track: Track) -> list[Cell]:
    w, level = now.wording, track.level
    name = _name(w, level.indicator, level.year)
    amount = Amount(w.exactly(level.value, level.unit), w.unit(level.unit))
    cells: list[Cell] = [name, amount, _growth(w, track), _target(w, track), _result(w, track)]
    if not track.typed:
        return [*cells, w(N_("{source}, trust {trust}"), source=_source(now, level), trust=level.trust)]
    forget = Button(f"{FORGET}:{level.indicator}@{level.year}", w(N_("typed here, unsourced (D): remove")))
    return [*cells, forget]


def _notes(now: State) -> list[str]:
    """What is to be known of the outcomes' levels, a paragraph each."""
    w, said = now.wording, N_("{name}: {note}.")
    levels = [track.level for track in tracks(now.pack) if not track.typed]
    known = {_name(w, each.indicator, each.year): w.either(each.note_zh, each.note_en) for each in levels}
    return [words(w(said, name=name, note=note)) for name, note in known.items() if note]


def _source(now: State, figure: Figure) -> str:
    return f"{notes.short(now, figure.source)} {figure.locator}"


def _growth(w: Wording, track: Track) -> str:
    if track.growth is None:
        return "–"
    if track.origin == "worked out":
        return w(N_("{rate}, worked out"), rate=w.rate(track.growth / 100))
    return w.published(track.growth, "%")


def _target(w: Wording, track: Track) -> str:
    """The target, and whose it is; what its source says of it, where it says something."""
    goal = track.goal
    if goal is None:
        return w(N_("none known"))
    target, name = w.published(goal.value, goal.unit), w.either(goal.name_zh, goal.name_en)
    if track.averaged:
        first, last = track.averaged
        average = w(N_("{name}, average {first_year}–{last_year}"), name=name, first_year=first, last_year=last)
        return w(N_("{target} ({name})"), target=target, name=average)
    note = w.either(goal.note_zh, goal.note_en)
    said = w(N_("{target} ({name})"), target=target, name=name)
    return w.listing([said, note] if note else [said])


def _result(w: Wording, track: Track) -> str:
    """Met or missed, and by how much; what an outcome in place of an official one was."""
    said = compared(w, track)
    if track.replaced is None:
        return said
    unit = track.replaced.unit
    official = f"{w.exactly(track.replaced.value, unit)} {w.unit(unit)}"
    return w.listing([said, w(N_("in place of the official {level}"), level=official)])


def compared(w: Wording, track: Track) -> str:
    """Whether the outcome met its target, and by how much."""
    goal, apart = track.goal, track.apart
    if goal is None:
        return "–"
    if apart is None:
        return w(N_("real growth not known: not compared"))
    if goal.kind == "growth":
        by = w.points(apart / 100, 1 if round(apart, 1) == round(apart, 9) else 2)
    else:
        sign = "+" if apart > 0 else "−" if apart < 0 else ""
        by = f"{sign}{w.exactly(abs(apart), goal.unit)} {w.unit(goal.unit)}"
    results = BESIDE_AVERAGE if track.averaged else RESULTS
    return Strong(w(N_("{result}: {by}"), result=w(results[bool(track.met)]), by=by))


def form(now: State) -> None:
    """A form for one outcome of a later year."""
    w, own = now.wording, now.pack.own
    st.html(block(w(N_("Type an outcome")), words(w(INTO_THE_LINK))))
    until, start = int(levers(own)["horizon"].high), (latest(now.pack) or own.base_year) + 1
    years, known = list(range(own.first_year, until + 1)), outcome_limits.comparable(own)
    with st.form(f"outcome_{now.language}_{len(now.pack.typed)}", enter_to_submit=True, border=False):
        first, second = st.columns(2)
        keys = {key: f"outcome_{key}_{now.language}_{len(now.pack.typed)}" for key in KEYS}
        first.selectbox(w(N_("Year")), years, index=years.index(min(start, until)), key=keys["year"])
        second.selectbox(
            w(N_("Indicator")), known, format_func=lambda key: w(OBSERVED[key].short), key=keys["indicator"]
        )
        units = " / ".join(dict.fromkeys(w.unit(OBSERVED[key].unit) for key in known))
        first, second = st.columns(2)  # anew, so that on a phone they stand in this order
        first.text_input(w(N_("Level, {units}"), units=units), key=keys["level"])
        second.text_input(w(N_("Growth, % (optional)")), key=keys["growth"])
        st.checkbox(w(N_("In place of the official figure of that year")), key=keys["instead"])
        st.form_submit_button(w(N_("Add this outcome")), on_click=_take, args=(keys,))


def _take(keys: dict[str, str]) -> None:
    now = session.current()
    given = {name: st.session_state[key] for name, key in keys.items()}
    try:
        typed_in = read(now, **given)
    except Refused as refusal:
        session.complain(refusal.problems)
        return
    if problems := replanning.add(now, typed_in):
        where = _name(now.wording, typed_in.indicator, typed_in.year)
        session.complain(tuple(_shown(now, problem, typed_in, where, str(given["level"])) for problem in problems))


def read(now: State, year: int, indicator: str, level: str, growth: str, instead: bool) -> Typed:
    """The outcome that was typed. Raises `Refused` with a sentence for every text that is no number."""
    w, problems, value, rate = now.wording, list[Problem](), None, None
    where = _name(w, indicator, year)
    try:
        value = amounts.level(level, OBSERVED[indicator].unit, where, w)
    except Refused as refusal:
        problems += refusal.problems
    try:
        rate = float(percent(amounts.share(growth, where))) if growth.strip() else None
    except Refused as refusal:
        problems += refusal.problems
    if value is None or problems:
        raise Refused(problems)
    return Typed(indicator, year, value, rate, instead)


def _name(w: Wording, indicator: str, year: int) -> str:
    """What an outcome is called."""
    return w(N_("{name} {year}"), name=w(OBSERVED[indicator].short), year=year)


def _shown(now: State, problem: Problem, each: Typed, where: str, text: str) -> Problem:
    """The problem as the form says it: in the unit that is shown, with what was typed."""
    w, unit, values = now.wording, OBSERVED[each.indicator].unit, dict(problem.values)
    if problem.what == outcome_limits.LEVEL:
        least, most = (w.exactly(limit, unit) for limit in outcome_limits.span(each.indicator, now.pack.own))
        values |= {"low": least, "high": most, "unit": w.unit(unit), "got": text}
        if meant := _meant(now, each.indicator, text):
            return Problem.at(where, ANOTHER_UNIT, **values, meant=meant)
    return Problem.at(where, problem.what, **values)


def _meant(now: State, indicator: str, text: str) -> str:
    """The number with that unit behind it with which it could be an outcome; empty where there is none."""
    unit = OBSERVED[indicator].unit
    least, most = outcome_limits.span(indicator, now.pack.own)
    if amounts.has_unit(text, unit):
        return ""
    readings = (f"{text.strip()} {behind}" for behind in amounts.SHIFTS[unit])
    fitting = (each for each in readings if least <= amounts.level(each, unit, "", now.wording) <= most)
    return next(fitting, "")
