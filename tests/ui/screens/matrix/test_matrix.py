from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.ui.open_story import OpenStory
from seedreader.ui.parts import clipboard
from seedreader.ui.screens.matrix.matrix_screen import MatrixScreen
from seedreader.ui.work_messages import AnalysisFailed
from tests.stories import GAZETTE, HARBOUR, articles
from tests.ui.driving import app_of, paste, reader, reading, ready, rows, shows, until
from tests.ui.filled import Put, fill
from tests.ui.holding import UNUSUAL, screen_holds

DAY = date(2021, 9, 15)
BELL = (
    "The flood killed 14 people in Bergen on Monday, the mayor said.\n"
    "A football club in Malta bought three players.\n"
    "The ministry closed the harbour of Bergen after the flood.\n"
)
POST = (
    "At least 19 people in Bergen were killed by the flood on Monday, according to police.\n"
    "The harbour of Bergen was closed by the ministry after the flood.\n"
)
SUN = "The flood killed 19 people in Bergen on Monday, a nurse said.\nRain is to fall on Friday.\n"


def story() -> list[Article]:
    names = {"Bell": BELL, "Post": POST, "Sun": SUN}
    return [Article(text, name, f"{name}.txt", published=DAY) for name, text in names.items()]


def screen_of(pilot: Pilot[None]) -> MatrixScreen:
    screen = pilot.app.screen
    assert isinstance(screen, MatrixScreen)
    return screen


async def opened(pilot: Pilot[None], *keys: str) -> MatrixScreen:
    await pilot.press("m")
    await until(pilot, lambda: isinstance(pilot.app.screen, MatrixScreen) and screen_of(pilot).items)
    screen = screen_of(pilot)
    await pilot.press(*keys)
    return screen


async def in_reader(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: pilot.app.screen is app_of(pilot).reader)


def row_of(pilot: Pilot[None], text: str) -> str:
    return next(row for row in rows(pilot) if text in row)


def said_of(screen: MatrixScreen) -> str:
    """The words of the chosen cell."""
    assert screen.chosen is not None
    cell = screen.chosen.fact.cells.get(screen.choice.column)
    return screen.program.articles[screen.choice.column].text[slice(*cell.statement.range)] if cell else ""


async def test_each_fact_is_a_row_with_what_each_source_says() -> None:
    async with reading(story()) as pilot:
        await opened(pilot)
        head = row_of(pilot, "1 Bell")
        assert head.index("1 Bell") < head.index("2 Post") < head.index("3 Sun")
        row = row_of(pilot, "≥ 19")
        for source, cell in (
            ("1 Bell", "≠ 14 people"),
            ("2 Post", "● ≥ 19 people"),
            ("3 Sun", "= 19 people"),
        ):
            assert row[head.index(source) :].startswith(cell)
        assert "2≠1" in row
        club = row_of(pilot, "A football club")
        assert "—" in club[head.index("3 Sun") :]


async def test_it_opens_on_the_claim_under_the_cursor_and_closes() -> None:
    async with reading(story()) as pilot:
        for close in ("m", "q", "escape"):
            screen = await opened(pilot)
            assert said_of(screen) == "The flood killed 14 people in Bergen on Monday"
            await pilot.press(close)
            await in_reader(pilot)
        await pilot.press("2", "n", "n")
        screen = await opened(pilot)
        assert screen.choice.column == 1
        assert said_of(screen).startswith("The harbour of Bergen was closed")


async def test_enter_goes_to_the_passage_of_the_cell() -> None:
    async with reading(story()) as pilot:
        await opened(pilot, "l", "enter")
        await in_reader(pilot)
        session = app_of(pilot).session
        assert session.focus == 1
        start, end = session.here.cursor
        assert POST[start:end].startswith("At least 19 people")
        await pilot.press("backspace")
        assert session.focus == 0


