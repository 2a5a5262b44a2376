"""W3C Web Annotations as JSON-LD: https://www.w3.org/TR/annotation-model/

A collection of one page. What the standard has no word for (article texts, the codebook, an annotation's
kind, the version of a text) stands under ``seedreader:`` names, which other programs skip, so that reading
the file again loses nothing of what is not deleted. Deleted annotations stay at home.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, astuple
from urllib.parse import quote as percent
from urllib.parse import unquote

from seedreader.notebook.annotation_model import Annotation, NotebookContents, Target, version_of
from seedreader.notebook.exchange import validate
from seedreader.notebook.exchange.annotated_passages import AnnotatedSource, living, sources, stands, targets
from seedreader.notebook.exchange.json_text import written
from seedreader.notebook.exchange.locate_quotes import HASHED
from seedreader.notebook.exchange.selectors import selectors

ANNO = "http://www.w3.org/ns/anno.jsonld"
OURS = "seedreader:"
"""Begins the names that are not the standard's."""

CONTEXT: list[object] = [ANNO, {"seedreader": "urn:seedreader:"}]
MOTIVATIONS = {"note": "commenting", "tag": "tagging", "highlight": "highlighting", "verdict": "linking"}
"""What each kind is for; corrections classify."""

_ID = "urn:seedreader:annotation:"


def write(contents: NotebookContents) -> bytes:
    """What is not deleted, as an AnnotationCollection."""
    contents = living(contents)
    known = sources(contents)
    items = [_annotation(a, contents.texts, known) for a in sorted(contents.annotations, key=lambda a: a.id)]
    seen = [asdict(each) for each in contents.seen]
    name = f"urn:seedreader:collection:{version_of(repr([item['id'] for item in items]))[:32]}"
    return written(
        {
            "@context": CONTEXT,
            "id": name,
            "type": "AnnotationCollection",
            "label": "Annotations made with seedreader",
            "total": len(items),
            "first": {
                "id": f"{name}:1",
                "type": "AnnotationPage",
                "startIndex": 0,
                "items": items,
            },
            f"{OURS}texts": [
                _ours({"version": version, "text": text}) for version, text in sorted(contents.texts.items())
            ],
            f"{OURS}seen": [_ours(each) for each in sorted(seen, key=lambda each: tuple(each.values()))],
            f"{OURS}corrections": [
                _ours(asdict(each))
                for each in sorted(contents.corrections, key=lambda each: astuple(each)[:5])
            ],
            f"{OURS}codes": [_ours(asdict(code)) for code in sorted(contents.codes, key=lambda c: c.name)],
        }
    )


def _ours(row: Mapping[str, object]) -> dict[str, object]:
    return {OURS + name: value for name, value in row.items() if value is not None}


def _annotation(
    annotation: Annotation, texts: Mapping[str, str], known: Mapping[str, AnnotatedSource]
) -> dict[str, object]:
    kind = annotation.kind
    row: dict[str, object] = {
        "@context": CONTEXT,
        "id": _iri(annotation.id),
        "type": "Annotation",
        "motivation": MOTIVATIONS.get(kind, "classifying"),
        "created": annotation.created,
        "modified": annotation.changed,
    }
    if annotation.author:
        row["creator"] = {"type": "Person", "name": annotation.author}
    if kind != "highlight":
        purpose = MOTIVATIONS.get(kind, "classifying").replace("linking", "classifying")
        value = annotation.body if kind in MOTIVATIONS else kind
        row["body"] = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    places = [
        place
        for number, target in enumerate(targets(annotation), 1)
        for place in _places(target, number, texts.get(target.version), known[target.version])
    ]
    row["target"] = places[0] if len(places) == 1 else places
    row[f"{OURS}kind"] = kind
    if kind not in ("note", "tag", "verdict") and annotation.body:
        row[f"{OURS}body"] = annotation.body
    row[f"{OURS}written"] = annotation.written
    return row


