"""The house: imports go downwards and never in a circle, and no scenario meets another region's pack."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSES = {
    "model": ("language", "region", "scenario", "economics", "progress", "work", "link", "answer", "sweep", "cli"),
    "views": ("state", "components", "words", "charts", "downloads", "sidebar", "pages"),
}
"""The rooms from the ground up."""


def _files(house: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / house).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def _imported(tree: ast.Module, known: set[str]) -> set[str]:
    """The files of the house that a file imports: `from a import b` may mean the module a.b."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & known) or {node.module or ""}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & known


@pytest.mark.parametrize("house", HOUSES)
def test_rooms_import_only_rooms_below_them_and_files_never_in_a_circle(house: str) -> None:
    trees, rooms = dict(_files(house)), HOUSES[house]
    graph = {name: _imported(tree, {*trees}) - {name} for name, tree in trees.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle
    floor = {name: rooms.index(room) for name in trees if (room := f"{name}.".split(".")[1]) in rooms}
    arrows = ((a, b) for a, others in graph.items() for b in others if {a, b} <= {*floor})
    assert [(a, b) for a, b in arrows if floor[a] < floor[b]] == []


@pytest.mark.parametrize("house", HOUSES)
def test_no_function_takes_a_scenario_and_a_pack_that_could_disagree(house: str) -> None:
    for name, tree in _files(house):
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                args = (*node.args.args, *node.args.kwonlyargs)
                kinds = {arg.arg: ast.unparse(arg.annotation) for arg in args if arg.annotation}
                packs = {arg for arg, kind in kinds.items() if kind == "Pack"}
                moves = packs <= {"before", "after"}  # from one to the other
                assert moves or {*kinds.values()}.isdisjoint({"Scenario", "Work", "State"}), f"{name}.{node.name}"
