"""How sure: the chance of the target, the band, where both come from, and how such bands have done."""

import pyarrow as pa
import streamlit as st

from model.indicators import GDP
from model.levers import levers
from model.projection import project
from model.rates import rate
from model.records import CALIBRATION, ERROR, PERSISTENCE
from model.uncertainty import SHARES, Sure, how_sure, misses
from model.wording import Wording
from model.words import N_
from views import pictures
from views.levers import Follow, lever
from views.sections.places import Places
from views.sheet import CAPTION, Cell, block, listed, table, words
from views.state import State
from views.words import notes
from views.words.source_register import CALIBRATED

TITLE = N_("Chance of being at or above the target, by year")
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


def controls(now: State, follow: Follow) -> None:
    """The error of growth and how long it lasts."""
    for place, key in zip(st.columns(2), (ERROR, PERSISTENCE), strict=True):
        with place:
            lever(now, levers(now.pack)[key], follow)


def draw(now: State, places: Places, drawer: str) -> None:
    """Chances by year with their table, then calibration and backtest."""
    w, sure = now.wording, how_sure(now.scenario, now.pack)
    places.above.html(block(w(TITLE), words(*headline(now, sure))))
    with places.below.container():
        left, right = st.columns([2, 3])
        made = pictures.specs()[pictures.CHANCES]
        left.vega_lite_chart(bars(now, sure), made, alt=w(N_("Chance of the target by year, see the table")))
        right.html(_years(now, sure))
        st.html(calibration(now) + backtest(now))


def headline(now: State, sure: Sure) -> tuple[str, str]:
    """The chance of the target by its deadline in one sentence, and what it means."""
    w, (goal, year), known = now.wording, now.scenario.target(GDP.key), levers(now.pack)
    calibrated = all(now.scenario[key] == known[key].default for key in (ERROR, PERSISTENCE))
    condition = (
        w(N_("if growth misses what is assumed as announced targets have been missed in the past"))
        if calibrated
        else w(N_("if growth misses what is assumed by the error set here"))
    )
    said = w(
        N_("The chance that GDP is at or above {goal} at the end of {year} {chance}, {condition}."),
        goal=f"{w.exactly(goal, GDP.unit)} {w.unit(GDP.unit)}",
        year=year,
        chance=_said(w, sure.chance_in(year)),
        condition=condition,
    )
    return said, w(MEANING[now.pack.region.kind])


def _said(w: Wording, chance: float) -> str:
    """The chance as a part of a sentence: where it is next to none or next to certain, in words."""
    shown = w.share(chance)
    return w(BEYOND.get(shown[0], N_("is {chance}")), chance=shown.lstrip("<>"))


def bars(now: State, sure: Sure) -> pa.Table:
    """The rows of the chart: the chance by year."""
    rows = [
        (year, chance * 100, now.wording.share(chance), year == now.scenario.target_year)
        for year, chance in zip(sure.years, sure.chance.tolist(), strict=True)
    ]
    return pictures.chances_rows(rows[1:])


def _years(now: State, sure: Sure) -> str:
    w, path, goal = now.wording, project(now.scenario, now.pack).paths[GDP.key].tolist(), now.scenario["target_level"]
    rows: list[list[Cell]] = []
    for offset, year in enumerate(sure.years):
        spans = [_span(now, *(float(end[offset]) for end in sure.bands[share])) for share in SHARES]
        middle = w.beside(path[offset], goal, GDP.unit)
        rows.append([str(year), middle, *spans, w.share(float(sure.chance[offset])) if offset else "–"])
    heads = [
        w(N_("End of")),
        w(N_("middle, {unit}"), unit=w.unit(GDP.unit)),
        *(w(N_("{share} % of outcomes"), share=round(share * 100)) for share in SHARES),
        w(N_("chance")),
    ]
    said = w(CAPTION, title=w(TITLE), basis=w.basis(GDP.unit))
    return table(heads, rows, "", (1, 2, 3, 4), caption=said)


def _span(now: State, low: float, high: float) -> str:
    return f"{now.wording.bare(low, GDP.unit)}–{now.wording.bare(high, GDP.unit)}"


def calibration(now: State) -> str:
    """What the error of growth is calibrated with."""
    w, figures = now.wording, now.pack.calibration
    rows: list[list[Cell]] = []
    for key in CALIBRATION:
        count = w(N_("not known")) if figures[key].observations is None else str(figures[key].observations)
        note = w.either(figures[key].note_zh, figures[key].note_en)
        rows.append([w(CALIBRATED[key]), w.number(figures[key].value, 1), count, note])
    heads = [w(text) for text in (N_("Figure"), N_("Value"), N_("observations"), N_("Note"))]
    cited = dict.fromkeys(
        w(N_("{source}, {locator}, trust {trust}"), source=notes.source_name(now, f), locator=f.locator, trust=f.trust)
        for f in figures.values()
    )
    equation = w(
        N_(
            "Errors of log growth follow a stationary AR(1) process; the variance of ln GDP after h years is "
            "s0² + s² (h + 2 Σ (h − k) rᵏ), k = 1 … h − 1, and s0 reads the width of the baseline's range as "
            "its 80 % interval, centred on the baseline. No sampling: every figure is exact for these "
            "assumptions. The path assumed is the median."
        )
    )
    sources = words(w(N_("Sources: {sources}."), sources=w.listing(list(cited))))
    title = w(N_("Where the band comes from"))
    return block(title, words(equation), table(heads, rows, "", (1, 2), caption=title), sources)


def backtest(now: State) -> str:
    """How the calibrated band has done in the past."""
    w, s = now.wording, rate(now.pack.calibration[ERROR].value)
    past = misses(now.pack)
    if not past:
        none = w(N_("The data of this region hold no year of which both an announced target and an outcome are known."))
        return block(w(N_("How such bands have done")), words(none))
    rows: list[list[Cell]] = []
    for miss in past:
        inside = [w(N_("inside") if miss.inside(share, s) else N_("outside")) for share in SHARES]
        name = w(N_("this region") if miss.series == GDP.key else N_("municipality"))
        error = w.number(miss.error * 100, 1, sign=True)
        rows.append([f"{name} {miss.year}", w.rate(miss.target, 1), w.rate(miss.outcome, 1), error, *inside])
    heads = [w(text) for text in (N_("Growth"), N_("announced"), N_("outcome"), N_("points apart"))]
    heads += [w(N_("{share} % band"), share=round(share * 100)) for share in SHARES]
    said = [
        w(
            N_(
                "{inside} of {count} past outcomes fell inside the calibrated {share} % band of one year's "
                "growth, in logs; {expected} were to be expected."
            ),
            inside=sum(miss.inside(share, s) for miss in past),
            count=len(past),
            share=round(share * 100),
            expected=w.number(share * len(past), 1),
        )
        for share in SHARES
    ]
    few = w(
        N_("These are all the years for which both numbers are in the data: too few to prove the band right or wrong.")
    )
    sources = [notes.title(now, key) for key in dict.fromkeys(source for miss in past for source in miss.sources)]
    cited = words(w(N_("Sources: {sources}."), sources=w.listing(sources)))
    title = w(N_("How such bands have done"))
    return block(title, listed([*said, few]), table(heads, rows, "", (1, 2, 3), caption=title), cited)
