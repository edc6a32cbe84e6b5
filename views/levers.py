"""The sidebar: every lever as a slider and a number, and in words where its value lies."""

import streamlit as st

from model import presets
from model.indicators import DEFLATOR, GDP, INDICATORS
from model.levers import RATES, Lever, levers
from model.pack import FIVE_YEAR_PLAN, MUNICIPALITY_DEFLATOR, PLAN, Pack
from model.rates import percent, rate
from model.scenario import plan
from model.words import N_
from views import answer, state, typed
from views.wording import Wording

GDP_ONLY = ("gdp", "deflator", "gdp0", "target")
"""The link parameters whose levers move GDP alone."""
OTHERS = tuple(indicator.key for indicator in INDICATORS if indicator.key != GDP.key)


def show(now: state.State, places: answer.Places) -> None:
    """Draws every lever, and with it the answer."""
    w, known, key = now.wording, levers(now.pack), _preset_key(now)
    st.pills(
        w(N_("Start from")), presets.available(now.pack), format_func=lambda name: w(presets.NAMES[name]),
        default=now.preset, key=key, on_change=_take_preset, args=(key,),
    )  # fmt: skip
    derived = now.pack.baselines[GDP.key].source == "derived"
    _rates(now, GDP.key, places)
    _lever(now, known["target_level"], places, w(N_("Target")))
    _lever(now, known["target_year"], places)
    _lever(now, known["gdp_base"], places, w(N_("Baseline, derived and not printed") if derived else N_("Baseline")))
    # Closed groups are not drawn at all: every widget on the page costs time on every move.
    prices = st.expander(w(RATES[DEFLATOR]), on_change="rerun", key="group_prices")
    if prices.open:
        with prices:
            _rates(now, DEFLATOR, places)
    others = st.expander(w(N_("Investment, retail sales, income")), on_change="rerun", key="group_others")
    if others.open:
        with others:
            for series in OTHERS:
                _rates(now, series, places)
    more = st.expander(w(N_("More: other baselines, range, horizon, name")), on_change="rerun", key="group_more")
    if more.open:
        with more:
            for key in ("gdp_low", "gdp_high", *(f"{series}_base" for series in OTHERS), "horizon"):
                if key in known:
                    _number(now, known[key])
            _name(now)
    st.button(w(N_("Reset to the plan")), key="reset", on_click=_reset)


def _rates(now: state.State, series: str, places: answer.Places) -> None:
    _lever(now, levers(now.pack)[f"{series}_first"], places, now.wording(RATES[series]))
    _lever(now, levers(now.pack)[f"{series}_later"], places)


@st.fragment
def _lever(drawn: state.State, lever: Lever, places: answer.Places, heading: str = "") -> None:
    """A lever in words, as a number and as a slider, and what follows from it.

    Moving it runs only this, a quarter of the whole page. A place can be filled from here later only if it is filled
    from here in a run of the whole page too, so the first drawing is done by every lever, the last one winning.
    """
    now = state.current()
    _number(now, lever, heading)
    _slider(now, lever)
    same_years = now.scenario.last_year == drawn.scenario.last_year
    answer.draw(now, places, gdp_only=lever.param in GDP_ONLY and same_years)
    if now.preset != drawn.preset:
        st.rerun()  # another preset is recognised


def _number(now: state.State, lever: Lever, heading: str = "") -> None:
    w, key = now.wording, f"number_{lever.key}"
    value, turn = now.scenario[lever.key], now.turns(lever.key)
    shown, step = _format(value, lever, w) % _shown(value, lever, w), _shown(lever.step, lever, w)
    words = typed.Words(heading, _label(now, lever), _name_of(lever, w))
    typed.show(key, words, shown, step, turn, lambda: _take_typed(lever, key), now.query)


def _slider(now: state.State, lever: Lever) -> None:
    w, key = now.wording, state.slider_key(now, lever.key)
    low, high, step, value = (_shown(v, lever, w) for v in (*lever.span, lever.step, now.scenario[lever.key]))
    st.slider(
        _name_of(lever, w), low, high, min(max(value, low), high), step=step, format=_format(value, lever, w), key=key,
        on_change=_take_slider, args=(lever, key), label_visibility="collapsed",
    )  # fmt: skip


def _name(now: state.State) -> None:
    label, name = now.wording(N_("Name of this scenario")), now.scenario.name
    typed.show("name", typed.Words("", label, label), name, None, 0, lambda: _take_name("name"), now.query)


def _name_of(lever: Lever, w: Wording) -> str:
    unit = "%" if lever.kind == "rate" else w.unit(lever.unit) if lever.unit else ""
    name = " ".join(part for part in (w(lever.name), w(lever.when) if lever.when else "") if part)
    return f"{name} ({unit})" if unit else name


