"""Data packs: Fengjie's own, and one fault at a time."""

import dataclasses
import shutil
from pathlib import Path

import pytest
from a_file import replace
from any_scenario import CLOSE, PACK
from pydantic import ValidationError

from model.answer import Answer
from model.economics.verdict import judge
from model.language.problem import Refused
from model.link.link import read, write
from model.region.key import RegionKey
from model.region.loader import DATA, load, packs, regions
from model.region.pack import Pack
from model.scenario.levers import levers
from model.scenario.scenario import plan
from model.work.work import Work

# Fengjie's own pack


def test_fengjie_is_the_region_that_opens_where_none_is_named() -> None:
    assert next(iter(packs())) == "fengjie"
    assert sorted(packs()) == list(regions()) == sorted(file.parent.name for file in DATA.glob("*/region.toml"))
    assert read("", packs()).scenario.region == "fengjie"
    assert PACK.region.name_zh == "奉节县（重庆）"
    assert PACK.region.formal_zh == "重庆市奉节县"
    assert (PACK.base_year, PACK.first_year) == (2023, 2024)


PRINTED = [
    *(("baselines", key, 2023, level, "C", "derived") for key, level in (
        ("gdp", 386), ("fai", 90.7), ("retail", 131.6)
    )),
    ("baselines", "income", 2023, 27_813, "A", "plan_report_2024"),
    *(("history", *row, "yearbook_panel") for row in (
        ("gdp", 2005, 45.03, "B"), ("gdp", 2015, 197.43, "B"), ("gdp", 2018, 300.68, "D"), ("gdp", 2020, 323.14, "B"),
        ("retail", 2013, 47.16, "B"), ("retail", 2020, 94.24, "B"), ("revenue", 2005, 1.32, "B"),
        ("revenue", 2018, 15.7, "D"), ("revenue", 2020, 15.5, "B"), ("primary", 2020, 58.61, "B"),
        ("secondary", 2020, 124.29, "B"), ("tertiary", 2020, 140.25, "B"),
    )),
    *(("outcomes", key, 2024, level, "A", "plan_report_2025") for key, level in (
        ("gdp", 411.5), ("fai", 105.6), ("retail", 135.4), ("income", 29_364), ("revenue", 25.02)
    )),
    *(("growth", key, 2023, rate, "A", "plan_report_2024") for key, rate in (
        ("gdp", 5.8), ("fai", 23.1), ("retail", 7.3), ("income", 4.4)
    )),
    *(("growth", key, 2024, rate, "A", "plan_report_2025") for key, rate in (
        ("gdp", 6.6), ("fai", 16.4), ("retail", 2.9), ("income", 5.6)
    )),
    *(("growth", f"municipality_{key}", year, rate, "B", "chongqing_statistics") for key, year, rate in (
        ("gdp", 2005, 11.8), ("gdp", 2010, 17.2), ("gdp", 2022, 2.6), ("gdp", 2024, 5.7), ("deflator", 2019, 2.86),
        ("deflator", 2023, -0.57), ("target", 2018, 8.5), ("target", 2024, 6),
    )),
]  # fmt: skip


def test_figures_are_those_that_were_printed_with_source_and_trust() -> None:
    known = {"baselines": PACK.baselines.values(), "history": PACK.history, "growth": PACK.growth}
    known["outcomes"] = PACK.outcomes
    found = [
        (kind, figure.indicator, figure.year, figure.value, figure.trust, figure.source)
        for kind, figures in known.items()
        for figure in figures
    ]
    assert [row for row in PRINTED if found.count(row) != 1] == []
    real = {"gdp", "municipality_gdp", "municipality_target"}
    assert {row.indicator for row in PACK.growth if row.price_basis == "constant"} == real
    assert {row.unit for row in PACK.growth} == {"%"}


def test_the_gdp_baseline_is_derived_and_not_printed_and_lies_between_380_and_391() -> None:
    gdp = PACK.baselines["gdp"]
    assert (gdp.low, gdp.value, gdp.high) == (380, 386, 391)
    assert (gdp.source, gdp.trust, gdp.locator) == ("derived", "C", "411.5÷1.066")
    assert "未见公布" in gdp.note_zh
    assert "no published figure" in gdp.note_en
    assert gdp.value == pytest.approx(411.5 / 1.066, abs=0.05)


def test_the_unsafe_year_2018_is_known_but_not_shown() -> None:
    assert 2018 in {row.year for row in PACK.history if row.indicator == "gdp"}
    assert [row.year for row in PACK.shown_history("gdp")] == [*range(2005, 2018), 2019, 2020]


