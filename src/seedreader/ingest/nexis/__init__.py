"""Exports of Nexis (LexisNexis), whatever file they come in: text, HTML, Word or RTF, of all its layouts."""

from __future__ import annotations

from collections.abc import Sequence

from seedreader.ingest.errors import Problem
from seedreader.ingest.nexis import lines, parts
from seedreader.ingest.nexis.document import document
from seedreader.ingest.raw_document import Documents, RawDocument
from seedreader.ingest.text_builder import Block
from seedreader.text.plurals import count


def of_blocks(blocks: Sequence[Block], media_type: str) -> Documents | None:
    """The articles of an export, without its cover, which names the reader; None where they are none."""
    found = parts.find(blocks)
    if found is None:
        return None
    articles: list[RawDocument] = []
    empty: list[int] = []
    for part in found.parts:
        article = document(part.blocks, str(part.number), media_type, found.title_first)
        if article is None:
            empty.append(part.number)
        else:
            articles.append(article)
    return Documents(tuple(articles), _problems(empty, found))


def of_text(text: str, media_type: str) -> Documents | None:
    """The articles of an export as plain text; None where it is none."""
    return of_blocks(lines.blocks(text), media_type)


def _problems(empty: Sequence[int], found: parts.Parts) -> tuple[Problem, ...]:
    problems = []
    if not found.parts:
        problems.append(Problem("", "nothing", "it is a list of documents without their text"))
    if empty:
        names = ", ".join(map(str, empty))
        told = f"holds a document without text (number {names})"
        told = told if len(empty) == 1 else f"holds documents without text (numbers {names})"
        problems.append(Problem("", "lost", told, lost=len(empty)))
    if found.parts and found.announced is not None and found.announced != len(found.parts):
        told = f"holds {count(len(found.parts), 'document')}, but its cover names {found.announced}"
        absent = found.announced - len(found.parts)
        problems.append(Problem("", "lost", told, lost=absent if absent > 0 else None))
    return tuple(problems)
