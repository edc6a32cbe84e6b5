"""A scenario as text: self-contained, versioned, check-summed, readable, and never refused as a whole.

    v=1&region=fengjie&lang=en&gdp=6.5,7.5,2026:5&deflator=0,0&...&target=550,2028&horizon=2028&shown=548.998,depends&check=...

Rates stand in per cent, `2026:5` is a single year set by hand, `gdp0` holds the baseline with its low and high.
`shown` is the headline when the link was made; `check` tells whether anything was cut off or edited since.
"""

import re
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args
from urllib.parse import parse_qsl, quote

from model.levers import RATES, Lever, levers, outside
from model.pack import Pack
from model.problem import Problem
from model.rates import percent, plain, rate
from model.scenario import LONGEST_NAME, TWICE, Override, Scenario, build, clean_name, override_problem, plan
from model.verdict import Status, judge
from model.words import N_

VERSION = 1
LANGUAGES = ("zh", "en")
LONGEST = 20_000
STREAMLITS_OWN = ("embed", "embed_options")

Fields = dict[str, str]
MIGRATIONS: Mapping[int, Callable[[Fields], Fields]] = {}
"""Version n -> what turns its fields into those of version n + 1. Links live for ever: add, never change."""

NUMBER = re.compile(r"[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,3})?", re.ASCII)
BY_HAND = re.compile(r"(\d{4}):(.*)", re.ASCII)

LINK = N_("link")
TOO_LONG = N_("is too long (got {length} characters); at most {allowed} are read; ask for the link again")
UNKNOWN_KEYS = N_("has parts this page does not know (got {got}); they were left out")
REPEATED = N_("stands in the link twice; the first is used; remove the other")
NO_VERSION = N_("carries no version; it was read as version {allowed}")
BAD_VERSION = N_("carries something that is not a version (got {got}); it was read as version {allowed}")
NEWER = N_(
    "has a newer version than this page knows (got {got}, known {allowed}); what is understood was used; update it"
)
BAD_REGION = N_("is not a region here (got {got}); regions: {allowed}; the first was opened instead")
BAD_LANGUAGE = N_("is not a language of this page (got {got}); allowed: {allowed}; the browser's choice is used")
LONG_NAME = N_("was made printable and at most {allowed} characters long (got {got})")
NOT_A_NUMBER = N_("is not a number (got {got}); allowed: {low} to {high}; the value of the plan is used instead")
OUTSIDE = N_("is outside the range (got {got}); allowed: {low} to {high}; the value of the plan is used instead")
WIDE = N_("is written in full-width characters (got {got}); it was read as {read}")
TOO_MANY = N_("has more values than the {allowed} it can have (got {got}); the rest was left out")
TOO_FEW = N_("has {got} of {allowed} values; those of the plan are used for the rest")
LACKING = N_("lacks {missing}; the values of the plan are used for these; ask for the whole link if that is not meant")
NO_CHECK = N_("carries no check sum, so nobody can tell whether it is complete; compare with the sender")
NOTHING = N_("holds nothing that this page understands (got {got}); the plan is shown; ask for the link again")
BAD_CHECK = N_("does not fit its check sum: it was cut off or edited after it was made; compare with the sender")
BAD_SHOWN = N_("carries a result that is none (got {got}); a level and a verdict are needed; it was left out")
MOVED = N_("This link showed {then} when it was made; today it is {now}, because data or model have changed since.")


@dataclass(frozen=True)
class Shown:
    """The headline when a link was made: GDP at the deadline, to three decimals [GDP's unit], and the verdict."""

    level: float
    status: Status


@dataclass(frozen=True)
class Opened:
    """What could be read from a link, and in words what could not."""

    scenario: Scenario
    language: str | None
    shown: Shown | None
    problems: tuple[Problem, ...]
    understood: int
    """How many parts of the link carried something that could be used."""


@dataclass
class _Reading:
    """One link being read: its fields, and what has been noticed so far."""

    fields: Fields
    problems: list[Problem] = field(default_factory=list)
    understood: int = 0

    def note(self, where: str, what: str, **values: object) -> None:
        self.problems.append(Problem.at(where, what, **values))


