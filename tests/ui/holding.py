"""What holds of the program whatever is pressed and read; a text with everything unusual."""

from __future__ import annotations

from rich.cells import cell_len
from textual.pilot import Pilot

from seedreader.ui import SMALLEST
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.screens.reader.reader_screen import ReaderScreen
from tests.ui.driving import app_of, rows

UNUSUAL = (
    "The council said that 4,000 \U0001f469\u200d\U0001f469\u200d\U0001f467 families left on 3 March 2024. "
    "The caf\u0065\u0301\u0302 cost \u202e5 million\u202c euros, \u6f22\u5b57\u304b\u306a said.\t"
    "\u05e9\u05dc\u05d5\u05dd was there.\n"
    "\u201c[b]Nothing[/b] was lost\u201d, Ana \x1b]0;title\x07 Ruiz said on Monday.\r\n"
    "Zero\u200bwidth\u00ad and \x00\x9b nulls. "
    "\U0001f1f5\U0001f1f9 \U0001f44b\U0001f3fd \u0915\u094d\u0937\u093f \u0e01\u0e33 "
    "\ufdfd \u2028 \ufeff end.\n"
)
"""Emoji joined and coloured, flags, wide and combining characters, right to left, controls, markup."""


def session_holds(app: SeedreaderApp) -> None:
    """What holds of a session at any time."""
    session = app.session
    assert 0 <= session.focus < len(session.sources)
    assert session.focus in session.columns.visible(1)
    assert sorted(session.columns.order) == list(range(len(session.sources)))
    for source in session.sources:
        start, end = source.cursor
        assert 0 <= start <= end <= len(source.article.text)
        assert all(0 <= i < len(source.claims) for i in source.visible_claims)
    if session.selection is not None:
        assert 0 <= session.selection.start < session.selection.end <= len(session.here.article.text)
    for place in session.jump_list.places(session.place):
        assert place.end <= len(session.sources[place.source].article.text)


def screen_holds(pilot: Pilot[None]) -> None:
    """What holds of the screen: full rows without control characters, the focus among the columns."""
    app = app_of(pilot)
    width, height = app.size
    for row in rows(pilot):
        assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in row), row
        assert cell_len(row) == width, row
    screen = app.screen
    if isinstance(screen, ReaderScreen) and width >= SMALLEST[0] and height >= SMALLEST[1]:
        assert [pane.index for pane in screen.panes].count(app.session.focus) == 1
