"""How long the model takes: one scenario from cold caches, and a million scenarios in one call against numpy itself.

    python -m benchmarks.model

`paths.levels` turns 1,000,000 scenarios x 5 years of growth into paths. It is compared with `numpy.cumprod` on
the very array it fills, growth factors with the baseline in the first column: the least that any way of doing it costs.
Both run in turn in one process, so that a busy machine slows both alike. The closed forms of `target` follow, on
the same million scenarios. Medians and 95th percentiles are in milliseconds; a ratio is a median over `cumprod`'s.
"""

import time
from collections.abc import Callable, Mapping

import numpy as np

from model.economics.decompose import decompose
from model.economics.growth import Array, compound, levels, yearly
from model.economics.needed import required_growth
from model.economics.projection import project
from model.economics.remarks import remarks
from model.economics.sensitivity import ACROSS, UP, tornado, two_way
from model.economics.solve import solvable, solve
from model.economics.target import baseline_needed, first_offset, growth_in, meets, uniform_growth, uniform_real_growth
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.region.loader import packs
from model.scenario.scenario import plan

SCENARIOS, YEARS = 1_000_000, 5
COLD_ROUNDS, ROUNDS, CLOSED_FORM_ROUNDS = 300, 21, 7
CUMPROD = "numpy.cumprod"


def measure(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Array]:
    """The times of each piece of work [ms], (rounds,), taken in turn; a first round to warm up is not counted."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds + 1):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: np.array(taken[1:]) for name, taken in times.items()}


def one_scenario() -> dict[str, Callable[[], object]]:
    """All that is worked out for the plan, nothing remembered from the round before."""
    known = packs()
    pack = next(iter(known.values()))
    scenario = plan(pack)
    other = scenario.set(gdp_later=0.08, deflator_later=0.01)

    def cold(work: Callable[[], object]) -> Callable[[], object]:
        def forget_and_work() -> object:
            for remembered in (project, judge, required_growth):
                remembered.cache_clear()
            return work()

        return forget_and_work

    works: dict[str, Callable[[], object]] = {
        "projection and verdict": lambda: (project(scenario), judge(scenario)),
        "every lever solved": lambda: [solve(key, scenario) for key in solvable(pack)],
        "band and chances": lambda: uncertainty(scenario),
        "tornado": lambda: tornado(scenario),
        "two-way map, 151 x 101 cells": lambda: two_way(ACROSS, UP, scenario),
        "decomposition": lambda: decompose(other, scenario),
        "remarks": lambda: remarks(scenario),
    }
    return {name: cold(work) for name, work in works.items()}


def a_million() -> tuple[dict[str, Callable[[], object]], dict[str, Callable[[], object]]]:
    """Paths and their yardstick, and the closed forms, on the same random scenarios."""
    chance = np.random.default_rng(2023)
    baseline = chance.uniform(380, 391, SCENARIOS)
    real = yearly(chance.uniform(-0.1, 0.3, SCENARIOS), chance.uniform(-0.1, 0.3, SCENARIOS), YEARS)
    deflator = yearly(chance.uniform(-0.02, 0.04, SCENARIOS), chance.uniform(-0.02, 0.04, SCENARIOS), YEARS)
    growth = compound(real, deflator)
    factors = np.concatenate((baseline[:, None], 1 + growth), axis=1)
    path = levels(baseline, growth)
    if not np.allclose(path, np.cumprod(factors, axis=-1), rtol=1e-12, atol=0):
        raise SystemExit("the two do not compute the same levels: nothing to compare")
    target = chance.uniform(450, 650, SCENARIOS)
    later = np.arange(YEARS) > 0
    paths: dict[str, Callable[[], object]] = {
        "model.economics.growth.levels": lambda: levels(baseline, growth),
        CUMPROD: lambda: np.cumprod(factors, axis=-1),
    }
    closed_forms: dict[str, Callable[[], object]] = {
        "meets": lambda: meets(path[:, -1], target),
        "first_offset": lambda: first_offset(path, target),
        "uniform_growth": lambda: uniform_growth(baseline, target, YEARS),
        "uniform_real_growth": lambda: uniform_real_growth(baseline, target, deflator),
        "growth_in": lambda: growth_in(later, baseline, target, real, deflator),
        "baseline_needed": lambda: baseline_needed(target, growth),
    }
    return paths, closed_forms


def table(title: str, times: Mapping[str, Array], yardstick: float | None) -> str:
    """The figures of some pieces of work, one a line; with a yardstick [ms], also as multiples of it."""
    lines = [f"{title:46}{'median ms':>12}{'p95 ms':>12}{'ratio':>10}"]
    for name, taken in times.items():
        median, p95 = float(np.median(taken)), float(np.percentile(taken, 95))
        ratio = "" if yardstick is None else f"{median / yardstick:10.2f}"
        lines.append(f"  {name:44}{median:12.3f}{p95:12.3f}{ratio}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Measures everything and prints one table."""
    print(table("one scenario, cold caches", measure(one_scenario(), COLD_ROUNDS), None))
    paths, closed_forms = a_million()
    times = measure(paths, ROUNDS)
    yardstick = float(np.median(times[CUMPROD]))
    print(table(f"{SCENARIOS:,} scenarios x {YEARS} years, one call", times, yardstick))
    print(table("closed forms of model.target on the same", measure(closed_forms, CLOSED_FORM_ROUNDS), yardstick))


if __name__ == "__main__":
    main()
