"""Reads the options of a command, and prints its help in the reader's language."""

import argparse
import difflib
import functools
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from model.command.text import listing, wrap
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.link.link import LANGUAGES

PROGRAM = "python -m model"
VALUE = N_("is without its value, or has one where it takes none; {program} --help shows how it is written; correct it")
NO_OPTION = (
    N_("is not an option here; the nearest: {nearest}; {program} --help shows all; correct it"),
    N_("is not an option here; {program} --help shows all; choose one of them"),
)
TOO_MUCH = N_("is more than can be read (got {got}); one is enough; put a link in quotation marks")
NOT_AMONG = N_("is not known here (got {got}); allowed: {allowed}; choose one of them")
KEYS = N_("Keys, units and ranges of the levers: {program} --help")
CODES = (
    ("0", N_("answered")),
    ("1", N_("the answer is no: not as expected, no allowed value would meet the target, or faults in the data")),
    ("2", N_("nothing could be used, or not all be written: what is wrong stands on standard error")),
    ("130, 141", N_("interrupted; nobody reads what is printed")),
)
NEAREST = 3
Examples = Sequence[tuple[str, str]]
"""What stands behind the program's name, and what it is for."""


class Command(NamedTuple):
    """One command of the program."""

    says: str
    examples: Examples
    declare: Callable[["Parser"], None]
    """Adds its options."""
    run: Callable[[argparse.Namespace], int]
    """Answers, and gives the exit code."""
    positional: str = "link"
    more: str = ""
    """What else its help says."""


class Parser(argparse.ArgumentParser):
    """Reads the options of one command; what it says of itself is in one language."""

    def __init__(self, name: str, command: Command, w: Wording) -> None:
        lines = [f"  {PROGRAM} {example}\n      {w(what)}" for example, what in command.examples]
        super().__init__(
            prog=f"{PROGRAM} {name}",
            description="\n\n".join(w(text) for text in (command.says, command.more) if text),
            epilog="\n".join((heading(w(N_("examples")), w), *lines, "", *exit_codes(w), "", w(KEYS, program=PROGRAM))),
            formatter_class=functools.partial(_Formatter, w),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.w = w
        self.register("type", None, _filled)
        self.register("type", Path, lambda typed: Path(_filled(typed)))
        self._positional = command.positional
        command.declare(self)
        group = self.add_argument_group(w(N_("help")))
        group.add_argument("-h", "--help", action="store_true", help=w(N_("show this and do nothing else")))
        group.add_argument(
            "--lang", metavar="|".join(LANGUAGES),
            help=w(N_("language; without it that of the link, else of the environment (LC_ALL, LC_MESSAGES, LANG)")),
        )  # fmt: skip

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options, and what stands by itself; a dash alone is no option. Raises `Refused`."""
        try:
            options, others = self.parse_known_args(arguments)
        except argparse.ArgumentError as error:
            raise Refused([Problem.at(str(error.argument_name), VALUE, program=self.prog)]) from None
        if strange := [other for other in others if other.startswith("-") and other != "-"]:
            raise Refused([self._unknown(other) for other in strange])
        given = [each for each in (getattr(options, self._positional), *others) if each is not None]
        if len(given) > 1:
            raise Refused([Problem.at(given[1], TOO_MUCH, got=" ".join(given))])
        setattr(options, self._positional, given[0] if given else None)
        return options

    def _unknown(self, typed: str) -> Problem:
        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        return unknown(typed, NO_OPTION, nearest(typed.partition("=")[0], known), self.prog)


def _filled(typed: str) -> str:
    """What was typed. Raises `ValueError` where it is blank, as what a script hands on that has nothing is."""
    if not typed.strip():
        raise ValueError
    return typed


def exit_codes(w: Wording) -> list[str]:
    """What the program's exit codes mean, a line each under a heading."""
    return [heading(w(N_("exit codes")), w), *listing([(code, w(meaning)) for code, meaning in CODES])]


def heading(text: str, w: Wording) -> str:
    """The text as a heading."""
    return w(N_("{heading}:"), heading=text)


def nearest(typed: str, known: Collection[str]) -> list[str]:
    """The few known words that are like what was typed, the most alike first; none where none is."""
    return difflib.get_close_matches(typed.lower(), known, NEAREST)


def unknown(where: str, said: tuple[str, str], near: Sequence[str], program: str = PROGRAM) -> Problem:
    """The fault of a word that is not known: said in the first way where words are near it, else in the second."""
    if near:
        return Problem.at(where, said[0], nearest=", ".join(near), program=program)
    return Problem.at(where, said[1], program=program)


def among(where: str, typed: str, known: Collection[str]) -> str:
    """What was typed. Raises `Refused` where it is none of what is known."""
    if typed in known:
        return typed
    raise Refused([Problem.at(where, NOT_AMONG, got=typed, allowed=", ".join(known))])


class _Formatter(argparse.HelpFormatter):
    """Help in the reader's language, in lines that are not too wide for it."""

    def __init__(self, w: Wording, prog: str) -> None:
        super().__init__(prog, max_help_position=30)
        self._w = w

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]  # argparse's own types
        """The line of usage, under a word for it in the reader's language."""
        super().add_usage(usage, actions, groups, prefix or self._w(N_("usage: ")))

    def format_help(self) -> str:
        """The whole text, its headings as the reader's language has them: argparse has a colon of its own."""
        return re.sub(r"(?m)^(\S.*):$", lambda found: heading(found[1], self._w), super().format_help())

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = [part for line in text.split("\n") for part in ([line] if line.startswith(" ") else wrap(line, width))]
        return "\n".join(indent + line for line in lines)
