"""Which press archive made a file, told by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

# each begins with letters that are looked for at once: one pattern of them all would be tried at every byte
_FACTIVA = (
    re.compile(rb"<title>\s*(?:dow jones )?factiva\b"),
    re.compile(rb"<ppsarticle"),
    re.compile(rb"<ppsresponse"),
    re.compile(rb"global\.factiva\.com/pps"),
    re.compile(rb"saved from url=\(\d+\)https?://[\w.-]*factiva\.com"),
    re.compile(rb"<b class=.?\w{2,8}headline[^>]*>"),
    re.compile(rb"<span class=.?\w{2,8}headline[^>]*>"),
    re.compile(rb"class=.?article(?: \w{2,4}article\b|paragraph \w{2,4}articlep)"),
)


def is_factiva(head: bytes) -> bool:
    """A page or an XML response of Factiva's."""
    return _is_markup(head) and _has_any(_FACTIVA, head)


_PROQUEST = (
    re.compile(rb"<title>\s*proquest\b"),
    re.compile(rb"name=.?(?:x_)*docid_"),
    re.compile(rb"<strong[^>]*>\s*(?:proquest document id|publication info|full text):"),
)


def is_proquest(head: bytes) -> bool:
    """A page of ProQuest's."""
    return _is_markup(head) and _has_any(_PROQUEST, head)


def _has_any(patterns: Iterable[re.Pattern[bytes]], head: bytes) -> bool:
    """Whether one of the patterns, in small letters, stands there in any letters."""
    lowered = head.lower()
    return any(pattern.search(lowered) for pattern in patterns)


def _is_markup(head: bytes) -> bool:
    return head[:512].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<")


_EUROPRESSE = re.compile(
    rb"class=.?(?:DocPublicationName|[\w -]*\b(?:rdp__DocPublicationName|[tT]itreArticleVisu)\b)"
)


def is_europresse(head: bytes) -> bool:
    """A page of Europresse's, old or new."""
    named = b"DocPublicationName" in head or b"itreArticleVisu" in head
    return named and _is_markup(head) and bool(_EUROPRESSE.search(head))


_DEFACTO = re.compile(rb"class=.?eintrag\b")
_INTEGRUM = re.compile(
    rb"\^(?:\xc8\xd1|\xc7\xc3|\xd0\x98\xd0\xa1|\xd0\x97\xd0\x93):|<title>[^<]{0,80}(?:Integrum|\xc8\xed\xf2\xe5\xe3\xf0\xf3\xec)"
)
_INTEGRUM_NAMES = (
    b"Integrum",
    b"\xc8\xed\xf2\xe5\xe3\xf0\xf3\xec",
    b"^\xc8\xd1:",
    b"^\xc7\xc3:",
    b"^\xd0\x98\xd0\xa1:",
    b"^\xd0\x97\xd0\x93:",
)
"""One of these is in each of its pages: asked first, since nearly no page has one."""
_RULED = re.compile(
    rb"<hr\b[^>]*>(?:\s|<(?!h[23]\b)[^<>]{0,300}>|\w{0,20}){0,12}?<h[23]\b[^>]{0,200}>.{1,600}?</h[23]>"
    rb"(?:\s|<[^<>]{0,300}>){0,12}<(?:i|em)\b[^>]{0,100}>[^<]{0,80}\d{2}\b",
    re.IGNORECASE | re.DOTALL,
)
_KNIPSELS = re.compile(rb"id=.?articleTitle\b")


def is_defacto(head: bytes) -> bool:
    """A page of APA DeFacto's."""
    return _is_markup(head) and bool(_DEFACTO.search(head)) and b" vom " in head


def is_integrum(head: bytes) -> bool:
    """A page of Integrum's, in Windows-1251 or UTF-8."""
    return _is_markup(head) and any(map(head.__contains__, _INTEGRUM_NAMES)) and bool(_INTEGRUM.search(head))


def is_knipselkrant(head: bytes) -> bool:
    """A press review as a page: headlines behind rules, with paper and day in italics."""
    if not _is_markup(head):
        return False
    return (bool(_KNIPSELS.search(head)) and b"sourceTitle" in head) or len(_RULED.findall(head)) > 1
