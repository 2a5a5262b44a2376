"""What is computed of articles read together: who else says it, how both stand to each other, the origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from seedreader.analysis import matching, origins
from seedreader.analysis.analysed_article import AnalysedArticle, analysed, unread
from seedreader.analysis.boilerplate import cross_article
from seedreader.article import Article, Correction, Link
from seedreader.story import source_versions
from seedreader.story.link_finder import LinkFinder
from seedreader.story.story_passages import StoryPassages
from seedreader.text.no_collection import collection_paused


class ComputedStory:
    """What is computed of a set of articles, each part when it is first asked for.

    Articles go by their number. ``corrections`` are what the reader says of passages of each; ``unread`` are
    the numbers of those that are not analysed.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        corrections: Mapping[Article, Sequence[Correction]],
        unread: Collection[int] = (),
    ) -> None:
        self._unread = frozenset(unread)
        self.given = tuple(dict.fromkeys(articles))
        self._corrections = {article: tuple(said) for article, said in corrections.items()}
        self._found: dict[tuple[int, int, int], tuple[Link, ...]] = {}

    def recall(self, links: tuple[Link, ...], origins: tuple[tuple[AnalysedArticle, ...], ...]) -> None:
        """Take links and origins that were computed before of these very articles."""
        vars(self).update(links=links, origins=origins)

    @cached_property
    def articles(self) -> tuple[AnalysedArticle, ...]:
        """The articles as given, in their order, each analysed in the light of the others."""
        numbers = [number for number in range(len(self.given)) if number not in self._unread]
        suspects = cross_article.suspects([self.given[number] for number in numbers])
        lines = dict(zip(numbers, suspects, strict=True))
        return tuple(
            unread(article)
            if number in self._unread
            else analysed(article, lines[number], self._corrections.get(article, ()))
            for number, article in enumerate(self.given)
        )

    def number(self, article: Article) -> int:
        """The article's place in `articles`. Raises `ValueError` where it has none."""
        number = self._numbers.get(id(article))
        if number is None:
            raise ValueError(f"The article {article.name!r} is not in this story.")
        return number

    def scores(self, number: int, start: int, end: int, other: int) -> list[float]:
        """How well each sentence of another article matches a passage, in 0…1."""
        return matching.scores(self.index, number, start, end, other)

    @cached_property
    def origins(self) -> tuple[tuple[AnalysedArticle, ...], ...]:
        """The articles grouped by the text that they carry: a wire story and its reprints are one origin, and
        so are the versions of one source, whatever changed between them.
        """
        versions = [pair for group in self.versions for pair in pairwise(group)]
        return tuple(
            tuple(self.articles[i] for i in group) for group in origins.group(self._documents, versions)
        )

    @cached_property
    def versions(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the articles that are one source read at several times, in groups of two or more."""
        return source_versions.group(self.given)

    def origin(self, number: int) -> int:
        """The number in `origins` of the one that an article is of."""
        return self._origin_of[number]

    @cached_property
    def _origin_of(self) -> Mapping[int, int]:
        groups = enumerate(self.origins)
        return {self.number(article): i for i, group in groups for article in group}

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """What `compare` finds."""
        return self.compare(lambda _, __: None)

    def compare(self, told: Callable[[int, int], object]) -> tuple[Link, ...]:
        """Every two passages of different articles that state one fact, and the nearest that may.

        A passage is a claim, or a sentence that has none; it may be linked with several of one article, one
        for each fact. ``a`` stands in an earlier article than ``b``; in reading order of ``a``.

        ``told`` hears how many of how many pairs of articles are compared; what it raises ends the work.
        """
        with collection_paused():
            finder = self._finder()
            pairs = [(i, j) for j in range(len(self.articles)) for i in range(j)]
            found = []
            for done, (i, j) in enumerate(pairs):
                told(done, len(pairs))
                found += [
                    (i, link.a.start, link.a.end, j, link.b.start, link.b.end, link)
                    for link in finder.between(i, j)
                ]
            vars(self)["links"] = links = tuple(link for *_, link in sorted(found))
        return links

    def own(self, number: int, start: int, end: int) -> tuple[Link, ...]:
        """A passage's links with each other article, turned so that it is their ``a``; kept, since they are
        asked for often.
        """
        key = (number, start, end)
        if number in self._unread:
            return ()
        if key not in self._found:
            linked = (start, end) in self.passages.units[number]
            links = self._arriving.get(key, ()) if linked else self._finder().of_passage(*key)
            self._found[key] = tuple(links)
        return self._found[key]

    @cached_property
    def _documents(self) -> tuple[matching.Document, ...]:
        return tuple(
            matching.Document(
                "" if i in self._unread else a.text,
                a.sentences,
                tuple((s.start, s.end) for s in a.boilerplate),
            )
            for i, a in enumerate(self.articles)
        )

    @cached_property
    def index(self) -> matching.PassageIndex:
        """The articles made ready to be searched for passages."""
        return matching.build(self._documents)

    @cached_property
    def passages(self) -> StoryPassages:
        """The passages of the articles made ready to be compared."""
        return StoryPassages(self.articles, self.index)

    def _finder(self) -> LinkFinder:
        return LinkFinder(self.articles, self.index, self.passages)

    @cached_property
    def _arriving(self) -> dict[tuple[int, int, int], list[Link]]:
        found: dict[tuple[int, int, int], list[Link]] = defaultdict(list)
        for link in self.links:
            for turned in (link, link.turned()):
                found[self.number(turned.a.article), turned.a.start, turned.a.end].append(turned)
        return found

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(a): i for every in (self.given, self.articles) for i, a in enumerate(every)}
