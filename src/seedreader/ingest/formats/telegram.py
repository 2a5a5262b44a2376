"""An export of Telegram Desktop: ``result.json`` of one chat or of all, and pages of ``messages.html``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from seedreader.article import SourceId
from seedreader.ingest import html
from seedreader.ingest.chat import Message, document
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.raw_document import Declared, Documents, RawDocument

JSON, HTML = "application/json", "text/html"
TOLD_BY = "telegram"
_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_STAMP = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?")


def read(data: bytes, _: SourceId) -> Documents:
    """The chats of an export, each an article. Raises `IngestError` where nothing is said in any."""
    text = decode(data)[0]
    if text.lstrip().startswith("<"):
        return read_pages([data])
    found, problems = _export(text)
    if not found:
        raise _nothing()
    return Documents(tuple(found), tuple(problems))


def read_pages(pages: Sequence[bytes]) -> Documents:
    """The chat that an export writes as these pages of HTML. Raises `IngestError` where nothing is said."""
    name, messages = "", list[Message]()
    for data in pages:
        titled, said = _page(decode(data)[0], messages[-1].sender if messages else "")
        name = name or titled
        messages += said
    senders = {message.sender for message in messages}
    declared = {"title": Declared(name, TOLD_BY), "name": Declared(name, TOLD_BY)} if name else {}
    if name and senders == {name}:
        declared["outlet"] = Declared(name, TOLD_BY)
    found = document(_in_order(messages), HTML, declared, None, with_senders=senders != {name})
    if found is None:
        raise _nothing()
    return Documents((found,))


def chat_name(data: bytes) -> str:
    """The name of the chat that a page of HTML is of."""
    return _title(html.parse(decode(data)[0]))


def _nothing() -> IngestError:
    return IngestError("nothing", "no message in it says anything")


def _export(text: str) -> tuple[list[RawDocument], list[Problem]]:
    problems = []
    try:
        told = json.loads(text)
        chats = list(_chats(told))
    except (ValueError, RecursionError):
        chats = list(_broken(text))
        problems.append(Problem("", "truncated", "what comes before was read"))
    return [found for chat in chats if (found := _chat(chat))], problems


def _chats(told: Any) -> Iterator[dict[str, Any]]:
    """The chats of an export, one or all; those that were left are in a list of their own."""
    if not isinstance(told, dict):
        return
    if isinstance(told.get("messages"), list):
        yield told
    for name in ("chats", "left_chats"):
        listed = told.get(name)
        inside = listed.get("list") if isinstance(listed, dict) else None
        yield from (chat for chat in inside or [] if isinstance(chat, dict))


def _broken(text: str) -> Iterator[dict[str, Any]]:
    """The chats of an export that ends early, each with the messages that are whole."""
    decoder = json.JSONDecoder()
    for begin in _MESSAGES.finditer(text):
        head = text[max(0, begin.start() - 1000) : begin.start()]
        chat: dict[str, Any] = {}
        for name in ("name", "type", "id"):
            if values := re.findall(rf'"{name}"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+)', head):
                chat[name] = json.loads(values[-1], strict=False)
        messages = []
        at = begin.end()
        while start := re.compile(r"[\s,]*(?=\{)").match(text, at):
            try:
                message, at = decoder.raw_decode(text, start.end())
            except (ValueError, RecursionError):
                break
            messages.append(message)
        yield {**chat, "messages": messages}


def _chat(chat: dict[str, Any]) -> RawDocument | None:
    told = chat.get("messages")
    listed = [each for each in told if isinstance(each, dict)] if isinstance(told, list) else []
    listed.sort(key=_moment)
    names = {each.get("id"): _words(each.get("from")) for each in listed if isinstance(each.get("id"), int)}
    is_channel = str(chat.get("type", "")).endswith("channel")
    messages = [found for each in listed if (found := _message(each, names, is_channel))]
    name = _words(chat.get("name"))
    declared = {}
    if name:
        declared = {"title": Declared(name, TOLD_BY), "name": Declared(name, TOLD_BY)}
        if is_channel:
            declared["outlet"] = Declared(name, TOLD_BY)
    number = chat.get("id")
    member = str(number) if isinstance(number, int | str) else None
    return document(messages, JSON, declared, member, with_senders=not is_channel)


def _moment(message: dict[str, Any]) -> tuple[int, int]:
    try:
        exact = int(message.get("date_unixtime") or 0)
    except (ValueError, TypeError):
        exact = 0
    if not exact and (sent := _iso(message.get("date"))):
        exact = int((sent - datetime(1970, 1, 1)).total_seconds())
    number = message.get("id")
    return exact, number if isinstance(number, int) else 0


def _message(told: dict[str, Any], names: dict[Any, str], is_channel: bool) -> Message | None:
    said = _said(told)
    if told.get("type") not in (None, "message") or not said.strip():
        return None
    sent = _iso(told.get("date"))
    notes = []
    if forwarded := _words(told.get("forwarded_from")):
        notes.append(f"forwarded from {forwarded}")
    elif "forwarded_from" in told:
        notes.append("forwarded")
    if saved := _words(told.get("saved_from")):
        notes.append(f"saved from {saved}")
    if bot := _words(told.get("via_bot")):
        notes.append(f"via {bot}")
    answered = told.get("reply_to_message_id")
    if answered is not None and not is_channel and names.get(answered):
        notes.append(f"in answer to {names[answered]}")
    if edited := _iso(told.get("edited")):
        same = sent is not None and edited.date() == sent.date()
        notes.append(f"edited {edited:%H:%M}" if same else f"edited {edited:%Y-%m-%d %H:%M}")
    author = _words(told.get("author"))
    sender = _words(told.get("from")) or ("" if is_channel else "Deleted account")
    if author and author != sender:
        notes.insert(0, f"signed {author}")
    return Message(said, sent, sender, tuple(notes))


def _said(told: dict[str, Any]) -> str:
    """The words of a message: its text, which may come in pieces, and the question and answers of a poll."""
    parts = [_pieces(told.get("text")) or _pieces(told.get("text_entities"))]
    poll = told.get("poll")
    if isinstance(poll, dict):
        answers = poll.get("answers")
        parts.append(_pieces(poll.get("question")))
        parts += [
            f"• {_pieces(answer.get('text'))}"
            for answer in (answers if isinstance(answers, list) else [])
            if isinstance(answer, dict)
        ]
    return "\n".join(filter(None, parts)).replace("\r\n", "\n").replace("\r", "\n")


def _pieces(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _pieces(value.get("text"))
    return "".join(map(_pieces, value)) if isinstance(value, list) else ""


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _iso(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None) if value else None
    except ValueError:
        return None


def _page(text: str, sender: str) -> tuple[str, list[Message]]:
    """The chat's name and the messages of one page; one without a name is by the sender of the one before."""
    tree = html.parse(text)
    messages = []
    for node in tree.css("div.message"):
        body = node.css_first(".body")
        classes = (node.attributes.get("class") or "").split()
        if body is None or "service" in classes:
            continue
        moved = node.css_first(".forwarded")
        named = next((each for each in node.css(".from_name") if not _is_inside(each, "forwarded")), None)
        if named is not None:
            sender = _name(named)
        notes = []
        if moved is not None:
            first = moved.css_first(".from_name")
            notes.append(f"forwarded from {_name(first)}" if first is not None else "forwarded")
        day = next((each for each in node.css(".date") if not _is_inside(each, "forwarded")), None)
        words = [
            html.text_of(each.html or "").text for each in node.css(".text") if not _is_inside(each, "text")
        ]
        if said := "\n\n".join(filter(None, words)):
            messages.append(
                Message(said, _stamp(day.attributes.get("title") if day else None), sender, tuple(notes))
            )
    return _title(tree), messages


def _title(tree: Any) -> str:
    title = tree.css_first(".page_header .text")
    return " ".join(title.text().split()) if title else ""


def _in_order(messages: Sequence[Message]) -> list[Message]:
    return sorted(messages, key=lambda message: message.sent or datetime.min)


def _is_inside(node: Any, name: str) -> bool:
    """Whether a node lies in another of this class, itself not counted."""
    above = node.parent
    while above is not None and "message" not in (above.attributes.get("class") or "").split():
        if name in (above.attributes.get("class") or "").split():
            return True
        above = above.parent
    return False


def _name(node: Any) -> str:
    """A sender's name; the time of a forwarded message stands inside it."""
    return " ".join(node.text(deep=False).split()) or " ".join(node.text().split())


def _stamp(title: str | None) -> datetime | None:
    found = _STAMP.search(title or "")
    if not found:
        return None
    day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
