"""Media types in words, short enough for a column."""

from __future__ import annotations

_NAMES = {
    "text/plain": "text",
    "text/markdown": "Markdown",
    "text/html": "HTML",
    "application/xhtml+xml": "HTML",
    "multipart/related": "MHTML",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/rtf": "RTF",
    "application/epub+zip": "EPUB",
    "message/rfc822": "mail",
    "application/vnd.ms-outlook": "mail",
    "application/xml": "XML",
    "application/nitf+xml": "NITF",
    "application/vnd.iptc.g2.newsitem+xml": "NewsML-G2",
    "text/vnd.iptc.newsml": "NewsML",
    "text/vnd.iptc.7901": "IPTC 7901",
    "application/vnd.iptc.ninjs+json": "ninjs",
    "application/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/feed+json": "JSON Feed",
    "application/json": "JSON",
    "application/x-ndjson": "JSON",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/x-subrip": "subtitles",
    "text/vtt": "subtitles",
}


def name(media_type: str | None) -> str:
    """ "PDF" for "application/pdf"; a type that is not known, as it is; empty for none."""
    return _NAMES.get(media_type or "", media_type or "")
