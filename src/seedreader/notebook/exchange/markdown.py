"""Notes in Markdown to hand to an editor: each verdict once, with both passages; then what is on passages.

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
    codes_used,
    living,
    passages,
    place,
    sources,
)
from seedreader.notebook.exchange.editions import LaterEdition, later_editions
from seedreader.notebook.exchange.export_text import IN_WORDS, day, quoted, shown
from seedreader.notebook.exchange.quoted_wording import QuotedWording, reworded, wording
from seedreader.text.markdown_text import escaped, inline
from seedreader.text.plurals import count

_LINK = re.compile(r"https?://[!#-;=?-\[\]^_a-z~]+")


class _Report(NamedTuple):
    """What the parts of the report draw on; ``later_editions`` tell what became of a passage."""

    known: Mapping[str, AnnotatedSource]
    texts: Mapping[str, str]
    later_editions: Mapping[PassageKey, LaterEdition]
    newest: Collection[str]


ON_PASSAGES = ("note", "tag", "highlight")
"""Kinds that are told with their passage; a verdict is on two."""


def write(contents: NotebookContents) -> bytes:
    """What is not deleted but the corrections: the verdicts, then the rest by source and place."""
    contents = living(contents)
    known = sources(contents)
    every = passages(contents, known)
    found = [p for p in every if any(a.kind in KINDS_IN_WORDS for a in p.annotations)]
    listed = list(dict.fromkeys(p.source.article for p in found))
    numbers = {article: number for number, article in enumerate(listed, 1)}
    editions = {article: list(those) for article, those in groupby(known.values(), lambda s: s.article)}
    report = _Report(known, contents.texts, later_editions(found, known, contents.texts), contents.newest)
    # a verdict is on both its passages: in the order of the first
    verdicts = {a.id: a for p in found for a in p.of_kind("verdict")}
    blocks = [
        "# Notes on " + (_words(editions[listed[0]][-1]) if len(listed) == 1 else "a story"),
        f"{count(len(listed), 'source')}, {count(len(found), 'passage')}, {count(len(verdicts), 'verdict')}.",
    ]
    if found:
        blocks += [
            "## Sources",
            "\n".join(_listed(number, editions[a], report) for a, number in numbers.items()),
        ]
    if verdicts:
        blocks.append("## Verdicts")
    for number, verdict in enumerate(verdicts.values(), 1):
        blocks += [f"### Verdict {number}", *_verdict(verdict, report)]
    article: tuple[str, ...] = ()
    for passage in found:
        if not any(a.kind in ON_PASSAGES for a in passage.annotations):
            continue
        if passage.source.article != article:
            article = passage.source.article
            blocks.append(f"## {numbers[article]}. {_words(editions[article][-1])}")
        blocks += _passage(passage, report)
    if codes := codes_used(contents):
        blocks += ["## Tags", "\n".join(_code(code) for code in codes)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _words(source: AnnotatedSource, begins: bool = False) -> str:
    """What to call a source; ``begins``: at the beginning of a line."""
    parts = [source.label, source.title if source.title != source.label else ""]
    return (escaped if begins else inline)(" — ".join(part for part in parts if part))


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
    return escaped("; ".join(fact for fact in facts if fact))


def _source(source: AnnotatedSource) -> str:
    facts = [_words(source, begins=True), inline(day(source.published)) if source.published else "no date"]
    if source.uri:
        facts.append(_address(source))
    return "; ".join(facts)


def _address(source: AnnotatedSource) -> str:
    if not _LINK.fullmatch(source.address):
        return inline(source.shown_place)
    member = f", {inline(source.member)}" if source.member else ""
    return f"<{source.address}>{member}"


def _passage(passage: AnnotatedPassage, report: _Report) -> list[str]:
    lines = _changes(passage, report)
    if tags := passage.bodies("tag"):
        lines.append("- Tags: " + ", ".join(inline(tag) for tag in tags))
    if colours := passage.bodies("highlight"):
        lines.append("- Highlighted: " + ", ".join(inline(colour) for colour in colours))
    for note in passage.of_kind("note"):
        lines.append(f"- Note ({_signed(note)}):\n\n{_note(note.body)}\n")
    return [_quote(passage.target, report), "\n".join(lines).rstrip("\n")]


def _quote(target: Target, report: _Report) -> str:
    """The words as they stand, and where."""
    said = wording(target, report.texts)
    return f"> {_quoted(said.now)}\n>\n> — {_cited(report.known[target.version])}"


def _changes(passage: AnnotatedPassage, report: _Report) -> list[str]:
    """What it said when it was annotated, and what became of it later, where either is something else."""
    lines = []
    kinds = [a.kind for a in passage.annotations if a.kind in ON_PASSAGES]
    for said, those in reworded(passage, report.texts).items():
        changed = [a.kind for a in those if a.kind in ON_PASSAGES]
        which = f" ({', '.join(dict.fromkeys(changed))})" if len(changed) < len(kinds) else ""
        if changed:
            lines.append(f"- **When annotated**{which}: {_quoted(said.then)}{_numbers(said)}")
    return lines + _became(passage.target, report)


def _became(target: Target, report: _Report) -> list[str]:
    """What became of a passage in a later edition of its article."""
    after = report.later_editions.get(place(target))
    if after is None:
        return []
    return [f"- **In {after.source.edition}**: {inline(after.became)}{_numbers(after.words)}"]


def _quoted(text: str) -> str:
    return inline(quoted(text))


def _numbers(said: QuotedWording) -> str:
    return f" (**{inline(said.numbers)}**)" if said.numbers else ""


def _cited(source: AnnotatedSource) -> str:
    facts = (inline(fact) for fact in (day(source.published), source.edition) if fact)
    return ", ".join((_words(source), *facts))


def _verdict(verdict: Annotation, report: _Report) -> list[str]:
    """Both passages, and between them how the reader says that the first stands to the second."""
    assert verdict.other is not None, "a verdict is on two passages"
    words = IN_WORDS.get(verdict.body, verdict.body)
    ends = (verdict.target, verdict.other)
    changes = [line for end in ends for line in (*_when_judged(end, report), *_became(end, report))]
    between = f"**{inline(words)}** (verdict, {_signed(verdict)}):"
    blocks = [_quote(ends[0], report), between, _quote(ends[1], report)]
    return [*blocks, "\n".join(changes)] if changes else blocks


def _when_judged(target: Target, report: _Report) -> list[str]:
    said = wording(target, report.texts)
    if not said.then:
        return []
    label = inline(report.known[target.version].label)
    return [f"- **When annotated** ({label}): {_quoted(said.then)}{_numbers(said)}"]


def _signed(annotation: Annotation) -> str:
    by = f", {inline(annotation.author)}" if annotation.author else ""
    return f"{inline(day(annotation.changed))}{by}"


def _note(body: str) -> str:
    """The lines of a note inside a list's item; each that another one follows ends in a hard break."""
    lines = [escaped(line) for line in shown(body).splitlines()]
    broken = [
        f"  > {line}\\" if line and following else f"  > {line}".rstrip()
        for line, following in pairwise([*lines, ""])
    ]
    return "\n".join(broken)


def _code(code: Code) -> str:
    facts = [f"**{inline(code.name) or '(no name)'}**"]
    if code.description:
        facts.append(inline(code.description))
    if code.colour:
        facts.append(f"({code.colour})")
    return "- " + " ".join(facts)
