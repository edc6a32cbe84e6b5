"""The one value that the page shows, and what follows from it; `session` holds it and puts another in its place."""

import functools
import time
from dataclasses import dataclass, field

from model import link, presets
from model.history import History
from model.indicators import GDP
from model.loader import packs
from model.pack import Pack
from model.problem import Problem
from model.projection import project
from model.scenario import Scenario
from model.view import View
from model.wording import Wording
from model.words import N_
from model.work import Work


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
    complaints: tuple[Problem, ...]
    """What the visitor is to be told: about the link, or about the last thing asked for."""
    beside: str = ""
    """Where on the page that is said, beside what was asked for; empty is at its top."""
    renewed: tuple[tuple[str, int], ...] = ()
    """How often each lever was changed otherwise than by its slider; see `slider_key`."""
    mover: str = ""
    """What made the last step, where a further one by the same is to be joined to it."""
    replay: str = ""
    """Whether the last step is shown again: "before" it, "after" it, or not. It changes what is shown, nothing else."""
    made: float = field(default_factory=time.time)
    """When it became the current one [s]: the browser's address never goes back to an older one."""

    @property
    def shown(self) -> Moment:
        """What is on the page: the present, or what was before it while the last step is shown again."""
        return self.history.past[-1] if self.replay == "before" else self.history.now

    @property
    def work(self) -> Work:
        """The scenarios, the reference and the view."""
        return self.shown.work

    @property
    def scenario(self) -> Scenario:
        """The scenario on the page."""
        return self.work.scenario

    @property
    def reference(self) -> Scenario:
        """What it is compared with."""
        return self.work.nth(self.pack, self.work.reference)

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.shown.language

    @property
    def opened(self) -> link.Opened:
        """The link or file that was opened last."""
        return self.shown.opened

    @property
    def view(self) -> View:
        """How the scenario is looked at."""
        return self.work.view

    @property
    def regions(self) -> tuple[str, ...]:
        """The texts of the regions that were on the page since it was opened, the present one first."""
        history = self.history
        moments = (history.now, *reversed(history.past), *reversed(history.future))
        return tuple(dict.fromkeys(moment.work.scenario.region for moment in moments))

    def turns(self, lever: str) -> int:
        """How often the lever was changed otherwise than by its slider."""
        return dict(self.renewed).get(lever, 0)

    def slider_key(self, lever: str) -> str:
        """The key of a lever's slider.

        A slider whose lever was changed elsewhere is replaced by a new one, under a new key, instead of being set: the
        browser may still be sending the old value, which would come back as if a visitor had just chosen it.
        """
        return f"slider_{lever}_{self.turns(lever)}_{self.language}"

    @functools.cached_property
    def preset(self) -> str | None:
        """The preset that the scenario's growth is, if any."""
        return presets.recognise(self.scenario, self.pack)

    @functools.cached_property
    def beside_gdp(self) -> tuple[object, ...]:
        """The paths of the other indicators, to be compared."""
        paths = project(self.scenario, self.pack).paths
        return tuple(paths[indicator.key].tobytes() for indicator in self.pack.indicators if indicator is not GDP)

    @property
    def free_name(self) -> str:
        """A name for a scenario that has none: the lowest number that no kept one has."""
        taken = {kept.name for kept in self.work.kept}
        numbered = (self.wording(N_("Scenario {number}"), number=number) for number in range(1, len(taken) + 2))
        return next(name for name in numbered if name not in taken)

    @property
    def pack(self) -> Pack:
        """The region's figures."""
        return packs()[self.scenario.region]

    @property
    def wording(self) -> Wording:
        """How things are said to this visitor."""
        return Wording(self.language, self.pack.base_year)

    @property
    def reported(self) -> Wording:
        """How things are said of the plan report: its years stay, also where the region is planned from a later one."""
        return Wording(self.language, self.pack.own.base_year)

    @functools.cached_property
    def query(self) -> str:
        """The link's query: what the address bar holds, also while the last step is shown again."""
        now = self.history.now
        return link.write(now.work, packs()[now.work.scenario.region], now.language)
