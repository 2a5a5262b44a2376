from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from seedreader.article import SourceId
from seedreader.ingest import packed_folder, registry
from seedreader.ingest.errors import IngestError

SOURCE = SourceId("file:///a.bin")
Pack = Callable[[dict[str, bytes]], bytes]


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


WORDS = b"A sentence to read."
FILES = {
    "a.txt": WORDS, "sub/b.txt": WORDS, "sub/story.toml": b'outlet = "Tarn Post"', "sub/.hidden.txt": WORDS,
    "__MACOSX/a.txt": WORDS, "../../etc/evil.txt": WORDS, "/abs.txt": WORDS, "photo.jpg": b"\xff\xd8\xff",
    "c.txt": b"",
}  # fmt: skip


@pytest.mark.parametrize("pack", [zipped, tarred, lambda files: tarred(files, "w:gz")])
def test_an_archive_of_files_opens_as_a_folder_does(pack: Pack) -> None:
    found = registry.read(pack(FILES), SOURCE)
    assert [(document.member, document.declared["name"].value) for document in found.documents] == [
        ("a.txt", "a"), ("sub/b.txt", "b"),
    ]  # fmt: skip
    assert found.documents[1].declared["outlet"].value == "Tarn Post"
    assert [(problem.source, problem.kind) for problem in found.problems] == [
        ("c.txt", "empty"), ("../../etc/evil.txt", "left-out"), ("/abs.txt", "left-out"), ("", "left-out"),
    ]  # fmt: skip
    assert found.problems[-1].detail == "1 file was left out (.jpg)"


def test_of_two_files_of_one_name_both_are_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.txt", "The first text.")
        archive.writestr("a.txt", "The second text.")
    found = registry.read(buffer.getvalue(), SOURCE)
    assert {document.text for document in found.documents} == {"The first text.", "The second text."}


def test_a_cut_archive_names_and_marks_the_file_that_is_cut() -> None:
    noise = "".join(f"{number * 7919 % 10007} boats. " for number in range(2000)).encode()
    data = zipped({"a.txt": WORDS, "b.txt": noise})
    found = registry.read(data[: len(data) // 2], SOURCE)
    assert [(problem.source, problem.kind) for problem in found.problems] == [("b.txt", "truncated")]
    assert [[mark.kind for mark in document.marks] for document in found.documents] == [[], ["cut"]]


def test_a_page_of_a_server_and_a_text_without_ending_are_read() -> None:
    files = {
        "a.php": b"<!doctype html><p>Words of a page to read.",
        "b.php": b"<?php echo 1;",
        "article-1": WORDS,
    }
    assert {document.member for document in registry.read(zipped(files), SOURCE).documents} == {
        "a.php",
        "article-1",
    }


def test_archives_in_archives_are_opened_up_to_a_depth() -> None:
    data = zipped({"a.txt": WORDS})
    members = []
    for _ in range(packed_folder.DEPTH):
        data = zipped({"in.zip": data})
        members.append(registry.read(data, SOURCE).documents[0].member)
    assert members == ["in.zip!/a.txt", "in.zip!/in.zip!/a.txt"]
    found = registry.read(zipped({"in.zip": data}), SOURCE)
    assert (found.documents, "too deep" in found.problems[0].detail) == ((), True)


def test_what_unpacks_to_too_much_is_refused() -> None:
    bomb = zipped({"a.txt": bytes(80 * 2**20), "b.txt": WORDS})
    found = registry.read(bomb, SOURCE)
    assert [document.member for document in found.documents] == ["b.txt"]
    assert [problem.kind for problem in found.problems] == ["large"]


def test_an_archive_without_a_text_says_so() -> None:
    with pytest.raises(IngestError, match="no file that can be read"):
        registry.read(zipped({"photo.jpg": b"\xff\xd8\xff"}), SOURCE)


@pytest.mark.parametrize(
    "data", [zipped({"a.txt": WORDS})[:20], b"PK\x03\x04" + bytes(50)], ids=["cut", "empty"]
)
def test_a_broken_archive_is_told(data: bytes) -> None:
    with pytest.raises(IngestError):
        registry.read(data, SOURCE)
