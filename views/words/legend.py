"""What the marks of the GDP chart mean, for documents and pictures."""

from model.economics.uncertainty import Uncertainty
from model.language.words import N_
from model.region.indicators import GDP
from model.region.records import ERROR, PERSISTENCE
from views.charts import path_rows
from views.state import State
from views.words import names, notes

BAND_WORDS = {
    "county": N_("50 % and 80 % of outcomes, minimum width; chance at the end of {year}: {chance}"),
    "municipality": N_("50 % and 80 % of outcomes; chance at the end of {year}: {chance}"),
}
"""What the band is, by what the region is."""


def meanings(now: State, sure: Uncertainty | None) -> dict[str, str]:
    """What the marks of the charts mean, of those that are there, by what they stand for."""
    w = now.wording
    low, _, high = now.scenario.baseline_range
    area = {"band": _area_words(now, sure)} if sure or low < high else {}
    past = {"history": _history_words(now)} if path_rows.drawn_history(now.pack) else {}
    outcome = {"outcome": w(N_("official outcome"))} if now.pack.outcomes else {}
    return {
        "scenario": w(N_("this scenario")),
        **area,
        "reference": w(N_("{name} (reference)"), name=names.name_of_reference(now)),
        **past,
        **outcome,
        "target": w(N_("target and deadline")),
    }


def calibrated(now: State) -> str:
    """What the band rests on."""
    w, figure = now.wording, now.pack.calibration[ERROR]
    return w(
        N_("± {s} points a year, correlation {r}; n = {count}, {source} {locator}"),
        s=w.number(figure.value, 1),
        r=w.number(now.pack.calibration[PERSISTENCE].value, 1),
        count=figure.observations,
        source=notes.short(now, figure.source),
        locator=figure.locator,
    )


def _area_words(now: State, sure: Uncertainty | None) -> str:
    """What the area behind the GDP chart is."""
    w = now.wording
    if sure is None:
        low, _, high = now.scenario.baseline_range
        return w(N_("from a baseline of {range}"), range=w.span(low, high, GDP.unit))
    chance = w.share(sure.chance_in(now.scenario.target_year))
    return w(BAND_WORDS[now.pack.region.kind], year=now.scenario.target_year, chance=chance)


def _history_words(now: State) -> str:
    first = now.pack.base_year - path_rows.PAST
    unsafe = [f.year for f in now.pack.history if f.indicator == GDP.key and f.trust == "D" and f.year >= first]
    w, derived = now.wording, path_rows.derived_history(now.pack)
    details = [
        w(N_("omitted, inconsistent definitions: {years}"), years=w.years(unsafe)) if unsafe else "",
        w(N_("derived: {years}"), years=w.years(derived)) if derived else "",
    ]
    said = w.listing([*filter(None, details)])
    return w(N_("history ({said})"), said=said) if said else w(N_("history"))
