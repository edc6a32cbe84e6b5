"""The workbook: inputs, paths, verdict, what would have to be and what moves it, as formulas that follow the inputs."""

from model.language.words import N_
from views.downloads.about import Occasion
from views.downloads.workbook import (
    beside,
    charts,
    inputs,
    kept,
    paths,
    sensitivity,
    solve,
    sources,
    summary,
    verdict,
    years,
)
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.drawn import Drawn

KEPT, FURTHER = N_("Kept scenarios"), N_("Further")
"""The sheets that there are only where any scenario is kept, and any row of the plan report drawn on."""
SHEETS: tuple[tuple[str, tuple[float, ...], int], ...] = (
    (N_("Summary"), summary.WIDTHS, 1),
    (N_("Inputs"), years.WIDTHS, 1),
    (N_("Paths"), years.WIDTHS, 1),
    (N_("Charts"), charts.WIDTHS, 1),
    (N_("Verdict"), verdict.WIDTHS, 1),
    (N_("Solve"), solve.WIDTHS, 1),
    (N_("Sensitivity"), sensitivity.WIDTHS, 1),
    (KEPT, kept.WIDTHS, 1),
    (FURTHER, beside.WIDTHS, 1),
    (N_("Sources"), sources.WIDTHS, 0),
)
"""Name, widths of the columns, and on how many pages each prints; 0 for as many as it takes."""


def build(occasion: Occasion) -> bytes:
    """The scenario on the page as an .xlsx file."""
    book = Book(occasion)
    work = occasion.now.work
    fills = ([(KEPT, kept.fill)] if work.kept else []) + ([(FURTHER, beside.fill)] if work.further else [])
    left_out = {KEPT, FURTHER} - {name for name, _ in fills}
    first, assumed, projected, pictured, judged, solved, moved, *others, cited = (
        Sheet(book, book.w(n), widths, pages) for n, widths, pages in SHEETS if n not in left_out
    )
    inputs.fill(assumed)
    drawn = Drawn(paths.fill(projected))
    charts.fill(pictured, drawn)
    solve.fill(solved)
    verdict.fill(judged)
    sensitivity.fill(moved)
    for sheet, (_, fill) in zip(others, fills, strict=True):
        fill(sheet)
    sources.fill(cited)
    summary.fill(first, drawn)
    return book.finished()
