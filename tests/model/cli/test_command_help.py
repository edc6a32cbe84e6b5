"""The help teaches: every example that it shows works, every lever and exit code is named, in both languages."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
from a_run import run
from any_scenario import LEVERS, PACK

from model.command.main import COMMANDS
from model.command.text import width
from model.language.wording import Wording
from model.link.editions import EDITIONS
from model.link.link import LANGUAGES
from model.progress.further import offered

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = "python -m model "
CHINESE = re.compile(r"[\u4e00-\u9fff]")
OWN = ("亿元", "保底")
"""The unit of the data, and a name in an example: Chinese in every language."""


def examples(command: str, language: str) -> list[str]:
    lines = run(command, "--help", "--lang", language).out.splitlines()
    return [line.strip() for line in lines if line.startswith(f"  {PROGRAM}")]


EXAMPLES = [(command, line) for command in COMMANDS for line in examples(command, "en")]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that examples may write to, with the data that they read."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)


def test_the_version_says_program_edition_and_the_years_of_the_data() -> None:
    done = run("--version", "--lang", "en")
    program, edition, *regions = done.out.splitlines()
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert program == f"Program: version {declared}"
    assert edition == f"Data and model: edition {EDITIONS[-1].number} of {EDITIONS[-1].date}"
    assert regions[0] == "fengjie: levels of 2023, outcomes up to 2024"
    assert run("--version", "--lang", "zh").out.splitlines()[2] == "fengjie：2023年基数，公布数截至2024年"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("command", "line"), EXAMPLES)
def test_every_example_that_help_shows_works(command: str, line: str) -> None:
    arguments = shlex.split(line.removeprefix(PROGRAM))
    assert arguments[0] == command
    done = run(*arguments)
    assert done.code == 0
    assert done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_at_least_two_examples_and_the_same_in_every_language(command: str) -> None:
    assert len(examples(command, "en")) >= 2
    assert examples(command, "zh") == examples(command, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programs_help_names_every_command_every_lever_and_every_exit_code(language: str) -> None:
    done = run("--help", "--lang", language)
    assert (done.code, done.err) == (0, "")
    first = {line.split()[0] for line in done.out.splitlines() if line.startswith("  ")}
    assert set(COMMANDS) | set(LEVERS) | set(offered(PACK)) | {"0", "1", "2"} <= first
    assert run("-h", "--lang", language) == done


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_whole_in_its_language_and_no_wider_than_it_may_be(command: str) -> None:
    said = {language: run(*command.split(), "--help", "--lang", language).out for language in LANGUAGES}
    english = said["en"]
    for own in OWN:
        english = english.replace(own, "")
    assert not CHINESE.search(english)
    assert said["zh"].startswith("用法：")
    assert not [line for line in said["zh"].splitlines() if line.endswith(":")]
    for text in said.values():
        assert max(map(width, text.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_every_line_of_a_commands_help_is_translated(command: str) -> None:
    english, chinese = (run(command, "--help", "--lang", language).out.splitlines() for language in ("en", "zh"))
    sentences = {line.strip() for line in english if re.search(r"([a-z]{2,} ){2}", line) and PROGRAM not in line}
    assert sentences.isdisjoint(line.strip() for line in chinese)


def test_help_without_a_language_is_in_that_of_the_environment() -> None:
    assert run("solve", "--help", LANG="zh_CN.UTF-8").out == run("solve", "--help", "--lang", "zh").out
    assert run("--lang", "zh", "solve", "--help").out == run("solve", "--help", "--lang", "zh").out


def test_a_command_is_summed_up_where_all_are_listed() -> None:
    for language in LANGUAGES:
        out = " ".join(run("--help", "--lang", language).out.split())
        assert all(Wording(language, 0)(command.says) in out for command in COMMANDS.values())
