"""Outcomes beside their targets, a form that takes one more, and the plan from the latest of them."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.rates import percent
from model.language.rates import plain as plain_number
from model.language.words import N_
from model.progress import outcome_limits, rebasing
from model.progress.tracking import latest
from model.region.county import OUTSIDE
from model.region.key import Outcome
from model.region.limits import FARTHEST
from views.pages.table import show
from views.state import State, callback, change_pack, current, report
from views.words import outcomes
from views.words.plain import plain

ANOTHER_UNIT = N_(
    "is outside the range (got {got}, read in {unit}); allowed: {low} to {high}; if {meant} is meant, write the unit "
    "behind it"
)
GROWTH = N_("growth cannot be used (got {got}); allowed: {low} to {high} %; correct it")
FULL = N_("cannot be added: {allowed} outcomes are typed, and no more can be; remove one of them first")
TOO_LATE = N_("No plan can start from an outcome of {years}: a base year lies before the region's deadline, {year}.")
IN_FORM = {rebasing.TOO_MANY: FULL, outcome_limits.GROWTH: GROWTH, outcome_limits.LEVEL: OUTSIDE}
"""How the form says what the link says otherwise."""
OF_GROWTH = {outcome_limits.GROWTH, outcome_limits.NO_GROWTH}
REBASED = N_(
    "Outcomes up to {year} take the place of what was assumed, on all pages and in saved scenarios; later growth and "
    "targets stay"
)
WHERE = "outcome"
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
    st.caption(plain(w.flow((said, w(outcomes.JUDGED) if state.pack.row_outcomes else "", _late(state)))))
    with st.container(horizontal=True):
        for typed in (each for each in found if each.typed):
            st.button(
                w(N_("Remove {name}"), name=plain(outcomes.called(state, typed.key, typed.year))), on_click=_forget,
                args=(typed.key, typed.year), key=f"forget_{typed.key}_{typed.year}", icon=":material/delete:",
                type="tertiary",
            )  # fmt: skip


@callback
def _forget(key: str, year: int) -> None:
    change_pack(rebasing.without_typed(current().pack, key, year))


def rebase(state: State) -> None:
    """Draws the button that plans from the latest outcomes, or from the region's own base year again."""
    w, pack, year = state.wording, state.pack, latest(state.pack)
    if pack.rebased:
        st.button(
            w(N_("Back to base year {year}"), year=pack.own.base_year), key="rebase_own", on_click=_rebase,
            args=(None,), icon=":material/undo:", help=w(N_("Restores what was assumed for the years since")),
        )  # fmt: skip
    if year is not None and pack.base_year != year:
        st.button(
            w(N_("Re-base on {year}"), year=year), key="rebase", on_click=_rebase, args=(year,),
            icon=":material/event_repeat:",
            help=w(REBASED, year=year),
        )  # fmt: skip


@callback
def _rebase(year: int | None) -> None:
    change_pack(rebasing.from_year(current().pack, year))


def _late(state: State) -> str:
    """That nothing can be planned from some of the outcomes that were typed; empty where it can from all."""
    w, own = state.wording, state.pack.own
    late = sorted({each.year for each in state.pack.series_outcomes} - set(rebasing.starts(own)))
    return w(TOO_LATE, years=w.enumeration(map(str, late)), year=own.target.year) if late else ""


