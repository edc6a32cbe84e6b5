"""Scenarios as a file: exact there and back, plain to people, and never refused as a whole whatever is done to it."""

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import jsonschema
import pytest
from any_link import about, changes, crc, sentences
from any_scenario import PACKS, PLAN, scenarios
from any_work import HARD_NAMES, works
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link import envelope, file, link, parts
from model.link.editions import current
from model.link.file import open_any, write
from model.link.link import Opened, headline
from model.scenario.scenario import Scenario
from model.work.work import Work

PAGE = PLAN.set(gdp_later=0.08).with_years("gdp", {2025: 0.06, 2026: 0.055}, locked=[2026]).rename("稳一点")
WORK = Work(PAGE).add(PLAN.set(fai_later=0.1).rename("保底")).add(PAGE.rename("=1+1")).refer(1)
TEXT = write(WORK, "zh")

Content = dict[str, Any]


def edited(change: Callable[[Content], object]) -> Opened:
    """What is opened of the file after somebody changed something in it."""
    content = json.loads(TEXT)
    change(content)
    return open_any(json.dumps(content, ensure_ascii=False), PACKS)


# There and back


@given(works(), st.sampled_from(["zh", "en"]))
def test_any_work_comes_back_exactly_and_is_written_the_same_way(work: Work, language: str) -> None:
    text = write(work, language)
    opened = open_any(text, PACKS)
    assert opened.work == work
    assert opened.problems == ()
    assert opened.language == language
    assert opened.shown == tuple(headline(scenario) for scenario in (work.scenario, *work.kept))
    assert write(opened.work, language) == text


@given(scenarios())
def test_no_digit_of_a_rate_is_lost_in_a_number_of_per_cent(scenario: Scenario) -> None:
    assert open_any(write(Work(scenario), "en"), PACKS).scenario == scenario


@pytest.mark.parametrize("name", HARD_NAMES, ids=ascii)
def test_a_name_stands_in_the_file_as_it_is(name: str) -> None:
    work = Work(PLAN.rename(name)).add(PAGE.rename(name))
    text = write(work, "zh")
    content = json.loads(text)
    assert content["scenario"]["name"] == work.scenario.name
    assert content["kept"][0]["name"] == work.kept[0].name
    assert work.scenario.name in text or any(c in '"\\' for c in work.scenario.name)
    assert open_any(text, PACKS).work == work


def test_a_person_can_read_the_file() -> None:
    lines = TEXT.splitlines()
    assert lines[:4] == ["{", '  "v": 3,', f'  "edition": {current()},', '  "region": "fengjie",']
    assert '    "gdp": [6.5, 8],' in lines
    assert '    "gdp0": [386, 380, 391],' in lines
    assert '    "target": [550, 2028],' in lines
    assert '      "name": "保底",' in lines
    assert '  "reference": 1,' in lines
    assert json.loads(TEXT)["scenario"]["by_hand"] == {"gdp": {"2025": 6, "2026": 5.5}}
    assert json.loads(TEXT)["scenario"]["locked"] == {"gdp": [2026]}
    assert TEXT.endswith("}\n")


def test_where_nothing_is_kept_a_file_carries_the_check_of_the_link() -> None:
    alone = Work(PAGE)
    fields = dict(parse_qsl(link.write(alone, "zh")))
    assert json.loads(write(alone, "zh"))["check"] == fields["check"] == crc(fields)


def test_a_link_is_opened_where_a_file_could_be() -> None:
    text = link.write(WORK, "en")
    for way in (text, f"  http://localhost:8501/?{text}\n"):
        opened = open_any(way, PACKS)
        assert (opened.work, opened.language, opened.problems) == (WORK, "en", ())


WORDS = (" — what do you think?", "\n\nSent from my phone", "。你看看", ") <", " https://x.test/?v=3&gdp=1,1", "  ")
"""What people write behind a link that they pass on."""


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("work", [Work(PLAN), WORK, Work(PLAN.rename("&check=00000000"))], ids=["plan", "more", "name"])
def test_what_somebody_wrote_behind_a_link_is_no_part_of_it(work: Work, words: str) -> None:
    text = link.write(work, "en")
    for way in (text, f"http://localhost:8501/?{text}", f"Look: http://localhost:8501/compare?{text}"):
        opened = open_any(way + words, PACKS)
        assert (opened.work, opened.problems) == (work, ())


def test_a_link_that_was_cut_off_says_so_whatever_was_written_behind_it() -> None:
    text = link.write(WORK, "en")
    assert envelope.BAD_CHECK in about(open_any(text[:-1] + " — what do you think?", PACKS))


