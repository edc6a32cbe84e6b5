"""The register of sources: every figure in use with its value, basis, trust, source and place."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from model.language.words import N_
from model.region.outcomes import typed_growth, typed_levels
from model.region.pack import Pack
from model.region.records import (
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
from model.region.statements import folded
from model.region.unpublished import DERIVED, TYPED
from model.scenario.levers import levers
from views.state import State
from views.words import names, notes
from views.words.reported import BASES

TITLES = (
    N_("Figure"),
    N_("Year"),
    N_("Value"),
    N_("Price basis"),
    N_("Trust"),
    N_("Source"),
    N_("Place"),
    N_("Note"),
)
LEGEND: Mapping[Trust, str] = {
    "A": N_("A: printed in an official text"),
    "B": N_("B: a careful copy of an official figure, or derived exactly from such"),
    "C": N_("C: approximate, or derived with an assumption"),
    "D": N_("D: doubtful; not shown as a fact, not drawn, and used for no growth rate or ratio"),
}
OF_TYPED = N_("D also marks what was typed, unchecked: that is shown and used.")
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


def listed(state: State) -> list[tuple[str, Figure]]:
    """Every figure in use, and what it is called."""
    w, pack = state.wording, state.pack
    growth, goals = N_("published growth"), [each for each in pack.goals.values() if each.year > pack.own.base_year]
    kinds = (
        (N_("baseline"), tuple(pack.baselines.values())),
        (N_("outcome"), pack.outcomes),
        (N_("outcome, typed"), typed_levels(pack)),
        (N_("growth, typed"), typed_growth(pack)),
        (growth, tuple(f for f in pack.growth if f.indicator in pack.series and f.trust in SHOWN)),
        (N_("announced goal"), tuple(goal for goal in goals if goal.source != DERIVED)),
        (N_("announced goal, deadline derived"), tuple(goal for goal in goals if goal.source == DERIVED)),
        (growth, tuple(goal for goal in pack.goals.values() if goal.year <= pack.own.base_year)),
        (N_("growth, extended"), tuple(_extended(pack))),
        (N_("history"), tuple(f for key in pack.series for f in pack.shown_history(key))),
    )
    own = [(w(NAMED, name=names.measured(state, f.indicator), kind=w(kind)), f) for kind, some in kinds for f in some]
    others = [(w(ELSE[f.indicator]), f) for f in pack.growth if f.indicator in ELSE and f.trust in SHOWN]
    return [*own, *others, *((w(CALIBRATED[key]), figure) for key, figure in pack.calibration.items())]


def _extended(pack: Pack) -> Iterable[Figure]:
    """Announced growth as it is used after the last year for which it was announced."""
    sources = {lever.link_key: lever.source for lever in levers(pack).values() if lever.extended}
    return (each.model_copy(update={"year": each.year + 1}) for each in sources.values() if each)


class Row(NamedTuple):
    """A figure in the unit of the reader, and where it is from."""

    name: str
    year: int
    value: float
    unit: str
    basis: str
    trust: Trust
    source: str
    locator: str
    url: str
    note: str


def rows(state: State, text: str = "") -> list[Row]:
    """Every figure in use that holds each word of the text."""
    sought = folded(text).split()
    every = (_row(state, *each) for each in listed(state))
    return [row for row in every if all(word in folded(" ".join(map(str, row))) for word in sought)]


def sources(state: State) -> tuple[str, ...]:
    """The keys of the sources of these figures, in the order of the data."""
    used = {figure.source for _, figure in listed(state)}
    return tuple(key for key in state.pack.sources if key in used)


def legend(state: State) -> str:
    """What the degrees of trust mean, in a sentence, and in one more where something was typed."""
    w = state.wording
    said = w(N_("Trust: {degrees}."), degrees=w.listing([w(message) for message in LEGEND.values()]))
    typed = any(figure.source == TYPED for _, figure in listed(state))
    return w.flow((said, w(OF_TYPED) if typed else ""))


def left_out(state: State) -> str:
    """The figures that are in the data and not shown, with the reason; empty where there are none."""
    w, doubtful = state.wording, [f for f in (*state.pack.history, *state.pack.growth) if f.trust not in SHOWN]
    if not doubtful:
        return ""
    called = {**{key: series.short for key, series in state.pack.series.items()}, **ELSE}
    names = [f"{w(called[f.indicator])} {f.year}" for f in doubtful]
    reasons = dict.fromkeys(w.either(f.note_zh, f.note_en) for f in doubtful)
    said = N_("Omitted, trust D: {names} ({reasons}).")
    return w(said, names=w.listing(names), reasons=w.listing(list(reasons)))


def _row(state: State, name: str, figure: Figure) -> Row:
    w, given = state.wording, "points" if figure.indicator in IN_POINTS else figure.unit
    value, unit = (figure.value, "%") if given == "%" else (float(w.shifted(figure.value, given)), w.unit(given))
    return Row(
        name, figure.year, value, unit, w(BASES[figure.price_basis]), figure.trust, notes.short(state, figure.source),
        notes.located(state, notes.locator(state, figure)), state.pack.sources[figure.source].url,
        w.either(figure.note_zh, figure.note_en),
    )  # fmt: skip
