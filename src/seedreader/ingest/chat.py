"""Chats as articles: one chat is one, with its messages in the order of time.

A reader compares what channels said of an event. So a channel is the source, one voice however often it
posts: an article for each message would let a channel corroborate itself, and a message alone has too few
words to stand beside another. Day, time and sender stand above each message and are marked as its head, with
what is to be known of it: forwarded from whom, edited, an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from seedreader.article import Structure
from seedreader.ingest.raw_document import Declared, RawDocument
from seedreader.ingest.text_builder import Block, TextBuilder
from seedreader.text.format_dates import long_day


class Message(NamedTuple):
    """One message: when (the sender's or exporter's clock), by whom, and what it says.

    ``notes`` are what is to be known of it ("edited"). ``is_notice`` is whether nobody says it: a line of the
    program, or a picture's place.
    """

    text: str
    sent: datetime | None = None
    sender: str = ""
    notes: tuple[str, ...] = ()
    is_notice: bool = False
    inside: tuple[Structure, ...] = ()


def document(
    messages: Sequence[Message],
    media_type: str,
    declared: Mapping[str, Declared],
    member: str | None = None,
    with_senders: bool = True,
) -> RawDocument | None:
    """The article that a chat is; None for one in which nothing is said.

    It is published on the day of its first message, updated on that of its last. ``with_senders`` is whether
    the head of a message names its sender, as it need not where all are by one.
    """
    if not any(message.text.strip() and not message.is_notice for message in messages):
        return None
    builder = TextBuilder()
    day: date | None = None
    days = []
    for message in messages:
        if not message.text.strip():
            continue
        if message.sent:
            if message.sent.date() != day:
                day = message.sent.date()
                builder.block(long_day(day), "header")
            if not message.is_notice:
                days.append(day)
        head = _head(message, with_senders)
        if head and not message.is_notice:
            builder.block(head, "header")
        builder.add(Block(message.text, "comment" if message.is_notice else "paragraph", message.inside))
    text, structure = builder.result()
    told = dict(declared)
    if days:
        told["published"] = Declared(min(days), "messages")
        if max(days) != min(days):
            told["updated"] = Declared(max(days), "messages")
    return RawDocument(text, media_type, member, told, structure)


def _head(message: Message, with_sender: bool) -> str:
    time = f"{message.sent:%H:%M}" if message.sent else ""
    head = ", ".join(filter(None, (message.sender if with_sender else "", time)))
    return f"{head} ({'; '.join(message.notes)})".strip() if message.notes else head
