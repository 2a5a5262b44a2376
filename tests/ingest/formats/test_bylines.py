"""Who wrote an article, and an agency's signs and links under it, stand beside it: the format tells so."""

from __future__ import annotations

import json

import pytest

from tests.ingest.formats.reading import read
from tests.ingest.formats.test_agency_versions import nitf

SAID = "The mayor said on Friday that 12,000 crates had arrived in the harbour of the town."
NEXIS = f"""1 of 1 DOCUMENT

The Harbour Post

March 2, 2026 Monday

Crates arrive

BYLINE: Ann Lee and Bo Ray

LENGTH: 15 words

{SAID}

LOAD-DATE: March 2, 2026

LANGUAGE: ENGLISH
"""
DPA = json.dumps({
    "format": "digitalwires-1.0", "urn": "urn:newsml:dpa.com:20090101:1", "version": 1, "language": "en",
    "headline": "Crates arrive", "byline": "Ann Lee and Bo Ray", "version_created": "2026-03-02T09:00:00Z",
    "article_html": f"<section><p>{SAID}</p></section>",
    "linkbox_html": "<ul><li><a href='https://x.example'>Map of the harbour</a></li></ul>",
})  # fmt: skip


def beside(text: str) -> dict[str, str]:
    """What stands beside the article in a file's only document, with the kind of each."""
    (document,) = read(text).documents
    assert SAID in document.text
    ranges = (each for each in document.structure if each.kind in ("header", "footer", "navigation"))
    return {document.text[each.start : each.end]: each.kind for each in ranges}


@pytest.mark.parametrize("text", [NEXIS, DPA])
def test_who_wrote_it_is_no_part_of_the_article(text: str) -> None:
    assert beside(text)["Ann Lee and Bo Ray"] == "header"


def test_a_line_that_says_more_than_a_name_stays_text() -> None:
    assert not beside(NEXIS.replace("Bo Ray", "Bo Ray, who have lived beside the harbour " * 4))


def test_the_signs_of_editors_and_links_below_are_no_part_of_it() -> None:
    assert beside(nitf(1, f"{SAID}</p><p>hh/ph/ts")) == {"hh/ph/ts": "header"}
    assert beside(nitf(1, f"{SAID}</p><p>either/or is no sign")) == {}
    assert "Map of the harbour" in "".join(text for text, kind in beside(DPA).items() if kind == "navigation")
