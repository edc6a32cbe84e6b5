"""The verdict in sentences, for page, documents and command line alike."""

from dataclasses import replace
from decimal import ROUND_CEILING

from model.economics import phrases
from model.economics.growth import level_in
from model.economics.solve import Solution, apply, indicator_of
from model.economics.target import meets
from model.economics.uncertainty import uncertainty
from model.economics.verdict import Reading, Verdict, by_deadline, implied, judge
from model.language.rounding import side
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.pack import Pack
from model.region.records import MUNICIPALITY_DEFLATOR, OWN_DEFLATOR
from model.scenario.scenario import Scenario

FROM_BASELINE, FROM_OFFICIAL = N_("from the baseline"), N_("from the latest official level")
"""What the two readings are called on every route."""
REACHED, NOT_REACHED = N_("Reached"), N_("Not reached")
ON_LEVEL, ON_BASELINE = N_("Depends on the {year} level"), N_("Depends on the {year} baseline")
SHORT, ABOVE, EXACT = N_("{gap} short"), N_("{gap} above"), N_("exactly on target")
ONE_LEVEL = N_("At these rates GDP in {year} is {level} {unit} ({distance}); the target is {goal} {unit}.")
TWO_LEVELS = N_(
    "At these rates GDP in {year} is {level} {unit} from the baseline ({distance}) and {official} {unit} from the "
    "latest official level ({official_distance}); the target is {goal} {unit}."
)
ONE_BY = N_("By {year} ({name}): {level} {unit} ({distance}).")
TWO_BY = N_(
    "By {year} ({name}): {level} {unit} from the baseline ({distance}), {official} {unit} from the latest official "
    "level ({official_distance})."
)
NEEDED = N_("At least {needed} a year is needed in real terms in {years}; the scenario assumes {assumed}.")
EXACTLY_ENOUGH = N_("The scenario assumes {assumed} a year in real terms in {years}, which is exactly on target.")
SHORT_FROM_OFFICIAL = N_("{words} (from the baseline; from the latest official level it stays {gap} {unit} short)")
SHORT_FROM_LOW = N_("{words} (from the central baseline; from the low one it stays {gap} {unit} short)")
FROM_BASELINE_ALONE = N_("From the baseline alone, {needed} in {years} is enough.")
FROM_OFFICIAL_ALONE = N_("From the latest official level alone, {needed} in {years} is enough.")
PUBLISHED = N_("The level of {year} is published, so no year is left to change.")
PLAN_YEAR = N_("The deadline is the plan year: {needed} growth in real terms is needed in {first}.")
BY_HAND = N_("Every later year is set by hand, so none is left to change.")
TURNS_ON_LEVEL = N_("GDP in {year}: {level} {unit} from the baseline, {official} {unit} as published.")
TURNS_ON_BASELINE = N_("The target is met if {base} GDP was at least {turn} {unit}; the plausible range is {range}.")
IMPLIED = N_(
    "A {base} baseline of {baseline} {unit} implies {level} {unit} in {year} at the published growth of {growth}; "
    "{published} was published. A price change of {change} in {year} would reconcile the two."
)

LATEST = 3
"""Price changes named, the last ones published."""
WHY_ZERO = {
    MUNICIPALITY_DEFLATOR: N_(
        "The price change is zero unless you set it: no GDP deflator of the county is in our data. The municipality's "
        "last ones: {changes}."
    ),
    OWN_DEFLATOR: N_("The price change is zero unless you set it: none is announced. The last ones: {changes}."),
}
"""Why no change of prices is the default, by whose deflators are known."""
NO_PRICES = N_("The price change is zero unless you set it: no GDP deflator is in our data.")


def sentences(scenario: Scenario, w: Wording) -> list[str]:
    """Everything beyond the status: levels, growth needed, what it depends on, other deadlines, what the base implies;
    an empty sentence where there is nothing to say."""
    verdict = judge(scenario)
    return [
        levels(verdict, w),
        needed(verdict, w),
        depends_on(verdict, scenario, w),
        *other_deadlines(scenario, w),
        implied_level(scenario, w),
    ]


