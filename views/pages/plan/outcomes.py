"""Outcomes beside their targets, a form that takes one more, and the plan from the latest of them."""

from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING
from typing import Any

import streamlit as st

from model.economics.verdict import judge
from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.rates import percent
from model.language.rates import plain as plain_number
from model.language.words import N_
from model.progress import outcome_limits, regions
from model.progress.tracking import latest
from model.region.county_fields import OUTSIDE
from model.region.indicators import GDP, OBSERVED
from model.region.pack import Pack
from model.region.typed_outcomes import Outcome
from model.scenario.levers import levers
from model.work.work import Work
from views.pages.plan.memory import keep
from views.pages.table import show
from views.state import State, callback, change_pack, current, report
from views.words import outcomes, reported
from views.words.plain import plain

ANOTHER_UNIT = N_(
    "is outside the range (got {got}, read in {unit}); allowed: {low} to {high}; if {meant} is meant, write the unit "
    "behind it"
)
GROWTH = N_("growth cannot be used (got {got}); allowed: {low} to {high} %; correct it")
FULL = N_("cannot be added: {allowed} outcomes are typed, and no more can be; remove one of them first")
TOO_LATE = N_(
    "From an outcome of {years} nothing can be planned: a plan begins before the region's own deadline, {year}. It "
    "stands among the outcomes above."
)
HERE = "outcome"
"""Where its faults are said."""
INDICATOR, YEAR = "outcome_indicator", "outcome_year"


def draw(state: State) -> None:
    """Draws the tab: the form alone where no outcome is known."""
    if not outcomes.listed(state):
        with st.container(width=420):
            _form(state)
        return
    left, right = st.columns([0.68, 0.32], gap="large")
    with left:
        _listed(state)
        _needed(state)
    with right:
        _form(state)


def _listed(state: State) -> None:
    """Every outcome beside its target; those that were typed can be taken away."""
    w, found = state.wording, outcomes.listed(state)
    heads = (N_("Indicator"), N_("Outcome"), N_("Result"), N_("Target"), N_("Source, trust"))
    called = [outcomes.called(state, each.key, each.year) for each in found]
    show("wide_outcomes", [w(head) for head in heads], [
        (name, each.said, each.result, each.target,
         w(N_("{source}, trust {trust}"), source=each.source, trust=each.trust))
        for name, each in zip(called, found, strict=True)
    ])  # fmt: skip
    for name, each in zip(called, found, strict=True):
        if each.note:
            st.caption(plain(w(outcomes.NOTED, name=name, note=each.note)))
    said = w(N_("Growth of GDP is real, of the others nominal. Trust: A official text; D typed on this page."))
    st.caption(plain(w.flow((said, w(outcomes.JUDGED) if state.pack.row_outcomes else ""))))
    with st.container(horizontal=True):
        for typed in (each for each in found if each.typed):
            st.button(
                w(N_("Remove {name}"), name=plain(outcomes.called(state, typed.key, typed.year))), on_click=_forget,
                args=(typed.key, typed.year), key=f"forget_{typed.key}_{typed.year}", icon=":material/delete:",
                type="tertiary",
            )  # fmt: skip


@callback
def _forget(key: str, year: int) -> None:
    change_pack(regions.without_typed(current().pack, key, year))


def rebase(state: State) -> None:
    """Draws the button that plans from the latest outcomes, or from the region's own base year again."""
    w, pack, year = state.wording, state.pack, latest(state.pack)
    if pack.rebased:
        st.button(
            w(N_("Back to base year {year}"), year=pack.own.base_year), key="rebase_own", on_click=_rebase,
            args=(None,), icon=":material/undo:", help=w(N_("With what was assumed for the years since")),
        )  # fmt: skip
    if year is not None and pack.base_year != year:
        st.button(
            w(N_("Re-base on {year}"), year=year), key="rebase", on_click=_rebase, args=(year,),
            icon=":material/event_repeat:",
            help=w(N_("Outcomes up to {year} take the place of what was assumed, on all pages"), year=year),
        )  # fmt: skip


@callback
def _rebase(year: int | None) -> None:
    change_pack(regions.from_year(current().pack, year))