async def test_where_no_match_was_found_is_no_passage_to_go_to() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "g", "3")
        while said_of(screen):
            await pilot.press("j")
        await pilot.press("enter")
        assert shows(pilot, "No match found in source 3: there is no passage to go to.")
        assert pilot.app.screen is screen
        assert shows(pilot, "3 Sun · no match found in it")


async def test_moving_between_rows_and_columns() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "g")
        assert screen.at == 0
        await pilot.press("l", "right", "l")
        assert screen.choice.column == 2
        await pilot.press("home")
        assert screen.choice.column == 0
        await pilot.press("end", "h", "left", "shift+tab", "h")
        assert screen.choice.column == 0
        await pilot.press("3", "G")
        assert (screen.choice.column, screen.at) == (2, len(screen.shown) - 1)
        await pilot.press("space", "k", "up")
        assert screen.at == len(screen.shown) - 3
        await pilot.press("9")
        assert shows(pilot, "There is no source 9.")


async def test_next_and_previous_conflict() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "S", "S", "g")
        await pilot.press("j", "left_curly_bracket")
        assert screen.chosen and screen.chosen.fact.relation == "conflict"
        await pilot.press("right_curly_bracket")
        assert shows(pilot, "No conflict further down.")
        await pilot.press("left_curly_bracket")
        assert shows(pilot, "No conflict further up.")


async def test_typed_filters_and_counts() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        every = len(screen.items)
        await pilot.press("slash")
        await paste(pilot, "relation:conflict origins>=2")
        assert shows(pilot, f"1 of {every} rows")
        await pilot.press("enter")
        assert shows(pilot, "relation:conflict origins>=2 ·")
        assert [entry.fact.relation for entry in screen.shown] == ["conflict"]
        await pilot.press("escape")
        assert len(screen.shown) == every
        await pilot.press("slash")
        await paste(pilot, "nothing of the kind")
        assert shows(pilot, f"None of {every} fits the filter")
        await pilot.press("escape", "escape")
        await in_reader(pilot)


async def test_a_filter_that_makes_no_sense_says_so() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "slash")
        await paste(pilot, "origins:many ")
        await pilot.press("enter")
        assert shows(pilot, "origins takes a number.")
        assert len(screen.shown) == len(screen.items)


async def test_only_one_relation_or_kind_at_a_key() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "c")
        assert {entry.fact.relation for entry in screen.shown} == {"conflict"}
        await pilot.press("c")
        assert screen.wanted != "relation:conflict"
        await pilot.press("escape", "f")
        assert screen.wanted == "kind:quantity"
        assert all("quantity" in entry.fact.kinds for entry in screen.shown)


async def test_orders() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot)
        chosen = screen.chosen
        assert shows(pilot, "conflicts first")
        seen = [[entry.key for entry in screen.shown]]
        for name in ("most origins first", "in reading order", "by kind", "conflicts first"):
            await pilot.press("S")
            assert shows(pilot, f"Sorted: {name}.")
            assert screen.chosen is chosen
            seen.append([entry.key for entry in screen.shown])
        assert seen[2] == sorted(seen[2])
        assert seen[0] == seen[4]


async def test_the_cells_of_a_row_are_held_against_any_of_them() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "r")
        assert shows(pilot, "The row is now compared with source 1.")
        assert "1≠2" in row_of(pilot, "≥ 19")
        await pilot.press("G", "3", "r")
        while said_of(screen):
            await pilot.press("k")
        await pilot.press("r")
        assert shows(pilot, "There is nothing to compare the others with")


async def test_the_chosen_cell_is_told_whole() -> None:
    async with reading(story(), (120, 40)) as pilot:
        await opened(pilot)
        assert shows(pilot, "1 Bell · conflict, compared with 2 · quantity")
        assert shows(pilot, "1 “The flood killed 14 people in Bergen on Monday” — the mayor")
        assert "14 people ≠ At least" in row_of(pilot, "1≠2:")
        assert shows(pilot, "2 origins of 3 state it; 1 contradicts it")


