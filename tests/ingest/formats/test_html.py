# ruff: noqa: E501  # markup reads best unbroken
from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seedreader
from seedreader.article import SourceId
from seedreader.ingest import registry
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats import html
from tests.benchmarks.html_pages import Case, news, not_dimmed, score, shapes

SOURCE = SourceId("file:///page.html")
SENTENCES = (
    "The ferry from Oslo was late again on Monday, the mayor said. ",
    "Nobody knows when it will sail again. ",
)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang=en><head><title>Ferry late | Gazette</title>{head}</head><body>{body}</body></html>".encode()


def paragraphs(many: int = 6) -> str:
    return "".join(f"<p>{i}. {SENTENCES[0]}{SENTENCES[1]}</p>" for i in range(many))


def shown(tmp_path: Path, data: bytes) -> str:
    """What is not dimmed."""
    file = tmp_path / "page.html"
    file.write_bytes(data)
    article = seedreader.read_all(file).articles[0]
    kept, at = [], 0
    for span in article.boilerplate:
        kept.append(article.text[at : span.start])
        at = span.end
    return "".join([*kept, article.text[at:]])


@pytest.mark.parametrize("case", list(shapes()), ids=lambda case: case.name)
def test_what_is_not_dimmed_is_the_article_in_pages_of_many_shapes(case: Case) -> None:
    f1, lost = score(not_dimmed(case.data), case)
    assert f1 >= 0.98
    assert lost <= 0.015


@pytest.mark.parametrize("case", list(news()), ids=lambda case: case.name)
def test_what_is_not_dimmed_is_the_article_in_pages_of_news_sites_in_several_languages(case: Case) -> None:
    f1, lost = score(not_dimmed(case.data), case)
    assert f1 >= (0.95 if "walled" not in case.name else 0.6)  # an offer may be longer than what it is for
    assert lost <= 0.015


@pytest.mark.parametrize("name", ["textarea", "noscript", "template", "pre", "x-story"])
def test_a_page_whose_text_is_where_no_browser_shows_it_opens_all_the_same(name: str) -> None:
    (document,), problems = html.read(page(f"<{name}>{SENTENCES[0]}{SENTENCES[1]}</{name}>"), SOURCE)
    assert document.text == (SENTENCES[0] + SENTENCES[1]).strip()
    assert problems == ()


def test_a_word_to_browsers_without_scripts_is_no_article() -> None:
    words = "You need to enable JavaScript to run this app. Please enable it in the settings of your browser."
    with pytest.raises(IngestError, match="nothing without its scripts"):
        html.read(page(f"<noscript>{words} {words}</noscript><script>x()</script>"), SOURCE)


def test_all_that_is_seen_is_in_the_text_and_what_is_beside_is_only_dimmed(tmp_path: Path) -> None:
    data = page(
        f"<nav><a href=x>Sport</a></nav><article><h1>Ferry late</h1>{paragraphs()}</article><footer>Imprint</footer>"
    )
    file = tmp_path / "page.html"
    file.write_bytes(data)
    article = seedreader.read(file)
    assert article.text.startswith("Sport\n\nFerry late")
    assert article.text.endswith("Imprint")
    assert article.title == "Ferry late"
    assert article.media_type == "text/html"
    kept = shown(tmp_path, data)
    assert "Sport" not in kept
    assert "Imprint" not in kept
    assert "Ferry late" in kept


def test_text_in_bare_boxes_is_told_to_be_paragraphs_where_the_layout_shows_the_article() -> None:
    own = "".join(f"<div>{i}. {SENTENCES[0]}{SENTENCES[1]}</div>" for i in range(5))
    data = page(
        f"<ul><li><a href=x>Sport</a></ul><h1>Ferry late</h1><div>{own}</div><footer>Imprint</footer>"
    )
    (document,) = html.read(data, SOURCE).documents
    told = [document.text[each.start : each.end] for each in document.structure if each.kind == "paragraph"]
    assert told == [f"{i}. {SENTENCES[0]}{SENTENCES[1]}".strip() for i in range(5)]


def test_what_asks_for_an_address_is_dimmed_with_its_form(tmp_path: Path) -> None:
    asks = "<div><p>Get the five stories of the day in your letter box.</p><form><input><button>OK</button></form></div>"
    kept = shown(
        tmp_path, page(f"<article><h1>Ferry late</h1>{paragraphs(3)}{asks}{paragraphs(3)}</article>")
    )
    assert "five stories" not in kept
    assert kept.count(SENTENCES[1].strip()) == 6


def test_sentences_that_are_mostly_links_are_kept_and_links_alone_are_not(tmp_path: Path) -> None:
    linked = "<p>Sources are <a href=a>the report of the harbour board of Lindmoor</a> and <a href=b>a ruling of the court</a>.</p>"
    alone = "<p><a href=c>The harbour of Lindmoor closes for the winter</a></p>"
    kept = shown(
        tmp_path, page(f"<article><h1>Ferry late</h1>{paragraphs(3)}{linked}{paragraphs(3)}{alone}</article>")
    )
    assert "ruling of the court" in kept
    assert "closes for the winter" not in kept


