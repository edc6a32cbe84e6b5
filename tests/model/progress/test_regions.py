"""Texts that identify a pack: what they say, what of them is refused by name, and that nothing else can happen."""

import pytest
from any_link import said
from any_scenario import PACK, PACKS
from hypothesis import example, given
from hypothesis import strategies as st

from model.language.problem import Refused
from model.link.file import open_any
from model.link.file import write as write_file
from model.link.link import read, write
from model.link.transport import MOST
from model.progress import regions
from model.progress.regions import find_region
from model.region.pack import Pack
from model.region.typed_outcomes import Outcome, Reached, Typed
from model.scenario.scenario import plan
from model.work.work import Work

WHOLE = "fengjie@2025~gdp@2025:440:6.2~income@2025:31000"

ROWS = {row.key: row.target is None for row in PACK.statements.values() if row.has_target and row.key not in {
    "gdp", "gdp_14fyp_avg_growth", "gdp_level_goal_5y", "fai", "retail_sales", "income_all_residents", "budget_revenue",
    "plan_indicators_total", "plan_indicators_binding", "plan_indicators_expected",
}}  # fmt: skip
"""Every row with a target that is no series and no count of the plan's indicators, and whether that is growth."""


def _read(text: str) -> tuple[Pack, list[str]]:
    pack, problems = regions.read(text, PACKS)
    assert pack is not None
    return pack, said(problems)


@pytest.mark.parametrize("text", [
    "fengjie", "fengjie@2024", WHOLE, "fengjie~gdp@2025:440", "fengjie@2024~gdp@2024:420:7!", "fengjie~revenue@2025:26",
    "fengjie~fai@2025:100:-12.5~gdp@2026:470", "fengjie~tourist_visits@2024:3650~pm25@2024:24",
    "fengjie@2024~gdp@2025:440~industry_va_above_scale@2024::7.4~tourism_revenue@2024:210.5:17~energy_intensity@2024::-3.2",
])  # fmt: skip
def test_a_text_is_the_key_of_the_pack_that_it_says(text: str) -> None:
    pack, problems = _read(text)
    assert (pack.key, problems) == (text, [])
    assert find_region(text) == pack


@pytest.mark.parametrize("text", ["nowhere", "nowhere@2024", "", "@2024", "~gdp@2025:440", "fengjie@2030", "fengjie~x"])
def test_what_cannot_be_used_whole_is_no_region(text: str) -> None:
    with pytest.raises(Refused):
        find_region(text)


def test_outcomes_are_sorted_and_numbers_written_short() -> None:
    pack, problems = _read("fengjie@2025~income@2025:3.1e4~gdp@2025:440.0:6.20")
    assert (pack.key, problems) == (WHOLE, [])


