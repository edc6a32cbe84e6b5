"""Outcomes beside their targets, in words: of series and of rows of the plan report, official or typed."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from model.economics import phrases
from model.language import amounts
from model.language.wording import Wording
from model.language.words import N_
from model.progress.outcome_limits import comparable, takes_level, tracked_rows
from model.progress.target_results import RowTrack, row_tracks
from model.progress.tracking import Track, series_results, tracks
from model.region import statements
from model.region.indicators import OBSERVED
from model.region.records import Statement
from model.region.statements import THEMES, comparisons
from model.region.unpublished import TYPED
from views.state import State
from views.words import notes, reported
from views.words.reported import Stated

RESULTS = {True: N_("✓ met"), False: N_("✗ missed")}
BESIDE_AVERAGE = {True: N_("at or above the average"), False: N_("below the average")}
"""One year says nothing yet about an average over five: it is neither met nor missed."""
JUDGED = N_(
    "Other targets of the plan report are met on the side of the figure that is printed, at least or at most, or else "
    "on the side that is aimed at; “about” is judged by the figure itself. Their growth is on the report's price basis."
)
NO_SIDE = N_("{by}, but the report does not say which way is aimed at")
NOTED = N_("{name}: {note}.")
FINEST = 12
"""Decimals of a difference that is not shown as none."""


@dataclass(frozen=True)
class Outcome:
    """What came of one target, in words; empty where nothing is known."""

    key: str
    """Of the series, or of the row of the plan report."""
    year: int
    level: str
    growth: str
    target: str
    result: str
    met: bool | None
    """None where it is neither met nor missed."""
    source: str
    trust: str
    reached: float | None = None
    """The level, in the data's unit."""
    note: str = ""
    """What is to be known of it."""

    @property
    def typed(self) -> bool:
        """Whether a visitor typed it."""
        return self.trust == "D"

    @property
    def said(self) -> str:
        """Level and growth."""
        return " · ".join(filter(None, (self.level, self.growth)))


def listed(state: State) -> list[Outcome]:
    """Every outcome, by year: of the series, then of rows of the plan report."""
    return [*(_of_series(state, each) for each in tracks(state.pack)),
            *(_of_row(state, each) for each in row_tracks(state.pack).values())]  # fmt: skip


def of_targets(state: State) -> Mapping[str, Outcome]:
    """What came of every target of the plan report of which something is known, by its row; official ones first."""
    pack = state.pack
    found = {key: _of_series(state, track) for key, track in series_results(pack).items()}
    found |= {key: _of_row(state, track) for key, track in row_tracks(pack).items()}
    w = state.reported
    for said in pack.assessed:
        if said.row and said.row not in found:
            result = w(N_("{result}, as a later report says"), result=w(RESULTS[said.met == "yes"]))
            note, source = w.either(said.note_zh, said.note_en), notes.at(state, said.source, said.locator)
            trust = pack.sources[said.source].trust
            found[said.row] = Outcome(
                said.row, said.year, "", "", "", result, said.met == "yes", source, trust, note=note
            )  # fmt: skip
    return found


def _of_series(state: State, track: Track) -> Outcome:
    w, level, figure = state.wording, track.level, track.source or track.level
    met = None if track.averaged else track.met
    note = "" if track.typed else w.either(level.note_zh, level.note_en)
    result = w.listing([part for part in (_compared(w, track), _replaced(w, track)) if part])
    source = _typed(state) if track.typed else notes.placed(state, figure)
    said = f"{w.exactly(level.value, level.unit)} {w.unit(level.unit)}"
    trust = "D" if track.typed else level.trust
    return Outcome(
        level.indicator, level.year, said, _growth(w, track), _target(w, track), result, met, source, trust,
        level.value, note,
    )  # fmt: skip


def _growth(w: Wording, track: Track) -> str:
    if track.growth is None:
        return ""
    if track.origin != "worked out":
        return w.published(track.growth, "%")
    aim = track.goal.value if track.goal and track.goal.kind == "growth" else None
    rate = w.rate(track.growth / 100, reported.places_beside(track.growth, aim, 2))
    return w(N_("{rate}, worked out"), rate=rate)


def _target(w: Wording, track: Track) -> str:
    """The target, and whose it is."""
    if track.goal is None:
        return ""
    target, name = w.published(track.goal.value, track.goal.unit), phrases.goal(track.goal, w)
    if track.averaged:
        first, last = track.averaged
        name = w(N_("{name}, average {first_year}–{last_year}"), name=name, first_year=first, last_year=last)
    return w(N_("{target} ({name})"), target=target, name=name)


def _replaced(w: Wording, track: Track) -> str:
    """The official outcome in whose place it stands."""
    if track.replaced is None:
        return ""
    unit = track.replaced.unit
    return w(
        N_("in place of the official {level}"), level=f"{w.exactly(track.replaced.value, unit)} {w.unit(unit)}"
    )  # fmt: skip


def _compared(w: Wording, track: Track) -> str:
    """Whether the outcome met its target, and by how much."""
    goal = track.goal
    if goal is None:
        return ""
    if track.apart is None:
        return w(N_("real growth not known: not compared"))
    results = BESIDE_AVERAGE if track.averaged else RESULTS
    return w(N_("{result}: {by}"), result=w(results[bool(track.met)]), by=apart(w, track))