def test_comments_are_dimmed_though_they_are_prose(tmp_path: Path) -> None:
    said = "".join(
        f"<li><p>I think that {i} ferries would be better for all of us here.</p></li>" for i in range(5)
    )
    kept = shown(
        tmp_path,
        page(f"<article><h1>Ferry late</h1>{paragraphs()}</article><ol class=comment-list>{said}</ol>"),
    )
    assert "I think" not in kept


@pytest.mark.parametrize(
    ("body", "gone"),
    [
        ("<p><a href=x>Read also: the harbour that nobody wanted to build</a></p>", "Read also"),
        (
            "<div class='newsletter-box'><p>Get the morning's news in your inbox every day of the week.</p></div>",
            "inbox",
        ),
        (
            "<figure><figcaption>A ferry at the quay of Oslo. Photo: Ida Lund</figcaption></figure>",
            "quay of Oslo",
        ),
        ("<aside><h4>More</h4><a href=x>Another long headline of a story</a></aside>", "Another long"),
    ],
)
def test_other_things_between_paragraphs_are_dimmed(tmp_path: Path, body: str, gone: str) -> None:
    kept = shown(
        tmp_path, page(f"<article><h1>Ferry late</h1>{paragraphs(3)}{body}{paragraphs(3)}</article>")
    )
    assert gone not in kept
    assert kept.count("mayor said") == 6


@pytest.mark.parametrize(
    "body",
    [
        "<p>Yes, it was.</p>",
        "<ul><li>The quay is closed</li><li>The bridge is not</li></ul>",
        "<figure><table><tr><td>Oslo</td><td>12</td></tr></table></figure>",
        "<h3>What now?</h3>",
    ],
)
def test_what_belongs_to_the_article_stays(tmp_path: Path, body: str) -> None:
    kept = shown(
        tmp_path, page(f"<article><h1>Ferry late</h1>{paragraphs(3)}{body}{paragraphs(3)}</article>")
    )
    text = html.read(page(body), SOURCE).documents[0].text
    assert all(line in kept for line in text.split("\n"))


def test_a_single_file_page_tells_where_and_when_it_was_saved() -> None:
    head = (
        "<!--\n Page saved with SingleFile \n url: https://gazette.example/a \n"
        " saved date: Mon Mar 24 2025 10:11:12 GMT+0100 (Central European Standard Time)\n-->"
    )
    [found] = html.read(page(head + paragraphs()), SOURCE).documents
    assert found.declared["url"].value == "https://gazette.example/a"
    assert found.retrieved == datetime(2025, 3, 24, 9, 11, 12, tzinfo=UTC)


def test_a_page_saved_by_a_browser_tells_its_address() -> None:
    [found] = html.read(
        b"<!-- saved from url=(0026)https://gazette.example/ab -->" + page(paragraphs()), SOURCE
    ).documents
    assert found.declared["url"].value == "https://gazette.example/ab"


def test_an_encoding_that_was_guessed_is_told() -> None:
    data = (
        page("<p>Die Fähre fährt nicht über den großen Fluss.</p>".replace("ä", "ä"))
        .decode()
        .encode("cp1252")
    )
    found = html.read(data, SOURCE)
    assert "Fähre fährt" in found.documents[0].text
    assert [each.kind for each in found.problems] == ["encoding"]
    declared = html.read(data.replace(b"<head>", b"<head><meta charset=iso-8859-1>"), SOURCE)
    assert declared.problems == ()
    wrong = "<meta charset=iso-8859-1><p>Fähre".encode()
    assert html.read(wrong, SOURCE).documents[0].text == "Fähre"


def test_a_page_that_shows_nothing_is_no_article() -> None:
    with pytest.raises(IngestError):
        html.read(b"<html><script>x</script></html>", SOURCE)


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\n<html>",
        b"<?xml version='1.0'?><html>",
        b"<!-- c --><HTML>",
        "<html>".encode("utf-16"),
    ],
)
def test_pages_are_known_by_their_bytes(data: bytes) -> None:
    assert registry.format_of(data, "file:///download").name == "html"


@given(st.binary(max_size=300), st.integers(0, 400))
def test_damaged_pages_are_read_or_refused_in_words(noise: bytes, at: int) -> None:
    whole = page(
        paragraphs(2), '<script type="application/ld+json">{"@type": "Article", "headline": "x"}</script>'
    )
    try:
        found = html.read(whole[:at] + noise + whole[at + 40 :], SOURCE)
    except IngestError:
        return
    assert found.documents[0].text


LEADS = (
    "The harbour council voted on Tuesday to close the old ferry terminal of the town.",
    "Mayor Tilda Voss said that 212 people would lose their jobs in the spring.",
)
LATER = "".join(
    f"<p>{i}. The union called the figure wrong and put the losses at 260 jobs.</p>" for i in range(3)
)


