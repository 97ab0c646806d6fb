"""Shape of the code: small modules, named for what is in them, documented where they are public."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "summit_reader"
LONGEST = 400
VAGUE = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}

MODULES = sorted(PACKAGE.rglob("*.py"))
ALL_PYTHON = [
    path
    for folder in ("summit_reader", "packaging", "benchmarks", "tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def undocumented(body: list[ast.stmt], owner: str = "") -> Iterator[str]:
    """Dotted names of public classes, functions and methods that have no docstring."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            yield f"{owner}{node.name}"
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node.body, f"{owner}{node.name}.")


def is_inherited(path: Path, name: str) -> bool:
    """Whether `name` ("Class.method", in the module at `path`) is what a base class describes.

    Qt describes its own; a base of ours is held to its docstring where it stands.
    """
    owner, _, method = name.rpartition(".")
    if not owner:
        return False
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    cls = attrgetter(owner)(importlib.import_module(module))
    return any(method in vars(base) for base in cls.__mro__[1:])


@pytest.mark.parametrize("path", ALL_PYTHON, ids=name_of)
def test_a_module_does_one_thing(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", ALL_PYTHON, ids=name_of)
def test_a_module_is_named_for_what_is_in_it(path: Path) -> None:
    assert not VAGUE & {*path.stem.split("_"), *path.parent.name.split("_")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_is_documented(path: Path) -> None:
    bare = [name for name in undocumented(tree_of(path).body) if not is_inherited(path, name)]
    assert bare == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {path.parent for path in MODULES}
    assert [name_of(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
