"""The compare page: the plan, up to four kept scenarios and the one on the page, side by side."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from model.comparison import results
from model.differences import Difference, Setting, differences, setting
from model.indicators import BY_KEY, GDP
from model.levers import Lever
from model.scenario import Scenario
from model.uncertainty import uncertainty
from model.verdict import judge
from model.words import N_
from views import answer, frame, levers, palette, side_by_side, strip
from views.actions import DROP, MOVE, OPEN, PUT, REFER
from views.sections.places import Places
from views.sheet import UNIT, Button, Cell, Strong, amount, block, table, words
from views.state import State
from views.words import changes, notes, verdict
from views.words.needed import needed_later, when


def page() -> None:
    """Draws everything from the current state."""
    now = frame.begin("compare")
    if now is None:
        return
    places = Places(st.empty(), st.empty())

    def follow(after: State, _: Lever) -> None:
        _draw(after, places)

    with st.sidebar:
        levers.show(now, follow)
    notes.show(now)


def _draw(now: State, places: Places) -> None:
    w, listed = now.wording, side_by_side.shown(now)
    places.above.html(answer.complaints(now) + strip.html(now) + _cards(now, listed))
    with places.below.container():
        st.html(words(side_by_side.hint(now)))
        side_by_side.draw(now, listed)
        st.html(_inputs(now, listed) + _results(now, listed))
        if not now.work.kept:
            st.html(words(w(N_("Nothing is kept yet: move a lever, then “Keep this one”, up to four times."))))


def _cards(now: State, listed: Sequence[tuple[int, str, Scenario]]) -> str:
    cards = "".join(_card(now, *each) for each in listed)
    return f'<div class="cards">{cards}</div>'


def _card(now: State, place: int, name: str, scenario: Scenario) -> str:
    """One scenario: its name and mark, its verdict, and what can be done with it."""
    w, found = now.wording, judge(scenario, now.pack)
    colour = verdict.SIGNS[found.status][1]
    level, apart = side_by_side.against_target(now, scenario, found)
    chance = uncertainty(scenario, now.pack).chance_in(scenario.target_year)
    later = found.from_baseline.required_growth
    rate = needed_later(now, later)
    needed = "" if later is None else w(N_("needed {when}: {rate}"), when=when(now, scenario), rate=rate)
    lines = (
        w(N_("{year}: {level} {unit}"), year=scenario.target_year, level=level, unit=w.unit(GDP.unit)),
        apart,
        needed,
        w(N_("chance: {chance}"), chance=w.share(chance)),
    )
    said = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    here, referred = scenario == now.scenario, place == now.work.reference
    here_said = here and not (place == side_by_side.ON_PAGE and not scenario.name)  # else it is its name
    state_of = [w(N_("on the page"))] * here_said + [w(N_("reference"))] * referred
    buttons = "".join(button.html() for button in _buttons(now, place, here, referred))
    return (
        f'<section class="card" style="--role:{palette.COMPARED[place]}"><h3>{escape(name)}</h3>'
        f"<small>{escape(w.listing(state_of)) or '&nbsp;'}</small>"
        f'<p><b style="color:{colour}">{escape(verdict.said(found, now))}</b></p><ul>{said}</ul><p>{buttons}</p>'
        "</section>"
    )


def _buttons(now: State, place: int, here: bool, referred: bool) -> list[Button]:
    if place == side_by_side.ON_PAGE:
        return strip.keeping(now)
    w, last, own = now.wording, len(now.work.kept), now.work.name(place)
    found = []
    if not here:
        found.append(Button(f"{OPEN}:{own}", w(N_("Open")), w(N_("Put it on the page, to move its levers"))))
    if not referred:
        found.append(Button(f"{REFER}:{own}", w(N_("Make reference")), w(N_("Compare the others with it"))))
    if not place:
        return found
    found.append(strip.renaming(now, place))
    if now.work.at is None:
        found.append(Button(f"{PUT}:{own}", w(N_("Replace")), w(N_("Put the scenario on the page in its place"))))
    found += [Button(f"{MOVE}:<{own}", "←", w(N_("Move to the front")))] * (place > 1)
    found += [Button(f"{MOVE}:>{own}", "→", w(N_("Move to the back")))] * (place < last)
    return [*found, Button(f"{DROP}:{own}", w(N_("Delete")), w(N_("Undo brings it back")))]


def _inputs(now: State, listed: Sequence[tuple[int, str, Scenario]]) -> str:
    """The assumptions that differ, and only those; bold where they are not the reference's."""
    w = now.wording
    found: dict[str, Difference] = {}
    for _, _, scenario in listed:
        for each in differences(scenario, now.reference, now.pack):
            found.setdefault(each.key, each)
    title = w(N_("Assumptions that differ"))
    if not found:
        return block(title, words(w(N_("None: these scenarios share every assumption."))))
    order = {key: place for place, key in enumerate(changes.order(now, found.values()))}
    rows: list[list[Cell]] = []
    for key in sorted(found, key=order.__getitem__):
        row: list[Cell] = [changes.name(now, found[key])]
        for _, _, scenario in listed:
            own, other = (_setting(now, found[key], each) for each in (scenario, now.reference))
            text, lever = changes.value(now, found[key], own), found[key].lever
            row.append(amount(text, w.unit(lever.unit) if lever.kind == "level" else "", strong=own != other))
        rows.append(row)
    heads = [w(N_("Assumption")), *(name for _, name, _ in listed)]
    hint = w(N_("Bold: not as in {reference}."), reference=strip.reference_name(now))
    shown = table(heads, rows, "aligned", range(1, len(heads)), caption=title, units=w(UNIT))
    return block(title, words(hint), shown)


