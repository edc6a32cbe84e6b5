"""What the workbook's tests share: workbooks made as the page makes them, and their cells found by name."""

import functools
from datetime import date

from a_visit import PLAN, showing

from views.downloads.about import Occasion
from views.downloads.workbook import build

DAY = date(2026, 11, 25)


@functools.cache
def made(scenario=PLAN, language="en", **others):
    """The file, of a page with that scenario on it."""
    return build(Occasion(showing(scenario, language, **others), "http://plan.example/", DAY))


def at(book, name):
    """The cell of that name, or the cells of a row."""
    ((sheet, where),) = book.defined_names[name].destinations
    cells = book[sheet][where.replace("$", "")]
    return list(cells[0]) if isinstance(cells, tuple) else cells


def value(book, name):
    """What stands in the cell of that name, or a list of what stands in the cells."""
    cells = at(book, name)
    return [cell.value for cell in cells] if isinstance(cells, list) else cells.value
