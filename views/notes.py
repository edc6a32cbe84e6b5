"""What a reader needs before quoting a number, and where every number came from."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from model.county_text import is_own
from model.indicators import GDP, INDICATORS, OBSERVED
from model.pack import Pack
from model.records import Figure
from model.replan import DERIVED, NOWHERE, TYPED
from model.wording import Wording
from model.words import N_
from views.actions import PAGE
from views.sheet import Button
from views.state import State

LACKING = N_("The data of this region hold no figures of these: {names}.")


def show(state: State) -> None:
    """The foot of every page."""
    st.html(read_before_quoting(state) + sources(state))


def read_before_quoting(state: State) -> str:
    """Three lines, visible without a click."""
    items = "".join(f"<li>{escape(line)}</li>" for line in before_quoting(state))
    title = escape(state.wording(N_("Read before quoting")))
    return f'<section class="notes"><h3>{title}</h3><ol>{items}</ol></section>'


def before_quoting(state: State) -> tuple[str, str, str]:
    """What to read before quoting a number, a line each: on the baselines, on prices, on what the numbers mean."""
    return _on_baselines(state), _on_prices(state), _on_meaning(state)


def _on_baselines(state: State) -> str:
    w, baselines = state.wording, state.pack.baselines
    if state.pack.replanned or is_own(state.pack.key):
        return _on_outcomes(state)
    derived = [indicator for indicator in state.pack.indicators if baselines[indicator.key].source == "derived"]
    if not derived:
        return w(N_("All {base} levels are published figures."))
    names = w.listing([w(indicator.short) for indicator in derived])
    said = w(N_("Derived from later reports, not printed for {base}: {names}."), names=names)
    gdp = baselines[GDP.key]
    if gdp not in [baselines[indicator.key] for indicator in derived] or gdp.low is None or gdp.high is None:
        return said
    level, span = w.level(gdp.value, gdp.unit), w.span(gdp.low, gdp.high, gdp.unit)
    return said + w(N_(" The derived GDP is {level}; anything in {span} is plausible."), level=level, span=span)


def _on_outcomes(state: State) -> str:
    """Which levels of a later base year are no published outcomes."""
    w = state.wording
    kinds = {
        TYPED: N_("Given by whoever made this scenario, not verified: {names}."),
        DERIVED: N_("Not published for {base}, carried forward at the plan's growth: {names}."),
    }
    found = {kind: [base for base in state.pack.baselines.values() if base.source == kind] for kind in kinds}
    said = [
        w(message, names=w.listing([w(OBSERVED[base.indicator].short) for base in found[kind]]))
        for kind, message in kinds.items()
        if found[kind]
    ]
    return w.flow(said) if said else w(N_("All {base} levels are published figures."))


def _on_prices(state: State) -> str:
    w, pack = state.wording, state.pack
    said = [w(N_("GDP growth is real and the target is a level at current prices, so the price change matters."))]
    if lacking := [w(indicator.short) for indicator in INDICATORS if indicator not in pack.indicators]:
        others = [w(indicator.short) for indicator in pack.indicators if indicator is not GDP]
        said.append(w(N_("Nominal rates: {names}."), names=w.listing(others)) if others else "")
        said.append(w(LACKING, names=w.listing(lacking)))
    else:
        said.append(w(N_("Investment, retail sales and income grow at nominal rates.")))
    return w.flow(said)


def _on_meaning(state: State) -> str:
    w, (wanted, year) = state.wording, state.scenario.target(GDP.key)
    goals = [goal for goal in state.pack.deadlines if goal.value == wanted]
    said = w(N_("These are consequences of the rates assumed, not a forecast."))
    if not goals or is_own(state.pack.key):  # what was announced is another level, or nothing
        return said
    readings = [w(N_("{year} ({name})"), year=g.year, name=w.either(g.name_zh, g.name_en)) for g in goals]
    message = N_(" The deadline has been read as {readings}.")
    if year not in {goal.year for goal in goals}:
        message = N_(" The deadline has been read as {readings}; here it is {year}.")
    return said + w(message, readings=w.listing(readings), year=year)


def sources(state: State) -> str:
    """The sources line."""
    w = state.wording
    line, title = w.listing([_linked(state.pack, key, w) for key in state.pack.sources]), escape(w(N_("Sources")))
    every = Button(f"{PAGE}:method", w(N_("Every figure with its source, and the method")))
    return f'<section class="sources"><p><b>{title}</b> {line}</p><p>{every.html()}</p></section>'


def cited(state: State, keys: Iterable[str]) -> str:
    """These sources in a row, without what is only derived from the others."""
    w = state.wording
    return w.listing([cite(state.pack, key, w) for key in keys if key != "derived"])


def cite(pack: Pack, key: str, w: Wording) -> str:
    """A source with who published it, and when; what was never published by its title alone."""
    source = pack.sources[key]
    title, publisher = w.either(source.title_zh, source.title_en), w.either(source.publisher_zh, source.publisher_en)
    if source.published == NOWHERE:
        return title
    return w(N_("{title} ({publisher}, {published})"), title=title, publisher=publisher, published=source.published)


def _linked(pack: Pack, key: str, w: Wording) -> str:
    text, url = escape(cite(pack, key, w)), pack.sources[key].url
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{text}</a>' if url else text


def title(state: State, key: str) -> str:
    """The title of a source."""
    source = state.pack.sources[key]
    return state.wording.either(source.title_zh, source.title_en)


def short(state: State, key: str) -> str:
    """A source in a few words."""
    source = state.pack.sources[key]
    return state.wording.either(source.short_zh, source.short_en) or title(state, key)


def placed(state: State, figure: Figure) -> str:
    """The source of a figure in a few words, and the place in it, where it has one."""
    source = short(state, figure.source)
    if figure.locator == NOWHERE:
        return source
    return state.wording(N_("{name}, {locator}"), name=source, locator=figure.locator)


def source_name(state: State, figure: Figure) -> str:
    """The title of the source of a figure."""
    return title(state, figure.source)
