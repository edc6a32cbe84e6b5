"""Regions with outcomes that were typed, re-based: what links say of them, and what of it is refused by name."""

import pytest
from any_link import said
from any_region import find_region
from any_region import text as said_of
from any_scenario import PACK, PACKS
from hypothesis import example, given
from hypothesis import strategies as st

from model.link.file import open_any
from model.link.file import write as write_file
from model.link.link import read, write
from model.link.transport import MOST
from model.progress import rebasing
from model.region.key import Outcome
from model.region.pack import Pack
from model.scenario.scenario import plan
from model.work.work import Work

WHOLE = "fengjie&base=2025&outcome.gdp=2025:440:6.2&outcome.income=2025:31000"

ROWS = {row.key: row.target is None for row in PACK.statements.values() if row.has_target and row.key not in {
    "gdp", "gdp_14fyp_avg_growth", "gdp_level_goal_5y", "fai", "retail_sales", "income_all_residents", "budget_revenue",
    "plan_indicators_total", "plan_indicators_binding", "plan_indicators_expected",
}}  # fmt: skip
"""Every row with a target that is no series and no count of the plan's indicators, and whether that is growth."""


def _read(text: str) -> tuple[Pack, list[str]]:
    opened = read(f"region={text}", PACKS)
    return opened.scenario.pack, said(opened.problems)


@pytest.mark.parametrize("text", [
    "fengjie", "fengjie&base=2024", WHOLE, "fengjie&outcome.gdp=2025:440", "fengjie&outcome.revenue=2025:26",
    "fengjie&base=2024&outcome.gdp=2024:420:7,2025:440&outcome.gdp.instead=2024",
    "fengjie&outcome.fai=2025:100:-12.5&outcome.gdp=2026:470", "fengjie&outcome.energy_intensity=2024::-3.1",
    "fengjie&outcome.tourist_visits=2024:3650&outcome.pm25=2024:24",
    "fengjie&base=2024&outcome.gdp=2025:440&outcome.industry_va_above_scale=2024::7.4"
    "&outcome.tourism_revenue=2024:210.5:17&outcome.energy_intensity=2024::-3.2",
])  # fmt: skip
def test_a_link_and_a_file_say_a_region_readably_and_give_it_back(text: str) -> None:
    work = Work(plan(find_region(text)))
    sent = write(work, "zh")
    assert f"&region={text}&" in sent
    for opened in (read(sent, PACKS), open_any(write_file(work, "zh"), PACKS)):
        assert (opened.work, opened.problems) == (work, ())


@pytest.mark.parametrize("text", ["nowhere", "nowhere&base=2024", "fengjie@2024", "fengjie~gdp@2025:440"])
def test_what_is_no_region_is_named_and_the_first_one_opened(text: str) -> None:
    pack, problems = _read(f"{text}&gdp=6,7")
    assert pack == next(iter(PACKS.values()))
    assert f"is not a region here (got {text.partition('&')[0]})" in " ".join(problems)


def test_outcomes_are_sorted_and_numbers_written_short() -> None:
    pack, problems = _read("fengjie&base=2025&outcome.income=2025:3.1e4&outcome.gdp=2025:440.0:6.20")
    assert (said_of(pack), problems) == (WHOLE, [])