def status(verdict: Verdict, w: Wording) -> str:
    """The verdict in a word or two, with what it depends on."""
    if verdict.status == "depends":
        official = verdict.from_official
        return w(ON_LEVEL, year=official.start_year) if official else w(ON_BASELINE, year=w.base_year)
    return w(REACHED if verdict.reached else NOT_REACHED)


def headline(verdict: Verdict, scenario: Scenario, w: Wording) -> str:
    """A screen's one sentence: level from the baseline, deadline, target, gap; with the chance where it is reached."""
    goal = verdict.target
    level, gap = w.against(verdict.level, goal, GDP.unit)
    if not side(verdict.level, goal):
        message = N_("GDP of {level} {unit} in {year}, exactly on target")
    elif verdict.reached:
        message = N_("GDP of {level} {unit} in {year}, {gap} above the target of {goal}")
    else:
        message = N_("GDP of {level} {unit} in {year}, {gap} short of the target of {goal}")
    said = w(message, level=level, gap=gap, unit=w.unit(GDP.unit), year=verdict.year, goal=w.exactly(goal, GDP.unit))
    if verdict.status != "reached":
        return said
    return w.listing([said, w(N_("chance {chance}"), chance=w.share(uncertainty(scenario).chance_in(verdict.year)))])


def second(verdict: Verdict, scenario: Scenario, w: Wording) -> str:
    """The other reading, or what the verdict depends on; then the growth with which no reading falls short."""
    other = _official(verdict, w) or depends_on(verdict, scenario, w)
    return w.flow([other, needed_in(verdict.binding, verdict, w)])


def _official(verdict: Verdict, w: Wording) -> str:
    reading = verdict.from_official
    if reading is None:
        return ""
    level, apart = against_target(reading.level, verdict.target, w)
    message = N_("From the latest official level ({start_year}) it is {level} {unit} ({distance}).")
    return w(message, start_year=reading.start_year, level=level, unit=w.unit(GDP.unit), distance=apart)


def levels(verdict: Verdict, w: Wording) -> str:
    """The level at the deadline and its distance from the target, in both readings."""
    message = TWO_LEVELS if verdict.from_official else ONE_LEVEL
    return w(message, goal=w.exactly(verdict.target, GDP.unit), **_levels(verdict, w))


def needed(verdict: Verdict, w: Wording) -> str:
    """The growth with which every reading reaches the target, beside what the scenario assumes; then that with which
    the other reading alone does."""
    return w.flow((needed_in(verdict.binding, verdict, w), enough_in_other(verdict, w)))


def needed_in(reading: Reading, verdict: Verdict, w: Wording) -> str:
    """The growth needed by one reading, rounded up, beside what the scenario assumes; or why no year is left."""
    if reading.required_growth is None or reading.assumed_growth is None:
        if reading.start_year == verdict.year:
            return w(PUBLISHED, year=verdict.year)
        if verdict.year > verdict.from_baseline.start_year + 1:
            return w(BY_HAND)
        rate = verdict.uniform_real_from_baseline
        return "" if rate is None else w(PLAN_YEAR, needed=_rounded_up(rate, w))
    said, at_least = w.needed(reading.assumed_growth, reading.required_growth)
    message = NEEDED if side(reading.level, verdict.target) else EXACTLY_ENOUGH
    return w(message, needed=at_least, assumed=said, years=w.years(list(reading.years)))


def enough_in_other(verdict: Verdict, w: Wording) -> str:
    """The growth with which the reading that asks for less reaches the target; empty where there is one reading."""
    for reading in verdict.readings:
        if reading is not verdict.binding and reading.required_growth is not None:
            message = FROM_OFFICIAL_ALONE if reading is verdict.from_official else FROM_BASELINE_ALONE
            return w(message, needed=_rounded_up(reading.required_growth, w), years=w.years(list(reading.years)))
    return ""


def depends_on(verdict: Verdict, scenario: Scenario, w: Wording) -> str:
    """On what the verdict depends; empty where it does not."""
    if verdict.status != "depends":
        return ""
    unit, official = w.unit(GDP.unit), verdict.from_official
    if official is None:
        turn, span = w.bare(verdict.baseline_on_target, GDP.unit, ROUND_CEILING), w.span(*scenario.plausible, GDP.unit)
        return w(TURNS_ON_BASELINE, turn=turn, range=span, unit=unit)
    level = float(level_in(official.start_year, GDP.key, scenario))
    said = w.beside(level, official.start, GDP.unit)
    return w(
        TURNS_ON_LEVEL, year=official.start_year, level=said, official=w.exactly(official.start, GDP.unit), unit=unit
    )


