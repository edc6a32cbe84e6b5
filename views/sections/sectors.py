"""GDP growth built from the three sectors: contributions in points and in per cent, and whether they add up."""

import streamlit as st

from model.indicators import SECTORS
from model.levers import SLOTS, levers
from model.sectors import Sum, shares, sums
from model.words import N_
from views.actions import CLOSE, TO_GDP, TO_SECTORS
from views.levers import Follow, lever
from views.sections.places import Places
from views.sheet import CAPTION, Button, Cell, block, table, words
from views.state import State
from views.words import notes


def controls(now: State, follow: Follow) -> None:
    """Real growth of each sector."""
    if now.pack.sectors:
        for place, sector in zip(st.columns(3), SECTORS, strict=True):
            with place:
                for part, (slot, _) in enumerate(SLOTS):
                    known = levers(now.pack)[f"{sector.key}_{slot}"]
                    lever(now, known, follow, "" if part else now.wording(sector.name))


def draw(now: State, places: Places, drawer: str) -> None:
    """The sum for the plan year and for later years, each with what closes it."""
    w, found = now.wording, sums(now.scenario, now.pack)
    if not found:
        places.above.html(block(w(N_("Sectors")), words(w(N_("The data of this region hold no sectors.")))))
        return
    figure = now.pack.sectors[0]
    said = w(
        N_(
            "Shares are those of {year}, the last published ({source}), at current prices; they are held. A "
            "sector's points are its share times its growth. This view moves no path until you close it on "
            "GDP."
        ),
        year=figure.year,
        source=notes.source_name(now, figure),
    )
    places.above.html(block(w(TITLE), words(said)))
    note = w(
        N_(
            "Figures are rounded, so that parts may miss their sum in the last digit. Years of GDP growth set "
            "by hand are not compared."
        )
    )
    places.below.html("".join(_sum(now, each) for each in found) + words(note))


TITLE = N_("Real GDP growth by sector")


def _sum(now: State, each: Sum) -> str:
    w = now.wording
    when = w(dict(SLOTS)[each.slot])
    rows: list[list[Cell]] = []
    contributions = each.contribution or (None,) * len(SECTORS)
    for sector, share, rate, points, part in zip(
        SECTORS, shares(now.pack), each.growth, each.points, contributions, strict=True
    ):
        contribution = "–" if part is None else w.number(part * 100, 1) + w.percent_sign
        rows.append([w(sector.name), w.rate(share, 1), w.rate(rate), w.number(points * 100, 2), contribution])
    whole = "–" if each.contribution is None else w.number(100, 1) + w.percent_sign
    rows.append([w(N_("together")), w.rate(1.0, 1), w.rate(each.total), w.number(each.total * 100, 2), whole])
    heads = [
        w(N_("Growth {when}"), when=when),
        *map(w, (N_("share"), N_("growth a year"), N_("contribution, points"), N_("contribution, %"))),
    ]
    shown = table(heads, rows, "", (1, 2, 3, 4), caption=w(CAPTION, title=w(TITLE), basis=when))
    return shown + words(_said(now, each, when)) + _closing(now, each)


def _said(now: State, each: Sum, when: str) -> str:
    w = now.wording
    if each.closes:
        return w(N_("It adds up to the GDP lever, {gdp} ({when})."), gdp=w.rate(each.gdp), when=when)
    message = (
        N_("The sectors add up to {points} more than the GDP lever, {gdp} ({when}).")
        if each.open > 0
        else N_("The sectors add up to {points} less than the GDP lever, {gdp} ({when}).")
    )
    points = w(N_("{number} points"), number=w.number(abs(each.open) * 100, max(2, _digits(each.open))))
    return w(message, points=points, gdp=w.rate(each.gdp), when=when)


def _digits(difference: float) -> int:
    """Decimals with which a difference [fraction] is not written as zero points."""
    return next((digits for digits in range(2, 8) if round(abs(difference) * 100, digits)), 8)


def _closing(now: State, each: Sum) -> str:
    """The two ways of making a sum that does not close add up."""
    if each.closes:
        return ""
    w, when = now.wording, now.wording(dict(SLOTS)[each.slot])
    to_gdp = w(N_("Set GDP growth ({when}) to what the sectors add up to"), when=when)
    to_sectors = w(N_("Move the three sectors ({when}) alike until they add up to GDP"), when=when)
    ways = ((TO_GDP, to_gdp), (TO_SECTORS, to_sectors))
    return f'<p class="buttons">{" ".join(Button(f"{CLOSE}:{way}:{each.slot}", said).html() for way, said in ways)}</p>'
