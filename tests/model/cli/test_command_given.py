"""What a command is asked about: a link, a saved file, levers on top, and what is said where they cannot be used."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from a_run import Run, run
from any_scenario import LEVERS, PACKS, PLAN

from model.language.rates import percent
from model.link.file import write as write_file
from model.link.link import write
from model.region.loader import packs
from model.work.work import Work

KNOWN = ", ".join(PACKS)
LINK = write(Work(PLAN.set(gdp_later=0.08).rename("保底")), "en")


def levers(done: Run) -> dict[str, Any]:
    assert (done.code, done.err) == (0, "")
    found = json.loads(done.out)["scenario"]["levers"]
    assert isinstance(found, dict)
    return found


def test_levers_are_set_as_people_write_them_on_top_of_the_plan() -> None:
    done = run("project", "--json", "--set", "gdp_later=8", "--set", "deflator_later=-1", "--set", "gdp_base=388.5")
    found = levers(done)
    assert (found["gdp_later"], found["deflator_later"], found["gdp_base"]) == (0.08, -0.01, 388.5)
    assert found["gdp_first"] == 0.065


def test_levers_are_set_on_top_of_a_link_and_the_last_word_counts() -> None:
    found = levers(run("project", LINK, "--json", "--set=fai_later=9.5", "--set", "fai_later=9"))
    assert (found["gdp_later"], found["fai_later"]) == (0.08, 0.09)


@pytest.mark.parametrize("order", [("--json", LINK), (LINK, "--json"), ("--set", "fai_later=9", LINK, "--json")])
def test_a_link_may_stand_anywhere_among_the_options(order: tuple[str, ...]) -> None:
    assert levers(run("project", *order))["gdp_later"] == 0.08


def test_a_year_is_set_by_hand() -> None:
    done = run("project", "--json", "--set", "gdp@2026=5", "--set", "deflator@2025=-0.5")
    assert json.loads(done.out)["scenario"]["overrides"] == {"deflator": {"2025": -0.005}, "gdp": {"2026": 0.05}}
    exact = 386 * 1.065 * (1.075 * 0.995) * 1.05 * 1.075**2
    assert json.loads(done.out)["paths"]["gdp"][-1] == pytest.approx(exact, rel=1e-12)


def test_every_lever_can_be_set_to_either_end_of_its_range() -> None:
    for end in ("low", "high"):
        typed = {key: getattr(lever, end) for key, lever in LEVERS.items()}
        written = [percent(v) if LEVERS[k].kind == "rate" else f"{v:.10g}" for k, v in typed.items()]
        sets = [part for key, text in zip(typed, written, strict=True) for part in ("--set", f"{key}={text}")]
        assert levers(run("project", "--json", *sets)) == typed


def test_full_width_characters_are_read_too() -> None:
    assert levers(run("project", "--json", "--set", "gdp_later＝８．５"))["gdp_later"] == 0.085


@pytest.mark.parametrize(
    "text",
    [LINK, f"http://office.example:8501/?{LINK}\n", write_file(Work(PLAN.set(gdp_later=0.08)), "zh")],
)
def test_a_dash_reads_a_link_or_a_saved_file_from_standard_input(text: str) -> None:
    assert levers(run("project", "-", "--json", given=text))["gdp_later"] == 0.08


@pytest.mark.parametrize("ending", ["txt", "csv"])
def test_a_link_that_was_saved_is_read_from_standard_input(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"保底 1.{ending}"
    for address in ((), ("--address", "http://office.example:8501/")):
        run("link", LINK, "--set", "fai_later=9", *address, "--output", str(path), "--overwrite")
        found = levers(run("project", "-", "--json", given=path.read_text(encoding="utf-8")))
        assert (found["gdp_later"], found["fai_later"]) == (0.08, 0.09)
    done = run("project", str(path))
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("is the name of a file; a link is needed, or - for standard input; write - < FILE\n")


def test_nothing_on_standard_input_is_not_taken_for_the_plan() -> None:
    done = run("project", "-", given=" \n")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("link: is empty;")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("gdp_latre=8", "gdp_latre: is not the key of a lever; the nearest: gdp_later, "),
        ("gdp=8", "gdp: is not the key of a lever; the nearest: gdp_first, gdp_later; python -m model --help lists"),
        ("gdp_later=eight", "gdp_later: is not a number (got eight); allowed: -10 to 30 %; write digits and"),
        ("gdp_later=7,5", "gdp_later: is not a number (got 7,5)"),
        ("gdp_later=31", "gdp_later: is outside the range (got 31); allowed: -10 to 30 %; choose a value between them"),
        ("gdp_later=nan", "gdp_later: is not a number (got nan)"),
        ("gdp_later=1e400", "gdp_later: is outside the range (got 1e400)"),
        ("target_year=2026.5", "target_year: is not a whole year (got 2026.5); allowed: 2024 to 2035;"),
        ("gdp_base=5", "gdp_base: is outside the range (got 5); allowed: 39 to 3860 亿元;"),
        ("gdp_later", "--set: is not a lever and its value (got gdp_later); KEY=VALUE is needed"),
        ("gdp_later=", "--set: is not a lever and its value (got gdp_later=)"),
        ("=8", "--set: is not a lever and its value (got =8)"),
        ("gdp@2040=5", "gdp@2040: sets a year that is not projected (got 2040); allowed: 2024 to 2035;"),
        ("gdp@soon=5", "gdp@soon: is not a growth rate and a year; growth rates: gdp, deflator, fai, retail, income;"),
        ("sectors@2026=5", "sectors@2026: is not a growth rate and a year;"),
        ("gdp@2026=99", "gdp@2026: is outside the range (got 99); allowed: -10 to 30 %;"),
        ("gdp@2026=x", "gdp@2026: is not a number (got x); allowed: -10 to 30 %;"),
    ],
)  # fmt: skip
def test_a_wrong_lever_is_refused_with_a_sentence_that_helps(typed: str, sentence: str) -> None:
    done = run("project", "--set", typed)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        (("gdp_later=0.08",), "gdp_later: 0.08 %; did you mean 8 %?"),
        (("gdp@2026=-0.05",), "gdp@2026: -0.05 %; did you mean -5 %?"),
        (("gdp_later=0.08", "gdp_later=8"), ""),
        (("deflator_later=0",), ""), (("deflator_later=0.3",), ""), (("error=0.1",), ""),
    ],
)  # fmt: skip
def test_growth_that_looks_like_a_fraction_is_taken_as_typed_and_noted(typed: tuple[str, ...], note: str) -> None:
    sets = [part for each in typed for part in ("--set", each)]
    for form in ("table", "csv", "json"):
        done = run("project", *sets, "--format", form)
        assert done.code == 0
        assert done.err == (f"note: {note}\n" if note else "")
        assert "did you mean" not in done.out


def test_a_year_set_by_hand_that_is_not_shown_is_noted() -> None:
    done = run("project", "--set", "gdp@2029=5", "--set", "gdp@2028=5")
    assert done.err == "note: gdp@2029: lies after 2028, the last year shown here; --set horizon=2029 shows more\n"
    assert run("project", "--set", "gdp@2029=5", "--set", "horizon=2029").err == ""
    assert run("project", "--set", "gdp@2029=5", "--set", "target_year=2029").err == ""


def test_every_fault_is_named_at_once() -> None:
    done = run("solve", "--set", "gdp_later=x", "--set", "fai=1", "--set", "gdp_base=1")
    assert [line.partition(":")[0] for line in done.err.splitlines()] == ["gdp_later", "fai", "gdp_base"]


def test_faults_are_said_in_chinese_to_whoever_reads_chinese() -> None:
    by_option = run("project", "--set", "gdp_later=31", "--lang", "zh")
    by_environment = run("project", "--set", "gdp_later=31", LC_ALL="zh_CN.UTF-8")
    assert by_option == by_environment
    assert by_option.err == "gdp_later：超出范围（得到 31）；允许 -10 至 30 %；请取其间的值\n"


@pytest.mark.parametrize(
    ("environment", "chinese"),
    [
        ({}, False), ({"LANG": "zh_CN.UTF-8"}, True), ({"LANG": "en_GB.UTF-8"}, False), ({"LANG": "de_DE"}, False),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, False), ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, True),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_environment_where_no_link_has_one(
    environment: dict[str, str], chinese: bool
) -> None:
    assert ("按基数推算" in run("project", **environment).out) == chinese
    assert "按基数推算" in run("project", write(Work(PLAN), "zh"), **environment).out
    assert "按基数推算" not in run("project", "--lang=en", write(Work(PLAN), "zh"), **environment).out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("prject",), "prject: is not a command; the nearest: project"),
        (("",), "COMMAND: is not a command; python -m model --help shows all;"),
        (("zzz",), "zzz: is not a command; python -m model --help shows all; choose one of them"),
        (("project", "--zzz"), "--zzz: is not an option here; python -m model project --help shows all;"),
        (("project", "--set", "zzz=8"), "zzz: is not the key of a lever; python -m model --help lists all;"),
        (("project", "--set", "GDP_LATER=8"), "GDP_LATER: is not the key of a lever; the nearest: gdp_later, "),
        (("solve", "--lever", "zzz"), "zzz: is not solved for, because no target hangs on it; python -m model"),
        (("project", "--jsn"), "--jsn: is not an option here; the nearest: --json"),
        (("project", "--set"), "--set: is without its value, or has one where it takes none;"),
        (("project", "--json=yes"), "--json: is without its value, or has one where it takes none;"),
        (("project", "gdp=5,6", "fai=1,2"), "fai=1,2: is more than can be read (got gdp=5,6 fai=1,2); one is enough;"),
        (("project", "--lang", "fr"), "--lang: is not known here (got fr); allowed: zh, en;"),
        (("project", "--lang"), "--lang: is without its value"),
        (("project", "--region", "nowhere"), f"--region: is not known here (got nowhere); allowed: {KNOWN};"),
        (("project", "--format", "xml"), "--format: is not known here (got xml); allowed: table, csv, json;"),
        (("project", "--expect", "maybe"), "--expect: is not known here (got maybe); allowed: reached, depends,"),
        (("project", "gdp_later=8"), "gdp_later: is a lever and its value, which is no link; write --set gdp_later=8"),
        (("project", "-o", "x.csv"), "-o: is not an option here; python -m model project --help shows all;"),
        (("project", "--json", "--format", "csv"), "--json: asks for another form than --format (got csv);"),
        (("project", "--json", "--format", "xml"), "--format: is not known here (got xml);"),
        (("project", "--output", "x.dat"), "--output: does not say by its ending how it is meant (got x.dat);"),
        (("project", "--output", "x"), "--output: does not say by its ending how it is meant (got x);"),
        (("project", ""), "link: is empty; a whole link,"),
        (("solve", " "), "link: is empty;"),
        (("project", "gdp=5,6", ""), "is more than can be read (got gdp=5,6 ); one is enough;"),
    ],
)  # fmt: skip
def test_a_wrong_command_or_option_is_refused_with_a_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert len(done.err.splitlines()) == 1


def test_what_is_wrong_with_a_county_of_ones_own_is_named() -> None:
    first, second, _ = run("project", "--region", "own~A~2025~gdp:386:66~target:550,2030~zzz").err.splitlines()
    assert first.startswith("region: holds what says nothing of a county (got zzz);")
    assert second == "region gdp_first: cannot be used (got 66); allowed: -10 to 30 %; correct it"


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("project", ("--set", "--region", "--format", "--output", "--expect")),
        ("solve", ("--lever", "--level", "--by")), ("sweep", ("--range", "--output")), ("link", ("--address",)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("blank", ["", " "])
def test_a_blank_value_is_refused_under_its_options_own_name(
    command: str, options: tuple[str, ...], blank: str
) -> None:
    for option in options:
        done = run(command, option, blank)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"{option}: is without its value,")
        assert len(done.err.splitlines()) == 1


def test_json_may_be_asked_for_twice() -> None:
    assert run("project", "--json", "--format", "json") == run("project", "--json")


def test_a_region_may_be_named_and_a_link_of_another_says_so() -> None:
    assert run("project", "--region", "fengjie").out == run("project").out
    assert "note: region: is not a region here (got elsewhere)" in run("project", "region=elsewhere&gdp=5,6").out


def test_a_region_that_is_not_known_names_the_known_ones_and_the_years_to_plan_from() -> None:
    done = run("project", "--region", "nowhere")
    assert (done.code, done.out) == (2, "")
    known = f"--region: is not known here (got nowhere); allowed: {', '.join(packs())}; choose one of them, or one "
    assert done.err.startswith(f"{known}re-based on outcomes, as in fengjie@2024, ")
    assert "KEY@YEAR" in run("project", "--help").out


@pytest.mark.parametrize(
    ("typed", "reasons"),
    [
        ("fengjie@1999", ["names a year from which nothing can be planned (got 1999); allowed: 2024 to 2027;"]),
        ("fengjie@2028~gdp@2028:560", ["names a year from which nothing can be planned (got 2028);"]),
        ("fengjie@2025", ["names a year of which no outcome is known (got 2025); give one behind it, as in ~gdp@2025"]),
        (
            "fengjie@2025~gdp@2025:440000",
            ["names a year of which no outcome is known", "holds a level that cannot be (got gdp@2025:440000: 440000"],
        ),
        ("chongqing~fai@2024:3", ["holds an outcome of an unknown indicator (got fai@2024:3);"]),
    ],
)
def test_a_region_of_which_something_cannot_be_used_is_refused_with_the_reason(typed: str, reasons: list[str]) -> None:
    done = run("project", "--region", typed)
    assert (done.code, done.out) == (2, "")
    assert "is shown" not in done.err
    for line, reason in zip(done.err.splitlines(), reasons, strict=True):
        assert line.startswith(f"region: {reason}")


def test_a_lowest_baseline_above_the_highest_is_noted() -> None:
    ends = ("--set", "gdp_low=400", "--set", "gdp_high=300")
    done = run("project", *ends, "--format", "csv")
    assert done.err == "note: gdp_low: 400 is above gdp_high, 300; the two are taken the other way round\n"
    ascending = run("project", "--set", "gdp_low=300", "--set", "gdp_high=400", "--format", "csv")
    same, theirs = (re.sub(r"check=\w+", "", each.out) for each in (done, ascending))  # which each link has of its own
    assert same == theirs
    assert run("project", "--set", "gdp_low=385", "--set", "gdp_high=391").err == ""


def test_without_a_command_the_help_is_shown_as_a_fault() -> None:
    done = run()
    assert done.code == 2
    assert done.out == run("--help").out


@pytest.mark.parametrize("typed", ["x" * 5000, "a\0b", "亿" * 300])
def test_what_can_be_no_name_of_a_file_is_refused_as_no_link(typed: str) -> None:
    assert run("project", typed).err.startswith("link: holds nothing that can be used")
