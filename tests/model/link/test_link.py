"""A scenario as text: exact there and back, and never refused as a whole whatever is done to it on the way."""

import math
import random
import re
from dataclasses import replace
from urllib.parse import parse_qsl, quote

import pytest
from any_link import about, changes, crc, said, sentences, signed
from any_scenario import PACKS, PLAN, differing, scenarios, slow_path
from any_work import VIEWS, locked
from hypothesis import given, settings
from hypothesis import strategies as st

from model.economics.verdict import judge
from model.language.wording import Wording
from model.link import envelope, link, parts
from model.link.editions import EDITIONS, Edition, current
from model.link.link import Opened, checksum, headline, read, write
from model.link.migrations import MIGRATIONS
from model.link.moved import UNRECORDED
from model.scenario.scenario import TWICE, YEARS, Scenario
from model.work import view
from model.work.view import View
from model.work.work import Work

LINK = write(Work(PLAN), "zh")
BUSY = (
    PLAN.set(gdp_first=0.0581, deflator_later=-0.012, income_base=28_000.5, target_level=612.5, target_year=2031)
    .set(income_target_level=41_000, error=0.021, tertiary_later=0.082)
    .by_hand("fai", 2025, 0.2)
    .with_years("gdp", {2026: 0.045}, locked=[2026])
    .rename("稳一点 🌱 & more")
)
BUSY_LINK = write(Work(BUSY), "en")


def edited(without: tuple[str, ...] = (), **fields: str) -> str:
    """The plan's link with some of its parts changed and the check made anew, as if it had been written like that."""
    return signed({key: value for key, value in parse_qsl(LINK) if key not in without} | fields)


FOUR = Work(PLAN.set(gdp_later=0.081))
for number, name in enumerate(("稳健情景（按规划）", "零通胀，快一点", "2024 held", "Just enough 🌱"), 51):
    FOUR = FOUR.add(PLAN.set(gdp_later=number / 1000).rename(name))
FOUR_LINK = write(FOUR, "zh")


# There and back


@given(locked(), st.sampled_from(["zh", "en"]))
def test_any_scenario_comes_back_exactly_with_its_locks(scenario: Scenario, language: str) -> None:
    opened = read(write(Work(scenario), language), PACKS)
    assert opened.work == Work(scenario)
    assert opened.problems == ()
    assert opened.language == language
    assert opened.shown == (headline(scenario),)


@settings(max_examples=25)
@given(locked(), st.randoms(use_true_random=False))
def test_any_scenario_comes_back_exactly_however_its_link_is_encoded(scenario: Scenario, chance: random.Random) -> None:
    fields = parse_qsl(write(Work(scenario), "zh"))
    chance.shuffle(fields)
    wholly = "&".join(f"{key}=" + "".join(f"%{byte:02x}" for byte in value.encode()) for key, value in fields)
    usual = "&".join(f"{key}={quote(value, safe='')}" for key, value in fields)
    spaced = "&".join(f"{key}={quote(value, safe=' ,:').replace(' ', '+')}" for key, value in fields)
    for text in (wholly, usual, spaced, f"https://example.org/page?{usual}", f"  ?{usual}#part\n"):
        opened = read(text, PACKS)
        assert opened.scenario == scenario
        assert opened.problems == ()


@settings(max_examples=25)
@given(scenarios())
def test_a_link_that_came_back_is_written_the_same_way_and_has_not_moved(scenario: Scenario) -> None:
    text = write(Work(scenario), "en")
    opened = read(text, PACKS)
    assert write(opened.work, "en") == text
    assert changes(opened) == []


def test_a_person_can_read_the_plans_link() -> None:
    assert LINK.startswith("v=3&region=fengjie&lang=zh&gdp=6.5,7.5&deflator=0,0&")
    assert "&gdp0=386,380,391&" in LINK
    assert "&target=550,2028&" in LINK
    assert f"&edition={current()}&shown=548.998,not_reached&" in LINK
    assert "&fai_target=160,2028&retail_target=190,2028&income_target=38000,2028&error=1.6,0.6&sectors=" in LINK
    assert "&view=band,solve,gdp&map=gdp_later,deflator_later&" in LINK
    assert "gdp=5.81,7.5,2026:4.5!&" in BUSY_LINK
    assert "fai=12,12,2025:20&" in BUSY_LINK


