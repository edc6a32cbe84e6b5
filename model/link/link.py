"""A scenario as text: self-contained, versioned, check-summed, readable, and never refused as a whole.

    v=4&region=fengjie&lang=en&gdp=6.5,7.5,2026:5&gdp.locked=2026&deflator=0,0&...&target=550,2028&...
    &k1.name=floor&k1.gdp=5,6&k1.shown=...&edition=1&shown=548.998,not_reached&check=...

Rates stand in per cent, `2026:5` is a single year set by hand, `gdp0` holds the baseline and, where known, its low and
high. `k1` to `k4` are the saved scenarios: what differs from the one on the page. What is said of the region, see
`link.region_part`; what else there is, `link.saved`. `shown` is the headline when the link was made and `edition` that
of data and model; `check` tells whether anything was cut off or edited since.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from model.language.problem import Problem
from model.language.words import N_
from model.link import migration, region_part
from model.link.doubts import doubts
from model.link.headline import Shown, difference, headline
from model.link.parts import LOCKED, written
from model.link.reading import FURTHER, KEPT, Reading, known, with_report_rows
from model.link.saved import VERSION, Language, Saved, checked
from model.link.transport import LINK, Fields, checksum, checksum_problems, received, well_formed
from model.link.transport import written as write_fields
from model.link.version import EDITION, EDITIONS
from model.region.pack import Pack
from model.scenario.scenario import Scenario, plan
from model.work.view import USUAL, View
from model.work.work import Work

LANGUAGES: tuple[str, ...] = get_args(Language)

OLDER = (*KEPT, *migration.LINKAGE, FURTHER)
"""What older links had beside."""

TEXTS = ("name", "note")
"""Parts that are cut where they are read."""
LONGEST_PART, MOST_PIECES = 4_000, 60
"""Characters that are read of a part, and pieces between its commas: more than any scenario has."""

NO_VERSION = N_("has no version; it was read as version {allowed}")
BAD_VERSION = N_("has an invalid version (got {got}); it was read as version {allowed}")
NEWER = N_(
    "has a newer version than this page knows (got {got}, known {allowed}); what is understood was used; update it"
)
TOO_MUCH = N_(
    "says more than can stand there (got {got}); at most {pieces} values and {characters} characters are read; the "
    "rest was left out"
)
NOTHING = N_("holds nothing that this page understands (got {got}); the plan is shown; ask for the link again")


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
    fields = {"v": str(VERSION), **region_part.written(work.pack), "lang": language}
    fields |= _said(work.scenario) | levers
    for key, kept in zip(KEPT, work.kept, strict=False):
        own = written(kept)
        differing = [key for key in levers | own if levers.get(key) != own.get(key)]
        series = {key.removesuffix(LOCKED) for key in differing}
        said = _said(kept) | {key: text for key, text in own.items() if key.removesuffix(LOCKED) in series}
        fields |= {f"{key}.{part}": text for part, text in (said | {"shown": str(headline(kept))}).items()}
    if work.reference:
        fields["reference"] = str(work.reference)
    fields |= work.view.parts
    fields |= {"edition": str(EDITION), "shown": str(headline(work.scenario))}
    return fields | {"check": checksum(fields)}


def _said(scenario: Scenario) -> Fields:
    """A scenario's name and note, where it has them."""
    return {key: text for key, text in (("name", scenario.name), ("note", scenario.note)) if text}


def read(text: str, packs: Mapping[str, Pack]) -> Opened:
    """What a link, its bare query, or a message with a link in it says.

    Never raises: the good is kept and the bad is named in `problems`.
    """
    return read_fields(*received(text, known(packs.values(), OLDER)), text, packs)


def read_fields(sent: Fields, problems: Sequence[Problem], text: str, packs: Mapping[str, Pack]) -> Opened:
    """What the fields of a link say, however they came here; `text` is quoted where nothing is understood."""
    if not sent:
        return opening(next(iter(packs.values())))
    sent = {well_formed(key): well_formed(value) for key, value in sent.items()}
    reading = Reading(list(problems))
    fields = reading.taken(_bounded(reading.taken(_upgraded(sent))))
    unproven = checksum_problems(sent, known(packs.values(), OLDER))
    reading.problems += unproven
    pack, fields = reading.taken(with_report_rows(fields, reading.region(fields, packs)))
    own, kept = _parted(fields)
    saved = reading.taken(checked(Saved, own))
    scenario = reading.scenario(saved, plan(pack)).rename(saved.name).annotate(saved.note)
    reading.understood += sum(map(bool, (saved.name, saved.note, saved.lang)))
    beside = reading.beside(kept, scenario)
    listed, reference = tuple(each for each, _ in beside.values()), reading.reference(saved, tuple(beside))
    work = Work(scenario, listed, reference, reading.view(fields, pack))
    if not reading.understood:
        return Opened(replace(work, view=USUAL), saved.lang, (None,), (Problem.at(LINK, NOTHING, got=text.strip()),), 0)
    if all(map(_looks, sent)):
        problems = tuple(each for each in reading.problems if _looks(each.where.partition(" ")[0]))
        return Opened(work, saved.lang, (None,), problems, reading.understood)
    reading.absent_and_unknown(fields, pack)
    shown = (saved.shown, *(result for _, result in beside.values()))
    if unproven:
        reading.problems += doubts(work)
        shown = (None,) * len(shown)
    return Opened(work, saved.lang, shown, tuple(reading.problems), reading.understood, saved.edition)


def changed_results(opened: Opened, now: Work, say: Callable[[float], str]) -> list[Problem]:
    """The sentences that results have changed since the link was made, and why; none of scenarios that were changed.

    `now` is what is on the page; `say` writes a level.
    """
    problems: list[Problem] = []
    pairs = zip((opened.work.scenario, *opened.work.kept), opened.shown, strict=False)
    for place, (scenario, then) in enumerate(pairs):
        unchanged = scenario in now.kept if place else scenario == now.scenario
        change = difference(then, headline(scenario), say) if unchanged and then is not None else None
        named = replace(change, where=scenario.name, given=True) if change else None
        problems += [named] if named and named not in problems else []
    since = EDITIONS[opened.edition :] if problems and opened.edition else ()
    return [*problems, *(Problem.at(date, reason) for date, reason in since)]


def opening(pack: Pack, view: View = USUAL) -> Opened:
    """What is opened where a region is chosen and no link given: its plan."""
    return Opened(Work(plan(pack), view=view), None, (None,), (), 0)


def _looks(key: str) -> bool:
    """Whether it only says which plan to look at, and how: such parts alone are no broken link, but that plan."""
    return key in ("lang", "view", "map") or region_part.belongs(key)


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


def _bounded(fields: Fields) -> tuple[Fields, list[Problem]]:
    """The fields but the version, no more of each than is read, so that none makes long work; and which were cut."""
    bounded = {key: _bounded_part(key, text) for key, text in fields.items() if key != "v"}
    cut = {key: text for key, text in fields.items() if bounded.get(key, text) != text}
    values = {"pieces": MOST_PIECES, "characters": LONGEST_PART}
    return bounded, [Problem.at(", ".join(cut), TOO_MUCH, got=tuple(cut.values()), **values)] if cut else []


def _bounded_part(key: str, text: str) -> str:
    if key.rpartition(".")[2] in TEXTS:
        return text
    return ",".join(text[:LONGEST_PART].split(",")[:MOST_PIECES])


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
