"""The sources of a story, and what was not compared in it, or only with a doubt."""

from __future__ import annotations

from collections import Counter

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import BY_READER
from seedreader.ingest import notices
from seedreader.report.references.reference import Reference, references
from seedreader.report.values import Limits, Source
from seedreader.story import Story
from seedreader.story.page_dates import judge
from seedreader.text import languages

_FACTS = {"title": "title", "outlet": "outlet", "published": "date", "language": "language"}
"""What the reader can correct of a source, by its field of an article."""


def describe(story: Story) -> tuple[Source, ...]:
    """The sources, in their order."""
    origin = {story.index_of(a): number for number, group in enumerate(story.origins) for a in group}
    entries = references(story.articles)
    return tuple(
        _source(number, article, letters(origin[number]), entries[number])
        for number, article in enumerate(story.articles)
    )


def letters(number: int) -> str:
    """A number from 0 as a spreadsheet's column: A, B, … Z, AA."""
    more, last = divmod(number, 26)
    return (letters(more - 1) if more else "") + chr(ord("A") + last)


def limits(story: Story) -> Limits:
    """What was not compared, or only with a doubt."""
    numbered = list(enumerate(story.articles, 1))
    known = Counter(languages.name(a.language) if a.language else "" for a in story.articles)
    return Limits(
        partial=tuple((number, article.partial) for number, article in numbered if article.partial),
        undated=tuple(number for number, article in numbered if article.day is None),
        doubted=tuple(
            (number, warning)
            for number, found in enumerate(judge(story), 1)
            for warning in found.warnings[:1]
        ),
        languages=tuple(known.most_common()),
        foreign=tuple(number for number, article in numbered if article.language not in (None, "en")),
    )


def _source(number: int, article: AnalysedArticle, origin: str, reference: Reference) -> Source:
    boilerplate = tuple((span.start, span.end) for span in article.boilerplate)
    words, at = 0, 0
    for start, end in (*boilerplate, (len(article.text), len(article.text))):
        words += len(article.text[at:start].split())
        at = end
    return Source(
        number=number + 1,
        name=article.outlet or article.name,
        title=article.title or "",
        author=article.author or "",
        published=article.published,
        updated=article.updated,
        url=article.url or reference.url,
        retrieved=reference.accessed,
        place=_place(article),
        language=article.language or "",
        origin=origin,
        marks=notices.words(article),
        corrected=tuple(
            said for fact, said in _FACTS.items() if getattr(article.provenance, fact) == BY_READER
        ),
        claims=len(article.claims),
        words=words,
        reference=reference,
        text=article.text,
        boilerplate=boilerplate,
    )


def _place(article: AnalysedArticle) -> str:
    """What was opened, and what in it: the path as it was given; not an address, which is told already."""
    path = article.path or ""
    if "://" in path:
        path = ""
    member = article.source.member if article.source else None
    return f"{path} › {member}" if path and member else path
