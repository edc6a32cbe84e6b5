"""A scenario as text: exact there and back, and never refused as a whole whatever is done to it on the way."""

import base64
import math
import random
import re
import time
import tracemalloc
import zlib
from dataclasses import replace
from urllib.parse import parse_qsl, quote, unquote

import pytest
from any_link import about, changes, crc, query, sentences, signed
from any_scenario import LEVERS, PACK, PACKS, PLAN, differing
from any_work import HARD_NAMES, works
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link import link, parts, reading, saved, transport
from model.link.file import open_any
from model.link.headline import headline
from model.link.link import Opened, read, write
from model.link.version import EDITION
from model.region.key import RegionKey
from model.scenario.levers import series_of
from model.scenario.scenario import NOT_BY_HAND, TWICE, YEARS, build
from model.work import view
from model.work.view import View
from model.work.work import MOST_KEPT, Work

LINK = write(Work(PLAN), "zh")
BUSY = (
    PLAN.set(gdp_first=0.0581, deflator_later=-0.012, income_base=28_000.5, target_level=612.5, target_year=2031)
    .set(income_target_level=41_000, error=0.021, tertiary_later=0.082)
    .by_hand("fai", 2025, 0.2)
    .with_years("gdp", {2025: 0.06, 2026: 0.045}, locked=[2026])
    .rename("稳一点 🌱 & more")
)
WORK = (
    Work(BUSY)
    .add(BUSY.with_years("gdp", {2026: 0.045}, locked=[]).rename("保底").annotate("why? a&b=c"))
    .add(PLAN.rename("计划 ~ name=x"))
    .refer(2)
)
TEXT = write(WORK, "en")
FIELDS = dict(parse_qsl(TEXT))


def edited(without: tuple[str, ...] = (), **fields: str) -> str:
    """The plan's link with some of its parts changed and the check made anew, as if it had been written like that."""
    return signed({key: value for key, value in parse_qsl(LINK) if key not in without} | fields)


def crowded() -> Work:
    """Nothing is round: every lever anywhere, every year of every series by hand and locked, in five scenarios."""
    chance, found = random.Random(0), []  # noqa: S311 - nothing is kept secret with it
    for place in range(1 + MOST_KEPT):
        values = {
            key: lever.high if lever.kind == "year" else chance.uniform(lever.low, lever.high)
            for key, lever in LEVERS.items()
        }
        by_hand = [(key, year, chance.uniform(-0.1, 0.3)) for key in series_of(PACK) for year in range(2024, 2036)]
        locks = [(key, year) for key, year, _ in by_hand]
        found.append(build(PACK, values, by_hand, "🌱" * 39 + str(place), locks, "注" * 140))
    return Work(found[0], tuple(found[1:]), 4)


CROWDED = write(crowded(), "zh")


# There and back


@given(works(), st.sampled_from(["zh", "en"]))
def test_any_work_comes_back_exactly_and_is_written_the_same_way(work: Work, language: str) -> None:
    text = write(work, language)
    opened = read(text, PACKS)
    assert (opened.work, opened.problems, opened.language) == (work, (), language)
    assert opened.shown == tuple(headline(scenario) for scenario in (work.scenario, *work.kept))
    assert (write(opened.work, language), changes(opened)) == (text, [])
    assert re.fullmatch(r"([A-Za-z0-9.,:@_~=&-]|%[0-9A-F]{2})+", text)


@pytest.mark.parametrize("name", HARD_NAMES, ids=ascii)
def test_no_name_or_note_is_mistaken_for_something_else(name: str) -> None:
    work = Work(BUSY.annotate(name)).add(PLAN.rename(name).annotate(name)).add(PLAN.rename(name)).refer(1)
    for text in (write(work, "en"), f"http://localhost:8501/?{write(work, 'en')}"):
        assert (read(text, PACKS).work, read(text, PACKS).problems) == (work, ())