@pytest.mark.parametrize("level", ["h1", "h2", "h3"])
@pytest.mark.parametrize(
    "head", ["<title>{}</title>", "<title>Courier</title><meta property=og:title content='{}'>"]
)
def test_text_under_the_headline_stays_the_articles_where_the_title_is_that_of_a_later_part(
    head: str, level: str, tmp_path: Path
) -> None:
    part = "The losses are 260 jobs"
    leads = "".join(f"<p>{lead}</p>" for lead in LEADS)
    seen = shown(
        tmp_path,
        f"<html><head>{head.format(part)}</head><body><h1>Lindmoor votes to close its ferry</h1>{leads}<{level}>{part}</{level}>{LATER}</body></html>".encode(),
    )
    assert all(lead in seen for lead in LEADS)


@pytest.mark.parametrize(
    "last",
    [
        "<p>The next vote is on 4 March, at 19:30, in the town hall of Lindmoor</p>",
        "<p>The state pays nothing for the repairs of the pier, Voss said —</p>",
        "<p>The council decided:</p><ul><li>to close the terminal</li><li>to pay 212 workers</li></ul>",
    ],
)
def test_a_last_paragraph_is_the_articles_though_it_ends_without_a_full_stop(
    last: str, tmp_path: Path
) -> None:
    seen = shown(tmp_path, page(f"<h1>Ferry late</h1>{LATER}{last}"))
    assert last[3:].partition("</p>")[0] in seen


def test_a_line_over_links_behind_the_article_is_none_of_it(tmp_path: Path) -> None:
    links = "".join(f"<li><a href=/{i}>Other news of the day, number {i}</a></li>" for i in range(3))
    assert "Read on" not in shown(
        tmp_path, page(f"<h1>Ferry late</h1>{LATER}<p>Read on:</p><ul>{links}</ul>")
    )


@pytest.mark.parametrize(
    "end",
    ["<p>The state pays", "<p>The state pays nothing.</p><p cla", "<p>The state pays nothing.</p><div>"],
)
def test_a_page_whose_end_is_missing_says_so_and_keeps_its_last_sentence(end: str, tmp_path: Path) -> None:
    data = f"<html><body><h1>Ferry late</h1>{LATER}{end}".encode()
    assert [each.kind for each in html.read(data, SOURCE).problems] == ["truncated"]
    assert "The state pays" in shown(tmp_path, data)


@pytest.mark.parametrize(
    "end",
    [
        "</body></html>",
        "</body>\n<!-- cached -->",
        "<script>'<div><div>'</script>",
        "<p>The end.",
        "<p>The end.</p>",
    ],
)
def test_a_page_that_leaves_out_ends_that_it_may_leave_out_is_whole(end: str) -> None:
    assert not html.read(f"<html><body><h1>Ferry late</h1>{LATER}{end}".encode(), SOURCE).problems


def paid(body: str, **more: object) -> bytes:
    told = {"@type": "NewsArticle", "headline": "Ferry late", "isAccessibleForFree": False, **more}
    return page(
        f"<h1>Ferry late</h1>{body}", f'<script type="application/ld+json">{json.dumps(told)}</script>'
    )


@pytest.mark.parametrize("size", [{"articleBody": SENTENCES[0] * 40}, {"wordCount": 400}, {}])
def test_the_beginning_of_an_article_for_subscribers_is_an_excerpt_and_said_to_be(
    size: dict[str, object],
) -> None:
    found = html.read(paid(paragraphs(1), **size), SOURCE)
    assert [mark.kind for mark in found.documents[0].marks] == ["excerpt"]
    assert "subscribers" in found.problems[0].detail


def test_an_article_for_subscribers_that_is_shown_whole_is_no_excerpt() -> None:
    for size in ({"articleBody": SENTENCES[0] * 12}, {}):
        found = html.read(paid(paragraphs(12), **size), SOURCE)
        assert not found.documents[0].marks
        assert not found.problems


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        ("<body><div id=root></div><script>run()</script></body>", "walled", "without its scripts"),
        ("<frameset><frame src='a.html'><frame src='b.html'></frameset>", "nothing", "a.html, b.html"),
        ("<title>Just a moment...</title><body><h1>Checking your browser</h1><p>Wait.</p></body>", "walled", "not a program"),
        ("<title>Courier</title><body><p>No results.</p></body>", "nothing", "No results."),
        ("<title>Courier</title><body></body>", "empty", ""),
    ],
)  # fmt: skip
def test_a_page_that_holds_no_article_says_what_it_is(data: str, kind: str, said: str) -> None:
    with pytest.raises(IngestError) as told:
        html.read(f"<html>{data}</html>".encode(), SOURCE)
    assert told.value.problem.kind == kind
    assert said in told.value.problem.detail


def test_a_short_article_that_speaks_of_a_check_is_one() -> None:
    data = page(
        "<h1>Bots at the door</h1><p>Websites ask whether you are a robot. Captcha makers gain by it.</p>"
    )
    assert html.read(data, SOURCE).documents
