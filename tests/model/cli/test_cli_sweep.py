"""`sweep`: every combination once, every row its scenario's own answer, a whole file or none, in bounded memory."""

import csv
import io
import itertools
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.dataset
import pyarrow.parquet
import pytest
from a_run import run
from a_sweep import end, start
from any_scenario import LEVERS, PACK, PLAN, scenarios
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.economics.projection import project
from model.economics.uncertainty import uncertainty
from model.economics.verdict import judge
from model.link.link import read, write
from model.link.version import EDITION
from model.region.loader import packs
from model.scenario.lever import Lever
from model.scenario.scenario import Scenario
from model.work.work import Work

ROOT = Path(__file__).resolve().parents[3]
OTHERS = list(PACK.baselines)[1:]
RESULTS = ["gdp", "gap", "gdp_from_official", "status", "required_later", "chance", *OTHERS]


def table(path: Path) -> list[dict[str, Any]]:
    """The rows of a file, read by another program's reader or by Python's own."""
    if path.suffix == ".parquet":
        return pyarrow.parquet.read_table(path).to_pylist()  # type: ignore[no-any-return]  # pyarrow has no types
    text = path.read_text(encoding="utf-8-sig")
    return [
        {key: None if cell == "" else cell if key == "status" else float(cell) for key, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text))
    ]


def _values(lever: Lever) -> st.SearchStrategy[list[Decimal]]:
    """A few values in even steps, as they are typed."""
    low, high, step = (Decimal(lever.written(value)) for value in (lever.low, lever.high, lever.step))
    ticks = int((high - low) / step)
    return st.builds(
        lambda start, count, by: [low + step * (start + by * n) for n in range(count)],
        st.integers(0, ticks - 6), st.integers(1, 3), st.integers(1, 3),
    )  # fmt: skip


def typed(key: str, values: list[Decimal], as_list: bool) -> str:
    if as_list or len(values) < 2:
        return f"{key}={','.join(map(str, values))}"
    return f"{key}={values[0]}:{values[-1]}:{values[1] - values[0]}"


MOVED = st.lists(st.sampled_from(list(LEVERS)), min_size=1, max_size=3, unique=True).flatmap(
    lambda keys: st.fixed_dictionaries({key: _values(LEVERS[key]) for key in keys})
)

BEYOND = PLAN.set(
    gdp_low=790.0295838487424, gdp_base=1392.9138459252406, gdp_high=1465.7233398648798, gdp_later=0.0,
    target_level=4765.5663010931285, error=0.09765625, persistence=0.36914739611427044, horizon=2032.0,
)  # fmt: skip
"""A page that shows more years than its sweep needs."""


