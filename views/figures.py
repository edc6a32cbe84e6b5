"""Every figure in use with its value, basis, trust, source and place, to be searched; and what the sources are."""

from collections.abc import Container, Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from model.indicators import OBSERVED
from model.levers import levers
from model.pack import Pack
from model.records import (
    ERROR,
    MUNICIPALITY_DEFLATOR,
    MUNICIPALITY_GDP,
    MUNICIPALITY_TARGET,
    OWN_DEFLATOR,
    OWN_TARGET,
    PERSISTENCE,
    Figure,
    Trust,
)
from model.replan import GIVEN, NOWHERE, TYPED, typed_growth, typed_levels
from model.statements import trust
from model.words import N_
from views.actions import PAGE
from views.sheet import UNIT, Amount, Button, Link, block, copyable, table, words
from views.state import State
from views.words import notes, outcomes, reported
from views.words.reported import BASES, Stated

TITLES = (
    N_("Figure"),
    N_("Year"),
    N_("Value"),
    N_("Price basis"),
    N_("Trust"),
    N_("Source"),
    N_("Where in it"),
    N_("Note"),
)
VALUE, TRUST = 2, 4
"""The columns of values and of their trust."""
HEADS = (
    N_("Source"),
    N_("Published by"),
    N_("Date"),
    N_("Trust"),
    N_("Licence"),
    N_("Address"),
)
LEGEND: Mapping[Trust, str] = {
    "A": N_("A: printed in an official text"),
    "B": N_("B: a careful copy of an official figure, or an exact derivation from such"),
    "C": N_("C: approximate, or derived with an assumption"),
    "D": N_("D: doubtful; not shown as a fact, not drawn, and used for no growth rate or ratio"),
}
OF_TYPED = N_("D also marks what was typed, unchecked: that is drawn and computed with.")
OF_ROWS = N_(
    "D also marks outcomes of other targets of the plan report that were typed, unchecked: each is held against its "
    "target, and no more."
)
SHOWN: tuple[Trust, ...] = ("A", "B", "C")
"""The degrees of trust whose figures are shown, where none was typed."""
CALIBRATED = {
    ERROR: N_("Standard deviation of growth minus its announced target, points"),
    PERSISTENCE: N_("Correlation of one year's deviation with the next year's"),
    "mean_miss": N_("Mean of outcome minus target, points"),
    "at_or_above": N_("Outcomes at or above their target, %"),
    "lowest_miss": N_("Largest shortfall, points"),
    "highest_miss": N_("Largest excess, points"),
}
"""What the figures on past misses of announced targets are called."""
ELSE = {
    OWN_TARGET: N_("GDP: announced growth target"),
    OWN_DEFLATOR: N_("GDP deflator: change"),
    MUNICIPALITY_GDP: N_("Municipality, GDP: published growth"),
    MUNICIPALITY_TARGET: N_("Municipality, GDP: announced growth target"),
    MUNICIPALITY_DEFLATOR: N_("Municipality, GDP deflator: change"),
}
"""What those figures are called that are no indicator's own growth, the municipality's among them."""
IN_POINTS = (ERROR, "mean_miss", "lowest_miss", "highest_miss")
"""Those of them that are differences of rates."""
NAMED = N_("{name}: {kind}")


def listed(now: State) -> list[tuple[str, Figure]]:
    """Every figure in use, and what it is called."""
    w, pack = now.wording, now.pack
    growth = N_("published growth")
    kinds = (
        (N_("baseline"), tuple(pack.baselines.values())),
        (N_("outcome"), pack.outcomes),
        (N_("outcome, typed"), typed_levels(pack)),
        (N_("growth, typed"), typed_growth(pack)),
        (growth, tuple(f for f in pack.growth if f.indicator in OBSERVED and f.trust in SHOWN)),
        (N_("announced goal"), tuple(pack.goals.values())),
        (N_("growth, extended"), tuple(_extended(pack))),
        (N_("history"), tuple(f for key in OBSERVED for f in pack.shown_history(key))),
    )
    own = [(w(NAMED, name=w(OBSERVED[f.indicator].short), kind=w(kind)), f) for kind, some in kinds for f in some]
    others = [(w(ELSE[f.indicator]), f) for f in pack.growth if f.indicator in ELSE and f.trust in SHOWN]
    return [*own, *others, *((w(CALIBRATED[key]), figure) for key, figure in pack.calibration.items())]


def _extended(pack: Pack) -> Iterable[Figure]:
    """Announced growth as it is used after the last year for which it was announced."""
    sources = {lever.param: lever.source for lever in levers(pack).values() if lever.extended}
    return (each.model_copy(update={"year": each.year + 1}) for each in sources.values() if each)


def degrees(now: State) -> tuple[Trust, ...]:
    """The degrees of trust whose figures are shown: D too where something was typed, for it is in use."""
    return (*SHOWN, "D") if TYPED in now.pack.sources else SHOWN


def found(now: State, text: str, trusted: Container[str]) -> list[list[str]]:
    """The rows, in the order of `TITLES`, of those figures that hold every word of the text and are so trusted."""
    sought = text.casefold().split()
    return [
        row for row in _rows(now) if row[TRUST] in trusted and all(word in " ".join(row).casefold() for word in sought)
    ]


def _rows(now: State) -> list[list[str]]:
    """The rows of all figures, and of those of the plan report's rows."""
    return [
        *(_row(now, name, figure) for name, figure in listed(now)),
        *(_stated(now, each) for each in stated(now)),
    ]


