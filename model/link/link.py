"""A scenario as text: self-contained, versioned, check-summed, readable, and never refused as a whole.

    v=3&region=fengjie&lang=en&gdp=6.5,7.5,2026:5!&deflator=0,0&...&target=550,2028&...&k1=gdp=5,6~shown=...~name=floor
    &...&edition=1&shown=548.998,depends&check=...

Rates stand in per cent, `2026:5` is a single year set by hand, locked where `!` follows, `gdp0` holds the baseline and,
where known, its low and high; what else `region` may say, see `progress.regions`. `k1` to `k4` are the saved scenarios,
see `link.kept`; `note` and `k1.note` say why, or who decided. `further` holds rows of the plan report that are drawn
on, see `progress.further`. `shown` is the headline when the link was made and `edition` that of data and model; `check`
tells whether anything was cut off or edited since.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from model.language import amounts
from model.language.names import LONGEST_NAME, LONGEST_NOTE, clean_name, clean_note
from model.language.problem import Problem
from model.language.rates import percent, plain
from model.language.words import N_
from model.link import further_part, kept
from model.link.editions import current
from model.link.envelope import LINK, received, unvouched, unwrapped, upgraded
from model.link.headline import Shown, headline, parse
from model.link.kept import BAD_SHOWN, LONG_NAME
from model.link.migrations import MIGRATIONS, VERSION, Migrations
from model.link.parts import params_of, read_part, written
from model.link.query import Fields, checksum
from model.link.query import written as write_fields
from model.link.retired import LINKAGE, without_linkage
from model.progress import further
from model.progress.further import FURTHER
from model.progress.regions import read as read_region
from model.region import county_text
from model.region.county_fields import FIELDS
from model.region.indicators import BY_KEY
from model.region.pack import Pack
from model.scenario.levers import levers
from model.scenario.scenario import Lock, Override, Scenario, build, plan
from model.work.view import USUAL, View, read_view
from model.work.work import MOST_KEPT, Work

T = TypeVar("T")

LANGUAGES = ("zh", "en")
KEPT = tuple(f"k{place}" for place in range(1, MOST_KEPT + 1))
NOTE = "note"
NOTES = tuple(f"{key}.{NOTE}" for key in KEPT)
"""The parts that carry the notes of the saved scenarios."""
ABOUT = (
    "v", "region", "lang", "name", NOTE, *KEPT, *NOTES, "reference", FURTHER, "view", "map", "edition", "shown",
    "check",
)  # fmt: skip
"""The parts that carry no lever of the scenario on the page."""
LOOKS = ("region", "lang", "view", "map")
"""The parts that only say which plan to look at, and how: by themselves they are no broken link, but that plan."""

UNKNOWN_KEYS = N_("has parts this page does not know (got {got}); they were left out")
BAD_REGION = N_("is not a region here (got {got}); regions: {allowed}; the first was opened instead")
BAD_LANGUAGE = N_("is not a language of this page (got {got}); allowed: {allowed}; the browser's choice is used")
LACKING = N_("lacks {missing}; the values of the plan are used for these; ask for the whole link if that is not meant")
UNSORTED = N_("does not lie in its range (got {got}); low, central and high ascend; the range was widened")
NOTHING = N_("holds nothing that this page understands (got {got}); the plan is shown; ask for the link again")
BAD_REFERENCE = N_("is no reference (got {got}); allowed: 0 (the plan) to {allowed}; the plan is used")


@dataclass(frozen=True)
class Opened:
    """What could be read from a link, and in words what could not."""

    work: Work
    language: str | None
    shown: tuple[Shown | None, ...]
    """What the link showed when it was made, of the scenario on the page and of each kept one; None where it does not
    say, or where its check sum vouches for nothing."""
    problems: tuple[Problem, ...]
    understood: int
    """How many parts of the link carried something that could be used."""
    edition: int | None = None
    """Of data and model when it was made."""

    @property
    def scenario(self) -> Scenario:
        """The scenario on the page."""
        return self.work.scenario


def write(work: Work, language: str) -> str:
    """The link's query, without "?": everything needed to reproduce the scenarios and check what they showed."""
    return write_fields(fields_of(work, language))


def fields_of(work: Work, language: str) -> Fields:
    """The fields of a link."""
    scenario, params = work.scenario, params_of(work.pack)
    fields = {"v": str(VERSION), "region": scenario.region, "lang": language}
    if scenario.name:
        fields["name"] = scenario.name
    if scenario.note:
        fields[NOTE] = scenario.note
    fields |= {param: written(scenario, members) for param, members in params.items()}
    fields |= {key: kept.write(other, scenario, params) for key, other in zip(KEPT, work.kept, strict=False)}
    fields |= {key: other.note for key, other in zip(NOTES, work.kept, strict=False) if other.note}
    if work.reference:
        fields["reference"] = str(work.reference)
    if work.further:
        fields[FURTHER] = further_part.written(work.further)
    fields |= work.view.parts
    fields["edition"] = str(current())
    fields["shown"] = str(headline(scenario))
    fields["check"] = checksum(fields)
    return fields


