"""What came of the plan report's targets: how many were met, and each outcome that is known beside its target."""

from collections.abc import Mapping
from html import escape

from model.reached import RowTrack, row_tracks
from model.records import Met, Statement
from model.replan import TYPED
from model.statements import ALL_OF, MET_OF, comparisons
from model.tracking import Track, fulfilled
from model.wording import Wording
from model.words import N_
from views import notes, outcomes, reached, reported, scoreboard
from views.actions import PAGE
from views.sheet import Button, Cell, block, table, words
from views.state import State

TITLE = N_("What came of the targets")
BY_STATUS = {"binding": N_("{met} of {all} binding"), "expected": N_("{met} of {all} expected")}


def html(now: State) -> str:
    """The official counts, and a table of the outcomes that are known or were typed; empty where there is neither."""
    w, found, typed = now.reported, fulfilled(now.pack), row_tracks(now.pack)
    heads = [w(text) for text in (N_("Indicator"), N_("{first} target"), N_("{first} outcome"), N_("Result"),
                                  N_("Source"))]  # fmt: skip
    rows = [_row(now, now.pack.statements[key], track) for key, track in found.items()]
    rows += [_typed_row(now, track) for track in typed.values()]
    said = [words(*_counts(now)), _known(now, found, typed) if rows else ""]
    if not _counts(now) and not rows:
        return ""
    return block(w(TITLE), *said, table(heads, rows, "tracked", labelled=True, caption=w(TITLE)) if rows else "")


def known(now: State) -> list[str]:
    """The rows of which an outcome is known, or was typed."""
    return [*fulfilled(now.pack), *row_tracks(now.pack)]


def _counts(now: State) -> list[str]:
    """How many indicators were met, as the reports count them: of the plan year, and of the year before."""
    w, pack, said = now.reported, now.pack, []
    counted = {each.indicator: each for each in pack.met}
    parts = [(status, counted[key]) for status, key in ALL_OF.items() if key in counted]
    if parts:
        shares = w.listing([_share(now, status, each) for status, each in parts])
        places = w.listing(list(dict.fromkeys(_place(now, each) for _, each in parts)))
        said.append(w(N_("Indicators of the plan for {first} that were met: {shares} ({places})."), shares=shares,
                      places=places))  # fmt: skip
    before, whole = (pack.statements.get(key) for key in MET_OF)
    if before and whole and before.result is not None and whole.result is not None:
        met, every = (w.number(each, 0) for each in (before.result, whole.result))
        of_base = N_("Of the plan for {base}: {met} of {all} ({places}).")
        said.append(w(of_base, met=met, all=every, places=_place(now, before)))
    return said


def _share(now: State, status: str, each: Met) -> str:
    w, planned = now.reported, now.pack.statements[each.indicator].target or 0.0
    return w(BY_STATUS[status], met=w.number(each.value, 0), all=w.number(planned, 0))


def _place(now: State, each: Met | Statement) -> str:
    return f"{notes.short(now, each.source)} {each.locator}"


def _known(now: State, found: Mapping[str, Track], typed: Mapping[str, RowTrack]) -> str:
    """How many targets there are, of how many the outcome is known or was typed, how many of these were met."""
    w = now.reported
    aims = sum(each.target_year == now.pack.own.first_year for each in now.pack.statements.values())
    said = N_("Of the {targets} targets for {first}, the data hold {count} outcomes, of which {met} met theirs.")
    parts = [w(said, targets=aims, count=len(found), met=sum(bool(each.met) for each in found.values()))]
    if typed:
        results = [each.met for each in typed.values()]
        more = N_("Typed here, without a source: {count} more, of which {met} met theirs and {missed} missed them.")
        parts.append(w(more, count=len(typed), met=results.count(True), missed=results.count(False)))
    parts.append(w(N_("Of the others none is known here; an outcome can be typed on another page:")))
    return f"<p>{escape(w.flow(parts))} {Button(f'{PAGE}:track', w(N_('Track'))).html()}</p>"


def _row(now: State, each: Statement, track: Track) -> list[Cell]:
    w, source = now.reported, track.source or track.level
    target = reported.target(now, each, comparisons(now.pack)[each.key])
    return [scoreboard.titled(now, each), target, _outcome(w, track), outcomes.compared(w, track),
            f"{notes.short(now, source.source)} {source.locator}"]  # fmt: skip


def _typed_row(now: State, track: RowTrack) -> list[Cell]:
    w, row = now.reported, track.row
    source = w(N_("{source}, trust {trust}"), source=notes.short(now, TYPED), trust="D")
    target = reported.target(now, row, comparisons(now.pack)[row.key])
    return [scoreboard.titled(now, row), target, reached.outcome(now, track), reached.compared(now, track), source]


def _outcome(w: Wording, track: Track) -> str:
    """What was reached: the level, and its growth where that is known."""
    level = f"{w.exactly(track.level.value, track.level.unit)} {w.unit(track.level.unit)}"
    return level if track.growth is None else f"{level} · {w.change(track.growth / 100, 1)}"