def _label(now: state.State, lever: Lever) -> str:
    w = now.wording
    if lever.kind == "rate":
        return f"{w(lever.when)} · {_where(now, lever)}"
    if lever.key == "gdp_base":
        low, _, high = now.scenario.baseline_range
        return w(
            N_("{name}, {unit} · range {range}"),
            name=w(lever.name), unit=w.unit(lever.unit), range=w.span(low, high, lever.unit),
        )  # fmt: skip
    if lever.key == "target_year":
        readings = [w.either(g.name_zh, g.name_en) for g in now.pack.deadlines if g.year == now.scenario.target_year]
        return " · ".join((w(lever.name), *readings))
    return _name_of(lever, w)


NO_CHANGE = N_("no price change")


def marks(pack: Pack, series: str, w: Wording) -> list[tuple[str, float]]:
    """The rates people know for that series, as (name, rate [fraction])."""
    if series == DEFLATOR:
        figures = [figure for figure in pack.growth if figure.indicator == MUNICIPALITY_DEFLATOR]
        if not figures:
            return [(w(NO_CHANGE), 0.0)]
        mean = round(sum(figure.value for figure in figures) / len(figures), 6)
        span = f"{figures[0].year}–{figures[-1].year}"
        return [(w(NO_CHANGE), 0.0), (w(N_("city average {span}"), span=span), rate(mean))]
    goals = [pack.goals[key] for key in (PLAN[series], FIVE_YEAR_PLAN) if pack.goals[key].indicator == series]
    published = [
        (N_("{base} outcome"), pack.published_growth(series, pack.base_year)),
        (N_("{first} outcome"), pack.published_growth(series, pack.first_year)),
    ]
    return [
        *((w.either(goal.name_zh, goal.name_en), rate(goal.value)) for goal in goals),
        *((w(message), rate(figure.value)) for message, figure in published if figure),
    ]


def _where(now: state.State, lever: Lever) -> str:
    """Where the value lies among the rates people know, in words."""
    w, value, series = now.wording, now.scenario[lever.key], lever.param
    known = marks(now.pack, series, w)
    same = [name for name, mark in known if mark == value]
    below = max((m for m in known if m[1] < value), key=lambda m: m[1], default=None)
    above = min((m for m in known if m[1] > value), key=lambda m: m[1], default=None)

    def said(mark: tuple[str, float]) -> str:
        return f"{mark[0]} {w.number(mark[1] * 100, 1)}"

    if same:
        return w(N_("as in the {mark}"), mark=same[0])
    if below and above:
        return w(N_("between {below} and {above}"), below=said(below), above=said(above))
    if below:
        return w(N_("above {mark}"), mark=said(below))
    return w(N_("below {mark}"), mark=said(above)) if above else ""


def _shown(value: float, lever: Lever, w: Wording) -> float | int:
    """The value as the widget has it: per cent, years, or the unit that is written."""
    if lever.kind == "rate":
        return float(percent(value))
    return int(value) if lever.kind == "year" else float(w.shifted(value, lever.unit))


def _format(value: float, lever: Lever, w: Wording) -> str:
    if lever.kind == "year":
        return "%d"
    usual = 1 if lever.kind == "rate" else max(0, w.digits(lever.unit))
    shown = _shown(value, lever, w)
    digits = next((d for d in range(usual, 5) if round(shown, d) == shown), 4)
    return f"%.{digits}f"


def _take_slider(lever: Lever, key: str) -> None:
    now = state.current()
    if key != state.slider_key(now, lever.key):
        return  # the echo of a slider that has been replaced meanwhile
    given = round(st.session_state[key], 9)
    if lever.kind == "rate":
        value = rate(given)
    else:
        value = float(given) if lever.kind == "year" else now.wording.unshifted(given, lever.unit)
    state.ask(lambda scenario: scenario.set(now.pack, **{lever.key: value}), slider=lever.key)


def _take_typed(lever: Lever, key: str) -> None:
    now = state.current()
    name, text = _name_of(lever, now.wording), typed.given(key)
    state.ask(
        lambda scenario: scenario.set(now.pack, **{lever.key: typed.read(text, lever, name, now.wording)}), lever.key
    )


def _preset_key(now: state.State) -> str:
    """Another widget whenever another preset is recognised, for the reason given at `state.widget_key`."""
    return f"preset_{now.preset}_{now.language}"


def _take_preset(key: str) -> None:
    now = state.current()
    if key != _preset_key(now):
        return
    preset, pack = st.session_state[key], now.pack
    if preset is not None:
        state.ask(lambda scenario: presets.apply(preset, scenario, pack))


def _take_name(key: str) -> None:
    name = typed.given(key)
    state.ask(lambda scenario: scenario.rename(name))


def _reset() -> None:
    pack = state.current().pack
    state.ask(lambda scenario: plan(pack).rename(scenario.name))
