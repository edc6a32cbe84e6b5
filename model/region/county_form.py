"""A county of one's own from what somebody typed into a form, and the unit that a number seems to be meant in."""

from collections.abc import Mapping
from decimal import Decimal

from model.language import amounts
from model.language.names import clean_name
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.region.county import BY_FIELD, FIELDS, Field, checked, named
from model.region.indicators import GDP
from model.region.key import County
from model.region.loader import packs
from model.region.naming import official_name

NAME, NAME_LABEL = "name", N_("Name of the county")
UNITS: Mapping[str, tuple[str, ...]] = {"zh": ("亿元", "万元"), "en": ("bn yuan", "亿元", "million yuan")}
"""The units in which levels of money may be typed, that of the reader's language first."""
LARGEST_GDP = 2000.0
"""Above which GDP [亿元] is asked about: few counties of China have more."""
LARGEST_SHARE = 5.0
"""Times GDP above which any other level is asked about."""
LEAST_RATE = 0.5
"""Per cent a year below which growth is asked about, but for none: it may be a fraction."""

TOO_LARGE = N_("is unusually large (got {got}); write the unit behind it: {here} or {other}")
TOO_SMALL = N_("is unusually small (got {got}); growth is in per cent; write {per_cent} % or {got} %")


def read(given: Mapping[str, str], unit: str, w: Wording) -> County:
    """The county for the texts of a form, by field; levels without a unit are in `unit`, one of `UNITS`.

    Raises `Refused` with a sentence for every field that is wrong.
    """
    numbers: dict[str, float] = {}
    without_unit: dict[Field, str] = {}
    name = clean_name(given[NAME])
    problems = official_name(w(NAME_LABEL), name, packs().values())
    for field in FIELDS:
        if not given[field.key].strip():
            continue
        try:
            number, behind = amounts.parted(given[field.key], field.unit, named(field, w))
        except Refused as refusal:
            problems += refusal.problems
            continue
        numbers[field.key] = _level(number, behind or unit, field) if field.kind == "level" else float(number)
        if not behind:
            without_unit[field] = number
    found = checked(name, numbers)
    unusual, faults = _unusual(without_unit, numbers, unit, w), found.faults
    if named(BY_FIELD[GDP.key], w) in {each.where for each in unusual}:  # limits of other levels follow from it
        faults = [fault for fault in faults if fault.field.kind != "level"]
    problems += [*(fault.at(named(fault.field, w), given[fault.field.key]) for fault in faults), *unusual]
    if problems or found.county is None:
        raise Refused(list({each.where: each for each in problems[::-1]}.values())[::-1])
    return found.county


def _level(number: str, unit: str, field: Field) -> float:
    """A level in the unit of the data; in its own unit where that one is none of the field's."""
    return float(Decimal(number).scaleb(amounts.units_behind(field.unit).get(unit, 0)))


def _unusual(given: Mapping[Field, str], numbers: Mapping[str, float], unit: str, w: Wording) -> list[Problem]:
    """Numbers without a unit that seem to be meant in another one."""
    problems, gdp = [], numbers.get(GDP.key, 0.0)
    for field, number in given.items():
        value, most = numbers[field.key], LARGEST_GDP if field.key == GDP.key else LARGEST_SHARE * gdp
        if field.kind == "rate" and 0 < abs(value) < LEAST_RATE:
            problems.append(Problem.at(named(field, w), TOO_SMALL, got=number, per_cent=f"{value * 100:g}"))
        elif field.kind == "level" and field.unit == GDP.unit and 0 < most < value:
            levels = {each: _level(number, each, field) for each in amounts.units_behind(field.unit)}
            other = next((each for each, level in levels.items() if level <= most), min(levels, key=levels.__getitem__))
            gdp = levels[other] if field.key == GDP.key else gdp
            values = {"got": number, "here": f"{number} {unit}", "other": f"{number} {other}"}
            problems.append(Problem.at(named(field, w), TOO_LARGE, **values))
    return problems