def test_a_person_can_read_a_link() -> None:
    assert LINK.startswith("v=4&region=fengjie&lang=zh&gdp=6.5,7.5&deflator=0,0&")
    assert "&gdp0=386,380,391&" in LINK
    assert f"&view=solve,gdp&map=gdp_later,deflator_later&edition={EDITION}&shown=548.998,not_reached&" in LINK
    assert (FIELDS["gdp"], FIELDS["gdp.locked"]) == ("5.81,7.5,2025:6,2026:4.5", "2026")
    first = {key: text for key, text in FIELDS.items() if key.startswith("k1.") and key != "k1.shown"}
    assert first == {"k1.name": "保底", "k1.note": "why? a&b=c", "k1.gdp": "5.81,7.5,2026:4.5"}
    assert (FIELDS["k2.gdp"], FIELDS["k2.shown"], FIELDS["reference"]) == ("6.5,7.5", "548.998,not_reached", "2")


NOTES = (
    "按《奉节县2024年国民经济和社会发展计划》口径设定，经2024年1月8日县政府常务会议研究，作为底线情景。",
    "对应党代会“五年突破550亿元”目标，后四年增速由测算反推，需投资和工业同步提速，待县委财经委审议。",
    "参照全市2024年实际增速5.7%下调，考虑水电来水偏枯和房地产投资下滑，由发改委综合科提出，供讨论比较。",
    "2025年以后与市“十四五”规划终期评估一致，价格变动取零；如基数修订，须按最终核实数重新测算后再上会。",
)
NAMES = ("保底情景（不低于5%）", "党代会口径：2028年达550亿元", "参照全市增速下调情景", "基数修订后的高增长情景")


def test_four_saved_scenarios_with_names_and_notes_stay_under_2000_characters() -> None:
    work = Work(BUSY)
    for number, (name, note) in enumerate(zip(NAMES, NOTES, strict=True)):
        scenario = PLAN.set(gdp_first=0.061, gdp_later=0.071 + number / 1000, deflator_later=0.004, fai_later=0.09)
        years = scenario.set(target_level=560 + number, income_later=0.0612).with_years("gdp", {2025: 0.063}, [2025])
        work = work.add(years.rename(name).annotate(note))
    text = write(work.open(4).refer(1), "zh")
    assert len(f"https://simulator.example.gov.cn/feasibility?{text}") < 1500
    assert read(text, PACKS).work == work.open(4).refer(1)
    assert list(dict(parse_qsl(text))) == ["v", "region", "lang", "gdp", "edition", "shown", "packed", "check"]
    short = Work(BUSY)
    for number in range(4):
        short = short.add(BUSY.set(gdp_later=0.071 + number / 1000).rename(f"情景{number}"))
    assert "&k3.gdp=5.81,7.3,2025:6,2026:4.5&" in write(short, "zh")


def test_the_longest_link_there_can_be_comes_back_exactly() -> None:
    assert (read(CROWDED, PACKS).work, read(CROWDED, PACKS).problems) == (crowded(), ())
    assert len(CROWDED) < transport.LONGEST


def test_no_link_at_all_is_the_plan_without_a_word() -> None:
    for text in ("", "  \n", "?", "https://example.org/", "https://example.org/?", "embed=true&embed_options=dark"):
        opened = read(text, PACKS)
        assert (opened.work, opened.problems, opened.understood, opened.shown) == (Work(PLAN), (), 0, (None,))


@pytest.mark.parametrize("text", ["region=fengjie&base=2024", "base=2024&lang=en"])
def test_a_link_that_says_only_which_plan_and_how_to_look_shows_that_without_a_word(text: str) -> None:
    opened = read(f"{text}&view=plain,why&map=gdp_base,gdp_later", PACKS)
    assert opened.scenario.pack.key == RegionKey("fengjie", base_year=2024)
    assert opened.work.view == View("why", "gdp_base", "gdp_later")
    assert opened.problems == ()


# What transport does


def full_width(text: str) -> str:
    return text.translate({ord(mark): ord(mark) + 0xFEE0 for mark in "?&=:,0123456789"})


