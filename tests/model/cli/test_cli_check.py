"""`check`: a data pack is clean, or every fault of it is named."""

import json
import shutil
from pathlib import Path

import pytest
from a_file import replace
from a_run import run

from model.region.loader import regions

ROOT = Path(__file__).resolve().parents[3]
FILES = ("sources.toml", "region.toml", "baselines.csv", "history.csv", "outcomes.csv", "growth.csv",
         "targets.csv", "calibration.csv")  # fmt: skip
FIGURE = "indicator,year,value,unit,price_basis,trust,source,locator,note_zh,note_en"
GOAL = f"{FIGURE},key,kind,name_zh,name_en"


def rows(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines()) - 1


@pytest.mark.parametrize("region", regions())
@pytest.mark.parametrize("arguments", [(), ("{region}",), (f"{ROOT}/data/{{region}}",), (str(ROOT / "data"),)])
def test_a_clean_pack_is_one_line_that_counts_figures_and_sources(arguments: tuple[str, ...], region: str) -> None:
    figures = sum(rows(path) for path in [*(ROOT / "data" / region).glob("*.csv"), ROOT / "data" / "calibration.csv"])
    done = run("check", *(argument.format(region=region) for argument in arguments))
    assert (done.code, done.err) == (0, "")
    clean = [line for line in done.out.splitlines() if not line.startswith(" ")]
    assert sum(line.startswith(f"{region}: clean: {figures} figures from ") for line in clean) == 1
    assert len(clean) == (1 if "{region}" in "".join(arguments) else len(regions()))


def test_every_fault_is_named_with_file_row_and_column(data: Path) -> None:
    for name, old, new in (("baselines.csv", "fai,2023,90.7", "fai,2023,many"), ("growth.csv", ",A,", ",E,")):
        path = data / "fengjie" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (data / "fengjie" / "targets.csv").unlink()
    done = run("check", str(data / "fengjie"))
    assert (done.code, done.err) == (1, "")
    head, *faults = done.out.splitlines()
    assert head == f"fengjie: faults: {len(faults)}"
    assert "  baselines.csv 3 value: is not a number (got many); a finite number is needed; correct the cell" in faults
    assert (
        f"  targets.csv: is not there; a data pack needs it, if only with its first line: {GOAL}; add the file"
        in faults
    )
    assert sum(fault.startswith("  growth.csv ") and " trust: is unknown (got E)" in fault for fault in faults) == sum(
        ",A," in line for line in (ROOT / "data" / "fengjie" / "growth.csv").read_text(encoding="utf-8").splitlines()
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("history.csv", "一\n亿二".encode() + "年".encode("gb18030"), "history.csv 2: is not UTF-8 from byte 7"),
        ("region.toml", "name = '奉节'".encode("gb18030"), "region.toml 1: is not UTF-8 from byte 9 of the line"),
        ("growth.csv", b'a,b\r\n1,"2\r\n', "growth.csv 2: is not CSV (unexpected end of data);"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named_with_line_and_byte(
    name: str, content: bytes, sentence: str, data: Path
) -> None:
    (data / "fengjie" / name).write_bytes(content)
    done = run("check", str(data / "fengjie"))
    assert (done.code, done.err) == (1, "")
    assert [line for line in done.out.splitlines() if line.startswith(f"  {sentence}")]


def test_a_baseline_in_a_wrong_unit_is_what_is_blamed_and_not_the_outcomes_after_it(data: Path) -> None:
    replace(data / "chongqing" / "baselines.csv", ("30145.8", "2000000000"))
    assert run("check", str(data / "chongqing")).out.splitlines() == [
        "chongqing: faults: 1",
        "  baselines.csv 2 value: is outside the range (got 2000000000); allowed: 0.1 to 10000000 亿元; choose a value "
        "between them",
    ]


def test_an_empty_folder_lacks_everything_and_is_told_so_at_once(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    done = run("check", str(tmp_path / "new"))
    assert done.code == 1
    assert done.out.splitlines()[0] == "new: faults: 8"
    assert [line.split(":")[0].strip() for line in done.out.splitlines()[1:]] == list(FILES)
    assert run("check", str(tmp_path / "new"), "--lang", "zh").out.startswith("new：有 8 处错误\n")


def test_without_its_region_file_all_else_is_checked_too(data: Path) -> None:
    (data / "fengjie" / "region.toml").unlink()
    replace(data / "fengjie" / "baselines.csv", ("90.7", "many"))
    done = run("check", str(data / "fengjie"))
    assert done.code == 1
    assert {line.partition(":")[0] for line in done.out.splitlines()} == {
        "fengjie",
        "  region.toml",
        "  baselines.csv 3 value",
    }


def test_a_folder_of_regions_is_checked_region_by_region_also_one_that_is_not_yet_one(data: Path) -> None:
    shutil.copytree(data / "fengjie", data / "wushan")
    (data / "wushan" / "region.toml").unlink()
    done = run("check", str(data))
    assert done.code == 1
    assert "fengjie: clean:" in done.out
    assert "wushan: faults: 1" in done.out


def test_what_stands_where_a_file_should_be_is_said_and_never_raised(data: Path) -> None:
    for name in ("region.toml", "growth.csv"):
        (data / "fengjie" / name).unlink()
        (data / "fengjie" / name).mkdir()
    done = run("check", str(data / "fengjie"))
    assert done.code == 1
    assert "  region.toml: cannot be read (" in done.out
    assert "  growth.csv: cannot be read (" in done.out


def test_what_is_no_folder_is_refused() -> None:
    for typed in ("", "nowhere"):
        done = run("check", typed)
        assert (done.code, done.out) == (2, "")
        assert "is neither a region nor a folder; regions: " in done.err


def test_a_program_reads_the_same_in_json(data: Path) -> None:
    replace(data / "fengjie" / "baselines.csv", ("fai,2023,90.7", "fai,2023,many"))
    done = run("check", str(data), "--json")
    assert (done.code, done.err) == (1, "")
    found = {each["region"]: each for each in json.loads(done.out)["regions"]}
    clean, faulty = found["chongqing"], found["fengjie"]
    figures = sum(rows(each) for each in [*(data / "chongqing").glob("*.csv"), data / "calibration.csv"])
    assert (clean["faults"], clean["figures"]) == ([], figures)
    (fault,) = faulty["faults"]
    assert fault.startswith("baselines.csv 3 value: is not a number (got many);")
    assert faulty["figures"] is None


def test_a_file_that_is_misnamed_is_named_and_no_fault(data: Path) -> None:
    for name in ("indicator.csv", ".hidden"):
        (data / "chongqing" / name).write_text("", encoding="utf-8")
    done = run("check", str(data / "chongqing"))
    assert done.code == 0
    assert done.out.splitlines()[1].startswith("  indicator.csv: is not read under that name; files that a region may")
    assert len(done.out.splitlines()) == 2
