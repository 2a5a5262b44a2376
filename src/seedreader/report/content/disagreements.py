"""Which sources say what can't both hold, fact by fact, with both sides' words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from seedreader.article import DateMention, Link, Passage, Quantity, Range
from seedreader.report.content.quoting import Quoting, differing, with_compared
from seedreader.report.content.reader_annotations import Judged
from seedreader.report.values import Contradiction, Disagreement, Judgement, PassageNotes, Position, Quote
from seedreader.story import Story
from seedreader.story.matrix import Matrix, MatrixRow, Statement, StatementLink
from seedreader.story.matrix.cells import Key
from seedreader.story.support import CORROBORATING
from seedreader.text.reason_sentence import mention_in_words

SHORT = 50
"""Characters of a passage that stand for it where it has no figure, day or word that is compared."""


class Disagreements(NamedTuple):
    """Those of a story, with the number of the one that each statement and each verdict has a part in."""

    disagreements: tuple[Disagreement, ...]
    numbers: Mapping[Key, int]
    of_judgements: Mapping[int, int]

    def number_of(self, row: MatrixRow) -> int | None:
        """The number of the first one that a statement of a row of the matrix has a part in."""
        ends = (tie.mine for tie in row.ties if tie.link.relation == "conflict")
        return min((self.numbers[end.key] for end in ends if end.key in self.numbers), default=None)

    def placed(self, judged: Judged) -> Judgement:
        """A verdict with the number of the disagreement that shows it."""
        return judged.judgement._replace(disagreement=self.of_judgements.get(id(judged)))


def find(
    story: Story,
    matrix: Matrix,
    quoting: Quoting,
    judged: Sequence[Judged],
    notes: Sequence[PassageNotes],
) -> Disagreements:
    """The disagreements of a story, those with a verdict first, then those that most origins take part in.

    Statements that conflict with each other, at once or through others, are one disagreement.
    """
    origin_of = {source: i for i, group in enumerate(matrix.origins) for source in group}
    groups = _groups([tie for tie in matrix.ties if tie.link.relation == "conflict"])
    bonds = [tie for tie in matrix.ties if tie.link.relation in CORROBORATING]
    made = [_Maker(story, quoting, group, bonds, judged, origin_of) for group in groups]
    made.sort(key=lambda each: (not each.judged, -each.origins, -each.score))
    taken: set[int] = set()
    found = []
    for number, each in enumerate(made, 1):
        own = [note for note in notes if id(note) not in taken and _is_on(note, each.quotes)]
        taken |= {id(note) for note in own}
        found.append(each.disagreement(number, own))
    numbers = {key: number for number, each in enumerate(made, 1) for key in each.keys}
    of_judgements = {id(one): number for number, each in enumerate(made, 1) for one in each.judged}
    return Disagreements(tuple(found), numbers, of_judgements)


class _Maker:
    """One disagreement, made of the links that conflict in it."""

    def __init__(
        self,
        story: Story,
        quoting: Quoting,
        ties: Sequence[StatementLink],
        bonds: Sequence[StatementLink],
        judged: Sequence[Judged],
        origin_of: Mapping[int, int],
    ) -> None:
        self._quoting, self._ties, self._bonds = quoting, ties, bonds
        self._sides = _by_statement(ties)
        self.keys = {statement.key for statement in self._sides}
        self._judged = [next((one for one in reversed(judged) if one.is_on(tie.link)), None) for tie in ties]
        self.judged = [one for one in self._judged if one is not None]
        self.score = max(tie.link.score for tie in ties)
        self._positions = self._in_positions()
        sources = {number - 1 for position in self._positions for number in position.sources}
        self.origins = len({origin_of[source] for source in sources})
        self._story = story

    @property
    def quotes(self) -> list[Quote]:
        """All the words that are shown."""
        return [quote for position in self._positions for quote in position.quotes]

    def disagreement(self, number: int, notes: Sequence[PassageNotes]) -> Disagreement:
        """The value for the report."""
        contradictions = tuple(
            Contradiction(
                tie.mine.source + 1,
                tie.theirs.source + 1,
                _reason(tie.link),
                tie.link.score,
                one.judgement._replace(disagreement=number) if one else None,
            )
            for tie, one in zip(self._ties, self._judged, strict=True)
        )
        return Disagreement(number, tuple(self._positions), contradictions, tuple(notes), self.origins)

    def _in_positions(self) -> list[Position]:
        """The statements by what they say, that of most contradictions first."""
        against: dict[Key, set[Key]] = defaultdict(set)
        for tie in self._ties:
            against[tie.mine.key].add(tie.theirs.key)
            against[tie.theirs.key].add(tie.mine.key)
        bound = {frozenset((tie.mine.key, tie.theirs.key)) for tie in self._bonds}

        def agree(one: Statement, other: Statement) -> bool:
            return frozenset((one.key, other.key)) in bound or _one_value(one, other)

        groups: list[list[Statement]] = []
        for statement in sorted(self._sides, key=lambda each: each.key):
            home = _fitting(groups, statement, agree, against)
            if home is None:
                groups.append([statement])
            else:
                home.append(statement)
        keys = [{statement.key for statement in group} for group in groups]
        clashes = [sum(any(against[key] & other for key in own) for other in keys) for own in keys]
        order = sorted(range(len(groups)), key=lambda i: (-clashes[i], groups[i][0].key))
        found = [self._position(groups[i]) for i in order]
        # what bears out two sides, as "more than 200" does 212 and 214, speaks for neither
        sides = Counter(source for position in found for source in position.also)
        return [
            each._replace(also=tuple(source for source in each.also if sides[source] == 1)) for each in found
        ]

    def _position(self, group: Sequence[Statement]) -> Position:
        quotes: list[Quote] = []
        keys = {statement.key for statement in group}
        own = {statement.source for statement in group}
        for statement in group:
            quote = self._quote(statement)
            if not any(_letters(quote) == _letters(other) for other in quotes):
                quotes.append(quote)
        ends = [end for tie in self._bonds for end in ((tie.mine, tie.theirs), (tie.theirs, tie.mine))]
        also = own | {other.source for mine, other in ends if mine.key in keys}
        contrary = {statement.source for statement in self._sides} - own
        shown = also - contrary - {quote.source - 1 for quote in quotes}
        value = _value(*self._sides[group[0]][0])
        return Position(value, tuple(quotes), tuple(sorted(source + 1 for source in shown)))

    def _quote(self, statement: Statement) -> Quote:
        """The passage, as far as to what was compared, with all that the other sides say otherwise marked."""
        ranges, places = [], []
        for tie, first in self._sides[statement]:
            ranges += differing(tie.link)[not first]
            places.append(with_compared(tie.link, first))
        start, end = min(start for start, _ in places), max(end for _, end in places)
        return self._quoting.quote(statement.source, start, end, ranges)


def _groups(ties: Sequence[StatementLink]) -> list[list[StatementLink]]:
    """Links whose statements are joined by conflicts, in the order of the first of each."""
    home: dict[Key, int] = {}
    groups: dict[int, list[StatementLink]] = {}
    for number, tie in enumerate(ties):
        ends = (tie.mine.key, tie.theirs.key)
        joined = sorted({home[end] for end in ends if end in home})
        into = joined[0] if joined else number
        groups.setdefault(into, []).append(tie)
        home.update(dict.fromkeys(ends, into))
        for other in joined[1:]:
            groups[into] += groups.pop(other)
            home.update({key: into for key, each in home.items() if each == other})
    return list(groups.values())


def _by_statement(ties: Iterable[StatementLink]) -> dict[Statement, list[tuple[StatementLink, bool]]]:
    """The links of each statement, and whether it is their first end."""
    found: dict[Statement, list[tuple[StatementLink, bool]]] = defaultdict(list)
    for tie in ties:
        found[tie.mine].append((tie, True))
        found[tie.theirs].append((tie, False))
    return found


def _fitting(
    groups: Sequence[list[Statement]],
    statement: Statement,
    agree: Callable[[Statement, Statement], bool],
    against: Mapping[Key, set[Key]],
) -> list[Statement] | None:
    """The group that a statement says the same as, none of which it contradicts."""
    for group in groups:
        clear = all(each.key not in against[statement.key] for each in group)
        if clear and any(agree(statement, each) for each in group):
            return group
    return None


def _one_value(one: Statement, other: Statement) -> bool:
    """Whether two figures are one, or of two days or spans one lies in the other."""
    a, b = one.meant, other.meant
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return a.figure is not None and a.figure == b.figure
    if isinstance(a, DateMention) and isinstance(b, DateMention) and None not in (a[2:] + b[2:]):
        spans = sorted((a, b), key=lambda each: each.last - each.first)  # type: ignore[operator]
        inner, outer = spans
        return outer.first <= inner.first and inner.last <= outer.last  # type: ignore[operator]
    return False


def _letters(quote: Quote) -> str:
    return "".join(filter(str.isalnum, quote.text)).casefold()


def _passage(tie: StatementLink, first: bool) -> Passage:
    return tie.link.a if first else tie.link.b


def _value(tie: StatementLink, first: bool) -> str:
    """What a side says, in its own words: the figure, day or word that was compared; or its beginning."""
    link, passage = tie.link, _passage(tie, first)
    reason = link.reason
    mention = reason and (reason.a if first else reason.b)
    if reason is not None and mention is not None:
        return mention_in_words(mention, passage.article.text)
    only = (reason.only_a if first else reason.only_b) if reason and reason.kind == "opposite" else ()
    if only:
        return ", ".join(only)
    words = " ".join(passage.text.split())
    return f"“{words if len(words) <= SHORT else words[: SHORT - 1].rsplit(' ', 1)[0] + ' …'}”"


def _reason(link: Link) -> str:
    """Why both can't hold, without saying that the reader said so: that is told by itself."""
    return link._replace(verdict=False).why


def _is_on(note: PassageNotes, quotes: Iterable[Quote]) -> bool:
    place: Range = note.quote.start, note.quote.end
    return any(
        quote.source == note.quote.source and quote.start < place[1] and place[0] < quote.end
        for quote in quotes
    )
