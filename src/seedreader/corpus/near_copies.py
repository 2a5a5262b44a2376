"""Near-copies among many articles: reprints and rewrites of one text, and versions of one source.

Candidates come from an exact index of shingles, in memory for some thousand articles and in a temporary file
for more; which of them are near-copies, `compared_texts` tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise

from seedreader.analysis.families import MemoryPostings, Postings, families
from seedreader.article import Article
from seedreader.corpus.compared_texts import ComparedTexts
from seedreader.corpus.texts_as_numbers import Numbering, PostingsOnDisk, TextsOnDisk, temporary
from seedreader.story import source_versions

IN_MEMORY = 10_000
"""Articles up to which the index is kept in memory."""


@dataclass(frozen=True)
class Family:
    """Articles that carry one text, by their places among those given, in order; two at least.

    ``versions`` are groups of them that are one source, read at several times.
    """

    members: tuple[int, ...]
    versions: tuple[tuple[int, ...], ...] = ()

    @property
    def reprints(self) -> tuple[int, ...]:
        """One article for each source: the first of its versions."""
        later = {each for group in self.versions for each in group[1:]}
        return tuple(each for each in self.members if each not in later)


def find(articles: Iterable[Article], in_memory: int = IN_MEMORY) -> tuple[Family, ...]:
    """The families of near-copies, in the order of their first articles; each article is read once.

    Of more than ``in_memory`` articles texts and index go into a temporary file, which is gone afterwards;
    raises `sqlite3.Error` where that can't be written.
    """
    with closing(temporary()) as database:
        numbering, texts = Numbering(), ComparedTexts()
        sources: list[Article] = []
        postings: Postings[int] = MemoryPostings()
        for article in articles:
            if len(sources) == in_memory:
                texts.move(TextsOnDisk(database))
                postings = PostingsOnDisk(database)
            texts.add(numbering.of(article.text))
            sources.append(replace(article, text="", structure=(), sentences_given=None))
        texts.prepare()
        versions = source_versions.group(sources)
        pairs = [pair for group in versions for pair in pairwise(group)]
        found = families(texts, texts.fewest, texts.near, pairs, postings)
    home = {member: number for number, members in enumerate(found) for member in members}
    of: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for group in versions:
        of[home[group[0]]].append(group)
    return tuple(
        Family(members, tuple(of[number])) for number, members in enumerate(found) if len(members) > 1
    )
