"""What there is to know of each source of a story at a glance: its length, its claims, whom it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from seedreader.analysis.analysed_article import AnalysedArticle
from seedreader.article import Claim
from seedreader.story import Story
from seedreader.story.page_dates import PageDateCheck, judge

_LEADING = re.compile(
    r"^(?:(?P<determiner>the|a|an|his|her|their|its)|some|other|many|several|two|three|mr|mrs|ms|dr)\.?\s",
    re.I,
)
_TRAILING = re.compile(r",\s(?:however|meanwhile|though|too)$")
_APPENDED = re.compile(r",|\s(?P<word>of|from|in|at|for|with|within|between|on|to|by|who|that|which)\s")
_NOBODY = re.compile(
    r"(?:official|source|analyst|expert|observer|witness(?:es)?|person|people|m[ae]n|wom[ae]n|resident|critic"
    r"|researcher|scientist|diplomat|insider|spokes\w+|media|report|study|studies|survey|activist|authorities"
    r"|leader|police|they|he|she|it|we|i|you|one|someone|other|many|statement)s?",
    re.I,
)
"""Words for someone without a name, as the last word of what they are called."""
_LOOKED_AT = 120
"""Characters of a speaker's name that are read."""


class CitedSpeaker(NamedTuple):
    """Someone whom a source lets speak: the fullest name for them, their claims, whether it is a name."""

    name: str
    claims: int
    named: bool


class SourceProfile(NamedTuple):
    """One source: ``number`` is its place in the story, from 0.

    ``words`` counts its words outside of boilerplate, ``boilerplate`` the characters in it by kind, the
    most first, ``share`` their part of all its characters, in 0…1. ``kinds`` counts its claims by kind,
    ``conflicts`` those that another source contradicts. ``origin`` is the number of its origin, from 0, and
    ``shared`` are the other sources of it, ``versions`` those of these that are the same source read at
    another time. ``cited_speakers`` are those whom it names or mentions as
    speaking, names first, the most quoted first; ``own`` counts the claims that it makes in its own name.
    """

    number: int
    article: AnalysedArticle
    words: int
    boilerplate: tuple[tuple[str, int], ...]
    share: float
    claims: int
    kinds: tuple[tuple[str, int], ...]
    conflicts: int
    origin: int
    shared: tuple[int, ...]
    versions: tuple[int, ...]
    cited_speakers: tuple[CitedSpeaker, ...]
    own: int
    judgement: PageDateCheck

    @property
    def named(self) -> int:
        """Claims of speakers that have a name."""
        return sum(voice.claims for voice in self.cited_speakers if voice.named)

    @property
    def unnamed(self) -> int:
        """Claims of speakers without a name: "officials", "analysts"."""
        return sum(voice.claims for voice in self.cited_speakers if not voice.named)


def profiles(story: Story) -> tuple[SourceProfile, ...]:
    """The profile of each source, in their order."""
    origins = [tuple(map(story.index_of, group)) for group in story.origins]
    origin_of = {number: place for place, group in enumerate(origins) for number in group}
    return tuple(
        _profile(story, number, article, origin_of[number], origins[origin_of[number]], judgement)
        for number, (article, judgement) in enumerate(zip(story.articles, judge(story), strict=True))
    )


def cited_speakers(claims: Sequence[Claim]) -> tuple[CitedSpeaker, ...]:
    """Who says the claims: the end of one longer name ("Ruiz", "Ana Ruiz") counts for the longer."""
    said = Counter(" ".join(c.speaker.text[:_LOOKED_AT].split()) for c in claims if c.speaker)
    said.pop("", None)
    spelt: dict[str, Counter[str]] = {}
    for name, count in said.items():
        spelt.setdefault(_key(name), Counter())[name] += count
    fullest = _fullest(spelt)
    together: Counter[str] = Counter()
    for key, names in spelt.items():
        together[fullest[key]] += names.total()
    found = [
        CitedSpeaker(name, count, _is_name(name))
        for key, count in together.items()
        for name, _ in spelt[key].most_common(1)
    ]
    return tuple(sorted(found, key=lambda voice: (not voice.named, -voice.claims, voice.name)))


def _profile(
    story: Story,
    number: int,
    article: AnalysedArticle,
    origin: int,
    group: Sequence[int],
    judgement: PageDateCheck,
) -> SourceProfile:
    claims = article.claims
    boilerplate: Counter[str] = Counter()
    words, at = 0, 0
    for span in article.boilerplate:
        boilerplate[span.kind] += span.end - span.start
        words += len(article.text[at : span.start].split())
        at = span.end
    words += len(article.text[at:].split())
    return SourceProfile(
        number=number,
        article=article,
        words=words,
        boilerplate=tuple(boilerplate.most_common()),
        share=boilerplate.total() / max(1, len(article.text)),
        claims=len(claims),
        kinds=tuple(Counter(kind for claim in claims for kind in claim.kinds).most_common()),
        conflicts=sum(story.relation(article, claim) == "conflict" for claim in claims),
        origin=origin,
        shared=tuple(other for other in group if other != number),
        versions=tuple(map(story.index_of, story.versions_of(article))),
        cited_speakers=cited_speakers(claims),
        own=sum(claim.speaker is None for claim in claims),
        judgement=judgement,
    )


def _fullest(names: Mapping[str, Counter[str]]) -> dict[str, str]:
    """For each name the one longer name that it ends; itself where there are none or several."""
    longer: dict[str, list[str]] = {}
    for name in names:
        words = name.split()
        for cut in range(1, len(words)):
            longer.setdefault(" ".join(words[cut:]), []).append(name)
    full = {}
    for name, spelt in names.items():
        whole = [other for other in longer.get(name, ()) if other not in longer]
        full[name] = whole[0] if len(whole) == 1 and any(map(_is_name, spelt)) else name
    return full


def _key(name: str) -> str:
    """What is the same for one name however it is written, without what is said of its bearer after it."""
    return _bare(name).partition(",")[0].casefold()


def _bare(name: str) -> str:
    """A name without what stands before and after it."""
    return _LEADING.sub("", _TRAILING.sub("", name), count=1) or name


def _is_name(name: str) -> bool:
    """Whether a speaker is told by a proper name, not only by what they are.

    A capital letter at the beginning of several words may be a sentence's.
    """
    bare, leading = _bare(name), _LEADING.match(name)
    appended = _APPENDED.search(bare)
    words = (bare[: appended.start()] if appended else bare).split()
    if not words or _NOBODY.fullmatch(words[-1]):
        return False
    capitals = [word for word in words if word[:1].isupper()]
    told = leading is not None and leading["determiner"] is not None
    if capitals != words[:1] or told or words[0].endswith(("'s", "’s")):
        return bool(capitals)
    return len(words) == 1 and (appended is None or appended["word"] in (None, "of"))