async def test_the_readers_verdict_is_shown_and_counts() -> None:
    bell, post, _ = story()
    fill([Put(bell, "14 people", "verdict", "agree", (post, "At least 19 people"))])
    async with reading(story(), (120, 40)) as pilot:
        await until(pilot, lambda: app_of(pilot).session.placed)
        screen = await opened(pilot)
        assert screen.chosen
        assert screen.chosen.fact.verdict
        assert "✓" in row_of(pilot, "≥ 19")
        assert shows(pilot, "your verdict")


async def test_coming_back_everything_stands_as_it_was_left() -> None:
    async with reading(story()) as pilot:
        await opened(pilot, "S", "c")
        await pilot.press("enter")
        await in_reader(pilot)
        await pilot.press("m")
        screen = screen_of(pilot)
        assert (screen.wanted, screen.order) == ("relation:conflict", "most origins first")
        await pilot.press("q")
        await in_reader(pilot)
        await pilot.press("j", "m")
        screen = screen_of(pilot)
        assert said_of(screen).startswith("A football club")
        assert screen.wanted == ""
        assert shows(pilot, "The filter “relation:conflict” is dropped")


async def test_the_mouse_chooses_cells_and_goes_there() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "G")
        head = row_of(pilot, "2 Post")
        x, y = head.index("2 Post") + 2, next(i for i, row in enumerate(rows(pilot)) if "≥ 19" in row)
        await pilot.click(offset=(x, y))
        assert screen.choice.column == 1
        assert said_of(screen).startswith("At least 19 people")
        await pilot.click(offset=(head.index("3 Sun"), 1))
        assert screen.choice.column == 2
        await pilot.click(offset=(x, y), times=2)
        await in_reader(pilot)
        assert app_of(pilot).session.focus == 1


async def test_it_fills_when_the_analysis_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OpenStory, "_read", lambda _: None)
    async with reader(story()).run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "m")
        await until(pilot, lambda: shows(pilot, "Reading the sources …"))
        assert shows(pilot, "2 Post")
        app = app_of(pilot)
        await pilot.press("j", "l", "h", "slash", "escape", "r", "enter", "c")
        app.open_story.analyse(app.articles, {})
        await until(pilot, lambda: app.session.story)
        await until(pilot, lambda: screen_of(pilot).items)
        assert shows(pilot, "≥ 19")


@pytest.mark.parametrize("key", ["m", "D", "s", "V"])
async def test_what_cannot_be_analysed_is_told_where_it_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(OpenStory, "_read", lambda _: None)
    async with reader(story()).run_test(size=(120, 36)) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: shows(pilot, "Reading the sources"))
        app_of(pilot).post_message(AnalysisFailed(app_of(pilot).open_story, "Not compared: no memory."))
        await until(pilot, lambda: not shows(pilot, "Reading the sources"))
        assert sum("Not compared: no memory." in row for row in rows(pilot)) >= 1


async def test_the_help_and_the_palette_open_on_it() -> None:
    async with reading(story()) as pilot:
        screen = await opened(pilot, "question_mark")
        await until(pilot, lambda: shows(pilot, "Keys and marks"))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)


@pytest.mark.parametrize(
    ("size", "many"),
    [((40, 12), 5), ((41, 17), 2), ((80, 24), 5), ((80, 24), 1), ((300, 80), 5)],
)
async def test_every_size_and_unusual_text(size: tuple[int, int], many: int) -> None:
    texts = articles(UNUSUAL + HARBOUR, GAZETTE + UNUSUAL, "", HARBOUR, UNUSUAL * 2)[:many]
    async with reading(texts, size) as pilot:
        await pilot.press("m")
        await pilot.pause()
        for key in ("j", "l", "l", "G", "v", "v", "end", "S", "home", "space", "c", "c", "f"):
            await pilot.press(key)
            screen_holds(pilot)


