"""What matching and origins mean by a word: folded, stemmed, and told apart as name or number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]")
_INITIALS = re.compile(r"(?<![^\W_])(?:[A-Z]\.){2,}")

STOP = frozenset(
    re.findall(
        r"[a-z]+",
        """
        a about after again all also although am an and any are as at be because been before being
        both but by can could did do does doing down during each even few for from further get got
        had has have having he her here hers him his how i if in into is it its itself just like may
        me might more most much must my no nor not now of off on once one only or other our out over
        own per s said same say says she should since so some such t than that the their them then
        there these they this those through to told too under until up upon us very was we were what
        when where which while who whom whose why will with would yet you your
        """,
    )
)
"""Words that say nothing about what a sentence is about; "said" is one of them in the news."""

_SHORTEST_STEM = 3
"""Letters that taking off an ending leaves at least."""

_SUFFIX = re.compile(
    r"""(?:ational|i[sz]ation|ations?|ingly|e?ments?|ities|ings?|ions?|edly|ness|ally|[eo]rs?|ies|ity|ive
        |est|ous|ful|ed|es|ly|al|s|e|y)\Z""",
    re.VERBOSE,
)

_AGAIN = re.compile(r"(?<=...)(?:[eo]r|e|y|al|ion)\Z")
_INFLECTED = frozenset(["ed", "ing", "s", "es", "ings"])
"""Endings after which one of a noun or a verb may be left: "murdered" and "murder" are one stem."""

_AMERICAN = {"ence": "ense", "our": "or", "tre": "ter", "ogramme": "ogram"}
_BRITISH = re.compile(
    r"(?<=^def)ence|(?<=^off)ence|(?<=^lic)ence|(?<=^lab)our|(?<=^harb)our|(?<=^neighb)our|(?<=^hon)our"
    r"|(?<=^col)our|(?<=^rum)our|(?<=^fav)our|(?<=^cen)tre|(?<=^me)tre|(?<=^thea)tre|(?<=^li)tre|(?<=^pr)ogramme"
)
"""British spellings that an American source has otherwise."""


class WordToken(NamedTuple):
    """A word of a text: its stem, whether it is written as a name (inside a sentence) or a number, and its
    ``place`` among all words, stop words too.
    """

    stem: str
    name: bool
    number: bool
    place: int


def tokens(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Give the stems of the words in ``text[start:end]``, in reading order, stop words left out."""
    return [word.stem for word in words(text, start, end)]


def written(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Give every word of ``text[start:end]`` as it stands, folded, stop words too."""
    return _TOKEN.findall(folded(text[start:end]))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[WordToken]:
    """Give the words of ``text[start:end]``, in reading order, stop words left out.

    A capital makes a name except at the very front, where every sentence has one.
    """
    piece = _INITIALS.sub(_without_stops, text[start:end])
    for place, written in enumerate(_TOKEN.findall(piece)):
        if stem := stemmed(written):
            yield WordToken(stem, place > 0 and written[0].isupper(), written[0].isdigit(), place)


def _without_stops(match: re.Match[str]) -> str:
    return match[0].replace(".", "")


@lru_cache(maxsize=20_000)
def stemmed(written: str) -> str:
    """Give a word's stem: accents, case, possessive and the commonest English endings dropped.

    A stop word and a word of no letters give an empty stem; a number keeps its digits and decimal point.
    """
    if written[0].isdigit():
        return written.replace(",", "")
    word = re.split("['’]", folded(written), maxsplit=1)[0]
    word = _BRITISH.sub(lambda m: _AMERICAN[m[0]], word)
    if word in STOP and written != "US":
        return ""
    return _cut_suffix(word)


def folded(word: str) -> str:
    """Give ``word`` in one case and without accents."""
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(filterfalse(unicodedata.combining, plain)).casefold()


def _cut_suffix(word: str) -> str:
    suffix = _SUFFIX.search(word, _SHORTEST_STEM)
    if not suffix:
        return word
    stem = _undoubled(word[: suffix.start()])
    return _AGAIN.sub("", stem) if suffix[0] in _INFLECTED else stem


def _undoubled(stem: str) -> str:
    """``stopp`` (of ``stopped``) becomes ``stop``."""
    if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return stem[:-1]
    return stem
