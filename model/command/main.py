"""Finds the command, and says what went wrong: one sentence a line on standard error, no traceback."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from model.answer import USUAL
from model.command import check, given, link, manual, project, solve, sweep
from model.command.parser import PROGRAM, VALUE, Command, Parser, nearest, unknown
from model.language.problem import Problem, Refused
from model.language.wording import Wording
from model.language.words import N_
from model.link.version import text as version

COMMANDS: Mapping[str, Command] = {
    "project": project.COMMAND,
    "solve": solve.COMMAND,
    "sweep": sweep.COMMAND,
    "check": check.COMMAND,
    "link": link.COMMAND,
}
HELP, VERSION, LANGUAGE = ("-h", "--help"), "--version", "--lang"
UNUSABLE, INTERRUPTED, BROKEN_PIPE = 2, 130, 141
"""Exit codes: nothing could be used; ended by Ctrl+C, and nobody reads what is printed, as shells have them."""
NO_COMMAND = (
    N_("is not a command; the nearest: {nearest}; {program} --help shows all; correct it"),
    N_("is not a command; {program} --help shows all; choose one of them"),
)
INTERRUPT = N_("interrupted")
OUTPUT = N_("standard output")
NOT_PRINTED = N_("cannot be written ({got}); what was printed is not whole; mend that and try again")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 when answered, 1 when the answer is no, 2 when nothing could be used."""
    sys.stdout = sys.stdout or _nowhere(writable=sys.stderr is None)  # a service has neither; who closed one is told
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a console that is not UTF-8 cannot write 亿元
    language = USUAL
    try:
        chosen, others = _language(list(sys.argv[1:] if arguments is None else arguments))
        language = given.language(chosen)
        code = _run(others, chosen, Wording(language, 0))
        sys.stdout.flush()
    except Refused as refusal:
        _complain(Wording(language, 0).sentence(problem) for problem in refusal.problems)
        return UNUSABLE
    except OSError as error:
        _drop(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return BROKEN_PIPE
        _complain([Wording(language, 0).sentence(Problem.at(OUTPUT, NOT_PRINTED, got=error.strerror or error))])
        return UNUSABLE
    except KeyboardInterrupt:
        _complain([Wording(language, 0)(INTERRUPT)])
        return INTERRUPTED
    else:
        return code


def _nowhere(writable: bool = True) -> TextIO:
    """A stream that takes all and keeps nothing; or one that refuses, as a closed one does, whatever is written."""
    return os.fdopen(os.open(os.devnull, os.O_WRONLY if writable else os.O_RDONLY), "w", encoding="utf-8")


def _complain(sentences: Iterable[str]) -> None:
    """Says what went wrong; where nobody can be told, the exit code has to do."""
    try:
        sys.stderr.writelines(f"{sentence}\n" for sentence in sentences)
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)


def _drop(stream: TextIO) -> None:
    """Leads the stream nowhere, or closing it would complain once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: Sequence[str], chosen: str | None, w: Wording) -> int:
    """The exit code of the command that is named first."""
    name, *others = arguments or HELP
    if name in HELP:
        print(manual.text(COMMANDS, w.language))
        return 0 if arguments else UNUSABLE
    if name == VERSION:
        print(version(w.language))
        return 0
    if name not in COMMANDS:
        raise Refused([unknown(name.strip() or w(N_("COMMAND")), NO_COMMAND, nearest(name, COMMANDS))])
    command = COMMANDS[name]
    parser = Parser(name, command, w)
    options = parser.read(others)
    if options.help:
        print(parser.format_help(), end="")
        return 0
    options.lang = chosen
    return command.run(options)


def _language(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The language that is chosen, wherever that is said, and all other arguments: help and faults are in it too."""
    chosen, others = None, []
    given = iter(arguments)
    for argument in given:
        option, mark, value = argument.partition("=")
        if option != LANGUAGE:
            others.append(argument)
        elif (chosen := value if mark else next(given, None)) is None:
            raise Refused([Problem.at(LANGUAGE, VALUE, program=PROGRAM)])
    return chosen, others
