"""The workbook: inputs, paths, verdict and solutions as formulas; all else as values of the day it was exported.

A formula is written with what it comes to, by the model, so that programs that only show files show right numbers.
Formulas use what Excel, WPS, LibreOffice and HyperFormula agree on: names, `INDEX` of a row with both places, no
arrays but in `SUMPRODUCT`, no numbers with exponents, no sentences.
"""

from model.language.words import N_
from views.downloads.about import Occasion
from views.downloads.workbook import analysis, inputs, paths, saved, solve, sources, summary
from views.downloads.workbook.book import Book
from views.downloads.workbook.sheet import Sheet


def build(occasion: Occasion) -> bytes:
    """The scenario on the page as an .xlsx file."""
    book = Book(occasion)
    w = book.w
    judged = Sheet(book, w(N_("Verdict")), summary.WIDTHS, landscape=False, pages=1)
    assumed = Sheet(book, w(N_("Inputs")), inputs.WIDTHS, pages=1)
    rows = paths.Rows(book, w(N_("Paths")))
    paths.fill(rows)
    summary.fill(judged, rows)
    inputs.fill(assumed)
    solve.fill(Sheet(book, w(N_("Solve")), solve.WIDTHS, pages=1))
    analysis.fill(Sheet(book, w(N_("Analysis")), analysis.WIDTHS, pages=1))
    if occasion.now.work.kept:
        saved.fill(Sheet(book, w(N_("Saved scenarios")), saved.WIDTHS))
    sources.fill(Sheet(book, w(N_("Sources")), sources.WIDTHS))
    return book.finished()
