from __future__ import annotations

import io
import os
import socket
from datetime import date
from pathlib import Path

import pytest

from seedreader.ingest import folders, registry
from seedreader.ingest.errors import READ, sentences
from seedreader.ingest.load_files import load


def test_a_folder_gives_its_text_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", ".hidden.txt", "notes.md", "photo.xyz"):
        (tmp_path / name).write_text("A sentence to read.")
    assert [a.name for a in load([tmp_path]).articles] == ["a", "b", "notes"]


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
        f"{folder}: holds no file that can be read ({READ}).",
        f"{tmp_path / 'missing.txt'}: does not exist.",
    )


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("A sentence to read.")

    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    assert sentences(load([file]).problems) == (
        f"{file}: may not be read (permission denied); make it readable, or copy it.",
    )


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.txt"
    file.write_text("A sentence to read.")
    monkeypatch.setattr(registry, "MAX_BYTES", 5)
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


def test_a_folder_is_read_all_the_way_down_without_what_programs_keep_in_it(tmp_path: Path) -> None:
    kept = ("a.txt", "2025/03/b.txt", "tag:reuters.example,2016:newsml_L1N14N0FF", "c.txt/d.txt")
    left = (
        "node_modules/x/r.txt", ".git/x.txt", "page_files/frame.txt", "Bericht-Dateien/frame.txt",
        "LICENSE", "notes~",        "build/x.txt",
    )  # fmt: skip
    for name in (*kept, *left):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("---\ntitle: A title\n---\nA sentence to read.")
    (tmp_path / "Bericht.htm").touch()
    found = {str(file.relative_to(tmp_path)) for file in folders.files(tmp_path) if isinstance(file, Path)}
    assert found - {"Bericht.htm"} == set(kept)


def test_links_that_go_round_or_nowhere_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A sentence to read.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "itself.txt").symlink_to(tmp_path / "itself.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "again.txt").symlink_to(tmp_path / "a.txt")
    loaded = load([tmp_path])
    assert [a.text for a in loaded.articles] == ["A sentence to read."]
    assert sentences(loaded.problems) == sentences(
        load([tmp_path / "itself.txt", tmp_path / "nowhere.txt"]).problems
    )
    assert [each.partition(": ")[2] for each in sentences(loaded.problems)] == [
        "is a link that leads round to itself; name the file itself.",
        "is a link to what does not exist; look where that went, and name it.",
    ]
    (tmp_path / "sub" / "round").symlink_to(tmp_path / "sub" / "round")
    assert [each.kind for each in load([tmp_path / "sub" / "round"]).problems] == ["unreadable"]


def test_a_link_to_a_file_outside_is_told_and_followed_only_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A text outside.")
    (tmp_path / "inside").mkdir()
    link, unnamed = tmp_path / "inside" / "link.txt", tmp_path / "inside" / "link"
    link.symlink_to(tmp_path / "secret.txt")
    unnamed.symlink_to(tmp_path / "secret.txt")
    (tmp_path / "inside" / "a.txt").write_text("A text to read.")
    found = load([tmp_path / "inside"])
    assert [article.name for article in found.articles] == ["a"]
    assert sentences(found.problems) == (
        f"{link}: is a link to a file outside the folder named, and was not followed; name that file.",
    )
    assert [article.text for article in load([link]).articles] == ["A text outside."]


def test_pipes_sockets_and_devices_are_told_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        told = sentences(load([tmp_path, "/dev/zero", "/dev/null"]).problems)
    assert told == (
        f"{tmp_path / 'pipe.txt'}: is a pipe, not a file; name a file or a folder, or pipe it into `-`.",
        f"{tmp_path / 'socket.txt'}: is a socket, not a file; name a file or a folder, or pipe it into `-`.",
        "/dev/zero: is a device, not a file; name a file or a folder, or pipe it into `-`.",
        "/dev/null: is a device, not a file; name a file or a folder, or pipe it into `-`.",
    )


def test_a_folder_with_too_many_files_is_read_in_part_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MOST_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("A sentence to read.")
    loaded = load([tmp_path])
    assert ([a.name for a in loaded.articles], [p.kind for p in loaded.problems]) == (["a", "b"], ["many"])


def test_standard_input_is_a_file_whose_words_are_its_name() -> None:
    words = b"A sentence to read."
    first, again = (load(["-", "-"], io.BytesIO(words)).articles for _ in range(2))
    assert [a.text for a in first] == ["A sentence to read."]
    assert first[0].source == again[0].source
    assert (first[0].name, first[0].path) == ("standard input", "-")
    assert sentences(load(["-"], io.BytesIO(b"")).problems) == ("standard input: is empty.",)


def test_standard_input_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MAX_BYTES", 2**20)
    with Path("/dev/zero").open("rb") as endless:
        assert "more than the 1 MB" in sentences(load(["-"], endless).problems)[0]


def test_a_sidecar_tells_of_the_files_of_its_folder_and_those_below(tmp_path: Path) -> None:
    sub = tmp_path / "sub"
    sub.mkdir()
    for file in (tmp_path / "a.txt", sub / "b.txt"):
        file.write_text("A sentence to read.")
    (tmp_path / "story.toml").write_text(
        'outlet = "Harbour Gazette"\nlanguage = "en"\n["sub/b.txt"]\ntitle = "The mill"\n'
        'published = 2025-03-21\nurl = "https://g.example"\n'
    )
    (sub / "story.toml").write_text('outlet = "Tarn Post"\ncolour = "red"\n')
    loaded = load([tmp_path])
    a, b = loaded.articles
    assert (a.outlet, a.title, a.provenance.outlet) == ("Harbour Gazette", None, "story.toml")
    assert (b.outlet, b.title, b.published, b.url, b.language) == (
        "Tarn Post", "The mill", date(2025, 3, 21), "https://g.example", "en",
    )  # fmt: skip
    assert sentences(loaded.problems) == (f"{sub / 'story.toml'}: says what is not understood: colour.",)
    assert load([sub / "b.txt"]).articles[0].outlet == "Tarn Post"


def test_a_sidecar_that_is_no_toml_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A sentence to read.")
    (tmp_path / "story.toml").write_text("outlet: Gazette")
    loaded = load([tmp_path])
    assert len(loaded.articles) == 1
    assert "is not TOML" in sentences(loaded.problems)[0]


def test_files_that_a_folder_leaves_out_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text to read.")
    (tmp_path / "article-1").write_text("A text without an ending.")
    (tmp_path / "page.asp").write_text("<html><body><p>A page to read.</p></body></html>")
    (tmp_path / "code.asp").write_text("Response.Write 1")
    (tmp_path / "b.log").write_text("A log.")
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff\xe0" + bytes(64))
    (tmp_path / ".hidden").write_text("Not told.")
    found = load([tmp_path])
    assert sorted(article.name for article in found.articles) == ["a", "article-1", "page"]
    (problem,) = found.problems
    assert (problem.source, problem.detail) == (str(tmp_path), "3 files were left out (.asp, .log)")
    assert not found.lost


def test_a_link_to_a_folder_outside_is_told_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Not to be read.")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").write_text("A text to read.")
    (inside / "up").symlink_to(tmp_path)
    found = load([inside])
    assert [article.name for article in found.articles] == ["a"]
    assert [(problem.source, problem.kind) for problem in found.problems] == [
        (str(inside / "up"), "left-out")
    ]


