"""Help and refusals in the reader's language, on top of click."""

import difflib
import os
from collections.abc import Collection, Iterable, Sequence
from itertools import zip_longest
from typing import Any

import click
import wcwidth

from model.answer import USUAL
from model.cli import PROGRAM
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.link.link import LANGUAGES

NOT_KNOWN = N_("is not known here (got {got}); known: {known}; choose one of them")
MOST_NAMED = 12
HEADINGS = N_("Options"), N_("Commands"), N_("Positional arguments")
"""What click calls them."""
CODES = (
    ("0", N_("answered")),
    ("1", N_("the answer is no: not as expected, no allowed value would meet the target, or faults in the data")),
    ("2", N_("the input could not be used, or the answer not be written: standard error says why")),
    ("130, 141", N_("interrupted; nobody reads what is printed")),
)


def language(linked: str | None = None) -> str:
    """The language that was chosen, else the link's, else the environment's."""
    context = click.get_current_context(silent=True)
    if chosen := context and context.find_root().obj:
        return str(chosen)
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return linked or next((known for known in LANGUAGES if said.lower().startswith(known)), USUAL)


def say(text: str) -> str:
    """The message in the reader's language."""
    return Wording(language(), 0).template(text)


def unknown(where: str, got: str, known: Collection[str]) -> Problem:
    """That a word is not known, with those that are like it, or else the first of all."""
    near = [each for each in known if each.startswith(got.lower())] if got else []
    shown = (near or difflib.get_close_matches(got.lower(), known) or list(known))[:MOST_NAMED]
    rest = ["…"] if len(shown) < len(known) else []
    return Problem.at(where, NOT_KNOWN, got=got, known=", ".join([*shown, *rest]))


class OneOf(click.Choice[str]):
    """A few words, of which others are refused as everywhere else."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word. Raises `Refused`."""
        if value not in self.choices:
            raise Refused([unknown(param.opts[0] if param else "", value, self.choices)])
        return str(value)


class Formatter(click.HelpFormatter):
    """Help in the reader's language, where a Chinese character is as wide as two letters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, say(N_("usage: ")))

    def write_heading(self, heading: str) -> None:
        self.write(say(N_("{heading}:")).format(heading=say(heading)) + "\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        self.write("".join(f"{indent}{line}\n" for line in wcwidth.wrap(say(text), self.width - len(indent))))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 26, col_spacing: int = 2) -> None:
        listed = list(rows)
        column = min(max(wcwidth.width(term) for term, _ in listed), col_max) + col_spacing
        for term, text in listed:
            lines = wcwidth.wrap(say(text), self.width - self.current_indent - column)
            lines = lines if wcwidth.width(term) <= column - col_spacing else ["", *lines]
            for start, line in zip_longest((term,), lines, fillvalue=""):
                self.write(f"{'':{self.current_indent}}{wcwidth.ljust(start, column)}{line}".rstrip() + "\n")


class Context(click.Context):
    """A context whose help is in the reader's language."""

    formatter_class = Formatter


class Command(click.Command):
    """A command that is taught by examples: what stands behind the program's name, and what it is for."""

    context_class = Context

    def __init__(self, name: str, *, help: str, examples: Sequence[tuple[str, str]], **others: Any) -> None:
        super().__init__(name, help=help, short_help=help, **others)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What else there is to say, examples and exit codes."""
        if self.epilog:
            formatter.write_paragraph()
            formatter.write_text(self.epilog)
        with formatter.section(N_("Examples")):
            formatter.write("".join(f"  {PROGRAM} {line}\n      {say(what)}\n" for line, what in self.examples))
        with formatter.section(N_("Exit codes")):
            formatter.write_dl(CODES)


def _chosen(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.find_root().obj = value


def language_options(command: Any) -> Any:
    """Adds --lang, which is read before all else, and --help."""
    command = click.help_option("-h", "--help", is_eager=False, help=N_("show this and do nothing else"))(command)
    return click.option(
        "--lang", type=OneOf(LANGUAGES), expose_value=False, is_eager=True, callback=_chosen,
        help=N_("language; by default the link's, else the environment's (LC_ALL, LC_MESSAGES, LANG)"),
    )(command)  # fmt: skip
