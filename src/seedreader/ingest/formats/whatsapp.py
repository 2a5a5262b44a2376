"""An export of WhatsApp: a text with a line for each message, in the form of the phone's language.

Day, month and year stand in the order of that language, which the file does not name: a figure above 12
tells it, else the order in which days never go back, else the signs between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from seedreader.article import SourceId
from seedreader.ingest.chat import Message, document
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.formats import plain_text
from seedreader.ingest.formats.plain_text import doubts
from seedreader.ingest.raw_document import Declared, Documents
from seedreader.ingest.sniffing import CHAT_HEAD, chat_line

MEDIA_TYPE = "text/plain"
MOST_NAME = 60
"""Characters of a sender's name."""

ORDERS = {"day/month/year": (2, 1, 0), "month/day/year": (2, 0, 1), "year/month/day": (0, 1, 2)}
"""Where year, month and day stand among three figures."""

_AFTERNOON = frozenset({
    "pm", "下午", "午後", "오후", "晚上", "م", "مساء", "مساءً", "بظ", "μμ", "em", "ip", "du", "ch", "odp",
    "sl", "nm", "अपराह्न", "ös",
})  # fmt: skip
_MORNING = frozenset(
    {"am", "上午", "午前", "오전", "凌晨", "ص", "قظ", "πμ", "fm", "ap", "de", "sa", "dop", "öö"}
)
_MARKS = "\u200e\u200f\u202a\u202b\u202c"
_EDITED = re.compile(r"[ \t]*\u200e?<[^<>\n]{4,80}>\Z")
_MEDIA = re.compile(
    r"[<‎].{2,60}[>.]?\Z|\S+\.(?:jpe?g|png|webp|opus|m4a|mp[34]|pdf|vcf|docx?) \([^()\n]+\)\Z", re.I
)
_CHAT_NAME = re.compile(
    r"(?:WhatsApp[- ]Chat(?: (?:with|mit|met|med|z|s|-)|-) |Chat (?:de )?WhatsApp (?:con|com|de) |"
    r"Conversa do WhatsApp com |Discussion WhatsApp avec |Чат WhatsApp с )(?P<name>.+?)(?:\.txt|\.zip)?\Z",
    re.I,
)


class _Line(NamedTuple):
    figures: tuple[int, int, int]
    mark: str
    hour: int
    minute: int
    has_half: bool
    said: str


def read(data: bytes, source: SourceId) -> Documents:
    """The one chat of an export. Raises `IngestError` where nobody says anything in it."""
    text, encoding = decode(data)
    lines = _lines(text)
    if not lines:
        return plain_text.read(data, source)
    order, sure = _order(lines)
    senders = Counter(sender for line in lines if (sender := _split(line.said)[0]))
    messages = [_message(line, order, senders) for line in lines]
    declared = {}
    if name := _chat_name(source):
        declared = {"title": Declared(name, "file name"), "name": Declared(name, "file name")}
    found = document(messages, MEDIA_TYPE, declared)
    if found is None:
        raise IngestError("nothing", "no message in it says anything")
    problems = list(doubts(encoding))
    if not sure:
        problems.append(
            Problem(
                "",
                "unsure",
                f"writes days in figures that can be read in two ways; they were read as {order}",
            )
        )
    return Documents((found,), tuple(problems))


def _lines(text: str) -> list[_Line]:
    """The messages of a text; a line without a head goes on with the one above."""
    found: list[_Line] = []
    more: list[list[str]] = []
    for raw in text.split("\n"):
        head = CHAT_HEAD.match(chat_line(raw))
        if head:
            hour = int(head["hour"])
            before, after = (re.sub(r"[\s.]", "", head[part] or "").lower() for part in ("before", "after"))
            half = {before, after}
            if half & _AFTERNOON and hour < 12:
                hour += 12
            elif half & _MORNING and hour == 12:
                hour = 0
            figures = (int(head["a"]), int(head["b"]), int(head["c"]))
            has_half = bool(half & (_AFTERNOON | _MORNING))
            found.append(
                _Line(
                    figures, head["mark"].strip(), hour % 24, int(head["minute"]) % 60, has_half, head["rest"]
                )
            )
            more.append([])
        elif found:
            more[-1].append(raw)
    return [
        line._replace(said="\n".join([line.said, *rest]).rstrip())
        for line, rest in zip(found, more, strict=True)
    ]


