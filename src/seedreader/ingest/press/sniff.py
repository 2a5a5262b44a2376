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
    return _is_markup(head) and bool(_FACTIVA.search(head))


_PROQUEST = re.compile(
    rb"<title>\s*ProQuest\b|name=.?DocID_|<strong[^>]*>\s*(?:ProQuest document ID|Publication info|Full text):",
    re.IGNORECASE,
)


def is_proquest(head: bytes) -> bool:
    """A page of ProQuest's."""
    return _is_markup(head) and bool(_PROQUEST.search(head))


def _is_markup(head: bytes) -> bool:
    return head[:512].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")


_EUROPRESSE = re.compile(rb"class=.?(?:DocPublicationName|[\w -]*\b(?:rdp__DocPublicationName|[tT]itreArticleVisu)\b)")


def is_europresse(head: bytes) -> bool:
    """A page of Europresse's, old or new."""
    return _is_markup(head) and bool(_EUROPRESSE.search(head))
