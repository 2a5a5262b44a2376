from __future__ import annotations

from unicodedata import category

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.notebook import Notebook, NotebookError, version_of
from seedreader.notebook.drafts import Draft
from seedreader.ui import commands
from seedreader.ui.column.column_view import GUTTER
from seedreader.ui.parts.part import Mode
from seedreader.ui.screens.notes.notes_screen import NotesScreen
from seedreader.ui.screens.tags.tags_screen import TagsScreen
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, paste, reading, rows, shows, until
from tests.ui.filled import Put, fill

COST = "It will cost 4 million euros, mayor Ana Ruiz said."
HARBOUR_NOW = HARBOUR.replace("4 million euros", "5 million dollars").replace(
    "Work begins in March 2024.\n", ""
)


def story(harbour: str = HARBOUR) -> list[Article]:
    return [
        Article(harbour, "Harbour", "/texts/harbour.txt"),
        Article(GAZETTE, "Gazette", "/texts/gazette.txt"),
    ]


def some() -> list[Put]:
    """A note, two tags, a highlight, a correction, a verdict, and a note of another story."""
    harbour, gazette = story()
    elsewhere = Article(WEATHER, "Weather", "/texts/weather.txt")
    return [
        Put(harbour, COST, "note", "Who counted?"),
        Put(harbour, COST, "tag", "cost"),
        Put(gazette, "Some residents want a park instead.", "tag", "park"),
        Put(harbour, "Work begins in March 2024.", "note", "Ask the builders"),
        Put(gazette, "Porto Sul will get a new pier.", "highlight", "green"),
        Put(gazette, "evening", "claim"),
        Put(harbour, "4 million euros", "verdict", "conflict", (gazette, "6 million euros")),
        Put(elsewhere, "Rain fell", "note", "Another story"),
    ]


def screen_of(pilot: Pilot[None]) -> NotesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, NotesScreen)
    return screen


def bodies(pilot: Pilot[None]) -> list[str]:
    return [entry.placed.body for entry in screen_of(pilot).shown]


async def listing(pilot: Pilot[None], count: int) -> None:
    await until(pilot, lambda: app_of(pilot).session.placed or not notebook_file().exists())
    await pilot.press("o")
    await until(
        pilot, lambda: isinstance(pilot.app.screen, NotesScreen) and len(screen_of(pilot).items) == count
    )
    await until(pilot, lambda: shows(pilot, "Notes and tags") or shows(pilot, " / "))


async def wanting(pilot: Pilot[None], text: str) -> None:
    await pilot.press("slash")
    await paste(pilot, text)
    await pilot.press("enter")


async def in_reader(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


def row_of(pilot: Pilot[None], text: str) -> str:
    return next(row for row in rows(pilot) if text in row)


async def test_everything_of_the_story_is_listed_by_place_with_its_quote() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        in_order = ["Who counted?", "cost", "conflict", "Ask the builders", "green", "", "park"]
        assert bodies(pilot) == in_order
        assert "1 Harbour" in row_of(pilot, "✎ Who counted?")
        assert f"“{COST}”"[:30] in row_of(pilot, "✎ Who counted?")
        assert "2 Gazette" in row_of(pilot, "# park")
        assert "highlighted green" in row_of(pilot, "▒")
        verdict = row_of(pilot, "they conflict")
        assert "“4 million euros” ↔ “6 million euros”" in verdict
        assert "1 Harb" in verdict
        assert "2 Gaz" in verdict


async def test_what_a_changed_text_did_to_each_is_told() -> None:
    fill(some())
    async with reading(story(HARBOUR_NOW)) as pilot:
        await listing(pilot, 7)
        assert "changed 4 million" in row_of(pilot, "✎ Who counted?")
        assert "orphan" in row_of(pilot, "✎ Ask the builders")
        await wanting(pilot, "who")
        assert shows(pilot, "the words changed · ")
        assert "It will cost 4 million euros" in row_of(pilot, "quote")
        assert "It will cost 5 million dollars" in row_of(pilot, "now ")
        assert "#cost" in row_of(pilot, "tags  ")
        assert shows(pilot, "/texts/harbour.txt")


async def test_what_changed_is_confirmed_where_it_stands_and_keeps_its_quote() -> None:
    notebook = fill(some())
    async with reading(story(HARBOUR_NOW)) as pilot:
        await listing(pilot, 7)
        await wanting(pilot, "who")
        await pilot.press("Y")
        await until(pilot, lambda: shows(pilot, "“Who counted?” confirmed here"))
        target = next(a.target for a in notebook.annotations() if a.body == "Who counted?")
        assert (target.version, target.quote) == (version_of(HARBOUR_NOW), COST)
        await wanting(pilot, "")
        await pilot.press("escape", "G", "Y")
        assert shows(pilot, "needs no confirming")


async def test_an_orphan_shows_its_quote_and_is_put_on_other_words() -> None:
    notebook = fill(some())
    async with reading(story(HARBOUR_NOW)) as pilot:
        await listing(pilot, 7)
        await wanting(pilot, "state:orphan")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "gone from 1 Harbour: “Work begins in March 2024.”"))
        await pilot.press("Y")
        assert shows(pilot, "no place to confirm")
        await pilot.press("e", *" n", "enter")
        await until(pilot, lambda: "Ask the builders n" in bodies(pilot))
        await pilot.press("r")
        await in_reader(pilot)
        await pilot.press("r", "enter")
        await until(pilot, lambda: not [p for p in app_of(pilot).session.placed if p.state == "orphan"])
        assert "Ask the builders n" in [a.body for a in notebook.annotations()]


