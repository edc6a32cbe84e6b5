"""What a link shows, worked out without the program: `python tests/links/exact.py LINK` prints the rows for links.csv.

It reads the link by itself and goes through the years one by one in fractions, from the definition of the model. Only
the chance needs logarithms and the normal distribution, for which the standard library is asked.
"""

import base64
import csv
import math
import re
import sys
import zlib
from decimal import Decimal, localcontext
from fractions import Fraction
from statistics import NormalDist
from urllib.parse import parse_qsl

Fields = dict[str, str]
COLUMNS = (
    "place", "name", "year", "status", "gdp", "gdp_low", "gdp_high", "fai", "retail", "income", "chance", "further",
)  # fmt: skip
REPORT, REPORTED = 2023, {
    "tourism_revenue": "180", "tourist_visits": "3111", "ecommerce_sales": "60", "tourist_overnight": "176",
    "good_air_days": "358", "inclusive_loans": "64.17",
}  # fmt: skip
"""Levels in the plan report, in its units, and their year: links hold the growth of its rows alone."""
OFFICIAL = {"fengjie": {2024: "411.5"}, "chongqing": {2024: "32193.15", 2025: "33757.93"}}
"""GDP's published levels after 2023 by region."""
GROWTH = {"fengjie": {2024: ("6.5", "6.6")}, "chongqing": {2024: ("6", "5.7")}}
"""GDP's growth of later years as announced and as published, by region."""
DIGITS = 20


def fields(link: str) -> Fields:
    """Everything that the link says, what is packed too; of a region, as links of version 4 say it."""
    found = dict(parse_qsl(link.partition("?")[2] or link, keep_blank_values=True))
    if "packed" in found:
        content = base64.urlsafe_b64decode(found.pop("packed") + "===")
        found |= dict(parse_qsl(zlib.decompress(content, wbits=-15).decode(), keep_blank_values=True))
    return found | region(found["region"]) if found["v"] == "3" else found


def region(text: str) -> Fields:
    """What `fengjie@2025~gdp@2025:440:6.2` and `own~name~2025~gdp:386:6.5,7.5~...` say."""
    key, *pieces = re.split("[~@]", text)
    found = {"region": key}
    if key == "own":
        found |= {"own.base_year": pieces[1], "own.gdp": re.findall("~gdp:([^~@]*)", text)[0]}
    if base := re.search(r"@(\d{4})(?=~|$)", text):
        found["base"] = base[1]
    typed = re.findall(r"~gdp@(\d{4}:[^~!]*)", text)
    return found | {"outcome.gdp": ",".join(typed)}


def scenarios(link: str) -> dict[str, Fields]:
    """The scenario on the page and the saved ones, each with everything it says."""
    page = fields(link)
    found = {"page": {"name": "", **page}}
    for place in ("k1", "k2", "k3", "k4"):
        if f"{place}.name" in page:
            own = {key.partition(".")[2]: said for key, said in page.items() if key.startswith(f"{place}.")}
            found[place] = {**page, **own}
        elif place in page:
            head, _, name = page[place].partition("~name=")
            found[place] = {**page, **dict(piece.split("=") for piece in head.split("~")), "name": name}
    return found


def base_year(scenario: Fields) -> int:
    """The year that levels start from: that on which the region is re-based, else the region's own."""
    return rebased_on(scenario) or own_year(scenario)


def own_year(scenario: Fields) -> int:
    """That of a county of one's own, else 2023."""
    return int(scenario.get("own.base_year", 2023))


def rebased_on(scenario: Fields) -> int | None:
    """The year of the outcomes that a region is re-based on."""
    return int(scenario["base"]) if "base" in scenario else None


def rate(said: str, year: int, first_year: int) -> Fraction:
    """The rate of a year: by hand, else the first year's, else the later one."""
    first, later, *by_hand = said.split(",")
    for each in by_hand:
        if each.startswith(f"{year}:"):
            return Fraction(each.partition(":")[2].rstrip("!")) / 100
    return Fraction(first if year == first_year else later) / 100


def grown(scenario: Fields, until: int) -> Fraction:
    """What nominal growth multiplies GDP by from the base year to the end of that year."""
    start, product = base_year(scenario) + 1, Fraction(1)
    for year in range(start, until + 1):
        product *= (1 + rate(scenario["gdp"], year, start)) * (1 + rate(scenario["deflator"], year, start))
    return product


