"""A region in a link: its key, the year it is re-based on, outcomes that were typed, figures of one's own county.

    region=fengjie&base=2025&outcome.gdp=2025:440:6.2&outcome.fai=2024:100,2025:110&outcome.fai.instead=2024
    region=own&own.name=Examplia&own.base_year=2025&own.gdp=386,380,391:6.5,7.5&own.fai=90.7:12&own.target=550,2030

An outcome is a year, its level and, where published, its growth, of a row of the plan report one of both;
`.instead` names the years in which it stands in place of an official one. A county has levels and, behind a colon,
growth announced: of GDP with the range of the level, and growth for the first year and for later ones. (`from` is what
WeChat adds.)
"""

import re
from collections.abc import Mapping
from math import isfinite

from model.language import amounts
from model.language.names import LONGEST_NAME, clean_name
from model.language.problem import Level, Problem, combined
from model.language.rates import plain
from model.language.words import N_
from model.link.saved import LONG_NAME
from model.progress.rebasing import with_outcomes
from model.region.county import TARGET, TARGET_YEAR, checked, county_pack
from model.region.indicators import BY_KEY, GDP, OBSERVED
from model.region.key import BASE, BASE_YEAR, OUTCOME, OWN, REGION, Outcome
from model.region.naming import official_name
from model.region.pack import Pack

FIGURES, INSTEAD = "own.", ".instead"
NAME = "own.name"
PIECE = re.compile(r"(\d{4}):([^:]*)(?::([^:]*))?", re.ASCII)
"""An outcome: year, level, growth."""
PARTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    BASE_YEAR: ((BASE_YEAR,),),
    GDP.key: (("gdp", "gdp_low", "gdp_high"), ("gdp_first", "gdp_later")),
    **{key: ((key,), (f"{key}_first",)) for key in BY_KEY if key != GDP.key},
    TARGET: ((TARGET, TARGET_YEAR),),
}
"""Which fields each part of a county holds: those between two colons are parted by commas."""
EXAMPLE = "own.base_year=2025&own.gdp=386:6.5&own.target=550,2030"

TOO_MANY = N_("has too many numbers (got {got}); it is written as in {example}; the rest was left out")
NO_NUMBER = N_("is not a number (got {got}); it was left out; correct it")
USELESS = N_(
    "is not enough to plan a county; a base year, GDP and its growth are needed, as in {example}; ask for the "
    "link again"
)
MADE_UP = N_(
    "has no target that can be used; {level} by {year} is used instead, just below what the announced growth "
    "reaches in five years; give one"
)
NOT_SO_CALLED = N_(
    "gives a county of one's own the name of a region of the data (got {got}); the figures are not that region's, and "
    "the county is shown without the name; give it another"
)
NO_YEAR = N_("is not a year (got {got}); the plan from {base} is used; correct it")
NO_OUTCOME = N_("has an outcome that cannot be read (got {got}); it is written as in {example}; it was left out")


def belongs(key: str) -> bool:
    """Whether a key of a link says which region it is, or what is known of it."""
    own = key.startswith(FIGURES) and key.removeprefix(FIGURES) in ("name", *PARTS)
    return own or key in (REGION, BASE) or key.startswith(OUTCOME)


def written(region: Pack) -> dict[str, str]:
    """What a link says for a region."""
    fields = {REGION: region.key.region}
    if county := region.county:
        known, fields[NAME] = county.known, county.name
        for key, groups in PARTS.items():
            if key in known:
                said = (",".join(plain(known[field]) for field in group if field in known) for group in groups)
                fields[FIGURES + key] = ":".join(said)
    if region.key.base_year is not None:
        fields[BASE] = str(region.key.base_year)
    for each in region.typed_outcomes:
        key = OUTCOME + each.indicator
        add(fields, key, str(each))
        if each.instead:
            add(fields, key + INSTEAD, str(each.year))
    return fields


