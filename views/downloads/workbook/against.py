"""A level against its target: whether it is met, by how much it is missed, and no number that says otherwise."""

from model.target import EXACT
from views.downloads.workbook.book import Sheet
from views.downloads.workbook.live import Live, call, when

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
