"""What a report says, as plain immutable values; the formats only lay them out.

Sources, disagreements and facts go by their number, from 1, as people count. Words are the article's own with
their white space made single spaces; each format makes them harmless in its own way. A day is None where it
is not known.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from seedreader.article import Range
from seedreader.report.references.reference import Reference


class Words(NamedTuple):
    """A stretch of a quote, and whether it is what the other side says otherwise."""

    text: str
    differs: bool = False


class Quote(NamedTuple):
    """Words of source ``source`` at ``[start, end)`` of its canonical text.

    ``begun`` and ``ended`` are whether it begins and ends where the article's sentence does. ``speaker`` is
    whom the article names as saying it, None where it names nobody.
    """

    source: int
    start: int
    end: int
    words: tuple[Words, ...]
    speaker: str | None = None
    begun: bool = True
    ended: bool = True

    @property
    def text(self) -> str:
        """The words without what is marked in them."""
        return "".join(part.text for part in self.words)


class Signed(NamedTuple):
    """Who wrote something of the notebook, and on which day; an empty name is the reader's own."""

    author: str
    day: date | None


class Note(NamedTuple):
    """What the reader wrote on a passage; its lines as they were typed."""

    body: str
    by: Signed


class Judgement(NamedTuple):
    """The reader's verdict on two passages: one of `RELATIONS`, or `REJECTED`.

    ``disagreement`` is the number of the one in which it is shown. ``by_hand``: nothing computed links both.
    A passage whose words are gone from its article is what was quoted then, in ``a`` or ``b`` with no range.
    """

    relation: str
    by: Signed
    a: Quote
    b: Quote
    by_hand: bool = False
    disagreement: int | None = None


class Source(NamedTuple):
    """One source. ``origin`` is a letter, the same for those that carry one text.

    ``language`` is a code of ISO 639-1. ``retrieved`` is the day on which its address was read, ``place``
    what was opened. ``marks`` are words such as "excerpt" and "embargo". ``text`` is the article,
    ``boilerplate`` what in it is none of it. ``corrected`` names what of this is the
    reader's word: "title", "outlet", "date", "language".
    """

    number: int
    name: str
    title: str
    author: str
    published: date | None
    updated: date | None
    url: str
    retrieved: date | None
    place: str
    language: str
    origin: str
    marks: tuple[str, ...]
    corrected: tuple[str, ...]
    claims: int
    words: int
    reference: Reference
    text: str
    boilerplate: tuple[Range, ...]

    @property
    def day(self) -> date | None:
        """Of publication, or else of its update."""
        return self.published or self.updated


class Position(NamedTuple):
    """One side of a disagreement: what it says in short, the passages that say it, and other sources that do.

    ``also`` are sources of which a passage agrees with one here; their words are not quoted.
    """

    value: str
    quotes: tuple[Quote, ...]
    also: tuple[int, ...] = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """All the sources that say it, by number."""
        return tuple(sorted({quote.source for quote in self.quotes} | set(self.also)))


class Contradiction(NamedTuple):
    """Two passages that can't both hold: of which sources, why, how sure the program is (0…1).

    ``judgement`` is the reader's, if there is one; ``score`` then says nothing.
    """

    a: int
    b: int
    why: str
    score: float
    judgement: Judgement | None = None


class PassageNotes(NamedTuple):
    """What the reader put on a passage: notes, tags, colours of highlights.

    ``state`` is how it stands in the text as it is: "exact", "moved", "edited", "uncertain", or "orphan":
    its words are gone, and ``quote``, without a range, is what they were. ``changed`` are figures that were
    others then, as (was, is).
    """

    quote: Quote
    state: str
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()


class Disagreement(NamedTuple):
    """A fact of which sources say what can't both hold. ``origins`` take part in it."""

    number: int
    positions: tuple[Position, ...]
    contradictions: tuple[Contradiction, ...]
    notes: tuple[PassageNotes, ...]
    origins: int

    @property
    def title(self) -> str:
        """The values that stand against each other."""
        return " ≠ ".join(position.value for position in self.positions)

    @property
    def sources(self) -> tuple[int, ...]:
        """All the sources that take part, by number."""
        return tuple(sorted({number for position in self.positions for number in position.sources}))


class FactSource(NamedTuple):
    """What a source says of a fact. ``relation`` is how it stands to the first one's words, None for those.

    ``value`` are the words of the figure or day that was compared, empty where other words were. ``as_fact``:
    it states as fact what another one here attributes. ``judged``: the reader said so.
    """

    quote: Quote
    relation: str | None
    value: str
    as_fact: bool = False
    judged: bool = False