def test_no_link_at_all_is_the_plan_without_a_word() -> None:
    for text in ("", "  \n", "?", "https://example.org/", "https://example.org/?"):
        opened = read(text, PACKS)
        assert opened.scenario == PLAN
        assert opened.problems == ()
        assert opened.understood == 0
        assert opened.shown == (None,)


# How it is looked at


@given(scenarios(), VIEWS)
def test_any_view_comes_back_with_any_scenario(scenario: Scenario, view: View) -> None:
    opened = read(write(Work(scenario, view=view), "en"), PACKS)
    assert (opened.work, opened.problems) == (Work(scenario, view=view), ())


def test_a_view_changes_no_lever_and_nothing_that_was_shown() -> None:
    other = read(write(Work(BUSY, view=View(False, "sure", "gdp_first", "deflator_later")), "en"), PACKS)
    assert (other.scenario, other.shown) == (BUSY, read(BUSY_LINK, PACKS).shown)


@pytest.mark.parametrize("part", ["view", "map"])
def test_a_link_may_do_without_a_view(part: str) -> None:
    opened = read(edited(without=(part,)), PACKS)
    assert (opened.scenario, opened.work.view, opened.problems) == (PLAN, View(), ())


def test_of_a_view_the_good_part_is_kept_when_the_other_is_bad() -> None:
    assert read(edited(view="plain,why", map="gdp_base,income_later"), PACKS).work.view == View(False, "why")
    assert read(edited(view="plain,gossip", map="gdp_base,gdp_first"), PACKS).work.view == View(
        across="gdp_base", up="gdp_first"
    )


def test_a_link_that_says_only_how_to_look_shows_the_plan_that_way() -> None:
    opened = read("view=plain,why&map=gdp_base,gdp_later", PACKS)
    assert (opened.scenario, opened.work.view) == (PLAN, View(False, "why", "gdp_base", "gdp_later"))
    assert link.NOTHING not in about(opened)


def test_a_bad_view_leaves_the_scenario_and_what_it_showed_alone() -> None:
    opened = read(edited(view="<b>", map="%%%"), PACKS)
    assert opened.scenario == PLAN
    assert opened.shown == (headline(PLAN),)
    assert about(opened) == [view.BAD_VIEW, view.BAD_VIEW]


# The check


@settings(max_examples=20)
@given(scenarios())
def test_the_check_is_a_crc_32_over_the_sorted_parts_without_the_language(scenario: Scenario) -> None:
    fields = dict(parse_qsl(write(Work(scenario), "zh")))
    assert fields["check"] == crc(fields) == checksum(fields)


@pytest.mark.parametrize("text", [LINK, BUSY_LINK], ids=["plan", "busy"])
def test_the_check_notices_any_changed_digit(text: str) -> None:
    for at, digit in enumerate(text):
        if digit in "0123456789":
            for other in set("0123456789") - {digit}:
                changed = text[:at] + other + text[at + 1 :]
                assert envelope.BAD_CHECK in about(read(changed, PACKS))


@pytest.mark.parametrize("text", [LINK, BUSY_LINK], ids=["plan", "busy"])
def test_a_link_cut_off_anywhere_opens_and_says_that_something_is_lost(text: str) -> None:
    for at in range(1, len(text)):
        assert sentences(read(text[:at], PACKS))
        assert sentences(read(text[at:], PACKS))


def test_what_stood_before_the_cut_is_kept_and_what_stood_after_it_is_named() -> None:
    opened = read(BUSY_LINK[: BUSY_LINK.index("&retail=")], PACKS)
    assert opened.scenario["gdp_first"] == 0.0581
    assert opened.scenario.rates_by_hand("gdp") == {2026: 0.045}
    assert opened.scenario.name == BUSY.name
    lacking = next(said for said in sentences(opened) if "lacks" in said)
    levels = ("gdp0", "fai0", "retail0", "income0", "target", "horizon", "fai_target", "retail_target", "income_target")
    for param in ("retail", "income", *levels, "error", "sectors"):
        assert param in lacking
    assert envelope.NO_CHECK in about(opened)
    assert opened.shown == (None,)


def test_a_link_with_a_wrong_check_is_not_believed_about_what_it_showed() -> None:
    assert read(LINK.replace("gdp=6.5", "gdp=6.6"), PACKS).shown == (None,)


def test_streamlits_own_parameters_are_no_edit() -> None:
    assert read(LINK + "&embed=true&embed_options=dark_theme", PACKS).problems == ()


