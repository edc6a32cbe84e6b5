"""Whether the inputs are still those of the scenario that the file was made for."""

import numpy as np

from model.scenario.levers import levers, series_of
from views.downloads.workbook import years
from views.downloads.workbook.book import Book, written
from views.downloads.workbook.live import Live, call, live


def changed(book: Book) -> Live:
    """Whether any lever, or any year set by hand, is not what it was at the time of saving."""
    scenario, pack = book.now.scenario, book.now.pack
    moved = [book[key].differs(written(scenario[key], lever, book)) for key, lever in levers(pack).items()]
    return call("OR", *moved, *(_by_hand(book, series).differs(0) for series in series_of(pack)))


def _by_hand(book: Book, series: str) -> Live:
    """How many years of a series are set by hand otherwise than they were, at least."""
    cells, saved = book[f"{series}_by_hand"], book.now.scenario.rates_by_hand(series)
    if not saved:
        return call("COUNTA", cells)
    parts = [live(saved.get(year, "")) for year in years.projected(book.now.pack)]
    row = Live("{" + ",".join(part.text for part in parts) + "}", np.array([part.value for part in parts], object))
    emptied = call("COUNT", cells).differs(len(saved))  # which a formula takes for the same as a saved 0
    return call("SUMPRODUCT", 1 * cells.differs(row)) + 1 * emptied
