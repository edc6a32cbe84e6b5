"""How sure: the chance of the target in a sentence, what it means, and how such bands have done."""

from model.indicators import GDP
from model.levers import levers
from model.rates import rate
from model.records import ERROR, PERSISTENCE
from model.uncertainty import SHARES, how_sure, misses
from model.wording import Wording
from model.words import N_
from views.state import State

MEANING = {
    "county": N_(
        "It is the chance for the end of that year, not of having been there at some time before. The "
        "error is measured on provinces; a county varies more: there the true band is wider, and the true "
        "chance nearer to one half."
    ),
    "municipality": N_(
        "It is the chance for the end of that year, not of having been there at some time before. The error is "
        "measured on all provincial units, of which this municipality is one: its own may be larger or smaller."
    ),
}
"""What the chance is, by what the region is."""
BEYOND = {"<": N_("is less than {chance}"), ">": N_("is more than {chance}")}
"""How a chance is said that `Wording.share` writes with a sign."""


def headline(state: State) -> tuple[str, str]:
    """The chance of the target by its deadline in one sentence, and what it means."""
    w, (goal, year), known = state.wording, state.scenario.target(GDP.key), levers(state.pack)
    calibrated = all(state.scenario[key] == known[key].default for key in (ERROR, PERSISTENCE))
    condition = (
        w(N_("if growth misses what is assumed as announced targets have been missed in the past"))
        if calibrated
        else w(N_("if growth misses what is assumed by the error set here"))
    )
    said = w(
        N_("The chance that GDP is at or above {goal} at the end of {year} {chance}, {condition}."),
        goal=f"{w.exactly(goal, GDP.unit)} {w.unit(GDP.unit)}",
        year=year,
        chance=_said(w, how_sure(state.scenario, state.pack).chance_in(year)),
        condition=condition,
    )
    return said, w(MEANING[state.pack.region.kind])


def _said(w: Wording, chance: float) -> str:
    """The chance as a part of a sentence: where it is next to none or next to certain, in words."""
    shown = w.share(chance)
    return w(BEYOND.get(shown[0], N_("is {chance}")), chance=shown.lstrip("<>"))


def backtest(state: State) -> list[str]:
    """How many past outcomes fell inside the bands, and how many were to be expected."""
    w, past, s = state.wording, misses(state.pack), rate(state.pack.calibration[ERROR].value)
    said = N_(
        "{inside} of {count} past outcomes fell inside the {share} % band of a year's growth; expected: {expected}."
    )
    few = N_("All years of which both numbers are known: too few to prove the band right or wrong.")
    found = [
        w(
            said, inside=sum(miss.inside(share, s) for miss in past), count=len(past), share=round(share * 100),
            expected=w.number(share * len(past), 1),
        )
        for share in SHARES
    ]  # fmt: skip
    return [*found, w(few)]
