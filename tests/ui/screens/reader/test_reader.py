from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from seedreader.article import Article, Span
from seedreader.ingest.errors import Problem
from seedreader.ingest.load_files import load
from seedreader.notebook import Notebook
from seedreader.ui.column.column_view import GUTTER
from seedreader.ui.parts.part import Mode
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, paste, reader, reading, ready, rows, shows, until

LONG = "".join(
    f"Paragraph {n} of this report says that ship {n} left the harbour on Monday.\n" for n in range(90)
)


def has_columns(pilot: Pilot[None], columns: int) -> bool:
    return len(app_of(pilot).reader.panes) == columns


async def test_the_text_stands_before_the_analysis_does() -> None:
    async with reader(articles(HARBOUR, GAZETTE)).run_test(size=(120, 36)) as pilot:
        assert shows(pilot, "The harbour council approved")
        await ready(pilot)
        assert shows(pilot, "2 sources · 2 origins")


@pytest.mark.parametrize(("width", "columns"), [(40, 1), (79, 1), (80, 2), (120, 3), (200, 3)])
async def test_as_many_columns_as_fit(width: int, columns: int) -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), (width, 30)) as pilot:
        assert len(app_of(pilot).reader.panes) == columns
        blank = 1
        assert all(pane.size.width + blank >= 40 for pane in app_of(pilot).reader.panes)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_ruler_does_not_touch_the_bar_of_the_next_column(size: tuple[int, int]) -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), size) as pilot:
        await ready(pilot)
        panes = app_of(pilot).reader.panes
        assert sum(pane.region.width for pane in panes) + len(panes) - 1 == size[0]
        for pane in panes[1:]:
            lines = rows(pilot)[pane.region.y : pane.region.bottom]
            assert {line[pane.region.x - 1] for line in lines} == {" "}


async def test_hidden_sources_are_reached_and_told() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER), (80, 24)) as pilot:
        assert shows(pilot, "2 of 3 sources")
        assert not shows(pilot, "3 source 3")
        await pilot.press("3")
        assert shows(pilot, "3 source 3")
        assert shows(pilot, "Rain fell over the northern hills")
        await pilot.press("tab")
        assert app_of(pilot).session.focus == 0


async def test_resizing_changes_the_columns_and_keeps_the_passage() -> None:
    async with reading(articles(LONG, GAZETTE, WEATHER), (120, 36)) as pilot:
        await pilot.press("G", "k", "k")
        place = app_of(pilot).session.place
        for size, columns in (((50, 20), 1), ((200, 50), 3), ((80, 24), 2)):
            await pilot.resize_terminal(*size)
            await until(pilot, partial(has_columns, pilot, columns))
            await pilot.pause()
            assert app_of(pilot).session.place == place
            assert shows(pilot, "Paragraph 87")


async def test_sentences_claims_and_ends() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        session = app_of(pilot).session
        await pilot.press("G")
        assert shows(pilot, "Paragraph 89")
        await pilot.press("j")
        assert shows(pilot, "This is the last sentence.")
        await pilot.press("g")
        assert shows(pilot, "Paragraph 0 ")
        await pilot.press("n")
        assert session.claim is not None
        assert not shows(pilot, "This is the last sentence.")


async def test_pages_go_down_and_up_again() -> None:
    async with reading(articles(LONG, GAZETTE)) as pilot:
        view = app_of(pilot).reader.focused_pane.view
        app_of(pilot).session.follow = False
        start = app_of(pilot).session.place
        for key in ("space", "f", "pagedown"):
            before = view.top
            await pilot.press(key)
            assert view.top > before
            first, last = view.rows(app_of(pilot).session.here.cursor)
            assert 0 <= first <= last < view.height
        for key in ("b", "pageup", "b"):
            await pilot.press(key)
        assert view.top == 0
        await pilot.press("b")
        assert app_of(pilot).session.place == start


async def test_enter_goes_to_the_match_level_with_where_it_came_from() -> None:
    async with reading(articles(LONG + HARBOUR, GAZETTE)) as pilot:
        session, screen = app_of(pilot).session, app_of(pilot).reader
        session.move_to((LONG + HARBOUR).index("It will cost"))
        screen.sync()
        row = screen.focused_pane.view.rows(session.here.cursor)[0]
        home = session.place
        await pilot.press("enter")
        assert session.focus == 1
        assert "6 million" in session.here.article.text[slice(*session.here.cursor)]
        assert screen.focused_pane.view.rows(session.here.cursor)[0] == row
        await pilot.press("backspace")
        assert session.place == home
        await pilot.press("right_square_bracket")
        assert session.focus == 1


