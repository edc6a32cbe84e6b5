"""The tables of the brief: levels and growth by year, and the scenarios that are compared."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from model.economics import verdict_sentences
from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.language.words import N_
from model.progress.further import repeated
from model.region.indicators import DEFLATOR, GDP
from model.scenario.levers import SLOTS
from views.downloads.brief import sources
from views.downloads.brief.styles import WIDE
from views.lines import cells
from views.state import State
from views.words import compared as compared_words
from views.words import further, reported, yearly
from views.words.needed import needed_later

MOST_YEARS = 7
"""Columns of years where not all can be shown: so many leave the names of rows on one line."""
YEAR, FIGURES, FIGURE = 1.4, 7, 0.19
"""How wide they are [cm], for how many figures in a cell, and what each one more takes."""
NAMES = 4.5
"""What is left for the names of rows at least [cm], so that there are fewer years where their figures are long."""
LEVEL, LETTER, EDGES = 2.0, 0.16, 0.14
"""How wide a column of levels and their years is at least [cm], what a letter of small print takes, what is free."""
LEAST = 1.35
"""How wide a column of further paths is at least [cm]."""
INDENT = "\u2003"


class Sheet(NamedTuple):
    """A table."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """Of the columns [cm]."""
    numbers: Container[int]
    """Columns of figures, which are aligned on the right."""
    note: str = ""


def by_year(now: State) -> Sheet:
    """Levels and growth of every indicator: the page's table, without what says nothing where prices do not change."""
    w, projection = now.wording, project(now.scenario)
    flat = not projection.rates[DEFLATOR].any()
    every = []
    for row in yearly.rows(now, projection):
        if flat and (row["series"] == DEFLATOR or not row["title"]):
            continue
        both = w(N_("{name}, {basis}"), name=row["title"], basis=row["note"])
        name = both if row["title"] and row["note"] else row["title"] or row["note"]
        every.append((INDENT * (row["kind"] == "growth") + name, row["cells"]))
    wide = YEAR + FIGURE * max(0, max(len(cell) for _, cells in every for cell in cells) - FIGURES)
    room, years = int((WIDE - NAMES) / wide), projection.years
    shown = years if len(years) <= room else some_years(years, now.scenario.target_year, min(MOST_YEARS, room))
    rows = [(name, *(cells[projection.years.index(year)] for year in shown)) for name, cells in every]
    notes = (
        yearly.footnote(now, [row[1] for row in rows]),
        _left_out(now, years, shown),
    )
    widths = (WIDE - wide * len(shown), *[wide] * len(shown))
    heads, numbers = (w(N_("Indicator")), *map(str, shown)), range(1, len(widths))
    title, note = w(N_("Table 1: levels and growth by year")), w.listing([*filter(None, notes)])
    title += sources.cited(now, (figure.source for figure in (*now.pack.baselines.values(), *now.pack.goals.values())))
    return Sheet(title, heads, tuple(rows), widths, numbers, note)


def _left_out(now: State, years: Sequence[int], shown: Sequence[int]) -> str:
    """Which years have no column, and where they are; empty where all have one."""
    w, left_out = now.wording, [year for year in years if year not in shown]
    said = N_("years not shown: {years} (the workbook has them all)")
    return w(said, years=w.years(left_out)) if left_out else ""


def some_years(years: Sequence[int], deadline: int, most: int = MOST_YEARS) -> list[int]:
    """The base year, the plan year, the deadline, the last year, and as many others in even steps as there is room."""
    needed = {*years[:2], deadline, years[-1]}
    others = [year for year in years if year not in needed]
    room = min(len(others), max(0, most - len(needed)))
    return sorted({*needed, *(others[(2 * place + 1) * len(others) // (2 * room)] for place in range(room))})


def compared(now: State) -> Sheet:
    """The plan, the kept scenarios and the one on the page, a row each: what their cards on the compare page say."""
    w, rows = now.wording, []
    listed = compared_words.listed(now)
    for _, name, scenario in listed:
        found = judge(scenario)
        level, apart = compared_words.against_target(now, scenario, found)
        rows.append((
            name,
            w(N_("{year}: {level}"), year=scenario.target_year, level=level),
            apart,
            verdict_sentences.status(found, w),
            needed_later(now, found.from_baseline.required_growth),
            w.share(uncertainty(scenario).chance_in(scenario.target_year)),
        ))  # fmt: skip
    heads = (
        N_("Scenario"), N_("GDP at the deadline"), N_("Against the target"), N_("Verdict"),
        N_("Real growth needed in the years left"), N_("Chance of the target"),
    )  # fmt: skip
    none_left = w(N_("–: every year from {later} to the deadline is set by hand, or there is none."))
    noted = [w(N_("{name}: {note}"), name=name, note=scenario.note) for _, name, scenario in listed if scenario.note]
    note = w.listing([*([none_left] if any("–" in row for row in rows) else []), *noted])
    others = (max(LEVEL, EDGES + LETTER * max(cells(row[1]) for row in rows)), 2.1, 1.75, 2.1, 1.5)
    widths = (WIDE - sum(others), *others)
    title = w(N_("Table 2: scenarios side by side, {basis}"), basis=w.basis(GDP.unit))
    return Sheet(title, tuple(map(w, heads)), tuple(rows), widths, range(1, 6), note)


def beside(now: State, number: int) -> Sheet:
    """The further paths, a row each: growth, and levels in the years that matter; `number` is that of the table."""
    w, paths, years = now.reported, further.listed_paths(now), further.years_of(now)
    shown = some_years(years, now.scenario.target_year, 4)
    rows = [
        (
            w(N_("{name}, {basis}"), name=reported.name(now, path.row), basis=further.basis(now, path.row)),
            w.rate(path.given.first), w.rate(path.given.later),
            *(further.said_level(now, path.row, path.levels[years.index(year)]) for year in shown),
        )
        for path in paths
    ]  # fmt: skip
    unplanned = [reported.name(now, path.row) for path in paths if repeated(path.given.key, now.pack)]
    apart = [reported.name(now, path.row) for path in paths if path.row.comparable == "no"]
    left_out = _left_out(now, years, shown)
    notes = (
        w(N_("Rows of the plan report; what comes after {first}, nobody has announced.")),
        w(further.NO_PLAN, names=w.listing(unplanned)) if unplanned else "",
        w(N_("{base} and {first} are not counted alike: {names}."), names=w.listing(apart)) if apart else "",
        further.unused(now),
        w(N_("{said}."), said=left_out[0].upper() + left_out[1:]) if left_out else "",
    )
    heads = (w(N_("Indicator")), *(w(N_("growth {when}"), when=w(when)) for _, when in SLOTS), *map(str, shown))
    others = [
        max(LEAST, EDGES + LETTER * max(cells(text) for text in column))
        for column in list(zip(heads, *rows, strict=True))[1:]
    ]
    widths = (WIDE - sum(others), *others)
    title = w(N_("Table {number}: further paths"), number=number)
    title += sources.cited(now, (path.row.source for path in paths))
    return Sheet(title, heads, tuple(rows), widths, range(1, len(widths)), w.flow(notes))
