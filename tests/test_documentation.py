"""The documentation: its commands are run, its keys pressed, its links followed, its pages built."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from seedreader.ingest.load_files import load
from tests.ui.driving import reading, send, shows, until

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WRITTEN = sorted(page for page in DOCS.rglob("*.md") if not {"reference", "_build"} & {*page.parts})
ANY = "…"
"""A line of an example that stands for any lines."""

_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"<!-- (open|press|type|shown): (.*?) -->")
_LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")


class Example(NamedTuple):
    """A command as it is typed, and the lines that it prints; none where the page shows none."""

    command: str
    printed: list[str]


def examples(page: Path) -> Iterator[Example]:
    """The commands of a page, in their order."""
    for block in _CONSOLE.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *printed = part.rstrip("\n").split("\n")
            while printed and printed[0].startswith("> "):
                command += "\n" + printed.pop(0)[2:]
            yield Example(command, printed)


def pattern(printed: list[str]) -> re.Pattern[str]:
    """What matches the output that is shown; lines of `ANY` match any lines."""
    parts = [r"(?:[^\n]*\n)*?" if line == ANY else re.escape(line.rstrip()) + r"[ ]*\n" for line in printed]
    return re.compile("".join(parts) + r"\Z" if printed[-1] != ANY else "".join(parts))


WITH_EXAMPLES = [page for page in WRITTEN if _CONSOLE.search(page.read_text(encoding="utf-8"))]
WITH_KEYS = [page for page in WRITTEN if "<!-- open:" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda page: page.stem)
def test_the_commands_of_a_page_do_what_it_shows(page: Path, tmp_path: Path) -> None:
    """They are run one after the other in one folder, which holds the stories of the documentation."""
    place = tmp_path / "here"
    shutil.copytree(DOCS / "stories", place)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SEEDREADER")},
        "SEEDREADER_DATA": str(tmp_path / "data"),
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT / "src"),
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }
    program = f'seedreader() {{ {shlex.quote(sys.executable)} -m seedreader "$@"; }}\n'
    for command, printed in examples(page):
        run = subprocess.run(
            ["bash", "-c", program + command],
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
        if printed:
            assert pattern(printed).match(run.stdout), f"{command}\n{run.stdout}{run.stderr}"


@pytest.mark.parametrize("page", WITH_KEYS, ids=lambda page: page.stem)
async def test_the_keys_of_a_page_do_what_it_says(page: Path) -> None:
    (_, story), *steps = _STEP.findall(page.read_text(encoding="utf-8"))
    async with reading(load([str(DOCS / "stories" / story)]).articles, size=(120, 40)) as pilot:
        for kind, what in steps:
            if kind == "press":
                await pilot.press(*what.split())
            elif kind == "type":
                await send(pilot, *what)
            else:
                await until(pilot, partial(shows, pilot, what))


@pytest.mark.parametrize("page", [*WRITTEN, ROOT / "README.md"], ids=lambda page: page.stem)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    linked = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if ":" not in link]
    made = (DOCS / "reference").resolve()
    lost = [
        link
        for link in linked
        if not (page.parent / link).exists() and made not in (page.parent / link).resolve().parents
    ]
    assert not lost


def test_the_pages_are_built_without_a_warning(tmp_path: Path) -> None:
    """With the reference, which is made from the program; in a copy: nothing is left in the checkout."""
    copy = tmp_path / "docs"
    shutil.copytree(DOCS, copy, ignore=shutil.ignore_patterns("_build", "reference"))
    built = tmp_path / "site"
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(copy), str(built)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert "reader.next_claim" in (built / "reference" / "keys.html").read_text(encoding="utf-8")
