"""Made variants of texts, and how many of them are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from seedreader.article import Article
from seedreader.corpus import near_copies

LIKENESSES = (0.95, 0.8, 0.6, 0.4)
"""Shares of a text's words that its variants keep."""

VARIANTS = ("scattered", "in a block", "edited")
"""How: single words replaced, a stretch replaced, single words replaced, dropped and put in."""


def variant(text: str, likeness: float, how: str, vocabulary: Sequence[str], random: Random) -> str:
    """A text of which that share of the words is kept, in order."""
    words = text.split(" ")
    changed = round(len(words) * (1 - likeness))
    if how == "in a block":
        start = random.randrange(len(words))
        for place in range(start, start + changed):
            words[place % len(words)] = random.choice(vocabulary)
        return " ".join(words)
    for place in sorted(random.sample(range(len(words)), changed), reverse=True):
        edit = random.choice(("replace", "drop", "add")) if how == "edited" else "replace"
        if edit == "add":
            words.insert(place, random.choice(vocabulary))
        elif edit == "drop":
            del words[place]
        else:
            words[place] = random.choice(vocabulary)
    return " ".join(words)


def measured(
    texts: Sequence[str],
    how: str,
    beneath: str = "",
    events: Sequence[object] | None = None,
    in_memory: int = near_copies.IN_MEMORY,
) -> tuple[dict[float, float], float]:
    """The share of variants found, by likeness, and the share of pairs found that are of one text.

    ``beneath`` stands under each text and variant. Where ``events`` tell what each text is about, pairs of
    one event count as right, since papers take over what agencies send.
    """
    random = Random(5)
    vocabulary = [word for text in texts for word in text.split(" ")]
    made: list[tuple[str, int, float]] = []
    for number, text in enumerate(texts):
        made.append((text, number, 1.0))
        made += [(variant(text, each, how, vocabulary, random), number, each) for each in LIKENESSES]
    random.shuffle(made)
    found = near_copies.find([Article(text + beneath, "a") for text, _, _ in made], in_memory)
    home = {place: number for number, family in enumerate(found) for place in family.members}
    first = {number: home.get(place) for place, (_, number, likeness) in enumerate(made) if likeness == 1}
    right = Counter(
        likeness
        for place, (_, number, likeness) in enumerate(made)
        if place in home and home[place] == first[number]
    )
    about = events or range(len(texts))
    pairs = same = 0
    for family in found:
        sizes = Counter(about[made[place][1]] for place in family.members)
        pairs += len(family.members) ** 2
        same += sum(size * size for size in sizes.values())
    return {each: right[each] / len(texts) for each in LIKENESSES}, same / pairs if pairs else 1.0