TRANSPORT = {
    "an address": lambda text: f"https://example.org:8501/compare?{text}#top",
    "a question before it": lambda text: f"Is this it? See https://example.org/?{text}",
    "a sentence around it": lambda text: f"请看（https://example.org/?{text}）。谢谢！",
    "a bare query in a sentence": lambda text: f"链接：{text}，请核对",
    "a signature": lambda text: f"Look:\nhttp://localhost/?{text}\n\n-- \nSent from my phone",
    "quotation marks": lambda text: f'"{text}"',
    "another link behind it": lambda text: f"{text} https://x.test/?v=4&gdp=1,1",
    "a full stop": lambda text: f"http://x.test/?{text}.",
    "entities": lambda text: text.replace("&", "&amp;"),
    "entities of entities": lambda text: text.replace("&", "&amp;amp;"),
    "line breaks": lambda text: "\r\n".join(text[at : at + 76] for at in range(0, len(text), 76)),
    "quoted mail": lambda text: "\n> ".join(text[at : at + 60] for at in range(0, len(text), 60)),
    "a byte-order mark": lambda text: f"\ufeff{text}\u200b",
    "full-width forms": full_width,
    "escaped once more": lambda text: quote(text),
    "wholly escaped": lambda text: re.sub("=([^&]*)", lambda m: "=" + "".join(
        f"%{byte:02x}" for byte in unquote(m[1]).encode()), text),
    "decoded": lambda text: "&".join(f"{key}={re.sub('[&%#+]', lambda m: quote(m[0]), value)}" for key, value in
                                     parse_qsl(text)),
    "plus for space": lambda text: text.replace("%20", "+"),
    "embedded": lambda text: f"embed=true&{text}&embed_options=dark_theme&embed_options=show_padding",
}  # fmt: skip


@pytest.mark.parametrize("change", TRANSPORT.values(), ids=TRANSPORT.keys())
@pytest.mark.parametrize("text", [LINK, TEXT, CROWDED], ids=["plan", "more", "packed"])
def test_what_transport_did_is_undone_and_the_check_sum_proves_it(change, text: str) -> None:  # type: ignore[no-untyped-def]  # lambdas
    for opened in (read(change(text), PACKS), open_any(change(text), PACKS)):
        assert opened.problems == ()
        assert opened.work == read(text, PACKS).work


def test_the_order_of_the_parts_does_not_matter() -> None:
    assert (read("&".join(reversed(TEXT.split("&"))), PACKS).work, sentences(read(TEXT, PACKS))) == (
        WORK,
        [],
    )


@pytest.mark.parametrize("added", ["from=singlemessage&isappinstalled=0", "utm_source=mail", "fbclid=IwAR0"])
def test_what_a_messenger_adds_is_named_and_does_not_break_the_check(added: str) -> None:
    for text in (f"{TEXT}&{added}", f"{added}&{TEXT}", f"{CROWDED}&{added}"):
        opened = read(text, PACKS)
        assert about(opened) == [reading.UNKNOWN_KEYS]
        assert None not in opened.shown


def test_an_address_or_a_question_left_unencoded_in_a_name_loses_nothing() -> None:
    for name in ("why?", "see http://example.org", "see http://example.org/?v=4"):
        bare = unquote(write(Work(PLAN.rename(name)), "en"))
        for text in (bare, "https://example.org/?" + bare):
            assert read(text, PACKS).scenario == PLAN.rename(name)


# The check


@given(works())
def test_the_check_is_a_crc_32_over_the_sorted_parts_without_the_language(work: Work) -> None:
    fields = link.fields_of(work, "zh")
    assert fields["check"] == crc(fields)


def test_the_check_notices_any_changed_digit() -> None:
    for at in [at for at, digit in enumerate(TEXT) if digit in "0123456789"][::3]:
        changed = TEXT[:at] + str((int(TEXT[at]) + 3) % 10) + TEXT[at + 1 :]
        assert transport.BAD_CHECK in about(read(changed, PACKS))


def test_a_link_cut_off_anywhere_opens_and_says_that_something_is_lost() -> None:
    for at in range(1, len(TEXT), 13):
        assert sentences(read(TEXT[:at], PACKS))
        assert sentences(read(TEXT[at:], PACKS))


def test_what_stood_before_the_cut_is_kept_and_what_stood_after_it_is_named() -> None:
    opened = read(TEXT[: TEXT.index("&retail=")], PACKS)
    assert (opened.scenario["gdp_first"], opened.scenario.rates_by_hand("gdp")) == (0.0581, {2025: 0.06, 2026: 0.045})
    assert opened.scenario.name == BUSY.name
    assert about(opened) == [transport.NO_CHECK, reading.LACKING]
    assert "lacks retail, income, " in sentences(opened)[1]
    assert opened.shown == (None,)