@pytest.mark.parametrize(("text", "key", "words"), [
    ("fengjie@", "fengjie", ["allowed: 2024 to 2027"]),
    ("fengjie@2023", "fengjie", ["got 2023", "allowed: 2024 to 2027"]),
    ("fengjie@2028", "fengjie", ["got 2028"]),
    ("fengjie@20x4", "fengjie", ["got 20x4"]),
    ("fengjie@２０２４", "fengjie", ["got ２０２４"]),
    ("fengjie@2024@2025", "fengjie", ["got 2024@2025"]),
    ("fengjie@2026", "fengjie", ["no outcome is known (got 2026)"]),
    ("fengjie@2025~revenue@2025:26", "fengjie~revenue@2025:26", ["no outcome is known (got 2025)"]),
    ("fengjie@2024~tea@2025:3", "fengjie@2024", ["got tea@2025:3", "known: gdp, fai, retail, income, revenue"]),
    ("fengjie@2024~primary@2025:60", "fengjie@2024", ["unknown indicator (got primary@2025:60)"]),
    ("fengjie@2024~gdp@2023:386", "fengjie@2024", ["another year (got gdp@2023:386)", "allowed: 2024 to 2035"]),
    ("fengjie@2024~gdp@2036:900", "fengjie@2024", ["another year (got gdp@2036:900)"]),
    ("fengjie@2024~gdp@2025:44", "fengjie@2024", ["got gdp@2025:44", "allowed: 102.875 to 1646 亿元"]),
    ("fengjie@2024~gdp@2025:-440", "fengjie@2024", ["got gdp@2025:-440"]),
    ("fengjie@2024~gdp@2025:1e999", "fengjie@2024", ["got gdp@2025:1e999", "allowed: 102.875 to 1646"]),
    ("fengjie@2024~revenue@2025:251", "fengjie@2024", ["allowed: 6.255 to 100.08 亿元"]),
    ("fengjie@2024~gdp@2025:nan", "fengjie@2024", ["no outcome (got gdp@2025:nan)"]),
    ("fengjie@2024~gdp@2025:inf", "fengjie@2024", ["no outcome (got gdp@2025:inf)"]),
    ("fengjie@2024~gdp@2025:٤٤٠", "fengjie@2024", ["no outcome"]),
    ("fengjie@2024~gdp@2025:440:6.2:7", "fengjie@2024", ["no outcome"]),
    ("fengjie@2024~", "fengjie@2024", ["no outcome (got )"]),
    ("fengjie@2024~gdp@2025:440:101", "fengjie@2024", ["got gdp@2025:440:101", "allowed: -50 to 100 %"]),
    ("fengjie@2024~gdp@2025:440:-1e999", "fengjie@2024", ["got gdp@2025:440:-1e999"]),
    ("fengjie@2024~revenue@2025:26:4", "fengjie@2024", ["only a level is compared"]),
    ("fengjie@2024~gdp@2025:440~gdp@2025:441", "fengjie@2024~gdp@2025:440", ["two outcomes", "got gdp@2025:441"]),
    ("fengjie@2024~gdp@2024:420", "fengjie@2024", ["an official one (got gdp@2024:420)"]),
    ("fengjie~gdp@2025::6", "fengjie", ["no outcome (got gdp@2025::6)"]),
    ("fengjie~tea@2024:3", "fengjie", ["unknown indicator (got tea@2024:3)", "keys of the plan report's rows"]),
    ("chongqing~pm25@2024:30", "chongqing", ["unknown indicator (got pm25@2024:30); known: gdp; it"]),
    ("fengjie~pm25@2025:30", "fengjie", ["of another year than its target's (got pm25@2025:30); allowed: 2024"]),
    ("fengjie~pm25@2024:281", "fengjie", ["got pm25@2024:281", "allowed: 0 to 280 微克/立方米"]),
    ("fengjie~pm25@2024:1e999", "fengjie", ["got pm25@2024:1e999"]),
    ("fengjie~pm25@2024:-1", "fengjie", ["allowed: 0 to 280"]),
    ("fengjie~farmland_safe_use@2024:980", "fengjie", ["allowed: 0 to 100 %"]),
    ("fengjie~water_compliance@2024:100.1", "fengjie", ["allowed: 0 to 100 %"]),
    ("fengjie~senior_high_enrolment@2024:201", "fengjie", ["allowed: 0 to 200 %"]),
    ("fengjie~pm25@2024:", "fengjie", ["no outcome (got pm25@2024:)"]),
    ("fengjie~pm25@2024::", "fengjie", ["no outcome (got pm25@2024::)"]),
    ("fengjie~pm25@2024:24!", "fengjie", ["no outcome (got pm25@2024:24!)"]),
    ("fengjie~pm25@2024::3", "fengjie", ["only a level is compared (got pm25@2024::3)"]),
    ("fengjie~energy_intensity@2024:3", "fengjie", ["only growth is compared (got energy_intensity@2024:3)"]),
    ("fengjie~food_processing_output@2024:11", "fengjie", ["only growth is compared"]),  # not alike
    ("fengjie~energy_intensity@2024::501", "fengjie", ["allowed: -100 to 500 %"]),
    ("fengjie~retail_sales@2024::3", "fengjie", ["is an indicator", "write it as in retail@2024"]),
    ("fengjie~gdp_level_goal_5y@2026:500", "fengjie", ["write it as in gdp@2026"]),
    ("fengjie~wind_pv_projects_completed@2024:4", "fengjie", ["has no target (got wind_pv_projects_completed@2024:4)"]),
    ("fengjie~plan_indicators_total@2024:40", "fengjie", ["counts the plan's indicators and is none (got plan_ind"]),
    ("fengjie~pm25@2024:24~pm25@2024:25", "fengjie~pm25@2024:24", ["two outcomes", "got pm25@2024:25"]),
])  # fmt: skip
def test_what_is_wrong_is_said_by_name_and_the_good_is_kept(text: str, key: str, words: list[str]) -> None:
    pack, problems = _read(text)
    assert pack.key == key
    (sentence,) = problems
    assert all(each in sentence for each in words), sentence


