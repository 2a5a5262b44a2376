from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import markdown
from seedreader.ingest.raw_document import RawDocument

SOURCE = SourceId("file:///a.md")


def read(text: str) -> RawDocument:
    (document,), _ = registry.read(text.encode(), SOURCE)
    return document


def kinds(document: RawDocument) -> list[tuple[str, str]]:
    return [(document.text[s.start : s.end], s.kind) for s in document.structure]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "The mill: closed"\nauthor:\n  - name: Ana Ruiz\n  - Bo Li\n'
        "date: 2025-03-21T10:00:00+02:00\n"
        "tags: [a, b]\nsource: Tarn Post\ncanonical_url: https://t.example/x  # here\nsummary: >\n  "
        "Folded\n---\n",
        '+++\ntitle = "The mill: closed"\nauthors = ["Ana Ruiz", "Bo Li"]\ndate = 2025-03-21\n'
        'source = "Tarn Post"\n'
        'url = "https://t.example/x"\n+++\n',
    ],
    ids=["yaml", "toml"],
)
def test_the_keys_on_top_tell_of_the_article_and_are_not_its_text(front: str) -> None:
    document = read(front + "\nForty people lost work.\n")
    assert {name: each.value for name, each in document.declared.items()} == {
        "title": "The mill: closed", "author": "Ana Ruiz, Bo Li", "published": date(2025, 3, 21),
        "outlet": "Tarn Post", "url": "https://t.example/x",
    }  # fmt: skip
    assert document.text == "The mill: closed\n\nForty people lost work."


def test_signs_go_and_words_stay() -> None:
    document = read(
        '# The **mill** closed\n\nIt was _old_; [forty](https://x.example/a_(b) "t") left\n'
        "the town\\*, see ![A photo](p.jpg)"
        " and <https://y.example>.  \nA line with `a*b` snake_case_word 2 * 3 &amp; x[^1] "
        "[[Page|wiki]].\n\n[ref]: https://z.example\n"
    )
    assert document.text == (
        "The mill closed\n\nIt was old; forty left the town*, see A photo and https://y.example.\n"
        "A line with a*b snake_case_word 2 * 3 & x[1] wiki."
    )
    assert document.declared["title"].value == "The mill closed"


def test_blocks_say_what_they_are() -> None:
    document = read(
        "Sub\n---\n\n> One\n> goes on\n\n- one\n- two\n  more\n1. [x] three\n\n| a | b |\n|---|---|\n"
        "| 1 | **2** |\n\n"
        "```\ncode *x*\n```\n\n***\n\n~~12,000~~ 11,000 men\n\n<div><p>Inside <b>markup</b></p></div>\n"
    )
    assert kinds(document)[:5] == [
        ("Sub", "heading"), ("One goes on", "quotation"), ("• one\n• two more\n1. three", "list"),
        ("a | b\n1 | 2", "table"), ("code *x*", "paragraph"),
    ]  # fmt: skip
    assert ("12,000", "deleted") in kinds(document)
    assert document.text.endswith("Inside markup")


def test_front_matter_tells_the_format_without_a_suffix() -> None:
    found = registry.read(b"---\ntitle: The mill\n---\n\n# Sub\n\nWords.", SourceId("file:///a.txt"))
    assert found.documents[0].media_type == "text/markdown"


def test_nothing_to_read_is_said() -> None:
    with pytest.raises(IngestError, match="empty"):
        read("---\ntags: []\n---\n")


@settings(max_examples=60)
@given(st.text(st.sampled_from("ab \n*_~`[]()<>!#-+|>1.\\&;:\"'"), max_size=300))
def test_any_text_gives_ranges_inside_it(said: str) -> None:
    try:
        (document,) = markdown.read(said.encode(), SOURCE).documents
    except IngestError:
        return
    assert all(0 <= s.start < s.end <= len(document.text) for s in document.structure)


@pytest.mark.parametrize("sign", ["[", "**", "~~", "`", "<!--", "> ", "<b ", "![", "_a", "- ", "|", "]("])
def test_signs_that_never_end_are_read_as_they_stand(sign: str) -> None:
    """Patterns that tried each sign with each other would take hours here."""
    with contextlib.suppress(IngestError):
        assert read("x " + sign * 20_000).text.startswith("x")