def _places(
    target: Target, number: int, text: str | None, source: AnnotatedSource
) -> list[dict[str, object]]:
    """A specific resource for each range; the standard's several targets are each annotated."""
    places = [
        {
            "type": "SpecificResource",
            "source": source.address or HASHED + target.version,
            "selector": selectors(text, span, target.quote),
            f"{OURS}version": target.version,
            f"{OURS}passage": number,
        }
        for span in target.ranges
    ]
    if source.member:
        places = [{**place, f"{OURS}member": source.member} for place in places]
    if text is None or not stands(target, {target.version: text}):
        places[0][f"{OURS}quote"] = target.quote
    return places


def _iri(name: str) -> str:
    try:
        if str(uuid.UUID(name)) == name:
            return f"urn:uuid:{name}"
    except ValueError:
        pass
    return _ID + percent(name, safe="")


def own(row: Mapping[str, object], where: str, texts: Mapping[str, str]) -> Annotation | None:
    """One of this program's annotations as it was; None where a text that it stands on is not at hand."""
    places = row.get("target")
    found: dict[int, list[dict[str, object]]] = {}
    for each in places if isinstance(places, list) else [places]:
        place = validate.fields(each, f"a target of {where}")
        number = validate.offset(place.get(f"{OURS}passage"), f"the passage of {where}")
        found.setdefault(number, []).append(place)
    versions = [
        validate.text(each.get(f"{OURS}version"), f"the version of {where}")
        for those in found.values()
        for each in those
    ]
    if not texts.keys() >= set(versions):
        return None
    if sorted(found) not in ([1], [1, 2]):
        raise validate.UnfitError(f"has passages in {where} that are not numbered 1, or 1 and 2")
    ends = [_target(found[number], where, texts) for number in sorted(found)]
    kind = validate.kind(row.get(f"{OURS}kind"), len(ends) == 2, where)
    body = row.get(f"{OURS}body", "")
    if kind in ("note", "tag", "verdict"):
        body = validate.fields(row.get("body"), f"the body of {where}").get("value")
    creator = row.get("creator")
    changed = validate.time(row.get("modified"), f"{where}, modified")
    written = validate.time_or_empty(row.get(f"{OURS}written", ""), f"{where}, written")
    return Annotation(
        id=_id(validate.named(row.get("id"), where)),
        kind=kind,
        body=validate.body(kind, body, f"the body of {where}"),
        target=ends[0],
        created=validate.time(row.get("created"), f"{where}, created"),
        changed=changed,
        other=ends[1] if len(ends) == 2 else None,
        author=validate.text(creator.get("name"), f"the creator of {where}")
        if isinstance(creator, dict)
        else "",
        written=max(written, changed),  # another program may have edited it and kept our members
    )


def _target(places: list[dict[str, object]], where: str, texts: Mapping[str, str]) -> Target:
    version = validate.text(places[0].get(f"{OURS}version"), f"the version of {where}")
    text = texts[version]
    spans = []
    for place in places:
        chosen = place.get("selector")
        at = [s for s in chosen if isinstance(s, dict)] if isinstance(chosen, list) else []
        position = next((s for s in at if s.get("type") == "TextPositionSelector"), {})
        start = validate.offset(position.get("start"), f"the start of {where}")
        end = validate.offset(position.get("end"), f"the end of {where}")
        exact = next((s.get("exact") for s in at if s.get("type") == "TextQuoteSelector"), None)
        if exact != text[start:end] or place.get(f"{OURS}version") != version:
            raise validate.UnfitError(f"quotes in {where} words that don't stand at its place")
        spans.append((start, end))
    quote = places[0].get(f"{OURS}quote", " … ".join(text[start:end] for start, end in spans))
    ranges = validate.ranges(spans, len(text), where)
    return Target(version, ranges, validate.text(quote, f"the quote of {where}"))


def _id(iri: str) -> str:
    return unquote(iri.removeprefix(_ID)) if iri.startswith(_ID) else iri.removeprefix("urn:uuid:")
