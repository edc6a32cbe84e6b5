"""The scenario that a command is asked about: the plan or a link, with levers set on top of it."""

import dataclasses
import functools
import sys
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import click

from model.answer import Answer, understood
from model.cli.help import language, unknown
from model.cli.output import note
from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.rates import rate
from model.language.words import N_
from model.link.doubts import doubts
from model.link.file import LARGEST, open_any
from model.link.link import Opened
from model.progress.report_rows import add, offered, with_rows
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.lever import REFUSED, Lever, outside
from model.scenario.levers import levers, series_of
from model.scenario.scenario import lever_at, plan
from model.work.work import Work

NO_VALUE = N_("is not a lever and its value (got {got}); KEY=VALUE is needed, as in gdp_later=8; write it so")
NOT_A_NUMBER = N_("is not a number (got {got}); allowed: {low} to {high}; write digits and a decimal point")


def scenario_options(command: Callable[..., int]) -> Callable[..., int]:
    """Adds LINK, --set and --region; the command gets the answer for the scenario that they give."""

    @click.argument("link", required=False, help=N_(
        "a link in quotation marks, or the part of it after the ?; - reads a link, or a file of scenarios that a page "
        "saved, from standard input; without it, the plan"
    ))  # fmt: skip
    @click.option("--set", "sets", multiple=True, metavar="KEY=VALUE", help=N_(
        "set a lever, as often as needed: growth in per cent, levels in the unit of the data, years; gdp@2026=5 sets "
        "one year by hand"
    ))  # fmt: skip
    @click.option("--region", metavar="KEY", help=N_(
        "the region whose plan is taken; by default the link's"
    ))  # fmt: skip
    @functools.wraps(command)
    def with_answer(link: str | None, sets: tuple[str, ...], region: str | None, **others: Any) -> int:
        return command(answer=_answer(link, sets, region), **others)

    return with_answer


def _answer(link: str | None, typed: Iterable[str], region: str | None) -> Answer:
    """The answer for the scenario; what may be meant otherwise is noted on standard error. Raises `Refused`."""
    known = _regions(region)
    opened = None if link is None else _opened(link, known)
    work = opened.work if opened else Work(plan(next(iter(known.values()))))
    answer = Answer(changed(work, typed), language(opened.language if opened else None), opened)
    for problem in doubts(answer.work) if typed else ():
        click.echo(note(answer.wording.shown(problem), answer.language), err=True)
    return answer


def changed(work: Work, typed: Iterable[str]) -> Work:
    """The work with every `KEY=VALUE` set. Raises `Refused` with all faults."""
    problems: list[Problem] = []
    for each in typed:
        try:
            work = _changed(work, each)
        except Refused as refusal:
            problems += refusal.problems
    if problems:
        raise Refused(problems)
    return work


def _changed(work: Work, typed: str) -> Work:
    key, value = parted(typed, "--set", NO_VALUE)
    lever, year = find(key, with_rows(work.pack, offered(work.pack)), "--set")
    if lever.series in offered(work.pack):
        work = work.projecting(add(lever.series, work.pack))
    amount, scenario = allowed(key, number(key, value, lever), lever), work.scenario
    scenario = scenario.by_hand(lever.series, year, amount) if year else scenario.set(**{lever.key: amount})
    return dataclasses.replace(work, scenario=scenario)


def parted(typed: str, option: str, refusal: str) -> tuple[str, str]:
    """The key and the value of `KEY=VALUE`, also of one in full-width characters. Raises `Refused`."""
    key, _, value = (part.strip() for part in amounts.folded(typed).partition("="))
    if not (key and value):
        raise Refused([Problem.at(option, refusal, got=typed)])
    return key, value


def find(key: str, pack: Pack, option: str) -> tuple[Lever, int | None]:
    """See `lever_at`. Raises `Refused` with the keys that are like it."""
    series, _, year = key.partition("@")
    if key not in levers(pack) and not (series in series_of(pack) and year.isdecimal()):
        years = (f"{series}@{pack.first_year}" for series in series_of(pack))
        raise Refused([unknown(option, key, [*levers(pack), *years])])
    return lever_at(key, pack)


def number(where: str, typed: str, lever: Lever) -> Decimal:
    """The number that was typed, rates in per cent and levels in the unit of the data. Raises `Refused`."""
    units = amounts.units_behind(lever.unit)
    found = amounts.split(typed, units)
    if found is None:
        raise Refused([dataclasses.replace(outside(lever, typed, NOT_A_NUMBER), where=where)])
    return Decimal(found[0]).scaleb(units.get(found[1], 0))


def allowed(where: str, value: Decimal, lever: Lever) -> float:
    """The same in the unit of the model. Raises `Refused` where the lever does not allow it."""
    inside = rate(str(value)) if lever.kind == "rate" else float(value)
    if fault := lever.fault(inside):
        raise Refused([dataclasses.replace(outside(lever, f"{value:f}", REFUSED[fault]), where=where)])
    return inside


def _regions(chosen: str | None) -> Mapping[str, Pack]:
    """The packs of all regions, or of the one that was chosen. Raises `Refused` where there is none."""
    known = packs()
    if chosen is None:
        return known
    if chosen not in known:
        raise Refused([unknown("--region", chosen, known)])
    return {chosen: known[chosen]}


def _opened(typed: str, known: Mapping[str, Pack]) -> Opened:
    """What the link or the saved file says. Raises `Refused` where nothing was understood."""
    if typed == "-":
        typed = sys.stdin.buffer.read(4 * LARGEST + 1).decode("utf-8", "replace") if sys.stdin else ""
    return understood(typed, open_any(typed, known))
