"""The tables of the brief: levels and growth by year, scenarios side by side, rows of the plan report."""

from typing import Any

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


def by_year(state: State) -> dict[str, Any]:
    """Levels and growth of every indicator, without what says nothing where prices do not change."""
    projection = project(state.scenario)
    flat = not projection.rates[DEFLATOR].any()
    shown = [indicator for indicator in state.pack.indicators if indicator not in state.pack.rows]
    every = yearly.rows(state, projection, shown)
    found = [row for row in every if row["series"] not in (DEFLATOR, CONSTANT) or not flat]
    heads, columns = [row["title"] for row in found], (row["cells"] for row in found)
    rows = [[str(year), *cells] for year, *cells in zip(projection.years, *columns, strict=True)]
    sources = (each.source for each in (*state.pack.baselines.values(), *state.pack.goals.values()))
    return {"heads": heads, "rows": rows, "note": yearly.footnote(state, rows[0]), "cited": cited(state, sources)}


def scenarios(state: State) -> list[dict[str, str]]:
    """The plan, the saved scenarios and the one on the page; none where none is saved."""
    w, found = state.wording, []
    for each in compared.listed(state) if state.work.kept else ():
        scenario, verdict = each.scenario, judge(each.scenario)
        level, gap = compared.beside_target(state, scenario, verdict)
        found.append({
            "name": Own(each.name), "changes": changed(state, scenario) or "–", "note": Own(compared.note(state, each)),
            "level": w(N_("{year}: {level}"), year=scenario.target_year, level=level), "gap": gap,
            "status": verdict_sentences.status(verdict, w),
            "needed": needed_later(state, verdict.binding.required_growth),
            "chance": w.share(uncertainty(scenario).chance_in(scenario.target_year)),
        })  # fmt: skip
    return found


def rows(state: State) -> list[dict[str, str]]:
    """The rows of the plan report among the indicators, for which the table by year has no room."""
    w, scenario, paths = state.wording, state.scenario, project(state.scenario).paths
    years = scenario.target_year - state.pack.base_year
    return [
        {
            "name": w(N_("{name}, {basis}"), name=w(each.name), basis=w.basis(each.unit)),
            "base": w.bare(scenario.base(each.key), each.unit),
            "first": w.rate(scenario.rate(each.key, "first")), "later": w.rate(scenario.rate(each.key, "later")),
            "level": w.beside(float(paths[each.key][years]), scenario.target(each.key)[0], each.unit),
        }
        for each in state.pack.rows
    ]  # fmt: skip
