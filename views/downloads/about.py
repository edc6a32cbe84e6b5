"""What every file says of itself: which scenario of which region, when, from which link, data and program."""

import functools
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import segno

from model.economics import presets
from model.language.words import N_
from model.link.link import fields_of
from model.link.version import EDITION, EDITION_DATE, program_version
from model.region.indicators import GDP
from model.scenario.scenario import plan
from views.lines import cells, wrapped
from views.state import State
from views.words import changes, names

LONGEST_QR = 2_900
"""Bytes that a QR code can hold, at the lowest level of error correction."""
TOO_LONG = N_("This link is too long for a QR code: save a file instead.")
HERE_ONLY = N_("The address {host} opens on this computer only.")
LOCAL = ("localhost", "127.0.0.1", "::1")
LINKED = N_("Open this scenario: {place}, link with check sum {check}.")
WIDEST_NAME = 24
"""How wide the name of a county of one's own is in the name of a file [letters; one of Chinese is two]."""
UNSAFE = '\\/:*?"<>|'
"""What file names do not allow everywhere."""


@dataclass(frozen=True)
class Occasion:
    """What is exported: the state of a page, the whole address that shows it again, and the day."""

    now: State
    page: str
    """The address of the page, without its query."""
    day: date

    @property
    def address(self) -> str:
        """The link: the page's address with everything that is on it."""
        return urlsplit(self.page)._replace(query=self.now.query, fragment="").geturl()


@functools.lru_cache(maxsize=8)
def qr(address: str) -> segno.QRCode | None:
    """The QR code of a link; None where it is too long, or opens nowhere else. A file asks for it more than once."""
    if urlsplit(address).hostname in LOCAL:
        return None
    return segno.make_qr(address, error="l", boost_error=False) if len(address.encode()) <= LONGEST_QR else None


def without_code(state: State, address: str) -> str:
    """Why a link has no QR code."""
    return here_only(state, address) or state.wording(TOO_LONG)


def here_only(state: State, address: str) -> str:
    """A warning where the link opens on this computer alone; else empty."""
    host = urlsplit(address).hostname
    return state.wording(HERE_ONLY, host=host) if host in LOCAL else ""


def file_name(occasion: Occasion, kind: str, ending: str) -> str:
    """What a file is called: region, scenario, the day, what it holds: `奉节县_保底_2026-11-25_工作簿.xlsx`.

    A scenario without a name is called by its link's check sum, and so is one of figures that were typed: no two are
    called alike.
    """
    now, called = occasion.now, scenario_name(occasion.now)
    check = check_sum(now) if not called or now.pack.typed_outcomes or now.pack.county else ""
    said = (_region(now), called, check, occasion.day.isoformat(), kind)
    safe = ("".join("-" if c in UNSAFE or not c.isprintable() else c for c in text).strip(" .") for text in said)
    return "_".join(filter(None, safe)).lstrip("-_ .") + f".{ending}"  # a hyphen in front is an option to a shell


def check_sum(now: State) -> str:
    """By what a link is told from others."""
    return fields_of(now.work, now.language)["check"]


def _region(now: State) -> str:
    """What the region is called, shortly, in the reader's language; and the year, where it is planned anew."""
    own = now.pack.own
    english = own.region.name_en if own.county else own.key.region
    name = now.wording.either(own.region.name_zh.partition("（")[0], english)
    name = wrapped(name, WIDEST_NAME, lambda text: max(cells(text), len(text.encode()) / 2))[0]  # bytes count too
    return f"{name}@{now.pack.base_year}" if now.pack.rebased else name


def scenario_name(now: State) -> str:
    """What the scenario on the page is called: its own name, or that of the preset it is; empty where it has none."""
    if now.scenario.name:
        return names.own_name(now)
    if now.preset is None or presets.apply("plan", now.scenario) != plan(now.pack):
        return ""  # growth of its own, or more than growth
    return now.wording(presets.name(now.preset, now.pack))


def title(occasion: Occasion) -> str:
    """What the scenario is called, and of which region it is."""
    w = occasion.now.wording
    name = scenario_name(occasion.now) or w(N_("scenario without a name"))
    return w(N_("{region}: {scenario}"), region=names.region_name(occasion.now.pack, w), scenario=name)


def about(occasion: Occasion) -> list[tuple[str, str]]:
    """Names and values of what a reader has to know to get the same numbers again; the link stands apart."""
    now, w = occasion.now, occasion.now.wording
    return [
        (w(N_("Region")), names.region_name(now.pack, w)),
        (w(N_("Scenario")), scenario_name(now) or w(N_("without a name"))),
        *made_from(occasion),
    ]


def made_from(occasion: Occasion, of_scenario: bool = True) -> list[tuple[str, str]]:
    """Names and values of the day, the data and the program; and of the baseline of GDP, unless it has no part."""
    now, w = occasion.now, occasion.now.wording
    level = f"{w.exactly(now.scenario['gdp_base'], GDP.unit)} {w.unit(GDP.unit)}"
    baseline = w(N_("{name}, {level}"), name=changes.baseline_name(now), level=level)
    return [
        (w(N_("Made on")), occasion.day.isoformat()),
        *([(w(N_("{base} GDP")), baseline)] if of_scenario else []),
        (w(N_("Data and model")), w(N_("edition {number} of {date}"), number=EDITION, date=EDITION_DATE)),
        (w(N_("Program")), w(N_("version {version}"), version=program_version())),
    ]


def made(occasion: Occasion, of_scenario: bool = True) -> str:
    """The same in sentences."""
    w = occasion.now.wording
    said = (w(N_("{name}: {value}"), name=name, value=value) for name, value in made_from(occasion, of_scenario))
    return w.flow(w(N_("{said}."), said=each) for each in said)
