"""Boilerplate that shows in a line by itself: the whole line, its front, its end, or sentences of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seedreader.analysis import sentences
from seedreader.analysis.boilerplate import phrases, rules
from seedreader.analysis.boilerplate.rules import Rule
from seedreader.article import Range, Span

LONGEST_LINE = 450
"""Characters: whole-line rules are not tried on longer lines."""

CAPTION_SENTENCES = 2
LONGEST_CAPTION = 60
"""Words. Of a longer paragraph with a photographer at its end, the last sentence is the caption."""

_BULLET = re.compile(r"(?:[-*•·‣▪»>–—|]{1,3}|\d{1,2}[.)])\s+")
_QUOTED = re.compile(
    r"“[^“”]{0,600}(?:”|\Z)|\"[^\"]{0,600}\"|\A\"[^\"]{0,600}\Z|(?<!\w)['‘][^'‘’]{0,300}['’](?!\w)"
)
_SPEECH = re.compile(r"\b(?:said|says|told|added|asked|wrote|tweeted|according[ ]to)\b", re.IGNORECASE)


def hints(text: str) -> tuple[str, ...]:
    """Give those of the hints that are in a text: only they can be in a line of it."""
    small = text.lower()
    return tuple(filter(small.__contains__, phrases.HINTS))


def find_in_line(
    text: str, start: int, end: int, hints: Sequence[str] = phrases.HINTS, longest: int = LONGEST_LINE
) -> list[Span]:
    """Give the boilerplate in one line, a range without white space around it, in order.

    ``hints`` are those that are in the text. A line is looked at as a whole where it is no longer than
    ``longest``.
    """
    whole = whole_line(text[start:end]) if end - start <= longest else None
    if whole:
        return [Span(start, end, *whole)]
    found = list(_front(text, start, end))
    if found:
        start = _skip_space(text, found[-1].end, end)
    crumbs = any(span.kind == "breadcrumb" for span in found)
    tail = list(_end(text, start, end, crumbs))
    if tail:
        end = start + len(text[start : tail[0].start].rstrip())
    return found + _middle(text, start, end, hints) + tail


def whole_line(line: str) -> tuple[str, float] | None:
    """Tell the kind and the certainty of a line that is boilerplate from end to end."""
    if len(line) > LONGEST_LINE:
        return None
    bullet = _BULLET.match(line)
    bare = line[bullet.end() :] if bullet else line
    for rule in rules.LINE:
        if rule.pattern.fullmatch(bare):
            return rule.kind, rule.score
    return None


def _front(text: str, start: int, end: int) -> Iterator[Span]:
    """Boilerplate glued before the text, one piece after another."""
    while start < end:
        hit = _first(rules.FRONT, text, start, end)
        if not hit:
            return
        rule, match = hit
        yield Span(start, match.end(), rule.kind, rule.score)
        start = _skip_space(text, match.end(), end)


def _first(table: tuple[Rule, ...], text: str, start: int, end: int) -> tuple[Rule, re.Match[str]] | None:
    for rule in table:
        match = rule.pattern.match(text, start, end)
        if match:
            return rule, match
    return None


def _end(text: str, start: int, end: int, crumbs: bool) -> Iterator[Span]:
    """Boilerplate glued behind the text."""
    front = max(start, end - 300)
    piece = text[front:end]
    if crumbs and (site := rules.SITE_NAME.search(piece)):
        yield _trimmed(text, front + site.start(), end, "breadcrumb", 0.9)
        return
    for rule in rules.END:
        for match in rule.pattern.finditer(piece):
            if match.end() == len(piece):
                yield _trimmed(text, front + match.start(), end, rule.kind, rule.score)
                return


def _middle(text: str, start: int, end: int, hints: Sequence[str]) -> list[Span]:
    """A caption, or the sentences of a line that are boilerplate."""
    line = text[start:end]
    if rules.GALLERY.match(line):
        return [Span(start, end, "caption", 0.95)]
    caption = _caption(text, start, end)
    if caption:
        return [caption]
    small = line.lower()
    if not any(map(small.__contains__, hints)):
        return []
    pieces = sentences.split_sentences(text, start, end)
    unquoted = _unquoted(line)
    plain = [unquoted[first - start : last - start] for first, last in pieces]
    return sorted([*_appeal(pieces, plain), *_sentences(pieces, plain)], key=lambda span: span.start)


def _caption(text: str, start: int, end: int) -> Span | None:
    front = max(start, end - 160)
    credit = rules.PICTURE_CREDIT.search(text[front:end])
    if not credit:
        return None
    words = text[start:end].split()
    pieces = sentences.split_sentences(text, start, end)
    if len(pieces) > CAPTION_SENTENCES or len(words) > LONGEST_CAPTION:
        start = pieces[-1][0]
    before = text[start : front + credit.start()]
    if front + credit.start() <= start or _SPEECH.search(_unquoted(before)):
        return _trimmed(text, max(start, front + credit.start()), end, "credit", 0.8)
    return Span(start, end, "caption", 0.9)


def _sentences(pieces: Sequence[Range], plain: Sequence[str]) -> Iterator[Span]:
    for (start, end), sentence in zip(pieces, plain, strict=True):
        told = _SPEECH.search(sentence) or phrases.OTHERS.match(sentence)
        for rule in phrases.SENTENCE:
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
