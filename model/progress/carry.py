"""Scenarios taken over to another starting year, or to other outcomes, of the same region.

What stood at the plan's value stands at that of the new plan. What a visitor chose is taken over: growth year by year,
targets, error. What the outcomes replace goes: baselines, and growth of years that are now past.
"""

from model.language.problem import Problem, combined
from model.language.words import N_
from model.region.pack import Pack
from model.scenario.lever import Lever, outside
from model.scenario.levers import lever_key, levers, series_of
from model.scenario.scenario import Override, Scenario, build, override_problem, plan

GONE = N_("cannot be taken over (got {got}); allowed: {low} to {high}; the plan's value is used instead")
PAST = N_("sets years that are not planned here (got {got}); they were left out")


def carried(given: Scenario, after: Pack) -> tuple[Scenario, list[Problem]]:
    """The scenario with what was chosen in it, and what could not be taken over."""
    before, problems = given.pack, list[Problem]()
    values, own, new = dict(plan(after).values), plan(before), levers(after)
    for key, lever in new.items():
        source = _source(key, lever, before, after)
        if source is None or source not in levers(before) or given[source] == own[source]:
            continue
        if lever.allows(given[source]):
            values[key] = given[source]
        else:
            problems.append(outside(lever, given[source], GONE))
    by_hand = [o for o in given.overrides if o[1] > after.base_year and o[0] in series_of(after)]
    if after.base_year < before.base_year:
        by_hand += _first_years(given)
    fitting = [o for o in by_hand if override_problem(after, *o) is None]
    lost = [o for o in by_hand if o not in fitting]
    problems += combined(Problem.at(series, PAST, got=year) for series, year, _ in lost)
    locks = [lock for lock in given.locks if lock in {o[:2] for o in fitting}]
    return build(after, values, fitting, given.name, locks, given.note), problems


def _source(key: str, lever: Lever, before: Pack, after: Pack) -> str | None:
    """The lever that a lever's value is taken over from; None where it starts at the plan's value."""
    if before.base_year == after.base_year:
        return key
    if lever.slot in ("base", "low", "high"):
        return None
    if lever.slot == "first":
        return lever_key(lever.series, "later") if after.base_year > before.base_year else None
    return key


def _first_years(given: Scenario) -> list[Override]:
    """The growth of what was the first year, where the later lever, which now stands for it, says otherwise."""
    before = given.pack
    return [
        (series, before.first_year, given.rate(series, "first"))
        for series in series_of(before)
        if given.rate(series, "first") != given.rate(series, "later")
        and before.first_year not in given.rates_by_hand(series)
    ]