async def test_enter_where_nothing_matches_says_so() -> None:
    async with reading(articles(HARBOUR, WEATHER)) as pilot:
        await pilot.press("enter")
        assert shows(pilot, "No match found in another source; M offers the nearest passages.")
        await pilot.press("backspace")
        assert shows(pilot, "No jump to go back to.")


async def test_follow_mode_keeps_the_match_level() -> None:
    async with reading(articles(LONG + HARBOUR, GAZETTE)) as pilot:
        session, (one, two) = app_of(pilot).session, app_of(pilot).reader.panes
        session.move_to((LONG + HARBOUR).index("It will cost"))
        app_of(pilot).reader.sync()
        match = session.matches()[1]
        assert two.view.rows(match)[0] == one.view.rows(session.here.cursor)[0]
        await pilot.press("F")
        assert shows(pilot, "Follow mode off")
        top = two.view.top
        await pilot.press("g", "G", "k")
        assert two.view.top == top


async def test_no_column_stands_mostly_empty_to_keep_level() -> None:
    async with reading(articles(LONG + HARBOUR, GAZETTE)) as pilot:
        session, (one, two) = app_of(pilot).session, app_of(pilot).reader.panes
        session.move_to((LONG + HARBOUR).index("It will cost"))
        one.view.level(session.here.cursor, one.view.height - 3)
        app_of(pilot).reader.sync()
        assert two.view.top >= -one.view.height // 3
        assert two.view.rows(session.matches()[1])[0] == one.view.rows(session.here.cursor)[0]


async def test_a_source_without_a_match_stays_where_it_is() -> None:
    async with reading(articles(LONG + HARBOUR, LONG.replace("ship", "train"), WEATHER * 30)) as pilot:
        third = app_of(pilot).reader.panes[2]
        third.view.scroll_by(4)
        top = third.view.top
        assert top > 0
        await pilot.press("j", "j", "n", "n", "G")
        assert third.view.top == top


async def test_the_evidence_panel_tells_what_the_others_say() -> None:
    async with reading(articles(HARBOUR, GAZETTE, WEATHER)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("It will cost"))
        app_of(pilot).reader.sync()
        await pilot.pause()
        assert shows(pilot, "4 million euros")
        assert any(" 2 " in row and "6 million" in row for row in rows(pilot)[-9:])
        assert shows(pilot, "no match found in 3")
        await pilot.press("p")
        assert not shows(pilot, "no match found in 3")
        await pilot.press("p")
        assert shows(pilot, "no match found in 3")
        await pilot.resize_terminal(120, 14)
        await pilot.press("p")
        assert shows(pilot, "needs a terminal of 16 lines")
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: shows(pilot, "no match found in 3"))


async def test_boilerplate_is_marked_named_and_can_be_plain() -> None:
    text = "Date: 2024-05-17 10:00:00\n\n" + HARBOUR
    async with reading([Article(text, "dated"), *articles(GAZETTE)]) as pilot:
        await pilot.press("g")
        assert shows(pilot, "boilerplate: ")
        assert any(row.startswith("▌") for row in rows(pilot))
        await pilot.press("j")
        assert any(row.startswith("┊") and "Date:" in row for row in rows(pilot))
        await pilot.press("d", "d")
        assert not any(row.startswith("┊") for row in rows(pilot))


async def test_boilerplate_inside_a_passage_is_named_without_calling_all_of_it_so() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        start = session.here.cursor[0]
        session.here.boilerplate = (Span(start + 4, start + 11, "credit", 0.9),)
        await pilot.press("j", "k")
        assert shows(pilot, "┊ credit in it")
        assert not shows(pilot, "boilerplate: ")


async def test_one_source_alone_is_told_so() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        assert shows(pilot, "nothing to compare it with")
        await pilot.press("tab")
        assert shows(pilot, "There is one source only.")


async def test_problems_of_the_inputs_are_told() -> None:
    async with reading(
        articles(HARBOUR), problems=[Problem("x.txt", "empty"), Problem("y.txt", "empty")]
    ) as pilot:
        assert shows(pilot, "2 problems in opening: 2 files not read; ! lists them. x.txt: is empty.")


async def test_a_terminal_made_too_small_says_what_it_needs() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.resize_terminal(30, 6)
        await until(pilot, lambda: shows(pilot, "Too small: 40×10"))
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: shows(pilot, "The harbour council approved"))


async def test_no_key_does_anything_while_a_terminal_is_too_small_to_show_it() -> None:
    notebook = Notebook(notebook_file())
    notebook.add(Article(HARBOUR, "x", None), [(0, 11)], "note", "kept")
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await until(pilot, lambda: shows(pilot, "✎ 1"))
        place = app_of(pilot).session.place
        await pilot.resize_terminal(20, 5)
        await until(pilot, lambda: shows(pilot, "Too small"))
        await pilot.press("x", "j", "v", "slash", "o", "ctrl+p")
        await paste(pilot, "council")
        assert app_of(pilot).screen is app_of(pilot).reader
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: shows(pilot, "The harbour council approved"))
        assert [annotation.body for annotation in notebook.annotations()] == ["kept"]
        assert (app_of(pilot).session.place, app_of(pilot).reader.mode) == (place, Mode.READING)
        await pilot.press("j")
        assert app_of(pilot).session.place != place