def _setting(now: State, difference: Difference, scenario: Scenario) -> Setting:
    if difference.year is None:
        return Setting(scenario[difference.lever.key])
    return setting(scenario, difference.lever.param, difference.year, now.pack)


DEADLINE = N_("{name} ({year})")
"""A scenario with its deadline."""


def _results(now: State, listed: Sequence[tuple[int, str, Scenario]]) -> str:
    """Levels and growth of every indicator in one year, and how far they lie from the reference's, a line each."""
    w, year = now.wording, now.scenario.target_year
    columns = [results(scenario, now.reference, year, now.pack) for _, _, scenario in listed]
    rows: list[list[Cell]] = []
    for line in zip(*columns, strict=True):
        indicator = BY_KEY[line[0].indicator]
        unit, digits, (goal, _) = indicator.unit, w.digits(indicator.unit), now.scenario.target(indicator.key)
        head = Strong(w(N_("{name}, {basis}"), name=w(indicator.name), basis=w.basis(unit)))
        rows += [
            [head, *(Strong(w.beside(found.level, goal, unit)) for found in line)],
            [w(N_("difference")), *(w.number(w.shifted(found.difference, unit), digits, sign=True) for found in line)],
            [w(N_("in per cent")), *(w.change(found.ratio) for found in line)],
            [w(N_("growth a year from {base}, nominal")), *(w.rate(found.growth) for found in line)],
            [w(N_("difference of growth")), *(_points(now, found.points) for found in line)],
        ]
    heads = [w(N_("End of {year}"), year=year), *(name for _, name, _ in listed)]
    said = w(N_("Differences are from {reference}."), reference=strip.reference_name(now))
    others = [w(DEADLINE, name=name, year=each.target_year) for _, name, each in listed if each.target_year != year]
    if others:
        warned = N_("Every number here is for the end of {year}, also of scenarios with another deadline: {others}.")
        said = w.flow((said, w(warned, year=year, others=w.listing(others))))
    title = w(N_("Results side by side: end of {year}, current prices"), year=year)
    numbers = range(1, len(heads))
    return block(title, words(said), table(heads, rows, "aligned results", numbers, caption=title, units=w(UNIT)))


def _points(now: State, difference: float) -> Cell:
    """A difference of rates; the words behind the number are its unit."""
    said = now.wording.points(difference)
    return amount(said, said.partition(" ")[2])
