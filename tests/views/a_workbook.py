"""What the workbook's tests share: workbooks made as the page makes them, and their cells found by name."""

import functools
import math
from datetime import date

import pytest
from a_visit import PLAN, showing

from model.region.indicators import GDP
from views.downloads.about import Occasion
from views.downloads.workbook import build

DAY = date(2026, 11, 25)
CLOSE = 1e-9
FASTER = PLAN.set(fai_first=0.15, fai_later=0.14)


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


def rows(sheet, first, last):
    """The rows of a table below the head that reads so, down to the first that is empty; `last` columns."""
    start = next(cell.row for cell in sheet["A"] if cell.value == first) + 1
    found = []
    while sheet.cell(start + len(found), 1).value is not None:
        found.append([sheet.cell(start + len(found), column).value for column in range(1, last + 1)])
    return found


def near(found, wanted, scale=0.0):
    """Within 1e-9, relative, or of the `scale` that it is a difference of; a missing value is a dash."""
    if wanted is None or (isinstance(wanted, float) and math.isnan(wanted)):
        assert found == "–"
    else:
        assert found == pytest.approx(wanted, rel=CLOSE, abs=CLOSE * max(1.0, scale))


def shifted(w, level, unit=GDP.unit):
    """A level in the unit that is written."""
    return None if level is None else float(w.shifted(level, unit))