def test_a_file_whose_result_has_changed_says_so_as_a_link_does() -> None:
    content = json.loads(TEXT)
    content["shown"] = "551.2,reached"
    content["check"] = _check(content)
    opened = open_any(json.dumps(content), PACKS)
    assert opened.problems == ()
    assert "showed 551.2" in changes(opened)[0].sentence()


def _check(content: Content) -> str:
    """The check sum, worked out from the numbers as they stand in the file."""

    def said(scenario: Content, param: str) -> str:
        locked = scenario["locked"].get(param, [])
        years = scenario["by_hand"].get(param, {}).items()
        return ",".join(
            [*map(str, scenario[param]), *(f"{y}:{rate}{'!' if int(y) in locked else ''}" for y, rate in years)]
        )

    params = [key for key, value in content["scenario"].items() if isinstance(value, list)]
    fields = {key: str(value) for key, value in content.items() if key not in ("scenario", "kept", "check")}
    fields |= {"name": content["scenario"]["name"], **{param: said(content["scenario"], param) for param in params}}
    for number, kept in enumerate(content["kept"], 1):
        pieces = sorted([*(f"{param}={said(kept, param)}" for param in params), f"shown={kept['shown']}"])
        fields[f"k{number}"] = "~".join([*pieces, f"name={kept['name']}"])
    return crc(fields)


def test_the_check_of_a_file_is_that_of_a_link() -> None:
    assert json.loads(TEXT)["check"] == _check(json.loads(TEXT))


# The schema


SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "scenarios.schema.json").read_text(encoding="utf-8"))
FITS = jsonschema.Draft202012Validator(SCHEMA).is_valid


@given(works(), st.sampled_from(["zh", "en"]))
def test_any_file_that_is_written_fits_the_schema(work: Work, language: str) -> None:
    assert FITS(json.loads(write(work, language)))


@given(works(), st.data())
def test_a_file_without_any_one_part_does_not_fit_the_schema(work: Work, data: st.DataObject) -> None:
    content = json.loads(write(work, "en"))
    inner = data.draw(st.sampled_from([content, content["scenario"], *content["kept"]]))
    # Further paths are a part that only files with such paths have.
    del inner[data.draw(st.sampled_from([part for part in inner if part != "further"]))]
    assert not FITS(content)


# Edited by hand


def test_a_file_edited_by_hand_opens_and_says_that_its_check_does_not_fit() -> None:
    opened = edited(lambda content: content["scenario"].update(gdp=[6.5, 9]))
    assert opened.scenario == PAGE.set(gdp_later=0.09)
    assert about(opened) == [envelope.BAD_CHECK]
    assert set(opened.shown) == {None}


