"""The part of a link that carries further paths, in per cent: further=tourism_revenue:20:20."""

from model.language import amounts
from model.language.problem import Problem, combined
from model.language.rates import percent
from model.language.words import N_
from model.link.parts import NOT_A_NUMBER, REFUSED, WIDE
from model.progress.further import EXAMPLE, FULL, FURTHER, MOST, SLOTS, Further, Paths, change, fault, lever, offered
from model.region.pack import Pack
from model.scenario.lever import number, outside

NO_PATH = N_("holds what is no further path (got {got}); it is written as in {example}; it was left out")
TWICE = N_("holds a path twice (got {got}); the first is used; remove one")


def written(given: Paths) -> str:
    """The part of a link that says them."""
    return ",".join(f"{each.key}:{percent(each.first)}:{percent(each.later)}" for each in given)


def read(typed: str, pack: Pack) -> tuple[Paths, list[Problem]]:
    """The paths that a part of a link says, as far as they can be used, and what of it could not."""
    text = amounts.folded(typed)
    problems = [] if text == typed else [Problem.at(FURTHER, WIDE, got=typed, read=text)]
    found: dict[str, Further] = {}
    faults: list[Problem] = []
    for piece in text.split(",") if text.strip() else []:
        key, *rates = (part.strip() for part in piece.split(":"))
        if len(rates) != len(SLOTS):
            faults.append(Problem.at(FURTHER, NO_PATH, got=piece, example=EXAMPLE))
        elif problem := fault(key, pack):
            faults.append(problem)
        elif key in found:
            faults.append(Problem.at(FURTHER, TWICE, got=key))
        elif len(found) == MOST:
            faults.append(Problem.at(FURTHER, FULL, got=key, allowed=MOST))
        else:
            found[key] = _read(offered(pack)[key], rates, pack, faults)
    return tuple(found.values()), [*problems, *combined(faults)]


def _read(plan: Further, rates: list[str], pack: Pack, faults: list[Problem]) -> Further:
    """The path with the rates that can be used; those offered stand for the others."""
    for slot, text in zip(SLOTS, rates, strict=True):
        moved = lever(plan, slot, pack)
        value = number(text, moved)
        if value is None:
            faults.append(outside(moved, text, NOT_A_NUMBER))
        elif wrong := moved.fault(value):
            faults.append(outside(moved, text, REFUSED[wrong]))
        else:
            (plan,) = change((plan,), plan.key, slot, value)
    return plan
