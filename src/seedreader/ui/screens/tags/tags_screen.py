"""All tags: how often each is used, what it means, and giving it another name, colour or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len

from seedreader.text.fold_case import fold
from seedreader.text.plurals import count
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.exporting import Exporting
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.terminal_text import column, fit
from seedreader.ui.themes import marks
from seedreader.ui.widgets.row_widget import Row
from seedreader.ui.widgets.wrap_runs import wrapped

if TYPE_CHECKING:
    from seedreader.notebook.annotation_model import Code

DESCRIBED = "description"
"""The kind of a draft of a tag's description."""
ORDERS = ("by name", "most used first", "last used first")
HERE_FROM, USED_FROM = 60, 80
"""Widths from which the uses in this story, and the day of the last use, have a column."""


class TagRow(NamedTuple):
    """A tag: its codebook entry, on how many passages it is, in this story and in all, and since when."""

    code: Code
    uses: int
    here: int
    last: str

    @property
    def name(self) -> str:
        """The tag's name."""
        return self.code.name


class TagsScreen(ListScreen[str | None, TagRow]):
    """Closes with the tag whose notes are to be shown, or None."""

    MODES: ClassVar = {Mode.READING: "tags"}
    HINT = "words of name and description"
    writing: Writing
    _longest = 0
    order = ORDERS[0]

    def __init__(self, program: ScreenProgram) -> None:
        super().__init__(program)
        self.writing = Writing(self.context, self, lambda: program.known_tags)
        annotating = Annotating(self.context, self.writing, lambda: None)
        self.assemble(self.writing, annotating, Exporting(self.context, self.writing, program.story_name))

    def commands(self) -> Mapping[str, Handler]:
        return {
            **super().commands(),
            "sort": self.sort,
            "rename": self.rename,
            "merge": self.merge,
            "describe": self.describe,
            "colour": self.next_colour,
            "delete": self.delete,
        }

    # -- what is listed ------------------------------------------------------------------------------

    def read(self) -> Sequence[TagRow]:
        notebook = self.program.story_notebook.notebook
        last: dict[str, str] = {}
        for annotation in notebook.annotations():
            if annotation.kind == "tag":
                last[annotation.body] = max(annotation.changed, last.get(annotation.body, ""))
        here = Counter(placed.body for placed in self.session.placed if placed.kind == "tag")
        return self._ordered(
            [
                TagRow(tag.code, tag.uses, here[tag.code.name], last.get(tag.code.name, ""))
                for tag in notebook.tags()
            ]
        )

    def _ordered(self, uses: Sequence[TagRow]) -> list[TagRow]:
        by_name = sorted(uses, key=lambda use: (fold(use.name), use.name))
        if self.order == ORDERS[1]:
            return sorted(by_name, key=lambda use: use.uses, reverse=True)
        return by_name if self.order == ORDERS[0] else sorted(by_name, key=lambda use: use.last, reverse=True)

    def key_of(self, item: TagRow) -> str:
        return item.name

    def selected(self) -> Sequence[TagRow]:
        words = fold(self.wanted).replace("#", " ").split()
        self._longest = max((cell_len(one_line(use.name[:40])) for use in self.items), default=0)
        return [
            use for use in self.items if all(w in fold(f"{use.name}\n{use.code.description}") for w in words)
        ]

    # -- drawing -------------------------------------------------------------------------------------

    def heading(self) -> str:
        order = "" if self.order == ORDERS[0] else self.order
        return " · ".join(part for part in ("Tags", self.many, order, one_line(self.wanted)) if part)

    def tally(self) -> str:
        return self.fitting if self.field is not None else ""

    def draw_row(self, index: int, width: int) -> Row:
        use, chosen, palette = self.shown[index], index == self.at, self.looks.palette
        behind = palette.cursor if chosen else palette.background
        faint, text = self.looks.of(palette.faint, behind), self.looks.of(palette.text, behind)
        name = max(8, min(self._longest + 1, 40, width // 3))
        swatch = self.looks.of(palette.strong, palette.highlights.get(use.code.colour, behind))
        row: Row = [
            (marks.CURSOR if chosen else " ", self.looks.of(palette.accent, behind)),
            (f" {marks.TAG} ", swatch),
            (" ", text),
            (column(use.name, name), self.looks.of(palette.strong, behind)),
            (f"{use.uses:>5} ", self.looks.of(palette.accent, behind)),
        ]
        if width >= HERE_FROM:
            row.append((f"{f'{use.here} here':>9}  ", faint))
        if width >= USED_FROM:
            row += [(column(_day(use.last), 13), faint), (column(use.code.colour, 8), faint)]
        used = sum(cell_len(part) for part, _ in row)
        return [*row, (column(use.code.description, width - used), text)]

    def draw_detail(self, item: TagRow, width: int, height: int) -> list[Row]:
        palette = self.looks.palette
        text, faint = self.looks.of(palette.text), self.looks.of(palette.faint)
        bar = self.looks.of(palette.text, palette.bar)
        head = f"{fit(item.name, 200)} · {_passages(item)}, {item.here} in this story"
        rows: list[Row] = [[(" # ", self.looks.of(palette.note, palette.bar)), (fit(head, width - 4), bar)]]
        description = item.code.description
        said = (description, text) if description else ("No description yet: d writes one.", faint)
        rows += [[("   ", text), *row] for row in wrapped([said], max(1, width - 4))]
        facts = []
        if item.code.colour:
            facts.append(f"colour {item.code.colour}")
        if item.last:
            facts.append(f"last used {_day(item.last)}")
        if facts:
            rows.append([("   " + fit(", ".join(facts), width - 4), faint)])
        return rows[:height]

    def nothing(self) -> Sequence[str]:
        if self.items:
            return (
                f"No tag of {len(self.items)} fits the filter “{one_line(self.wanted)}”.",
                "Esc drops it.",
            )
        return ("No tags yet.", "In the reader t puts one on the passage under the cursor.")

    # -- going on ------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the notes that have the tag."""
        use = self.chosen
        if use is None:
            return
        if use.uses:
            self.dismiss(use.name)
        else:
            self.say(f"{_tag(use.name)} is on no passage yet.")

    def sort(self) -> None:
        """By name, by use, by last use."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.items = self._ordered(self.items)
        self.filter_again()

    # -- changing ------------------------------------------------------------------------------------

    def rename(self) -> None:
        if (use := self.chosen) is not None:
            heading = f"rename {_tag(use.name)}, on {_passages(use)}"
            self.writing.write_tag(heading, use.name, self._renaming(use), known=self._others(use))

    def merge(self) -> None:
        use = self.chosen
        if use is None:
            return
        if others := self._others(use):
            heading = f"merge {_tag(use.name)}, on {_passages(use)}, into which tag?"
            self.writing.write_tag(heading, "", partial(self._merge, use), known=others)
        else:
            self.say(f"There is no tag beside {_tag(use.name)} to merge it into.")

    def _others(self, use: TagRow) -> list[str]:
        """The other tags, the one used last first."""
        recent = sorted(self.items, key=lambda one: one.last, reverse=True)
        return [one.name for one in recent if one.name != use.name]

    def _renaming(self, use: TagRow) -> Callable[[str], str]:
        """Gives a tag a new name; one that is another tag's has to be given twice."""
        # the store is not imported before the first frame
        from seedreader.notebook import NotebookError

        asked: set[str] = set()

        def rename(new: str) -> str:
            taken = [other for other in self.items if other.name == new != use.name]
            if taken and new not in asked:
                asked.add(new)
                raise NotebookError(
                    f"{_tag(new)} is on {_passages(taken[0])} already: Enter again makes both one."
                )
            return self._rename(use, new)

        return rename

    def _rename(self, use: TagRow, new: str) -> str:
        """Give a tag another name, by which it joins a tag that has it; says how it went."""
        if new == use.name:
            return "It keeps its name."
        joined = new in self._others(use)
        self.program.story_notebook.notebook.rename_tag(use.name, new)
        self.choose_key(new)
        done = "joined with" if joined else "renamed to"
        return f"{_tag(use.name)} {done} {_tag(new)} in {count(use.uses, 'place')}; u takes that back."

    def _merge(self, use: TagRow, into: str) -> str:
        from seedreader.notebook import NotebookError

        if into not in self._others(use):
            raise NotebookError(f"There is no other tag {_tag(into)}: Tab completes a name, Esc leaves.")
        return self._rename(use, into)

    def describe(self) -> None:
        from seedreader.notebook.drafts import Draft

        if (use := self.chosen) is not None:
            before = use.code.description
            about = f"{DESCRIBED} {use.name}"
            draft = Draft(DESCRIBED, "", 0, 0, "", use.name, annotation=about, opened=before)
            heading = f"what {_tag(use.name)} means"
            self.writing.write(heading, before, partial(self._describe, use.code), draft, optional=True)

    def _describe(self, code: Code, description: str) -> str:
        opened = replace(code, description=self.writing.opened)
        self.program.story_notebook.notebook.describe_tag(replace(code, description=description), opened)
        return f"{_tag(code.name)} is {'described' if description else 'without a description now'}."

    async def next_colour(self) -> None:
        """Give the tag the next colour, after the last none."""
        from seedreader.notebook import COLOURS

        use = self.chosen
        if use is None:
            return
        cycle = ("", *COLOURS)
        at = cycle.index(use.code.colour) if use.code.colour in cycle else 0
        colour = cycle[(at + 1) % len(cycle)]
        done = partial(
            self.program.story_notebook.notebook.describe_tag, replace(use.code, colour=colour), use.code
        )
        error = await self.change(done)
        self.say(error or f"{_tag(use.name)} is {colour or 'without a colour'} now; again: the next colour.")

    async def delete(self) -> None:
        use = self.chosen
        if use is None:
            return
        error = await self.change(partial(self.program.story_notebook.notebook.delete_tag, use.name))
        self.say(error or f"{_tag(use.name)} deleted from {_passages(use)}; notes stay; u brings it back.")


def _tag(name: str) -> str:
    return f"#{fit(name, 40)}"


def _passages(use: TagRow) -> str:
    return count(use.uses, "passage")


def _day(stamp: str) -> str:
    """The day of a UTC time, by the reader's clock; empty for none."""
    try:
        day = datetime.fromisoformat(stamp).astimezone()
    except (ValueError, OverflowError):
        return ""
    return f"{day.day} {day:%b %Y}"
