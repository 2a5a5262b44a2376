from pathlib import Path

import pytest

from seedreader import cli, paths


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


@pytest.mark.parametrize("name", ["SEEDREADER_DATA", "SEEDREADER_CACHE", "SEEDREADER_CONFIG"])
@pytest.mark.parametrize("command", [["notes", "check"], ["report", "x.txt"], ["x.txt"]])
def test_the_home_of_nobody_is_told_in_one_sentence(
    name: str, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, "~no-such-user/x")
    assert cli.main(command) == 2
    assert capsys.readouterr().err == (
        f"seedreader: {name} is '~no-such-user/x', but there is no home folder of that user: "
        "name another place.\n"
    )
