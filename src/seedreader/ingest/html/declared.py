"""What a page declares of itself: JSON-LD, OpenGraph, Dublin Core, other meta tags, microdata, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urljoin, urlsplit

from seedreader.ingest import declared_day
from seedreader.ingest.html import captured
from seedreader.ingest.raw_document import Declared

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_JSON = 4_000_000
"""Characters of a block of JSON-LD that is read."""

LONGEST = 2_000
"""Characters of a value that are looked at."""

WORD = 5
"""Characters of a word, at least, in most languages."""

BY_LINE, MOST_LINES = 100, 20
"""Characters of a line that names authors, at most, and elements that may be one that are looked at."""

DEEPEST = 8
"""Objects inside one another in which an article is looked for."""

_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|ClaimReview|Review|Recipe)\Z"
)
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "hasPart")
_PAGE = re.compile(r"(?:WebPage|ItemPage|VideoObject)\Z")

_META = {
    "title": (
        ("og:title", "opengraph"), ("twitter:title", "meta"), ("dc.title",
        "dublin core"), ("dcterms.title", "dublin core"),
        ("parsely-title", "meta"), ("sailthru.title", "meta"), ("citation_title", "meta"), ("headline",
        "meta"), ("title", "meta"),
    ),
    "outlet": (
        ("og:site_name", "opengraph"), ("application-name", "meta"), ("dc.publisher", "dublin core"),
        ("dcterms.publisher", "dublin core"), ("citation_journal_title", "meta"), ("publisher",
        "meta"), ("copyright-holder", "meta"),
        ("apple-mobile-web-app-title", "meta"),
    ),
    "author": (
        ("article:author", "opengraph"), ("og:article:author", "opengraph"), ("dc.creator",
        "dublin core"), ("dcterms.creator", "dublin core"),
        ("author", "meta"), ("parsely-author", "meta"), ("sailthru.author", "meta"), ("byl",
        "meta"), ("citation_author", "meta"),
        ("cxenseparse:author", "meta"), ("twitter:data1", "meta"),
    ),
    "published": (
        ("article:published_time", "opengraph"), ("og:article:published_time",
        "opengraph"), ("og:published_time", "opengraph"),
        ("og:pubdate", "opengraph"), ("dc.date.issued", "dublin core"), ("dcterms.issued",
        "dublin core"), ("dcterms.created", "dublin core"),
        ("dc.date", "dublin core"), ("dcterms.date", "dublin core"), ("dc.date.created",
        "dublin core"), ("datepublished", "meta"),
        ("date", "meta"), ("pubdate", "meta"), ("publish-date", "meta"), ("publish_date",
        "meta"), ("publishdate", "meta"),
        ("parsely-pub-date", "meta"), ("sailthru.date", "meta"), ("cxenseparse:recs:publishtime",
        "meta"), ("article_date_original", "meta"),
        ("citation_publication_date", "meta"), ("citation_date", "meta"), ("originalpublicationdate",
        "meta"), ("rbpubdate", "meta"),
        ("displaydate", "meta"), ("ptime", "meta"), ("pdate", "meta"), ("created",
        "meta"), ("date.created", "meta"),
    ),
    "updated": (
        ("article:modified_time", "opengraph"), ("og:updated_time",
        "opengraph"), ("og:article:modified_time", "opengraph"),
        ("dcterms.modified", "dublin core"), ("dc.date.modified", "dublin core"), ("datemodified",
        "meta"), ("last-modified", "meta"),
        ("lastmod", "meta"), ("revised", "meta"), ("utime", "meta"), ("article_updated", "meta"),
    ),
    "language": (("og:locale", "opengraph"), ("content-language", "meta"), ("dc.language",
    "dublin core"), ("dcterms.language", "dublin core"), ("language", "meta")),
    "url": (("og:url", "opengraph"), ("twitter:url", "meta"), ("parsely-link", "meta")),
}  # fmt: skip
"""For each value the names of meta tags that tell it, the surest first, and what they are called."""

_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_]|\s*\Z)")
_THREE = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl",
    "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko",
    "ara": "ar",
}  # fmt: skip
_BROKEN = (
    (re.compile(r"\A\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)"), ""),
    (re.compile(r"(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>|;)\s*\Z"), ""),
    (re.compile(r",(\s*[}\]])"), r"\1"),
)
_PLACEHOLDER = re.compile(
    r"\{\{.*\}\}|\{%.*%\}|\$?\{[\w.]+\}|<%.*%>|\[\[.*\]\]|%%?[\w.]+%%?|__\w+__|\[object Object\]"
    r"|undefined|null|NaN",
    re.IGNORECASE,
)
"""What a template or a script leaves where it has no value."""

_EPOCH = date(1970, 1, 1)
_KEYS = {"title": "headline", "published": "datePublished", "updated": "dateModified"}
_BY = re.compile(
    r"\A\s*(?:(?:written |posted |reported |story |text )?by|von|par|por|da|di|door|av|af|text"
    r"|autor(?:in|en)?|author|автор|от)\b\s*:?\s+",
    re.IGNORECASE,
)
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
_LINK = re.compile(r"\A\s*(?:https?:)?//|\A\s*www\.|\A\s*@\w+\s*\Z", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:[|–—·•»:]|-+|::|<|«|/)\s+")
_NO_NAME = frozenset(
    (
        "admin",
        "administrator",
        "editor",
        "author",
        "staff",
        "unknown",
        "none",
        "null",
        "undefined",
        "n/a",
        "webmaster",
        "root",
    )
)
_COMPANY = re.compile(
    r",?\s+(?:GmbH|mbH|AG|KG|KGaA|SE|Ltd|Limited|LLC|LLP|Inc|Corp|Corporation|plc|PLC|S\.?A\.?S?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|A/S"
    r"|ApS|AB|Oy|Oyj|Sp\. z o\.o|S\.?L)\b\.?(?:\s*&\s*Co\b\.?.{0,20})?"
)
_TOP_LEVELS = re.compile(r"\A(?:www\d?|m|mobile|amp|web|edition|beta)\.")

Values = dict[str, Declared]


def metadata(markup: str | LexborHTMLParser, url: str | None = None) -> Mapping[str, Declared]:
    """The values that a page declares, by the names of `Article`, and what told each.

    JSON-LD goes before OpenGraph, Dublin Core, other meta tags, microdata, `<time>` and the title. A day is
    the one written at the site's own place. ``url`` is where the page is known to come from. Ask before
    `text_of`, which takes the scripts out of a tree.
    """
    from seedreader.ingest.html import blocks

    tree = blocks.parse(markup) if isinstance(markup, str) else markup
    found: Values = {}
    metas = _metas(tree)
    url = captured.own_address(url) if url else None
    canonical = _link(tree, "canonical")
    canonical = captured.own_address(canonical) if canonical else None
    base = next(filter(None, (canonical, url, _first(metas, "og:url"))), None)
    _json_ld(tree, found, base)
    for name, sources in _META.items():
        for key, told_by in sources:
            for content in metas.get(key, ()):
                _take(found, name, content, told_by)
    _microdata(tree, found)
    if canonical or url:
        address = canonical if canonical and _is_address(canonical) else _joined(url or "", canonical or "")
        if _is_address(address):
            found["url"] = Declared(address, "link" if canonical else "address")
    _language(tree, found)
    _title(tree, found)
    _tidy(found, tree, metas)
    return found


def _metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        known = node.attributes
        content = (known.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (key := known.get(attribute)):
                key = key.strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms.")
                found.setdefault(key, []).append(content)
    return found


def _first(metas: Mapping[str, list[str]], key: str) -> str | None:
    return next(iter(metas.get(key, ())), None)


def _link(tree: LexborHTMLParser, rel: str) -> str | None:
    node = tree.css_first(f'link[rel~="{rel}"][href]')
    return ((node.attributes.get("href") or "").strip() or None) if node is not None else None


def _is_address(value: str) -> bool:
    return value.lower().startswith(("http://", "https://"))


def _take(found: Values, name: str, value: object, told_by: str) -> None:
    """Keep a value, unless a surer one is known or this is none."""
    if name in found:
        return
    taken: str | date | None
    if name in ("published", "updated"):
        taken = declared_day.day(value)
    elif name == "author":
        taken = _names(value)
    elif name == "language":
        taken = _code(value)
    elif name == "outlet":
        taken = _plain(value.get("name") if isinstance(value, dict) else value)
        taken = None if taken and (_LINK.match(taken) or len(taken) > 80) else taken
    elif name == "url":
        taken = captured.own_address(_plain(value) or "")
    else:
        taken = _plain(value)
    if taken and not (isinstance(taken, date) and _is_impossible(taken)):
        found[name] = Declared(taken, told_by)


def _is_impossible(day: date) -> bool:
    """Whether a day is none that something can have appeared on: one to come, or the zero of computers."""
    return day == _EPOCH or day > datetime.now(UTC).date() + timedelta(days=1)


def _plain(value: object) -> str | None:
    """A string without markup and with single spaces, None for an empty one or none."""
    if isinstance(value, list):
        value = next((each for each in value if each), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return None
    value = value[:LONGEST]
    text = unescape(value) if "&" in value else value
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^>]*>", "", text)
    text = " ".join(text.split())
    return None if _PLACEHOLDER.fullmatch(text) else text or None


def _names(value: object) -> str | None:
    """The authors in the order given, without "By", addresses and names of no one."""
    found: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        name = _plain(each)
        if name is None or _LINK.match(name) or name.lower() in _NO_NAME or len(name) > 200:
            continue
        name = _BY.sub("", name).strip(" ,;|")
        if name and not name.isdigit() and name not in found:
            found.append(name)
    return ", ".join(found) or None


def _code(value: object) -> str | None:
    match = _LANGUAGE.match(value) if isinstance(value, str) else None
    if not match:
        return None
    code = match[1].lower()
    return code if len(code) == 2 else _THREE.get(code)


# JSON-LD


def paid_size(tree: LexborHTMLParser) -> int | None:
    """About how many characters an article has that a page declares to be for subscribers; None for one that
    is free, 0 where its size is not told. Ask before `text_of`, too."""
    for thing in _linked(tree)[0]:
        if _is(thing, _ARTICLE) and str(thing.get("isAccessibleForFree")).lower() == "false":
            words = str(thing.get("wordCount"))
            return len(str(thing.get("articleBody") or "")) or (
                WORD * int(words) if words.isdecimal() and len(words) < 7 else 0
            )
    return None


def _linked(tree: LexborHTMLParser) -> tuple[list[dict[str, Any]], list[str]]:
    """The objects of a page's JSON-LD, and the blocks that are beyond mending."""
    things: list[dict[str, Any]] = []
    broken: list[str] = []
    for node in tree.css("script[type]"):
        if (node.attributes.get("type") or "").strip().lower().split(";")[0] != "application/ld+json":
            continue
        source = node.text() or ""
        value = _loaded(source)
        if value is None:
            broken.append(source)
        else:
            things += _things(value)
    return things, broken


