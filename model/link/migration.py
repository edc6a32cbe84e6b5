"""Links of version 3 as version 4 says them.

They marked a locked year by `!`, said a saved scenario in one part, `k1=gdp=5,6~shown=...~name=floor`, so too a region,
`fengjie@2025~gdp@2025:440:6.2!` or `own~Examplia~2025~gdp:386:6.5~target:550,2030`, and passed growth on from one
indicator to another. Earlier versions were never released.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from model.language.problem import Problem
from model.language.words import N_
from model.link.region_part import FIGURES, INSTEAD, add
from model.region.indicators import BY_KEY, DEFLATOR
from model.region.key import BASE, BASE_YEAR, OUTCOME, OWN, REGION
from model.work.view import USUAL

LINKAGE = ("linkage", "pass_to_gdp", "pass_to_income")
"""The parts that passed growth on."""
REMOVED = N_("was removed (got {got}): no source gives its coefficients; each indicator grows at its own rates instead")


def migrated(fields: Mapping[str, str], kept: Iterable[str]) -> tuple[dict[str, str], list[Problem]]:
    """The fields of version 4, and a sentence where growth was passed on."""
    flat: dict[str, str] = {}
    for key, text in fields.items():
        if key == REGION:
            flat |= _region(text)
        else:
            flat |= dict(_flat(f"{key}.", text)) if key in kept else dict(_levers(key, text))
    linked = [flat.pop(key) for key in tuple(flat) if key.rpartition(".")[2] in LINKAGE]
    if "view" in flat:
        flat["view"] = flat["view"].replace(",linkage", f",{USUAL.section}")
    if "fai_" in flat.get("map", ""):
        del flat["map"]  # investment moved GDP by linkage alone
    on = tuple(dict.fromkeys(text for text in linked if text.strip("0.,+- ")))
    return {**flat, "v": "4"}, [Problem.at(N_("Linkage"), REMOVED, got=on)] if on else []


def _region(text: str) -> dict[str, str]:
    """The keys of a region: its own, the year behind `@`, and what stands behind each `~`."""
    head, *outcomes = re.split(r"~(?=[a-z]\w*@)", text, flags=re.IGNORECASE)
    head, mark, base = head.partition("@")
    region, *figures = head.split("~")
    fields = {REGION: region} | ({BASE: base} if mark else {})
    if region == OWN:
        keys = ("name", BASE_YEAR)
        figures = [f"{key}:{said}" for key, said in zip(keys, figures, strict=False)] + figures[len(keys) :]
    for each in filter(None, figures):
        key, _, said = each.partition(":")
        fields.setdefault(FIGURES + key, unquote(said))
    for each in outcomes:
        key, _, said = each.partition("@")
        add(fields, OUTCOME + key, said.rstrip("!"))
        if said.endswith("!"):
            add(fields, OUTCOME + key + INSTEAD, said.partition(":")[0])
    return fields


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
