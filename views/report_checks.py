"""Whether the plan report's figures come together, and where its text leaves something open."""

from model.records import Statement
from model.tallies import Counted, counted, unfunded
from model.words import N_
from views.reported import level, name
from views.scoreboard import titled
from views.sheet import Cell, block, folded, table, words
from views.state import State

DOUBTS = {
    "inconsistent": N_("inconsistent"),
    "ambiguous": N_("ambiguous"),
    "scope": N_("scope"),
}
"""The kinds of doubt, in the order of the page."""
SUMS, OPEN = N_("Do the sums add up?"), N_("What the report leaves open")


def parts(now: State) -> dict[str, str]:
    """The anchors and titles of what follows."""
    pack, found = now.pack, {}
    if pack.tallies:
        found["sums"] = now.reported(SUMS)
    if any(each.doubt for each in pack.statements.values()):
        found["doubts"] = now.reported(OPEN)
    return found


def sums(now: State) -> str:
    """Every sum and share of the report, worked out again from its rows."""
    w, found = now.reported, counted(now.pack)
    if not found:
        return ""
    rows = [_sum(now, each) for each in found]
    heads = [w(text) for text in (N_("Total"), N_("Year"), N_("printed"), N_("worked out"), "", N_("Parts"))]
    said = w(N_("Each total is worked out again from the rows above; {right} of {all} agree."),
             right=sum(each.agrees for each in found), all=len(found))  # fmt: skip
    title = w(SUMS)
    return block(title, words(said, _unfunded(now)), table(heads, rows, "", (2,), caption=title), anchor="sums")


def _unfunded(now: State) -> str:
    """How much of the planned government investment has no money yet."""
    w, found = now.reported, unfunded(now.pack)
    if found is None:
        return ""
    each, part = found
    said = N_("Of the {total} planned for {first} as government investment, {open} is not yet funded: {share}.")
    total, still = (
        f"{level(now, row, float(value))} {w.either(row.unit_zh, row.unit_en)}"
        for row, value in ((each.total, each.found), (each.parts[part], each.values[part]))
    )
    return w(said, total=total, open=still, share=w.rate(each.shares[part], 0))


def _sum(now: State, each: Counted) -> list[Cell]:
    w, total = now.reported, each.total
    sign = " / " if each.share else " + "
    terms = [level(now, part, float(value)) for part, value in zip(each.parts, each.values, strict=True)]
    shares = [w.rate(share, 0) for share in each.shares]
    names = [name(now, part) for part in each.parts]
    told = [w(N_("{name} {share}"), name=n, share=s) for n, s in zip(names, shares, strict=True)] if shares else names
    return [
        titled(now, total),
        str(now.pack.own.base_year if each.column == "result" else now.pack.own.first_year),
        level(now, total, float(each.printed)),
        f"{sign.join(terms)} = {level(now, total, float(each.found))}",
        w(N_("✓ agrees") if each.agrees else N_("✗ differs")),
        w.listing(told),
    ]


def doubts(now: State) -> str:
    """Where the report contradicts itself, can be read in two ways, or counts differently: each with its lines."""
    w = now.reported
    found: dict[str, list[Statement]] = {}
    for kind in DOUBTS:
        for each in now.pack.statements.values():
            if each.doubt == kind:
                found.setdefault(w.either(each.note_zh, each.note_en), []).append(each)
    rows: list[list[Cell]] = [
        [w(DOUBTS[some[0].doubt]), w.listing([name(now, each) for each in some]), note, some[0].locator]
        for note, some in found.items()
    ]
    heads = [w(text) for text in (N_("Kind"), N_("Indicator"), N_("What is open"), N_("Where in it"))]
    count = {kind: sum(row[0] == w(said) for row in rows) for kind, said in DOUBTS.items()}
    counts = N_(
        "{inconsistent} where the text contradicts itself or can hardly be right as printed, {ambiguous} that can be"
        " read in two ways, {scope} whose scope changed or is not clear, compared above or not."
    )
    title, every = w(OPEN), w(N_("All {count}, each with its lines"), count=len(rows))
    listed = folded(every, table(heads, rows, "doubts", caption=title))
    return block(title, words(w(counts, **count)), listed, anchor="doubts") if rows else ""
