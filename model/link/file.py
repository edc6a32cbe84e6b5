"""The same scenarios as a JSON file: what a link says, written out for people and programs.

Every scenario stands there with every value, in the units of the data and in per cent; docs/scenarios.schema.json
describes it. Reading it is reading a link: the same fields, checks, migrations and sentences.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from model.language.problem import Problem
from model.language.rates import percent
from model.language.words import N_
from model.link.envelope import LINK
from model.link.kept import BETWEEN, NAME, SHOWN
from model.link.link import KEPT, NOTE, NOTES, Opened, fields_of, read, read_fields
from model.link.parts import LOCK, TOO_MANY, params_of, written
from model.link.query import LONGEST, Fields, checksum
from model.progress.further import FURTHER
from model.region.pack import Pack
from model.scenario.scenario import Scenario
from model.work.work import Work

LARGEST = 10 * LONGEST
"""Characters that are read of a file."""
LINK_END = re.compile(r"&check=[0-9a-f]{8}(&packed=[\w-]+)?", re.ASCII)
"""The end of a whole link: what else somebody wrote in the same message is no part of it."""
NAMED, BY_HAND, LOCKED = "name", "by_hand", "locked"
SCENARIO, BESIDE = "scenario", "kept"
NEITHER = N_(
    "is neither a link nor a file of scenarios (got {got}); open a .json file saved here, or paste a link; "
    "nothing was changed"
)
TOO_LARGE = N_(
    "is too large (got over {allowed} characters); no more are read; open a file saved here; nothing was changed"
)
UNFIT = N_("is not what stands there in a file of scenarios (got {got}); it was left out; correct it")
REPEATED = N_("stands in the file more than once; the first is used; remove the others")
ONE, OTHERS = "one", "*"
ONE_SCENARIO = {
    NAMED: ONE, NOTE: ONE, SHOWN: ONE, BY_HAND: {OTHERS: {OTHERS: ONE}}, LOCKED: {OTHERS: [ONE]}, OTHERS: [ONE],
}  # fmt: skip
FILE = {SCENARIO: ONE_SCENARIO, BESIDE: [ONE_SCENARIO], FURTHER: {OTHERS: [ONE]}, OTHERS: ONE}
"""What stands where: one text or number, lists, and objects with what stands under each key and under all others."""


class Written(str):
    """A number as it is written: no digit of it is lost, as some would be in a binary fraction."""

    __slots__ = ()


def write(work: Work, language: str) -> str:
    """The file's text."""
    fields = fields_of(work, language)
    said: dict[str, Any] = {"v": int(fields["v"]), "edition": int(fields["edition"])}
    said |= {key: fields[key] for key in ("region", "lang", *work.view.parts, "shown")}
    said |= {"reference": work.reference, SCENARIO: _structured(work.scenario)}
    said[BESIDE] = [
        {**_structured(kept), SHOWN: fields[key].partition(f"{SHOWN}=")[2].partition(BETWEEN)[0]}
        for key, kept in zip(KEPT, work.kept, strict=False)
    ]
    if work.further:
        rates = {each.key: (percent(each.first), percent(each.later)) for each in work.further}
        said[FURTHER] = {key: [*map(Written, pair)] for key, pair in rates.items()}
    said["check"] = checksum(_fields(_loads(_laid_out(said), []), []))
    return _laid_out(said) + "\n"


def open_any(text: str, packs: Mapping[str, Pack]) -> Opened:
    """What a file or a link says, whichever the text is; nothing understood, and why, where it is neither."""
    if len(text) > LARGEST:
        return _nothing(Problem.at(LINK, TOO_LARGE, allowed=LARGEST), packs)
    text = text.lstrip("\ufeff \t\r\n")
    if not text.startswith("{"):
        opened = read(text[: end.end()] if (end := LINK_END.search(text)) else text, packs)
    else:
        problems: list[Problem] = []
        try:
            fields = _fields(_loads(text, problems), problems)
        except (ValueError, RecursionError):
            return _nothing(Problem.at(LINK, NEITHER, got=text.strip()), packs)
        opened = read_fields(fields, text, packs)
        opened = replace(opened, problems=(*_together(problems), *opened.problems))
    return opened if opened.understood else _nothing(Problem.at(LINK, NEITHER, got=text.strip()), packs)


def _nothing(problem: Problem, packs: Mapping[str, Pack]) -> Opened:
    opened = read("", packs)
    return Opened(opened.work, None, opened.shown, (problem,), 0)


