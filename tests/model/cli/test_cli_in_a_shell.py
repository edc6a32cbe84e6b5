"""The program as a shell runs it: UTF-8 on any console, quiet where nobody reads on, JSON that is JSON."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model.link.link import write
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work

ROOT = Path(__file__).resolve().parents[3]
FULL = Path("/dev/full")
MODEL = [sys.executable, "-m", "model"]


def started(*arguments: str, **others: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run([*MODEL, *arguments], cwd=ROOT, capture_output=True, check=False, **others)  # type: ignore[call-overload,no-any-return]  # handed on


def test_output_is_utf_8_whatever_the_console_takes_itself_for() -> None:
    done = started("project", "--lang", "zh", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert "按基数推算为 548.998 亿元" in done.stdout.decode("utf-8")


SWEEP = ("sweep", "--range", "gdp_later=5:9:0.001", "--output", "-")


@pytest.mark.parametrize("arguments", [("project",), SWEEP])
def test_it_ends_quietly_when_nobody_reads_on(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*MODEL, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        process.stdout.close()  # before anything was written
        assert process.stderr is not None
        said = process.stderr.read()
    assert process.returncode == 141
    assert "Traceback" not in said
    assert "Exception" not in said


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full is needed")
def test_where_the_output_has_no_room_a_sentence_says_so() -> None:
    with FULL.open("wb") as full:
        done = subprocess.run([*MODEL, "project"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("standard output: cannot be written (")
    assert len(done.stderr.splitlines()) == 1


SHELL = pytest.mark.skipif(shutil.which("bash") is None, reason="a shell that closes streams is needed")


def in_a_shell(line: str) -> "subprocess.CompletedProcess[str]":
    """The line in bash, where `model` is the program and `late` what starts when nobody reads on."""
    functions = (
        f'set -o pipefail; model() {{ "{sys.executable}" -m model "$@"; }}; late() {{ sleep 0.3; model "$@"; }}; '
    )
    return subprocess.run(
        ["bash", "-c", functions + line], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )


@SHELL
@pytest.mark.parametrize(
    ("line", "code", "out", "err"),
    [
        ("model project >&-", 0, "", ""),
        ("model project gdp=5,x --csv 2>&- | tail -1", 0, "page,,gdp_constant,constant,", ""),
        ("model zzz 2>&-", 2, "", ""),
        ("late project gdp=5,x --csv 2>&1 >/dev/null | true", 141, "", ""),
    ],
)
def test_a_stream_that_was_closed_is_neither_filled_nor_mourned(line: str, code: int, out: str, err: str) -> None:
    done = in_a_shell(line)
    assert done.returncode == code
    assert done.stdout.startswith(out)
    assert bool(done.stdout) == bool(out)
    assert done.stderr.startswith(err)
    assert len(done.stderr.splitlines()) == bool(err)


def test_a_link_may_come_through_a_pipe() -> None:
    link = write(Work(plan(packs()["fengjie"]).set(gdp_later=0.08).rename("保底")), "en")
    answer = json.loads(started("project", "-", "--json", input=link.encode()).stdout)
    assert (answer["scenario"]["name"], answer["scenario"]["levers"]["gdp_later"]) == ("保底", 0.08)
    assert answer["problems"] == []


def test_a_service_that_has_no_output_gets_an_answer_all_the_same() -> None:
    command = [sys.executable, "-c", "import sys; sys.stdout = sys.stderr = None; from model.__main__ import main\n"
               "raise SystemExit(main(['project']))"]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
