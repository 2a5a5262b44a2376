from __future__ import annotations

from pathlib import Path

import pytest

from seedreader.ingest import files
from seedreader.ingest.errors import sentences
from seedreader.ingest.files import load


def test_a_folder_gives_its_text_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", ".hidden.txt", "notes.md"):
        (tmp_path / name).write_text("A sentence to read.")
    assert [a.name for a in load([tmp_path]).articles] == ["a", "b"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A sentence to read.")
    assert len(load([file, tmp_path, file]).articles) == 1


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    good, empty, binary = tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "binary.txt"
    good.write_text("A sentence to read.")
    empty.write_text(" \n")
    binary.write_bytes(bytes(range(256)) * 9)
    folder = tmp_path / "folder"
    folder.mkdir()
    loaded = load([good, empty, binary, folder, tmp_path / "missing.txt"])
    assert [a.name for a in loaded.articles] == ["good"]
    assert sentences(loaded.problems) == (
        f"{empty}: is empty.",
        f"{binary}: is a binary file, not text.",
        f"{folder}: holds no .txt files.",
        f"{tmp_path / 'missing.txt'}: does not exist.",
    )


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("A sentence to read.")

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert sentences(load([file]).problems) == (f"{file}: permission denied.",)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.txt"
    file.write_text("A sentence to read.")
    monkeypatch.setattr(files, "MAX_BYTES", 5)
    assert "more than" in sentences(load([file]).problems)[0]


def test_text_in_another_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Der Rat hat für den Plan gestimmt.".encode("latin-1"))
    loaded = load([file])
    assert loaded.articles[0].text == "Der Rat hat für den Plan gestimmt."
    assert "Windows-1252" in sentences(loaded.problems)[0]
    assert not loaded.lost


def test_the_samples_are_read_whole(seeds: list[Path]) -> None:
    loaded = load(seeds)
    assert [a.text for a in loaded.articles] == [p.read_text("utf-8") for p in seeds]
    assert not loaded.problems
