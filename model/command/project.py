"""`project`: paths and verdict."""

import argparse
from collections.abc import Sequence
from decimal import Decimal

from model import further
from model.answer import Answer, Row
from model.command import beside, given, written
from model.command.parser import Command, Parser, among
from model.command.text import table
from model.command.written import Cell, Forms
from model.indicators import BY_KEY, GDP
from model.problem import Problem
from model.projection import CONSTANT
from model.rates import plain, shift
from model.rounding import MOST_DIGITS, on_its_side, significant_growth
from model.target import meets
from model.verdict import STATUSES, Status
from model.vintages import Origin
from model.words import N_

SAYS = N_("paths and verdict of the plan, of a link, or of levers of your own")
EXAMPLES = (
    ("project", N_("the plan")),
    ("project --set gdp_later=8 --set gdp@2026=5", N_("the plan with levers of your own")),
    ("project --region fengjie@2024", N_("the plan from the outcomes of that year on")),
    ('project "gdp=6.5,9" --json', N_("a link, for a program")),
    ("project --set deflator_later=-1 --format csv", N_("a tidy table: one row an indicator and year")),
    ("project --further tourism_revenue:20:12", N_("with a row of the plan report drawn on beside it")),
    ("project --expect depends", N_("exit code 0 only where the verdict is that")),
)
STATUS: dict[Status, str] = {
    "reached": N_("reached"),
    "depends": N_("depends on the baseline"),
    "not_reached": N_("not reached"),
}
ABOVE = N_("target {goal} {unit} by {year}: {status}; level {level}, {gap} above")
SHORT = N_("target {goal} {unit} by {year}: {status}; level {level}, {gap} short")
JUST = N_("target {goal} {unit} by {year}: {status}; level {level}, just the target")
CHANCE = N_("chance of being at or above the target at the end of {year}: {chance}")
DOUBTFUL: dict[Origin, str] = {
    "derived": N_("{base}: derived, not printed: {names}"),
    "typed": N_("{base}: typed, without a source: {names}"),
    "set": N_("{base}: set by hand: {names}"),
}
"""What is said of baselines that no publication holds."""
NOT_SHOWN = N_("lies after {last}, the last year shown here; --set horizon={year} shows more")
HEADS = tuple("growth_percent" if column == "growth" else column for column in Row._fields)


def declare(parser: Parser) -> None:
    """Adds its options."""
    given.declare(parser)
    beside.declare(parser)
    written.declare(parser)
    parser.add_argument_group(parser.w(N_("for scripts"))).add_argument(
        "--expect", metavar="|".join(STATUSES), help=parser.w(N_("exit code 1 where the verdict is another"))
    )


def run(options: argparse.Namespace) -> int:
    """0; 1 where the verdict is not the one expected."""
    if options.expect is not None:
        among("--expect", options.expect, STATUSES)
    answer = beside.added(given.answer_to(options), options)
    given.say(_not_shown(options.set, answer), answer)
    forms = Forms(lambda: _table(answer), lambda: _rows(answer), lambda: answer.parts)
    written.show(forms, notes(answer), options)
    return int(options.expect not in (None, answer.verdict.status))


COMMAND = Command(SAYS, EXAMPLES, declare, run)


def notes(answer: Answer) -> list[str]:
    """What of a link could not be used or has moved, a line each."""
    return [given.note(problem, answer) for problem in answer.problems]


def _not_shown(typed: Sequence[str], answer: Answer) -> list[Problem]:
    """The years that were set by hand and lie after all that is shown."""
    last, keys = answer.scenario.last_year, dict.fromkeys(given.parts(each)[0] for each in typed)
    years = ((key, key.partition("@")[2]) for key in keys)
    return [Problem.at(key, NOT_SHOWN, last=last, year=year) for key, year in years if year and int(year) > last]


def verdict(answer: Answer) -> str:
    """The verdict in one line, rounded so that no number contradicts it; just the target where pages show that."""
    w, scenario, found = answer.wording, answer.scenario, answer.verdict
    goal = Decimal(plain(scenario["target_level"]))
    just, digits = w.just(found.level, float(goal), GDP.unit), min(max(3, -int(goal.as_tuple().exponent)), MOST_DIGITS)
    level = f"{goal:f}" if just else _against(found.level, goal, digits)
    return w(
        JUST if just else ABOVE if found.reached else SHORT, goal=f"{goal:f}", unit=w.unit(GDP.unit),
        year=scenario.target_year, status=w(STATUS[found.status]), level=level, gap=f"{abs(Decimal(level) - goal):f}",
    )  # fmt: skip


def _table(answer: Answer) -> list[str]:
    w, goal = answer.wording, Decimal(plain(answer.scenario["target_level"]))
    rows = [["", *map(str, answer.projection.years)]]
    for key, path in answer.projection.paths.items():
        levels = [_against(level, goal, 1) if key == GDP.key else f"{level:.1f}" for level in path]
        rows.append([_name(key, answer), *levels])
    return [
        *table(rows, range(1, len(rows[0]))),
        "",
        *_further(answer),
        w(N_("levels at current prices, but where constant prices of {base} are named")),
        *(w(message, names=w.listing(names)) for kind, message in DOUBTFUL.items() if (names := _from(kind, answer))),
        verdict(answer),
        w(CHANCE, year=answer.scenario.target_year, chance=w.share(answer.chance)),
    ]


def _further(answer: Answer) -> list[str]:
    """The further paths as a table of their own, for their first year may be another; nothing where there are none."""
    w, pack, rows = answer.wording, answer.pack.own, []
    for key, path in answer.further.items():
        row = pack.statements[key]
        name = w(N_("{name}, {unit}"), name=w.either(row.name_zh, row.name_en), unit=row.unit_zh)
        rows.append([name, *(f"{level:.1f}" for level in path["path"])])
    if not rows:
        return []
    years = map(str, further.years(pack, answer.scenario.last_year))
    return [*table([[w(N_("further paths")), *years], *rows], range(1, len(rows[0]))), ""]


def _name(key: str, answer: Answer) -> str:
    w = answer.wording
    if key == CONSTANT:
        return w(N_("{name} at {base} prices, {unit}"), name=w(GDP.short), unit=w.unit(GDP.unit))
    return w(N_("{name}, {unit}"), name=w(BY_KEY[key].short), unit=w.unit(BY_KEY[key].unit))


def _rows(answer: Answer) -> list[Sequence[Cell]]:
    """The rows of the frame, growth in per cent."""
    return [HEADS, *(row._replace(growth=shift(significant_growth(row.growth), 2)) for row in answer.rows)]


def _against(level: float, goal: Decimal, digits: int) -> str:
    """A level with as many decimals as leave it on its side of the goal."""
    return f"{on_its_side(level, goal, digits, below=not meets(level, float(goal))):f}"


def _from(kind: Origin, answer: Answer) -> list[str]:
    """The indicators whose baseline is of that origin."""
    return [answer.wording(BY_KEY[key].short) for key, origin in answer.origins.items() if origin == kind]
