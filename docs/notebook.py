"""Runs the example notebook and writes it with its outputs: `python -m docs.notebook > docs/notebook.ipynb`."""

import ast
import json
import sys
from typing import Any

CELLS = (
    """# The plan in Python

The simulator's answers without a browser. Run this in the project's folder. A link, or the part of it after the `?`, is
all that is needed; what it lacks has the values of Fengjie County's 2024 plan.""",
    """>from model.answer import reproduce

answer = reproduce("gdp=6.5,7.5")  # real growth in 2024, and from 2025 on [%]
answer""",
    """The verdict has two readings: from the derived level of 2023, and from the latest official level. GDP is in 亿元
(100 m yuan), rates are fractions.""",
    """>[(reading.start, round(reading.level, 3), reading.reached) for reading in answer.verdict.readings]""",
    """Levels by year, one column for each indicator.""",
    """>current = answer.frame.query("price_basis == 'current'")
current.pivot(index="year", columns="indicator", values="level").round(1)""",
    """Real growth needed from 2025 on for three yearly price changes, in per cent.""",
    """>import pandas as pd

(100 * pd.DataFrame(answer.parts["required_by_price_change"])).round(3)""",
    """Other growth rates: GDP in 2028, the verdict, and the chance of reaching the target.""",
    """>others = {rate: reproduce(f"gdp=6.5,{rate}") for rate in (5, 6, 7, 7.55, 8)}
pd.DataFrame(
    [(rate, round(each.verdict.level, 1), each.verdict.status, round(each.chance, 2)) for rate, each in others.items()],
    columns=["growth, %", "GDP in 2028", "verdict", "chance"],
)""",
    """The link that opens this on the page.""",
    """>answer.link""",
)
"""Text, and behind a `>` code."""


def text() -> str:
    """The notebook as it stands in docs/notebook.ipynb."""
    scope: dict[str, Any] = {}
    cells = [_cell(place, source, scope) for place, source in enumerate(CELLS)]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    notebook = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _cell(place: int, source: str, scope: dict[str, Any]) -> dict[str, Any]:
    code = source.removeprefix(">")
    cell = {"id": f"cell-{place}", "metadata": {}, "source": code.splitlines(keepends=True)}
    if code == source:
        return {"cell_type": "markdown", **cell}
    count = sum(each.startswith(">") for each in CELLS[: place + 1])
    shown = {"output_type": "execute_result", "execution_count": count, "metadata": {}, "data": _run(code, scope)}
    return {"cell_type": "code", **cell, "execution_count": count, "outputs": [shown]}


def _run(code: str, scope: dict[str, Any]) -> dict[str, list[str]]:
    """What a notebook shows of the code's last line, which is an expression."""
    *lines, last = ast.parse(code).body
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(lines, []), "cell", "exec"), scope)  # noqa: S102  # our own cells
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), scope)  # noqa: S307
    shown = {"text/plain": repr(value).splitlines(keepends=True)}
    if hasattr(value, "to_html"):
        shown["text/html"] = value.to_html().splitlines(keepends=True)
    return shown


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]  # as every file here is
    sys.stdout.write(text())
