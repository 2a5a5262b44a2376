"""What in a message's text is about the people who wrote, forwarded and got it, and not for anybody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from seedreader.article import Structure
from seedreader.ingest.written_day import find

_FROM = r"From|Von|De|Da|Van|Från|Fra|Od|От|Lähettäjä|差出人|发件人"
_OTHER = (
    r"Date|Datum|Dato|Data|Fecha|Sent|Gesendet|Envoyé|Enviado(?: el)?|Inviato|Verzonden|Skickat|Sendt"
    r"|Wysłano|Дата|Отправлено"
    r"|Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Temat|Тема"
    r"|To|An|À|A|Para|Aan|Till|Til|Do|Кому|Cc|CC|Bcc|Kopie|Copie|Kopia|Reply-To|Antwort an|Importance"
    r"|Wichtigkeit|Attachments?|Anlagen?"
)
_HEADER = re.compile(rf"[>\s*]*(?P<name>{_FROM}|{_OTHER})\s?\*?\s?:\*?[ \t]*(?P<value>[^\n]*)", re.IGNORECASE)
_IS_FROM = re.compile(_FROM, re.IGNORECASE)
_IS_SUBJECT = re.compile(
    r"Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Temat|Тема", re.IGNORECASE
)
_BANNER = re.compile(
    r"[>\s]*(?:[-_=]{3,}\s*[^\n\-_=]{4,50}\s*[-_=]{3,}|Begin forwarded message:"
    r"|Anfang der weitergeleiteten (?:E-Mail|Nachricht):|Début du message (?:réexpédié|transféré) ?:"
    r"|_{10,})\s*"
)
_ATTRIBUTION = re.compile(
    r"^[>\s]*(?:On|Am|Le|El|Il|Op|Den|Em|W dniu)\b[^\n]{5,200}(?:\n[^\n]{0,120})?"
    r"(?:wrote|schrieb[^\n]{0,80}|a écrit|escribió|ha scritto|schreef[^\n]{0,80}|skrev[^\n]{0,80}"
    r"|escreveu|pisze|napisał\w*)\s?:[ \t]*$",
    re.MULTILINE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_SIGNATURE_LINES = 12
_FEWEST_HEADERS = 3


class Forwarded(NamedTuple):
    """What the headers of a forwarded message say: the sender's name, the subject, the day."""

    sender: str = ""
    subject: str = ""
    day: date | None = None


class Private(NamedTuple):
    """Ranges to take out of a text, ranges that were quoted, and what the last forwarding says."""

    ranges: tuple[tuple[int, int], ...]
    forwarded: Forwarded | None
    remark_ends: int = 0


def find_private(text: str, people: Iterable[str], *, is_bulk: bool) -> Private:
    """What is to be taken out of a message's text: headers of forwarded ones, attributions, a signature, and
    the addresses and full names of ``people``."""
    ranges: list[tuple[int, int]] = []
    forwarded: Forwarded | None = None
    remark_ends = 0
    for start, end, told in _headers(text):
        ranges.append((start, end))
        if forwarded is None:
            forwarded, remark_ends = told, start
    ranges += [match.span() for match in _ATTRIBUTION.finditer(text)]
    if not is_bulk:
        last = max(_SIGNATURE.finditer(text), key=lambda match: match.start(), default=None)
        if last and text.count("\n", last.end()) <= _SIGNATURE_LINES:
            ranges.append((last.start(), len(text)))
    known = sorted({each for each in people if len(each) > 4}, key=len, reverse=True)
    if known:
        pattern = re.compile(
            "|".join(rf"(?<!\w)(?:mailto:)?{re.escape(each)}(?!\w)" for each in known), re.IGNORECASE
        )
        ranges += [match.span() for match in pattern.finditer(text)]
    return Private(tuple(_merged(ranges)), forwarded, remark_ends)


def _headers(text: str) -> list[tuple[int, int, Forwarded]]:
    """The runs of headers inside a text, from their banner to their last line."""
    found: list[tuple[int, int, Forwarded]] = []
    run: list[tuple[int, int, str, str]] = []
    banner: int | None = None
    at = 0
    for line in (*text.split("\n"), ""):
        end = at + len(line)
        match = _HEADER.match(line)
        if match:
            run.append((at, end, match["name"], match["value"].strip()))
        elif line.strip() and run and not _BANNER.fullmatch(line) and len(run) < _FEWEST_HEADERS:
            run = []
        elif run and (line.strip() or at >= len(text) or len(run) >= _FEWEST_HEADERS):
            told = _told(run)
            if told:
                found.append((banner if banner is not None else run[0][0], run[-1][1], told))
            run, banner = [], None
        if _BANNER.fullmatch(line) and line.strip():
            banner = at
        elif line.strip() and not match:
            banner = None
        at = end + 1
    return found


def _told(run: Sequence[tuple[int, int, str, str]]) -> Forwarded | None:
    if len(run) < _FEWEST_HEADERS or not any(_IS_FROM.fullmatch(name) for _, _, name, _ in run):
        return None
    values = {name.casefold(): value for _, _, name, value in reversed(run)}
    sender = next((value for name, value in values.items() if _IS_FROM.fullmatch(name)), "")
    subject = next((value for name, value in values.items() if _IS_SUBJECT.fullmatch(name)), "")
    written = next((day for value in values.values() if (day := find(value))), None)
    name = re.sub(r"[<\[(].*|\S+@\S+", "", sender).strip(" \"'*")
    return Forwarded(name, subject.strip("* "), written.day if written else None)


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def without(
    text: str, structure: Sequence[Structure], ranges: Sequence[tuple[int, int]]
) -> tuple[str, tuple[Structure, ...]]:
    """A text without some ranges of it, and its structure moved; line breaks left over are taken out, too."""
    widened = []
    for start, end in ranges:
        while end < len(text) and text[end] == "\n" and (start == 0 or text[start - 1] == "\n"):
            end += 1
        if end == len(text):
            while start and text[start - 1] in "\n ":
                start -= 1
        widened.append((start, end))
    cuts = _merged(widened)
    if not cuts:
        return text, tuple(structure)
    parts, last = [], 0
    for start, end in cuts:
        parts.append(text[last:start])
        last = end
    parts.append(text[last:])
    starts = [start for start, _ in cuts]
    removed = [0]
    for start, end in cuts:
        removed.append(removed[-1] + end - start)

    def moved(place: int) -> int:
        from bisect import bisect_right

        i = bisect_right(starts, place)
        if i and place < cuts[i - 1][1]:
            place = cuts[i - 1][1]
        return place - removed[i]

    kept = [Structure(moved(each.start), moved(each.end), each.kind) for each in structure]
    return "".join(parts), tuple(each for each in kept if each.start < each.end)
