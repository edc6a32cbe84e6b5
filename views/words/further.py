"""Further paths, rows of the plan report drawn on beside the scenario: their numbers, and what each rests on."""

from typing import NamedTuple

from model.language.words import N_
from model.progress import further
from model.progress.further import Further
from model.region.records import Statement
from model.region.statements import comparisons
from model.region.typed_outcomes import Outcome
from views.state import State
from views.words import outcomes, reported

TITLE = N_("Further paths")
CARRIED_ON = N_(
    "Rows of the plan report beside the scenario: none of them moves with GDP. {first} grows as the plan says or its "
    "target means. Later years go on at a rate that the report prints, and stay at the target where it prints levels "
    "alone: nobody has announced either."
)
NO_PLAN = N_("No target is printed for these, so that their growth of {base} is repeated: {names}.")
PLANNED, HELD = N_("the plan's growth carried on"), N_("the target of {first} held")
REPEATED = N_("the growth of {base} growth repeated")
"""What a path is at the growth that is offered: as the plan says or means, or where it says nothing."""
UNPLANNED = N_(
    "The plan report says nothing of {first} here: the growth of {base} is repeated, which nobody has planned."
)
ASSUMED = N_(
    "Growth assumed: {rate} in {first}, then {after} a year, which nobody has announced. It does not move with GDP."
)
UNUSED = N_("The outcome typed for {year}, {outcome}, is not used: the path rests on the report.")
FINE = 1000
"""Below it a level has a decimal also where the report prints none: growth would not show otherwise."""


class Path(NamedTuple):
    """A further path as it is shown: its row of the report, its levels and growth, and the levels of the plan."""

    given: Further
    row: Statement
    levels: list[float]
    growth: list[float]
    planned: list[float]


def years_of(state: State) -> tuple[int, ...]:
    """The years of every path."""
    return further.years(state.pack, state.scenario.last_year)


def listed_paths(state: State) -> list[Path]:
    """The further paths in their order."""
    pack, last = state.pack, state.scenario.last_year
    return [
        Path(
            each, pack.own.statements[each.key], further.levels(each, pack, last).tolist(),
            further.growth(each, pack, last).tolist(),
            further.levels(further.offered(pack)[each.key], pack, last).tolist(),
        )
        for each in state.work.further
    ]  # fmt: skip


def basis(state: State, row: Statement) -> str:
    """The price basis of a row's levels, where they have one, and their unit."""
    w, unit = state.wording, state.wording.either(row.unit_zh, row.unit_en)
    if not row.price_basis:
        return unit
    return w(N_("{basis}, {unit}"), basis=w(reported.BASES[row.price_basis]), unit=unit)


def said_level(state: State, row: Statement, value: float) -> str:
    """A level of a path: with as many decimals as the report prints, with one at least where it is small."""
    return reported.level(state, row, value, decimals(state, row, value))


def decimals(state: State, row: Statement, value: float) -> int:
    """How many decimals are shown of a level."""
    printed, least = reported.digits(state, row, row.result or 0.0), int(reported.shifted(state, row, value) < FINE)
    return max(printed, least)


def with_unit(state: State, row: Statement, value: float) -> str:
    """The same with its unit."""
    return f"{said_level(state, row, value)} {outcomes.unit_of(state, row)}".strip()


def rests_on(state: State, path: Path) -> str:
    """What a path rests on, in sentences: what the report says of its row, where, and what that leaves open."""
    w, row = state.reported, path.row
    said = w(
        N_("{name} ({basis}): {base}: {result}; {first}: {target} ({place})."),
        name=reported.name(state, row), basis=basis(state, row), result=reported.result(state, row),
        target=reported.target(state, row, comparisons(state.pack.own)[row.key]),
        place=outcomes.place(state, row),
    )  # fmt: skip
    apart = w(N_("{base} and {first} are not counted alike: the growth between them is not that of one thing."))
    note = w.either(row.note_zh, row.note_en)
    unplanned = w(UNPLANNED) if further.repeated(row.key, state.pack) else ""
    apart = apart if row.comparable == "no" else ""
    typed = w(UNUSED, year=row.target_year, outcome=typed_outcome(state, row)) if _typed(state, row) else ""
    return w.flow((said, unplanned, apart, typed, w(N_("Note: {note}."), note=note) if note else ""))


def unused(state: State) -> str:
    """The outcomes that were typed of the rows and that no path rests on, in a sentence; empty where none was."""
    w, rows = state.reported, [path.row for path in listed_paths(state) if _typed(state, path.row)]
    one = N_("{name} {year}: {outcome}")
    said = [
        w(one, name=reported.name(state, row), year=row.target_year, outcome=typed_outcome(state, row)) for row in rows
    ]
    return w(further.UNUSED, outcomes=w.listing(said)) if said else ""


def typed_outcome(state: State, row: Statement) -> str:
    """The level with its unit, the growth, or both, that were typed as the outcome of a row; empty where none was."""
    typed, unit = _typed(state, row), outcomes.unit_of(state, row)
    if typed is None:
        return ""
    level = "" if typed.level is None else f"{reported.level(state, row, typed.level)} {unit}".strip()
    growth = "" if typed.growth is None else reported.rate(state, typed.growth)
    return " · ".join(filter(None, (level, growth)))


def _typed(state: State, row: Statement) -> Outcome | None:
    return further.typed_outcome(row.key, state.pack)


def reference(state: State, key: str) -> str:
    """What a path is at the growth that is offered."""
    if further.held(key, state.pack):
        return state.reported(HELD)
    return state.reported(REPEATED if further.repeated(key, state.pack) else PLANNED)


def carried_on(state: State) -> str:
    """What the paths are, in sentences: how they go on, and which of them nothing was planned of."""
    w = state.reported
    names = [reported.name(state, state.pack.own.statements[each.key]) for each in state.work.further
             if further.repeated(each.key, state.pack)]  # fmt: skip
    return w.flow((w(CARRIED_ON), w(NO_PLAN, names=w.listing(names)) if names else ""))


def assumed(state: State, path: Path) -> str:
    """The growth of a path, and what it hangs on, in a sentence."""
    w = state.reported
    return w(ASSUMED, rate=w.rate(path.given.first), after=w.rate(path.given.later))