def apart(w: Wording, track: Track) -> str:
    """By how much an outcome is over or under its target: points, or a level with its unit."""
    goal, by = track.goal, track.apart
    if goal is None or by is None:
        return ""
    if goal.kind == "growth":
        return _points(w, by)
    sign = "+" if by > 0 else "−" if by < 0 else ""
    return f"{sign}{w.exactly(abs(by), goal.unit)} {w.unit(goal.unit)}"


def _of_row(state: State, track: RowTrack) -> Outcome:
    row, typed = track.row, track.typed
    level = "" if typed.level is None else f"{reported.level(state, row, typed.level)} {unit_of(state, row)}".strip()
    target = state.wording(N_("{target} ({name})"), target=aim(state, row), name=place(state, row))
    return Outcome(
        row.key, typed.year, level, _row_growth(state, track), target, _row_compared(state, track), track.met,
        _typed(state), "D", typed.level,
    )  # fmt: skip


def _row_growth(state: State, track: RowTrack) -> str:
    w = state.wording
    if track.growth is None:
        return ""
    if track.origin == "typed":
        return w.published(track.growth, "%")
    rate = w.rate(track.growth / 100, reported.places_beside(track.growth, track.row.target_growth, 2))
    return w(N_("{rate}, worked out"), rate=rate)


def _row_compared(state: State, track: RowTrack) -> str:
    """Whether an outcome met the target of its row, and by how much."""
    w, row = state.wording, track.row
    if row.target is None or row.unit_zh == "%":
        by = _points(w, track.apart)
    else:
        by = w.number(reported.shifted(state, row, track.apart), reported.digits(state, row, track.apart), sign=True)
        by = f"{by} {unit_of(state, row)}"
    if track.met is None:
        return w(NO_SIDE, by=by)
    return w(N_("{result}: {by}"), result=w(RESULTS[track.met]), by=by)


def _points(w: Wording, by: float) -> str:
    """A difference in points: all its decimals, but two where they go on, or as many as it takes to be no nought."""
    digits = 1
    if round(by, 1) != round(by, 9):
        digits = next((each for each in range(2, FINEST) if round(by, each)), FINEST)
    return w.points(by / 100, digits)


def _typed(state: State) -> str:
    return notes.short(state, TYPED)


def place(state: State, row: Statement) -> str:
    """Where a row stands."""
    return notes.at(state, row.source, row.locator)


def aim(state: State, row: Statement) -> str:
    """The target of a row with its unit, where it has a level."""
    found = comparisons(state.pack.own)[row.key]
    typed = row_tracks(state.pack).get(row.key)
    said = reported.target(state, row, found, typed.typed.level if typed else None)
    leveled = row.target is not None or (found is not None and found.level is not None)
    return f"{said} {unit_of(state, row)}".strip() if leveled else said


def row_of(state: State, key: str) -> Statement | None:
    """The row of the plan report that a key is of; None where it is a series."""
    return tracked_rows(state.pack.own).get(key)


def choices(state: State, among: Container[str]) -> tuple[str, ...]:
    """The series, and behind them those rows, by theme."""
    themes, rows = list(THEMES), tracked_rows(state.pack.own)
    found = sorted((key for key in rows if key in among), key=lambda key: themes.index(rows[key].theme))
    return (*comparable(state.pack.own), *found)


def label(state: State, key: str) -> str:
    """What it is called among those to choose from: a row by its theme, its name, its unit."""
    row = row_of(state, key)
    if row is None:
        return name(state, key)
    parts = (state.wording(THEMES[row.theme]), name(state, key), unit_of(state, row) if takes_level(row) else "")
    return " · ".join(part for part in parts if part)


def name(state: State, key: str) -> str:
    """What a series or a row is called."""
    row = row_of(state, key)
    return reported.name(state, row) if row else state.wording(OBSERVED[key].short)


def called(state: State, key: str, year: int) -> str:
    """What its outcome of a year is called."""
    return state.wording(N_("{name} {year}"), name=name(state, key), year=year)


def unit(state: State, key: str) -> str:
    """The unit of its levels for the reader."""
    row = row_of(state, key)
    return state.wording.either(row.unit_zh, row.unit_en) if row else state.wording.unit(OBSERVED[key].unit)


def unit_of(state: State, row: Statement) -> str:
    """The unit of a row's levels for the reader; empty where that is per cent, which stands with the number."""
    return "" if row.unit_zh == "%" else state.wording.either(row.unit_zh, row.unit_en)


def read_level(state: State, key: str, text: str, where: str) -> float:
    """The level [the data's unit] for what was typed, in the unit of the reader or in one that stands behind it.

    Raises `Refused` with a sentence where it is no number.
    """
    row = row_of(state, key)
    unit = statements.unit_of(row) if row else OBSERVED[key].unit
    return amounts.level(text, unit, where, state.wording)


def stated(state: State) -> list[Stated]:
    """Every level and growth that was typed of a row, as figures among others."""
    kinds = (N_("outcome, typed"), N_("growth, typed"))
    return [
        each
        for track in row_tracks(state.pack).values()
        for each in reported.stated(state, track.row, track.typed.year, (track.typed.level, track.typed.growth), kinds)
    ]
