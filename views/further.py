"""Further paths on the page: small charts, a table, and what each rests on."""

import functools
from collections.abc import Sequence
from typing import NamedTuple

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model import further
from model.further import Further
from model.records import Statement
from model.statements import comparisons
from model.typed_outcomes import Outcome
from model.wording import Wording
from model.words import N_
from views import offers, reported, tracked
from views.charts import paths as charts
from views.charts.path_rows import over_or_under, small_table, tallest
from views.charts.paths import REFERENCE, SCENARIO
from views.sheet import Cell, block, listed, table, words
from views.state import State
from views.words import notes
from views.words import source_register as figures

TITLE = N_("Further paths")
CARRIED_ON = N_(
    "Rows of the plan report beside the scenario: none of them moves with GDP. {first} grows as the plan says or its "
    "target means. Later years go on at a rate that the report prints, and stay at the target where it prints levels "
    "alone: nobody has announced either."
)
SCALE = N_("Dashed: {reference}. Each chart has a scale of its own, which begins at zero.")
NO_PLAN = N_("No target is printed for these, so that their growth of {base} is repeated: {names}.")
PLANNED, HELD = N_("the plan's growth carried on"), N_("the target of {first} held")
REPEATED = N_("the growth of {base} repeated")
"""What a path is at the growth that is offered: as the plan says or means, or where it says nothing."""
UNPLANNED = N_(
    "The plan report says nothing of {first} here: the growth of {base} is repeated, which nobody has planned."
)
ASSUMED = N_(
    "Growth assumed: {rate} in {first}, then {after} a year, which nobody has announced. It does not move with GDP."
)
UNUSED = N_("The outcome typed for {year}, {outcome}, is not used: the path rests on the report.")
CAPTION = N_("Further paths, year by year: price basis and unit stand at the head of each row")
FINE = 1000
"""Below it a level has a decimal also where the report prints none: growth would not show otherwise."""


class Path(NamedTuple):
    """A further path as it is shown: its row of the report, its levels and growth, and the levels of the plan."""

    given: Further
    row: Statement
    levels: list[float]
    growth: list[float]
    planned: list[float]


def years_of(now: State) -> tuple[int, ...]:
    """The years of every path."""
    return further.years(now.pack, now.scenario.last_year)


def listed_paths(now: State) -> list[Path]:
    """The further paths in their order."""
    pack, last = now.pack, now.scenario.last_year
    return [
        Path(
            each, pack.own.statements[each.key], further.levels(each, pack, last).tolist(),
            further.growth(each, pack, last).tolist(),
            further.levels(further.offered(pack)[each.key], pack, last).tolist(),
        )
        for each in now.work.further
    ]  # fmt: skip


def basis(now: State, row: Statement) -> str:
    """The price basis of a row's levels, where they have one, and their unit."""
    w, unit = now.wording, now.wording.either(row.unit_zh, row.unit_en)
    if not row.price_basis:
        return unit
    return w(N_("{basis}, {unit}"), basis=w(figures.BASES[row.price_basis]), unit=unit)


def said_level(now: State, row: Statement, value: float) -> str:
    """A level of a path: with as many decimals as the report prints, with one at least where it is small."""
    return reported.level(now, row, value, decimals(now, row, value))


def decimals(now: State, row: Statement, value: float) -> int:
    """How many decimals are shown of a level."""
    printed, least = reported.digits(now, row, row.result or 0.0), int(reported.shifted(now, row, value) < FINE)
    return max(printed, least)


def growth_of(row: Statement) -> str:
    """What the growth of a row is called: nominal where its levels have prices."""
    return N_("nominal growth") if row.price_basis == "current" else N_("growth")


def rests_on(now: State, path: Path) -> str:
    """What a path rests on, in sentences: what the report says of its row, where, and what that leaves open."""
    w, row = now.reported, path.row
    said = w(
        N_("{name} ({basis}): {base}: {result}; {first}: {target} ({source}, {place})."),
        name=reported.name(now, row), basis=basis(now, row), result=reported.result(now, row),
        target=reported.target(now, row, comparisons(now.pack.own)[row.key]),
        source=notes.short(now, row.source), place=row.locator,
    )  # fmt: skip
    apart = w(N_("{base} and {first} are not counted alike: the growth between them is not that of one thing."))
    note = w.either(row.note_zh, row.note_en)
    unplanned = w(UNPLANNED) if further.repeated(row.key, now.pack) else ""
    apart = apart if row.comparable == "no" else ""
    typed = w(UNUSED, year=row.target_year, outcome=typed_outcome(now, row)) if _typed(now, row) else ""
    return w.flow((said, unplanned, apart, typed, w(N_("Note: {note}."), note=note) if note else ""))


