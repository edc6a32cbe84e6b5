"""What the brief says: the page's own sentences, and those that a document needs besides."""

from decimal import ROUND_CEILING

from babel.dates import format_date

from model.economics import verdict_sentences
from model.economics.cautions import cautions
from model.economics.needed import required_by_price_change
from model.economics.remarks import remarks
from model.economics.uncertainty import uncertainty
from model.economics.verdict import by_deadline, judge
from model.economics.verdict_sentences import FROM_BASELINE, FROM_OFFICIAL
from model.language.rates import shift
from model.language.wording import LOCALES
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from model.region.unpublished import DERIVED
from model.scenario.levers import levers
from model.scenario.origins import figure
from views.downloads.about import Occasion, scenario_name
from views.downloads.brief.differences import changed
from views.downloads.brief.sources import cited
from views.state import State
from views.words import changes, checks, names, notes, verdict
from views.words import uncertainty as uncertainty_words

BAND = 0.8
"""The share of the central interval that is told."""
TITLE = N_("{region}: can GDP reach {goal} by {years}?")
TITLE_REBASED = N_("{region}: can GDP reach {goal} by {years}? Re-based on {base}")
TARGET = N_("The target is a GDP of {goal} ({basis}){cited}.")
REBASED = N_("This is re-based on {base}; the region's own plan starts from {own}.")
START = N_("It starts from a {base} GDP of {level} ({origin}).")
START_PLAUSIBLE = N_("It starts from a {base} GDP of {level} ({origin}), plausible between {range} {unit}.")
START_OUTSIDE = N_(
    "It starts from a {base} GDP of {level} ({origin}), outside the plausible range {range} {unit}; what "
    "follows takes the range as {taken} {unit}."
)
BY_PRICES = N_(
    "If prices change by {changes} a year, growth in {years} must be at least {needed} a year in real terms "
    "({other} {reading})."
)
BY_PRICES_ALONE = N_(
    "If prices change by {changes} a year, growth in {years} must be at least {needed} a year in real terms."
)
BASELINE = N_("With the rates assumed, a {base} GDP of at least {level} is needed.")
BASELINE_ALONE = N_("From the baseline alone, a {base} GDP of at least {level} is enough with the rates assumed.")
SET_ERROR = N_(
    "This scenario sets the error of growth to {error} points a year and its year-to-year correlation to {correlation}."
)
OUTSIDE = N_("{beyond} of {count} checks are outside their range.")
INSIDE = N_("None of the {count} checks is outside its range.")
NO_PAST = N_("No past figures are known to compare it with.")
NO_PAST_BUT = N_("No past figures are known to compare it with; beside the plan's own figures:")


def title(state: State) -> str:
    """What is asked, with every deadline that is answered."""
    message = TITLE_REBASED if state.pack.rebased else TITLE
    years = [str(each.year) for each in by_deadline(state.scenario)]
    either = state.wording(N_(" or ")).join(years)
    return state.wording(message, region=region(state), goal=_goal(state), years=either)


def region(state: State) -> str:
    """The region's name as documents have it."""
    own = state.pack.own.region
    return state.wording.either(own.formal_zh or own.name_zh, own.formal_en or own.name_en)


def dated(occasion: Occasion) -> str:
    """The day, and the scenario's name if it has one."""
    w, name = occasion.now.wording, scenario_name(occasion.now)
    date = format_date(occasion.day, "long", locale=LOCALES[w.language])
    return w(N_("{date}, scenario “{name}”"), date=date, name=name) if name else date


def status(state: State) -> str:
    """The verdict in a word: one for all deadlines, or one each where they differ."""
    w = state.wording
    said = {each.year: verdict_sentences.status(each, w) for each in by_deadline(state.scenario)}
    one = len(set(said.values())) == 1
    every = [w(N_("{year}: {level}"), year=year, level=word) for year, word in said.items()]
    return w(N_("{said}."), said=said.popitem()[1] if one else w.listing(every))


def answer(state: State) -> str:
    """GDP at every deadline in both readings, beside the target."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    levels = [verdict_sentences.at_deadline(each, pack, w) for each in by_deadline(scenario)]
    announced = [goal.source for goal in pack.deadlines if goal.value == scenario["target_level"]]
    target = w(TARGET, goal=_goal(state), basis=verdict.basis(state), cited=cited(state, announced))
    return w.flow((*levels, target))


def assumptions(state: State) -> str:
    """What the verdict rests on: cautions, the baseline, and what the scenario changes."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    rests = [
        *cautions(scenario, w), verdict_sentences.depends_on(judge(scenario), scenario, w),
        w(REBASED, own=pack.own.base_year) if pack.rebased else "", _start(state),
        verdict_sentences.implied_level(scenario, w), _changed(state),
    ]  # fmt: skip
    return w.flow(rests)


