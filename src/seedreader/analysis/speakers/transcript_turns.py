"""Turns of a transcript, interview or headline: a name, a colon, and what is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from seedreader.analysis.speakers.sentence_attributions import Attribution, trim
from seedreader.article import Range, Speaker

_TURN = re.compile(
    r"(?:^[“\"]?|(?<=[”\"][ ])|(?<=[.!?][ ]))"
    r"(?P<name>[A-Z][A-Z.’' -]{2,40}|[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}):\s+(?=\S)",
    re.M,
)
_NOT_NAMES = re.compile(
    r"\b(?:note|update|related|read|sources?|photos?|videos?|image|also|watch|more|dates?|updated|published|by|tags?"
    r"|editor|correction|share|follow|contact|email|tel|phone|location|time|where|when|what|why|how|who|day|step|part"
    r"|chapter|fact|reviews?|bestseller|guide|deals?|live|exclusive|breaking|analysis|opinion|editorial|column|podcast"
    r"|preview|recap|latest|the|results?|total|price|score|table|figure|example|tip|warning|summary)\b",
    re.I,
)


def find_turns(text: str, sentences: Sequence[Range], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Turns of a transcript, interview or headline, each a name and a colon: "RAY: We saw no one." """
    starts = [s for s, _ in sentences]
    turns = _names_of_turns(text)
    taken = {bisect_right(starts, r[0]) - 1 for a in found for r in a.contents}
    for number, turn in enumerate(turns):
        end = text.find("\n", turn.end())
        end = len(text) if end < 0 else end
        if number + 1 < len(turns):
            end = min(end, turns[number + 1].start("name"))
        speaker = Speaker(*turn.span("name"), turn["name"])
        for i in range(max(0, bisect_right(starts, turn.start("name")) - 1), len(sentences)):
            if sentences[i][0] >= end:
                break
            content = trim(text, max(sentences[i][0], turn.end()), min(sentences[i][1], end))
            if i not in taken and content and content[0] < content[1]:
                yield Attribution((content,), speaker, None, "quote")


def _names_of_turns(text: str) -> list[re.Match[str]]:
    """Names with a colon before what they say: at line starts, in later turns, before quotations."""
    named = [m for m in _TURN.finditer(text) if not _NOT_NAMES.search(m["name"])]
    opening = {m.start("name") for m in named if not text[: m.start("name")].rpartition("\n")[2].strip('“"')}
    lines = {text.rfind("\n", 0, start) for start in opening}
    several = len({m["name"] for m in named}) > 1
    out = []
    for m in named:
        quoted = text[m.end()] in "“\"'‘"
        begins = m.start("name") in opening
        follows = several and text.rfind("\n", 0, m.start("name")) in lines
        if quoted or (begins and (several or m["name"].isupper())) or (follows and m["name"].isupper()):
            out.append(m)
    return out
