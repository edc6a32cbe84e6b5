"""The plan report's figures as a scoreboard: counts first, then target beside result, a table a theme."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from model.records import Statement
from model.statements import ALL_OF, THEMES, Comparison, comparisons, frame
from model.words import N_
from views import came, offers, reported
from views.sheet import Bar, Cell, block, plain_text, table, words
from views.state import State
from views.words import notes
from views.words import source_register as figures

TITLE = N_("The plan: targets beside results")
AIMS = {"more": N_("↑ more"), "less": N_("↓ less"), "keep": N_("→ hold"), "": ""}
KINDS = {"binding": N_("binding"), "expected": N_("expected"), "": ""}
ASKS = {
    "more": N_("▲ asks more"), "same": N_("● the same"), "lower": N_("▼ level short of {base}"),
    "slower": N_("▽ slower growth"), "beaten": N_("▽ bound already beaten"), "about": N_("▽ about the {base} level"),
}  # fmt: skip
NO_MORE = {
    "lower": N_("A level short of {base}: {names}."),
    "slower": N_("Slower growth towards a better level: {names}."),
    "beaten": N_("A floor or ceiling that {base} had already beaten: {names}."),
    "about": N_("“About” the level of {base}: {names}."),
}
"""What is true of the targets that do not ask for more than was reached."""
NOT_ALIKE = N_("◇ not alike")
FULL = 0.5
"""The change at which a bar ends [fraction]."""


def headline(now: State) -> str:
    """How many indicators, figures, comparisons, and targets below the result: and which these are."""
    listed = frame(now.pack)
    both, alike = listed[listed["two_sided"]], listed[listed["alike"]]
    cards = "".join(
        f"<div><dt>{escape(title)}</dt><dd><b>{number}</b></dd><dd>{escape(said)}</dd></div>"
        for title, number, said in _counts(now, listed, both, alike)
    )
    return block(now.reported(TITLE), f'<dl class="metrics">{cards}</dl>', _no_more(now, alike))


def _counts(
    now: State, listed: pd.DataFrame, both: pd.DataFrame, alike: pd.DataFrame
) -> tuple[tuple[str, int, str], ...]:
    """What is counted, how many there are, and what of them."""
    w = now.reported
    named = {status: int((listed["status"] == status).sum()) for status in ALL_OF}
    whole = {status: _set_by_plan(now, key) or named[status] for status, key in ALL_OF.items()}
    asks = {against: int((alike["against"] == against).sum()) for against in ASKS}
    aims, apart = int(listed["aims"].sum()), len(both) - len(alike)
    same = N_("{alike} count the same in both years, {apart} do not")
    others = N_(
        "of {alike} that count the same; slower growth {slower}, bound already beaten {beaten}, “about” {about}; "
        "more {more}, the same {same}"
    )
    return (
        (
            w(N_("Indicators of the plan")),
            sum(whole.values()),
            _kinds(now, whole, named),
        ),
        (w(N_("Figures in the report")), len(listed), w(N_("{targets} with a target for {first}"), targets=aims)),
        (w(N_("Compared with {base}")), len(both), w(same, alike=len(alike), apart=apart)),
        (w(N_("Targets with a level short of {base}")), asks["lower"], w(others, alike=len(alike), **asks)),
    )


def _kinds(now: State, whole: Mapping[str, int], named: Mapping[str, int]) -> str:
    """How many indicators of each status the plan sets, and how many of these the report's text names, if not all."""
    kinds = N_("{binding} binding, {expected} expected")
    if any(named[status] < count for status, count in whole.items()):
        kinds = N_("{binding} binding, {expected} expected; the report's text names {a} and {b} of them")
    return now.reported(kinds, **whole, a=named["binding"], b=named["expected"])


def _no_more(now: State, alike: pd.DataFrame) -> str:
    """The targets that do not ask for more than the result, by name and by what is true of them."""
    w = now.reported
    found = {against: list(alike.index[alike["against"] == against]) for against in NO_MORE}
    return "".join(
        words(w(NO_MORE[against], names=w.listing([_in_short(now, key) for key in keys])))
        for against, keys in found.items()
        if keys
    )


def _in_short(now: State, key: str) -> str:
    """A target beside what was reached."""
    each = now.pack.statements[key]
    w, unit = now.reported, now.reported.either(each.unit_zh, each.unit_en)
    rates = each.result_growth is not None and each.target is None
    before = (
        reported.rate(now, each.result_growth or 0.0)
        if rates
        else reported.SIGNS[each.result_sign] + reported.level(now, each, each.result or 0.0)
    )
    shown = w(
        N_("{name}: {before} → {after}"),
        name=reported.name(now, each),
        before=before,
        after=reported.target(now, each, None),
    )
    return shown if rates or unit == "%" else f"{shown} {unit}"


