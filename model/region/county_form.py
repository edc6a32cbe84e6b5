"""A county of one's own from what somebody typed into a form, and the unit that a number seems to be meant in."""

from collections.abc import Mapping
from decimal import Decimal
from operator import itemgetter

from model.language import amounts
from model.language.names import clean_name
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.region.county_fields import BY_FIELD, FIELDS, OUTSIDE, Fault, Field, checked, named
from model.region.indicators import GDP
from model.region.key import County
from model.region.loader import packs
from model.region.naming_checks import official_name

NAME, NAME_LABEL = "name", N_("Name of the county")
UNITS: Mapping[str, tuple[str, ...]] = {"zh": ("亿元", "万元"), "en": ("bn yuan", "亿元", "million yuan")}
"""The units in which levels of money may be typed, that of the reader's language first."""
LARGEST_GDP = 2000.0
"""Above which GDP [亿元] is asked about: few counties of China have more."""
LARGEST_SHARE = 5.0
"""Times GDP above which any other level is asked about."""
LEAST_RATE = 0.5
"""Per cent a year below which growth is asked about, but for none: it may be a fraction."""

MEANT = N_(
    "cannot be used (got {got}); allowed: {low} to {high}; without a unit it is read in {unit}: if {meant} is meant, "
    "write the unit behind it"
)
GDP_MEANT = N_(
    "cannot be used beside that GDP (got {got}); allowed: {low} to {high}; without a unit GDP is read in {unit}: if "
    "{meant} is meant, write the unit behind it"
)
TOO_LARGE = N_("is unusually large (got {got}); write the unit behind it: {here} or {other}")
TOO_SMALL = N_("is unusually small (got {got}); growth is in per cent; write {per_cent} % or {got} %")


def read(given: Mapping[str, str], unit: str, w: Wording) -> County:
    """The county for the texts of a form, by field; levels without a unit are in `unit`, one of `UNITS`.

    Raises `Refused` with a sentence for every field that is wrong.
    """
    numbers = dict[str, float]()
    name = clean_name(given[NAME])
    problems = official_name(w(NAME_LABEL), name, packs().values())
    for field in FIELDS:
        if given[field.key].strip():
            try:
                numbers[field.key] = _number(given[field.key], field, unit, w)
            except Refused as refusal:
                problems += refusal.problems
    bad = {problem.where for problem in problems}
    found = checked(name, numbers)
    for fault in found.faults:
        if (where := named(fault.field, w)) not in bad:
            said = fault.at(where, w, given[fault.field.key])
            problems.append(_hinted(said, fault, numbers, given, unit))
    bad = {problem.where for problem in problems}
    problems += [each for each in _unusual(given, numbers, unit, w) if each.where not in bad]
    if problems or found.county is None:
        raise Refused(problems)
    return found.county


def _number(text: str, field: Field, unit: str, w: Wording) -> float:
    """A level in the unit of the data, growth in per cent, or a year."""
    number, behind = amounts.parted(text, field.unit, named(field, w))
    return _level(number, behind or unit, field) if field.kind == "level" else float(number)


def _level(number: str, unit: str, field: Field) -> float:
    """A level in the unit of the data; in its own unit where that one is none of the field's."""
    shifts = amounts.SHIFTS[field.unit]
    return float(Decimal(number).scaleb(shifts.get(unit, 0)))


def _bare(given: Mapping[str, str], kind: str) -> dict[str, str]:
    """The numbers behind which no unit was typed, by field."""
    found: dict[str, str] = {}
    for field in FIELDS:
        if field.kind == kind and given[field.key].strip():
            try:
                number, behind = amounts.parted(given[field.key], field.unit, "")
            except Refused:
                continue
            found |= {} if behind else {field.key: number}
    return found


def _unusual(given: Mapping[str, str], numbers: Mapping[str, float], unit: str, w: Wording) -> list[Problem]:
    """Numbers without a unit that seem to be meant in another one."""
    problems, gdp = [], numbers.get(GDP.key, 0.0)
    for key, number in _bare(given, "level").items():
        field, most = BY_FIELD[key], LARGEST_GDP if key == GDP.key else LARGEST_SHARE * gdp
        if field.unit != GDP.unit or not 0 < most < numbers[key]:
            continue
        other, level = _in_another_unit(number, field, most)
        gdp = level if key == GDP.key else gdp
        values = {"got": number, "here": f"{number} {unit}", "other": f"{number} {other}"}
        problems.append(Problem.at(named(field, w), TOO_LARGE, **values))
    for key, number in _bare(given, "rate").items():
        if 0 < abs(numbers[key]) < LEAST_RATE:
            field, per_cent = BY_FIELD[key], f"{numbers[key] * 100:g}"
            problems.append(Problem.at(named(field, w), TOO_SMALL, got=number, per_cent=per_cent))
    return problems


def _in_another_unit(number: str, field: Field, most: float) -> tuple[str, float]:
    """The unit in which a number is at most so much, the first that is offered, and the level that it is then."""
    levels = {unit: _level(number, unit, field) for unit in amounts.SHIFTS[field.unit]}
    return next(
        ((unit, level) for unit, level in levels.items() if level <= most), min(levels.items(), key=itemgetter(1))
    )


def _hinted(
    problem: Problem, fault: Fault, numbers: Mapping[str, float], given: Mapping[str, str], unit: str
) -> Problem:
    """The problem with the unit in which less would be wrong with the county, where there is one."""
    if fault.what != OUTSIDE or fault.field.kind != "level":
        return problem
    typed, wrong = _bare(given, "level"), _wrong(numbers)
    of_gdp = tuple(field.key for field in FIELDS if field.series == GDP.key and field.kind == "level")
    for group, message in (((fault.field.key,), MEANT), (of_gdp, GDP_MEANT)):
        known = [key for key in group if key in typed]
        for behind in amounts.SHIFTS[fault.field.unit] if known else ():
            left = _wrong({**numbers, **{key: _level(typed[key], behind, fault.field) for key in known}})
            if left < wrong and fault.field.key not in left:
                meant = f"{typed[known[0]]} {behind}"
                return Problem.at(problem.where, message, **dict(problem.values), unit=unit, meant=meant)
    return problem


def _wrong(numbers: Mapping[str, float]) -> set[str]:
    """The fields with which something is wrong."""
    return {fault.field.key for fault in checked("", numbers).faults}
