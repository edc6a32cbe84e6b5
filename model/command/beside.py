"""`--further`: rows of the plan report that a command draws on beside the scenario, written as in a link."""

import argparse
import dataclasses
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from model.answer import Answer
from model.command.given import amount, like_a_fraction, say
from model.command.parser import PROGRAM, Parser, nearest, unknown
from model.language import amounts
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.progress import further
from model.progress.further import EXAMPLE, MOST, SLOTS, Further, Paths
from model.region.pack import Pack
from model.scenario.levers import Lever

OPTION = "--further"
NO_PATH = N_("is no row and its growth (got {got}); ROW or ROW:FIRST:LATER is needed, as in {example}; write it so")
NO_ROW = (
    N_("is not a row of the region's plan report; the nearest: {nearest}; {program} --help lists rows; correct it"),
    N_("is not a row of the region's plan report; {program} --help lists rows; choose one of them"),
)
FULL = N_("is one more than there is room for; at most {allowed} rows are drawn on; leave one out")
WHY = {
    further.COUNT: N_("counts the plan's indicators and is none; choose another row"),
    further.NO_GROWTH: N_("has no level of {base} and growth from it in the plan report; choose another row"),
    further.SIMULATED: N_("is an indicator of the scenario already, which levers move; use --set"),
    further.TOO_FAR: N_("grows beyond the range by its plan; allowed: {low} to {high} %; choose another row"),
}
"""Why a row of the report cannot be drawn on."""


class Piece(NamedTuple):
    """What was typed of one path: its row, and its growth in per cent where that is said."""

    typed: str
    key: str
    rates: Sequence[str]


def declare(parser: Parser) -> None:
    """Adds the option."""
    w = parser.w
    parser.add_argument_group(w(N_("further paths"))).add_argument(
        OPTION, action="append", default=[], metavar="ROW:FIRST:LATER",
        help=w(N_(
            "draw a row of the plan report on beside the scenario, as often as needed: its growth in the plan year and "
            "afterwards, in per cent; ROW alone grows by its plan, or stays at its target; {program} --help lists rows"
        ), program=PROGRAM),
    )  # fmt: skip


def added(answer: Answer, options: argparse.Namespace) -> Answer:
    """The answer with the rows that the options draw on. Raises `Refused` with all faults."""
    pieces, pack = _pieces(options.further), answer.pack
    paths = _change(answer.work.further, pack, pieces)
    say(_doubtful(pieces, paths, pack), answer)
    return dataclasses.replace(answer, work=dataclasses.replace(answer.work, further=paths))


def _pieces(typed: Iterable[str]) -> list[Piece]:
    """The paths that were typed, also several in one and in full-width characters."""
    pieces = (piece for each in typed for piece in amounts.folded(each).split(","))
    parts = ((piece, *(part.strip() for part in piece.split(":"))) for piece in pieces)
    return [Piece(piece, key, rates) for piece, key, *rates in parts]


def _change(paths: Paths, pack: Pack, pieces: Iterable[Piece]) -> Paths:
    """The paths with every piece added, or with its growth where its row is there."""
    problems: list[Problem] = []
    for piece in pieces:
        if problem := _fault(piece, paths, pack):
            problems.append(problem)
            continue
        paths = further.add(paths, piece.key, pack)
        for slot, lever, text in _rates(piece, paths, pack):
            rate = amount(piece.key, text, lever, problems)
            paths = paths if rate is None else further.change(paths, piece.key, slot, rate)
    if problems:
        raise Refused(problems)
    return paths


def _fault(piece: Piece, paths: Paths, pack: Pack) -> Problem | None:
    """Why nothing can be drawn on."""
    if not piece.key or len(piece.rates) not in (0, len(SLOTS)):
        return Problem.at(OPTION, NO_PATH, got=piece.typed, example=EXAMPLE)
    if problem := further.fault(piece.key, pack):
        if problem.what not in WHY:
            return unknown(piece.key, NO_ROW, nearest(piece.key, further.offered(pack)))
        return dataclasses.replace(problem, where=piece.key, what=WHY[problem.what])
    if len(paths) == MOST and piece.key not in further.keys(paths):
        return Problem.at(piece.key, FULL, allowed=MOST)
    return None


def _rates(piece: Piece, paths: Paths, pack: Pack) -> list[tuple[further.Slot, Lever, str]]:
    """The growth that was typed of a path, with the lever of each."""
    each: Further = next(each for each in paths if each.key == piece.key)
    typed = zip(SLOTS, piece.rates, strict=False)
    return [(slot, further.lever(each, slot, pack), text) for slot, text in typed]


def _doubtful(pieces: Iterable[Piece], paths: Paths, pack: Pack) -> list[Problem]:
    """The growth that was typed, and can be, but looks like a fraction."""
    rates = ((piece.key, text, lever) for piece in pieces for _, lever, text in _rates(piece, paths, pack))
    return [problem for key, text, lever in rates if (problem := like_a_fraction(key, text, lever))]
