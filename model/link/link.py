"""A scenario as text: self-contained, versioned, check-summed, readable, and never refused as a whole.

    v=4&region=fengjie&lang=en&gdp=6.5,7.5,2026:5&gdp.locked=2026&deflator=0,0&...&target=550,2028&...
    &k1.name=floor&k1.gdp=5,6&k1.shown=...&edition=1&shown=548.998,not_reached&check=...

Rates stand in per cent, `2026:5` is a single year set by hand, `gdp0` holds the baseline and, where known, its low and
high. `k1` to `k4` are the saved scenarios: what differs from the one on the page. What is said of the region, see
`link.region_part`; what else there is, `link.saved`. `shown` is the headline when the link was made and `edition` that
of data and model; `check` tells whether anything was cut off or edited since.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, get_args

from model.language import amounts
from model.language.problem import Problem, shorten
from model.language.rates import percent, plain
from model.language.words import N_
from model.link import further_part, migration, region_part
from model.link.editions import current
from model.link.headline import Shown, headline
from model.link.parts import LOCKED, params_of, read_locks, read_part, written
from model.link.saved import VERSION, Language, Saved, SavedScenario, checked
from model.link.transport import LINK, Fields, checksum, checksum_problems, received, well_formed
from model.link.transport import written as write_fields
from model.progress.further import FURTHER, Paths
from model.progress.regions import read as read_region
from model.region import county_text
from model.region.county_fields import FIELDS
from model.region.indicators import BY_KEY
from model.region.pack import Pack
from model.scenario.levers import levers, series_of
from model.scenario.scenario import Scenario, build, plan
from model.work.view import USUAL, View, read_view
from model.work.work import MOST_KEPT, Work

T = TypeVar("T")
LANGUAGES: tuple[str, ...] = get_args(Language)
KEPT = tuple(f"k{place}" for place in range(1, MOST_KEPT + 1))

OLDER = (*KEPT, *migration.LINKAGE)
"""What links of version 3 had beside."""

NO_VERSION = N_("carries no version; it was read as version {allowed}")
BAD_VERSION = N_("carries something that is not a version (got {got}); it was read as version {allowed}")
NEWER = N_(
    "has a newer version than this page knows (got {got}, known {allowed}); what is understood was used; update it"
)
UNKNOWN_KEYS = N_("has parts this page does not know (got {got}); they were left out")
BAD_REGION = N_("is not a region here (got {got}); regions: {allowed}; the first was opened instead")
LACKING = N_("lacks {missing}; the values of the plan are used for these; ask for the whole link if that is not meant")
UNSORTED = N_("does not lie in its range (got {got}); low, central and high ascend; the range was widened")
NOTHING = N_("holds nothing that this page understands (got {got}); the plan is shown; ask for the link again")
BAD_REFERENCE = N_("is no reference (got {got}); allowed: 0 (the plan) to {allowed}; the plan is used")
NO_NAME = N_("is missing or taken (got {got}); it was called {read}")


@dataclass(frozen=True)
class Opened:
    """What could be read from a link, and in words what could not."""

    work: Work
    language: str | None
    shown: tuple[Shown | None, ...]
    """What the link showed when it was made, of the scenario on the page and of each saved one; None where it does not
    say, or where its check sum proves nothing."""
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
    levers = written(work.scenario)
    fields = {"v": str(VERSION), **region_part.written(work.scenario.region), "lang": language}
    fields |= _said(work.scenario) | levers
    for key, kept in zip(KEPT, work.kept, strict=False):
        own = written(kept)
        differing = [param for param in levers | own if levers.get(param) != own.get(param)]
        series = {param.removesuffix(LOCKED) for param in differing}
        said = _said(kept) | {param: text for param, text in own.items() if param.removesuffix(LOCKED) in series}
        fields |= {f"{key}.{part}": text for part, text in (said | {"shown": str(headline(kept))}).items()}
    if work.reference:
        fields["reference"] = str(work.reference)
    if work.further:
        fields[FURTHER] = further_part.written(work.further)
    fields |= work.view.parts
    fields |= {"edition": str(current()), "shown": str(headline(work.scenario))}
    return fields | {"check": checksum(fields)}


def _said(scenario: Scenario) -> Fields:
    """A scenario's name and note, where it has them."""
    return {key: text for key, text in (("name", scenario.name), ("note", scenario.note)) if text}


