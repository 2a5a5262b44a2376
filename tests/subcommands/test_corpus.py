from __future__ import annotations

import io
from pathlib import Path

import pytest

from seedreader.cli import main
from seedreader.corpus.file import compare_step
from seedreader.corpus.file.progress import Step
from seedreader.subcommands.step_progress import StepProgress
from tests.corpus.file.corpora import as_files, records


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["corpus", str(as_files(tmp_path / "news", records()))]) == 0
    capsys.readouterr()
    return tmp_path / "news.corpus"


def test_a_folder_becomes_a_corpus_that_is_summed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["corpus", str(as_files(tmp_path / "news", records())), "-o", "all.corpus"]) == 0
    told = capsys.readouterr()
    assert "all.corpus: 7 articles of 7 files" in told.out
    assert "2 of several articles; 1 article alone" in told.out
    assert "Ferry sinks 0 · 4 articles · 3 origins · 2 conflicts" in told.out
    assert "`seedreader all.corpus` opens it." in told.out
    assert "seedreader: Looking for near-copies" in told.err
    assert main(["corpus", "all.corpus"]) == 0
    assert capsys.readouterr().out.splitlines() == told.out.splitlines()[:-1]


def test_words_and_stories_are_looked_up(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corpus", str(corpus), "--find", "coast guard"]) == 0
    (row, words) = capsys.readouterr().out.splitlines()
    assert "in 3 of them" in row
    assert "coast guard" in words
    assert main(["corpus", str(corpus), "--find", "unheard"]) == 1
    capsys.readouterr()
    assert main(["corpus", str(corpus), "--story", row.split()[0]]) == 0
    told = capsys.readouterr().out
    assert "    3  1: “The ferry carried 140 passengers”" in told
    assert "≠  Twelve people ≠ fourteen people" in told
    assert "Ferry sinks Post 3 · 2025-03-03 · Ferry sinks 3 · same origin as 1" in told
    assert main(["corpus", str(corpus), "--story", "99"]) == 2
    assert "There is no story 99" in capsys.readouterr().err


def test_what_cannot_be_read_is_named_and_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = as_files(tmp_path / "news", records())
    for number in range(30):
        (folder / f"bad{number}.pdf").write_bytes(b"%PDF-1.4 and no more")
    assert main(["corpus", str(folder)]) == 1
    told = capsys.readouterr()
    assert "problems     30 with what was to be read" in told.out
    assert told.err.count("bad") == 20
    assert "10 more problems; `seedreader corpus news.corpus --problems` tells all." in told.err
    assert main(["corpus", "news.corpus", "--problems"]) == 1
    assert capsys.readouterr().err.count("bad") == 30
    assert main(["corpus", "none.txt", "-o", "empty.corpus"]) == 2


@pytest.mark.usefixtures("corpus")
def test_one_sentence_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("A text.")
    for arguments in (["news", "-o", "a.txt"], ["a.txt", "--find", "x"], ["news", "-o", "none/a.corpus"]):
        assert main(["corpus", *arguments]) == 2
        (sentence,) = (line for line in capsys.readouterr().err.splitlines() if "Listing" not in line)
        assert sentence.startswith("seedreader: ")
        assert sentence.endswith(".")
    assert (tmp_path / "a.txt").read_text() == "A text."


def test_what_was_cut_short_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = str(as_files(tmp_path / "news", records()))

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(compare_step, "compare_all", interrupt)
        assert main(["corpus", folder]) == 130
    assert "the same command goes on" in capsys.readouterr().err
    assert main(["corpus", "news.corpus"]) == 0
    assert "7 of 7 files read, 0 of 2 stories compared" in capsys.readouterr().out
    assert main(["corpus", folder]) == 0
    assert "unfinished" not in capsys.readouterr().out


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Screen(), 3), (io.StringIO(), 1)])
def test_progress_says_how_long_still(stream: io.StringIO, shown: int) -> None:
    times = iter([0.0, 0.1, 10.0, 20.0])
    progress = StepProgress(stream, lambda: next(times))
    for done in (0.5, 0.51, 0.6, 0.75):
        progress.tell(Step("Reading", done, "7 articles"))
    progress.close()
    states = stream.getvalue().split("Reading")[1:]
    assert len(states) == shown
    assert states[0].startswith(", 7 articles, 50 %")
    if shown > 1:
        assert states[1].startswith(", 7 articles, 60 %, 40 s left")
        assert states[2].startswith(", 7 articles, 75 %, 20 s left")
        assert stream.getvalue().endswith("\r\x1b[K")
