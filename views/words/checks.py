"""Checks against experience, in words: what each is called, its values, and a sentence with its numbers."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_HALF_EVEN

from model.economics.needed import required_growth
from model.economics.remarks import Remark, remarks
from model.language.words import N_
from model.region.indicators import GDP
from model.region.unpublished import DERIVED
from views.state import State

SENTENCES = {
    "own_past": N_(
        "{growth} a year nominal ({kind} in {years}) was reached in {above} of the {count} years "
        "{from}–{to}: best {best} ({best_year}), median {median}, worst {worst} ({worst_year}); best five"
        " years running {stretch} ({stretch_from}–{stretch_to})."
    ),
    "latest": N_(
        "{growth} a year in real terms ({kind} in {years}); published growth was {earlier} in {year} "
        "and {latest} in {latest_year}."
    ),
    "city": N_(
        "{growth} a year in real terms ({kind} in {years}); the municipality averaged {mean} in "
        "{from}–{to} and reached this in {above} of {count} years since {since} (best {best}, {best_year})."
    ),
    "plan": N_("{growth} a year in real terms ({kind} in {years}); announced: {announced}."),
    "ratio_retail": N_(
        "Retail sales would be {implied} of GDP in {year}; in the {count} comparable years known, {from}–{to}: "
        "{low} ({low_year}) to {high} ({high_year})."
    ),
    "ratio_revenue": N_(
        "The budget revenue planned for {year} would be {implied} of GDP; in the {count} years known, "
        "{from}–{to}: {low} ({low_year}) to {high} ({high_year})."
    ),
    "income": N_("Income per head would grow {income} a year, GDP {gdp}, both nominal."),
}
ANNOUNCED = {"plan": N_("{year} plan {rate}"), "five_years": N_("five-year plan {rate}")}
YEARS = ("year", "latest_year", "best_year", "worst_year", "stretch_from", "stretch_to",
         "from", "to", "since", "above", "count")  # fmt: skip
UNOBSERVED = {"plan", "income"}
"""Remarks that compare with no past figure."""
RANGE = {True: N_("● outside"), False: N_("○ within")}
"""Where a remark lies: outside what has been observed and announced, or within it."""
NAMES = {
    "own_past": N_("Nominal growth {kind} in {years}, against {from}–{to}"),
    "latest": N_("Real growth {kind} in {years}, against {year} and {latest_year}"),
    "city": N_("Real growth {kind} in {years}, against the municipality's {from}–{to}"),
    "plan": N_("Real growth {kind} in {years}, against growth announced"),
    "ratio_retail": N_("Retail sales, % of GDP in {year}"),
    "ratio_revenue": N_("Planned revenue, % of GDP in {year}"),
    "income": N_("Income growth, GDP's ± 1 point"),
}
LEGEND = N_("Bar: range observed or announced; circle: within it; diamond: outside. Checks inform; they block nothing.")


def without_past(every: Iterable[Remark]) -> bool:
    """Whether none of these remarks compares with a past figure: what is left holds the plan against itself."""
    return {remark.key for remark in every} <= UNOBSERVED


def title(state: State) -> str:
    """How many checks lie outside their range."""
    found = remarks(state.scenario)
    outside = sum(remark.notable for remark in found)
    return state.wording(N_("{outside} of {count} checks outside their range"), outside=outside, count=len(found))


def name(state: State, remark: Remark) -> str:
    """What is compared with what: growth that is needed, or growth that is assumed."""
    numbers = {key: int(number) if key in YEARS else number for key, number in remark.numbers.items()}
    return state.wording(NAMES[remark.key], **_kind(state), **numbers)


def _kind(state: State) -> dict[str, str]:
    """Whether growth is needed or assumed, and in which years."""
    w, growth = state.wording, required_growth(state.scenario)
    return {"kind": w(N_("assumed") if growth.assumed else N_("needed")), "years": w.years(list(growth.years))}


def value(state: State, remark: Remark) -> str:
    """What the scenario asks for or leads to."""
    if "growth" in remark.numbers:
        return _growth(state, remark.value)
    return rate(state, remark, remark.value)


def _growth(state: State, growth: float) -> str:
    """Growth that the answer asks for: rounded up where it is needed, to the nearest where it is assumed."""
    assumed = required_growth(state.scenario).assumed
    return state.wording.rate(growth, rounding=ROUND_HALF_EVEN if assumed else ROUND_CEILING)


def rate(state: State, remark: Remark, number: float) -> str:
    """One of the check's rates, with decimals that keep it apart from the limit it is beyond."""
    return state.wording.rate(number, _digits(remark))


def _digits(remark: Remark) -> int:
    """Decimals with which a ratio beyond a limit is not written like the limit."""
    numbers = remark.numbers
    if remark.key == "income":
        return 2
    if not remark.notable or "implied" not in numbers:
        return 1
    limit = numbers["high"] if numbers["implied"] > numbers["high"] else numbers["low"]
    return next((d for d in range(1, 8) if round(numbers["implied"] * 100, d) != round(limit * 100, d)), 8)


def sentence(state: State, remark: Remark) -> str:
    """The remark in words."""
    w, numbers = state.wording, remark.numbers
    said = {key: _said(state, remark, key) for key in numbers}
    announced = [w(ANNOUNCED[key], rate=said[key], year=said.get("year")) for key in ANNOUNCED if key in numbers]
    return w(SENTENCES[remark.key], **_kind(state), **said, announced=w.enumeration(announced))


def _said(state: State, remark: Remark, key: str) -> str:
    w, number = state.wording, remark.numbers[key]
    if key in ("low_year", "high_year"):
        return w(N_("{year}, derived") if _derived(state, number) else N_("{year}"), year=int(number))
    if key in YEARS:
        return str(int(number))
    return _growth(state, number) if key == "growth" else rate(state, remark, number)


def _derived(state: State, year: float) -> bool:
    """Whether ratios of that year rest on a GDP that nobody printed."""
    levels = [*state.pack.own.baselines.values(), *state.pack.baselines.values()]
    return any((each.indicator, each.year, each.source) == (GDP.key, year, DERIVED) for each in levels)