def read(text: str, packs: Mapping[str, Pack]) -> Opened:
    """What a link, its bare query, or a message with a link in it says.

    Never raises: the good is kept and the bad is named in `problems`.
    """
    return read_fields(*received(text, _known(packs.values(), OLDER)), text, packs)


def read_fields(sent: Fields, problems: Sequence[Problem], text: str, packs: Mapping[str, Pack]) -> Opened:
    """What the fields of a link say, however they came here; `text` is quoted where nothing is understood."""
    if not sent:
        return opening(next(iter(packs.values())))
    sent = {well_formed(key): well_formed(value) for key, value in sent.items()}
    reading = _Reading(list(problems))
    fields = reading.taken(_upgraded(sent))
    doubts = checksum_problems(sent, _known(packs.values(), OLDER))
    reading.problems += doubts
    pack = reading.region(fields, packs)
    own, kept = _parted(fields)
    saved = reading.taken(checked(Saved, own))
    scenario = reading.scenario(saved, plan(pack)).rename(saved.name).annotate(saved.note)
    reading.understood += sum(map(bool, (saved.name, saved.note, saved.lang)))
    beside = reading.beside(kept, scenario)
    listed, reference = tuple(each for each, _ in beside.values()), reading.reference(saved, tuple(beside))
    work = Work(scenario, listed, reference, reading.view(fields, pack), reading.further(saved, pack))
    if not reading.understood:
        return Opened(replace(work, view=USUAL), saved.lang, (None,), (Problem.at(LINK, NOTHING, got=text.strip()),), 0)
    if all(map(_looks, sent)):
        problems = tuple(each for each in reading.problems if _looks(each.where.partition(" ")[0]))
        return Opened(work, saved.lang, (None,), problems, reading.understood)
    reading.absent_and_unknown(fields, pack)
    shown = (saved.shown, *(result for _, result in beside.values()))
    if doubts:
        reading.problems += [*unsorted(dict(scenario.values)), *like_fractions(work)]
        shown = (None,) * len(shown)
    return Opened(work, saved.lang, shown, tuple(reading.problems), reading.understood, saved.edition)


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


def unsorted(values: Mapping[str, float]) -> list[Problem]:
    """The baselines that do not lie in their own ranges, which are widened to hold them."""
    problems = []
    for key in BY_KEY:
        ends = [values.get(f"{key}_{place}") for place in ("low", "base", "high")]
        given = [end for end in ends if end is not None]
        if len(given) == len(ends) and given != sorted(given):
            problems.append(Problem.at(f"{key}0", UNSORTED, got=" ≤ ".join(map(plain, given))))
    return problems


def _levers_of(pack: Pack) -> tuple[str, ...]:
    """The keys of its levers, and of the locked years of its series."""
    return (*params_of(pack), *(series + LOCKED for series in series_of(pack)))


def _looks(key: str) -> bool:
    """Whether it only says which plan to look at, and how: such parts alone are no broken link, but that plan."""
    return key in ("lang", "view", "map") or region_part.belongs(key)


def _known(packs: Iterable[Pack], older: Collection[str] = ()) -> Callable[[str], bool]:
    """Whether a link of these regions can have that key."""
    own = {*SavedScenario.model_fields, *(key for pack in packs for key in _levers_of(pack))}
    every = {*Saved.model_fields, *own, *older, *(f"{kept}.{key}" for kept in KEPT for key in own)}
    return lambda key: key in every or region_part.belongs(key)


def _upgraded(fields: Fields) -> tuple[Fields, list[Problem]]:
    """The fields as today's version has them; as they are, where they are of no older version."""
    given = fields.get("v")
    if given == str(VERSION):
        return fields, []
    if given == str(VERSION - 1):
        return migration.migrated(fields, KEPT)
    if given is None:
        return fields, [Problem.at(LINK, NO_VERSION, allowed=VERSION)]
    newer = re.fullmatch(r"\d{1,100}", given, re.ASCII) and int(given) > VERSION
    return fields, [Problem.at(LINK, NEWER if newer else BAD_VERSION, got=given, allowed=VERSION)]