async def test_a_program_in_a_terminal_too_small_can_be_left() -> None:
    async with reading(articles(HARBOUR)) as pilot:
        await pilot.resize_terminal(20, 5)
        await until(pilot, lambda: shows(pilot, "Too small"))
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_clicking_puts_the_cursor_and_the_wheel_scrolls() -> None:
    async with reading(articles(LONG, LONG.replace("ship", "train"))) as pilot:
        screen, session = app_of(pilot).reader, app_of(pilot).session
        await pilot.click(screen.panes[1], offset=(GUTTER + 3, 5))
        assert session.focus == 1
        assert session.here.cursor[0] <= screen.panes[1].view.offset_at(4, 3) < session.here.cursor[1]
        top = screen.panes[0].view.top
        await pilot._post_mouse_events([MouseScrollDown], screen.panes[0], (5, 5), button=0)
        assert screen.panes[0].view.top > top


async def test_a_notebook_that_cannot_be_read_is_told_and_reading_goes_on() -> None:
    notebook_file().write_bytes(b"something else altogether" * 99)
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await until(pilot, lambda: shows(pilot, "notebook"))
        await pilot.press("a", "h", "i", "enter")
        await until(pilot, lambda: shows(pilot, "notebook"))
        assert app_of(pilot).reader.writing.is_open
    assert notebook_file().read_bytes() == b"something else altogether" * 99


async def test_sources_of_one_origin_share_a_row() -> None:
    copies = [HARBOUR.replace("Porto Sul", f"Porto {name}") for name in ("Sul", "Norte", "Novo", "Velho")]
    async with reading(articles(*copies, WEATHER), (120, 36)) as pilot:
        assert shows(pilot, "5 sources · 2 origins")
        assert shows(pilot, "≡ 2–4 ")
        assert shows(pilot, "   no match found in 5")


async def test_more_matches_than_the_panel_holds_are_told() -> None:
    fillers = (" ".join(f"Word{n}x{i}" for i in range(60)) for n in range(12))
    sources = [HARBOUR + filler + ".\n" for filler in fillers]
    async with reading(articles(*sources), (80, 24)) as pilot:
        session = app_of(pilot).session
        session.move_to(HARBOUR.index("About 300"))
        app_of(pilot).reader.sync()
        await pilot.pause()
        assert shows(pilot, "Enter visits every match")
        assert shows(pilot, "? help")


async def test_an_analysis_that_fails_is_told_and_reading_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr("seedreader.story.Story.links", property(broken))
    async with reader(articles(LONG, GAZETTE)).run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: shows(pilot, "RuntimeError: no such luck"))
        await pilot.press("G")
        assert shows(pilot, "Paragraph 89")
        assert shows(pilot, "not compared")
        await pilot.press("n")
        assert shows(pilot, "RuntimeError: no such luck")


def test_an_error_of_its_own_ends_in_one_sentence_and_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    app = reader(articles(HARBOUR))
    app._exception = RuntimeError("no\x1b such luck")
    app._print_error_renderables()
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "\x1b" not in said
    log = Path(said.split()[-1].rstrip("."))
    assert "RuntimeError: no" in log.read_text()
    log.unlink()


async def test_the_palette_finds_a_command() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: pilot.app.screen is not app_of(pilot).reader)
        await pilot.press(*"follow mode")
        await until(pilot, lambda: shows(pilot, "Follow mode: the other sources"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot, "Follow mode off"))


async def test_the_samples_open_and_are_read(seeds: list[Path]) -> None:
    async with reading(load(seeds).articles, (240, 60)) as pilot:
        session = app_of(pilot).session
        assert len(app_of(pilot).reader.panes) == 5
        for _ in range(5):
            while session.move_claim(1):
                start, end = session.here.cursor
                assert not any(s.start < end and start < s.end for s in session.here.boilerplate)
            await pilot.press("tab")
        await pilot.press("q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_a_filter_of_claims_that_is_given_up_leaves_the_one_of_before() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        await pilot.press("K", *"million", "enter")
        chosen = [source.claim_starts for source in session.sources]
        assert [len(starts) for starts in chosen] == [1, 1]
        await pilot.press("K", *"xx")
        assert [source.claim_starts for source in session.sources] == [[], []]
        await pilot.press("escape")
        assert [source.claim_starts for source in session.sources] == chosen
        assert session.claim_filter.text == "million"
