"""Putting things on passages, from the keyboard, until they are on disk."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.events import AppFocus, Key, Paste
from textual.geometry import Region
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.notebook import Annotation, Code, Notebook, NotebookError, version_of
from seedreader.notebook.drafts import Draft, Drafts
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.parts.part import Mode
from seedreader.ui.widgets.editor import Editor
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, reading, rows, send, shows, until


def drafts() -> list[Draft]:
    return list(Drafts(notebook_file().parent / "drafts").every())


def ask(pilot: Pilot[None], title: str) -> None:
    """Choose what the palette offers under this title."""
    offered = app_of(pilot).get_system_commands(pilot.app.screen)
    next(command for command in offered if command.title == title).callback()


async def test_a_note_is_written_marked_and_there_after_a_restart() -> None:
    sources = articles(HARBOUR, GAZETTE)
    async with reading(sources) as pilot:
        await pilot.press("a")
        await pilot.press(*"quit? x")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert any("✎" in row and "harbour council approved" in row for row in rows(pilot))
    (kept,) = Notebook(notebook_file()).annotations()
    assert (kept.body, kept.kind) == ("quit? x", "note")
    async with reading(sources) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        assert shows(pilot, "✎ quit? x")


async def test_no_key_does_anything_else_while_a_note_is_written() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        place = app_of(pilot).session.place
        await pilot.press("a")
        await pilot.press(*"jknNxuUdFpq?o", "tab", "shift+tab", "up", "down", "pagedown", "ctrl+c")
        assert app_of(pilot).session.place == place
        assert app_of(pilot).is_running
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert Notebook(notebook_file()).annotations()[0].body == "jknNxuUdFpq?o"


async def test_a_note_may_have_several_lines() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", "o", "n", "e", "ctrl+j", "t", "w", "o", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert Notebook(notebook_file()).annotations()[0].body == "one\ntwo"


async def test_a_removed_field_is_drawn_blank_beneath_a_screen_that_opens() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", "x")
        field = pilot.app.screen.query_one(Editor)
        await pilot.press("enter")
        await until(pilot, lambda: not pilot.app.screen.query(Editor))
        assert [strip.text for strip in field.render_lines(Region(0, 0, 4, 2))] == ["    ", "    "]


async def test_leaving_the_editor_keeps_the_draft_through_a_restart() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", "h", "i", "escape")
        assert shows(pilot, "the draft is there")
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)
    assert not notebook_file().exists()
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a")
        await until(pilot, lambda: shows(pilot, "A draft of yours stood here."))
        await pilot.press("!", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    assert [a.body for a in Notebook(notebook_file()).annotations()] == ["hi!"]
    assert drafts() == []


async def test_every_key_of_a_note_is_on_disk_before_it_is_saved() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", *"who said it")
        await until(pilot, lambda: [draft.body for draft in drafts()] == ["who said it"])
        await pilot.press(*["backspace"] * len("who said it"))
        await until(pilot, lambda: drafts() == [])


@pytest.mark.parametrize("status", [0, 1])
async def test_an_editor_that_leaves_nothing_takes_nothing_away(
    monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    monkeypatch.setattr(SeedreaderApp, "suspend", lambda _: nullcontext())
    monkeypatch.setenv("VISUAL", f"sh -c ': > \"$0\"; exit {status}'")
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", *"who")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: shows(pilot, "what you had typed stays"))
        assert shows(pilot, "ended with status 1") == bool(status)
        assert [draft.body for draft in drafts()] == ["who"]
        await pilot.press("!", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    assert [a.body for a in Notebook(notebook_file()).annotations()] == ["who!"]


async def test_all_that_was_typed_is_in_the_draft_until_the_save_is_on_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add = Notebook.add
    during: list[list[str]] = []

    def watched(notebook: Notebook, *args: Any, **named: Any) -> Annotation:
        during.append([draft.body for draft in drafts()])
        made = add(notebook, *args, **named)
        during.append([draft.body for draft in drafts()])
        return made

    monkeypatch.setattr(Notebook, "add", watched)
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a")
        await send(pilot, *"who said it", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    assert during == [["who said it"]] * 2
    assert drafts() == []


async def test_keys_in_a_burst_are_all_written() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        burst = [("a", "a"), *((c, c) for c in "who"), ("ctrl+j", None), *((c, c) for c in "said?")]
        for key, character in burst:
            pilot.app.post_message(Key(key, character))
        await until(pilot, lambda: app_of(pilot).reader.query("Editor:focus"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert Notebook(notebook_file()).annotations()[0].body == "who\nsaid?"


async def test_pressing_enter_twice_saves_once() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", "h", "i")
        for _ in range(2):
            pilot.app.post_message(Key("enter", None))
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert [a.body for a in Notebook(notebook_file()).annotations()] == ["hi"]


async def test_control_characters_in_a_note_are_only_shown() -> None:
    sources = articles(HARBOUR)
    Notebook(notebook_file()).add(Article(HARBOUR, "x", None), [(0, 11)], "note", "a\x1b]0;owned\x07b")
    async with reading(sources) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        await pilot.press("e")
        await until(pilot, lambda: shows(pilot, "a␛]0;owned␇b"))
        pilot.app.post_message(Paste("p\x1b[31mq"))
        await until(pilot, lambda: shows(pilot, "p␛[31mq"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Saved."))


async def test_what_was_deleted_elsewhere_comes_back_when_it_is_edited_here() -> None:
    notebook = Notebook(notebook_file())
    made = notebook.add(Article(HARBOUR, "x", None), [(0, 11)], "note", "shared")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        await pilot.press("e")
        notebook.delete([made])
        await pilot.press("!", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    assert [a.body for a in notebook.annotations()] == ["shared!"]


async def test_two_readers_of_one_note_lose_nothing_and_are_told() -> None:
    notebook = Notebook(notebook_file())
    made = notebook.add(Article(HARBOUR, "x", None), [(0, 11)], "note", "shared")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        await pilot.press("e")
        notebook.edit(made, "shared, theirs")
        await pilot.press("!", "enter")
        await until(pilot, lambda: shows(pilot, "changed elsewhere meanwhile: both are kept."))
    assert sorted(a.body for a in notebook.annotations()) == ["shared!", "shared, theirs"]


async def test_a_note_that_was_changed_elsewhere_is_not_deleted_unread() -> None:
    notebook = Notebook(notebook_file())
    made = notebook.add(Article(HARBOUR, "x", None), [(0, 11)], "note", "shared")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        notebook.edit(made, "shared, theirs")
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "changed elsewhere meanwhile: not deleted"))
        assert shows(pilot, "shared, theirs")
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "deleted; u brings it back."))
    assert notebook.annotations() == ()


async def test_a_draft_is_a_change_of_the_note_that_it_was_begun_on() -> None:
    notebook = Notebook(notebook_file())
    made = notebook.add(Article(HARBOUR, "x", None), [(0, 11)], "note", "shared")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        await pilot.press("e", "!", "escape")
    notebook.edit(made, "shared, theirs")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        await pilot.press("e", "!", "enter")
        await until(pilot, lambda: shows(pilot, "both are kept."))
    assert sorted(a.body for a in notebook.annotations()) == ["shared!!", "shared, theirs"]


async def test_notes_on_an_earlier_text_find_their_words(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    start = HARBOUR.index("About 300")
    end = HARBOUR.index(".", start)
    made = Notebook(notebook_file()).add(Article(HARBOUR, "a", str(file)), [(start, end)], "note", "old")
    file.write_text("A new beginning of three words.\n\n" + HARBOUR.replace("About 300", "About 400"))
    async with reading(load([file]).articles) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        (placed,) = app_of(pilot).session.placed
        assert placed.state == "edited"
        assert placed.here.figures == (("300", "400"),)
        session = app_of(pilot).session
        session.move_to(placed.here.start)
        app_of(pilot).reader.sync()
        await until(pilot, lambda: shows(pilot, "the words changed, 300 → 400, was “About 300"))
        await pilot.press("Y")
        await until(pilot, lambda: shows(pilot, "confirmed here"))
        (kept,) = Notebook(notebook_file()).annotations()
        assert (kept.id, kept.target.quote) == (made.id, made.target.quote)
        assert kept.target.version == version_of(file.read_text())
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid"))
        assert Notebook(notebook_file()).annotations() == (made,)


async def test_a_note_whose_words_are_gone_is_an_orphan(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    Notebook(notebook_file()).add(Article(HARBOUR, "a", str(file)), [(0, 40)], "note", "old")
    file.write_text(WEATHER)
    async with reading(load([file]).articles) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed != ())
        (placed,) = app_of(pilot).session.placed
        assert (placed.state, placed.here.ranges) == ("orphan", ())


async def test_an_empty_note_is_not_saved() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", "space", "enter")
        assert shows(pilot, "Nothing was written")
        assert not notebook_file().exists()


async def test_tag_edit_delete_undo_and_redo() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("t", *"pier", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert notebook.annotations()[0].kind == "tag"
        await pilot.press("e", "s", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert notebook.annotations()[0].body == "piers"
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "u brings it back"))
        assert notebook.annotations() == ()
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid"))
        assert notebook.annotations()[0].body == "piers"
        await pilot.press("U")
        await until(pilot, lambda: shows(pilot, "Redid"))
        assert notebook.annotations() == ()
        await pilot.press("x")
        assert shows(pilot, "Nothing of yours on this passage to delete.")


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    add, full = Notebook.add, [True]

    def sometimes(notebook: Notebook, *args: Any, **named: Any) -> Annotation:
        if full[0]:
            raise NotebookError("The disk is full.")
        return add(notebook, *args, **named)

    monkeypatch.setattr(Notebook, "add", sometimes)
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("a", "h", "i", "enter")
        await until(pilot, lambda: shows(pilot, "The disk is full."))
        full[0] = False
        await pilot.press("!", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert Notebook(notebook_file()).annotations()[0].body == "hi!"


async def test_a_highlight_takes_the_next_colour_each_time() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot, "Highlighted in yellow"))
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot, "Highlighted in green"))
        assert [(a.kind, a.body) for a in notebook.annotations()] == [("highlight", "green")]
        await pilot.press("j", "c")
        await until(pilot, lambda: len(notebook.annotations()) == 2)
        assert {a.body for a in notebook.annotations()} == {"green"}


async def test_a_digit_takes_a_recent_tag_and_tab_completes() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        for name in ("pier", "money"):
            await pilot.press("t", *name, "enter")
            await until(pilot, lambda: shows(pilot, "Saved."))
        await pilot.press("j", "t")
        await until(pilot, lambda: shows(pilot, " 1 money  2 pier"))
        await pilot.press("2")
        await until(pilot, lambda: len(notebook.annotations()) == 3)
        await pilot.press("j", "t", "m", "tab", "enter")
        await until(pilot, lambda: len(notebook.annotations()) == 4)
        await pilot.press("j", "t", *"#2026", "enter")
        await until(pilot, lambda: len(notebook.annotations()) == 5)
    assert sorted(a.body for a in notebook.annotations()) == ["2026", "money", "money", "pier", "pier"]


async def test_exact_words_are_selected_and_annotated() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("About 300"))
        await pilot.press("v")
        assert shows(pilot, "other edge")
        await pilot.press("w", "l")
        assert selected(pilot) == "300 people"
        await pilot.press("v", "h", "h")
        assert selected(pilot) == "300 peop"
        await pilot.press("tab", "l")
        assert selected(pilot) == "00 peop"
        await pilot.press("v", "h")
        assert selected(pilot) == "300 peop"
        await pilot.press("tab", "l", "a", *"how many?", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        assert session.selection is None
        assert [a.target.quote for a in notebook.annotations()] == ["300 people"]
        await pilot.press("r", "l", "enter")
        await until(pilot, lambda: shows(pilot, "stands on these words now"))
        assert [a.target.quote for a in notebook.annotations()] == ["300 people came"]
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid"))
        assert [a.target.quote for a in notebook.annotations()] == ["300 people"]


async def test_leaving_a_selection_changes_nothing() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        place = app_of(pilot).session.place
        await pilot.press("v", "l", "j", "escape")
        assert app_of(pilot).session.selection is None
        assert app_of(pilot).session.place == place
        assert not notebook_file().exists()


def selected(pilot: Pilot[None]) -> str:
    place = app_of(pilot).session.passage
    return app_of(pilot).session.here.article.text[place.start : place.end]


async def test_notes_go_out_to_a_file_and_come_in_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    notebook = Notebook(notebook_file())
    made = notebook.add(Article(HARBOUR, "x", None), [(0, 11)], "note", "who?")
    async with reading(articles(HARBOUR)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        ask(pilot, "Export notes as json")
        await until(pilot, lambda: shows(pilot, "test-story-notes.json"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "1 annotation exported as json"))
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot, "✎ 0"))
        notebook_file().unlink()
        ask(pilot, "Import notes from a file")
        await until(pilot, lambda: app_of(pilot).reader.query("Editor:focus"))
        await pilot.press(*"test-story-notes.json", "enter")
        await until(pilot, lambda: shows(pilot, "1 added, 0 updated"))
        assert shows(pilot, "✎ 1")
    assert notebook.annotations() == (made,)


async def test_a_file_that_is_no_export_is_told_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"annotations": [')
    async with reading(articles(HARBOUR)) as pilot:
        ask(pilot, "Import notes from a file")
        await until(pilot, lambda: app_of(pilot).reader.query("Editor:focus"))
        await pilot.press(*str(tmp_path / "x.json"), "enter")
        await until(pilot, lambda: shows(pilot, "is not whole JSON"))
        assert app_of(pilot).reader.writing.is_open
        assert not notebook_file().exists()


async def test_a_verdict_on_a_computed_link_wins_and_can_be_taken_back() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("It will cost"))
        app_of(pilot).reader.sync()
        (link,) = session.evidence()
        assert (link.relation, link.verdict) == ("conflict", False)
        await pilot.press("y", "a")
        await until(pilot, lambda: shows(pilot, "Verdict: agree"))
        assert [(link.relation, link.verdict) for link in session.evidence()] == [("agree", True)]
        await pilot.press("y", "x")
        await until(pilot, lambda: shows(pilot, "Verdict: not linked"))
        assert session.evidence() == ()
        assert [a.body for a in notebook.annotations()] == ["none"]
        await pilot.press("u", "u")
        await until(pilot, lambda: notebook.annotations() == ())
        await until(pilot, lambda: [link.relation for link in session.evidence()] == ["conflict"])


async def test_a_verdict_holds_after_a_restart() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        app_of(pilot).session.move_to(HARBOUR.index("It will cost"))
        await pilot.press("y", "s")
        await until(pilot, lambda: shows(pilot, "Verdict: related"))
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        await until(
            pilot,
            lambda: [(link.relation, link.verdict) for link in session.evidence()] == [("related", True)],
        )


async def test_two_passages_are_linked_by_hand() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("Work begins"))
        await pilot.press("L", "2")
        session.move_to(GAZETTE.index("Some residents"))
        await pilot.press("L", "c")
        await until(pilot, lambda: shows(pilot, "Verdict: conflict"))
        (made,) = notebook.annotations()
        assert made.other is not None
        assert (made.target.quote[:14], made.other.quote[:11]) == ("Some residents", "Work begins")
        assert [link.relation for link in session.evidence() if link.verdict] == ["conflict"]


async def test_a_link_is_between_two_sources_and_holding_a_passage_ends_the_selection() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        await pilot.press("v", "l", "L")
        assert session.selection is None
        assert session.held is not None
        held = HARBOUR[session.held.start : session.held.end]
        assert held == "The harbour"
        await pilot.press("j", "L")
        assert shows(pilot, "Cancelled: a link is between two sources.")
        assert app_of(pilot).reader.mode is Mode.READING
        assert not shows(pilot, "L links with")
        await pilot.press("L")
        assert shows(pilot, "L links with the held passage")


async def test_the_reader_says_what_is_boilerplate_and_what_is_a_claim() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("About 300"))
        await pilot.press("B")
        await until(pilot, lambda: [span.kind for span in session.here.boilerplate] == ["marked"])
        await pilot.press("B")
        await until(pilot, lambda: session.here.boilerplate == ())
        start = HARBOUR.index("Work begins")
        session.move_to(start)
        claims = session.here.claims
        await pilot.press("C")
        await until(pilot, lambda: session.here.claims != claims)
        await pilot.press("u")
        await until(pilot, lambda: session.here.claims == claims)


async def test_the_codebook_goes_out_and_comes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    notebook = Notebook(notebook_file())
    notebook.describe_tag(Code("pier", "the new one", "blue"))
    async with reading(articles(HARBOUR)) as pilot:
        ask(pilot, "Export the codebook")
        await until(pilot, lambda: shows(pilot, "codebook.csv"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "1 tag exported"))
        notebook_file().unlink()
        ask(pilot, "Import notes from a file")
        await until(pilot, lambda: app_of(pilot).reader.query("Editor:focus"))
        await pilot.press(*"codebook.csv", "enter")
        await until(pilot, lambda: shows(pilot, "1 added, 0 updated"))
    assert [tag.code for tag in notebook.tags()] == [Code("pier", "the new one", "blue")]


async def test_keys_typed_ahead_of_a_save_are_for_what_comes_after() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        for key in [*"afirst", "enter", *"jasecond", "enter"]:
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        notebook = Notebook(notebook_file())
        await until(pilot, lambda: len(notebook.annotations()) == 2)
    assert [a.body for a in notebook.annotations()] == ["first", "second"]


async def test_the_palette_takes_quick_keys_and_stays_shut_while_writing() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        for key in ("ctrl+p", "pagedown", "pagedown", "down", "enter", "enter", "enter"):
            pilot.app.post_message(Key(key, None))
        await pilot.pause()
        await pilot.press("escape", "escape")
        await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)
        await pilot.press("a", "h", "ctrl+p", "i", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
    assert [a.body for a in Notebook(notebook_file()).annotations()] == ["hi"]


async def test_the_editor_can_be_left_where_no_draft_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NotebookError("The disk is full.")

    monkeypatch.setattr(Drafts, "keep", full)
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("a", "h", "escape")
        await until(pilot, lambda: shows(pilot, "Esc again closes"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(pilot, "neither the note nor a draft"))
        assert not app_of(pilot).reader.writing.is_open


async def test_of_many_links_the_chosen_one_is_always_shown() -> None:
    fillers = (" ".join(f"Word{n}x{i}" for i in range(60)) for n in range(12))
    async with reading(articles(*(HARBOUR + filler + ".\n" for filler in fillers)), (80, 24)) as pilot:
        app_of(pilot).session.move_to(HARBOUR.index("About 300"))
        await pilot.press("y")
        for _ in range(12):
            pair = app_of(pilot).reader.judging.pair
            assert pair is not None
            assert any(row.startswith("▌") and f" {pair.b.source + 1} " in row for row in rows(pilot)[-9:-1])
            await pilot.press("j")


async def test_a_low_terminal_shows_the_link_that_is_judged() -> None:
    async with reading(articles(HARBOUR, GAZETTE), (60, 14)) as pilot:
        app_of(pilot).session.move_to(HARBOUR.index("It will cost"))
        await pilot.press("y")
        await until(pilot, lambda: shows(pilot, "▌≠ 2"))
        await pilot.press("escape")
        await until(pilot, lambda: not shows(pilot, "▌≠ 2"))


async def test_a_rejected_link_can_be_judged_again() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("It will cost"))
        await pilot.press("y", "x")
        await until(pilot, lambda: shows(pilot, "Verdict: not linked"))
        await pilot.press("y")
        assert shows(pilot, "not linked: ")
        await pilot.press("c")
        await until(pilot, lambda: shows(pilot, "Verdict: conflict"))
        assert [link.relation for link in session.evidence()] == ["conflict"]
    assert [a.body for a in notebook.annotations()] == ["conflict"]


async def test_a_passage_takes_a_tag_once() -> None:
    notebook = Notebook(notebook_file())
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.press("t", *"pier", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        await pilot.press("t", "1")
        await until(pilot, lambda: shows(pilot, "It has the tag “pier” already."))
    assert len(notebook.annotations()) == 1


async def test_what_waits_for_a_passage_is_shown_and_can_be_let_go() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("L")
        assert shows(pilot, "L links with the held passage")
        await pilot.press("escape")
        assert shows(pilot, "Cancelled.")
        assert not shows(pilot, "L links with")


async def test_both_ends_of_a_verdict_are_confirmed_in_one_change(tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    old = [Article(text, "x", str(file)) for text, file in zip((HARBOUR, GAZETTE), files, strict=True)]
    start, other = HARBOUR.index("It will cost"), GAZETTE.index("It will cost")
    notebook = Notebook(notebook_file())
    made = notebook.add(
        old[0], [(start, start + 30)], "verdict", "agree", other=(old[1], [(other, other + 30)])
    )
    for file, text in zip(files, (HARBOUR, GAZETTE), strict=True):
        file.write_text(text.replace("million", "billion"))
    async with reading(load(files).articles) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed != ())
        app_of(pilot).session.move_to(start)
        await pilot.press("Y")
        await until(pilot, lambda: shows(pilot, "confirmed here"))
        (placed,) = app_of(pilot).session.placed
        assert placed.state == "confirmed"
        await pilot.press("Y")
        await until(pilot, lambda: shows(pilot, "Nothing here needs to be confirmed."))
        await pilot.press("u")
        await until(pilot, lambda: shows(pilot, "Undid"))
    assert notebook.annotations() == (made,)


async def test_what_another_instance_wrote_is_shown_when_one_comes_back() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        Notebook(notebook_file()).add(Article(HARBOUR, "x", None), [(0, 11)], "note", "from elsewhere")
        pilot.app.post_message(AppFocus())
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        Notebook(notebook_file()).add(Article(HARBOUR, "x", None), [(0, 3)], "note", "and again")
        await pilot.press("o")
        await until(pilot, lambda: shows(pilot, "and again"))


async def test_a_note_of_two_lines_shows_that_it_has_two_and_is_edited_as_two() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("a", *"one", "ctrl+j", *"two", "enter")
        await until(pilot, lambda: shows(pilot, "Saved."))
        await until(pilot, lambda: shows(pilot, "one ¶ two"))
        await pilot.press("e")
        await until(pilot, lambda: bool(pilot.app.screen.query(Editor)))
        shown = [row.strip() for row in rows(pilot)]
        assert "one" in shown
        assert "two" in shown
