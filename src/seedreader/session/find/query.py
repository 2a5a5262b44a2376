"""What a reader looks for, as typed."""

from __future__ import annotations

import re
from typing import NamedTuple

from seedreader.session.find.folded_text import fold

EXACT, LIKELY, LIKE = "exact", "likely", "like"
"""Whether words with typos are hits: never, where nothing else is found, always."""

TAKES = '"exactly this"  ~also with typos'
"""What can be typed beside plain words, for the line in which they are."""

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d]\w*")
"""Finds the words of a folded text; a number with its separators is one."""


class Query(NamedTuple):
    """Something to find: ``sought`` is looked for letter by letter, ``words`` one by one where typos are let.

    ``cased`` is whether case counts; ``mode`` one of `EXACT`, `LIKELY`, `LIKE`.
    """

    typed: str = ""
    sought: str = ""
    words: tuple[str, ...] = ()
    cased: bool = False
    mode: str = LIKELY


def query(typed: str) -> Query:
    """What is meant: "words in quotation marks" stand like that, ~words may also have typos.

    Case counts where there is an upper-case letter.
    """
    wanted, mode = typed.strip(), LIKELY
    opening = fold(wanted[:1]).text
    if opening == '"' and len(wanted) > 1:
        wanted, mode = wanted[1:], EXACT
        if len(wanted) > 1 and fold(wanted[-1]).text == '"':
            wanted = wanted[:-1]
    elif opening == "~" and len(wanted) > 1:
        wanted, mode = wanted[1:], LIKE
    cased = any(letter.isupper() or letter.istitle() for letter in wanted)
    sought = fold(wanted, cased).text
    if mode != EXACT or not sought.strip():
        sought = sought.strip()
    return Query(typed.strip(), sought, tuple(WORD.findall(sought)), cased, mode)
