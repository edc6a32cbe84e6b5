"""The model stands alone: no screen, no charts, no clock."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "model").rglob("*.py"))
FOREIGN = {"streamlit", "altair", "views", "app", "time", "datetime", "random"}


def test_no_module_of_the_model_imports_a_screen_or_a_clock() -> None:
    for module in MODULES:
        imported = set()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
        assert imported.isdisjoint(FOREIGN), module
