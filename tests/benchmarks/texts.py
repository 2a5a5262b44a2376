"""Made-up news: sentences of any number from a random list of words that mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

_ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
)
_RHYMES = ("a", "al", "an", "ar", "e", "el", "en", "er", "i", "in", "o", "om", "or", "u", "un")
_SAYING = ("said", "told reporters", "announced", "warned", "confirmed")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "last week", "in March", "on 4 May 2024")
_SHAPES = (
    "The {a} {b} {v} {n} {b}s near {P} on {d}, {N} {s}.",
    "About {n} {b}s were {v} in {P} {d}, according to the {a} ministry of {c}.",
    "“We {v} the {c} before the {b} {v} it,” {N} {s}, adding that {n} {c}s remained.",
    "{N}, who {v} the {a} {c} of {P}, {s} that up to {n} people had {v} the {b}.",
    "Neither the {b} nor the {a} {c} was {v}.",
    "In {P}, the {c} {v} from {n} to {m} {b}s, the {a} {b} of the region {s} on {d}.",
    "{P} has {v} at least {n} {a} {b}s since {d}; {N} denied that the {c} was {v}.",
)
_PARAGRAPH = 4


def sentences(number: int, seed: int) -> list[str]:
    """So many sentences, about 120 characters each; the same for the same seed."""
    random = Random(seed)
    words = ["".join(random.choice(_ONSETS) + random.choice(_RHYMES) for _ in range(2)) for _ in range(3000)]
    return [_sentence(random, words) for _ in range(number)]


def retold(story: Sequence[str], seed: int) -> list[str]:
    """The story as another would tell it: a tenth of it left out, a word changed in every fifth sentence."""
    random = Random(seed)
    told = [sentence for sentence in story if random.random() > 0.1]
    return [_reworded(random, sentence) if random.random() < 0.2 else sentence for sentence in told]


def near_copy(story: Sequence[str], seed: int) -> list[str]:
    """The story with a word changed in every fifth sentence."""
    random = Random(seed)
    return [_reworded(random, sentence) if random.random() < 0.2 else sentence for sentence in story]


def article(story: Sequence[str]) -> str:
    """Sentences as a text with paragraphs; each is followed by one character of white space."""
    return "".join(
        sentence + ("\n" if number % _PARAGRAPH == 0 else " ") for number, sentence in enumerate(story, 1)
    )


def _sentence(random: Random, words: Sequence[str]) -> str:
    a, b, c, v, place, name, surname = random.choices(words, k=7)
    return random.choice(_SHAPES).format(
        a=a,
        b=b,
        c=c,
        v=v + "ed",
        P=place.title(),
        N=f"{name.title()} {surname.title()}",
        n=f"{random.randrange(3, 20_000):,}",
        m=f"{random.randrange(3, 20_000):,}",
        s=random.choice(_SAYING),
        d=random.choice(_DAYS),
    )


def _reworded(random: Random, sentence: str) -> str:
    words = sentence.split(" ")
    words[random.randrange(1, len(words) - 1)] = "".join(random.choices("aeilnorst", k=6))
    return " ".join(words)
