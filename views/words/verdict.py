"""The verdict in words: one sentence with its price basis, then what would do it and how firm it is."""

from decimal import ROUND_CEILING

from model.cautions import cautions
from model.indicators import DEFLATOR, GDP
from model.projection import project
from model.verdict import Verdict, judge
from model.vintages import is_derived, recognise
from model.words import N_
from views import palette
from views.state import State
from views.words.needed import would_do

IN_BRACKETS = N_("({text})")
SIGNS = {
    "reached": ("●", N_("Reached"), palette.REACHED),
    "depends": ("◐", N_("Depends on the baseline"), palette.DEPENDS),
    "not_reached": ("○", N_("Not reached"), palette.NOT_REACHED),
}

JUST_REACHED = N_("At these rates GDP is {level} {unit} in {year}, just the target.")
ABOVE = N_("At these rates GDP is {level} {unit} in {year}, {gap} above the target of {goal}.")
SHORT = N_("At these rates GDP is {level} {unit} in {year}, {gap} short of {goal}.")
NO_PRICE_CHANGE = N_("current prices, no price change assumed")
PRICE_CHANGE = N_("current prices, prices changing by {rate} a year")

ESTIMATE = N_("{base} is taken as {level} {unit} ({name}): an estimate, for no such figure has been printed.")


def lines(state: State, verdict: Verdict) -> list[str]:
    """How far the verdict carries, what would do it, and how firm it is; an empty sentence where nothing is to say."""
    return [
        *cautions(state.scenario, state.pack, state.wording),
        would_do(state, verdict),
        _turns(state, verdict),
        *_other_deadlines(state),
        _vintage(state),
    ]


def headline(state: State, verdict: Verdict) -> str:
    """The one sentence: the level at the deadline and its distance from the target."""
    w, goal = state.wording, state.scenario["target_level"]
    level, gap = w.against(verdict.level, goal, GDP.unit)
    if w.just(verdict.level, goal, GDP.unit):
        message = JUST_REACHED
    elif verdict.reached:
        message = ABOVE
    else:
        message = SHORT
    return w(
        message,
        level=level,
        gap=gap,
        unit=w.unit(GDP.unit),
        year=state.scenario.target_year,
        goal=w.exactly(goal, GDP.unit),
    )


def basis(state: State) -> str:
    """The price basis of the verdict."""
    w = state.wording
    prices = project(state.scenario, state.pack).rates[DEFLATOR][: state.scenario.target_year - state.pack.base_year]
    if not prices.any():
        return w(NO_PRICE_CHANGE)
    mean = float((1 + prices).prod() ** (1 / len(prices)) - 1)
    return w(PRICE_CHANGE, rate=w.rate(mean))


def _turns(state: State, verdict: Verdict) -> str:
    """How the verdict hangs on the baseline."""
    w, unit, scenario, pack = state.wording, GDP.unit, state.scenario, state.pack
    low, base, high = scenario.baseline_range
    if low == high:
        return ""
    least, most = scenario.plausible
    goal = scenario["target_level"]
    if verdict.status == "reached":
        level = w.beside(verdict.low, goal, unit)
        return w(
            N_("Even from the low baseline of {low} it would be {level} {unit}."),
            level=level,
            low=w.exactly(low, unit),
            unit=w.unit(unit),
        )
    if verdict.status == "not_reached":
        level = w.beside(verdict.high, goal, unit)
        return w(
            N_("Even from the high baseline of {high} it would be {level} {unit}."),
            level=level,
            high=w.exactly(high, unit),
            unit=w.unit(unit),
        )
    if not least <= base <= most:
        span = w.span(least, most, unit)
        message = N_(
            "It turns at a {base} baseline of {turn} {unit}; the {own} of this scenario lies outside the plausible "
            "range {range}."
        )
        turn = w.bare(verdict.required_baseline, unit, ROUND_CEILING)
        return w(message, turn=turn, own=w.exactly(base, unit), range=span, unit=w.unit(unit))
    derived = pack.baselines[GDP.key].source == "derived"
    message = (
        N_(
            "It turns at a {base} baseline of {turn} {unit}, inside the range {range}, "
            "so it depends on a figure never published."
        )
        if derived
        else N_("It turns at a {base} baseline of {turn} {unit}, inside the range {range}.")
    )
    turn, span = w.bare(verdict.required_baseline, unit, ROUND_CEILING), w.span(low, high, unit)
    return w(message, turn=turn, range=span, unit=w.unit(unit))


def _vintage(state: State) -> str:
    """Whose reading of the baseline is taken, where it is not the pack's own."""
    w, pack, scenario = state.wording, state.pack, state.scenario
    key = recognise(scenario, pack)
    if key is None or scenario["gdp_base"] == pack.baselines[GDP.key].value:
        return ""
    name = w.either(pack.vintages[key].name_zh, pack.vintages[key].name_en)
    estimated = is_derived(scenario["gdp_base"], GDP.key, pack)
    said = ESTIMATE if estimated else N_("{base} is taken as {level} {unit} ({name}).")
    return w(said, level=w.exactly(scenario["gdp_base"], GDP.unit), name=name, unit=w.unit(GDP.unit))


def _other_deadlines(state: State) -> list[str]:
    """The same question for every other announced reading of the level's deadline."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    said = []
    readings = {goal.year for goal in pack.deadlines if goal.value == scenario["target_level"]}
    for year in sorted(readings - {scenario.target_year}):
        if year > scenario.last_year:
            continue
        other = judge(scenario, pack, year)
        level, gap = w.against(other.level, scenario["target_level"], GDP.unit)
        assert other.required_real is not None, "a goal lies after the base year"
        rate = w.rate(other.required_real, rounding=ROUND_CEILING)
        message = (
            N_("By {year} it would be {level} {unit}, {gap} above.")
            if other.reached
            else N_(
                "By {year} it would be {level} {unit}, {gap} short; "
                "that takes {rate} a year in real terms from {first}."
            )
        )
        said.append(w(message, year=year, level=level, gap=gap, rate=rate, unit=w.unit(GDP.unit)))
    return said
