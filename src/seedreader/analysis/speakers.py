"""Who is named as saying what: attributions of clauses and quotations to the speakers that a text names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from seedreader.analysis import speakers_names as names
from seedreader.analysis import speakers_verbs as verbs
from seedreader.article import Range, Speaker


@dataclass(frozen=True, slots=True)
class Attribution:
    """``contents`` are what is said, in reading order; ``verb`` is where it says that someone says it.

    ``manner`` is "say", "report", "hedge", "show", "object", "according" or "quote" (a quotation without
    a verb of its own, carried on from the one before it).
    """

    contents: tuple[Range, ...]
    speaker: Speaker | None
    verb: Range | None
    manner: str


_OPEN_TAIL = re.compile(
    r"(?:\s+(?:(?:on|late|early|late on|last|this)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|\s+(?:today|yesterday|earlier|later|recently|again|repeatedly|simply|[a-z]{3,12}ly|so|publicly|in [A-Z]\w+)"
    r"|\s+(?:in|at|during|on|after|before|through|via|from|of|to|with)\s(?:an?|the|his|her|their|its|this|that|[A-Z]\w*|[a-z]+)[\w’'“”\-\s]{0,60}?(?=,|:|\sthat\s|\s[“\"]))*"
)
_HEARER = re.compile(
    r"\s+(?P<whom>(?:[A-Z][\w’'.&-]*|[a-z][\w’'-]*)(?:\s+[\w’'.&-]+){0,7}?)(?=\s+that\s|,?\s*[“\"]|:|\s+(?:he|she|they|it|the|we|there|his|her|its|their|in|on|to|about)\s|,|[.]?$)"
)
_QUOTE = re.compile(r"“[^”“\n]{1,3000}”|”[^”“\n]{1,3000}”|\"[^\"\n]{1,3000}\"|''[^\n]{1,2000}?''")
_THAT = re.compile(r"[\s,:]*(?:that\b|as saying\b|saying\b|as\b|how\b|whether\b|if\b)?[\s,:]*", re.I)
_PASSIVE = re.compile(r"\s+by\s+", re.I)
_POINTING = re.compile(
    r"^(?:this|that|it|these|the \w+)\s+(?:was|is|were|has been|have been|had been)\s*$", re.I
)
_EDGE = " \t\n\r,;:.-–—"
_ENOUGH = 2


def find(text: str, sentences: Sequence[Range]) -> tuple[Attribution, ...]:
    """Every attribution in ``sentences`` of ``text``, in the order of their first contents.

    A pronoun or "the official" is its own place, and its ``text`` the name that it stands for where an
    earlier speaker fits. Contents never cross a sentence boundary.
    """
    found: list[Attribution] = []
    for number, (start, end) in enumerate(sentences):
        quotes = [(m.start(), m.end()) for m in _QUOTE.finditer(text, start, end)]
        previous = sentences[number - 1] if number else None
        for attribution in _in_sentence(text, start, end, quotes, previous):
            found.append(_resolved(attribution, found))
    found.extend(_carried(text, sentences, found))
    return tuple(sorted(found, key=lambda a: (a.contents[0], a.verb or (0, 0))))


def _in_sentence(
    text: str, start: int, end: int, quotes: list[Range], previous: Range | None
) -> Iterator[Attribution]:
    taken = start
    cues = [m for m in verbs.CUE.finditer(text, start, end) if not _inside(m.start(), quotes)]
    for i, cue in enumerate(cues):
        if cue.start() < taken:
            continue
        following = cues[i + 1].start() if i + 1 < len(cues) else end
        attribution = _attribution(text, start, end, cue, quotes, previous, following)
        if attribution is not None:
            yield attribution
            if attribution.manner in ("object", "show", "hedge", "report"):
                continue
            if cue[0].lower() in ("quoted", "quotes", "cited"):
                taken = following + 1


def _inside(at: int, quotes: list[Range]) -> bool:
    return any(s < at < e for s, e in quotes)


def _attribution(
    text: str,
    start: int,
    end: int,
    cue: re.Match[str],
    quotes: list[Range],
    previous: Range | None,
    following: int,
) -> Attribution | None:
    manner = verbs.manner(cue[0])
    if manner == "according":
        return _according(text, start, end, cue)
    word = cue[0].lower()
    if passive := _PASSIVE.match(text, cue.end(), end):
        return _passive(text, start, end, cue, passive.end(), previous, manner)
    head = text[start : cue.start()]
    if re.search(r"\b(?:the|a|an|his|her|its|their|of|to be|this|’s|'s)\s+$", head) or re.search(
        r"\bto\s+$", head
    ):
        return None
    ends_quote = re.search(r"(?:[”\"]|'')\s*$|,\s*$", head)
    if (
        ends_quote
        and manner in ("say", "report")
        and len(head.split()) >= _ENOUGH
        and not word.endswith("ing")
    ):
        inverted = _inverted(text, start, end, cue, manner)
        if inverted is not None:
            return inverted
    if word.endswith("ing"):
        return _participle(text, start, end, cue, manner, quotes)
    subject = names.before(text, start, cue.start())
    if subject is None:
        return None
    subject_start = subject[0]
    speaker = Speaker(subject[0], subject[1], text[subject[0] : subject[1]])
    verb = (cue.start(), cue.end())
    lead = text[start:subject_start].rstrip()
    trailing = (
        bool(re.search(r"(?:,|[”\"]|''|—|–|-)$", lead))
        and len(lead.split()) >= _ENOUGH
        and manner in ("say", "report", "hedge")
    )
    before = _trim(text, start, subject_start) if trailing and _is_statement(lead) else None
    after = _complement(text, cue, end, word, manner, quotes, before is not None)
    contents = tuple(r for r in (before, after) if r is not None)
    if not contents:
        return None
    return Attribution(contents, speaker, verb, manner)


def _is_statement(lead: str) -> bool:
    """Whether what precedes the subject is a clause and not an adverbial: "On Friday, ", "However, "."""
    if re.search(r"[”\"]$|''$", lead):
        return True
    if re.match(
        r"(?:on|in|at|during|after|before|by|since|when|as|while|if|although|though|but|and|for|with|from|asked|speaking|despite|according)\b",
        lead,
        re.I,
    ):
        return False
    return len(lead.split()) >= 4


def _complement(
    text: str, cue: re.Match[str], end: int, word: str, manner: str, quotes: list[Range], trailing: bool
) -> Range | None:
    at = cue.end()
    if word in ("told", "tell", "tells", "asked", "warned", "reminded") and (
        hearer := _HEARER.match(text, at, end)
    ):
        at = hearer.end()
    tail = _OPEN_TAIL.match(text, at, end)
    tail_end = tail.end() if tail else at
    rest = text[tail_end:end]
    if not rest.strip(_EDGE + "”\"'"):
        return None if trailing or manner == "object" else _trim(text, at, end)
    that = _THAT.match(text, tail_end, end)
    begin = that.end() if that else tail_end
    explicit = that is not None and bool(that[0].strip(" ,"))
    quoted = any(abs(s - begin) <= 1 for s, _ in quotes)
    if trailing and not quoted:
        return None
    if manner in ("hedge", "show") and not (explicit or quoted):
        if not re.match(
            r"(?:[A-Z]|the\b|he\b|she\b|they\b|it\b|there\b|his\b|her\b|its\b|their\b|a\b|an\b|to\b|some\b|\d)",
            text[begin : begin + 6],
        ):
            return None
    finish = _clause_end(text, begin, end)
    return _trim(text, begin, finish)


def _clause_end(text: str, begin: int, end: int) -> int:
    """Where a reported clause ends inside its sentence: at the next speaker's clause or an attribution."""
    for m in re.finditer(
        r",?\s+according to\b|;\s|,\s(?:while|although|though|but|with)\s|,\s(?:adding|saying|noting|citing)\b",
        text[begin:end],
    ):
        place = begin + m.start()
        if text[begin:place].count("“") > text[begin:place].count("”") or text[begin:place].count('"') % 2:
            continue
        if len(text[begin:place].split()) >= 3 and (":" not in text[begin:place]):
            return place
    return end


