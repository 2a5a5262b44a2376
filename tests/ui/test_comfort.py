"""Themes, settings, help and the line for beginners, as the reader meets them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from seedreader import settings
from seedreader.session import ui_state
from seedreader.session.ui_state import UiState
from seedreader.settings import THEMES, Settings
from seedreader.ui.app import SeedreaderApp
from seedreader.ui.screens.help.help_screen import HelpScreen
from seedreader.ui.screens.part_screen import PartScreen
from seedreader.ui.themes import palette
from seedreader.ui.widgets.editor import Editor
from tests.programs import in_terminal
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, notebook_file, paste, ready, rows, shows, until

ALL = articles(HARBOUR, GAZETTE, WEATHER)
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")


def data() -> Path:
    return notebook_file().parent


def program(
    chosen: Settings | None = None, theme: str = "dark", known: UiState | None = None
) -> SeedreaderApp:
    known = known or UiState(hinted=True)
    return SeedreaderApp(
        ALL, "test story", notebook_file, (), chosen or Settings(), theme, known, together=True
    )


def colours(pilot: Pilot[None]) -> set[str]:
    """The background colours on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    styles = (segment.style for strip in strips for segment in strip)
    return {style.bgcolor.name if style and style.bgcolor else "default" for style in styles}


# -- themes --------------------------------------------------------------------------------------------


async def test_the_key_changes_the_theme_at_once_and_it_is_remembered() -> None:
    async with program().run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("n")
        dark, light = palette("dark"), palette("light")
        assert {dark.background, dark.bar, dark.cursor} <= colours(pilot)
        await pilot.press("I")
        assert shows(pilot, "Theme: light.")
        assert {light.background, light.bar, light.cursor} <= colours(pilot)
        assert not {dark.background, dark.bar, dark.cursor} & colours(pilot)
        assert ui_state.read_ui_state(data()).theme == "light"


@pytest.mark.parametrize("theme", THEMES)
async def test_every_screen_shows_in_every_theme(theme: str) -> None:
    shown = palette(theme)
    expected = shown.background if shown.background.startswith("#") else "default"
    async with program(theme=theme).run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        assert expected in colours(pilot)
        for opened in ("question_mark", "o", "T"):
            await pilot.press(opened)
            await until(pilot, lambda: len(app_of(pilot).screen_stack) == 2)
            await pilot.pause()
            assert expected in colours(pilot)
            await pilot.press("escape")
            await until(pilot, lambda: len(app_of(pilot).screen_stack) == 1)
        await pilot.press("a")
        await until(pilot, lambda: bool(app_of(pilot).screen.query(Editor)))
        await pilot.press(*"who?", "escape")
        await until(pilot, lambda: not app_of(pilot).screen.query(Editor))


@pytest.mark.parametrize("theme", THEMES)
async def test_the_cursor_of_what_is_written_is_seen(theme: str) -> None:
    async with program(theme=theme).run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("a", *"xyz", "left")
        await until(pilot, lambda: shows(pilot, " xyz "))
        strips = pilot.app.screen._compositor.render_strips()
        (row,) = (strip for strip in strips if " xyz " in strip.text)
        styles = {segment.text: segment.style for segment in row}
        assert styles["z"] != next(style for text, style in styles.items() if text.endswith("xy"))
        if not palette(theme).background.startswith("#"):
            assert styles["z"] is not None
            assert styles["z"].reverse
            assert styles["z"].bgcolor is None or styles["z"].bgcolor.is_default


