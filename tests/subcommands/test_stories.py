from __future__ import annotations

import json
from pathlib import Path

import pytest

from seedreader import cli
from seedreader.article import SourceCorrection, SourceId
from seedreader.cli import main
from seedreader.notebook import Notebook
from seedreader.paths import notebook_file
from seedreader.session.source_filter import source_filter
from seedreader.shelf.loading import is_story
from seedreader.shelf.opening import opened

PIER = "The harbour council approved the new pier on Monday. It will cost 4 million euros, Ana Ruiz said.\n"
MILL = "The mill closed in May after ninety years. Forty people lost their work, the union said on Tuesday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "pier.txt").write_text(PIER)
    (folder / "mill.txt").write_text(MILL)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


class Said:
    """What the last command wrote, and its exit status."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def by(self, *arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        found = self._capsys.readouterr()
        return status, found.out.strip(), found.err.replace("seedreader: ", "").strip()


def test_a_story_is_kept_listed_renamed_and_archived(folder: Path, said: Said) -> None:
    assert said.by("list")[2] == "No story is kept yet: `seedreader new NAME PATH…` keeps one."
    assert said.by("new", "Harbour news", "texts") == (
        0,
        "Kept “Harbour news”: 2 sources. `seedreader open 'Harbour news'` opens it.",
        "",
    )
    assert said.by("list")[1] == "Harbour news  2 sources · 2 unread · not opened yet"
    assert said.by("list", "harbour NEWS")[1].splitlines() == [
        f"1 mill · unread · {folder / 'mill.txt'}",
        f"2 pier · unread · {folder / 'pier.txt'}",
    ]
    assert said.by("rename", "harbour news", "Pier")[1] == "“Harbour news” is called “Pier” now."
    assert (
        said.by("archive", "Pier")[1]
        == "“Pier” is archived; `seedreader archive --back Pier` brings it back."
    )
    assert said.by("list")[1:] == (
        "",
        "All are archived.\n1 archived story not shown: --archived lists it.",
    )
    assert said.by("list", "--archived")[1].endswith("· archived")
    assert said.by("archive", "Pier")[1] == "“Pier” is archived already."
    assert said.by("archive", "--back", "Pier")[1] == "“Pier” is back in the list."
    assert [story.name for story in Notebook(notebook_file()).shelf.stories()] == ["Pier"]


@pytest.mark.usefixtures("folder")
def test_sources_come_and_go(said: Said) -> None:
    said.by("new", "Pier", "texts/pier.txt")
    assert said.by("add", "Pier", "texts/mill.txt")[1] == "1 source added to “Pier”."
    assert said.by("remove", "Pier", "MILL")[1].startswith("1 source removed from “Pier”")
    assert said.by("remove", "Pier", "mill")[0::2] == (
        2,
        "“mill” is no source of “Pier”: `seedreader list Pier` numbers them.",
    )
    assert said.by("remove", "Pier", "1")[0] == 0
    assert said.by("list", "Pier")[2] == (
        "The story “Pier” has no sources: `seedreader add Pier PATH…` adds some."
    )
    assert said.by("report", "Pier")[0] == 2


@pytest.mark.usefixtures("folder")
def test_what_fits_several_sources_is_refused(said: Said) -> None:
    said.by("new", "Both", "texts")
    assert said.by("remove", "Both", ".txt")[2] == (
        "“.txt” fits 2 sources of “Both”: `seedreader list Both` numbers them."
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "A story needs a name: give it one or a few words."),
        ("texts/pier", "“texts/pier” looks like a path, an address or an option"),
        (".hidden", "looks like a path"),
        ("https://example.org", "looks like a path"),
        ("a" * 81, "The name has 81 characters; 80 at most fit into the list."),
        ("bell\a", "The name has characters in it that can't be shown: leave them out."),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_no_name_is_refused_and_nothing_is_written(said: Said, name: str, told: str) -> None:
    status, out, error = said.by("new", name, "texts")
    assert (status, out) == (2, "")
    assert told in error
    assert not notebook_file().exists()


@pytest.mark.usefixtures("folder")
def test_a_name_that_is_taken_or_unknown_is_told_with_those_like_it(said: Said) -> None:
    said.by("new", "Harbour", "texts")
    assert said.by("new", "HARBOUR", "texts")[2] == (
        "A story “Harbour” is kept already: choose another name, or add to it with `seedreader add`."
    )
    assert said.by("rename", "Harbor", "x")[2] == "No story “Harbor” is kept; did you mean “Harbour”?"
    assert said.by("rename", "zzz", "x")[2] == (
        "No story “zzz” is kept: `seedreader list` lists those that are."
    )
    status, _, error = said.by("report", "harbou")
    assert status == 2
    assert "No story “harbou” is kept; did you mean “Harbour”?" in error
    assert "harbou: does not exist." in error
    said.by("new", "Other", "texts/mill.txt")
    assert said.by("rename", "Other", "harbour")[2] == (
        "A story “Harbour” is kept already: choose another name."
    )


@pytest.mark.usefixtures("folder")
def test_nothing_is_begun_where_nothing_can_be_read(said: Said) -> None:
    status, _, error = said.by("new", "Pier", "none.txt")
    assert status == 2
    assert error.endswith("The story “Pier” was not begun: nothing in what you named could be read.")
    assert not notebook_file().exists()


def test_a_name_stands_where_a_path_does(folder: Path, said: Said) -> None:
    said.by("new", "Harbour", "texts")
    (folder / "pier.txt").rename(folder / "p.txt")
    status, out, error = said.by("analyze", "harbour", "--json")
    assert status == 0
    assert [Path(article["path"]).name for article in json.loads(out)["articles"]] == ["mill.txt", "p.txt"]
    assert error == (
        f"{folder / 'pier.txt'}: was not at its place any more; the file is {folder / 'p.txt'} now."
    )
    assert "2 sources" in said.by("report", "Harbour")[1]
    assert [line.partition(",")[0] for line in said.by("cite", "Harbour")[1].splitlines()] == ["mill", "p"]


@pytest.mark.usefixtures("folder")
def test_articles_of_a_kept_story_are_one_story_whatever_they_tell_of(said: Said) -> None:
    said.by("new", "Harbour", "texts")
    assert "2 sources" in said.by("report", "Harbour")[1]
    assert "2 stories" not in said.by("report", "Harbour")[1]


@pytest.mark.usefixtures("folder")
def test_the_report_of_a_kept_story_has_its_name(said: Said) -> None:
    said.by("new", "Harbour", "texts")
    assert said.by("report", "Harbour")[1].splitlines()[:2] == ["Harbour", "======="]


def test_a_corrected_outlet_is_told_until_that_is_undone(folder: Path, said: Said) -> None:
    said.by("new", "Harbour", "texts/pier.txt")
    notebook = Notebook(notebook_file())
    source = SourceId((folder / "pier.txt").as_uri())
    outlet = SourceCorrection(source, "outlet", "Pier Post")
    notebook.correct_source(outlet)
    assert said.by("list", "Harbour")[1].startswith("1 Pier Post · unread")
    assert said.by("remove", "Harbour", "pier post")[0] == 0
    said.by("add", "Harbour", "texts/pier.txt")
    story = opened(notebook.shelf.stories()[0], notebook)
    chosen = story.only(source_filter(outlets=["post"]), [outlet])
    assert [article.outlet for article in chosen.articles] == [None]
    assert story.only(source_filter(outlets=["post"])).articles == ()
    notebook.withdraw_correction(outlet)
    assert said.by("list", "Harbour")[1].startswith("1 pier · unread")


def test_a_path_that_exists_wins_and_that_is_said(folder: Path, said: Said, tmp_path: Path) -> None:
    said.by("new", "mill", "texts/mill.txt")
    (tmp_path / "mill").write_text(PIER)
    status, out, error = said.by("cite", "mill")
    assert (status, out.partition(",")[0]) == (0, "mill")
    assert str(folder) not in out
    assert error == (
        "mill is a path here and a kept story: the path was taken; `seedreader open 'mill'` opens the story."
    )
    assert said.by("new", "texts", "texts")[2] == (
        "There is a path texts here, too: `seedreader texts` opens that, `seedreader open texts` the story."
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Harbor"], "No story “Harbor” is kept; did you mean “Harbour”?"),
        (["Harbour", "--since", "May"], "“May” is no day, month or year: write 2025-03-21, 2025-03 or 2025."),
        (["--word", "pier"], "Name the story whose sources are to be chosen: `seedreader open NAME …`."),
        (["Harbour", "--word", "ferry"], "No source of “Harbour” fits ferry; without it all are read."),
    ],
)
def test_what_can_t_be_opened_is_said(
    said: Said, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    said.by("new", "Harbour", "texts")
    monkeypatch.setattr(cli, "_terminal_problem", lambda: None)
    try:
        status, _, error = said.by("open", *arguments)
    except SystemExit as ended:
        status, error = int(str(ended.code)), said._capsys.readouterr().err
    assert status == 2
    assert told in error


@pytest.mark.usefixtures("folder")
def test_a_notebook_that_can_t_be_read_keeps_no_path_from_being_read(said: Said) -> None:
    notebook_file().parent.mkdir(parents=True, exist_ok=True)
    notebook_file().write_bytes(b"no notebook at all" * 300)
    status, out, error = said.by("cite", "texts")
    assert (status, len(out.splitlines())) == (0, 2)
    assert error.endswith("What you said of the sources is left out.")
    status, _, error = said.by("cite", "Harbour")
    assert status == 2
    assert "is not a seedreader notebook" in error
    assert "Harbour: does not exist." in error


@pytest.mark.usefixtures("folder")
def test_without_any_story_a_name_is_told_how_to_begin(said: Said) -> None:
    assert said.by("add", "Harbour", "texts")[2] == (
        "No story “Harbour” is kept, and no other: `seedreader new NAME PATH…` keeps one."
    )


@pytest.mark.usefixtures("folder")
def test_what_serve_is_given_may_be_a_story(said: Said) -> None:
    assert not is_story("Harbour")
    said.by("new", "Harbour", "texts")
    assert is_story("harbour")
    assert not is_story("Harbor")
    assert not is_story("texts/pier.txt")