def _needed(state: State) -> None:
    """The growth that each deadline takes, from every year that can be planned from."""
    w, year, pack = state.wording, latest(state.pack), state.pack
    for late in _late(state):
        st.caption(late)
    if year is None:
        return
    starts = {each: _from(state, each) for each in sorted({pack.own.base_year, pack.base_year, year})}
    st.markdown(f"**{w(N_('Growth of GDP needed a year, nominal'))}**")
    goal = f"{w.exactly(state.scenario['target_level'], GDP.unit)} {w.unit(GDP.unit)}"
    heads = [w(N_("Target")), *(
        w(N_("from {year}: {level}"), year=each, level=w.level(work.scenario["gdp_base"], GDP.unit))
        for each, work in starts.items()
    )]  # fmt: skip
    readings = {each.year for each in pack.deadlines} | {state.scenario.target_year}
    show("numbers_needed", heads, [
        [w(N_("{goal} by {year}"), goal=goal, year=deadline),
         *(_rate(state, work, deadline) for work in starts.values())]
        for deadline in sorted(readings)
    ])  # fmt: skip
    said = N_(
        "Rounded up. Re-basing keeps the growth chosen for later years, targets and names, here and in all saved "
        "scenarios."
    )
    st.caption(w(said))


def _late(state: State) -> list[str]:
    """Why nothing can be planned from some of the outcomes that were typed; nothing where it can from all."""
    w, own = state.wording, state.pack.own
    late = sorted({each.year for each in state.pack.series_outcomes} - set(regions.starts(own)))
    return [w(TOO_LATE, years=w.enumeration(map(str, late)), year=own.target.year)] if late else []


def _from(state: State, year: int) -> Work:
    """What is on the page, planned from that year."""
    pack = regions.from_year(state.pack, None if year == state.pack.own.base_year else year)
    return state.work if pack == state.pack else state.work.carried_to(pack)[0]


def _rate(state: State, work: Work, deadline: int) -> str:
    """The uniform growth that the deadline takes, rounded to the safe side."""
    if not work.pack.base_year < deadline <= work.scenario.last_year:
        return "–"
    needed = judge(work.scenario, deadline).uniform_nominal_from_baseline
    return "–" if needed is None else state.wording.rate(needed, rounding=ROUND_CEILING)


def _form(state: State) -> None:
    """A form for one outcome, below the indicator and the year that it is of; what is refused stays as it was typed."""
    w, own = state.wording, state.pack.own
    rows = outcome_limits.tracked_rows(own)
    choices = outcomes.choices(state, rows)
    st.markdown(f"**{w(N_('Enter or change an outcome'))}**")
    keep(INDICATOR, choices[0], choices)
    indicator = st.selectbox(
        w(N_("Indicator")), choices, format_func=lambda key: outcomes.label(state, key), key=INDICATOR,
        help=w(N_("Also every target of the plan report, {count} of them"), count=len(rows)) if rows else None,
    )  # fmt: skip
    row = outcomes.row_of(state, indicator)
    years = [row.target_year or own.first_year] if row else _years(own)
    usual = (latest(state.pack) or own.base_year) + 1
    year = keep(YEAR, min(usual, years[-1]) if usual >= years[0] else years[0], years)
    if row:
        st.caption(w(N_("Target of {year}: {target}."), year=year, target=plain(outcomes.aim(state, row))))
    else:
        year = st.selectbox(w(N_("Year")), years, key=YEAR)
    typed = next((each for each in state.pack.typed_outcomes if (each.indicator, each.year) == (indicator, year)), None)
    taken = f"{indicator}_{year}_{state.language}_{typed}"  # another value, as by undo, has boxes of its own
    keys = {name: f"outcome_{name}_{taken}" for name in ("level", "growth", "instead")}
    with st.form("outcome_form", enter_to_submit=True, border=False):
        first, second = st.columns(2)
        if row is None or outcome_limits.takes_level(row):
            keep(keys["level"], _as_typed(state, indicator, typed))
            unit = outcomes.unit(state, indicator)
            first.text_input(w(N_("Outcome, {unit}"), unit=unit), key=keys["level"])
        if row is None or outcome_limits.takes_growth(row):
            keep(keys["growth"], "" if typed is None or typed.growth is None else f"{typed.growth:g}")
            needed = row is not None and not outcome_limits.takes_level(row)
            second.text_input(w(N_("Growth, %") if needed else N_("Growth, % (optional)")), key=keys["growth"])
        if row is None and _official(state, indicator, year):
            keep(keys["instead"], typed is not None and typed.instead)
            st.checkbox(w(N_("In place of the official figure of that year")), key=keys["instead"])
        done = N_("Change this outcome") if typed else N_("Add this outcome")
        st.form_submit_button(w(done), on_click=_take, args=(indicator, year, keys), type="primary")
        if state.where == HERE:
            st.error("  \n".join(plain(w.shown(problem)) for problem in state.problems))
    said = N_("It goes into the link, marked as typed and unsourced. Where growth is the target, typed growth decides.")
    st.caption(w(said))


