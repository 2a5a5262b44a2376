"""The reader's verdicts on links, computed ones or ones made by hand."""

from __future__ import annotations

from functools import partial

from textual import events

from seedreader.article import REJECTED
from seedreader.session import Pair, Place
from seedreader.ui.evidence import panel as evidence
from seedreader.ui.reader.copying import CopyingScreen
from seedreader.ui.safe import fit
from seedreader.ui.widgets.rows import Rows


class JudgingScreen(CopyingScreen):
    """The reader's mode in which keys give a verdict on the link chosen in the evidence panel."""

    pairs: tuple[Pair, ...] = ()
    chosen = 0

    @property
    def judging(self) -> bool:
        """Whether a verdict is being given."""
        return bool(self.pairs)

    @property
    def pair(self) -> Pair | None:
        """The link that a verdict would be on."""
        return self.pairs[self.chosen] if self.pairs else None

    def action_verdict(self) -> None:
        self.pairs = tuple(
            Pair(
                Place(self.session.focus, link.a.start, link.a.end),
                self.session.other_end(link),
                link.relation,
            )
            for link in self.session.evidence()
        )
        self.pairs += tuple(Pair(a, b, None) for a, b in self.session.rejected())
        self.chosen = 0
        self.said = "" if self.pairs else self.without(f"{self.nothing_found} {self._by_hand}")
        self.shown_again()

    def action_nearest(self) -> None:
        """Give a verdict on the passages nearest to this one in the sources where no match was found."""
        if len(self.session.sources) == 1:
            self.say("There is one source only: nothing to compare it with.")
            return
        self.pairs = tuple(Pair(self.session.place, place, None) for place in self.session.nearest())
        self.chosen = 0
        nothing = f"No passage of another source has anything in common with this one. {self._by_hand}"
        self.said = "" if self.pairs else self.without(nothing)
        self.shown_again()

    @property
    def nothing_found(self) -> str:
        """That a passage has no match, and what leads on."""
        key = self.table.key("reader", "nearest")
        return f"No match found in another source; {key} offers the nearest passages."

    @property
    def _by_hand(self) -> str:
        return f"{self.table.key('reader', 'link')} links two passages by hand."

    def without(self, otherwise: str) -> str:
        """Why something that needs the analysis led nowhere."""
        if self.session.story:
            return otherwise
        return self.session.failure or "Still reading the sources …"

    def action_link(self) -> None:
        """Hold this passage; on one of another source, link the two."""
        here, held = self.session.passage, self.session.held
        if here.start >= here.end:
            self.say("There is no passage here to link.")
        elif len(self.session.sources) == 1:
            self.say("There is one source only: nothing to link it with.")
        elif held is None:
            self.session.held, self.session.selection = here, None
            key = self.table.key("reader", "link")
            self.said = f"Holding {here.source + 1}. Go to the other passage and press {key}."
            self.shown_again()
        elif held.source == here.source:
            self.session.held = None
            self.say("Cancelled: a link is between two sources.")
        else:
            self.session.held, self.session.selection = None, None
            self.pairs, self.chosen = (Pair(held, here, None),), 0
            self.said = ""
            self.shown_again()

    def action_next_pair(self) -> None:
        self._choose(self.chosen + 1)

    def action_previous_pair(self) -> None:
        self._choose(self.chosen - 1)

    def action_pair_of(self, number: int) -> None:
        """Choose the first passage of the source with this number."""
        found = [i for i, pair in enumerate(self.pairs) if pair.b.source == number - 1]
        if found:
            self._choose(found[0])
        else:
            self.say(f"No passage of source {number} to judge here. {self._by_hand}")

    def _choose(self, index: int) -> None:
        self.chosen = index % len(self.pairs)
        self.said = ""
        self.shown_again()

    def on_click(self, event: events.Click) -> None:
        """A click on what a source says goes there, or chooses its link while a verdict is given."""
        place = self._place_at(event)
        if place is None or event.chain > 1 or self.editing or self.selecting:
            return
        found = next((i for i, pair in enumerate(self.pairs) if pair.b == place), None)
        if found is not None:
            self._choose(found)
        else:
            self.go_to(place)

    def _place_at(self, event: events.MouseEvent) -> Place | None:
        """The passage that the row of the evidence panel under the mouse tells of."""
        panel = self.query_one("#evidence", Rows)
        if not panel.display or not panel.region.contains(event.screen_x, event.screen_y):
            return None
        drawn = evidence.lines(self.session, self.looks, *panel.size, self.pairs, self.chosen)
        row = event.screen_y - panel.region.y
        return drawn[row].place if row < len(drawn) else None

    def go_to(self, place: Place) -> None:
        """Go to a passage of another source. The screen that moves overrides this."""

    def action_go_to_pair(self) -> None:
        pair, self.pairs = self.pair, ()
        assert pair is not None
        self.shown_again()
        self.go_to(pair.b)

    async def action_judge_confirmed(self) -> None:
        pair = self.pair
        assert pair is not None
        if pair.relation is None:
            self.say("Say how the two stand to each other: a, r, c, p or s.")
            return
        await self._judge(pair.relation)

    async def action_judge_rejected(self) -> None:
        await self._judge(REJECTED)

    async def action_judge_agree(self) -> None:
        await self._judge("agree")

    async def action_judge_refine(self) -> None:
        await self._judge("refine")

    async def action_judge_conflict(self) -> None:
        await self._judge("conflict")

    async def action_judge_copy(self) -> None:
        await self._judge("copy")

    async def action_judge_related(self) -> None:
        await self._judge("related")

    def action_leave_verdict(self) -> None:
        self.pairs = ()
        self.said = ""
        self.shown_again()

    async def _judge(self, relation: str) -> None:
        pair = self.pair
        assert pair is not None
        earlier = self.session.verdict_on(pair.a, pair.b)
        if earlier is None:
            a, b = ((self._article(end), [(end.start, end.end)]) for end in (pair.a, pair.b))
            done = partial(self.app.story_notebook.notebook.add, *a, "verdict", relation, other=b)
        else:
            done = partial(self.app.story_notebook.notebook.edit, earlier.annotation, relation)
        self.pairs = ()
        said = "not linked" if relation == REJECTED else relation
        words = fit(self._article(pair.b).text[pair.b.start : pair.b.end], 60)
        await self._do(done, f"Verdict: {said} — {pair.b.source + 1} “{words}”; u takes it back.")
