"""`solve`: for each lever, the value with which its target is met."""

import argparse
import dataclasses
from collections.abc import Sequence
from decimal import ROUND_CEILING
from typing import Any

from model.answer import Answer, said
from model.command import given, written
from model.command.parser import Command, Parser, nearest, unknown
from model.command.project import DIGITS, notes
from model.command.text import table
from model.command.written import Cell, Forms
from model.economics import phrases
from model.economics.solve import Solution, apply, indicator_of, solvable
from model.economics.verdict import judge, required_by_price_change, solved
from model.economics.verdict_sentences import FROM_BASELINE, FROM_OFFICIAL, why_zero
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.region.indicators import BY_KEY, GDP
from model.scenario.scenario import target_levers

SAYS = N_("the value at which each lever meets its target, all else held")
EXAMPLES = (
    ("solve", N_("every lever that a target hangs on")),
    ("solve --lever gdp_later --level 600 --by 2030", N_("the later growth that leads to 600 亿元 by the end of 2030")),
    ("solve --lever fai_later --level 200 --by 2030", N_("the same of investment, at its own target")),
    ("solve --lever gdp_base --set gdp_later=7 --json", N_("one lever with all its digits, for a program")),
)
NOT_SOLVED = (
    N_("is not solved for, because no target hangs on it; the nearest: {nearest}; {program} solve shows all"),
    N_("is not solved for, because no target hangs on it; {program} solve shows all; choose one of them"),
)
SEVERAL = N_(
    "is of one indicator, and levers of several are named (got {got}); leave it out, and set each target by itself: "
    "{instead}"
)
ONE_READING = N_("{words} (from the baseline; from the latest official level it stays {gap} {unit} short)")
HEADS = ("lever", "indicator", "needed", "now", "unit", "place", "met", "words")


def declare(parser: Parser) -> None:
    """Adds its options."""
    w = parser.w
    given.declare(parser)
    group = parser.add_argument_group(w(N_("question")))
    group.add_argument(
        "--lever", action="append", default=[], metavar="KEY",
        help=w(N_("solve for this lever, as often as needed; exit code 1 where one has no value that it allows")),
    )  # fmt: skip
    level, year = target_levers(GDP.key)
    group.add_argument(
        "--level", metavar="LEVEL",
        help=w(
            N_("level to reach of the indicator whose lever is named; without one, of GDP, as --set {key}=…"), key=level
        ),
    )  # fmt: skip
    group.add_argument(
        "--by", metavar="YEAR",
        help=w(N_("deadline of the indicator whose lever is named; without one, of GDP, as --set {key}=…"), key=year),
    )  # fmt: skip
    written.declare(parser)


def run(options: argparse.Namespace) -> int:
    """0; 1 where a lever that was asked for has no value that it allows."""
    options.set += _target(options)
    answer = given.answer_to(options)
    known = solvable(answer.pack)
    if others := [key for key in options.lever if key not in known]:
        raise Refused([unknown(key, NOT_SOLVED, nearest(key, known)) for key in others])
    found = [solved(key, answer.scenario) for key in options.lever or known]
    prices = [] if options.lever else _prices(answer)
    forms = Forms(
        lambda: [*_table(answer, found), *prices], lambda: _rows(answer, found), lambda: _parts(answer, found)
    )
    written.show(forms, notes(answer), options)
    return int(bool(options.lever) and any(each.place != "within" for each in found))


COMMAND = Command(SAYS, EXAMPLES, declare, run)


def _target(options: argparse.Namespace) -> list[str]:
    """The target that was typed, as it is set. Raises `Refused` where the levers named are of several indicators."""
    found = dict.fromkeys(indicator_of(key) for key in options.lever)
    indicators = [key for key in found if key in BY_KEY] or [GDP.key]
    keys = zip(*map(target_levers, indicators), strict=True)
    typed = [
        (option, each, value)
        for option, each, value in zip(("--level", "--by"), keys, (options.level, options.by), strict=True)
        if value is not None
    ]
    if len(indicators) > 1 and typed:
        raise Refused([_several(option, indicators, each) for option, each, _ in typed])
    return [f"{each[0]}={value}" for _, each, value in typed]


