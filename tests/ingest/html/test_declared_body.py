# markup reads best unbroken
"""Pages that declare their article's text (JSON-LD), and show it, a part of it, or nothing."""

from __future__ import annotations

import json

import pytest

from seedreader.article import Mark, SourceId
from seedreader.ingest.formats import html
from seedreader.ingest.html import page
from seedreader.ingest.raw_document import RawDocument

OWN = (
    "The harbour council of Lindmoor voted on Tuesday to close the old ferry terminal, after 94 years.",
    "Mayor Tilda Voss said 212 people would lose their jobs. “We have no money left for repairs,” she said.",
    "The union called the figure wrong and put the losses at 260 jobs. It plans a strike on 4 March.",
    "A court in Ghent will hear the case in May, according to a report of the harbour board.",
)
TITLE = "Ferry terminal closes"


def declaring(shown: str, *bodies: str, **more: object) -> str:
    things = [{"@type": "NewsArticle", "headline": TITLE, "articleBody": body, **more} for body in bodies]
    script = f'<script type="application/ld+json">{json.dumps(things)}</script>'
    return f"<!doctype html><html><head><title>{TITLE}</title>{script}</head><body>{shown}</body></html>"


def declared(document: RawDocument) -> str:
    """What the structure says is declared and not shown."""
    return "".join(
        document.text[each.start : each.end] for each in document.structure if each.kind == "declared"
    )


def test_a_page_that_a_script_was_to_fill_is_what_it_declares() -> None:
    document = page(declaring("<div id=root></div>", "\n".join(OWN)))
    assert document.text == "\n\n".join(OWN) == declared(document)
    (mark,) = document.marks
    assert mark.kind == "notice"
    assert "from “The harbour council" in mark.detail
    assert "JSON-LD" in mark.detail


def test_the_rest_stands_behind_the_beginning_that_is_shown_and_before_what_is_below_it() -> None:
    shown = (
        f"<nav><a href=/>Home</a></nav><h1>{TITLE}</h1><p>{OWN[0]}</p><footer>All rights reserved</footer>"
    )
    document = page(declaring(shown, "\n".join(OWN), isAccessibleForFree=False))
    assert document.text.split("\n\n") == ["Home", TITLE, *OWN, "All rights reserved"]
    assert declared(document) == "\n\n".join(OWN[1:])
    assert [mark.kind for mark in document.marks] == ["notice"]


def test_whoever_opens_it_is_told() -> None:
    found = html.read(
        declaring(f"<h1>{TITLE}</h1><p>{OWN[0]}</p>", " ".join(OWN)).encode(), SourceId("file:///a")
    )
    assert [(problem.kind, "JSON-LD" in problem.detail) for problem in found.problems] == [("unsure", True)]


def test_nothing_is_added_to_a_page_that_shows_it_all() -> None:
    shown = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in OWN)
    glued = "".join(OWN)
    assert page(declaring(shown, glued)).text == page(declaring(shown)).text
    assert page(declaring(shown, glued)).marks == ()


def test_what_is_declared_is_not_dimmed_where_the_layout_is_misread() -> None:
    shown = (
        f"<h1>{TITLE}</h1><div class=teaser>{''.join(f'<p>{text}</p>' for text in OWN[:2])}</div>"
        f"<div class=related>{''.join(f'<p>{text}</p>' for text in OWN[2:])}</div>"
        "<div class=about><p>We write of harbours, ferries and bridges since 1904, and of all that sails.</p>"
        "<p>Our paper is printed in Lindmoor, every day but Sunday, and is sold at all the quays.</p>"
        "<p>Whoever has seen something may write to us at any time; nobody's name is ever told.</p></div>"
    )
    document = page(declaring(shown, "\n".join(OWN)))
    beside = {each[:2] for each in document.structure if each.kind in ("navigation", "header", "footer")}
    for text in OWN:
        at = document.text.index(text)
        assert not any(start <= at < end for start, end in beside)


def test_a_note_on_the_author_is_a_part_of_the_article_where_the_page_says_so() -> None:
    note = "Ida Lund, our correspondent, has written of harbours and ferries for a long time."
    shown = f"<h1>{TITLE}</h1><article>{''.join(f'<p>{text}</p>' for text in (*OWN, OWN[0], note))}</article>"
    author = {"@type": "Person", "name": "Ida Lund"}

    def is_beside(document: RawDocument) -> bool:
        at = document.text.index(note)
        return any(each.kind == "footer" and each.start <= at < each.end for each in document.structure)

    assert is_beside(page(declaring(shown, "", author=author)))
    assert not is_beside(page(declaring(shown, "\n".join((*OWN, note)), author=author)))


@pytest.mark.parametrize(
    "bodies",
    [
        ("The harbour council of Lindmoor voted on Tuesday.",),
        ("\n".join(OWN), "\n".join(reversed(OWN))),
    ],
    ids=["no more than a description", "two articles of which none is known to be the page's"],
)
def test_what_may_be_no_article_is_not_added(bodies: tuple[str, ...]) -> None:
    assert page(declaring(f"<h1>{TITLE}</h1><p>Soon more.</p>", *bodies)).marks == ()


def test_markup_in_a_declared_text_is_read_as_paragraphs() -> None:
    body = "".join(f"<p>{text.replace('“', '&ldquo;')}</p>" for text in OWN)
    assert page(declaring("", body)).text == "\n\n".join(OWN)


def test_a_teaser_without_a_declared_text_is_an_excerpt() -> None:
    shown = f"<h1>{TITLE}</h1><p>{OWN[0]}</p>"
    assert page(declaring(shown, "", isAccessibleForFree=False)).marks == (Mark("excerpt"),)
