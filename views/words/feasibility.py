"""What it takes to reach the target, in words."""

from decimal import ROUND_CEILING

from model.economics.solve import place
from model.economics.verdict import readings_by, solved
from model.language.words import N_
from model.region.indicators import GDP
from model.region.limits import FARTHEST
from model.scenario.levers import levers
from model.scenario.scenario import target_levers
from views.state import State


def finding(state: State) -> str:
    """The growth needed by the deadline, with its years, and by a year later."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    year, known = scenario.target_year, readings_by(scenario.target_year, scenario)
    if not known:
        return w(N_("No year up to {year} is left whose growth could be changed"), year=year)
    needed, assumed = known[0].required_growth, known[0].assumed_growth
    assert needed is not None
    assert assumed is not None
    values = {"year": year, "rate": w.needed(assumed, needed)[1], "years": w.years(list(known[0].years))}
    if place(levers(pack)[f"{GDP.key}_later"], needed) == "below":
        return w(N_("The target by {year} needs no growth in {years}"), **values)
    later = readings_by(year + 1, scenario) if year < pack.base_year + FARTHEST else ()
    if not later or later[0].required_growth is None or needed <= 0:
        return w(N_("The target by {year} takes at least {rate} growth a year in {years}"), **values)
    message = N_("The target by {year} takes at least {rate} growth a year in {years}; by {next}, {less}")
    return w(message, **values, next=year + 1, less=w.rate(later[0].required_growth, rounding=ROUND_CEILING))


def unchanged(state: State) -> str:
    """When the target is reached with every assumption as it is."""
    w = state.wording
    reached = solved(target_levers(GDP.key)[1], state.scenario).value
    if reached is None:
        last = state.pack.base_year + FARTHEST
        return w(N_("On these assumptions the target is not reached by {year}."), year=last)
    return w(N_("On these assumptions the target is reached in {year}."), year=int(reached))
