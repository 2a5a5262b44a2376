"""What scrapers and APIs call the values of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

TITLE = (
    "title", "headline", "headlinemain", "articletitle", "newstitle", "webtitle", "storytitle", "titel",
    "titre", "titulo",
    "titolo", "titlefull", "heading", "header", "hl1", "name", "subject", "заголовок", "标题",
)  # fmt: skip
TEXT = (
    "maintext", "text", "body", "articlebody", "plaintext", "fulltext", "articletext", "content",
    "cleanedtext",
    "bodytext", "textcontent", "contenttext", "articlecontent", "article", "story", "storytext", "newstext",
    "textbody",
    "pagetext", "texto", "inhalt", "contenido", "corps", "volltext", "fieldsbodytext", "bodyhtml",
    "contenthtml", "fieldsbody",
    "articlehtml", "articlebodyhtml", "contentencoded", "markdown", "paragraphs", "transcript", "brodtekst",
    "contentrendered", "textcleaned", "selftext", "текст", "正文", "message",
)  # fmt: skip
RAW = ("rawtext", "html", "articlehtmlraw", "rawhtml", "raw", "pagehtml")
"""Whole pages, read only where there is no text."""

TEASER = (
    "description", "summary", "excerpt", "abstract", "snippet", "lead", "leadparagraph", "teaser",
    "standfirst", "subtitle",
    "trailtext", "fieldstrailtext", "descriptiontext", "extract", "intro", "sectionlead", "excerptrendered",
    "contentshort",
)  # fmt: skip
PUBLISHED = (
    "datepublish", "publishedat", "publishdate", "publicationdate", "datepublished", "datetimepub",
    "webpublicationdate",
    "firstpublicationdate", "firstpublished", "published", "publisheddate", "pubdate", "publishtime",
    "publishingdate",
    "publishedtime", "articlepublishedtime", "postdate", "postedat", "publisheddatetime", "pubtime",
    "dateofpublication",
    "date", "datetime", "seendate", "datum", "fecha", "data", "day", "time", "timestamp", "createdat",
    "createdutc", "created",
    "creationdate", "dategmt", "дата", "日期",
)  # fmt: skip
_SAID_PUBLISHED = frozenset(PUBLISHED[: PUBLISHED.index("day")])
_POSTED = _SAID_PUBLISHED | {"createdat", "createdutc"}
"""When something was published, or posted to a network, whose posts have no titles."""

UPDATED = ("datemodify", "datemodified", "updatedat", "updated", "lastmodified", "modified", "modifieddate",
    "dateupdated",
           "lastupdated", "updateddate", "modifiedgmt")  # fmt: skip
OUTLET = (
    "sourcename", "sourcetitle", "sitename", "medianame", "publication", "publicationname", "publisher",
    "publishername",
    "newspaper", "outlet", "outletname", "mediaoutlet", "newssite", "website", "site", "source", "cleanurl",
    "namesource",
    "paper", "media", "medium", "provider", "journal", "journaltitle", "feedtitle", "origintitle",
    "sourcehostname",
    "metasitename", "threadsitefull", "threadsite", "htmlsourceinfopublisher", "fieldspublication",
    "hostname", "sourcedomain", "domain", "domainname", "sourceid", "rights", "channel", "origin",
)  # fmt: skip
AUTHOR = ("author", "authors", "byline", "bylineoriginal", "creator", "writer", "journalist", "autor",
    "autores", "auteur",
          "authorname", "creatorname", "reporter", "publishedby", "fieldsbyline", "authorsbyline",
          "bylineoriginal", "username", "accountdisplayname", "accountusername", "автор", "作者")  # fmt: skip
URL = ("url", "link", "articleurl", "weburl", "canonicalurl", "canonicallink", "permalink", "href",
    "originalurl", "requestedurl",
       "finalurl", "htmlrequestedurl", "webpageurl", "newsurl", "pageurl", "givenurl", "resolvedurl",
       "linkspermalink", "sourceurl", "uri", "source")  # fmt: skip
LANGUAGE = (
    "language",
    "lang",
    "langcode",
    "languagecode",
    "sourcelanguage",
    "metalang",
    "articlelanguage",
    "sprache",
    "langue",
    "idioma",
)
IDENTIFIER = (
    "id",
    "guid",
    "articleid",
    "uri",
    "urn",
    "docid",
    "uuid",
    "uid",
    "newsid",
    "storiesid",
    "doi",
    "slug",
)

DEEPEST = 8
"""Lists and objects of a text inside one another that are looked into."""

READ_LATER_WORDS = (
    "timeadded toread isread isfav isarchived isstarred folder savedate saveddate readingprogress"
    " readat cover labels tags collection highlight selection shared"
)
READ_LATER = frozenset(READ_LATER_WORDS.split())
"""What the lists of read-later services have; their descriptions are the pages' own, no text."""

