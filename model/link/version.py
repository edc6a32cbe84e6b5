"""Which program, and which data and model: what has to be said so that a result can be had again."""

import tomllib
from pathlib import Path

from model.language.wording import Wording
from model.language.words import N_
from model.region.loader import packs

EDITIONS = (
    ("2026-11-23", N_("first figures")),
    ("2026-11-30", N_(
        "the verdict compares the baseline with the latest official level, not the ends of the baseline's range; "
        "growth is no longer passed on between indicators, because no source says how much; the chance of a region "
        "re-based on an actual figure is conditional on that year's known error"
    )),
)  # fmt: skip
"""Every change of data or model that moved a result: when, and why. Whoever moves one adds another in the same commit,
and changes none: links carry the number of their edition, counted from one."""
EDITION, EDITION_DATE = len(EDITIONS), EDITIONS[-1][0]
PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
KNOWN = N_("{region}: levels of {base}, outcomes up to {year}")
NO_OUTCOME = N_("{region}: levels of {base}")


def program_version() -> str:
    """The version of this program."""
    version: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return version


def text(language: str) -> str:
    """Program, edition of data and model, and of each region the years that its data are of, a line each."""
    w, lines = Wording(language, 0), []
    for key, pack in packs().items():
        last = max((outcome.year for outcome in pack.outcomes), default=None)
        lines.append(Wording(language, pack.base_year)(KNOWN if last else NO_OUTCOME, region=key, year=last))
    return "\n".join(
        (
            w(N_("Program: version {version}"), version=program_version()),
            w(N_("Data and model: edition {number} of {date}"), number=EDITION, date=EDITION_DATE),
            *lines,
        )
    )
