"""`link`: makes a link, or says field by field what one holds."""

import argparse
import dataclasses
from urllib.parse import SplitResult, urlsplit

from model.answer import Answer
from model.command import beside, given, held, written
from model.command.parser import Command, Parser
from model.command.project import notes
from model.command.written import Forms
from model.language.names import LONGEST_NAME, clean_name
from model.language.problem import Problem, Refused
from model.language.words import N_
from model.link.kept import LONG_NAME
from model.link.query import ADDRESS

SAYS = N_("make a link, or read one: a link with nothing to change is read")
EXAMPLES = (
    ("link --set gdp_later=8 --name 保底", N_("make a link")),
    ("link --set gdp_later=8 --address http://localhost:8501/", N_("make one with the address of a page before it")),
    ("link --further tourism_revenue,tourist_visits:22:15", N_("make one with rows of the plan report drawn on")),
    ('link "gdp=6.5,9,2026:5"', N_("read a link: each lever, and what could not be used")),
    ('link "gdp=6.5,9,2026:5" --name bold', N_("make a whole link of one that is not")),
)
NO_ADDRESS = N_("is not the address of a page (got {got}); one such as http://localhost:8501/ is needed; correct it")


def declare(parser: Parser) -> None:
    """Adds its options."""
    w = parser.w
    given.declare(parser)
    beside.declare(parser)
    group = parser.add_argument_group(w(N_("to make a link")))
    group.add_argument(
        "--name", type=str, metavar="NAME", help=w(N_("what the scenario is called; an empty one takes its name away"))
    )
    group.add_argument("--address", metavar="URL", help=w(N_("the address of a page, to stand before the link")))
    written.declare(parser)


def run(options: argparse.Namespace) -> int:
    """0."""
    page = None if options.address is None else _page(options.address)
    answer = beside.added(given.answer_to(options), options)
    if options.name is not None and options.name.strip() != clean_name(options.name):
        given.say([Problem.at("--name", LONG_NAME, got=options.name, allowed=LONGEST_NAME)], answer)
    if answer.opened is None or options.set or options.further or options.name is not None or page is not None:
        written.show(_made(answer, options.name, page), notes(answer), options, aside=True)
    else:
        written.show(held.forms(answer), notes(answer), options)
    return 0


COMMAND = Command(SAYS, EXAMPLES, declare, run)


def _page(typed: str) -> SplitResult:
    """The address of a page. Raises `Refused` where it is none."""
    try:
        page = urlsplit(typed)
    except ValueError:  # brackets that do not close
        page = None
    if page is None or not ADDRESS.match(typed) or not page.hostname or not typed.isprintable() or " " in typed:
        raise Refused([Problem.at("--address", NO_ADDRESS, got=typed)])
    return page


def _made(answer: Answer, name: str | None, page: SplitResult | None) -> Forms:
    """The link of the scenario, under the name and behind the address that were chosen."""
    work = answer.work if name is None else answer.work.call(name)
    link = dataclasses.replace(answer, work=work).link
    if page is not None:
        link = page._replace(path=page.path or "/", query=link, fragment="").geturl()
    return Forms(
        table=lambda: [link],
        csv=lambda: [["link"], [link]],
        json=lambda: {"link": link, "problems": list(answer.problems)},
    )