def needed(state: State) -> list[str]:
    """What would have to be true for the target to be met, each alone, on the safe side."""
    w, scenario = state.wording, state.scenario
    found = judge(scenario)
    base = w.level(found.baseline_on_target, GDP.unit, ROUND_CEILING)
    said = [verdict_sentences.needed(each, w) for each in by_deadline(scenario)]
    said += [_by_prices(state), w(BASELINE_ALONE if found.from_official else BASELINE, level=base)]
    return [*filter(None, said)]


def uncertain(state: State) -> str:
    """The chance in both readings, the band around GDP, the error it rests on, and what that measures."""
    w, year, scenario, known = state.wording, state.scenario.target_year, state.scenario, levers(state.pack)
    found, official = uncertainty(scenario), uncertainty_words.from_official(state)
    low, high = (w.bare(float(end[year - state.pack.base_year]), GDP.unit) for end in found.bands[BAND])
    band = N_(
        "From the baseline, GDP lies between {low} and {high} {unit} at the end of {year} with {share} % probability."
    )
    error, correlation = w.published(shift(scenario[ERROR], 2), ""), w.published(scenario[PERSISTENCE], "")
    is_set = any(scenario[key] != known[key].default for key in (ERROR, PERSISTENCE))
    return w.flow((
        uncertainty_words.headline(state),
        w(N_("It is {chance}."), chance=official) if official else "",
        w(band, share=round(BAND * 100), low=low, high=high, unit=w.unit(GDP.unit), year=year),
        w(SET_ERROR, error=error, correlation=correlation) if is_set else "",
        *uncertainty_words.meaning(state)[1:],
    ))  # fmt: skip


def beside_past(state: State) -> tuple[str, list[str]]:
    """How many checks are outside their range; and each that is, with its sources."""
    w, every = state.wording, remarks(state.scenario)
    said = []
    for remark in (remark for remark in every if remark.notable):
        sentence = checks.sentence(state, remark)
        said.append(f"{sentence[:-1]}{cited(state, remark.sources)}{sentence[-1]}")
    message = OUTSIDE if said else INSIDE
    if checks.without_past(every):
        message = NO_PAST_BUT if said else NO_PAST
    return w(message, count=len(every), beyond=len(said)), said


def before_quoting(state: State) -> list[str]:
    """What a reader has to know before quoting."""
    baselines, prices, _ = notes.before_quoting(state)  # the deadlines are said above
    return [baselines, prices, state.wording(N_("These are consequences of the rates assumed, not a forecast."))]


def _goal(state: State) -> str:
    w = state.wording
    return f"{w.exactly(state.scenario['target_level'], GDP.unit)} {w.unit(GDP.unit)}"


def _start(state: State) -> str:
    """The baseline with its origin and the range in which it is plausible, or the one that it widens."""
    w, (low, base, high), (least, most) = state.wording, state.scenario.range_of(GDP.key), state.scenario.plausible
    message = START if low == high else START_PLAUSIBLE if least <= base <= most else START_OUTSIDE
    span, taken = (w.span(*ends, GDP.unit) for ends in ((least, most), (low, high)))
    level, unit = f"{w.exactly(base, GDP.unit)} {w.unit(GDP.unit)}", w.unit(GDP.unit)
    return w(message, level=level, origin=_origin(state), range=span, taken=taken, unit=unit)


def _origin(state: State) -> str:
    """Where the baseline comes from; of one that is derived, how."""
    found = figure(state.scenario)
    if found is None:
        return changes.baseline_name(state)
    how = notes.locator(state, found) if found.source == DERIVED or found.trust == "C" else ""
    return changes.baseline_name(state, how) + cited(state, [found.source])


def _changed(state: State) -> str:
    w, reference = state.wording, names.name_of_reference(state)
    if state.pack.rebased and not state.work.reference:
        reference = w(N_("the plan from {base} on"))
    if said := changed(state, state.scenario):
        return w(N_("Changed from {reference}: {changes}."), reference=reference, changes=said)
    return w(N_("All assumptions match {reference}."), reference=reference)


def _by_prices(state: State) -> str:
    """The growth needed at other price changes, the reading that asks for most first; empty if no year is left."""
    w, verdict, every = state.wording, judge(state.scenario), required_by_price_change(state.scenario)
    readings = [
        (verdict.from_baseline, FROM_BASELINE, [each.from_baseline for each in every]),
        (verdict.from_official, FROM_OFFICIAL, [each.from_official for each in every]),
    ]
    said = [
        (reading, name, w.series([w.rate(rate, rounding=ROUND_CEILING) for rate in rates if rate is not None]))
        for reading, name, rates in sorted(readings, key=lambda each: each[0] is not verdict.binding)
        if reading and None not in rates
    ]
    if not said:
        return ""
    (first, _, needed), *others = said
    changes = w.series([w.change(each.price_change, 1) for each in every])
    values = {"changes": changes, "needed": needed, "years": w.years(list(first.years))}
    for reading, name, other in others:
        if reading.years != first.years:
            other = w(N_("{rates} in {years}"), rates=other, years=w.years(list(reading.years)))
        return w(BY_PRICES, **values, other=other, reading=w(name))
    return w(BY_PRICES_ALONE, **values)
