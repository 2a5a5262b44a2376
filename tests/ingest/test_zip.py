from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest import zip as archives
from seedreader.ingest.errors import IngestError
from seedreader.ingest.zip import open_zip


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_names_and_bytes() -> None:
    archive = open_zip(packed({"a/b.txt": b"words", "c": b""}))
    assert (archive.names, archive.read("a/b.txt"), archive.read("c"), archive.complete) == (
        ("a/b.txt", "c"), b"words", b"", True,
    )  # fmt: skip
    with pytest.raises(IngestError, match="holds no d"):
        archive.read("d")


def test_names_that_climb_out_are_left_out() -> None:
    names = ("../a", "/b", "c/../../d", "..\\e", "C:/f", "good")
    assert open_zip(packed(dict.fromkeys(names, b"x"))).names == ("good",)


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = open_zip(packed({"bomb": bytes(8_000_000)}))
    with pytest.raises(IngestError, match="more than 1 MB"):
        archive.read("bomb", most=2**20)
    with pytest.raises(IngestError, match="a thousand times"):
        archive.read("bomb")
    monkeypatch.setattr(archives, "MEMBERS", 20)
    with pytest.raises(IngestError, match="archive of more than"):
        open_zip(packed({str(number): b"" for number in range(21)}))


def test_what_comes_before_a_cut_is_read() -> None:
    words = bytes(range(256)) * 40
    data = packed({"a": b"first", "b": words})
    archive = open_zip(data[: data.index(b"PK\x01\x02") - 30])
    assert not archive.complete
    assert archive.read("a") == b"first"
    assert words.startswith(archive.read("b"))
    assert len(archive.read("b")) > 1


@given(st.binary(max_size=400))
def test_any_bytes_are_an_archive_or_an_error(data: bytes) -> None:
    try:
        archive = open_zip(b"PK\x03\x04" + data)
        for name in archive.names:
            archive.read(name)
    except IngestError:
        pass
