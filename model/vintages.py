"""GDP's baseline as first released, derived or revised: a choice, and what each would ask of growth."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from model.indicators import GDP
from model.levers import levers
from model.pack import Pack
from model.records import Baseline, Vintage
from model.scenario import Scenario
from model.verdict import Status, judge

Origin = Literal["published", "derived", "typed", "set"]
PUBLISHED: Origin = "published"


@dataclass(frozen=True)
class Effect:
    """What the scenario asks of growth from one vintage, all else held: fractions a year; see `model.verdict`."""

    key: str
    vintage: Vintage
    baseline: float
    """In GDP's unit at current prices."""
    status: Status
    required_later: float | None
    change: float | None
    """`required_later` less the scenario's own; None where either is."""


def apply(vintage: Vintage, scenario: Scenario, pack: Pack) -> Scenario:
    """The scenario with GDP's baseline and its range [GDP's unit, current prices] as the vintage has them."""
    return scenario.set(pack, **_values(vintage, pack))


def recognise(scenario: Scenario, pack: Pack) -> str | None:
    """The key of the vintage whose baseline and range the scenario has, or None where they are the user's own."""
    for key, vintage in pack.vintages.items():
        if has_range_of(vintage, scenario, pack):
            return key
    return None


def figure(scenario: Scenario, pack: Pack) -> Baseline | None:
    """The figure that GDP's baseline is: a vintage, or the pack's own where it has none; None where it is the user's.

    Its range may be the user's all the same, see `has_range_of`.
    """
    known: list[Baseline] = [*pack.vintages.values()] or [pack.baselines[GDP.key]]
    found = [each for each in known if each.value == scenario[f"{GDP.key}_base"]]
    return next((each for each in found if has_range_of(each, scenario, pack)), next(iter(found), None))


def has_range_of(base: Baseline, scenario: Scenario, pack: Pack) -> bool:
    """Whether GDP's baseline and its range are those of the figure."""
    return all(scenario[lever] == value for lever, value in _values(base, pack).items())


def is_derived(level: float, indicator: str, pack: Pack) -> bool:
    """Whether a baseline is an estimate; see `origin`."""
    return origin(level, indicator, pack) == "derived"


def origin(level: float, indicator: str, pack: Pack) -> Origin:
    """Where a baseline comes from: a publication, an estimate, a visitor who typed it, or a lever that was moved.

    A vintage of a derived baseline is derived, whatever was published of the revision that it applies.
    """
    own = pack.baselines[indicator]
    known = {each.value: each.source for each in pack.vintages.values() if each.indicator == indicator}
    source = {**known, own.value: own.source}.get(level)
    if source is None:
        return "set"
    if source == "typed":
        return "typed"
    return "derived" if "derived" in (source, own.source) else PUBLISHED


def effects(scenario: Scenario, pack: Pack) -> tuple[Effect, ...]:
    """What growth each vintage asks for [fraction a year], in the pack's order; worked out by `model.verdict`."""
    own = judge(scenario, pack).from_baseline.required_growth
    found = []
    for key, vintage in pack.vintages.items():
        verdict = judge(apply(vintage, scenario, pack), pack)
        later = verdict.from_baseline.required_growth
        change = None if later is None or own is None else later - own
        found.append(Effect(key, vintage, vintage.value, verdict.status, later, change))
    return tuple(found)


def _values(vintage: Baseline, pack: Pack) -> Mapping[str, float]:
    """The levers the vintage sets; without a range of its own its value is both ends."""
    ends = {"base": vintage.value, "low": vintage.low, "high": vintage.high}
    values = {f"{GDP.key}_{slot}": vintage.value if end is None else end for slot, end in ends.items()}
    return {key: value for key, value in values.items() if key in levers(pack)}
