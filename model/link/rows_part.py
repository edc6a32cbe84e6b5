"""Rows of the plan report in a link: like any indicator, `tourism_revenue=20,20`.

Links used to say their growth alone, from the region's own base year: `further=tourism_revenue:20:20`.
"""

from collections.abc import Mapping

from model.economics.growth import levels, yearly
from model.language import amounts
from model.language.problem import Problem
from model.language.rates import plain, rate
from model.language.words import N_
from model.link.parts import link_keys, written
from model.progress.report_rows import FULL, MOST, ROWS, keys, offered, with_rows
from model.region.pack import Pack
from model.scenario.scenario import plan

FURTHER = "further"
NO_ROW = N_("holds what is no row that can be projected (got {got}); it was left out")


def read(fields: Mapping[str, str], pack: Pack) -> tuple[tuple[Pack, dict[str, str]], list[Problem]]:
    """The pack with the rows that a link holds, and the link's fields as they are written today."""
    pieces = [piece.split(":") for piece in amounts.folded(fields.get(FURTHER, "")).split(",") if piece.strip()]
    said = {row: rates for row, *rates in pieces if row in offered(pack) and len(rates) == 2}
    wrong = tuple(":".join(piece) for piece in pieces if piece[0] not in said)
    series = {key: each[0].series for key, each in link_keys(with_rows(pack, offered(pack))).items()}
    rows = dict.fromkeys((*said, *(series[key] for key in fields if series.get(key) in offered(pack))))
    found = with_rows(pack, tuple(rows)[:MOST])
    problems = [Problem.at(FURTHER, NO_ROW, got=wrong)] if wrong else []
    if beyond := [*rows][MOST:]:
        problems.append(Problem.at(ROWS, FULL, got=", ".join(beyond), allowed=MOST))
    today = {key: text for row in keys(found) if row in said for key, text in _today(row, said[row], found).items()}
    return (found, {**today, **{key: text for key, text in fields.items() if key != FURTHER}}), problems


def _today(row: str, rates: list[str], pack: Pack) -> dict[str, str]:
    """What a link says today of a row's growth from the region's own base year: where the pack is re-based on a later
    one, its baseline is the level that this growth leads to."""
    usual = written(plan(pack))
    said = {key: usual[key] for key, members in link_keys(pack).items() if members[0].series == row}
    numbers = [found[0] for text in rates if (found := amounts.split(text, "%"))]
    if pack.rebased and len(numbers) == len(rates):
        first, later = map(rate, numbers)
        growth = yearly(first, later, pack.base_year - pack.own.base_year)
        said[f"{row}0"] = plain(float(levels(pack.own.baselines[row].value, growth)[-1]))
        rates = rates[1:] * 2
    return {**said, row: ",".join(rates)}
