"""What a button in the page's own text asks for, by name; a name that means nothing is ignored."""

import re
from collections.abc import Callable

from model import phrases, presets, sectors, solve, years
from model.differences import revert
from model.levers import SLOTS, levers, series_of
from model.problem import Problem, Refused
from model.rates import rate
from model.remarks import remarks
from model.scenario import Scenario, clean_name, plan
from model.sensitivity import on_gdp
from model.view import SECTIONS
from model.words import N_
from views import adding, replanning, session, wishes
from views.state import State

BAND, CELL, CLOSE, SECTION, SOLVE, TRY = "band", "cell", "close", "section", "solve", "try"
KEEP, OPEN, PAGE, RENAME, RESET, REVERT = "keep", "open", "page", "rename", "reset", "revert"
ADD, REMOVE = "add", "remove"
DROP, MOVE, PUT, REFER = "drop", "move", "put", "refer"
FORGET, FREE, REPLAN, REST = "forget", "free", "replan", "rest"
UNDO, REDO, REPLAY, REPLAYED = "undo", "redo", "replay", "replayed"
NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,12})?", re.ASCII)
NOT_ALIKE = N_(
    "They cannot all be moved alike: one of the rates below would leave its range. Set the sectors by"
    " hand, or move GDP."
)
TAKEN = N_("is taken by another kept scenario (got {got}); each has its own; a number was added")
CHANGED = N_("the scenario changed while it was being named; nothing was kept; keep it once more")
TO_GDP, TO_SECTORS = "gdp", "sectors"
TO_PLAN, TO_OPENED = "plan", "opened"


def take(action: str, made: float | None = None) -> None:
    """Does what a button asks for: `name` or `name:detail`; a replay ends first.

    `made` is when the state was made that the visitor saw: what is named has to be what was seen.
    """
    name, _, detail = action.partition(":")
    if name == KEEP and made not in (None, session.current().made):
        session.complain((Problem.at(session.current().wording(N_("Keep")), CHANGED),))
    elif name in ACTIONS:
        session.replayed()
        ACTIONS[name](session.current(), detail)


def _band(now: State, _: str) -> None:
    session.look(band=not now.view.band)


def _section(now: State, where: str) -> None:
    """Shows a section of the feasibility page; `section@page` goes there too."""
    section, _, page = where.partition("@")
    if section in SECTIONS:
        session.look(section=section)
        if page:
            wishes.go(page)


def _solve(now: State, lever: str) -> None:
    """Sets the lever to the value that meets its target, or says why there is none."""

    def solved(scenario: Scenario) -> Scenario:
        found = solve.solve(lever, scenario, now.pack)
        if found.place != "within":
            raise Refused(
                [Problem.at(phrases.name(found.lever, now.wording), phrases.solution(found, scenario, now.wording))]
            )
        return solve.apply(found, scenario, now.pack)

    if lever in solve.solvable(now.pack) and lever not in phrases.TARGETS:
        session.ask(solved)


def _try(now: State, key: str) -> None:
    """Applies the change that a remark suggests."""
    changes = {remark.key: remark.change for remark in remarks(now.scenario, now.pack)}
    if key in changes:
        session.ask(lambda scenario: scenario.set(now.pack, **changes[key]))


def _cell(now: State, pair: str) -> None:
    """Sets the two levers of a map's cell, written as `lever=value,lever=value` in per cent or the unit shown."""
    known, changes = levers(now.pack), {}
    for key, _, text in (part.partition("=") for part in pair.split(",")):
        if key not in on_gdp(now.pack) or not NUMBER.fullmatch(text):
            return
        changes[key] = rate(text) if known[key].kind == "rate" else now.wording.unshifted(text, known[key].unit)
    session.ask(lambda scenario: scenario.set(now.pack, **changes))


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
        session.ask(closed)


def proposed(now: State) -> str:
    """The name under which the scenario on the page would be kept: its own, its preset's, or the next free number."""
    names = (now.scenario.name, now.wording(presets.name(now.preset, now.pack)) if now.preset else "")
    return next((name for name in names if name and not _place(now, name)), now.free_name)


