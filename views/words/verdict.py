"""The verdict on the page: its status and its sentences, with the price basis."""

from typing import Literal

from model.economics import verdict_sentences
from model.economics.cautions import on_county
from model.economics.projection import project
from model.economics.verdict import Status, Verdict, judge
from model.language.words import N_
from model.region.indicators import DEFLATOR
from views.state import State

Hue = Literal["green", "orange", "red"]
HUES: dict[Status, Hue] = {"reached": "green", "depends": "orange", "not_reached": "red"}
"""The text colour of the theme that goes with a status."""
SIGNS: dict[Status, str] = {"reached": "●", "depends": "◐", "not_reached": "○"}
"""The sign of each status."""
NO_PRICE_CHANGE = N_("current prices, no price change assumed")
PRICE_CHANGE = N_("current prices, prices changing by {rate} a year")


def said(verdict: Verdict, state: State) -> str:
    """The sign and the word of the status."""
    return f"{SIGNS[verdict.status]} {verdict_sentences.status(verdict, state.wording)}"


def announced(state: State) -> str:
    """The verdict as a screen reader says it."""
    found, w = judge(state.scenario), state.wording
    sentence = verdict_sentences.headline(found, state.scenario, w)
    return w.flow((f"{verdict_sentences.status(found, w)} {sentence}", on_county(state.pack, w)))


def basis(state: State) -> str:
    """The price basis of the verdict."""
    w = state.wording
    prices = project(state.scenario).rates[DEFLATOR][: state.scenario.target_year - state.pack.base_year]
    if not prices.any():
        return w(NO_PRICE_CHANGE)
    mean = float((1 + prices).prod() ** (1 / len(prices)) - 1)
    return w(PRICE_CHANGE, rate=w.rate(mean))