def other_deadlines(scenario: Scenario, w: Wording) -> list[str]:
    """The levels by every other published reading of the deadline, and the growth needed by then."""
    said = []
    for verdict in by_deadline(scenario):
        if verdict.year != scenario.target_year:
            said += [at_deadline(verdict, scenario.pack, w), needed_in(verdict.binding, verdict, w)]
    return said


def at_deadline(verdict: Verdict, pack: Pack, w: Wording) -> str:
    """The level by a deadline and its distance from the target, in both readings; with the name of the deadline."""
    names = {goal.year: w.either(goal.name_zh, goal.name_en) for goal in pack.deadlines}
    name = names.get(verdict.year) or w(N_("as set here"))
    return w(TWO_BY if verdict.from_official else ONE_BY, name=name, **_levels(verdict, w))


def implied_level(scenario: Scenario, w: Wording) -> str:
    """The published level beside the one that a baseline set by hand implies; empty where none is published, or where
    the two are one at the decimals of a published rate."""
    found = implied(scenario)
    own = scenario["gdp_base"] == scenario.pack.baselines[GDP.key].value
    if own or found is None or not round(found.price_change, 3):
        return ""
    return w(
        IMPLIED, baseline=w.exactly(scenario["gdp_base"], GDP.unit), level=w.bare(found.level, GDP.unit),
        unit=w.unit(GDP.unit), year=found.year, growth=w.rate(found.growth, 1),
        published=w.exactly(found.published, GDP.unit), change=w.change(found.price_change, 1),
    )  # fmt: skip


def why_zero(pack: Pack, w: Wording) -> str:
    """Why no change of prices is the default, beside the last ones that were published."""
    for key, message in WHY_ZERO.items():
        if figures := sorted(pack.shown_growth(key), key=lambda figure: figure.year)[-LATEST:]:
            said = {False: N_("{change} in {year}"), True: N_("about {change} in {year} (derived)")}
            changes = [
                w(said[f.source == "derived"], change=w.published(f.value, "%"), year=f.year) for f in figures
            ]  # fmt: skip
            return w(message, changes=w.enumeration(changes))
    return w(NO_PRICES)


def solution(found: Solution, scenario: Scenario, w: Wording) -> str:
    """A solved lever in words; where it meets the target in one reading alone, with how far the other stays short."""
    if indicator_of(found.lever) != GDP.key or found.place in ("above", "none"):
        return phrases.solution(found, scenario, w)
    verdict = judge(apply(found, scenario) if found.place == "within" else scenario)
    if verdict.status != "depends":
        return phrases.solution(found, scenario, w)
    said = phrases.solution(replace(found, met=judge(scenario).reached), scenario, w)
    official = verdict.from_official
    message, level = (SHORT_FROM_OFFICIAL, official.level) if official else (SHORT_FROM_LOW, verdict.low)
    gap = w.beside(verdict.target - level, 0.0, GDP.unit)
    return w(message, words=said, gap=gap, unit=w.unit(GDP.unit))


def against_target(level: float, target: float, w: Wording) -> tuple[str, str]:
    """A level of GDP without unit, and in words how far it lies from the target."""
    said, gap = w.against(level, target, GDP.unit)
    if not side(level, target):
        return said, w(EXACT)
    return said, w(ABOVE if meets(level, target) else SHORT, gap=gap)


def _levels(verdict: Verdict, w: Wording) -> dict[str, object]:
    values: dict[str, object] = {"year": verdict.year, "unit": w.unit(GDP.unit)}
    for level, apart, reading in zip(("level", "official"), ("distance", "official_distance"), verdict.readings):  # noqa: B905 (one reading or two)
        values[level], values[apart] = against_target(reading.level, verdict.target, w)
    return values


def _rounded_up(rate: float, w: Wording) -> str:
    return w.rate(rate, rounding=ROUND_CEILING)