@pytest.mark.parametrize(("text", "left", "words"), [
    ("base=", "", ["base: is not a year (got )"]),
    ("base=20x4", "", ["is not a year (got 20x4); the plan from 2023"]),
    ("base=２０２４", "", ["got ２０２４"]),
    ("base=2023", "", ["got 2023", "allowed: 2024 to 2027"]),
    ("base=2028", "", ["got 2028", "allowed: 2024 to 2027"]),
    ("base=2026", "", ["base: is a year without a known outcome (got 2026)"]),
    ("base=2025&outcome.revenue=2025:26", "outcome.revenue=2025:26", ["without a known outcome (got 2025)"]),
    ("outcome.tea=2025:3", "", ["region: has", "without a target to compare (got tea)", "known: gdp, fai, retail"]),
    ("outcome.primary=2025:60", "", ["without a target to compare (got primary)", "rows of a plan report"]),
    ("outcome.gdp=2023:386", "", ["outcome.gdp: has an outcome of another year (got 2023:386)", "2024 to 2035"]),
    ("outcome.gdp=2036:900", "", ["another year (got 2036:900)"]),
    ("outcome.gdp=2025:44", "", ["outcome.gdp: has an impossible level (got 2025:44:", "102.875 to 1646"]),
    ("outcome.gdp=2025:-440", "", ["got 2025:-440"]),
    ("outcome.gdp=2025:nan", "", ["outcome.gdp: has an outcome that cannot be read (got 2025:nan)",
     "as in outcome.gdp=2025:440"]),
    ("outcome.gdp=2025:1e999", "", ["cannot be read (got 2025:1e999)"]),
    ("outcome.gdp=2025:٤٤٠", "", ["cannot be read"]),
    ("outcome.gdp=2025:440:6.2:7", "", ["cannot be read"]),
    ("outcome.gdp=2025:440:-1e999", "", ["cannot be read"]),
    ("outcome.gdp=2025::6", "", ["cannot be read (got 2025::6)"]),
    ("outcome.gdp=", "", ["cannot be read (got )"]),
    ("outcome.revenue=2025:251", "", ["allowed: 6.255 to 100.08 亿元"]),
    ("outcome.gdp=2025:440:101", "", ["got 2025:440:101", "allowed: -50 to 100 %"]),
    ("outcome.revenue=2025:26:4", "", ["only a level is compared"]),
    ("outcome.gdp=2025:440,2025:441", "outcome.gdp=2025:440", ["two outcomes", "got 2025:441"]),
    ("outcome.gdp=2024:420", "", ["an official one (got 2024:420)"]),
    ("outcome.pm25=2025:30", "", ["of another year than its target's (got 2025:30); allowed: 2024"]),
    ("outcome.pm25=2024:281", "", ["got 2024:281", "allowed: 0 to 280 微克/立方米"]),
    ("outcome.pm25=2024:-1", "", ["allowed: 0 to 280"]),
    ("outcome.farmland_safe_use=2024:980", "", ["allowed: 0 to 200 %"]),
    ("outcome.pm25=2024:", "", ["cannot be read (got 2024:)"]),
    ("outcome.pm25=2024::", "", ["cannot be read (got 2024::)"]),
    ("outcome.pm25=2024:24&outcome.pm25.instead=2024", "", ["cannot be read (got 2024:24)"]),
    ("outcome.pm25=2024::3", "", ["only a level is compared (got 2024::3)"]),
    ("outcome.energy_intensity=2024:3", "", ["only growth is compared (got 2024:3)"]),
    ("outcome.food_processing_output=2024:11", "", ["only growth is compared"]),  # not alike
    ("outcome.energy_intensity=2024::501", "", ["allowed: -100 to 500 %"]),
    ("outcome.retail_sales=2024::3", "", ["without a target to compare (got retail_sales)"]),  # a series
    ("outcome.wind_pv_projects_completed=2024:4", "", ["without a target to compare"]),
    ("outcome.plan_indicators_total=2024:40", "", ["without a target to compare"]),  # a count of indicators
])  # fmt: skip
def test_what_is_wrong_is_said_by_name_and_the_good_is_kept(text: str, left: str, words: list[str]) -> None:
    pack, (sentence,) = _read(f"fengjie&{text}")
    assert said_of(pack) == f"fengjie&{left}".rstrip("&")
    assert all(each in sentence for each in words), sentence


def test_every_fault_of_a_region_is_said_and_those_alike_once() -> None:
    pack, problems = _read(
        "fengjie&base=x&outcome.gdp=2025:0,2025:nan,2025:inf&outcome.fai=2025:100&outcome.tea=2025:1"
    )
    assert said_of(pack) == "fengjie&outcome.fai=2025:100"
    assert len(problems) == 4
    assert "got 2025:nan, 2025:inf" in " ".join(problems)


def test_an_outcome_may_replace_an_official_one_where_it_is_marked() -> None:
    replaced = find_region("fengjie&base=2024&outcome.gdp=2024:420:7&outcome.gdp.instead=2024")
    assert replaced.baselines["gdp"].value == 420
    assert find_region("fengjie&base=2024").baselines["gdp"].value == 411.5


@pytest.mark.parametrize("series", [True, False])
def test_there_is_room_for_forty_outcomes_and_a_link_with_them_and_four_scenarios_is_short(series: bool) -> None:
    levels = {"gdp": 440.25, "fai": 118.75, "retail": 145.25, "income": 31000}
    every = [
        f"outcome.{key}={','.join(f'{year}:{level}:6.25' for year in (2025, 2026, 2027))}"
        f"&outcome.{key}.instead=2025,2026,2027"
        for key, level in levels.items()
    ]
    aims = {key: PACK.statements[key].target or 0.0 for key, growth in ROWS.items() if not growth}
    rows = [f"outcome.{key}=2024:{aims[key] * 0.963:.6g}" for key in sorted(aims, key=len, reverse=True)]
    start = ("fengjie&base=2025", *every) if series else ("fengjie&base=2024",)
    pack, problems = _read("&".join((*start, *rows)))
    assert len(pack.typed_outcomes) == rebasing.MOST == 40
    assert "too many" in problems[0]
    opening = plan(pack)
    kept = [
        opening.set(gdp_first=0.0611, gdp_later=0.05 + place / 1000, fai_first=0.1, retail_later=0.06).by_hand(
            "gdp", 2027, 0.0437
        ).rename(f"情景{place}：一个相当长的名称，用来占满位置")
        for place in range(1, 5)
    ]  # fmt: skip
    work = Work(kept[0].set(income_first=0.051), tuple(kept), 2)
    text = write(work, "zh")
    assert len(text) <= MOST
    opened = read(text, PACKS)
    assert (opened.work, opened.problems) == (work, ())


