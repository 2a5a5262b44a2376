"""XML from strangers: no DTD is read and no entity expanded; what is broken is read as far as it can be.

Files come with wrong encodings declared, entities that only HTML has, control characters, bare ampersands
and ends cut off. So the text is decoded here, expat reads it, and a reader that forgives everything takes
what expat refuses. Time and memory are linear in the size of the file.
"""

from __future__ import annotations

import html.entities
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from seedreader.ingest.encoding import decode_declared
from seedreader.ingest.errors import IngestError

MAX_DEPTH = 200
"""Elements deeper than this are left out, their text is kept."""

MAX_ELEMENTS = 4_000_000
"""More elements than this are refused."""

MAX_PREFIXES = 100
"""More namespaces than this are taken for none."""

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#(?:(\d{1,8})|[xX]([0-9a-fA-F]{1,7}));|(\w{1,40});)?")
_NAME = r"[^\W\d][\w.:-]{0,200}"
_TAG = re.compile(rf"""<(/?)({_NAME})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>""")
_ATTRIBUTE = re.compile(rf"""({_NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PREDEFINED = frozenset(("lt", "gt", "amp", "quot", "apos"))
_DOCTYPE_LONGEST = 100_000
_XML = "http://www.w3.org/XML/1998/namespace"


class Parsed(NamedTuple):
    """A document: its root, the encoding it was read in, and whether it holds everything up to its end.

    ``guessed`` is whether nothing but its bytes told the encoding.
    """

    root: Element
    encoding: str
    complete: bool = True
    guessed: bool = False


def parse(data: bytes | str) -> Parsed:
    """Read a document. Raises `IngestError` for what holds no element, or too many of them."""
    if isinstance(data, str):
        text, encoding, guessed = data, "utf-8", False
    else:
        told = _DECLARED.search(data[:1024])
        text, encoding, guessed = decode_declared(data, told.group(1).decode("ascii") if told else None)
    text = _without_doctype(text[max(text.find("<"), 0) :])
    for mend in (None, _mended):
        try:
            return Parsed(_strict(mend(text) if mend else text), encoding, guessed=guessed)
        except (ParseError, ValueError, LookupError):
            continue
    root, complete = _forgiving(_CONTROLS.sub("", text))
    return Parsed(root, encoding, complete, guessed)


def local(element: Element) -> str:
    """An element's name without its namespace; "" for comments."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """The address of an element's namespace, or its prefix where that was never declared; "" for none."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag[1:].partition("}")[0] if tag.startswith("{") else tag.rpartition(":")[0]


def all_of(element: Element, *names: str) -> Iterator[Element]:
    """The elements inside, at any depth and in document order, with one of these local names."""
    return (each for each in element.iter() if each is not element and local(each) in names)


def children(element: Element, *names: str) -> list[Element]:
    """The elements directly inside with one of these local names."""
    return [each for each in element if local(each) in names]


def first(element: Element, *names: str) -> Element | None:
    """The first of the elements inside with one of these local names, the earlier names first."""
    for name in names:
        for each in all_of(element, name):
            return each
    return None


def text_of(element: Element | None) -> str:
    """All text inside, each run of white space one blank; "" for None."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name; "" where there is none."""
    for key, value in () if element is None else element.attrib.items():
        if key.rpartition("}")[2].rpartition(":")[2] == name:
            return value
    return ""


def root_name(head: bytes) -> str:
    """The local name of the root element in a file's first bytes; "" for what is no XML."""
    if head.startswith((b"\xff\xfe", b"<\0")):
        text = head[: len(head) & ~1].decode("utf-16-le", "replace")
    elif head.startswith((b"\xfe\xff", b"\0<")):
        text = head[: len(head) & ~1].decode("utf-16-be", "replace")
    else:
        text = head.decode("utf-8", "replace")
    text = text.lstrip("\ufeff \t\r\n")
    while text.startswith(("<?", "<!")):
        if text.startswith("<!--"):
            end = text.find("-->", 4) + 3 if "-->" in text else len(text)
        elif text.startswith("<?"):
            end = text.find(">") + 1 or len(text)
        else:
            end = _doctype_end(text, 0)
        text = text[end:].lstrip()
    found = re.match(rf"<({_NAME})[\s/>]", text)
    return found.group(1).rpartition(":")[2] if found else ""


class _Limited:
    """Builds the tree, and no deeper or larger than is good for it."""

    def __init__(self) -> None:
        self._builder = TreeBuilder()
        self._depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise IngestError("unreadable", f"holds more than {MAX_ELEMENTS:,} XML elements")
        if self._depth <= MAX_DEPTH:
            self._builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        if self._depth <= MAX_DEPTH:
            self._builder.end(tag)
        self._depth -= 1

    def data(self, text: str) -> None:
        self._builder.data(text)

    def close(self) -> Element:
        return self._builder.close()


def _strict(text: str) -> Element:
    parser = XMLParser(target=_Limited())
    parser.feed(text)
    root: Element = parser.close()
    return root


def _without_doctype(text: str) -> str:
    """The document type goes, and all entities that it declares with it."""
    start = re.search(r"<!DOCTYPE", text[:_DOCTYPE_LONGEST], re.IGNORECASE)
    first_tag = re.search(r"<[^\W\d]", text[:_DOCTYPE_LONGEST])
    if start is None or (first_tag and first_tag.start() < start.start()):
        return text
    return text[: start.start()] + text[_doctype_end(text, start.start()) :]


def _doctype_end(text: str, at: int) -> int:
    """Where a declaration that begins at ``at`` ends: quotes and an internal subset may hold ``>``."""
    inside, quote = False, ""
    for place in re.finditer(r"""<!--[\s\S]{0,2000}?-->|["'\[\]>]""", text[at : at + _DOCTYPE_LONGEST]):
        sign = place.group()
        if len(sign) > 1:
            continue
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == ">" and not inside:
            return at + place.end()
        elif sign in "[]":
            inside = sign == "["
    return text.find(">", at) + 1 or len(text)


def _mended(text: str) -> str:
    """Control characters out, HTML's entities as characters, ampersands that stand for themselves escaped."""
    text = _CONTROLS.sub("", text)
    parts: list[str] = []
    at = 0
    while True:
        start = text.find("<![CDATA[", at)
        parts.append(_REFERENCE.sub(_escaped, text[at : start if start >= 0 else len(text)]))
        if start < 0:
            return "".join(parts)
        end = text.find("]]>", start)
        at = len(text) if end < 0 else end + 3
        parts.append(text[start:at])


def _escaped(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name in _PREDEFINED:
        return found.group()
    character = _character(decimal, hexadecimal, name)
    if character is None:
        return "&amp;" + found.group()[1:]
    return {"&": "&amp;", "<": "&lt;"}.get(character, character)


def _character(decimal: str | None, hexadecimal: str | None, name: str | None) -> str | None:
    """What a reference stands for; None where it is none, "" for a character that no text can hold."""
    if name:
        return html.entities.html5.get(f"{name};")
    if not (decimal or hexadecimal):
        return None
    number = int(decimal) if decimal else int(hexadecimal or "", 16)
    if 0x80 <= number < 0xA0:  # what Windows' characters are called by those who know no others
        return bytes([number]).decode("cp1252", "ignore")
    return _CONTROLS.sub("", chr(number)) if number < 0x110000 else ""


def _plain(found: re.Match[str]) -> str:
    character = _character(*found.groups())
    return found.group() if character is None else character


def _forgiving(text: str) -> tuple[Element, bool]:
    """Read what is no XML: what is open at a wrong end tag is closed, an end tag of nothing is left out."""
    target = _Limited()
    stack: list[tuple[str, str, dict[str, str]]] = []  # as written, as built, prefixes
    opened: Counter[str] = Counter()
    root_open, at, size = False, 0, len(text)
    while at < size:
        start = text.find("<", at)
        if start < 0:
            start = size
        if stack and start > at:
            target.data(_REFERENCE.sub(_plain, text[at:start]))
        if start == size:
            break
        if text.startswith("<![CDATA[", start):
            end = text.find("]]>", start)
            if stack:
                target.data(text[start + 9 : end if end >= 0 else size])
            at = end + 3 if end >= 0 else size
            continue
        if text.startswith(("<!--", "<?", "<!"), start):
            close = "-->" if text.startswith("<!--", start) else ">"
            end = text.find(close, start)
            at = end + len(close) if end >= 0 else size
            continue
        tag = _TAG.match(text, start)
        if tag is None:
            if stack:
                target.data("<")
            at = start + 1
            continue
        at = tag.end()
        closing, name, rest = tag.groups()
        if closing:
            while opened[name]:
                written, built, _ = stack.pop()
                opened[written] -= 1
                target.end(built)
                if written == name:
                    break
            if not stack and root_open:
                break
            continue
        attributes = {
            key: _REFERENCE.sub(_plain, double or single) for key, double, single in _ATTRIBUTE.findall(rest)
        }
        prefixes = stack[-1][2] if stack else {"xml": _XML}
        if len(prefixes) < MAX_PREFIXES and (declared := _namespaces(attributes)):
            prefixes = prefixes | declared
        built = _qualified(name, prefixes, default=True)
        plain = {
            _qualified(key, prefixes, default=False): value
            for key, value in attributes.items()
            if not key.startswith("xmlns")
        }
        target.start(built, plain)
        root_open = True
        if rest.endswith("/"):
            target.end(built)
            if not stack:
                break
        else:
            stack.append((name, built, prefixes))
            opened[name] += 1
    if not root_open:
        raise IngestError("unreadable", "holds no XML element")
    complete = not stack
    while stack:
        target.end(stack.pop()[1])
    return target.close(), complete


def _namespaces(attributes: dict[str, str]) -> dict[str, str]:
    return {
        key.partition(":")[2]: value
        for key, value in attributes.items()
        if key == "xmlns" or key.startswith("xmlns:")
    }


def _qualified(name: str, prefixes: dict[str, str], *, default: bool) -> str:
    prefix, _, rest = name.rpartition(":")
    address = prefixes.get(prefix) if prefix or default else None
    return f"{{{address}}}{rest}" if address else name
