"""Where in a link something is wrong, as people call it."""

from dataclasses import replace

from model.levers import RATES
from model.link import KEPT
from model.parts import params_of
from model.problem import Problem
from model.words import N_
from views.state import State


def named(problem: Problem, state: State) -> Problem:
    """The problem with the parts of a link that it names in words: "2023 investment" in place of "fai0"."""
    w, params = state.wording, params_of(state.pack)

    def word(part: str) -> str:
        if part in KEPT:
            return w(N_("saved scenario {number}"), number=part[1:])
        return w(RATES.get(part, params[part][0].name)) if part in params else part

    return replace(problem, where=" ".join(map(word, problem.where.split(" "))))
