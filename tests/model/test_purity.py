"""The model stands alone: no screen, no charts, no clock."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "model").rglob("*.py"))
FOREIGN = {"streamlit", "altair", "views", "app", "time", "datetime", "random"}

EVERYTHING = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({"streamlit", "altair", "views"} & {module.partition(".")[0] for module in sys.modules}))
"""


def test_importing_the_whole_model_loads_neither_streamlit_nor_altair_nor_views() -> None:
    names = [".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for module in MODULES]
    done = subprocess.run([sys.executable, "-c", EVERYTHING, *names], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.strip() == ""


def test_no_module_of_the_model_imports_a_screen_or_a_clock() -> None:
    for module in MODULES:
        imported = set()
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
        assert imported.isdisjoint(FOREIGN), module