@pytest.mark.parametrize("name", ["story.toml", "Story.toml"])
@pytest.mark.parametrize("key", ["a.txt", '"a.txt"', 'files."a.txt"', "files.a.txt"])
def test_what_is_said_of_a_file_needs_no_quotes(tmp_path: Path, name: str, key: str) -> None:
    (tmp_path / "a.txt").write_text("A text to read.")
    (tmp_path / name).write_text(f'[{key}]\ntitle = "Given"\n')
    found = load([tmp_path])
    assert ([article.title for article in found.articles], found.problems) == (["Given"], ())


def test_names_and_values_in_story_toml_that_mean_nothing_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text to read.")
    (tmp_path / "story.toml").write_text('published = "yesterday"\n["nosuch.txt"]\ntitle = "Given"\n')
    (said,) = sentences(load([tmp_path]).problems)
    assert "published (“yesterday” is no day such as 2025-03-21)" in said
    assert "names what is not there: nosuch.txt" in said


def test_lines_at_the_top_of_a_text_that_are_not_understood_are_told(tmp_path: Path) -> None:
    head = "Title: Given one\nSource: Kyst\nDate: tomorrow\nURL: a.example\n\n"
    (tmp_path / "a.txt").write_text(head + "A text to read.")
    found = load([tmp_path])
    assert [article.title for article in found.articles] == ["Given one"]
    (problem,) = found.problems
    assert "Date (“tomorrow” is no day" in problem.detail
    assert "URL (“a.example” is no address" in problem.detail


@pytest.mark.parametrize("ending", [".pdf", ".epub", ".zip"])
def test_a_text_with_the_name_of_another_format_is_told_to_be_text(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("A text to read.")
    (said,) = sentences(load([path]).problems)
    assert said == f"{path}: is text, although its name ends in {ending}; rename it to end in .txt."


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_an_encoding_has_one_spelling(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(b"<p>" * (ending == ".html") + "Größe über alles für die Bürger. ".encode("cp1252") * 4)
    (problem,) = load([path]).problems
    assert problem.detail == "Windows-1252"
