"""What it takes to reach the target, in words."""

from decimal import ROUND_CEILING

from model.economics.solve import place
from model.economics.verdict import judge, required_by
from model.economics.verdict_sentences import NEEDED_FROM_OFFICIAL
from model.language.words import N_
from model.region.indicators import GDP
from model.region.limits import FARTHEST
from model.scenario.levers import levers
from views.state import State
from views.words.needed import later_years

NEEDED_FROM_BASELINE = N_("From the baseline it is at least {needed} in {years}.")


def finding(state: State) -> str:
    """The growth needed by the deadline, with its years, and by a year later."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    year, lever = scenario.target_year, levers(pack)[f"{GDP.key}_later"]
    needed = required_by(year, scenario)
    if not needed:
        return w(N_("No year up to {year} is left whose growth could be changed"), year=year)
    _, rate = w.needed(scenario[lever.key], needed[0])
    values = {"year": year, "rate": rate, "years": w.years(later_years(state, scenario))}
    if place(lever, needed[0]) == "below":
        return w(N_("The target by {year} needs no growth in {years}"), **values)
    later = required_by(year + 1, scenario) if year < pack.base_year + FARTHEST else ()
    if not later or needed[0] <= 0:
        return w(N_("The target by {year} takes at least {rate} growth a year in {years}"), **values)
    message = N_("The target by {year} takes at least {rate} growth a year in {years}; by {next}, {less}")
    return w(message, **values, next=year + 1, less=w.rate(later[0], rounding=ROUND_CEILING))


def other_reading(state: State) -> str:
    """The growth needed in the reading that asks for less, with its years; empty where there is one reading."""
    w, verdict = state.wording, judge(state.scenario)
    for reading in verdict.readings:
        if reading is not verdict.binding and reading.required_growth is not None:
            message = NEEDED_FROM_OFFICIAL if reading is verdict.from_official else NEEDED_FROM_BASELINE
            _, needed = w.needed(state.scenario[f"{GDP.key}_later"], reading.required_growth)
            return w(message, needed=needed, years=w.years(list(reading.years)))
    return ""


def unchanged(state: State) -> str:
    """When the target is reached with every assumption as it is."""
    w, last = state.wording, state.pack.base_year + FARTHEST
    reached = judge(state.scenario, last).binding.first_year
    if reached is None:
        return w(N_("On these assumptions the target is not reached by {year}."), year=last)
    return w(N_("On these assumptions the target is reached in {year}."), year=reached)
