"""How the first bytes of a file tell XML by its root, JSON, tables and lists of links."""

from __future__ import annotations

import re
from collections.abc import Callable

XML_NAME = r"[^\W\d][\w.:-]{0,200}"
"""A name of XML, as a pattern."""

DOCTYPE_LONGEST = 100_000
"""How far the end of a document type is looked for."""

_ASSIGNED = re.compile(r"\A(?:(?:var|let|const)\s+)?[A-Za-z_$][\w.$\[\]\"']{0,200}\s*=\s*(?=[\[{])")
_LINK_LIST = re.compile(
    rb"netscape-bookmark-file|<title>\s*(?:pocket export|instapaper: export|bookmarks)\s*</title>"
    rb"|<a\s[^<>]{0,2000}\b(?:time_added|add_date)\s*="
)
_LINK_LIST_NAMES = (
    b"netscape-bookmark-file",
    b"pocket export",
    b"instapaper: export",
    b"bookmarks",
    b"time_added",
    b"add_date",
)
_COLUMN_NAMES = (
    "title headline text body content maintext articlebody articletext fulltext plaintext url link"
    " articleurl weburl date published publishedat publishdate datepublish publicationdate pubdate"
    " datetime seendate author authors byline source sourcename sourcedomain outlet publisher"
    " publication medianame domain language lang id description summary excerpt abstract timeadded tags"
    " folder selection timestamp status note created titel inhalt datum quelle autor texto titulo titre"
    " texte fecha fuente docid storiesid storyid mediaid mediaurl newspaper website category section"
    " bookmark highlight booktitle documenttags saveddate readingprogress location cleanedtext rawtext"
    " keywords subtitle 标题 正文 日期 заголовок текст дата"
)
_WIRE = re.compile(rb"[\x00\x16\r\n \x7f\x04]*\x01([\t-\xff]{4,400}?)\x02")
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_TELLING = frozenset(("title", "headline", "text", "body", "content", "maintext", "url", "link"))
"""Columns of which a table of articles or addresses has one at least."""

_COLUMNS = frozenset(_COLUMN_NAMES.split())


def head_text(head: bytes) -> str:
    """The first bytes as text, whatever Unicode they are in, without a mark and white space before it."""
    if head.startswith((b"\xff\xfe", b"<\0", b"{\0", b"[\0")):
        text = head[: len(head) & ~1].decode("utf-16-le", "replace")
    elif head.startswith((b"\xfe\xff", b"\0<", b"\0{", b"\0[")):
        text = head[: len(head) & ~1].decode("utf-16-be", "replace")
    else:
        text = head.decode("utf-8", "replace")
    return text.lstrip("\ufeff \t\r\n")


def roots(*names: str) -> Callable[[bytes], bool]:
    """Whether a file is XML with one of these root elements."""

    def sniff(head: bytes) -> bool:
        return xml_root(head) in names

    return sniff


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
    found = _WIRE.match(head)
    return found is not None and sum(each in _LETTERS for each in found[1]) > 3


is_newsml_g2 = roots(
    "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"
)
is_feed = roots("rss", "RSS", "feed", "RDF", "rdf", "channel", "CHANNEL", "Channel", "entry")
is_references = roots("opml", "xbel", "urlset", "sitemapindex")


def is_json(head: bytes) -> bool:
    """Whether it begins as JSON does."""
    text = _ASSIGNED.sub("", head_text(head)[:400])
    return bool(re.match(r'\{\s*(?:["}]|\Z)|\[\s*(?:[\[{"\d\]]|null\b|\Z)', text))


def is_link_list(head: bytes) -> bool:
    """Whether it is a browser's bookmarks as HTML, or a read-later service's."""
    lowered = head[:100_000].replace(b"\0", b"").lower()
    return any(name in lowered for name in _LINK_LIST_NAMES) and _LINK_LIST.search(lowered) is not None


def is_other_xml(head: bytes) -> bool:
    """Whether it is XML, and no page."""
    root = xml_root(head).casefold()
    return bool(root) and root not in ("html", "svg", "htm") and head_text(head).startswith("<?xml")


def is_table(head: bytes) -> bool:
    """Whether its first line names the columns of a table of articles or addresses."""
    return table_delimiter(head_text(head)) is not None


def table_delimiter(text: str) -> str | None:
    """What stands between the columns of a table; None for what is none."""
    lines = [each for each in text[:20_000].splitlines() if each.strip() and not each.startswith("sep=")]
    if not lines or len(lines[0]) > 4000:
        return None
    for delimiter in ",\t;|":
        names = [each.strip().strip("\"'") for each in lines[0].split(delimiter)]
        known = [re.sub(r"[\W_]+", "", each).casefold() for each in names]
        is_header = len(names) > 1 and all(len(each) <= 60 for each in names)
        if is_header and sum(each in _COLUMNS for each in known) >= 2 and not _TELLING.isdisjoint(known):
            return delimiter
    return None
