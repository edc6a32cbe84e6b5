"""The chart of one series' growth by year, beside the reference's: its title, what its marks mean, and its rows."""

import pyarrow as pa

from model.language.words import N_
from model.scenario.differences import setting
from model.scenario.levers import RATES
from views import pictures
from views.state import State
from views.words import names


def title(now: State) -> str:
    """Whose growth by year is shown."""
    return now.wording(N_("{name}, % a year"), name=now.wording(RATES[now.view.series]))


def legend(now: State) -> str:
    """What the marks of the chart mean."""
    hint = N_("Blue: this scenario, filled where set by hand, a square where locked. Grey and dashed: {reference}.")
    return now.wording(hint, reference=names.name_of_reference(now))


def rows(now: State) -> pa.Table:
    """The rows of the chart."""
    series, pack, listed = now.view.series, now.pack, []
    for role, scenario in (("reference", now.reference), ("own", now.scenario)):
        for year in range(pack.first_year, now.scenario.last_year + 1):
            found = setting(scenario, series, year)
            listed.append((year, found.value * 100, role, found.mark if role == "own" else ""))
    made: pa.Table = pictures.growth_rows(listed)
    return made
