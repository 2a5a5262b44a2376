"""Subtitles and captions (SubRip, WebVTT, SubViewer): what is said, as running text.

Numbers and times go. Cues follow each other in the middle of sentences, so they are joined. A new paragraph
begins where the speaker changes, after a long silence, and, once one is long, after a sentence or the next
short silence. Captions that roll, each cue with the line of the one before, say everything once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from seedreader.article import SourceId
from seedreader.ingest.decode import decode
from seedreader.ingest.errors import IngestError
from seedreader.ingest.formats.plain_text import doubts
from seedreader.ingest.raw_document import Declared, Documents, RawDocument
from seedreader.ingest.text_builder import TextBuilder

SRT, VTT = "application/x-subrip", "text/vtt"

SILENCE = 4.0
"""Seconds after which a paragraph begins."""

LONG, TOO_LONG = 400, 1_200
"""Characters of a paragraph that ends with its next sentence; and of one that ends with its next cue."""

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,:](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_TIME}(?:[ \t]*-{{1,2}}>[ \t]*|,){_TIME}(?P<settings>[^\n]*)$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)*[ \t]+([^>]*)>")
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>\n]*|\d[\d:.]*)>|\{\\[^{}\n]*\}|\{[ibuycfsp]:[^{}\n]*\}", re.I)
_TURN = re.compile(r"^(?:>{2,3}|[-–—‐])[ \t]*(?=\S)")
_NAMED = re.compile(
    r"^(?:\(([^()\n]{2,40})\)|\[([^\[\]\n]{2,40})\]|([A-Z][A-Z.'’ -]{1,30}))[ \t]*:[ \t]*(?=\S)"
)
_SOUND = re.compile(r"^[\[(♪#♫][^\n]*[\])♪#♫]$")
_LANGUAGE = re.compile(r"^(?:X-)?Language:[ \t]*([A-Za-z]{2,3})(?:-\w+)?[ \t]*$", re.MULTILINE | re.I)
_NUMBER = re.compile(r"\s*\d+\s*")
_SENTENCE = re.compile(r"[.!?…。！？][\"”’'»)\]]*\Z")


class Cue(NamedTuple):
    """What is shown at one time (in seconds), line by line, and who says it."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""


def read(data: bytes, _: SourceId) -> Documents:
    """The one text of a file of subtitles. Raises `IngestError` where nothing is said in it."""
    text, encoding = decode(data)
    is_vtt = text.lstrip().startswith("WEBVTT")
    cues = folded(list(_cues(text, is_vtt)))
    builder = TextBuilder()
    for paragraph, is_sound in paragraphs(cues):
        builder.block(paragraph, "comment" if is_sound else "paragraph")
    shown, structure = builder.result()
    if not shown:
        raise IngestError("empty" if not text.strip() else "nothing", "no words stand between its times")
    head = text[: text.find("-->")] if "-->" in text else text
    language = _LANGUAGE.search(head) if is_vtt else None
    declared = (
        {"language": Declared(language[1].lower(), "WebVTT")} if language and len(language[1]) == 2 else {}
    )
    return Documents(
        (RawDocument(shown, VTT if is_vtt else SRT, declared=declared, structure=structure),),
        doubts(encoding),
    )


def _cues(text: str, is_vtt: bool) -> Iterator[Cue]:
    """The cues of a file in their order; blocks of styles, regions and comments hold no times."""
    found = list(_TIMES.finditer(text))
    if found and not is_vtt:
        above = [line.strip() for line in text[: found[0].start()].split("\n")]
        if lines := _payload([_TAG.sub("", line) for line in above], is_vtt, followed=True):
            yield Cue(0.0, 0.0, tuple(line for line in lines if not _NUMBER.fullmatch(line)))
    for times, end in zip(found, [*(each.start() for each in found[1:]), None], strict=False):
        lines = _payload(text[times.end() : end].split("\n")[1:], is_vtt, end is not None)
        speaker, shown = "", []
        for line in lines:
            voice = _VOICE.search(line)
            if voice:
                speaker = unescape(voice[1]).strip()
            plain = unescape(_TAG.sub("", _VOICE.sub("", line)))
            plain = " ".join(plain.replace("\u200b", "").replace("\ufeff", "").split())
            if plain:
                shown.append(plain)
        if shown:
            yield Cue(_seconds(times.groups()[:4]), _seconds(times.groups()[4:8]), tuple(shown), speaker)


