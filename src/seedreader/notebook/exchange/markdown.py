"""A report in Markdown (CommonMark) to hand to an editor: the passages with all that was said of them.

Nothing in an article, a note or a tag becomes markup, a link or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import groupby, pairwise
from typing import NamedTuple

from seedreader.notebook.annotation_model import KINDS_IN_WORDS, Annotation, Code, NotebookContents, Target
from seedreader.notebook.exchange.annotated_passages import (
    AnnotatedPassage,
    AnnotatedSource,
    PassageKey,
    across,
    codes_used,
    living,
    passages,
    place,
    sources,
)
from seedreader.notebook.exchange.editions import LaterEdition, later_editions
from seedreader.notebook.exchange.export_text import IN_WORDS, day, one_line, quoted, shown
from seedreader.notebook.exchange.quoted_wording import QuotedWording, reworded, wording
from seedreader.text.plurals import count

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&~|$:@^#]|(?<=[wW]{3})\.|\A[-+=]|\A\d+(?=[.)])")
_LINK = re.compile(r"https?://[!#-;=?-\[\]^_a-z~]+")


class _Report(NamedTuple):
    """What a passage's part of the report draws on; ``numbers`` are the passages' own."""

    known: Mapping[str, AnnotatedSource]
    texts: Mapping[str, str]
    numbers: Mapping[PassageKey, int]
    later_editions: Mapping[PassageKey, LaterEdition]
    newest: Collection[str]


def write(contents: NotebookContents) -> bytes:
    """What is not deleted but the corrections, by source and place."""
    contents = living(contents)
    known = sources(contents)
    found = [p for p in passages(contents, known) if any(a.kind in KINDS_IN_WORDS for a in p.annotations)]
    listed = list(dict.fromkeys(p.source.article for p in found))
    numbers = {article: number for number, article in enumerate(listed, 1)}
    editions = {article: list(those) for article, those in groupby(known.values(), lambda s: s.article)}
    places = {place(p.target): number for number, p in enumerate(found, 1)}
    after = later_editions(found, known, contents.texts)
    report = _Report(known, contents.texts, places, after, contents.newest)
    verdicts = {a.id for p in found for a in p.of_kind("verdict")}
    blocks = [
        "# Notes on " + (_words(editions[listed[0]][-1]) if len(listed) == 1 else "a story"),
        f"{count(len(listed), 'source')}, {count(len(found), 'passage')}, {count(len(verdicts), 'verdict')}.",
    ]
    if found:
        blocks += [
            "## Sources",
            "\n".join(_listed(number, editions[a], report) for a, number in numbers.items()),
        ]
    article: tuple[str, ...] = ()
    for number, passage in enumerate(found, 1):
        if passage.source.article != article:
            article = passage.source.article
            blocks.append(f"## {numbers[article]}. {_words(editions[article][-1])}")
        blocks += _passage(passage, number, report)
    if codes := codes_used(contents):
        blocks += ["## Tags", "\n".join(_code(code) for code in codes)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """One line of any text such that Markdown shows these characters and no others."""
    return _MARKUP.sub(lambda found: _backslashed(found[0]), one_line(text))


def _backslashed(found: str) -> str:
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _words(source: AnnotatedSource) -> str:
    parts = [source.label, source.title if source.title != source.label else ""]
    return " — ".join(escaped(part) for part in parts if part)


def _listed(number: int, editions: list[AnnotatedSource], report: _Report) -> str:
    """An article's item in the list of sources, as its newest edition is, with its editions under it."""
    newest = editions[-1]
    lines = [f"{number}. {_source(newest)}"]
    if len(editions) > 1:
        indent = " " * len(f"{number}. ")
        lines += [f"{indent}- {_edition(each, newest, report)}" for each in editions]
    return "\n".join(lines)


def _edition(source: AnnotatedSource, newest: AnnotatedSource, report: _Report) -> str:
    facts = [source.edition]
    if source.title != newest.title:
        facts.append(source.title)
    if source.published != newest.published:
        facts.append(f"published {day(source.published)}" if source.published else "no date")
    if source.version in report.newest:
        facts.append("not annotated")
    elif source.seen:
        facts.append(f"annotated last on {day(source.seen)}")
    return "; ".join(escaped(fact) for fact in facts if fact)


def _source(source: AnnotatedSource) -> str:
    facts = [_words(source), escaped(day(source.published)) if source.published else "no date"]
    if source.uri:
        facts.append(_address(source))
    return "; ".join(facts)


def _address(source: AnnotatedSource) -> str:
    if not _LINK.fullmatch(source.address):
        return escaped(source.shown_place)
    member = f", {escaped(source.member)}" if source.member else ""
    return f"<{source.address}>{member}"


def _passage(passage: AnnotatedPassage, number: int, report: _Report) -> list[str]:
    lines = _changes(passage, report)
    lines += [f"- {_verdict(v, passage.target, report)}" for v in passage.of_kind("verdict")]
    if tags := passage.bodies("tag"):
        lines.append("- Tags: " + ", ".join(map(escaped, tags)))
    if colours := passage.bodies("highlight"):
        lines.append("- Highlighted: " + ", ".join(map(escaped, colours)))
    for note in passage.of_kind("note"):
        by = f", {escaped(note.author)}" if note.author else ""
        lines.append(f"- Note ({escaped(day(note.changed))}{by}):\n\n{_note(note.body)}\n")
    said = wording(passage.target, report.texts)
    quote = f"> {_quoted(said.now)}\n>\n> — {_cited(passage.source)}"
    return [f"### Passage {number}", quote, "\n".join(lines).rstrip("\n")]


def _changes(passage: AnnotatedPassage, report: _Report) -> list[str]:
    """What it said when it was annotated, and what became of it later, where either is something else."""
    lines = []
    kinds = [a.kind for a in passage.annotations if a.kind in KINDS_IN_WORDS]
    for said, those in reworded(passage, report.texts).items():
        changed = [a.kind for a in those if a.kind in KINDS_IN_WORDS]
        which = f" ({', '.join(dict.fromkeys(changed))})" if len(changed) < len(kinds) else ""
        if changed:
            lines.append(f"- **When annotated**{which}: {_quoted(said.then)}{_numbers(said)}")
    if after := report.later_editions.get(place(passage.target)):
        became = escaped(after.became) + _numbers(after.words)
        lines.append(f"- **In {after.source.edition}**: {became}")
    return lines


def _quoted(text: str) -> str:
    return escaped(quoted(text))


def _numbers(said: QuotedWording) -> str:
    return f" (**{escaped(said.numbers)}**)" if said.numbers else ""


def _cited(source: AnnotatedSource) -> str:
    facts = (escaped(fact) for fact in (day(source.published), source.edition) if fact)
    return ", ".join((_words(source), *facts))


def _verdict(verdict: Annotation, here: Target, report: _Report) -> str:
    other = across(verdict, here)
    number = report.numbers[place(other)]
    words = IN_WORDS.get(verdict.body, escaped(verdict.body))
    said = f"{words[:1].upper()}{words[1:]} passage {number} ({_cited(report.known[other.version])})"
    if number < report.numbers[place(here)]:
        return said
    there = wording(other, report.texts)
    told = f" (when annotated: {_quoted(there.then)}{_numbers(there)})" if there.then else ""
    return f"**{said}**: {_quoted(there.now)}{told}"


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
