"""An article together with what its text alone tells, worked out when first asked for."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property

from seedreader.analysis import boilerplate, claims, sentences
from seedreader.article import Article, Claim, Range, Span


class AnalysedArticle(Article):
    """An `Article` whose sentences, boilerplate and claims are computed on first use and kept."""

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """Sentence ranges in reading order, without the white space around them."""
        return self.sentences_given if self.sentences_given is not None else sentences.split(self.text)

    @cached_property
    def boilerplate(self) -> tuple[Span, ...]:
        """Ranges that are not the article itself, in reading order, never overlapping."""
        return boilerplate.find(self.text)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Checkable statements in reading order, none of them in boilerplate."""
        return claims.find(self.text, self.sentences, self.boilerplate, self.published)


def analysed(article: Article) -> AnalysedArticle:
    """Give ``article`` its analysis; one that has it already comes back as it is."""
    if isinstance(article, AnalysedArticle):
        return article
    return AnalysedArticle(**{f.name: getattr(article, f.name) for f in fields(article)})
