"""Send, save, open: the file's name, the link as a picture, and what is said of where it opens."""

import datetime
import re
from zlib import crc32

import pytest
from a_visit import PACK, PLAN, drawn, html, showing
from hypothesis import given, settings
from hypothesis import strategies as st

from model.levers import RATES
from model.query import MOST
from model.scenario import LONGEST_NAME
from views.share import LONGEST_QR, file_name

REFUSED = '<>:"/\\|?*'
"""What Windows refuses in a file's name; other systems refuse less."""
CAPACITIES = (
    17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858, 929, 1003, 1091,
    1171, 1273, 1367, 1465, 1528, 1628, 1732, 1840, 1952, 2068, 2188, 2303, 2431, 2563, 2699, 2809, 2953,
)  # fmt: skip
"""Bytes in a QR code at the lowest level of error correction, by version from 1 (ISO/IEC 18004, table 7)."""


def _dialog():
    from views import share, state

    share.dialog(state.current())


def _by_hand(place):
    """A scenario with every year of every series set by hand, to many digits."""
    scenario = PLAN.rename(f"保底 {place}")
    for series in RATES:
        rates = {year: crc32(f"{place}{series}{year}".encode()) / 2e10 for year in range(2024, 2036)}
        scenario = scenario.with_years(PACK, series, rates, ())
    return scenario


def _long(count):
    """A state with that many kept scenarios, none of which shares a rate with another: a link of hundreds for each."""
    return showing(_by_hand(0), kept=tuple(_by_hand(place) for place in range(1, count + 1)))


# The file's name


def test_a_file_is_called_by_its_region_its_scenario_and_the_date():
    today = datetime.date.today().isoformat()
    assert file_name(showing(PLAN.rename("稳一点"))) == f"fengjie-稳一点-{today}.json"
    assert file_name(showing()) == f"fengjie-{today}.json"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("a/b", "a-b"),
        ("..\\..\\x", "-..-x"),
        ("50 %: what?", "50 %- what-"),
        ("<b>*|\"'", "-b----'"),
        ("end. . .", "end"),
    ],
)
def test_what_a_file_system_refuses_is_replaced(name, part):
    assert file_name(showing(PLAN.rename(name))).startswith(f"fengjie-{part}-2")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet=REFUSED + " .~$`\u200d\ufe0f\u202e字🌱", max_size=60))
def test_whatever_a_scenario_is_called_its_file_can_be_saved_anywhere(name):
    saved = file_name(showing(PLAN.rename(name)))
    assert not set(saved) & set(REFUSED)
    assert saved.isprintable()
    assert saved == saved.strip(" .")
    assert re.fullmatch(r"fengjie-(.*-)?\d{4}-\d\d-\d\d\.json", saved)
    assert len(saved.encode()) <= 255
    assert len(saved) <= len("fengjie--2026-01-01.json") + LONGEST_NAME


# The picture


def test_a_link_stands_as_a_picture_and_as_text():
    shown = html(drawn(_dialog, at=showing(PLAN.rename("<b>&"))))
    assert shown.count('<img class="qr" src="data:image/svg+xml') == 1
    assert 'alt="QR code of the link"' in shown
    assert "<code>/?v=" in shown
    assert "name=%3Cb%3E%26&amp;gdp=6.5,7.5" in shown


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_picture_is_as_large_as_the_standard_has_it_for_a_link_of_that_length(count):
    now = _long(count) if count else showing()
    shown = html(drawn(_dialog, at=now))
    version = next(version for version, most in enumerate(CAPACITIES, 1) if most >= len(now.query) + len("/?"))
    assert f"width%3D%27{17 + 4 * version + 2 * 4}%27" in shown


def test_a_link_that_no_picture_holds_is_said_to_be_too_long():
    now = _long(4)
    assert len(now.query) > CAPACITIES[-1] > LONGEST_QR
    shown = html(drawn(_dialog, at=now))
    assert "<p>This link is too long for a QR code: save a file instead.</p>" in shown
    assert "<img" not in shown


def test_a_link_that_messengers_may_cut_off_is_said_to_be():
    assert "more than some messengers pass on whole" not in html(drawn(_dialog, at=showing()))
    now = _long(4)
    assert len(now.query) > MOST
    assert "more than some messengers pass on whole" in html(drawn(_dialog, at=now))


def _refused():
    from views import share, state

    before = state.current()
    state.open_text("hello")
    share.dialog(before)


def test_what_could_not_be_opened_is_said_in_the_dialog_which_stays_open():
    shown = html(drawn(_refused))
    assert "neither a link nor a file" in shown
    assert 'alt="QR code of the link"' in shown
    assert "neither a link nor a file" not in html(drawn(_dialog))


@pytest.mark.parametrize("count", [0, 1, 4])
def test_it_is_said_how_much_the_link_holds(count):
    now = _long(count)
    held = f"{count} kept ones and the reference: {len('/?' + now.query)} characters."
    assert f"The link holds the scenario on the page, {held}" in html(drawn(_dialog, at=now))
