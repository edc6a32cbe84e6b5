"""The levels that the chart of GDP draws, by year, and the ends of its axes."""

import math
from collections.abc import Mapping, Sequence

from model.economics.projection import Projection, project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.region.indicators import GDP
from views.state import State

PAST = 4
"""Years of history before the base year, at least."""
HEIGHT = 200
"""Pixels between the top and the bottom of the plot where it is lowest, by which labels are kept apart."""
APART = 6
"""Pixels at the deadline from which on the path from the latest official level is drawn beside the scenario's."""


def projections(state: State) -> tuple[Projection, Projection]:
    """What follows from the scenario, and from the reference as far as the scenario reaches."""
    as_long = state.reference.set(horizon=float(state.scenario.last_year))
    return project(state.scenario), project(as_long)


def other_deadlines(state: State) -> Sequence[int]:
    """The other years to which an announced deadline has been read, of those projected."""
    pack, scenario = state.pack, state.scenario
    readings = {goal.year for goal in pack.deadlines if goal.value == pack.target.value} - {scenario.target_year}
    return [year for year in sorted(readings) if pack.base_year < year <= scenario.last_year]


class Levels:
    """GDP of a state by year in the unit that is written, `exact` in the model's; and the ends of the axes."""

    def __init__(self, state: State) -> None:
        pack, scenario, projected = state.pack, state.scenario, projections(state)
        self.state, self.years, self.deadline = state, projected[0].years, scenario.target_year
        own, planned = (dict(zip(self.years, each.paths[GDP.key].tolist(), strict=False)) for each in projected)
        self.exact = {"reference": planned, "official": self._from_official(own), "scenario": own}
        paths = {role: {year: self.shifted(level) for year, level in path.items()} for role, path in self.exact.items()}
        self.scenario = paths["scenario"]
        self.uncertainty = uncertainty(scenario)
        self.bands = {
            share: {
                year: (self.shifted(float(low)), self.shifted(float(high)))
                for year, low, high in zip(self.years, *ends, strict=True)
            }
            for share, ends in self.uncertainty.bands.items()
        }
        self.goal = self.shifted(scenario["target_level"])
        known = pack.shown_history(GDP.key)
        self.past = {f.year: self.shifted(f.value) for f in known if pack.base_year - PAST <= f.year < self.years[0]}
        self.outcomes = [figure for figure in pack.outcomes if figure.indicator == GDP.key]
        self.left = (pack.base_year - PAST if self.past else self.years[0]) - 0.55
        self.bottom, self.top = self._limits(paths)
        self.pixel = (self.top - self.bottom) / HEIGHT
        self.drawn = {role: path for role, path in paths.items() if self._seen(role, path)}
        """The paths that are seen, the scenario's above the others."""

    def shifted(self, level: float) -> float:
        """A level in the unit that is written."""
        return float(self.state.wording.shifted(level, GDP.unit))

    def _from_official(self, own: Mapping[int, float]) -> dict[int, float]:
        """The levels that the same growth makes of the latest official one; empty where none is known."""
        reading = judge(self.state.scenario).from_official
        if reading is None:
            return {}
        ratio = reading.start / own[reading.start_year]
        return {year: level * ratio for year, level in own.items() if year >= reading.start_year}

    def _limits(self, paths: Mapping[str, Mapping[int, float]]) -> tuple[float, float]:
        """Round levels below and above all that is drawn."""
        ends = [end for each in self.bands[0.8].values() for end in each]
        drawn = [self.goal, *ends, *(level for path in paths.values() for level in path.values())]
        highest, lowest = max(drawn), min(*drawn, *self.past.values())
        step = 10.0 ** math.floor(math.log10(highest))
        step = next(step / part for part in (1, 2, 5, 10) if highest / (step / part) >= 4)
        return math.floor(lowest * 0.7 / step) * step, math.ceil(highest * 1.01 / (step / 2)) * (step / 2)

    def _seen(self, role: str, path: Mapping[int, float]) -> bool:
        """Whether a path is seen beside the scenario's."""
        if role == "official":
            return bool(path) and abs(path[self.deadline] - self.scenario[self.deadline]) > APART * self.pixel
        return role == "scenario" or path != self.scenario