def _inverted(text: str, start: int, end: int, cue: re.Match[str], manner: str) -> Attribution | None:
    """ "...", said Ann Ray, who ..."."""
    name = names.after(text, cue.end(), end)
    if name is None or not re.match(
        r"(?:the |an? )?[A-Z]|the\b|an?\b|one\b|he\b|she\b", text[name[0] : name[1]]
    ):
        return None
    content = _trim(text, start, cue.start())
    if content is None or re.search(r"^(?:[A-Z][\w.’'-]*\s?){1,4}$", text[slice(*content)]):
        return None
    first = text[name[0] : name[1]].split()[0].lower()
    if first in ("that", "it", "there"):
        return None
    return Attribution((content,), Speaker(*name, text[slice(*name)]), (cue.start(), cue.end()), manner)


def _participle(
    text: str, start: int, end: int, cue: re.Match[str], manner: str, quotes: list[Range]
) -> Attribution | None:
    """ "..., adding that ...": its subject is the one of the clause before it."""
    head = text[start : cue.start()].rstrip()
    if not head.endswith(","):
        return None
    first = next(
        (
            m
            for m in re.finditer(
                r"\s(?:[a-z]+ed|said|told|wrote|has|have|had|was|were|is|are|met|took|made|spoke|gave)\s",
                head,
            )
        ),
        None,
    )
    if first is None:
        return None
    subject = names.before(text, start, start + first.start() + 1)
    content = _complement(text, cue, end, cue[0].lower(), manner, quotes, False)
    if subject is None or content is None:
        return None
    return Attribution((content,), Speaker(*subject, text[slice(*subject)]), (cue.start(), cue.end()), manner)


