"""Sentences that follow the cells: the page's own words with formulas in their places."""

from collections.abc import Callable

from model.economics import phrases
from model.economics.solve import Place
from model.language.rounding import EXACT
from model.language.wording import Wording
from model.language.words import N_
from model.scenario.levers import Lever
from views.downloads.workbook.against import FINEST, MOST_DECIMALS, side
from views.downloads.workbook.book import Book, written
from views.downloads.workbook.live import NOTHING, Live, Operand, call, ceiling, fixed, live, sentence, when

Rounded = Callable[[Live, Operand], Live]
RATE_DIGITS = 2
"""Decimals usual for a rate in per cent."""


def filled(message: str, w: Wording, **parts: Operand) -> Live:
    """A message whose placeholders are filled by parts of a formula."""
    return sentence(w.template(message), **w.named_years, **parts)


def rate(value: Live, w: Wording, digits: Operand = RATE_DIGITS, rounded: Rounded | None = None) -> Live:
    """A rate in per cent."""
    percent = value * 100
    return fixed(rounded(percent, digits) if rounded else percent, digits) & w.percent_sign


def needed_rate(value: Live) -> Live:
    """A rate that is needed, rounded up as the page rounds it: rounded down it would not be enough."""
    return _if_any(value, ceiling(value * 100, RATE_DIGITS) / 100)


def needed_level(value: Live, unit: str, w: Wording) -> Live:
    """A level that is needed, in the unit that is written, rounded up as the page rounds it."""
    return _if_any(value, ceiling(value, w.digits(unit)))


def _if_any(value: Live, rounded: Live) -> Live:
    """The value rounded, or a dash where there is none."""
    return when(call("ISNUMBER", value), rounded, NOTHING)


def level(value: Live, unit: str, w: Wording, rounded: Rounded | None = None, digits: Operand | None = None) -> Live:
    """A level, which is in the unit that is written, without it; with the decimals usual for it, or others."""
    digits = w.digits(unit) if digits is None else digits
    return fixed(rounded(value, digits) if rounded else value, digits)


def value(
    number: Live, lever: Lever, w: Wording, rounded: Rounded | None = None, digits: Operand | None = None
) -> Live:
    """A lever's value with its unit."""
    if lever.kind == "rate":
        return rate(number, w, RATE_DIGITS if digits is None else digits, rounded)
    unit = w.unit(lever.unit)
    said = level(number, lever.unit, w, rounded, digits)
    return said & f" {unit}" if unit else said


def decimals(found: Live, own: Live, lever: Lever, w: Wording) -> Live:
    """How many decimals a solved value is said with: the usual ones, or as many as show that it is not 0, and on which
    side of it the lever stands."""
    rate = lever.kind == "rate"
    usual, number, mine = (RATE_DIGITS, found * 100, own * 100) if rate else (w.digits(lever.unit), found, own)
    first, speck = -call("INT", call("LOG10", call("ABS", number))), 10.0**-phrases.MOST_DECIMALS
    said_as_0 = call("AND", ceiling(number, usual).is_(0), call("ABS", number) >= speck)
    apart, enough = side(mine, number), live(MOST_DECIMALS)
    for digits in reversed(range(usual, MOST_DECIMALS)):
        on_side = call("SIGN", call("ROUND", mine - ceiling(number, digits), FINEST)).is_(apart)
        enough = when(on_side, digits, enough)
    enough = when(_stands(found, own), usual, enough)
    return call("IFERROR", call("MAX", when(said_as_0, first, usual), enough), usual)


def solution(lever: Lever, found: Live, met: Live, none: str, digits: Live, book: Book) -> Live:
    """What a solved lever comes to, as `phrases.solution` says it; `none` where there is no value."""
    w, now = book.w, book[lever.key]
    if lever.key in phrases.TARGETS and lever.kind == "year":
        return when(call("ISNUMBER", found), w(N_("the first year at or above it")), none)
    stands = _stands(found, now)
    if lever.key in phrases.TARGETS:
        return when(stands, w(N_("exactly on target")), w(N_("reached by then on these assumptions")))
    answer = _placed(lever, found, met, digits, book)
    return when(call("ISNUMBER", found), when(stands, w(N_("exactly on target")), answer), none)


def _stands(found: Live, own: Live) -> Live:
    """Whether the lever is at its solution already."""
    apart = call("ABS", call("IFERROR", found - own, 1))
    return apart <= phrases.SAME * call("MAX", call("ABS", own), 1)


def _placed(lever: Lever, found: Live, met: Live, digits: Live, book: Book) -> Live:
    """The sentence for where the value lies against the lever's range, and whether the target is met already."""
    w = book.w
    low, high = (written(limit, lever, book) for limit in (lever.low, lever.high))
    said_low, said_high = (phrases.value(limit, lever, w) for limit in (lever.low, lever.high))
    speck = EXACT * max(abs(low), abs(high))

    def placed(place: Place) -> Live:
        said: dict[str, Operand] = {
            "value": value(found, lever, w, ceiling, digits),
            "low": said_low,
            "high": said_high,
        }
        short = filled(phrases.SOLUTIONS[place], w, **said)
        return when(met.is_(1), filled(phrases.MET[place], w, **said), short) if place in phrases.MET else short

    return when(found < low - speck, placed("below"), when(found > high + speck, placed("above"), placed("within")))
