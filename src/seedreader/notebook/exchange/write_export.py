"""Exports as the command line and the palette offer them: the bytes, and what to say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seedreader.article import Article
from seedreader.notebook.annotation_model import NotebookContents
from seedreader.notebook.exchange import FORMATS, MAX_BYTES, codebook
from seedreader.notebook.exchange.annotated_passages import living, passages, sources
from seedreader.notebook.exchange.editions import later_editions, with_newest
from seedreader.text.clock import utc_now
from seedreader.text.plurals import count

TELLING = frozenset({"markdown", "claimreview"})
"""The formats that tell what became of a passage in a later edition of its article."""


SHOWN = 5
"""Changed figures that are told."""


class Export(NamedTuple):
    """The bytes of a file, whether they are text, what they hold, and what to look out for (else empty).

    ``said`` is a sentence without its end: the caller knows where the bytes go.
    """

    data: bytes
    said: str
    text: bool = True
    warning: str = ""

    def to(self, file: str) -> str:
        """What to say once the bytes are in a file."""
        return f"{self.said} to {file}."


def write_export(contents: NotebookContents, format: str, articles: Sequence[Article] = ()) -> Export:
    """All of ``contents`` in one of `FORMATS`; what the format has no words for is counted as left out.

    ``articles`` are sources as they are now: `TELLING` formats say what became of passages in them.
    """
    form = FORMATS[format]
    going = [a for a in contents.annotations if format == "json" or a.deleted is None]
    left = sum(a.kind not in form.kinds for a in going)
    said = f"{count(len(going) - left, 'annotation')} exported as {format}"
    if deleted := sum(a.deleted is not None for a in going):
        said += f", {deleted} of them deleted"
    if left:
        said += f" ({count(left, 'annotation')} left out: not supported by {format})"
    newest = with_newest(contents, articles, utc_now()) if articles else contents
    data = form.write(newest if format in TELLING else contents)
    warnings = [_changed(newest)] if articles and format not in TELLING else []
    if format in ("json", "jsonld") and len(data) > MAX_BYTES:
        warnings.append(
            "The export is larger than what import reads: use `seedreader notes merge` to move it."
        )
    return Export(data, said, form.text, " ".join(filter(None, warnings)))


def _changed(contents: NotebookContents) -> str:
    """What to say of figures that are others in the newest edition, for a format that has no words for it."""
    contents = living(contents)
    known = sources(contents)
    after = later_editions(passages(contents, known), known, contents.texts).values()
    changes = [later.words.numbers for later in after if later.words.numbers]
    if not changes:
        return ""
    has = "passage has" if len(changes) == 1 else "passages have"
    more = "; …" if len(changes) > SHOWN else ""
    return (
        f"{len(changes)} annotated {has} other figures in the newest text:"
        f" {'; '.join(changes[:SHOWN])}{more}."
        " `--format markdown` quotes both."
    )


def write_codebook(contents: NotebookContents) -> Export:
    """What the tags mean, as CSV."""
    return Export(
        codebook.write(contents), f"{count(len(codebook.entries(contents)), 'tag')} exported as csv"
    )