def _json_ld(tree: LexborHTMLParser, found: Values, base: str | None) -> None:
    things, broken = _linked(tree)
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and "name" in thing}
    articles = [
        thing
        for thing in things
        if _is(thing, _ARTICLE) and ("headline" in thing or "datePublished" in thing)
    ]
    pages = [thing for thing in things if _is(thing, _PAGE)]
    ordered = sorted(articles, key=lambda thing: -_fit(thing, base))[:1] or []
    for thing in [*ordered, *pages[:1]]:
        _of_thing(found, thing, by_id)
    for source in broken:
        if re.search(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)', source[:MOST_JSON]):
            _of_broken(found, source[:MOST_JSON])
    for thing in things:
        if _is(thing, re.compile(r"(?:NewsMediaOrganization|WebSite)\Z")) and "outlet" not in found:
            _take(found, "outlet", thing.get("name"), "json-ld")


def _loaded(source: str) -> Any:
    """A block of JSON, with the mistakes mended that pages make most; None for one beyond mending."""
    if not source.strip() or len(source) > MOST_JSON:
        return None
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        pass
    for pattern, by in _BROKEN:
        source = pattern.sub(by, source)
    try:
        return json.JSONDecoder(strict=False).raw_decode(source.strip())[0]
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects that are of the page itself, not those that it is made of or based on."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _HOLDERS:
            if isinstance(value.get(key), dict | list):
                yield from _things(value[key], depth + 1)