def _keep(now: State, name: str) -> None:
    """Keeps the scenario on the page, under that name or the one proposed; says so where it is taken."""
    asked = clean_name(name) or proposed(now)
    session.arrange(lambda work: work.keep(asked), problems=_taken(now, asked))


def _rename(now: State, names: str) -> None:
    """Gives a kept scenario another name: `old`, a line break, `new`; says so where that is taken."""
    old, _, new = names.partition("\n")
    if place := _place(now, old):
        problems = _taken(now, clean_name(new)) if clean_name(new) != old else ()
        session.arrange(lambda work: work.rename(place, new), problems=problems)


def _taken(now: State, name: str) -> tuple[Problem, ...]:
    """What is to be said where another kept scenario has that name already."""
    return (Problem.at(now.wording(N_("Name")), TAKEN, got=name),) if _place(now, name) else ()


def _place(now: State, name: str) -> int | None:
    """The place of the plan, which has no name here, or of the kept scenario of that name.

    Not the place but the name is asked for, so that a second click on a button does not reach the next scenario.
    """
    names = ["", *(kept.name for kept in now.work.kept)]
    return names.index(name) if name in names else None


def _open(now: State, name: str) -> None:
    if (place := _place(now, name)) is not None:
        session.arrange(lambda work: work.open(now.pack, place))


def _refer(now: State, name: str) -> None:
    if (place := _place(now, name)) is not None:
        session.arrange(lambda work: work.refer(place))


def _put(now: State, name: str) -> None:
    if place := _place(now, name):
        session.arrange(lambda work: work.put(place))


def _drop(now: State, name: str) -> None:
    if place := _place(now, name):
        session.arrange(lambda work: work.drop(place))


def _move(now: State, where: str) -> None:
    """Moves a kept scenario one place: `<name` to the front, `>name` to the back."""
    place, by = _place(now, where[1:]), {"<": -1, ">": 1}.get(where[:1])
    if place and by:
        session.arrange(lambda work: work.move(place, by))


def _rest(now: State, series: str) -> None:
    """Sets every unlocked year of a series to the growth that meets its target."""
    if series in series_of(now.pack):
        session.ask(lambda scenario: years.set_rest(series, scenario, now.pack))


def _free(now: State, series: str) -> None:
    """Gives every year of a series that is not locked back to its levers."""
    if series in series_of(now.pack):
        session.ask(lambda scenario: years.free(series, scenario, now.pack))


def _page(now: State, page: str) -> None:
    wishes.go(page)


def _reset(now: State, to: str) -> None:
    """Back to the plan, or to the scenario as it was opened; what is kept stays."""
    ways = {TO_PLAN: plan(now.pack), TO_OPENED: now.opened.scenario}
    if to in ways and ways[to].region == now.scenario.region:
        session.ask(lambda _: ways[to])


def _revert(now: State, key: str) -> None:
    """Brings one assumption back to the reference's."""
    session.ask(lambda scenario: revert(key, scenario, now.reference, now.pack))


ACTIONS: dict[str, Callable[[State, str], None]] = {
    ADD: adding.add,
    BAND: _band,
    CELL: _cell,
    CLOSE: _close,
    DROP: _drop,
    FORGET: replanning.forget,
    FREE: _free,
    KEEP: _keep,
    MOVE: _move,
    OPEN: _open,
    PAGE: _page,
    PUT: _put,
    REDO: lambda now, _: session.redo(),
    REFER: _refer,
    REMOVE: adding.remove,
    RENAME: _rename,
    REPLAN: replanning.replan,
    REPLAY: lambda now, _: session.replay(),
    REPLAYED: lambda now, _: session.replayed(),
    RESET: _reset,
    REVERT: _revert,
    REST: _rest,
    SECTION: _section,
    wishes.SHARE: lambda now, _: wishes.ask_for(wishes.SHARE),
    SOLVE: _solve,
    TRY: _try,
    wishes.TAKE_AWAY: lambda now, _: wishes.ask_for(wishes.TAKE_AWAY),
    UNDO: lambda now, _: session.undo(),
}
