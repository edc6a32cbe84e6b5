"""Faults of figures in time: goals that are not of the plan year, and outcomes of the past."""

from model.language.problem import Problem
from model.language.words import N_
from model.region.checks import Tables
from model.region.records import PLAN, PLAN_REVENUE, Region
from model.region.tables import at

OF_PLAN_YEAR = {*PLAN.values(), PLAN_REVENUE}
"""The goals that are the plan year's."""
NOT_PLAN_YEAR = N_("is not the plan year (got {got}); allowed: {allowed}, the year after base_year; correct it")
NOT_AHEAD = N_("is not after the base year (got {got}); allowed: {allowed} or later; correct it or remove the row")


def time_faults(tables: Tables, head: Region) -> list[Problem]:
    """Every fault of goals and outcomes beside the base year."""
    started = {row.year for _, row in tables.baselines.rows}
    if started and head.base_year not in started:  # named already: the base year itself may be wrong
        return []
    return [*_goals(tables, head), *_outcomes(tables, head)]


def _goals(tables: Tables, head: Region) -> list[Problem]:
    table, first = tables.goals, head.base_year + 1
    return [
        at(table.file, line, "year", NOT_PLAN_YEAR, got=row.year, allowed=first)
        for line, row in table.having("key", "year")
        if row.key in OF_PLAN_YEAR and row.year != first
    ]


def _outcomes(tables: Tables, head: Region) -> list[Problem]:
    table, first = tables.outcomes, head.base_year + 1
    return [
        at(table.file, line, "year", NOT_AHEAD, got=row.year, allowed=first)
        for line, row in table.having("year")
        if row.year < first
    ]
