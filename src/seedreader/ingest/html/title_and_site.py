"""A page's title without its site, the site without its company, and by-lines, where nothing else tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from seedreader.ingest.html.declared_values import (
    ADDRESS_LIKE,
    BY_PREFIX,
    LONGEST,
    Values,
    first_value,
    host_of,
    plain_value,
)
from seedreader.ingest.raw_document import Declared

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

BY_LINE, MOST_LINES = 100, 20
"""Characters of a line that names authors, at most, and elements that may be one that are looked at."""
_PERSON = (
    r"[^\W\d_a-zß-ÿ][\w.'’-]*"
    r"(?: (?:(?:van|von|vom|zu|de|der|den|del|della|la|le|di|da|dos|du|bin|al|el|af|ter) ){0,3}"
    r"[^\W\d_a-zß-ÿ][\w.'’-]*){1,3}"
)
_AND = re.compile(r"\s*(?:,|&|\b(?:and|und|et|y|e|en|og|och|и|та)\b)\s*")
_PERSONS = re.compile(
    rf"{_PERSON}(?:(?:, | and | & | und | et | y | e | en | og | och | и | та ){_PERSON}){{0,4}}"
    r"(?=\s*(?:[,|·•–—(-]|\d|in\b|\Z))"
)
_BY_LINES = ".byline, .by-line, .author, .article__byline, .article-byline, .article__author, .post-author"
_ASIDE = re.compile(r"comment|related|teaser|sidebar|card|promo", re.IGNORECASE)
_NAME_OF_SITE = re.compile(
    r"[^\W\d_a-zß-ÿ][\w.&'’-]*(?: (?:of|the|and|for|de|du|la|der|del|&|[^\W\d_a-zß-ÿ][\w.&'’-]*)){0,3}"
)
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:]|-+|::|<|«|/)\s+")
_COMPANY = re.compile(
    r",?\s+(?:GmbH|mbH|AG|KG|KGaA|SE|Ltd|Limited|LLC|LLP|Inc|Corp|Corporation|plc|PLC|S\.?A\.?S?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|A/S"
    r"|ApS|AB|Oy|Oyj|Sp\. z o\.o|S\.?L)\b\.?(?:\s*&\s*Co\b\.?.{0,20})?"
)


def by_line(tree: LexborHTMLParser) -> list[str]:
    """The persons that a line of a telling name, or one right under the headline that begins with "By",
    names."""
    called = ((node, False) for node in tree.css(_BY_LINES)[:MOST_LINES])
    under = ((node, True) for node in tree.css("h1 + p, h1 + div")[:2])
    for node, needs_by in (*called, *under):
        text = " ".join(node.text(separator=" ")[:LONGEST].split())
        names = BY_PREFIX.sub("", text)
        match = _PERSONS.match(names) if names != text or not needs_by else None
        if match and len(text) <= BY_LINE and not _is_aside(node):
            return _AND.split(match[0])
    return []


def _is_aside(node: LexborNode) -> bool:
    """Whether an element is in a box that is beside the article: the name of who wrote a comment, a
    teaser."""
    at: LexborNode | None = node
    while at is not None:
        if at.tag in ("aside", "footer", "nav", "li") or _ASIDE.search(at.attributes.get("class") or ""):
            return True
        at = at.parent
    return False


def take_title(tree: LexborHTMLParser, found: Values) -> None:
    if "title" in found:
        return
    headings = list(tree.css("h1"))[:20]
    shown = [text for node in headings if (text := plain_value(node.text(separator=" ")))]
    title = tree.css_first("head title") or tree.css_first("title")
    whole = plain_value(title.text()) if title is not None else None
    if whole:
        for text in shown:
            if len(text) > 8 and text in whole:
                found["title"] = Declared(text, "heading")
                return
        found["title"] = Declared(whole, "title")
    elif shown:
        found["title"] = Declared(shown[0], "heading")


def tidy(found: Values, tree: LexborHTMLParser, metas: Mapping[str, list[str]]) -> None:
    """The title without the site's name behind it, and the outlet as people write it."""
    title = tree.css_first("head title")
    whole = plain_value(title.text()) if title is not None else None
    address = found["url"].value if "url" in found else first_value(metas, "og:url")
    host = host_of(str(address)) if address else None
    behind = _behind(whole) if whole else None
    if "outlet" in found:
        found["outlet"] = _site_of(found["outlet"], first_value(metas, "og:site_name"))
        name = str(found["outlet"].value)
        if _same(name, host) and behind and _same(behind, name):
            found["outlet"] = found["outlet"]._replace(value=behind)
    elif behind and host and _same(behind, host):
        found["outlet"] = Declared(behind, "title")
    elif host:
        found["outlet"] = Declared(host, "address")
    elif behind and whole and _is_site(behind, whole, tree):
        found["outlet"] = Declared(behind, "title")
    if "title" in found:
        found["title"] = _shown(found["title"], tree, whole or "")
        name = str(found["outlet"].value) if "outlet" in found else ""
        found["title"] = found["title"]._replace(value=_without_site(str(found["title"].value), name, host))


