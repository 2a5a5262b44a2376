"""Styles and lists of a Word document, as far as they say what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from seedreader.ingest import xml

_HEADING = re.compile(r"heading \d|titre \d|überschrift \d|subtitle|untertitel|sous-titre", re.IGNORECASE)
_TITLE = re.compile(r"title|titel|titre|título|titolo", re.IGNORECASE)
_OFF = frozenset(("0", "false", "off", "none"))
BASES = 12
"""Styles that one may be based on, each on the next."""


class Style(NamedTuple):
    """What a style says: ``kind`` of structure, whether it is the title's, hidden, bold, and its list."""

    kind: str = "paragraph"
    title: bool = False
    hidden: bool = False
    bold: bool = False
    number: str | None = None
    centred: bool = False


PLAIN = Style()
Styles = Mapping[str, Style]


class Level(NamedTuple):
    """One level of a list: ``form`` is Word's name for its numbers, ``pattern`` what stands around them."""

    form: str = "bullet"
    pattern: str = ""
    start: int = 1


Lists = Mapping[str, tuple[Level, ...]]


def is_on(element: Element | None, name: str) -> bool:
    """Whether a property is there and not switched off."""
    if element is None:
        return False
    found = next((each for each in element if xml.local(each) == name), None)
    return found is not None and xml.attribute(found, "val").lower() not in _OFF


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this local name."""
    return None if element is None else next((each for each in element if xml.local(each) == name), None)


def value(element: Element | None, name: str) -> str:
    """The value of a property; "" where it has none."""
    return xml.attribute(child(element, name), "val")


def styles_of(root: Element | None) -> Styles:
    """The styles of a document by their ids."""
    raw = (
        {} if root is None else {xml.attribute(each, "styleId"): each for each in xml.children(root, "style")}
    )
    return {style: _style(raw, style) for style in raw}


def _style(raw: Mapping[str, Element], style: str) -> Style:
    found = PLAIN
    chain: list[Element] = []
    while (element := raw.get(style)) is not None and len(chain) < BASES:
        chain.append(element)
        style = value(element, "basedOn")
    for element in reversed(chain):
        name = value(element, "name")
        paragraph, run = child(element, "pPr"), child(element, "rPr")
        level = value(paragraph, "outlineLvl")
        if _HEADING.match(name) or _TITLE.fullmatch(name) or (level.isdigit() and int(level) < 9):
            found = found._replace(kind="heading")
        elif re.match(r"caption|beschriftung|légende", name, re.IGNORECASE):
            found = found._replace(kind="caption")
        elif re.match(r"(?:intense )?quote|block text", name, re.IGNORECASE):
            found = found._replace(kind="quotation")
        if _TITLE.fullmatch(name):
            found = found._replace(title=True)
        if is_on(run, "vanish"):
            found = found._replace(hidden=True)
        if child(run, "b") is not None:
            found = found._replace(bold=is_on(run, "b"))
        if number := value(child(paragraph, "numPr"), "numId"):
            found = found._replace(number=number)
        if value(paragraph, "jc"):
            found = found._replace(centred=value(paragraph, "jc") == "center")
    return found


def lists_of(root: Element | None) -> Lists:
    """The levels of a document's lists by their ids."""
    if root is None:
        return {}
    abstract = {
        xml.attribute(each, "abstractNumId"): tuple(_level(level) for level in xml.children(each, "lvl"))
        for each in xml.children(root, "abstractNum")
    }
    return {
        xml.attribute(each, "numId"): abstract.get(value(each, "abstractNumId"), ())
        for each in xml.children(root, "num")
    }


def _level(element: Element) -> Level:
    start = value(element, "start")
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText"),
        int(start) if start.isdigit() and len(start) < 6 else 1,
    )
