"""The sidebar: every lever as a slider and a number, and in words where its value lies."""

from collections.abc import Callable

import streamlit as st

from model import phrases, presets
from model.indicators import BY_KEY, DEFLATOR, GDP
from model.levers import PASS_TO_INCOME, RATES, Lever, levers
from model.origins import is_derived
from model.pack import Pack
from model.rates import rate
from model.solve import solvable
from model.words import N_
from views import actions, header, labels, region, session, trouble, typed
from views.state import State

PRESET = "preset"
Heading = Callable[[State], str]
"""What stands over a lever, where that depends on its value."""
Follow = Callable[[State, Lever], None]
"""Draws what follows from the state after that lever has moved, into places outside the lever's fragment.

Streamlit lets a fragment fill such a place only if it wrote to it when the whole page was drawn; so every lever draws
what follows then too, the last one winning, and always into the same places.
"""


def show(now: State, follow: Follow) -> None:
    """Draws the choice of the region and every lever, and with it what follows."""
    region.choose(now)
    w, known, key = now.wording, levers(now.pack), _preset_key(now)
    st.pills(
        w(N_("Start from")), presets.available(now.pack), format_func=lambda preset: w(presets.name(preset, now.pack)),
        default=now.preset, key=key, on_change=_take_preset, args=(key,),
    )  # fmt: skip
    _rates(now, GDP.key, follow)
    lever(now, known["target_level"], follow, w(N_("Target")))
    lever(now, known["target_year"], follow)
    lever(now, known["gdp_base"], follow, baseline_heading)
    # Closed groups are not drawn at all: every widget on the page costs time on every move.
    prices = st.expander(w(RATES[DEFLATOR]), on_change="rerun", key="group_prices")
    if prices.open:
        with prices:
            _rates(now, DEFLATOR, follow)
    if others(now.pack):
        _others(now, follow)
    baselines = [key for key in ("gdp_low", "gdp_high", *(f"{i}_base" for i in others(now.pack))) if key in known]
    title = N_("More: other baselines, range, horizon, name") if baselines else N_("More: horizon, name")
    more = st.expander(w(title), on_change="rerun", key="group_more")
    if more.open:
        with more:
            for key in (*baselines, "horizon"):
                _number(now, known[key])
            _name(now)


def baseline_heading(now: State) -> str:
    """What stands over GDP's baseline: whether it is derived, or printed or set by hand."""
    derived = is_derived(now.scenario["gdp_base"], GDP.key, now.pack)
    return now.wording(N_("Baseline, derived and not printed") if derived else N_("Baseline"))


def others(pack: Pack) -> tuple[str, ...]:
    """The region's indicators beside GDP."""
    return tuple(indicator.key for indicator in pack.indicators if indicator is not GDP)


def _others(now: State, follow: Follow) -> None:
    """The growth of the indicators beside GDP, in a group of its own."""
    w, listed = now.wording, others(now.pack)
    every = len(listed) == len(BY_KEY) - 1
    names = w.listing([w(BY_KEY[series].short) for series in listed])
    group = st.expander(
        w(N_("Investment, retail sales, income")) if every else names, on_change="rerun", key="group_others"
    )
    if group.open:
        with group:
            for series in listed:
                _rates(now, series, follow)


def _rates(now: State, series: str, follow: Follow) -> None:
    lever(now, levers(now.pack)[f"{series}_first"], follow, now.wording(RATES[series]))
    lever(now, levers(now.pack)[f"{series}_later"], follow)


@st.fragment
@trouble.told()
def lever(drawn: State, moved: Lever, follow: Follow, heading: str | Heading = "") -> None:
    """A lever in words, as a number and as a slider, and what follows from it: moving it runs only this."""
    now = session.current()
    _number(now, moved, heading if isinstance(heading, str) else heading(now))
    _slider(now, moved)
    follow(now, moved)
    beside = moved.param not in others(now.pack) and now.beside_gdp != drawn.beside_gdp
    beside = beside and not now.scenario.passed_on(PASS_TO_INCOME)
    if now.preset != drawn.preset or beside:
        st.rerun()  # another preset is recognised, or the small charts have to change too


@st.fragment
@trouble.told()
def number(moved: Lever, follow: Follow, heading: str = "") -> None:
    """A lever that is only typed, and what follows from it."""
    now = session.current()
    _number(now, moved, heading)
    follow(now, moved)


def _number(now: State, lever: Lever, heading: str = "") -> None:
    w, key = now.wording, f"number_{lever.key}"
    value, turn = now.scenario[lever.key], now.turns(lever.key)
    shown = labels.number_format(value, lever, w) % labels.shown(value, lever, w)
    step = labels.shown(lever.step, lever, w)
    words = typed.Words(heading, labels.line(now, lever), phrases.name(lever, w))
    if lever.key in solvable(now.pack) and lever.key not in phrases.TARGETS:
        title = w(N_("Solve for this: set {name} so that the target is met"), name=phrases.name(lever, w))
        words = words._replace(button=w(N_("solve")), action=f"{actions.SOLVE}:{lever.key}", title=title)
    wrong = next((problem for problem in now.complaints if problem.where == words.name), None)
    said = w.shown(wrong) if wrong else ""
    typed.show(key, words, shown, step, turn, lambda: _take_typed(lever, key), header.address(now), said)


def _slider(now: State, lever: Lever) -> None:
    w, key = now.wording, now.slider_key(lever.key)
    low, high, step, value = (labels.shown(v, lever, w) for v in (*lever.span, lever.step, now.scenario[lever.key]))
    st.slider(
        phrases.name(lever, w), low, high, min(max(value, low), high), step=step, key=key,
        format=labels.number_format(now.scenario[lever.key], lever, w),
        on_change=_take_slider, args=(lever, key), label_visibility="collapsed",
    )  # fmt: skip


def _name(now: State) -> None:
    label, name = now.wording(N_("Name of this scenario")), now.scenario.name
    typed.show(
        "name",
        typed.Words("", label, label),
        name,
        None,
        now.turns("name"),
        lambda: _take_name("name"),
        header.address(now),
    )


def _take_slider(lever: Lever, key: str) -> None:
    now = session.current()
    if key != now.slider_key(lever.key):
        return  # the echo of a slider that has been replaced meanwhile
    given = round(st.session_state[key], 9)
    if lever.kind == "rate":
        value = rate(given)
    else:
        value = float(given) if lever.kind == "year" else now.wording.unshifted(given, lever.unit)
    session.ask(lambda scenario: scenario.set(now.pack, **{lever.key: value}), slider=lever.key)


def _take_typed(lever: Lever, key: str) -> None:
    now = session.current()
    name, text = phrases.name(lever, now.wording), typed.given(key)
    session.ask(
        lambda scenario: scenario.set(now.pack, **{lever.key: typed.read(text, lever, name, now.wording)}), lever.key
    )


def _preset_key(now: State) -> str:
    """Another widget whenever another preset is recognised, for the reason given at `State.slider_key`."""
    return f"{PRESET}_{now.preset}_{now.turns(PRESET)}_{now.language}"


def _take_preset(key: str) -> None:
    now = session.current()
    if key != _preset_key(now):
        return
    preset = st.session_state[key] or now.preset  # None: the one that was chosen already has been clicked again
    session.ask(lambda scenario: presets.apply(preset, scenario, now.pack) if preset else scenario, PRESET)


def _take_name(key: str) -> None:
    name = typed.given(key)
    session.arrange(lambda work: work.call(name), "name")
