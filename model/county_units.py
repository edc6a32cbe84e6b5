"""The unit that a level of a county seems to be meant in, where it cannot be used in the one it is read in."""

from collections.abc import Mapping

from model import amounts
from model.county_fields import BY_FIELD, OUTSIDE, Fault, checked
from model.indicators import GDP
from model.pack import Pack
from model.problem import Problem, Refused
from model.wording import Wording
from model.words import N_

OF_GDP = tuple(key for key, field in BY_FIELD.items() if field.series == GDP.key and field.kind == "level")
"""GDP and its range: what is typed of them is typed in one unit."""
MEANT = N_(
    "cannot be used (got {got}); allowed: {low} to {high}; without a unit it is read in {unit}: if {meant} is meant, "
    "write the unit behind it"
)
GDP_MEANT = N_(
    "cannot be used beside that GDP (got {got}); allowed: {low} to {high}; without a unit GDP is read in {unit}: if "
    "{meant} is meant, write the unit behind it"
)


def bare(texts: Mapping[str, str]) -> dict[str, str]:
    """The numbers of levels behind which no unit was typed, by field."""
    found: dict[str, str] = {}
    for key, text in texts.items():
        if BY_FIELD[key].kind == "level" and text.strip():
            try:
                number, behind = amounts.parted(text, BY_FIELD[key].unit, "")
            except Refused:
                continue
            found |= {} if behind else {key: number}
    return found


def hinted(
    problem: Problem, fault: Fault, numbers: Mapping[str, float], texts: Mapping[str, str], like: Pack, w: Wording
) -> Problem:
    """The problem with the unit in which less would be wrong with the county, where there is one.

    `problem` is how the fault is said; `numbers` are the county's, `texts` how they were typed, by field.
    """
    if fault.what != OUTSIDE or fault.field.kind != "level":
        return problem
    typed, wrong, unit = bare(texts), _wrong(numbers, like), fault.field.unit
    for group, message in (((fault.field.key,), MEANT), (OF_GDP, GDP_MEANT)):
        given = [key for key in group if key in typed]
        for behind in amounts.SHIFTS[unit] if given else ():
            again = {key: amounts.in_unit(typed[key], behind, unit, w) for key in given}
            left = _wrong({**numbers, **again}, like)
            if left < wrong and fault.field.key not in left:
                meant = f"{typed[given[0]]} {behind}"
                return Problem.at(problem.where, message, **dict(problem.values), unit=w.unit(unit), meant=meant)
    return problem


def _wrong(numbers: Mapping[str, float], like: Pack) -> set[str]:
    """The fields with which something is wrong."""
    return {fault.field.key for fault in checked("", numbers, like).faults}
