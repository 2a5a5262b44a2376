"""Boilerplate that shows in a line by itself: the whole line, its front, its end, or sentences of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from seedreader.analysis import sentences
from seedreader.analysis.boilerplate import phrases, rule_cues, rules
from seedreader.analysis.boilerplate.page import Line
from seedreader.analysis.boilerplate.rules import Rule
from seedreader.article import Range, Span

LONGEST_LINE = 450
"""Characters: whole-line rules are not tried on longer lines."""

LATE = rules.cue_set("0 00 000 0000 rese cont ©")
"""Cues of a rule for a whole line that count in any of its sentences; others only in its first."""

CAPTION_SENTENCES = 2
LONGEST_CAPTION = 60
"""Words. Of a longer paragraph with a photographer at its end, the last sentence is the caption."""

_BULLET = re.compile(r"(?:[-*•·‣▪»>–—|]{1,3}|\d{1,2}[.)])\s+")
_QUOTED = re.compile(
    r"“[^“”]{0,600}(?:”|\Z)|\"[^\"]{0,600}\"|\A\"[^\"]{0,600}\Z|(?<!\w)['‘][^'‘’]{0,300}['’](?!\w)"
)
_SPEECH = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|according[ ]to)\b", re.IGNORECASE)


def find_in_line(text: str, line: Line, longest: int = LONGEST_LINE) -> list[Span]:
    """Give the boilerplate in one line, in order; a whole only if no longer than ``longest``."""
    start, end, pieces, _, by_piece = line
    cues = by_piece[0].union(*by_piece[1:]) if len(by_piece) > 1 else by_piece[0]
    if not cues:
        return []
    front = by_piece[0] | (cues & LATE)
    if end - start <= longest and (whole := whole_line(text[start:end], front)):
        return [Span(start, end, *whole)]
    before = [] if rule_cues.FRONT.isdisjoint(by_piece[0]) else rules.told(rules.FRONT, by_piece[0])
    found = list(_front(text, start, end, before))
    if found:
        start = _skip_space(text, found[-1].end, end)
    crumbs = any(span.kind == "breadcrumb" for span in found)
    tail = list(
        _end(text, start, end, crumbs, [] if rule_cues.END.isdisjoint(cues) else rules.told(rules.END, cues))
    )
    if tail:
        end = start + len(text[start : tail[0].start].rstrip())
    if found or tail:
        cut = [(max(first, start), min(last, end)) for first, last in pieces]
        kept = [i for i, (first, last) in enumerate(cut) if first < last]
        pieces, by_piece = [cut[i] for i in kept], [by_piece[i] for i in kept]
    return found + _middle(text, pieces, cues, by_piece) + tail if pieces else found + tail


def whole_line(line: str, cues: AbstractSet[str]) -> tuple[str, float] | None:
    """Tell the kind and the certainty of a line that is boilerplate from end to end."""
    if len(line) > LONGEST_LINE or rule_cues.LINE.isdisjoint(cues):
        return None
    bullet = _BULLET.match(line)
    bare = line[bullet.end() :] if bullet else line
    for rule in rules.told(rules.LINE, cues):
        if rule.pattern.fullmatch(bare):
            return rule.kind, rule.score
    return None


def _front(text: str, start: int, end: int, table: Sequence[Rule]) -> Iterator[Span]:
    """Boilerplate glued before the text, one piece after another."""
    while start < end and (hit := _first(table, text, start, end)):
        yield hit
        start = _skip_space(text, hit.end, end)


def _first(table: Sequence[Rule], text: str, start: int, end: int) -> Span | None:
    for rule in table:
        if match := rule.pattern.match(text, start, end):
            return Span(start, match.end(), rule.kind, rule.score)
    return None


def _end(text: str, start: int, end: int, crumbs: bool, table: Sequence[Rule]) -> Iterator[Span]:
    """Boilerplate glued behind the text."""
    if not crumbs and not table:
        return
    front = max(start, end - 300)
    piece = text[front:end]
    if crumbs and (site := rules.SITE_NAME.search(piece)):
        yield _trimmed(text, front + site.start(), end, "breadcrumb", 0.9)
        return
    for rule in table:
        for match in rule.pattern.finditer(piece):
            if match.end() == len(piece):
                yield _trimmed(text, front + match.start(), end, rule.kind, rule.score)
                return


def _middle(
    text: str, pieces: Sequence[Range], cues: AbstractSet[str], by_piece: Sequence[frozenset[str]]
) -> list[Span]:
    """A caption, or the sentences of a line that are boilerplate."""
    start, end = pieces[0][0], pieces[-1][1]
    if not rules.PICTURE_CUES.isdisjoint(cues):
        if rules.GALLERY.match(text, start, end):
            return [Span(start, end, "caption", 0.95)]
        if caption := _caption(text, start, end, pieces):
            return [caption]
    hits = [_hits(text[slice(*piece)], own) for piece, own in zip(pieces, by_piece, strict=True)]
    asks = (
        any(
            not phrases.APPEAL_CUES.isdisjoint(own) and phrases.APPEAL.search(text, *piece)
            for piece, own in zip(pieces, by_piece, strict=True)
        )
        if not phrases.PERSONAL_CUES.isdisjoint(cues)
        else False
    )
    if not asks and not any(hits):
        return []
    unquoted = _unquoted(text[start:end])
    plain = [unquoted[first - start : last - start] for first, last in pieces]
    appeals = _appeal(pieces, plain) if asks else []
    return sorted([*appeals, *_sentences(pieces, plain, hits)], key=lambda span: span.start)


def _hits(sentence: str, cues: AbstractSet[str]) -> list[Rule]:
    if rule_cues.SENTENCE.isdisjoint(cues):
        return []
    return [rule for rule in rules.told(phrases.SENTENCE, cues) if rule.pattern.search(sentence)]


def _caption(text: str, start: int, end: int, pieces: Sequence[Range]) -> Span | None:
    front = max(start, end - 160)
    credit = rules.PICTURE_CREDIT.search(text[front:end])
    if not credit:
        return None
    if len(pieces) > CAPTION_SENTENCES or len(text[start:end].split()) > LONGEST_CAPTION:
        start = pieces[-1][0]
    before = text[start : front + credit.start()]
    if front + credit.start() <= start or _SPEECH.search(_unquoted(before)):
        return _trimmed(text, max(start, front + credit.start()), end, "credit", 0.8)
    return Span(start, end, "caption", 0.9)


def _sentences(
    pieces: Sequence[Range], plain: Sequence[str], hits: Sequence[Sequence[Rule]]
) -> Iterator[Span]:
    """The sentences that rules hit, and hit also where what is quoted is left out of them."""
    for (start, end), sentence, table in zip(pieces, plain, hits, strict=True):
        told = table and (_SPEECH.search(sentence) or phrases.OTHERS.match(sentence))
        for rule in table:
            if (rule.kind in ("credit", "editor") or not told) and rule.pattern.search(sentence):
                yield Span(start, end, rule.kind, rule.score)
                break


def _appeal(pieces: Sequence[Range], plain: Sequence[str]) -> list[Span]:
    """A run of sentences that asks for support.

    It begins and ends with a sentence that asks, or that speaks of "us" and "you" beside one, and may hold
    others between. It must speak of journalism: other causes ask for support in the news.
    """
    asks = [
        i
        for i, sentence in enumerate(plain)
        if phrases.APPEAL.search(sentence) and not _SPEECH.search(sentence)
    ]
    runs: list[list[int]] = []
    for i in asks:
        if runs and i - runs[-1][-1] <= 5:
            runs[-1].append(i)
        else:
            runs.append([i])
    found = []
    for run in runs:
        first, last = run[0], run[-1]
        while first and _mild(plain[first - 1]):
            first -= 1
        while last + 1 < len(plain) and _mild(plain[last + 1]):
            last += 1
        said = " ".join(plain[first : last + 1])
        if not (phrases.JOURNALISM.search(said) and phrases.PERSONAL.search(said)):
            continue
        found.append(Span(pieces[first][0], pieces[last][1], "appeal", 0.95 if len(run) > 1 else 0.8))
    return found


def _mild(sentence: str) -> bool:
    return bool(phrases.PERSONAL.search(sentence)) and not _SPEECH.search(sentence)


def _unquoted(text: str) -> str:
    """The text with what stands in quotation marks blanked, as long as before."""
    return _QUOTED.sub(lambda quote: " " * len(quote[0]), text)


def _skip_space(text: str, start: int, end: int) -> int:
    return sentences.trim(text, start, end)[0]


def _trimmed(text: str, start: int, end: int, kind: str, score: float) -> Span:
    return Span(*sentences.trim(text, start, end), kind, score)