def unused(now: State) -> str:
    """The outcomes that were typed of the rows and that no path rests on, in a sentence; empty where none was."""
    w, rows = now.reported, [path.row for path in listed_paths(now) if _typed(now, path.row)]
    one = N_("{name} {year}: {outcome}")
    said = [w(one, name=reported.name(now, row), year=row.target_year, outcome=typed_outcome(now, row)) for row in rows]
    return w(further.UNUSED, outcomes=w.listing(said)) if said else ""


def typed_outcome(now: State, row: Statement) -> str:
    """The level with its unit, the growth, or both, that were typed as the outcome of a row; empty where none was."""
    typed, unit = _typed(now, row), tracked.unit_of(now, row)
    if typed is None:
        return ""
    level = "" if typed.level is None else f"{reported.level(now, row, typed.level)} {unit}".strip()
    growth = "" if typed.growth is None else reported.rate(now, typed.growth)
    return " · ".join(filter(None, (level, growth)))


def _typed(now: State, row: Statement) -> Outcome | None:
    return further.typed_outcome(row.key, now.pack)


def reference(now: State, key: str) -> str:
    """What a path is at the growth that is offered."""
    if further.held(key, now.pack):
        return now.reported(HELD)
    return now.reported(REPEATED if further.repeated(key, now.pack) else PLANNED)


def carried_on(now: State) -> str:
    """What the paths are, in sentences: how they go on, and which of them nothing was planned of."""
    w = now.reported
    names = [reported.name(now, now.pack.own.statements[each.key]) for each in now.work.further
             if further.repeated(each.key, now.pack)]  # fmt: skip
    return w.flow((w(CARRIED_ON), w(NO_PLAN, names=w.listing(names)) if names else ""))


def assumed(now: State, path: Path) -> str:
    """The growth of a path, and what it hangs on, in a sentence."""
    w = now.reported
    return w(ASSUMED, rate=w.rate(path.given.first), after=w.rate(path.given.later))


def draw(now: State, place: DeltaGenerator) -> None:
    """Fills the place with charts, table and what they rest on."""
    w, paths = now.reported, listed_paths(now)
    with place.container():
        dashed = dict.fromkeys(reference(now, path.row.key) for path in paths)
        st.html(block(w(TITLE), words(carried_on(now), w(SCALE, reference=w.listing(list(dashed))))))
        cells = st.container().grid(3, min_column_width=250)
        for path in paths:
            name = reported.name(now, path.row)
            alt = w(N_("Path of {name}, see the table"), name=name)
            cells.vega_lite_chart(chart_rows(now, path), spec(now.language, name, basis(now, path.row)), alt=alt)
        origins = listed([rests_on(now, path) for path in paths])
        st.html(f'<section class="part">{by_year(now, paths)}{origins}</section>')


@functools.lru_cache(maxsize=256)
def spec(language: str, name: str, basis: str) -> charts.Spec:
    """The definition of one chart, ready for the page."""
    return charts.to_spec(charts.small_path(name, basis, Wording(language, 0)))


def chart_rows(now: State, path: Path) -> pa.Table:
    """The rows of a chart: path and plan, each with a label at its last point, on the side where the other is not."""
    row, years, listed = path.row, years_of(now), []
    top = tallest([path.levels, path.planned])
    end, planned = path.levels[-1], path.planned[-1]
    for role, levels, above in ((REFERENCE, path.planned, planned > end), (SCENARIO, path.levels, end >= planned)):
        points = [
            {"year": year, "role": role, "value": float(reported.shifted(now, row, level))}
            for year, level in zip(years, levels, strict=True)
        ]
        if role == SCENARIO or end != planned:
            points[-1] |= {"text": said_level(now, row, levels[-1]), "places": over_or_under(above)}
        listed += points
    return small_table(listed, float(reported.shifted(now, row, path.levels[0] * top)), years)


def by_year(now: State, paths: Sequence[Path]) -> str:
    """Levels and growth of every path by year, as a table."""
    w = now.reported
    rows: list[list[Cell]] = []
    for path in paths:
        levels = [said_level(now, path.row, level) for level in path.levels]
        named = w(N_("{name}, {basis}"), name=reported.name(now, path.row), basis=basis(now, path.row))
        rows.append([named, *levels, offers.removing(now, path.row.key)])
        rows.append([w(growth_of(path.row)), "", *(w.rate(rate) for rate in path.growth), ""])
    heads = [w(N_("Indicator")), *map(str, years_of(now)), ""]
    return table(heads, rows, "paths", range(1, len(heads) - 1), caption=w(CAPTION))
