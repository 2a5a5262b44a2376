"""The JSON of Hypothesis: the file of its client's export and import, and what its API answers.

Out go notes, tags and highlights, one annotation for each, and verdicts as notes in words. In come its
annotations as a note and tags on one passage. Positions are in UTF-16 units, as there. Verdicts don't come
back from it, nor corrections.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seedreader.article import Range
from seedreader.notebook.annotation_model import COLOURS, KINDS_IN_WORDS, Annotation, NotebookContents
from seedreader.notebook.exchange import validate
from seedreader.notebook.exchange.annotated_passages import AnnotatedSource, living, sources, stands
from seedreader.notebook.exchange.export_text import IN_WORDS, day
from seedreader.notebook.exchange.export_text import quoted as in_marks
from seedreader.notebook.exchange.import_result import ImportResult
from seedreader.notebook.exchange.json_text import written
from seedreader.notebook.exchange.locate_quotes import HASHED, QuoteLocator
from seedreader.notebook.exchange.quoted_wording import wording
from seedreader.notebook.exchange.selectors import quoted, selectors
from seedreader.notebook.exchange.third_party import ThirdPartyAnnotation, taken
from seedreader.notebook.exchange.utf16 import to_utf16
from seedreader.text.plurals import count

_OURS = "seedreader"
_USER = "acct:reader@seedreader"


def write(contents: NotebookContents) -> bytes:
    """Notes, tags, highlights and verdicts that are not deleted, as a file that Hypothesis imports."""
    contents = living(contents)
    known = sources(contents)
    going = sorted((a for a in contents.annotations if a.kind in KINDS_IN_WORDS), key=lambda a: a.id)
    return written(
        {
            "export_date": max((a.changed for a in going), default="1970-01-01T00:00:00+00:00"),
            "export_userid": _USER,
            "client_version": "seedreader",
            "annotations": [_annotation(a, contents.texts, known) for a in going],
        }
    )


def _annotation(
    annotation: Annotation, texts: Mapping[str, str], known: Mapping[str, AnnotatedSource]
) -> dict[str, object]:
    target, kind = annotation.target, annotation.kind
    source, text = known[target.version], texts.get(target.version)
    uri = source.address or HASHED + target.version
    user = f"acct:{annotation.author}" if annotation.author else _USER
    return {
        "id": annotation.id,
        "created": annotation.created,
        "updated": annotation.changed,
        "user": user,
        "uri": uri,
        "text": annotation.body if kind == "note" else _verdict(annotation, texts, known),
        "tags": [annotation.body] if kind == "tag" else [],
        "group": "__world__",
        "permissions": {"read": [user], "update": [user], "delete": [user], "admin": [user]},
        "document": {"title": [source.title or source.label]},
        "target": [
            {"source": uri, "selector": _in_utf16(selectors(text, span, target.quote), text, span)}
            for span in target.ranges
        ],
        _OURS: _mark(annotation, source, texts),
    }


def _in_utf16(chosen: list[dict[str, object]], text: str | None, span: Range) -> list[dict[str, object]]:
    """Selectors with a place as the client of Hypothesis counts, which is written in JavaScript."""
    if text is None:
        return chosen
    start, end = to_utf16(text, span)
    return [{**each, "start": start, "end": end} if "start" in each else each for each in chosen]


def _mark(annotation: Annotation, source: AnnotatedSource, texts: Mapping[str, str]) -> dict[str, str]:
    """What the form has no place for.

    The kind, a highlight's colour, which article of its source it is on, and what stood there when annotated.
    """
    mark = {"kind": annotation.kind}
    if source.member:
        mark["member"] = source.member
    if annotation.kind == "highlight":
        mark["colour"] = annotation.body
    if not stands(annotation.target, texts):
        mark["quote"] = annotation.target.quote
    return mark


def _verdict(annotation: Annotation, texts: Mapping[str, str], known: Mapping[str, AnnotatedSource]) -> str:
    if annotation.other is None:
        return ""
    other, said = known[annotation.other.version], wording(annotation.other, texts)
    words = IN_WORDS.get(annotation.body, annotation.body)
    where = ", ".join(filter(None, (other.label, day(other.published), other.edition, other.address)))
    told = f"; {said.told}" if said.told else ""
    return f"{words[:1].upper()}{words[1:]}: {in_marks(said.now)} ({where}{told})"


def annotations_in(document: object) -> list[object] | None:
    """The annotations of a document that has the form of an export, of an answer of the API, or of one."""
    if isinstance(document, dict):
        for name in ("annotations", "rows"):
            rows = document.get(name)
            if isinstance(rows, list) and "format" not in document:
                return rows
        return [document] if "uri" in document and "target" in document else None
    if isinstance(document, list) and document:
        return document if all(isinstance(each, dict) and "uri" in each for each in document) else None
    return None


def read(rows: list[object], finder: QuoteLocator) -> ImportResult:
    """What these annotations bring. Raises UnfitError."""
    theirs, verdicts = [], 0
    for number, row in enumerate(rows, 1):
        stored = validate.fields(row, f"annotation {number}")
        mark = stored.get(_OURS)
        if isinstance(mark, dict) and mark.get("kind") == "verdict":
            verdicts += 1
        else:
            theirs.append(_theirs(stored, f"annotation {number}"))
    validate.unique([each.id for each in theirs], "annotation")
    found = taken(theirs, finder)
    if not verdicts:
        return found
    left = f"{count(verdicts, 'verdict')} left out: this form can't bring them back; json and jsonld can."
    return ImportResult(found.contents, (*found.told, left))


def _theirs(row: Mapping[str, object], where: str) -> ThirdPartyAnnotation:
    text = validate.text(row.get("text") or "", f"the text of {where}")
    tags = [
        validate.text(tag, f"a tag of {where}")
        for tag in validate.items(row.get("tags") or [], f"tags of {where}")
    ]
    uri = validate.text(row.get("uri") or "", f"the uri of {where}")
    given = row.get(_OURS)
    mark = given if isinstance(given, dict) else {}
    member = validate.text(mark.get("member", ""), f"the member of {where}")
    passages, pages, wordless = [], 0, 0
    for each in validate.items(row.get("target") or [], f"the target of {where}"):
        target = validate.fields(each, f"the target of {where}")
        if not target.get("selector"):
            pages += 1
        elif found := quoted(uri, target["selector"], where, member):
            passages.append(replace(found, utf16=True))
        else:
            wordless += 1
    colour = mark.get("colour")
    plain = not (text.strip() or tags)
    created = validate.time(row["created"], f"{where}, created") if row.get("created") else ""
    return ThirdPartyAnnotation(
        id=validate.named(row.get("id"), where),
        notes=(text,) if text else (),
        tags=tuple(tags),
        colour=(colour if isinstance(colour, str) and colour in COLOURS else COLOURS[0]) if plain else None,
        passages=tuple(passages),
        pages=pages if passages or wordless or pages else 1,
        wordless=wordless,
        together=_OURS in row,
        quote=validate.text(mark.get("quote", ""), f"the quote of {where}"),
        title=_title(row.get("document")),
        author=_user(row.get("user"), where),
        created=created,
        changed=validate.time(row["updated"], f"{where}, updated") if row.get("updated") else created,
    )


def _user(user: object, where: str) -> str:
    name = validate.text(user or "", f"the user of {where}")
    return "" if name == _USER else name.removeprefix("acct:")


def _title(document: object) -> str:
    title = document.get("title") if isinstance(document, dict) else None
    if isinstance(title, list):
        title = title[0] if title else None
    return validate.text(title, "a document's title") if isinstance(title, str) else ""
