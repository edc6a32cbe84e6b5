"""Packs that know less than Fengjie's: any of its indicators but GDP may be missing, and all that is beside them."""

import dataclasses
import itertools
from types import MappingProxyType

from any_scenario import PACK, SEEDS, drawn
from hypothesis import strategies as st

from model.region.key import RegionKey
from model.region.pack import Pack
from model.region.records import FIVE_YEAR_PLAN, PLAN
from model.scenario.scenario import Scenario

OTHERS = tuple(PACK.baselines)[1:]
KEY = "somewhere"


def with_only(indicators: tuple[str, ...], bare: bool = False) -> Pack:
    """Fengjie with GDP and these; a bare one without history, outcomes, published growth, five-year plan."""
    known = ("gdp", *indicators)
    goals = {key: goal for key, goal in PACK.goals.items() if goal.indicator in known and key.startswith("plan_")}
    goals |= {key: goal for key, goal in PACK.goals.items() if goal.kind == "level" and goal.indicator == "gdp"}
    less = {"history": (), "outcomes": (), "growth": ()} if bare else {}
    if not bare:
        goals[FIVE_YEAR_PLAN] = PACK.goals[FIVE_YEAR_PLAN]
        goals["plan_revenue"] = PACK.goals["plan_revenue"]
    baselines = {key: PACK.baselines[key] for key in known}
    assert {PLAN[key] for key in known} <= set(goals)
    return dataclasses.replace(
        PACK, key=RegionKey(KEY), baselines=MappingProxyType(baselines), goals=MappingProxyType(goals), **less
    )


SUBSETS = tuple(
    itertools.chain.from_iterable(itertools.combinations(OTHERS, count) for count in range(len(OTHERS) + 1))
)
SOME_PACKS = {(subset, bare): with_only(subset, bare) for subset in SUBSETS for bare in (False, True)}


def packs_and_scenarios() -> st.SearchStrategy[tuple[Pack, Scenario]]:
    """Any such pack, with any of its scenarios."""
    packs = st.sampled_from(list(SOME_PACKS.values()))
    return st.builds(lambda pack, seed: (pack, drawn(pack, seed)), packs, SEEDS)
