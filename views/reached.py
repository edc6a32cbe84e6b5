"""Outcomes of the plan report's rows, as they were typed: in words, beside their targets, and as they are read."""

from model.reached import RowTrack, row_tracks
from model.records import Statement
from model.rounding import beside
from model.statements import comparisons
from model.wording import Wording
from model.words import N_
from views import reported, tracked
from views.actions import FORGET
from views.reported import Stated
from views.sheet import Amount, Button, Cell, Strong
from views.state import State
from views.words import notes

RESULTS = {True: N_("✓ met"), False: N_("✗ missed")}
JUDGED = N_(
    "Other targets of the plan report are met on the side of the figure that is printed, at least or at most, or else "
    "on the side that is aimed at; “about” is judged by the figure itself. Their growth is on the report's price basis."
)
TYPED_TWICE = N_("growth as typed decides, though the level typed with it means {rate}: the two disagree")
NO_SIDE = N_("{by}, but the report does not say which way is aimed at")
FINEST = 12
"""Decimals of a difference that is not shown as none."""


def rows(now: State) -> list[list[Cell]]:
    """Every such outcome beside its target: what it is, level, growth, target, result, and a button that removes it."""
    return [_row(now, track) for track in row_tracks(now.pack).values()]


def _row(now: State, track: RowTrack) -> list[Cell]:
    w, typed = now.wording, track.typed
    name = tracked.called(now, typed.indicator, typed.year)
    forget = Button(f"{FORGET}:{typed.indicator}@{typed.year}", w(N_("typed here, unsourced (D): remove")))
    return [name, _level(now, track), _growth(now, track), _target(now, track.row), compared(now, track), forget]


def _level(now: State, track: RowTrack) -> Cell:
    if track.typed.level is None:
        return reported.NONE
    shown, unit = reported.level(now, track.row, track.typed.level), tracked.unit_of(now, track.row)
    return Amount(shown, unit) if unit else shown


def _growth(now: State, track: RowTrack) -> str:
    w = now.wording
    if track.growth is None:
        return reported.NONE
    if track.origin == "typed":
        return w.published(track.growth, "%")
    return w(N_("{rate}, worked out"), rate=w.rate(track.growth / 100, _beside(track)))


def _target(now: State, row: Statement) -> str:
    """The target with its unit, and where it stands."""
    return now.wording(N_("{target} ({name})"), target=aim(now, row), name=place(now, row))


def place(now: State, row: Statement) -> str:
    """Where a row stands."""
    return f"{notes.short(now, row.source)} {row.locator}"


def aim(now: State, row: Statement) -> str:
    """The target of a row with its unit, where it has a level."""
    found = comparisons(now.pack.own)[row.key]
    said = reported.target(now, row, found)
    leveled = row.target is not None or (found is not None and found.level is not None)
    return f"{said} {tracked.unit_of(now, row)}".strip() if leveled else said


def compared(now: State, track: RowTrack) -> str:
    """Whether an outcome met the target of its row, by how much, and which figure decides where two disagree."""
    w, row, apart = now.wording, track.row, track.apart
    if row.target is None or row.unit_zh == "%":
        by = points(w, apart)
    else:
        by = w.number(reported.shifted(now, row, apart), reported.digits(now, row, apart), sign=True)
        by = f"{by} {tracked.unit_of(now, row)}"
    if track.met is None:
        return w(NO_SIDE, by=by)
    result = Strong(w(N_("{result}: {by}"), result=w(RESULTS[track.met]), by=by))
    return decided(w, result, track.meant, row.target_growth)


def decided(w: Wording, said: str, meant: float | None, aim: float | None) -> str:
    """The result, and which figure decides where the level means other growth than was typed with it."""
    if meant is None:
        return said
    return Strong(w.listing([said, w(TYPED_TWICE, rate=w.rate(meant / 100, decimals(meant, aim, 2)))]))


def points(w: Wording, apart: float) -> str:
    """A difference in points: all its decimals, but two where they go on, or as many as it takes to be no nought."""
    digits = 1
    if round(apart, 1) != round(apart, 9):
        digits = next((each for each in range(2, FINEST) if round(apart, each)), FINEST)
    return w.points(apart / 100, digits)


def _beside(track: RowTrack) -> int:
    """The decimals of growth that is worked out: two, or as many as it takes not to read as the target it is not."""
    return decimals(track.growth or 0.0, track.row.target_growth, 2)


def decimals(growth: float, aim: float | None, least: int) -> int:
    """The decimals of growth [per cent] beside the target, if there is one."""
    return least if aim is None else -int(beside(growth, aim, least)[0].as_tuple().exponent)


def outcome(now: State, track: RowTrack) -> str:
    """The level, the growth, or both: as they were typed, and growth that is worked out."""
    typed = track.typed
    level = "" if typed.level is None else reported.level(now, track.row, typed.level)
    worked = "" if track.growth is None else now.wording.change(track.growth / 100, _beside(track))
    growth = worked if typed.growth is None else reported.rate(now, typed.growth)
    return " · ".join(part for part in (level, growth) if part)


def stated(now: State) -> list[Stated]:
    """Every level and growth that was typed of a row."""
    given = (N_("outcome, typed"), N_("growth, typed"))
    return [
        each
        for track in row_tracks(now.pack).values()
        for each in reported.stated(now, track.row, track.typed.year, (track.typed.level, track.typed.growth), given)
    ]