def test_the_calibration_is_that_of_past_misses_of_announced_targets() -> None:
    figures = {key: (figure.value, figure.observations, figure.trust) for key, figure in PACK.calibration.items()}
    assert figures == {
        "error": (1.6, 143, "C"),
        "persistence": (0.6, None, "C"),
        "mean_miss": (0, 143, "C"),
        "at_or_above": (56, 143, "C"),
        "lowest_miss": (-8.2, 143, "C"),
        "highest_miss": (3.8, 143, "C"),
    }


def test_the_sectors_are_those_of_the_last_year_in_which_all_three_are_known() -> None:
    assert [(figure.indicator, figure.year, figure.value) for figure in PACK.sectors] == [
        ("primary", 2020, 58.61), ("secondary", 2020, 124.29), ("tertiary", 2020, 140.25)
    ]  # fmt: skip


def test_the_goals_are_those_of_the_plan_the_five_year_plan_and_the_congress() -> None:
    announced = {
        "plan_gdp": ("gdp", "growth", 2024, 6.5),
        "five_year_gdp": ("gdp", "growth", 2025, 7.5),
        "plan_fai": ("fai", "growth", 2024, 12),
        "plan_retail": ("retail", "growth", 2024, 7.5),
        "plan_income": ("income", "growth", 2024, 6.5),
        "congress_2026": ("gdp", "level", 2026, 550),
        "five_years_on": ("gdp", "level", 2028, 550),
        "plan_revenue": ("revenue", "level", 2024, 18.5),
    }
    goals = {key: (goal.indicator, goal.kind, goal.year, goal.value) for key, goal in PACK.goals.items()}
    assert announced.items() <= goals.items()
    assert PACK.target == PACK.goals["five_years_on"]
    assert [goal.year for goal in PACK.deadlines] == [2026, 2028]


def test_every_number_has_a_source_with_licence_and_locator_and_every_source_a_number() -> None:
    named = (PACK.baselines, PACK.goals, PACK.calibration)
    figures = [*PACK.history, *PACK.outcomes, *PACK.growth, *(figure for some in named for figure in some.values())]
    assert {figure.source for figure in figures} == set(PACK.sources)
    assert all(figure.locator for figure in figures)
    said = [(s.licence_zh, s.licence_en, s.locator_zh, s.locator_en) for s in PACK.sources.values()]
    assert all(all(texts) for texts in said)


def test_a_pack_is_frozen_down_to_its_figures() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PACK.key = "elsewhere"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        PACK.baselines["gdp"].value = 400
    with pytest.raises(ValidationError, match="frozen"):
        PACK.region.base_year = 2024
    with pytest.raises(TypeError):
        PACK.baselines["gdp"] = PACK.baselines["fai"]  # type: ignore[index]
    with pytest.raises(TypeError):
        PACK.sources["rumour"] = PACK.sources["derived"]  # type: ignore[index]
    with pytest.raises(TypeError):
        PACK.calibration["error"] = PACK.calibration["persistence"]  # type: ignore[index]
    assert all(isinstance(rows, tuple) for rows in (PACK.history, PACK.outcomes, PACK.growth))


# Another county


def opens(pack: Pack) -> None:
    """What a page does first with a pack."""
    known = {pack.key.region: pack}
    assert read(write(Work(plan(pack)), "zh"), known).scenario == plan(pack) == read("", known).scenario


def wushan(data: Path) -> None:
    """Puts another region beside those there are, with Fengjie's figures under a name of its own."""
    shutil.copytree(data / "fengjie", data / "wushan")
    names = ('"奉节县（重庆）"', '"巫山县（重庆）"'), ('"Fengjie County, Chongqing"', '"Wushan County, Chongqing"')
    replace(data / "wushan" / "region.toml", *names)


def test_a_folder_with_a_region_file_is_a_region_and_another_is_not(data: Path) -> None:
    wushan(data)
    (data / "drafts").mkdir()
    shutil.copytree(data / "wushan", data / "_later")
    assert set(regions(data)) == {*regions(), "wushan"}
    assert "drafts" not in regions(data)


def test_regions_stand_in_the_order_of_their_keys_the_one_that_opens_first(data: Path) -> None:
    for key in set(regions(data)) - {"fengjie", "chongqing"}:
        shutil.rmtree(data / key)
    wushan(data)
    assert regions(data) == ("chongqing", "fengjie", "wushan")
    assert [pack.key.region for pack in packs(data).values()] == ["fengjie", "wushan", "chongqing"]


def test_two_regions_of_one_name_are_both_refused(data: Path) -> None:
    wushan(data)
    head = data / "wushan" / "region.toml"
    shutil.copy(data / "fengjie" / "region.toml", head)
    for region, other in (("fengjie", "wushan"), ("wushan", "fengjie")):
        with pytest.raises(Refused) as refused:
            load(region, data)
        assert [problem.where for problem in refused.value.problems] == ["region.toml name_zh", "region.toml name_en"]
        assert f"is the name of {other} too (got 奉节县（重庆）);" in str(refused.value)


