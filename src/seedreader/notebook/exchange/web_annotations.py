"""Reading W3C Web Annotations: this program's own as they were, and others' as notes, tags and highlights."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from seedreader.notebook.annotation_model import COLOURS, Annotation, NotebookContents
from seedreader.notebook.exchange import native, validate
from seedreader.notebook.exchange.import_result import ImportResult, complete
from seedreader.notebook.exchange.jsonld import OURS, own
from seedreader.notebook.exchange.locate_quotes import QuoteLocator
from seedreader.notebook.exchange.selectors import QuotedPassage, quoted
from seedreader.notebook.exchange.third_party import ThirdPartyAnnotation, taken
from seedreader.text.plurals import count

_SETS = ("Choice", "Composite", "List", "Independents")
_CONTAINERS = ("AnnotationCollection", "AnnotationPage")


def annotations_in(document: object) -> list[dict[str, object]] | None:
    """The annotations in a document: one, a list, a page or a collection of them; None for anything else."""
    if isinstance(document, list):
        found = [each for each in document if is_a(each, "Annotation")]
        return found if len(found) == len(document) else None
    if is_a(document, "Annotation"):
        return [document] if isinstance(document, dict) else None
    if not isinstance(document, dict) or not any(is_a(document, kind) for kind in _CONTAINERS):
        return None
    within = document.get("first", document) if is_a(document, "AnnotationCollection") else document
    if isinstance(within, str) or (isinstance(within, dict) and within.get("next")):
        raise validate.UnfitError("is one page of several: save them all in one file")
    items = validate.items(validate.fields(within, "the first page").get("items", []), "items")
    return [validate.fields(each, f"annotation {number}") for number, each in enumerate(items, 1)]


def is_a(value: object, kind: str) -> bool:
    """Whether a JSON object says that it is of this type."""
    if not isinstance(value, dict):
        return False
    said = value.get("type", value.get("@type"))
    return kind in said if isinstance(said, list) else said == kind


def read(rows: list[dict[str, object]], document: object, finder: QuoteLocator) -> ImportResult:
    """What a document with these annotations brings. Raises UnfitError."""
    texts, codes, seen, corrections = {}, [], [], []
    if isinstance(document, dict):
        stored = [
            _plain(each, "a text") for each in validate.items(document.get(f"{OURS}texts", []), "texts")
        ]
        texts = native.read_texts({str(each.get("version")): each.get("text", "") for each in stored})
        codes = [
            native.read_code(_plain(each, "a tag"), f"tag {number}")
            for number, each in enumerate(validate.items(document.get(f"{OURS}codes", []), "codes"), 1)
        ]
        seen = [
            native.read_seen(_plain(each, "a source"), f"source {number}")
            for number, each in enumerate(validate.items(document.get(f"{OURS}seen", []), "seen"), 1)
        ]
        corrections = [
            native.read_correction(_plain(each, "a correction"), f"correction {number}")
            for number, each in enumerate(
                validate.items(document.get(f"{OURS}corrections", []), "corrections"), 1
            )
        ]
    at_hand = {**finder.known.texts, **texts}
    ours: list[Annotation] = []
    theirs: list[ThirdPartyAnnotation] = []
    lost = 0
    for number, row in enumerate(rows, 1):
        where = f"annotation {number}"
        made = own(row, where, at_hand) if f"{OURS}kind" in row else None
        if made:
            ours.append(made)
        elif row.get(f"{OURS}kind", "note") in ("note", "tag", "highlight"):
            theirs.append(_theirs(row, where))
        else:
            lost += 1
    validate.unique([*(a.id for a in ours), *(each.id for each in theirs)], "annotation")
    validate.unique([code.name for code in codes], "tag")
    brought = complete(NotebookContents(tuple(ours), tuple(codes), tuple(seen), texts), finder.known.texts)
    found = taken(theirs, finder)
    told = [*brought.told, *found.told]
    if lost:
        said = "such as verdicts, that need the article's text left out: it is missing."
        told.append(f"{count(lost, 'annotation')}, {said}")
    return ImportResult(
        NotebookContents(
            (*brought.contents.annotations, *found.contents.annotations),
            brought.contents.codes,
            (*brought.contents.seen, *found.contents.seen),
            {**brought.contents.texts, **found.contents.texts},
            corrections=tuple(corrections),
        ),
        tuple(told),
    )


def _plain(value: object, where: str) -> dict[str, object]:
    return {name.removeprefix(OURS): each for name, each in validate.fields(value, where).items()}


def _theirs(row: Mapping[str, object], where: str) -> ThirdPartyAnnotation:
    whole = json.dumps(row, sort_keys=True, ensure_ascii=True)
    id_ = row.get("id", row.get("@id"))
    motivations = _texts(row.get("motivation"))
    notes, tags = _bodies(row, motivations[0] if motivations else "", where)
    highlighted = _for(motivations, "highlighting") or not (notes or tags or "body" in row)
    colour = row.get(f"{OURS}body") if row.get(f"{OURS}body") in COLOURS else COLOURS[0]
    passages, pages, wordless = _passages(row.get("target"), where)
    created = _time(row.get("created"), f"{where}, created")
    return ThirdPartyAnnotation(
        id=validate.text(id_, where) if id_ else f"urn:sha256:{hashlib.sha256(whole.encode()).hexdigest()}",
        notes=tuple(notes),
        tags=tuple(tags),
        colour=str(colour) if highlighted else None,
        passages=tuple(passages),
        pages=pages,
        wordless=wordless,
        author=_name(row.get("creator")),
        created=created,
        changed=_time(row.get("modified"), f"{where}, modified") or created,
    )


def _bodies(row: Mapping[str, object], motivation: str, where: str) -> tuple[list[str], list[str]]:
    """The texts of notes, and the tags. A body that is elsewhere on the web is a note with its address."""
    notes: list[str] = []
    tags: list[str] = []
    for body in _flat(row.get("body")):
        if isinstance(body, str):
            notes.append(validate.text(body, f"a body of {where}"))
            continue
        text = body.get("value", body.get("source", body.get("id", "")))
        said = _texts(body.get("purpose")) or [motivation]
        (tags if _for(said, "tagging") else notes).append(validate.text(text, f"a body of {where}"))
    if "bodyValue" in row:
        value = validate.text(row["bodyValue"], f"the body of {where}")
        (tags if _for([motivation], "tagging") else notes).append(value)
    return notes, tags


def _passages(target: object, where: str) -> tuple[list[QuotedPassage], int, int]:
    """The passages that a target names; how many targets are whole pages, and how many tell no words."""
    passages, pages, wordless = [], 0, 0
    for each in _flat(target):
        if isinstance(each, str) or "selector" not in each:
            pages += 1
            continue
        source = each.get("source")
        if isinstance(source, dict):
            source = source.get("id", "")
        address = validate.text(source or "", f"the source of {where}")
        member = validate.text(each.get(f"{OURS}member", ""), f"the member of {where}")
        if found := quoted(address, each["selector"], where, member):
            passages.append(found)
        else:
            wordless += 1
    return passages, pages, wordless


def _flat(value: object) -> Iterable[str | dict[str, object]]:
    """The single bodies or targets in a body or target, which may be a list or a set of them."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, dict) and any(is_a(each, kind) for kind in _SETS):
            waiting.append(each.get("items"))
        elif isinstance(each, str | dict):
            yield each


def _for(motivations: Iterable[str], purpose: str) -> bool:
    """Whether this is among the purposes, which some write with their namespace ("oa:tagging")."""
    return any(each.endswith(purpose) for each in motivations)


def _texts(value: object) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def _name(creator: object) -> str:
    """What an agent is called."""
    if isinstance(creator, list):
        creator = creator[0] if creator else None
    if isinstance(creator, dict):
        creator = next((creator[key] for key in ("name", "nickname", "id") if creator.get(key)), None)
    return validate.text(creator, "a creator's name") if isinstance(creator, str) else ""


def _time(value: object, where: str) -> str:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    return validate.time(value, where) if value else ""
