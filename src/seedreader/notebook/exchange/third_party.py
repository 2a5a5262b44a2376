"""Other programs' annotations as the notebook's: a note for each text, a tag for each tag, on each passage.

Their ids are made from the other program's, so that importing twice changes nothing.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from seedreader.notebook.annotation_model import COLOURS, Annotation, NotebookContents, SeenSource, Target
from seedreader.notebook.exchange.import_result import ImportResult
from seedreader.notebook.exchange.locate_quotes import LocatedQuote, QuoteLocator
from seedreader.notebook.exchange.selectors import QuotedPassage
from seedreader.text.clock import just_after
from seedreader.text.plurals import count

_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:seedreader:imported")
_WHOLE = "{} on a whole page, not on words of it: left out, because every note here stands on words."
_WORDLESS = "{} whose place only another program can tell (a range of a page's elements): left out."
_EMPTY = "{} without text, tag or highlight that a notebook could hold: left out."
_APART = (
    "{} on words that stand in none of the texts at hand: kept with the quote alone; "
    "import again with the articles' paths to find the place."
)


@dataclass(frozen=True, slots=True)
class ThirdPartyAnnotation:
    """An annotation of another program.

    ``pages`` and ``wordless`` count the targets that tell no words; ``together`` is whether its passages are
    one, in parts. ``quote`` is what stood there when it was made, where that is known to be something else.
    """

    id: str
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    colour: str | None = None
    passages: tuple[QuotedPassage, ...] = ()
    pages: int = 0
    wordless: int = 0
    together: bool = False
    quote: str = ""
    title: str = ""
    author: str = ""
    created: str = ""
    changed: str = ""


def taken(theirs: Iterable[ThirdPartyAnnotation], finder: QuoteLocator) -> ImportResult:
    """What these bring, with the texts that they stand on."""
    known = {a.id: a for a in finder.known.annotations}
    made: dict[str, Annotation] = {}
    texts: dict[str, str] = {}
    seen: dict[SeenSource, None] = {}
    told: Counter[str] = Counter()
    for each in theirs:
        parts = _parts(each)
        told.update({_WHOLE: each.pages, _WORDLESS: each.wordless, _EMPTY: int(not parts)})
        places = [finder.find(passage, each.title) for passage in each.passages] if parts else []
        if each.together and len(places) > 1:
            places = _joined(places)
        if each.quote and len(places) == 1:
            places = [_made_on(each.quote, place) for place in places]
        for number, place in enumerate(places):
            if place is None:
                told[_WORDLESS] += 1
                continue
            single = len(parts) == len(places) == 1
            named = [
                (_id(each.id, "" if single else f"{number} {name}"), kind, body) for name, kind, body in parts
            ]
            coming = [_annotation(each, place, *part, known, finder.now) for part in named]
            new = [a for a in coming if a.id not in known or known[a.id].written < a.written]
            made |= {a.id: a for a in coming}
            if new:
                texts[place.target.version] = place.text
                seen |= {place.seen: None} if place.seen else {}
                told[_APART] += not place.sure
    return ImportResult(NotebookContents(tuple(made.values()), (), tuple(seen), texts), tuple(told_of(told)))


def _annotation(
    theirs: ThirdPartyAnnotation,
    place: LocatedQuote,
    id_: str,
    kind: str,
    body: str,
    known: Mapping[str, Annotation],
    now: str,
) -> Annotation:
    """A part of another program's annotation; the one at hand where it says the same."""
    before = known.get(id_)
    created = theirs.created or (before.created if before else now)
    changed = max(theirs.changed, created)
    written = _later(changed) if place.sure else changed
    made = Annotation(id_, kind, body, place.target, created, changed, author=theirs.author, written=written)
    return before if before == made else made


def _joined(places: list[LocatedQuote | None]) -> list[LocatedQuote | None]:
    """One place of several ranges, where all are found in one text."""
    found = [place.target for place in places if place and place.sure]
    if len(found) < len(places) or len({target.version for target in found}) > 1:
        return places
    found.sort(key=lambda target: target.ranges)
    ranges = tuple(span for target in found for span in target.ranges)
    target = Target(found[0].version, ranges, " … ".join(each.quote for each in found))
    return [replace(place, target=target) for place in places[:1] if place]


def _made_on(quote: str, place: LocatedQuote | None) -> LocatedQuote | None:
    """A place whose words were others when it was annotated."""
    return replace(place, target=replace(place.target, quote=quote)) if place and place.sure else place


def told_of(counts: Counter[str]) -> Iterable[str]:
    """Each sentence with its count of annotations, where there are any."""
    return [sentence.format(count(n, "annotation")) for sentence, n in counts.items() if n]


def _parts(theirs: ThirdPartyAnnotation) -> list[tuple[str, str, str]]:
    """What an annotation becomes: a name that tells its parts apart, kind and body of each."""
    notes = [(f"note {i}", "note", text) for i, text in enumerate(theirs.notes) if text.strip()]
    tags = [(f"tag {name}", "tag", name) for name in dict.fromkeys(theirs.tags) if name.strip()]
    highlights = [("highlight", "highlight", theirs.colour)] if theirs.colour in COLOURS else []
    return [*notes, *tags, *highlights]


def _id(theirs: str, part: str) -> str:
    if not part:
        try:
            return str(uuid.UUID(theirs.removeprefix("urn:uuid:")))
        except ValueError:
            pass
    return str(uuid.uuid5(_NAMES, f"{theirs}\n{part}"))


def _later(time: str) -> str:
    """A moment after ``time``: where words were found, that wins over their having been kept apart."""
    return just_after(time)
