"""Links of version 3 as version 4 says them.

They marked a locked year by `!`, said a saved scenario in one part, `k1=gdp=5,6~shown=...~name=floor`, and passed
growth on from one indicator to another. Earlier versions were never released.
"""

from collections.abc import Iterable, Iterator, Mapping

from model.language.problem import Problem
from model.language.words import N_
from model.region.indicators import BY_KEY, DEFLATOR
from model.scenario.levers import INVESTMENT
from model.work.view import USUAL

LINKAGE = ("linkage", "pass_to_gdp", "pass_to_income")
"""The parts that passed growth on."""
REMOVED = N_("was removed (got {got}): no source gives its coefficients; each indicator grows at its own rates instead")
POINTED_INTO = (
    b"name=~locks=~k4=~k3=~k2=~k1=~shown=not_reached~shown=depends~shown=reached"
    b"~2031:~2032:~2033:~2034:~2035:!,2029:,2030:!,2024:,2025:!,2026:,2027:!,2028:"
    b"&deflator=0,0&fai=12,12&retail=7.5,7.5&income=6.5,6.5&gdp0=386,380,391&fai0=90.7&retail0=131.6&income0=27813"
    b"&target=550,2028&horizon=2028&fai_target=160,2028&retail_target=190,2028&income_target=38000,2028&error=1.6,0.6"
    b"&linkage=0,0&sectors=6.5,7.5,6.5,7.5,6.5,7.5&view=band,solve,gdp&map=gdp_later,deflator_later"
)
"""What packed links of version 3 point into."""


def migrated(fields: Mapping[str, str], kept: Iterable[str]) -> tuple[dict[str, str], list[Problem]]:
    """The fields of version 4, and a sentence where growth was passed on."""
    flat: dict[str, str] = {}
    for key, text in fields.items():
        flat |= dict(_flat(f"{key}.", text)) if key in kept else dict(_levers(key, text))
    linked = [flat.pop(key) for key in tuple(flat) if key.rpartition(".")[2] in LINKAGE]
    if "view" in flat:
        flat["view"] = flat["view"].replace(",linkage", f",{USUAL.section}")
    if f"{INVESTMENT}_" in flat.get("map", ""):
        del flat["map"]  # investment moved GDP by linkage alone
    on = tuple(dict.fromkeys(text for text in linked if text.strip("0.,+- ")))
    return {**flat, "v": "4"}, [Problem.at(N_("Linkage"), REMOVED, got=on)] if on else []


def _flat(prefix: str, text: str) -> Iterator[tuple[str, str]]:
    """The keys of one saved scenario; behind "name=" all is its name."""
    head, mark, name = text.partition("name=") if text.startswith("name=") else text.partition("~name=")
    for piece in filter(None, head.split("~")):
        key, _, value = piece.partition("=")
        yield from ((prefix + part, said) for part, said in _levers(key, value))
    if mark:
        yield f"{prefix}name", name


def _levers(key: str, text: str) -> Iterator[tuple[str, str]]:
    """A part, and beside it the years of it that are locked."""
    if key not in (*BY_KEY, DEFLATOR) or "!" not in text:
        yield key, text
        return
    pieces = text.split(",")
    yield key, ",".join(piece.rstrip("! ") for piece in pieces)
    yield f"{key}.locked", ",".join(piece.partition(":")[0].strip() for piece in pieces if piece.endswith("!"))
