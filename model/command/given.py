"""The scenario that a command is asked about: the plan or a link, with levers set on top of it."""

import argparse
import dataclasses
import os
import sys
from collections.abc import Iterable, Mapping

from model.answer import USUAL, Answer, understood
from model.command import files
from model.command.parser import Parser, among, nearest, unknown
from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.rates import percent, plain
from model.language.words import N_
from model.link.file import LARGEST, open_any
from model.link.link import LANGUAGES, UNSORTED, Opened
from model.progress.further import offered
from model.progress.regions import BAD_YEAR, NOTHING_KNOWN, known_years
from model.progress.regions import read as read_region
from model.region.county_text import is_own
from model.region.indicators import GDP
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.levers import REFUSED, Lever, levers, number, outside, series_of
from model.scenario.scenario import Scenario, override_problem, plan
from model.work.work import Work

STANDARD_INPUT = "-"
MOST_BYTES = 4 * LARGEST + 1
"""Of standard input: no more can be a link or a file."""
A_LEVER = N_("is a lever and its value, which is no link; write --set {got}")
A_FILE = N_("is the name of a file; a link is needed, or - for standard input; write - < FILE")
NO_VALUE = N_("is not a lever and its value (got {got}); KEY=VALUE is needed, as in gdp_later=8; write it so")
NO_LEVER = (
    N_("is not the key of a lever; the nearest: {nearest}; {program} --help lists all; correct it"),
    N_("is not the key of a lever; {program} --help lists all; choose one of them"),
)
A_ROW = N_("is a row of the plan report and no lever; project and link draw it on; write --further {row} there")
NO_REGION = N_(
    "is not known here (got {got}); allowed: {allowed}; choose one of them, or one re-based on outcomes, as in {years}"
)
SHOWN_ON_A_PAGE = {
    BAD_YEAR: N_("names a year from which nothing can be planned (got {got}); allowed: {low} to {high}; correct it"),
    NOTHING_KNOWN: N_(
        "names a year of which no outcome is known (got {got}); give one behind it, as in ~gdp@{got}:440"
    ),
}
"""What a page shows the region's own plan in place of, and what is said of it where nothing is shown."""
NO_YEAR = N_("is not a growth rate and a year; growth rates: {allowed}; write it as in gdp@2026=5")
CROSSED = N_("{low} is above gdp_high, {high}; the two are taken the other way round")
OUTSIDE = N_(
    "{got} lies outside the plausible range of {low} to {high}; the range is taken as {least} to {most}; to move the "
    "range too, set gdp_low and gdp_high"
)
NOT_A_NUMBER = N_("is not a number (got {got}); allowed: {low} to {high}; write digits and a decimal point")


def declare(parser: Parser) -> None:
    """Adds the link and the levers."""
    w = parser.w
    group = parser.add_argument_group(w(N_("scenario")))
    group.add_argument(
        "link", nargs="?", type=str, metavar="LINK",
        help=w(N_(
            "a link in quotation marks, or the part of it after the ?; - reads standard input: a link that was saved "
            "(.txt), or a file of scenarios that a page saved (.json), as in - < FILE; without it, the plan"
        )),
    )  # fmt: skip
    group.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE",
        help=w(N_(
            "set a lever, as often as needed: growth in per cent, levels in the unit of the data, years; gdp@2026=5 "
            "sets one year by hand"
        )),
    )  # fmt: skip
    group.add_argument(
        "--region", metavar="KEY",
        help=w(N_(
            "whose plan it is; without it that of the link; KEY@YEAR is the same region, re-based on the outcomes "
            "of that year"
        )),
    )  # fmt: skip


def answer_to(options: argparse.Namespace) -> Answer:
    """The answer for the scenario that the options give; what may be meant otherwise is noted on standard error.

    Raises `Refused` where nothing of it can be used.
    """
    known = _regions(options.region)
    opened = _opened(options.link, known)
    work = opened.work if opened else Work(plan(next(iter(known.values()))))
    pack = work.pack
    work = dataclasses.replace(work, scenario=change(work.scenario, options.set))
    answer = Answer(work, language(options.lang, opened), opened)
    if not getattr(options, "quiet", False):
        say([*_doubtful(options.set, pack), *_crossed(work.scenario), *_outside(work.scenario, opened)], answer)
    return answer


def say(problems: Iterable[Problem], answer: Answer) -> None:
    """Notes them on standard error, a line each."""
    sys.stderr.writelines(f"{note(answer.wording.sentence(problem), answer)}\n" for problem in problems)


def note(text: str, answer: Answer) -> str:
    """The text as a note."""
    return answer.wording(N_("note: {text}"), text=text)


def language(chosen: str | None, opened: Opened | None = None) -> str:
    """The language that was chosen, else the link's, else the environment's. Raises `Refused` where there is none."""
    if chosen is not None:
        return among("--lang", chosen, LANGUAGES)
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    own = next((known for known in LANGUAGES if said.lower().startswith(known)), USUAL)
    return (opened.language if opened else None) or own


def change(scenario: Scenario, typed: Iterable[str]) -> Scenario:
    """The scenario with every `KEY=VALUE` or `SERIES@YEAR=VALUE` set. Raises `Refused` with all faults."""
    problems: list[Problem] = []
    for each in typed:
        key, mark, value = parts(each)
        if not (key and mark and value):
            problems.append(Problem.at("--set", NO_VALUE, got=each))
        elif "@" in key:
            scenario = _by_hand(scenario, key, value, problems)
        elif found := lever(key, scenario.pack, problems):
            wanted = amount(key, value, found, problems)
            scenario = scenario if wanted is None else scenario.set(**{key: wanted})
    if problems:
        raise Refused(problems)
    return scenario


