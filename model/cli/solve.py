"""`solve`: for each lever, the value with which its target is met."""

from collections.abc import Sequence
from decimal import ROUND_CEILING
from typing import Any

import click

from model.answer import Answer, said
from model.cli.help import Command, language_options, unknown
from model.cli.output import Cell, Forms, Show, output_options, outside, table
from model.cli.scenario_options import scenario_options
from model.economics import phrases
from model.economics.needed import required_by_price_change, solved
from model.economics.solve import Solution, indicator_of, solvable
from model.economics.verdict_sentences import FROM_BASELINE, FROM_OFFICIAL, solution, why_zero
from model.language.problem import Refused
from model.language.words import N_

EXAMPLES = (
    ("solve", N_("every lever that a target depends on")),
    ("solve --lever gdp_later --set target_level=600", N_("the later growth that leads to 600 亿元")),
    ("solve --lever gdp_base --set gdp_later=7 --json", N_("one lever with all its digits, for a program")),
)
HEADS = ("lever", "indicator", "needed", "now", "unit", "place", "met", "words")


@click.command(
    cls=Command, examples=EXAMPLES, help=N_("the value at which each lever meets its target, all else held")
)  # fmt: skip
@scenario_options
@click.option(
    "--lever", "keys", multiple=True, metavar="KEY",
    help=N_("solve for this lever, as often as needed; exit code 1 where one has no value that it allows"),
)  # fmt: skip
@output_options
@language_options
def solve(answer: Answer, keys: tuple[str, ...], show: Show) -> int:
    """0; 1 where a lever that was asked for has no value that it allows."""
    known = solvable(answer.pack)
    if problems := [unknown("--lever", key, known) for key in keys if key not in known]:
        raise Refused(problems)
    found = [solved(key, answer.scenario) for key in keys or known]
    prices = [] if keys else _prices(answer)
    show(Forms(lambda: [*_table(answer, found), *prices], lambda: _rows(answer, found), lambda: _parts(answer, found)),
         answer)  # fmt: skip
    return int(bool(keys) and any(each.place != "within" for each in found))


def _table(answer: Answer, found: Sequence[Solution]) -> list[str]:
    w, scenario, lines = answer.wording, answer.scenario, []
    for indicator in answer.pack.indicators:
        rows = [
            [each.lever.key, phrases.name(each.lever, w), *phrases.both(each, scenario, w),
             solution(each, answer.scenario, answer.wording)]
            for each in found if indicator_of(each.lever) == indicator.key
        ]  # fmt: skip
        if rows:
            level, year = scenario.target(indicator.key)
            target = f"{w.exactly(level, indicator.unit)} {w.unit(indicator.unit)}"
            heads = ["", "", w(N_("needed")), w(N_("now")), w(N_("in words"))]
            title = w(N_("{name}: {level} by the end of {year}"), name=w(indicator.name), level=target, year=year)
            lines += ["", title, *table([heads, *rows], (2, 3), indent="  ")]
    return lines[1:]


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
        needed, now = (outside(value, lever) for value in (each.value, answer.scenario[lever.key]))
        met, words = str(each.met).lower(), solution(each, answer.scenario, answer.wording)
        rows.append([lever.key, indicator_of(lever), needed, now, lever.unit, each.place, met, words])
    return rows


def _parts(answer: Answer, found: Sequence[Solution]) -> dict[str, Any]:
    return {
        **answer.made_from,
        "scenario": said(answer.scenario),
        "solutions": [
            {
                "lever": each.lever.key,
                "indicator": indicator_of(each.lever),
                "value": each.value,
                "reason": each.reason,
                "place": each.place,
                "met": each.met,
                "now": answer.scenario[each.lever.key],
                "words": solution(each, answer.scenario, answer.wording),
            }
            for each in found
        ],
        "required_by_price_change": [each._asdict() for each in required_by_price_change(answer.scenario)],
        "problems": list(answer.problems),
    }
