"""What it takes to reach the target, in words."""

from decimal import ROUND_CEILING

from model.economics.needed import solved
from model.economics.solve import place
from model.economics.verdict import by_deadline, readings_by
from model.language.rates import rate
from model.language.words import N_
from model.region.indicators import GDP
from model.region.limits import FARTHEST
from model.region.observed import latest_growth, past_growth
from model.scenario.levers import lever_key, levers
from model.scenario.scenario import target_levers
from views.state import State


def finding(state: State) -> str:
    """The growth needed by the deadline, with its years, and by every other that was announced."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    year, known = scenario.target_year, readings_by(scenario.target_year, scenario)
    if not known:
        return w(N_("No year up to {year} is left whose growth could be changed"), year=year)
    needed, assumed = known[0].required_growth, known[0].assumed_growth
    assert needed is not None
    assert assumed is not None
    values = {"year": year, "rate": w.needed(assumed, needed)[1], "years": w.years(list(known[0].years))}
    if place(levers(pack)[lever_key(GDP.key, "later")], needed) == "below":
        return w(N_("The target by {year} needs no growth in {years}"), **values)
    said = [w(N_("The target by {year} needs at least {rate} growth a year in {years}"), **values)]
    for other in by_deadline(scenario):
        by_then = readings_by(other.year, scenario) if other.year != year else ()
        if by_then and (needed := by_then[0].required_growth or 0.0) > 0:
            said.append(w(N_("by {year}, {rate}"), year=other.year, rate=w.rate(needed, rounding=ROUND_CEILING)))
    return w.listing(said)


def highest(state: State) -> str:
    """The highest growth that was published, nominal and real, each with its year."""
    w, pack = state.wording, state.pack
    real = {figure.year: rate(figure.value) for figure in latest_growth(pack)}
    known = ((N_("{rate} nominal ({year})"), past_growth(pack)), (N_("{rate} real ({year})"), real))
    tops = [(message, values, max(values, key=values.__getitem__)) for message, values in known if values]
    said = [w(message, rate=w.rate(values[year], 1), year=year) for message, values, year in tops]
    return w(N_("Highest published: {growth}."), growth=w.listing(said))


def unchanged(state: State) -> str:
    """When the target is reached with every assumption as it is."""
    w = state.wording
    reached = solved(target_levers(GDP.key)[1], state.scenario).value
    if reached is None:
        last = state.pack.base_year + FARTHEST
        return w(N_("On these assumptions the target is not reached by {year}."), year=last)
    return w(N_("On these assumptions the target is reached in {year}."), year=int(reached))
