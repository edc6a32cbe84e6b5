"""A county of one's own as a text, which links carry as a region's:

    own~Examplia~2025~gdp:386,380,391:6.5,7.5~fai:90.7:12~income:27813:6.5~target:550,2030

its name, the base year, and for each indicator the level and the growth announced: of GDP with the range of the level,
and growth for the first year and for later ones. A `~`, `@` or `%` of the name is escaped as in addresses.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from model.language import amounts
from model.language.names import LONGEST_NAME, clean_name
from model.language.problem import Level, Problem, combined
from model.language.rates import plain
from model.language.words import N_
from model.region.county import BASE_YEAR, TARGET, TARGET_YEAR, County, pack
from model.region.county_fields import REGION, checked
from model.region.indicators import BY_KEY, GDP
from model.region.naming_checks import OWN
from model.region.pack import Pack

BETWEEN, AT = "~", "@"
ESCAPED = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "%~@"})
PARTS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    GDP.key: (("gdp", "gdp_low", "gdp_high"), ("gdp_first", "gdp_later")),
    **{key: ((key,), (f"{key}_first",)) for key in BY_KEY if key != GDP.key},
    TARGET: ((TARGET, TARGET_YEAR),),
}
"""Which fields each piece of the text holds: those between two colons are parted by commas."""

LONG_NAME = N_("holds a county's name that was made printable and at most {allowed} characters long (got {got})")
NO_PIECE = N_("holds what says nothing of a county (got {got}); known: {allowed}; it was left out")
TWICE = N_("says something of a county twice (got {got}); the first is used; remove one")
TOO_MANY = N_(
    "holds more numbers than can stand there (got {got}); it is written as in {example}; the rest was left out"
)
NO_NUMBER = N_("holds no number where one of a county is needed (got {got}); it was left out")
USELESS = N_(
    "is no county that can be planned; it needs a base year, GDP and its growth, as in {example}; ask for the link "
    "again"
)
MADE_UP = N_(
    "holds no target that can be used; in its place stands what lies just below where the announced growth leads in "
    "five years, {level} by {year}; give one"
)
EXAMPLE = "own~A~2025~gdp:386:6.5~target:550,2030"


def written(county: County) -> str:
    """The county as links write it."""
    known = county.known
    pieces = [OWN, county.name.translate(ESCAPED), str(county.base_year)]
    for key, groups in PARTS.items():
        if key in known:
            said = (",".join(plain(known[field]) for field in group if field in known) for group in groups)
            pieces.append(":".join((key, *said)))
    return BETWEEN.join(pieces)


def made(county: County, like: Pack) -> Pack:
    """The county's pack, with the calibration of another one."""
    return pack(county, written(county), like)


def of(region: Pack) -> County | None:
    """The county that a region is; None where it is none of one's own."""
    own = region.own
    return read(own.key, own)[0] if is_own(own.key) else None


def is_own(text: str) -> bool:
    """Whether a region's text says a county of one's own."""
    return text.startswith(OWN + BETWEEN)


def split(text: str) -> tuple[str, str | None, list[str]]:
    """The county's own text, the year from which it is re-planned, if any, and the outcomes typed behind it."""
    pieces = text.split(BETWEEN)
    at = next((place for place, piece in enumerate(pieces) if AT in piece), len(pieces))
    own, outcomes, start = pieces[:at], pieces[at:], None
    if outcomes and not outcomes[0].partition(AT)[0].isalpha():
        last, _, start = outcomes.pop(0).partition(AT)
        own.append(last)
    return BETWEEN.join(own), start, outcomes


def read(text: str, like: Pack) -> tuple[County | None, list[Problem]]:
    """The county that a text says, as far as it can be used, and what of it could not."""
    _, name, year, *pieces = (*text.split(BETWEEN), "", "")
    problems: list[Problem] = []
    said = {BASE_YEAR: year, **_numbers((piece for piece in pieces if piece), problems)}
    numbers = {key: float(read_as[0]) for key, number in said.items() if (read_as := amounts.split(number))}
    if bad := [number for key, number in said.items() if key not in numbers and number]:
        problems.append(Problem.at(REGION, NO_NUMBER, got=", ".join(bad)))
    typed = unquote(name)
    if clean_name(typed) != typed:
        problems.append(Problem.at(REGION, LONG_NAME, got=typed, allowed=LONGEST_NAME))
    found = checked(clean_name(typed), numbers)
    faults = [fault.at(f"{REGION} {fault.field.key}") for fault in found.faults]
    if found.county is None:
        faults.append(Problem.at(REGION, USELESS, example=EXAMPLE))
    elif any(fault.field.series == TARGET for fault in found.faults):
        level, deadline = Level(found.county.known[TARGET], GDP.unit), plain(found.county.known[TARGET_YEAR])
        faults.append(Problem.at(f"{REGION} {TARGET}", MADE_UP, level=level, year=deadline))
    return found.county, [*combined(problems), *faults]


def _numbers(pieces: Iterable[str], problems: list[Problem]) -> dict[str, str]:
    """What each field is said to be, by its key."""
    said: dict[str, str] = {}
    seen = set()
    for piece in pieces:
        key, *groups = piece.split(":")
        if key not in PARTS:
            problems.append(Problem.at(REGION, NO_PIECE, got=piece, allowed=", ".join(PARTS)))
        elif key in seen:
            problems.append(Problem.at(REGION, TWICE, got=piece))
        else:
            seen.add(key)
            given = [group.split(",") for group in groups]
            if len(given) > len(PARTS[key]) or any(len(g) > len(f) for g, f in zip(given, PARTS[key], strict=False)):
                problems.append(Problem.at(REGION, TOO_MANY, got=piece, example=EXAMPLE))
            for fields, texts in zip(PARTS[key], given, strict=False):
                said |= dict(zip(fields, texts, strict=False))
    return said
