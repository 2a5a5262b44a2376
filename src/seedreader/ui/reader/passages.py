"""What can be put on a passage: notes, tags, highlights, and the reader's word on what it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from seedreader.article import Article, Range
from seedreader.session import Place, Session
from seedreader.text.sanitize import one_line
from seedreader.ui.screens.line import LineScreen


class PassageScreen(LineScreen[None]):
    """The reader's annotating half: every action here is on the session's passage."""

    session: Session

    # -- writing -----------------------------------------------------------------------------------------

    def action_note(self) -> None:
        self._write("note")

    def action_tag(self) -> None:
        self._write("tag")

    def _write(self, kind: str) -> None:
        place = self._annotatable()
        if place is None:
            return
        from seedreader.notebook import version_of
        from seedreader.notebook.drafts import Draft

        article = self._article(place)
        quote = article.text[place.start : place.end]
        version = version_of(article.text)
        draft = Draft(kind, version, place.start, place.end, quote, article.outlet or article.name)
        save = partial(self.app.story_notebook.notebook.add, article, [(place.start, place.end)], kind)
        heading = f"{kind} on “{one_line(quote[:300])}”"
        if kind == "note":
            self.write(heading, "", lambda body: save(body), draft)
        else:
            spans = ((place.start, place.end),)
            self.write_tag(heading, "", lambda tag: self._tagged(spans, tag) or save(tag), draft)

    def _tagged(self, spans: tuple[Range, ...], tag: str) -> str:
        """What to say of a passage that has this tag already; empty for one that has not."""
        here = (p for p in self.session.annotations_here() if p.kind == "tag" and p.here.ranges == spans)
        return f"It has the tag “{one_line(tag)}” already." if any(p.body == tag for p in here) else ""

    async def action_highlight(self) -> None:
        """Highlight the passage; one that is highlighted already takes the next colour."""
        from seedreader.notebook import COLOURS

        place = self._annotatable()
        if place is None:
            return
        spans = ((place.start, place.end),)
        same = [
            p for p in self.session.annotations_here() if p.kind == "highlight" and p.here.ranges == spans
        ]
        if not same:
            colour = self.app.colour
            done = partial(
                self.app.story_notebook.notebook.add, self._article(place), spans, "highlight", colour
            )
        else:
            colour = (
                COLOURS[(COLOURS.index(same[-1].body) + 1) % len(COLOURS)]
                if same[-1].body in COLOURS
                else COLOURS[0]
            )
            done = partial(self.app.story_notebook.notebook.edit, same[-1].annotation, colour)
        self.app.colour = colour
        await self._do(done, f"Highlighted in {colour}; again: the next colour.")

    # -- what a passage is -------------------------------------------------------------------------------

    async def action_mark_boilerplate(self) -> None:
        noise = self.session.noise
        await self._correct("article" if noise else "boilerplate")

    async def action_mark_claim(self) -> None:
        here = self.session.claim
        whole = here is not None and self.session.selection is None
        await self._correct("no claim" if whole else "claim")

    async def _correct(self, kind: str) -> None:
        place = self._annotatable()
        if place is None:
            return
        done = partial(
            self.app.story_notebook.notebook.add, self._article(place), [(place.start, place.end)], kind
        )
        said = {
            "boilerplate": "Marked as boilerplate.",
            "article": "Marked as part of the article.",
            "claim": "Marked as a claim.",
            "no claim": "Marked as no claim.",
        }
        await self._do(done, f"{said[kind]} u takes it back.")

    # -- changing what is there --------------------------------------------------------------------------

    def action_edit(self) -> None:
        written = [p for p in self.session.annotations_here() if p.kind in ("note", "tag")]
        if written:
            self.edit(written[-1].annotation)
        else:
            self.say("No note or tag on this passage to edit.")

    async def action_delete(self) -> None:
        if found := self.session.annotations_here():
            await self.delete([found[-1].annotation])
        else:
            self.say("Nothing of yours on this passage to delete.")

    async def action_confirm(self) -> None:
        """Say that the newest unsure annotation here stands where it is shown."""
        unsure = [p for p in self.session.annotations_here() if p.state in ("uncertain", "edited", "moved")]
        if not unsure:
            self.say("Nothing here asks to be confirmed.")
            return
        await self.confirm(unsure[-1])

    def _article(self, place: Place) -> Article:
        return self.session.sources[place.source].article

    def _annotatable(self) -> Place | None:
        place = self.session.passage
        if place.start < place.end:
            return place
        self.say("There is no passage here to annotate.")
        return None

    async def _do(self, change: Callable[[], object], said: str) -> None:
        """Change the notebook and say how it went; a selection has served its purpose then."""
        error = await self.app.change(change)
        if not error:
            self.session.selection = None
        self.said = error or said
        self.shown_again()

    def saved(self) -> None:
        """A selection has served its purpose."""
        self.session.selection = None

    def shown_again(self) -> None:
        """Show the session as it is. The reader overrides this."""