def test_streamlits_own_parameter_may_stand_more_than_once() -> None:
    assert read(LINK + "&embed=true&embed_options=dark_theme&embed_options=show_padding", PACKS).problems == ()


def test_streamlits_own_parameters_alone_are_no_broken_link() -> None:
    assert read("embed=true&embed_options=dark_theme", PACKS).problems == ()


@pytest.mark.parametrize("added", ["from=singlemessage&isappinstalled=0", "utm_source=mail", "fbclid=IwAR0"])
def test_what_a_messenger_adds_is_named_and_does_not_break_the_check(added: str) -> None:
    for text in (f"{LINK}&{added}", f"{added}&{LINK}"):
        opened = read(text, PACKS)
        (problem,) = opened.problems
        assert problem.what == link.UNKNOWN_KEYS
        assert opened.shown == (headline(PLAN),)


# What is wrong is named, alone, in words; what is right is kept


OUT_OF_RANGE = ("-10", "30 %")

BAD_PARTS = [
    # a part of the link, what it says, what the sentence is about, and what it cannot do without
    ("gdp", "NaN,7.5", parts.NOT_A_NUMBER, ["got NaN", *OUT_OF_RANGE]),
    ("gdp", "inf,7.5", parts.NOT_A_NUMBER, ["got inf"]),
    ("gdp", "-Infinity,7.5", parts.NOT_A_NUMBER, ["got -Infinity"]),
    ("gdp", "1e400,7.5", parts.OUTSIDE, ["got 1e400", *OUT_OF_RANGE]),
    ("gdp", "-1e400,7.5", parts.OUTSIDE, ["got -1e400"]),
    ("gdp", "0x10,7.5", parts.NOT_A_NUMBER, ["got 0x10"]),
    ("gdp", "1_0,7.5", parts.NOT_A_NUMBER, ["got 1_0"]),
    ("gdp", "six,7.5", parts.NOT_A_NUMBER, ["got six"]),
    ("gdp", "六,7.5", parts.NOT_A_NUMBER, ["got 六"]),
    ("gdp", "٦,7.5", parts.NOT_A_NUMBER, ["got ٦"]),
    ("gdp", ",7.5", parts.NOT_A_NUMBER, ["got )"]),
    ("gdp", "30.1,7.5", parts.OUTSIDE, ["got 30.1", *OUT_OF_RANGE]),
    ("gdp", "-10.1,7.5", parts.OUTSIDE, ["got -10.1"]),
    ("gdp", "", parts.TOO_FEW, ["0 of 2"]),
    ("gdp", "6.5", parts.TOO_FEW, ["1 of 2"]),
    ("gdp", "6.5,7.5,8.5", parts.TOO_MANY, ["the 2 ", "got 6.5,7.5,8.5"]),
    ("gdp", "6.5,7.5,2023:5", YEARS, ["got 2023", "2024 to 2035"]),
    ("gdp", "6.5,7.5,2036:5", YEARS, ["got 2036", "2024 to 2035"]),
    ("gdp", "6.5,7.5,20266:5", None, ["20266:5"]),
    ("gdp", "6.5,7.5,2026:", parts.NOT_A_NUMBER, ["got 2026:)"]),
    ("gdp", "6.5,7.5,2026:five", parts.NOT_A_NUMBER, ["got 2026:five"]),
    ("gdp", "6.5,7.5,2026:nan", parts.NOT_A_NUMBER, ["got 2026:nan"]),
    ("gdp", "6.5,7.5,2026:33.3", None, ["outside the range", "33.3", *OUT_OF_RANGE]),
    ("gdp", "6.5,7.5,2026:1e400", None, ["outside the range", "1e400"]),
    ("gdp", "6.5,7.5,2026:5,2026:6", TWICE, []),
    ("gdp0", "386,380,391,2026:5", None, ["2026:5"]),
    ("gdp0", "0,380,391", parts.OUTSIDE, ["got 0", "39 to 3860"]),
    ("target", "550,2023", parts.OUTSIDE, ["got 2023", "2024 to 2035"]),
    ("target", "550,1e9", parts.OUTSIDE, ["got 1e9"]),
    ("horizon", "2027", parts.OUTSIDE, ["got 2027", "2028 to 2035"]),
    ("region", "nowhere", link.BAD_REGION, ["got nowhere", "fengjie"]),
    ("lang", "fr", link.BAD_LANGUAGE, ["got fr", "zh, en"]),
    ("v", "4", envelope.NEWER, ["got 4", "known 3"]),
    ("v", "17", envelope.NEWER, ["got 17", "known 3"]),
    ("v", "9999999", envelope.NEWER, ["got 9999999"]),
    ("v", "0", envelope.BAD_VERSION, ["got 0"]),
    ("v", "one", envelope.BAD_VERSION, ["got one"]),
    ("v", "", envelope.BAD_VERSION, ["got )"]),
    ("v", "１", envelope.BAD_VERSION, ["got １"]),
    ("speed", "9", link.UNKNOWN_KEYS, ["got speed"]),
    ("Gdp", "9", link.UNKNOWN_KEYS, ["got Gdp"]),
    ("name", "字" * 41, link.LONG_NAME, ["40 characters", "字"]),
    ("name", "a\x00b\x1b[31m\nc", link.LONG_NAME, ["printable", "a�b�[31m�c"]),
    ("error", "11,0.6", parts.OUTSIDE, ["got 11", "0 to 10 points"]),
    ("error", "-0.1,0.6", parts.OUTSIDE, ["got -0.1"]),
    ("error", "1.6,1", parts.OUTSIDE, ["got 1)", "0 to 0.95"]),
    ("error", "1.6", parts.TOO_FEW, ["1 of 2"]),
    ("sectors", "6.5,7.5,6.5,7.5,6.5", parts.TOO_FEW, ["5 of 6"]),
    ("sectors", "6.5,7.5,6.5,7.5,6.5,31", parts.OUTSIDE, ["got 31", *OUT_OF_RANGE]),
    ("income_target", "38000,2023", parts.OUTSIDE, ["got 2023", "2024 to 2035"]),
    ("fai_target", "1e9,2028", parts.OUTSIDE, ["got 1e9"]),
    ("view", "bend,solve", view.BAD_VIEW, ["got bend,solve", "band, plain", "solve, sensitivity"]),
    ("view", "band,what", view.BAD_VIEW, ["got band,what"]),
    ("view", "band", view.BAD_VIEW, ["got band)"]),
    ("view", "band,solve,why", view.BAD_VIEW, ["got band,solve,why"]),
    ("view", "", view.BAD_VIEW, ["got )"]),
    ("map", "gdp_later,gdp_later", view.BAD_VIEW, ["got gdp_later,gdp_later", "gdp_first, gdp_later"]),
    ("map", "gdp_later,income_later", view.BAD_VIEW, ["got gdp_later,income_later"]),
    ("map", "gdp_later", view.BAD_VIEW, ["got gdp_later)"]),
    ("map", "", view.BAD_VIEW, ["got )"]),
    ("shown", "549,maybe", link.BAD_SHOWN, ["got 549,maybe"]),
    ("shown", "much,reached", link.BAD_SHOWN, ["got much,reached"]),
    ("shown", "1e400,reached", link.BAD_SHOWN, ["got 1e400,reached"]),
    ("shown", "-549,reached", link.BAD_SHOWN, ["got -549,reached"]),
    ("shown", "", link.BAD_SHOWN, ["got )"]),
]


