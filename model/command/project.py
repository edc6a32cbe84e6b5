"""`project`: paths and verdict."""

import argparse
from collections.abc import Collection, Sequence
from decimal import Decimal

from model.answer import PAGE, PLACES, Answer, Row
from model.command import beside, given, written
from model.command.parser import Command, Parser, among
from model.command.text import table
from model.command.written import Cell, Forms
from model.economics import verdict_sentences
from model.economics.cautions import cautions
from model.economics.phrases import extended_growth
from model.economics.projection import CONSTANT
from model.economics.uncertainty import chance_from_official
from model.economics.verdict import STATUSES
from model.language import rounding
from model.language.problem import Problem, Refused
from model.language.rates import plain, shift
from model.language.rounding import significant_growth
from model.language.words import N_
from model.progress import further, replan
from model.region.indicators import BY_KEY, GDP
from model.scenario.origins import Origin

SAYS = N_("paths and verdict of the plan, of a link, or of levers of your own")
EXAMPLES = (
    ("project", N_("the plan")),
    ("project --set gdp_later=8 --set gdp@2026=5", N_("the plan with levers of your own")),
    ("project --region fengjie@2024", N_("the plan from the outcomes of that year on")),
    ('project "gdp=6.5,9" --json', N_("a link, for a program")),
    ("project --set deflator_later=-1 --format csv", N_("a tidy table: one row an indicator and year")),
    ("project --further tourism_revenue:20:12", N_("with a row of the plan report drawn on beside it")),
    ('project "gdp=6.5,9&k1=gdp=5,6~name=low" --scenario k1', N_("a saved scenario of a link")),
    ("project --expect not_reached", N_("exit code 0 only where the verdict is that")),
)
DIGITS = 3
"""Least decimals of the levels in the verdict."""
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
ALL = "all"
MORE = N_("saved in the link too: {names}. --scenario shows one of them, or all")
NOT_ON_IT = N_("changes the scenario on the page, while --scenario asks for {place}; leave one of the two out")
NOT_SHOWN = N_("lies after {last}, the last year shown here; --set horizon={year} shows more")
HEADS = tuple("growth_percent" if column == "growth" else column for column in Row._fields)


def declare(parser: Parser) -> None:
    """Adds its options."""
    given.declare(parser)
    beside.declare(parser)
    written.declare(parser)
    parser.add_argument_group(parser.w(N_("scenarios of a link"))).add_argument(
        "--scenario", metavar="|".join((*PLACES, ALL)),
        help=parser.w(N_(
            "only the one on the page, only a kept one, or all; without it, CSV and JSON hold all, a table that on "
            "the page"
        )),
    )  # fmt: skip
    parser.add_argument_group(parser.w(N_("for scripts"))).add_argument(
        "--expect", metavar="|".join(STATUSES), help=parser.w(N_("exit code 1 where the verdict is another"))
    )


def run(options: argparse.Namespace) -> int:
    """0; 1 where the verdict is not the one expected."""
    if options.expect is not None:
        among("--expect", options.expect, STATUSES)
    answer = beside.added(given.answer_to(options), options)
    given.say(_not_shown(options.set, answer), answer)
    chosen = _chosen(answer, options)
    first, *others = chosen
    forms = Forms(
        table=lambda: _tables(answer, chosen if options.scenario else chosen[:1]),
        csv=lambda: _rows(answer, [each.place for each in chosen]),
        json=lambda: first.parts | {"kept": [each.own for each in others]},
    )
    written.show(forms, notes(answer), options)
    return int(options.expect not in (None, first.verdict.status))


COMMAND = Command(SAYS, EXAMPLES, declare, run)


def notes(answer: Answer) -> list[str]:
    """What of a link could not be used or has moved, a line each."""
    return [given.note(problem, answer) for problem in answer.problems]


def _chosen(answer: Answer, options: argparse.Namespace) -> list[Answer]:
    """The answers that are asked for, one of them at least. Raises `Refused` where the link holds no such scenario."""
    found = answer.scenarios
    if options.scenario in (None, ALL):
        return list(found.values())
    place = among("--scenario", options.scenario, (*found, ALL))
    if options.set and place != PAGE:
        raise Refused([Problem.at("--set", NOT_ON_IT, place=place)])
    return [found[place]]


def _not_shown(typed: Sequence[str], answer: Answer) -> list[Problem]:
    """The years that were set by hand and lie after all that is shown."""
    last, keys = answer.scenario.last_year, dict.fromkeys(given.parts(each)[0] for each in typed)
    years = ((key, key.partition("@")[2]) for key in keys)
    return [Problem.at(key, NOT_SHOWN, last=last, year=year) for key, year in years if year and int(year) > last]


