"""The help teaches: every example that it shows works, every lever and exit code is named, in both languages."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
from a_run import run
from any_scenario import LEVERS, PACK
from wcwidth import width

from model.cli.main import COMMANDS
from model.link.link import LANGUAGES
from model.link.version import EDITION, EDITION_DATE
from model.progress.report_rows import offered

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
    assert edition == f"Data and model: edition {EDITION} of {EDITION_DATE}"
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
def test_the_programs_help_names_every_command_lever_row_and_exit_code(language: str) -> None:
    done = run("--help", "--lang", language)
    assert (done.code, done.err) == (0, "")
    first = {line.split()[0] for line in done.out.splitlines() if line.startswith("  ")}
    assert set(COMMANDS) | set(LEVERS) | {"0", "1", "2"} <= first
    assert set(offered(PACK)) <= set(re.findall(r"\w+", done.out))
    assert run() == (2, run("--help").out, "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_whole_in_its_language_and_no_wider_than_a_terminal(command: str) -> None:
    english, chinese = (run(*command.split(), "--help", "--lang", language).out for language in ("en", "zh"))
    assert not CHINESE.search(re.sub("|".join(OWN), "", english))
    assert chinese.startswith("用法：")
    said = {
        line.strip() for line in english.splitlines() if re.search(r"([a-z]{2,} ){2}", line) and PROGRAM not in line
    }
    assert said.isdisjoint(line.strip() for line in chinese.splitlines())
    for line in (english + chinese).splitlines():
        assert width(line) <= 80 or line.startswith(f"  {PROGRAM}")


def test_help_without_a_language_is_in_that_of_the_environment() -> None:
    assert run("solve", "--help", LANG="zh_CN.UTF-8").out == run("solve", "--help", "--lang", "zh").out
    assert run("--lang", "zh", "solve", "--help").out == run("solve", "--help", "--lang", "zh").out
