"""A saved scenario as one part of a link: what differs from the scenario on the page, its result, and its name.

    k1=gdp=5.5,6~fai=10,10~shown=520.31,not_reached~name=保底

A link stays self-contained: the scenario on the page stands in it with every value. The note is a part of its own,
`k1.note`, since it may hold anything.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from model.language.names import LONGEST_NAME, LONGEST_NOTE, clean_name, clean_note
from model.language.problem import Problem, shorten
from model.language.words import N_
from model.link.envelope import REPEATED
from model.link.headline import Shown, headline, parse
from model.link.parts import read_part, written
from model.scenario.levers import Lever
from model.scenario.scenario import Lock, Override, Scenario, build, plan

BETWEEN, NAME, SHOWN = "~", "name=", "shown"
UNKNOWN = N_("has parts this page does not know (got {got}); they were left out")
LONG_NAME = N_("was made printable and at most {allowed} characters long (got {got})")
BAD_SHOWN = N_("carries a result that is none (got {got}); a level and a verdict are needed; it was left out")
NOTHING = N_("holds nothing that this page understands (got {got}); it was left out; ask for the link again")
NO_NAME = N_("is missing or taken (got {got}); it was called {read}")
IN_NAME = N_("holds what looks like parts (got {got}); all behind “name=” is the name; put parts before it")
PART = re.compile(rf"{BETWEEN}([a-z]\w*)=", re.ASCII)
"""How a part begins."""
Params = Mapping[str, list[Lever]]


@dataclass
class Kept:
    """What could be read of a kept scenario."""

    scenario: Scenario
    shown: Shown | None
    problems: list[Problem] = field(default_factory=list)
    understood: bool = True
    """Whether anything of it could be used; where nothing could, there is no such scenario."""


def write(kept: Scenario, beside: Scenario, params: Params) -> str:
    """The part that says how the kept scenario differs from the one beside it."""
    texts = {param: (written(kept, members), written(beside, members)) for param, members in params.items()}
    differing = [f"{param}={text}" for param, (text, other) in texts.items() if text != other]
    return BETWEEN.join((*differing, f"{SHOWN}={headline(kept)}", f"{NAME}{kept.name}"))


def read(text: str, key: str, beside: Scenario, params: Params, taken: Sequence[str], note: str = "") -> Kept:
    """The scenario that a part says, named `key` where its name is missing or taken, and what is wrong with it."""
    pack = beside.pack
    head, mark, typed = apart(text)
    sent, problems = _pieces(head, (*params, SHOWN))
    if not mark and sent.keys().isdisjoint((*params, SHOWN)):
        return Kept(beside, None, [Problem.at(key, NOTHING, got=text)], understood=False)
    values = dict(beside.values)
    by_hand: list[Override] = [o for o in beside.overrides if o[0] not in sent]
    locks: list[Lock] = [lock for lock in beside.locks if lock[0] not in sent]
    for param, members in params.items():
        if param in sent:
            part = read_part(sent[param], members, pack)
            values |= {member.key: plan(pack)[member.key] for member in members} | part.values
            by_hand += part.by_hand
            locks += part.locks
            problems += part.problems
    shown = parse(sent.get(SHOWN, ""))
    if shown is None and SHOWN in sent:
        problems.append(Problem.at("", BAD_SHOWN, got=sent[SHOWN]))
    name = _name(problems, typed, key, taken)
    if clean_note(note) != note:
        problems.append(Problem.at("note", LONG_NAME, got=note, allowed=LONGEST_NOTE))
    said = [Problem(shorten(f"{key} {problem.where}".strip()), problem.what, problem.values) for problem in problems]
    return Kept(build(pack, values, by_hand, name, locks, note), shown, said)


def in_name(text: str, key: str) -> list[Problem]:
    """A sentence where what looks like parts stands behind the name, and so is read as the name; else none."""
    found = PART.findall(apart(text)[2])
    return [Problem.at(f"{key} name", IN_NAME, got=", ".join(found))] if found else []


def apart(text: str) -> tuple[str, str, str]:
    """What stands before the name, what begins it, and the name, which may hold anything."""
    return text.partition(NAME) if text.startswith(NAME) else text.partition(BETWEEN + NAME)


def _pieces(head: str, known: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """The first text of every piece, and the sentences about pieces that cannot be used."""
    sent: dict[str, str] = {}
    repeated: dict[str, str] = {}
    for piece in filter(None, head.split(BETWEEN)):
        what, _, text = piece.partition("=")
        (repeated if what in sent else sent).setdefault(what, text)
    problems = [Problem.at(", ".join(repeated), REPEATED)] if repeated else []
    if unknown := [what for what in sent if what not in known]:
        problems.append(Problem.at("", UNKNOWN, got=", ".join(unknown)))
    return sent, problems


def _name(problems: list[Problem], typed: str, key: str, taken: Sequence[str]) -> str:
    """The name that was typed, made printable, or one of its own where it is missing or taken."""
    name = clean_name(typed)
    if name and name not in taken:
        problems += [] if name == typed else [Problem.at("name", LONG_NAME, got=typed, allowed=LONGEST_NAME)]
        return name
    others = (key, *(f"{key} {number}" for number in range(2, len(taken) + 3)))
    free = next(other for other in others if other not in taken)
    problems.append(Problem.at("name", NO_NAME, got=typed, read=free))
    return free
