"""The tables of the brief: levels and growth by year, scenarios side by side, rows of the plan report."""

from typing import NamedTuple

from model.economics import verdict_sentences
from model.economics.projection import CONSTANT, project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.language.words import N_
from model.region.indicators import DEFLATOR
from views.downloads.brief.differences import changed
from views.downloads.brief.sources import cited
from views.downloads.brief.typeset import Own
from views.state import State
from views.words import compared, yearly
from views.words.compared import needed_later


class ByYear(NamedTuple):
    """A row a year."""

    heads: list[str]
    rows: list[list[str]]
    note: str
    cited: str


class Row(NamedTuple):
    """A scenario beside others."""

    name: str
    changes: str
    note: str
    level: str
    gap: str
    status: str
    needed: str
    chance: str


class Path(NamedTuple):
    """A row of the plan report: growth in the plan year and later, level in the base year and at the deadline."""

    name: str
    base: str
    first: str
    later: str
    level: str


def by_year(state: State) -> ByYear:
    """Levels and growth of every indicator, without what says nothing where prices do not change."""
    projection = project(state.scenario)
    flat = not projection.rates[DEFLATOR].any()
    shown = [indicator for indicator in state.pack.indicators if indicator not in state.pack.rows]
    every = yearly.rows(state, projection, shown)
    found = [row for row in every if row["series"] not in (DEFLATOR, CONSTANT) or not flat]
    heads, columns = [row["title"] for row in found], (row["cells"] for row in found)
    rows = [[str(year), *cells] for year, *cells in zip(projection.years, *columns, strict=True)]
    sources = (each.source for each in (*state.pack.baselines.values(), *state.pack.goals.values()))
    return ByYear(heads, rows, yearly.footnote(state, rows[0]), cited(state, sources))


def scenarios(state: State) -> list[Row]:
    """The plan, the saved scenarios and the one on the page; none where none is saved."""
    w, found = state.wording, []
    for _, name, scenario in compared.listed(state) if state.work.kept else ():
        verdict = judge(scenario)
        level, gap = compared.against_target(state, scenario, verdict)
        found.append(Row(
            Own(name), changed(state, scenario) or "–", Own(scenario.note),
            w(N_("{year}: {level}"), year=scenario.target_year, level=level), gap,
            verdict_sentences.status(verdict, w), needed_later(state, verdict.binding.required_growth),
            w.share(uncertainty(scenario).chance_in(scenario.target_year)),
        ))  # fmt: skip
    return found


def rows(state: State) -> list[Path]:
    """The rows of the plan report among the indicators, for which the table by year has no room."""
    w, scenario, paths = state.wording, state.scenario, project(state.scenario).paths
    years = scenario.target_year - state.pack.base_year
    return [
        Path(
            w(N_("{name}, {basis}"), name=w(each.name), basis=w.basis(each.unit)),
            w.bare(scenario.base(each.key), each.unit),
            w.rate(scenario.rate(each.key, "first")),
            w.rate(scenario.rate(each.key, "later")),
            w.beside(float(paths[each.key][years]), scenario.target(each.key)[0], each.unit),
        )
        for each in state.pack.rows
    ]


def about_rows(state: State) -> str:
    """What is to be known of these rows."""
    return state.wording(N_("Rows of the plan report; what comes after {first}, nobody has announced."))
