"""What can be put on a passage: notes, tags, highlights, and the reader's word on what it is.

The notebook is imported when something is written: its store would make the first frame later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from seedreader.article import Range
from seedreader.session import StoryPassage
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.writing import Writing

_MARKED = {
    "boilerplate": "Marked as boilerplate.",
    "article": "Marked as part of the article.",
    "claim": "Marked as a claim.",
    "no claim": "Marked as no claim.",
}


class PassageNotes:
    """Annotates the session's passage: the selection, or else what is under the cursor."""

    def __init__(
        self, context: PartContext, view: ReaderView, writing: Writing, annotating: Annotating
    ) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._writing, self._annotating = writing, annotating
        self._colour = "yellow"
        """Of the last highlight, and so of the next."""
        self._last: tuple[str, str] | None = None
        """Kind and body of what was put on a passage last."""

    def commands(self) -> Mapping[str, Handler]:
        return {
            "note": self.write_note,
            "tag": self._write_tag,
            "highlight": self._highlight,
            "mark_boilerplate": self._mark_boilerplate,
            "mark_claim": self._mark_claim,
            "repeat": self._repeat,
            "edit": self._edit,
            "delete": self._delete,
            "confirm": self._confirm,
        }

    async def change(self, change: Callable[[], object], said: str) -> None:
        """Change the notebook and say how it went; a selection has served its purpose then."""
        error = await self._context.change(change)
        if not error:
            self._session.selection = None
        self._context.say(error or said)
        self._view.show()

    # -- writing ---------------------------------------------------------------------------------------

    def write_note(self) -> None:
        """Open the editor for a note on the passage."""
        self._write("note")

    def _write_tag(self) -> None:
        self._write("tag")

    def _write(self, kind: str) -> None:
        place = self._annotatable()
        if place is None:
            return
        # the store is not imported before the first frame
        from seedreader.notebook import version_of
        from seedreader.notebook.drafts import Draft

        article = self._session.sources[place.source].article
        quote = article.text[place.start : place.end]
        version = version_of(article.text)
        draft = Draft(kind, version, place.start, place.end, quote, article.outlet or article.name)

        def save(body: str) -> object:  # the store is not opened before something is saved
            notebook = self._context.notebook.notebook
            saved = notebook.add(article, [(place.start, place.end)], kind, body)
            self.remember(kind, body)
            return saved

        heading = f"{kind} on “{one_line(quote[:300])}”"
        if kind == "note":
            self._writing.write(heading, "", save, draft)
        else:
            spans = ((place.start, place.end),)
            self._writing.write_tag(heading, "", lambda tag: self._tagged(spans, tag) or save(tag), draft)

    def _tagged(self, spans: tuple[Range, ...], tag: str) -> str:
        """What to say of a passage that has this tag already; empty for one that has not."""
        here = (p for p in self._session.annotations_here() if p.kind == "tag" and p.here.ranges == spans)
        return f"It has the tag “{one_line(tag)}” already." if any(p.body == tag for p in here) else ""

    async def _highlight(self) -> None:
        """Highlight the passage; one that is highlighted already takes the next colour."""
        from seedreader.notebook import COLOURS

        place = self._annotatable()
        if place is None:
            return
        spans = ((place.start, place.end),)
        here = self._session.annotations_here()
        same = [p for p in here if p.kind == "highlight" and p.here.ranges == spans]
        notebook = self._context.notebook.notebook
        if not same:
            article = self._session.sources[place.source].article
            change = partial(notebook.add, article, spans, "highlight", self._colour)
        else:
            last = same[-1]
            known = last.body in COLOURS
            self._colour = COLOURS[(COLOURS.index(last.body) + 1) % len(COLOURS)] if known else COLOURS[0]
            change = partial(notebook.edit, last.annotation, self._colour)
        self.remember("highlight", self._colour)
        await self.change(change, f"Highlighted in {self._colour}; again: the next colour.")

    # -- what a passage is -----------------------------------------------------------------------------

    async def _mark_boilerplate(self) -> None:
        await self._mark("article" if self._session.boilerplate else "boilerplate")

    async def _mark_claim(self) -> None:
        whole = self._session.claim is not None and self._session.selection is None
        await self._mark("no claim" if whole else "claim")

    async def _mark(self, kind: str) -> None:
        place = self._annotatable()
        if place is None:
            return
        article = self._session.sources[place.source].article
        change = partial(self._context.notebook.notebook.add, article, [(place.start, place.end)], kind)
        self.remember(kind, "")
        await self.change(change, f"{_MARKED[kind]} u takes it back.")

    # -- again -----------------------------------------------------------------------------------------

    def remember(self, kind: str, body: str) -> None:
        """This was put on a passage, to be put on others again."""
        self._last = kind, body

    async def _repeat(self) -> None:
        """Put what was put on a passage last on this one."""
        if self._last is None:
            self._context.say("Nothing was put on a passage since the story was opened.")
            return
        place = self._annotatable()
        if place is None:
            return
        kind, body = self._last
        spans = ((place.start, place.end),)
        same = (p for p in self._session.annotations_here() if p.kind == kind and p.here.ranges == spans)
        shown = f"{kind} “{one_line(body[:40])}”" if body else f"the mark “{kind}”"
        if any(p.body == body for p in same):
            self._context.say(f"It has {shown} already.")
            return
        article = self._session.sources[place.source].article
        change = partial(self._context.notebook.notebook.add, article, spans, kind, body)
        await self.change(change, f"Again: {shown}; u takes it back.")

    # -- changing what is there ------------------------------------------------------------------------

    def _edit(self) -> None:
        written = [p for p in self._session.annotations_here() if p.kind in ("note", "tag")]
        if written:
            self._annotating.edit(written[-1].annotation)
        else:
            self._context.say("No note or tag on this passage to edit.")

    async def _delete(self) -> None:
        if self._session.held is not None:
            # beside a held passage x looks like the verdict "not linked"
            key = self._context.table.key
            let_go, again = key("reader", "clear_pending"), key("reader", "delete")
            self._context.say(
                f"A passage is held: nothing deleted. {let_go} lets go of it, then {again} deletes."
            )
        elif found := self._session.annotations_here():
            await self._annotating.delete([found[-1].annotation])
        else:
            self._context.say("Nothing of yours on this passage to delete.")

    async def _confirm(self) -> None:
        """Say that the newest unsure annotation here stands where it is shown."""
        unsure = [p for p in self._session.annotations_here() if p.state in ("uncertain", "edited", "moved")]
        if unsure:
            await self._annotating.confirm(unsure[-1])
        else:
            self._context.say("Nothing here needs to be confirmed.")

    def _annotatable(self) -> StoryPassage | None:
        place = self._session.passage
        if place.start < place.end:
            return place
        self._context.say("There is no passage here to annotate.")
        return None