@pytest.mark.parametrize(
    ("part", "said", "kind", "words"), BAD_PARTS, ids=[f"{part}={ascii(said)[:30]}" for part, said, *_ in BAD_PARTS]
)
def test_one_bad_part_is_named_in_one_sentence_that_quotes_it(
    part: str, said: str, kind: str | None, words: list[str]
) -> None:
    (problem,) = read(edited(**{part: said}), PACKS).problems
    assert problem.where in (part, "link")
    assert kind in (problem.what, None)
    for word in words:
        assert word in problem.sentence()


def test_a_refused_year_by_hand_is_quoted_as_it_was_typed() -> None:
    (sentence,) = sentences(read(edited(gdp="6.5,7.5,2026:33.3"), PACKS))
    assert "33.300000000000004" not in sentence


@pytest.mark.parametrize(
    "part",
    ["gdp", "deflator", "gdp0", "fai0", "target", "horizon", "region", "lang", "income_target", "error",
     "sectors", "view", "map"],
)  # fmt: skip
@pytest.mark.parametrize("junk", ["NaN", "1e400", "<b>", "%%%", "2026:5", "9" * 500])
def test_a_bad_part_leaves_every_other_part_as_the_sender_meant_it(part: str, junk: str) -> None:
    opened = read(signed(dict(parse_qsl(BUSY_LINK)) | {part: junk}), PACKS)
    own = {
        "gdp": {"gdp_first", "gdp"}, "deflator": {"deflator_later"}, "target": {"target_level", "target_year"},
        "income_target": {"income_target_level"}, "error": {"error"},
        "sectors": {"tertiary_later"},
    }  # fmt: skip
    moved = {key.partition("@")[0] for key in differing(opened.scenario, BUSY)}
    assert moved <= own.get(part, set()) | ({part} if ":" in junk else set())
    assert opened.scenario.name == BUSY.name
    assert opened.problems


