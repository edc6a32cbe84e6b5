"""Where a baseline and a target come from."""

from typing import Literal

from model.region.indicators import GDP
from model.region.pack import Pack
from model.region.records import Baseline, Figure
from model.scenario.levers import levers
from model.scenario.scenario import Scenario, target_levers

Origin = Literal["published", "derived", "typed", "set", "default"]
PUBLISHED: Origin = "published"


def figure(scenario: Scenario) -> Baseline | None:
    """The figure that GDP's baseline is; None where it was set. Its range may be set all the same."""
    base = scenario.pack.baselines[GDP.key]
    return base if base.value == scenario.base(GDP.key) else None


def has_range_of(base: Baseline, scenario: Scenario) -> bool:
    """Whether the range of GDP's baseline is that of the figure; without one its value is both ends."""
    ends = (base.value if end is None else end for end in (base.low, base.high))
    return scenario.plausible == tuple(ends)


def origin(level: float, indicator: str, pack: Pack) -> Origin:
    """Where a baseline comes from: a publication, an estimate, a visitor who typed it, or a lever that was moved."""
    own = pack.baselines[indicator]
    if own.value != level:
        return "set"
    return _of_source(own)


def target_origin(scenario: Scenario, indicator: str) -> Origin:
    """Where the level to reach comes from; nobody announced one that is this program's default."""
    lever = levers(scenario.pack)[target_levers(indicator)[0]]
    if scenario[lever.key] != lever.default:
        return "set"
    return _of_source(lever.source) if lever.source else "default"


def _of_source(figure: Figure) -> Origin:
    return {"typed": "typed", "derived": "derived"}.get(figure.source, PUBLISHED)  # type: ignore[return-value]  # its keys
