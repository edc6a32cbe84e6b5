"""Faults in what a region is called: the key that links carry, and names by which it is told from others."""

import re
from collections.abc import Mapping

from model.county_text import OWN
from model.problem import Problem
from model.records import Region
from model.tables import at
from model.words import N_

KEY = re.compile(r"[a-z][a-z0-9_-]{0,29}", re.ASCII)
"""A region's key. `@` and `~` part it from what follows it in links; what no address has to escape stays readable."""
NO_KEY = N_(
    "is no key of a region (got {got}); allowed: at most 30 of the letters a to z, digits, _ and -, a letter first, "
    "and not {own}; rename the folder"
)
SAME_NAME = N_("is the name of {other} too (got {got}); every region has its own; write what it belongs to behind it")


def key_faults(region: str) -> list[Problem]:
    """What is wrong with the name of a region's folder."""
    wrong = KEY.fullmatch(region) is None or region == OWN
    return [Problem.at(f"{region}/", NO_KEY, got=region, own=OWN)] if wrong else []


def name_faults(file: str, head: Region, others: Mapping[str, Region]) -> list[Problem]:
    """The names that another region has, by its key, as well."""
    return [
        at(file, "", column, SAME_NAME, got=name, other=key)
        for column in ("name_zh", "name_en")
        for key, other in others.items()
        if (name := getattr(head, column)) == getattr(other, column)
    ]