@pytest.mark.parametrize("key", ["x@2024", "own~z", "a~b", "a b", ".hidden", "own", "Wushan", "巫山", "2024", "a" * 31])
def test_a_key_that_would_mean_something_else_in_a_link_is_refused(data: Path, key: str) -> None:
    (data / "fengjie").rename(data / key)
    with pytest.raises(Refused) as refused:
        load(key, data)
    (problem,) = refused.value.problems
    assert problem.sentence().startswith(
        f"{key}/: is not a key of a region (got {key}); allowed: at most 30 of the letters"
    )


@pytest.mark.parametrize("key", ["a", "wushan", "wu-shan_2", "owner", "a" * 30])
def test_a_key_of_small_letters_and_digits_is_good(data: Path, key: str) -> None:
    (data / "fengjie").rename(data / key)
    assert load(key, data).key == RegionKey(key)


def test_a_county_whose_gdp_baseline_has_no_known_range_is_judged_at_that_baseline(data: Path) -> None:
    replace(data / "fengjie" / "baselines.csv", ("386,380,391", "386,,"))
    pack = load("fengjie", data)
    opens(pack)
    verdict = judge(plan(pack))
    assert verdict.low == verdict.level == verdict.high == pytest.approx(548.9980090195311, rel=CLOSE)
    assert verdict.status == "not_reached"


def test_a_range_of_another_baseline_stands_in_the_frame(data: Path) -> None:
    replace(data / "fengjie" / "baselines.csv", ("90.7,,", "90.7,88,93"))
    pack = load("fengjie", data)
    opens(pack)
    frame = Answer(Work(plan(pack))).frame
    base = frame[(frame["indicator"] == "fai") & (frame["year"] == 2023)]
    assert base[["low", "level", "high"]].to_numpy().tolist() == [[88, 90.7, 93]]


def test_a_county_without_sectors_has_no_levers_for_them(data: Path) -> None:
    file = data / "fengjie" / "history.csv"
    rows = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(row for row in rows if not row.startswith("tertiary")), encoding="utf-8")
    pack = load("fengjie", data)
    opens(pack)
    assert pack.sectors == ()
    assert [key for key in levers(pack) if key.startswith(("primary", "secondary", "tertiary"))] == []


def test_sectors_are_taken_from_the_last_year_for_which_all_are_known(data: Path) -> None:
    row = "primary,2021,60,亿元,current,B,yearbook_panel,x,,\n"
    replace(data / "fengjie" / "history.csv", ("secondary,2020", row + "secondary,2020"))
    assert [figure.year for figure in load("fengjie", data).sectors] == [2020, 2020, 2020]


def test_goals_of_the_past_and_of_other_indicators_are_no_readings_of_the_target(data: Path) -> None:
    file = data / "fengjie" / "targets.csv"
    past = "old,gdp,level,旧目标,old goal,2020,300,亿元,current,A,plan_report_2024,x,,\n"
    other = "pay,income,level,收入,income,2027,30000,元,current,A,plan_report_2024,x,,\n"
    file.write_text(file.read_text(encoding="utf-8") + past + other, encoding="utf-8")
    assert [goal.key for goal in load("fengjie", data).deadlines] == ["congress_2026", "five_years_on"]


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(data: Path) -> None:
    file = data / "fengjie" / "outcomes.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load("fengjie", data).outcomes == PACK.outcomes


def test_a_folder_without_any_region_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="holds no region"):
        packs(tmp_path)


def test_a_pack_broken_while_the_program_runs_changes_nothing_and_a_mended_one_needs_no_new_start(data: Path) -> None:
    head = data / "fengjie" / "region.toml"
    good = head.read_bytes()
    head.write_bytes(b"\xff\x00 broken [")
    with pytest.raises(Refused, match=r"region\.toml"):
        packs(data)
    head.write_bytes(good)
    read = packs(data)
    head.unlink()
    assert packs(data) is read


def test_packs_that_are_shared_cannot_be_exchanged() -> None:
    with pytest.raises(TypeError):
        packs()["fengjie"] = PACK  # type: ignore[index]


def test_a_region_that_is_not_there_is_refused(data: Path) -> None:
    with pytest.raises(Refused, match=r"region\.toml: is not there"):
        load("atlantis", data)


def test_what_was_derived_with_an_assumption_is_trusted_so_and_its_note_says_which() -> None:
    derived = [base for pack in packs().values() for base in pack.baselines.values() if base.source == "derived"]
    assert [base.indicator for base in derived] == ["gdp", "fai", "retail"]
    for base in derived:
        assert base.trust == "C"
        assert any(word in base.note_en for word in ("assuming", "taking"))
        assert "假定" in base.note_zh
