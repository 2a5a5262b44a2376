"""A message as documents: one, the stories of a newsletter, or the articles that an archive sent."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date

from seedreader.article import Mark, SourceId, Structure
from seedreader.ingest import exports, html, registry
from seedreader.ingest.errors import IngestError, Problem
from seedreader.ingest.mail import markup, plain, private
from seedreader.ingest.mail.message import Attachment, Mail
from seedreader.ingest.mail.stories import Story, addresses, find_stories
from seedreader.ingest.raw_document import Declared, Documents, RawDocument

MEDIA_TYPE = "message/rfc822"

ARCHIVES = frozenset(("factiva", "proquest", "europresse", "defacto", "integrum", "knipselkrant"))
"""Formats that archives send as the message or inside it."""

_READABLE = re.compile(
    r"\.(?:html?|xhtml|pdf|docx?|odt|rtf|txt|md|epub|eml|msg|xml|json|csv|zip)\Z", re.IGNORECASE
)
_PREFIX = re.compile(
    r"(?:(?:re|fwd?|fw|aw|wg|antw|tr|rv|i|rif|vs|sv|vl|odp|pd|enc|res|doorst|ref)(?:\[\d+\])?\s*:|\[(?:ext(?:ern(?:al)?)?|spam)\])\s*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:no-?reply|newsletters?|news|press|presse|prensa|stampa|media|info|redaktion|redaction|editor|hello|mail|contact|kontakt|pr|updates?|digest|briefing|alerts?)\b",
    re.IGNORECASE,
)
_WRITER = re.compile(r"(?P<author>[^\W\d_][\w.'’ -]{2,40}) (?:from|at|von|de|di|van) (?P<outlet>\S.*)")
_SENDERS = ("substack.com", "beehiiv.com", "ghost.io", "buttondown", "revue")
_SAME = 400


def documents(mail: Mail, source: SourceId, member: str | None = None) -> Documents:
    """The documents of a message, and what of it was not read.

    ``member`` is what its file calls it, None for a file that is the message. Raises `IngestError` for a
    message without anything to read.
    """
    sent = _sent_by_archive(mail, source)
    if sent is not None:
        return sent if member is None else _within(sent, member)
    found: list[RawDocument] = []
    problems: list[Problem] = []
    for attachment in mail.attachments:
        read = _as_archive(attachment, source)
        if read is not None:
            found += _within(read, member or attachment.name or "attachment").documents
            problems += read.problems
        elif _READABLE.search(attachment.name):
            problems.append(Problem("", "attached", attachment.name))
    found = [*_letter(mail, member), *found]
    for place, inner in enumerate(mail.inside, 1):
        key = member_of(inner, place)
        try:
            read = documents(inner, source, f"{member}/{key}" if member else key)
        except IngestError as error:
            problems.append(error.problem)
            continue
        found += read.documents
        problems += read.problems
    if not found:
        if problems:
            return Documents((), tuple(problems))
        raise IngestError("nothing", "the message has no text")
    return Documents(tuple(found), tuple(problems))


def member_of(mail: Mail, place: int) -> str:
    """What a message is called among others: its own number, made unreadable, or else its place."""
    return hashlib.sha256(mail.key.encode("utf-8", "replace")).hexdigest()[:16] if mail.key else str(place)


def _within(found: Documents, member: str) -> Documents:
    return found._replace(
        documents=tuple(each._replace(member=f"{member}/{each.member or 1}") for each in found.documents)
    )


def _sent_by_archive(mail: Mail, source: SourceId) -> Documents | None:
    """The articles of a message that an archive made, or that forwards one."""
    if mail.html:
        data = mail.html.encode("utf-8", "replace")
        read = _as_archive(Attachment("", "text/html", data), source)
        if read is not None:
            return read
    return exports.of_text(mail.text, "text/plain") if mail.text and not mail.html else None


def _as_archive(attachment: Attachment, source: SourceId) -> Documents | None:
    data = attachment.data
    if attachment.media_type.startswith(("image/", "audio/", "video/")):
        return None
    form = registry.sniffed(data[: registry.SNIFFED])
    if form is None or form.name not in ARCHIVES:
        return None
    try:
        return registry.read(
            b"\xef\xbb\xbf" + data if not attachment.name else data,
            SourceId(source.uri, attachment.name or None),
        )
    except IngestError:
        return None


def _letter(mail: Mail, member: str | None) -> list[RawDocument]:
    tree = markup.tree_of(mail.html) if mail.html else None
    if tree is not None:
        urls = addresses(tree, mail.address.rpartition("@")[2].lower())
        text, structure = html.text_of(tree)
    else:
        urls = {}
        text, structure = plain.text_of(mail.text or "", flowed=mail.flowed, deletes=mail.deletes)
    people = (*mail.people, *(() if mail.is_bulk else (mail.address,)))
    hidden = private.find_private(text, people, is_bulk=mail.is_bulk)
    if hidden.forwarded and hidden.remark_ends:
        structure = (Structure(0, hidden.remark_ends, "comment"), *structure)
    text, structure = private.without(text, structure, hidden.ranges)
    if not text.strip():
        return []
    declared = _declared(mail, hidden.forwarded)
    stories = find_stories(text, structure)
    if stories:
        return [
            _story(story, place, text, structure, declared, urls, member)
            for place, story in enumerate(stories, 1)
        ]
    title = declared.get("title")
    if title:
        text, structure = _titled(str(title.value), text, structure)
    return [RawDocument(text, MEDIA_TYPE, member, declared, tuple(structure))]


def _titled(title: str, text: str, structure: tuple[Structure, ...]) -> tuple[str, tuple[Structure, ...]]:
    """A text below its title, unless that is one of its first lines."""
    if any(" ".join(line.split()).casefold() == title.casefold() for line in text[:_SAME].split("\n")):
        return text, structure
    shift = len(title) + 2
    moved = (each._replace(start=each.start + shift, end=each.end + shift) for each in structure)
    return f"{title}\n\n{text}", (Structure(0, len(title), "heading"), *moved)


def _story(
    story: Story, place: int, text: str, structure: tuple[Structure, ...], declared: Mapping[str, Declared],
    urls: Mapping[str, str], member: str | None,
) -> RawDocument:  # fmt: skip
    title = " ".join(text[story.start : story.heading_end].split())
    own = {**declared, "title": Declared(title, "newsletter")}
    if title in urls:
        own["url"] = Declared(urls[title], "newsletter")
    ranges = tuple(
        Structure(
            max(each.start, story.start) - story.start, min(each.end, story.end) - story.start, each.kind
        )
        for each in structure
        if each.start < story.end and each.end > story.start
    )
    marks = (Mark("excerpt"),) if story.is_teaser else ()
    called = f"{member}/{place}" if member else str(place)
    return RawDocument(text[story.start : story.end], MEDIA_TYPE, called, own, ranges, marks)


def _declared(mail: Mail, forwarded: private.Forwarded | None) -> dict[str, Declared]:
    """What the headers tell: of the forwarded message, where there is one; a person's name is none of it."""
    subject = _subject(mail.subject)
    values: dict[str, str | date | None] = {"title": subject, "published": mail.day}
    if mail.language and len(mail.language) == 2:
        values["language"] = mail.language
    if forwarded:
        values["title"] = _subject(forwarded.subject) or subject
        values["published"] = forwarded.day or mail.day
        if _is_office(forwarded.sender):
            values["outlet"] = forwarded.sender
    elif mail.is_bulk or _OFFICE.match(mail.address):
        values.update(_outlet(mail))
    return {name: Declared(value, "mail header") for name, value in values.items() if value}


def _subject(subject: str) -> str:
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject.strip()


def _outlet(mail: Mail) -> dict[str, str]:
    """The paper that a newsletter names as its sender, and its writer where the sender is both."""
    name = re.sub(r"\s*[<(]?\S+@\S+[>)]?", "", mail.sender).strip(" \"'") or mail.list_name
    domain = mail.address.rpartition("@")[2].lower()
    both = _WRITER.fullmatch(name)
    if both and domain.endswith(_SENDERS):
        return {"outlet": both["outlet"].strip(), "author": both["author"].strip()}
    return {"outlet": name or domain} if name or domain else {}


def _is_office(name: str) -> bool:
    """Whether a sender's name is that of a paper or an office, as far as words show it."""
    return bool(
        re.search(
            r"\b(?:news|newsletter|times|post|press|presse|daily|zeitung|journal|gazette|tribune|herald|alert|briefing|media|redaktion|office|ministry|ministerium|agency|verlag|editors?|team|today|magazin\w*|radio|tv|the)\b",
            name,
            re.IGNORECASE,
        )
    )
