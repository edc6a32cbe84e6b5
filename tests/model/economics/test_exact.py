"""Random scenarios and regions: verdict, paths, chance, growth needed and levers, against a program in fractions."""

import random
import runpy
from fractions import Fraction
from pathlib import Path

import pytest
from any_region import find_region
from any_scenario import CLOSE

from model.economics.needed import solved
from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge, latest_official
from model.link.link import write
from model.scenario.levers import levers
from model.scenario.scenario import Scenario, plan
from model.work.work import Work

EXACT = runpy.run_path(str(Path(__file__).resolve().parents[2] / "links" / "exact.py"))
REGIONS = (
    "fengjie", "chongqing", "chongqing&base=2024", "fengjie&base=2024",
    "fengjie&base=2024&outcome.gdp=2024:420:6.9&outcome.gdp.instead=2024",
    "fengjie&base=2025&outcome.gdp=2025:440:6.2",
    "own&own.base_year=2023&own.gdp=386:6.5&own.target=550,2030",
    "own&own.base_year=2023&own.gdp=386:6.5&own.target=550,2030&base=2024&outcome.gdp=2024:409:6.1",
)  # fmt: skip


def _random(number: int) -> Scenario:
    """A scenario of one of the regions, every lever of GDP anywhere near what is usual, some years by hand."""
    chance = random.Random(number)  # noqa: S311 - a test, not a secret
    pack = find_region(REGIONS[number % len(REGIONS)])
    base, year = plan(pack)["gdp_base"], chance.randint(pack.base_year + 1, 2035)
    drawn = {
        "gdp_base": base * chance.uniform(0.95, 1.05), "target_level": base * chance.uniform(1.0, 1.6),
        "target_year": year, "error": chance.uniform(0.005, 0.05), "persistence": chance.uniform(0, 0.9),
        **{f"gdp_{slot}": chance.uniform(0, 0.12) for slot in ("first", "later")},
        **{f"deflator_{slot}": chance.uniform(-0.02, 0.03) for slot in ("first", "later")},
    }  # fmt: skip
    scenario = plan(pack).set(**{key: value for key, value in drawn.items() if key in levers(pack)})
    for series in ("gdp", "deflator"):
        for by_hand in chance.sample(range(pack.first_year, 2036), chance.randint(0, 3)):
            scenario = scenario.by_hand(series, by_hand, chance.uniform(-0.05, 0.1))
    return scenario


@pytest.mark.parametrize("number", range(30))
def test_a_random_scenario_is_answered_as_in_fractions(number: int) -> None:
    scenario = _random(number)
    pack, year = scenario.pack, scenario.target_year
    said = EXACT["scenarios"](write(Work(scenario), "en"))["page"]
    row, found = EXACT["row"](said), judge(scenario)
    assert (found.status, found.level) == (row["status"], pytest.approx(float(row["gdp"]), rel=CLOSE))
    assert (found.low, found.high) == pytest.approx((float(row["gdp_low"]), float(row["gdp_high"])), rel=CLOSE)
    assert uncertainty(scenario).chance_in(year) == pytest.approx(float(row["chance"]), rel=1e-7)
    base = Fraction(said["gdp0"].split(",")[0])
    path = [float(base * EXACT["grown"](said, each)) for each in range(pack.base_year, scenario.last_year + 1)]
    assert project(scenario).paths["gdp"].tolist() == pytest.approx(path, rel=CLOSE)
    official = EXACT["from_official"](said, year)
    assert (found.from_official is None) == (official is None)
    if found.from_official:
        assert found.from_official.level == pytest.approx(float(official), rel=CLOSE)
    for reading in found.readings:
        if reading.required_growth is not None:
            first, _, *by_hand = said["gdp"].split(",")
            later = f"{reading.required_growth * 100:.17f}"
            needed = {**said, "gdp": ",".join((later if pack.rebased else first, later, *by_hand))}
            from_there = reading is found.from_official
            level = EXACT["from_official"](needed, year) if from_there else base * EXACT["grown"](needed, year)
            assert float(level) == pytest.approx(scenario["target_level"], rel=CLOSE)


@pytest.mark.parametrize("number", range(30))
def test_a_solved_lever_puts_the_lower_reading_on_the_target(number: int) -> None:
    scenario = _random(number)
    pack, year = scenario.pack, scenario.target_year
    for key in ("gdp_later", "deflator_later"):
        series, found = key.removesuffix("_later"), solved(key, scenario)
        free = [each not in scenario.rates_by_hand(series) for each in range(pack.first_year + 1, year + 1)]
        assert (found.value is None) == (not any(free))
        assert found.met == (judge(scenario).status == "reached")
        if found.place == "within" and any(free[-1:]):  # the last year moves both readings
            said = EXACT["scenarios"](write(Work(scenario), "en"))["page"]
            first, _, *by_hand = said[series].split(",")
            said[series] = ",".join((first, f"{(found.value or 0.0) * 100:.17f}", *by_hand))
            levels = [Fraction(said["gdp0"].split(",")[0]) * EXACT["grown"](said, year)]
            official = latest_official(pack, year)
            levels += [EXACT["from_official"](said, year)] * bool(official and official.year < year)
            assert float(min(levels)) == pytest.approx(scenario["target_level"], rel=CLOSE)