def _payload(lines: list[str], is_vtt: bool, followed: bool) -> list[str]:
    """The lines that belong to a cue, of all that stand between its times and the next ones.

    In WebVTT the first empty line ends it; in SubRip what follows may be more of it, up to the next number.
    """
    if is_vtt:
        return lines[: lines.index("")] if "" in lines else lines
    kept = [line for line in lines if line.strip()]
    broken = next((i for i, line in enumerate(kept) if "-->" in line), len(kept))
    kept, followed = kept[:broken], followed or broken < len(kept)
    return kept[:-1] if kept and followed and _NUMBER.fullmatch(kept[-1]) else kept


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


def folded(cues: list[Cue]) -> list[Cue]:
    """The cues without the lines that roll on from the one before; words that grow are said once."""
    found: list[Cue] = []
    before: tuple[str, ...] = ()
    until = -1.0
    for cue in cues:
        near = cue.start <= until + 1.0 and cue.start >= 0
        lines = cue.lines[_overlap(before, cue.lines) :] if near else cue.lines
        if near and lines and before and found and cue.lines == lines:
            grown = _grown(before, lines)
            if grown is not None:
                last = found[-1]
                found[-1] = last._replace(end=cue.end, lines=(*last.lines[:-1], grown[0]))
                lines = grown[1]
        before, until = cue.lines, max(until, cue.end)
        if lines:
            found.append(cue._replace(lines=lines))
    return found


def _overlap(before: tuple[str, ...], lines: tuple[str, ...]) -> int:
    """How many lines at the beginning of a cue are the last of the one before."""
    return next(
        (size for size in range(min(len(before), len(lines)), 0, -1) if before[-size:] == lines[:size]), 0
    )


def _grown(before: tuple[str, ...], lines: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """The last line of a cue as the next one shows it, grown by words, and the lines that come after it."""
    last = before[-1]
    if len(last) >= 3 and lines[0] != last and lines[0].startswith(last) and len(before) == 1:
        return lines[0], lines[1:]
    return None


def paragraphs(cues: list[Cue]) -> Iterator[tuple[str, bool]]:
    """The text of cues in paragraphs, and whether one is a sound rather than speech."""
    current: list[str] = []
    speaker, until = "", 0.0

    def flush() -> Iterator[tuple[str, bool]]:
        if current:
            said = " ".join(current)
            yield (f"{speaker}: {said}" if speaker else said), False
            current.clear()

    for cue in cues:
        length = sum(map(len, current)) + len(current)
        quiet = cue.start - until
        ended = bool(current) and _SENTENCE.search(current[-1]) is not None
        if (
            quiet >= SILENCE
            or cue.start < until - 60
            or (length >= LONG and ended)
            or (length >= TOO_LONG and (quiet > 0.5 or not _has_sentences(current)))
        ):
            yield from flush()
        if cue.speaker != speaker:
            yield from flush()
            speaker = cue.speaker
        both = _turns(cue)
        for line in cue.lines:
            if _SOUND.match(line):
                yield from flush()
                yield line, True
                continue
            turn = _TURN.match(line)
            named = _NAMED.match(line[turn.end() :] if turn else line)
            if (turn and (line.startswith(">>") or both)) or named:
                yield from flush()
            current.append(line[turn.end() :] if turn and line.startswith(">>") else line)
        until = max(until, cue.end) if cue.start >= until - 60 else cue.end
    yield from flush()


def _turns(cue: Cue) -> bool:
    """Whether two speak in a cue, each in a line with a dash."""
    return sum(_TURN.match(line) is not None for line in cue.lines) > 1


def _has_sentences(lines: list[str]) -> bool:
    return any(_SENTENCE.search(line) for line in lines)
