from pathlib import Path

import pytest

from seedreader import paths


def test_the_environment_chooses_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEEDREADER_DATA", str(tmp_path / "mine"))
    assert paths.data_dir() == tmp_path / "mine"
    assert paths.notebook_file() == tmp_path / "mine" / "notebook.sqlite"
    assert not (tmp_path / "mine").exists()


def test_without_it_the_platform_does(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SEEDREADER_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.data_dir().name == "seedreader"
    assert list(tmp_path.iterdir()) == []


def test_the_samples_are_found() -> None:
    assert len(list(paths.samples().glob("*.txt"))) == 5


def test_missing_samples_are_one_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "src" / "seedreader" / "paths.py"))
    with pytest.raises(FileNotFoundError, match="sample articles are missing"):
        paths.samples()