def _is(thing: Mapping[str, Any], pattern: re.Pattern[str]) -> bool:
    kinds = thing.get("@type")
    return any(
        isinstance(kind, str) and pattern.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _fit(thing: Mapping[str, Any], base: str | None) -> int:
    """How much an article is the page's own: by its address, and by how much is told of it."""
    address = thing.get("url") or thing.get("mainEntityOfPage") or thing.get("@id")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    same = isinstance(address, str) and base is not None and _bare(address) == _bare(base)
    return 8 * same + sum(
        key in thing for key in ("headline", "datePublished", "author", "publisher", "articleBody")
    )


def _parts(address: str) -> SplitResult | None:
    """The parts of a web address, None for anything else."""
    try:
        return urlsplit(address) if _is_address(address) else None
    except ValueError:
        return None


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _bare(address: str) -> str:
    parts = _parts(address)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}" if parts else address.strip("/")


def _of_thing(found: Values, thing: Mapping[str, Any], by_id: Mapping[str, dict[str, Any]]) -> None:
    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(each) for each in value]
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return by_id.get(value["@id"], value)
        return value

    if _is(thing, _ARTICLE):
        _take(found, "title", thing.get("headline") or thing.get("name"), "json-ld")
    outlet = resolved(thing.get("publisher")) or resolved(thing.get("sourceOrganization"))
    _take(found, "outlet", outlet[0] if isinstance(outlet, list) and outlet else outlet, "json-ld")
    _take(found, "author", resolved(thing.get("author") or thing.get("creator")), "json-ld")
    _take(found, "published", thing.get("datePublished") or thing.get("dateCreated"), "json-ld")
    _take(found, "updated", thing.get("dateModified"), "json-ld")
    _take(found, "language", thing.get("inLanguage"), "json-ld")


