"""What the first bytes of a file show of its format; imports nothing heavy."""

from __future__ import annotations

import re

XML_NAME = r"[^\W\d][\w.:-]{0,200}"
"""A name of XML, as a pattern."""

DOCTYPE_LONGEST = 100_000
"""How far the end of a document type is looked for."""


def head_text(head: bytes) -> str:
    """The first bytes as text, whatever Unicode they are in, without a mark and white space before it."""
    if head.startswith((b"\xff\xfe", b"<\0", b"{\0", b"[\0")):
        text = head[: len(head) & ~1].decode("utf-16-le", "replace")
    elif head.startswith((b"\xfe\xff", b"\0<", b"\0{", b"\0[")):
        text = head[: len(head) & ~1].decode("utf-16-be", "replace")
    else:
        text = head.decode("utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n")


def xml_root(head: bytes) -> str:
    """The local name of the root element in a file's first bytes; "" for what is no XML."""
    text = head_text(head)
    while text.startswith(("<?", "<!")):
        if text.startswith("<!--"):
            end = text.find("-->", 4) + 3 if "-->" in text else len(text)
        elif text.startswith("<?"):
            end = text.find(">") + 1 or len(text)
        else:
            end = doctype_end(text, 0)
        text = text[end:].lstrip()
    found = re.match(rf"<({XML_NAME})[\s/>]", text)
    return found.group(1).rpartition(":")[2] if found else ""


def doctype_end(text: str, at: int) -> int:
    """Where a declaration that begins at ``at`` ends: quotes and an internal subset may hold ``>``."""
    inside, quote = False, ""
    for place in re.finditer(r"""<!--[\s\S]{0,2000}?-->|["'\[\]>]""", text[at : at + DOCTYPE_LONGEST]):
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


def is_wire(head: bytes) -> bool:
    """Whether it is a message of an agency's wire: it begins with SOH, and a text with STX."""
    start = head.lstrip(b"\x00\x16\r\n \x7f\x04")
    return start.startswith(b"\x01") and b"\x02" in start
