"""Named sets of growth rates. A preset sets every growth lever and clears single years; what is locked, the baselines
and the target stay."""

import functools
from collections.abc import Mapping

from model.economics.needed import solved
from model.economics.solve import reach
from model.language.problem import Refused
from model.language.rates import plain, rate
from model.language.words import N_
from model.region.indicators import DEFLATOR, GDP
from model.region.observed import city_pace
from model.region.pack import CACHED_PACKS, Pack
from model.scenario.levers import GROWTH_SLOTS, lever_key, levers
from model.scenario.scenario import Scenario, plan

NAMES = {
    "plan": N_("{first} plan"),
    "repeated": N_("{base} growth repeated"),
    "outcome": N_("{first} growth repeated"),
    "enough": N_("On target"),
    "city": N_("Municipal average growth"),
}
HELD_ON = N_("Rates of the plan")
"""What the plan's preset is called where it starts from outcomes: no plan announced a rate for the year after them."""
ENTERED = N_("Figures entered")
"""What it is called of a county of one's own."""


@functools.lru_cache(maxsize=CACHED_PACKS)
def growth(pack: Pack) -> Mapping[str, Mapping[str, float]]:
    """The growth levers of every preset whose figures the pack has, by preset key; "enough" depends on the scenario.

    A year is repeated where GDP's growth in it is published; what else is not stays at the plan's.
    """
    known, start = levers(pack).items(), plan(pack)
    planned = {key: start[key] for key, lever in known if lever.by_year}
    presets = {"plan": planned}
    for preset, year in (("repeated", pack.base_year), ("outcome", pack.first_year)):
        found = {f.indicator: rate(plain(f.value)) for f in pack.growth if f.year == year}
        if GDP.key in found:
            own = {key: found[lever.series] for key, lever in known if lever.by_year and lever.series in found}
            presets[preset] = {**planned, **own, **{lever_key(DEFLATOR, slot): 0.0 for slot in GROWTH_SLOTS}}
    if (pace := city_pace(pack)) is not None:
        presets["city"] = {**planned, **{lever_key(GDP.key, slot): pace for slot in GROWTH_SLOTS}}
    return presets


def apply(preset: str, scenario: Scenario) -> Scenario:
    """The scenario with the preset's growth. Raises `Refused` where "enough" has no solution in the lever's range."""
    if preset != "enough":
        return scenario.only_locked.set(**growth(scenario.pack)[preset])
    locked = scenario.locked(GDP.key)
    held = {year: rate for year, rate in scenario.rates_by_hand(GDP.key).items() if year in locked}
    start = scenario.with_years(GDP.key, held, locked)
    return reach(solved(lever_key(GDP.key, "later"), start), start)


def recognise(scenario: Scenario) -> str | None:
    """The preset whose growth the scenario has, or None where it is the user's own.

    The plan is only what has no other assumption changed either.
    """
    if not scenario.overrides:
        start = plan(scenario.pack)
        everything = {key: start[key] for key in levers(scenario.pack) if key != "horizon"}
        for preset, values in {**growth(scenario.pack), "plan": everything}.items():
            if all(scenario[key] == value for key, value in values.items()):
                return preset
    try:
        return "enough" if apply("enough", scenario) == scenario else None
    except Refused:
        return None


def name(preset: str, pack: Pack) -> str:
    """What the preset is called, as a message."""
    if preset == "plan" and (pack.rebased or pack.county):
        return HELD_ON if pack.rebased else ENTERED
    return NAMES[preset]


def available(pack: Pack) -> tuple[str, ...]:
    """The presets the pack has figures for, in the order of `NAMES`."""
    return tuple(key for key in NAMES if key == "enough" or key in growth(pack))
