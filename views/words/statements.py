"""What a row of the plan report says: its kind, its target beside its result, and what is left open."""

from collections import Counter
from collections.abc import Mapping

from model.language.words import N_
from model.region.records import Statement
from model.region.statements import Comparison, comparisons, frame, unit_of
from model.region.tallies import Counted, unfunded
from views.state import State
from views.words import notes, reported

KINDS = {"binding": N_("binding"), "expected": N_("indicative"), "": ""}
ASKS = {
    "more": N_("asks for more"), "same": N_("the same"), "about": N_("about the {base} level"),
    "slower": N_("slower growth"), "lower": N_("level below {base}"), "beaten": N_("bound already beaten"),
}  # fmt: skip
NOT_ALIKE = N_("not counted alike")
DOUBTS = {
    "inconsistent": N_("The text contradicts itself"), "ambiguous": N_("It can be read in two ways"),
    "scope": N_("The scope changed or is not clear"),
}  # fmt: skip
"""The kinds of doubt, in the order of the page."""


def asks(state: State) -> Mapping[str, int]:
    """How many targets that count the same in both years ask for what."""
    listed = frame(state.pack)
    return Counter(listed[listed["alike"]]["against"])


def titled(state: State, row: Statement) -> str:
    """What a row is about: its name, and the unit of its levels."""
    w, name, unit = state.reported, reported.name(state, row), reported.unit(state, row)
    return name if not unit or unit in name.casefold().split() else w(N_("{name}, {unit}"), name=name, unit=unit)


def growth(each: Statement, found: Comparison | None) -> float | None:
    """The growth or the points that a target means [per cent]; whole where a level has fewer than three digits.

    None between two levels that are not counted alike."""
    unlike = each.comparable == "no" and each.target_growth is None
    if found is None or unlike or (found.growth is None and found.points is None):
        return None
    if found.growth is None:
        return round((found.points or 0.0) * 100, 1)
    levels = [level for level in (each.result, each.target) if level is not None]
    coarse = each.target_growth is None and any(_digits(level) < 3 for level in levels)
    return float(round(found.growth * 100, 0 if coarse else 1))


def _digits(level: float) -> int:
    """How many significant digits a printed level has."""
    return len(f"{level:.10g}".replace(".", "").lstrip("0"))


def beside(state: State, each: Statement) -> str:
    """What the target asks for beside the result; by how many points where rates are compared."""
    w, found = state.reported, comparisons(state.pack)[each.key]
    if each.comparable == "no":
        return w(NOT_ALIKE)
    if found is None:
        return ""
    said = w(ASKS[found.against])
    return w.listing([said, w.points(found.points or 0.0, 1)]) if found.basis == "growth" else said


def summed(state: State, each: Counted) -> tuple[str, ...]:
    """A sum or share of the report: of what year, from its parts, as printed and whether that agrees, and the parts."""
    w = state.reported
    terms = [reported.level(state, part, float(value)) for part, value in zip(each.parts, each.values, strict=True)]
    names = [reported.name(state, part) for part in each.parts]
    if each.shares:
        names = [w(N_("{name} {share}"), name=name, share=w.rate(share, 0))
                 for name, share in zip(names, each.shares, strict=True)]  # fmt: skip
    own = state.pack.own
    year = own.base_year if each.column == "result" else own.first_year
    return (
        w(N_("{name} {year}"), name=titled(state, each.total), year=year),
        f"{(' ÷ ' if each.share else ' + ').join(terms)} = {reported.level(state, each.total, float(each.found))}",
        f"{'✓' if each.agrees else '✗'} {reported.level(state, each.total, float(each.printed))}", w.enumeration(names),
    )  # fmt: skip


def not_funded(state: State) -> str:
    """How much of the planned government investment has no money yet; empty where the report does not say."""
    w, found = state.reported, unfunded(state.pack)
    if found is None:
        return ""
    each, part = found
    total, still = (
        w.published(float(value), unit_of(row))
        for row, value in ((each.total, each.found), (each.parts[part], each.values[part]))
    )
    said = N_("Of the {total} planned for {first} as government investment, {open} is not yet funded: {share}.")
    return w(said, total=total, open=still, share=w.rate(each.shares[part], 0))


def doubts(state: State) -> Mapping[str, list[tuple[str, str, str]]]:
    """What the report leaves open, by kind: the indicators, what is open, and where it stands."""
    w, found = state.reported, dict[str, dict[str, list[Statement]]]()
    for kind in DOUBTS:
        for each in state.pack.statements.values():
            if each.doubt == kind:
                note = w.either(each.note_zh, each.note_en)
                found.setdefault(kind, {}).setdefault(note, []).append(each)
    return {
        kind: [
            (w.enumeration(reported.name(state, each) for each in some), note, notes.located(state, some[0].locator))
            for note, some in listed.items()
        ]
        for kind, listed in found.items()
    }