def row(scenario: Fields) -> dict[str, str]:
    """What a scenario shows at its deadline."""
    goal, deadline = Fraction(scenario["target"].split(",")[0]), int(scenario["target"].split(",")[1])
    base, *ends = map(Fraction, scenario["gdp0"].split(","))
    low, high = min([base, *ends]), max([base, *ends])
    start = base_year(scenario) + 1
    others = {key: Fraction(scenario[f"{key}0"]) for key in ("fai", "retail", "income") if key in scenario}
    gdp = grown(scenario, deadline)
    for year in range(start, deadline + 1):
        others = {key: level * (1 + rate(scenario[key], year, start)) for key, level in others.items()}
    official = from_official(scenario, deadline)
    met = [base * gdp >= goal, official >= goal] if official else [end * gdp >= goal for end in (low, base, high)]
    levels = {"gdp": base * gdp, "gdp_low": low * gdp, "gdp_high": high * gdp}
    return {
        "name": scenario["name"],
        "year": str(deadline),
        "status": "reached" if all(met) else "depends" if any(met) else "not_reached",
        **{key: digits(level) for key, level in (levels | others).items()},
        "chance": f"{chance(scenario, base * gdp / goal, high / low, deadline + 1 - start):.12g}",
    }


def from_official(scenario: Fields, deadline: int) -> Fraction | None:
    """GDP at the deadline from the latest published level, None where none after the base year is known by then."""
    known = OFFICIAL.get(scenario["region"], {})
    year = max((year for year in known if base_year(scenario) < year <= deadline), default=None)
    if year is None:
        return None
    return Fraction(known[year]) * grown(scenario, deadline) / grown(scenario, year)


def beside(page: Fields) -> dict[str, Fraction]:
    """The levels of rows of the plan report at the deadline: `tourism_revenue=20,12`; from the report's own year
    `further=tourism_revenue:20:12`."""
    deadline, start = int(page["target"].split(",")[1]), base_year(page) + 1
    found = {key: Fraction(page[f"{key}0"]) for key in page if key in REPORTED}
    for year in range(start, deadline + 1):
        found = {key: level * (1 + rate(page[key], year, start)) for key, level in found.items()}
    for said in filter(None, page.get("further", "").split(",")):
        key, first, later = said.split(":")
        found[key] = Fraction(REPORTED[key])
        for year in range(REPORT + 1, deadline + 1):
            found[key] *= 1 + rate(f"{first},{later}", year, REPORT + 1)
    return found


def known_error(scenario: Fields) -> float | None:
    """The error of log growth in the year of the outcomes that the region is re-based on, where both are known."""
    year = rebased_on(scenario)
    announced, published = GROWTH.get(scenario["region"], {}).get(year or 0, (None, None))
    if "own.gdp" in scenario and year == own_year(scenario) + 1:
        announced = scenario["own.gdp"].split(":")[1].split(",")[0]
    for typed in filter(None, scenario.get("outcome.gdp", "").split(",")):
        when, _, *growth = typed.split(":")
        if int(when) == year:
            published = growth[0] if growth else None
    if year is None or announced is None or published is None:
        return None
    return math.log((1 + Fraction(published) / 100) / (1 + Fraction(announced) / 100))


def chance(scenario: Fields, part: Fraction, width: Fraction, years: int) -> float:
    """That GDP is at the target or above: errors of log growth that are correlated from year to year, one by one.

    Given the error of the year before the first, that of year a is r^a of it on average, and the covariance of two is
    less by s^2 r^(a + b).
    """
    said, known = scenario["error"].split(","), known_error(scenario)
    deviation, kept = Fraction(said[0]) / 100, Fraction(said[1])
    told = 0 if known is None else 1
    every = range(1, years + 1)
    variance = sum(deviation**2 * (kept ** abs(a - b) - told * kept ** (a + b)) for a in every for b in every)
    mean = (known or 0.0) * float(sum(kept**a for a in every)) if deviation else 0.0
    baseline = math.log(width) / (2 * NormalDist().inv_cdf(0.9))
    return NormalDist().cdf((math.log(part) + mean) / math.sqrt(baseline**2 + variance))


def digits(level: Fraction) -> str:
    """The level to 20 digits."""
    with localcontext(prec=DIGITS):
        return f"{Decimal(level.numerator) / Decimal(level.denominator):f}"


def rows(link: str) -> list[dict[str, str]]:
    """One row for each scenario of the link, that on the page with its rows of the plan report."""
    page, *kept = [{"place": place, **row(scenario)} for place, scenario in scenarios(link).items()]
    paths = beside(fields(link))
    return [page | {"further": ",".join(f"{key}:{digits(level)}" for key, level in paths.items())}, *kept]


if __name__ == "__main__":
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writerows(rows(sys.argv[1]))
