"""The text of an article as its page declares it for other programs, beside what the page shows of it.

Most pages show all of it, some a teaser, a wall, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from seedreader.ingest.html.block import PARAGRAPH, Block, Box

SHOWN = 0.7
"""Share of a declared text below which what a page shows of it is no more than a part."""

LEAST = 300
"""Characters of a declared text, at least, that is more than a description."""

WORDS = 20
"""Characters of a block, at least, that is no part of a text by chance."""

KIND = "declared"
"""What the structure calls the part of a text that is declared and not shown."""

TOLD = "from “{begin}” on, the text is what the page declares (JSON-LD), not what it shows"
BEGIN = 40
"""Characters that tell where that begins, at most."""

_MARKUP = re.compile(r"</(?:p|div|li|h\d)\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…؟।][\"”’“»)])(?=\s)|(?<=[.!?…؟।])(?=\s)|(?<=[。！？])")


def is_more(declared: str, own_size: int) -> bool:
    """Whether a declared text is more than the ``own_size`` characters of an article that are seen in its
    page."""
    return len(declared) >= LEAST and own_size < SHOWN * len(declared)


def lacking(declared: str, shown: Sequence[Block]) -> list[Block]:
    """The paragraphs of a declared text that the page does not show; none where it shows most of it."""
    known = _key(" ".join(block.text for block in shown))
    box = Box("article", KIND, None)
    paragraphs = [
        [(sentence, _key(sentence)) for sentence in _SENTENCE.split(line)] for line in _lines(declared)
    ]
    sizes = [(len(key), key in known) for each in paragraphs for _, key in each]
    if sum(size for size, is_known in sizes if is_known) >= SHOWN * sum(size for size, _ in sizes):
        return []
    texts = ("".join(sentence for sentence, key in each if key not in known) for each in paragraphs)
    return [Block(Box("p", "", box), PARAGRAPH, text.strip()) for text in texts if text.strip()]


def held(declared: str, blocks: Iterable[tuple[int, Block]]) -> set[int]:
    """The places of the blocks whose text is a part of the declared one."""
    likely = [(i, block.text) for i, block in blocks if len(block.text) >= WORDS]
    if not any(_middle(text) in declared for _, text in likely):
        return set()
    whole = _key(" ".join(_lines(declared)))
    return {i for i, text in likely if _key(text) in whole}


def _middle(text: str) -> str:
    """A few words from the middle of a text, which are looked for first: that costs next to nothing."""
    at = (len(text) - WORDS) // 2
    return text[at : at + WORDS]


def note(added: Sequence[Block]) -> str:
    """What is to be said of a text with such paragraphs: from where on it is declared."""
    begin = added[0].text
    return TOLD.format(begin=begin if len(begin) <= BEGIN else begin[:BEGIN].rsplit(" ", 1)[0] + "…")


def _lines(declared: str) -> Iterator[str]:
    """The paragraphs of a text that may hold markup."""
    text = _MARKUP.sub("\n", declared)
    for line in unescape(_TAG.sub("", text)).splitlines():
        if line.strip():
            yield " ".join(line.split())


def _key(text: str) -> str:
    """The letters and figures of a text alone."""
    return "".join(_WORD.findall(text.casefold()))
