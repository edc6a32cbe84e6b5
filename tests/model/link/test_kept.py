"""Kept scenarios in a link: what differs from the scenario on the page, exact there and back, and short."""

import random
from dataclasses import replace
from urllib.parse import parse_qsl

import pytest
from any_link import about, sentences, signed
from any_scenario import PACKS, PLAN
from any_work import HARD_NAMES, works
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link import envelope, kept, link, parts
from model.link.link import headline, read, write
from model.scenario.scenario import YEARS, Scenario
from model.work.work import Work

SERIES = ("gdp", "deflator", "fai", "retail", "income")
PAGE = PLAN.set(gdp_later=0.08, income_first=0.05).by_hand("fai", 2026, 0.1)
LOCKED = PAGE.with_years("gdp", {2025: 0.06, 2026: 0.055}, locked=[2026])
WORK = Work(PAGE).add(LOCKED.rename("保底")).add(PLAN.rename("计划 ~ name=x")).refer(2)
FIELDS = dict(parse_qsl(write(WORK, "zh")))


def with_part(key: str, text: str) -> str:
    """The link with one kept scenario said otherwise, signed as if it had been written like that."""
    return signed({**FIELDS, key: text})


# There and back


@given(works(), st.sampled_from(["zh", "en"]))
def test_up_to_four_kept_scenarios_come_back_exactly_and_are_written_the_same_way(work: Work, language: str) -> None:
    text = write(work, language)
    opened = read(text, PACKS)
    assert opened.work == work
    assert opened.problems == ()
    assert opened.shown == tuple(headline(scenario) for scenario in (work.scenario, *work.kept))
    assert write(opened.work, language) == text


@pytest.mark.parametrize("name", HARD_NAMES, ids=ascii)
def test_no_name_is_mistaken_for_something_else(name: str) -> None:
    work = Work(PAGE).add(LOCKED.rename(name)).add(PLAN.rename(name)).refer(1)
    for text in (write(work, "en"), f"http://localhost:8501/?{write(work, 'en')}"):
        opened = read(text, PACKS)
        assert (opened.work, opened.problems) == (work, ())


def test_a_person_can_read_what_differs_from_the_scenario_on_the_page_and_nothing_else() -> None:
    assert FIELDS["k1"] == "gdp=6.5,8,2025:6,2026:5.5!~shown=536.22,not_reached~name=保底"
    assert FIELDS["k2"] == "gdp=6.5,7.5~fai=12,12~income=6.5,6.5~shown=548.998,not_reached~name=计划 ~ name=x"
    assert FIELDS["reference"] == "2"
    assert "reference" not in dict(parse_qsl(write(replace(WORK, reference=0), "zh")))


def busy(chance: random.Random, name: str) -> Scenario:
    """A scenario with every growth lever changed, and five years of GDP and of investment set by hand."""
    scenario = PLAN.set(**{f"{key}_{slot}": a_rate(chance) for key in SERIES for slot in ("first", "later")})
    for key in ("gdp", "fai"):
        scenario = scenario.with_years(key, {year: a_rate(chance) for year in range(2024, 2029)}, locked=[])
    return scenario.rename(name)


def a_rate(chance: random.Random) -> float:
    """A rate with two decimals in per cent."""
    return chance.randint(-1000, 3000) / 10_000


