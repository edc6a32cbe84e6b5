"""The one answer to a scenario that command line, notebook and tests share.

from model.answer import reproduce
answer = reproduce("<link>")
answer.frame
"""

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any, NamedTuple

from model.economics import phrases, verdict_sentences
from model.economics.needed import required_by_price_change
from model.economics.projection import Projection, baseline_of, project
from model.economics.uncertainty import Uncertainty, chance_from_official, uncertainty
from model.economics.verdict import Verdict, by_deadline, implied, judge
from model.language.problem import Problem, Refused
from model.language.rates import plain
from model.language.wording import DataUnits
from model.link.file import open_any
from model.link.headline import Shown
from model.link.link import Opened, changed_results, fields_of, write
from model.link.reading import KEPT
from model.link.transport import LINK, LONGEST, TOO_LONG
from model.link.version import EDITION
from model.region.indicators import GDP
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.levers import levers
from model.scenario.origins import Origin, origin
from model.scenario.scenario import Scenario
from model.work.work import Work

if TYPE_CHECKING:
    import pandas as pd

USUAL = "en"
"""The language of sentences where nobody chose one."""
PAGE = "page"
PLACES = (PAGE, *KEPT)
PLAN = "plan"
"""What the scenarios of a link are called in it: the one on the page, the kept ones, and the plan as reference."""


class Row(NamedTuple):
    """A level of a path in a year: rates as fractions, and nan for what is not known or does not apply."""

    scenario: str
    name: str
    indicator: str
    price_basis: str
    unit: str
    year: int
    growth: float
    low: float
    level: float
    high: float
    chance: float
    base_origin: Origin
    region: str
    link: str
    """By its check sum."""
    edition: int


