"""Checks against experience, in words: what each is called, its values, and a sentence with its numbers."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal

from model.economics.needed import required_growth
from model.economics.remarks import Remark, remarks
from model.language.rounding import rounded
from model.language.words import N_
from model.region.indicators import GDP
from views.state import State

MOST = 3
"""Remarks shown beside the verdict; the rest stand on the feasibility page."""
SENTENCES = {
    "own_past": N_(
        "{growth} a year nominal ({kind} in {years}) was reached in {above} of the {count} years "
        "{from}–{to}: best {best} ({best_year}), median {median}, worst {worst} ({worst_year}); best five"
        " years running {stretch} ({stretch_from}–{stretch_to})."
    ),
    "own_past_never": N_(
        "{growth} a year nominal ({kind} in {years}) was reached in none of the {count} years "
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
    "city_never": N_(
        "{growth} a year in real terms ({kind} in {years}); the municipality averaged {mean} in "
        "{from}–{to} and reached this in none of the {count} years since {since} (best {best}, {best_year})."
    ),
    "plan": N_(
        "{growth} a year in real terms ({kind} in {years}); the {year} plan says {plan}, the five-year "
        "plan {five_years}."
    ),
    "plan_alone": N_("{growth} a year in real terms ({kind} in {years}); the {year} plan says {plan}."),
    "five_years_alone": N_("{growth} a year in real terms ({kind} in {years}); the five-year plan says {five_years}."),
    "ratio_retail": N_(
        "Retail sales would be {implied} of GDP in {year}; in the {count} comparable years known, {from}–{to}: "
        "{low} ({low_year}) to {high} ({high_year})."
    ),
    "ratio_revenue": N_(
        "The budget revenue planned for {year} would be {implied} of GDP; in the {count} years known, "
        "{from}–{to}: {low} ({low_year}) to {high} ({high_year})."
    ),
    "income_slower": N_("Income per head would grow {income} a year, GDP {gdp}, both nominal: {apart} slower."),
    "income_faster": N_("Income per head would grow {income} a year, GDP {gdp}, both nominal: {apart} faster."),
    "income_alike": N_("Income per head and GDP would grow alike, {income} a year, both nominal."),
}
YEARS = ("year", "latest_year", "best_year", "worst_year", "stretch_from", "stretch_to",
         "from", "to", "since", "above", "count")  # fmt: skip
UNOBSERVED = {"plan", "income"}
"""Remarks that compare with no past figure."""
DECIMALS = 2
"""Of growth that is held against other growth to the hundredth of a point."""
RANGE = {True: N_("● outside"), False: N_("○ within")}
"""Where a remark lies: outside what has been observed and announced, or within it."""


def without_past(every: Iterable[Remark]) -> bool:
    """Whether none of these remarks compares with a past figure: what is left holds the plan against itself."""
    return {remark.key for remark in every} <= UNOBSERVED


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


def title(now: State) -> str:
    """How many checks lie outside their range."""
    found = remarks(now.scenario)
    outside = sum(remark.notable for remark in found)
    return now.wording(N_("{outside} of {count} checks outside their range"), outside=outside, count=len(found))


def name(now: State, remark: Remark) -> str:
    """What is compared with what: growth that is needed, or growth that is assumed."""
    numbers = {key: int(number) if key in YEARS else number for key, number in remark.numbers.items()}
    return now.wording(NAMES[remark.key], **_kind(now), **numbers)


def _kind(now: State) -> dict[str, str]:
    """Whether growth is needed or assumed, and in which years."""
    w, growth = now.wording, required_growth(now.scenario)
    return {"kind": w(N_("assumed") if growth.assumed else N_("needed")), "years": w.years(list(growth.years))}


def value(now: State, remark: Remark) -> str:
    """What the scenario asks for or leads to."""
    if "growth" in remark.numbers:
        return compared_growth(now, remark.value)
    return rate(now, remark, remark.value)


def rate(now: State, remark: Remark, number: float) -> str:
    """One of the check's rates, with decimals that keep it apart from the limit it is beyond."""
    return now.wording.rate(number, DECIMALS if remark.key == "income" else _digits(remark))


def sentence(now: State, remark: Remark) -> str:
    """The remark in words."""
    w, key = now.wording, remark.key
    if key == "income":
        return _income(now, remark)
    if key == "plan" and "five_years" not in remark.numbers:
        key = "plan_alone"
    elif key == "plan" and "plan" not in remark.numbers:
        key = "five_years_alone"
    if remark.numbers.get("above") == 0:
        key += "_never"
    digits = _digits(remark)
    said = {name: _said(now, name, number, digits) for name, number in remark.numbers.items()}
    return w(SENTENCES[key], **_kind(now), **said)


def _income(now: State, remark: Remark) -> str:
    """How income grows beside GDP: both with the decimals that the difference has, and the difference of what is shown,
    so that it adds up."""
    w = now.wording
    income, gdp = (rounded(Decimal(repr(remark.numbers[name])).scaleb(2), DECIMALS) for name in ("income", "gdp"))
    key = "income_alike" if income == gdp else "income_slower" if income < gdp else "income_faster"
    rates = {name: w.rate(remark.numbers[name], DECIMALS) for name in ("income", "gdp")}
    return w(SENTENCES[key], **rates, apart=w(N_("{number} points"), number=w.number(abs(income - gdp), DECIMALS)))


def compared_growth(now: State, growth: float) -> str:
    """Growth that the answer asks for: rounded up where it is needed, to the nearest where it is assumed."""
    needed = not required_growth(now.scenario).assumed
    return now.wording.rate(growth, rounding=ROUND_CEILING if needed else ROUND_HALF_EVEN)


def _derived(now: State, year: float) -> bool:
    """Whether ratios of that year rest on a GDP that nobody printed."""
    levels = [*now.pack.own.baselines.values(), *now.pack.baselines.values()]
    return any((each.indicator, each.year, each.source) == (GDP.key, year, "derived") for each in levels)


def _digits(remark: Remark) -> int:
    """Decimals with which a ratio beyond a limit is not written like the limit."""
    numbers = remark.numbers
    if not remark.notable or "implied" not in numbers:
        return 1
    limit = numbers["high"] if numbers["implied"] > numbers["high"] else numbers["low"]
    return next((d for d in range(1, 8) if round(numbers["implied"] * 100, d) != round(limit * 100, d)), 8)


def _said(now: State, name: str, number: float, digits: int) -> str:
    w = now.wording
    if name in ("low_year", "high_year"):
        return w(N_("{year}, derived") if _derived(now, number) else N_("{year}"), year=int(number))
    if name in YEARS:
        return str(int(number))
    return compared_growth(now, number) if name == "growth" else w.rate(number, digits)