async def test_all_open_screens_change_their_theme() -> None:
    async with program().run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        app_of(pilot).choose_theme("light")
        await pilot.pause()
        assert palette("dark").background not in colours(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert palette("dark").background not in colours(pilot)


async def test_the_palette_has_every_theme() -> None:
    async with program().run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: bool(pilot.app.screen.query(Input)))
        await pilot.press(*"high-contrast")
        await until(pilot, lambda: shows(pilot, "Theme: high-contrast"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: app_of(pilot).theme_name == "high-contrast")


@pytest.mark.parametrize("opened", ["", "o", "T", "s", "D", "m", "question_mark"])
async def test_the_palette_has_every_command_of_the_screen(opened: str) -> None:
    async with program().run_test(size=(100, 30)) as pilot:
        await ready(pilot)
        if opened:
            await pilot.press(opened)
            await until(pilot, lambda: len(app_of(pilot).screen_stack) == 2)
        app, screen = app_of(pilot), pilot.app.screen
        assert isinstance(screen, PartScreen)
        told = [command.title for command in app.get_system_commands(screen)]
        for command in app.table.on_screen(screen.command_sets()[0]):
            if command.id != "palette" and not command.numbered:
                shown = f"{command.help}  (" if command.keys else command.help
                assert any(title.startswith(shown) for title in told), command.name


async def test_a_theme_of_the_settings_comes_back_and_that_is_told() -> None:
    chosen = settings.parse('theme = "light"', Path("/x/settings.toml"))
    async with program(chosen, theme="light").run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("I")
        assert shows(pilot, "Theme: high-contrast. In this run: settings.toml says light.")


async def test_no_color_keeps_colours_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with program(theme="plain").run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("n", "I")
        assert shows(pilot, "NO_COLOR is set")
        assert colours(pilot) == {"default"}


async def test_a_theme_that_cannot_be_remembered_is_told() -> None:
    async with program().run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        data().mkdir(exist_ok=True)
        (data() / "habits").mkdir()
        await pilot.press("I")
        assert shows(pilot, "Theme: light. It could not be remembered")


def test_no_color_sends_no_colour_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in (("one", HARBOUR), ("two", GAZETTE)):
        (tmp_path / f"{name}.txt").write_text(text)
    monkeypatch.setenv("NO_COLOR", "1")
    status, written = in_terminal([str(tmp_path)], (120, 36), wait_for="claim", keys="nnjq")
    assert status == 0
    assert COLOUR.findall(written.encode()) == []
    assert "\x1b[" in written


@pytest.mark.parametrize("terminal", ["linux", "xterm-16color", "screen", "tmux-256color", "vt100", "dumb"])
def test_it_runs_in_every_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: str) -> None:
    for name, text in (("one", HARBOUR), ("two", GAZETTE)):
        (tmp_path / f"{name}.txt").write_text(text)
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.delenv("COLORTERM")
    status, written = in_terminal([str(tmp_path)], (120, 36), wait_for="claim", keys="njIq")
    assert status == 0
    assert written.isascii() == (terminal == "linux")


# -- settings ------------------------------------------------------------------------------------------


async def test_keys_of_the_settings_do_what_the_usual_ones_did() -> None:
    chosen = Settings(keys={"reader.next_sentence": ("F6",), "reader.note": ("F7",)})
    async with program(chosen).run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        first = app_of(pilot).session.place
        await pilot.press("j", "a")
        assert app_of(pilot).session.place == first
        assert not app_of(pilot).reader.writing.is_open
        await pilot.press("f6")
        assert app_of(pilot).session.place != first
        assert shows(pilot, "F6/k sentence")
        await pilot.press("v")
        assert app_of(pilot).reader.selecting.is_on
        await pilot.press("f7")
        assert not app_of(pilot).reader.writing.is_open, "the key of another mode"
        await pilot.press("a")
        await until(pilot, lambda: app_of(pilot).reader.writing.is_open)


async def test_keys_hold_while_something_is_written() -> None:
    keys = {"editor.save": ("ctrl+g",), "editor.leave": ("ctrl+l",), "filter.keep_filter": ("ctrl+g",)}
    async with program(Settings(keys=keys)).run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("a", *"who?", "enter")
        assert app_of(pilot).reader.writing.is_open
        await pilot.press("ctrl+g")
        await until(pilot, lambda: shows(pilot, "Saved."))
        await pilot.press("question_mark", "slash", *"claim", "enter")
        help_screen = pilot.app.screen
        assert isinstance(help_screen, HelpScreen)
        assert help_screen.typed_line.field is not None
        await pilot.press("ctrl+g")
        assert help_screen.typed_line.field is None
        assert help_screen.filtering.wanted == "claim"


async def test_what_is_wrong_in_the_settings_is_told_and_listed() -> None:
    chosen = settings.parse('theme = "pink"\n[keys]\n"reader.next_claim" = "j"\n', Path("settings.toml"))
    async with program(chosen).run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        assert shows(pilot, "settings.toml, line 1: theme: is one of dark")
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: shows(pilot, "Problems"))
        assert shows(pilot, "settings.toml, line 3: reader.next_claim: j is the key of reader.next_sentence")
        await pilot.press("escape", "j")
        assert app_of(pilot).session.place.start > 0


async def test_the_settings_say_how_a_new_story_begins() -> None:
    chosen = Settings(columns=2, follow=False, panel=False, boilerplate="plain", context=0)
    async with program(chosen).run_test(size=(200, 36)) as pilot:
        await ready(pilot)
        reader = app_of(pilot).reader
        assert len(reader.panes) == 2
        assert not app_of(pilot).session.follow
        assert not reader.panel_wanted
        assert reader.kept["boilerplate"] == "plain"
        assert reader.views[0].context == 0