async def test_enter_goes_to_the_words_and_back_returns() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        home = app_of(pilot).session.place
        await wanting(pilot, "park")
        await pilot.press("enter")
        await in_reader(pilot)
        session = app_of(pilot).session
        assert session.here.article.text[slice(*session.here.cursor)] == "Some residents want a park instead."
        await pilot.press("backspace")
        assert session.place == home


async def test_all_stories_are_listed_too_and_say_which_file_to_open() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await pilot.press("A")
        await until(pilot, lambda: shows(pilot, "· 8 · all stories"))
        await pilot.press("G")
        assert "– weather.txt" in row_of(pilot, "✎ Another story")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "not open: seedreader /texts/weather.txt opens it"))
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "· 7 · all stories"))
        assert "Another story" not in [a.body for a in notebook.annotations()]
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "· 8 · all stories"))
        await pilot.press("G", "e", *"!", "enter")
        await until(pilot, lambda: "Another story!" in bodies(pilot))


async def test_the_filter_is_live_keeps_or_drops_and_no_key_gives_a_command_meanwhile() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await pilot.press("slash", *"xqu", "backspace", "backspace", "backspace", *"#co")
        assert shows(pilot, "/ #co")
        assert shows(pilot, "2 of 7")
        assert sorted(bodies(pilot)) == ["Who counted?", "cost"]
        await pilot.press("enter")
        assert shows(pilot, "Notes and tags · 2 of 7 · #co")
        await pilot.press("slash", *"zzz")
        assert shows(pilot, "None of 7 fits the filter")
        await pilot.press("escape")
        assert shows(pilot, "2 of 7 · #co")
        await pilot.press("escape")
        assert shows(pilot, "Notes and tags · 7")
        assert len(notebook.annotations()) == 8


async def test_keys_cycle_through_kinds_states_and_sources() -> None:
    fill(some())
    async with reading(story(HARBOUR_NOW)) as pilot:
        await listing(pilot, 7)
        seen = []
        for _ in range(6):
            await pilot.press("f")
            seen.append((screen_of(pilot).wanted, len(screen_of(pilot).shown)))
        assert seen == [
            ("kind:note", 2), ("kind:tag", 2), ("kind:highlight", 1), ("kind:verdict", 1),
            ("kind:correction", 1), ("", 7),
        ]  # fmt: skip
        await pilot.press("s")
        assert shows(pilot, "state:orphan")
        await pilot.press("2")
        assert shows(pilot, "None of 7 fits")
        await pilot.press("0", "escape", "2")
        assert shows(pilot, "source:2")
        assert len(screen_of(pilot).shown) == 4
        await pilot.press("9")
        assert shows(pilot, "There is no source 9.")


async def test_newest_first() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await pilot.press("S", "g")
        assert bodies(pilot)[0] == "conflict"
        assert bodies(pilot)[-1] == "Who counted?"
        assert shows(pilot, "newest first")


async def test_marked_rows_are_tagged_and_deleted_in_one_change_each() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await wanting(pilot, "source:2 kind:tag")
        await pilot.press("m", "escape", "escape")
        assert not screen_of(pilot).marked
        await wanting(pilot, "kind:note")
        await pilot.press("M")
        assert shows(pilot, "2 marked")
        await pilot.press("t", *"td", "enter")
        await until(pilot, lambda: shows(pilot, "2 passages tagged #td; u takes that back."))
        assert [tag.uses for tag in notebook.tags() if tag.code.name == "td"] == [2]
        await pilot.press("u")
        await until(pilot, lambda: len(screen_of(pilot).items) == 7)
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "2 annotations deleted; u brings them back."))
        assert len(screen_of(pilot).items) == 5
        await pilot.press("u")
        await until(pilot, lambda: len(screen_of(pilot).items) == 7)
        assert not screen_of(pilot).marked


