from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports


def test_imports_go_in_the_direction_of_the_design() -> None:
    """The contracts stand in pyproject.toml."""
    config = Path(__file__).parent.parent / "pyproject.toml"
    assert lint_imports(config_filename=str(config), no_cache=True) == EXIT_STATUS_SUCCESS


EACH_FIRST = """
import pkgutil, sys, seedreader
modules = pkgutil.walk_packages(seedreader.__path__, "seedreader.")
names = [module.name for module in modules if "__main__" not in module.name]
for name in names:
    for loaded in [n for n in sys.modules if n.startswith("seedreader")]:
        del sys.modules[loaded]
    __import__(name)
print(len(names))
"""


def test_each_module_can_be_imported_first() -> None:
    """None stands in a circle, where it would depend on who imports it."""
    done = subprocess.run([sys.executable, "-c", EACH_FIRST], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and int(done.stdout) > 100, done.stderr


def test_no_module_imports_itself_in_a_circle() -> None:
    """Neither at import nor inside functions; what only the types need is not counted."""
    graph = grimp.build_graph("seedreader", exclude_type_checking_imports=True, cache_dir=None)
    left = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while done := {module for module, imported in left.items() if not imported & left.keys()}:
        left = {module: imported for module, imported in left.items() if module not in done}
    assert left == {}, "these import each other, or a module that does"


DEPTHS = """
import importlib, inspect, pkgutil, seedreader
modules = pkgutil.walk_packages(seedreader.__path__, "seedreader.")
names = [module.name for module in modules if "__main__" not in module.name]
for module in map(importlib.import_module, names):
    for one in vars(module).values():
        if inspect.isclass(one) and one.__module__ == module.__name__:
            own = [base for base in one.__mro__ if base.__module__.startswith("seedreader")]
            if len(own) > 3:
                print(*(base.__qualname__ for base in own), sep=" < ")
"""


def test_no_class_stands_on_more_than_two_of_our_own() -> None:
    """Screens are made of parts, not of base classes."""
    done = subprocess.run([sys.executable, "-c", DEPTHS], capture_output=True, text=True, check=True)
    assert done.stdout == ""


SOURCE = Path(__file__).parent.parent / "src/seedreader"


def test_no_contract_overlooks_a_folder() -> None:
    """import-linter sees packages only, and a screen only where it is named."""
    code = [file for file in SOURCE.rglob("*.py") if "__pycache__" not in file.parts]
    assert [
        str(folder) for folder in {file.parent for file in code} if not (folder / "__init__.py").exists()
    ] == []
    config = tomllib.loads((SOURCE.parent.parent / "pyproject.toml").read_text())
    contracts = config["tool"]["importlinter"]["contracts"]
    listed = next(each["modules"] for each in contracts if each["type"] == "independence")
    screens = {file.parent.name for file in (SOURCE / "ui/screens").glob("*/*.py")}
    assert {module.rpartition(".")[2] for module in listed} == screens