# -- help ----------------------------------------------------------------------------------------------


async def test_help_shows_the_screen_it_was_opened_from_and_then_all() -> None:
    async with program().run_test(size=(120, 60)) as pilot:
        await ready(pilot)
        await pilot.press("T")
        await until(pilot, lambda: shows(pilot, "Tags"))
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Keys and marks · tags"))
        assert shows(pilot, "Merge it into another tag")
        assert shows(pilot, "tags.merge")
        assert not shows(pilot, "Next sentence")
        await pilot.press("tab", "slash", *"next sentence", "enter")
        assert shows(pilot, "Keys and marks · all screens · next sentence")
        assert shows(pilot, "reader.next_sentence")
        assert not shows(pilot, "tags.merge")


async def test_help_finds_keys_words_names_and_marks() -> None:
    async with program().run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "slash")
        for typed, found in (("≠", "another source gives another figure"), ("ctrl-p", "Find a command by"),
                             ("next_claim", "Next claim"), ("FOLLOW", "Follow mode")):  # fmt: skip
            await paste(pilot, typed)
            assert shows(pilot, found), typed
            await pilot.press("ctrl+u")
        await pilot.press(*"zebra")
        assert shows(pilot, "Nothing here has “zebra”. Tab looks in all screens.")
        await pilot.press("escape")
        assert shows(pilot, "Five keys to begin with")


async def test_help_of_the_reader_begins_with_five_keys_and_the_marks_beside_the_text() -> None:
    async with program().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Five keys to begin with"))
        assert shows(pilot, "Next claim")
        assert shows(pilot, "a claim: no match found elsewhere")
        assert not shows(pilot, "Next sentence")
        await pilot.press("space")
        assert shows(pilot, "Next sentence")
        await pilot.press("g", "tab")
        assert not shows(pilot, "Five keys to begin with")
        assert shows(pilot, "Next sentence")


async def test_help_scrolls_by_lines_pages_and_to_its_ends() -> None:
    async with program().run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot, "Five keys to begin with"))
        top = rows(pilot)[1:]
        await pilot.press("j")
        assert rows(pilot)[1] == top[1]
        await pilot.press("k", "space", "b")
        assert rows(pilot)[1:] == top
        await pilot.press("G")
        assert not shows(pilot, "more line")
        await pilot.press("g")
        assert rows(pilot)[1:] == top
        await pilot.press("q")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (300, 80)])
async def test_help_fits_every_terminal(size: tuple[int, int]) -> None:
    async with program().run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("question_mark", "tab")
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        assert shows(pilot, "j/k scroll") or size[0] == 40
        assert shows(pilot, "Esc back")


# -- the line for beginners ----------------------------------------------------------------------------


async def test_a_beginner_is_told_what_to_press_until_some_keys_were() -> None:
    async with program(known=UiState()).run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        assert shows(pilot, "Begin:  n next claim  Enter to the other source")
        await pilot.press(*"njk" * 3)
        assert shows(pilot, "Begin:")
        await pilot.press(*"njk")
        assert not shows(pilot, "Begin:")
    assert ui_state.read_ui_state(data()) == UiState(None, hinted=True)
    assert (data() / "habits").stat().st_mode & 0o777 == 0o600


async def test_escape_dismisses_the_line_for_good() -> None:
    async with program(known=UiState()).run_test(size=(120, 36)) as pilot:
        await ready(pilot)
        ui_state.keep(data(), UiState(theme="light"))  # as another instance does
        await pilot.press("escape")
        assert not shows(pilot, "Begin:")
    assert ui_state.read_ui_state(data()) == UiState("light", hinted=True)


@pytest.mark.parametrize("size", [(40, 12), (40, 20), (80, 24)])
async def test_the_line_fits_or_is_left_out(size: tuple[int, int]) -> None:
    async with program(known=UiState()).run_test(size=size) as pilot:
        await ready(pilot)
        assert shows(pilot, "Begin:  n next claim") == (size[1] >= 16)


def test_habits_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    assert ui_state.read_ui_state(tmp_path) == UiState()
    (tmp_path / "habits").write_bytes(os.urandom(200))
    assert not ui_state.read_ui_state(tmp_path).hinted
    (tmp_path / "habits").unlink()
    (tmp_path / "habits").mkdir()
    assert ui_state.read_ui_state(tmp_path) == UiState()