def parts(typed: str) -> tuple[str, str, str]:
    """The key, the mark and the value of `KEY=VALUE`, also of one in full-width characters."""
    key, mark, value = amounts.folded(typed).partition("=")
    return key.strip(), mark, value.strip()


def _doubtful(typed: Iterable[str], pack: Pack) -> list[Problem]:
    """What was set, and can be, but looks like a fraction."""
    last = {key: value for key, _, value in map(parts, typed)}
    found = (like_a_fraction(key, value, _moved_by(key, pack)) for key, value in last.items())
    return [problem for problem in found if problem]


def _crossed(scenario: Scenario) -> list[Problem]:
    """That the baseline's lowest level was set above its highest."""
    low, high = (dict(scenario.values).get(f"{GDP.key}_{end}") for end in ("low", "high"))
    if low is None or high is None or low <= high:
        return []
    return [Problem.at(f"{GDP.key}_low", CROSSED, low=plain(low), high=plain(high))]


def _outside(scenario: Scenario, opened: Opened | None) -> list[Problem]:
    """That the baseline lies outside the range in which it is plausible, unless it was found in reading the link."""
    if opened and any(problem.what == UNSORTED for problem in opened.problems):
        return []
    least, base, most = scenario.baseline_range
    low, high = scenario.plausible
    if low <= base <= high:
        return []
    said = {"got": base, "low": low, "high": high, "least": least, "most": most}
    return [Problem.at(f"{GDP.key}_base", OUTSIDE, **{name: plain(level) for name, level in said.items()})]


def _moved_by(key: str, pack: Pack) -> Lever:
    """The lever of a key, or of the later years where the key is a single year's."""
    series, single, _ = key.partition("@")
    return levers(pack)[f"{series}_later" if single else key]


def like_a_fraction(key: str, typed: str, lever: Lever) -> Problem | None:
    """That a growth rate is typed as if in hundredths; None where it is not."""
    value = number(typed, lever)
    return amounts.like_a_fraction(key, percent(value)) if lever.unit == "%" and value is not None else None


def lever(key: str, pack: Pack, problems: list[Problem]) -> Lever | None:
    """The lever of that key; None, and a fault that names those near it, where there is none."""
    known, row = levers(pack), next((row for row in offered(pack) if row in key), None)
    if key not in known and row:
        problems.append(Problem.at(key, A_ROW, row=row))
    elif key not in known:
        near = [each.key for each in known.values() if each.param == key] or nearest(key, known)
        problems.append(unknown(key, NO_LEVER, near))
    return known.get(key)


def amount(where: str, typed: str, lever: Lever, problems: list[Problem]) -> float | None:
    """The value that was typed for a lever; None, and a fault, where it allows no such value."""
    value = number(typed, lever)
    if value is None:
        what = NOT_A_NUMBER
    elif fault := lever.fault(value):
        what = REFUSED[fault]
    else:
        return value
    problems.append(dataclasses.replace(outside(lever, typed, what), where=where))
    return None


def single(key: str, pack: Pack, problems: list[Problem]) -> tuple[str, int] | None:
    """The series and the year of `SERIES@YEAR`; None, and a fault, where there is no such growth rate or year."""
    series, _, year = key.partition("@")
    if series not in series_of(pack) or not (year.isascii() and year.isdecimal()):
        problems.append(Problem.at(key, NO_YEAR, allowed=", ".join(series_of(pack))))
        return None
    if problem := override_problem(pack, series, int(year), 0.0):
        problems.append(dataclasses.replace(problem, where=key))
        return None
    return series, int(year)


def _by_hand(scenario: Scenario, key: str, typed: str, problems: list[Problem]) -> Scenario:
    if (found := single(key, scenario.pack, problems)) is None:
        return scenario
    series, year = found
    rate = amount(key, typed, levers(scenario.pack)[f"{series}_later"], problems)
    return scenario if rate is None else scenario.by_hand(series, year, rate)


def _regions(chosen: str | None) -> Mapping[str, Pack]:
    """The packs of all regions, or of the one that was chosen."""
    known = packs()
    if chosen is None:
        return known
    if chosen not in known:
        found, problems = read_region(chosen, known)
        if found and not problems:
            return {chosen: found}
        if found or is_own(chosen):
            raise Refused(
                [dataclasses.replace(each, what=SHOWN_ON_A_PAGE.get(each.what, each.what)) for each in problems]
            )
        again = (f"{key}@{year}" for key, pack in known.items() for year in known_years(pack, ()))
        allowed, years = ", ".join(known), ", ".join(again)
        raise Refused([Problem.at("--region", NO_REGION, got=chosen, allowed=allowed, years=years)])
    return {chosen: known[chosen]}


def _standard_input() -> str:
    """What stands on standard input, where there is any."""
    return sys.stdin.buffer.read(MOST_BYTES).decode("utf-8", "replace") if sys.stdin else ""


def _opened(typed: str | None, known: Mapping[str, Pack]) -> Opened | None:
    """What the link or the saved file says; None where none is given."""
    if typed is None:
        return None
    text = _standard_input() if typed == STANDARD_INPUT else typed
    opened = open_any(text, known)
    if not opened.understood:
        key = parts(typed)[0]
        if files.there(typed):
            raise Refused([Problem.at(typed, A_FILE)])
        if any(key in levers(pack) for pack in known.values()):
            raise Refused([Problem.at(key, A_LEVER, got=typed)])
    return understood(text, opened)
