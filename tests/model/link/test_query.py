"""A query that would be too long for messengers: packed, exact there and back, and harmless whatever is in it."""

import base64
import random
import re
import tracemalloc
import zlib
from urllib.parse import parse_qsl

import pytest
from any_link import about, changes, crc, query, sentences
from any_scenario import LEVERS, PACK, PACKS, PLAN
from any_work import works
from hypothesis import given, settings
from hypothesis import strategies as st

from model.link import envelope, link
from model.link.link import headline, read, write
from model.link.query import LONGEST, OFTEN
from model.scenario.scenario import Scenario, build
from model.work.work import MOST_KEPT, Work

SERIES = ("gdp", "deflator", "fai", "retail", "income")


def filled(seed: int, size: float = 1.0) -> Scenario:
    """A scenario in which nothing is round: every lever anywhere, every year of every series by hand and locked."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    values = {
        key: lever.high if lever.kind == "year" else max(lever.low, chance.uniform(lever.low, lever.high) * size)
        for key, lever in LEVERS.items()
    }
    by_hand = [(key, year, chance.uniform(-0.1, 0.3) * size) for key in SERIES for year in range(2024, 2036)]
    return build(PACK, values, by_hand, locks=[(key, year) for key, year, _ in by_hand])


def crowded(size: float = 1.0) -> Work:
    work = Work(filled(0, size).rename("🌱" * 40))
    for place in range(1, MOST_KEPT + 1):
        work = work.add(filled(place, size).rename("🌱" * 39 + str(place)))
    return work.refer(4)


WORK = crowded()
LINK = write(WORK, "zh")
FIELDS = dict(parse_qsl(LINK))


def packed(inside: bytes | str) -> str:
    """What stands in a packed field for these bytes: raw deflate, in base64 as addresses have it, without padding."""
    squeeze = zlib.compressobj(9, wbits=-15)
    content = squeeze.compress(inside if isinstance(inside, bytes) else inside.encode()) + squeeze.flush()
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def unpacked(text: str) -> dict[str, str]:
    """All fields of a link, those that are packed in it too."""
    fields = dict(parse_qsl(text, keep_blank_values=True))
    content = fields.pop("packed", "")
    reader = zlib.decompressobj(wbits=-15, zdict=OFTEN)
    inside = reader.decompress(base64.urlsafe_b64decode(content + "===")) if content else b""
    return {**dict(parse_qsl(inside.decode(), keep_blank_values=True)), **fields}


# There and back


def test_a_link_is_packed_where_it_would_be_too_long_and_its_headline_stays_readable() -> None:
    assert "packed" not in dict(parse_qsl(write(Work(PLAN), "zh")))
    assert list(FIELDS) == ["v", "region", "lang", "gdp", "reference", "edition", "shown", "check", "packed"]
    assert re.fullmatch(r"[A-Za-z0-9_-]+", FIELDS["packed"])


@given(works(), st.sampled_from(["zh", "en"]))
def test_a_link_says_the_same_however_much_of_it_is_packed(work: Work, language: str) -> None:
    text = write(work, language)
    assert "&packed=" in text or len(text) < 1950
    fields = unpacked(text)
    assert crc(fields) == fields["check"]
    for open_fields in (fields, {"v": "3", "check": fields["check"]}, {}):
        hidden = {key: value for key, value in fields.items() if key not in open_fields}
        opened = read(query({**open_fields, "packed": packed(query(hidden))}), PACKS)
        assert (opened.work, opened.language, opened.problems) == (work, language, ())


@pytest.mark.parametrize("size", [1.0, 1e-18])
def test_the_longest_link_there_can_be_comes_back_exactly(size: float) -> None:
    work = crowded(size)
    text = write(work, "en")
    opened = read(text, PACKS)
    assert (opened.work, opened.problems) == (work, ())
    assert opened.shown == tuple(headline(scenario) for scenario in (work.scenario, *work.kept))
    assert write(opened.work, "en") == text
    assert len(text) < LONGEST


@pytest.mark.parametrize("added", ["from=singlemessage&isappinstalled=0", "utm_source=mail", "fbclid=IwAR0"])
def test_what_a_messenger_adds_to_a_packed_link_is_named_and_breaks_nothing(added: str) -> None:
    for text in (f"{LINK}&{added}", f"{added}&{LINK}"):
        opened = read(text, PACKS)
        assert about(opened) == [link.UNKNOWN_KEYS]
        assert opened.work == WORK
        assert None not in opened.shown
        assert changes(opened) == []


def test_streamlits_own_parameters_are_no_edit_of_a_packed_link() -> None:
    assert read(LINK + "&embed=true&embed_options=dark_theme", PACKS).problems == ()


def test_what_stands_openly_in_a_packed_link_counts_and_an_edit_of_it_is_named() -> None:
    opened = read(LINK.replace("&gdp=", "&gdp=6.5,7.5,2030:1&shown=1,reached&gdp="), PACKS)
    assert opened.scenario.rates_by_hand("gdp") == {2030: 0.01}
    assert opened.scenario["fai_first"] == WORK.scenario["fai_first"]
    assert envelope.BAD_CHECK in about(opened)
    assert set(opened.shown) == {None}


# Damaged, or made to do harm


def test_a_link_whose_packed_part_was_cut_off_says_so_and_what_is_readable_is_used() -> None:
    for at in range(LINK.index("&packed=") + len("&packed="), len(LINK), 97):
        opened = read(LINK[:at], PACKS)
        assert {envelope.BAD_PACKED, envelope.BAD_CHECK, link.LACKING} == set(about(opened)) - {link.BAD_REFERENCE}
        assert opened.scenario.rates_by_hand("gdp") == WORK.scenario.rates_by_hand("gdp")
        assert opened.scenario["fai_first"] == PLAN["fai_first"]
        assert opened.work.kept == ()
        assert opened.language == "zh"


@settings(max_examples=100)
@given(st.integers(0, len(FIELDS["packed"]) - 1), st.sampled_from("AZaz09-_"))
def test_a_packed_part_with_one_wrong_character_never_passes_for_right(at: int, instead: str) -> None:
    content = FIELDS["packed"]
    opened = read(query({**FIELDS, "packed": content[:at] + instead + content[at + 1 :]}), PACKS)
    assert opened.work == WORK or about(opened)


JUNK = {
    "nothing": "",
    "no base64": "%%%",
    "a single letter": "A",
    "Chinese": "打包",
    "no deflate": base64.urlsafe_b64encode(bytes(range(256))).decode(),
    "zlib with a head": base64.urlsafe_b64encode(zlib.compress(b"fai=9,9")).decode(),
    "no text": packed(b"fai=9,9&name=\xff\xfe"),
    "a bomb": packed(bytes(10_000_000)),
    "a bomb of fields": packed("fai=9,9&" + "k1=~name=x&" * 600_000),
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK.keys())
def test_what_cannot_be_unpacked_is_named_and_the_rest_is_used(junk: str) -> None:
    fields = {key: FIELDS[key] for key in FIELDS if key != "reference"}
    opened = read(query({**fields, "packed": junk}), PACKS)
    assert about(opened) == [envelope.BAD_PACKED, envelope.BAD_CHECK, link.LACKING]
    assert all(len(sentence) < 400 for sentence in sentences(opened))
    assert opened.scenario.rates_by_hand("gdp") == WORK.scenario.rates_by_hand("gdp")
    assert opened.work.kept == ()


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK.keys())
def test_a_link_of_nothing_but_junk_to_unpack_opens_the_plan_and_says_so(junk: str) -> None:
    opened = read(query({"packed": junk}), PACKS)
    assert opened.work == Work(PLAN)
    assert opened.understood == 0
    assert about(opened) == [link.NOTHING]


@pytest.mark.parametrize("junk", ["a bomb", "a bomb of fields"])
def test_a_bomb_takes_no_memory(junk: str) -> None:
    text = f"v=3&gdp=5,6&packed={JUNK[junk]}"
    assert len(text) < LONGEST
    read(text, PACKS)
    tracemalloc.start()
    opened = read(text, PACKS)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert opened.scenario["gdp_first"] == 0.05
    assert most < 1_000_000


@pytest.mark.parametrize(
    "inside", ["packed=x&fai=9,9", "fai=9,9&fai=8,8", "v=1&fai=9,9", "fai=9,9&check=00000000", "&&&"]
)
def test_what_has_no_business_in_a_packed_part_never_raises_and_is_named(inside: str) -> None:
    opened = read(f"v=3&region=fengjie&gdp=5,6&packed={packed(inside)}", PACKS)
    assert opened.scenario["gdp_first"] == 0.05
    assert opened.problems


@settings(max_examples=60)
@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode))
def test_no_packed_bytes_ever_raise(inside: bytes) -> None:
    for content in (packed(inside), base64.urlsafe_b64encode(inside).decode()):
        opened = read(query({"v": "3", "gdp": "5,6", "packed": content}), PACKS)
        assert opened.scenario.region == "fengjie"
        assert all(sentence.isprintable() for sentence in sentences(opened))
        write(opened.work, "en")