@pytest.mark.parametrize(
    ("gone", "kind", "word"),
    [("gdp", link.LACKING, "gdp"), ("target", link.LACKING, "target"), ("region", link.LACKING, "region"),
     ("v", envelope.NO_VERSION, "version 3")],
)  # fmt: skip
def test_a_missing_part_is_named(gone: str, kind: str, word: str) -> None:
    (problem,) = read(edited(without=(gone,)), PACKS).problems
    assert problem.what == kind
    assert word in problem.sentence()


def test_a_link_may_do_without_name_and_result() -> None:
    opened = read(edited(without=("shown",)), PACKS)
    assert opened.problems == ()
    assert opened.shown == (None,)


def test_a_part_that_stands_twice_is_named_and_the_first_one_used() -> None:
    opened = read(LINK + "&gdp=1,2", PACKS)
    (problem,) = opened.problems
    assert (problem.where, problem.what) == ("gdp", envelope.REPEATED)
    assert opened.scenario == PLAN


def test_a_part_repeated_thousands_of_times_is_named_in_few_sentences() -> None:
    assert len(read(LINK + "&a=1" * 4000, PACKS).problems) < 10


def test_many_hundreds_of_bad_years_are_named_in_few_sentences() -> None:
    opened = read(edited(gdp="6.5,7.5" + ",:" * 700 + ",1999:5" * 300 + ",2026:99" * 200 + ",2025:5" * 200), PACKS)
    assert len(opened.problems) == 4
    assert opened.scenario.rates_by_hand("gdp") == {2025: 0.05}
    assert all(len(said) < 400 for said in sentences(opened))


def test_full_width_digits_are_read_and_named() -> None:
    opened = read(edited(gdp="６．５，７．５，２０２６：４．５"), PACKS)
    assert opened.scenario["gdp_first"] == 0.065
    assert opened.scenario["gdp_later"] == 0.075
    assert opened.scenario.rates_by_hand("gdp") == {2026: 0.045}
    (sentence,) = sentences(opened)
    assert about(opened) == [parts.WIDE]
    assert "６．５，７．５，２０２６：４．５" in sentence
    assert "6.5,7.5,2026:4.5" in sentence


@pytest.mark.parametrize("said", ["2026:5!", "2026:5 !", "2026: 5!", "２０２６：５！"])
def test_a_locked_year_is_read_as_such(said: str) -> None:
    opened = read(edited(gdp=f"6.5,7.5,{said},2027:6"), PACKS)
    assert opened.scenario == PLAN.with_years("gdp", {2026: 0.05, 2027: 0.06}, locked=[2026])
    assert [what for what in about(opened) if what != parts.WIDE] == []


@pytest.mark.parametrize("said", ["2026:!", "2026!:5", "2026:5!!", "!"])
def test_a_lock_in_a_wrong_place_is_named(said: str) -> None:
    opened = read(edited(gdp=f"6.5,7.5,{said}"), PACKS)
    assert said.replace("!:", "!:") in sentences(opened)[0]
    assert opened.scenario == PLAN


def test_a_space_after_a_comma_is_forgiven() -> None:
    opened = read(edited(gdp=" 6.5, 7.5 "), PACKS)
    assert opened.scenario == PLAN
    assert opened.problems == ()


def test_digits_parted_by_a_space_are_not_joined_without_a_word() -> None:
    opened = read(edited(gdp="1 2,7.5"), PACKS)
    assert opened.scenario["gdp_first"] != 0.12 or opened.problems


def test_negative_zero_is_zero() -> None:
    opened = read(edited(gdp="-0,-0.0,2026:-0e0"), PACKS)
    assert opened.problems == ()
    values = [opened.scenario["gdp_first"], opened.scenario["gdp_later"], opened.scenario.overrides[0][2]]
    assert [math.copysign(1, value) for value in values] == [1, 1, 1]
    assert values == [0, 0, 0]


