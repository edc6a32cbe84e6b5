"""What the program says of itself: its commands, the levers with their keys, exit codes."""

from collections.abc import Mapping

from model.command.parser import PROGRAM, Command, exit_codes, heading
from model.command.text import COLUMNS, listing, wrap
from model.economics.phrases import title
from model.language.data_units import DataUnits
from model.language.wording import Wording
from model.language.words import N_
from model.progress import further
from model.region.loader import packs
from model.region.pack import Pack
from model.scenario.levers import levers

SAYS = N_("The simulator without a browser: the answers of its pages, for people and for scripts.")
UNITS = N_(
    "Growth is typed in per cent, a level in the unit of the data (1 亿元 is 100 million yuan), a deadline as a year."
)
ROWS = N_(
    "rows that --further draws on, of the plan report of {region}, and their growth by the plan; * where it has no "
    "target: that of {base}"
)
YEARS = N_("Any year of a growth rate can be set by hand: gdp@2026=5.")


def text(commands: Mapping[str, Command], language: str) -> str:
    """The program's help; the levers are those of the first region. Raises `Refused` where its data has faults."""
    pack = next(iter(packs().values()))
    w = DataUnits(language, pack.base_year)
    known = [(each.key, title(each, w), f"{each.written(each.low)} – {each.written(each.high)}", _unit(each.unit, w))
             for each in levers(pack).values()]  # fmt: skip
    return "\n".join(
        (
            f"{w(N_('usage: '))}{PROGRAM} {w(N_('COMMAND'))} …",
            "",
            *wrap(w(SAYS), COLUMNS),
            "",
            heading(w(N_("commands")), w),
            *listing([(name, w(command.says)) for name, command in commands.items()]),
            "",
            heading(w(N_("keys of the levers, and what they allow")), w),
            *listing(known, (2,)),
            *wrap(w.flow([w(UNITS), w(YEARS)]), COLUMNS),
            "",
            *_rows(pack, w),
            *exit_codes(w),
            "",
            w(N_("{program} COMMAND --help teaches a command by examples."), program=PROGRAM),
            w(N_("{program} --version says which program, data and model it is."), program=PROGRAM),
        )
    )


def _rows(pack: Pack, w: Wording) -> list[str]:
    """The rows of the plan report that can be drawn on, under a heading; nothing where the region has none."""
    rows = [
        (key, w.either((row := pack.own.statements[key]).name_zh, row.name_en), _rate(each, pack, w))
        for key, each in further.offered(pack).items()
    ]
    if not rows:
        return []
    head = heading(w(ROWS, region=w.either(pack.region.name_zh, pack.region.name_en)), w)
    return [*wrap(head, COLUMNS), *listing(rows, (2,)), ""]


def _rate(each: further.Further, pack: Pack, w: Wording) -> str:
    """The growth at which a row is drawn on, with a star where that is not its plan's."""
    return w.rate(each.first, 1) + (" *" if further.repeated(each.key, pack) else "")


def _unit(unit: str, w: Wording) -> str:
    return "%" if unit == "%" else w.unit(unit)
