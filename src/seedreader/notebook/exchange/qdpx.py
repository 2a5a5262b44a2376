"""REFI-QDA project 1.0 (``.qdpx``), for NVivo, ATLAS.ti, MAXQDA, QualCoder: a zip of project and texts.

Tags are codes; highlights and verdicts are codes under "seedreader"; verdicts are links between two
selections besides; notes are notes, and their words describe their selections, too. The same contents
give the same bytes.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from seedreader.article import Range
from seedreader.notebook.annotation_model import COLOURS, Annotation, NotebookContents, Target
from seedreader.notebook.exchange.annotated_passages import (
    AnnotatedPassage,
    AnnotatedSource,
    codes_used,
    living,
    passages,
    place,
    sources,
    standing,
)
from seedreader.notebook.exchange.export_text import IN_WORDS, day, shortened, shown
from seedreader.notebook.exchange.quoted_wording import reworded

_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:seedreader:qdpx")
_RGB = dict(zip(COLOURS, ("#ffd400", "#2ea043", "#0969da", "#cf222e", "#8250df"), strict=True))
_TIME = (1980, 1, 1, 0, 0, 0)
_NAME = 60
"""Characters of the names of selections and notes."""


def write(contents: NotebookContents) -> bytes:
    """What is not deleted, but annotations whose text is not at hand."""
    contents = living(contents)
    known = sources(contents)
    found = [p for p in passages(contents, known) if p.source.version in contents.texts]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", _project(contents, known, found))
        for version in dict.fromkeys(p.source.version for p in found):
            _put(archive, f"sources/{_guid('source', version)}.txt", contents.texts[version])
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    archive.writestr(info, text.encode("utf-8", "replace"))


def _guid(*names: object) -> str:
    return str(uuid.uuid5(_NAMES, repr(names)))


def _element(name: str, attributes: dict[str, str], *children: str) -> str:
    """An XML element; ``children`` are elements already."""
    given = "".join(f" {key}={quoteattr(shown(value))}" for key, value in attributes.items() if value)
    inner = "".join(children)
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def _group(name: str, children: Iterable[str]) -> str:
    """An element that may not be empty, or nothing."""
    inner = "".join(children)
    return f"<{name}>{inner}</{name}>" if inner else ""


def _text(name: str, text: str) -> str:
    return f"<{name}>{escape(shown(text), {chr(13): '&#13;'})}</{name}>" if text else ""


def _project(
    contents: NotebookContents, known: dict[str, AnnotatedSource], found: list[AnnotatedPassage]
) -> str:
    users = sorted({a.author for a in contents.annotations} | {""})
    changed = max((a.changed for a in contents.annotations), default="")
    project = {
        "xmlns": "urn:QDA-XML:project:1.0",
        "name": "seedreader notebook",
        "origin": "seedreader",
        "creatingUserGUID": _guid("user", ""),
        "creationDateTime": changed,
    }
    notes = {a.id: a for passage in found for a in passage.of_kind("note")}
    of_source: dict[str, list[AnnotatedPassage]] = {}
    for passage in found:
        of_source.setdefault(passage.source.version, []).append(passage)
    body = _element(
        "Project",
        project,
        _group("Users", (_element("User", {"guid": _guid("user", u), "name": u or "reader"}) for u in users)),
        _group("CodeBook", [_group("Codes", _codes(contents, found))]),
        _group(
            "Sources",
            (_source(known[version], those, contents.texts) for version, those in of_source.items()),
        ),
        _group("Notes", map(_note, notes.values())),
        _group("Links", _links(found)),
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _codes(contents: NotebookContents, found: list[AnnotatedPassage]) -> list[str]:
    used = {code.name: code for code in (*contents.codes, *codes_used(contents))}
    codes = [
        _code("tag", code.name, code.name, _RGB.get(code.colour, ""), code.description)
        for code in sorted(used.values(), key=lambda code: (code.name.casefold(), code.name))
    ]
    kinds = sorted({_kind(a) for p in found for a in p.annotations if a.kind not in ("note", "tag")})
    if kinds:
        own = [
            _code(kind, body, _said(kind, body), _RGB.get(body, "") if kind == "highlight" else "")
            for kind, body in kinds
        ]
        guid = _guid("seedreader")
        codes.append(_element("Code", {"guid": guid, "name": "seedreader", "isCodable": "false"}, *own))
    return codes


def _code(kind: str, body: str, name: str, colour: str, description: str = "") -> str:
    values = {"guid": _guid("code", kind, body), "name": name or "-", "isCodable": "true", "color": colour}
    return _element("Code", values, _text("Description", description))


def _kind(annotation: Annotation) -> tuple[str, str]:
    """What an annotation is coded with: tags by name, corrections by kind, the others by kind and body."""
    return annotation.kind, annotation.body if annotation.kind in ("tag", "highlight", "verdict") else ""


def _said(kind: str, body: str) -> str:
    return f"{kind}: {IN_WORDS.get(body, body)}" if body else f"marked as {kind}"


def _source(source: AnnotatedSource, found: list[AnnotatedPassage], texts: Mapping[str, str]) -> str:
    guid = _guid("source", source.version)
    facts = [source.title, source.outlet, day(source.published), source.edition, source.shown_place]
    name = " · ".join(filter(None, (source.label, day(source.published)))) + f" · {source.version[:8]}"
    return _element(
        "TextSource",
        {"guid": guid, "name": name, "plainTextPath": f"internal://{guid}.txt"},
        _text("Description", "\n".join(filter(None, facts))),
        *(_selection(passage, span, texts) for passage in found for span in passage.target.ranges),
    )


def _selection(passage: AnnotatedPassage, span: Range, texts: Mapping[str, str]) -> str:
    start, end = span
    first = passage.annotations[0]
    codings = [
        _element(
            "Coding",
            _made(a, _guid("coding", a.id, place(passage.target), span)),
            _ref("CodeRef", "code", *_kind(a)),
        )
        for a in passage.annotations
        if a.kind != "note"
    ]
    told = [f"{said.told[:1].upper()}{said.told[1:]}" for said in reworded(passage, texts)]
    notes = [_ref("NoteRef", "note", a.id) for a in passage.of_kind("note")]
    return _element(
        "PlainTextSelection",
        {
            **_made(first, _selected(passage.target, span)),
            "name": shortened(standing(passage.target, texts), _NAME),
            "startPosition": str(start),
            "endPosition": str(end),
        },
        # QualCoder takes the words of a note from here alone; other programs follow the NoteRef
        _text("Description", "\n\n".join([*passage.bodies("note"), "\n".join(told)]).strip()),
        *codings,
        *notes,
    )


def _selected(target: Target, span: Range) -> str:
    return _guid("selection", target.version, target.ranges, span)


def _made(annotation: Annotation, guid: str) -> dict[str, str]:
    return {
        "guid": guid,
        "creatingUser": _guid("user", annotation.author),
        "creationDateTime": annotation.created,
    }


def _ref(name: str, *names: object) -> str:
    return _element(name, {"targetGUID": _guid(*names)})


def _note(note: Annotation) -> str:
    values = {**_made(note, _guid("note", note.id)), "modifiedDateTime": note.changed}
    text = _text("PlainTextContent", note.body or " ")
    return _element("Note", {**values, "name": shortened(note.body, _NAME) or "note"}, text)


def _links(found: list[AnnotatedPassage]) -> list[str]:
    verdicts = {a.id: a for passage in found for a in passage.of_kind("verdict")}
    there = {passage.source.version for passage in found}
    return [
        _element(
            "Link",
            {
                "guid": _guid("link", a.id),
                "name": IN_WORDS.get(a.body, a.body),
                "direction": "Associative",
                "originGUID": _selected(a.target, a.target.ranges[0]),
                "targetGUID": _selected(a.other, a.other.ranges[0]),
            },
        )
        for a in verdicts.values()
        if a.other and {a.target.version, a.other.version} <= there
    ]
