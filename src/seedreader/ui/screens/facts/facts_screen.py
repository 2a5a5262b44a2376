"""What a source is: its title, outlet, date, language and readings, each to be corrected by one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from seedreader.article import ANOTHER_READING, NO, SOURCE_FACTS, YES, Article
from seedreader.session.source_facts import SourceFact, parsed, said, source_facts
from seedreader.text.fold_case import fold
from seedreader.text.sanitize import one_line
from seedreader.ui.parts.annotating import Annotating
from seedreader.ui.parts.part import Handler, Mode
from seedreader.ui.parts.writing import Writing
from seedreader.ui.screens.facts import fact_rows
from seedreader.ui.screens.facts.fact_rows import EVENT, label
from seedreader.ui.screens.list_screen import ListScreen
from seedreader.ui.screens.part_screen import ScreenProgram
from seedreader.ui.widgets.row_widget import Row

NAMELESS = "It has no file or address by which what you say of it could be kept."
TAKES = {
    "published": "as 2025-03-21; empty: not known",
    "language": "English or en; empty: as the text tells",
}
"""What may be written for a fact; for others a line, or nothing."""


class FactsScreen(ListScreen[None, SourceFact]):
    """The facts of the source with this ``number`` (from 0)."""

    MODES: ClassVar = {Mode.READING: "facts"}
    HINT = "words"
    writing: Writing

    def __init__(self, program: ScreenProgram, number: int) -> None:
        super().__init__(program)
        self.number = number
        self.writing = Writing(self.context, self, tuple)
        self.assemble(self.writing, Annotating(self.context, self.writing))

    def commands(self) -> Mapping[str, Handler]:
        correcting = {f"correct_{fact}": partial(self._correct_fact, fact) for fact in SOURCE_FACTS}
        return {
            **super().commands(),
            **correcting,
            "correct_reading": self._correct_reading,
            "separate": self._separate,
            "withdraw": self._withdraw,
            "next_source": partial(self._step_source, 1),
            "previous_source": partial(self._step_source, -1),
            "source": self._to_source,
        }

    # -- what is listed ------------------------------------------------------------------------------

    @property
    def articles(self) -> Sequence[Article]:
        """The sources as the reader has them; once they are analysed, with the language of their texts."""
        story, now = self.session.story, self.program.articles
        return story.articles if story is not None and story.given == now else now

    def read(self) -> Sequence[SourceFact]:
        facts = source_facts(self.articles, self.number)
        if len(self.articles) < 2:
            return facts
        event = SourceFact(EVENT, "one story with the other sources", "", "", "")
        return [*facts[: len(SOURCE_FACTS)], event, *facts[len(SOURCE_FACTS) :]]

    def key_of(self, item: SourceFact) -> str:
        return f"{item.fact} {item.other}"

    def selected(self) -> Sequence[SourceFact]:
        wanted, articles = fold(self.wanted).split(), self.articles

        def about(fact: SourceFact) -> str:
            return fold(
                f"{label(fact)} {fact_rows.words(fact, fact.value, articles)} {fact_rows.told_by(fact)}"
            )

        return [fact for fact in self.items if all(word in about(fact) for word in wanted)]

    def story_changed(self) -> None:
        self.run_alone(self.reload)

    # -- drawing -------------------------------------------------------------------------------------

    def heading(self) -> str:
        return " · ".join(filter(None, (f"Source {self._called}", one_line(self.wanted))))

    def tally(self) -> str:
        return self.fitting if self.field is not None else f"{self.number + 1} of {len(self.articles)}"

    def draw_row(self, index: int, width: int) -> Row:
        return fact_rows.row(self.shown[index], self.articles, self.looks, width, index == self.at)

    def draw_detail(self, item: SourceFact, width: int, height: int) -> list[Row]:
        more = "v: less" if self.whole else "v shows more"
        key = self.table.key("facts", "withdraw")
        return fact_rows.detail(item, self.articles, self.looks, width, height, more, key)

    def nothing(self) -> Sequence[str]:
        return self.unfitting()

    @property
    def _called(self) -> str:
        return fact_rows.source(self.articles, self.number)

    # -- correcting ----------------------------------------------------------------------------------

    def open(self) -> None:
        """Correct the chosen fact."""
        fact = self.chosen
        if fact is None:
            return
        if fact.fact == EVENT:
            self._separate()
        elif fact.fact == ANOTHER_READING:
            self.run_alone(partial(self._turn, fact), "turn")
        else:
            self._write(fact)

    def _correct_fact(self, fact: str) -> None:
        found = next(each for each in self.items if each.fact == fact)
        self._choose(found)
        self._write(found)

    def _write(self, fact: SourceFact) -> None:
        """Ask for the value of a fact."""
        if said(self.articles, self.number, fact, "") is None:
            self.say(NAMELESS)
            return
        takes = TAKES.get(fact.fact, "empty: not known")
        value = fact_rows.words(fact, fact.value, self.articles) if fact.value else ""
        self.writing.write(
            f"{label(fact)} of {self._called} ({takes})", value, partial(self._save, fact), optional=True
        )

    def _save(self, fact: SourceFact, typed: str) -> str:
        """Keep the value that was written; says so. Raises NotebookError."""
        from seedreader.notebook import NotebookError

        try:
            value = parsed(fact.fact, typed)
        except ValueError as error:
            raise NotebookError(str(error)) from error
        self._keep(fact, value)
        return f"Its {label(fact)} is {fact_rows.words(fact, value, self.articles)}, by you; u takes it back."

    def _keep(self, fact: SourceFact, value: str) -> None:
        word = said(self.articles, self.number, fact, value)
        if word is not None:
            self.program.story_notebook.notebook.correct_source(word)

    async def _correct_reading(self) -> None:
        """Turn the chosen reading; where none is chosen, go to the first."""
        readings = [fact for fact in self.shown if fact.fact == ANOTHER_READING]
        if not readings:
            self.say("There is no other source here of which it could be a version.")
        elif self.chosen in readings:
            await self._turn(self.chosen)
        else:
            self._choose(readings[0])
            self.say(f"{self.table.key('facts', 'correct_reading')} again turns it round; j goes on.")

    async def _turn(self, fact: SourceFact) -> None:
        value = NO if fact.value == YES else YES
        assert fact.other is not None, "a reading is of another source"
        told = (
            f"is {'' if value == YES else 'not '}a version of {fact_rows.source(self.articles, fact.other)}"
        )
        await self._change(partial(self._keep, fact, value), f"It {told}, by you; u takes it back.")

    async def _withdraw(self) -> None:
        """Let what was read hold again."""
        fact = self.chosen
        if fact is None or not fact.by_reader:
            self.say("You said nothing of this fact: it is as it was read.")
            return
        word = said(self.articles, self.number, fact, fact.value)
        assert word is not None, "what the reader said was kept by the source's name"
        withdraw = self.program.story_notebook.notebook.withdraw_correction
        await self._change(
            partial(withdraw, word), f"Its {label(fact)} is as it was read; u takes that back."
        )

    async def _change(self, change: Callable[[], object], told: str) -> None:
        self.say(await self.change(change) or told)

    def _separate(self) -> None:
        """Make the source a story of its own, which the list of stories shows."""
        if len(self.articles) < 2:
            self.say("It is the only source here.")
        elif self.articles[self.number].source is None:
            self.say(NAMELESS)
        else:
            self.program.separate(self.number)

    # -- going to another source ---------------------------------------------------------------------

    async def _step_source(self, step: int) -> None:
        await self._show_source((self.number + step) % len(self.articles))

    async def _to_source(self, number: int) -> None:
        if number <= len(self.articles):
            await self._show_source(number - 1)
        else:
            self.say(f"There is no source {number}.")

    async def _show_source(self, number: int) -> None:
        self.number = number
        self.message.clear()
        await self.reload()

    def _choose(self, fact: SourceFact) -> None:
        if fact in self.shown:
            self.choose(self.shown.index(fact))
