"""The reader's verdicts on links, computed ones or ones made by hand.

The notebook is imported when a verdict is given: its store would make the first frame later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from seedreader.article import REJECTED
from seedreader.session import JudgedPair, StoryPassage
from seedreader.ui.parts.moving import Moving
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.passage_notes import PassageNotes
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.terminal_text import fit

if TYPE_CHECKING:
    from seedreader.notebook.resolver import ResolvedAnnotation


HELD = 40
"""Cells of a passage that is held."""


class Judging:
    """Gives a verdict on one of ``pairs``, the passages that the evidence panel shows; ``chosen`` is which.

    While there are pairs, a verdict is being given. ``clause`` tells in which one a find stands.
    """

    pairs: tuple[JudgedPair, ...] = ()
    chosen = 0

    def __init__(
        self,
        context: PartContext,
        view: ReaderView,
        moving: Moving,
        notes: PassageNotes,
        clause: Callable[[], StoryPassage | None],
    ) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._moving, self._notes, self._clause = moving, notes, clause

    def commands(self) -> Mapping[str, Handler]:
        return {
            "verdict": self._begin_linked,
            "nearest": self._begin_nearest,
            "link": self._link,
            "next_pair": partial(self._step, 1),
            "previous_pair": partial(self._step, -1),
            "pair_of": self._choose_source,
            "go_to_pair": self._go_to_pair,
            "judge_confirmed": self._confirm,
            "judge_rejected": self._reject,
            "judge_agree": partial(self._judge, "agree"),
            "judge_refine": partial(self._judge, "refine"),
            "judge_conflict": partial(self._judge, "conflict"),
            "judge_copy": partial(self._judge, "copy"),
            "judge_related": partial(self._judge, "related"),
            "leave_verdict": self._leave,
        }

    @property
    def is_on(self) -> bool:
        """Whether a verdict is being given."""
        return bool(self.pairs)

    @property
    def pair(self) -> JudgedPair | None:
        """The link that a verdict would be on."""
        return self.pairs[self.chosen] if self.pairs else None

    def drop(self) -> None:
        """Give no verdict; draws nothing."""
        self.pairs = ()

    def click(self, place: StoryPassage) -> None:
        """Go to what a source says, or choose its link while a verdict is given."""
        found = next((i for i, pair in enumerate(self.pairs) if pair.b == place), None)
        if found is not None:
            self._choose(found)
        else:
            self._moving.go_to(place)

    # -- what is judged --------------------------------------------------------------------------------

    @property
    def held_told(self) -> str:
        """What can be done with the passage that is held; empty where none is, or it is in this source."""
        if self._session.other_held is None:
            return ""
        key = self._context.table.key
        return f"{key('reader', 'verdict')} or {key('reader', 'link')} links this passage with the held one"

    def _begin_linked(self) -> None:
        session = self._session
        if session.other_held is not None:
            self._link()
            return
        # the analysis is imported beside the keys, after the first frame
        from seedreader.story.support import most_telling

        linked = (
            JudgedPair(
                StoryPassage(session.focus, link.a.start, link.a.end), session.other_end(link), link.relation
            )
            for link in sorted(session.evidence(), key=most_telling)
        )
        rejected = (JudgedPair(a, b, None) for a, b in session.rejected())
        self._begin((*linked, *rejected), f"{self._moving.no_match} {self._by_hand}")

    def _begin_nearest(self) -> None:
        """Give a verdict on the passages nearest to this one in the sources where no match was found."""
        if len(self._session.sources) == 1:
            self._context.say("There is one source only: nothing to compare it with.")
            return
        held = self._session.held
        to = held or self._session.place
        near = self._session.nearest()
        pairs = tuple(JudgedPair(to, place, None, by_hand=held is not None) for place in near)
        nothing = f"No passage of another source has anything in common with this one. {self._by_hand}"
        self._begin(pairs, nothing)

    def _link(self) -> None:
        """Hold this passage; on one of another source, link the two."""
        session, say = self._session, self._context.say
        clause = self._clause() if session.selection is None else None
        here, held = clause or session.passage, session.held
        if here.start >= here.end:
            say("There is no passage here to link.")
        elif len(session.sources) == 1:
            say("There is one source only: nothing to link it with.")
        elif held is None:
            session.held, session.selection = here, None
            key = self._context.table.key("reader", "link")
            words = fit(session.sources[here.source].article.text[here.start : here.end], HELD)
            say(f"Holding {here.source + 1} “{words}”. Go to the other passage and press {key}.")
            self._view.show()
        elif held.source == here.source:
            session.held = None
            say("Cancelled: a link is between two sources.")
            self._view.show()
        else:
            session.held, session.selection = None, None
            relation = session.relation_between(here, held)
            self._begin((JudgedPair(here, held, relation, by_hand=True),), "")

    def _begin(self, pairs: tuple[JudgedPair, ...], otherwise: str) -> None:
        self.pairs, self.chosen = pairs, 0
        self._context.say("" if pairs else self._moving.why_not(otherwise))
        self._view.show()

    @property
    def _by_hand(self) -> str:
        return f"{self._context.table.key('reader', 'link')} links two passages by hand."

    # -- choosing among them ---------------------------------------------------------------------------

    def _step(self, step: int) -> None:
        self._choose((self.chosen + step) % len(self.pairs))

    def _choose_source(self, number: int) -> None:
        """Choose the first passage of the source with this number."""
        found = [i for i, pair in enumerate(self.pairs) if pair.b.source == number - 1]
        if found:
            self._choose(found[0])
        else:
            self._context.say(f"No passage of source {number} to judge here. {self._by_hand}")

    def _choose(self, index: int) -> None:
        self.chosen = index
        self._context.say("")
        self._view.show()

    def _go_to_pair(self) -> None:
        pair = self.pairs[self.chosen]
        self.drop()
        self._view.show()
        self._moving.go_to(pair.b)

    def _leave(self) -> None:
        self.drop()
        self._context.say("")
        self._view.show()

    # -- the verdict -----------------------------------------------------------------------------------

    async def _confirm(self) -> None:
        relation = self.pairs[self.chosen].relation
        if relation is None:
            self._context.say("Say how the two stand to each other: a, r, c, p or s.")
        else:
            await self._judge(relation)

    async def _reject(self) -> None:
        await self._judge(REJECTED)

    async def _judge(self, relation: str) -> None:
        pair, sources = self.pairs[self.chosen], self._session.sources
        notebook, earlier = self._context.notebook.notebook, self._session.verdict_on(pair.a, pair.b)
        if pair.by_hand and earlier is not None and not _is_exactly_on(earlier, pair):
            earlier = None
        if earlier is None:
            a, b = ((sources[end.source].article, [(end.start, end.end)]) for end in (pair.a, pair.b))
            change = partial(notebook.add, *a, "verdict", relation, other=b)
        else:
            change = partial(notebook.edit, earlier.annotation, relation)
        self.drop()
        self._session.held = None
        said = "not linked" if relation == REJECTED else relation
        words = fit(sources[pair.b.source].article.text[pair.b.start : pair.b.end], 60)
        await self._notes.change(change, f"Verdict: {said} — {pair.b.source + 1} “{words}”; u takes it back.")


def _is_exactly_on(placed: ResolvedAnnotation, pair: JudgedPair) -> bool:
    """Whether a verdict stands on just these two passages."""
    spots = {(spot.source, spot.start, spot.end) for spot in placed.spots if spot.ranges}
    return spots == {tuple(pair.a), tuple(pair.b)}
