"""Whether a page's own date and its story agree.

An article speaks of the days before it, of years ago as background and of what is to come, so none of these
is a warning. A warning is what can't be if the page was written on its day: words that put themselves into
another year, a text that another source of the story carried long before, a story told long before the
others', days after its own told as past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from statistics import median_low
from typing import NamedTuple

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.story import Story
from seedreader.story.implied_date import ImpliedDate, implied_date, written_year
from seedreader.text.format_dates import apart, day, days

LATER = 120
"""Days between two texts from which they are not of one time."""
YEAR, MONTH = 365, 31
"""Days of each, at most."""
MANY = 5
"""Days named with their year that count as many."""
FEWEST = 2
"""Other sources with a date from which one can stand apart from them."""
TOGETHER = 0.75
"""Share of the others that must be of one time for one to stand apart from them."""
TWICE = 2
"""Days after its own that a text must tell of as past."""
CLAUSE = 600
"""Characters of a statement that are read."""

_AHEAD = re.compile(
    r"\b(?:will|would|is|are|be|effective|shall|may|might|could|should|if|until|till|expect\w{0,3}|due|set"
    r"|schedul\w{1,4}|plan\w{0,5}|propos\w{1,4}|postpon\w{1,4}|delay\w{0,3}|announc\w{1,4}|slated|upcoming"
    r"|next|forthcoming|hope[sd]?|ahead|before|deadlines?|targets?|goals?|forecasts?|project\w{0,3}"
    r"|expires?|ends?|begins?|starts?)\b",
    re.I,
)
_TOWARDS = re.compile(r"\b(?:by|through|from|to|for)\s(?:the\s)?\Z")
_PAST = re.compile(
    r"\b(?:was|were|had|said|told|met|held|won|lost|took|came|went|began|made|died|left|fell|broke|struck|fought"
    r"|saw|gave|found|sent|spoke|rose|ran|got|became|led|wrote|flew|drove|shot|withdrew|[a-z]{3,}ed)\b"
)


class PageDateCheck(NamedTuple):
    """A source's date against the days in it.

    ``told`` is the day that its words give themselves, if it is another than the page's. ``first`` and
    ``last`` bound the days inside it; ``dated`` counts its dated statements, ``after`` those of days after
    its own. ``warnings`` are reasons to doubt its date, the strongest first.
    """

    published: date | None
    told: ImpliedDate | None
    first: date | None
    last: date | None
    dated: int
    after: int
    warnings: tuple[str, ...]

    @property
    def day(self) -> date | None:
        """When it was written, as far as is known."""
        return self.told.first if self.told else self.published


def judge(story: Story) -> tuple[PageDateCheck, ...]:
    """A judgement on each source, in their order."""
    published = [article.day for article in story.articles]
    alone = [
        _alone(article, _middle([*published[:number], *published[number + 1 :]]))
        for number, article in enumerate(story.articles)
    ]
    origin = {story.index_of(a): number for number, group in enumerate(story.origins) for a in group}
    origins = [origin[number] for number in range(len(story.articles))]
    return tuple(
        one._replace(
            warnings=(
                *one.warnings,
                *_carried_before(number, alone, origins),
                *_apart(number, alone, origins),
            )
        )
        for number, one in enumerate(alone)
    )


# -- a source by itself ------------------------------------------------------------------------------


def _alone(article: AnalysedArticle, around: date | None) -> PageDateCheck:
    published = article.day
    mentions = [m for claim in article.claims for m in claim.dates if m.first or m.last]
    edges = [when for m in mentions for when in (m.first, m.last) if when is not None]
    after = [m for m in mentions if published and m.first and m.first > published]
    own = implied_date(article, around)
    if own is not None and published is not None and (published - own.last).days <= LATER:
        own = None
    return PageDateCheck(
        published=published,
        told=own,
        first=min(edges, default=None),
        last=max(edges, default=None),
        dated=len(mentions),
        after=len(after),
        warnings=(*_written_before(published, own), *_told_as_past(article), *_nothing_near(article)),
    )


def _written_before(published: date | None, own: ImpliedDate | None) -> Iterator[str]:
    if own is not None and published is not None:
        length = apart((published - own.first).days)
        yield f"speaks of {own.why}: {days(own.first, own.last)}, {length} before the page's date"


def _told_as_past(article: AnalysedArticle) -> Iterator[str]:
    """Days after the page's that it names with their year and tells of as past."""
    published, text = article.day, article.text
    if published is None:
        return
    found = []
    for claim in article.claims:
        said = text[claim.start : min(claim.end, claim.start + CLAUSE)]
        for m in claim.dates:
            later = m.first is not None and m.first == m.last and m.first > published + timedelta(days=1)
            ahead = _AHEAD.search(said) or _TOWARDS.search(text[claim.start : m.start][-CLAUSE:])
            if later and m.first and written_year(text[m.start : m.end]) and not ahead:
                found += [m.first] if _PAST.search(said) else []
    if len(set(found)) >= TWICE:
        yield f"tells as past of {len(set(found))} days after its own date, up to {day(max(found))}"


def _nothing_near(article: AnalysedArticle) -> Iterator[str]:
    """Many days named with their year, all long before the page's, and none told from the page's own."""
    published, text = article.day, article.text
    if published is None:
        return
    mentions = [m for claim in article.claims for m in claim.dates]
    if not all(written_year(text[m.start : m.end]) for m in mentions):
        return
    full = [m.last for m in mentions if m.first and m.last and (m.last - m.first).days <= MONTH]
    if len(full) >= MANY and (published - max(full)).days > YEAR:
        yield f"names {len(full)} days, none within a year of its own date: the latest {day(max(full))}"


# -- a source beside the others ----------------------------------------------------------------------


def _carried_before(number: int, all_: Sequence[PageDateCheck], origins: Sequence[int]) -> Iterator[str]:
    """Whether another source carried the text long before, unless its own words tell so."""
    one = all_[number]
    if one.published is None or one.told is not None:
        return
    earlier = [
        (when, other)
        for other, judgement in enumerate(all_)
        if other != number and origins[other] == origins[number] and (when := judgement.day)
    ]
    if earlier and (one.published - min(earlier)[0]).days > LATER:
        when, other = min(earlier)
        length = apart((one.published - when).days)
        yield f"carries text of source {other + 1}, of {day(when)}: {length} before the page's date"


def _apart(number: int, all_: Sequence[PageDateCheck], origins: Sequence[int]) -> Iterator[str]:
    """Whether most other origins are of one time, long before or after it."""
    mine = all_[number].day
    earliest: dict[int, date] = {}
    for other, judgement in enumerate(all_):
        if judgement.day is not None and origins[other] != origins[number]:
            earliest[origins[other]] = min(judgement.day, earliest.get(origins[other], judgement.day))
    others = list(earliest.values())
    middle = _middle(others)
    if mine is None or middle is None or len(others) < FEWEST or abs((mine - middle).days) <= YEAR:
        return
    if sum(abs((when - middle).days) <= LATER for when in others) >= TOGETHER * len(others):
        side = "before" if mine < middle else "after"
        yield f"written {apart(abs((mine - middle).days))} {side} the other sources"


def _middle(whens: Sequence[date | None]) -> date | None:
    known = [when for when in whens if when is not None]
    return median_low(known) if known else None
