"""The lines that give the same numbers again, in a notebook and in a terminal, both in the project's folder."""

import shlex

from model.cli import PROGRAM
from views.downloads.about import Occasion


def lines(occasion: Occasion) -> str:
    """Three lines of Python; `answer.frame` holds the paths, `answer.verdict` the verdict.

    The link stands in them as one string, and nothing that a visitor typed is ever run.
    """
    return f"from model.answer import reproduce\nanswer = reproduce({occasion.now.query!r})\nanswer.frame\n"


def command(occasion: Occasion) -> str:
    """The line for a shell: PowerShell, bash or zsh, where a text in single quotes is nothing else."""
    return f"{PROGRAM} project {shlex.quote(occasion.now.query)}"