def test_a_file_may_be_laid_out_in_any_way() -> None:
    content = json.loads(TEXT)
    backwards = json.loads(TEXT, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    for text in (
        json.dumps(backwards),
        json.dumps(content, indent=8, sort_keys=True),
        f"\ufeff{TEXT}",
        f"\r\n \ufeff\t{TEXT}",
    ):
        assert (open_any(text, PACKS).work, open_any(text, PACKS).problems) == (WORK, ())


FAULTS: dict[str, tuple[Callable[[Content], object], str, str]] = {
    # what somebody did, what the sentence is about, and what it cannot do without
    "a rate out of range": (lambda c: c["scenario"].update(gdp=[6.5, 99]), parts.OUTSIDE, "gdp: is outside the range"),
    "a rate that is a word": (lambda c: c["scenario"].update(gdp=["six", 7]), parts.NOT_A_NUMBER, "got six"),
    "a rate that is true": (lambda c: c["scenario"].update(gdp=[True, 7]), parts.NOT_A_NUMBER, "got True"),
    "a rate that is null": (lambda c: c["scenario"].update(gdp=[None, 7]), parts.NOT_A_NUMBER, "got )"),
    "a rate that is a list": (lambda c: c["scenario"].update(gdp=[[6.5], 7]), file.UNFIT, "scenario gdp: "),
    "NaN": (lambda c: c["scenario"].update(gdp=[float("nan"), 7]), parts.NOT_A_NUMBER, "got NaN"),
    "Infinity": (lambda c: c["scenario"].update(gdp=[6, float("inf")]), parts.NOT_A_NUMBER, "got Infinity"),
    "a huge number": (lambda c: c["scenario"].update(gdp=[10**400, 7]), parts.NOT_A_NUMBER, "got 1000"),
    "a number instead of a list": (lambda c: c["scenario"].update(gdp=6.5), file.UNFIT, "scenario gdp, "),
    "too many numbers": (lambda c: c["scenario"].update(gdp=[6, 7, 8]), parts.TOO_MANY, "got 6,7,8"),
    "a lever that is missing": (lambda c: c["scenario"].pop("fai"), link.LACKING, "lacks fai"),
    "a lever nobody knows": (lambda c: c["scenario"].update(speed=[9]), link.UNKNOWN_KEYS, "got speed"),
    "a year that is not projected": (lambda c: c["scenario"]["by_hand"]["gdp"].update({"1999": 5}), "", "got 1999"),
    "a year of no series": (lambda c: c["scenario"]["by_hand"].update(gpd={"2026": 5}), file.UNFIT, "got gpd"),
    "years in a list": (lambda c: c["scenario"]["by_hand"].update(gdp=[5]), file.UNFIT, "scenario by_hand gdp, "),
    "no years": (lambda c: c["scenario"].update(by_hand=None), file.UNFIT, "scenario by_hand"),
    "a lock of no year": (lambda c: c["scenario"]["locked"]["gdp"].append(2030), file.UNFIT, "got 2030"),
    "a lock of no series": (lambda c: c["scenario"]["locked"].update(gpd=[2026]), file.UNFIT, "got gpd"),
    "a lock that is a number": (lambda c: c["scenario"]["locked"].update(gdp=2026), file.UNFIT, "scenario locked gdp"),
    "a name that is a list": (lambda c: c["scenario"].update(name=["x"]), file.UNFIT, "scenario name: "),
    "a scenario that is a list": (lambda c: c.update(scenario=[1, 2]), file.UNFIT, "scenario: "),
    "a scenario that is a word": (lambda c: c.update(scenario="plan"), file.UNFIT, "scenario: "),
    "kept scenarios that are none": (lambda c: c.update(kept=5), file.UNFIT, "kept: "),
    "a kept scenario that is none": (lambda c: c["kept"].insert(0, 5), file.UNFIT, "kept: "),
    "a kept scenario's wrong rate": (lambda c: c["kept"][1].update(gdp=[99, 7]), parts.OUTSIDE, "k2 gdp: "),
    "a kept scenario's odd result": (lambda c: c["kept"][1].update(shown=[1]), file.UNFIT, "k"),
    "a fifth kept scenario": (lambda c: c["kept"].extend(c["kept"] * 2), parts.TOO_MANY, "kept: has more values than"),
    "a reference that is not there": (lambda c: c.update(reference=3), link.BAD_REFERENCE, "got 3"),
    "a view that is an object": (lambda c: c.update(view={}), file.UNFIT, "view: "),
    "another version": (lambda c: c.update(v=17), envelope.NEWER, "got 17"),
    "a word for a version": (lambda c: c.update(v="new"), envelope.BAD_VERSION, "got new"),
    "another county": (lambda c: c.update(region="nowhere"), link.BAD_REGION, "got nowhere"),
    "another language": (lambda c: c.update(lang="fr"), link.BAD_LANGUAGE, "got fr"),
    "something new": (lambda c: c.update(colour="red"), link.UNKNOWN_KEYS, "got colour"),
    "something new that is an object": (lambda c: c.update(colours={"a": 1}), file.UNFIT, "colours: "),
    "no check sum": (lambda c: c.pop("check"), envelope.NO_CHECK, "no check sum"),
    "a packed bomb": (lambda c: c.update(packed="7cExAQAAAMKg9U9tCy-g"), envelope.BAD_PACKED, "packed"),
}  # fmt: skip


FITTING = ("a lock of no year", "a reference that is not there", "NaN")
"""What a schema cannot say, and what JSON does not know."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_with_a_fault_does_not_fit_the_schema(fault: str) -> None:
    content = json.loads(TEXT)
    assert FITS(content)
    FAULTS[fault][0](content)
    assert FITS(json.loads(json.dumps(content))) is (fault in FITTING)


@pytest.mark.parametrize(("change", "what", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_what_is_wrong_in_a_file_is_named_and_the_rest_is_kept(
    change: Callable[[Content], object], what: str, words: str
) -> None:
    opened = edited(change)
    assert what in (*about(opened), "")
    assert any(words in sentence for sentence in sentences(opened))
    assert all(sentence.isprintable() and len(sentence) < 500 for sentence in sentences(opened))
    assert opened.understood
    assert opened.scenario["target_level"] == 550
    assert PLAN.set(fai_later=0.1).rename("保底") in opened.work.kept or "kept" in words


def test_what_stands_twice_in_a_file_is_named_and_the_first_one_used() -> None:
    for once, twice, where in (
        ('"gdp": [6.5, 8],', '"gdp": [6.5, 8], "gdp": [1, 2],', "gdp"),
        ('"region": "fengjie",', '"region": "fengjie", "region": "nowhere",', "region"),
        ('"2026": 5.5', '"2026": 5.5, "2026": 9', "2026"),
    ):
        opened = open_any(TEXT.replace(once, twice, 1), PACKS)
        assert sentences(opened) == [
            f"{where}: stands in the file more than once; the first is used; remove the others"
        ]
        assert opened.work == WORK


def test_thousands_of_faults_are_named_in_few_sentences() -> None:
    odd = ",".join(f'"a{number}":{{}}' for number in range(10_000))
    twice = '"b":1,' * 10_000
    opened = open_any(f'{{"v":3,"region":"fengjie",{twice}{odd}}}', PACKS)
    assert 2 <= len(opened.problems) < 10
    assert all(len(sentence) < 500 for sentence in sentences(opened))


# Whatever is thrown at it


NEITHER = {
    "nothing": "",
    "blanks": " \n\t",
    "a word": "complete junk",
    "a table": "year,gdp\n2024,411\n",
    "a list": "[1, 2, 3]",
    "a number": "7",
    "half a file": TEXT[:200],
    "no quotes": "{v: 3}",
    "an empty object": "{}",
    "an object of something else": '{"name": {"first": "x"}, "list": [1]}',
    "deep lists": '{"a":' + "[" * 50_000 + "]" * 50_000 + "}",
    "deep objects": '{"a":' * 20_000 + "1" + "}" * 20_000,
    "an image": "\x89PNG\r\n\x1a\n\x00\x00",
}


@pytest.mark.parametrize("text", NEITHER.values(), ids=NEITHER.keys())
def test_what_is_neither_a_link_nor_a_file_is_said_to_be_neither(text: str) -> None:
    opened = open_any(text, PACKS)
    assert opened.understood == 0
    assert about(opened) == [file.NEITHER]
    assert all(sentence.isprintable() and len(sentence) < 300 for sentence in sentences(opened))


@pytest.mark.parametrize("text", [" " * 200_001, "{" + "x" * 1_000_000, TEXT + " " * 200_000])
def test_what_is_too_large_is_not_read(text: str) -> None:
    opened = open_any(text, PACKS)
    assert (opened.understood, about(opened)) == (0, [file.TOO_LARGE])
    assert sentences(opened) == [
        "link: is too large (got over 200000 characters); no more are read; open a file saved here; nothing was changed"
    ]


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from([6.5, 2026, "6.5"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)
PLACES = [
    ["v"], ["region"], ["lang"], ["reference"], ["view"], ["map"], ["edition"], ["shown"], ["check"], ["packed"],
    ["k3"], ["scenario"], ["scenario", "name"], ["scenario", "gdp"], ["scenario", "by_hand"], ["scenario", "locked"],
    ["scenario", "by_hand", "gdp"], ["scenario", "by_hand", "gdp", "2026"], ["scenario", "locked", "gdp"],
    ["scenario", "x"], ["kept"], ["kept", 0], ["kept", 1], ["kept", 1, "name"], ["kept", 1, "shown"],
]  # fmt: skip


def put(content: Any, place: list[Any], value: object) -> None:
    """Puts a value into a place of the file, where what was put there before has left one."""
    with contextlib.suppress(TypeError, KeyError, IndexError):
        for key in place[:-1]:
            content = content[key]
        content[place[-1]] = value


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(PLACES), ANY_JSON), min_size=1, max_size=3))
def test_nothing_in_any_place_of_a_file_ever_raises_and_what_is_lost_is_said(
    changed: list[tuple[list[Any], Any]],
) -> None:
    content = json.loads(TEXT)
    for place, value in changed:
        put(content, place, value)
    text = json.dumps(content)
    opened = open_any(text, PACKS)
    assert all(sentence.isprintable() for sentence in sentences(opened))
    assert opened.work == WORK or opened.problems
    again = open_any(write(opened.work, "zh"), PACKS)
    assert (again.work, again.problems) == (opened.work, ())


@settings(max_examples=60)
@given(st.text(st.characters(), max_size=100) | st.text('{}[]",:0123456789.eE+-vkeptname', max_size=100))
def test_no_text_ever_raises(text: str) -> None:
    for way in (text, "{" + text, "{" + text + "}", TEXT.replace("保底", text), TEXT.replace("[6.5, 8]", text)):
        opened = open_any(way, PACKS)
        assert opened.scenario.region == "fengjie"
        assert all(sentence.isprintable() for sentence in sentences(opened))


def test_a_file_cut_off_anywhere_is_no_file() -> None:
    for at in range(1, len(TEXT) - 2, 61):
        assert about(open_any(TEXT[:at], PACKS)) == [file.NEITHER]
    assert re.search(r"got \{", sentences(open_any(TEXT[:100], PACKS))[0])
