"""A level against its target: whether it is met, by how much it is missed, and no number that says otherwise."""

from model.indicators import GDP
from model.target import EXACT
from model.verdict import official_levels
from model.wording import MOST_DIGITS
from model.words import N_
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.live import Live, call, live, when

MOST_DECIMALS = 9
EVERY_DECIMAL = "#,##0.000000000"
EVERY_DECIMAL_OF_A_GAP = f"+{EVERY_DECIMAL};-{EVERY_DECIMAL};0"


def meets(level: Live, target: Live) -> Live:
    """Whether a level is at or above its target, up to the rounding of the arithmetic."""
    return level >= target * (1 - EXACT)


def gap(level: Live, target: Live) -> Live:
    """The distance from the target, which is never negative where the target is met."""
    return when(meets(level, target), call("MAX", level - target, 0), level - target)


def on_its_side(level: Live, target: Live, digits: int) -> Live:
    """Whether a level that is rounded to that many decimals lies on the same side of the target as it does itself."""
    return (call("ROUND", level, digits) >= target).is_(meets(level, target))


def put(
    sheet: Sheet, row: int, column: int, level: Live, target: Live, unit: str, *traits: str, name: str = ""
) -> Live:
    """Writes a level with two decimals more than usual, or with all it has where that would contradict the verdict."""
    made = sheet.put(row, column, level, f"fine:{unit}", *traits, name=name)
    digits = sheet.book.w.digits(unit) + 2
    here = sheet.cell(row, column)
    sheet.mark(call("NOT", on_its_side(here, target, digits)), (row, column, row, column), num_format=EVERY_DECIMAL)
    return made


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
