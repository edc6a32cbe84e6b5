"""Outcomes by year against what was announced for them."""

from collections.abc import Container

from model import phrases
from model.records import Figure
from model.replan import TYPED
from model.tracking import Track, tracks
from model.wording import Wording
from model.words import N_
from views import reached, tracked
from views.actions import FORGET
from views.sheet import UNIT, Amount, Button, Cell, Noted, Strong, block, table, words
from views.state import State
from views.words import notes

BESIDE_AVERAGE = {True: N_("at or above the average"), False: N_("below the average")}
"""One year says nothing yet about an average over five: it is neither met nor missed."""


def html(now: State) -> str:
    """Every outcome beside the target announced for its year."""
    w = now.wording
    aimed = aim([track.goal.source for track in tracks(now.pack) if track.goal])
    heads = [w(title) for title in (N_("Outcome"), N_("Level"), N_("Growth"), aimed, N_("Result"),
                                    N_("Source, trust"))]  # fmt: skip
    rows = [*(_row(now, track) for track in tracks(now.pack)), *reached.rows(now)]
    if not rows:
        return block(w(N_("Outcomes by year")), words(w(N_("No outcome is known yet: type one below."))))
    title = w(N_("Outcomes by year"))
    said = w(N_("Growth of GDP is real, of the others nominal. Trust: A official text; D typed on this page."))
    judged = w(reached.JUDGED) if now.pack.reached else ""
    shown = table(heads, rows, "tracked", (1, 2), labelled=True, caption=title, units=w(UNIT))
    return block(title, words(said, judged), shown, *_notes(now))


def aim(sources: Container[str]) -> str:
    """What targets from these sources are called: announced, unless one was typed."""
    return N_("Target of the year") if TYPED in sources else N_("Target announced")


def _row(now: State, track: Track) -> list[Cell]:
    w, level = now.wording, track.level
    name = tracked.called(now, level.indicator, level.year)
    amount = Amount(w.exactly(level.value, level.unit), w.unit(level.unit))
    cells: list[Cell] = [name, amount, _growth(w, track), _target(w, track), _result(w, track)]
    if not track.typed:
        return [*cells, w(N_("{source}, trust {trust}"), source=_source(now, level), trust=level.trust)]
    forget = Button(f"{FORGET}:{level.indicator}@{level.year}", w(N_("typed here, unsourced (D): remove")))
    return [*cells, forget]


def _notes(now: State) -> list[str]:
    """What is to be known of the outcomes' levels, a paragraph each."""
    w, said = now.wording, N_("{name}: {note}.")
    levels = [track.level for track in tracks(now.pack) if not track.typed]
    known = {tracked.called(now, each.indicator, each.year): w.either(each.note_zh, each.note_en) for each in levels}
    return [words(w(said, name=name, note=note)) for name, note in known.items() if note]


def _source(now: State, figure: Figure) -> str:
    return f"{notes.short(now, figure.source)} {figure.locator}"


def _growth(w: Wording, track: Track) -> str:
    if track.growth is None:
        return "–"
    if track.origin == "worked out":
        return w(N_("{rate}, worked out"), rate=w.rate(track.growth / 100, _beside(track, 2)))
    return w.published(track.growth, "%")


def grown(w: Wording, track: Track) -> str:
    """The growth of an outcome in short, with its sign."""
    return w.change((track.growth or 0.0) / 100, _beside(track, 1))


def _beside(track: Track, least: int) -> int:
    """The decimals of growth, at least so many, or as many as it takes not to read as the target that it is not."""
    aim = track.goal.value if track.goal and track.goal.kind == "growth" else None
    return reached.decimals(track.growth or 0.0, aim, least)


def _target(w: Wording, track: Track) -> Cell:
    """The target, and whose it is; what its source says of it, where it says something."""
    goal = track.goal
    if goal is None:
        return w(N_("none known"))
    target, name = w.published(goal.value, goal.unit), phrases.goal(goal, w)
    note = w.either(goal.note_zh, goal.note_en)
    if track.averaged:
        first, last = track.averaged
        name = w(N_("{name}, average {first_year}–{last_year}"), name=name, first_year=first, last_year=last)
        note = ""
    said = w.listing([w(N_("{target} ({name})"), target=target, name=name), *filter(None, [note])])
    return Noted(said, target if goal.kind == "growth" else w.exactly(goal.value, goal.unit), w(N_("About the target")))


def _result(w: Wording, track: Track) -> str:
    """Met or missed, and by how much; what an outcome in place of an official one was."""
    said = compared(w, track)
    if track.replaced is None:
        return said
    unit = track.replaced.unit
    official = f"{w.exactly(track.replaced.value, unit)} {w.unit(unit)}"
    return w.listing([said, w(N_("in place of the official {level}"), level=official)])


def compared(w: Wording, track: Track) -> str:
    """Whether the outcome met its target, by how much, and which figure decides where two disagree."""
    goal, apart = track.goal, track.apart
    if goal is None:
        return "–"
    if apart is None:
        return w(N_("real growth not known: not compared"))
    aim = goal.value if goal.kind == "growth" else None
    if goal.kind == "growth":
        by = reached.points(w, apart)
    else:
        sign = "+" if apart > 0 else "−" if apart < 0 else ""
        by = f"{sign}{w.exactly(abs(apart), goal.unit)} {w.unit(goal.unit)}"
    results = BESIDE_AVERAGE if track.averaged else reached.RESULTS
    result = Strong(w(N_("{result}: {by}"), result=w(results[bool(track.met)]), by=by))
    return reached.decided(w, result, track.meant, aim)
