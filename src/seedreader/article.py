"""The immutable values that every part of the program speaks in.

Every position is a half-open range ``[start, end)`` of Python str offsets in an article's canonical
text, never a row, a column, or an offset in wrapped or cleaned text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from seedreader.text import reason_sentence, uris

Range = tuple[int, int]
"""A half-open range ``[start, end)`` of offsets in a canonical text."""

KINDS = ("quantity", "date", "quote", "attribution", "role", "event")
"""The kinds that a claim can be of."""

RELATIONS = ("conflict", "refine", "agree", "copy", "related")
"""How two linked passages can stand to each other, what a reader most wants to see first."""

REJECTED = "none"
"""In place of a relation: the reader's verdict that two passages are not linked."""

CORRECTIONS = ("boilerplate", "article", "claim", "no claim", "speaker")
"""What a reader can say that a passage is, or who says it, whatever is computed."""

SOURCE_FACTS = ("title", "outlet", "published", "language")
"""What a reader can say of a source, whatever its file declares: the names of the fields of an `Article`."""

ANOTHER_READING = "reading"
"""In place of such a fact: whether a source is another one, read at another time."""

YES, NO = "yes", "no"
"""What a reader can say of that."""

STRUCTURES = (
    "heading", "paragraph", "list", "table", "caption", "navigation", "quotation", "comment", "hidden",
    "inserted", "deleted", "header", "footer", "declared",
)  # fmt: skip
"""What a format itself can say that a range of a text is; "declared" is an article's text that its page does
not
show but declares for other programs."""

MARKS = ("excerpt", "cut", "notice")
"""What a format can say of a whole text: it is a teaser, it ends where the rest was cut off, or an agency
says something of it (an embargo, a correction, a kill)."""

UNREAD = "not compared"
"""The mark of a text that is so long that it is analysed only when the reader asks."""

PARTIAL = ("excerpt", "cut", UNREAD)
"""Marks of a text that is not whole, or not compared as a whole."""


class SourceId(NamedTuple):
    """What an article is, wherever its file lies: a URI and, inside a container, a member.

    ``uri`` is a file's (``file://``) or an address. ``member`` is what the container calls the article (a
    message's or record's id); None where the file is the article. Two members of one file are two sources.
    """

    uri: str
    member: str | None = None

    @classmethod
    def of_path(cls, path: str, member: str | None = None) -> SourceId:
        """The source that is a file, or a member of one; a path may be an address, too."""
        return cls(uris.of_path(path), member)


class Structure(NamedTuple):
    """What the format says that ``[start, end)`` is: ``kind`` is one of `STRUCTURES`."""

    start: int
    end: int
    kind: str


class Mark(NamedTuple):
    """What the format says of the whole text: ``kind`` is one of `MARKS`, ``detail`` its own words."""

    kind: str
    detail: str = ""


class AgencyItem(NamedTuple):
    """A news agency's item, which it sends again when it has more or better to tell.

    ``id`` is what all its versions are called, wherever they lie; ``version`` grows, None where it is not
    known.
    """

    id: str
    version: int | None = None


class Provenance(NamedTuple):
    """Where each value of an article comes from; None for a value that is not known.

    "given" by the caller, the "file name", guessed from the "text", or the format's own name for it, such as
    "json-ld": what is declared beats what is guessed, and what the reader says (`BY_READER`) beats all.
    """

    name: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None


_UNTOLD = Provenance()

BY_READER = "reader"
"""Where a value comes from that the reader gave in place of another."""


@dataclass(frozen=True, eq=False)
class Article:
    """One source as read. Two sources with one text are still two sources, so identity is equality.

    ``text`` is the canonical text. ``name`` is what the reader calls the source when it names no outlet, and
    ``path`` what was opened: a path as it was given, or an address. ``source`` is what the article is,
    wherever that lies; one with nothing but a path is the file there. ``language`` is a code of ISO 639-1.
    ``sentences_given`` are sentence ranges that the caller knows better than the splitter. ``readings`` are
    the sources that the reader says are this one, read at another time, and ``no_readings`` those that are
    not, whatever their names tell; ``uncorrected`` is the article as it was before the reader said anything.
    """

    text: str
    name: str
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    dateline: str | None = None
    updated: date | None = None
    sentences_given: tuple[Range, ...] | None = None
    source: SourceId | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    media_type: str | None = None
    retrieved: datetime | None = None
    structure: tuple[Structure, ...] = ()
    marks: tuple[Mark, ...] = ()
    item: AgencyItem | None = None
    provenance: Provenance = _UNTOLD
    readings: tuple[SourceId, ...] = ()
    no_readings: tuple[SourceId, ...] = ()
    uncorrected: Article | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.source is None and self.path:
            object.__setattr__(self, "source", SourceId.of_path(self.path))

    @property
    def partial(self) -> str | None:
        """The mark that says that the text is not whole: what it does not hold, its source may still tell."""
        return next((mark.kind for mark in self.marks if mark.kind in PARTIAL), None)

    @property
    def day(self) -> date | None:
        """The day that its relative dates are told from: of publication, or else of its update."""
        return self.published or self.updated