def _order(lines: Sequence[_Line]) -> tuple[str, bool]:
    """The order of day, month and year, and whether the file shows it."""
    days = list(dict.fromkeys(line.figures for line in lines))
    able = [order for order in ORDERS if all(_when(day, order) for day in days)]
    if not able:
        able = sorted(ORDERS, key=lambda order: sum(_when(day, order) is None for day in days))[:1]
    if len(able) == 1:
        return able[0], True
    back = {order: sum(b < a for a, b in pairwise(_moments(days, order))) for order in able}
    least = min(back.values())
    able = [order for order in able if back[order] == least]
    if len(able) > 1 and "year/month/day" in able and not any(day[0] > 31 for day in days):
        able.remove("year/month/day")
    if len(able) == 1:
        return able[0], True
    american = lines[0].mark == "/" and any(line.has_half for line in lines)
    spread = {order: _spread(days, order) for order in able}
    if len(days) > 2 and max(spread.values()) >= 10 * (min(spread.values()) + 1):
        return min(able, key=lambda order: spread[order]), True
    wanted = "month/day/year" if american else "day/month/year"
    same = all(day[0] == day[1] for day in days)
    return (wanted if wanted in able else able[0]), same or lines[0].mark == "."


def _moments(days: Sequence[tuple[int, int, int]], order: str) -> Iterator[datetime]:
    return (when for day in days if (when := _when(day, order)))


def _spread(days: Sequence[tuple[int, int, int]], order: str) -> int:
    found = list(_moments(days, order))
    return (max(found) - min(found)).days


def _when(figures: tuple[int, int, int], order: str, hour: int = 0, minute: int = 0) -> datetime | None:
    year, month, day = (figures[place] for place in ORDERS[order])
    year += 2000 if year < 100 else -543 if year > 2400 else 0
    if not 2009 <= year <= 2100:  # there was no WhatsApp before
        return None
    try:
        return datetime(year, month, day, hour, minute)
    except ValueError:
        return None


def _split(said: str) -> tuple[str, str]:
    """Sender and words of a message; a line of the program has no sender."""
    first = said.partition("\n")[0]
    place = re.search(r"(?<=\S) ?:(?=[ \u00a0\u200e]|$)", first)
    if not place or place.start() > MOST_NAME or re.search(r"[\"“”«»„]", first[: place.start()]):
        return "", said
    return first[: place.start()].strip(_MARKS + " ~\u202f\u00a0"), said[place.end() :]


def _message(line: _Line, order: str, senders: Counter[str]) -> Message:
    sent = _when(line.figures, order, line.hour, line.minute)
    sender, said = _split(line.said)
    if sender and senders[sender] == 1 and len(sender.split()) > 5:
        sender, said = "", line.said
    notes: tuple[str, ...] = ()
    bare = said.strip()
    is_notice = not sender or bare.startswith("\u200e") or _MEDIA.fullmatch(bare) is not None
    edited = _EDITED.search(bare)
    if edited and edited.start() and not is_notice:
        bare, notes = bare[: edited.start()], ("edited",)
    shown = bare.translate(dict.fromkeys(map(ord, _MARKS))).strip()
    if is_notice and sender:
        shown = f"{sender}: {shown}" if shown else ""
    return Message(shown, sent, sender, notes, is_notice)


def _chat_name(source: SourceId) -> str | None:
    """The name of the chat in that of the file, or of the archive that a phone packs it in."""
    for name in (source.member or "", unquote(source.uri)):
        for part in reversed(re.split(r"/|!/", name)):
            if found := _CHAT_NAME.match(part):
                return found["name"].strip()
    return None
