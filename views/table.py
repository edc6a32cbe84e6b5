"""Year by year: levels and growth of every indicator, with what was set by hand marked."""

from html import escape

from model.indicators import DEFLATOR, GDP, INDICATORS
from model.projection import CONSTANT, Point, Projection
from model.scenario import Scenario
from model.words import N_
from views.state import State
from views.wording import Wording


def html(state: State, projection: Projection) -> str:
    """The table as HTML."""
    w, scenario = state.wording, state.scenario
    head = "".join(f'<th scope="col">{year}</th>' for year in projection.years)
    body = []
    for indicator in INDICATORS:
        growth = N_("real growth") if indicator is GDP else N_("nominal growth")
        title = f"{escape(w(indicator.name))} <small>{escape(w.basis(indicator.unit))}</small>"
        body.append(_levels(title, projection.points[indicator.key], w))
        if indicator is GDP:
            constant = w(N_("in {base} prices, {unit}"), unit=w.unit(indicator.unit))
            body.append(_levels(f"<small>{escape(constant)}</small>", projection.points[CONSTANT], w))
        body.append(_growth(w(growth), indicator.key, projection, scenario, w))
        if indicator is GDP:
            body.append(_growth(w(N_("price change")), DEFLATOR, projection, scenario, w))
    caption = w(N_("Year by year"))
    return (
        f'<div class="wide"><table class="years"><caption>{escape(caption)}</caption>'
        f"<thead><tr><th></th>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _levels(title: str, points: list[Point], w: Wording) -> str:
    cells = "".join(f"<td>{w.bare(point.level, point.unit)}</td>" for point in points)
    return f'<tr><th scope="row">{title}</th>{cells}</tr>'


def _growth(title: str, series: str, projection: Projection, scenario: Scenario, w: Wording) -> str:
    by_hand = scenario.rates_by_hand(series)
    cells, hint = ["<td></td>"], w(N_("set by hand"))
    for year, rate in zip(projection.years[1:], projection.rates[series], strict=True):
        mark = f' class="hand" title="{escape(hint)}"' if year in by_hand else ""
        cells.append(f"<td{mark}>{w.rate(float(rate))}</td>")
    return f'<tr class="growth"><th scope="row">{escape(title)}</th>{"".join(cells)}</tr>'
