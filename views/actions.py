"""What a button in the page's own text asks for, by name; a name that means nothing is ignored."""

import re
from collections.abc import Callable
from dataclasses import replace

from model import sectors, solve
from model.levers import SLOTS, levers
from model.problem import Problem, Refused
from model.rates import rate
from model.remarks import remarks
from model.scenario import Scenario
from model.sensitivity import ON_GDP
from model.view import SECTIONS
from model.words import N_
from views import labels, state
from views.state import State

BAND, CELL, CLOSE, SECTION, SOLVE, TRY = "band", "cell", "close", "section", "solve", "try"
NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,12})?", re.ASCII)
NOT_ALIKE = N_(
    "They cannot all be moved alike: one of the rates below would leave its range. Set the sectors by"
    " hand, or move GDP."
)
TO_GDP, TO_SECTORS = "gdp", "sectors"


def take(action: str) -> None:
    """Does what a button asks for: `name` or `name:detail`."""
    name, _, detail = action.partition(":")
    if name in ACTIONS:
        ACTIONS[name](state.current(), detail)


def _band(now: State, _: str) -> None:
    state.look(replace(now.view, band=not now.view.band))


def _section(now: State, where: str) -> None:
    """Shows a section of the feasibility page; `section@page` goes there too."""
    section, _, page = where.partition("@")
    if section in SECTIONS:
        state.look(replace(now.view, section=section))
        if page:
            state.go(page)


def _solve(now: State, lever: str) -> None:
    """Sets the lever to the value that meets its target, or says why there is none."""

    def solved(scenario: Scenario) -> Scenario:
        found = solve.solve(lever, scenario, now.pack)
        if found.place != "within":
            raise Refused([Problem.at(labels.name(found.lever, now.wording), labels.solution(now, found))])
        return solve.apply(found, scenario, now.pack)

    if lever in solve.solvable(now.pack) and lever not in labels.TARGETS:
        state.ask(solved)


def _try(now: State, key: str) -> None:
    """Applies the change that a remark suggests."""
    changes = {remark.key: remark.change for remark in remarks(now.scenario, now.pack)}
    if key in changes:
        state.ask(lambda scenario: scenario.set(now.pack, **changes[key]))


def _cell(now: State, pair: str) -> None:
    """Sets the two levers of a map's cell, written as `lever=value,lever=value` in per cent or the unit shown."""
    known, changes = levers(now.pack), {}
    for key, _, text in (part.partition("=") for part in pair.split(",")):
        if key not in ON_GDP or not NUMBER.fullmatch(text):
            return
        changes[key] = rate(text) if known[key].kind == "rate" else now.wording.unshifted(text, known[key].unit)
    state.ask(lambda scenario: scenario.set(now.pack, **changes))


def _close(now: State, detail: str) -> None:
    """Makes the sectors and a GDP lever add up, by moving the one or the other: `gdp:first`, `sectors:later`, ..."""
    which, _, slot = detail.partition(":")
    ways = {TO_GDP: sectors.close_gdp, TO_SECTORS: sectors.close_sectors}

    def closed(scenario: Scenario) -> Scenario:
        try:
            return ways[which](scenario, now.pack, slot)
        except Refused as refusal:
            raise Refused([Problem.at("", NOT_ALIKE), *refusal.problems]) from refusal

    if which in ways and slot in dict(SLOTS) and now.pack.sectors:
        state.ask(closed)


ACTIONS: dict[str, Callable[[State, str], None]] = {
    BAND: _band,
    CELL: _cell,
    CLOSE: _close,
    SECTION: _section,
    SOLVE: _solve,
    TRY: _try,
}