def read(text: str, packs: Mapping[str, Pack], migrations: Migrations = MIGRATIONS) -> Opened:
    """What a link, or its bare query, says. Never raises: the good is kept and the bad is named in `problems`."""
    sent, problems = received(text)
    return _opened(_Reading(problems), text, sent, packs, migrations)


def read_fields(fields: Fields, text: str, packs: Mapping[str, Pack], migrations: Migrations = MIGRATIONS) -> Opened:
    """What the fields of a link say, however they came here; `text` is quoted where nothing is understood."""
    return _opened(_Reading([]), text, fields, packs, migrations)


def _opened(reading: "_Reading", text: str, given: Fields, packs: Mapping[str, Pack], migrations: Migrations) -> Opened:
    if not given:
        return opening(next(iter(packs.values())))
    sent = reading.taken(unwrapped(given))
    fields = reading.taken(without_linkage(reading.taken(upgraded(sent, migrations)), KEPT))
    pack = _region(reading, fields.get("region"), packs)
    doubts = unvouched(sent, (*ABOUT, *params_of(pack), *LINKAGE))
    reading.problems += doubts
    believed = not doubts
    values, by_hand, locks = _levers(reading, fields, sent, pack)
    if not believed:
        reading.problems += unsorted(values)
    name, note = _name(reading, fields.get("name", "")), _note(reading, fields.get(NOTE, ""))
    scenario = build(pack, values, by_hand, name, locks, note)
    beside = _kept(reading, fields, scenario, believed)
    language, view = _language(reading, fields.get("lang")), _view(reading, fields, pack)
    reference = _reference(reading, fields.get("reference"), tuple(beside))
    listed = tuple(each.scenario for each in beside.values())
    work = Work(scenario, listed, reference, view, _further(reading, fields.get(FURTHER, ""), pack))
    if set(sent) <= set(LOOKS) and reading.understood:
        return Opened(work, language, (None,), reading.about(LOOKS), reading.understood)
    if not reading.understood:
        return Opened(replace(work, view=USUAL), language, (None,), (Problem.at(LINK, NOTHING, got=text.strip()),), 0)
    _absent_and_unknown(reading, fields, sent, ("region", *params_of(pack)))
    shown = (_shown(reading, fields.get("shown")), *(each.shown for each in beside.values()))
    if not believed:
        shown = (None,) * len(shown)
    reading.problems += [] if believed else like_fractions(work)
    edition = fields.get("edition", "")
    made = int(edition) if re.fullmatch(r"\d{1,9}", edition, re.ASCII) else None
    return Opened(work, language, shown, tuple(reading.problems), reading.understood, made)


def like_fractions(work: Work) -> list[Problem]:
    """Growth that may have been typed in hundredths, where it is not the plan's."""
    pack = work.pack
    usual, known = plan(pack), levers(pack)
    found = [
        (known[key].param, percent(value))
        for scenario in (work.scenario, *work.kept)
        for key, value in scenario.values
        if known[key].unit == "%" and value != usual[key]
    ]
    found += [(series, percent(rate)) for s in (work.scenario, *work.kept) for series, _, rate in s.overrides]
    found += [(f"{FURTHER} {each.key}", percent(rate)) for each in work.further for rate in (each.first, each.later)]
    found += [("region", plain(outcome.growth)) for outcome in pack.given if outcome.growth is not None]
    county = county_text.of(pack)
    rates = [field.key for field in FIELDS if field.kind == "rate" and county and field.key in county.known]
    found += [(f"region {key}", plain(county.known[key])) for key in rates if county]
    return [note for each in dict.fromkeys(found) if (note := amounts.like_a_fraction(*each))]


def opening(pack: Pack, view: View = USUAL) -> Opened:
    """What is opened where a region is chosen and no link given: its plan."""
    return Opened(Work(plan(pack), view=view), None, (None,), (), 0)


