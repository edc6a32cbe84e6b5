"""What a link shows, worked out without the program: `python tests/links/exact.py LINK` prints the rows for links.csv.

It reads the link by itself and goes through the years one by one in fractions, from the definition of the model. Only
the chance needs logarithms and the normal distribution, for which the standard library is asked.
"""

import base64
import csv
import math
import sys
import zlib
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from statistics import NormalDist
from urllib.parse import parse_qsl

Fields = dict[str, str]
COLUMNS = (
    "place", "name", "year", "status", "gdp", "gdp_low", "gdp_high", "fai", "retail", "income", "chance", "further",
)  # fmt: skip
SINCE_2 = {"error": "1.6,0.6"}
"""What links of version 1 do not say."""
REPORT, REPORTED = 2023, {
    "tourism_revenue": "180", "tourist_visits": "3111", "ecommerce_sales": "60", "tourist_overnight": "176",
    "good_air_days": "358", "inclusive_loans": "64.17",
}  # fmt: skip
"""Levels in the plan report, in its units, and their year: links hold the growth of its rows alone."""
DIGITS = 20
OFTEN = (Path(__file__).parent / "often.txt").read_bytes()
"""What packed links point into instead of saying it."""


def fields(link: str) -> Fields:
    """Everything that the link says, what is packed too."""
    found = dict(parse_qsl(link.partition("?")[2] or link, keep_blank_values=True))
    if "packed" in found:
        content = base64.urlsafe_b64decode(found.pop("packed") + "===")
        reader = zlib.decompressobj(wbits=-15, zdict=OFTEN)
        found |= dict(parse_qsl(reader.decompress(content).decode(), keep_blank_values=True))
    return SINCE_2 | found


def scenarios(link: str) -> dict[str, Fields]:
    """The scenario on the page and the kept ones, each with everything it says."""
    page = fields(link)
    found = {"page": {"name": "", **page}}
    for place in ("k1", "k2", "k3", "k4"):
        if place in page:
            head, _, name = page[place].partition("~name=")
            found[place] = {**page, **dict(piece.split("=") for piece in head.split("~")), "name": name}
    return found


def base_year(scenario: Fields) -> int:
    """The year that levels start from: that of a county of one's own (`own~name~2025~...`), that of the outcomes in
    `fengjie@2025~...`, else 2023."""
    key, *pieces = scenario["region"].split("~")
    return int(pieces[1] if key == "own" else key.partition("@")[2] or 2023)


def rate(said: str, year: int, first_year: int) -> Fraction:
    """The rate of a year: by hand, else the first year's, else the later one."""
    first, later, *by_hand = said.split(",")
    for each in by_hand:
        if each.startswith(f"{year}:"):
            return Fraction(each.partition(":")[2].rstrip("!")) / 100
    return Fraction(first if year == first_year else later) / 100


def row(scenario: Fields) -> dict[str, str]:
    """What a scenario shows at its deadline."""
    goal, deadline = Fraction(scenario["target"].split(",")[0]), int(scenario["target"].split(",")[1])
    base, *ends = map(Fraction, scenario["gdp0"].split(","))
    low, high = min([base, *ends]), max([base, *ends])
    start = base_year(scenario) + 1
    others = {key: Fraction(scenario[f"{key}0"]) for key in ("fai", "retail", "income") if key in scenario}
    gdp = Fraction(1)
    for year in range(start, deadline + 1):
        gdp *= (1 + rate(scenario["gdp"], year, start)) * (1 + rate(scenario["deflator"], year, start))
        others = {key: level * (1 + rate(scenario[key], year, start)) for key, level in others.items()}
    met = [start * gdp >= goal for start in (low, base, high)]
    levels = {"gdp": base * gdp, "gdp_low": low * gdp, "gdp_high": high * gdp}
    return {
        "name": scenario["name"],
        "year": str(deadline),
        "status": "reached" if all(met) else "depends" if any(met) else "not_reached",
        **{key: digits(level) for key, level in (levels | others).items()},
        "chance": f"{chance(base * gdp / goal, high / low, deadline + 1 - start, scenario['error']):.12g}",
    }


def beside(page: Fields) -> dict[str, Fraction]:
    """The levels of the further paths at the deadline (`further=tourism_revenue:20:12,...`), by row."""
    found = {}
    for said in filter(None, page.get("further", "").split(",")):
        key, first, later = said.split(":")
        found[key] = Fraction(REPORTED[key])
        for year in range(REPORT + 1, int(page["target"].split(",")[1]) + 1):
            found[key] *= 1 + rate(f"{first},{later}", year, REPORT + 1)
    return found


def chance(part: Fraction, width: Fraction, years: int, error: str) -> float:
    """That GDP is at the target or above: errors of log growth that are correlated from year to year, one by one."""
    deviation, kept = Fraction(error.split(",")[0]) / 100, Fraction(error.split(",")[1])
    variance = sum(deviation**2 * kept ** abs(a - b) for a in range(years) for b in range(years))
    baseline = math.log(width) / (2 * NormalDist().inv_cdf(0.9))
    return NormalDist().cdf(math.log(part) / math.sqrt(baseline**2 + variance))


def digits(level: Fraction) -> str:
    """The level to 20 digits."""
    with localcontext(prec=DIGITS):
        return f"{Decimal(level.numerator) / Decimal(level.denominator):f}"


def rows(link: str) -> list[dict[str, str]]:
    """One row for each scenario of the link, that on the page with the further paths."""
    page, *kept = [{"place": place, **row(scenario)} for place, scenario in scenarios(link).items()]
    paths = beside(fields(link))
    return [page | {"further": ",".join(f"{key}:{digits(level)}" for key, level in paths.items())}, *kept]


if __name__ == "__main__":
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writerows(rows(sys.argv[1]))
