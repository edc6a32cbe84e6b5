"""Every message that can be shown is translated, and nothing else is in the catalogue."""

import ast
import string
from pathlib import Path

import pytest

from model.language.wording import CATALOGUES, catalogue
from model.link.link import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
SHOWN = {}
for path in [*(ROOT / "model").rglob("*.py"), *(ROOT / "views").rglob("*.py")]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
            SHOWN[ast.literal_eval(node.args[0])] = path.name
OTHERS = [language for language in LANGUAGES if language != "en"]


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_there_are_messages_to_translate():
    assert len(SHOWN) > 100


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_is_missing_from_a_catalogue(language):
    assert [message for message in SHOWN if not catalogue(language).get(message)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_of_a_catalogue_is_unused(language):
    assert [message for message in catalogue(language) if message not in SHOWN] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_placeholders_of_its_message(language):
    assert [message for message, said in catalogue(language).items() if _fields(said) != _fields(message)] == []


def test_every_word_said_through_a_wording_is_marked_for_translation():
    unmarked = []
    for path in (ROOT / "views").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "w"
            if called and isinstance(node.args[0], ast.Constant):
                unmarked.append((path.name, node.args[0].value))
    assert unmarked == []


def test_there_is_no_catalogue_for_a_language_that_cannot_be_chosen():
    assert {path.stem for path in CATALOGUES.glob("*.po")} == set(OTHERS)