def test_a_packed_link_that_was_cut_off_says_so_and_what_is_readable_is_used() -> None:
    for at in range(CROWDED.index("&packed=") + 8, len(CROWDED) - 20, 497):
        opened = read(CROWDED[:at], PACKS)
        assert {transport.BAD_PACKED, transport.NO_CHECK, reading.LACKING} <= set(about(opened))
        assert opened.scenario.rates_by_hand("gdp") == crowded().scenario.rates_by_hand("gdp")
        assert opened.work.kept == ()


# What is wrong is named, alone, in words; what is right is kept


OUT_OF_RANGE = ("-10", "30 %")

BAD_PARTS = [
    # a part of the link, what it says, what the sentence is about, and what it cannot do without
    ("gdp", "NaN,7.5", parts.NOT_A_NUMBER, ["got NaN", *OUT_OF_RANGE]),
    ("gdp", "-Infinity,7.5", parts.NOT_A_NUMBER, ["got -Infinity"]),
    ("gdp", "1e400,7.5", parts.OUTSIDE, ["got 1e400", *OUT_OF_RANGE]),
    ("gdp", "0x10,7.5", parts.NOT_A_NUMBER, ["got 0x10"]),
    ("gdp", "六,7.5", parts.NOT_A_NUMBER, ["got 六"]),
    ("gdp", "٦,7.5", parts.NOT_A_NUMBER, ["got ٦"]),
    ("gdp", ",7.5", parts.NOT_A_NUMBER, ["got )"]),
    ("gdp", "30.1,7.5", parts.OUTSIDE, ["got 30.1", *OUT_OF_RANGE]),
    ("gdp", "", parts.TOO_FEW, ["0 of 2"]),
    ("gdp", "6.5,7.5,8.5", parts.TOO_MANY, ["the 2 ", "got 6.5,7.5,8.5"]),
    ("gdp", "6.5,7.5,2023:5", YEARS, ["got 2023", "2024 to 2035"]),
    ("gdp", "6.5,7.5,20266:5", None, ["20266:5"]),
    ("gdp", "6.5,7.5,2026:", parts.NOT_A_NUMBER, ["got 2026:)"]),
    ("gdp", "6.5,7.5,2026:5!", parts.NOT_A_NUMBER, ["got 2026:5!"]),
    ("gdp", "6.5,7.5,2026:33.3", None, ["outside the range", "got 2026:33.3)", *OUT_OF_RANGE]),
    ("gdp", "6.5,7.5,2026:5,2026:6", TWICE, []),
    ("gdp.locked", "2026", NOT_BY_HAND, ["got 2026"]),
    ("gdp.locked", "x,2027", NOT_BY_HAND, ["got x, 2027"]),
    ("gdp0", "386,380,391,2026:5", None, ["2026:5"]),
    ("gdp0", "0,380,391", parts.OUTSIDE, ["got 0", "39 to 3860"]),
    ("target", "550,2023", parts.OUTSIDE, ["got 2023", "2024 to 2035"]),
    ("target", "550,2028.5", parts.NOT_WHOLE, ["got 2028.5"]),
    ("error", "1.6,1", parts.OUTSIDE, ["got 1)", "0 to 0.95"]),
    ("region", "nowhere", reading.BAD_REGION, ["got nowhere", "fengjie"]),
    ("base", "2031", None, ["got 2031", "2024 to 2027"]),
    ("outcome.gdp", "2025:x", None, ["outcome.gdp: ", "got 2025:x"]),
    ("outcome.tea", "2025:3", None, ["without a target to compare (got tea)"]),
    ("lang", "fr", saved.UNUSABLE, ["got fr", "zh, en"]),
    ("reference", "x", saved.UNUSABLE, ["got x"]),
    ("reference", "5", saved.UNUSABLE, ["got 5"]),
    ("reference", "3", reading.BAD_REFERENCE, ["got 3", "0 (the plan) to 0"]),
    ("edition", "two", saved.UNUSABLE, ["got two"]),
    ("v", "5", link.NEWER, ["got 5", "known 4"]),
    ("v", "0", link.BAD_VERSION, ["got 0"]),
    ("v", "1" * 5000, link.BAD_VERSION, ["got 1111"]),
    ("v", "", link.BAD_VERSION, ["got )"]),
    ("speed", "9", reading.UNKNOWN_KEYS, ["got speed"]),
    ("k5.gdp", "5,6", reading.UNKNOWN_KEYS, ["got k5.gdp"]),
    ("k1.speed", "5,6", reading.UNKNOWN_KEYS, ["got k1.speed"]),
    ("name", "字" * 41, saved.LONG_NAME, ["40 characters", "字"]),
    ("name", "a\x00b\x1b[31m\nc", saved.LONG_NAME, ["printable", "a�b�[31m�c"]),
    ("note", "x" * 141, saved.LONG_NAME, ["140 characters"]),
    ("view", "what", view.BAD_VIEW, ["got what", "solve, sensitivity"]),
    ("map", "gdp_later,gdp_later", view.BAD_VIEW, ["got gdp_later,gdp_later"]),
    ("shown", "549,maybe", saved.UNUSABLE, ["got 549,maybe", "548.998,not_reached"]),
    ("shown", "1e400,reached", saved.UNUSABLE, ["got 1e400,reached"]),
    ("shown", "0,reached", saved.UNUSABLE, ["got 0,reached"]),
]