def test_every_fault_of_a_text_is_said_and_those_alike_once() -> None:
    pack, problems = _read("fengjie@x~gdp@2025:0~fai@2025:100~gdp@2025:nan~gdp@2025:inf~tea@2025:1")
    assert pack.key == "fengjie~fai@2025:100"
    assert len(problems) == 4
    assert "got gdp@2025:nan, gdp@2025:inf" in " ".join(problems)


def test_an_outcome_may_replace_an_official_one_where_it_is_marked() -> None:
    assert find_region("fengjie@2024~gdp@2024:420:7!").baselines["gdp"].value == 420
    assert find_region("fengjie@2024").baselines["gdp"].value == 411.5


@pytest.mark.parametrize("series", [12, 0])
def test_there_is_room_for_forty_outcomes_and_a_link_with_them_and_four_scenarios_is_short(series: int) -> None:
    levels = {"gdp": 440.25, "fai": 118.75, "retail": 145.25, "income": 31000}
    every = [f"{key}@{year}:{level}:6.25!" for year in (2025, 2026, 2027) for key, level in levels.items()][:series]
    aims = {key: PACK.statements[key].target or 0.0 for key, growth in ROWS.items() if not growth}
    every += [f"{key}@2024:{aims[key] * 0.963:.6g}" for key in sorted(aims, key=len, reverse=True)]
    pack, problems = _read("~".join(("fengjie@2025" if series else "fengjie@2024", *every)))
    assert len(pack.given) == regions.MOST == 40
    assert "too many" in problems[0]
    start = plan(pack)
    kept = [
        start.set(gdp_first=0.0611, gdp_later=0.05 + place / 1000, fai_first=0.1, retail_later=0.06).by_hand(
            "gdp", 2027, 0.0437
        ).rename(f"情景{place}：一个相当长的名称，用来占满位置")
        for place in range(1, 5)
    ]  # fmt: skip
    work = Work(kept[0].set(income_first=0.051), tuple(kept), 2)
    text = write(work, "zh")
    assert len(text) <= MOST
    opened = read(text, PACKS)
    assert (opened.work, opened.problems) == (work, ())


@pytest.mark.parametrize(("text", "said"), [
    ("fengjie@2024", "region=fengjie&base=2024"),
    (WHOLE, "region=fengjie&base=2025&outcome.gdp=2025:440:6.2&outcome.income=2025:31000"),
    ("fengjie@2024~gdp@2024:420:7!~gdp@2025:440",
     "region=fengjie&base=2024&outcome.gdp=2024:420:7,2025:440&outcome.gdp.instead=2024"),
    ("fengjie~energy_intensity@2024::-3.1", "region=fengjie&outcome.energy_intensity=2024::-3.1"),
])  # fmt: skip
def test_a_link_and_a_file_say_it_readably_and_give_it_back(text: str, said: str) -> None:
    pack = find_region(text)
    work = Work(plan(pack))
    sent = write(work, "zh")
    assert f"&{said}&" in sent
    for opened in (read(sent, PACKS), open_any(write_file(work, "zh"), PACKS)):
        assert (opened.work, opened.problems) == (work, ())