def _parted(fields: Fields) -> tuple[Fields, dict[str, Fields]]:
    """The fields of the page but version and region, and those of each saved scenario."""
    own: Fields = {}
    kept: dict[str, Fields] = {}
    for key, text in fields.items():
        head, mark, part = key.partition(".")
        if mark and head in KEPT:
            kept.setdefault(head, {})[part] = text
        elif key != "v" and not region_part.belongs(key):
            own[key] = text
    return own, dict(sorted(kept.items()))


class _Reading:
    """What has been noticed so far while a link is read."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.understood = 0

    def taken(self, found: tuple[T, Iterable[Problem]], where: str = "") -> T:
        """What was found; the problems with it are noted."""
        self.problems += [replace(each, where=shorten(f"{where} {each.where}".strip())) for each in found[1]]
        return found[0]

    def note(self, where: str, what: str, **values: object) -> None:
        self.problems.append(Problem.at(where, what, **values))

    def region(self, fields: Fields, packs: Mapping[str, Pack]) -> Pack:
        first = next(iter(packs.values()))
        if not any(map(region_part.belongs, fields)):
            return first
        text = region_part.text(fields, first.key)
        pack = self.taken(read_region(text, packs))
        if pack is None:
            self.note("region", BAD_REGION, got=text, allowed=", ".join(packs))
        self.understood += pack is not None
        return pack or first

    def scenario(self, saved: SavedScenario, base: Scenario, where: str = "") -> Scenario:
        """The base with what was saved in its place; the plan's values stand for what cannot be used."""
        said, pack, usual = saved.model_extra or {}, base.pack, plan(base.pack)
        values = dict(base.values)
        by_hand = [each for each in base.overrides if each[0] not in said]
        locks = [each for each in base.locks if {each[0], each[0] + LOCKED}.isdisjoint(said)]
        for param, members in params_of(pack).items():
            if param in said:
                part = read_part(said[param], members, pack)
                values |= {member.key: usual[member.key] for member in members} | part.values
                by_hand += self.taken((part.by_hand, part.problems), where)
                self.understood += len(part.values) + len(part.by_hand)
            if param + LOCKED in said:
                years = [year for series, year, _ in by_hand if series == param]
                locks += self.taken(read_locks(said[param + LOCKED], param, years), where)
        return build(pack, values, by_hand, "", locks)

    def view(self, fields: Fields, pack: Pack) -> View:
        view, problems = read_view(fields, pack)
        self.understood += sum(part in fields for part in view.parts) - len(problems)
        return self.taken((view, problems))

    def further(self, saved: Saved, pack: Pack) -> Paths:
        paths = self.taken(further_part.read(saved.further, pack))
        self.understood += len(paths)
        return paths

    def beside(self, kept: Mapping[str, Fields], page: Scenario) -> dict[str, tuple[Scenario, Shown | None]]:
        """The saved scenarios, and what each showed, by their keys; one of which nothing is known is none."""
        found: dict[str, tuple[Scenario, Shown | None]] = {}
        for key, fields in kept.items():
            if fields.keys().isdisjoint((*SavedScenario.model_fields, *_levers_of(page.pack))):
                continue
            saved = self.taken(checked(SavedScenario, fields), key)
            taken = [scenario.name for scenario, _ in found.values()]
            name = saved.name
            if not name or name in taken:
                free = (key, *(f"{key} {number}" for number in range(2, len(taken) + 3)))
                name = next(each for each in free if each not in taken)
                self.note(f"{key} name", NO_NAME, got=saved.name, read=name)
            scenario = self.scenario(saved, page, key).rename(name).annotate(saved.note)
            found[key] = scenario, saved.shown
            self.understood += 1
        return found

    def reference(self, saved: Saved, beside: Sequence[str]) -> int:
        """Where the reference stands among the saved scenarios that could be used."""
        if saved.reference and f"k{saved.reference}" not in beside:
            self.note("reference", BAD_REFERENCE, got=saved.reference, allowed=len(beside))
            return 0
        return beside.index(f"k{saved.reference}") + 1 if saved.reference else 0

    def absent_and_unknown(self, fields: Fields, pack: Pack) -> None:
        if lacking := [param for param in ("region", *params_of(pack)) if param not in fields]:
            self.note(LINK, LACKING, missing=tuple(lacking))
        known = _known([pack])
        if unknown := [key for key in fields if not known(key)]:
            self.note(LINK, UNKNOWN_KEYS, got=", ".join(unknown))
