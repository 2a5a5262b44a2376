"""An article together with what its text alone tells, worked out when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

from seedreader.analysis import boilerplate, claims, corrections, dates, quantities, sentences
from seedreader.article import Article, Claim, Correction, DateMention, Mark, Quantity, Range, Span
from seedreader.text import language


@dataclass(frozen=True, eq=False)
class AnalysedArticle(Article):
    """An `Article` whose sentences, boilerplate and claims are computed on first use and kept.

    ``suspects`` are lines that the articles beside it show to be boilerplate, where its own text is in doubt.
    ``corrections`` are what the reader says in its place, the last word last (see `analysis.corrections`).
    It equals the article ``given``, from which it was made.
    """

    suspects: tuple[Range, ...] = field(default=(), repr=False, kw_only=True)
    corrections: tuple[Correction, ...] = field(default=(), repr=False, kw_only=True)
    given: Article | None = field(default=None, repr=False, kw_only=True)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Article) and _source(self) is _source(other)

    def __hash__(self) -> int:
        return object.__hash__(_source(self))

    def recall(self, findings: Mapping[str, object]) -> None:
        """Take what the same engine found before in this very article, by the names of the properties."""
        vars(self).update(findings)

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """Sentence ranges in reading order, without the white space around them."""
        return (
            self.sentences_given if self.sentences_given is not None else sentences.split_sentences(self.text)
        )

    @cached_property
    def boilerplate(self) -> tuple[Span, ...]:
        """Ranges that are not the article itself, in reading order, never overlapping."""
        found = boilerplate.find_boilerplate(
            self.text, suspects=self.suspects, title=self.title, structure=self.structure
        )
        return corrections.correct_boilerplate(self.text, found, self.corrections)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every stated figure, in reading order."""
        return quantities.find_quantities(self.text)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Every date, in reading order, resolved against the day of publication, or else of the update."""
        return dates.find_dates(self.text, self.day)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Checkable statements in reading order, none of them in boilerplate."""
        found = claims.find_claims(self.text, self.sentences, self.boilerplate, self.quantities, self.dates)
        return corrections.correct_claims(
            self.text, found, self.boilerplate, self.corrections, self.quantities, self.dates
        )


def analysed(
    article: Article, suspects: Sequence[Range] = (), corrections: Sequence[Correction] = ()
) -> AnalysedArticle:
    """Give ``article`` its analysis; one that has it already, made with these, comes back as it is.

    Where nothing declares its language, that is told by the text.
    """
    suspects, corrections = tuple(suspects), tuple(corrections)
    if (
        isinstance(article, AnalysedArticle)
        and article.suspects == suspects
        and article.corrections == corrections
    ):
        return article
    values = {f.name: getattr(article, f.name) for f in fields(Article)}
    if article.language is None and (code := language.detect(article.text)):
        values |= {"language": code, "provenance": article.provenance._replace(language="text")}
    return AnalysedArticle(**values, suspects=suspects, corrections=corrections, given=_source(article))


def unread(article: Article) -> AnalysedArticle:
    """The article as one in which nothing is looked for, which its marks say."""
    nothing = dict.fromkeys(("sentences", "boilerplate", "claims", "quantities", "dates"), ())
    marked = analysed(replace(article, marks=(*article.marks, Mark("unread"))))
    marked = replace(marked, given=_source(article))
    marked.recall(nothing)
    return marked


def _source(article: Article) -> Article:
    given = article.given if isinstance(article, AnalysedArticle) else None
    return given or article