def test_a_link_whose_region_has_a_fault_says_so_and_keeps_the_rest() -> None:
    opened = read("v=4&region=fengjie&base=2024&outcome.gdp=2025:nan&gdp=6,7", PACKS)
    assert said_of(opened.scenario.pack) == "fengjie&base=2024"
    assert (opened.scenario["gdp_first"], opened.scenario["gdp_later"]) == (0.06, 0.07)
    assert any(
        "outcome.gdp: has an outcome that cannot be read (got 2025:nan)" in sentence
        for sentence in said(opened.problems)
    )


HOSTILE = st.text(st.sampled_from("fengji@~:!.-+e0123456789２٤gdpincoma nxu_%&=,\x00\n"), max_size=80)
HOSTILE_ROW = st.builds("outcome.{}={}".format, st.sampled_from(["pm25", "soe_profit", "tourist_overnight"]), HOSTILE)


@given(
    HOSTILE | HOSTILE_ROW | HOSTILE.map("outcome.gdp={}".format) | st.text(max_size=60) | HOSTILE.map("base={}".format)
)
@example("outcome.gdp=" + "2025:440," * 1500)
@example("base=" + "2" * 20_000)
@example("outcome.gdp=2025:" + "9" * 400)
def test_nothing_that_stands_there_does_anything_but_say_what_of_it_cannot_be_used(text: str) -> None:
    pack, problems = _read(f"fengjie&{text}")
    assert pack.own in PACKS.values()
    assert find_region(said_of(pack)) == pack
    assert len(problems) <= 30
    assert all(len(sentence) < 400 for sentence in problems)


def _reached(key: str, part: float, growth: float | None) -> Outcome:
    """An outcome of a row of the report: of the target itself down to nothing, or any growth, as its target is."""
    if ROWS[key]:
        return Outcome(key, 2024, None, part * 100 - 50 if growth is None else growth)
    return Outcome(key, 2024, part * (PACK.statements[key].target or 0.0))


LEVELS = {"gdp": (103, 1646), "fai": (26.4, 422.4), "retail": (33.85, 541.6), "income": (7341, 117_456)}


OF_SERIES = st.tuples(st.sampled_from(list(LEVELS)), st.integers(2025, 2027), st.floats(0, 1),
                      st.none() | st.floats(-50, 100))  # fmt: skip
OF_ROWS = st.tuples(st.sampled_from(list(ROWS)), st.floats(0, 1), st.none() | st.floats(-100, 500))


@given(st.lists(OF_SERIES, min_size=1, max_size=8), st.lists(OF_ROWS, max_size=8))
def test_any_outcomes_that_may_be_come_back_from_the_link_bit_by_bit(
    given_outcomes: list[tuple[str, int, float, float | None]], of_rows: list[tuple[str, float, float | None]]
) -> None:
    pack = PACK
    expected: dict[tuple[str, int], Outcome] = {}
    for key, part, growth in of_rows:
        reached = _reached(key, part, growth)
        pack, problems = rebasing.with_typed(pack, reached)
        assert problems == []
        expected[key, 2024] = reached
    for indicator, year, part, growth in given_outcomes:
        low, high = LEVELS[indicator]
        typed = Outcome(indicator, year, low + part * (high - low), growth)
        pack, problems = rebasing.with_typed(pack, typed)
        assert problems == []
        expected[indicator, year] = typed
    pack = rebasing.from_year(pack, rebasing.known_years(pack.own, pack.series_outcomes)[-1])
    opened = read(write(Work(plan(pack)), "en"), PACKS)
    assert opened.problems == ()
    assert {(t.indicator, t.year): t for t in opened.scenario.pack.typed_outcomes} == expected
    assert opened.scenario == plan(pack)


def test_an_outcome_that_is_taken_away_takes_the_plan_from_its_year_with_it() -> None:
    pack = rebasing.without_typed(find_region(WHOLE), "gdp", 2025)
    assert pack == find_region("fengjie&base=2025&outcome.income=2025:31000")
    assert rebasing.without_typed(pack, "income", 2025) == PACK
    later = find_region("fengjie&base=2024&outcome.gdp=2025:440")
    assert rebasing.without_typed(later, "gdp", 2025) == find_region("fengjie&base=2024")


def test_one_more_outcome_than_there_is_room_for_is_refused() -> None:
    pack = PACK
    for year in range(2025, 2028):
        for indicator in LEVELS:
            pack, problems = rebasing.with_typed(pack, Outcome(indicator, year, LEVELS[indicator][1]))
            assert problems == []
    for key, growth in list(ROWS.items())[: 40 - 12]:
        pack, problems = rebasing.with_typed(pack, _reached(key, 0.5, 0.5 if growth else None))
        assert problems == []
    full, problems = rebasing.with_typed(pack, Outcome("gdp", 2028, 500))
    assert full is pack
    assert "too many" in said(problems)[0]
    assert "too many" in said(rebasing.with_typed(pack, _reached(list(ROWS)[28], 0.5, 0.5))[1])[0]
    assert rebasing.with_typed(pack, Outcome("gdp", 2027, 500))[1] == []