def write(scenario: Scenario, pack: Pack, language: str) -> str:
    """The link's query, without "?": everything needed to reproduce the scenario and check what it showed."""
    fields = {"v": str(VERSION), "region": scenario.region, "lang": language}
    if scenario.name:
        fields["name"] = scenario.name
    for param, members in _params(pack).items():
        parts = [percent(scenario[m.key]) if m.kind == "rate" else plain(scenario[m.key]) for m in members]
        parts += [f"{year}:{percent(by_hand)}" for year, by_hand in scenario.rates_by_hand(param).items()]
        fields[param] = ",".join(parts)
    shown = headline(scenario, pack)
    fields["shown"] = f"{plain(shown.level)},{shown.status}"
    fields["check"] = checksum(fields)
    return "&".join(f"{key}={quote(value, safe=',:')}" for key, value in fields.items())


def read(
    text: str, packs: Mapping[str, Pack], migrations: Mapping[int, Callable[[Fields], Fields]] = MIGRATIONS
) -> Opened:
    """What a link, or its bare query, says. Never raises: the good is kept and the bad is named in `problems`."""
    problems: list[Problem] = []
    reading = _Reading(_fields(text, problems), problems)
    given = bool(reading.fields)
    if given:
        _check(reading)
        _migrate(reading, migrations)
    pack = packs[_region(reading, packs)]
    values, by_hand = dict(plan(pack).values), []
    for param, members in _params(pack).items():
        if param in reading.fields:
            by_hand += _values(reading, pack, param, members, values)
    scenario, language = build(pack, values, by_hand, _name(reading)), _language(reading)
    if given and not reading.understood:
        return Opened(scenario, language, None, (Problem.at(LINK, NOTHING, got=text.strip()),), 0)
    if given:
        _absent_and_unknown(reading, _params(pack))
    return Opened(scenario, language, _shown(reading), tuple(reading.problems), reading.understood)


def headline(scenario: Scenario, pack: Pack) -> Shown:
    """What a link made now shows."""
    verdict = judge(scenario, pack)
    return Shown(round(verdict.level, 3), verdict.status)


def moved(opened: Opened, pack: Pack, say: Callable[[float], str]) -> Problem | None:
    """The sentence that the result has changed since the link was made, or None; `say` writes a level."""
    then, now = opened.shown, headline(opened.scenario, pack)
    if then is None or (abs(then.level - now.level) < 0.0015 and then.status == now.status):
        return None
    return Problem.at("", MOVED, then=say(then.level), now=say(now.level))


def checksum(fields: Mapping[str, str]) -> str:
    """Eight hexadecimal digits over all fields that carry numbers: CRC-32 of "key=value" lines in sorted order."""
    lines = sorted(f"{key}={value}" for key, value in fields.items() if key not in ("check", "lang"))
    return f"{zlib.crc32(chr(10).join(lines).encode('utf-8', 'replace')):08x}"


def _params(pack: Pack) -> dict[str, list[Lever]]:
    params: dict[str, list[Lever]] = {}
    for lever in levers(pack).values():
        params.setdefault(lever.param, []).append(lever)
    return params


def _fields(text: str, problems: list[Problem]) -> Fields:
    query = text.strip().partition("?")[2] if "?" in text or "://" in text else text.strip()
    query = query.partition("#")[0]
    if len(query) > LONGEST:
        problems.append(Problem.at(LINK, TOO_LONG, length=len(query), allowed=LONGEST))
    fields: Fields = {}
    for key, value in parse_qsl(query[:LONGEST], keep_blank_values=True, errors="replace"):
        if key in fields:
            problems.append(Problem.at(key, REPEATED))
        fields.setdefault(key, value)
    return fields


def _check(reading: _Reading) -> None:
    given = reading.fields.get("check")
    ours = {key: value for key, value in reading.fields.items() if key not in STREAMLITS_OWN}
    if given is None:
        reading.note(LINK, NO_CHECK)
    elif given.lower() != checksum(ours):
        reading.note(LINK, BAD_CHECK)
        reading.fields.pop("shown", None)


