"""Runs the benchmarks and writes what they print into `RESULTS.md`, with the machine, the day and two plots.

    python -m benchmarks [part ...]

Without a part it runs all of them, which takes an hour; with parts it renews these and leaves the others as they are.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import vl_convert

Spec = dict[str, Any]
HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
PARTS = {
    "start": ("From the command to the first picture", "start"),
    "page": ("A key press and a drag, beside an empty page", "page"),
    "load": ("Visitors that one process holds, beside a bare page with four charts", "load"),
    "processes": ("The same with two processes", "load --processes 2"),
    "soak": ("Half an hour", "load --soak 30 --visitors 18"),
    "model": ("The model, beside numpy", "model"),
    "sweep": ("Sweeps, beside numpy", "sweep --most 200000000"),
    "downloads": ("Files, beside their libraries doing next to nothing", "downloads"),
    "hostile": ("100,000 mutated links, files and forms", "hostile"),
}
SIZE: Spec = {"width": 520, "height": 260, "background": "white"}
HEAD = """# Results

Written by `python -m benchmarks`. Times depend on what else a machine does: compare the rows of one run. A ratio is
a time over that of what ran beside it.
"""


def main() -> None:
    """Renews the parts that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []])
    named = parser.parse_args().part or list(PARTS)
    known = parts(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    for name in named:
        known[name] = measured(name)
        sections = [f"## {PARTS[each][0]}\n\n{known[each]}\n" for each in PARTS if each in known]
        RESULTS.write_text("\n".join((HEAD, *sections)), encoding="utf-8")


def parts(text: str) -> dict[str, str]:
    """What stands below each heading, by part."""
    found = dict(re.findall(r"^## (.+)\n\n((?:(?!^## ).*\n?)*)", text, re.MULTILINE))
    return {name: found[title].strip() for name, (title, _) in PARTS.items() if title in found}


def measured(name: str) -> str:
    """The command, the machine and what was printed, as Markdown; the plot beside it is drawn anew."""
    module, *options = PARTS[name][1].split()
    command = ["-m", f"benchmarks.{module}", *options]
    print(f"python {' '.join(command)}", flush=True)
    done = subprocess.run([sys.executable, *command], cwd=HERE.parent, stdout=subprocess.PIPE, text=True, check=True)
    print(done.stdout, flush=True)
    draw = {"load": _load_plot, "sweep": _sweep_plot}.get(name)
    plot = f"\n\n![{PARTS[name][0]}]({name}.png)" if draw else ""
    if draw:
        (HERE / f"{name}.png").write_bytes(vl_convert.vegalite_to_png(draw(done.stdout), scale=2))
    load = os.getloadavg()[0]
    return (
        f"`python {' '.join(command)}`, {date.today().isoformat()}, {machine()}, load average {load:.1f} at the end"
        f"\n\n```text\n{done.stdout.strip()}\n```{plot}"
    )


def machine() -> str:
    """What it ran on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, Python {platform.python_version()}, "
        f"Streamlit {version('streamlit')}"
    )


def _load_plot(text: str) -> Spec:
    """The 95th percentile by the number of visitors, a line a page, and the limit."""
    rows: list[dict[str, object]] = []
    page = ""
    for line in text.splitlines():
        page = line.partition(", processes")[0] if ", processes" in line else page
        if found := re.match(r" +(\d+) +\d+ +\d+ +(\d+) ", line):
            rows.append({"page": page, "visitors": int(found[1]), "p95": int(found[2])})
    height = {"field": "p95", "type": "quantitative", "title": "95th percentile of an answer, ms"}
    lines = {
        "data": {"values": rows},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "visitors", "type": "quantitative"},
            "y": height | {"scale": {"domainMax": 1000, "clamp": True}},
            "color": {"field": "page", "type": "nominal", "title": None},
        },
    }
    limit = {
        "data": {"values": [{"p95": 500}]},
        "mark": {"type": "rule", "strokeDash": [4, 3]},
        "encoding": {"y": height},
    }
    return SIZE | {"layer": [lines, limit]}


def _sweep_plot(text: str) -> Spec:
    """Seconds by rows, a line a way."""
    rows = [
        {"way": f"{found[1]}, {found[2]}", "rows": int(found[3]), "seconds": float(found[4])}
        for line in text.splitlines()
        if (found := re.match(r"(.+?) +(\d+) +(\d{4,}) +([\d.]+) ", line))
    ]
    return SIZE | {
        "data": {"values": rows},
        "mark": {"type": "line", "point": True},
        "encoding": {
            "x": {"field": "rows", "type": "quantitative", "scale": {"type": "log"}},
            "y": {"field": "seconds", "type": "quantitative", "scale": {"type": "log"}},
            "color": {"field": "way", "type": "nominal", "title": "way, workers"},
        },
    }


if __name__ == "__main__":
    main()
