"""`sweep`: ranges for any levers, every combination a row of a file."""

import argparse
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from model.answer import Answer
from model.command import files, given, ranges
from model.command.parser import Command, Parser
from model.command.project import notes
from model.command.ranges import Range
from model.command.written import BOM
from model.language.problem import Problem, Refused
from model.language.words import N_

SAYS = N_("ranges for any levers: every combination a row of a Parquet or CSV file")
EXAMPLES = (
    ("sweep --range gdp_later=5:9:0.1 --output later.parquet", N_("one lever in steps: start, stop, step")),
    ("sweep --range gdp_later=5,9 --range fai_later=5,12 --output -", N_("every combination of two")),
    ("sweep --range gdp_later=5:9:0.1 --output - --quiet", N_("as CSV on standard output, for another program")),
    ("sweep --range gdp@2026=4:8:0.5 --output - --quiet", N_("one year's growth, set by hand")),
    ('sweep "gdp=6.5,9" --range gdp_base=380,386,391 --output b.csv', N_("values in a list, all else as in a link")),
)
COLUMNS = N_(
    "Columns: each lever that moves, as it is typed (growth in per cent); gdp and gap, in 亿元; status; "
    "required_later, per cent; chance, from 0 to 1; the other indicators at their own deadlines. Parquet keeps unit "
    "and meaning of each column, the link of all that stands still, and the edition of the data. Numbers have all "
    "their digits, in CSV too. Further paths have no range: no number of a row hangs on their growth."
)
BOTH = N_("is both set and swept; each lever has one value or a range; leave one out")
ENDINGS = (".parquet", ".csv")
STANDARD_OUTPUT = Path("-")
NO_FILE = N_("is missing; a file ending in {allowed} is needed; say where the rows go")
NO_ENDING = N_("is neither kind of file (got {got}); allowed: {allowed}; change its ending")
BEFORE, AFTER = N_("{rows} rows: {levers}"), N_("{file}: {rows} rows")


def declare(parser: Parser) -> None:
    """Adds its options."""
    w = parser.w
    given.declare(parser)
    group = parser.add_argument_group(w(N_("ranges")))
    group.add_argument(
        "--range", action="append", default=[], metavar="KEY=START:STOP:STEP",
        help=w(N_(
            "the values of a lever, or of one year as in gdp@2026, the last among them, as often as needed; or a list: "
            "KEY=A,B,C"
        )),
    )  # fmt: skip
    group = parser.add_argument_group(w(N_("output")))
    group.add_argument(
        "--output", metavar="FILE", type=Path, help=w(N_("where the rows go: .parquet or .csv; - prints them as CSV"))
    )
    group.add_argument("--overwrite", action="store_true", help=w(N_("save it even where a file is there")))
    group.add_argument("--quiet", action="store_true", help=w(N_("say nothing on the way")))


def run(options: argparse.Namespace) -> int:
    """0."""
    answer = given.answer_to(options)
    found = ranges.read(options.range, answer.pack)
    held = {given.parts(typed)[0] for typed in options.set}
    if both := [one.lever.key for one in found if one.lever.key in held]:
        raise Refused([Problem.at(", ".join(both), BOTH)])
    path = _path(options)
    total, w = math.prod(len(each.parts) for each in found), answer.wording
    if not options.quiet:
        given.say([doubt for each in found for doubt in (each.missed, each.like_fractions) if doubt], answer)
        sizes = " × ".join(f"{each.lever.key} {len(each.parts):,}" for each in found)
        sys.stderr.writelines(f"{line}\n" for line in (*notes(answer), w(BEFORE, rows=f"{total:,}", levers=sizes)))
    if path == STANDARD_OUTPUT:
        _save(sys.stdout.buffer, True, answer, found, total, options.quiet)
        return 0
    csv = path.suffix.lower() == ENDINGS[1]
    with files.writing(path) as part, part.open("wb") as file:
        file.write(BOM.encode() if csv else b"")
        _save(file, csv, answer, found, total, options.quiet)
    print(w(AFTER, file=path, rows=f"{total:,}"))
    return 0


COMMAND = Command(SAYS, EXAMPLES, declare, run, more=COLUMNS)


def _path(options: argparse.Namespace) -> Path:
    """Where the rows go. Raises `Refused` where they cannot."""
    path: Path | None = options.output
    allowed = ", ".join(ENDINGS)
    if path is None:
        raise Refused([Problem.at("--output", NO_FILE, allowed=allowed)])
    if path == STANDARD_OUTPUT:
        return path
    if path.suffix.lower() not in ENDINGS:
        raise Refused([Problem.at("--output", NO_ENDING, got=path, allowed=allowed)])
    files.check(path, options.overwrite)
    return path


def _save(file: BinaryIO, csv: bool, answer: Answer, found: Sequence[Range], total: int, quiet: bool) -> None:
    """Writes the rows, with a bar on standard error where somebody sees it."""
    from tqdm import tqdm  # here, like pyarrow, so that no other command waits until they are loaded

    from model.command import rows

    unseen = quiet or not sys.stderr.isatty()
    with tqdm(total=total, unit=answer.wording(N_(" rows")), disable=unseen) as bar:
        rows.save(file, csv, answer, found, bar.update)