class Fact(NamedTuple):
    """A fact, with what each source in which it was found says of it; the first one's words stand for it.

    ``origins`` state it, ``against`` contradict it. ``compared``: there is another text to be compared with.
    ``disagreement`` is the number of the one that it has a part in. ``score`` is how check-worthy it is, 0…1.
    """

    number: int
    sources: tuple[FactSource, ...]
    kinds: tuple[str, ...]
    origins: int
    against: int
    compared: bool
    score: float
    disagreement: int | None = None

    @property
    def quote(self) -> Quote:
        """The words that stand for it."""
        return self.sources[0].quote

    @property
    def sole(self) -> bool:
        """Whether no match that states it was found in another origin, though there is one to look in."""
        return self.origins == 1 and self.compared and self.disagreement is None


class SharedText(NamedTuple):
    """Sources of one origin: one text in several places, or one source read at several times (``versions``).

    ``sources`` begin with the one dated first; ``changes`` are what the other ones have otherwise.
    """

    sources: tuple[int, ...]
    versions: bool
    changes: tuple[TextChange, ...]


class TextChange(NamedTuple):
    """How the text of one source differs from another's of its origin: ``alike`` words in 0…1, and facts.

    ``facts`` are numbers, dates and names that stand for each other, as (in ``one``, in ``other``); ``more``
    is how many are not given. ``left_out`` and ``added`` count passages that only one of both has.
    """

    one: int
    other: int
    alike: float
    facts: tuple[tuple[str, str], ...]
    more: int
    left_out: int
    added: int


class Corrected(NamedTuple):
    """A correction of the reader: what a passage is ("boilerplate", "claim", …); ``body`` is what it says."""

    kind: str
    body: str
    quote: Quote
    by: Signed


class Limits(NamedTuple):
    """What was not compared, or only with a doubt.

    ``partial``: sources of which only a part is here, with the word for that. ``undated``: sources without a
    day, so that "last week" in them is no day. ``doubted``: sources whose date does not fit what they tell,
    and why. ``languages``: how many sources are in which one; ``foreign``: those not in English.
    """

    partial: tuple[tuple[int, str], ...]
    undated: tuple[int, ...]
    doubted: tuple[tuple[int, str], ...]
    languages: tuple[tuple[str, int], ...]
    foreign: tuple[int, ...]


class ClaimLink(NamedTuple):
    """A passage that a claim is linked with, and why."""

    relation: str
    quote: Quote
    why: str


class ClaimEntry(NamedTuple):
    """A claim with all that the other sources say of it; ``unmatched`` are sources without a match."""

    quote: Quote
    kinds: tuple[str, ...]
    links: tuple[ClaimLink, ...]
    unmatched: tuple[int, ...]


class TimelineEntry(NamedTuple):
    """What a source dates: a statement, or itself ("published"; "told": the day that its words give)."""

    kind: str
    quote: Quote


class TimelineRow(NamedTuple):
    """What falls on a stretch of time, as people write it; ``gap``: nothing was found for a while before."""

    when: str
    gap: bool
    entries: tuple[TimelineEntry, ...]


class Overview(NamedTuple):
    """The story in figures. ``by_origins`` counts the facts by how many origins state them, most first.

    ``sole`` counts those for which no match was found in another origin.
    """

    sources: int
    origins: int
    first: date | None
    last: date | None
    outlets: tuple[str, ...]
    claims: int
    facts: int
    by_origins: tuple[tuple[int, int], ...]
    sole: int


class StoryReport(NamedTuple):
    """What is reported of one story; ``claims`` are empty unless they are asked for."""

    number: int
    name: str
    overview: Overview
    sources: tuple[Source, ...]
    disagreements: tuple[Disagreement, ...]
    facts: tuple[Fact, ...]
    shared: tuple[SharedText, ...]
    notes: tuple[PassageNotes, ...]
    judgements: tuple[Judgement, ...]
    corrections: tuple[Corrected, ...]
    limits: Limits
    timeline: tuple[TimelineRow, ...]
    claims: tuple[ClaimEntry, ...]


class Report(NamedTuple):
    """A report on stories, made on a day by a version of the program.

    ``author`` is what the reader is called, empty where no setting tells. ``notebook`` is whether the
    reader's own verdicts and notes are in it. ``full``: with all facts, all words and all claims. ``style``
    is that of its sources (`references.styles.STYLES`). ``problems`` are what was wrong with the inputs.
    """

    made: date
    version: str
    author: str
    notebook: bool
    full: bool
    style: str
    problems: tuple[str, ...]
    stories: tuple[StoryReport, ...]
