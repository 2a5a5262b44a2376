"""Which words of two passages differ: the longest common series of words, and what is left of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from seedreader.analysis import word_tokens
from seedreader.analysis.alignment.word_sequence import WORD, plain
from seedreader.analysis.differences.diff_values import DiffFact, WordChange

LONGEST = 4_000
"""Words of a passage that are compared one by one; what goes beyond them differs as a whole."""


class DiffToken(NamedTuple):
    """A word, a mark or a fact at ``[start, end)``; ``key`` is what its spellings have in common."""

    start: int
    end: int
    key: str
    is_word: bool = True


Opcode = tuple[bool, int, int, int, int]
"""Whether they are equal, tokens ``[i, i_end)`` of one passage and tokens ``[j, j_end)`` of the other."""


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"\d+(?:[.,:]\d+)*|(?:{WORD})(?:['’](?:{WORD}))?|[^\w\s]|_+")


def tokens(text: str, start: int, end: int, facts: Iterable[DiffFact] = ()) -> list[DiffToken]:
    """The words and marks of ``text[start:end]``, each of ``facts``, which are in order, as one."""
    found: list[DiffToken] = []
    at = start
    for fact in facts:
        found += _plain_tokens(text, at, fact.start)
        at = fact.end
        found.append(DiffToken(fact.start, at, f"{fact.kind} {fact.key}"))
    found += _plain_tokens(text, at, end)
    return found


def _plain_tokens(text: str, start: int, end: int) -> list[DiffToken]:
    found = []
    for match in _token().finditer(text, start, end):
        word = match.group()
        key = word.lower() if word.isascii() else plain(word)
        found.append(DiffToken(match.start(), match.end(), key, word[0].isalnum()))
    return found


def changes(
    old_text: str, old: Sequence[DiffToken], new_text: str, new: Sequence[DiffToken]
) -> Iterator[WordChange]:
    """Where two passages differ, in order; a change takes in small words in it that are equal by chance."""
    old_at, new_at = _edges(old), _edges(new)
    for equal, i, i_end, j, j_end in opcodes(old, new):
        mine, theirs = old[i:i_end], new[j:j_end]
        if equal:
            for one, two in zip(mine, theirs, strict=True):
                if old_text[one.start : one.end] != new_text[two.start : two.end] and one.is_word:
                    yield WordChange((one.start, one.end), (two.start, two.end), light=True)
        else:
            yield WordChange(
                (mine[0].start, mine[-1].end) if mine else (old_at[i], old_at[i]),
                (theirs[0].start, theirs[-1].end) if theirs else (new_at[j], new_at[j]),
                light=[t.key for t in mine if t.is_word] == [t.key for t in theirs if t.is_word],
            )


def opcodes(old: Sequence[DiffToken], new: Sequence[DiffToken]) -> list[Opcode]:
    """How one series of words is made into the other: equal and differing stretches by turns."""
    # rapidfuzz is imported at the first comparison: no first frame waits for it
    from rapidfuzz.distance import LCSseq

    ids: dict[str, int] = {}
    one, two = ([ids.setdefault(t.key, len(ids)) for t in side[:LONGEST]] for side in (old, new))
    found = [
        (op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(one, two)
    ]
    if len(old) > LONGEST or len(new) > LONGEST:
        found.append((False, len(one), len(old), len(two), len(new)))
    return _by_turns(_without_chance(_by_turns(found), old))


def _by_turns(found: Iterable[Opcode]) -> list[Opcode]:
    """Neighbours of one kind as one."""
    told: list[Opcode] = []
    for equal, i, i_end, j, j_end in found:
        if told and told[-1][0] == equal:
            told[-1] = (equal, told[-1][1], i_end, told[-1][3], j_end)
        else:
            told.append((equal, i, i_end, j, j_end))
    return told


def _without_chance(found: Sequence[Opcode], old: Sequence[DiffToken]) -> Iterator[Opcode]:
    """Small words that are equal between two larger changes taken for a part of them."""
    yield from found[:1]
    for before, (equal, i, i_end, j, j_end), after in zip(found, found[1:], found[2:], strict=False):
        chance = equal and i_end - i < min(_size(before), _size(after))
        if chance:
            chance = all(t.key in word_tokens.STOP or not t.is_word for t in old[i:i_end])
        yield equal and not chance, i, i_end, j, j_end
    yield from found[max(1, len(found) - 1) :]


def _size(op: Opcode) -> int:
    return max(op[2] - op[1], op[4] - op[3])


def _edges(side: Sequence[DiffToken]) -> list[int]:
    """Where an empty stretch before each token, or after the last, stands."""
    return [t.start for t in side] + [side[-1].end if side else 0]
