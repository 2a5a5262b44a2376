"""The native form: all that a notebook holds, as JSON, byte for byte the same for the same contents.

Deleted annotations and full article texts are in it: it is what a notebook is moved and compared by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, astuple

from seedreader.article import ANOTHER_READING, NO, SOURCE_FACTS, YES
from seedreader.notebook.annotation_model import (
    COLOURS,
    Annotation,
    Code,
    KeptCorrection,
    NotebookContents,
    SeenSource,
    Target,
    version_of,
)
from seedreader.notebook.exchange import native_stories, validate
from seedreader.notebook.exchange.annotated_passages import stands
from seedreader.notebook.exchange.import_result import ImportResult, complete
from seedreader.notebook.exchange.json_text import written
from seedreader.notebook.exchange.validate import UnfitError
from seedreader.notebook.storage.migrations import third_uri

MARK = "seedreader notebook"
"""The value of ``format`` that tells a file of this form."""

VERSION = 3
"""Newest version of the form. A reader takes any up to its own; in version 1 a source was a path, and before
version 3 no stories were kept and nothing was said of sources."""


def write(contents: NotebookContents) -> bytes:
    """Everything in ``contents``, sorted, as UTF-8 JSON."""
    seen = [asdict(each) for each in contents.seen]
    return written(
        {
            "format": MARK,
            "version": VERSION,
            "annotations": [
                _annotation(a, contents.texts) for a in sorted(contents.annotations, key=lambda a: a.id)
            ],
            "codes": [asdict(code) for code in sorted(contents.codes, key=lambda code: code.name)],
            "seen": sorted(seen, key=lambda each: tuple(each.values())),
            "corrections": [
                asdict(each) for each in sorted(contents.corrections, key=lambda each: astuple(each)[:5])
            ],
            "texts": dict(sorted(contents.texts.items())),
            **native_stories.write(contents.stories),
        }
    )


def read(document: Mapping[str, object], known: Mapping[str, str]) -> ImportResult:
    """The contents of a file of this form; ``known`` are texts at hand besides. Raises UnfitError."""
    version = document.get("version")
    if not isinstance(version, int) or version < 1:
        raise UnfitError("does not say which version of the form it has")
    if version > VERSION:
        raise UnfitError("was written by a newer version of seedreader: update seedreader")
    texts = read_texts(validate.fields(document.get("texts"), "texts"))
    at_hand = {**known, **texts}
    annotations = [
        _read_annotation(validate.fields(each, f"annotation {number}"), f"annotation {number}", at_hand)
        for number, each in enumerate(validate.items(document.get("annotations"), "annotations"), 1)
    ]
    validate.unique([a.id for a in annotations], "annotation")
    codes = [
        read_code(validate.fields(each, f"tag {number}"), f"tag {number}")
        for number, each in enumerate(validate.items(document.get("codes"), "codes"), 1)
    ]
    validate.unique([code.name for code in codes], "tag")
    seen = [
        read_seen(validate.fields(each, f"source {number}"), f"source {number}")
        for number, each in enumerate(validate.items(document.get("seen"), "seen"), 1)
    ]
    stories = native_stories.read(document)
    corrections = [
        read_correction(validate.fields(each, f"correction {number}"), f"correction {number}")
        for number, each in enumerate(validate.items(document.get("corrections", []), "corrections"), 1)
    ]
    validate.unique([" ".join(astuple(each)[:5]) for each in corrections], "correction of")
    found = NotebookContents(
        tuple(annotations),
        tuple(codes),
        tuple(seen),
        texts,
        stories=stories,
        corrections=tuple(corrections),
    )
    return complete(found, known)


def read_texts(stored: Mapping[str, object]) -> dict[str, str]:
    """Article texts by their version, each checked against it."""
    texts = {}
    for version, value in stored.items():
        text = validate.text(value, f"the text {version[:12]}…")
        if version_of(text) != version:
            raise UnfitError(f"has an article text that is not the one it is called ({version[:12]}…)")
        texts[version] = text
    return texts


def read_code(stored: Mapping[str, object], where: str) -> Code:
    """A codebook entry."""
    return Code(
        name=validate.text(stored.get("name"), f"the name of {where}"),
        description=validate.text(stored.get("description", ""), f"the description of {where}"),
        colour=validate.choice(stored.get("colour", ""), ("", *COLOURS), f"the colour of {where}"),
        deleted=validate.time_or_none(stored.get("deleted"), f"{where}, deleted"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


def read_seen(stored: Mapping[str, object], where: str) -> SeenSource:
    """Where a version was seen."""
    names = ("version", "name", "uri", "member", "outlet", "title", "published")
    values = {name: validate.text(stored.get(name, ""), f"the {name} of {where}") for name in names}
    if "uri" not in stored:
        values["uri"] = third_uri(validate.text(stored.get("path", ""), f"the path of {where}"))
    return SeenSource(**values, seen=validate.time_or_empty(stored.get("seen", ""), f"{where}, seen"))


def read_correction(stored: Mapping[str, object], where: str) -> KeptCorrection:
    """What the reader said of a source."""
    names = ("uri", "member", "other_uri", "other_member", "value", "author")
    values = {name: validate.text(stored.get(name, ""), f"the {name} of {where}") for name in names}
    if not values["uri"]:
        raise UnfitError(f"has no source in {where}")
    fact = validate.choice(stored.get("fact"), (*SOURCE_FACTS, ANOTHER_READING), f"the fact of {where}")
    if (fact == ANOTHER_READING) != bool(values["other_uri"]):
        raise UnfitError(
            f"has a {fact} of {'two sources' if values['other_uri'] else 'one source'} as {where}"
        )
    if fact == ANOTHER_READING:
        validate.choice(values["value"], (YES, NO), f"the value of {where}")
    if fact == "published" and values["value"]:
        validate.day(values["value"], f"the value of {where}")
    return KeptCorrection(
        **values,
        fact=fact,
        created=validate.time(stored.get("created"), f"{where}, created"),
        changed=validate.time(stored.get("changed"), f"{where}, changed"),
        deleted=validate.time_or_none(stored.get("deleted"), f"{where}, deleted"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


def _annotation(annotation: Annotation, texts: Mapping[str, str]) -> dict[str, object]:
    row: dict[str, object] = {"id": annotation.id, "kind": annotation.kind, "body": annotation.body}
    row["target"] = _target(annotation.target, texts)
    if annotation.other:
        row["other"] = _target(annotation.other, texts)
    for name in ("author", "created", "changed", "deleted", "written"):
        row[name] = getattr(annotation, name)
    return row


def _target(target: Target, texts: Mapping[str, str]) -> dict[str, object]:
    row: dict[str, object] = {
        "version": target.version,
        "ranges": [list(span) for span in target.ranges],
        "quote": target.quote,
    }
    return row if stands(target, texts) else {**row, "confirmed": True}


def _read_annotation(stored: Mapping[str, object], where: str, texts: Mapping[str, str]) -> Annotation:
    other = stored.get("other")
    kind = validate.kind(stored.get("kind"), other is not None, where)
    return Annotation(
        id=validate.named(stored.get("id"), where),
        kind=kind,
        body=validate.body(kind, stored.get("body"), f"the body of {where}"),
        target=_read_target(validate.fields(stored.get("target"), f"the target of {where}"), where, texts),
        created=validate.time(stored.get("created"), f"{where}, created"),
        changed=validate.time(stored.get("changed"), f"{where}, changed"),
        other=None
        if other is None
        else _read_target(validate.fields(other, f"the second target of {where}"), where, texts),
        author=validate.text(stored.get("author", ""), f"the author of {where}"),
        deleted=validate.time_or_none(stored.get("deleted"), f"{where}, deleted"),
        written=validate.time_or_empty(stored.get("written", ""), f"{where}, written"),
    )


def _read_target(stored: Mapping[str, object], where: str, texts: Mapping[str, str]) -> Target:
    version = validate.text(stored.get("version"), f"the version of {where}")
    text = texts.get(version)
    spans = []
    for span in validate.items(stored.get("ranges"), f"the ranges of {where}"):
        pair = validate.items(span, f"a range of {where}")
        if len(pair) != 2:
            raise UnfitError(f"has a range in {where} that is not a pair of numbers")
        start, end = (validate.offset(value, f"a range of {where}") for value in pair)
        spans.append((start, end))
    target = Target(
        version,
        validate.ranges(spans, None if text is None else len(text), where),
        validate.text(stored.get("quote"), f"the quote of {where}"),
    )
    if stored.get("confirmed") is not True and not stands(target, texts):
        raise UnfitError(f"quotes in {where} words that don't stand at its place")
    return target