def html(now: State, text: str = "", trusted: Container[str] | None = None) -> str:
    """The table of those figures, and how many of all they are; however trusted where nothing was chosen."""
    w, rows = now.wording, found(now, text, degrees(now) if trusted is None else trusted)
    head = "".join(f'<th scope="col">{escape(w(title))}</th>' for title in TITLES)
    units = [w.unit(unit) for unit in {figure.unit for _, figure in listed(now)} - {"", "%"}]
    units += [each.unit for each in stated(now)]
    body = "".join(f"<tr>{_cells(row, units)}</tr>" for row in rows)
    said = f'<caption class="unseen">{escape(w(N_("Every figure with its source")))}</caption>'
    parts = f"{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    sheet = f'<table class="figures" data-units="{escape(w(UNIT))}">{parts}</table>'
    count = words(w(N_("{found} of {all} figures."), found=len(rows), all=len(_rows(now))), _left_out(now))
    return f'<section class="part register">{count}{copyable(sheet) if rows else ""}{_report(now)}</section>'


def _cells(row: Sequence[str], units: Iterable[str]) -> str:
    """A row's cells, the unit of its value apart."""
    unit = max((unit for unit in units if row[VALUE].endswith(f" {unit}")), key=len, default="")
    value = Amount(row[VALUE].removesuffix(f" {unit}"), unit).html() if unit else escape(row[VALUE])
    cells = [value if place == VALUE else escape(text) for place, text in enumerate(row)]
    return "".join(f"<td>{cell}</td>" for cell in cells)


def sources(now: State) -> str:
    """What each source is, who published it and when, how far it is trusted, its licence and its address."""
    w, pack = now.wording, now.pack
    used = {figure.source for _, figure in listed(now)} | {origin(now, each).source for each in stated(now)}
    rows = []
    for key, source in pack.sources.items():
        if key in used:
            publisher = w.either(source.publisher_zh, source.publisher_en)
            licence = w.either(source.licence_zh, source.licence_en)
            about = [publisher, source.published, source.trust, licence, Link(source.url) or "–"]
            rows.append([notes.title(now, key), *about])
    title = w(N_("The sources"))
    return block(title, table([w(head) for head in HEADS], rows, "origins", caption=title))


def legend(now: State) -> str:
    """What the degrees of trust mean, in a sentence, and in one more where something was typed."""
    w = now.wording
    said = w(N_("Trust: {degrees}."), degrees=w.listing([w(message) for message in LEGEND.values()]))
    computed = any(figure.source == TYPED for _, figure in listed(now))
    return w.flow((said, w(OF_TYPED) if computed else "", w(OF_ROWS) if now.pack.reached else ""))


def _report(now: State) -> str:
    """Where the plan report's own figures stand, which no scenario rests on; empty where there is none."""
    w, count = now.wording, len(now.pack.statements)
    if not count:
        return ""
    said = w(N_("All that the plan report says in figures, {count} of them, stands on a page of its own:"), count=count)
    return f"<p>{escape(said)} {Button(f'{PAGE}:plan', w(N_('The plan'))).html()}</p>"


def _left_out(now: State) -> str:
    """The figures that are in the data and not shown, with the reason; empty where there are none."""
    w, doubtful = now.wording, [f for f in (*now.pack.history, *now.pack.growth) if f.trust not in SHOWN]
    if not doubtful:
        return ""
    called = {**{key: series.short for key, series in OBSERVED.items()}, **ELSE}
    names = [f"{w(called[f.indicator])} {f.year}" for f in doubtful]
    reasons = dict.fromkeys(w.either(f.note_zh, f.note_en) for f in doubtful)
    said = N_("Left out, trust D: {names} ({reasons}).")
    return w(said, names=w.listing(names), reasons=w.listing(list(reasons)))


def stated(now: State) -> list[Stated]:
    """The figures in use of rows of the plan report: of further paths, and those that were typed."""
    rows = [now.pack.own.statements[each.key] for each in now.work.further]
    return [*(each for row in rows for each in reported.said_of(now, row)), *outcomes.stated(now)]


class Origin(NamedTuple):
    """Where a figure of a row comes from."""

    trust: Trust
    source: str
    locator: str
    note: str


def origin(now: State, each: Stated) -> Origin:
    """Where a figure of a row comes from: it was typed, or the source of the row has it."""
    w, row = now.wording, each.row
    if each.kind not in (*reported.LEVEL, *reported.AIM):
        return Origin("D", TYPED, NOWHERE, w(GIVEN))
    return Origin(trust(row, now.pack.own), row.source, row.locator, w.either(row.note_zh, row.note_en))


def basis(now: State, each: Stated) -> str:
    """The price basis of a figure of a row; empty where it is in no prices."""
    return now.wording(BASES[each.row.price_basis]) if each.row.price_basis else ""


def _stated(now: State, each: Stated) -> list[str]:
    w, found = now.wording, origin(now, each)
    number = w.number(each.value, reported.places(each.value))
    value = number + w.percent_sign if each.unit == "%" else f"{number} {each.unit}"
    said = [stated_name(now, each), str(each.year), value, basis(now, each)]
    return [*said, found.trust, notes.title(now, found.source), found.locator, found.note]


def stated_name(now: State, each: Stated) -> str:
    """What a level or a growth of a row is called."""
    return now.wording(NAMED, name=reported.name(now, each.row), kind=now.wording(each.kind))


def _row(now: State, name: str, figure: Figure) -> list[str]:
    w, unit = now.wording, "points" if figure.indicator in IN_POINTS else figure.unit
    return [
        name,
        str(figure.year),
        w.published(figure.value, unit),
        w(BASES[figure.price_basis]),
        figure.trust,
        notes.title(now, figure.source),
        figure.locator,
        w.either(figure.note_zh, figure.note_en),
    ]