async def test_escape_drops_marks_then_the_filter_then_closes() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await pilot.press("f", "m")
        assert shows(pilot, "1 marked")
        await pilot.press("escape")
        assert not shows(pilot, "marked")
        assert shows(pilot, "kind:note")
        await pilot.press("escape")
        assert not shows(pilot, "kind:note")
        await pilot.press("escape")
        await in_reader(pilot)


async def test_a_draft_is_listed_and_enter_goes_on_with_it() -> None:
    harbour = story()[0]
    words = "About 300 people"
    start = HARBOUR.index(words)
    draft = Draft("note", version_of(HARBOUR), start, start + len(words), words, "Harbour", body="Really?")
    notebook = fill(some())
    async with reading(story()) as pilot:
        app_of(pilot).story_notebook.drafts.keep(draft)
        await listing(pilot, 8)
        assert "draft" in row_of(pilot, "✎ Really?")
        await wanting(pilot, "kind:draft")
        await pilot.press("m", "t")
        assert shows(pilot, "Save the draft first")
        await pilot.press("x")
        assert shows(pilot, "x again deletes it")
        await pilot.press("enter")
        await in_reader(pilot)
        await until(pilot, lambda: shows(pilot, "note on “About 300 people”"))
        await pilot.press(*" Y", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert app_of(pilot).story_notebook.drafts.every() == ()
        made = next(a for a in notebook.annotations([version_of(harbour.text)]) if a.body == "Really? Y")
        assert made.target.quote == words


async def test_a_draft_of_an_edit_stays_in_the_list_and_is_deleted_by_x_twice() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await wanting(pilot, "who")
        await pilot.press("e", *" A", "escape")
        await until(pilot, lambda: len(screen_of(pilot).items) == 8)
        await pilot.press("escape", "f", "f", "f", "f", "f", "f", "e")
        await until(pilot, lambda: shows(pilot, "edit note on"))
        await pilot.press("escape")
        await until(pilot, lambda: screen_of(pilot).mode is not Mode.EDITING)
        await pilot.press("x", "x")
        await until(pilot, lambda: len(screen_of(pilot).items) == 7)
        assert "Who counted?" in [a.body for a in notebook.annotations()]


async def test_a_draft_holds_the_last_key_however_fast_it_is_left() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        for key in ("slash", "w", "h", "o", "enter", "e", "Z", "Y", "escape"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: shows(pilot, "Not saved; the draft is there"))
        assert [draft.body for draft in app_of(pilot).story_notebook.drafts.every()] == ["Who counted?ZY"]
        await until(pilot, lambda: len(screen_of(pilot).items) == 8)


@pytest.mark.parametrize("key", ["a", "e", "o", "T"])
async def test_a_key_after_the_one_that_quits_does_nothing(key: str) -> None:
    fill(some())
    async with reading(story()) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed)
        app_of(pilot).reader.session.move_sentence(1)
        for typed in ("q", key):
            pilot.app.post_message(events.Key(typed, typed))
        await until(pilot, lambda: not app_of(pilot).reader.is_attached)


async def test_the_mouse_chooses_scrolls_and_a_double_click_goes_there() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        at = next(y for y, row in enumerate(rows(pilot)) if "# park" in row)
        await pilot.click(offset=(30, at))
        assert screen_of(pilot).at == at - 1
        await pilot.click(offset=(30, 20))
        assert screen_of(pilot).at == at - 1
        screen_of(pilot).on_mouse_scroll_up()
        assert screen_of(pilot).at == at - 4
        await pilot.click(offset=(30, at), times=2)
        await in_reader(pilot)
        assert app_of(pilot).session.focus == 1


async def test_rows_fill_any_width_and_control_characters_never_reach_the_terminal() -> None:
    harbour, gazette = story(HARBOUR_NOW)[0], story()[1]
    hostile = "\x1b[31m日本語\x00 👩‍👩‍👧 \u202eabc\u2066 " + "x" * 400
    old = story()[0]
    fill([*some(), Put(gazette, "Monday evening", "note", hostile), Put(old, "4 million", "tag", hostile)])
    async with reading([harbour, gazette], (80, 24)) as pilot:
        await listing(pilot, 9)
        for size in ((40, 12), (40, 24), (61, 20), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: screen_of(pilot).size == size)  # noqa: B023  # met before it changes
            for index in range(9):
                screen_of(pilot).choose(index)
                assert {cell_len(row) for row in rows(pilot)} == {size[0]}
                assert not [c for row in rows(pilot) for c in row if category(c) in ("Cc", "Cf")]
            screen_of(pilot).show_whole()
            assert {cell_len(row) for row in rows(pilot)} == {size[0]}


