"""Which press archive made a file, told by its first bytes."""

from __future__ import annotations

import re

_FACTIVA = re.compile(
    rb"<title>\s*(?:Dow Jones )?Factiva\b|<ppsArticle|<PPSResponse|global\.factiva\.com/pps"
    rb"|saved from url=\(\d+\)https?://[\w.-]*factiva\.com"
    rb"|<(?:b|span) class=.?\w{2,8}Headline[^>]*>|class=.?article \w{2,4}Article\b|class=.?articleParagraph \w{2,4}articleP",
    re.IGNORECASE,
)


def is_factiva(head: bytes) -> bool:
    """A page or an XML response of Factiva's."""
    return head[:512].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<") and bool(_FACTIVA.search(head))
