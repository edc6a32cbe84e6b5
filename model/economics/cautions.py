"""What has to be said beside a verdict: of figures not verified, a level not announced, GDP that does not compare."""

from model.economics.verdict import judge
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.outcomes import outcomes
from model.region.pack import Pack
from model.region.records import Goal
from model.region.unpublished import DERIVED
from model.scenario.scenario import Scenario, plan

OWN_COUNTY = N_("The author of the scenario gave the figures and the target of this county; they are not verified.")
NOT_ANNOUNCED = N_("No announcement of the level {goal} is known: it is worked out ({name}).")
OF_THE_PLAN = N_(
    "No announcement of the level {goal} is known: it is where the plan from {start} on leads in {year}, so the "
    "verdict shows only how the scenario differs from that plan."
)
NOTED = N_("GDP of {year}: {note}.")


def cautions(scenario: Scenario, w: Wording) -> list[str]:
    """What has to be said beside the verdict and the path, in sentences; nothing where all compares."""
    return [*filter(None, [on_county(scenario.pack, w), on_target(scenario, w)]), *on_levels(scenario.pack, w)]


def on_county(pack: Pack, w: Wording) -> str:
    """That nobody has verified the figures of a county of one's own; empty for a region of the data."""
    return w(OWN_COUNTY) if pack.county else ""


def on_target(scenario: Scenario, w: Wording) -> str:
    """That nobody announced the level to reach, and whether the plan itself comes to it; empty where somebody did."""
    wanted, own = scenario["target_level"], scenario.pack.own
    goals = [g for g in own.goals.values() if (g.indicator, g.kind, g.value) == (GDP.key, "level", wanted)]
    if not goals or any(goal.source != DERIVED for goal in goals):
        return ""
    goal = f"{w.exactly(wanted, GDP.unit)} {w.unit(GDP.unit)}"
    year = scenario.target_year
    if any(_comes_of_plan(each, own, w) for each in goals if each.year == year):
        return w(OF_THE_PLAN, goal=goal, start=own.base_year, year=year)
    return w(NOT_ANNOUNCED, goal=goal, name=w.either(goals[0].name_zh, goals[0].name_en))


def on_levels(pack: Pack, w: Wording) -> list[str]:
    """What the data say of GDP's official outcomes that are drawn or compared."""
    known = outcomes(pack.own, pack.series_outcomes).values()
    noted = [f for f in pack.own.outcomes if f.indicator == GDP.key and f.note_en]
    shown = [f for f in noted if f in pack.outcomes or any(f is each for each in known)]
    return [w(NOTED, year=f.year, note=w.either(f.note_zh, f.note_en)) for f in shown]


def _comes_of_plan(goal: Goal, own: Pack, w: Wording) -> bool:
    """Whether the region's own plan comes to that level in its year, as far as they are shown."""
    planned = plan(own)
    if goal.year > planned.last_year:
        return False
    return w.bare(judge(planned, goal.year).level, GDP.unit) == w.bare(goal.value, GDP.unit)
