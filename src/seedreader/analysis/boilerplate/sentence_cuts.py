"""Where the sentences of a text end, by its marks alone.

Boilerplate is found piece by piece, on pages of a hundred lines: `sentences`, which knows nine languages and
what is quoted, would take longer than all the rest. A cut too many does no harm here.
"""

from __future__ import annotations

import re

_CUT = re.compile(
    r"[.!?…](?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|No|vs|Co)\.)"
    r"(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)"
    r"(?<!\b(?:Sept|Capt|Prof|Supt|Cmdr|Lieu)\.)"
    r"[.!?\"”’')\]]{0,3}[^\S\n]+(?=[^\sa-z,;:–—-])"
    r"|[。！？][”」’』）]{0,2}(?=\S)"
)


def sentence_cuts(text: str) -> list[int]:
    """Give the places behind the ends of sentences inside lines, in order."""
    return [match.end() for match in _CUT.finditer(text)]
