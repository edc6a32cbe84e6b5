"""What a reader needs before quoting a number, and where every number came from."""

import re
from collections.abc import Iterable, Mapping

from model.economics.phrases import extended_growth
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP, INDICATORS
from model.region.pack import Pack
from model.region.records import Figure
from model.region.unpublished import DERIVED, NOWHERE
from model.scenario.origins import Origin, origin
from views.state import State

UNPUBLISHED: Mapping[Origin, str] = {
    "set": N_("Set by hand, from no source: {names}."),
    "typed": N_("Given by the author of the scenario, not verified: {names}."),
    "derived": N_("Derived from later reports, no published figure for {base}: {names}."),
}
"""What is said of baselines that are no published figures."""
CARRIED = N_("Not published for {base}, carried forward at the plan's growth: {names}.")
"""The same of what is derived where the plan starts from outcomes."""
NUMERALS = "一二三四五六七八九十"
FIRST_LEVEL = re.compile(r"^[\d.]+(?= ?[÷×])")
"""The level at the head of the arithmetic by which another was derived."""
LINE, PARAGRAPH = re.compile(rf"([{NUMERALS}])(?:\(([{NUMERALS}])\))? L(\d+)"), re.compile(r"¶(\d+)")
"""A line of a plan report within its part and chapter; a paragraph."""
LACKING = N_("The data of this region hold no figures of these: {names}.")


def before_quoting(state: State) -> tuple[str, str, str]:
    """What to read before quoting a number, a line each: on the baselines, on prices, on what the numbers mean."""
    return _on_baselines(state), _on_prices(state), _on_meaning(state)


def _on_baselines(state: State) -> str:
    """Which levels that the scenario starts from are no published figures, and why."""
    w, scenario, pack = state.wording, state.scenario, state.pack
    found: dict[Origin, list[str]] = {kind: [] for kind in UNPUBLISHED}
    for each in pack.indicators:
        kind = origin(scenario.base(each.key), each.key, pack)
        if kind in found:
            found[kind].append(w(each.short))
    messages = {**UNPUBLISHED, "derived": CARRIED} if pack.rebased else UNPUBLISHED
    said = [w(messages[kind], names=w.listing(names)) for kind, names in found.items() if names]
    every = [] if said else [w(N_("All {base} levels are published figures."))]
    return w.flow((*every, *said, _on_range(state), _on_history(state)))


def _on_range(state: State) -> str:
    """Between which levels a derived GDP may lie; empty where that is not known."""
    w, scenario = state.wording, state.scenario
    level, (low, high) = scenario.base(GDP.key), scenario.plausible
    if origin(level, GDP.key, state.pack) != "derived" or not low <= level <= high or low == high:
        return ""
    said = N_("The derived GDP is {level}; plausible range {span} {unit}.")
    return w(said, level=w.level(level, GDP.unit), span=w.span(low, high, GDP.unit), unit=w.unit(GDP.unit))


def _on_history(state: State) -> str:
    """Which levels among those drawn as history were never printed."""
    w = state.wording
    years = [figure.year for figure in state.pack.shown_history(GDP.key) if figure.source == DERIVED]
    said = N_("Among the history, the GDP of {years} is derived; no published figure.")
    return w(said, years=w.years(years)) if years else ""


def _on_prices(state: State) -> str:
    w, pack = state.wording, state.pack
    said = [w(N_("GDP growth is real and the target is a level at current prices, so the price change matters."))]
    others = [indicator for indicator in pack.indicators if indicator is not GDP]
    nominal = [w(indicator.short) for indicator in others if indicator.growth_basis == "current"]
    if nominal:
        message = (
            N_("Nominal rates: {names}.") if len(nominal) < len(others) else N_("All others grow at nominal rates.")
        )
        said.append(w(message, names=w.listing(nominal)))
    if lacking := [w(indicator.short) for indicator in INDICATORS if indicator not in pack.indicators]:
        said.append(w(LACKING, names=w.listing(lacking)))
    return w.flow((*said, extended_growth(state.scenario, w)))


def _on_meaning(state: State) -> str:
    w, (wanted, year) = state.wording, state.scenario.target(GDP.key)
    goals = [goal for goal in state.pack.deadlines if goal.value == wanted]
    said = w(N_("These are consequences of the rates assumed, not a forecast."))
    if not goals or state.pack.county:  # what was announced is another level, or nothing
        return said
    readings = [w(N_("{year} ({name})"), year=g.year, name=w.either(g.name_zh, g.name_en)) for g in goals]
    message = N_(" The deadline can be read as {readings}.")
    if year not in {goal.year for goal in goals}:
        message = N_(" The deadline can be read as {readings}; here it is {year}.")
    return said + w(message, readings=w.listing(readings), year=year)


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
    return at(state, figure.source, locator(state, figure))


def locator(state: State, figure: Figure) -> str:
    """The place of a figure in its source; of a derived level the arithmetic, in the reader's unit: 41.15÷1.066."""
    if figure.source != DERIVED or figure.unit == "%":
        return figure.locator
    return FIRST_LEVEL.sub(lambda level: state.wording.exactly(float(level[0]), figure.unit), figure.locator)


def at(state: State, source: str, locator: str) -> str:
    """A source in a few words, and a place in it."""
    name, place = short(state, source), located(state, locator)
    message = N_("{name}, {locator}") if place == locator else N_("{name}, {place}")
    return state.wording(message, name=name, locator=place, place=place) if place else name


def located(state: State, locator: str) -> str:
    """A place in a source in words: `三(十) L161` is line 161 in part 3(10), `¶1` the first paragraph."""
    w = state.wording

    def line(found: re.Match[str]) -> str:
        part, chapter, number = found.groups()
        if state.language != "zh":
            part = str(NUMERALS.index(part) + 1)
            chapter = chapter and f"({NUMERALS.index(chapter) + 1})"
        else:
            chapter = chapter and f"（{chapter}）"
        return w(N_("part {part}{chapter}, line {line}"), part=part, chapter=chapter or "", line=number)

    def paragraph(found: re.Match[str]) -> str:
        return w(N_("paragraph {number}"), number=found[1])

    if locator == NOWHERE:
        return ""
    own = state.pack.own.region
    locator = w.either(locator, locator.replace(own.name_zh.partition("（")[0], own.name_en.partition(",")[0]))
    return w.listing([PARAGRAPH.sub(paragraph, LINE.sub(line, place)) for place in locator.split("; ")])
