"""How to cite the scenario on the page, and which versions of program, data and link made it."""

from dataclasses import replace
from urllib.parse import urljoin

from model.language.wording import Wording
from model.language.words import N_
from model.link.link import fields_of
from model.link.saved import VERSION
from model.link.version import EDITION, EDITION_DATE, program_version
from model.work.history import History
from views.downloads.about import Occasion, about, title
from views.state import State

PRODUCT = N_("County plan simulator")
CITATION = N_(
    "{product}, version {version} (data and model: edition {edition}, {date}) [Computer software]. {title}. Retrieved "
    "{day} from {link}"
)
"""In Chinese as GB/T 7714 has it: title[CP/OL]. version. (date)[day of the visit]. address."""
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
       "{": r"\textbraceleft{}", "}": r"\textbraceright{}", **{mark: f"\\{mark}" for mark in "$&#%_"}}  # fmt: skip
"""What TeX takes for commands, and how it is written as text; BibTeX counts braces, escaped or not."""


def citation(occasion: Occasion, language: str) -> str:
    """One line in that language, whatever the page's."""
    said = speaking(occasion, language)
    return said.now.wording(CITATION, **_parts(said))


def bibtex(occasion: Occasion) -> str:
    """The same as an entry of BibTeX, in the page's language."""
    parts = _parts(occasion)
    edition = occasion.now.wording(N_("data and model: edition {number} of {date}"), number=parts["edition"],
                                   date=parts["date"])  # fmt: skip
    fields = {
        "title": f"{{{_escaped(parts['product'])}: {_escaped(parts['title'])}}}",
        "version": parts["version"],
        "year": parts["date"][:4],
        "note": _escaped(edition),
        "url": parts["link"],
        "urldate": parts["day"],
    }
    now = occasion.now
    key = f"{now.scenario.region}-{fields_of(now.work, now.language)['check']}"
    return f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def versions(occasion: Occasion) -> list[tuple[str, str]]:
    """Names and values of what made the numbers on the page."""
    w = occasion.now.wording
    return [*about(occasion), (w(N_("Links")), w(VERSION_SAID, version=VERSION))]


VERSION_SAID = N_("version {version}; older ones open as they always did")


def speaking(occasion: Occasion, language: str) -> Occasion:
    """The same, with the page in that language."""
    state: State = occasion.now
    return replace(occasion, now=replace(state, history=History(replace(state.history.now, language=language))))


def first_page(occasion: Occasion) -> Occasion:
    """The same at the address of the first page, which shows what a reader looks for."""
    return replace(occasion, page=urljoin(occasion.page, "."))


def _parts(occasion: Occasion) -> dict[str, str]:
    w: Wording = occasion.now.wording
    return {
        "product": w(PRODUCT), "version": program_version(), "edition": str(EDITION), "date": EDITION_DATE,
        "title": title(occasion), "day": occasion.day.isoformat(), "link": first_page(occasion).address,
    }  # fmt: skip


def _escaped(text: str) -> str:
    return "".join(TEX.get(mark, mark) for mark in text)
