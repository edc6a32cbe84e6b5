"""What the brief says, part by part: the page's own sentences, and those that a document needs besides."""

from decimal import ROUND_CEILING
from typing import NamedTuple

from babel.dates import format_date

from model.economics import verdict_sentences
from model.economics.remarks import remarks
from model.economics.solve import from_each_year, uniform
from model.economics.uncertainty import chance_from_official, uncertainty
from model.economics.verdict import judge
from model.language.rates import shift
from model.language.wording import LOCALES
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from model.scenario.levers import levers
from model.scenario.origins import figure
from views.downloads.about import Occasion, made_from, scenario_name
from views.downloads.brief import differing, fonts, sources
from views.state import State
from views.words import changes, checks, legend, names, notes, verdict
from views.words import uncertainty as uncertainty_words

MOST_CHANGES = 8
"""Assumptions that differ from the reference and are named; the others are counted."""
BAND = 0.8
"""The share of the central interval that is told."""
GROWTH, FALL = N_("growth of at least {rate}"), N_("a fall of no more than {rate}")
LATER = (
    N_("In {years} it takes {growth} a year in real terms, all else held."),
    N_("In {years} even {growth} a year in real terms is enough, all else held."),
)
PLAN_YEAR = (
    N_("In {years} it takes {growth} in real terms, {nominal} nominal."),
    N_("In {years} even {growth} in real terms is enough, {nominal} nominal."),
)
EVERY_YEAR = (
    N_("One rate in all years {years}: {growth} a year in real terms, {nominal} nominal."),
    N_("One rate in all years {years}: even {growth} a year in real terms is enough, {nominal} nominal."),
)
FROM_OUTCOME = (
    N_(
        "From the official outcome of {year}, {level}{cited}: {growth} a year in real terms in {years}, "
        "{nominal} nominal."
    ),
    N_(
        "From the official outcome of {year}, {level}{cited}: even {growth} a year in real terms in {years} is enough, "
        "{nominal} nominal."
    ),
)
"""What growth is needed; and where GDP may shrink, what is enough."""


class Part(NamedTuple):
    """A part of the brief: its heading, its paragraphs, and what is listed after them."""

    heading: str
    paragraphs: tuple[str, ...]
    listed: tuple[str, ...] = ()


def title(now: State) -> str:
    """What is asked, as the title of the brief."""
    said = N_("{region}: can GDP reach {goal} by {year}? A scenario brief")
    again = N_("{region}: can GDP reach {goal} by {year}? A scenario brief, re-based on {base}")
    message = again if now.pack.replanned else said
    return now.wording(message, region=region(now), goal=_goal(now), year=now.scenario.target_year)


def region(now: State) -> str:
    """The region's name as documents have it; the year from which it is planned again is said beside it."""
    w, said = now.wording, now.pack.own.region
    return w.either(said.formal_zh or said.name_zh, said.formal_en or said.name_en)


def when_and_what(occasion: Occasion) -> str:
    """The scenario and the day, each on a line where one does not hold both."""
    w = occasion.now.wording
    name = scenario_name(occasion.now)
    said = w(N_("scenario “{name}”"), name=name) if name else w(N_("scenario without a name"))
    date = format_date(occasion.day, "long", locale=LOCALES[w.language])
    both = w(N_("{date}, {scenario}"), scenario=said, date=date)
    apart = fonts.lines(w.language, both, fonts.SUBTITLE) > 1
    return w(N_("{date}\n{scenario}"), scenario=said, date=date) if apart else both


def question(now: State) -> Part:
    """The target, the deadline, the baseline, and what is assumed otherwise than in the reference."""
    w = now.wording
    again = N_("This is re-based on {base}; the region's own plan starts from {own}.")
    asked = N_("Does the GDP of {region} at current prices reach {goal} by the end of {year}{cited}?")
    wanted, year = now.scenario.target(GDP.key)
    cited = sources.cited(now, [each.source for each in now.pack.deadlines if each.value == wanted])
    said = (
        w(asked, region=region(now), goal=_goal(now), year=year, cited=cited),
        w(again, own=now.pack.own.base_year) if now.pack.replanned else "",
        _start(now),
        _differences(now),
    )
    return Part(w(N_("The question")), (w.flow(said),))


