"""How to cite the scenario on the page, and which versions of program, data and link made it."""

from urllib.parse import urljoin

from model.language.words import N_
from model.link.saved import VERSION
from model.link.version import EDITION, EDITION_DATE, program_version
from views.downloads.about import Occasion, about, check_sum, title

PRODUCT = N_("County plan simulator")
CITATION = N_(
    "{product}, version {version} (data and model: edition {edition}, {date}) [Computer software]. {title}. Retrieved "
    "{day} from {link}"
)
"""In Chinese as GB/T 7714 has it: title[CP/OL]. version. (date)[day of the visit]. address."""
TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
       "{": r"\textbraceleft{}", "}": r"\textbraceright{}", **{mark: f"\\{mark}" for mark in "$&#%_"}}  # fmt: skip
"""What TeX takes for commands, and how it is written as text; BibTeX counts braces, escaped or not."""


def citation(occasion: Occasion) -> str:
    """One line, in the page's language."""
    return occasion.now.wording(CITATION, **_parts(occasion))


def bibtex(occasion: Occasion) -> str:
    """The same as an entry of BibTeX."""
    parts, said = _parts(occasion), N_("data and model: edition {number} of {date}")
    edition = occasion.now.wording(said, number=parts["edition"], date=parts["date"])
    fields = {
        "title": f"{{{_escaped(parts['product'])}: {_escaped(parts['title'])}}}",
        "version": parts["version"],
        "year": parts["date"][:4],
        "note": _escaped(edition),
        "url": parts["link"],
        "urldate": parts["day"],
    }
    key = f"{occasion.now.scenario.region}-{check_sum(occasion.now)}"
    return f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def versions(occasion: Occasion) -> list[tuple[str, str]]:
    """Names and values of what made the numbers on the page."""
    w = occasion.now.wording
    said = N_("version {version}; links of version 3 open too, unless they are packed")
    return [*about(occasion), (w(N_("Links")), w(said, version=VERSION))]


def _parts(occasion: Occasion) -> dict[str, str]:
    """The link is that of the first page, which shows what a reader looks for."""
    return {
        "product": occasion.now.wording(PRODUCT), "version": program_version(), "edition": str(EDITION),
        "date": EDITION_DATE, "title": title(occasion), "day": occasion.day.isoformat(),
        "link": urljoin(occasion.address, f".?{occasion.now.query}"),
    }  # fmt: skip


def _escaped(text: str) -> str:
    return "".join(TEX.get(mark, mark) for mark in text)
