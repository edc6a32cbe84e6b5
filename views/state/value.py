"""The one value that the page follows from."""

import functools
from dataclasses import dataclass

from model.economics import presets
from model.language.problem import Problem
from model.language.wording import Wording
from model.language.words import N_
from model.link import link
from model.region.pack import Pack
from model.scenario.scenario import Scenario
from model.work.history import History
from model.work.view import View
from model.work.work import Work


@dataclass(frozen=True)
class Moment:
    """What the address bar says at one time, and the link that the visitor would go back to."""

    work: Work
    language: str
    opened: link.Opened


@dataclass(frozen=True)
class State:
    """Everything a visitor's page follows from."""

    history: History[Moment]
    problems: tuple[Problem, ...] = ()
    """What the visitor is told: about the link, or about the last change."""
    where: str = ""
    """The place on the page beside which that is said; empty is the top of the page."""
    gesture: str = ""
    """The gesture that made the last step; further changes of the same gesture join that step."""
    version: int = 0
    """How many values came before this one: the browser's address never goes back to an older one."""

    @property
    def work(self) -> Work:
        """The scenarios, the reference and the view."""
        return self.history.now.work

    @property
    def scenario(self) -> Scenario:
        """The scenario on the page."""
        return self.work.scenario

    @property
    def reference(self) -> Scenario:
        """What it is compared with."""
        return self.work.nth(self.work.reference)

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.history.now.language

    @property
    def opened(self) -> link.Opened:
        """The link or file that was opened last."""
        return self.history.now.opened

    @property
    def view(self) -> View:
        """How the scenario is looked at."""
        return self.work.view

    @property
    def regions(self) -> tuple[Pack, ...]:
        """The regions that were on the page since it was opened, the present one first."""
        history = self.history
        moments = (history.now, *reversed(history.past), *reversed(history.future))
        return tuple(dict.fromkeys(moment.work.pack for moment in moments))

    @functools.cached_property
    def preset(self) -> str | None:
        """The preset that the scenario's growth is, if any."""
        return presets.recognise(self.scenario)

    @property
    def free_name(self) -> str:
        """A name for a scenario that has none: the lowest number that no saved one has."""
        taken = {saved.name for saved in self.work.kept}
        numbered = (self.wording(N_("Scenario {number}"), number=number) for number in range(1, len(taken) + 2))
        return next(name for name in numbered if name not in taken)

    @property
    def pack(self) -> Pack:
        """The region's figures."""
        return self.scenario.pack

    @property
    def wording(self) -> Wording:
        """How things are said to this visitor."""
        return Wording(self.language, self.pack.base_year)

    @property
    def reported(self) -> Wording:
        """How things are said of the plan report: its years stay, also where the region is re-based on a later one."""
        return Wording(self.language, self.pack.own.base_year)

    @functools.cached_property
    def query(self) -> str:
        """The link's query, which the address bar holds."""
        return link.write(self.work, self.language)