def _of_broken(found: Values, source: str) -> None:
    """The plain values of a block that is no JSON, before anything that the article is based on."""
    source = source.split('"isBasedOn"')[0]
    for name, key in _KEYS.items():
        if match := re.search(rf'"{key}"\s*:\s*"((?:[^"\\\n]|\\.){{1,400}})"', source):
            try:
                value = json.loads(f'"{match[1]}"', strict=False)
            except ValueError:
                value = match[1]
            _take(found, name, value, "json-ld")


# what stands in the page


def _microdata(tree: LexborHTMLParser, found: Values) -> None:
    for name, key in (
        ("title", "headline"),
        ("published", "datePublished"),
        ("updated", "dateModified"),
        ("author", "author"),
    ):
        node = None if name in found else tree.css_first(f'[itemprop~="{key}"]')
        if node is not None:
            known = node.attributes
            inner = node.css_first('[itemprop~="name"]') if name == "author" else None
            value = (
                known.get("content")
                or known.get("datetime")
                or (inner if inner is not None else node).text(separator=" ")
            )
            if len(value) < 300:
                _take(found, name, value, "microdata")
    if "published" not in found:
        for selector in (
            "time[pubdate]",
            "article time[datetime]",
            "main time[datetime]",
            "h1 ~ time[datetime]",
            "header time[datetime]",
        ):
            node = tree.css_first(selector)
            if node is not None:
                _take(found, "published", node.attributes.get("datetime") or node.text(), "time")
    if "author" not in found:
        node = tree.css_first('a[rel~="author"], .byline-name, .byline__name, .author-name, .article-author')
        if node is not None and 2 < len(name := node.text(separator=" ").strip()) < 80:
            _take(found, "author", name, "by-line")

    if "author" not in found and (persons := _by_line(tree)):
        _take(found, "author", persons, "by-line")