@dataclass(frozen=True, eq=False)
class Answer:
    """A scenario and what follows from it: levels in the indicator's unit, rates as fractions, full precision."""

    work: Work
    language: str = USUAL
    """Of the sentences, and of the page that the link opens."""
    opened: Opened | None = None
    """What the scenario was read from, if it was."""
    place: str = PAGE
    """Which scenario of the work it is the answer to."""

    def __repr__(self) -> str:
        """The region, the level at the deadline in both readings, and the verdict."""
        found, w = self.verdict, self.wording
        names = (verdict_sentences.FROM_BASELINE, verdict_sentences.FROM_OFFICIAL)
        levels = [f"{r.level:.3f} {GDP.unit} {w(name)}" for r, name in zip(found.readings, names, strict=False)]
        return f"<Answer {self.scenario.region}: GDP in {found.year} {', '.join(levels)}: {found.status}>"

    @property
    def pack(self) -> Pack:
        return self.work.pack

    @property
    def scenario(self) -> Scenario:
        """The scenario: the one on the page, or the kept one of that place."""
        return self.work.kept[KEPT.index(self.place)] if self.place in KEPT else self.work.scenario

    @property
    def scenarios(self) -> "Mapping[str, Answer]":
        """The answer to every scenario of the work by its place, the one on the page first."""
        places = PLACES[: 1 + len(self.work.kept)]
        return {place: dataclasses.replace(self, place=place) for place in places}

    @property
    def projection(self) -> Projection:
        return project(self.scenario)

    @property
    def frame(self) -> "pd.DataFrame":
        """The paths of every scenario as a tidy frame with the columns of `Row`."""
        import pandas as pd  # here, for it takes longer to load than all else, and most answers need no frame

        return pd.DataFrame(self.rows, columns=Row._fields)

    @property
    def rows(self) -> list[Row]:
        """The rows of the frame and of CSV: each scenario's by path and year."""
        check = fields_of(self.work, self.language)["check"]
        taken = self.scenario.region, f"check={check}", EDITION
        return [row for each in self.scenarios.values() for row in each._own_rows(taken)]

    def _own_rows(self, taken: tuple[str, str, int]) -> Iterator[Row]:
        origins, found = self.origins, self.uncertainty
        for key, points in self.projection.points.items():
            for point in points:
                low, high = point.ends
                chance = found.chance_in(point.year) if key == GDP.key else nan
                own = point._replace(low=low, high=high)
                yield Row(self.place, self.scenario.name, *own, chance, origins[baseline_of(key)], *taken)

    @property
    def verdict(self) -> Verdict:
        """Whether GDP reaches the target in time, and what would have to be true."""
        return judge(self.scenario)

    @property
    def showed(self) -> Shown | None:
        """What the scenario showed when its link was made; None where no link says."""
        shown = self.opened.shown if self.opened else ()
        return dict(zip(PLACES, shown, strict=False)).get(self.place)

    @property
    def chance(self) -> float:
        """The chance from the baseline that GDP is at its target or above at the deadline, from 0 to 1."""
        return self.uncertainty.chance_in(self.scenario.target_year)

    @property
    def chance_from_official(self) -> float | None:
        """The same from the latest official level; None where that, or the error of its year, is not known."""
        return chance_from_official(self.scenario)

    @property
    def uncertainty(self) -> Uncertainty:
        return uncertainty(self.scenario)

    @property
    def origins(self) -> dict[str, Origin]:
        """Where each baseline comes from, by indicator."""
        keys = (indicator.key for indicator in self.pack.indicators)
        return {key: origin(self.scenario.base(key), key, self.pack) for key in keys}

    @property
    def growth_origins(self) -> dict[str, dict[str, str]]:
        """Where each growth lever that stands as announced comes from: source, place, trust, how it is extended."""
        return {
            lever.key: {
                "source": found.source,
                "locator": found.locator,
                "trust": found.trust,
                "extended": phrases.extended(lever, self.wording),
            }
            for lever in levers(self.pack).values()
            if lever.by_year and self.scenario[lever.key] == lever.default and (found := lever.source)
        }

    @property
    def wording(self) -> DataUnits:
        return DataUnits(self.language, self.pack.base_year)

    @functools.cached_property
    def problems(self) -> tuple[str, ...]:
        """In sentences, what of a link could not be used, and which of its results have moved since it was made."""
        if self.opened is None:
            return ()
        changes = changed_results(self.opened, self.work, lambda level: f"{plain(level)} {GDP.unit}")
        return tuple(self.wording.shown(problem) for problem in (*self.opened.problems, *changes))

    @property
    def link(self) -> str:
        """The query of the link that opens it, without "?"."""
        return write(self.work, self.language)

    @property
    def parts(self) -> dict[str, Any]:
        """All of it in texts, numbers, lists and dictionaries, as JSON has them; other scenarios stand in `kept`."""
        others = (each for place, each in self.scenarios.items() if place != self.place)
        return {
            **self.made_from,
            **self.own,
            "reference": PLACES[self.work.reference] if self.work.reference else PLAN,
            "kept": [each.own for each in others],
            "problems": list(self.problems),
        }

    @property
    def made_from(self) -> dict[str, Any]:
        """The region and its base year, the link that opens all of it again, and the edition of data and model."""
        region, year = self.scenario.region, self.pack.base_year
        return {"region": region, "base_year": year, "link": self.link, "edition": EDITION}

    @property
    def own(self) -> dict[str, Any]:
        """What belongs to this scenario alone."""
        implied_level = implied(self.scenario)
        return {
            "place": self.place,
            "scenario": said(self.scenario),
            "showed": self.showed and dataclasses.asdict(self.showed),
            "origins": self.origins,
            "growth_origins": self.growth_origins,
            "years": list(self.projection.years),
            "paths": {key: path.tolist() for key, path in self.projection.paths.items()},
            "target": {"level": self.scenario["target_level"], "year": self.scenario.target_year},
            "verdict": dataclasses.asdict(self.verdict),
            "deadlines": [dataclasses.asdict(each) for each in by_deadline(self.scenario)],
            "implied": implied_level and dataclasses.asdict(implied_level),
            "chance": self.chance,
            "chance_from_official": self.chance_from_official,
            "required_by_price_change": [each._asdict() for each in required_by_price_change(self.scenario)],
        }


def reproduce(link: str) -> Answer:
    """The answer to a link, its bare query, or the text of a saved file.

    Raises `Refused` where nothing in it is understood; what of it could not be used is said in `problems`.
    """
    opened = understood(link, open_any(link, packs()))
    return Answer(opened.work, opened.language or USUAL, opened)


def understood(text: str, opened: Opened) -> Opened:
    """What was opened. Raises `Refused` where nothing was understood."""
    if not opened.understood:
        long = len(text) > LONGEST and not text.startswith("{")
        raise Refused([Problem.at(LINK, TOO_LONG, length=len(text), allowed=LONGEST)] if long else opened.problems)
    return opened


def said(scenario: Scenario) -> dict[str, Any]:
    """A scenario's name, levers, years set by hand and which of them are locked, rates as fractions."""
    return {
        "name": scenario.name,
        "levers": dict(scenario.values),
        "overrides": {
            series: {str(year): rate for key, year, rate in scenario.overrides if key == series}
            for series in dict.fromkeys(key for key, *_ in scenario.overrides)
        },
        "locks": [f"{series}@{year}" for series, year in scenario.locks],
    }
