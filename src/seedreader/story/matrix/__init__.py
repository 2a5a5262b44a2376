"""Claims down, sources across: which source states which fact, and how each stands to the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import RELATIONS, Claim, Quantity
from seedreader.story import Story
from seedreader.story.matrix import grouping
from seedreader.story.matrix.cells import MatrixCell, MatrixRow, Statement, StatementLink
from seedreader.story.matrix.format_values import FormattedValue, format_value
from seedreader.story.matrix.statements import COMPARED, Statements, claims_about, mentions
from seedreader.story.support import CORROBORATING, matches

__all__ = ["FormattedValue", "Matrix", "MatrixCell", "MatrixRow", "Statement", "StatementLink"]

LONGEST = 400
"""Characters of a passage that stand for it where it states no figure."""


class Matrix:
    """The facts that the claims of a story state, and which source says what of them.

    Each claim has its place in the row of its fact, in several rows where it states several figures that
    others are compared with.
    """

    def __init__(self, story: Story) -> None:
        self.articles: Sequence[AnalysedArticle] = story.articles
        self.origins = tuple(tuple(map(story.index_of, group)) for group in story.origins)
        self._origin_of = {source: i for i, group in enumerate(self.origins) for source in group}
        self._compared = [story.is_compared(article) for article in story.articles]
        self._statements = Statements(story.articles, filter(matches, story.links))

    @property
    def ties(self) -> Sequence[StatementLink]:
        """Every link that is a match, once, with the statements that its ends are."""
        return self._statements.ties

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """Source indices in the order of the columns: those of one origin stand together."""
        return tuple(source for group in self.origins for source in group)

    @cached_property
    def facts(self) -> tuple[MatrixRow, ...]:
        """The facts in reading order."""
        statements = self._statements.every()
        item = {statement.key: i for i, statement in enumerate(statements)}
        ties = [tie for tie in self._statements.ties if tie.link.relation in COMPARED]
        ties.sort(key=lambda tie: (not tie.link.verdict, -tie.link.score))
        bonds = [(item[tie.mine.key], item[tie.theirs.key]) for tie in ties]
        groups = grouping.group([statement.source for statement in statements], bonds)
        return tuple(self._fact([statements[i] for i in items]) for items in groups)

    def held_against(self, fact: MatrixRow, source: int) -> MatrixRow:
        """The fact with one of its own cells as the reference; itself where that is none of them."""
        own = {cell.statement.source: cell.statement for cell in fact.own}
        return self._held(own, source) if source in own else fact

    def find(self, source: int, start: int, end: int) -> MatrixRow | None:
        """The fact that the claim at a passage states; else the next one of its source, if any."""
        mine = [(cell.statement, fact) for fact in self.facts for cell in fact.own]
        later = [(s, fact) for s, fact in mine if s.source == source and s.end > start]
        return min(later, key=lambda each: (each[0].start >= end, each[0].key), default=(None, None))[1]

    def claim(self, statement: Statement) -> Claim | None:
        """The claim that a statement is or lies in, or the first one in it."""
        claims = claims_about(self.articles[statement.source], *statement.range)
        touching = (c for c in claims if c.start < statement.end and statement.start < c.end)
        return next(touching, None)

    def value(self, fact: MatrixRow, source: int) -> FormattedValue:
        """What a source says of the fact in a few words; empty where no match was found in it.

        That is the figure or the day that is compared, or else a figure of the unit of the reference's. Where
        there is nothing to compare it is the words of the passage, or the figure of a claim that is alone.
        """
        cell = fact.cells.get(source)
        if cell is None:
            return FormattedValue("")
        statement, article = cell.statement, self.articles[source]
        meant = None if cell.relation == "related" else statement.meant or self._figure(fact, statement)
        words = article.text[statement.start : min(statement.end, statement.start + LONGEST)]
        said = format_value(meant) if meant else FormattedValue("")
        return said if said.words else FormattedValue(" ".join(words.split()))

    def _figure(self, fact: MatrixRow, statement: Statement) -> Quantity | None:
        reference, alone = fact.cells[fact.reference].statement.meant, fact.relation is None
        unit = reference.unit if isinstance(reference, Quantity) else None
        found = mentions(self.articles[statement.source], *statement.range)
        figures = (each for each in found if isinstance(each, Quantity))
        return next((each for each in figures if alone or (unit and each.unit == unit)), None)

    @cached_property
    def _ties(self) -> Mapping[Statement, Sequence[StatementLink]]:
        ties: dict[Statement, list[StatementLink]] = defaultdict(list)
        for tie in self._statements.ties:
            ties[tie.mine].append(tie)
            ties[tie.theirs].append(turned(tie))
        return ties

    def _fact(self, statements: Sequence[Statement]) -> MatrixRow:
        own = {statement.source: statement for statement in statements}
        return self._held(own, min(own, key=lambda source: self._preferred(own, source)))

    def _preferred(self, own: Mapping[int, Statement], source: int) -> tuple[bool, int, int, int]:
        """What makes a reference: it is contradicted, most others state it too, it comes first."""
        inside = [t for t in self._ties.get(own[source], ()) if own.get(t.theirs.source) == t.theirs]
        stating = sum(tie.link.relation in CORROBORATING for tie in inside)
        contradicted = any(tie.link.relation == "conflict" for tie in inside)
        return not contradicted, -stating, -len(inside), source

    def _held(self, own: Mapping[int, Statement], reference: int) -> MatrixRow:
        found = list(self._seen_from_cells(own))
        best: dict[int, StatementLink] = {}
        for tie in found:
            source = tie.mine.source
            if source != reference:
                best[source] = min(best.get(source, tie), tie, key=lambda t: _trust(t, reference))
        cells = {reference: MatrixCell(own[reference], True, None)}
        cells |= {s: MatrixCell(tie.mine, s in own, tie) for s, tie in best.items()}
        shown = {cell.statement for cell in cells.values()}
        ties = tuple(tie for tie in found if tie.mine in shown and tie.theirs in shown)
        whole = {s for s in cells if not self.articles[s].partial}
        stating = self._origins(
            whole & ({s for s, c in cells.items() if c.relation in CORROBORATING} | {reference})
        )
        opposed = self._origins({s for s, c in cells.items() if c.relation == "conflict"})
        claims = filter(None, (self.claim(s) for s in (own[reference], *own.values())))
        return MatrixRow(
            min(statement.key for statement in own.values()),
            reference,
            dict(sorted(cells.items())),
            ties,
            min((tie.link.relation for tie in ties), key=RELATIONS.index, default=None),
            tuple(dict.fromkeys(kind for claim in claims for kind in claim.kinds)),
            max(1, len(stating)),
            len(opposed - stating),
            frozenset(tie.mine.source for tie in ties if self._drops(tie)),
            self._compared[reference],
        )

    def _drops(self, tie: StatementLink) -> bool:
        """Whether the first end states as fact what the other attributes to a speaker."""
        link = tie.link
        if link.relation not in CORROBORATING or link.reason is None or not link.reason.dropped:
            return False
        assert link.reason.speakers is not None
        forward = self.articles[tie.mine.source] is link.a.article
        return link.reason.speakers[0 if forward else 1] is None

    def _seen_from_cells(self, own: Mapping[int, Statement]) -> Iterator[StatementLink]:
        """Every link that an own statement has with one that may stand in its fact, seen from either end."""
        for statement in own.values():
            for tie in self._ties.get(statement, ()):
                if own.get(tie.theirs.source, tie.theirs) == tie.theirs:
                    yield tie
                    if tie.theirs.source not in own:
                        yield turned(tie)

    def _origins(self, sources: set[int]) -> set[int]:
        return {self._origin_of[source] for source in sources}


def turned(tie: StatementLink) -> StatementLink:
    """The link seen from its other end."""
    return StatementLink(tie.theirs, tie.mine, tie.link)


def _trust(tie: StatementLink, reference: int) -> tuple[bool, bool, bool, int, float]:
    """What to show of a source: a comparison, with the reference, by the reader, a telling one, the best."""
    link = tie.link
    return (
        link.relation not in COMPARED,
        tie.theirs.source != reference,
        not link.verdict,
        RELATIONS.index(link.relation),
        -link.score,
    )
