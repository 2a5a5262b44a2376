"""Factiva's articles in pieces: in a table of codes (HD, WC, PD …), or in lines that nothing names.

The one thing that every version has, in every language of its screens, is the number of the document, which
ends an article. In lines without names the count of words has a place of its own: headline and by-line stand
before it; day, source, code, edition, page, language and copyright behind it, some of them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date

from seedreader.ingest.errors import Problem
from seedreader.ingest.formats.factiva import pages
from seedreader.ingest.press import language
from seedreader.ingest.press.pieces import Piece
from seedreader.ingest.press.record import Record
from seedreader.ingest.text_builder import Block
from seedreader.ingest.written_day import find, whole

_NUMBER = r"[A-Za-z][A-Za-z0-9]{3,11}(?:19|20)\d{6}[A-Za-z0-9]{7,11}"
_END = re.compile(
    rf"\W{{0,3}}(?:(?!http)[^\W\d_]{{2,14}}\W{{1,3}}|(?:AN|文件|文書)\s*){{0,2}}({_NUMBER})\W{{0,2}}"
)
"""The last line of an article: "Document SUDOS00020060602e26200001", whatever the word."""

CODES = frozenset((
    "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "NGC", "GC", "ED", "PG", "VOL", "LA", "CY", "LP",
    "TD", "ART", "CT", "CX", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "DLN", "CLM", "RST",
))  # fmt: skip
_CODED = re.compile(rf"({'|'.join(sorted(CODES, key=len, reverse=True))})(?:\t| {{2,}}|\s*\Z)\s*")
_SURELY_CODED = frozenset(("HD", "WC", "PD", "SN", "LP", "TD"))

_COUNT = re.compile(r"\d[\d.,'’ \u00a0\u202f]*\s?[^\W\d_]{1,14}\.?")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[APap]\.?[Mm]\.?)?(?: ?[A-Z]{2,4})?")
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,10}")
_RIGHTS = re.compile(
    r"©|\(c\)|\bcopyright\b|all rights|vorbehalten|droits réservés|derechos|版权|版權", re.IGNORECASE
)
_BY = re.compile(
    r"(?:By|Von|Par|Por|Da|Di|Door|Af|Av|Od)\b|[^\W\d_]+ (?:y|und|and|et) [^\W\d_]+\Z", re.IGNORECASE
)
_COUNTED = re.compile(r"\d{1,4}\) ")
_ADDRESS = re.compile(r"(?<=\S)\s?\[(?:https?|ftp|mailto):[^\]\s]*\]")
_CREDIT_WORDS = 8
_BEHIND = 12
"""Lines behind the day among which source, pages and language stand."""

Cut = tuple[list[Record], list[Problem]]


def cut(found: Sequence[Piece]) -> Cut:
    """The articles in an export's pieces, and what is wrong with any of them."""
    records: list[Record] = []
    problems: list[Problem] = []
    begin = 0
    called = None
    for i, piece in enumerate(found):
        number = ends(piece)
        if piece.point:
            if called and any(map(pages.is_headline, found[begin:i])):
                number = called
            called = piece.point
        if number:
            record = _record(found[begin:i], number)
            if record:
                records.append(record)
            else:
                problems.append(
                    Problem(
                        "",
                        "lost",
                        f"holds document {number}, which has neither a headline nor a text",
                        lost=1,
                    )
                )
            begin = i + 1
    rest = found[begin:]
    if any(map(pages.is_headline, rest)) or (records and _place_of_count(rest) is not None):
        last = _record(rest, None)
        if last:
            records.append(last)
            problems.append(Problem("", "truncated", f"article {len(records)}, the last one, is not whole"))
    return records, problems


def ends(piece: Piece) -> str | None:
    """The number of the article that a piece ends; None for every other piece."""
    if len(piece.text) > 60 or pages.is_paragraph(piece):
        return None
    match = _END.fullmatch(piece.text.strip())
    return match[1] if match else None


def _record(found: Sequence[Piece], number: str | None) -> Record | None:
    found = [
        piece for piece in found if piece.text.strip() and not piece.within("#pageFooter", ".searchPreview")
    ]
    coded = _coded(found)
    if len(_SURELY_CODED & coded.keys()) >= 3:
        return _of_codes(coded, found, number)
    return _of_lines(found, number)


def _coded(found: Sequence[Piece]) -> dict[str, list[Piece]]:
    """What stands behind each code of a table, in a page or in text."""
    codes: dict[str, list[Piece]] = {}
    now: list[Piece] = []
    for piece in found:
        match = _CODED.match(piece.text.replace("\u00a0", " "))
        if match and not pages.is_marked(piece):
            now = codes.setdefault(match[1], [])
            rest = piece.text[match.end() :].strip()
            if rest:
                now.append(piece._replace(text=rest))
        else:
            now.append(piece)
    return codes


