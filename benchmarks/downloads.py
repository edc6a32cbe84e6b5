"""How long a download takes to make, beside its library doing next to nothing.

    python -m benchmarks.downloads

Of the plan alone, and with all that a link can hold beside it: kept scenarios and rows of the plan report. First in a
fresh process, as the first visitor has it; then the median of more, once all is loaded. Beside them a workbook of one
cell, a document of one line, a chart of one point and a table of one row. Times are in milliseconds.
"""

import csv
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date

import docx
import vl_convert
import xlsxwriter

from model.link.link import Opened, read, write
from model.link.reading import KEPT
from model.progress.report_rows import MOST, offered
from model.region.loader import packs
from model.work.history import History
from model.work.work import Work
from views.downloads import brief, data, picture, workbook
from views.downloads.about import Occasion
from views.state import Moment, State

MORE = 7
DAY = date(2026, 11, 25)
POINT = {
    "data": {"values": [{"x": 1, "y": 2}]},
    "mark": "point",
    "encoding": {"x": {"field": "x"}, "y": {"field": "y"}},
}


def one_cell() -> None:
    """A workbook of one cell."""
    with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as book:
        book.add_worksheet().write(0, 0, 1)


def one_line() -> None:
    """A document of one line."""
    document = docx.Document()
    document.add_paragraph("one")
    document.save(io.BytesIO())


def one_point() -> None:
    """A chart of one point."""
    vl_convert.vegalite_to_png(POINT, scale=2)


def one_row() -> None:
    """A table of one row."""
    csv.writer(io.StringIO()).writerow(["one"])


def full() -> str:
    """A link with as many kept scenarios and rows of the plan report as one can hold."""
    pack = next(iter(packs().values()))
    scenario = read("", packs()).scenario
    kept = tuple(scenario.set(gdp_later=0.05 + 0.01 * n).rename(key) for n, key in enumerate(KEPT))
    return write(Work(scenario, kept).projecting(offered(pack)[:MOST]), "zh")


def downloads() -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """By name: what makes a download, and its library doing next to nothing."""
    known = {"plan": read("", packs()), "full": read(full(), packs())}
    found: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {}
    for name, opened in known.items():
        for language in ("zh", "en"):
            found |= {f"{what} {name} {language}": each for what, each in _of(opened, language).items()}
    return found


def _of(opened: Opened, language: str) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    taken = Occasion(State(History(Moment(opened.work, language, opened)), ()), "http://plan.example/", DAY)

    def with_it(make: Callable[..., object], *others: str) -> Callable[[], object]:
        return lambda: make(taken, *others)

    return {
        "workbook": (with_it(workbook.build), one_cell),
        "brief": (with_it(brief.build), one_line),
        **{f"picture of GDP, {each}": (with_it(picture.build, "gdp", each), one_point) for each in picture.FORMATS},
        "picture of the map, PNG": (with_it(picture.build, "map", "png"), one_point),
        "data": (with_it(data.build), one_row),
    }


def taken_by(work: Callable[[], object]) -> float:
    """How long it takes [ms]."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measures everything and prints one table; with a name, the first making of that download alone."""
    known = downloads()
    if sys.argv[1:]:
        print(taken_by(known[sys.argv[1]][0]))
        return
    print(f"{'':32}{'first ms':>12}{'again ms':>12}{'ratio':>10}")
    for name, (make, next_to_nothing) in known.items():
        fresh = subprocess.run(
            [sys.executable, "-m", "benchmarks.downloads", name], capture_output=True, text=True, check=True
        )
        make(), next_to_nothing()
        pairs = [(taken_by(make), taken_by(next_to_nothing)) for _ in range(MORE)]
        again, nothing = (statistics.median(times) for times in zip(*pairs, strict=True))
        print(f"{name:32}{float(fresh.stdout):12.0f}{again:12.0f}{again / nothing:10.1f}")


if __name__ == "__main__":
    main()
