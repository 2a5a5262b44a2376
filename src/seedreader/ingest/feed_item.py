"""What an item of a feed is, in XML or JSON: a whole text, a teaser, or a list of links to others'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seedreader.ingest import fragment
from seedreader.ingest.item import folded, length
from seedreader.ingest.text_builder import Block

_LONG = 1_500
_CUT = re.compile(
    r"(?:\[?\s?(?:…|\.\.\.|&hellip;|\[&#8230;\])\s?\]?|\[\+\d+ chars\]"
    r"|(?:read (?:more|on|the rest)|continue reading|weiterlesen|mehr lesen|lire la suite|leer más|seguir"
    r" leyendo"
    r"|leggi tutto|continua a leggere|lees verder|läs mer|les mer|læs mere|lue lisää|czytaj"
    r" (?:więcej|dalej)|читать (?:далее|дальше)"
    r"|devamını oku|続きを読む|阅读全文)[^\n]{0,150})\s*[»›→>.…]*\s*\Z",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"<a\b[^>]*>(.{0,2000}?)</a\s*>", re.IGNORECASE | re.DOTALL)
_RSS = re.compile(
    r"\s*[-–—|:»>]*\s*(?:\(?RSS(?: ?2\.0)?(?: Feed)?\)?|Atom"
    r" Feed|Newsfeed|Feed)\s*\Z|\A(?:RSS|Feed)\s*[:|–-]\s*",
    re.IGNORECASE,
)


def is_cut(text: str) -> bool:
    """Whether a text ends where it was cut off."""
    return _CUT.search(text[-220:]) is not None


def is_whole(body: Sequence[Block], teaser: Sequence[Block]) -> bool:
    """Whether the content of an item is the whole text: more than its teaser, and not cut off."""
    text = " ".join(block.text for block in body)
    if is_cut(text):
        return False
    told = " ".join(block.text for block in teaser)
    return not (told and len(text) < _LONG and folded(text) == folded(told))


def is_whole_description(body: Sequence[Block]) -> bool:
    """Whether a description is the whole text, as some feeds put it there: long, and not cut off."""
    return length(body) >= _LONG and len(body) > 2 and not is_cut(body[-1].text)


def is_only_links(markup: str, body: Sequence[Block]) -> bool:
    """Whether a teaser is nothing but links, such as Google's list of what other outlets wrote."""
    if "<" not in markup and "&lt;" in markup:
        markup = fragment.unescaped(markup)
    linked = sum(len(fragment.line(each)) for each in _ANCHOR.findall(markup[:50_000]))
    whole = length(body)
    named = len(re.findall(r"<font|<a\b", markup[:50_000], re.IGNORECASE))
    return bool(linked) and whole - linked < 0.35 * whole and named > 0 and whole < 5_000 and linked > 20


def outlet(title: str) -> str:
    """The name of the site whose feed it is, without what says that it is a feed."""
    name = fragment.line(title)
    name = re.sub(r"\A\"(.+)\" - Google [\w ]+\Z", "", name)
    return _RSS.sub("", name) or name
