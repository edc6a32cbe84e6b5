"""Prints the table of packages in docs/dependencies.md from pyproject.toml: `python -m docs.dependencies`."""

import re
from importlib.metadata import files, metadata

from model.link.version import PROJECT

NAME = re.compile(r'"([a-z0-9-]+)(?=[\[>=])')
REASON = re.compile(rf"^(.*{NAME.pattern}.*?) +# (.*)$", re.MULTILINE)
"""A line with packages, and the comment that says why they are there."""


def tables() -> str:
    """The packages of the program and those of its development, with reason and licence, as Markdown tables."""
    program, development = PROJECT.read_text(encoding="utf-8").split("\n[dependency-groups]\n")
    return f"## Program\n\n{_table(program)}\n\n## Development\n\n{_table(development)}"


def _table(text: str) -> str:
    reasons: dict[str, str] = {}
    for line, _, why in REASON.findall(text):
        for name in NAME.findall(line):
            reasons.setdefault(name, why)
    rows = [("Package", "Why", "Licence"), ("---",) * 3]
    rows += [(f"`{name}`", why, _licence(name)) for name, why in reasons.items()]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _licence(name: str) -> str:
    """As the package states it: as an expression, as a class, or in the first line of its licence's text."""
    said = metadata(name)
    classes = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier", []) if each.startswith("License")]
    texts = [file.read_text() for file in files(name) or () if file.name == "LICENSE"]
    stated = [*said.get_all("License-Expression", []), *classes, *said.get_all("License", []), *texts]
    return str(next(filter(None, stated))).splitlines()[0]


if __name__ == "__main__":
    print(tables())
