"""Which program it is, and which data: what has to be said so that a result can be had again."""

import tomllib
from pathlib import Path

from model.language.wording import Wording
from model.language.words import N_
from model.link.editions import EDITIONS
from model.region.loader import packs

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
KNOWN = N_("{region}: levels of {base}, outcomes up to {year}")
NO_OUTCOME = N_("{region}: levels of {base}")


def program_version() -> str:
    """The version of this program."""
    version: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return version


def text(language: str) -> str:
    """Program, edition of data and model, and of each region the years that its data are of, a line each."""
    w, edition, lines = Wording(language, 0), EDITIONS[-1], []
    for key, pack in packs().items():
        last = max((outcome.year for outcome in pack.outcomes), default=None)
        lines.append(Wording(language, pack.base_year)(KNOWN if last else NO_OUTCOME, region=key, year=last))
    return "\n".join(
        (
            w(N_("Program: version {version}"), version=program_version()),
            w(N_("Data and model: edition {number} of {date}"), number=edition.number, date=edition.date),
            *lines,
        )
    )