def test_numbers_may_be_written_in_any_usual_way() -> None:
    opened = read(edited(gdp="+6.50,.75e1", target="5.5E2,2028.0"), PACKS)
    assert opened.problems == ()
    assert opened.scenario == PLAN


def test_a_deadline_that_is_not_a_whole_year_is_not_said_to_be_outside_a_range_it_lies_in() -> None:
    (sentence,) = sentences(read(edited(target="550,2028.5"), PACKS))
    assert "2028.5" in sentence
    assert "outside the range" not in sentence


@pytest.mark.parametrize(
    "name",
    ["稳一点", "奉节县·十四五", "🌱🚀", "<script>alert(1)</script>", "**bold** [x](javascript:1)", "a&b=c?d#e%20+"],
)
def test_names_survive_with_markup_as_plain_text(name: str) -> None:
    opened = read(write(Work(PLAN.rename(name)), "en"), PACKS)
    assert opened.scenario.name == name
    assert opened.problems == ()


def test_a_question_mark_left_unencoded_in_a_name_loses_nothing() -> None:
    bare = write(Work(PLAN.rename("why?")), "en").replace("%3F", "?")
    for text in (bare, "https://example.org/?" + bare):
        assert read(text, PACKS).scenario == PLAN.rename("why?")


def test_an_address_left_unencoded_in_a_name_loses_nothing() -> None:
    bare = write(Work(PLAN.rename("see http://example.org")), "en").replace("%3A", ":").replace("%2F", "/")
    for text in (bare, "https://example.org/?" + bare):
        assert read(text, PACKS).scenario == PLAN.rename("see http://example.org")


@pytest.mark.parametrize(
    "bad", ["gdp=６%1b[31m%0a,7.5", "%1b%0a=1&gdp=6.5,7.5", "name=%1b%0a%00", "gdp=6.5,%e2%80%ae7"]
)
def test_no_sentence_carries_control_characters_to_the_reader(bad: str) -> None:
    said = sentences(read(bad, PACKS))
    assert said
    assert all(sentence.isprintable() for sentence in said)


def test_a_newer_link_shows_what_is_understood() -> None:
    opened = read(edited(v="4", gdp="5,6", novelty="1"), PACKS)
    assert (opened.scenario["gdp_first"], opened.scenario["gdp_later"]) == (0.05, 0.06)
    assert envelope.NEWER in about(opened)
    assert any("novelty" in said for said in sentences(opened))


# Whatever is thrown at it