@pytest.mark.parametrize(
    ("part", "said", "kind", "words"), BAD_PARTS, ids=[f"{part}={ascii(said)[:30]}" for part, said, *_ in BAD_PARTS]
)
def test_one_bad_part_is_named_in_one_sentence_that_quotes_it(
    part: str, said: str, kind: str | None, words: list[str]
) -> None:
    opened = read(edited(**{part: said}), PACKS)
    (problem,) = opened.problems
    assert problem.where in (part, part.partition(".")[0], "link", "region")
    assert kind in (problem.what, None)
    assert all(word in problem.sentence() for word in words)
    assert (opened.shown[0] is None) == (part == "shown")


BAD_SAVED = [
    # the parts of the first saved scenario, where, the sentence, and what it cannot do without
    ({"gdp": "6.5,99"}, "k1 gdp", parts.OUTSIDE, ["got 99", "-10 to 30 %"]),
    ({"gdp": "6.5"}, "k1 gdp", parts.TOO_FEW, ["1 of 2"]),
    ({"gdp": "6.5,7.5,2040:1"}, "k1 gdp", YEARS, ["got 2040"]),
    ({"gdp": "5,6", "gdp.locked": "2026"}, "k1 gdp", NOT_BY_HAND, ["got 2026"]),
    ({"shown": "much"}, "k1 shown", saved.UNUSABLE, ["got much"]),
    ({"name": ""}, "k1 name", reading.NO_NAME, ["got )", "called k1"]),
    ({"name": "计划 ~ name=x"}, "k2 name", reading.NO_NAME, ["got 计划", "called k2"]),
    ({"name": "字" * 41}, "k1 name", saved.LONG_NAME, ["40 characters"]),
]


@pytest.mark.parametrize(("said", "where", "what", "words"), BAD_SAVED)
def test_a_damaged_part_of_a_saved_scenario_is_named_with_its_place_and_the_rest_is_kept(
    said: dict[str, str], where: str, what: str, words: list[str]
) -> None:
    opened = read(signed(FIELDS | {f"k1.{key}": text for key, text in said.items()}), PACKS)
    (problem,) = opened.problems
    assert (problem.where, problem.what) == (where, what)
    assert all(word in problem.sentence() for word in words)
    assert opened.scenario == WORK.scenario
    assert opened.work.kept[1].values == WORK.kept[1].values
    assert opened.work.nth(opened.work.reference) == opened.work.kept[1]


def test_of_a_damaged_part_the_good_levers_are_used_and_the_plan_stands_in_for_the_bad_ones() -> None:
    opened = read("gdp=6,7,2026:4&k1.gdp=5,99,2026:4,2027:x&k1.gdp.locked=2026&k1.name=x", PACKS)
    expected = PLAN.set(gdp_first=0.05).with_years("gdp", {2026: 0.04}, locked=[2026])
    assert opened.work.kept == (expected.rename("x"),)


def test_the_reference_stays_the_scenario_it_was_when_one_before_it_was_lost() -> None:
    opened = read(signed({key: text for key, text in FIELDS.items() if not key.startswith("k1.")}), PACKS)
    assert opened.work == replace(WORK, kept=WORK.kept[1:], reference=1)
    assert opened.problems == ()


