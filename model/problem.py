"""What is wrong, as a value: said in one sentence, in any language, and never raised at a visitor."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from model.words import N_

FRAME = N_("{where}: {what}")
QUOTED = ("got", "read")
"""Placeholders that quote what somebody typed."""
SHOWN = 60


def shorten(text: object) -> str:
    """The text as one printable line of at most 60 characters, for quoting what somebody typed."""
    start = str(text)[: SHOWN + 1]
    line = "".join(c if c.isprintable() else "�" for c in start)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


@dataclass(frozen=True)
class Problem:
    """One fault: `where: what is wrong (got X); what is allowed; what to do`."""

    where: str
    what: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def at(cls, where: str, what: str, **values: object) -> "Problem":
        """A problem whose `{placeholders}` are filled with the values; those that quote somebody are shortened."""
        filled = ((name, shorten(value) if name in QUOTED else str(value)) for name, value in values.items())
        return cls(shorten(where), what, tuple(filled))

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """The fault in words; `translate` maps each English message to the reader's language."""
        what = translate(self.what).format(**dict(self.values))
        return translate(FRAME).format(where=translate(self.where), what=what) if self.where else what


def combined(problems: Iterable[Problem]) -> list[Problem]:
    """One problem for each place and kind of fault, quoting all that was typed there."""
    alike: dict[Problem, list[str]] = {}
    for problem in problems:
        values = dict(problem.values)
        alike.setdefault(Problem.at(problem.where, problem.what, **{**values, "got": ""}), []).append(values["got"])
    return [Problem.at(p.where, p.what, **{**dict(p.values), "got": ", ".join(got)}) for p, got in alike.items()]


class Refused(ValueError):
    """Raised with every problem found, when nothing can be built from what was given."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence() for problem in problems))
