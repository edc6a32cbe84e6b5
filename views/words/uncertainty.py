"""Uncertainty: the chance of the target in a sentence, what it means, and how such bands have done."""

from model.economics.uncertainty import chance_from_official, misses, uncertainty
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from model.scenario.levers import levers
from views.state import State
from views.words import notes

ENDS = N_("It is the chance at the end of that year, not of having reached the target at some time before.")
MEASURES = {
    "county": N_(
        "{error} points is the standard deviation of provinces' outcomes from their targets ({low} to {high}, skewed "
        "downward); a county varies more."
    ),
    "municipality": N_(
        "{error} points is the standard deviation of provincial units' outcomes from their targets ({low} to {high}, "
        "skewed downward); this municipality is one of them, and its own error may be larger or smaller."
    ),
}
"""What the default error measures, by what the region is."""
LASTS = N_("{correlation} is the persistence of prefectures' growth around the median, not of misses.")
KNOWN = N_("The {count} misses known here average {mean} points.")
ABSENT = N_("The targets of {years} are not in our data.")
BEYOND = {"<": N_("is less than {chance}"), ">": N_("is more than {chance}")}
"""How a chance is said that `Wording.share` writes with a sign."""


def headline(state: State) -> str:
    """The chance of the target by its deadline in one sentence."""
    w, (goal, year), known = state.wording, state.scenario.target(GDP.key), levers(state.pack)
    calibrated = all(state.scenario[key] == known[key].default for key in (ERROR, PERSISTENCE))
    condition = (
        w(N_("if growth misses what is assumed as announced targets have been missed in the past"))
        if calibrated
        else w(N_("if growth misses what is assumed by the error set here"))
    )
    return w(
        N_("The chance that GDP is at or above {goal} at the end of {year} {chance}, {condition}."),
        goal=f"{w.exactly(goal, GDP.unit)} {w.unit(GDP.unit)}",
        year=year,
        chance=_said(w, uncertainty(state.scenario).chance_in(year)),
        condition=condition,
    )


def calibrated(state: State) -> str:
    """What the band rests on."""
    w, figure = state.wording, state.pack.calibration[ERROR]
    return w(
        N_("± {s} points a year, correlation {r}; n = {count}, {source} {locator}"),
        s=w.number(figure.value, 1),
        r=w.number(state.pack.calibration[PERSISTENCE].value, 1),
        count=figure.observations,
        source=notes.short(state, figure.source),
        locator=figure.locator,
    )


def from_official(state: State) -> str:
    """The chance from the latest official level; empty where the error of its year is not known."""
    chance, w = chance_from_official(state.scenario), state.wording
    return "" if chance is None else w(N_("{chance} from the latest official level"), chance=w.share(chance))


def meaning(state: State) -> list[str]:
    """What the chance is, what its two settings measure by default and what they do not, and which misses are known."""
    w, figures, past = state.wording, state.pack.calibration, misses(state.pack)
    low, high = (w.number(figures[key].value, 1, sign=True) for key in ("lowest_miss", "highest_miss"))
    measures = MEASURES[state.pack.region.kind]
    said = [
        w(ENDS), w(measures, error=w.number(figures[ERROR].value, 1), low=low, high=high),
        w(LASTS, correlation=w.number(figures[PERSISTENCE].value, 1)),
    ]  # fmt: skip
    if past:
        mean = sum(miss.error for miss in past) / len(past)
        said.append(w(KNOWN, count=len(past), mean=w.number(mean * 100, 1, sign=True)))
        years = {miss.year for miss in past}
        if absent := [year for year in range(min(years), max(years)) if year not in years]:
            listed = w.years(absent).rsplit(", ", 1)  # Chinese separates years by another sign
            said.append(w(ABSENT, years=" and ".join(listed)))
    return said


def _said(w: Wording, chance: float) -> str:
    """The chance as a part of a sentence: where it is next to none or next to certain, in words."""
    shown = w.share(chance)
    return w(BEYOND.get(shown[0], N_("is {chance}")), chance=shown.lstrip("<>"))
