"""A scenario as text: self-contained, versioned, check-summed, readable, and never refused as a whole.

    v=2&region=fengjie&lang=en&gdp=6.5,7.5,2026:5&deflator=0,0&...&target=550,2028&...&shown=548.998,depends&check=...

Rates stand in per cent, `2026:5` is a single year set by hand, `gdp0` holds the baseline and, where known, its low and
high. `shown` is the headline when the link was made; `check` tells whether anything was cut off or edited since.
"""

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from model.headline import Shown, difference, headline, parse
from model.indicators import BY_KEY
from model.levers import Lever, levers
from model.migrations import MIGRATIONS, VERSION, Migrations
from model.pack import Pack
from model.parts import read_part
from model.problem import Problem
from model.query import LONGEST, Fields, checksum, join, query, split
from model.rates import plain
from model.scenario import LONGEST_NAME, Override, Scenario, build, clean_name, plan
from model.view import USUAL, View, read_view
from model.words import N_

LANGUAGES = ("zh", "en")
ABOUT = ("v", "region", "lang", "name", "view", "map", "shown", "check")
"""The parts that carry no lever."""
LOOKS = ("lang", "view", "map")
"""The parts that only say how to look at a scenario: by themselves they are no broken link, but the plan seen so."""

LINK = N_("link")
TOO_LONG = N_("is too long (got {length} characters); at most {allowed} are read; ask for the link again")
UNKNOWN_KEYS = N_("has parts this page does not know (got {got}); they were left out")
REPEATED = N_("stands in the link more than once; the first is used; remove the others")
NO_VERSION = N_("carries no version; it was read as version {allowed}")
BAD_VERSION = N_("carries something that is not a version (got {got}); it was read as version {allowed}")
NEWER = N_(
    "has a newer version than this page knows (got {got}, known {allowed}); what is understood was used; update it"
)
BAD_REGION = N_("is not a region here (got {got}); regions: {allowed}; the first was opened instead")
BAD_LANGUAGE = N_("is not a language of this page (got {got}); allowed: {allowed}; the browser's choice is used")
LONG_NAME = N_("was made printable and at most {allowed} characters long (got {got})")
LACKING = N_("lacks {missing}; the values of the plan are used for these; ask for the whole link if that is not meant")
NO_CHECK = N_("carries no check sum, so nobody can tell whether it is complete; compare with the sender")
UNSORTED = N_("does not lie in its range (got {got}); low, central and high ascend; the range was widened")
NOTHING = N_("holds nothing that this page understands (got {got}); the plan is shown; ask for the link again")
BAD_CHECK = N_("does not fit its check sum: it was cut off or edited after it was made; compare with the sender")
BAD_SHOWN = N_("carries a result that is none (got {got}); a level and a verdict are needed; it was left out")


@dataclass(frozen=True)
class Opened:
    """What could be read from a link, and in words what could not."""

    scenario: Scenario
    language: str | None
    shown: Shown | None
    """What the link showed when it was made; None where it does not say, or where its check sum vouches for nothing."""
    problems: tuple[Problem, ...]
    understood: int
    """How many parts of the link carried something that could be used."""
    view: View = USUAL


def write(scenario: Scenario, pack: Pack, language: str, view: View = USUAL) -> str:
    """The link's query, without "?": everything needed to reproduce the scenario and check what it showed."""
    fields = {"v": str(VERSION), "region": scenario.region, "lang": language}
    if scenario.name:
        fields["name"] = scenario.name
    for param, members in _params(pack).items():
        parts = [member.written(scenario[member.key]) for member in members]
        parts += [f"{year}:{members[-1].written(by_hand)}" for year, by_hand in scenario.rates_by_hand(param).items()]
        fields[param] = ",".join(parts)
    fields |= view.parts
    fields["shown"] = str(headline(scenario, pack))
    fields["check"] = checksum(fields)
    return join(fields)


def read(text: str, packs: Mapping[str, Pack], migrations: Migrations = MIGRATIONS) -> Opened:
    """What a link, or its bare query, says. Never raises: the good is kept and the bad is named in `problems`."""
    given = query(text)
    sent, repeated = split(given)
    if not sent:
        return Opened(plan(next(iter(packs.values()))), None, None, (), 0)
    reading = _Reading()
    if len(given) > LONGEST:
        reading.note(LINK, TOO_LONG, length=len(given), allowed=LONGEST)
    if repeated:
        reading.note(", ".join(repeated), REPEATED)
    fields = _migrate(reading, sent, migrations)
    pack = _region(reading, fields.get("region"), packs)
    believed = _check(reading, sent, (*ABOUT, *_params(pack)))
    values, by_hand = _levers(reading, fields, sent, pack)
    if not believed:
        _ranges(reading, values)
    scenario = build(pack, values, by_hand, _name(reading, fields.get("name", "")))
    language, view = _language(reading, fields.get("lang")), _view(reading, fields)
    if set(sent) <= set(LOOKS) and reading.understood:
        return Opened(scenario, language, None, reading.about(LOOKS), reading.understood, view)
    if not reading.understood:
        return Opened(scenario, language, None, (Problem.at(LINK, NOTHING, got=text.strip()),), 0)
    _absent_and_unknown(reading, fields, ("region", *_params(pack)))
    shown = _shown(reading, fields.get("shown")) if believed else None
    return Opened(scenario, language, shown, tuple(reading.problems), reading.understood, view)