@settings(max_examples=25)
@given(scenarios(), MOVED, st.booleans(), st.sampled_from([".parquet", ".csv"]))
@example(
    BEYOND, {"gdp_first": [Decimal(-10)], "target_year": [Decimal(2027 + 2 * n) for n in range(3)]}, False, ".parquet"
)
def test_every_row_of_a_file_is_what_its_scenario_gives(
    scenario: Scenario, moved: dict[str, list[Decimal]], as_list: bool, ending: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"rows{ending}"
        ranges = [part for key, values in moved.items() for part in ("--range", typed(key, values, as_list))]
        done = run("sweep", write(Work(scenario), "en"), *ranges, "--output", str(path))
        assert done.code == 0, done.err
        rows = table(path)
    assert [list(row) for row in rows[:1]] == [[*moved, *RESULTS]]
    every = list(itertools.product(*moved.values()))
    assert len(rows) == len(every)
    for row, combination in zip(rows, every, strict=True):
        inside = {
            key: float(value / 100) if LEVERS[key].kind == "rate" else float(value)
            for key, value in zip(moved, combination, strict=True)
        }
        assert [row[key] for key in moved] == [float(value) for value in combination]
        one = scenario.set(**inside)
        verdict, paths, sure = judge(one), project(one).paths, uncertainty(one)
        later = verdict.binding.required_growth
        expected = {
            "gdp": verdict.level, "gap": verdict.from_baseline.gap, "status": verdict.status,
            "gdp_from_official": verdict.from_official and verdict.from_official.level,
            "required_later": None if later is None else later * 100, "chance": sure.chance_in(one.target_year),
            **{key: paths[key][one.target(key)[1] - 2023] for key in OTHERS},
        }  # fmt: skip
        for key in RESULTS:
            number = isinstance(expected[key], float)
            assert row[key] == (pytest.approx(expected[key], rel=1e-12, abs=1e-12) if number else expected[key])


def test_steps_are_exact_decimals_and_the_last_value_is_among_them(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    run("sweep", "--range", "gdp_later=5:9:0.1", "--output", str(path))
    assert [row["gdp_later"] for row in table(path)] == [float(f"{5 + n // 10}.{n % 10}") for n in range(41)]
    assert ": exists already (got " in run("sweep", "--range", "gdp_later=5,6", "--output", str(path)).err
    run("sweep", "--range", "gdp_later=9:-1:-2.5", "--output", str(path), "--overwrite")
    assert [row["gdp_later"] for row in table(path)] == [9.0, 6.5, 4.0, 1.5, -1.0]
    run("sweep", "--range", "gdp_later=5:6:0.3", "--output", str(path), "--overwrite")
    assert [row["gdp_later"] for row in table(path)] == [5.0, 5.3, 5.6, 5.9]


def test_parquet_says_units_meanings_and_where_the_numbers_come_from(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    mine = PLAN.set(fai_later=0.09).rename("保底")
    link = write(Work(mine), "zh")
    ranges = ("--range", "gdp_later=5,6", "--range", "target_year=2028,2030", "--range", "gdp_base=386")
    run("sweep", link, *ranges, "--output", str(path))
    schema = pyarrow.dataset.dataset(path).schema
    assert read(schema.metadata[b"link"].decode(), packs()).scenario == mine
    assert (schema.metadata[b"region"], schema.metadata[b"edition"]) == (b"fengjie", str(EDITION).encode())
    units = {field.name: field.metadata[b"unit"].decode() for field in schema}
    assert [units[key] for key in ("gdp_later", "target_year", "gdp_base", "gdp", "required_later", "income")] == [
        "%", "", "亿元", "亿元", "%", "元",
    ]  # fmt: skip
    assert all(field.metadata[b"meaning"] for field in schema)
    assert schema.field("gdp_later").metadata[b"meaning"].decode() == "2025年起GDP实际增速"
    assert str(schema.field("target_year").type) == "int32"


def test_growth_that_looks_like_a_fraction_is_asked_about() -> None:
    done = run("sweep", "--range", "gdp_later=0.06:0.08:0.01", "--output", "-")
    assert (done.code, done.err) == (0, "note: gdp_later: 0.08 %; did you mean 8 %?\n")


def test_a_dash_prints_the_rows_and_nothing_else_on_standard_output(tmp_path: Path) -> None:
    arguments = ("sweep", "--range", "gdp_later=5:9:0.1", "--range", "target_year=2026,2026,2028", "--output")
    done = run(*arguments, "-")
    assert (done.code, done.err) == (0, "")
    assert run(*arguments, str(tmp_path / "a.csv")) == (0, f"{tmp_path / 'a.csv'}: 82 rows\n", "")
    assert done.out == (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("ranges", "sentence"),
    [
        (("gdp_later=5:9",), "--range: is not a lever and its values (got gdp_later=5:9); KEY=START:STOP:STEP or"),
        (("gdp_later",), "--range: is not a lever and its values (got gdp_later)"),
        (("gdp_latre=5:9:1",), "--range: is not known here (got gdp_latre); known: gdp_later,"),
        (("gdp@2023=5:9:1",), "gdp@2023: sets a year that is not projected (got 2023);"),
        (("gdp@2026=5,31",), "gdp@2026: is outside the range (got 31); allowed: -10 to 30 %;"),
        (("gdp@2026=5,6", "gdp@2026=7"), "gdp@2026: is given twice;"),
        (("gdp_later=5:x:1",), "gdp_later: is not a number (got x); allowed: -10 to 30 %;"),
        (("gdp_later=5:9:0",), "gdp_later: has no value from start to stop (got 5:9:0);"),
        (("gdp_later=9:5:1",), "gdp_later: has no value from start to stop (got 9:5:1);"),
        (("gdp_later=5:31:1",), "gdp_later: is outside the range (got 31); allowed: -10 to 30 %;"),
        (("gdp_later=5,31,7",), "gdp_later: is outside the range (got 31);"),
        (("target_year=2026:2030:0.5",), "target_year: is not a whole year (got 2026.5);"),
        (("gdp_later=5,6", "gdp_later=7"), "gdp_later: is given twice;"),
        (("gdp_later=0:9:0.0000001",), "gdp_later: has too many values (got 90,000,001); allowed: 100,000;"),
        ((), "--range: is missing;"),
    ],
)  # fmt: skip
def test_a_range_that_cannot_be_is_refused_before_anything_is_written(
    ranges: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    done = run("sweep", *options(*ranges), "--output", str(tmp_path / "rows.csv"))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ((), "--output: is missing;"),
        (("--output", "rows.xlsx"), "--output: is neither kind of file (got rows.xlsx); allowed: .parquet, .csv;"),
    ],
)
def test_another_kind_of_file_is_refused(output: tuple[str, ...], sentence: str) -> None:
    done = run("sweep", "--range", "gdp_later=5,6", *output)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(sentence)


def test_a_file_that_is_there_is_refused_before_the_first_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("precious")
    done = run("sweep", "--range", "gdp_later=0:9:0.001", "--range", "fai_later=0:9:0.001", "--output", str(path))
    assert done.code == 2
    assert path.read_text() == "precious"


@pytest.mark.parametrize("ending", [".parquet", ".csv"])
def test_a_folder_that_is_not_there_or_holds_other_files_is_named_and_kept(ending: str, tmp_path: Path) -> None:
    done = run("sweep", "--range", "gdp_later=5,6", "--output", str(tmp_path / "none" / f"rows{ending}"))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("--output: could not be written (")
    mine = tmp_path / f"mine{ending}"
    mine.mkdir()
    (mine / "mine.txt").write_text("precious")
    done = run("sweep", "--range", "gdp_later=5,6", "--output", str(mine), "--overwrite")
    assert (done.code, done.out) == (2, "")
    assert ": Is a directory);" in done.err
    assert list(tmp_path.rglob("*")) == [mine, mine / "mine.txt"]


def options(*ranges: str) -> list[str]:
    return [part for each in ranges for part in ("--range", each)]


def test_three_times_the_rows_take_no_more_memory(tmp_path: Path) -> None:
    held = []
    for step, parts in (("0.02", 4), ("0.0066", 10)):
        folder = tmp_path / step
        ranges = options(f"gdp_later=0:6:{step}", "deflator_later=0:1:0.001")
        done = end(start(folder, *ranges, "--output", str(folder / "rows.parquet")), folder)
        assert len(pyarrow.dataset.dataset(folder / "rows.parquet").files) == parts
        held.append(done.memory)
    assert held[1] < 1.4 * held[0]  # if all rows were held: 1.75


def until_parts_are_written(folder: Path) -> None:
    latest = time.monotonic() + 120
    while time.monotonic() < latest and sum(part.is_file() for part in folder.rglob("*")) < 2:
        time.sleep(0.01)


def test_an_interrupted_sweep_leaves_nothing_behind(tmp_path: Path) -> None:
    ranges, folder = options("gdp_later=0:10:0.001", "deflator_later=0:10:0.001"), tmp_path / "rows"
    process = start(folder, *ranges, "--output", str(folder / "rows.parquet"))
    until_parts_are_written(folder)
    process.send_signal(signal.SIGINT)
    assert end(process, folder)[:3] == (130, "", "interrupted\n")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("ending", [".parquet", ".csv"])
def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing_behind(ending: str, tmp_path: Path) -> None:
    ranges, folder = options("gdp_later=0:10:0.1", "deflator_later=0:1:0.05"), tmp_path / "rows"
    process = start(folder, *ranges, "--output", str(folder / f"rows{ending}"), largest=20_000)
    code, out, err, _ = end(process, folder)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith("--output: could not be written (")
    assert list(folder.iterdir()) == []


def test_no_other_command_waits_for_what_only_a_sweep_needs() -> None:
    loaded = "import sys; from model.cli.main import main; main(['project']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0
    assert {"pyarrow", "pandas"}.isdisjoint(done.stdout.splitlines()[-1].split())


def test_a_lever_that_is_both_set_and_swept_is_refused(tmp_path: Path) -> None:
    done = run("sweep", "--range", "gdp_later=5,6", "--set", "gdp_later＝7", "--output", str(tmp_path / "rows.csv"))
    assert done.code == 2
    assert done.err.startswith("gdp_later: is given twice;")


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """A scheduler's address, and two workers of one thread, each a process of its own."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as scheduler:
        worker = [sys.executable, "-m", "dask", "worker", scheduler.scheduler_address, "--no-dashboard", "--no-nanny"]
        worker += ["--host", "127.0.0.1", "--nthreads", "1", "--local-directory"]
        started = [
            subprocess.Popen(
                [*worker, str(tmp_path_factory.mktemp("worker"))],
                cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            for _ in range(2)
        ]  # fmt: skip
        try:
            yield scheduler.scheduler_address, started
        finally:
            for process in started:
                process.kill()
                process.wait()


def test_a_cluster_that_loses_a_worker_writes_every_row_all_the_same(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
    address, workers = cluster
    path, alone = tmp_path / "rows.parquet", tmp_path / "alone.parquet"
    many = ("sweep", *options("gdp_later=0:6:0.02", "deflator_later=0:1:0.001"), "--output")
    with ThreadPoolExecutor(1) as other:
        killed = other.submit(lambda: (until_parts_are_written(tmp_path), workers[0].kill()))
        done = run(*many, str(path), "--scheduler", address)
        killed.result()
    assert done == (0, f"{path}: 301,301 rows\n", "")
    assert run(*many, str(alone)).code == 0
    assert pyarrow.parquet.read_table(path).equals(pyarrow.parquet.read_table(alone))
    few = ("sweep", *options("gdp_later=0:6:0.05", "deflator_later=0:1:0.001"), "--output")
    assert run(*few, str(path.with_suffix(".csv")), "--scheduler", address).code == 0
    assert run(*few, str(alone.with_suffix(".csv"))).code == 0
    assert path.with_suffix(".csv").read_bytes() == alone.with_suffix(".csv").read_bytes()


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run("sweep", "--range", "gdp_later=5,6", "--output", str(tmp_path / "a.csv"), "--scheduler", "no://host:1")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("--scheduler: reaches no cluster (got no://host:1: ")
    assert list(tmp_path.iterdir()) == []