class Span(NamedTuple):
    """A range of boilerplate: what ``kind`` of it, and how sure (``score`` in 0…1)."""

    start: int
    end: int
    kind: str
    score: float


class Quantity(NamedTuple):
    """A stated figure, the interval that its wording allows, and its unit.

    ``figure`` is None for a range ("1,000 to 3,000"); ``low`` or ``high`` is None where it is unbounded.
    """

    start: int
    end: int
    figure: float | None
    low: float | None
    high: float | None
    unit: str | None


class DateMention(NamedTuple):
    """A date as an interval of days ``first``…``last``, both included; None where it is open."""

    start: int
    end: int
    first: date | None
    last: date | None


class Speaker(NamedTuple):
    """Whom the article names as saying something, and where it does.

    ``text`` is the name that is meant: where a pronoun stands at ``[start, end)``, the one it stands for. The
    range is empty where the reader named somebody whom the article does not.
    """

    start: int
    end: int
    text: str


class Claim(NamedTuple):
    """A checkable statement: a clause, with the speaker outside it; ``score`` in 0…1 is how check-worthy."""

    start: int
    end: int
    kinds: tuple[str, ...]
    score: float
    speaker: Speaker | None = None
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()


class Passage(NamedTuple):
    """A range of an article, usually a sentence or a claim."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """The passage's own words."""
        return self.article.text[self.start : self.end]


REASONS = (
    "figure", "date", "denial", "opposite", "copy", "quotation", "hedge", "words", "subject", "events",
)  # fmt: skip
"""What a reason rests on. ``events``: the articles seem to tell of different ones."""


class Mention(NamedTuple):
    """The words ``[start, end)`` of an article that were compared; ``first``…``last``, the days they mean."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None


class Reason(NamedTuple):
    """What a relation rests on.

    ``a`` and ``b`` are the mentions that were compared, each in its passage's article; None where words are.
    ``sign`` is how the first stands to the second: ``= ≠ ≈ ⊂ ⊃`` or empty. ``shared`` are words that both
    passages say, ``only_a`` and ``only_b`` such as one says. ``likeness`` is how many of 100 words are the
    same. ``speakers`` are the speakers, where only one passage names any (its attribution is dropped by the
    other) or they name others; else None.
    """

    kind: str
    a: Mention | None = None
    b: Mention | None = None
    sign: str = ""
    shared: tuple[str, ...] = ()
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    likeness: int | None = None
    speakers: tuple[Speaker | None, Speaker | None] | None = None

    @property
    def dropped(self) -> bool:
        """Whether one passage states as fact what the other says that somebody says."""
        return self.speakers is not None and None in self.speakers

    def turned(self) -> Reason:
        """The reason seen from the other passage."""
        return self._replace(
            a=self.b, b=self.a, sign={"⊂": "⊃", "⊃": "⊂"}.get(self.sign, self.sign),
            only_a=self.only_b, only_b=self.only_a, speakers=self.speakers and self.speakers[::-1],
        )  # fmt: skip


VERDICT = "your verdict"
"""The reason of a link that the reader made or changed."""


class Link(NamedTuple):
    """Two matched passages, how well they match (0…1), their relation, and a reason to check it by.

    ``reason`` is None where nothing computed speaks for the relation, as for a link that the reader made.
    ``verdict`` is whether the reader said so: a link that was confirmed, relabelled or made by hand.
    """

    a: Passage
    b: Passage
    relation: str
    score: float
    reason: Reason | None
    verdict: bool = False

    @property
    def why(self) -> str:
        """The reason in one line."""
        said = self.reason and reason_sentence.sentence(self.reason, self.a.article.text, self.b.article.text)
        return "; ".join(filter(None, (VERDICT if self.verdict else "", said)))

    def turned(self) -> Link:
        """The link seen from its other end."""
        return self._replace(a=self.b, b=self.a, reason=self.reason and self.reason.turned())


class Correction(NamedTuple):
    """The reader's word on what ``[start, end)`` of an article is: ``kind`` is one of `CORRECTIONS`.

    ``value`` is whom a speaker is called; empty where nobody says it but the article.
    """

    start: int
    end: int
    kind: str
    value: str = ""


class SourceCorrection(NamedTuple):
    """The reader's word on a source: ``fact`` is one of `SOURCE_FACTS`, or `ANOTHER_READING`.

    ``value`` is a title, an outlet, a day (ISO 8601) or a language (ISO 639-1), empty for one that is not
    known; of another reading `YES` or `NO`, where ``other`` is the source that it is, or isn't, one of.
    """

    source: SourceId
    fact: str
    value: str
    other: SourceId | None = None


EVENT_DECISIONS = ("merge", "split")
"""What a reader can say of two sets of sources: that both tell of one event, that each tells of another."""


class EventDecision(NamedTuple):
    """The reader's word on the events of ``one`` and ``other``; ``kind`` is one of `EVENT_DECISIONS`."""

    kind: str
    one: tuple[SourceId, ...]
    other: tuple[SourceId, ...] = ()


class Verdict(NamedTuple):
    """The reader's word on how two passages of different articles stand to each other.

    ``relation`` is one of `RELATIONS`, or None: they are not linked at all.
    """

    a: Passage
    b: Passage
    relation: str | None