def test_a_link_whose_region_has_a_fault_says_so_and_keeps_the_rest() -> None:
    opened = read("v=4&region=fengjie&base=2024&outcome.gdp=2025:nan&gdp=6,7", PACKS)
    assert opened.scenario.region == "fengjie@2024"
    assert (opened.scenario["gdp_first"], opened.scenario["gdp_later"]) == (0.06, 0.07)
    assert any("region: holds what is no outcome (got gdp@2025:nan)" in sentence for sentence in said(opened.problems))


HOSTILE = st.text(st.sampled_from("fengji@~:!.-+e0123456789２٤gdpincoma nxu_%&=\x00\n"), max_size=80)
HOSTILE_ROW = st.builds(
    "fengjie~{}@2024:{}".format, st.sampled_from(["pm25", "soe_profit", "tourist_overnight"]), HOSTILE
)


@given(HOSTILE | HOSTILE_ROW | st.text(max_size=60) | HOSTILE.map(lambda text: f"fengjie@2025~{text}"))
@example("fengjie" + "~gdp@2025:440" * 1500)
@example("fengjie@" + "2" * 20_000)
@example("fengjie~gdp@2025:" + "9" * 400)
def test_no_text_does_anything_but_say_what_of_it_cannot_be_used(text: str) -> None:
    pack, problems = regions.read(text, PACKS)
    if pack is None:
        assert text.partition("~")[0].partition("@")[0] not in list(PACKS)
        return
    assert pack.own is PACK or pack.own in PACKS.values()
    assert find_region(pack.key).key == pack.key
    assert len(problems) <= 30
    assert all(len(sentence) < 400 for sentence in said(problems))
    assert problems or find_region(text) == pack


def _reached(key: str, part: float, growth: float | None) -> Reached:
    """An outcome of a row of the report: of the target itself down to nothing, or any growth, as its target is."""
    if ROWS[key]:
        return Reached(key, 2024, None, part * 100 - 50 if growth is None else growth)
    return Reached(key, 2024, part * (PACK.statements[key].target or 0.0))


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
        pack, problems = regions.with_typed(pack, reached)
        assert problems == []
        expected[key, 2024] = reached
    for indicator, year, part, growth in given_outcomes:
        low, high = LEVELS[indicator]
        typed = Typed(indicator, year, low + part * (high - low), growth)
        pack, problems = regions.with_typed(pack, typed)
        assert problems == []
        expected[indicator, year] = typed
    pack = regions.from_year(pack, regions.known_years(pack.own, pack.typed)[-1])
    opened = read(write(Work(plan(pack)), "en"), PACKS)
    assert opened.problems == ()
    assert {(t.indicator, t.year): t for t in opened.scenario.pack.given} == expected
    assert opened.scenario == plan(pack)


def test_an_outcome_that_is_taken_away_takes_the_plan_from_its_year_with_it() -> None:
    pack = find_region(WHOLE)
    pack = regions.without_typed(pack, "gdp", 2025)
    assert pack.key == "fengjie@2025~income@2025:31000"
    assert regions.without_typed(pack, "income", 2025).key == "fengjie"
    assert regions.without_typed(find_region("fengjie@2024~gdp@2025:440"), "gdp", 2025).key == "fengjie@2024"


def test_one_more_outcome_than_there_is_room_for_is_refused() -> None:
    pack = PACK
    for year in range(2025, 2028):
        for indicator in LEVELS:
            pack, problems = regions.with_typed(pack, Typed(indicator, year, LEVELS[indicator][1]))
            assert problems == []
    for key, growth in list(ROWS.items())[: 40 - 12]:
        pack, problems = regions.with_typed(pack, _reached(key, 0.5, 0.5 if growth else None))
        assert problems == []
    full, problems = regions.with_typed(pack, Typed("gdp", 2028, 500))
    assert full is pack
    assert "too many" in said(problems)[0]
    assert "too many" in said(regions.with_typed(pack, _reached(list(ROWS)[28], 0.5, 0.5))[1])[0]
    assert regions.with_typed(pack, Typed("gdp", 2027, 500))[1] == []
