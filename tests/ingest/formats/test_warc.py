from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats import html as saved_page
from seedreader.ingest.formats.warc import read
from seedreader.ingest.raw_document import Documents
from tests.ingest.warc_builder import answer, arc, html, lz4, packed, page, record

SOURCE = SourceId("file:///a.warc")
MILL, PIER = "https://gazette.example/mill", "https://gazette.example/pier"
RULES = b"User-agent: any " * 50
TWO = (page(MILL, "The mill closed"), page(PIER, "The pier opened"))


def titles(data: bytes) -> list[str]:
    return [str(document.declared["title"].value) for document in registry.read(data, SOURCE).documents]


def test_a_page_is_an_article_with_its_address_and_the_time_of_its_capture() -> None:
    (document,), problems = read(page(MILL, "The mill closed"), SOURCE)
    assert (document.member, document.retrieved, problems) == (
        MILL, datetime(2025, 3, 21, 10, tzinfo=UTC), (),
    )  # fmt: skip
    assert document.declared["url"].value == MILL
    assert document.text.startswith("The mill closed\n\nThe mill in Tarn closed on Monday")


@pytest.mark.parametrize(
    "data",
    [
        b"".join(TWO),
        packed(*TWO),
        gzip.compress(b"".join(TWO)),
        lz4(b"".join(TWO)),
        arc((MILL, answer(html("The mill closed"))), (PIER, answer(html("The pier opened")))),
        gzip.compress(arc((MILL, answer(html("The mill closed"))), (PIER, answer(html("The pier opened"))))),
        b"".join(TWO).replace(b"WARC/1.1", b"WARC/0.18").replace(b"\r\n", b"\n"),
    ],
    ids=["plain", "packed", "packed as a whole", "lz4", "arc", "arc.gz", "line feeds alone"],
)
def test_pages_are_read_however_they_are_packed(data: bytes) -> None:
    assert titles(data) == ["The mill closed", "The pier opened"]


TEXT = "The mill in Tarn closed on Monday, the council said. " * 8
PAID = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "isAccessibleForFree": false, "wordCount": 900}</script>'
)


@pytest.mark.parametrize(
    "content",
    [
        html("The mill closed", more=PAID),
        html("The mill closed", TEXT).partition(b"said. The")[0] + b"said. The mill",
        html("Just a moment...", "Verify you are human."),
        b"<!doctype html><html><body><script>app()</script></body></html>",
        html("The mill closed", "Die Mühle in Tarn schloß am Montag.").decode().encode("cp1252"),
        html("The mill closed"),
    ],
    ids=["teaser", "cut", "check", "scripts", "encoding", "sound"],
)
def test_an_archive_says_of_a_page_what_a_saved_file_says(content: bytes) -> None:
    problems = read(record("response", MILL, answer(content)), SOURCE).problems
    try:
        same = saved_page.read(content, SourceId("file:///mill.html")).problems
    except IngestError as error:
        same = (error.problem, Problem("", "nothing", "1 record, none of them a page"))
    assert [each._replace(source="") for each in problems] == list(same)
    assert {each.source for each in problems if each.kind != "nothing"} <= {MILL}


def test_of_pages_that_show_nothing_only_one_that_was_opened_is_told() -> None:
    empty = b"<!doctype html><html><body><script>app()</script></body></html>"
    asked = b"GET / HTTP/1.1\r\nHost: gazette.example\r\nSec-Fetch-Dest: document\r\n\r\n"
    frame = record("response", "https://ads.example/f", answer(empty))
    assert read(page(MILL, "The mill closed") + frame, SOURCE).problems == ()
    opened = record("request", PIER, asked) + record("response", PIER, answer(empty))
    mill = record("request", MILL, asked) + page(MILL, "The mill closed")
    assert [each.source for each in read(mill + opened, SOURCE).problems] == [PIER]


def test_what_belongs_to_a_page_is_no_page() -> None:
    data = b"".join((
        record("warcinfo", "", b"software: x", media="application/warc-fields"),
        record("request", MILL, b"GET / HTTP/1.1\r\nHost: gazette.example\r\n\r\n"),
        page(MILL, "The mill closed", more="<iframe src='/ad?a=1&amp;b=2'></iframe>"),
        page("https://gazette.example/ad?a=1&b=2", "Buy now"),
        record("response", "https://gazette.example/x.json", answer(b'{"a": 1}')),
        record("response", "https://gazette.example/x.png", answer(b"\x89PNG", media="image/png")),
        record("response", "https://gazette.example/gone", answer(html("Gone"), status=404)),
        record("resource", "metadata://wget.log", b"a log " * 99, media="text/plain"),
        record("response", "https://gazette.example/robots.txt", answer(RULES, media="text/plain")),
        record("revisit", MILL, answer(b""), day="2025-03-22T10:00:00Z"),
    ))  # fmt: skip
    (document,), problems = read(data, SOURCE)
    assert (document.member, problems) == (MILL, ())


