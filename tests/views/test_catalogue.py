"""Every message that can be shown is translated, and nothing else is in the catalogue."""

import ast
import string
from pathlib import Path

from model.language.wording import CATALOGUES, catalogue
from model.link.link import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
(LANGUAGE,) = (language for language in LANGUAGES if language != "en")


def _called(name: str) -> tuple[tuple[str, ast.expr], ...]:
    """The file and the first argument of each call of that function."""
    paths = [path for room in ("model", "views") for path in (ROOT / room).rglob("*.py")]
    trees = ((path.name, ast.parse(path.read_text("utf-8"))) for path in paths)
    return tuple(
        (file, node.args[0]) for file, tree in trees for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    )  # fmt: skip


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_the_catalogue_holds_every_message_and_no_other():
    shown = {ast.literal_eval(message) for _, message in _called("N_")}
    said = {message for message, translation in catalogue(LANGUAGE).items() if translation}
    assert (sorted(shown - said), sorted(catalogue(LANGUAGE).keys() - shown)) == ([], [])
    assert [path.stem for path in CATALOGUES.glob("*.po")] == [LANGUAGE]


def test_a_translation_has_the_placeholders_of_its_message():
    assert [message for message, said in catalogue(LANGUAGE).items() if _fields(said) != _fields(message)] == []


def test_every_word_said_through_a_wording_is_marked_for_translation():
    assert [(file, each.value) for file, each in _called("w") if isinstance(each, ast.Constant)] == []
