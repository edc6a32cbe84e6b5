"""How likely is it that GDP is at or above the target at the end of each year?"""

import functools

import altair as alt
import pyarrow as pa

from model.economics.uncertainty import SHARES, uncertainty
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from views.charts.look import COLOURS, Spec, Theme, scaled, table, tips, title, to_spec
from views.state import State

ALT = N_("Chance of the target by year")
TITLE = N_("Chance of being at or above the target at the end of each year")


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    base = alt.Chart().encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False)),
        y=alt.Y(
            "chance:Q", scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(
                title=None, domain=False, ticks=False, values=[0, 25, 50, 75, 100], labelExpr="datum.value + '%'"
            ),
        ),
    )  # fmt: skip
    colour = scaled(alt.Color, "role:N", {"year": "reference", "deadline": "scenario"}, c)
    said = tips(w, name=N_("End of"), said=N_("Chance"), half=N_("50 % band"), most=N_("80 % band"))
    bars = base.mark_bar(width=alt.RelativeBandSize(0.6)).encode(color=colour, tooltip=said)
    labels = base.mark_text(dy=-8, fontSize=12, fontWeight=600, color=c["text"], tooltip=None).encode(
        text=alt.Text("said:N")
    )
    head = title(w(TITLE), w(N_("Blue: the deadline")), c)
    return to_spec(alt.layer(bars, labels).properties(title=head, height=230), c, right=4)


def rows(state: State) -> pa.Table:
    """The rows of the chart, in per cent, from the year after the base year on."""
    w, found = state.wording, uncertainty(state.scenario)
    listed = [
        {
            "year": year, "name": str(year), "chance": chance * 100, "said": w.share(chance),
            "role": "deadline" if year == state.scenario.target_year else "year",
            **dict(zip(("half", "most"), (span(state, offset, share) for share in SHARES), strict=True)),
        }
        for offset, (year, chance) in enumerate(zip(found.years, found.chance.tolist(), strict=True))
    ]  # fmt: skip
    return table(listed[1:], year=0, name="", chance=0.0, said="", role="", half="", most="")


def span(state: State, offset: int, share: float) -> str:
    """The ends of a band after so many years."""
    low, high = uncertainty(state.scenario).bands[share]
    w = state.wording
    return w.between(*(w.bare(float(end[offset]), GDP.unit) for end in (low, high)))
