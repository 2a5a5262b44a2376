"""Lists of links as HTML: bookmarks of browsers, exports of Pocket, Instapaper and the like."""

from __future__ import annotations

import re
from html import unescape

from seedreader.article import SourceId
from seedreader.ingest import addresses
from seedreader.ingest.decode import decode
from seedreader.ingest.raw_document import Documents

_HREF = re.compile(
    r"<a\s[^<>]{0,4000}?\bhref\s*=\s*(?:\"([^\"<>]{0,4000})\"|'([^'<>]{0,4000})')", re.IGNORECASE
)


def read(data: bytes, _: SourceId) -> Documents:
    """No article, but the addresses."""
    text, _encoding = decode(data)
    links = [unescape(double or single) for double, single in _HREF.findall(text)]
    return Documents((), (addresses.problem(links),))