def read(fields: Mapping[str, str], packs: Mapping[str, Pack]) -> tuple[Pack | None, list[Problem]]:
    """The region that a link says, as far as it can be used, and what of it could not; None where there is none."""
    region = fields.get(REGION, next(iter(packs)))
    own, problems = _county(fields, packs) if region == OWN else (packs.get(region), [])
    if own is None:
        return None, problems
    given, unread = _outcomes(fields, own)
    year = fields.get(BASE)
    known = None if year is None or not re.fullmatch(r"\d{4}", year, re.ASCII) else int(year)
    if year is not None and known is None:
        problems = [*problems, Problem.at(BASE, NO_YEAR, got=year, base=own.base_year)]
    found, faults = with_outcomes(own, known, given)
    return found, [*problems, *combined([*unread, *faults])]


def _outcomes(fields: Mapping[str, str], own: Pack) -> tuple[list[Outcome], list[Problem]]:
    """The outcomes that a link says, and what in it is none."""
    found: list[Outcome] = []
    problems = []
    for key, said in fields.items():
        if not key.startswith(OUTCOME) or key.endswith(INSTEAD):
            continue
        instead = fields.get(key + INSTEAD, "").split(",")
        for piece in said.split(","):
            outcome = _outcome(key.removeprefix(OUTCOME), piece, instead, own)
            if outcome is None:
                example = f"{OUTCOME}gdp={own.first_year + 1}:440:6.2"
                problems.append(Problem.at(key, NO_OUTCOME, got=piece, example=example))
            else:
                found.append(outcome)
    return found, problems


def _outcome(key: str, piece: str, instead: list[str], own: Pack) -> Outcome | None:
    """The outcome that a piece says; None where it says none."""
    if not (match := PIECE.fullmatch(piece)):
        return None
    year, *texts = match.groups()
    level, growth = (_number(text) if text else None for text in texts)
    of_row = key in own.statements and key not in OBSERVED
    lacking = [text for text, number in zip(texts, (level, growth), strict=True) if text and number is None]
    enough = level is not None or (of_row and growth is not None)
    if lacking or not enough or texts[1] == "" or (of_row and year in instead):
        return None
    return Outcome(key, int(year), level, growth, year in instead)


def _county(fields: Mapping[str, str], packs: Mapping[str, Pack]) -> tuple[Pack | None, list[Problem]]:
    """The county of one's own, as far as it can be used, and what of it could not."""
    numbers: dict[str, float] = {}
    problems: list[Problem] = []
    for key, groups in PARTS.items():
        said = fields.get(FIGURES + key, "")
        given = [group.split(",") for group in said.split(":")]
        if len(given) > len(groups) or any(len(g) > len(f) for g, f in zip(given, groups, strict=False)):
            problems.append(Problem.at(FIGURES + key, TOO_MANY, got=said, example=EXAMPLE))
        for names, texts in zip(groups, given, strict=False):
            read_as = {name: (text, _number(text)) for name, text in zip(names, texts, strict=False) if text}
            numbers |= {name: number for name, (_, number) in read_as.items() if number is not None}
            problems += [
                Problem.at(f"{REGION} {name}", NO_NUMBER, got=text)
                for name, (text, number) in read_as.items()
                if number is None
            ]
    typed = fields.get(NAME, "")
    name = clean_name(typed)
    if name != typed:
        problems.append(Problem.at(NAME, LONG_NAME, got=typed, allowed=LONGEST_NAME))
    if taken := official_name(NAME, name, packs.values(), NOT_SO_CALLED):
        name, problems = "", [*problems, *taken]
    found = checked(name, numbers)
    faults = [fault.at(f"{REGION} {fault.field.key}") for fault in found.faults]
    if found.county is None:
        return None, [*problems, *faults, Problem.at(REGION, USELESS, example=EXAMPLE)]
    if any(fault.field.series == TARGET for fault in found.faults):
        level, deadline = Level(found.county.known[TARGET], GDP.unit), plain(found.county.known[TARGET_YEAR])
        faults.append(Problem.at(f"{REGION} {TARGET}", MADE_UP, level=level, year=deadline))
    return county_pack(found.county, next(iter(packs.values()))), [*problems, *faults]


def _number(text: str) -> float | None:
    """The number that a text says; None where it says none."""
    found = amounts.split(text)
    return float(found[0]) if found and isfinite(float(found[0])) else None


def add(fields: dict[str, str], key: str, said: str) -> None:
    """Puts one more value behind a comma."""
    fields[key] = f"{fields[key]},{said}" if key in fields else said
