"""Send, save, open: the link as a picture, and what is said of where it opens."""

import datetime
from zlib import crc32

import pytest
from a_visit import PACK, PLAN, drawn, html, showing

from model.levers import RATES
from model.query import MOST
from views import share
from views.downloads.about import LONGEST_QR

CAPACITIES = (
    17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858, 929, 1003, 1091,
    1171, 1273, 1367, 1465, 1528, 1628, 1732, 1840, 1952, 2068, 2188, 2303, 2431, 2563, 2699, 2809, 2953,
)  # fmt: skip
"""Bytes in a QR code at the lowest level of error correction, by version from 1 (ISO/IEC 18004, table 7)."""


def _dialog():
    from views import session, share

    share.dialog(session.current())


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


# The day


@pytest.mark.parametrize(
    ("hour", "behind", "date"),
    [(15, -480, 25), (16, -480, 26), (23, -480, 26), (3, 480, 24), (23, 0, 25), (18, -330, 25), (19, -330, 26)],
)
def test_a_file_is_dated_by_the_day_that_the_visitor_has(hour, behind, date):
    moment = datetime.datetime(2026, 11, 25, hour, tzinfo=datetime.UTC)
    assert share.day(moment, behind) == datetime.date(2026, 11, date)


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
    from views import session, share

    before = session.current()
    session.open_text("hello")
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
