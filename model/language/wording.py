"""Messages and numbers as a reader of Chinese or of English expects them: gettext catalogues and formats by Babel."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal, getcontext
from math import isfinite
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, parse_pattern

from model.language.problem import Level, Problem
from model.language.rates import plain
from model.language.rounding import MOST_DIGITS, beside, rounded, safe
from model.language.units import Unit, find
from model.language.words import N_, Both

CATALOGUES = Path(__file__).parent / "locale"
LOCALES = {"zh": Locale.parse("zh_Hans_CN"), "en": Locale.parse("en_GB")}
BASES = {"current": N_("current prices, {unit}"), "constant": N_("constant prices, {unit}"), "": N_("{unit}")}
"""The price basis of levels with their unit."""
ALL = getcontext().prec
"""Digits of the longest number that is written out; a longer one is written as 1E+300."""


@functools.cache
def catalogue(language: str) -> Mapping[str, str]:
    """The messages of a language by their English text; English itself needs none."""
    path = CATALOGUES / f"{language}.po"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


@dataclass(frozen=True)
class Wording:
    """Says things in one language."""

    language: str
    base_year: int
    least_beside = 0
    """Decimals at least of a level beside its target, where not the usual ones of the unit."""

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language, its placeholders filled; {base}, {first} and {later} are years."""
        return self.template(message).format(**self.named_years, **values)

    def template(self, message: str) -> str:
        """The message in this language, its placeholders left open."""
        if isinstance(message, Both):
            return message.zh if self.language == "zh" else str(message)
        return catalogue(self.language).get(message, message)

    @property
    def named_years(self) -> dict[str, int]:
        """The years that every message may name."""
        return {"base": self.base_year, "first": self.base_year + 1, "later": self.base_year + 2}

    def shown(self, problem: Problem) -> str:
        """The problem in words, levels in the unit that is written."""
        return problem.sentence(self.template, self.in_full)

    def in_full(self, level: Level) -> str:
        """A level with all its digits, with exponent where it is too small or too large to be written out."""
        unit, places = self.written(level.unit)
        shown = Decimal(repr(float(level.value))).scaleb(places).normalize()
        tiny = not isfinite(level.value) or 0 < abs(shown) < Decimal(1).scaleb(-MOST_DIGITS)
        said = plain(shown) if tiny else self.number(shown, _decimals(shown, MOST_DIGITS))
        return f"{said} {unit}" if level.named else said

    def number(self, value: Decimal | float, digits: int, sign: bool = False) -> str:
        """The number with that many decimals, grouped as the language does; with `sign`, + or − or plain 0."""
        exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
        shown = rounded(exact, digits)
        text = _grouped(abs(shown), digits, self.language) if _fits(shown) else plain(abs(exact))
        return ("" if not shown else "−" if shown.is_signed() else "+" if sign else "") + text

    def rate(self, rate: float, digits: int = 2, rounding: str = ROUND_HALF_EVEN) -> str:
        """A rate in per cent; ROUND_CEILING gives the safe side of a growth that is needed."""
        return self.number(safe(Decimal(repr(float(rate))).scaleb(2), digits, rounding), digits) + self.percent_sign

    def points(self, difference: float, digits: int = 2, rounding: str = ROUND_HALF_EVEN) -> str:
        """A difference of rates in percentage points, with its sign; rounded as a rate is."""
        exact = safe(Decimal(repr(float(difference * 100))), digits, rounding)
        return self(N_("{number} points"), number=self.number(exact, digits, sign=True))

    def change(self, ratio: float, digits: int = 2) -> str:
        """A relative change in per cent, with its sign."""
        return self.number(ratio * 100, digits, sign=True) + self.percent_sign

    @property
    def percent_sign(self) -> str:
        """ "%" in Chinese, " %" in English."""
        return "%" if self.language == "zh" else " %"

    def unit(self, unit: str) -> str:
        """The name of a unit of the data."""
        return self.written(unit)[0]

    def written(self, unit: str) -> tuple[str, int]:
        """How a unit of the data is written, and the decimal places that a level moves to it."""
        known = find(unit)
        return (str(known), 0) if self.language == "zh" else (known.en, known.shift)

    def shifted(self, value: float, unit: str) -> Decimal:
        """The value in the unit that is written, exactly."""
        return Decimal(repr(float(value))).scaleb(self.written(unit)[1])

    def unshifted(self, shown: str | float, unit: str) -> float:
        """The value in the unit of the data, for a number in the unit that is written."""
        return float(Decimal(str(shown)).scaleb(-self.written(unit)[1]))

    def digits(self, unit: str) -> int:
        """Decimals usual for that unit."""
        return find(unit).digits[bool(self.written(unit)[1])]

    def bare(self, value: float, unit: str, rounding: str = ROUND_HALF_EVEN, digits: int | None = None) -> str:
        """A level without its unit, with the usual decimals or `digits`."""
        digits = self.digits(unit) if digits is None else digits
        return self.number(safe(self.shifted(value, unit), digits, rounding), digits)

    def level(self, value: float, unit: str, rounding: str = ROUND_HALF_EVEN, digits: int | None = None) -> str:
        """A level with its unit; ROUND_CEILING gives the safe side of a baseline that is needed."""
        return f"{self.bare(value, unit, rounding, digits)} {self.unit(unit)}"

    def either(self, zh: str, en: str) -> str:
        """The text of the data pack in this language."""
        return zh if self.language == "zh" else en

    def flow(self, sentences: Iterable[str]) -> str:
        """The sentences one after the other, those that say something."""
        return ("" if self.language == "zh" else " ").join(sentence for sentence in sentences if sentence)

    def listing(self, items: list[str]) -> str:
        """The items in a row, separated as the language does."""
        return ("；" if self.language == "zh" else "; ").join(items)

    def enumeration(self, names: Iterable[str]) -> str:
        """Names in a row within an item."""
        return ("、" if self.language == "zh" else ", ").join(names)

    def series(self, names: list[str]) -> str:
        """Names in a row within a sentence: a, b and c."""
        if self.language == "zh" or not names[1:]:
            return self.enumeration(names)
        return f"{self.enumeration(names[:-1])} and {names[-1]}"

    def years(self, years: list[int]) -> str:
        """Years in a row, those that follow one another as a span."""
        runs: list[list[int]] = []
        for year in years:
            if runs and runs[-1][-1] == year - 1:
                runs[-1].append(year)
            else:
                runs.append([year])
        return self.enumeration(self.between(str(run[0]), str(run[-1])) if run[1:] else str(run[0]) for run in runs)

    def published(self, value: float, unit: str) -> str:
        """A published figure with its unit and all its digits; growth has one decimal at least."""
        if unit not in ("%", ""):
            return f"{self.exactly(value, unit)} {self.unit(unit)}"
        digits = max(not isinstance(unit, Unit), _decimals(Decimal(repr(float(value))).normalize(), MOST_DIGITS))
        return self.number(value, digits) + (self.percent_sign if unit else "")

    def share(self, share: float) -> str:
        """A chance in whole per cent; neither 0 nor 100 where it is not."""
        whole = self.number(min(max(share * 100, 1.0), 99.0), 0) + self.percent_sign
        if 0 < share < 0.005:
            return "<" + whole
        if 0.995 < share < 1:
            return ">" + whole
        return self.number(share * 100, 0) + self.percent_sign

    def basis(self, unit: str) -> str:
        """The price basis and unit of a level."""
        return self(BASES[find(unit).basis], unit=self.unit(unit))

    def span(self, low: float, high: float, unit: str) -> str:
        """A range of levels, both ends with the same decimals and at least all their digits."""
        ends = [self.shifted(value, unit).normalize() for value in (low, high)]
        digits = max(_decimals(end, MOST_DIGITS) for end in ends)
        return self.between(*(self.number(end, digits) for end in ends))

    def between(self, first: str, last: str) -> str:
        """From one to the other."""
        return f"{first}{'—' if self.language == 'zh' else '–'}{last}"

    def exactly(self, value: float, unit: str) -> str:
        """A level that somebody chose, with all its digits."""
        shown = self.shifted(value, unit).normalize()
        return self.number(shown, _decimals(shown, MOST_DIGITS))

    def beside(self, level: float, target: float, unit: str, digits: int | None = None) -> str:
        """A level beside its target, without unit: with the usual decimals, or `digits`, or as many more as it takes.

        549.9996 is not "550.0, not reached". A level that is the target is shown as the target.
        """
        least = max(self.digits(unit), self.least_beside) if digits is None else digits
        shown, _ = beside(self.shifted(level, unit), self.shifted(target, unit), least)
        return self.number(shown, max(least, _decimals(shown)))

    def against(self, level: float, target: float, unit: str) -> tuple[str, str]:
        """A level and its distance from the target, without unit, rounded so that neither contradicts the verdict.

        The level has at least the decimals of the target: the distance of the two numbers shown is the true one.
        """
        goal = _read(self.exactly(target, unit))
        least = max(self.digits(unit), self.least_beside, _decimals(goal))
        said = self.beside(level, target, unit, least)
        shown = _read(said)
        apart = abs(shown - goal)
        return said, self.number(apart, _decimals(shown) if apart else self.digits(unit))

    def needed(self, rate: float, needed: float, rounding: str = ROUND_CEILING, least: int = 2) -> tuple[str, str]:
        """A rate beside the one needed, and that, rounded to its safe side; a rate that was typed keeps its digits."""
        exact, edge = (Decimal(repr(float(each))).scaleb(2) for each in (rate, needed))
        shown, limit_shown = beside(exact, edge, least, rounding)
        typed = exact.normalize() if shown != limit_shown and _decimals(exact.normalize()) <= MOST_DIGITS else shown
        mine, limit = (self.number(each, max(2, _decimals(each))) + self.percent_sign for each in (typed, limit_shown))
        return mine, limit


