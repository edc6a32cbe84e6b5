"""A region in a link: its key, the year it is re-based on, outcomes that were typed, figures of one's own county.

    region=fengjie&base=2025&outcome.gdp=2025:440:6.2&outcome.fai=2024:100,2025:110&outcome.fai.instead=2024
    region=own&own.name=Examplia&own.base_year=2025&own.gdp=386,380,391:6.5,7.5&own.fai=90.7:12&own.target=550,2030

An outcome is a year, its level and, where published, its growth; `.instead` names the years in which it stands in
place of an official one. A county has levels and, behind a colon, growth announced. (`from` is what WeChat adds.)
"""

from collections.abc import Mapping
from urllib.parse import unquote

from model.progress.regions import split
from model.region.county_text import ESCAPED, is_own
from model.region.naming_checks import OWN

REGION, BASE, NAME, BASE_YEAR = "region", "base", "own.name", "own.base_year"
FIGURES, OUTCOME, INSTEAD = "own.", "outcome.", ".instead"


def belongs(key: str) -> bool:
    """Whether a key of a link says which region it is, or what is known of it."""
    return key in (REGION, BASE) or key.startswith((FIGURES, OUTCOME))


def written(region: str) -> dict[str, str]:
    """What a link says for a region's text."""
    own, year, outcomes = split(region)
    fields = {REGION: own}
    if is_own(own):
        _, name, base_year, *figures = own.split("~")
        fields = {REGION: OWN, NAME: unquote(name), BASE_YEAR: base_year}
        fields |= {FIGURES + key: said for key, _, said in (each.partition(":") for each in figures)}
    if year is not None:
        fields[BASE] = year
    for each in outcomes:
        indicator, _, said = each.partition("@")
        key = OUTCOME + indicator
        _add(fields, key, said.rstrip("!"))
        if said.endswith("!"):
            _add(fields, key + INSTEAD, said.partition(":")[0])
    return fields


def text(fields: Mapping[str, str], usual: str) -> str:
    """The region's text for what a link says; without a key it is the usual one."""
    region = fields.get(REGION, usual)
    if region == OWN:
        figures = {key.removeprefix(FIGURES): said for key, said in fields.items() if key.startswith(FIGURES)}
        name, base_year = figures.pop("name", ""), figures.pop("base_year", "")
        head = OWN, name.translate(ESCAPED), base_year
        region = "~".join((*head, *(f"{key}:{said}" for key, said in figures.items())))
    if BASE in fields:
        region += f"@{fields[BASE]}"
    for key, said in fields.items():
        if key.startswith(OUTCOME) and not key.endswith(INSTEAD):
            instead = fields.get(key + INSTEAD, "").split(",")
            for each in said.split(","):
                year = each.partition(":")[0]
                region += f"~{key.removeprefix(OUTCOME)}@{each}{'!' * (year in instead)}"
    return region


def _add(fields: dict[str, str], key: str, said: str) -> None:
    fields[key] = f"{fields[key]},{said}" if key in fields else said
