"""Going through the claims: all, those of one sort, and those that a filter lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from seedreader.article import Claim
from seedreader.session.claim_filter import TAKES, parse_claim_filter
from seedreader.session.session import Which
from seedreader.text.plurals import count
from seedreader.ui.reader.moving import MovingScreen
from seedreader.ui.safe import fit
from seedreader.ui.screens.line import Line
from seedreader.ui.widgets.field import Field

if TYPE_CHECKING:
    from seedreader.story.support import Support


BESIDE = 14
"""Cells that the line takes besides what is typed and told."""


def _conflicts(_: Claim, support: Support) -> bool:
    return support.relation == "conflict"


def _counts(claim: Claim, _: Support) -> bool:
    return "quantity" in claim.kinds


def _quotes(claim: Claim, _: Support) -> bool:
    return "quote" in claim.kinds


def _stands_alone(_: Claim, support: Support) -> bool:
    return support.origins == 1


class ClaimsScreen(MovingScreen):
    """Turns keys into moves from claim to claim."""

    def action_next_claim(self) -> None:
        self._to_claim(1, None, "claim")

    def action_previous_claim(self) -> None:
        self._to_claim(-1, None, "claim")

    def action_next_conflict(self) -> None:
        self._to_claim(1, _conflicts, "conflict")

    def action_previous_conflict(self) -> None:
        self._to_claim(-1, _conflicts, "conflict")

    def action_next_quantity(self) -> None:
        self._to_claim(1, _counts, "quantity")

    def action_previous_quantity(self) -> None:
        self._to_claim(-1, _counts, "quantity")

    def action_next_quote(self) -> None:
        self._to_claim(1, _quotes, "quote")

    def action_previous_quote(self) -> None:
        self._to_claim(-1, _quotes, "quote")

    def action_next_uncorroborated(self) -> None:
        self._to_claim(1, _stands_alone, "claim without a match in another origin that states it")

    def action_previous_uncorroborated(self) -> None:
        self._to_claim(-1, _stands_alone, "claim without a match in another origin that states it")

    def _to_claim(self, step: int, which: Which | None, noun: str) -> None:
        noun += (
            f" of “{self.session.claim_filter.text}”"
            if which is None and self.session.claim_filter.text
            else ""
        )
        way = "down" if step > 0 else "up"
        moved = self.session.move_claim(step, which)
        self.moved(moved, self.without(f"No {noun} further {way} in this source."))

    def action_choose_claims(self) -> None:
        """Type a filter of claims; the texts show at each key what it lets through."""
        before = self.session.claim_filter.text
        field = Field(f"{before} " if before else "", len(before) + bool(before))
        line = Line(
            "filter",
            field,
            self._let_through,
            self._keep_choice,
            lambda: self._keep_choice(before),
            self._step_claim,
            " claims: ",
            self._found,
        )
        self.type_line(line)

    def _step_claim(self, step: int) -> None:
        self.session.move_claim(step)
        self.sync()

    def _let_through(self, text: str) -> None:
        self.session.choose(parse_claim_filter(text))
        self.analysis_changed()

    def _keep_choice(self, text: str) -> None:
        self._let_through(text)
        claim_filter = self.session.claim_filter
        shown = count(sum(len(source.visible_claims) for source in self.session.sources), "claim")
        told = (
            f"{shown} of “{claim_filter.text}”; K and an empty line shows all." if claim_filter.text else ""
        )
        self.say(f"{claim_filter.problem} {told}".strip())

    def _found(self) -> str:
        """How many claims the filter lets through, or what of it makes no sense, or what it takes."""
        claim_filter = self.session.claim_filter
        if not claim_filter.text:
            return self._beside(TAKES) or fit(TAKES, self.app.size.width - BESIDE)
        found = [(n, len(source.visible_claims)) for n, source in enumerate(self.session.sources, 1)]
        counts = ", ".join(f"source {n}: {many}" for n, many in found[:9])
        total = count(sum(many for _, many in found), "claim")
        return claim_filter.problem or self._beside(f"{total}  {counts}") or total

    def _beside(self, told: str) -> str:
        """What is told beside the line, if there is room for it."""
        room = self.app.size.width - BESIDE - cell_len(self.session.claim_filter.text)
        return told if cell_len(told) <= room else ""

    def line_changed(self) -> None:
        self.sync(scroll=False)