def _of_codes(codes: dict[str, list[Piece]], found: Sequence[Piece], number: str | None) -> Record:
    def value(code: str) -> str | None:
        return " ".join(piece.text for piece in codes.get(code, ())) or None

    own = next(filter(None, map(pages.language, found)), None)
    return Record(
        title=_title(value("HD")),
        byline=value("BY"),
        paragraphs=[
            *_body(codes.get("LP", ())),
            *_body(codes.get("TD", ())),
            *_captions(codes.get("ART", ())),
        ],
        outlet=value("SN"),
        published=_day(value("PD")),
        language=own or language.code(value("LA") or ""),
        number=number,
    )


def _of_lines(found: Sequence[Piece], number: str | None) -> Record | None:
    count = _place_of_count(found)
    headlines = [i for i, piece in enumerate(found) if pages.is_headline(piece)]
    own = next(filter(None, map(pages.language, found)), None)
    if count is None:
        if not headlines and found and not any(map(pages.is_marked, found)):
            headlines = [0]
        if not headlines:
            return None
        body = found[headlines[-1] + 1 :]
        title = " ".join(found[i].text for i in headlines)
        return Record(_title(title), _body(body), language=own, number=number)
    if headlines:
        title = " ".join(found[i].text for i in headlines if i < count)
        authors = [piece.text for piece in found[:count] if pages.is_byline(piece)]
        byline = "; ".join(authors) or _unmarked_byline(found[headlines[-1] + 1 : count])
    else:
        title, byline = _above(found[max(0, count - 4) : count])
    at = count + 2
    while at < len(found) and _TIME.fullmatch(found[at].text):
        at += 1
    outlet = found[at].text if at < len(found) else None
    end = _end_of_head(found, at + 1)
    named = next(filter(None, (language.code(piece.text) for piece in found[at + 1 : end])), None)
    return Record(
        title=_title(title),
        byline=byline,
        paragraphs=_body(found[end:]),
        outlet=outlet,
        published=_day(found[count + 1].text),
        language=own or named,
        number=number,
    )


def _place_of_count(found: Sequence[Piece]) -> int | None:
    """Where the count of words stands: a number and a word, and a day behind it."""
    for i, (piece, after) in enumerate(itertools.pairwise(found)):
        if not pages.is_marked(piece) and _COUNT.fullmatch(piece.text) and _day(after.text):
            return i
    return None


def _end_of_head(found: Sequence[Piece], start: int) -> int:
    """Where the paragraphs begin: behind language and copyright, or where the page says so."""
    for i in range(start, len(found)):
        if pages.is_paragraph(found[i]):
            return _without_rights(found, start, i)
    end = start
    for i in range(start, min(len(found), start + _BEHIND)):
        text = found[i].text
        if language.code(text):
            end = i + 1
            break
        if not (_SOURCE_CODE.fullmatch(text) or len(text) <= 40):
            break
        if _SOURCE_CODE.fullmatch(text):
            end = i + 1
    while end < len(found) and _RIGHTS.search(found[end].text):
        end += 1
    return end


def _without_rights(found: Sequence[Piece], start: int, marked: int) -> int:
    """Behind the copyright; a browser may have moved paragraphs out of those that the page marks."""
    known = [i for i in range(start, marked) if language.code(found[i].text)]
    if not known:
        return marked
    end = known[0] + 1
    while end < marked and (_RIGHTS.search(found[end].text) or end == known[0] + 1):
        end += 1
    return end


def _above(found: Sequence[Piece]) -> tuple[str, str | None]:
    """Headline and by-line in the lines above the count of words, where nothing marks them."""
    texts = [piece.text for piece in found]
    if len(texts) > 1 and (_BY.match(texts[-1]) or (_is_name(texts[-1]) and len(texts[-2]) > len(texts[-1]))):
        return texts[-2], texts[-1]
    return (texts[-1] if texts else ""), None


def _unmarked_byline(found: Sequence[Piece]) -> str | None:
    texts = [piece.text for piece in found if _BY.match(piece.text) or _is_name(piece.text)]
    return texts[0] if texts else None


def _is_name(text: str) -> bool:
    words = text.split()
    return (
        1 < len(words) <= 4 and all(word[0].isupper() for word in words) and not re.search(r"[\d.:!?]", text)
    )


def _body(found: Sequence[Piece]) -> list[str | Block]:
    texts = [(piece, _ADDRESS.sub("", piece.text)) for piece in found]
    credit = len(texts)
    if any(map(pages.is_paragraph, found)):
        while credit and not pages.is_paragraph(texts[credit - 1][0]) and _is_credit(texts[credit - 1][1]):
            credit -= 1
    return [
        *(text for _, text in texts[:credit]),
        *(Block(text, "footer") for _, text in texts[credit:]),
    ]


def _captions(found: Sequence[Piece]) -> list[Block]:
    return [Block(_ADDRESS.sub("", piece.text), "caption") for piece in found]


def _is_credit(text: str) -> bool:
    """Whether a last line is the publisher's name."""
    return len(text.split()) <= _CREDIT_WORDS and not text.endswith((".", "!", "?", "»", "”", '"'))


def _title(text: str | None) -> str | None:
    return _ADDRESS.sub("", _COUNTED.sub("", " ".join((text or "").split()), count=1)) or None


def _day(text: str | None) -> date | None:
    if not text or len(text) > 60:
        return None
    written = find(text)
    return whole(text) or (written.day if written and written.start == 0 else None)
