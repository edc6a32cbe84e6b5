"""`link`: makes a link."""

import dataclasses

import click

from model.answer import Answer
from model.cli.help import Command, language_options
from model.cli.output import as_json, json_text, note
from model.cli.scenario_options import scenario_options
from model.language.names import LONGEST_NAME, clean_name
from model.language.problem import Problem
from model.language.words import N_
from model.link.saved import LONG_NAME

EXAMPLES = (
    ("link --set gdp_later=8 --name 保底", N_("a link of the plan with another growth")),
    ('link "gdp=6.5,9,2026:5"', N_("a whole link from a part of one")),
)


@click.command(
    cls=Command, examples=EXAMPLES,
    help=N_("a link that a page opens, of the plan, a link, or levers of your own"),
)  # fmt: skip
@scenario_options
@click.option("--name", help=N_("what the scenario is called; an empty one takes its name away"))
@as_json
@language_options
def link(answer: Answer, name: str | None, as_json: bool) -> int:
    """0. The link stands alone on standard output, notes on standard error."""
    notes = list(answer.problems)
    if name is not None:
        if clean_name(name) != name.strip():
            cut = Problem.at("--name", LONG_NAME, got=name, allowed=LONGEST_NAME)
            notes.append(answer.wording.shown(cut))
        answer = dataclasses.replace(answer, work=answer.work.call(name))
    if as_json:
        click.echo(json_text({"link": answer.link, "problems": notes}), nl=False)
    else:
        click.echo(answer.link)
        click.echo("".join(f"{note(each, answer.language)}\n" for each in notes), nl=False, err=True)
    return 0
