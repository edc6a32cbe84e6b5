"""Parts of links that say nothing any more: taken out before a link is read, and named where they moved a result."""

from collections.abc import Iterable

from model.language.problem import Problem
from model.language.words import N_
from model.link.kept import BETWEEN, apart
from model.link.query import Fields
from model.scenario.levers import INVESTMENT
from model.work.view import USUAL

LINKAGE = ("linkage", "pass_to_gdp", "pass_to_income")
"""The parts that passed growth on from one indicator to another."""
REMOVED = N_("was removed (got {got}): no source gives its coefficients; each indicator grows at its own rates instead")


def without_linkage(fields: Fields, kept: Iterable[str]) -> tuple[Fields, list[Problem]]:
    """The fields without linkage, those of the kept scenarios too, and a sentence where it was on."""
    left = {key: text for key, text in fields.items() if key not in LINKAGE}
    said = [fields[key] for key in LINKAGE if key in fields]
    for key in left.keys() & set(kept):
        head, mark, name = apart(left[key])
        pieces = [piece.partition("=") for piece in head.split(BETWEEN)]
        said += [text for part, _, text in pieces if part in LINKAGE]
        left[key] = BETWEEN.join("".join(piece) for piece in pieces if piece[0] not in LINKAGE) + mark + name
    if "view" in left:
        left["view"] = left["view"].replace(",linkage", f",{USUAL.section}")
    if f"{INVESTMENT}_" in left.get("map", ""):
        del left["map"]  # investment moved GDP by linkage alone
    on = tuple(dict.fromkeys(text for text in said if text.strip("0.,+- ")))
    return left, [Problem.at(N_("Linkage"), REMOVED, got=on)] if on else []
