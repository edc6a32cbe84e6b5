"""Runs a command, and says what went wrong: one sentence a line on standard error, no traceback."""

import io
import os
import sys
from collections.abc import Sequence

import click

from model.cli import PROGRAM
from model.cli.check import check
from model.cli.help import CODES, Context, language, language_options, say, unknown
from model.cli.link import link
from model.cli.output import complain
from model.cli.project import project
from model.cli.solve import solve
from model.cli.sweep import sweep
from model.economics.phrases import title
from model.language.problem import Problem, Refused
from model.language.wording import DataUnits
from model.language.words import N_
from model.link import version
from model.progress.report_rows import offered
from model.region.loader import packs
from model.scenario.levers import levers

UNUSABLE, INTERRUPTED, BROKEN_PIPE = 2, 130, 141
"""Exit codes: nothing could be used; ended by Ctrl+C, and nobody reads what is printed, as shells have them."""
VALUE = N_("is without its value, or has one where it takes none; --help shows how it is written; correct it")
TOO_MUCH = N_("takes one link, region or folder; put it in quotation marks")
INTERRUPT = N_("interrupted")
OUTPUT = N_("standard output")
NOT_PRINTED = N_("cannot be written ({got}); what was printed is incomplete; correct that and try again")


class Program(click.Group):
    """All commands; its help lists the levers of the region that opens first."""

    context_class = Context

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The levers, the rows of the plan report, and exit codes."""
        pack = next(iter(packs().values()))
        w = DataUnits(language(), pack.base_year)
        with formatter.section(N_("Keys of the levers, and what they allow")):
            formatter.write_dl([
                (key, f"{title(each, w)}: {each.written(each.low)} – {each.written(each.high)} {w.unit(each.unit)}")
                for key, each in levers(pack).items()
            ])  # fmt: skip
            formatter.write_text(N_(
                "Growth is typed in per cent, a level in the unit of the data (1 亿元 is 100 million yuan), a deadline "
                "as a year. Any year of a growth rate can be set by hand: gdp@2026=5."
            ))  # fmt: skip
        if rows := offered(pack):
            with formatter.section(N_("Rows of the plan report, projected too as in tourism_revenue_later=12")):
                formatter.write_text(", ".join(rows))
        with formatter.section(N_("Exit codes")):
            formatter.write_dl(CODES)


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(version.text(language()))
        context.exit()


COMMANDS = {str(each.name): each for each in (project, solve, sweep, check, link)}


@click.group(
    cls=Program, commands=COMMANDS,
    help=N_("The simulator without a browser: the answers of its pages, for people and for scripts."),
)  # fmt: skip
@click.option(
    "--version", is_flag=True, expose_value=False, callback=_version,
    help=N_("say which program, data and model it is"),
)  # fmt: skip
@language_options
def program() -> None:
    """Holds the commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 when answered, 1 when the answer is no, 2 when nothing could be used."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that is not UTF-8 cannot write 亿元; a service has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with click.Context(click.Command(None)) as holder:  # of the language, whatever goes wrong
        try:
            with program.make_context(PROGRAM, list(sys.argv[1:] if arguments is None else arguments), holder) as made:
                code = int(program.invoke(made))
            if sys.stdout:
                sys.stdout.flush()
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
        except click.UsageError as error:
            complain([_problem(error)])
        except Refused as refusal:
            complain(refusal.problems)
        except KeyboardInterrupt:
            click.echo(say(INTERRUPT), err=True)
            return INTERRUPTED
        except OSError as error:
            return _unwritten(error)
        else:
            return code
        return UNUSABLE


def _unwritten(error: OSError) -> int:
    """The exit code where standard output takes no more; what is left goes nowhere, or closing it would fail again."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        if sys.stderr:  # it may be the one that nobody reads; what it still holds would fail when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        return BROKEN_PIPE
    complain([Problem.at(OUTPUT, NOT_PRINTED, got=error.strerror or error)])
    return UNUSABLE


def _problem(error: click.UsageError) -> Problem:
    """What click found wrong, as everything else says it."""
    context = error.ctx or click.get_current_context()
    match error:
        case click.NoSuchOption():
            options = [each for param in context.command.params for each in param.opts if each.startswith("--")]
            return unknown(N_("option"), error.option_name, options)
        case click.NoSuchCommand():
            return unknown(N_("command"), error.command_name, COMMANDS)
        case click.BadOptionUsage():
            return Problem.at(error.option_name, VALUE)
        case _:
            return Problem.at(context.command_path, TOO_MUCH)