@pytest.mark.parametrize("part", ["gdp", "deflator", "gdp0", "target", "horizon", "region", "base", "lang", "sectors",
                                  "view", "k1.gdp", "outcome.gdp", "own.gdp", "gdp.locked"])  # fmt: skip
@pytest.mark.parametrize("junk", ["NaN", "1e400", "<b>", "%%%", "2026:5", "9" * 500])
def test_a_bad_part_leaves_every_other_part_as_the_sender_meant_it(part: str, junk: str) -> None:
    opened = read(signed(FIELDS | {part: junk}), PACKS)
    own = {
        "gdp": {"gdp_first", "gdp"}, "deflator": {"deflator_later"}, "target": {"target_level", "target_year"},
        "sectors": {"tertiary_later"}, "gdp.locked": {"gdp"},
    }  # fmt: skip
    if opened.scenario.pack == PACK:
        moved = {key.partition("@")[0] for key in differing(opened.scenario, BUSY)}
        assert moved <= own.get(part, set()) | ({part} if ":" in junk else set())
    assert opened.scenario.name == BUSY.name
    assert opened.problems or part == "own.gdp"


@pytest.mark.parametrize(
    ("gone", "kind"), [("gdp", reading.LACKING), ("region", reading.LACKING), ("v", link.NO_VERSION)]
)
def test_a_missing_part_is_named(gone: str, kind: str) -> None:
    assert about(read(edited(without=(gone,)), PACKS)) == [kind]


def test_a_part_that_stands_twice_is_named_and_the_first_one_used() -> None:
    opened = read(f"{LINK}&gdp=1,2", PACKS)
    assert [(problem.where, problem.what) for problem in opened.problems] == [("gdp", transport.REPEATED)]
    assert opened.scenario == PLAN


def test_full_width_digits_are_read_and_named() -> None:
    opened = read(edited(gdp="６．５，７．５，２０２６：４．５", **{"gdp.locked": "２０２６"}), PACKS)
    assert opened.scenario == PLAN.with_years("gdp", {2026: 0.045}, locked=[2026])
    assert about(opened) == [parts.WIDE]


def test_numbers_may_be_written_in_any_usual_way_and_negative_zero_is_zero() -> None:
    opened = read(edited(gdp=" +6.50, .75e1 ", target="5.5E2,2028.0"), PACKS)
    assert (opened.scenario, opened.problems) == (PLAN, ())
    zero = read(edited(gdp="-0,-0.0,2026:-0e0"), PACKS).scenario
    assert [math.copysign(1, value) for value in (zero["gdp_first"], zero["gdp_later"], zero.overrides[0][2])] == [
        1
    ] * 3


def test_many_hundreds_of_faults_are_named_in_few_sentences() -> None:
    years = "6.5,7.5" + ",:" * 20 + ",1999:5" * 10 + ",2026:99" * 10 + ",2025:5" * 10
    opened = read(edited(gdp=years, **{f"a{number}": "1" for number in range(800)}), PACKS)
    assert len(opened.problems) == 5
    assert all(len(said) < 400 for said in sentences(opened))


# Whatever is thrown at it


@pytest.mark.parametrize(
    "text",
    [
        "gdp=6.5,7.5" + ",2026:x" * 2_800,
        "gdp=6.5,7.5,2026:5&gdp.locked=" + "x," * 9_900,
        "region=own~A~2025" + "~a" * 9_900,
        "region=fengjie&outcome.gdp=" + "2025:1:2," * 2_200,
        "v=3&k1=gdp=" + "1!," * 6_600,
        "gdp=6.5" + " " * 40_000,
        "further=" + "a," * 9_900,
    ],
    ids=lambda text: text[:20],
)
def test_no_link_makes_long_work(text: str) -> None:
    times = []
    for _ in range(3):
        began = time.thread_time()
        read(text, PACKS)
        times.append(time.thread_time() - began)
    assert min(times) < 0.1


