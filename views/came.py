"""What came of the plan report's targets, as the data have it or as a visitor typed it: for each row, in words."""

from collections.abc import Mapping
from typing import NamedTuple

from model.reached import row_tracks
from model.replan import TYPED
from model.tracking import Track, fulfilled, typed_too
from model.wording import Wording
from model.words import N_
from views import outcomes, reached
from views.state import State
from views.words import notes


class Came(NamedTuple):
    """What came of one target."""

    outcome: str
    """Empty where a report says only whether the target was met."""
    result: str
    met: bool | None
    """None where it is neither met nor missed."""
    source: str
    typed: bool


def of_targets(now: State) -> Mapping[str, Came]:
    """What came of every target of which an outcome is known or was typed, by its row; the known ones first."""
    assessed = (each.row for each in now.pack.assessed if each.row)
    keys = (*fulfilled(now.pack), *typed_too(now.pack), *row_tracks(now.pack), *assessed)
    found = {key: _of(now, key) for key in keys}
    return {key: each for key, each in found.items() if each}


def beside(now: State, key: str) -> list[str]:
    """What is said of a target's outcome beside the target; nothing where none is known or was typed."""
    each = _of(now, key)
    if each is None:
        return []
    return [*([now.reported(N_("typed outcome {outcome}"), outcome=each.outcome)] if each.typed else []), each.result]


def _of(now: State, key: str) -> Came | None:
    """What came of the target of a row; None where nobody says."""
    w = now.reported
    if known := fulfilled(now.pack).get(key):
        figure = known.source or known.level
        place = f"{notes.short(now, figure.source)} {figure.locator}"
        note = w.either(known.level.note_zh, known.level.note_en)
        result = w.listing([outcomes.compared(w, known), *filter(None, [note])])
        return Came(_outcome(w, known), result, known.met, place, False)
    if series := typed_too(now.pack).get(key):
        met = None if series.averaged else series.met
        return Came(_outcome(w, series), outcomes.compared(w, series), met, _typed(now), True)
    if row := row_tracks(now.pack).get(key):
        return Came(reached.outcome(now, row), reached.compared(now, row), row.met, _typed(now), True)
    if said := next((each for each in now.pack.assessed if each.row == key), None):
        met = said.met == "yes"
        result = w(N_("{result}, as a later report says"), result=w(reached.RESULTS[met]))
        note = w.either(said.note_zh, said.note_en)
        place = f"{notes.short(now, said.source)} {said.locator}"
        return Came("", w.listing([result, *filter(None, [note])]), met, place, False)
    return None


def _typed(now: State) -> str:
    return now.reported(N_("{source}, trust {trust}"), source=notes.short(now, TYPED), trust="D")


def _outcome(w: Wording, track: Track) -> str:
    """What was reached: the level, and its growth where that is known."""
    level = f"{w.exactly(track.level.value, track.level.unit)} {w.unit(track.level.unit)}"
    return level if track.growth is None else f"{level} · {outcomes.grown(w, track)}"