@pytest.mark.parametrize("seed", range(5))
def test_a_whole_address_with_four_kept_scenarios_changed_in_everything_stays_under_2000_characters(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    names = [
        "保底情景不低于百分之五点",
        "投资拉动消费跟进外贸持平",
        "零通胀基数下修增速加快些",
        "党代会口径提前两年达目标",
    ]
    assert {len(name) for name in names} == {12}
    work = Work(busy(chance, "页面上的情景也是这样改的"))
    for name in names:
        work = work.add(busy(chance, name))
    text = write(work.refer(4), "zh")
    assert len(f"http://localhost:8501/?{text}") < 2000
    assert read(text, PACKS).work == work.refer(4)


def test_four_kept_scenarios_that_differ_in_a_lever_each_stay_readable_and_under_2000_characters() -> None:
    work = Work(PAGE.rename("稳健情景（按规划）"))
    for number, name in enumerate(("零通胀，快一点", "2024 outcome held, prices −1 %", "Just enough 🌱", "保底"), 71):
        work = work.add(PAGE.set(gdp_later=number / 1000).rename(name))
    text = write(work, "zh")
    assert len(f"http://localhost:8501/?{text}") < 2000
    assert "packed=" not in text
    assert "k3=gdp=6.5,7.3~shown=" in text


NOTES = (
    "按《奉节县2024年国民经济和社会发展计划》口径设定，经2024年1月8日县政府常务会议研究，作为底线情景。",
    "对应党代会“五年突破550亿元”目标，后四年增速由测算反推，需投资和工业同步提速，待县委财经委审议。",
    "参照全市2024年实际增速5.7%下调，考虑水电来水偏枯和房地产投资下滑，由发改委综合科提出，供讨论比较。",
    "2025年以后与市“十四五”规划终期评估一致，价格变动取零；如基数修订，须按最终核实数重新测算后再上会。",
)


def test_an_address_with_four_saved_scenarios_and_a_note_on_each_stays_under_2000_characters() -> None:
    work = Work(PAGE)
    for number, note in enumerate(NOTES, 71):
        work = work.add(PAGE.set(gdp_later=number / 1000).rename(f"情景{number}").annotate(note))
    text = write(work.open(4), "zh")
    assert len(f"http://localhost:8501/?{text}") < 2000
    assert [each.note for each in read(text, PACKS).work.kept] == list(NOTES)


def test_a_note_that_is_too_long_is_cut_and_named() -> None:
    opened = read(signed({**FIELDS, "k1.note": "x" * 141, "note": "a\nb"}), PACKS)
    assert opened.work.kept[0].note == "x" * 140
    assert opened.work.scenario.note == "a b"
    assert [problem.where for problem in opened.problems] == ["note", "k1 note"]


# What is wrong with one is named, the rest is kept


BAD_PARTS = [
    # what the part says, the sentence, what it is about, and what it cannot do without
    ("gdp=6.5,99~name=x", "k1 gdp", parts.OUTSIDE, ["got 99", "-10 to 30 %"]),
    ("gdp=6.5,NaN~name=x", "k1 gdp", parts.NOT_A_NUMBER, ["got NaN"]),
    ("gdp=6.5~name=x", "k1 gdp", parts.TOO_FEW, ["1 of 2"]),
    ("gdp=6.5,7.5,2040:1!~name=x", "k1 gdp", YEARS, ["got 2040"]),
    ("gdp=5,6~speed=9~name=x", "k1", kept.UNKNOWN, ["got speed"]),
    ("gdp=5,6~gdp=7,8~name=x", "k1 gdp", envelope.REPEATED, []),
    ("gdp=5,6~shown=much~name=x", "k1", link.BAD_SHOWN, ["got much"]),
    ("gdp=5,6~shown=~name=x", "k1", link.BAD_SHOWN, ["got )"]),
    ("gdp=5,6~shown=500,depends", "k1 name", kept.NO_NAME, ["called k1"]),
    ("gdp=5,6~name=", "k1 name", kept.NO_NAME, ["got )", "called k1"]),
    ("gdp=5,6~name=\x00", "k1 name", kept.NO_NAME, ["called k1"]),
    (f"gdp=5,6~name={'字' * 41}", "k1 name", link.LONG_NAME, ["40 characters"]),
    ("junk", "k1", kept.NOTHING, ["got junk", "left out"]),
    ("", "k1", kept.NOTHING, ["got )"]),
    ("~~=~=~", "k1", kept.NOTHING, ["got ~~=~=~"]),
]


@pytest.mark.parametrize(("text", "where", "what", "words"), BAD_PARTS, ids=[ascii(row[0])[:40] for row in BAD_PARTS])
def test_a_damaged_part_is_named_with_its_place_and_the_rest_is_kept(
    text: str, where: str, what: str, words: list[str]
) -> None:
    opened = read(with_part("k1", text), PACKS)
    assert (opened.problems[0].where, opened.problems[0].what) == (where, what)
    assert {problem.where.partition(" ")[0] for problem in opened.problems} == {"k1"}
    for word in words:
        assert word in sentences(opened)[0]
    assert opened.scenario == WORK.scenario
    assert opened.work.kept[-1] == WORK.kept[1]
    assert opened.work.nth(opened.work.reference) == WORK.kept[1]


def test_in_an_edited_link_what_looks_like_parts_behind_a_name_is_named_and_the_name_stays_whole() -> None:
    name = "保底~speed=9~fai=1,1"
    edited = write(replace(WORK, kept=(LOCKED.rename(name), *WORK.kept[1:])), "en")[:-8] + "0" * 8
    opened = read(edited, PACKS)
    assert opened.work.kept[0] == LOCKED.rename(name)
    assert sentences(opened)[1:] == [
        "k1 name: holds what looks like parts (got speed, fai); all behind “name=” is the name; put parts before it"
    ]
    assert about(read(with_part("k1", f"gdp=5,6~name={name}"), PACKS)) == []


@pytest.mark.parametrize("name", ["外部冲击~一年=2027", "a ~ b = c", "~", "a=b"])
def test_in_an_edited_link_a_name_like_any_other_is_nothing_to_speak_of(name: str) -> None:
    edited = write(replace(WORK, kept=(LOCKED.rename(name),)), "en")[:-8] + "0" * 8
    assert [problem.where for problem in read(edited, PACKS).problems if problem.where.startswith("k")] == []


def test_of_a_damaged_part_the_good_levers_are_used_and_the_plan_stands_in_for_the_bad_ones() -> None:
    (first, _) = read(with_part("k1", "gdp=5,99,2026:4!,2027:x~fai=9,9~name=x"), PACKS).work.kept
    expected = PAGE.set(gdp_first=0.05, gdp_later=0.075, fai_first=0.09, fai_later=0.09)
    expected = expected.by_hand("fai", 2026, None).with_years("gdp", {2026: 0.04}, locked=[2026])
    assert first == expected.rename("x")


def test_two_kept_scenarios_of_one_name_are_told_apart_and_that_is_said() -> None:
    opened = read(with_part("k2", "gdp=5,6~name=保底"), PACKS)
    assert [scenario.name for scenario in opened.work.kept] == ["保底", "k2"]
    assert sentences(opened) == ["k2 name: is missing or taken (got 保底); it was called k2"]


def test_a_name_that_is_made_up_is_taken_by_no_other() -> None:
    fields = {**FIELDS, "k1": "gdp=1,1~name=k3", "k2": "gdp=2,2~name=k4", "k3": "gdp=3,3", "k4": "gdp=4,4~name=k3"}
    names = [scenario.name for scenario in read(signed(fields), PACKS).work.kept]
    assert names[:2] == ["k3", "k4"]
    assert len(set(names)) == 4


@pytest.mark.parametrize("said", ["3", "5", "-1", "1.0", "x", "", "２", "1" * 300])
def test_a_reference_that_is_not_there_is_named_and_the_plan_used(said: str) -> None:
    opened = read(signed({**FIELDS, "reference": said}), PACKS)
    assert about(opened) == [link.BAD_REFERENCE]
    assert f"got {said[:50]}" in sentences(opened)[0]
    assert "0 (the plan) to 2" in sentences(opened)[0]
    assert opened.work == replace(WORK, reference=0)


def test_the_reference_stays_the_scenario_it_was_when_one_before_it_was_lost() -> None:
    fields = {key: value for key, value in FIELDS.items() if key != "k1"}
    opened = read(signed(fields), PACKS)
    assert opened.work.nth(opened.work.reference) == WORK.kept[1]
    assert about(opened) == []


def test_a_fifth_kept_scenario_is_no_part_that_is_known() -> None:
    opened = read(with_part("k5", "gdp=5,6~name=x"), PACKS)
    assert about(opened) == [link.UNKNOWN_KEYS]
    assert opened.work == WORK


def test_a_kept_scenario_alone_stands_beside_the_plan() -> None:
    opened = read("k1=gdp=5,6~name=x", PACKS)
    assert opened.work == Work(PLAN).add(PLAN.set(gdp_first=0.05, gdp_later=0.06).rename("x"))
    assert envelope.NO_CHECK in about(opened)
    assert about(read("k1=junk", PACKS)) == [link.NOTHING]


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=60) | st.text("gdpfaishownname=~,.:!0123456789 ", max_size=60))
def test_no_text_in_a_part_ever_raises_or_touches_the_others(text: str) -> None:
    opened = read(with_part("k1", text), PACKS)
    assert opened.scenario == WORK.scenario
    assert opened.work.kept[-1] == WORK.kept[1]
    names = [scenario.name for scenario in opened.work.kept]
    assert len(set(names)) == len(names)
    again = read(write(opened.work, "zh"), PACKS)
    assert (again.work, again.problems) == (opened.work, ())
