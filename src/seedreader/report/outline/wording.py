"""The sentences of a report, made of its values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from seedreader.article import REJECTED
from seedreader.report.measured import IN_WORDS
from seedreader.report.values import (
    Contradiction,
    Corrected,
    Fact,
    Judgement,
    Overview,
    PassageNotes,
    Quote,
    Report,
    SharedText,
    Signed,
    Source,
    StoryReport,
    TextChange,
)
from seedreader.text import languages
from seedreader.text.format_dates import long_day
from seedreader.text.plurals import count

VERDICTS = {**IN_WORDS, REJECTED: "is not linked with"}
"""What a verdict says of its first passage, in words that the second may follow."""

SHORT = 90
"""Characters of a quote that is told in brief."""

_STATES = {
    "moved": "stands elsewhere in the text now",
    "edited": "its words have changed since",
    "uncertain": "its place is uncertain",
    "orphan": "its words are gone from the text",
}


def listed(words: Sequence[str], last: str = "and") -> str:
    """ "1", "1 and 2", "1, 2 and 3"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def numbers(sources: Iterable[int]) -> str:
    """Sources by number: "1, 2 and 3"."""
    return listed([str(number) for number in sources])


def day(when: date | None) -> str:
    """A day written out; "undated" where it is not known."""
    return long_day(when) if when else "undated"


def overview(of: Overview, disagreements: int) -> str:
    """The story in figures, as two or three sentences."""
    said = f"{count(of.sources, 'source')} of {count(of.origins, 'origin')}{_span(of)}. "
    several = [f"{n:,} in {count(origins, 'origin')}" for origins, n in of.by_origins if origins > 1]
    if of.facts and of.origins == 1:
        return f"{said}{count(of.facts, 'fact')}, and no other text to compare them with."
    if not of.facts:
        return f"{said}No checkable statement was found in {'it' if of.sources == 1 else 'them'}."
    said += f"{count(of.claims, 'claim')} {'states' if of.claims == 1 else 'state'} {count(of.facts, 'fact')}"
    if several:
        said += f": {listed(several)}"
    if of.sole:
        said += f"; for {of.sole:,} no match was found in another origin"
    return (
        f"{said}. {count(disagreements, 'disagreement') if disagreements else 'No disagreement was found'}."
    )


def _span(of: Overview) -> str:
    if of.first is None or of.last is None:
        return ", all undated"
    if of.first == of.last:
        return f", {long_day(of.first)}"
    return f", {long_day(of.first)} to {long_day(of.last)}"


def made(report: Report) -> str:
    """When and with what the report was made, and whose words are in it."""
    said = f"Report of {long_day(report.made)}, made with seedreader {report.version}"
    if not report.notebook:
        return f"{said}, without the notebook's notes, verdicts and corrections."
    whose = f"{report.author}’s" if report.author else "the reader’s"
    return f"{said}. Notes, verdicts and corrections in it are {whose} where no other name is given."


def story_line(story: StoryReport) -> str:
    """A story in a list of several: how large it is, and whether its sources disagree."""
    of = story.overview
    return (
        f"{count(of.sources, 'source')}, {count(of.origins, 'origin')}, "
        f"{count(len(story.disagreements), 'disagreement')}"
    )


def source_facts(source: Source, author: str) -> list[str]:
    """What there is to know of a source besides what a citation tells; ``author`` is the reader."""
    facts = [f"Origin {source.origin}", count(source.words, "word"), count(source.claims, "claim")]
    facts += [f"in {languages.name(source.language)}"] if source.language not in ("", "en") else []
    if source.updated and source.published and source.updated != source.published:
        facts.append(f"updated {long_day(source.updated)}")
    facts += [f"marked: {', '.join(source.marks)}"] if source.marks else []
    if source.corrected:
        facts.append(f"{listed(source.corrected)} corrected by {author or 'the reader'}")
    return [*facts, source.place] if source.place else facts


def attributed(quote: Quote) -> str:
    """Whom the article names as saying a passage."""
    return f"attributed to {quote.speaker}" if quote.speaker else "unattributed"


