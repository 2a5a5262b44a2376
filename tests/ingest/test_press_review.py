from __future__ import annotations

from datetime import date

import pytest

from seedreader.article import SourceId
from seedreader.ingest import exports, press_review, source_line
from seedreader.ingest.formats import html
from seedreader.ingest.raw_document import Documents
from seedreader.ingest.text_builder import Block

ARTICLES = (
    (
        "Harbour closed after crane falls",
        "Herald",
        "The harbour was closed on Monday.\nShips were sent away.",
    ),
    (
        "Fishermen were not told of the closure of the harbour",
        "ANP",
        "By Ole Brandt\n\nTheir catch would spoil.",
    ),
    ("Mayor promises", "De Avond", "A new crane will come."),
)


def _text(
    index: str, source: str = "{outlet} 20-06-2013 (p. {page})", above: bool = False
) -> Documents | None:
    lines = ["PRESS REVIEW", "", *index.split("\n"), ""]
    for page, (title, outlet, body) in enumerate(ARTICLES, 2):
        line = source.format(outlet=outlet, page=page)
        lines += [*((line, title) if above else (title, line)), "", body, ""]
    return exports.of_text("\n".join(lines), "text/plain")


LEADERS = "\n".join(
    f"{title} ({outlet}) ........ {page}" for page, (title, outlet, _) in enumerate(ARTICLES, 2)
)
NUMBERED = "\n".join(f"{number}. {title}" for number, (title, *_) in enumerate(ARTICLES, 1))
BARE = "\n".join(title for title, *_ in ARTICLES)
WRAPPED = LEADERS.replace("of the closure", "of the\nclosure")


@pytest.mark.parametrize("index", [LEADERS, NUMBERED, BARE, WRAPPED])
@pytest.mark.parametrize("above", [False, True])
def test_an_index_in_any_form_splits_a_text(index: str, above: bool) -> None:
    found = _text(index, above=above)
    assert found is not None
    assert found.problems == ()
    assert [document.text for document in found.documents] == [
        f"{title}\n\n{body}" for title, _, body in ARTICLES
    ]
    assert [(d.declared["outlet"].value, d.declared["published"].value) for d in found.documents] == [
        (outlet, date(2013, 6, 20)) for _, outlet, _ in ARTICLES
    ]


def test_a_table_may_be_the_index() -> None:
    rows = [f"{page} | {title} | {outlet}" for page, (title, outlet, _) in enumerate(ARTICLES, 2)]
    blocks = [Block("Pressespiegel", "heading"), Block("\n".join(rows), "table")]
    for title, outlet, body in ARTICLES:
        blocks += [Block(f"{outlet} vom 03.05.2021, Seite 3"), Block(title, "heading"), Block(body)]
    found = press_review.of_blocks(blocks, "application/pdf")
    assert found is not None
    assert [(d.declared["title"].value, d.declared["outlet"].value) for d in found.documents] == [
        (title, outlet) for title, outlet, _ in ARTICLES
    ]


def test_a_list_of_chapters_splits_nothing() -> None:
    assert _text(NUMBERED, source="of cranes and basins and of {outlet}") is None


def test_a_title_that_does_not_stand_below_is_told() -> None:
    found = _text(LEADERS + "\nThe ferry sails (Post) ...... 5")
    assert found is not None
    assert [problem.detail for problem in found.problems] == [
        "holds article 4 of its index, “The ferry sails”, that was not told apart"
    ]


def test_a_review_without_an_index_is_told() -> None:
    blocks = [Block("Pressespiegel des Ministeriums"), Block("The harbour was closed.")]
    assert press_review.of_blocks(blocks, "text/plain") is None
    assert [each.kind for each in press_review.unsplit(blocks)] == ["lost"]
    assert press_review.unsplit(blocks[1:]) == ()


@pytest.mark.parametrize("entry", ["<li>{title}</li>", "<li><a href='#x'>{title}</a> - {outlet}</li>"])
def test_a_page_is_split_and_keeps_its_structure(entry: str) -> None:
    index = "".join(entry.format(title=title, outlet=outlet) for title, outlet, _ in ARTICLES)
    body = "".join(
        f"<hr><h2>{title}</h2><p><i>{outlet} 20 juni 2013</i></p><p>{text}</p><h3>More</h3><ul><li>One</ul>"
        for title, outlet, text in ARTICLES
    )
    page = f"<html lang=nl><body><h1>Knipselkrant</h1><ul>{index}</ul>{body}</body></html>"
    documents, _ = html.read(page.encode(), SourceId("file:///a.html"))
    assert [document.declared["outlet"].value for document in documents] == ["Herald", "ANP", "De Avond"]
    last = documents[-1]
    assert last.text == "Mayor promises\n\nA new crane will come.\n\nMore\n\n• One"
    assert [last.text[s.start : s.end] for s in last.structure if s.kind == "heading"] == [
        "Mayor promises",
        "More",
    ]
    assert last.declared["published"].value == date(2013, 6, 20)


def test_headlines_above_teasers_are_no_review() -> None:
    index = "".join(f"<li>{title}</li>" for title, *_ in ARTICLES)
    body = "".join(f"<h2>{title}</h2><p>{outlet} 20 juni 2013</p><p>x</p>" for title, outlet, _ in ARTICLES)
    page = f"<html><body><h1>News</h1><ul>{index}</ul>{body}</body></html>"
    assert len(html.read(page.encode(), SourceId("file:///a.html")).documents) == 1


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("ANP 20-06-2013 (p.)", "ANP", date(2013, 6, 20)),
        ("Le Monde, mardi 14 mars 2006, p. 16", "Le Monde", date(2006, 3, 14)),
        ('"Der Standard" vom 12.03.2014 Seite: 5', "Der Standard", date(2014, 3, 12)),
        ("3 May 2021 | The Herald", "The Herald", date(2021, 5, 3)),
        ("NRC Handelsblad, 05-06-2013", "NRC Handelsblad", date(2013, 6, 5)),
        ("The Herald, page 7", "The Herald", None),
    ],
)
def test_the_line_of_a_source(line: str, outlet: str, day: date | None) -> None:
    assert source_line.read(line) == (outlet, day)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour was closed on 20 June 2013 after a crane fell into the basin of the old port there.",
        "Who closed it on 20 June 2013?",
        "Ships were sent away",
    ],
)
def test_a_sentence_is_no_line_of_a_source(line: str) -> None:
    assert source_line.read(line) is None
