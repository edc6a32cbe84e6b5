"""The same as a JSON file: the keys of the link one a line, those of each saved scenario under its own.

Reading it is reading a link: the same fields, checks and sentences. docs/scenarios.schema.json describes it.
"""

import json
from collections.abc import Mapping
from typing import Any

from model.language.problem import Problem
from model.language.words import N_
from model.link.link import Opened, fields_of, opening, read, read_fields
from model.link.reading import KEPT
from model.link.transport import INVISIBLE, LINK, LONGEST, REPEATED, Fields
from model.region.pack import Pack
from model.work.work import Work

LARGEST = 2 * LONGEST
"""Characters that are read of a file."""
NUMBERS = ("v", "edition", "reference")
NESTED = (*KEPT, "own", "outcome")
"""What stands before the dot of several keys, and over them in a file."""
NEITHER = N_(
    "is neither a link nor a file of scenarios (got {got}); give a whole link, the part of it after the ?, or a file "
    "saved here; nothing was changed"
)
TOO_LARGE = N_(
    "is too large (got over {allowed} characters); no more are read; open a file saved here; nothing was changed"
)
UNFIT = N_("does not belong there in a file of scenarios (got {got}); it was left out; correct it")


def write(work: Work, language: str) -> str:
    """The file's text."""
    content: dict[str, Any] = {}
    for key, text in fields_of(work, language).items():
        head, _, part = key.partition(".")
        if head in NESTED:
            content.setdefault(head, {})[part] = text
        else:
            content[key] = int(text) if key in NUMBERS else text
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def open_any(text: str, packs: Mapping[str, Pack]) -> Opened:
    """What a file or a link says, whichever the text is; nothing understood, and why, where it is neither."""
    if len(text) > LARGEST:
        return _nothing(Problem.at(LINK, TOO_LARGE, allowed=LARGEST), packs)
    text = INVISIBLE.sub("", text).strip()
    opened = _file(text, packs) if text.startswith("{") else read(text, packs)
    if opened is None or not opened.understood:
        return _nothing(Problem.at(LINK, NEITHER, got=text), packs)
    return opened


def _nothing(problem: Problem, packs: Mapping[str, Pack]) -> Opened:
    plan = opening(next(iter(packs.values())))
    return Opened(plan.work, None, plan.shown, (problem,), 0)


def _file(text: str, packs: Mapping[str, Pack]) -> Opened | None:
    """What a file says, None where it is none."""
    twice: list[Problem] = []

    def first_of_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content: dict[str, Any] = {}
        repeated: dict[str, Any] = {}
        for key, value in pairs:
            (repeated if key in content else content).setdefault(key, value)
        if repeated and not twice:
            twice.append(Problem.at(", ".join(repeated), REPEATED))
        return content

    try:
        content = json.loads(text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=first_of_each)
    except (ValueError, RecursionError):
        return None
    fields, unfit = _fields(content)
    return read_fields(fields, [*twice, *unfit], text, packs)


def _fields(content: Mapping[str, Any]) -> tuple[Fields, list[Problem]]:
    """The file's content as the fields of a link, and what cannot be one."""
    said: dict[str, Any] = {}
    for key, value in content.items():
        under = value if key in NESTED and isinstance(value, dict) else None
        said |= {key: value} if under is None else {f"{key}.{part}": text for part, text in under.items()}
    unfit = {key: str(value) for key, value in said.items() if not isinstance(value, str)}
    problems = [Problem.at(", ".join(unfit), UNFIT, got=tuple(unfit.values()))] if unfit else []
    return {key: value for key, value in said.items() if key not in unfit}, problems
