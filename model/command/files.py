"""A file that is written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from model.language.problem import Problem, Refused
from model.language.words import N_

THERE = N_("is there already; a new name is needed, or --overwrite; choose one of the two")
NO_FOLDER = N_("lies in a folder that is not there; the folder must exist; make it first")
NOT_WRITTEN = N_("could not be written ({got}); no part of it was left behind; mend that and try again")


def there(name: str) -> bool:
    """Whether a file of that name is there, whatever the name is."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # longer than a name may be, or no name at all
        return False


def check(path: Path, overwrite: bool) -> None:
    """Raises `Refused` where nothing may be written there."""
    with _refusing(path):  # a name may be longer than names may be, or lie where nobody may look
        if not overwrite and (path.exists() or path.is_symlink()):
            raise Refused([_about(path, THERE)])
        if not path.parent.is_dir():
            raise Refused([_about(path, NO_FOLDER)])


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Another name beside the file to write it under: it gets its own name when it is whole, and goes when it is not.

    Raises `Refused` where the system refuses to write.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _refusing(path):
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """What the system refuses is refused in a sentence about the file."""
    try:
        yield
    except OSError as error:
        raise Refused([_about(path, NOT_WRITTEN, got=error.strerror or error)]) from error


def _about(path: Path, what: str, **values: object) -> Problem:
    """The fault of a file, under its whole name."""
    name = "".join(character if character.isprintable() else "�" for character in str(path))
    return replace(Problem.at("", what, **values), where=name)