class DataUnits(Wording):
    """The same with levels in the unit of the data, as they are typed: for a terminal, a notebook and CSV."""

    least_beside = 3

    def written(self, unit: str) -> tuple[str, int]:
        """The unit by its name here where no level moves on the way to it, else by its own."""
        known = find(unit)
        return str(known) if known.shift else super().written(unit)[0], 0

    def in_full(self, level: Level) -> str:
        """A level as it is typed."""
        return str(replace(level, unit=self.unit(level.unit)))


@functools.cache
def _pattern(digits: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * digits)


@functools.lru_cache(maxsize=10_000)
def _grouped(number: Decimal, digits: int, language: str) -> str:
    return str(_pattern(digits).apply(number, LOCALES[language]))


def _decimals(number: Decimal, most: int = ALL) -> int:
    """Decimals of the number, at most that many; 0 where it is infinite."""
    exponent = number.as_tuple().exponent
    return min(max(0, -exponent), most) if isinstance(exponent, int) else 0


def _read(shown: str) -> Decimal:
    """The number that is shown."""
    return Decimal(shown.replace(",", "").replace("−", "-"))


def _fits(number: Decimal) -> bool:
    """Whether all its digits can be written out."""
    return number.is_finite() and len(number.as_tuple().digits) <= ALL
