"""Scenarios as a file: the link a key a line, exact there and back, and never refused as a whole."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from any_link import about, crc, sentences
from any_scenario import PACKS, PLAN
from any_work import HARD_NAMES, works
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link import file, link, parts, reading, saved, transport
from model.link.file import open_any, write
from model.link.headline import headline
from model.link.version import EDITION
from model.work.work import Work

PAGE = PLAN.set(gdp_later=0.08).with_years("gdp", {2025: 0.06, 2026: 0.055}, locked=[2026]).rename("稳一点")
WORK = Work(PAGE).add(PLAN.set(fai_later=0.1).rename("保底")).add(PAGE.rename("=1+1")).refer(1)
TEXT = write(WORK, "zh")
SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "scenarios.schema.json").read_text(encoding="utf-8"))
FITS = jsonschema.Draft202012Validator(SCHEMA).is_valid

Content = dict[str, Any]


# There and back


@given(works(), st.sampled_from(["zh", "en"]))
def test_any_work_comes_back_exactly_is_written_the_same_way_and_fits_the_schema(work: Work, language: str) -> None:
    text = write(work, language)
    opened = open_any(text, PACKS)
    assert (opened.work, opened.problems, opened.language) == (work, (), language)
    assert opened.shown == tuple(headline(scenario) for scenario in (work.scenario, *work.kept))
    assert write(opened.work, language) == text
    assert FITS(json.loads(text))


@pytest.mark.parametrize("name", HARD_NAMES, ids=ascii)
def test_a_name_stands_in_the_file_as_it_is(name: str) -> None:
    work = Work(PLAN.rename(name)).add(PAGE.rename(name))
    content = json.loads(write(work, "zh"))
    assert content.get("name", "") == work.scenario.name
    assert content["k1"]["name"] == work.kept[0].name
    assert open_any(write(work, "zh"), PACKS).work == work


def test_a_person_can_read_the_file_and_it_carries_the_check_of_the_link() -> None:
    lines = TEXT.splitlines()
    assert lines[:3] == ["{", '  "v": 4,', '  "region": "fengjie",']
    assert '  "gdp": "6.5,8,2025:6,2026:5.5",' in lines
    assert '  "gdp.locked": "2026",' in lines
    assert '    "name": "保底",' in lines
    assert f'  "edition": {EDITION},' in lines
    assert json.loads(TEXT)["k2"] == {"name": "=1+1", "shown": str(headline(PAGE))}
    fields = link.fields_of(WORK, "zh")
    assert json.loads(TEXT)["check"] == fields["check"] == crc(fields)


def test_a_file_may_be_laid_out_in_any_way() -> None:
    content = json.loads(TEXT)
    backwards = json.loads(TEXT, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    for text in (json.dumps(backwards), json.dumps(content, indent=8), f"\ufeff{TEXT}", f"\r\n \ufeff\t{TEXT}"):
        assert (open_any(text, PACKS).work, open_any(text, PACKS).problems) == (WORK, ())


# Edited by hand


FAULTS: dict[str, tuple[Callable[[Content], object], str, str]] = {
    # what somebody did, what the sentence is about, and what it cannot do without
    "a rate out of range": (lambda c: c.update(gdp="6.5,99"), parts.OUTSIDE, "gdp: is outside the range"),
    "a list": (lambda c: c.update(gdp=[6.5, 7]), file.UNFIT, "gdp: "),
    "a truth": (lambda c: c.update(gdp0=True), file.UNFIT, "got True"),
    "nothing": (lambda c: c.update(target=None), file.UNFIT, "got None"),
    "a number alone": (lambda c: c.update(gdp=6.5), parts.TOO_FEW, "1 of 2"),
    "NaN": (lambda c: c.update(gdp=float("nan")), parts.NOT_A_NUMBER, "got NaN"),
    "a lever that is missing": (lambda c: c.pop("fai"), reading.LACKING, "lacks fai"),
    "something new": (lambda c: c.update(colour="red"), reading.UNKNOWN_KEYS, "got colour"),
    "something new that is an object": (lambda c: c.update(colours={"a": 1}), file.UNFIT, "colours: "),
    "a saved scenario that is none": (lambda c: c.update(k3=5), reading.UNKNOWN_KEYS, "got k3"),
    "a saved scenario's wrong rate": (lambda c: c["k2"].update(gdp="99,7"), parts.OUTSIDE, "k2 gdp: "),
    "a saved scenario's odd result": (lambda c: c["k2"].update(shown=[1]), file.UNFIT, "k2.shown: "),
    "a fifth saved scenario": (lambda c: c.update(k5={"gdp": "5,6"}), file.UNFIT, "k5: "),
    "a reference that is not there": (lambda c: c.update(reference=3), reading.BAD_REFERENCE, "got 3"),
    "an odd language": (lambda c: c.update(lang="fr"), saved.UNUSABLE, "got fr"),
    "another version": (lambda c: c.update(v=17), link.NEWER, "got 17"),
    "another county": (lambda c: c.update(region="nowhere"), reading.BAD_REGION, "got nowhere"),
    "no check sum": (lambda c: c.pop("check"), transport.NO_CHECK, "no check sum"),
    "packed": (lambda c: c.update(packed="7cExAQAAAMKg9U9tCy-g"), reading.UNKNOWN_KEYS, "got packed"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "what", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_what_is_wrong_in_a_file_is_named_and_the_rest_is_kept(
    change: Callable[[Content], object], what: str, words: str
) -> None:
    content = json.loads(TEXT)
    change(content)
    opened = open_any(json.dumps(content, ensure_ascii=False), PACKS)
    assert what in about(opened)
    assert any(words in sentence for sentence in sentences(opened))
    assert opened.scenario["fai_first"] == 0.12
    assert PLAN.set(fai_later=0.1).rename("保底") in opened.work.kept


def test_what_stands_twice_in_a_file_is_named_and_the_first_one_used() -> None:
    for once, twice in (('"region": "fengjie",', '"region": "fengjie", "region": "nowhere",'),
                        ('"name": "保底",', '"name": "保底", "name": "x",')):  # fmt: skip
        opened = open_any(TEXT.replace(once, twice, 1), PACKS)
        where = once.split('"')[1]
        assert sentences(opened) == [f"{where}: appears more than once; the first is used; remove the others"]
        assert opened.work == WORK


def test_thousands_of_faults_are_named_in_few_sentences() -> None:
    odd = ",".join(f'"a{number}":{{}}' for number in range(2_000))
    twice = '"b":1,' * 1_000
    opened = open_any(f'{{"v":4,"region":"fengjie",{twice}{odd}}}', PACKS)
    assert 2 <= len(opened.problems) < 10
    assert all(len(sentence) < 500 for sentence in sentences(opened))


# Whatever is thrown at it


NEITHER = {
    "nothing": "",
    "a word": "complete junk",
    "a table": "year,gdp\n2024,411\n",
    "a list": "[1, 2, 3]",
    "half a file": TEXT[:200],
    "no quotes": "{v: 4}",
    "an empty object": "{}",
    "an object of something else": '{"name": {"first": "x"}, "list": [1]}',
    "a list where a text belongs": '{"scenario": {"further": [1]}}',
    "deep lists": '{"a":' + "[" * 15_000 + "]" * 15_000 + "}",
    "deep objects": '{"a":' * 6_000 + "1" + "}" * 6_000,
    "an image": "\x89PNG\r\n\x1a\n\x00\x00",
}


@pytest.mark.parametrize("text", NEITHER.values(), ids=NEITHER.keys())
def test_what_is_neither_a_link_nor_a_file_is_said_to_be_neither(text: str) -> None:
    opened = open_any(text, PACKS)
    assert (opened.understood, about(opened)) == (0, [file.NEITHER])
    assert all(sentence.isprintable() and len(sentence) < 300 for sentence in sentences(opened))


@pytest.mark.parametrize("text", [" " * 200_001, "{" + "x" * 1_000_000, TEXT + " " * 200_000])
def test_what_is_too_large_is_not_read(text: str) -> None:
    opened = open_any(text, PACKS)
    assert (opened.understood, about(opened)) == (0, [file.TOO_LARGE])


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from([6.5, "6.5,7.5"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)
PLACES = ["v", "region", "lang", "reference", "view", "edition", "shown", "check", "packed", "k1", "k3", "name", "gdp",
          "gdp.locked", "own", "outcome", "further", "x"]  # fmt: skip


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(PLACES), ANY_JSON, min_size=1, max_size=3), st.text(max_size=60))
def test_nothing_in_any_place_of_a_file_ever_raises_and_what_is_lost_is_said(changed: Content, text: str) -> None:
    opened = open_any(json.dumps(json.loads(TEXT) | changed), PACKS)
    assert opened.work == WORK or opened.problems
    again = open_any(write(opened.work, "zh"), PACKS)
    assert (again.work, again.problems) == (opened.work, ())
    for way in (text, "{" + text, TEXT.replace("保底", text), TEXT.replace('"6.5,8,', text)):
        assert all(sentence.isprintable() for sentence in sentences(open_any(way, PACKS)))


def test_a_file_cut_off_anywhere_is_no_file() -> None:
    for at in range(1, len(TEXT) - 2, 61):
        assert about(open_any(TEXT[:at], PACKS)) == [file.NEITHER]
    assert re.search(r"got \{", sentences(open_any(TEXT[:100], PACKS))[0])
