"""The cells that the charts are drawn from: they stop at the last year shown, wherever the inputs put it."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.economics.comparison import as_long
from model.language.words import N_
from model.region.indicators import GDP
from model.region.limits import FARTHEST
from views.charts import compared
from views.charts.path_rows import drawn_history
from views.downloads.workbook import years
from views.downloads.workbook.certainty import FROM, OUTCOMES, has_range
from views.downloads.workbook.live import Live, Operand, call
from views.downloads.workbook.rows import Rows
from views.words import names

SCENARIO, REFERENCE, OUTCOME, HISTORY, TARGET, DEADLINE = (
    "scenario", "reference", "outcome", "history", "target", "deadline",
)  # fmt: skip
"""What a line or a point stands for; `low` and `high` are the ends of the baseline, `least` and `most` of the band."""


@dataclass(frozen=True)
class Line:
    """Where the points of a line stand on the sheet: rows of years and of levels, and the columns they fill.

    A legend calls it what the first cell of its row of levels says.
    """

    years: int
    levels: int
    last: int


class Drawn:
    """The lines of the charts by indicator and by what they stand for."""

    def __init__(self, rows: Rows):
        self.rows, self.sheet, self._book = rows, rows.sheet, rows.sheet.book
        self.lines: dict[tuple[str, str], Line] = {}
        w = self._book.w
        rows.part(w(N_("For the charts")))
        self._live()
        self._compared()
        self._published()
        self._target()

    def _live(self) -> None:
        """The scenario's own lines: after the last year shown every point is the last one's."""
        book, w, row = self._book, self._book.w, self.rows.row
        last = book["last_year"]

        def shown(c: int) -> Live:
            return call("MIN", book["base_year"] if c == years.BASE else book.at("years", c), last)

        self.rows.add(w(N_("Year")), "", "year", "drawn_years", shown, shown(years.BASE))
        wanted = [(i, SCENARIO, f"{i.key}_level", w(N_("this scenario"))) for i in book.now.pack.indicators]
        if has_range(book):
            wanted += [(GDP, end, f"gdp_level_{end}", w(said)) for end, said in FROM.items()]
        for role, end in (("least", "low"), ("most", "high")):
            wanted.append((GDP, role, f"band_80_{end}", w(OUTCOMES[end], share=80)))
        for indicator, role, name, label in wanted:

            def level(c: int, name: str = name) -> Live:
                return call("INDEX", book[name], book.at("drawn_years", c) - book["base_year"] + 1)

            at = self.rows.row
            self.rows.add(
                label, w(indicator.short), f"level:{indicator.unit}", f"drawn_{name}", level, level(years.BASE)
            )
            self.lines[indicator.key, role] = Line(row, at, years.LAST)

    def _compared(self) -> None:
        """The reference, as it was on the page: it does not follow the inputs, but ends where the scenario does."""
        book, w = self._book, self._book.w
        projection = as_long(book.now.reference, book.now.pack.base_year + FARTHEST)
        said, whole_name = N_("{name} (reference)"), names.name_of_reference(book.now)
        name, in_legend = (w(said, name=each) for each in (whole_name, compared.short(whole_name)))
        at = self.lines[GDP.key, SCENARIO].years
        for indicator in book.now.pack.indicators:
            levels = [book.shown(float(level), indicator.unit) for level in projection.paths[indicator.key]]
            whole = self._write(name, w(indicator.short), f"level:{indicator.unit}", levels)
            path = self.sheet.cells(whole, years.BASE, whole, years.LAST)
            row = self._write(in_legend, w(indicator.short), f"level:{indicator.unit}", [
                call("INDEX", path, self.sheet.cell(at, column) - book["base_year"] + 1)
                for column in range(years.BASE, years.LAST + 1)
            ])  # fmt: skip
            self.lines[indicator.key, REFERENCE] = Line(at, row, years.LAST)

    def _published(self) -> None:
        """History, a year without a figure left empty, and official outcomes."""
        book, w, pack = self._book, self._book.w, self._book.now.pack
        past = {f.year: book.shown(f.value, f.unit) for f in drawn_history(pack)}
        for indicator in pack.indicators:
            outcomes = {f.year: book.shown(f.value, f.unit) for f in pack.outcomes if f.indicator == indicator.key}
            both = [(OUTCOME, N_("official outcome"), outcomes)]
            both += [(HISTORY, N_("history"), past)] if indicator is GDP else []
            for role, said, known in both:
                if known:
                    span = range(min(known), max(known) + 1)
                    at = self._write(w(N_("Year")), "", "year", [float(year) for year in span])
                    levels = [known.get(year) for year in span]
                    row = self._write(w(said), w(indicator.short), f"level:{indicator.unit}", levels)
                    self.lines[indicator.key, role] = Line(at, row, years.BASE + len(levels) - 1)

    def _target(self) -> None:
        """The target across the chart, and the deadline up to a little over all that is drawn."""
        book, w = self._book, self._book.w
        look, goal, deadline = f"level:{GDP.unit}", book["target_level"], book["target_year"]
        past = self.lines.get((GDP.key, HISTORY))
        start = self.sheet.cell(past.years, years.BASE) if past else book["base_year"]
        top = call("MAX", goal, book[f"drawn_{'gdp_level_high' if has_range(book) else 'gdp_level'}"]) * 1.04
        both: list[tuple[str, str, list[Operand], list[Operand]]] = [
            (TARGET, N_("Target"), [start, book["last_year"]], [goal, goal]),
            (DEADLINE, N_("Deadline"), [deadline, deadline], [0.0, top]),
        ]
        for role, said, across, up in both:
            at = self._write(w(N_("Year")), "", "year", across)
            row = self._write(w(said), w(GDP.short), look, up)
            self.lines[GDP.key, role] = Line(at, row, years.BASE + 1)

    def _write(self, label: str, basis: str, look: str, cells: Sequence[Operand | None]) -> int:
        """A row of cells from the base year's column on; returns where it is."""
        row = self.rows.row
        self.sheet.put(row, 0, label, "row", "typed", "wrap")
        self.sheet.put(row, 1, basis, "row", "note", "apart")
        for column, what in enumerate(cells, years.BASE):
            self.sheet.put(row, column, what, look, "row")
        self.rows.row += 1
        return row
