"""schema.org ClaimReview as JSON-LD: a draft for each passage with a verdict, and each claim with a note.

What the program can't know says FILL IN. A rating stands only where the reader gave a verdict that has a
bearing on the claim, in the words of that verdict: how true a claim is, as a number, is for the reviewer to
say. https://schema.org/ClaimReview
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from seedreader.article import CORRECTIONS, Article, Claim, Correction
from seedreader.notebook.annotation_model import NotebookContents
from seedreader.notebook.exchange.annotated_passages import (
    AnnotatedPassage,
    AnnotatedSource,
    across,
    living,
    passages,
    place,
    sources,
    standing,
)
from seedreader.notebook.exchange.editions import LaterEdition, later_editions
from seedreader.notebook.exchange.export_text import one_line, quoted
from seedreader.notebook.exchange.json_text import written
from seedreader.notebook.exchange.quoted_wording import reworded, wording

FILL_IN = "FILL IN: "
"""Begins what the reviewer has to write."""

_RATED = {
    "conflict": "Contradicted by",
    "agree": "The same fact is stated by",
    "refine": "Stated more narrowly or widely by",
}
"""The relations that bear on whether a claim holds; a copy or a like subject doesn't."""


def write(contents: NotebookContents) -> bytes:
    """A list of drafts by source and place, each to be put on a page of its own."""
    contents = living(contents)
    known = sources(contents)
    found = passages(contents, known)
    after = later_editions(found, known, contents.texts)
    claims = {version: _claims(source, contents, found) for version, source in known.items()}
    return written(
        [
            _review(passage, overlapping, known, contents.texts, after.get(place(passage.target)))
            for passage in found
            if (overlapping := _overlapping(passage, claims[passage.source.version]))
            or passage.of_kind("verdict")
            if passage.of_kind("verdict") or passage.of_kind("note")
        ]
    )


def _claims(
    source: AnnotatedSource, contents: NotebookContents, found: list[AnnotatedPassage]
) -> tuple[Claim, ...]:
    """The claims of a source that has notes, by what the reader says and what is computed."""
    # of the formats this one alone analyses: the others export without waiting for it
    from seedreader.analysis.analysed_article import analysed

    text = contents.texts.get(source.version)
    own = [p for p in found if p.source is source]
    if text is None or not any(p.of_kind("note") or p.of_kind("verdict") for p in own):
        return ()
    corrections = [
        Correction(start, end, a.kind, a.body)
        for p in own
        for a in p.annotations
        if a.kind in CORRECTIONS
        for start, end in p.target.ranges
    ]
    try:
        published = date.fromisoformat(source.published)
    except ValueError:
        published = None
    article = Article(text, source.name, title=source.title or None, published=published)
    return analysed(article, corrections=corrections).claims


def _overlapping(passage: AnnotatedPassage, claims: tuple[Claim, ...]) -> list[Claim]:
    spans = passage.target.ranges
    return [c for c in claims if any(c.start < end and start < c.end for start, end in spans)]


def _review(
    passage: AnnotatedPassage,
    claims: list[Claim],
    known: Mapping[str, AnnotatedSource],
    texts: Mapping[str, str],
    after: LaterEdition | None,
) -> dict[str, object]:
    speaker = next((one_line(c.speaker.text) for c in claims if c.speaker), "")
    appearances = [passage.source]
    rated: list[str] = []
    for verdict in passage.of_kind("verdict"):
        other = across(verdict, passage.target)
        source = known[other.version]
        if verdict.body in ("agree", "copy"):
            appearances.append(source)
        if verdict.body in _RATED:
            said = wording(other, texts)
            told = f" ({said.told})" if said.told else ""
            rated.append(f"{_RATED[verdict.body]} {one_line(source.label)}: {quoted(said.now)}{told}")
    review: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "url": f"{FILL_IN}the address at which this review is published",
        "datePublished": f"{FILL_IN}the day on which this review is published (YYYY-MM-DD)",
        "author": {
            "@type": "Organization",
            "name": f"{FILL_IN}who reviews the claim",
            "url": f"{FILL_IN}the reviewer's address",
        },
        "claimReviewed": one_line(standing(passage.target, texts)),
        "itemReviewed": _claim(passage.source, speaker, appearances),
    }
    changes = [said.told for said in reworded(passage, texts)] + ([after.told] if after else [])
    if changes:
        review["description"] = " | ".join(f"{each[:1].upper()}{each[1:]}" for each in changes)
    if notes := passage.bodies("note"):
        review["reviewBody"] = "\n\n".join(notes)
    if rated:
        review["reviewRating"] = {"@type": "Rating", "alternateName": "; ".join(dict.fromkeys(rated))}
    return review


def _claim(source: AnnotatedSource, speaker: str, appearances: list[AnnotatedSource]) -> dict[str, object]:
    articles: dict[tuple[str, ...], AnnotatedSource] = {}
    for each in appearances:
        articles.setdefault(each.article, each)
    who = f" (the article names: {speaker})" if speaker else ""
    claim: dict[str, object] = {
        "@type": "Claim",
        "author": {"@type": "Organization", "name": f"{FILL_IN}who makes the claim{who}"},
        "appearance": [_work(each) for each in articles.values()],
    }
    if source.published:
        claim["datePublished"] = source.published
    return claim


def _work(source: AnnotatedSource) -> dict[str, object]:
    work: dict[str, object] = {
        "@type": "CreativeWork",
        "url": source.address or f"{FILL_IN}the address of “{one_line(source.title or source.label)}”",
    }
    if source.member:
        work["identifier"] = one_line(source.member)
    if source.title:
        work["headline"] = one_line(source.title)
    if source.published:
        work["datePublished"] = source.published
    if source.outlet:
        work["publisher"] = {"@type": "Organization", "name": one_line(source.outlet)}
    return work