def _set_by_plan(now: State, key: str) -> int:
    """How many indicators of one status the plan says it sets; 0 where it does not say."""
    said = now.pack.statements.get(key)
    return int(said.target or 0) if said else 0


def tables(now: State, found: pd.DataFrame) -> str:
    """The statements as tables, one a theme, each row with its line in the source."""
    w = now.reported
    if found.empty:
        return words(w(N_("Nothing matches.")))
    parts = [
        _theme(now, theme, title, list(found.index[found["theme"] == theme]))
        for theme, title in themes(now, found).items()
    ]
    note = N_(
        "Growth is from {base} to {first}; where both years have a growth rate, these are compared, in points. Whether"
        " a target asks for more follows the aim: where less is better, a lower figure does. A planned number beside a"
        " planned number counts the same. Bars end at ±{full}."
        " Growth between two levels, and what a note works out, is not printed and not among the {count} figures of the"
        " report."
        " Source: {sources}; section and line in each row."
    )
    keys = dict.fromkeys(row.source for row in _all(now))
    trusted = N_("{source}, trust {trust}")
    sources = w.listing(
        [w(trusted, source=notes.short(now, key), trust=now.pack.own.sources[key].trust) for key in keys]
    )
    return "".join(parts) + words(w(note, full=w.rate(FULL, 0), count=len(now.pack.statements), sources=sources))


def _all(now: State) -> list[Statement]:
    return list(now.pack.statements.values())


def themes(now: State, found: pd.DataFrame) -> dict[str, str]:
    """The themes of the statements, each with how many there are: the anchors and titles of their tables."""
    w, counts = now.reported, found["theme"].value_counts()
    return {
        theme: w(N_("{theme}: {count}"), theme=w(name), count=counts[theme])
        for theme, name in THEMES.items()
        if theme in counts
    }


def _theme(now: State, theme: str, title: str, keys: list[str]) -> str:
    w = now.reported
    heads = [
        w(text)
        for text in (
            N_("Indicator"), N_("Kind"), N_("Aim"), N_("{base} result"), N_("{first} target"), N_("Implied growth"),
            N_("Beside {base}"), N_("Where in it"), N_("Note"), N_("Path"),
        )
    ]  # fmt: skip
    rows = [_row(now, now.pack.statements[key]) for key in keys]
    return block(title, table(heads, rows, "board", (3, 4, 5), labelled=True, caption=title), anchor=theme)


def _row(now: State, each: Statement) -> list[Cell]:
    w, found = now.reported, comparisons(now.pack)[each.key]
    return [
        titled(now, each),
        w(KINDS[each.status]) if each.status else "",
        w(AIMS[each.direction]) if each.direction else "",
        reported.result(now, each),
        _aimed(now, each, found),
        _growth(now, each, found),
        _beside(now, each, found),
        each.locator,
        w.either(each.note_zh, each.note_en),
        offers.offer(now, each.key),
    ]


def printed(now: State, key: str) -> str:
    """What is shown of a statement."""
    return " ".join(map(plain_text, _row(now, now.pack.statements[key])))


def titled(now: State, each: Statement) -> str:
    """What a row is about: its name, the unit of its levels, and the price basis where it grows."""
    w = now.reported
    unit = w.either(each.unit_zh, each.unit_en)
    grows = each.price_basis and (each.result_growth, each.target_growth) != (None, None)
    unit = "" if unit == "%" or unit in reported.name(now, each).casefold().split() else unit
    parts = (reported.name(now, each), unit, w(figures.BASES[each.price_basis]) if grows else "")
    return w(N_(", ")).join(part for part in parts if part)


def _aimed(now: State, each: Statement, found: Comparison | None) -> str:
    """The target, and whether it was met where its outcome is known or was typed."""
    return now.reported.listing([reported.target(now, each, found), *came.beside(now, each.key)])


def _growth(now: State, each: Statement, found: Comparison | None) -> Cell:
    """The growth that a target means, or the points of a share, over a bar."""
    if found is None:
        return reported.NONE
    if found.growth is not None:
        said, change = now.reported.change(found.growth, 1), found.growth
    elif found.points is not None:
        said, change = now.reported.points(found.points, 1), found.points
    else:
        return reported.NONE
    return Bar(said, change / FULL, found.against) if each.comparable == "yes" else said


def _beside(now: State, each: Statement, found: Comparison | None) -> str:
    """Whether the target asks for more or less than was reached; by how many points where rates are compared."""
    w = now.reported
    if each.comparable == "no":
        return w(NOT_ALIKE)
    if found is None:
        return reported.NONE
    said = w(ASKS[found.against])
    return w.listing([said, w.points(found.points or 0.0, 1)]) if found.basis == "growth" else said