@pytest.mark.parametrize(
    "junk", ["x" * 100_000, "%FF" * 33_000, "9" * 100_000, "字" * 100_000, "&=" * 50_000, "," * 100_000]
)
def test_100_kb_of_junk_opens_the_plan_and_says_that_nothing_was_understood(junk: str) -> None:
    opened = read(junk * (100_000 // len(junk)), PACKS)
    assert opened.scenario == PLAN
    assert opened.understood == 0
    (sentence,) = sentences(opened)
    assert about(opened) == [link.NOTHING]
    assert len(sentence) < 300


def test_a_good_link_before_100_kb_of_junk_is_kept() -> None:
    opened = read(BUSY_LINK + "&junk=" + "x" * 100_000, PACKS)
    assert opened.scenario == BUSY
    assert about(opened)[0] == envelope.TOO_LONG
    assert str(len(BUSY_LINK) + len("&junk=") + 100_000) in sentences(opened)[0]


def test_what_stands_beyond_the_20000_characters_that_are_read_changes_nothing() -> None:
    assert read("region=fengjie&junk=" + "x" * 20_000 + "&gdp=1,2", PACKS).scenario == PLAN


def test_a_part_of_100_kb_is_quoted_in_short() -> None:
    opened = read("gdp=" + "9" * 100_000, PACKS)
    assert all(len(said) < 400 for said in sentences(opened))


def spoken(opened: Opened) -> None:
    """Everything a page does with what it opened."""
    assert opened.scenario.region in PACKS
    assert all(len(sentence) > 10 for sentence in sentences(opened))
    assert all(len(problem.sentence()) > 10 for problem in changes(opened))
    write(opened.work, "zh")


@given(st.text(st.characters(), max_size=200) | st.text("vgdp0=&,:;%+?#ab2٦６.-eE ", max_size=200))
def test_no_text_ever_raises(text: str) -> None:
    spoken(read(text, PACKS))


@given(st.binary(max_size=200))
def test_no_bytes_ever_raise(junk: bytes) -> None:
    spoken(read(junk.decode("utf-8", "replace"), PACKS))
    spoken(read(junk.decode("utf-8", "surrogateescape"), PACKS))
    spoken(read(junk.decode("latin-1"), PACKS))


KEYS = st.sampled_from(
    ["v", "region", "lang", "name", "gdp", "fai", "gdp0", "target", "horizon", "income_target", "error", "linkage",
     "sectors", "k1", "k3", "k5", "reference", "view", "map", "edition", "shown", "packed", "check", "x"]
)  # fmt: skip
VALUES = st.text(st.characters(), max_size=20) | st.text("0123456789.,:-+eE ", max_size=20) | st.sampled_from(
    ["fengjie", "NaN", "1e999", "-1e-999", "2026:1e999", "6.5,7.5", "386,380,391", "550,2028", "1e400,reached", "1",
     "plain,why", "gdp_base,gdp_later", "gdp=5,6,2026:5!~name=x", "~~=~name=", "6.5,7.5,2026:5!", "A0tJBQA"]
)  # fmt: skip


@settings(max_examples=120)
@given(st.dictionaries(KEYS, VALUES))
def test_no_values_under_known_names_ever_raise(fields: dict[str, str]) -> None:
    plain = "&".join(f"{key}={value}" for key, value in fields.items())
    spoken(read(plain, PACKS))
    spoken(read("&".join(f"{key}={quote(value, errors='replace')}" for key, value in fields.items()), PACKS))


# What the link showed


def test_a_link_whose_result_has_not_changed_has_nothing_to_say() -> None:
    assert changes(read(LINK, PACKS)) == []
    assert changes(read("", PACKS)) == []


def test_a_link_whose_result_has_changed_says_what_it_showed_and_what_is_shown_today() -> None:
    problem, _ = changes(read(edited(shown="551.2,reached"), PACKS), lambda level: f"{level:.1f} 亿元")
    assert problem.sentence() == "This link showed 551.2 亿元 when it was made; today it is 549.0 亿元."


def test_a_changed_verdict_at_the_same_level_is_not_told_as_two_equal_numbers() -> None:
    problem, _ = changes(read(edited(shown="548.998,reached"), PACKS), lambda level: f"{level:.3f}")
    assert problem.sentence() == "This link said “reached” of the same 548.998 when it was made."


def test_a_changed_level_that_reads_the_same_is_not_told() -> None:
    assert changes(read(edited(shown="548.96,not_reached"), PACKS), lambda level: f"{level:.1f}") == []


def test_a_result_without_a_check_is_not_blamed_on_changed_data() -> None:
    assert changes(read("v=1&region=fengjie&gdp=1,2&shown=548.998,not_reached", PACKS)) == []


def test_the_result_in_a_link_is_never_rounded_up_to_a_target_that_was_missed() -> None:
    almost = PLAN.set(gdp_base=386 * 549.9996 / 548.9980090195311)
    assert not judge(almost).reached
    assert headline(almost).level < 550


NEXT = current() + 1
LATER = (
    *EDITIONS,
    Edition(NEXT, "2027-02-01", "GDP of 2023 as the census revised it"),
    Edition(NEXT + 1, "2027-05-09", "the deflator of 2024 was published"),
)


def test_a_changed_result_is_followed_by_what_has_changed_since_each_with_its_date() -> None:
    _, *reasons = changes(read(edited(shown="551.2,reached", edition=str(current())), PACKS), editions=LATER)
    assert said(reasons) == [
        "2027-02-01: GDP of 2023 as the census revised it",
        "2027-05-09: the deflator of 2024 was published",
    ]
    _, *reasons = changes(read(edited(shown="551.2,reached", edition=str(NEXT)), PACKS), editions=LATER)
    assert said(reasons) == ["2027-05-09: the deflator of 2024 was published"]


@pytest.mark.parametrize("edition", [str(NEXT + 1), str(NEXT + 2), "two", "", "٢"])
def test_where_nothing_since_then_is_on_record_that_is_said(edition: str) -> None:
    _, reason = changes(read(edited(shown="551.2,reached", edition=edition), PACKS), editions=LATER)
    assert reason.what == UNRECORDED
    assert "on record" in reason.sentence()


def test_an_unchanged_result_is_not_explained_by_what_has_changed_since() -> None:
    assert changes(read(LINK, PACKS), editions=LATER) == []


def test_the_name_of_a_scenario_is_never_translated() -> None:
    opened = read(signed(dict(parse_qsl(LINK)) | {"name": "Target", "shown": "551.2,reached"}), PACKS)
    problem, *_ = changes(opened, lambda level: f"{level:.1f}")
    assert problem.sentence(Wording("zh", 2023).template).startswith("Target：")


def test_of_each_kept_scenario_whose_result_has_changed_it_is_said_by_name() -> None:
    fields = dict(parse_qsl(FOUR_LINK))
    fields |= {"shown": "500,not_reached", "edition": str(current())}
    for key, then in (("k2", "600,reached"), ("k4", "610.5,reached")):
        fields[key] = re.sub("shown=[^~]+", f"shown={then}", fields[key])
    opened = read(signed(fields), PACKS)
    assert opened.work == FOUR
    page, second, fourth, *reasons = changes(opened, lambda level: f"{level:.1f}", editions=LATER)
    scenarios = (FOUR.scenario, FOUR.kept[1], FOUR.kept[3])
    today = [f"{float(slow_path(scenario, 'gdp', 2028)[-1]):.1f}" for scenario in scenarios]
    assert said([page, second, fourth]) == [
        f"This link showed 500.0 when it was made; today it is {today[0]}.",
        f"零通胀，快一点: This link showed 600.0 when it was made; today it is {today[1]}.",
        f"Just enough 🌱: This link showed 610.5 when it was made; today it is {today[2]}.",
    ]
    assert len(reasons) == 2


def test_a_scenario_on_the_page_that_is_also_kept_is_spoken_of_once() -> None:
    fields = dict(parse_qsl(write(Work(PLAN).keep("计划"), "zh")))
    fields |= {"shown": "551.2,reached", "k1": "shown=551.2,reached~name=计划"}
    problems = changes(read(signed(fields), PACKS))
    assert [problem.where for problem in problems] == ["计划", ""]


def test_nothing_is_said_of_scenarios_that_were_changed_since() -> None:
    fields = dict(parse_qsl(FOUR_LINK)) | {"shown": "500,not_reached"}
    fields["k1"] = fields["k1"].replace("~shown=", "~shown=1")
    opened = read(signed(fields), PACKS)
    assert len(changes(opened)) == 3
    assert [p.where for p in changes(opened, now=replace(FOUR, scenario=PLAN))] == [FOUR.kept[0].name, ""]
    elsewhere = replace(FOUR, scenario=PLAN, kept=(PLAN.rename("x"), *FOUR.kept[1:]))
    assert changes(opened, now=elsewhere) == []


def test_a_kept_scenario_is_the_same_wherever_it_stands_among_the_others() -> None:
    fields = dict(parse_qsl(FOUR_LINK))
    fields["k4"] = fields["k4"].replace("~shown=", "~shown=1")
    opened = read(signed(fields), PACKS)
    assert [problem.where for problem in changes(opened, now=FOUR.drop(1))] == ["Just enough 🌱", ""]
    assert [problem.where for problem in changes(opened, now=FOUR.move(4, -3))] == ["Just enough 🌱", ""]


# Old versions


def test_a_link_of_an_invented_version_0_is_brought_up_to_date() -> None:
    fields = dict(parse_qsl(BUSY_LINK))
    text = signed({"v": "0", "growth": fields.pop("gdp"), **{key: fields[key] for key in fields if key != "v"}})

    def rename(given: dict[str, str]) -> dict[str, str]:
        return {"gdp" if key == "growth" else key: value for key, value in given.items()}

    opened = read(text, PACKS, {**MIGRATIONS, 0: rename})
    assert opened.scenario == BUSY
    assert opened.problems == ()
    assert opened.shown == (headline(BUSY),)

    without = read(text, PACKS)
    assert without.scenario["gdp_first"] == PLAN["gdp_first"] != BUSY["gdp_first"]
    assert envelope.BAD_VERSION in about(without)
    assert any("growth" in said for said in sentences(without))


def test_a_migration_is_not_applied_to_a_link_of_today() -> None:
    forgetful = dict.fromkeys((0, 1, 2), lambda given: {})
    assert read(LINK, PACKS, forgetful).scenario == PLAN
    assert read(LINK, PACKS, forgetful).problems == ()