def result(now: State) -> Part:
    """The verdict with its price basis; then what would do it, and how firm it is."""
    w, found = now.wording, judge(now.scenario)
    said, basis = verdict.headline(now, found), w(verdict.IN_BRACKETS, text=verdict.basis(now))
    first = w.flow((said[:-1], basis)) + said[-1]
    return Part(w(N_("The answer")), (first, w.flow(verdict.lines(now))))


def word(now: State) -> str:
    """The verdict in a word."""
    found = judge(now.scenario)
    return now.wording(N_("{said}."), said=verdict_sentences.status(found, now.wording))


def conditions(now: State) -> Part:
    """What would have to be true for the target to be met, all else held, on the safe side."""
    w, scenario, pack = now.wording, now.scenario, now.pack
    found, same = judge(scenario), uniform(GDP.key, scenario)
    own, said = found.from_baseline, []
    if own.required_growth is not None:
        message = LATER[_falls(now, own.required_growth)]
        said.append(w(message, years=w.years(list(own.years)), growth=_growth(now, own.required_growth)))
    assert same.real is not None, "GDP grows in real terms"
    message = (PLAN_YEAR if scenario.target_year == pack.first_year else EVERY_YEAR)[_falls(now, same.real)]
    said.append(w(message, years=_up_to(now, pack.first_year), growth=_growth(now, same.real),
                  nominal=w.rate(same.nominal, rounding=ROUND_CEILING)))  # fmt: skip
    baseline = w.level(found.required_baseline, GDP.unit, ROUND_CEILING)
    said.append(w(N_("With the rates assumed it takes a {base} GDP of at least {level}."), level=baseline))
    for each in [each for each in from_each_year(scenario) if each.outcome][-1:]:
        message = FROM_OUTCOME[_falls(now, each.real)]
        cited, nominal = sources.cited(now, _outcomes(now, each.outcome)), w.rate(each.nominal, rounding=ROUND_CEILING)
        said.append(w(message, year=each.outcome, level=w.level(each.start, GDP.unit), cited=cited,
                      growth=_growth(now, each.real), years=_up_to(now, each.year), nominal=nominal))  # fmt: skip
    return Part(w(N_("Conditions")), (), tuple(said))


OFFICIAL_CHANCE = N_(
    "From the latest official level the chance is {chance}, given how far growth of that year was from its target."
)


def certainty(now: State) -> Part:
    """The chance of the target, the band around GDP, and what they rest on."""
    w, found, year = now.wording, uncertainty(now.scenario), now.scenario.target_year
    low, high = (w.bare(float(end[year - now.pack.base_year]), GDP.unit) for end in found.bands[BAND])
    band = N_("With {share} % probability GDP lies between {low} and {high} {unit} at the end of {year}.")
    from_official = chance_from_official(now.scenario)
    known = levers(now.pack)
    calibrated = all(now.scenario[key] == known[key].default for key in (ERROR, PERSISTENCE))
    rests = N_("It rests on how announced targets were missed: {basis}{cited}.")
    instead = N_("It is set in this scenario; announced targets were missed by: {basis}{cited}.")
    said = (
        uncertainty_words.headline(now),
        *uncertainty_words.meaning(now),
        "" if from_official is None else w(OFFICIAL_CHANCE, chance=w.share(from_official)),
        w(band, share=round(BAND * 100), low=low, high=high, unit=w.unit(GDP.unit), year=year),
        w(
            N_("The error of growth is {error} points a year; its year-to-year correlation is {correlation}."),
            error=w.published(shift(now.scenario[ERROR], 2), ""),
            correlation=w.published(now.scenario[PERSISTENCE], ""),
        ),
        w(
            rests if calibrated else instead,
            basis=legend.calibrated(now),
            cited=sources.cited(now, [now.pack.calibration[ERROR].source]),
        ),
    )
    return Part(w(N_("Uncertainty")), (w.flow(said),))