def _several(option: str, indicators: Sequence[str], keys: Sequence[str]) -> Problem:
    instead = ", ".join(f"--set {key}=…" for key in keys)
    return Problem.at(option, SEVERAL, got=", ".join(indicators), instead=instead)


def _table(answer: Answer, found: Sequence[Solution]) -> list[str]:
    w, scenario, lines = answer.wording, answer.scenario, []
    for indicator in answer.pack.indicators:
        rows = [
            [each.lever.key, phrases.name(each.lever, w), *phrases.both(each, scenario, w),
             _words(answer, each)]
            for each in found if indicator_of(each.lever.key) == indicator.key
        ]  # fmt: skip
        if rows:
            level, year = scenario.target(indicator.key)
            target = f"{w.exactly(level, indicator.unit)} {w.unit(indicator.unit)}"
            heads = ["", "", w(N_("needed")), w(N_("now")), w(N_("in words"))]
            title = w(N_("{name}: {level} by the end of {year}"), name=w(indicator.name), level=target, year=year)
            lines += ["", title, *table([heads, *rows], (2, 3), indent="  ")]
    return lines[1:]


def _words(answer: Answer, found: Solution) -> str:
    """The solution in words; with how far the latest official level then leads short of the target, where it does."""
    w, scenario = answer.wording, answer.scenario
    said, key = phrases.solution(found, scenario, w), found.lever.key
    if indicator_of(key) != GDP.key or not (found.place == "within" or (found.met and found.value is not None)):
        return said
    tried = apply(found, scenario) if found.place == "within" else scenario
    official = judge(tried).from_official
    if official is None or official.reached:
        return said
    _, gap = w.against(official.level, tried.target(GDP.key)[0], GDP.unit, DIGITS)
    return w(ONE_READING, words=said, gap=gap, unit=w.unit(GDP.unit))


def _prices(answer: Answer) -> list[str]:
    """The growth needed at other price changes, in both readings; nothing where no year is left."""
    w, readings = answer.wording, answer.verdict.readings
    found = [each for each in required_by_price_change(answer.scenario) if each.from_baseline is not None]
    if not found:
        return []
    rows = [
        [w.change(each.price_change, 1), *(
            "–" if needed is None else w.rate(needed, rounding=ROUND_CEILING)
            for needed in (each.from_baseline, each.from_official)[: len(readings)]
        )]
        for each in found
    ]  # fmt: skip
    heads = [
        w(N_("{reading}, {years}"), reading=w(name), years=w.years(list(reading.years)))
        for name, reading in zip((FROM_BASELINE, FROM_OFFICIAL), readings, strict=False)
    ]
    heads, title = [w(N_("price change a year")), *heads], w(N_("Real growth needed, by price change"))
    return ["", title, *table([heads, *rows], (0, 1, 2), indent="  "), why_zero(answer.pack, w)]


def _rows(answer: Answer, found: Sequence[Solution]) -> list[Sequence[Cell]]:
    rows: list[Sequence[Cell]] = [HEADS]
    for each in found:
        lever = each.lever
        needed, now = (written.outside(value, lever) for value in (each.value, answer.scenario[lever.key]))
        met, words = str(each.met).lower(), _words(answer, each)
        rows.append([lever.key, indicator_of(lever.key), needed, now, lever.unit, each.place, met, words])
    return rows


def _parts(answer: Answer, found: Sequence[Solution]) -> dict[str, Any]:
    return {
        **answer.made_from,
        "scenario": said(answer.scenario),
        "solutions": [
            {
                "lever": each.lever.key,
                "indicator": indicator_of(each.lever.key),
                **{key: value for key, value in dataclasses.asdict(each).items() if key != "lever"},
                "now": answer.scenario[each.lever.key],
                "words": _words(answer, each),
            }
            for each in found
        ],
        "required_by_price_change": [each._asdict() for each in required_by_price_change(answer.scenario)],
        "problems": list(answer.problems),
    }
