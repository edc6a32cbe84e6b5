"""Numbers as people type them: with full-width digits, commas between thousands, and a unit behind or none."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from model.language.problem import Problem, Refused
from model.language.rates import plain, rate
from model.language.units import find
from model.language.wording import Wording
from model.language.words import N_

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord("\u3000"): " ",
    ord("\xa0"): " ",
    ord("−"): "-",
}
"""All that is folded: full-width forms of what a keyboard has, spaces, and the typographic minus. Superscripts, circled
digits and those of other scripts are refused: they are no digits of the number beside which they stand."""
NUMBER = re.compile(
    r"([+-]?(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{0,40})?|\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?)",
    re.ASCII,
)
"""A comma parts thousands; "0,5" is no number, for it must not become 5."""
SMALL = Decimal("0.3")
"""Per cent below which somebody may have typed a fraction, and meant 8 % with 0.08."""
LIKE_A_FRACTION = N_("{got} %; did you mean {meant} %?")
EMPTY = N_("is missing; write digits and a decimal point, with or without the unit; nothing was changed")
NOT_A_NUMBER = N_(
    "is not a number (got {got}); write digits and a decimal point, with or without the unit; nothing was changed"
)


def units_behind(unit: str) -> Mapping[str, int]:
    """The units that may be typed behind a number in that unit, and the decimal shift each takes."""
    return {_unit(name): places for name, places in find(unit).typed.items()}


def level(text: str, unit: str, name: str, w: Wording) -> float:
    """The level [the unit] for what was typed, in `unit`, the unit that is shown, or one that is written behind it.

    Raises `Refused` with a sentence where it is no number.
    """
    return in_unit(*parted(text, unit, name), unit, w)


def has_unit(text: str, unit: str) -> bool:
    """Whether one of the units that may stand behind a value in `unit` was typed with the number."""
    return bool(parted(text, unit, "")[1])


def share(text: str, name: str) -> float:
    """The fraction for what was typed in per cent. Raises `Refused` with a sentence where it is no number."""
    return rate(parted(text, "%", name)[0])


def in_unit(number: str, behind: str, unit: str, w: Wording) -> float:
    """A number as a level in `unit`; without a unit behind it, it is in the one that is shown."""
    return float(Decimal(number).scaleb(units_behind(unit)[behind])) if behind else w.unshifted(number, unit)


def parted(text: str, unit: str, name: str) -> tuple[str, str]:
    """The number and the unit that were typed, of those that may stand behind a value in `unit`."""
    found = split(text, units_behind(unit))
    if found is None:
        raise _refused(text, name)
    return found


def split(text: str, units: Iterable[str] = ()) -> tuple[str, str] | None:
    """The number that a text says, and which of these units stands behind it, if any; None where it says none.

    Whatever reads numbers, from a form, a link, a file or a command, reads them here.
    """
    match = NUMBER.match(given := folded(text).strip())
    behind = _unit(given[match.end() :]) if match else ""
    if match is None or (behind and behind not in map(_unit, units)):
        return None
    return match[1].replace(",", ""), behind


def folded(text: str) -> str:
    """The text with full-width characters as a keyboard has them, spaces and minus signs among them."""
    return text.translate(FULL_WIDTH)


def like_a_fraction(where: str, per_cent: str | float) -> Problem | None:
    """That growth is typed as if in hundredths; None where it is not."""
    value = Decimal(str(per_cent))
    if not 0 < abs(value) < SMALL:
        return None
    return Problem.at(where, LIKE_A_FRACTION, got=plain(value), meant=plain(value.scaleb(2)))


def _unit(text: str) -> str:
    """A unit in one spelling."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _refused(text: str, name: str) -> Refused:
    """Why nothing can be read: nothing was typed, or no number."""
    return Refused([Problem.at(name, NOT_A_NUMBER, got=text) if text.strip() else Problem.at(name, EMPTY)])