async def test_an_empty_list_says_how_to_begin_and_takes_every_key() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (80, 24)) as pilot:
        await listing(pilot, 0)
        assert shows(pilot, "No notes yet in this story.")
        for command in commands.TABLE.on_screen("notes"):
            if command.id not in ("filter", "help", "tags", "only_source", "palette", "close", "step_back"):
                await screen_of(pilot).run_command(command.id)
        await until(pilot, lambda: shows(pilot, "No notes yet, in any story."))
        await pilot.press("q")
        await in_reader(pilot)
        assert not notebook_file().exists()


async def test_a_change_that_fails_is_told_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = fill(some())

    def full(*_: object) -> int:
        raise NotebookError("The disk is full.")

    monkeypatch.setattr(Notebook, "tag_all", full)
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await pilot.press("t", *"td", "enter")
        await until(pilot, lambda: shows(pilot, "The disk is full."))
        await pilot.press("escape")
        assert len(notebook.annotations()) == 8


async def test_a_long_list_scrolls_with_the_choice() -> None:
    text = "".join(f"Sentence number {n} stands here.\n" for n in range(200))
    article = Article(text, "Long", "/texts/long.txt")
    fill([Put(article, f"Sentence number {n} ", "note", f"note {n}.") for n in range(200)])
    async with reading([article, *articles(GAZETTE)], (80, 24)) as pilot:
        await listing(pilot, 200)
        await pilot.press("G")
        assert shows(pilot, "note 199.")
        await pilot.press("g")
        assert shows(pilot, "note 0.")
        await pilot.press("space", "pagedown")
        assert screen_of(pilot).at > 20
        assert shows(pilot, f"note {screen_of(pilot).at}.")
        await pilot.press("b", "b", "down", "up")
        assert screen_of(pilot).at == 0


async def test_the_tags_screen_filters_the_notes_by_the_tag_chosen_there() -> None:
    fill(some())
    async with reading(story()) as pilot:
        await listing(pilot, 7)
        await pilot.press("T")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagsScreen) and shows(pilot, "Tags · 2"))
        await pilot.press("j", "enter")
        await until(pilot, lambda: shows(pilot, "1 of 7 · #park"))


async def test_help_lists_every_key_and_mark_and_scrolls() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (80, 24)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        seen = set(rows(pilot))
        for _ in range(40):
            await pilot.press("space")
            seen |= set(rows(pilot))
        assert any("Next sentence" in row for row in seen)
        assert any("the passage under the cursor" in row for row in seen)
        assert any("Find a command by its name" in row for row in seen)
        await pilot.press("escape")
        await in_reader(pilot)


async def test_an_orphan_that_waits_for_words_is_let_go_by_escape() -> None:
    fill(some())
    async with reading(story(HARBOUR_NOW)) as pilot:
        await listing(pilot, 7)
        await wanting(pilot, "state:orphan")
        await pilot.press("r")
        await in_reader(pilot)
        assert shows(pilot, "r places “Ask the builders”")
        await pilot.press("escape")
        assert shows(pilot, "Cancelled.") and not shows(pilot, "r places")
        await pilot.press("G", "r")
        assert shows(pilot, "No annotation on this passage to put on other words.")


async def test_a_selection_that_was_left_moves_no_annotation() -> None:
    notebook = fill(some())
    async with reading(story()) as pilot:
        await until(pilot, lambda: len(app_of(pilot).session.placed) == 7)
        session = app_of(pilot).session
        session.move_to(HARBOUR.index(COST))
        await pilot.press("r", "escape")
        pane = app_of(pilot).reader.panes[0]
        row = pane.view.rows((HARBOUR.index("About 300"),) * 2)[0]
        await pilot.click(pane, offset=(GUTTER + 2, row + 1), times=2)
        await pilot.press("enter", *"new", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    cost = [a for a in notebook.annotations() if a.target.quote == COST]
    assert {a.body for a in cost} == {"Who counted?", "cost"}
    assert "new" in {a.body for a in notebook.annotations()}


async def test_a_verdict_is_not_what_r_moves() -> None:
    harbour, gazette = story()
    fill([Put(harbour, COST, "verdict", "conflict", (gazette, "It will cost 6 million euros"))])
    async with reading(story()) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed)
        app_of(pilot).session.move_to(HARBOUR.index(COST))
        await pilot.press("r")
        assert shows(pilot, "No annotation on this passage to put on other words.")
