"""The canary: which private names of Textual and Rich are used, where, and whether this release has them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.console import Console
from rich.segment import Segment
from textual.app import App
from textual.screen import Screen
from textual.widget import Widget

from seedreader import ui

UI = Path(ui.__file__).parent
NAMED_TUPLES = {"_replace", "_asdict", "_fields", "_make"}
"""Private in form only: Python documents them."""


class Private(NamedTuple):
    """A private name: whose it is, and what has it where it still exists."""

    package: str
    owner: Callable[[], object]
    name: str


PRIVATE: Mapping[str, Private] = {
    "_driver": Private("textual", App, "App._driver"),
    "_filters": Private("textual", App, "App._filters"),
    "_exception": Private("textual", App, "App._exception"),
    "_display": Private("textual", App, "App._display"),
    "_print_error_renderables": Private("textual", App, "App._print_error_renderables"),
    "_bindings": Private("textual", Screen, "Screen._bindings"),
    "_split_cells": Private("rich", lambda: Segment, "Segment._split_cells"),
    "_result_callbacks": Private("textual", lambda: Screen(), "Screen._result_callbacks"),
    "_push_result_callback": Private("textual", Screen, "Screen._push_result_callback"),
    "_color_system": Private("rich", Console, "Console._color_system"),
}
"""Every private attribute that `internals` uses or overrides."""

MODULES = {
    "textual._compositor": ("ChopsUpdate", "CompositorUpdate", "LayoutUpdate"),
    "textual._types": (),
}
"""The private modules that it imports, and what it takes from them."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module inside ui, by its path from there."""
    for path in sorted(UI.rglob("*.py")):
        yield path.relative_to(UI).as_posix(), ast.parse(path.read_text("utf-8"))


def private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in NAMED_TUPLES


def own_names(tree: ast.Module) -> set[str]:
    """The private names that a module makes: attributes, methods, fields, functions."""
    made = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Store):
            made.add(node.attr if isinstance(node, ast.Attribute) else node.id)
    return made


def used() -> Iterator[tuple[str, str]]:
    """Each private attribute that some module only reads, and each of `PRIVATE`, with where that is."""
    for path, tree in sources():
        made = own_names(tree) - PRIVATE.keys()
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names |= own_names(tree) & PRIVATE.keys()
        yield from ((path, name) for name in names if private(name) and name not in made)


def imported() -> Iterator[tuple[str, str]]:
    """Each private module of Textual or Rich that is imported or named, with where that is."""
    for path, tree in sources():
        for node in ast.walk(tree):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Import):
                named = [each.name for each in node.names]
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named = [node.value]
            yield from ((path, name) for name in named if name.startswith(("textual._", "rich._")))


USED = sorted(set(used()))


@pytest.mark.parametrize("where, name", USED, ids=[f"{name}-{where}" for where, name in USED])
def test_this_release_has_each_private_name_that_is_used(where: str, name: str) -> None:
    assert name in PRIVATE, f"ui/{where} uses {name}: list it in PRIVATE here, or do without it"
    package, owner, full = PRIVATE[name]
    if not hasattr(owner(), name):
        pytest.fail(f"{package} {version(package)} has no {full}, which ui/{where} uses", pytrace=False)


@pytest.mark.parametrize("module", MODULES)
def test_this_release_has_each_private_module_that_is_imported(module: str) -> None:
    package, users = module.split(".")[0], [f"ui/{where}" for where, name in imported() if name == module]
    try:
        found = import_module(module)
    except ImportError:
        pytest.fail(f"{package} {version(package)} has no {module}, which {users} import", pytrace=False)
    for name in MODULES[module]:
        if not hasattr(found, name):
            missing = f"{package} {version(package)} has no {module}.{name}, which {users} use"
            pytest.fail(missing, pytrace=False)


def test_only_the_room_for_it_uses_private_names() -> None:
    outside = {f"ui/{where}: {name}" for where, name in (*used(), *imported()) if "internals/" not in where}
    assert outside == set()
    assert {name for _, name in imported()} == MODULES.keys()
    assert {name for _, name in used()} == PRIVATE.keys()


def test_no_class_outside_the_room_overrides_a_private_name_by_chance() -> None:
    clashes = []
    for path, tree in sources():
        if path.startswith("internals/") or path.endswith("__init__.py"):
            continue
        module = import_module("seedreader.ui." + path.removesuffix(".py").replace("/", "."))
        for node in (each for each in tree.body if isinstance(each, ast.ClassDef)):
            theirs = textuals_own(getattr(module, node.name))
            own = own_names(ast.Module(node.body, []))
            clashes += [f"ui/{path}: {node.name}.{name}" for name in own & theirs if private(name)]
    assert clashes == []


def textuals_own(made: type) -> set[str]:
    """The names that a class has from Textual, those of its instances among them."""
    bases = [base for base in made.__mro__ if base.__module__.startswith("textual.")]
    names = {name for base in bases for name in vars(base)}
    for kind in (App, Screen, Widget):
        if kind in bases:
            return names | vars(kind()).keys()
    return names
