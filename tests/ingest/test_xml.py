from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest import xml
from seedreader.ingest.data_sniffing import xml_root
from seedreader.ingest.errors import IngestError


def text(document: bytes | str) -> str:
    return xml.text_of(xml.parse(document).root)


def test_an_entity_that_the_file_declares_is_not_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y "&x;&x;"><!-- don\'t -->]><a>&y; stays</a>'
    assert text(bomb) == "&y; stays"


def test_no_file_is_read_for_an_entity(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "secret").write_text("secret")
    assert "secret" not in text(f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><a>&x;</a>')


def test_entities_of_html_are_characters() -> None:
    assert (
        text("<a>caf&eacute;&nbsp;&mdash; 5 &lt; 6 &amp; R&D &#151; &unknown;</a>")
        == "café — 5 < 6 & R&D — &unknown;"
    )


def test_utf_8_beats_what_is_declared() -> None:
    assert text('<?xml version="1.0" encoding="iso-8859-1"?><a>Décès</a>'.encode()) == "Décès"


def test_a_declared_encoding_is_taken_where_it_is_no_utf_8() -> None:
    russian = "Правительство объявило о мерах"
    assert text(f'<?xml version="1.0" encoding="koi8-r"?><a>{russian}</a>'.encode("koi8-r")) == russian


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_encodings_are_known_with_and_without_a_mark(encoding: str) -> None:
    assert text("<a><b>Größe der Stadt</b></a>".encode(encoding)) == "Größe der Stadt"


def test_control_characters_are_dropped() -> None:
    assert text("<a>one\x0b two\x1f three&#8; four</a>") == "one two three four"


def test_what_is_cut_off_is_read_and_told() -> None:
    parsed = xml.parse("<rss><item><title>A & B</title><text>the last wor")
    assert xml.text_of(xml.first(parsed.root, "text")) == "the last wor"
    assert not parsed.complete


def test_wrong_end_tags_close_what_is_open() -> None:
    root = xml.parse("<a><p>one <b>two</p></i><p>three</p></a>").root
    assert [xml.text_of(each) for each in xml.all_of(root, "p")] == ["one two", "three"]


def test_a_prefix_that_was_never_declared_is_told() -> None:
    element = xml.first(xml.parse("<a><content:encoded>x</content:encoded></a>").root, "encoded")
    assert element is not None
    assert xml.namespace(element) == "content"


def test_deep_nesting_keeps_the_text() -> None:
    depth = 50_000
    assert text("<a>" * depth + "deep" + "</a>" * depth) == "deep"
    assert text("<a>" * depth + "deep") == "deep"


def test_nothing_of_xml_is_told() -> None:
    with pytest.raises(IngestError, match="holds no XML element"):
        xml.parse("plain words & more")


@pytest.mark.parametrize(
    ("head", "root"),
    [
        (b"<rss version='2.0'>", "rss"),
        (
            b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a > b --><!DOCTYPE x [<!ENTITY a '>'>]>\n<n:feed"
            b" a='1'>",
            "feed",
        ),
        ("<a>x</a>".encode("utf-16"), "a"),
        (b"words < and > more", ""),
        (b"<", ""),
        (b"", ""),
    ],
)
def test_the_root_is_known_from_the_front(head: bytes, root: str) -> None:
    assert xml_root(head) == root


pieces = st.sampled_from(
    ["<a>", "</a>", "<b c='d'>", "</b>", "<x:y xmlns:x='z'/>", "&", "&amp;", "&#0;", "&#x110000;",
    "<![CDATA[", "]]>",
     "<!--", "-->", "<!DOCTYPE a [", "]>", "<?xml", "?>", "\x00", "word", "é", "<", ">", '"', "'", "\ud7ff"]
)  # fmt: skip


@given(st.lists(pieces, max_size=30).map("".join))
def test_anything_is_read_or_refused_in_words(document: str) -> None:
    try:
        parsed = xml.parse(document)
    except IngestError:
        return
    assert isinstance(xml.text_of(parsed.root), str)
