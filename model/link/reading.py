"""The fields of a link as scenarios: each is read by itself, the good is kept, and what is wrong is noted."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from model.economics.growth import levels, yearly
from model.language import amounts
from model.language.problem import Problem, shorten
from model.language.rates import plain, rate
from model.language.words import N_
from model.link import region_part
from model.link.headline import Shown
from model.link.parts import LOCKED, link_keys, read_locks, read_part, written
from model.link.saved import Saved, SavedScenario, checked
from model.link.transport import LINK, Fields
from model.progress.report_rows import FULL, MOST, ROWS, keys, offered, with_rows
from model.region.pack import Pack
from model.scenario.levers import series_of
from model.scenario.scenario import Scenario, build, plan
from model.work.view import View, read_view
from model.work.work import MOST_KEPT

FURTHER = "further"
"""The key of older links for rows of the plan report: their growth alone, `further=tourism_revenue:20:20`."""
T = TypeVar("T")
KEPT = tuple(f"k{place}" for place in range(1, MOST_KEPT + 1))
"""What the saved scenarios are called in a link."""

UNKNOWN_KEYS = N_("has parts this page does not know (got {got}); they were left out")
BAD_REGION = N_("is not a region here (got {got}); regions: {allowed}; the first was opened instead")
LACKING = N_("lacks {missing}; the values of the plan are used for these; ask for the whole link if that is not meant")
BAD_REFERENCE = N_("is not a reference (got {got}); allowed: 0 (the plan) to {allowed}; the plan is used")
NO_ROW = N_("names no row that can be projected (got {got}); it was left out")
NO_NAME = N_("is missing or taken (got {got}); it was called {read}")


def levers_of(pack: Pack) -> tuple[str, ...]:
    """The keys of its levers, of those that rows of its report can have, and of the locked years of its series."""
    pack = with_rows(pack, offered(pack))
    return (*link_keys(pack), *(series + LOCKED for series in series_of(pack)))


def known(packs: Iterable[Pack], older: Collection[str] = ()) -> Callable[[str], bool]:
    """Whether a link of these regions can have that key."""
    own = {*SavedScenario.model_fields, *(key for pack in packs for key in levers_of(pack))}
    every = {*Saved.model_fields, *own, *older, *(f"{kept}.{key}" for kept in KEPT for key in own)}
    return lambda key: key in every or region_part.belongs(key)


class Reading:
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
        pack = self.taken(region_part.read(fields, packs))
        if pack is None:
            self.note("region", BAD_REGION, got=fields["region"], allowed=", ".join(packs))
        self.understood += pack is not None
        return pack or first

    def scenario(self, saved: SavedScenario, base: Scenario, where: str = "") -> Scenario:
        """The base with what was saved in its place; the plan's values stand for what cannot be used."""
        said, pack, usual = saved.model_extra or {}, base.pack, plan(base.pack)
        values = dict(base.values)
        by_hand = [each for each in base.overrides if each[0] not in said]
        locks = [each for each in base.locks if {each[0], each[0] + LOCKED}.isdisjoint(said)]
        for key, members in link_keys(pack).items():
            if key in said:
                part = read_part(said[key], members, pack)
                values |= {member.key: usual[member.key] for member in members} | part.values
                by_hand += self.taken((part.by_hand, part.problems), where)
                self.understood += len(part.values) + len(part.by_hand)
            if key + LOCKED in said:
                years = [year for series, year, _ in by_hand if series == key]
                locks += self.taken(read_locks(said[key + LOCKED], key, years), where)
        return build(pack, values, by_hand, "", locks)

    def view(self, fields: Fields, pack: Pack) -> View:
        view, problems = read_view(fields, pack)
        self.understood += sum(part in fields for part in view.parts) - len(problems)
        return self.taken((view, problems))

    def beside(self, kept: Mapping[str, Fields], page: Scenario) -> dict[str, tuple[Scenario, Shown | None]]:
        """The saved scenarios, and what each showed, by their keys; one of which nothing is known is none."""
        found: dict[str, tuple[Scenario, Shown | None]] = {}
        for key, fields in kept.items():
            if fields.keys().isdisjoint((*SavedScenario.model_fields, *levers_of(page.pack))):
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
        if lacking := [key for key in ("region", *link_keys(pack)) if key not in fields]:
            self.note(LINK, LACKING, missing=tuple(lacking))
        belongs = known([pack])
        if unknown := [key for key in fields if not belongs(key)]:
            self.note(LINK, UNKNOWN_KEYS, got=", ".join(unknown))


def with_report_rows(fields: Mapping[str, str], pack: Pack) -> tuple[tuple[Pack, dict[str, str]], list[Problem]]:
    """The pack with the rows that a link holds, and the link's fields as they are written today."""
    pieces = [piece.split(":") for piece in amounts.folded(fields.get(FURTHER, "")).split(",") if piece.strip()]
    said = {row: rates for row, *rates in pieces if row in offered(pack) and len(rates) == 2}
    wrong = tuple(":".join(piece) for piece in pieces if piece[0] not in said)
    series = {key: each[0].series for key, each in link_keys(with_rows(pack, offered(pack))).items()}
    rows = dict.fromkeys((*said, *(series[key] for key in fields if series.get(key) in offered(pack))))
    found = with_rows(pack, tuple(rows)[:MOST])
    problems = [Problem.at(FURTHER, NO_ROW, got=wrong)] if wrong else []
    if beyond := [*rows][MOST:]:
        problems.append(Problem.at(ROWS, FULL, got=", ".join(beyond), allowed=MOST))
    today = {key: text for row in keys(found) if row in said for key, text in _today(row, said[row], found).items()}
    return (found, {**today, **{key: text for key, text in fields.items() if key != FURTHER}}), problems


def _today(row: str, rates: list[str], pack: Pack) -> dict[str, str]:
    """What a link says today of a row's growth from the region's own base year: where the pack is re-based on a later
    one, its baseline is the level that this growth leads to."""
    usual = written(plan(pack))
    said = {key: usual[key] for key, members in link_keys(pack).items() if members[0].series == row}
    numbers = [found[0] for text in rates if (found := amounts.split(text, "%"))]
    if pack.rebased and len(numbers) == len(rates):
        first, later = map(rate, numbers)
        growth = yearly(first, later, pack.base_year - pack.own.base_year)
        said[f"{row}0"] = plain(float(levels(pack.own.baselines[row].value, growth)[-1]))
        rates = rates[1:] * 2
    return {**said, row: ",".join(rates)}
