"""What does each lever by itself do to GDP at the deadline? Bars from nothing, and what the target lacks as a line."""

import functools
from typing import Any

import altair as alt
import pyarrow as pa

from model.economics import phrases, verdict_sentences
from model.economics.sensitivity import Swing, tornado
from model.economics.verdict import judge
from model.language.wording import Wording
from model.language.words import N_
from model.region.indicators import GDP
from views.charts.look import COLOURS, Spec, Theme, names_axis, on_lines, scaled, table, tips, title, to_spec
from views.state import State
from views.words.levers import short_name

ALT = N_("Effect of each lever on GDP at the deadline")
TITLE = N_("Each lever alone: rates one point down and up, baseline from low to high")
FAR = 4
"""What is lacking is not drawn beside the longest bar where it is so many times as much."""
SIDES = {"down": "reference", "up": "scenario"}
"""Colours by the side to which the lever is moved."""


@functools.cache
def definition(language: str, theme: Theme) -> Spec:
    """The chart as Streamlit takes it."""
    w, c = Wording(language, 0), COLOURS[theme]
    axis = alt.Axis(
        title=None, domain=False, ticks=False, tickCount=5, labelExpr="datum.value ? format(datum.value, '+,~f') : '0'"
    )
    base = alt.Chart()
    swings = base.transform_filter("datum.side !== ''").encode(
        x=alt.X("effect:Q", axis=axis, scale=alt.Scale(padding=48)),
        y=alt.Y("name:N", sort=None, axis=names_axis(c)),
        color=scaled(alt.Color, "side:N", SIDES, c),
    )
    said = tips(
        w, name=N_("Lever"), moved=N_("moved to"), said=N_("effect on GDP"), level=N_("GDP"), gap=N_("against target")
    )
    bars = swings.mark_bar(height=alt.RelativeBandSize(0.6)).encode(tooltip=said)
    halo, labels = (
        swings.mark_text(
            fontSize=12, tooltip=None, align=alt.ExprRef("datum.effect < 0 ? 'right' : 'left'"),
            dx=alt.ExprRef("datum.effect < 0 ? -5 : 5"), **more,
        ).encode(text=alt.Text("text:N"))
        for more in ({"stroke": c["page"], "strokeWidth": 5}, dict[str, Any]())  # the line ends where a label stands
    )  # fmt: skip
    lacking = base.transform_filter("datum.side === ''").encode(x=alt.X("effect:Q"))
    line = lacking.mark_rule(color=c["target"], strokeDash=[6, 4], strokeWidth=1.5, tooltip=None)
    text = lacking.mark_text(color=c["target"], fontSize=12, align="left", dx=4, dy=-8, tooltip=None).encode(
        text=alt.Text("said:N"), y=alt.value(0)
    )
    head = title(
        w(TITLE),
        w(N_("Effect on GDP at the deadline, {unit}; grey: moved down; blue: moved up"), unit=w.unit(GDP.unit)),
        c,
    )
    return to_spec(alt.layer(bars, line, halo, labels, text).properties(title=head, height=alt.Step(38)), c, right=8)


def rows(state: State) -> pa.Table:
    """The rows of the chart, in the unit that is written."""
    w, verdict, swings = state.wording, judge(state.scenario), tornado(state.scenario)
    found: list[dict[str, Any]] = []
    for swing in swings:
        for side, (moved, effect, level, gap) in zip(SIDES, sides(state, swing), strict=True):
            end = swing.level_low if side == "down" else swing.level_high
            found.append({
                "name": on_lines(short_name(state, swing.lever)), "side": side, "moved": moved, "said": effect,
                "text": effect if effect.strip("+−0.,") else "", "level": level, "gap": gap,
                "effect": float(w.shifted(end - verdict.level, GDP.unit)),
            })  # fmt: skip
    if not verdict.reached and not beyond_reach(state):
        gap = w.against(verdict.level, state.scenario["target_level"], GDP.unit)[1]
        lacking = float(w.shifted(-verdict.from_baseline.gap, GDP.unit))
        found.append({"side": "", "effect": lacking, "said": w(N_("lacking {gap}"), gap=gap)})
    return table(found, name="", side="", effect=0.0, said="", text="", moved="", level="", gap="")


def sides(state: State, swing: Swing) -> list[tuple[str, str, str, str]]:
    """What the lever is moved to, the effect on GDP, the level, and its distance from the target: down, then up."""
    w, here, goal = state.wording, judge(state.scenario).level, state.scenario["target_level"]
    found = []
    for moved, level in ((swing.low, swing.level_low), (swing.high, swing.level_high)):
        effect = w.number(w.shifted(level - here, GDP.unit), w.digits(GDP.unit), sign=True)
        said, apart = verdict_sentences.against_target(level, goal, w)
        found.append((phrases.value(moved, swing.lever, w), effect, said, apart))
    return found


def beyond_reach(state: State) -> bool:
    """Whether so much is lacking that beside it the bars could not be told apart."""
    verdict = judge(state.scenario)
    ends = [end for swing in tornado(state.scenario) for end in (swing.level_low, swing.level_high)]
    return -verdict.from_baseline.gap > FAR * max((abs(end - verdict.level) for end in ends), default=0.0)
