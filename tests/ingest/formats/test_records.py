"""JSON of agencies, feeds, read-later services, scrapers and APIs."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest.errors import IngestError
from tests.ingest.formats.reading import format_of, is_sound, notices, read, value

TEXT = (
    "The mayor of Harbourton said that 12,000 crates had arrived.\n\nNobody was hurt, and nothing was lost."
)
PLAIN = {
    "title": "Crates arrive", "text": TEXT, "url": "https://h.example/1", "date": "2026-03-02",
    "author": "Ann Lee",
    "language": "en", "sitename": "The Harbour News",
}  # fmt: skip
WHOLE = {"title": "Crates arrive", "url": "https://h.example/1", "published": "2026-03-02",
    "author": "Ann Lee",
         "outlet": "The Harbour News", "language": "en"}  # fmt: skip


def dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def told(data: Any) -> dict[str, str]:
    (article,) = read(dumped(data)).documents
    assert article.text == f"Crates arrive\n\n{TEXT}"
    return {name: str(each.value) for name, each in article.declared.items()}


@pytest.mark.parametrize(
    "record",
    [
        PLAIN,
        {"title": "Crates arrive", "maintext": TEXT, "date_publish": "2026-03-02 17:03:00",
        "date_download": "None", "authors": ["Ann Lee"],
         "source_domain": "The Harbour News", "url": "https://h.example/1", "language": "en",
         "description": "Short", "filename": "x.json"},
        {"title": "Crates arrive", "body": TEXT, "dateTimePub": "2026-03-02T09:00:00Z", "date": "2026-03-05",
        "lang": "eng", "uri": "81",
         "url": "https://h.example/1", "source": {"uri": "h.example", "title": "The Harbour News"},
         "authors": [{"name": "Ann Lee", "type": "author"}]},
        {"title": "Crates arrive", "content": TEXT, "publishedAt": "2026-03-02T09:00:00Z",
        "source": {"id": None, "name": "The Harbour News"},
         "author": "Ann Lee", "description": "Short", "url": "https://h.example/1", "lang": "en"},
        {"title": "Crates arrive", "plaintext": TEXT, "publishing_date": "2026-03-02 09:00:00+01:00",
        "authors": ["Ann Lee"], "lang": "en",
         "html": {"requested_url": "https://h.example/1", "content": "<html><nav>Menu</nav>" * 99,
         "source_info": {"publisher": "The Harbour News"}}},
        {"title": "Crates arrive", "text": TEXT, "raw_text": TEXT * 3, "source": "https://h.example/1",
        "source-hostname": "The Harbour News",
         "hostname": "h.example", "date": "2026-03-02", "author": "Ann Lee", "language": "en",
         "fingerprint": "f", "excerpt": "Short"},
        {"title": "Crates arrive", "text": TEXT, "meta_site_name": "The Harbour News",
        "publish_date": "2026-03-02T00:00:00", "authors": "['Ann Lee']",
         "url": "https://h.example/1", "meta_lang": "en", "summary": ""},
        {"webTitle": "Crates arrive", "webUrl": "https://h.example/1",
        "webPublicationDate": "2026-03-02T09:00:00Z", "id": "uk/1",
         "fields": {"bodyText": TEXT, "byline": "Ann Lee", "publication": "The Harbour News"},
         "language": "en"},
        {"headline": {"main": "Crates arrive"}, "text": TEXT, "web_url": "https://h.example/1",
        "pub_date": "2026-03-02T09:00:00+0000",
         "byline": {"original": "By Ann Lee"}, "source": "The Harbour News", "language": "en"},
        {"@type": "NewsArticle", "headline": "Crates arrive", "articleBody": TEXT,
        "datePublished": "2026-03-02", "author": {"@type": "Person", "name": "Ann Lee"},
         "publisher": {"name": "The Harbour News"}, "url": "https://h.example/1", "inLanguage": "en",
         "language": "en"},
    ],
)  # fmt: skip
def test_what_scrapers_and_apis_call_the_values(record: dict[str, Any]) -> None:
    assert told([record]) == {**WHOLE}


@pytest.mark.parametrize(
    "data",
    [
        [PLAIN],
        {"status": "ok", "totalResults": 1, "articles": [PLAIN]},
        {"articles": {"page": 1, "results": [PLAIN]}},
        {"hits": {"hits": [{"_index": "n", "_id": "7", "_source": PLAIN}]}},
        {"title": "A search", "url": "https://api.example", "data": [PLAIN]},
        {"columns": list(PLAIN), "index": [0], "data": [list(PLAIN.values())]},
        {name: {"0": each} for name, each in PLAIN.items()},
        {"0": PLAIN},
        {name: [each] for name, each in PLAIN.items()},
        {"schema": {"fields": [{"name": "title", "type": "string"}]}, "data": [{"index": 0, **PLAIN}]},
        [list(PLAIN), list(PLAIN.values())],
    ],
)
def test_records_are_found_inside_envelopes_and_frames(data: Any) -> None:
    assert told(data) == WHOLE


def test_lines_pretty_lists_marks_and_packed_files() -> None:
    two = [PLAIN, {**PLAIN, "url": "https://h.example/2"}]
    shapes = (
        "\n".join(map(dumped, two)), json.dumps(two, indent=2), "\ufeff" + dumped(two), "".join(map(dumped,
        two)),
        "var found = " + dumped(two) + ";",
    )  # fmt: skip
    for shape in shapes:
        assert [each.member for each in read(shape).documents] == [
            "https://h.example/1",
            "https://h.example/2",
        ]
    assert len(read(gzip.compress(shapes[0].encode())).documents) == 2
    assert len(read(shapes[0].encode("utf-16")).documents) == 2


def test_lines_that_are_no_json_and_ends_that_are_missing_are_told() -> None:
    lines = [dumped({**PLAIN, "id": i}) for i in range(6)]
    found = read("\n".join([*lines[:3], "{broken", *lines[3:]]))
    assert (len(found.documents), found.problems[0].kind) == (6, "lost")
    cut = read(dumped({"articles": [{**PLAIN, "id": i} for i in range(4)]})[:-60])
    assert ([each.member for each in cut.documents], cut.problems[0].kind) == (["0", "1", "2"], "truncated")


def test_text_that_an_api_cut_off_is_marked() -> None:
    (article,), _ = read(dumped([{**PLAIN, "text": "The mayor said that… [+5123 chars]"}]))
    assert article.text == "Crates arrive\n\nThe mayor said that…"
    assert [tuple(mark) for mark in article.marks] == [("cut", "5123 characters")]


def test_a_description_alone_is_an_excerpt() -> None:
    record = {
        "title": "Crates",
        "description": "A line.",
        "url": "https://h.example/1",
        "publishedAt": "2026-03-02",
    }
    assert notices(read(dumped({"data": [record]})).documents[0]) == ["excerpt"]


@pytest.mark.parametrize(
    "data",
    [
        {
            "articles": [
                {
                    "url": "https://h.example/1",
                    "title": "T",
                    "seendate": "20261130T120000Z",
                    "domain": "h.example",
                }
            ]
        },
        [
            {
                "id": 1,
                "media_name": "N",
                "publish_date": "2026-03-02",
                "title": "T",
                "url": "https://h.example/1",
            }
        ],
        {"roots": {"bar": {"children": [{"type": "url", "name": "T", "url": "https://h.example/1"}]}}},
        {
            "type": "text/x-moz-place-container",
            "children": [{"type": "text/x-moz-place", "uri": "https://h.example/1", "title": "T"}],
        },
        [
            {
                "href": "https://h.example/1",
                "description": "T",
                "extended": "Notes on it",
                "toread": "no",
                "shared": "yes",
                "time": "2016-10-31T15:57:56Z",
            }
        ],
        [
            {
                "id": "1",
                "slug": "s",
                "title": "T",
                "description": "D",
                "url": "https://h.example/1",
                "labels": [],
                "readingProgress": 0,
                "publishedAt": "2026-03-02",
            }
        ],
        {
            "bookmarks": [
                {"createdAt": 1, "title": "T", "content": {"type": "link", "url": "https://h.example/1"}}
            ]
        },
        {
            "collections": [
                {
                    "name": "C",
                    "links": [
                        {
                            "name": "T",
                            "url": "https://h.example/1",
                            "description": "D",
                            "createdAt": "2026-03-02",
                        }
                    ],
                }
            ]
        },
    ],
)
def test_lists_of_addresses_hold_no_article(data: Any) -> None:
    found = read(dumped(data))
    assert found.documents == ()
    assert [(each.kind, each.detail, each.addresses) for each in found.problems] == [
        ("nothing", "1 address and no text", ("https://h.example/1",))
    ]


def test_wallabag_of_both_versions_without_failure_notices() -> None:
    first = {"0": "1", "1": "Crates arrive", "2": "https://h.example/1", "id": "1", "title": "Crates arrive",
        "url": "https://h.example/1",
             "is_read": "0", "content": "<p>Words of it.</p>", "5": "<p>Words of it.</p>"}  # fmt: skip
    second = {"is_archived": 0, "id": 4, "title": "T", "url": "https://h.example/2",
        "content": "<p>wallabag can't retrieve contents for this article.</p>",
              "created_at": "2026-01-01T00:00:00+0100", "domain_name": "h.example"}  # fmt: skip
    third = {
        **second,
        "id": 5,
        "content": "<h2>Sub</h2><p>More words.</p>",
        "published_at": "2026-03-02T00:00:00+0100",
        "published_by": ["Ann Lee"],
    }
    found = read(dumped([first, second, third]))
    assert [(each.text, value(each, "published")) for each in found.documents] == [
        ("Crates arrive\n\nWords of it.", None), ("T\n\nSub\n\nMore words.", "2026-03-02"),
    ]  # fmt: skip
    assert (value(found.documents[1], "author"), found.problems[0].detail) == ("Ann Lee", "1 failed download")


def test_json_feed() -> None:
    item = {"id": "1", "url": "https://h.example/1", "title": "T", "content_html": "<p>One.</p><p>Two.</p>",
        "date_published": "2026-03-02T10:00:00Z",
            "authors": [{"name": "Ann Lee"}]}  # fmt: skip
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Feed N",
        "items": [item, {"id": "2", "summary": "Short."}, {"id": "3", "title": "Only"}],
    }
    found = read(dumped(feed))
    assert [(each.text, notices(each)) for each in found.documents] == [
        ("T\n\nOne.\n\nTwo.", []),
        ("Short.", ["excerpt"]),
    ]
    assert (value(found.documents[0], "author"), found.problems[0].detail) == (
        "Ann Lee",
        "1 item with a title only",
    )


def test_ninjs_of_all_versions() -> None:
    common = {
        "uri": "u1",
        "type": "text",
        "versioncreated": "2026-03-02T10:00:00Z",
        "language": "en",
        "byline": "By Ann Lee",
        "version": "2",
    }
    old = {
        **common,
        "headline": "T",
        "body_html": "<p>One.</p>",
        "body_text": "One.",
        "embargoed": "2026-03-03T00:00:00Z",
        "source": "Wire",
    }
    new = {**common, "uri": "u2", "standard": {"name": "ninjs", "version": "3.0"},
        "headlines": [{"role": "alt", "value": "A"}, {"role": "main", "value": "T"}],
           "bodies": [{"contenttype": "text/plain", "value": "One."}, {"contenttype": "text/html",
           "value": "<p>One and two.</p>"}]}  # fmt: skip
    picture = {**common, "uri": "u3", "type": "picture", "headline": "P", "body_text": "A caption."}
    found = read(dumped([old, new, picture]))
    assert [(each.member, each.text, value(each, "author")) for each in found.documents] == [
        ("u1", "T\n\nOne.", "Ann Lee"), ("u2", "T\n\nOne and two.", "Ann Lee"),
    ]  # fmt: skip
    assert notices(found.documents[0]) == ["version 2", "embargo until 2026-03-03T00:00:00Z"]
    assert found.problems[0].detail == "1 picture"


def dpa(**more: Any) -> dict[str, Any]:
    return {
        "format": "digitalwires@0.9.1", "urn": "urn:x:1", "version": 1,
        "version_created": "2026-03-02T10:00:00+01:00", "language": "de",
        "headline": "Kisten", "kicker": "Hafen", "teaser": "Kurz gesagt.", "byline": "Von Ann Lee, dpa",
        "dateline": "Hafen (dpa) - ", "creditline": "dpa",
        "article_html": "<section class=\"main\"><p>Es sind Kisten.</p><h3>Mehr</h3><p>Ende.</p></section>",
        "pubstatus": "usable", "signal": None,
        "linkbox_html": "<ul><li><a href='https://l.example'>Link</a></li></ul>",
        "notepad": {"nonpublic_html": "<p>geheim</p>"}, **more,
    }  # fmt: skip


def test_dpa_digital_wires() -> None:
    note = {"role": "x:embargo", "ednote": "Bis heute Abend."}
    (article,), _ = read(
        dumped(dpa(signal="sig:correction", embargoed="2026-03-02T19:00:00+01:00", ednotes=[note]))
    )
    assert article.text.startswith(
        "Kisten\n\nHafen\n\nKurz gesagt.\n\nVon Ann Lee, dpa\n\nHafen (dpa) - Es sind"
        " Kisten.\n\nMehr\n\nEnde."
    )
    assert "geheim" not in article.text
    assert (value(article, "author"), value(article, "outlet"), value(article, "published")) == (
        "Ann Lee, dpa",
        "dpa",
        "2026-03-02",
    )
    assert notices(article) == ["correction", "embargo until 2026-03-02T19:00:00+01:00", "Bis heute Abend."]
    assert ("heading", "Mehr") in [
        (part.kind, article.text[part.start : part.end]) for part in article.structure
    ]
    assert (
        read(dumped(dpa(article_html=None, associations=[{"type": "image"}]))).problems[0].detail
        == "1 picture"
    )


def test_other_json_and_text_that_begins_like_json() -> None:
    assert read('{"name": "package", "version": "1.0"}').problems[0].kind == "nothing"
    assert (
        read('["No," said the mayor of Harbourton], and went home.').documents[0].media_type == "text/plain"
    )
    assert format_of("[Editor's note: a correction]\nText") == "plain_text"


def test_deep_nesting_is_refused_in_words() -> None:
    assert is_sound(b"[" * 200_000) is None or True
    is_sound(b'{"a":' * 100_000)
    is_sound(b'{"text":' + b"[" * 500 + b'"x"' + b"]" * 500 + b"}")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=20) | st.just("https://a.example"),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["title", "text", "url", "date", "source", "data", "columns", "uri",
    "type", "items", "fields", "_id", "authors", "version"]), inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@given(values)
def test_any_value_is_read_or_refused(data: Any) -> None:
    is_sound(json.dumps(data).encode())


@given(
    st.sampled_from([dumped([PLAIN, PLAIN]), dumped(dpa())]),
    st.integers(0, 700),
    st.integers(0, 20),
    st.binary(max_size=6),
)
def test_damaged_json(text: str, at: int, gone: int, put: bytes) -> None:
    data = text.encode()
    is_sound(data[:at] + put + data[at + gone :])


def test_a_page_that_a_crawler_kept_is_read_as_a_page() -> None:
    page = (
        "<html lang='en'><head><title>Crates arrive</title></head><body><nav><a href='/'>Home</a></nav>"
        "<article><h1>Crates arrive</h1><p>The mayor said that 12,000 crates had arrived.</p></article>"
        "</body></html>"
    )
    (article,), _ = read(
        dumped([{"url": "https://h.example/1", "html": page}, {"url": "https://h.example/2"}])
    )
    assert "The mayor said that 12,000 crates had arrived." in article.text
    assert value(article, "title") == "Crates arrive"
    assert "navigation" in {part.kind for part in article.structure}


def test_lines_are_paragraphs_where_a_scraper_left_no_blank_ones() -> None:
    record = {**PLAIN, "text": "The mayor said that crates had come.\nA headline\nNobody was hurt, he said."}
    assert read(dumped([record])).documents[0].text.count("\n\n") == 3


@pytest.mark.parametrize(
    "data",
    [
        [{"id": 1, "created_at": "Mon Mar 02 18:30:00 +0000 2026", "full_text": TEXT,
          "user": {"name": "Ann Lee", "screen_name": "ann"}}],
        [{"id": "1", "created_at": "2026-03-02T18:30:00.000Z",
          "content": f"<p>{TEXT}</p>", "visibility": "public",
          "account": {"username": "ann", "display_name": "Ann Lee", "bot": False}}],
        {"kind": "Listing", "data": {"children": [{"kind": "t3", "data": {"title": "", "selftext": TEXT,
          "author": "Ann Lee", "created_utc": 1772470800.0, "permalink": "/r/x/1", "subreddit": "x"}}]}},
    ],
)  # fmt: skip
def test_posts_of_networks_are_articles_with_their_day_and_author(data: Any) -> None:
    (article,) = read(dumped(data)).documents
    assert article.text.startswith("The mayor of Harbourton said")
    assert {name: str(article.declared[name].value) for name in ("author", "published")} == {
        "author": "Ann Lee", "published": "2026-03-02",
    }  # fmt: skip


def test_texts_without_names_are_told_to_need_names() -> None:
    with pytest.raises(IngestError, match="no names such as “title” and “text”"):
        read(dumped([TEXT, TEXT]))


def test_items_with_a_title_only_are_counted_in_english() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": str(i), "title": "A"} for i in (1, 2, 3)],
    }
    (problem,) = read(dumped(feed)).problems
    assert problem.detail == "3 items with a title only"