def moved(opened: Opened, pack: Pack, say: Callable[[float], str]) -> Problem | None:
    """The sentence that the result has changed since the link was made, or None; `say` writes a level."""
    then = opened.shown
    return None if then is None else difference(then, headline(opened.scenario, pack), say)


class _Reading:
    """What has been noticed so far while a link is read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.understood = 0

    def about(self, wheres: Iterable[str]) -> tuple[Problem, ...]:
        """The problems of these parts alone."""
        return tuple(problem for problem in self.problems if problem.where in wheres)

    def note(self, where: str, what: str, **values: object) -> None:
        self.problems.append(Problem.at(where, what, **values))


@functools.cache
def _params(pack: Pack) -> Mapping[str, list[Lever]]:
    params: dict[str, list[Lever]] = {}
    for lever in levers(pack).values():
        params.setdefault(lever.param, []).append(lever)
    return params


def _migrate(reading: _Reading, fields: Fields, migrations: Migrations) -> Fields:
    given = fields.get("v")
    version = int(given) if given and re.fullmatch(r"\d{1,100}", given, re.ASCII) else None
    if given is None:
        reading.note(LINK, NO_VERSION, allowed=VERSION)
    elif version is None or (version < VERSION and version not in migrations):
        reading.note(LINK, BAD_VERSION, got=given, allowed=VERSION)
    elif version > VERSION:
        reading.note(LINK, NEWER, got=given, allowed=VERSION)
    else:
        while version < VERSION:
            fields = migrations[version](fields)
            version += 1
    return fields


def _region(reading: _Reading, given: str | None, packs: Mapping[str, Pack]) -> Pack:
    if given is not None and given in packs:
        reading.understood += 1
        return packs[given]
    if given is not None:
        reading.note("region", BAD_REGION, got=given, allowed=", ".join(packs))
    return next(iter(packs.values()))


def _check(reading: _Reading, sent: Fields, known: Iterable[str]) -> bool:
    """Whether the check sum holds: over all that was sent, or without the parts that somebody's messenger added."""
    given = sent.get("check", "").lower()
    if "check" not in sent:
        reading.note(LINK, NO_CHECK)
    elif given not in (checksum(sent), checksum({key: sent[key] for key in known if key in sent})):
        reading.note(LINK, BAD_CHECK)
    else:
        return True
    return False


def _levers(reading: _Reading, fields: Fields, sent: Fields, pack: Pack) -> tuple[dict[str, float], list[Override]]:
    """A value for every lever, the plan's where the link has none that can be used, and the years set by hand."""
    values, by_hand = dict(plan(pack).values), []
    for param, members in _params(pack).items():
        if param in fields:
            part = read_part(fields[param], members, pack)
            values |= part.values
            by_hand += part.by_hand
            reading.problems += part.problems
            reading.understood += (len(part.values) + len(part.by_hand)) if param in sent else 0
    return values, by_hand


def _name(reading: _Reading, given: str) -> str:
    name = clean_name(given)
    if name != given:
        reading.note("name", LONG_NAME, got=given, allowed=LONGEST_NAME)
    reading.understood += bool(name)
    return name


def _language(reading: _Reading, given: str | None) -> str | None:
    if given is None or given in LANGUAGES:
        reading.understood += given is not None
        return given
    reading.note("lang", BAD_LANGUAGE, got=given, allowed=", ".join(LANGUAGES))
    return None


def _view(reading: _Reading, fields: Fields) -> View:
    view, problems = read_view(fields)
    reading.problems += problems
    reading.understood += sum(part in fields for part in view.parts) - len(problems)
    return view


def _ranges(reading: _Reading, values: Mapping[str, float]) -> None:
    """Notes a baseline that does not lie in its own range; the range is widened to hold it."""
    for key in BY_KEY:
        ends = [values.get(f"{key}_{place}") for place in ("low", "base", "high")]
        given = [end for end in ends if end is not None]
        if len(given) == len(ends) and given != sorted(given):
            reading.note(f"{key}0", UNSORTED, got=" ≤ ".join(map(plain, given)))


def _absent_and_unknown(reading: _Reading, fields: Fields, asked: Iterable[str]) -> None:
    if lacking := [param for param in asked if param not in fields]:
        reading.note(LINK, LACKING, missing=", ".join(lacking))
    if unknown := [key for key in fields if key not in (*ABOUT, *asked)]:
        reading.note(LINK, UNKNOWN_KEYS, got=", ".join(unknown))


def _shown(reading: _Reading, given: str | None) -> Shown | None:
    shown = None if given is None else parse(given)
    if given is not None and shown is None:
        reading.note(LINK, BAD_SHOWN, got=given)
    return shown