@pytest.mark.parametrize(
    "junk", ["x" * 100_000, "%FF" * 33_000, "字" * 100_000, "&=" * 50_000, "," * 100_000, "://=" * 25_000]
)
def test_100_kb_of_junk_opens_the_plan_and_says_that_nothing_was_understood(junk: str) -> None:
    opened = read(junk, PACKS)
    assert (opened.work, opened.understood, about(opened)) == (Work(PLAN), 0, [link.NOTHING])
    assert len(sentences(opened)[0]) < 300


def test_a_good_link_with_100_kb_of_junk_is_kept_and_no_more_than_20000_characters_are_read() -> None:
    opened = read(f"junk={'x' * 10_000}&{TEXT}&more={'x' * 100_000}", PACKS)
    assert opened.work == WORK
    assert about(opened)[0] == transport.TOO_LONG
    assert read(f"region=fengjie&junk={'x' * 20_000}&gdp=1,2", PACKS).scenario == PLAN


def packed(inside: bytes | str) -> str:
    """What stands in a packed field for these bytes: raw deflate, in base64 as addresses have it, without padding."""
    squeeze = zlib.compressobj(9, wbits=-15)
    content = squeeze.compress(inside if isinstance(inside, bytes) else inside.encode()) + squeeze.flush()
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


JUNK = {
    "nothing": "",
    "no base64": "%%%",
    "a single letter": "A",
    "Chinese": "打包",
    "zlib with a head": base64.urlsafe_b64encode(zlib.compress(b"fai=9,9")).decode(),
    "no text": packed(b"fai=9,9&name=\xff\xfe"),
    "a bomb": packed(bytes(10_000_000)),
    "a bomb of fields": packed("fai=9,9&" + "k1.name=x&" * 600_000),
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK.keys())
def test_what_cannot_be_unpacked_is_named_takes_no_memory_and_the_rest_is_used(junk: str) -> None:
    text = query({"v": "4", "gdp": "5,6", "packed": junk})
    read(text, PACKS)
    tracemalloc.start()
    opened = read(text, PACKS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert opened.scenario["gdp_first"] == 0.05
    assert {transport.BAD_PACKED, reading.LACKING} <= set(about(opened))
    assert most < 2_000_000


def spoken(opened: Opened) -> None:
    """Everything a page does with what it opened: what it says is printable, and it is written as a link that opens."""
    assert all(len(sentence) > 10 and sentence.isprintable() for sentence in sentences(opened))
    assert all(len(problem.sentence()) > 10 for problem in changes(opened))
    names = [scenario.name for scenario in opened.work.kept]
    assert len(set(names)) == len(names)
    again = read(write(opened.work, "zh"), PACKS)
    assert (again.work, again.problems) == (opened.work, ())


@given(st.text(st.characters(), max_size=200) | st.text("vgdp0=&,:;%+?#ab2٦６.-eE !", max_size=200), st.binary())
def test_no_text_and_no_bytes_ever_raise(text: str, junk: bytes) -> None:
    for each in (
        text,
        junk.decode("latin-1"),
        junk.decode("utf-8", "surrogateescape"),
        f"gdp=5,6&packed={packed(junk)}",
    ):
        spoken(read(each, PACKS))


KEYS = st.sampled_from(
    ["v", "region", "base", "own.name", "own.gdp", "own.base_year", "outcome.gdp", "outcome.gdp.instead", "lang",
     "name", "gdp", "gdp.locked", "gdp0", "target", "linkage", "k1", "k1.gdp", "k1.name", "k1.gdp.locked", "k3.shown",
     "k5.gdp", "reference", "view", "map", "edition", "shown", "packed", "check", "further", "x"]
)  # fmt: skip
VALUES = st.text(st.characters(), max_size=20) | st.text("0123456789.,:-+eE ~@", max_size=20) | st.sampled_from(
    ["fengjie", "own", "2024", "3", "4", "NaN", "1e999", "-1e-999", "2026:1e999", "6.5,7.5", "386,380,391:6.5,7.5",
     "550,2028", "1e400,reached", "gdp=5,6,2026:5!~name=x", "~~=~name=", "6.5,7.5,2026:5!", "2025:440:6.2", "A0tJBQA"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.dictionaries(KEYS, VALUES))
def test_no_values_under_known_names_ever_raise(fields: dict[str, str]) -> None:
    spoken(read("&".join(f"{key}={value}" for key, value in fields.items()), PACKS))
    spoken(read(query(fields), PACKS))
