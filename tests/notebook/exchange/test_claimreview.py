from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from seedreader.notebook import NotebookContents, exchange
from tests.notebook.exchange.made import ADDRESS, MILL, NOW, SMALL, annotation, notebooks, target


def drafts(contents: NotebookContents) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(exchange.export(contents, "claimreview"))
    return found


def test_a_passage_with_a_verdict_is_a_draft_with_its_sources() -> None:
    first, second = drafts(SMALL)
    assert first["@context"] == "https://schema.org"
    assert (first["@type"], first["creativeWorkStatus"]) == ("ClaimReview", "Draft")
    assert first["claimReviewed"] == "Forty people lost work."
    assert first["itemReviewed"]["datePublished"] == "2025-03-21"
    assert first["itemReviewed"]["appearance"] == [
        {
            "@type": "CreativeWork",
            "url": ADDRESS,
            "headline": "The mill closes",
            "datePublished": "2025-03-21",
            "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
        }
    ]
    assert first["reviewBody"] == "Who counted?\r\n=1+1"
    assert second["itemReviewed"]["appearance"][0]["url"] == "FILL IN: the address of “paper”"


def test_what_only_the_reviewer_knows_is_marked() -> None:
    for draft in drafts(SMALL):
        for value in (draft["url"], draft["datePublished"], *list(draft["author"].values())[1:]):
            assert value.startswith("FILL IN: ")
        assert draft["itemReviewed"]["author"]["name"].startswith("FILL IN: ")


def test_a_rating_is_the_reader_s_verdict_in_words_and_never_a_number() -> None:
    first, _ = drafts(SMALL)
    assert first["reviewRating"] == {
        "@type": "Rating", "alternateName": "Contradicted by paper: “About 60 people lost work”",
    }  # fmt: skip
    for body in ("copy", "related", "none"):
        verdict = replace(SMALL.annotations[2], body=body)
        assert all("reviewRating" not in d for d in drafts(replace(SMALL, annotations=(verdict,))))


def test_a_note_on_what_is_no_claim_makes_no_draft() -> None:
    note = annotation(1, "note", "Nice words", target(MILL, "Forty people lost work."))
    marked = annotation(2, "claim", "", note.target)
    not_marked = replace(annotation(3, "no claim", "", note.target), written=NOW)
    assert len(drafts(replace(SMALL, annotations=(note, marked)))) == 1
    assert drafts(replace(SMALL, annotations=(note, not_marked))) == []


@settings(max_examples=30)
@given(notebooks())
def test_any_notebook_makes_drafts(contents: NotebookContents) -> None:
    for draft in drafts(contents):
        assert "ratingValue" not in json.dumps(draft)
        assert draft["@type"] == "ClaimReview"