def _by_line(tree: LexborHTMLParser) -> list[str]:
    """The persons that a line of a telling name, or one right under the headline that begins with "By",
    names."""
    called = ((node, False) for node in tree.css(_BY_LINES)[:MOST_LINES])
    under = ((node, True) for node in tree.css("h1 + p, h1 + div")[:2])
    for node, needs_by in (*called, *under):
        text = " ".join(node.text(separator=" ")[:LONGEST].split())
        names = _BY.sub("", text)
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


def _language(tree: LexborHTMLParser, found: Values) -> None:
    """The language: an article's own word for it beats the page's, and that what a tag says of a whole
    site."""
    if "language" in found and found["language"].told_by == "json-ld":
        return
    root = tree.root
    known = root.attributes if root is not None else {}
    if code := _code(known.get("lang") or known.get("xml:lang")):
        found["language"] = Declared(code, "html")
    elif "language" not in found and "url" in found:
        for link in tree.css('link[rel~="alternate"][hreflang][href]'):
            if link.attributes.get("href") == found["url"].value:
                _take(found, "language", link.attributes.get("hreflang"), "hreflang")


def _title(tree: LexborHTMLParser, found: Values) -> None:
    if "title" in found:
        return
    headings = list(tree.css("h1"))[:20]
    shown = [text for node in headings if (text := _plain(node.text(separator=" ")))]
    title = tree.css_first("head title") or tree.css_first("title")
    whole = _plain(title.text()) if title is not None else None
    if whole:
        for text in shown:
            if len(text) > 8 and text in whole:
                found["title"] = Declared(text, "heading")
                return
        found["title"] = Declared(whole, "title")
    elif shown:
        found["title"] = Declared(shown[0], "heading")


def _tidy(found: Values, tree: LexborHTMLParser, metas: Mapping[str, list[str]]) -> None:
    """The title without the site's name behind it, and the outlet as people write it."""
    title = tree.css_first("head title")
    whole = _plain(title.text()) if title is not None else None
    address = found["url"].value if "url" in found else _first(metas, "og:url")
    host = _host(str(address)) if address else None
    behind = _behind(whole) if whole else None
    if "outlet" in found:
        found["outlet"] = _site_of(found["outlet"], _first(metas, "og:site_name"))
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
    headings = [_plain(node.text(separator=" ")) or "" for node in tree.css("h1")[:MOST_LINES]]
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
    if site and not _LINK.match(site) and not _COMPANY.search(site):
        return Declared(site, "opengraph")
    before = _SUFFIX.split(name)[0]
    return outlet._replace(value=before if before != name else name[: company.start()].rstrip(" ,.") or name)


def _shown(title: Declared, tree: LexborHTMLParser, whole: str) -> Declared:
    """The headline as the page shows it, where what is declared is a part of it, or has a section behind
    it."""
    declared = str(title.value).casefold()
    for node in list(tree.css("h1"))[:20]:
        shown = _plain(node.text(separator="")) or ""
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


def _host(address: str) -> str | None:
    parts = _parts(address)
    host = parts.hostname if parts else None
    return _TOP_LEVELS.sub("", host) if host else None


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
