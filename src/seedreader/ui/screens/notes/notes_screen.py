"""Every note, tag, highlight, verdict, correction, orphan and draft, of the story or of all stories."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from seedreader.session import StoryPassage
from seedreader.session.left_drafts import KINDS, draft_as_annotation
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.copying import Copying
from seedreader.ui.parts.exporting import Exporting
from seedreader.ui.parts.navigation_targets import NavigationTarget, ReattachOrphan, ResumeDraft
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.notes import note_detail, note_entries, note_filter, note_rows
from seedreader.ui.screens.notes.note_entries import NoteEntry
from seedreader.ui.screens.notes.note_text import as_text
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.terminal_text import fit
from seedreader.ui.widgets.row_widget import Row

if TYPE_CHECKING:
    from seedreader.notebook import Annotation
    from seedreader.notebook.drafts import Draft
    from seedreader.notebook.resolver import ResolvedTarget


ASKED = ("uncertain", "edited", "moved")
"""States that the reader may confirm."""


class NotesScreen(ListScreen[NavigationTarget | None, NoteEntry]):
    """Closes with where to go, or None."""

    MODES: ClassVar = {Mode.READING: "notes"}
    HINT = "words  kind:note  #tag  source:2  state:orphan"
    writing: Writing

    def __init__(self, program: ScreenProgram, wanted: str = "", everything: bool = False) -> None:
        super().__init__(program, wanted)
        self.everything = everything
        self.newest = False
        self.marked: set[str] = set()
        self._needs = note_rows.NeededCells(0, 0)
        self._doomed: Draft | None = None
        self.writing = Writing(self.context, self, lambda: program.known_tags)
        self.annotating = Annotating(self.context, self.writing, self._undo_scope)
        self.assemble(
            self.writing,
            self.annotating,
            Copying(self.context, partial(self._as_text, True), partial(self._as_text, False), self.send),
            Exporting(self.context, self.writing, program.story_name),
        )

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "only_kind": partial(self._cycle, "kind"),
            "only_state": partial(self._cycle, "state"),
            "only_source": self.only_source,
            "sort": self.sort,
            "all_stories": self.toggle_all_stories,
            "place_again": self.place_again,
            "edit": self.edit,
            "delete": self.delete,
            "confirm": self.confirm,
            "tag": self.tag,
            "mark": self.mark,
            "mark_all": self.mark_all,
            "tags": self.open_tags,
        }

    def editor_toggled(self) -> None:
        """A draft came or went with the editor."""
        super().editor_toggled()
        if self.mode is not Mode.EDITING:
            self.run_alone(self.reload)

    async def on_mount(self) -> None:
        if not self.everything:
            session = self.session
            known = note_entries.entries(session.placed, (), self.program.articles, (), session.tag_colours)
            self.items = self._ordered(known)
            here = {placed.annotation.id for placed in session.annotations_here()}
            self.choose_key(next((entry.key for entry in self.items if entry.key in here), ""))
            self.filter_again()

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[NoteEntry]:
        notebook, resolver = self.program.story_notebook.notebook, self.program.story_notebook.resolver
        placed = resolver.place(notebook.annotations()) if self.everything else self.session.placed
        left = [draft for draft in self.program.story_notebook.drafts.every() if draft.kind in KINDS]
        drafts = list(zip(left, resolver.place(map(draft_as_annotation, left)), strict=True))
        if not self.everything:
            drafts = [(draft, each) for draft, each in drafts if each.here.source is not None]
        closed = any(spot.source is None for each in placed for spot in each.spots)
        seen = notebook.seen() if closed or self.everything else ()
        colours = {tag.code.name: tag.code.colour for tag in notebook.tags() if tag.code.colour}
        return self._ordered(note_entries.entries(placed, drafts, self.program.articles, seen, colours))

    def _ordered(self, entries: Sequence[NoteEntry]) -> list[NoteEntry]:
        return (
            note_entries.newest_first(entries) if self.newest else sorted(entries, key=note_entries.by_place)
        )

    def key_of(self, item: NoteEntry) -> str:
        return item.key

    def selected(self) -> Sequence[NoteEntry]:
        shown = note_filter.selected(self.items, self.wanted)
        if self.marked:
            self.marked &= {entry.key for entry in self.items}
        self._needs = note_rows.needs(shown)
        return shown

    @property
    def _marked(self) -> list[NoteEntry]:
        """The marked entries, those that the filter hides among them, in order."""
        return [entry for entry in self.items if entry.key in self.marked]

    # -- drawing -------------------------------------------------------------------------------------

    def heading(self) -> str:
        scope = "all stories" if self.everything else ""
        order = "newest first" if self.newest else ""
        parts = ("Notes and tags", self.many, scope, order, one_line(self.wanted))
        return " · ".join(part for part in parts if part)

    def tally(self) -> str:
        if self.marked:
            return f"{len(self.marked)} marked"
        return self.fitting if self.field is not None else ""

    def draw_row(self, index: int, width: int) -> Row:
        entry = self.shown[index]
        widths = note_rows.columns(width, self._needs)
        return note_rows.row(entry, widths, self.looks, index == self.at, entry.key in self.marked)

    def draw_detail(self, item: NoteEntry, width: int, height: int) -> list[Row]:
        more = "e shows all" if self.whole else note_detail.MORE
        return note_detail.detail(item, self.program.articles, self.looks, width, height, more)

    def nothing(self) -> Sequence[str]:
        if self.items:
            return self.unfitting()
        if self.everything:
            return ("No notes yet, in any story.",)
        return (
            "No notes yet in this story.",
            "In the reader a writes a note on the passage under the cursor, t tags it, c highlights it,",
            "y gives a verdict on a link, v selects exact words first. A shows the notes of all stories.",
        )

    # -- filter and order ----------------------------------------------------------------------------

    def _cycle(self, name: str) -> None:
        """Filter by the next kind or state that there is; after the last by none."""
        without = note_filter.with_token(self.wanted, name, None)
        there = note_filter.present(note_filter.selected(self.items, without), name)
        value = note_filter.following(self.wanted, name, there)
        self.filtering.want(note_filter.with_token(self.wanted, name, value))

    def only_source(self, number: int) -> None:
        """Filter by the source with this number; 0: by none."""
        if number > len(self.session.sources):
            self.say(f"There is no source {number}.")
            return
        self.filtering.want(note_filter.with_token(self.wanted, "source", str(number) if number else None))

    def sort(self) -> None:
        self.newest = not self.newest
        self.items = self._ordered(self.items)
        self.filter_again()
        self.say("Newest first." if self.newest else "By place in the texts.")

    async def toggle_all_stories(self) -> None:
        self.everything = not self.everything
        await self.reload()
        self.say("The notes of all stories." if self.everything else "The notes of this story.")

    def step_back(self) -> None:
        """Drop the marks, else the filter, else go back to the reader."""
        if self.marked:
            self.marked.clear()
            self.say("")
            self.show()
        else:
            super().step_back()

    # -- going there ---------------------------------------------------------------------------------

    def open(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        place = next((p for p in map(_place, entry.placed.spots) if p is not None), None)
        if place is not None:
            self.dismiss(ResumeDraft(place, entry.draft) if entry.draft else place)
        elif entry.state == "orphan":
            self.say(f"Its words are gone from {entry.ends[0].label}: {_quote(entry)}; r puts it on others.")
        else:
            self.say(_closed(entry))

    def place_again(self) -> None:
        """Put an orphan on other words, in the reader."""
        entry = self.chosen
        if entry is None:
            return
        if entry.draft is None and entry.state == "orphan":
            self.dismiss(ReattachOrphan(entry.placed))
        else:
            self.say("Its words are there: Enter goes to them, and r there moves its edges.")

    # -- changing ------------------------------------------------------------------------------------

    def edit(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        if entry.draft is None:
            self.annotating.edit(entry.annotation)
            return
        edited = [e.annotation for e in self.items if e.key == entry.draft.annotation]
        place = _place(entry.placed.here)
        if edited:
            self.annotating.edit(edited[0], resume=entry.draft)
        elif place is not None:
            self.annotating.resume(entry.draft, place)
        else:
            self.say(_closed(entry) if entry.state == "closed" else f"Its words are gone: {_quote(entry)}")

    async def delete(self) -> None:
        marked, entry = self._marked, self.chosen
        if marked:
            await self.annotating.delete([each.annotation for each in marked])
        elif entry is not None and entry.draft is not None:
            await self._delete_draft(entry.draft)
        elif entry is not None:
            await self.annotating.delete([entry.annotation])

    async def _delete_draft(self, draft: Draft) -> None:
        if self._doomed != draft:
            self._doomed = draft
            self.say("A draft can't be brought back once deleted: x again deletes it.")
            return
        self.program.story_notebook.drafts.drop(draft)
        await self.reload()
        self.say("The draft is deleted.")

    def choose(self, index: int) -> None:
        self._doomed = None
        super().choose(index)

    async def confirm(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        if entry.draft is None and entry.state in ASKED:
            await self.annotating.confirm(entry.placed)
        elif entry.state == "orphan":
            self.say("Its words are gone, so there is no place to confirm; r puts it on others.")
        else:
            self.say("This one needs no confirming.")

    def tag(self) -> None:
        """Tag the marked passages, or else the chosen one, in one change."""
        chosen = [] if self.chosen is None or self.chosen.draft else [self.chosen]
        entries = self._marked or chosen
        if not entries:
            self.say("There is no note here to tag." if self.chosen is None else "Save the draft first: e.")
            return
        on = fit(entries[0].annotation.target.quote, 300)
        heading = f"tag {len(entries)} marked" if self.marked else f"tag on “{on}”"
        self.writing.write_tag(heading, "", partial(self._tag_all, [entry.annotation for entry in entries]))

    def _tag_all(self, annotations: Sequence[Annotation], name: str) -> str:
        tagged = self.program.story_notebook.notebook.tag_all(annotations, name)
        shown = f"#{fit(name, 80)}"
        if not tagged:
            return f"{shown} was there already."
        return f"{count(tagged, 'passage')} tagged {shown}; u takes that back."

    def mark(self) -> None:
        """Mark the chosen row or take its mark off, and go to the next."""
        entry = self.chosen
        if entry is None:
            return
        if entry.draft is not None:
            self.say("A draft can't be marked: e goes on with it, x deletes it.")
            return
        self.marked ^= {entry.key}
        self.choose(self.at + 1)

    def mark_all(self) -> None:
        """Mark all that are shown; where they are, take their marks off."""
        keys = {entry.key for entry in self.shown if entry.draft is None}
        self.marked = self.marked - keys if keys <= self.marked else self.marked | keys
        self.say(
            f"{len(self.marked)} marked: t tags them, x deletes them."
            if self.marked
            else "Nothing is marked."
        )
        self.show()

    def _undo_scope(self) -> Collection[str] | None:
        return None if self.everything else self.program.story_notebook.scope

    async def open_tags(self) -> None:
        await self.program.router.open("tags", then=self._show_tag)

    def _show_tag(self, tag: str | None) -> None:
        if tag is not None:
            self.filtering.want(of_tag(tag))
        self.run_alone(self.reload)

    # -- copying -------------------------------------------------------------------------------------

    def _as_text(self, body: bool) -> str | None:
        """The chosen annotation as text, with what it says if ``body``."""
        return None if self.chosen is None else as_text(self.chosen, self.session, body)


def of_tag(tag: str) -> str:
    """The filter for what has this tag."""
    return note_filter.with_token("", "tag", tag)


def _place(spot: ResolvedTarget) -> StoryPassage | None:
    if spot.source is None or not spot.ranges:
        return None
    return StoryPassage(spot.source, spot.start, spot.end)


def _quote(entry: NoteEntry) -> str:
    return f"“{fit(entry.annotation.target.quote, 400)}”"


def _closed(entry: NoteEntry) -> str:
    """Which file to open."""
    end = next((end for end in entry.ends if end.number is None), entry.ends[0])
    return f"Its article is not open: seedreader {end.path or end.name} opens it."