def test_what_a_browser_asked_for_as_a_frame_is_no_page() -> None:
    asked = "GET / HTTP/1.1\r\nSec-Fetch-Dest: {}\r\n\r\n"
    data = b"".join((
        *TWO,
        record("request", MILL, asked.format("document").encode()),
        record("request", PIER, asked.format("iframe").encode()),
    ))  # fmt: skip
    assert titles(data) == ["The mill closed"]


def test_a_list_of_pages_in_the_archive_decides() -> None:
    listed = b'json-metadata: {"pages": [{"url": "http://gazette.example/start"}]}\r\n'
    moved = record("response", "http://gazette.example/start", answer(b"", status=301, Location="/pier"))
    assert titles(b"".join((record("warcinfo", "", listed), moved, *TWO))) == ["The pier opened"]


def test_captures_of_one_address_are_versions_and_the_same_words_again_are_none() -> None:
    first, again, changed = (
        page(MILL, "The mill closed", f"2025-03-2{day}T10:00:00Z", text=text)
        for day, text in ((1, "Forty lost work."), (2, "Forty lost work."), (3, "Fifty lost work."))
    )
    documents = read(first + again + changed, SOURCE).documents
    assert [(d.member, d.retrieved.day if d.retrieved else 0) for d in documents] == [(MILL, 21), (MILL, 23)]


def test_bodies_are_unpacked_however_they_were_sent() -> None:
    words = html("The mill closed")
    raw = zlib.compressobj(wbits=-15)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(words), words)
    answers = (
        answer(gzip.compress(words), Content_Encoding="gzip"),
        answer(words, Content_Encoding="gzip"),
        answer(gzip.compress(words)[:-9], Content_Encoding="x-gzip"),
        answer(zlib.compress(words), Content_Encoding="deflate"),
        answer(raw.compress(words) + raw.flush(), Content_Encoding="deflate"),
        answer(chunked, Transfer_Encoding="chunked"),
        answer(words, Transfer_Encoding="chunked"),
        answer(words, Content_Length="5"),
    )
    for each in answers:
        assert titles(record("response", MILL, each)) == ["The mill closed"], each[:80]


@pytest.mark.parametrize("wrong", [-40, 60, 100_000])
def test_a_wrong_length_costs_no_other_record(wrong: int) -> None:
    block = answer(html("The mill closed"))
    data = record("response", MILL, block, length=len(block) + wrong) + TWO[1]
    assert titles(data) == ["The mill closed", "The pier opened"]


def test_an_empty_line_inside_a_head_costs_no_record() -> None:
    broken = TWO[0].replace(b"Content-Type: application/http", b"\r\nContent-Type: application/http", 1)
    assert titles(broken + TWO[1]) == ["The mill closed", "The pier opened"]


def test_a_damaged_member_is_counted_and_the_rest_is_read() -> None:
    first, second = map(gzip.compress, TWO)
    damaged = first[:40] + bytes(40) + first[80:]
    found = read(damaged + second, SOURCE)
    assert [d.member for d in found.documents][-1] == PIER
    assert Problem("", "lost", "1 record in it could not be read") in found.problems


def test_an_archive_that_was_cut_gives_what_is_whole_and_says_so() -> None:
    whole = packed(*TWO)
    found = read(whole[:-60], SOURCE)
    assert found.documents[0].member == MILL
    assert [problem.kind for problem in found.problems] == ["truncated"]


def test_text_that_was_made_of_pages_is_read() -> None:
    text = "Der Rat hat für den Plan gestimmt.\n".encode()
    (document,), _ = read(record("conversion", MILL, text, media="text/plain"), SOURCE)
    assert (document.text, document.media_type) == ("Der Rat hat für den Plan gestimmt.", "text/plain")


def test_a_page_whose_words_are_in_another_file_is_told() -> None:
    found = read(TWO[0] + record("revisit", PIER, answer(b"")), SOURCE)
    assert "1 page in it only points to a capture in another file" in found.problems[0].detail


def test_an_archive_without_a_page_says_why() -> None:
    with pytest.raises(IngestError, match="1 record, none of them a page"):
        read(record("warcinfo", "", b""), SOURCE)
    with pytest.raises(IngestError, match=r"error \(403\)"):
        read(record("response", MILL, answer(html("No"), status=403)), SOURCE)


def test_brotli_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    found = read(
        TWO[1] + record("response", MILL, answer(b"\x0b\x02\x80\x03", Content_Encoding="br")), SOURCE
    )
    assert Problem("", "extra", "warc") in found.problems
    assert len(found.documents) == 1


def _read(data: bytes) -> Documents | None:
    try:
        return registry.read(data, SOURCE)
    except IngestError:
        return None


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([b"".join(TWO), packed(*TWO), lz4(b"".join(TWO))]), st.data())
def test_a_changed_byte_or_an_early_end_raises_nothing_else(data: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(data) - 1))
    _read(data[:at])
    _read(data[:at] + bytes([draw.draw(st.integers(0, 255))]) + data[at + 1 :])
