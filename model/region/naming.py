"""What a region is called: the key that links carry, and the names by which it is told from others."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from model.language.problem import Problem
from model.language.words import N_
from model.region.key import OWN
from model.region.pack import Pack
from model.region.records import Region as Head
from model.region.tables import at

KEY = re.compile(r"[a-z][a-z0-9_-]{0,29}", re.ASCII)
"""A region's key: what no address has to escape."""
NO_KEY = N_(
    "is not a key of a region (got {got}); allowed: at most 30 of the letters a to z, digits, _ and -, a letter "
    "first, and not {own}; rename the folder"
)
SAME_NAME = N_("is the name of {other} too (got {got}); every region has its own; write what it belongs to behind it")
OFFICIAL_NAME = N_("is the name of a region of the data (got {got}); a county of one's own has another; change it")


def key_faults(region: str) -> list[Problem]:
    """What is wrong with the name of a region's folder."""
    wrong = KEY.fullmatch(region) is None or region == OWN
    return [Problem.at(f"{region}/", NO_KEY, got=region, own=OWN)] if wrong else []


def name_faults(file: str, head: Head, others: Mapping[str, Head]) -> list[Problem]:
    """The names that another region has, by its key, as well."""
    return [
        at(file, "", column, SAME_NAME, got=name, other=key)
        for column in ("name_zh", "name_en")
        for key, other in others.items()
        if (name := getattr(head, column)) == getattr(other, column)
    ]


def official_name(where: str, name: str, packs: Iterable[Pack], what: str = OFFICIAL_NAME) -> list[Problem]:
    """That a county of one's own is called like a region of the data, however it is spaced or spelt; empty if not."""
    known = {_bare(each) for pack in packs for each in _names(pack.region)}
    return [Problem.at(where, what, got=name)] if _bare(name) in known - {""} else []


def _names(head: Head) -> tuple[str, ...]:
    return head.name_zh, head.name_en, head.formal_zh, head.formal_en


def _bare(name: str) -> str:
    """The letters and digits of a name, in one case and width."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))
