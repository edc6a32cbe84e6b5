"""A level against its target: whether it is met, by how much it is missed, and no number that says otherwise."""

from model.economics.verdict import official_levels
from model.language.rounding import EXACT, MOST_DIGITS
from model.language.words import N_
from model.region.indicators import GDP
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.live import Live, call, live, when

MOST_DECIMALS = 9
FINEST = 11
"""Decimals within which a difference is no noise of the arithmetic."""
EVERY_DECIMAL = "#,##0.000000000"
EVERY_DECIMAL_OF_A_GAP = f"+{EVERY_DECIMAL};-{EVERY_DECIMAL};0"


def meets(level: Live, target: Live) -> Live:
    """Whether a level is at or above its target, up to the rounding of the arithmetic."""
    return level >= target * (1 - EXACT)


def gap(level: Live, target: Live) -> Live:
    """The distance from the target, which is never negative where the target is met."""
    return when(meets(level, target), call("MAX", level - target, 0), level - target)


def on_its_side(level: Live, target: Live, digits: int) -> Live:
    """Whether a level that is rounded to that many decimals is below, at or above the target as it is itself."""
    return call("SIGN", call("ROUND", call("ROUND", level, digits) - target, FINEST)).is_(side(level, target))


def side(level: Live, target: Live) -> Live:
    """-1 below the target, 1 above, 0 where the level is the target, up to the rounding of the arithmetic."""
    apart = level - target
    return when(call("ABS", apart) <= target * EXACT, 0, call("SIGN", apart))


def put(
    sheet: Sheet, row: int, column: int, level: Live, target: Live, unit: str, *traits: str, name: str = ""
) -> Live:
    """Writes a level with two decimals more than usual, or with all it has where that would contradict the verdict."""
    made = sheet.put(row, column, level, f"fine:{unit}", *traits, name=name)
    keep_side(sheet, (row, column, row, column), target, sheet.book.w.digits(unit) + 2)
    return made


def keep_side(sheet: Sheet, area: tuple[int, int, int, int], target: Live, digits: int) -> None:
    """Writes levels with all decimals where so many would contradict the verdict."""
    here = sheet.cell(area[0], area[1])
    sheet.mark(call("NOT", on_its_side(here, target, digits)), area, num_format=EVERY_DECIMAL)


def put_gap(
    sheet: Sheet, row: int, column: int, level: Live, target: Live, unit: str, *traits: str, name: str = ""
) -> None:
    """Writes the distance from the target, never as none where there is one."""
    sheet.put(row, column, gap(level, target), f"gap:{unit}", *traits, name=name)
    never_nought(sheet, row, column, sheet.book.w.digits(unit) + 2, EVERY_DECIMAL_OF_A_GAP)


def never_nought(sheet: Sheet, row: int, column: int, digits: int, otherwise: str) -> None:
    """Writes a number that so many decimals show as 0, but is not, in another format."""
    here = sheet.cell(row, column)
    hidden = call("AND", call("ROUND", here, digits).is_(0), here.differs(0))
    sheet.mark(hidden, (row, column, row, column), num_format=otherwise)


def decimals(sheet: Sheet, row: int) -> None:
    """Writes how many decimals the sentence of the answer needs: `decimals` and `decimals_of_target`."""
    book, w = sheet.book, sheet.book.w
    sheet.put(row, 0, w(N_("For the other sheets")), "part")
    sheet.put(row + 1, 0, w(N_("Decimals of the target")), "row")
    sheet.put(row + 1, 1, _decimals_of_target(book), "count", "row", name="decimals_of_target")
    sheet.put(row + 2, 0, w(N_("Decimals that show GDP on its side of the target")), "row")
    sheet.put(row + 2, 1, _decimals(book, book["gdp_at_deadline"]), "count", "row", name="decimals")
    if official_levels(book.now.pack):
        sheet.put(row + 3, 0, w(N_("The same from the latest official level")), "row")
        level = book["level_official"]
        found = when(call("ISNUMBER", level), _decimals(book, level), w.digits(GDP.unit))
        sheet.put(row + 3, 1, found, "count", "row", name="decimals_official")


def _decimals(book: Book, level: Live) -> Live:
    """How many decimals the level needs to be shown on its own side of the target: at least the usual ones, and those
    that the target has."""
    target, least = book["target_level"], book["decimals_of_target"]
    enough = live(MOST_DECIMALS)
    for digits in reversed(range(book.w.digits(GDP.unit), MOST_DECIMALS)):
        enough = when(call("AND", on_its_side(level, target, digits), least <= digits), digits, enough)
    return enough


def _decimals_of_target(book: Book) -> Live:
    """How many decimals the target has."""
    target, enough = book["target_level"], live(MOST_DIGITS)
    for digits in reversed(range(MOST_DIGITS)):
        enough = when(call("ROUND", target, digits).is_(target), digits, enough)
    return enough