_KNOWN = frozenset((*TITLE, *TEXT, *RAW, *TEASER, *PUBLISHED, *UPDATED, *OUTLET, *AUTHOR, *URL, *LANGUAGE))
_HEADS = frozenset((*TITLE, *TEXT, *URL))
_NOT = re.compile(r"[\W_]+")


def folded(name: object) -> str:
    """A key as the table has it: small letters, nothing between words."""
    return _NOT.sub("", str(name)).casefold()[:60]


def is_header(names: Sequence[Any]) -> bool:
    """Whether names are those of a table's columns: a title, text or address among them."""
    known = [folded(each) for each in names if isinstance(each, str)]
    return (
        len(known) == len(names)
        and any(each in _HEADS for each in known)
        and sum(each in _KNOWN for each in known) >= 2
    )


def is_known(name: object) -> bool:
    """Whether a name is one of a value of an article."""
    return folded(name) in _KNOWN


def is_record(value: Any) -> bool:
    """Whether a value is an article, or tells of one: a text, or a title and an address."""
    if not isinstance(value, Mapping):
        return False
    held = {folded(name) for name, each in value.items() if each not in (None, "", [], {})}
    texts = [each for name, each in value.items() if folded(name) in (*TEXT, *RAW) and is_text(each)]
    address = any(
        isinstance(value[name], str) and folded(name) in URL and "://" in value[name][:20] for name in value
    )
    titled = any(
        folded(name) in TITLE and isinstance(each, str | dict) and each for name, each in value.items()
    )
    return (bool(texts) and (titled or address or len(held) < 4 or held & _POSTED)) or (
        address and (titled or bool(held & set(TEASER)))
    )  # type: ignore[return-value]


def has_text(record: Mapping[str, Any]) -> bool:
    """Whether a record holds a text of its own."""
    return any(folded(name) in (*TEXT, *RAW) and is_text(value) for name, value in record.items())


def is_text(value: Any, depth: int = 0) -> bool:
    """Whether a value can be the text of an article: words, paragraphs, or sections of them."""
    if isinstance(value, str):
        return len(value.strip()) > 1 and not value.startswith(("http://", "https://"))
    if isinstance(value, list):
        some = value[:3]
        return (
            depth < DEEPEST
            and all(isinstance(each, str | dict | list) for each in some)
            and any(is_text(each, depth + 1) for each in some)
        )
    if isinstance(value, dict):
        return any(
            folded(name)
            in ("sections", "paragraphs", "rendered", "text", "content", "html", "summary", "body", "value")
            for name in value
        )
    return False


def says_published(names: Iterable[str]) -> bool:
    """Whether keys tell when something was published, rather than saved."""
    return not _SAID_PUBLISHED.isdisjoint(map(folded, names))


def is_read_later(record: Mapping[str, Any]) -> bool:
    """Whether a record is an entry of a list to be read later."""
    held = {folded(name) for name in record}
    return len(held & READ_LATER) >= 2 or bool(held & {"timeadded", "toread", "isread", "isarchived"})