async def test_it_follows_the_size_of_the_terminal() -> None:
    async with reading(story()) as pilot:
        await opened(pilot, "end")
        for size in ((40, 12), (300, 80), (80, 24), (60, 15)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: len(rows(pilot)) == size[1])  # type: ignore[misc]
            screen_holds(pilot)
            assert shows(pilot, "3 Sun")


async def test_a_hundred_sources_have_a_column_each() -> None:
    texts = [f"The flood killed {12 + n % 3} people in Bergen on Monday." for n in range(100)]
    async with reading(articles(*texts), (120, 36)) as pilot:
        screen = await opened(pilot)
        assert len(screen.chosen.fact.cells) == 100 if screen.chosen else False
        await pilot.press("4", "2")
        assert screen.choice.column == 41
        assert shows(pilot, "42 source 42")
        assert "42 sou" in row_of(pilot, "›") and "42 sou" in row_of(pilot, "‹")
        await pilot.press("1", "0", "0")
        assert screen.choice.column == 99
        await pilot.press("l")
        assert screen.choice.column == 99
        screen_holds(pilot)
        await pilot.press("home")
        assert screen.choice.column == 0
        assert "▌1 source 1" in row_of(pilot, "›")


async def test_the_samples_in_the_matrix(seeds: list[Path]) -> None:
    async with reading(load(seeds).articles, (120, 36)) as pilot:
        screen = await opened(pilot)
        assert shows(pilot, "one origin")
        claims = sum(len(source.claims) for source in app_of(pilot).session.sources)
        assert sum(len(entry.fact.own) for entry in screen.items) >= claims
        assert all(cell_len(row) == 120 for row in rows(pilot))


async def test_an_empty_story_says_that_there_is_no_claim() -> None:
    async with reader(articles("", "")).run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("m", "j", "l", "enter", "r", "S", "c", "f", "right_curly_bracket")
        assert shows(pilot, "No claim was found in any source.")


async def test_a_row_and_a_cell_are_copied_as_citations(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []

    def copy(text: str, *_: object) -> clipboard.CopyOutcome:
        copied.append(text)
        return clipboard.CopyOutcome("Copied with a program.", "")

    monkeypatch.setattr(clipboard, "copy", copy)
    async with reading(story()) as pilot:
        await opened(pilot, "w")
        await until(pilot, lambda: len(copied) == 1)
        await pilot.press("2", "W")
        await until(pilot, lambda: len(copied) == 2)
        await until(pilot, lambda: shows(pilot, "Copied with a program."))
    bell, post, sun = copied[0].splitlines()
    assert bell.startswith("≠ “The flood killed 14 people in Bergen on Monday …” — Bell, 15 September 2021")
    assert post.removeprefix("● ") == copied[1]
    assert sun.startswith("= “The flood killed 19 people")


async def test_a_dropped_attribution_is_marked_named_and_can_be_filtered_for() -> None:
    texts = {
        "Bell": "The council of Elm closed 12 schools, the mayor Ann Ray said.\nA cup was won in Oslo.\n",
        "Post": "The council of Elm closed 12 schools.\nRain is to fall on Friday in Malta.\n",
    }
    given = [Article(text, name, published=DAY) for name, text in texts.items()]
    async with reading(given, (200, 40)) as pilot:
        screen = await opened(pilot, "2")
        row = next(row for row in rows(pilot) if "12 schools" in row and "●" in row)
        assert row.count("@") == 1 and row.index("@") > row.index("●")
        assert shows(pilot, "@ attribution dropped")
        assert shows(pilot, "attributed in one source only: the mayor Ann Ray")
        await pilot.press("1")
        assert not any("Bell" in row and "attribution dropped" in row for row in rows(pilot))
        await pilot.press("slash", *"attribution:dropped", "enter")
        assert len(screen.shown) == 1 and screen.shown[0].fact.dropping == {1}
