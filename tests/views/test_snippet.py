"""The lines that reproduce a scenario, run as somebody would run them: the same numbers, whatever it is called."""

import ast
import json
import runpy
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from a_visit import PLAN, showing
from hypothesis import given, settings
from hypothesis import strategies as st

from model.answer import reproduce
from model.language.names import LONGEST_NAME
from views.downloads.about import Occasion
from views.downloads.snippet import command, lines

ROOT = Path(__file__).resolve().parents[2]
EXACT = runpy.run_path(str(ROOT / "tests" / "links" / "exact.py"))
HOSTILE = (
    "",
    "稳一点",
    "🌱 grow 🚀",
    "'); import os; os.system('touch owned') #",
    '"""\\n__import__("os")',
    "a'b\"c\\d`e`$(touch owned)!x",
    "{answer} %s \\N{BULLET}",
    "a\r\nb\u2028c\x00d",
)
NAMES = st.text(max_size=60) | st.text(alphabet="'\"\\`$(){};#!\n\r=+@%&~ \u2028字🌱", max_size=60)
SCENARIOS = {
    name: PLAN.set(gdp_later=0.08, deflator_later=-0.005, target_year=2030).by_hand("gdp", 2026, 0.05).rename(name)
    for name in HOSTILE
}


def _taken(scenario, language="en", **others):
    return Occasion(showing(scenario, language, **others), "http://plan.example/", date(2026, 11, 25))


def test_they_are_three_lines():
    assert lines(_taken(PLAN)).count("\n") == 3
    assert [line.split("(")[0] for line in lines(_taken(PLAN)).splitlines()] == [
        "from model.answer import reproduce",
        "answer = reproduce",
        "answer.frame",
    ]


@settings(max_examples=20, deadline=None)
@given(NAMES)
def test_no_name_is_ever_code_of_python(name):
    scenario = PLAN.rename(name)
    tree = ast.parse(lines(_taken(scenario)))
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert [type(constant) for constant in constants] == [str]
    assert reproduce(constants[0]).scenario == scenario
    shape = [type(node).__name__ for node in ast.walk(tree)]
    assert shape == [type(node).__name__ for node in ast.walk(ast.parse(lines(_taken(PLAN))))]


@settings(max_examples=20, deadline=None)
@given(NAMES)
def test_no_name_is_ever_code_of_a_shell(name):
    scenario = PLAN.rename(name)
    words = shlex.split(command(_taken(scenario)))
    assert words[:4] == ["python", "-m", "model", "project"]
    assert len(words) == 5
    assert reproduce(words[4]).scenario == scenario


def test_a_shell_runs_the_command_and_prints_the_same_answer(tmp_path):
    scenario = SCENARIOS["a'b\"c\\d`e`$(touch owned)!x"]
    line = command(_taken(scenario)).replace("python", shlex.quote(sys.executable), 1)
    done = subprocess.run(["sh", "-c", f"{line} --json"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["scenario"]["name"] == scenario.name
    row = EXACT["rows"](_taken(scenario).now.query)[0]
    assert answer["paths"]["gdp"][-1] == pytest.approx(float(row["gdp"]), rel=1e-12)
    assert not (ROOT / "owned").exists()


def test_the_lines_are_of_the_scenario_on_the_page_and_hold_what_is_kept_beside_it():
    kept = (PLAN.set(gdp_later=0.06).rename("x" * LONGEST_NAME),)
    occasion = _taken(PLAN.set(gdp_later=0.09), "zh", kept=kept, reference=1)
    (link,) = (node.value for node in ast.walk(ast.parse(lines(occasion))) if isinstance(node, ast.Constant))
    answer = reproduce(link)
    assert answer.work == occasion.now.work
    assert answer.language == "zh"
    assert answer.problems == ()