def quoted(quote: Quote) -> tuple[str, str]:
    """What stands before and after the words of a quote: marks, and an ellipsis where words are left out."""
    opening, closing = "“", "”"
    first, last = quote.text[:1], quote.text[-1:]
    if first in _DOUBLE or last in _DOUBLE:
        opening, closing = "‘", "’"
    return (
        f"{opening}{'' if quote.begun else '… '}",
        f"{'' if quote.ended else ' …'}{closing}",
    )


def short(quote: Quote) -> str:
    """The beginning of a quote, in quotation marks."""
    before, after = quoted(quote)
    if len(quote.text) <= SHORT:
        return f"{before}{quote.text}{after}"
    return f"{before}{quote.text[:SHORT].rsplit(' ', 1)[0]} …{after[-1:]}"


_DOUBLE = tuple('"“”„‟«»＂')


def why(group: Sequence[Contradiction]) -> str:
    """Why sources contradict each other: pairs of which one thing can be said."""
    one = numbers(sorted({each.a for each in group}))
    other = numbers(sorted({each.b for each in group}))
    scores = sorted({f"{each.score:.2f}" for each in group if each.judgement is None})
    score = f" (score {' to '.join(dict.fromkeys((scores[0], scores[-1])))})" if scores else ""
    return f"{one} ≠ {other}: {group[0].why or 'no computed reason'}{score}"


def whose(by: Signed, author: str, what: str, of: str = "of") -> str:
    """ "Note of Ana Ruiz, 3 March 2025": who wrote what, and when."""
    said = f"{what} {of} {by.author or author or 'the reader'}"
    return f"{said}, {long_day(by.day)}" if by.day else said


def verdict(judgement: Judgement, author: str) -> str:
    """A verdict as a sentence about the sources of its passages."""
    a, b = _place(judgement.a), _place(judgement.b)
    says = f"{a} {VERDICTS[judgement.relation]}"
    joined = {"conflict": f" {b}", REJECTED: f" {b}"}.get(judgement.relation, f" as {b}")
    hand = ", linked by hand" if judgement.by_hand else ""
    return f"{whose(judgement.by, author, 'Verdict')}{hand}: {says}{joined}."


def corrected(each: Corrected, author: str) -> str:
    """A correction of a passage: what it is by the reader's word, or who says it."""
    if each.kind != "speaker":
        return whose(each.by, author, f"Marked as {each.kind}", "by")
    return whose(each.by, author, f"Speaker: {each.body or 'nobody'} — corrected", "by")


def _place(quote: Quote) -> str:
    return f"source {quote.source}" if quote.source else "a source that is not in this story"


def dropped(fact: Fact) -> str:
    """Which sources state as fact what others attribute; empty where none does."""
    as_fact = sorted(each.quote.source for each in fact.sources if each.as_fact)
    if not as_fact:
        return ""
    naming = sorted(each.quote.source for each in fact.sources if each.quote.speaker and not each.as_fact)
    verb = "states" if len(as_fact) == 1 else "state"
    others = f" what {numbers(naming)} {'attributes' if len(naming) == 1 else 'attribute'}" if naming else ""
    return f"Attribution dropped: {numbers(as_fact)} {verb} as fact{others or ' what others attribute'}."


def shared(text: SharedText) -> str:
    """Which sources carry one text."""
    if text.versions:
        return f"{numbers(text.sources)} are one source, read at several times, and count once."
    return f"{numbers(text.sources)} carry one text and count once."


def changed(change: TextChange) -> str:
    """How one of them differs from the first."""
    said = f"Between {change.one} and {change.other} {100 * change.alike:.0f} % of the words are the same"
    if change.facts:
        pairs = "; ".join(f"{old} → {new}" for old, new in change.facts)
        said += f"; changed: {pairs}"
        said += f" and {change.more:,} more" if change.more else ""
    only = [
        f"{count(number, 'passage')} only in {source}"
        for number, source in ((change.left_out, change.one), (change.added, change.other))
        if number
    ]
    return f"{said}{'; ' + ', '.join(only) if only else ''}."


def state(notes: PassageNotes) -> str:
    """How an annotated passage stands in the text as it is; empty where it stands as it did."""
    said = _STATES.get(notes.state, "")
    if notes.changed:
        figures = ", ".join(f"{old or '—'} → {new or '—'}" for old, new in notes.changed)
        said = f"{said or 'changed'}: {figures}"
    return said
