from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from seedreader import paths
from seedreader.cli import main
from seedreader.ingest.load_files import load
from seedreader.notebook import Notebook
from tests.stories import GAZETTE, HARBOUR, WEATHER


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(HARBOUR)
    (tmp_path / "two.txt").write_text(GAZETTE)
    return tmp_path


@pytest.fixture
def noted(story: Path) -> Path:
    """The story with a verdict and a note in the notebook, by a reader who set a name."""
    one, two = (load([str(story / f"{name}.txt")]).articles[0] for name in ("one", "two"))
    start, other = HARBOUR.index("4 million"), GAZETTE.index("6 million")
    notebook = Notebook(paths.notebook_file())
    notebook.add(one, [(start, start + 15)], "verdict", "conflict", other=(two, [(other, other + 15)]))
    notebook.add(one, [(start, start + 15)], "note", "Ask the mayor")
    paths.settings_file().write_text('author = "Ana Ruiz"\n')
    return story


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["report", *arguments]) == status
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("text", "one, two\n========\n"),
        ("markdown", "# one, two\n"),
        ("html", "<!DOCTYPE html>\n"),
        ("json", '{\n "report": 1,'),
    ],
)
def test_every_format_goes_to_standard_output(
    name: str, begins: str, noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = said(capsys, str(noted), "--format", name)
    assert written.startswith(begins)
    assert "Ask the mayor" in written and "Ana Ruiz" in written


def test_without_the_notebook_nothing_of_it_is_there(noted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("text", "markdown", "html"):
        written = said(capsys, str(noted), "--format", name, "--no-notebook")
        assert "Ask the mayor" not in written and "Verdict of" not in written
        assert "4 million euros ≠ 6 million euros" in written
    found = json.loads(said(capsys, str(noted), "--format", "json", "--no-notebook"))
    assert found["notebook"] is False and found["stories"][0]["judgements"] == []


def test_a_file_s_name_tells_the_format_and_nothing_is_written_over(
    story: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("out") / "report.html"
    assert main(["report", str(story), "-o", str(file)]) == 0
    assert file.read_text().startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert main(["report", str(story), "-o", str(file)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["report", str(story), "-o", str(file), "--force", "--format", "text"]) == 0
    assert not file.read_text().startswith("<")


@pytest.mark.parametrize("name", ["html", "json"])
def test_what_is_utf_8_by_its_own_word_is_right_in_any_encoding(
    name: str, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (story / "three.txt").write_text("The café 🙂 said that 12 people came on Monday.\n", "utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    command = [sys.executable, "-m", "seedreader", "report", str(story), "--format", name]
    written = subprocess.run(command, capture_output=True, check=True).stdout.decode("ascii")
    assert "caf\\u00e9 \\ud83d\\ude42" in written if name == "json" else "caf&#233; &#128578;" in written


def test_a_picture_is_of_one_story(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, str(story), "--picture", "matrix").startswith("<svg xmlns=")
    for number in range(3):
        (story / f"rain{number}.txt").write_text(WEATHER.replace("week", f"week {number}"))
    assert said(capsys, str(story), "--picture", "timeline", status=2) == ""
    assert main(["report", str(story), "--picture", "timeline"]) == 2
    assert "stories and a picture is of one: name the files of one story." in capsys.readouterr().err


def test_all_claims_come_on_request(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Every claim" not in said(capsys, str(story))
    full = said(capsys, str(story), "--full")
    assert "Claims of 1, one\n" in full and "No match found in 1." in full


def test_analyze_tells_what_the_notebook_holds_and_whose_it_is(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", str(noted), "--json"]) == 0
    verdict, note = sorted(
        json.loads(capsys.readouterr().out)["annotations"], key=lambda each: each["kind"], reverse=True
    )
    assert (verdict["body"], verdict["article"], verdict["other"]["article"]) == ("conflict", "a1", "a2")
    assert verdict["other"]["quote"] == "6 million euros" and verdict["state"] == "exact"
    assert (note["body"], note["author"], note["other"]) == ("Ask the mayor", "Ana Ruiz", None)
    assert note["ranges"] == [[HARBOUR.index("4 million"), HARBOUR.index("4 million") + 15]]
    assert main(["analyze", str(noted), "--json", "--no-notebook"]) == 0
    assert json.loads(capsys.readouterr().out)["annotations"] == []
