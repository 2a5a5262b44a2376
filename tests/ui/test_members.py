"""Articles of one file: each keeps what is its own."""

from __future__ import annotations

from textual.pilot import Pilot

from seedreader.article import Article, Mark, SourceId
from seedreader.notebook import Notebook
from tests.stories import GAZETTE, HARBOUR
from tests.ui.driving import app_of, notebook_file, reading, rows, shows, until

PATH = "/texts/export.mbox"


def members(harbour: str = HARBOUR, gazette: str = GAZETTE) -> list[Article]:
    texts = {"<1@harbour>": harbour, "<2@gazette>": gazette}
    return [
        Article(text, name, PATH, source=SourceId.of_path(PATH, name), marks=(Mark("cut", "200 characters"),))
        for name, text in texts.items()
    ]


async def noted(pilot: Pilot[None], body: str) -> None:
    await pilot.press("a", *body, "enter")
    await until(pilot, lambda: shows(pilot, f"✎ {body}"))


def standing(pilot: Pilot[None]) -> list[list[tuple[str, str]]]:
    sources = app_of(pilot).session.sources
    return [[(each.placed.body, each.spot.state) for each in source.annotations] for source in sources]


async def test_each_member_keeps_its_own_note_after_reopening() -> None:
    async with reading(members()) as pilot:
        await noted(pilot, "one")
        await pilot.press("tab")
        await noted(pilot, "two")
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
    assert len({seen.source for seen in Notebook(notebook_file()).seen()}) == 2
    async with reading(members()) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed)
        assert standing(pilot) == [[("one", "exact")], [("two", "exact")]]


async def test_a_member_that_changed_keeps_its_note_and_the_others_have_none_of_it() -> None:
    async with reading(members()) as pilot:
        await noted(pilot, "one")
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
    async with reading(members(harbour=f"Updated at noon.\n{HARBOUR}")[::-1]) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed)
        assert standing(pilot) == [[], [("one", "exact")]]


async def test_the_sources_screen_says_which_member_it_is_and_what_its_format_says() -> None:
    async with reading(members()) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot, "Sources · 2"))
        await until(pilot, lambda: any(PATH in row and "<1@harbour>" in row for row in rows(pilot)))
        assert any("cut off at the end: 200 characters" in row for row in rows(pilot))
