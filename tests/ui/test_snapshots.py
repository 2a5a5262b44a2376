"""A picture of each screen and size. Look at a changed one before `pytest --snapshot-update`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Notebook
from tests.ui.driving import notebook_file, reader, ready, send, shows, until

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[..., bool]

SIZES = [(80, 24), (120, 36), (200, 50)]
size = pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")


@pytest.fixture(autouse=True)
def the_same_moment_each_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures show when a note was made, as the clock of the place has it."""
    moments = (f"2025-04-01T12:{n // 60:02}:{n % 60:02}.000000+00:00" for n in count())
    monkeypatch.setattr("seedreader.notebook.store.utc_now", lambda: next(moments))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


async def at_a_claim(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("n", "n")


async def with_notes(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    for key, body in (("a", "Who counted them?"), ("t", "figures")):
        await pilot.press(key)
        await send(pilot, *body, "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    await pilot.press("n")


async def writing(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("a")
    await send(pilot, *"Who counted them?")


async def selecting(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("v", "w", "w", "l", "l")


async def judging(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("n", "y", "j")


async def nearest(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("M", "j")


async def judged(pilot: Pilot[None]) -> None:
    await judging(pilot)
    await pilot.press("a")
    await until(pilot, lambda: shows(pilot, "Verdict: agree"))
    await pilot.press("j", "c")
    await until(pilot, lambda: shows(pilot, "Highlighted"))
    await pilot.press("k")


async def tagging(pilot: Pilot[None]) -> None:
    await with_notes(pilot)
    await pilot.press("t")
    await until(pilot, lambda: shows(pilot, "1 figures"))


async def tags_list(pilot: Pilot[None]) -> None:
    await with_notes(pilot)
    await pilot.press("T")
    await until(pilot, lambda: shows(pilot, "Tags"))


async def notes_list(pilot: Pilot[None]) -> None:
    await with_notes(pilot)
    await pilot.press("o")
    await until(pilot, lambda: shows(pilot, "Notes and tags · 2"))


async def help_screen(pilot: Pilot[None]) -> None:
    await ready(pilot)
    await pilot.press("question_mark")
    await until(pilot, lambda: shows(pilot, "Keys and marks"))


async def opened(pilot: Pilot[None]) -> None:
    await ready(pilot)


async def jumped(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("n", "n", "enter")


async def alone(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("z")


async def arranged(pilot: Pilot[None]) -> None:
    """The first column pinned, moved to the right, and the second hidden."""
    await at_a_claim(pilot)
    await pilot.press("P", "greater_than_sign", "2", "H", "1")


async def choosing_claims(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("K")
    await send(pilot, *"kind:quantity origins>1")


async def jumps_list(pilot: Pilot[None]) -> None:
    await jumped(pilot)
    await pilot.press("n", "enter", "J", "k")
    await until(pilot, lambda: shows(pilot, "Jumps, oldest first"))


async def asking_who_says_it(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("i")


async def holding(pilot: Pilot[None]) -> None:
    await at_a_claim(pilot)
    await pilot.press("L", "2")


SCREENS = {
    "speaker": asking_who_says_it,
    "holding": holding,
    "alone": alone,
    "arranged": arranged,
    "choosing": choosing_claims,
    "jumps": jumps_list,
    "opened": opened,
    "claim": at_a_claim,
    "jumped": jumped,
    "annotated": with_notes,
    "writing": writing,
    "selecting": selecting,
    "judging": judging,
    "nearest": nearest,
    "judged": judged,
    "tagging": tagging,
    "notes": notes_list,
    "tags": tags_list,
    "help": help_screen,
}


@size
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    snap_compare: Compare, samples: tuple[Article, ...], screen: str, size: tuple[int, int]
) -> None:
    app = reader(samples)
    assert snap_compare(app, terminal_size=size, run_before=SCREENS[screen])


def test_a_terminal_made_too_small(snap_compare: Compare, samples: tuple[Article, ...]) -> None:
    assert snap_compare(reader(samples), terminal_size=(36, 8), run_before=opened)


EDITION = """The harbour council approved the new pier on Monday.

It will cost 4 million euros, mayor Ana Ruiz said. About 300 people came to the meeting in Porto Sul.

Work begins in March 2024. The pier will be 210 metres long and carry a tram.
"""
LATER = EDITION.replace("4 million", "6 million").replace(
    "About 300 people came to the meeting in Porto Sul.", ""
)


@size
def test_notes_on_a_text_that_changed(snap_compare: Compare, size: tuple[int, int]) -> None:
    old = Article(EDITION, "Harbour News", "harbour.txt")
    notebook = Notebook(notebook_file())
    for quote, body in (
        ("It will cost 4 million euros", "who says?"),
        ("About 300 people", "counted by whom?"),
    ):
        start = EDITION.index(quote)
        notebook.add(old, [(start, start + len(quote))], "note", body)

    async def carried(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await until(pilot, lambda: shows(pilot, "changed since you annotated"))
        await pilot.press("n")

    app = reader([Article(LATER, "Harbour News", "harbour.txt")])
    assert snap_compare(app, terminal_size=size, run_before=carried)
