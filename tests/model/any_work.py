"""Works of every kind: locks, up to four kept scenarios under names that are hard to write down, rows, any view."""

from dataclasses import replace

from any_scenario import NAMES, PACK, scenarios
from hypothesis import strategies as st

from model.economics.sensitivity import ON_GDP
from model.progress.report_rows import MOST, offered
from model.scenario.levers import series_of
from model.scenario.scenario import Scenario, build
from model.work.view import SECTIONS, View
from model.work.work import MOST_KEPT, Work

VIEWS = st.builds(
    View,
    st.sampled_from(SECTIONS),
    st.sampled_from(ON_GDP[:2]),
    st.sampled_from(ON_GDP[2:]),
    st.sampled_from(series_of(PACK)),
)

ROWS = st.lists(st.sampled_from(offered(PACK)), max_size=MOST, unique=True).map(tuple)
"""Any rows of the plan report that can be indicators together."""

HARD_NAMES = (
    *NAMES,
    "a~b",
    "~name=x~gdp=9,9",
    "name=",
    "shown=1,reached",
    "a=b&c=d;e",
    "=1+1",
    "+5 %",
    "@x",
    "[ x ]",
    "</script>",
    "保底：不低于5%",
    "👨‍👩‍👧‍👦 all",
    '"\\u0041" \\',
    "k2",
)


@st.composite
def locked(draw: st.DrawFn) -> Scenario:
    """Any scenario, with any of its years by hand locked."""
    scenario = draw(scenarios())
    years = [override[:2] for override in scenario.overrides]
    locks = draw(st.sets(st.sampled_from(years))) if years else ()
    return build(PACK, dict(scenario.values), scenario.overrides, scenario.name, locks, scenario.note)


@st.composite
def neighbours(draw: st.DrawFn, scenario: Scenario) -> Scenario:
    """Any scenario, or one that shares most with the scenario beside it, as scenarios that somebody kept do."""
    other = draw(locked())
    if draw(st.booleans()):
        return other
    few = draw(st.sets(st.sampled_from([key for key, _ in scenario.values]), max_size=3))
    by_hand, locks = draw(st.sampled_from([(scenario.overrides, scenario.locks), (other.overrides, other.locks)]))
    return build(PACK, {**dict(scenario.values), **{key: other[key] for key in few}}, by_hand, "", locks)


@st.composite
def _works(draw: st.DrawFn) -> Work:
    work = Work(draw(locked()), view=draw(VIEWS))
    for _ in range(draw(st.integers(0, MOST_KEPT))):
        name = draw(st.sampled_from(HARD_NAMES) | st.text(max_size=50))
        work = work.add(draw(neighbours(work.scenario)).rename(name))
    scenario = draw(st.sampled_from((work.scenario, *work.kept)))
    work = replace(work, scenario=scenario, reference=draw(st.integers(0, len(work.kept))))
    return work.projecting(draw(ROWS))


ANY_WORK = _works()


def works() -> st.SearchStrategy[Work]:
    """Any work there can be: any scenario on the page, locked years, none to four kept beside it, any reference."""
    return ANY_WORK
