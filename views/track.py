"""The page "track": outcomes against what was announced, the plan from the latest of them, and the year so far."""

from decimal import ROUND_CEILING

import streamlit as st

from model import carry, regions
from model.indicators import GDP
from model.levers import Lever
from model.pack import Pack
from model.tracking import latest
from model.verdict import judge
from model.words import N_
from model.work import Work
from views import answer, frame, levers, outcome_form, outcomes, pace, strip
from views.actions import REPLAN, REST
from views.replanning import LATEST, OWN
from views.sheet import Button, Cell, Noted, block, table, words
from views.state import State
from views.words import notes, verdict

TOO_LATE = N_(
    "From an outcome of {years} nothing can be planned: a plan begins before the region's own deadline, {year}. It "
    "stands among the outcomes above."
)
EXACT = 3
"""Decimals of a growth that is not rounded to the safe side."""


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("track")
    if now is None:
        return
    top, tracked, again = st.empty(), st.container(), st.empty()

    tracked.html(outcomes.html(now))
    left, right = st.columns([1, 1], gap="medium")
    with left:
        outcome_form.form(now)
    with right:
        asked, paced = pace.controls(now), st.empty()

    def follow(after: State, _: Lever) -> None:
        top.html(answer.complaints(after) + f'<div class="answers">{verdict.html(after)}</div>' + strip.html(after))
        again.html(_again(after))
        paced.html(pace.html(after, asked))

    with st.sidebar:
        levers.show(now, follow)
    notes.show(now)


def _again(now: State) -> str:
    """What the years that are left need, from the region's own base year and from the latest outcomes."""
    w, year = now.wording, latest(now.pack)
    title = w(N_("Re-plan from the latest outcomes"))
    if year is None:
        nothing = w(N_("No outcome is known from which could be planned: type one below."))
        return block(title, words(nothing, *_late(now)))
    heads, rows = _needed(now, year)
    needed = table(heads, rows, numbers=range(1, len(heads)), caption=title)
    return block(title, words(*_said(now, year)), needed, _buttons(now, year))


def _buttons(now: State, year: int) -> str:
    w, buttons = now.wording, []
    if now.pack.base_year != year:
        title = w(N_("Outcomes up to {year} take the place of what was assumed, on all pages"), year=year)
        buttons.append(Button(f"{REPLAN}:{LATEST}", w(N_("Re-plan from {year}"), year=year), title))
    if now.pack.replanned:
        back = w(N_("Back to the plan from {year}"), year=now.pack.own.base_year)
        buttons.append(Button(f"{REPLAN}:{OWN}", back, w(N_("With what was assumed for the years since"))))
        title = w(N_("Set every unlocked year to the growth that meets the target"))
        buttons.append(Button(f"{REST}:{GDP.key}", w(N_("Just enough every year")), title))
    return f"<p>{' '.join(button.html() for button in buttons)}</p>"


def _said(now: State, year: int) -> list[str]:
    """What re-planning does, to what is on the page and to what is kept."""
    w = now.wording
    done = N_("This is the plan from {year} on: outcomes are held, the years after them are planned.")
    todo = N_("Re-planning from {year} holds the outcomes in place of what was assumed and plans the years after them.")
    said = [w(done, year=now.pack.base_year) if now.pack.replanned else w(todo, year=year)]
    said.append(w(N_("Growth chosen for those years, targets and names go along; baselines are the outcomes.")))
    said.append(w(N_("Growth that is needed is rounded up; in brackets it stands as it is, to three decimals.")))
    if now.work.kept:
        goes = N_("The {count} kept scenarios go along in the same way; undo brings all back as it was.")
        said.append(w(goes, count=len(now.work.kept)))
    return [*said, *_late(now)]


def _late(now: State) -> list[str]:
    """Why nothing can be planned from some of the outcomes that were typed; nothing where it can from all."""
    w, own = now.wording, now.pack.own
    late = sorted({each.year for each in now.pack.typed} - set(regions.starts(own)))
    return [w(TOO_LATE, years=w.listing(list(map(str, late))), year=own.target.year)] if late else []


def _needed(now: State, year: int) -> tuple[list[str], list[list[Cell]]]:
    """GDP's level, and the growth that each deadline takes, from every year that can be planned from."""
    w = now.wording
    own, again = _from(now, None), _from(now, year)
    starts = (
        [own, again] if now.pack.base_year in (own[0].base_year, year) else [own, _from(now, now.pack.base_year), again]
    )
    heads = [
        w(N_("GDP, growth needed a year, nominal")),
        *(w(N_("from the level of {year}"), year=pack.base_year) for pack, _ in starts),
    ]
    levels: list[Cell] = [w(N_("starts from, {unit}"), unit=w.unit(GDP.unit))]
    levels += [w.exactly(work.scenario["gdp_base"], GDP.unit) for _, work in starts]
    readings = {goal.year: w.either(goal.name_zh, goal.name_en) for goal in now.pack.deadlines}
    readings = {**dict.fromkeys([now.scenario.target_year], ""), **readings}
    rows = [levels]
    for deadline, reading in sorted(readings.items()):
        goal = f"{w.exactly(now.scenario['target_level'], GDP.unit)} {w.unit(GDP.unit)}"
        message = N_("{goal} by {year} ({reading})") if reading else N_("{goal} by {year}")
        rows.append([w(message, goal=goal, year=deadline, reading=reading)])
        rows[-1] += [_rate(now, pack, work, deadline) for pack, work in starts]
    return heads, rows


def _from(now: State, year: int | None) -> tuple[Pack, Work]:
    """What is on the page, planned from that year; None is the region's own base year."""
    pack = regions.from_year(now.pack, None if year == now.pack.own.base_year else year)
    return (pack, now.work) if pack.key == now.pack.key else (pack, carry.work(now.work, now.pack, pack)[0])


def _rate(now: State, pack: Pack, work: Work, deadline: int) -> Cell:
    """The uniform growth that the deadline takes, rounded to the safe side, and as it is to one decimal more."""
    if not pack.base_year < deadline <= work.scenario.last_year:
        return "–"
    needed = judge(work.scenario, pack, deadline).required_nominal
    if needed is None:
        return "–"
    w, up = now.wording, now.wording.rate(needed, rounding=ROUND_CEILING)
    return Noted(w(N_("{rate} ({exact})"), rate=up, exact=w.rate(needed, EXACT)), up, w(N_("to three decimals")))