def _form(state: State) -> None:
    """A form for one outcome, below the indicator and the year that it is of; what is refused stays as it was typed."""
    w, own = state.wording, state.pack.own
    rows = outcome_limits.tracked_rows(own)
    choices = outcomes.choices(state, rows)
    st.markdown(f"**{w(N_('Enter or change an outcome'))}**")
    indicator = st.selectbox(
        w(N_("Indicator")), choices, format_func=lambda key: outcomes.label(state, key), key=INDICATOR,
        persist_state="session",
        help=w(N_("Also the {count} targets of the plan report"), count=len(rows)) if rows else None,
    )  # fmt: skip
    row = outcomes.row_of(state, indicator)
    years = [row.target_year or own.first_year] if row else list(range(own.first_year, own.base_year + FARTHEST + 1))
    usual = (latest(state.pack) or own.base_year) + 1
    year = min(usual, years[-1]) if usual >= years[0] else years[0]
    if row:
        st.caption(w(N_("Target of {year}: {target}."), year=year, target=plain(outcomes.aim(state, row))))
    else:
        year = st.selectbox(w(N_("Year")), years, years.index(year), key=YEAR, persist_state="session")
    typed = next((each for each in state.pack.typed_outcomes if (each.indicator, each.year) == (indicator, year)), None)
    taken = f"{indicator}_{year}_{state.language}_{typed}"  # another value, as by undo, has boxes of its own
    keys = {name: f"outcome_{name}_{taken}" for name in ("level", "growth", "instead")}
    with st.form("outcome_form", enter_to_submit=True, border=False):
        first, second = st.columns(2)
        if row is None or outcome_limits.takes_level(row):
            unit, level = w.unit(outcomes.unit(state, indicator)), _as_typed(state, indicator, typed)
            first.text_input(w(N_("Outcome, {unit}"), unit=unit), level, key=keys["level"], persist_state="session")
        if row is None or outcome_limits.takes_growth(row):
            growth = "" if typed is None or typed.growth is None else plain_number(typed.growth)
            needed = row is not None and not outcome_limits.takes_level(row)
            said = w(N_("Growth, %") if needed else N_("Growth, % (optional)"))
            second.text_input(said, growth, key=keys["growth"], persist_state="session")
        if row is None and _official(state, indicator, year):
            st.checkbox(
                w(N_("In place of the official figure of that year")), typed is not None and typed.instead,
                key=keys["instead"], persist_state="session",
            )  # fmt: skip
        done = N_("Change this outcome") if typed else N_("Add this outcome")
        st.form_submit_button(w(done), on_click=_take, args=(indicator, year, keys), type="primary")
        if state.where == WHERE:
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
    return state.wording.exactly(typed.level, outcomes.unit(state, indicator)).replace("−", "-")


@callback
def _take(indicator: str, year: int, keys: Mapping[str, str]) -> None:
    state = current()
    given = {name: st.session_state[key] for name, key in keys.items() if key in st.session_state}
    try:
        outcome = read(state, indicator, year, **given)
    except Refused as refusal:
        report(refusal.problems, WHERE)
        return
    after, problems = rebasing.with_typed(state.pack, outcome)
    if problems:
        report([_shown(state, problem, outcome, given) for problem in problems], WHERE)
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
    row, unit = outcomes.row_of(state, indicator), outcomes.unit(state, indicator)
    where = outcomes.called(state, indicator, year)
    found, problems = dict[str, float](), list[Problem]()
    only_growth = row is not None and not outcome_limits.takes_level(row)
    asked: list[tuple[str, str, bool, Callable[[str], float]]] = [
        ("level", level, row is None or not (only_growth or growth.strip()),
         lambda text: amounts.level(text, unit, where, state.wording)),
        ("growth", growth, only_growth, lambda text: float(percent(amounts.share(text, where)))),
    ]  # fmt: skip
    for name, text, needed, number in asked:
        if needed or text.strip():
            try:
                found[name] = number(text)
            except Refused as refusal:
                problems += refusal.problems
    if problems:
        raise Refused(problems)
    return Outcome(indicator, year, found.get("level"), found.get("growth"), instead)


def _shown(state: State, problem: Problem, outcome: Outcome, given: Mapping[str, Any]) -> Problem:
    """The problem as the form says it: in the unit that is shown, with what was typed."""
    key, level, growth = outcome.indicator, given.get("level", ""), given.get("growth", "")
    what, values = IN_FORM.get(problem.what, problem.what), dict(problem.values)
    values["got"] = growth if problem.what in OF_GROWTH or not level else level
    if what == OUTSIDE and (meant := _meant(state, key, level)):
        what, values = ANOTHER_UNIT, {**values, "unit": state.wording.unit(outcomes.unit(state, key)), "meant": meant}
    return Problem.at(outcomes.called(state, key, outcome.year), what, **values)


def _meant(state: State, indicator: str, text: str) -> str:
    """The number with that unit behind it with which it could be an outcome; empty where there is none.

    Nobody who reads Chinese is offered an English unit.
    """
    unit = outcomes.unit(state, indicator)
    least, most = outcome_limits.span(indicator, state.pack.own)
    if amounts.has_unit(text, unit):
        return ""
    units = (behind for behind in amounts.units_behind(unit) if state.language != "zh" or not behind.isascii())
    readings = (f"{text.strip()} {behind}" for behind in units)
    return next((each for each in readings if least <= amounts.level(each, unit, "", state.wording) <= most), "")