def _is_site(behind: str, whole: str, tree: LexborHTMLParser) -> bool:
    """Whether what stands behind a title is a site's name, though nothing else names one: a brief name behind
    a longer title, that the headline does not hold."""
    before = whole[: whole.rindex(behind)]
    headings = [plain_value(node.text(separator=" ")) or "" for node in tree.css("h1")[:MOST_LINES]]
    return (
        _NAME_OF_SITE.fullmatch(behind) is not None
        and len(before.split()) > max(3, len(behind.split()))
        and not any(behind in heading for heading in headings)
    )


def _site_of(outlet: Declared, site: str | None) -> Declared:
    """The site's name where what is declared is that of the company that owns it."""
    name = str(outlet.value)
    company = _COMPANY.search(name)
    if not company:
        return outlet
    if site and not ADDRESS_LIKE.match(site) and not _COMPANY.search(site):
        return Declared(site, "opengraph")
    before = _SUFFIX.split(name)[0]
    return outlet._replace(value=before if before != name else name[: company.start()].rstrip(" ,.") or name)


def _shown(title: Declared, tree: LexborHTMLParser, whole: str) -> Declared:
    """The headline as the page shows it, where what is declared is a part of it, or has a section behind
    it."""
    declared = str(title.value).casefold()
    for node in list(tree.css("h1"))[:20]:
        shown = plain_value(node.text(separator="")) or ""
        own = shown.casefold()
        if len(own) < 8 or own == declared:
            continue
        behind = declared.removeprefix(own)
        if behind != declared and _SUFFIX.match(behind):
            return Declared(shown, title.told_by)
        if declared in own and len(own) < 3 * len(declared) and shown in whole:
            return Declared(shown, "heading")
    return title


def _behind(title: str) -> str | None:
    parts = _SUFFIX.split(title)
    return parts[-1].strip() if len(parts) > 1 and 1 < len(parts[-1].strip()) <= 50 else None


def _same(a: str, b: str | None) -> bool:
    """Whether two names are of one site, as "DIE WELT" and "welt.de"."""
    first, second = (
        _letters(a),
        _letters((b or "").rsplit(".", 1)[0].split(".")[-1] if b and " " not in b and "." in b else b or ""),
    )
    return min(len(first), len(second)) > 1 and (first in second or second in first)


def _letters(name: str) -> str:
    return re.sub(
        r"[\W_]+",
        "",
        name.casefold().replace("ö", "oe").replace("ä", "ae").replace("ü", "ue").replace("ß", "ss"),
    )


def _without_site(title: str, outlet: str, host: str | None) -> str:
    while True:
        separators = list(_SUFFIX.finditer(title))
        if not separators:
            return title
        before, behind = title[: separators[-1].start()], title[separators[-1].end() :]
        if (
            len(before) > 3
            and (_same(behind, outlet or None) or _same(behind, host))
            and len(behind.split()) <= 6
        ):
            title = before
        else:
            return title