def _migrate(reading: _Reading, migrations: Mapping[int, Callable[[Fields], Fields]]) -> None:
    given = reading.fields.get("v")
    version = int(given) if given and re.fullmatch(r"\d{1,6}", given, re.ASCII) else None
    if given is None:
        reading.note(LINK, NO_VERSION, allowed=VERSION)
    elif version is None or (version < VERSION and version not in migrations):
        reading.note(LINK, BAD_VERSION, got=given, allowed=VERSION)
    elif version > VERSION:
        reading.note(LINK, NEWER, got=given, allowed=VERSION)
    else:
        while version < VERSION:
            reading.fields = migrations[version](reading.fields)
            version += 1


def _absent_and_unknown(reading: _Reading, params: Iterable[str]) -> None:
    asked = ("region", *params)
    if lacking := [param for param in asked if param not in reading.fields]:
        reading.note(LINK, LACKING, missing=", ".join(lacking))
    known = {"v", "lang", "name", "shown", "check", *asked, *STREAMLITS_OWN}
    if unknown := [key for key in reading.fields if key not in known]:
        reading.note(LINK, UNKNOWN_KEYS, got=", ".join(unknown))


def _region(reading: _Reading, packs: Mapping[str, Pack]) -> str:
    first, given = next(iter(packs)), reading.fields.get("region")
    if given is not None and given in packs:
        reading.understood += 1
        return given
    if given is not None:
        reading.note("region", BAD_REGION, got=given, allowed=", ".join(packs))
    return first


def _values(
    reading: _Reading, pack: Pack, param: str, members: list[Lever], values: dict[str, float]
) -> list[Override]:
    """Puts a parameter's good values into `values` and returns its single years; notes the rest."""
    typed = reading.fields[param][:LONGEST]
    text = unicodedata.normalize("NFKC", typed).replace(" ", "")
    if text != typed.replace(" ", ""):
        reading.note(param, WIDE, got=typed, read=text[:60])
    parts = text.split(",") if text else []
    years = [part for part in parts if ":" in part]
    numbers = [part for part in parts if ":" not in part]
    if len(numbers) > len(members):
        reading.note(param, TOO_MANY, got=",".join(numbers), allowed=len(members))
    elif len(numbers) < len(members):
        reading.note(param, TOO_FEW, got=len(numbers), allowed=len(members))
    for lever, number in zip(members, numbers, strict=False):
        value = _number(number, lever)
        if value is None:
            reading.problems.append(outside(lever, number, NOT_A_NUMBER))
        elif not lever.allows(value):
            reading.problems.append(outside(lever, number, OUTSIDE))
        else:
            values[lever.key] = value
            reading.understood += 1
    return _by_hand(reading, pack, param, years, members[-1])


def _by_hand(reading: _Reading, pack: Pack, param: str, parts: list[str], lever: Lever) -> list[Override]:
    found: dict[int, Override] = {}
    for part in parts:
        match = BY_HAND.fullmatch(part)
        value = _number(match[2], lever) if match else None
        if param not in RATES or match is None or value is None:
            reading.problems.append(outside(lever, part, NOT_A_NUMBER))
            continue
        year = int(match[1])
        problem = override_problem(pack, param, year, value)
        if problem is None and year in found:
            problem = Problem.at(param, TWICE)
        if problem is None:
            found[year] = (param, year, value)
            reading.understood += 1
        else:
            reading.problems.append(problem)
    return list(found.values())


def _number(text: str, lever: Lever) -> float | None:
    if not NUMBER.fullmatch(text):
        return None
    return rate(text) if lever.kind == "rate" else float(text)


def _name(reading: _Reading) -> str:
    given = reading.fields.get("name", "")
    name = clean_name(given)
    if name != given:
        reading.note("name", LONG_NAME, got=given, allowed=LONGEST_NAME)
    reading.understood += bool(name)
    return name


def _language(reading: _Reading) -> str | None:
    given = reading.fields.get("lang")
    if given is None or given in LANGUAGES:
        reading.understood += given is not None
        return given
    reading.note("lang", BAD_LANGUAGE, got=given, allowed=", ".join(LANGUAGES))
    return None


def _shown(reading: _Reading) -> Shown | None:
    given = reading.fields.get("shown")
    if given is None:
        return None
    level, _, status = given.partition(",")
    if NUMBER.fullmatch(level) and status in get_args(Status):
        return Shown(float(level), status)  # type: ignore[arg-type]  # membership was just tested
    reading.note(LINK, BAD_SHOWN, got=given)
    return None
