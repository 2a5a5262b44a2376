"""A report in Markdown (CommonMark) to hand to an editor: the passages with all that was said of them.

Nothing in an article, a note or a tag becomes markup, a link or HTML.
"""

from __future__ import annotations

import re
from itertools import pairwise

from seedreader.notebook.exchange.arrived import counted
from seedreader.notebook.exchange.passages import (
    Passage,
    Place,
    Source,
    across,
    codes_used,
    living,
    passages,
    place,
    sources,
)
from seedreader.notebook.exchange.plain import IN_WORDS, day, one_line, shown
from seedreader.notebook.values import Annotation, Code, Contents, Target

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&~|$:@^#]|(?<=[wW]{3})\.|\A[-+=]|\A\d+(?=[.)])")
_LINK = re.compile(r"https?://[!#-;=?-\[\]^_a-z~]+")
KINDS_SHOWN = ("note", "tag", "highlight", "verdict")


def write(contents: Contents) -> bytes:
    """What is not deleted but the corrections, by source and place."""
    contents = living(contents)
    known = sources(contents)
    found = [p for p in passages(contents, known) if any(a.kind in KINDS_SHOWN for a in p.annotations)]
    listed = {p.source.article: p.source for p in found}
    numbers = {article: number for number, article in enumerate(listed, 1)}
    places = {place(p.target): number for number, p in enumerate(found, 1)}
    verdicts = {a.id for p in found for a in p.of_kind("verdict")}
    blocks = [
        "# Notes on " + (_words(found[0].source) if len(listed) == 1 else "a story"),
        f"{counted(len(listed), 'source')}, {counted(len(found), 'passage')}, "
        f"{counted(len(verdicts), 'verdict')}.",
    ]
    if found:
        blocks += ["## Sources", "\n".join(f"{numbers[a]}. {_source(s)}" for a, s in listed.items())]
    article: tuple[str, ...] = ()
    for number, passage in enumerate(found, 1):
        if passage.source.article != article:
            article = passage.source.article
            blocks.append(f"## {numbers[article]}. {_words(passage.source)}")
        blocks += _passage(passage, number, known, places)
    if codes := codes_used(contents):
        blocks += ["## Tags", "\n".join(_code(code) for code in codes)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """One line of any text such that Markdown shows these characters and no others."""
    return _MARKUP.sub(lambda found: _backslashed(found[0]), one_line(text))


def _backslashed(found: str) -> str:
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _words(source: Source) -> str:
    parts = [source.label, source.title if source.title != source.label else ""]
    return " — ".join(escaped(part) for part in parts if part)


def _source(source: Source) -> str:
    facts = [_words(source), escaped(day(source.published)) if source.published else "no date"]
    if source.place:
        facts.append(_address(source))
    return "; ".join(facts)


def _address(source: Source) -> str:
    return f"<{source.address}>" if _LINK.fullmatch(source.address) else escaped(source.shown_place)


def _passage(passage: Passage, number: int, known: dict[str, Source], places: dict[Place, int]) -> list[str]:
    lines = [f"- {_verdict(v, passage.target, known, places)}" for v in passage.of_kind("verdict")]
    if tags := passage.bodies("tag"):
        lines.append("- Tags: " + ", ".join(map(escaped, tags)))
    if colours := passage.bodies("highlight"):
        lines.append("- Highlighted: " + ", ".join(map(escaped, colours)))
    for note in passage.of_kind("note"):
        by = f", {escaped(note.author)}" if note.author else ""
        lines.append(f"- Note ({escaped(day(note.changed))}{by}):\n\n{_note(note.body)}\n")
    quote = _quote(passage.target, passage.source)
    return [f"### Passage {number}", quote, "\n".join(lines).rstrip("\n")]


def _quote(target: Target, source: Source) -> str:
    published = f", {escaped(day(source.published))}" if source.published else ""
    return f"> “{escaped(target.quote)}”\n>\n> — {_words(source)}{published}"


def _verdict(verdict: Annotation, here: Target, known: dict[str, Source], places: dict[Place, int]) -> str:
    other = across(verdict, here)
    source = known[other.version]
    words = IN_WORDS.get(verdict.body, escaped(verdict.body))
    published = f", {escaped(day(source.published))}" if source.published else ""
    said = f"{words[:1].upper()}{words[1:]} passage {places[place(other)]} ({_words(source)}{published})"
    if places[place(other)] < places[place(here)]:
        return f"{said}"
    return f"**{said}**: “{escaped(other.quote)}”"


def _note(body: str) -> str:
    """The lines of a note inside a list's item; each that another one follows ends in a hard break."""
    lines = [escaped(line) for line in shown(body).splitlines()]
    broken = [
        f"  > {line}\\" if line and following else f"  > {line}".rstrip()
        for line, following in pairwise([*lines, ""])
    ]
    return "\n".join(broken)


def _code(code: Code) -> str:
    facts = [f"**{escaped(code.name) or '(no name)'}**"]
    if code.description:
        facts.append(escaped(code.description))
    if code.colour:
        facts.append(f"({code.colour})")
    return "- " + " ".join(facts)
