"""What the documents say is true of the code."""

import json
import re
import shlex
import tomllib
from itertools import chain
from math import ceil
from pathlib import Path

import jsonschema
import pytest

from docs import dependencies, levers, notebook, schema
from model.answer import Answer
from model.cli.main import main
from model.language.wording import catalogue
from model.link.file import write
from model.link.link import NO_VERSION, read
from model.link.reading import LACKING
from model.link.saved import SavedFile
from model.link.transport import NO_CHECK, PACKED
from model.region.loader import packs
from model.scenario.scenario import plan
from model.work.work import Work

ROOT = Path(__file__).resolve().parents[1]
READMES = {"en": "README.md", "zh": "README.zh-CN.md"}
DOCUMENTS = sorted(path for folder in (".", "docs", "deploy", "benchmarks") for path in (ROOT / folder).glob("*.md"))
COMMAND = re.compile(r"^(?:\$ )?python -m model (.*)", re.MULTILINE)
SCHEMA = "docs/scenarios.schema.json"
LOCKS = ("requirements.txt", "requirements-dev.txt")


def _text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _pins(name):
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", _text(name), re.MULTILINE))


def _declared():
    """The dependencies of the program, those of its development, and those of its extras."""
    declared = tomllib.loads(_text("pyproject.toml"))
    extras = chain.from_iterable(declared["project"].get("optional-dependencies", {}).values())
    lists = declared["project"]["dependencies"], declared["dependency-groups"]["dev"], extras
    return tuple([re.match(r"[a-z0-9-]+", requirement)[0] for requirement in wanted] for wanted in lists)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_every_command_answers_and_prints_what_is_shown(tmp_path, monkeypatch, capsys):
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    text = _text("docs/command-line.md")
    for block in re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL):
        _, *parts = COMMAND.split(block)
        for line, shown in zip(parts[::2], parts[1::2], strict=True):
            assert main(shlex.split(line, comments=True)) == 0, line
            printed = capsys.readouterr().out.strip()
            assert not shown.strip() or shown.strip() == printed, line


def test_the_notebook_shows_what_its_cells_say_today():
    assert _text("docs/notebook.ipynb") == notebook.text(), "run `python -m docs.notebook > docs/notebook.ipynb`"


def test_every_dependency_is_explained():
    said = _text("docs/dependencies.md")
    assert dependencies.tables() in said, "put the output of `python -m docs.dependencies` there"
    assert [name for names in _declared() for name in names if f"| `{name}` |" not in said] == []


@pytest.mark.parametrize(("language", "quoted"), [("en", r"(?<!\*)\*([^*]+)\*(?!\*)"), ("zh", "“([^”]+)”")])
def test_a_guide_calls_things_as_the_page_does(language, quoted):
    messages = [english if language == "en" else chinese for english, chinese in catalogue("zh").items()]
    shown = re.compile("|".join(re.sub(r"\\{\w+\\}", r"\\d+", re.escape(message)) for message in messages))
    assert [name for name in re.findall(quoted, _text(f"docs/guide.{language}.md")) if not shown.fullmatch(name)] == []


def test_the_table_of_levers_is_the_declared_one():
    shown = _text("docs/links.md").partition("<!-- levers -->\n")[2].partition("<!-- /levers -->")[0]
    assert shown.strip() == levers.table(), "put the output of `python -m docs.levers` between the marks"


def test_every_key_of_a_link_is_explained():
    keys = {*SavedFile.model_fields, "base", "own.name", "own.base_year", "gdp.locked", PACKED} - {"k2", "k3"}
    assert [key for key in sorted(keys) if f"`{key}`" not in _text("docs/links.md")] == []


def test_every_link_that_is_shown_opens_and_lacks_at_most_what_the_plan_has():
    shown = _text("docs/links.md").partition("```text\n")[2].partition("```")[0].splitlines()
    for link in shown:
        opened = read(link, packs())
        assert opened.understood, link
        assert {problem.what for problem in opened.problems} <= {NO_VERSION, NO_CHECK, LACKING}, link


@pytest.mark.parametrize("language", READMES)
def test_a_readme_is_short_and_starts_with_a_small_moving_picture(language):
    picture = re.match(r"!\[[^]]+\]\(([^)]+)\)", _text(READMES[language]))
    assert picture is not None
    assert (ROOT / picture[1]).stat().st_size < 2_000_000
    assert len(_text(READMES[language]).splitlines()) <= 120


@pytest.mark.parametrize("language", READMES)
def test_the_numbers_of_a_readme_are_those_of_the_program(language):
    found = Answer(Work(plan(packs()["fengjie"]))).parts
    (sooner, later), dearer = found["deadlines"], found["required_by_price_change"][-1]
    assert dearer["price_change"] == 0.01
    levels = [later[reading][key] for reading in ("from_baseline", "from_official") for key in ("start", "level")]
    growth = [*(each["from_baseline"]["required_growth"] for each in (sooner, later)), dearer["from_baseline"]]
    shown = [f"{level:.3f}".removesuffix(".000").removesuffix("00") for level in levels]
    shown += [f"{sooner['from_baseline']['level']:.1f}", *(f"{ceil(10_000 * rate) / 100:.2f}" for rate in growth)]
    assert [number for number in shown if number not in _text(READMES[language])] == []


@pytest.mark.parametrize("language", READMES)
def test_the_test_command_of_the_readme_is_the_one_that_is_run_before_a_change_lands(language):
    command = "python -m pip install -r requirements-dev.txt && python -m pytest"
    assert command in _text(READMES[language])
    assert _text(".ci/run").rstrip().endswith(command)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_everything_that_is_declared_with_hashes_and_names_no_host(name):
    text, (program, development, _) = _text(name), _declared()
    assert {*program, *(development if "dev" in name else ())} <= set(_pins(name))
    assert len(re.findall(r"==[^\n]*\\\n    --hash=sha256:", text)) == len(re.findall(r"^[a-z]", text, re.MULTILINE))
    assert "://" not in text


def test_tests_run_with_the_versions_that_are_shipped():
    shipped, tested = _pins("requirements.txt"), _pins("requirements-dev.txt")
    assert {name: tested.get(name) for name in shipped} == shipped


def test_the_schema_of_files_is_the_declared_one():
    assert _text(SCHEMA) == schema.text(), "run `python -m docs.schema > docs/scenarios.schema.json`"


def test_the_schema_is_one_and_the_plan_of_every_county_fits_it():
    declared = json.loads(_text(SCHEMA))
    jsonschema.Draft202012Validator.check_schema(declared)
    for pack in packs().values():
        for language in READMES:
            work = Work(plan(pack)).keep("a").keep("b")
            jsonschema.Draft202012Validator(declared).validate(json.loads(write(work, language)))


def test_the_server_answers_its_own_machine_alone_and_points_nobody_elsewhere_and_the_readmes_say_how_to_open_it():
    set_up = tomllib.loads(_text(".streamlit/config.toml"))
    assert set_up["server"]["address"] == "localhost"
    assert (set_up["client"]["showErrorDetails"], set_up["client"]["showErrorLinks"]) == ("none", False)
    for path in READMES.values():
        assert "python -m streamlit run app.py --server.address 0.0.0.0" in _text(path)
