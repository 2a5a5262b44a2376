from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from seedreader.cli import main


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The council agreed on the pier on Monday.\n")
    (tmp_path / "b.txt").write_text("The mayor agreed, too.\n")
    return tmp_path


def test_sources_as_lines_and_as_csl(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(story)]) == 0
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()] == ["a", "b"]
    assert main(["cite", str(story), "--format", "csl"]) == 0
    assert [each["title"] for each in json.loads(capsys.readouterr().out)] == ["a", "b"]


def test_the_file_s_name_tells_the_format_and_nothing_is_written_over(
    story: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("out") / "sources.bib"
    assert main(["cite", str(story), "-o", str(file)]) == 0
    assert file.read_text().startswith("@misc{a,")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert main(["cite", str(story / "a.txt"), "-o", str(file)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert main(["cite", str(story / "a.txt"), "-o", str(file), "--force"]) == 0
    assert "@misc{b," not in file.read_text()


def test_the_styles_are_those_of_the_report(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (story / "c.md").write_text(
        "---\ntitle: A pier\nauthor: Ana Ruiz\ndate: 2025-03-01\n---\nIt was built.\n"
    )
    for style, line in (
        ("chicago", "Ruiz, Ana. “A pier.” March 1, 2025."),
        ("apa", "Ruiz, A. (2025, March 1). A pier."),
    ):
        assert main(["cite", str(story / "c.md"), "--style", style]) == 0
        assert capsys.readouterr().out.strip() == line
        assert main(["report", str(story / "c.md"), "--style", style]) == 0
        assert f"1. {line}\n" in capsys.readouterr().out
    assert main(["cite", str(story / "c.md"), "--style", "apa", "--format", "bibtex"]) == 2
    assert "leave one of both out" in capsys.readouterr().err


def test_what_could_not_be_read_is_said(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(story / "a.txt"), str(story / "none.txt")]) == 1
    assert "none.txt: does not exist." in capsys.readouterr().err
    assert main(["cite", str(story / "none.txt")]) == 2