def verdict(answer: Answer) -> list[str]:
    """The verdict: its status with the levels, then the other sentences, a line each."""
    w = answer.wording
    levels, *others = verdict_sentences.sentences(answer.scenario, w, DIGITS)
    status = w(N_("{said}."), said=verdict_sentences.status(answer.verdict, w))
    return [w.flow((status, levels)), *filter(None, others)]


def _tables(answer: Answer, chosen: Sequence[Answer]) -> list[str]:
    """The tables of the scenarios that are asked for; where only the first is, a note names the others."""
    if len(chosen) > 1:
        return [line for each in chosen for line in ("", _called(each), *_table(each))][1:]
    others = [_called(each) for place, each in answer.scenarios.items() if place != chosen[0].place]
    more = [given.note(answer.wording(MORE, names=answer.wording.listing(others)), answer)] if others else []
    return [*_table(chosen[0]), *more]


def _called(answer: Answer) -> str:
    """A scenario by its place in the link, and by its name where it has one."""
    place, name = answer.place, answer.scenario.name
    return answer.wording(N_("{name} ({text})"), name=place, text=name) if name else place


def _table(answer: Answer) -> list[str]:
    w, scenario = answer.wording, answer.scenario
    rows = [["", *map(str, answer.projection.years)]]
    for key, path in answer.projection.paths.items():
        goal = Decimal(plain(scenario.target(GDP.key if key == CONSTANT else key)[0]))
        rows.append([_name(key, answer), *(_against(level, goal, 1) for level in path)])
    return [
        *table(rows, range(1, len(rows[0]))),
        "",
        *_further(answer),
        w(N_("Levels are at current prices unless marked.")),
        *(w(message, names=w.listing(names)) for kind, message in DOUBTFUL.items() if (names := _from(kind, answer))),
        *filter(None, [extended_growth(answer.scenario, w)]),
        *verdict(answer),
        *cautions(scenario, w),
        _chance(answer),
    ]


def _chance(answer: Answer) -> str:
    """The chance from the baseline and, where the error of its year is known, from the latest official level."""
    w, official = answer.wording, chance_from_official(answer.scenario)
    values = {"year": answer.scenario.target_year, "chance": w.share(answer.chance)}
    return w(CHANCE, **values) if official is None else w(BOTH_CHANCES, **values, official=w.share(official))


def _further(answer: Answer) -> list[str]:
    """The further paths as a table of their own, for their first year may be another; nothing where there are none."""
    w, pack, rows, unused = answer.wording, answer.pack.own, [], []
    for key, path in answer.further.items():
        row = pack.statements[key]
        name = w(N_("{name}, {unit}"), name=w.either(row.name_zh, row.name_en), unit=row.unit_zh)
        rows.append([name, *(f"{level:.1f}" for level in path["path"])])
        if typed := further.typed_outcome(key, answer.pack):
            unused.append(replan.written(typed))
    if not rows:
        return []
    years = map(str, further.years(pack, answer.scenario.last_year))
    said = [w(further.UNUSED, outcomes=w.listing(unused))] if unused else []
    return [*table([[w(N_("further paths")), *years], *rows], range(1, len(rows[0]))), *said, ""]


def _name(key: str, answer: Answer) -> str:
    w = answer.wording
    if key == CONSTANT:
        return w(N_("{name} at {base} prices, {unit}"), name=w(GDP.short), unit=w.unit(GDP.unit))
    return w(N_("{name}, {unit}"), name=w(BY_KEY[key].short), unit=w.unit(BY_KEY[key].unit))


def _rows(answer: Answer, places: Collection[str]) -> list[Sequence[Cell]]:
    """The rows of the frame for the scenarios of those places, and of the further paths; growth in per cent."""
    rows = (row for row in answer.rows if not row.scenario or row.scenario in places)
    return [HEADS, *(row._replace(growth=shift(significant_growth(row.growth), 2)) for row in rows)]


def _against(level: float, goal: Decimal, digits: int) -> str:
    """A level with as many decimals as leave it on its side of the goal."""
    return f"{rounding.beside(level, goal, digits)[0]:f}"


def _from(kind: Origin, answer: Answer) -> list[str]:
    """The indicators whose baseline is of that origin."""
    return [answer.wording(BY_KEY[key].short) for key, origin in answer.origins.items() if origin == kind]