def realistic(now: State) -> Part:
    """The remarks that are worth a word, with their sources."""
    w, every = now.wording, remarks(now.scenario)
    notable = [remark for remark in every if remark.notable]
    some = N_("{beyond} of {count} checks are outside past experience.")
    most = N_("{beyond} of {count} checks are outside past experience; {said} of them are listed.")
    none = N_("None of the {count} checks is outside past experience.")
    said = []
    for remark in notable[: checks.MOST]:
        sentence, end = checks.sentence(now, remark)[:-1], checks.sentence(now, remark)[-1]
        said.append(f"{sentence}{sources.cited(now, remark.sources)}{end}")
    message = none if not notable else some if len(said) == len(notable) else most
    if checks.without_past(every):
        alone = N_("No past figures are known to compare it with.")
        message = N_("No past figures are known to compare it with; beside the plan's own figures:") if said else alone
    first = w(message, count=len(every), beyond=len(notable), said=len(said))
    return Part(w(N_("How realistic")), (first,), tuple(said))


def cautions(now: State) -> Part:
    """What a reader has to know before quoting."""
    return Part(now.wording(N_("Notes")), (), notes.before_quoting(now))


def origin(occasion: Occasion) -> Part:
    """The sources by their numbers, then what the brief was made from."""
    now, w = occasion.now, occasion.now.wording
    made = [w(N_("{name}: {value}"), name=name, value=value) for name, value in made_from(occasion)]
    return Part(w(N_("Sources and link")), (w.listing(sources.listed(now)), w.listing(made)))


def _goal(now: State) -> str:
    w = now.wording
    return f"{w.exactly(now.scenario['target_level'], GDP.unit)} {w.unit(GDP.unit)}"


def _start(now: State) -> str:
    """The baseline with its origin and the range in which it is plausible, or the one that it widens."""
    w, (low, base, high), (least, most) = now.wording, now.scenario.baseline_range, now.scenario.plausible
    start = N_("It starts from a {base} GDP of {level} ({origin}), plausible between {range} {unit}.")
    if low == high:
        start = N_("It starts from a {base} GDP of {level} ({origin}).")
    elif not least <= base <= most:
        start = N_(
            "It starts from a {base} GDP of {level} ({origin}), outside the plausible range {range} {unit}; what "
            "follows takes the range as {taken} {unit}."
        )
    span, taken = (w.span(*ends, GDP.unit) for ends in ((least, most), (low, high)))
    level, unit = f"{w.exactly(base, GDP.unit)} {w.unit(GDP.unit)}", w.unit(GDP.unit)
    return w(start, level=level, origin=_origin_of_baseline(now), range=span, taken=taken, unit=unit)


def _origin_of_baseline(now: State) -> str:
    found = figure(now.scenario)
    if found is None:
        return changes.baseline_name(now)
    worked_out = found.source == sources.DERIVED or found.trust == "C"  # of others the source is enough
    how = found.locator if worked_out else ""
    if "÷" in how:
        how = now.wording(N_("{formula} in 100 million yuan"), formula=how)
    return changes.baseline_name(now, how) + sources.cited(now, [found.source])


def _outcomes(now: State, year: int | None) -> list[str]:
    return [figure.source for figure in now.pack.outcomes if (figure.indicator, figure.year) == (GDP.key, year)]


def _differences(now: State) -> str:
    w, reference = now.wording, names.name_of_reference(now)
    if now.pack.replanned and not now.work.reference:
        reference = w(N_("the plan from {base} on"))
    found = differing.items(now)
    if not found:
        return w(N_("All assumptions match {reference}."), reference=reference)
    listed = changes.listed(now, found, MOST_CHANGES)
    return w(N_("Changed from {reference}: {changes}."), reference=reference, changes=listed)


def _growth(now: State, needed: float) -> str:
    """Growth that is needed, on the safe side; where GDP may shrink, by how much."""
    w = now.wording
    rate = w.rate(needed, rounding=ROUND_CEILING).removeprefix("−")
    return w(FALL if _falls(now, needed) else GROWTH, rate=rate)


def _falls(now: State, needed: float) -> bool:
    """Whether GDP may shrink, as far as it is shown."""
    return now.wording.rate(needed, rounding=ROUND_CEILING).startswith("−")


def _up_to(now: State, year: int) -> str:
    return now.wording.years(list(range(year, now.scenario.target_year + 1)))
