"""What the documents say is true of the code."""

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest

from docs.levers import table
from docs.schema import text
from model.link.file import write
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work

ROOT = Path(__file__).resolve().parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
SCHEMA = ROOT / "docs" / "scenarios.schema.json"
LOCKS = ("requirements.txt", "requirements-dev.txt")


def _pins(name):
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", READMES)
def test_the_table_of_levers_is_the_declared_one(language):
    text = READMES[language].read_text(encoding="utf-8")
    shown = text.partition("<!-- levers -->\n")[2].partition("<!-- /levers -->")[0]
    assert shown.strip() == table(language), f"put the output of `python -m docs.levers {language}` between the marks"


@pytest.mark.parametrize("language", READMES)
def test_a_readme_starts_with_a_picture_that_is_there(language):
    picture = re.match(r"!\[[^]]+\]\(([^)]+)\)", READMES[language].read_text(encoding="utf-8"))
    assert picture is not None
    assert (ROOT / picture[1]).exists()


@pytest.mark.parametrize("language", READMES)
def test_the_test_command_of_the_readme_is_the_one_that_is_run_before_a_change_lands(language):
    command = "python -m pip install -r requirements-dev.txt && python -m pytest"
    assert command in READMES[language].read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith(command)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_everything_that_is_declared_with_hashes_and_names_no_host(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = list(declared["project"]["dependencies"])
    if "dev" in name:
        wanted += declared["dependency-groups"]["dev"]
    assert {re.match(r"[a-z0-9-]+", requirement)[0] for requirement in wanted} <= set(_pins(name))
    assert len(re.findall(r"==[^\n]*\\\n    --hash=sha256:", text)) == len(re.findall(r"^[a-z]", text, re.MULTILINE))
    assert "://" not in text


def test_tests_run_with_the_versions_that_are_shipped():
    shipped, tested = _pins("requirements.txt"), _pins("requirements-dev.txt")
    assert {name: tested.get(name) for name in shipped} == shipped


def test_the_schema_of_files_is_the_declared_one():
    assert SCHEMA.read_text(encoding="utf-8") == text(), "run `python -m docs.schema > docs/scenarios.schema.json`"


def test_the_schema_is_one_and_the_plan_of_every_county_fits_it():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for pack in packs().values():
        for language in READMES:
            work = Work(plan(pack)).keep("a").keep("b")
            jsonschema.Draft202012Validator(schema).validate(json.loads(write(work, language)))


def test_the_server_answers_its_own_machine_alone_and_points_nobody_elsewhere_and_the_readmes_say_how_to_open_it():
    set_up = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert set_up["server"]["address"] == "localhost"
    assert (set_up["client"]["showErrorDetails"], set_up["client"]["showErrorLinks"]) == ("none", False)
    for path in READMES.values():
        assert "python -m streamlit run app.py --server.address 0.0.0.0" in path.read_text(encoding="utf-8")
