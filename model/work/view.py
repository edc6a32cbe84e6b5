"""How a scenario is looked at: what a link carries beside it, and no number depends on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from model.economics.sensitivity import ACROSS, ON_GDP, UP
from model.language.problem import Problem
from model.language.words import N_
from model.region.indicators import GDP
from model.region.pack import Pack
from model.scenario.levers import series_of

SECTIONS = ("solve", "sensitivity", "sure", "realistic", "why", "sectors")
"""The parts of the feasibility page."""
FORMER = re.compile(r"^(?:band|plain),")
"""What links said first of all while the band of uncertainty could be left out."""
BAD_VIEW = N_("asks for an unknown view (got {got}); allowed: {allowed}; the usual one is shown")


@dataclass(frozen=True)
class View:
    """What is shown of a scenario."""

    section: str = SECTIONS[0]
    across: str = ACROSS
    up: str = UP
    """The levers of the two-way map."""

    series: str = GDP.key
    """The growth that is edited year by year."""

    @property
    def parts(self) -> dict[str, str]:
        """The parts of a link that say so."""
        return {"view": f"{self.section},{self.series}", "map": f"{self.across},{self.up}"}


USUAL = View()


def read_view(fields: Mapping[str, str], pack: Pack) -> tuple[View, list[Problem]]:
    """The view that a link's parts say, the usual one where they do not or say what is not there, and what is wrong."""
    view, problems, known = USUAL, [], series_of(pack)
    if (given := fields.get("view")) is not None:
        section, _, series = FORMER.sub("", given).partition(",")
        series = series or view.series
        if section in SECTIONS and series in known:
            view = replace(view, section=section, series=series)
        else:
            allowed = f"{', '.join(SECTIONS)}; {', '.join(known)}"
            problems.append(Problem.at("view", BAD_VIEW, got=given, allowed=allowed))
    if (given := fields.get("map")) is not None:
        across, _, up = given.partition(",")
        if across != up and {across, up} <= set(ON_GDP):
            view = replace(view, across=across, up=up)
        else:
            problems.append(Problem.at("map", BAD_VIEW, got=given, allowed=", ".join(ON_GDP)))
    return view, problems
