"""`project`: paths and verdict."""

from collections.abc import Sequence
from decimal import Decimal

import click

from model.answer import Answer, Row
from model.cli.help import Command, OneOf, language_options
from model.cli.output import Cell, Forms, Show, output_options, table
from model.cli.scenario_options import scenario_options
from model.economics import verdict_sentences
from model.economics.cautions import cautions
from model.economics.phrases import extended_growth
from model.economics.projection import DERIVED_PATHS
from model.economics.verdict import STATUSES
from model.language.rates import plain, shift
from model.language.rounding import beside, significant_growth
from model.language.words import N_
from model.scenario.differences import differences
from model.scenario.origins import Origin
from model.scenario.scenario import Scenario, plan

EXAMPLES = (
    ("project", N_("the plan")),
    ("project --set gdp_later=8 --set gdp@2026=5", N_("the plan with levers of your own")),
    ('project "region=fengjie&base=2024"', N_("the plan from the outcomes of that year on")),
    ('project "gdp=6.5,9" --json', N_("a link, for a program")),
    ("project --set tourism_revenue_later=12 --csv", N_("with a row of the plan report projected too")),
    ("project --expect not_reached", N_("exit code 0 only where the verdict is that")),
)
CHANCE = N_("chance of being at or above the target at the end of {year}: {chance} from the baseline")
BOTH_CHANCES = N_(
    "chance of being at or above the target at the end of {year}: {chance} from the baseline, {official} from the "
    "latest official level"
)
DOUBTFUL: dict[Origin, str] = {
    "derived": N_("{base}: derived; no published figure: {names}"),
    "typed": N_("{base}: typed, without a source: {names}"),
    "set": N_("{base}: set by hand: {names}"),
}
"""What is said of baselines that no publication holds."""
CARRIED = N_("{base}: carried forward at the plan's growth; no published figure: {names}")
"""The same of what is derived where the plan starts from outcomes."""
SAVED = N_("{place} ({name}): {text}")
DIFFERENT = N_("Differs from the plan: {names}")
HEADS = tuple("growth_percent" if column == "growth" else column for column in Row._fields)


@click.command(
    cls=Command, examples=EXAMPLES, help=N_("paths and verdict of the plan, of a link, or of levers of your own")
)  # fmt: skip
@scenario_options
@click.option("--expect", type=OneOf(STATUSES), help=N_("exit code 1 where the verdict is another"))
@output_options
@language_options
def project(answer: Answer, expect: str | None, show: Show) -> int:
    """0; 1 where the verdict is not the one expected."""
    show(Forms(lambda: _table(answer), lambda: _rows(answer), lambda: answer.parts), answer)
    return int(expect not in (None, answer.verdict.status))


def verdict(answer: Answer) -> list[str]:
    """The verdict: its status with the levels, then the other sentences, a line each."""
    w = answer.wording
    levels, *others = verdict_sentences.sentences(answer.scenario, w)
    status = w(N_("{said}."), said=verdict_sentences.status(answer.verdict, w))
    return [w.flow((status, levels)), *filter(None, others)]


def _saved(answer: Answer) -> list[str]:
    """The verdict of every saved scenario of the link, a line each."""
    w = answer.wording
    return [
        w(SAVED, place=place, name=each.scenario.name, text=verdict(each)[0])
        for place, each in answer.scenarios.items()
        if place != answer.place
    ]


def _different(answer: Answer) -> list[str]:
    """The levers that are not the plan's, as they are set here."""
    found = differences(answer.scenario, plan(answer.pack))
    said = [f"{each.key}={each.lever.written(each.own.value)}" for each in found]
    return [answer.wording(DIFFERENT, names=", ".join(said))] if said else []


def _table(answer: Answer) -> list[str]:
    w, scenario = answer.wording, answer.scenario
    doubtful = {**DOUBTFUL, "derived": CARRIED} if answer.pack.rebased else DOUBTFUL
    rows = [["", *map(str, answer.projection.years)]]
    for key, path in answer.projection.paths.items():
        rows.append([_name(key, answer), *(_level(level, key, scenario) for level in path)])
    return [
        *table(rows, range(1, len(rows[0]))),
        "",
        w(N_("Levels are from the baseline, at current prices unless marked.")),
        *(w(message, names=w.listing(names)) for kind, message in doubtful.items() if (names := _from(kind, answer))),
        *filter(None, [extended_growth(answer.scenario, w)]),
        *_different(answer),
        *verdict(answer),
        *cautions(scenario, w),
        _chance(answer),
        *_saved(answer),
    ]


def _chance(answer: Answer) -> str:
    """The chance from the baseline and, where the error of its year is known, from the latest official level."""
    w, official = answer.wording, answer.chance_from_official
    values = {"year": answer.scenario.target_year, "chance": w.share(answer.chance)}
    return w(CHANCE, **values) if official is None else w(BOTH_CHANCES, **values, official=w.share(official))


def _name(key: str, answer: Answer) -> str:
    w, unit = answer.wording, answer.projection.points[key][0].unit
    name = DERIVED_PATHS[key].name if key in DERIVED_PATHS else answer.pack.indicator(key).short
    return w(N_("{name}, {unit}"), name=w(name), unit=w.unit(unit))


def _rows(answer: Answer) -> list[Sequence[Cell]]:
    """The rows of the frame; growth in per cent."""
    return [HEADS, *(row._replace(growth=shift(significant_growth(row.growth), 2)) for row in answer.rows)]


def _level(level: float, path: str, scenario: Scenario) -> str:
    """A level with as many decimals as leave it on its side of the target, if the path has one."""
    if path in DERIVED_PATHS:
        return f"{level:.1f}"
    return f"{beside(level, Decimal(plain(scenario.target(path)[0])), 1)[0]:f}"


def _from(kind: Origin, answer: Answer) -> list[str]:
    return [
        answer.wording(answer.pack.indicator(key).short) for key, origin in answer.origins.items() if origin == kind
    ]