def _according(text: str, start: int, end: int, cue: re.Match[str]) -> Attribution | None:
    name = names.source(text, cue.end(), end)
    if name is None:
        return None
    begin = start
    head = text[start : cue.start()].strip(_EDGE + "(")
    content = _trim(text, begin, cue.start()) if len(head.split()) >= _ENOUGH else _trim(text, name[1], end)
    if content is None:
        return None
    return Attribution((content,), Speaker(*name, text[slice(*name)]), (cue.start(), cue.end()), "according")


def _passive(
    text: str, start: int, end: int, cue: re.Match[str], at: int, previous: Range | None, manner: str
) -> Attribution | None:
    """ "This was stated by Ann Ray." speaks of the sentence before it."""
    if manner not in ("say", "report"):
        return None
    name = names.source(text, at, end)
    if name is None:
        return None
    head = text[start : cue.start()]
    content = previous if _POINTING.match(head.strip() + " ") or _POINTING.match(head) else None
    if content is None:
        return None
    return Attribution((content,), Speaker(*name, text[slice(*name)]), (cue.start(), cue.end()), manner)


def _trim(text: str, start: int, end: int) -> Range | None:
    """The range without white space and loose punctuation at its edges; None when too little is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return (start, end) if len(text[start:end].split()) >= _ENOUGH else None


def _resolved(attribution: Attribution, earlier: Sequence[Attribution]) -> Attribution:
    speaker = attribution.speaker
    if speaker is None:
        return attribution
    word = speaker.text.lower()
    for past in reversed(earlier):
        if past.speaker is None or past.speaker.end > speaker.start:
            continue
        name = past.speaker.text
        fits = (
            word in ("he", "she")
            and re.match(r"(?!The )[A-Z]\S*(?:\s\S*)*?[A-Z]|[A-Z]", name)
            and not name.isupper()
        )
        if word.startswith("the ") and len(word.split()) == 2:
            fits = fits or (word.split()[1] in name.lower().split() and len(name.split()) > 2)
        if fits and name.lower() not in names.PRONOUNS:
            return replace(attribution, speaker=replace(speaker, text=name))
    return attribution


def _carried(text: str, sentences: Sequence[Range], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Sentences that lie inside a quotation whose speaker another sentence of it names."""
    starts = [s for s, _ in sentences]
    spoken = {bisect_right(starts, r[0]) - 1 for a in found for r in a.contents}
    by_sentence: dict[int, Attribution] = {}
    for a in found:
        for r in a.contents:
            by_sentence[bisect_right(starts, r[0]) - 1] = a
    for quote_start, quote_end in _long_quotes(text):
        first = bisect_right(starts, quote_start) - 1
        last = bisect_right(starts, quote_end - 1) - 1
        if first < 0:
            first = 0
        inside = range(first, last + 1)
        owner = next((by_sentence[i] for i in inside if i in by_sentence), None)
        if (
            owner is None
            and first
            and first - 1 in by_sentence
            and text[sentences[first - 1][1] : quote_start].strip() == ""
        ):
            owner = by_sentence[first - 1]
        if owner is None:
            continue
        for i in inside:
            start, end = max(sentences[i][0], quote_start), min(sentences[i][1], quote_end)
            content = _trim(text, start, end) if start < end else None
            if i not in spoken and content is not None:
                spoken.add(i)
                yield Attribution((content,), owner.speaker, None, "quote")


def _long_quotes(text: str) -> Iterator[Range]:
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in re.finditer(r"[“”\"]|''", line[0]):
            at = line.start() + mark.start()
            if opened is None:
                opened = at
            elif mark[0] != "“":
                yield opened, at + len(mark[0])
                opened = None
        if opened is not None and text[opened] in '“"' and not line[0][: opened - line.start()].strip():
            yield opened, line.end()
