from __future__ import annotations

from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Notebook
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, notebook_file, reading, rows, shows, until


async def annotate(pilot: Pilot[None], key: str, body: str) -> None:
    await pilot.press(key, *body, "enter")
    await until(pilot, lambda: shows(pilot, "Saved."))


async def two_notes(pilot: Pilot[None]) -> None:
    await annotate(pilot, "a", "first")
    await pilot.press("2", "G")
    await annotate(pilot, "t", "second")
    await pilot.press("1", "g")


async def test_the_list_shows_every_note_and_tag_with_its_words() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await two_notes(pilot)
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot, "Notes and tags · 2"))
        assert any("✎ first" in row and "The harbour council" in row for row in rows(pilot))
        assert any("# second" in row and "source 2" in row for row in rows(pilot))


async def test_enter_goes_to_the_words_of_the_note_and_back_returns() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await two_notes(pilot)
        home = app_of(pilot).session.place
        await pilot.press("o", "j", "enter")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        session = app_of(pilot).session
        assert session.focus == 1
        assert "Some residents" in session.here.article.text[slice(*session.here.cursor)]
        await pilot.press("backspace")
        assert session.place == home


async def test_editing_deleting_and_undoing_in_the_list() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await two_notes(pilot)
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot, "Notes and tags · 2"))
        await pilot.press("e", *" thing", "enter")
        await until(pilot, lambda: shows(pilot, "✎ first thing"))
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "Notes and tags · 1"))
        assert [a.body for a in notebook.annotations()] == ["second"]
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Notes and tags · 2"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot, "✎ 2"))


async def test_an_empty_list_says_how_to_begin() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot, "No notes yet"))
        await pilot.press("enter", "e", "x", "j", "k")
        await pilot.press("q")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


async def test_a_long_list_scrolls_with_the_choice() -> None:
    text = "".join(f"Sentence number {n} stands here.\n" for n in range(40))
    notebook = Notebook(notebook_file())
    for n in range(40):
        start = text.index(f"Sentence number {n} ")
        notebook.add(Article(text, "source 1", None), [(start, start + 8)], "note", f"note {n}")
    async with reading(articles(text, GAZETTE), (80, 24)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 40"))
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot, "note 0 "))
        await pilot.press(*["j"] * 39)
        assert shows(pilot, "note 39 ")
        await pilot.press(*["k"] * 39)
        assert shows(pilot, "note 0 ")


async def test_help_lists_every_key_and_mark_and_scrolls() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (80, 24)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        assert shows(pilot, "Next sentence")
        seen = set(rows(pilot))
        for _ in range(8):
            await pilot.press("j")
            seen |= set(rows(pilot))
        assert any("the passage under the cursor" in row for row in seen)
        assert any("Find a command by its name" in row for row in seen)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