class _Reading:
    """What has been noticed so far while a link is read."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.understood = 0

    def taken(self, found: tuple[T, list[Problem]]) -> T:
        """What was found; the problems with it are noted."""
        self.problems += found[1]
        return found[0]

    def about(self, wheres: Iterable[str]) -> tuple[Problem, ...]:
        """The problems of these parts alone, and of what stands in them: "region target" is about the region."""
        return tuple(problem for problem in self.problems if problem.where.partition(" ")[0] in wheres)

    def note(self, where: str, what: str, **values: object) -> None:
        self.problems.append(Problem.at(where, what, **values))


def _region(reading: _Reading, given: str | None, packs: Mapping[str, Pack]) -> Pack:
    if given is None:
        return next(iter(packs.values()))
    pack = reading.taken(read_region(given, packs))
    if pack is None:
        reading.note("region", BAD_REGION, got=given, allowed=", ".join(packs))
        return next(iter(packs.values()))
    reading.understood += 1
    return pack


def _levers(
    reading: _Reading, fields: Fields, sent: Fields, pack: Pack
) -> tuple[dict[str, float], list[Override], list[Lock]]:
    """A value for every lever, the plan's where the link has none that can be used, the years set by hand, and which of
    them are locked."""
    values, by_hand, locks = dict(plan(pack).values), [], []
    for param, members in params_of(pack).items():
        if param in fields:
            part = read_part(fields[param], members, pack)
            values |= part.values
            by_hand += part.by_hand
            locks += part.locks
            reading.problems += part.problems
            reading.understood += (len(part.values) + len(part.by_hand)) if param in sent else 0
    return values, by_hand, locks


def _kept(reading: _Reading, fields: Fields, scenario: Scenario, believed: bool) -> dict[str, kept.Kept]:
    """The kept scenarios of which anything could be used, by the parts that say them.

    Any name may have been given on the page; where the check sum does not hold, it may also have been edited.
    """
    found: dict[str, kept.Kept] = {}
    for key, note in zip(KEPT, NOTES, strict=True):
        if key in fields:
            taken = [each.scenario.name for each in found.values()]
            read = kept.read(fields[key], key, scenario, params_of(scenario.pack), taken, fields.get(note, ""))
            reading.problems += read.problems
            if read.understood:
                reading.problems += [] if believed else kept.in_name(fields[key], key)
                found[key] = read
                reading.understood += 1
    return found


def _reference(reading: _Reading, given: str | None, beside: Sequence[str]) -> int:
    """Where the reference stands among the kept scenarios that could be used."""
    if given is None or given == "0":
        return 0
    if f"k{given}" in beside:
        return beside.index(f"k{given}") + 1
    reading.note("reference", BAD_REFERENCE, got=given, allowed=len(beside))
    return 0


def _further(reading: _Reading, given: str, pack: Pack) -> further.Paths:
    paths = reading.taken(further_part.read(given, pack))
    reading.understood += len(paths)
    return paths


def _name(reading: _Reading, given: str) -> str:
    name = clean_name(given)
    if name != given:
        reading.note("name", LONG_NAME, got=given, allowed=LONGEST_NAME)
    reading.understood += bool(name)
    return name


def _note(reading: _Reading, given: str) -> str:
    note = clean_note(given)
    if note != given:
        reading.note(NOTE, LONG_NAME, got=given, allowed=LONGEST_NOTE)
    reading.understood += bool(note)
    return note


def _language(reading: _Reading, given: str | None) -> str | None:
    if given is None or given in LANGUAGES:
        reading.understood += given is not None
        return given
    reading.note("lang", BAD_LANGUAGE, got=given, allowed=", ".join(LANGUAGES))
    return None


def _view(reading: _Reading, fields: Fields, pack: Pack) -> View:
    view, problems = read_view(fields, pack)
    reading.problems += problems
    reading.understood += sum(part in fields for part in view.parts) - len(problems)
    return view


def unsorted(values: Mapping[str, float]) -> list[Problem]:
    """The baselines that do not lie in their own ranges, which are widened to hold them."""
    problems = []
    for key in BY_KEY:
        ends = [values.get(f"{key}_{place}") for place in ("low", "base", "high")]
        given = [end for end in ends if end is not None]
        if len(given) == len(ends) and given != sorted(given):
            problems.append(Problem.at(f"{key}0", UNSORTED, got=" ≤ ".join(map(plain, given))))
    return problems


def _absent_and_unknown(reading: _Reading, fields: Fields, sent: Fields, asked: Iterable[str]) -> None:
    if lacking := [param for param in asked if param not in fields]:
        reading.note(LINK, LACKING, missing=tuple(lacking))
    if unknown := [key for key in fields if key in sent and key not in (*ABOUT, *asked)]:
        reading.note(LINK, UNKNOWN_KEYS, got=", ".join(unknown))


def _shown(reading: _Reading, given: str | None) -> Shown | None:
    shown = None if given is None else parse(given)
    if given is not None and shown is None:
        reading.note(LINK, BAD_SHOWN, got=given)
    return shown
