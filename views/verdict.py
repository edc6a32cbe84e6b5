"""The verdict on the page: its status and its sentences, with the price basis."""

from html import escape

from model import verdict_sentences
from model.cautions import cautions
from model.indicators import DEFLATOR
from model.levers import PASS_TO_GDP, PASSES
from model.projection import project
from model.verdict import Status, Verdict, judge
from model.words import N_
from views import palette
from views.state import State

IN_BRACKETS = N_("({text})")
SIGNS: dict[Status, tuple[str, str]] = {
    "reached": ("●", palette.REACHED),
    "depends": ("◐", palette.DEPENDS),
    "not_reached": ("○", palette.NOT_REACHED),
}
"""The sign and the colour of each status."""
NO_PRICE_CHANGE = N_("current prices, no price change assumed")
PRICE_CHANGE = N_("current prices, prices changing by {rate} a year")


def html(state: State) -> str:
    """The verdict as a block of HTML; everything a visitor typed is escaped."""
    verdict = judge(state.scenario, state.pack)
    sign, colour = SIGNS[verdict.status]
    name = f"<strong>{escape(own_name(state))}</strong> — " if state.scenario.name else ""
    status = escape(verdict_sentences.status(verdict, state.wording))
    answer = f"<b>{sign} {status}</b> {escape(headline(state, verdict))}"
    prices = f"<small>{escape(state.wording(IN_BRACKETS, text=basis(state)))}</small>"
    return (
        f'<section class="verdict" role="status" style="--role:{colour}"><p class="answer">{name}{answer} {prices}</p>'
        f"<p>{escape(state.wording.flow(lines(state)))}</p></section>"
    )


def said(verdict: Verdict, state: State) -> str:
    """The sign and the word of the status."""
    return f"{SIGNS[verdict.status][0]} {verdict_sentences.status(verdict, state.wording)}"


def lines(state: State) -> list[str]:
    """What stands under the headline; an empty sentence where nothing is to say."""
    _, *further = verdict_sentences.sentences(state.scenario, state.pack, state.wording)
    return [*cautions(state.scenario, state.pack, state.wording), *further, _own(state), _linkage(state)]


def own_name(state: State) -> str:
    """What the scenario on the page is called: where it comes from a kept one and differs, so it is said."""
    name = state.scenario.name
    return state.wording(N_("{name} (changed)"), name=name) if state.work.origin else name


def headline(state: State, verdict: Verdict) -> str:
    """The one sentence: the level at the deadline and its distance from the target, in both readings."""
    return verdict_sentences.levels(verdict, state.wording)


def basis(state: State) -> str:
    """The price basis of the verdict."""
    w = state.wording
    prices = project(state.scenario, state.pack).rates[DEFLATOR][: state.scenario.target_year - state.pack.base_year]
    if not prices.any():
        return w(NO_PRICE_CHANGE)
    mean = float((1 + prices).prod() ** (1 / len(prices)) - 1)
    return w(PRICE_CHANGE, rate=w.rate(mean))


def _own(state: State) -> str:
    """Whose growth is meant where investment adds to it."""
    passed = state.scenario.passed_on(PASS_TO_GDP)
    return state.wording(N_("(GDP's own growth, before what investment passes on.)")) if passed else ""


def _linkage(state: State) -> str:
    """What is passed on between indicators, where anything is."""
    w, (to_gdp, to_income) = state.wording, (state.scenario.passed_on(key) for key in PASSES)
    if not to_gdp and not to_income:
        return ""
    return w(
        N_("Linkage is on: {gdp} from investment to GDP, {income} from GDP to income, in points per point."),
        gdp=w.number(to_gdp, 2), income=w.number(to_income, 2),
    )  # fmt: skip
