"""What came of the plan report's targets: how many were met, and each outcome that is known beside its target."""

from collections.abc import Collection, Mapping
from html import escape

from model.records import Assessment, Met, Statement
from model.statements import ALL_OF, MET_OF, comparisons
from model.words import N_
from views import came, reported, scoreboard
from views.actions import PAGE
from views.came import Came
from views.sheet import Button, Cell, block, table, words
from views.state import State
from views.words import notes

TITLE = N_("What came of the targets")
ONLY = N_("Of {count} more a later report says only that they were met ({met}) or missed ({missed}).")
MORE = N_("Typed here, without a source: {count} more, of which {met} met theirs and {missed} missed them{neither}.")
UNLISTED = {
    "yes": N_("Met too, without a target in the text of the plan report: {names} ({place})."),
    "no": N_("Missed too, without a target in the text of the plan report: {names} ({place})."),
}
NEITHER = N_("; neither met nor missed: {count}")
BY_STATUS = {"binding": N_("{met} of {all} binding"), "expected": N_("{met} of {all} expected")}


def html(now: State) -> str:
    """The official counts, and a table of the outcomes that are known or were typed; empty where there is neither."""
    w, counts = now.reported, _counts(now)
    heads = [w(text) for text in (N_("Indicator"), N_("{first} target"), N_("{first} outcome"), N_("Result"),
                                  N_("Source"))]  # fmt: skip
    aims = [each for each in now.pack.statements.values() if each.target_year == now.pack.own.first_year]
    asked = {each.key for each in aims}
    found = {key: each for key, each in came.of_targets(now).items() if key in asked}
    if not counts and not found:
        return ""
    shown = table(heads, _rows(now, found), "tracked", labelled=True, caption=w(TITLE)) if found else ""
    said = words(*counts, *_unlisted(now))
    return block(w(TITLE), said, _known(now, len(aims), found.values()) if found else "", shown)


def _rows(now: State, found: Mapping[str, Came]) -> list[list[Cell]]:
    rows = {key: now.pack.statements[key] for key in found}
    aims = {key: reported.target(now, row, comparisons(now.pack)[key]) for key, row in rows.items()}
    return [
        [scoreboard.titled(now, rows[key]), aims[key], each.outcome or reported.NONE, each.result, each.source]
        for key, each in found.items()
    ]


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


def _unlisted(now: State) -> list[str]:
    """What a later report says of indicators for which the text of the plan report has no target."""
    w = now.reported
    said = []
    for met, message in UNLISTED.items():
        some = [each for each in now.pack.assessed if not each.row and each.met == met]
        if some:
            names = w.listing([w.either(each.name_zh, each.name_en) for each in some])
            said.append(w(message, names=names, place=_place(now, some[0])))
    return said


def _share(now: State, status: str, each: Met) -> str:
    w, planned = now.reported, now.pack.statements[each.indicator].target or 0.0
    return w(BY_STATUS[status], met=w.number(each.value, 0), all=w.number(planned, 0))


def _place(now: State, each: Met | Statement | Assessment) -> str:
    return f"{notes.short(now, each.source)} {each.locator}"


def _known(now: State, aims: int, found: Collection[Came]) -> str:
    """How many targets there are, of how many the outcome is known or was typed, how many of these were met."""
    w = now.reported
    known, typed = ([each.met for each in found if each.outcome and each.typed is kind] for kind in (False, True))
    only = [each.met for each in found if not each.outcome]
    said = N_("Of the {targets} targets for {first}, the data hold {count} outcomes, of which {met} met theirs.")
    parts = [w(said, targets=aims, count=len(known), met=known.count(True))]
    if typed:
        parts.append(w(MORE, count=len(typed), met=typed.count(True), missed=typed.count(False),
                       neither=w(NEITHER, count=typed.count(None)) if None in typed else ""))  # fmt: skip
    if only:
        parts.append(w(ONLY, count=len(only), met=only.count(True), missed=only.count(False)))
    parts.append(w(N_("Of the others none is known here; an outcome can be typed on another page:")))
    return f"<p>{escape(w.flow(parts))} {Button(f'{PAGE}:track', w(N_('Track'))).html()}</p>"
