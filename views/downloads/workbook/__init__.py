"""The workbook: inputs, paths, verdict, what would have to be and what moves it, as formulas that follow the inputs."""

from model.words import N_
from views.downloads.about import Occasion
from views.downloads.workbook import charts, inputs, paths, sensitivity, solve, sources, summary, verdict, years
from views.downloads.workbook.book import Book, Sheet
from views.downloads.workbook.drawn import Drawn

NAMES = (N_("Summary"), N_("Inputs"), N_("Paths"), N_("Verdict"), N_("Solve"), N_("Sensitivity"), N_("Sources"))
WIDTHS = (
    summary.WIDTHS, years.WIDTHS, years.WIDTHS, verdict.WIDTHS, solve.WIDTHS, sensitivity.WIDTHS, sources.WIDTHS,
)  # fmt: skip


def build(occasion: Occasion) -> bytes:
    """The scenario on the page as an .xlsx file."""
    book = Book(occasion)
    made = [Sheet(book, book.w(name), widths) for name, widths in zip(NAMES, WIDTHS, strict=True)]
    first, assumed, projected, judged, solved, moved, cited = made
    inputs.fill(assumed)
    drawn = Drawn(paths.fill(projected))
    charts.below(projected, drawn)
    solve.fill(solved)
    verdict.fill(judged)
    sensitivity.fill(moved)
    sources.fill(cited)
    summary.fill(first, drawn)
    return book.finished()