def _official(state: State, indicator: str, year: int) -> bool:
    """Whether there is an official outcome of that year."""
    return any((each.indicator, each.year) == (indicator, year) for each in state.pack.own.outcomes)


def _as_typed(state: State, indicator: str, typed: Outcome | None) -> str:
    """The level that was typed, in the unit of the reader; empty where none was."""
    if typed is None or typed.level is None:
        return ""
    row = outcomes.row_of(state, indicator)
    shown = (
        reported.level(state, row, typed.level).removesuffix(state.wording.percent_sign) if row
        else state.wording.exactly(typed.level, OBSERVED[indicator].unit)
    )  # fmt: skip
    return shown.replace("−", "-")


def _years(own: Pack) -> list[int]:
    """The years of which an outcome of a series may be."""
    return list(range(own.first_year, int(levers(own)["horizon"].high) + 1))


@callback
def _take(indicator: str, year: int, keys: Mapping[str, str]) -> None:
    state = current()
    given = {name: st.session_state[key] for name, key in keys.items() if key in st.session_state}
    try:
        outcome = read(state, indicator, year, **given)
    except Refused as refusal:
        report(refusal.problems, HERE)
        return
    after, problems = regions.with_typed(state.pack, outcome)
    if problems:
        report([_shown(state, problem, outcome, given) for problem in problems], HERE)
    else:
        where = outcomes.called(state, indicator, year)
        note = None if outcome.growth is None else amounts.like_a_fraction(where, plain_number(outcome.growth))
        change_pack(after, [note] if note else [])


def read(
    state: State, indicator: str, year: int, level: str = "", growth: str = "", instead: bool = False
) -> Outcome:  # fmt: skip
    """The outcome that was typed; of a row one of level and growth is enough.

    Raises `Refused` with a sentence for every text that is no number.
    """
    row, problems = outcomes.row_of(state, indicator), list[Problem]()
    where = outcomes.called(state, indicator, year)

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
        lambda text: outcomes.read_level(state, indicator, text, where), level,
        needed=row is None or (leveled and not growth.strip()),
    )  # fmt: skip
    rate = taken(lambda text: float(percent(amounts.share(text, where))), growth, needed=not leveled)
    if problems:  # a needed number that is missing among them
        raise Refused(problems)
    return Outcome(indicator, year, value, rate, instead)


def _shown(state: State, problem: Problem, outcome: Outcome, given: Mapping[str, Any]) -> Problem:
    """The problem as the form says it: in the unit that is shown, with what was typed."""
    key, values = outcome.indicator, dict(problem.values)
    where, text, growth = outcomes.called(state, key, outcome.year), given.get("level", ""), given.get("growth", "")
    if problem.what == regions.TOO_MANY:
        return Problem.at(where, FULL, allowed=values["allowed"])
    if problem.what in (outcome_limits.GROWTH, outcome_limits.NO_GROWTH):
        what = GROWTH if problem.what == outcome_limits.GROWTH else problem.what
        return Problem.at(where, what, **{**values, "got": growth})
    if problem.what != outcome_limits.LEVEL:
        return Problem.at(where, problem.what, **{**values, "got": text or growth})
    limits = {"got": text, "low": values["low"], "high": values["high"]}
    if meant := "" if outcomes.row_of(state, key) else _meant(state, key, text):
        return Problem.at(where, ANOTHER_UNIT, **limits, unit=state.wording.unit(OBSERVED[key].unit), meant=meant)
    return Problem.at(where, OUTSIDE, **limits)


def _meant(state: State, indicator: str, text: str) -> str:
    """The number with that unit behind it with which it could be an outcome; empty where there is none.

    Nobody who reads Chinese is offered an English unit.
    """
    unit = OBSERVED[indicator].unit
    least, most = outcome_limits.span(indicator, state.pack.own)
    if amounts.has_unit(text, unit):
        return ""
    units = (behind for behind in amounts.SHIFTS[unit] if state.language != "zh" or not behind.isascii())
    readings = (f"{text.strip()} {behind}" for behind in units)
    fitting = (each for each in readings if least <= amounts.level(each, unit, "", state.wording) <= most)
    return next(fitting, "")
