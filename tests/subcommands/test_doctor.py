"""``seedreader doctor`` as a person uses it."""

from __future__ import annotations

import io
import os
import sqlite3
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from seedreader import __version__, cli
from seedreader.article import Article
from seedreader.notebook import Notebook
from seedreader.subcommands import extras
from seedreader.text.finding import Finding
from seedreader.ui.terminal_abilities import abilities


def told(capsys: pytest.CaptureFixture[str], status: int = 0) -> dict[str, str]:
    """What it says of each thing."""
    assert cli.main(["doctor"]) == status
    lines = (line.strip() for line in capsys.readouterr().out.splitlines())
    return {name: rest.strip() for name, _, rest in (line.partition(" ") for line in lines)}


def notebook() -> Path:
    return Path(os.environ["SEEDREADER_DATA"]) / "notebook.sqlite"


def test_it_tells_versions_paths_terminal_and_extras_and_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = told(capsys)
    assert found["seedreader"].startswith(f"{__version__}, in ")
    assert found["textual"] == "8.2.8"
    assert found["SQLite"].endswith("with FTS5")
    assert found["notebook"] == f"{notebook()}: none yet, can be written"
    assert found["cache"].endswith("analysis.sqlite: 0.0 MB of at most 256, can be written")
    assert "pypdfium2" in found["pdf"]
    assert found["Nothing"] == "is wrong."
    assert list(notebook().parent.iterdir()) == []


def test_a_notebook_is_whole_or_damaged(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Six ships sank on Monday."
    Notebook(notebook()).add(Article(text, name="a"), [(0, 9)], "note", "which?")
    assert told(capsys)["notebook"] == f"{notebook()}: whole, with 1 annotation, can be written"
    with sqlite3.connect(notebook()) as connection:
        connection.execute("update annotations set body = 'changed from outside'")
    connection.close()
    found = told(capsys, status=1)
    assert ": damaged" in found["notebook"] or "damaged" in found["notebook:"]
    assert "the next save puts right" in found["notebook:"]
    assert found["1"] == "thing to see to:"


def test_what_can_not_be_written_and_wrong_settings_are_told_with_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SEEDREADER_CACHE", "/proc/none")
    settings = tmp_path / "settings.toml"
    settings.write_text("colums = 3\n")
    monkeypatch.setenv("SEEDREADER_CONFIG", str(settings))
    found = told(capsys, status=1)
    assert found["cache"].endswith("read-only")
    assert "SEEDREADER_CACHE names another folder" in found["cache:"]
    assert "there is no such setting" in found["settings:"]
    assert found["2"] == "things to see to:"


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 7


def seen(monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], **environment: str) -> Mapping[str, Finding]:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size(size))
    monkeypatch.setattr("shutil.which", lambda _: None)
    found = abilities("auto", environment, _Terminal(io.BytesIO(), "utf-8"))
    return {finding.name: finding for finding in found}


def test_a_terminal_that_can_do_everything_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "SSH_CONNECTION": "y"}
    found = seen(monkeypatch, (120, 40), LANG="de_DE.UTF-8", **environment)
    assert found["kind"].told == "TERM is xterm-kitty, through ssh"
    assert found["size"].told == "120×40"
    assert found["colours"].told == "16 million; the theme that fits is dark"
    assert found["characters"].told == "Unicode"
    assert "OSC 52" in found["clipboard"].told
    assert [each.advice for each in found.values() if each.advice] == []


def test_for_what_a_terminal_lacks_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    found = seen(monkeypatch, (30, 8), TERM="dumb", LANG="C")
    assert "the reader needs 40×10" in found["size"].advice
    assert "Set TERM" in found["colours"].advice
    assert "UTF-8" in found["characters"].advice
    assert found["clipboard"].told.startswith("none; A")


def test_every_extra_of_the_package_that_a_reader_may_want_is_told() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    wanted = {name: needs for name, needs in project["optional-dependencies"].items()
              if name not in ("all", "dev", "model")}  # fmt: skip
    assert extras.EXTRAS.keys() == wanted.keys()
    for name, needs in wanted.items():
        for package in extras.EXTRAS[name].packages:
            assert any(need.startswith(package) for need in needs), (name, package)


@pytest.mark.parametrize(
    "prefix, begins",
    [
        ("/home/a/.local/share/pipx/venvs/seedreader", "pipx inject seedreader "),
        ("/home/a/.local/share/uv/tools/seedreader", "uv pip install --python "),
        ("/usr", ""),
    ],
)
def test_what_is_missing_is_installed_where_the_program_is(prefix: str, begins: str) -> None:
    said = extras.how_to_install(["pypdfium2"], prefix)
    assert said.startswith(begins) and said.endswith(" pypdfium2")
