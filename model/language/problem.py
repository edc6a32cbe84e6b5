"""What is wrong, as a value: said in one sentence, in any language, and never raised at a visitor."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from model.language.rates import plain
from model.language.words import N_, Both

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
class Level:
    """A level in a sentence, which a page says in the unit of its reader."""

    value: float
    """In the unit of the data."""
    unit: str
    named: bool = True
    """Whether the unit stands behind it."""
    typed: str = ""
    """How somebody wrote it, in the unit of the data."""

    def __str__(self) -> str:
        """The level as data, links, files and the command line write it."""
        said = self.typed or plain(self.value)
        return f"{said} {self.unit}" if self.named else said


Value = str | Level | tuple["Value", ...]
"""What fills a placeholder: a text, a level, or several of them in a row."""


@dataclass(frozen=True)
class Problem:
    """One fault: `where: what is wrong (got X); what is allowed; what to do`."""

    where: str
    what: str
    values: tuple[tuple[str, Value], ...] = ()
    given: bool = False
    """Whether somebody gave `where` as a name: it is never translated."""

    @classmethod
    def at(cls, where: str, what: str, **values: object) -> "Problem":
        """A problem whose `{placeholders}` are filled with the values; those that quote somebody are shortened."""
        where = where if isinstance(where, Both) else shorten(where)
        return cls(where, what, tuple((name, _kept(name, value)) for name, value in values.items()))

    def sentence(self, translate: Callable[[str], str] = str, level: Callable[[Level], str] = str) -> str:
        """The fault in words; `translate` maps each English message to the reader's language, `level` says a level."""
        said = {name: _said(name, value, level) for name, value in self.values}
        what, where = translate(self.what).format(**said), self.where if self.given else translate(self.where)
        return translate(FRAME).format(where=where, what=what) if self.where else what


def _kept(name: str, value: object) -> Value:
    if isinstance(value, Level | tuple):
        return value
    return shorten(value) if name in QUOTED else str(value)


def _said(name: str, value: Value, level: Callable[[Level], str]) -> str:
    if isinstance(value, tuple):
        said = ", ".join(_said(name, each, level) for each in value)
        return shorten(said) if name in QUOTED else said
    return level(value) if isinstance(value, Level) else value


def combined(problems: Iterable[Problem]) -> list[Problem]:
    """One problem for each place and kind of fault, quoting all that was typed there."""
    alike: dict[Problem, list[Value]] = {}
    for problem in problems:
        values = dict(problem.values)
        alike.setdefault(Problem.at(problem.where, problem.what, **{**values, "got": ""}), []).append(values["got"])
    quoted = {problem: tuple(got) if got[1:] else got[0] for problem, got in alike.items()}
    return [Problem.at(p.where, p.what, **{**dict(p.values), "got": got}) for p, got in quoted.items()]


class Refused(ValueError):
    """Raised with every problem found, when nothing can be built from what was given."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.sentence() for problem in problems))
