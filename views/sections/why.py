"""Why the scenario ends elsewhere than the reference: its exact decomposition."""

import pyarrow as pa
import streamlit as st

from model import phrases
from model.decompose import BY_HAND, Decomposition, decompose
from model.indicators import GDP
from model.levers import RATES, levers
from model.words import N_
from views import pictures
from views.levers import Follow
from views.sections.places import Places
from views.sheet import CAPTION, Cell, block, table, words
from views.state import State
from views.words import names
from views.words.source_register import BASES

PARTS = N_(
    "Each lever's part is exact and the parts add up to the whole difference; figures are rounded, so"
    " that they may miss it in the last digit. The bars of the two levels are cut off below."
)


def controls(now: State, follow: Follow) -> None:
    """Nothing: the decomposition follows from the levers beside the page."""


def draw(now: State, places: Places, drawer: str) -> None:
    """The waterfall and its table, or one sentence where there is nothing to explain."""
    w = now.wording
    found = decompose(now.scenario, now.reference, now.pack)
    with places.below.container():
        if not found.shares:
            st.html(
                block(
                    title(now, found),
                    words(
                        w(
                            N_(
                                "As far as GDP goes this scenario is {reference}: the difference is exactly zero. "
                                "Move a lever or choose a preset."
                            ),
                            reference=names.name_of_reference(now),
                        )
                    ),
                )
            )
            return
        st.html(block(title(now, found), words(w(PARTS))))
        made = pictures.specs()[pictures.WATERFALL]
        st.vega_lite_chart(steps(now, found), made, alt=w(N_("What each lever adds; see the table")))
        st.html(_table(now, found))


def title(now: State, found: Decomposition) -> str:
    """From which level to which."""
    w = now.wording
    return w(
        N_("From {reference} to this scenario: GDP at the end of {year}, {unit}"),
        reference=names.name_of_reference(now), year=found.year, unit=w.unit(GDP.unit),
    )  # fmt: skip


def steps(now: State, found: Decomposition) -> pa.Table:
    """The rows of the waterfall."""
    w = now.wording

    def end(name: str, level: float) -> tuple[str, float, str]:
        return name, float(w.shifted(level, GDP.unit)), w.bare(level, GDP.unit)

    changes = [
        (_name(now, lever), float(w.shifted(amount, GDP.unit)), _signed(now, amount))
        for lever, amount in found.by_lever.items()
    ]
    return pictures.waterfall_rows(
        end(names.name_of_reference(now), found.reference), changes, end(w(N_("this scenario")), found.level)
    )


def _table(now: State, found: Decomposition) -> str:
    w = now.wording
    years = sorted({share.year for share in found.shares})
    rows: list[list[Cell]] = []
    for lever, amount in found.by_lever.items():
        cells = [sum(s.amount for s in found.shares if (s.lever, s.year) == (lever, year)) for year in years]
        rows.append([_name(now, lever), *(_signed(now, cell) if cell else "" for cell in cells), _signed(now, amount)])
    sums = [sum(share.amount for share in found.shares if share.year == year) for year in years]
    rows.append(
        [w(N_("together")), *(_signed(now, each) for each in sums), _signed(now, found.level - found.reference)]
    )
    heads, basis = [w(N_("Lever")), *map(str, years), w(N_("together"))], w(BASES["current"])
    said = w(CAPTION, title=title(now, found), basis=basis)
    return table(heads, rows, "", range(1, len(years) + 2), caption=said)


def _name(now: State, lever: str) -> str:
    """The lever's name without its unit."""
    w, (series, _, slot) = now.wording, lever.partition("_")
    if slot == BY_HAND:
        return w(phrases.OTHER, name=w(RATES[series]), when=w(N_("set by hand")))
    return phrases.title(levers(now.pack)[lever], w)


def _signed(now: State, amount: float) -> str:
    w = now.wording
    return w.number(w.shifted(amount, GDP.unit), w.digits(GDP.unit), sign=True)
