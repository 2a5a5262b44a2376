"""Who may have said a claim: what is named around it, to be offered to the reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from seedreader.article import Claim, Range
from seedreader.session.source_state import index_at

MOST = 60
"""Names that are offered at most."""
LONGEST = 80
"""Characters of a name that is offered."""

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*\w"
_NAME = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0](?:(?:of|the|and|for|de|la|le|van|von|der|al) ){{0,2}}{_CAPITAL})*"
)
"""Words that begin with a capital, and the small words between them."""


def speaker_candidates(
    text: str, place: Range, sentences: Sequence[Range], claims: Sequence[Claim]
) -> tuple[str, ...]:
    """The speakers and names in the sentence of a claim, then in those beside it, then the text's speakers.

    Each once, the nearest first; of the text's speakers whom it cites most.
    """
    cited = Counter(_plain(claim.speaker.text) for claim in claims if claim.speaker)
    at = index_at(sentences, place[0])
    near = [sentences[i] for i in (at, at - 1, at + 1) if 0 <= i < len(sentences)]
    found = [name for sentence in near for name in _named_in(text, sentence, claims)]
    found += [name for name, _ in cited.most_common()]
    each_once: dict[str, str] = {}
    for name in found:
        if 1 < len(name) <= LONGEST:
            each_once.setdefault(name.casefold(), name)
    return tuple(each_once.values())[:MOST]


def _named_in(text: str, sentence: Range, claims: Sequence[Claim]) -> Iterator[str]:
    start, end = sentence
    for claim in claims:
        if claim.speaker and start <= claim.speaker.start < claim.speaker.end <= end:
            yield _plain(claim.speaker.text)
    for match in _NAME.finditer(text, start, end):
        first_word = match.start() == start and " " not in match[0]
        if not first_word or any(match[0] in _plain(c.speaker.text) for c in claims if c.speaker):
            yield _plain(match[0])


def _plain(name: str) -> str:
    return " ".join(name.split()).removesuffix("’s").removesuffix("'s")
