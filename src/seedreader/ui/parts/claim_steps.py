"""Going through the claims: all, those of one sort, and those that a filter lets through."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from seedreader.article import Claim
from seedreader.session.claim_filter import TAKES, parse_claim_filter
from seedreader.session.session import Which
from seedreader.text.plurals import count
from seedreader.ui.parts.moving import Moving
from seedreader.ui.parts.part import Handler, PartContext
from seedreader.ui.parts.reader_view import ReaderView
from seedreader.ui.parts.typed_line import LineRequest, TypedLine
from seedreader.ui.terminal_text import fit
from seedreader.ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from seedreader.story.support import Support


BESIDE = 14
"""Cells that the line takes besides what is typed and told."""


class _Sort(NamedTuple):
    """A sort of claims: what one is called, and which they are; None: those that the filter lets through."""

    noun: str
    which: Which | None


def _conflicts(_: Claim, support: Support) -> bool:
    return support.relation == "conflict"


def _counts(claim: Claim, _: Support) -> bool:
    return "quantity" in claim.kinds


def _quotes(claim: Claim, _: Support) -> bool:
    return "quote" in claim.kinds


def _stands_alone(_: Claim, support: Support) -> bool:
    return support.origins == 1


CLAIM = _Sort("claim", None)
CONFLICT = _Sort("conflict", _conflicts)
QUANTITY = _Sort("quantity", _counts)
QUOTE = _Sort("quote", _quotes)
UNCORROBORATED = _Sort("claim without a match in another origin that states it", _stands_alone)


class ClaimSteps:
    """Moves from claim to claim, and the filter that says which ones count."""

    def __init__(self, context: PartContext, view: ReaderView, moving: Moving, typed_line: TypedLine) -> None:
        self._context, self._session, self._view = context, context.session, view
        self._moving, self._typed_line = moving, typed_line

    def commands(self) -> Mapping[str, Handler]:
        return {
            "next_claim": partial(self._step, 1, CLAIM),
            "previous_claim": partial(self._step, -1, CLAIM),
            "next_conflict": partial(self._step, 1, CONFLICT),
            "previous_conflict": partial(self._step, -1, CONFLICT),
            "next_quantity": partial(self._step, 1, QUANTITY),
            "previous_quantity": partial(self._step, -1, QUANTITY),
            "next_quote": partial(self._step, 1, QUOTE),
            "previous_quote": partial(self._step, -1, QUOTE),
            "next_uncorroborated": partial(self._step, 1, UNCORROBORATED),
            "previous_uncorroborated": partial(self._step, -1, UNCORROBORATED),
            "choose_claims": self._type_filter,
        }

    def _step(self, step: int, sort: _Sort) -> None:
        wanted = self._session.claim_filter.text if sort.which is None else ""
        noun = f"{sort.noun} of “{wanted}”" if wanted else sort.noun
        way = "down" if step > 0 else "up"
        moved = self._session.move_claim(step, sort.which)
        where = f"further {way} in this source" if self._session.has_claim(sort.which) else "in any source"
        self._moving.show_move(moved, self._moving.why_not(f"No {noun} {where}."))

    # -- the filter ------------------------------------------------------------------------------------

    def _type_filter(self) -> None:
        """Type a filter of claims; the texts show at each key what it lets through."""
        before = self._session.claim_filter.text
        line = LineRequest(
            commands="filter",
            field=LineField(f"{before} " if before else "", len(before) + bool(before)),
            typed=self._let_through,
            kept=self._keep,
            left=lambda: self._keep(before),
            stepped=self._step_shown,
            lead=" claims: ",
            told=self._told,
        )
        self._typed_line.begin(line)

    def _step_shown(self, step: int) -> None:
        self._session.move_claim(step)
        self._view.sync()

    def _let_through(self, text: str) -> None:
        self._session.choose(parse_claim_filter(text))
        self._view.redecorate()

    def _keep(self, text: str) -> None:
        self._let_through(text)
        wanted = self._session.claim_filter
        shown = count(sum(len(source.visible_claims) for source in self._session.sources), "claim")
        told = f"{shown} of “{wanted.text}”; K and an empty line shows all." if wanted.text else ""
        self._context.say(f"{wanted.problem} {told}".strip())

    def _told(self) -> str:
        """How many claims the filter lets through, or what of it makes no sense, or what it takes."""
        wanted = self._session.claim_filter
        if not wanted.text:
            return self._if_room(TAKES) or fit(TAKES, self._view.terminal_width - BESIDE)
        found = [(n, len(source.visible_claims)) for n, source in enumerate(self._session.sources, 1)]
        counts = ", ".join(f"source {n}: {many}" for n, many in found[:9])
        total = count(sum(many for _, many in found), "claim")
        return wanted.problem or self._if_room(f"{total}  {counts}") or total

    def _if_room(self, told: str) -> str:
        """What is told beside the line, if there is room for it."""
        room = self._view.terminal_width - BESIDE - cell_len(self._session.claim_filter.text)
        return told if cell_len(told) <= room else ""
