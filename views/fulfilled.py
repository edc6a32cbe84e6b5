"""What came of the plan report's targets: how many were met, and each outcome that is known beside its target."""

from collections.abc import Mapping

from model.records import Met, Statement
from model.statements import ALL_OF, MET_OF, comparisons
from model.tracking import Track, fulfilled
from model.wording import Wording
from model.words import N_
from views import notes, outcomes, reported, scoreboard
from views.sheet import Cell, block, table, words
from views.state import State

TITLE = N_("What came of the targets")
BY_STATUS = {"binding": N_("{met} of {all} binding"), "expected": N_("{met} of {all} expected")}


def html(now: State) -> str:
    """The official counts, and a table of the outcomes that are known; empty where there is neither."""
    w, found = now.reported, fulfilled(now.pack)
    heads = [w(text) for text in (N_("Indicator"), N_("{first} target"), N_("{first} outcome"), N_("Result"),
                                  N_("Source"))]  # fmt: skip
    rows = [_row(now, now.pack.statements[key], track) for key, track in found.items()]
    said = [*_counts(now), _known(now, found) if found else ""]
    if not any(said):
        return ""
    return block(w(TITLE), words(*said), table(heads, rows, "tracked", labelled=True, caption=w(TITLE)) if rows else "")


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


def _known(now: State, found: Mapping[str, Track]) -> str:
    w = now.reported
    aims = sum(each.target_year == now.pack.own.first_year for each in now.pack.statements.values())
    said = N_("Of the {targets} targets for {first}, the data hold {count} outcomes; of the others none is known here.")
    return w(said, targets=aims, count=len(found))


def _row(now: State, each: Statement, track: Track) -> list[Cell]:
    w, source = now.reported, track.source or track.level
    target = reported.target(now, each, comparisons(now.pack)[each.key])
    return [scoreboard.titled(now, each), target, _outcome(w, track), outcomes.compared(w, track),
            f"{notes.short(now, source.source)} {source.locator}"]  # fmt: skip


def _outcome(w: Wording, track: Track) -> str:
    """What was reached: the level, and its growth where that is known."""
    level = f"{w.exactly(track.level.value, track.level.unit)} {w.unit(track.level.unit)}"
    return level if track.growth is None else f"{level} · {w.change(track.growth / 100, 1)}"
