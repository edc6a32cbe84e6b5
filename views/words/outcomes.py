"""Outcomes beside their targets, in words: of series and of rows of the plan report, official or typed."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from model.economics import phrases
from model.language.wording import Wording
from model.language.words import N_
from model.progress.outcome_limits import comparable, takes_level, tracked_rows
from model.progress.target_results import Track, row_tracks
from model.progress.tracking import series_results, tracks
from model.region import statements
from model.region.indicators import OBSERVED
from model.region.records import Statement
from model.region.statements import THEMES
from model.region.unpublished import TYPED
from views.state import State
from views.words import notes, reported
from views.words.names import measured

RESULTS = {True: N_("✓ met"), False: N_("✗ missed")}
BESIDE_AVERAGE = {True: N_("at or above the average"), False: N_("below the average")}
"""One year says nothing yet about an average over five: it is neither met nor missed."""
JUDGED = N_(
    "Other targets: “at least” or “at most” as printed, else by the direction aimed at; “about” counts as the figure "
    "itself."
)
NO_SIDE = N_("{by}, but the report does not say which way is aimed at")
NOTED = N_("{name}: {note}.")
FINEST = 12
"""Decimals of a difference that is not shown as none."""


@dataclass(frozen=True)
class TargetOutcome:
    """What came of one target, in words; empty where nothing is known."""

    key: str
    """Of the series, or of the row of the plan report."""
    year: int
    result: str
    met: bool | None
    """None where it is neither met nor missed."""
    source: str
    trust: str
    note: str
    """What is to be known of it."""
    said: str = ""
    """Level and growth."""
    target: str = ""
    reached: float | None = None
    """The level, in the data's unit."""

    @property
    def typed(self) -> bool:
        """Whether a visitor typed it."""
        return self.trust == "D"


def listed(state: State) -> list[TargetOutcome]:
    """Every outcome, by year: of the series, then of rows of the plan report."""
    return [_outcome(state, each) for each in (*tracks(state.pack), *row_tracks(state.pack).values())]


def of_targets(state: State) -> Mapping[str, TargetOutcome]:
    """What came of every target of the plan report of which something is known, by its row; official ones first."""
    w, pack = state.reported, state.pack
    known = {**series_results(pack), **row_tracks(pack)}
    found = {key: _outcome(state, track) for key, track in known.items()}
    for said in pack.assessed:
        if said.row and said.row not in found:
            met, note = said.met == "yes", w.either(said.note_zh, said.note_en)
            result = w(N_("{result}, as a later report says"), result=w(RESULTS[met]))
            source = notes.at(state, said.source, said.locator)
            found[said.row] = TargetOutcome(
                said.row, said.year, result, met, source, pack.sources[said.source].trust, note
            )
    return found


def _outcome(state: State, track: Track) -> TargetOutcome:
    w, official = state.wording, track.figure
    level = "" if track.level is None else w.published(track.level, track.unit)
    return TargetOutcome(
        track.key, track.year, _result(w, track), None if track.averaged else track.met,
        source=notes.placed(state, track.source or official) if official else notes.short(state, TYPED),
        trust=official.trust if official else "D",
        note=w.either(official.note_zh, official.note_en) if official else "",
        said=" · ".join(filter(None, (level, _growth(w, track)))), target=_target(state, track), reached=track.level,
    )  # fmt: skip


def _growth(w: Wording, track: Track) -> str:
    if track.growth is None:
        return ""
    if track.growth_from != "worked out":
        return w.published(track.growth, "%")
    return w(N_("{rate}, worked out"), rate=_beside(w, track.growth, track.aim))


def _beside(w: Wording, growth: float, aim: float | None) -> str:
    """Growth that is worked out, on its side of the growth that is aimed at."""
    return (w.number(growth, 2) if aim is None else w.beside(growth, aim, "")) + w.percent_sign


def _target(state: State, track: Track) -> str:
    """The target, and whose it is."""
    w, target = state.wording, track.target
    if target is None:
        return ""
    if isinstance(target, Statement):
        said, name = aim(state, target, track.level), place(state, target)
    else:
        said, name = w.published(target.value, target.unit), phrases.goal(target, w)
    if track.averaged:
        first, last = track.averaged
        name = w(N_("{name}, average {first_year}–{last_year}"), name=name, first_year=first, last_year=last)
    return w(N_("{target} ({name})"), target=said, name=name)


def _result(w: Wording, track: Track) -> str:
    """Whether it met its target, by how much, and which figure it replaces."""
    said = [_compared(w, track)]
    if track.replaced:
        level = w.published(track.replaced.value, track.replaced.unit)
        said.append(w(N_("in place of the official {level}"), level=level))
    return w.listing([*filter(None, said)])


def _compared(w: Wording, track: Track) -> str:
    if track.target is None:
        return ""
    if track.apart is None:
        return w(N_("real growth not known: not compared"))
    if track.met is None:
        return w(NO_SIDE, by=apart(w, track))
    results = BESIDE_AVERAGE if track.averaged else RESULTS
    return w(N_("{result}: {by}"), result=w(results[track.met]), by=apart(w, track))


def apart(w: Wording, track: Track) -> str:
    """By how much an outcome is over or under its target: points, or a level with its unit."""
    by = track.apart
    if by is None:
        return ""
    if track.aim is not None or track.unit == "%":
        return _points(w, by)
    sign = "+" if by > 0 else "−" if by < 0 else ""
    return sign + w.published(abs(by), track.unit)


def _points(w: Wording, by: float) -> str:
    """A difference in points: all its decimals, but two where they go on, or as many as it takes to be no nought."""
    digits = 1
    if round(by, 1) != round(by, 9):
        digits = next((each for each in range(2, FINEST) if round(by, each)), FINEST)
    return w.points(by / 100, digits)


def place(state: State, row: Statement) -> str:
    """Where a row stands."""
    return notes.at(state, row.source, row.locator)


def aim(state: State, row: Statement, reached: float | None = None) -> str:
    """The target of a row with its unit, where it has a level."""
    said, leveled = reported.target(state, row, reached), reported.level_meant(state, row) is not None
    return f"{said} {reported.unit(state, row)}".strip() if leveled else said


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
        return measured(state, key)
    unit = reported.unit(state, row) if takes_level(row) else ""
    return " · ".join(filter(None, (state.wording(THEMES[row.theme]), measured(state, key), unit)))


def called(state: State, key: str, year: int) -> str:
    """What its outcome of a year is called."""
    return state.wording(N_("{name} {year}"), name=measured(state, key), year=year)


def unit(state: State, key: str) -> str:
    """The unit of its levels."""
    row = row_of(state, key)
    return statements.unit_of(row) if row else OBSERVED[key].unit