def _laid_out(value: Any, margin: str = "") -> str:
    """JSON with one line for each key, and lists of numbers in one."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        lines = [f"{inner}{json.dumps(key)}: {_laid_out(each, inner)}" for key, each in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return "[\n" + ",\n".join(inner + _laid_out(each, inner) for each in value) + f"\n{margin}]"
    if isinstance(value, list):
        return f"[{', '.join(map(_laid_out, value))}]"
    return value if isinstance(value, Written) else json.dumps(value, ensure_ascii=False)


def _structured(scenario: Scenario) -> dict[str, Any]:
    """A scenario with the levers of each link parameter as numbers, and the years set by hand."""
    said: dict[str, Any] = {NAMED: scenario.name, NOTE: scenario.note}
    by_hand: dict[str, dict[str, Written]] = {}
    for param, members in params_of(scenario.pack).items():
        pieces = [piece.rpartition(":") for piece in written(scenario, members).split(",")]
        said[param] = [Written(number) for year, _, number in pieces if not year]
        years = {year: Written(number.removesuffix(LOCK)) for year, _, number in pieces if year}
        by_hand |= {param: years} if years else {}
    said[BY_HAND] = by_hand
    said[LOCKED] = {series: list(scenario.locked(series)) for series in by_hand if scenario.locked(series)}
    return said


def _loads(text: str, problems: list[Problem]) -> dict[str, Any]:
    """The file's content, every number as it is typed; names what stands more than once."""

    def first_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content: dict[str, Any] = {}
        repeated: dict[str, Any] = {}
        for key, value in pairs:
            (repeated if key in content else content).setdefault(key, value)
        if repeated:
            problems.append(Problem.at(", ".join(repeated), REPEATED))
        return content

    content: dict[str, Any] = json.loads(
        text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=first_of_each
    )
    return content


def _fields(content: dict[str, Any], problems: list[Problem]) -> Fields:
    """The file's content as the fields of a link; names what cannot be used."""
    fields: dict[str, Any] = _fitting(content, FILE, "", problems)
    scenario, beside = fields.pop(SCENARIO, {}), fields.pop(BESIDE, [])
    fields |= _parts(scenario, SCENARIO, problems)
    fields |= {key: scenario[key] for key in (NAMED, NOTE) if scenario.get(key)}
    for key, note, kept in zip(KEPT, NOTES, beside, strict=False):
        if kept is not None:
            fields |= {note: kept[NOTE]} if kept.get(NOTE) else {}
            parts = _parts(kept, key, problems) | ({SHOWN: kept[SHOWN]} if SHOWN in kept else {})
            pieces = sorted(f"{part}={text}" for part, text in parts.items())
            fields[key] = BETWEEN.join((*pieces, NAME + kept.get(NAMED, "")))
    if FURTHER in fields:
        paths = fields[FURTHER].items()
        fields[FURTHER] = ",".join(":".join((key, *(rate or "" for rate in rates))) for key, rates in paths)
    if len(beside) > len(KEPT):
        problems.append(Problem.at(BESIDE, TOO_MANY, got=len(beside), allowed=len(KEPT)))
    if fields.get("reference") == "0":
        del fields["reference"]
    return fields


def _fitting(value: Any, shape: Any, where: str, problems: list[Problem]) -> Any:
    """The value without what does not have that shape, None where that is all of it; single things as texts."""
    if isinstance(shape, dict) and isinstance(value, dict):
        shapes = {key: shape.get(key, shape.get(OTHERS)) for key in value}
        fitting = {key: _fitting(each, shapes[key], f"{where} {key}", problems) for key, each in value.items()}
        return {key: each for key, each in fitting.items() if each is not None}
    if isinstance(shape, list) and isinstance(value, list):
        return [_fitting(each, shape[0], where, problems) for each in value]
    if shape == ONE and not isinstance(value, dict | list):
        return "" if value is None else str(value)
    problems.append(Problem.at(where.strip(), UNFIT, got=value))
    return None


def _together(problems: list[Problem]) -> list[Problem]:
    """One problem for each kind of fault, wherever it was found."""
    together = []
    for what in dict.fromkeys(problem.what for problem in problems):
        alike = [problem for problem in problems if problem.what == what]
        where = ", ".join(dict.fromkeys(problem.where for problem in alike))
        values = [dict(problem.values) for problem in alike]
        got = {"got": tuple(each["got"] for each in values)} if "got" in values[0] else {}
        together.append(Problem.at(where, what, **{**values[0], **got}))
    return together


def _parts(scenario: Mapping[str, Any], where: str, problems: list[Problem]) -> Fields:
    """The parts of a link for the numbers of one scenario."""
    by_hand, locked = scenario.get(BY_HAND, {}), scenario.get(LOCKED, {})
    parts = {}
    for param, numbers in scenario.items():
        if isinstance(numbers, list):
            years, marks = by_hand.get(param, {}), locked.get(param, [])
            said = (f"{year}:{rate}{LOCK if year in marks else ''}" for year, rate in sorted(years.items()))
            parts[param] = ",".join((*(number or "" for number in numbers), *said))
            if nowhere := [year for year in marks if year and year not in years]:
                problems.append(Problem.at(f"{where} {LOCKED} {param}", UNFIT, got=", ".join(nowhere)))
    for place, said_there in ((BY_HAND, by_hand), (LOCKED, locked)):
        if nowhere := [series for series in said_there if series not in parts]:
            problems.append(Problem.at(f"{where} {place}", UNFIT, got=", ".join(nowhere)))
    return parts
