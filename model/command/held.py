"""What a link holds: every scenario in it, lever by lever, and what each showed and shows."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from model.answer import PAGE, PLACES, Answer, said
from model.command.text import table
from model.command.written import Cell, Forms, outside
from model.economics import phrases, presets
from model.economics.verdict_sentences import STATUS
from model.language.data_units import DataUnits
from model.language.rates import plain
from model.language.wording import Wording
from model.language.words import N_
from model.link.editions import current
from model.link.headline import Shown, headline
from model.progress import further
from model.progress.further import SLOTS, Further
from model.region.indicators import GDP
from model.scenario.differences import setting
from model.scenario.levers import RATES, Lever, levers
from model.scenario.levers import SLOTS as WHEN
from model.scenario.scenario import Scenario, plan

REFERENCE = "plan"
HEADLINE = N_("{level} {unit}, {status}")
UNKNOWN = N_("not said")


def forms(answer: Answer) -> Forms:
    """What the link of the answer holds, in every form."""
    return Forms(lambda: _table(answer), lambda: _rows(answer), lambda: _parts(answer))


def _scenarios(answer: Answer) -> dict[str, Scenario]:
    return dict(zip(PLACES, (answer.scenario, *answer.work.kept), strict=False))


def _showed(answer: Answer) -> list[Shown | None]:
    """What each scenario showed when the link was made, as far as it says."""
    then = answer.opened.shown if answer.opened else ()
    return [*then, *[None] * len(_scenarios(answer))][: len(_scenarios(answer))]


def _table(answer: Answer) -> list[str]:
    w, pack, opened = answer.wording, answer.pack, answer.opened
    made = opened.edition if opened and opened.edition is not None else w(UNKNOWN)
    about = [
        (w(N_("Region")), f"{pack.key}: {w.either(pack.region.name_zh, pack.region.name_en)}"),
        (w(N_("Language")), opened.language if opened and opened.language else w(UNKNOWN)),
        (w(N_("Reference")), PLACES[answer.work.reference] if answer.work.reference else w(presets.name("plan", pack))),
        (w(N_("Data and model")), w(N_("edition {made}; today it is {now}"), made=made, now=current())),
    ]
    scenarios = _scenarios(answer)
    results = [("", w(N_("name")), w(N_("showed")), w(N_("shows now")))]
    for (place, scenario), showed in zip(scenarios.items(), _showed(answer), strict=True):
        now = headline(scenario)
        name = scenario.name or w(N_("without a name"))
        results.append((_place(place, w), name, _said(answer, showed), _said(answer, now)))
    heads = ["", "", *(_place(place, w) for place in scenarios), w(presets.name("plan", pack))]
    assumed = table([heads, *_levers(answer)], range(2, len(heads)))
    return [*table(about), "", *table(results), "", *assumed, *_further(answer)]


def _place(place: str, w: Wording) -> str:
    """What a scenario's column is called: the kept ones as in the link."""
    return w(N_("on the page")) if place == PAGE else place


def _said(answer: Answer, shown: Shown | None) -> str:
    w = answer.wording
    if shown is None:
        return w(UNKNOWN)
    return w(HEADLINE, level=plain(shown.level), unit=w.unit(GDP.unit), status=w(STATUS[shown.status]))


def _levers(answer: Answer) -> list[list[str]]:
    """A row for each lever and each year set by hand: what it is in every scenario, and in the plan."""
    w, pack = answer.wording, answer.pack
    every = (*_scenarios(answer).values(), plan(pack))
    rows = [
        [key, phrases.name(lever, w), *(lever.written(scenario[key]) for scenario in every)]
        for key, lever in levers(pack).items()
    ]
    for series, year in _years(answer):
        name = w(N_("{name} {year}"), name=w(RATES[series]), year=year)
        marked = (setting(scenario, series, year) for scenario in every)
        written = levers(pack)[f"{series}_later"].written
        values = [w(phrases.MARKS[each.mark], value=written(each.value)) for each in marked]
        rows.append([f"{series}@{year}", w(N_("{name} ({unit})"), name=name, unit="%"), *values])
    return rows


def _further(answer: Answer) -> list[str]:
    """A row for each further path: its growth; nothing where there is none."""
    w, own = DataUnits(answer.language, answer.pack.own.base_year), answer.pack.own
    heads = [w(N_("further paths")), w(N_("growth, %")), *(w(when) for _, when in WHEN)]
    rows = []
    for each in answer.work.further:
        row = own.statements[each.key]
        rates = (lever.written(rate) for lever, rate in _rates(each, answer))
        rows.append([each.key, w.either(row.name_zh, row.name_en), *rates])
    return ["", *table([heads, *rows], range(2, len(heads)))] if rows else []


def _rates(each: Further, answer: Answer) -> list[tuple[Lever, float]]:
    """The growth of a further path, with the lever of each rate."""
    return [(further.lever(each, slot, answer.pack), getattr(each, slot)) for slot in SLOTS]


def _years(answer: Answer) -> list[tuple[str, int]]:
    """The years that are set by hand in any of the scenarios."""
    return sorted({(series, year) for each in _scenarios(answer).values() for series, year, _ in each.overrides})


def _rows(answer: Answer) -> list[Sequence[Cell]]:
    pack, every = answer.pack, (*_scenarios(answer).values(), plan(answer.pack))
    rows: list[Sequence[Cell]] = [["key", "unit", *_scenarios(answer), REFERENCE]]
    rows.append(["name", "", *(scenario.name for scenario in every)])
    for key, lever in levers(pack).items():
        rows.append([key, lever.unit, *(outside(scenario[key], lever) for scenario in every)])
    for series, year in _years(answer):
        lever = levers(pack)[f"{series}_later"]
        rates = (scenario.rates_by_hand(series).get(year) for scenario in every)
        rows.append([f"{series}@{year}", lever.unit, *(outside(rate, lever) for rate in rates)])
    for lever, rate in (pair for each in answer.work.further for pair in _rates(each, answer)):
        same = [outside(rate, lever)] * len(_scenarios(answer))
        rows.append([lever.key, lever.unit, *same, outside(lever.default, lever)])
    return rows


def _parts(answer: Answer) -> dict[str, Any]:
    opened = answer.opened
    return {
        "region": answer.scenario.region,
        "language": opened.language if opened else None,
        "edition": opened.edition if opened else None,
        "reference": PLACES[answer.work.reference] if answer.work.reference else REFERENCE,
        "scenarios": [
            {
                "place": place,
                **said(scenario),
                "locks": [f"{series}@{year}" for series, year in scenario.locks],
                "showed": dataclasses.asdict(showed) if showed else None,
                "shows": dataclasses.asdict(headline(scenario)),
            }
            for (place, scenario), showed in zip(_scenarios(answer).items(), _showed(answer), strict=True)
        ],
        "further": {each.key: {slot: getattr(each, slot) for slot in SLOTS} for each in answer.work.further},
        "problems": list(answer.problems),
    }
