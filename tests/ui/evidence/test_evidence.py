"""The evidence panel: what differs is marked, rows are shared out, clicks lead somewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from seedreader.article import Article, Mark
from seedreader.session import Session, StoryPassage, open_session
from seedreader.story import Story
from seedreader.ui.evidence import evidence_panel
from seedreader.ui.parts.part import Mode
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles
from tests.ui.driving import app_of, reading, rows, shows, until
from tests.ui.holding import UNUSUAL, screen_holds

COST = "It will cost 4 million euros"
LONG = (
    "The whole of it will cost 6 million euros in the end with the benches and the lights and the tram along"
    " it that nobody has wanted for as long as anybody can remember.\n"
)


def session_on(given: list[Article], words: str) -> Session:
    """A session whose cursor stands on the claim that begins with these words of the first source."""
    session = open_session(given)
    story = Story(given)
    for source, article in zip(session.sources, story.articles, strict=True):
        source.learn(article.sentences)
    session.attach(story)
    start = given[0].text.index(words)
    session.go(next(StoryPassage(0, c.start, c.end) for c in session.here.claims if c.start == start))
    return session


def drawn(session: Session, width: int, height: int) -> list[str]:
    return [
        "".join(text for text, _ in row) for row in evidence_panel.panel(session, Styles(DARK), width, height)
    ]


def marked(session: Session, width: int, height: int, row: int) -> list[str]:
    """The underlined words of a row of the panel."""
    styled = evidence_panel.panel(session, Styles(DARK), width, height)[row]
    return [text for text, style in styled if style.underline]


def test_the_figure_that_differs_is_marked_on_both_sides() -> None:
    session = session_on(articles(HARBOUR, GAZETTE), COST)
    assert marked(session, 120, 6, 0) == ["4 million"]
    assert marked(session, 120, 6, 1) == ["6 million"]


def test_what_is_in_both_is_not_marked() -> None:
    session = session_on(articles(HARBOUR, HARBOUR.replace("Monday", "Friday")), COST)
    assert marked(session, 120, 6, 0) == marked(session, 120, 6, 1) == []


def test_a_passage_is_whole_where_there_is_room() -> None:
    session = session_on(articles(HARBOUR, LONG), COST)
    (line,) = (row for row in drawn(session, 120, 2) if "2" in row[:6])
    assert "…" in line
    tall = "".join(drawn(session, 160, 12)[1:])
    assert "6 million euros" in tall and "anybody can remember" in tall and "…" not in tall


def test_words_stand_below_the_reason_where_it_is_narrow() -> None:
    session = session_on(articles(HARBOUR, GAZETTE), COST)
    lines = drawn(session, 50, 7)
    assert "conflict:" in lines[1] and "6 million euros" in lines[2]
    assert lines[3].strip() == "— mayor Ana Ruiz"
    assert "6 million euros — mayor Ana Ruiz" in drawn(session, 60, 7)[2]
    assert "conflict: 4 million" in drawn(session, 50, 2)[1]


def test_the_speaker_has_a_column_from_a_hundred_cells() -> None:
    session = session_on(articles(HARBOUR, GAZETTE), COST)
    assert "mayor Ana Ruiz" in drawn(session, 100, 4)[1]
    assert "mayor Ana Ruiz" not in drawn(session, 99, 3)[1]


def test_the_marked_words_of_a_long_passage_are_seen_in_one_row() -> None:
    begin = (
        "After a debate of two hours in which the old plans and the new ones were held against each other, "
    )
    session = session_on(
        articles(HARBOUR, begin + "it was said that the pier will cost 6 million euros."), COST
    )
    line = next(row for row in drawn(session, 90, 2) if "2" in row[:6])
    assert "6 million" in line


@pytest.mark.parametrize("width", [40, 60, 79, 80, 99, 100, 200])
@pytest.mark.parametrize("height", [1, 2, 3, 6, 16])
def test_rows_fill_the_panel_and_no_more(width: int, height: int) -> None:
    given = articles(HARBOUR, GAZETTE, UNUSUAL, LONG, WEATHER)
    for words in (COST, "About 300 people"):
        session = session_on(given, words)
        found = drawn(session, width, height)
        assert all(cell_len(row) <= width for row in found)
        assert len(found) <= max(2, height)


@pytest.mark.parametrize(("width", "rows"), [(40, 12), (60, 24), (80, 24), (120, 40), (200, 60), (300, 80)])
def test_the_panel_leaves_most_of_the_screen_to_the_texts(width: int, rows: int) -> None:
    for sources in (1, 2, 5, 100):
        assert 3 <= evidence_panel.height(width, rows, sources) <= max(5, 2 + rows // 4)


def test_each_row_knows_its_passage() -> None:
    session = session_on(articles(HARBOUR, GAZETTE, WEATHER), COST)
    heading, *lines, unmatched = evidence_panel.lines(session, Styles(DARK), 120, 6)
    assert heading.place is unmatched.place is None and lines
    for line in lines:
        assert line.place is not None and line.place.source == 1
        assert GAZETTE[line.place.start : line.place.end].startswith("It will cost 6 million")


def test_the_key_that_offers_the_nearest_passages_is_the_one_it_has_now() -> None:
    session = session_on(articles(HARBOUR, GAZETTE, WEATHER), COST)
    last = [
        "".join(text for text, _ in evidence_panel.panel(session, Styles(DARK), width, 6, key=key)[-1]).split(
            "found in"
        )
        for width, key in ((80, "F5"), (38, "F5"), (80, ""))
    ]
    assert [tail.split() for _, tail in last] == [
        ["3", "F5", "nearest", "passages"],
        ["3", "F5", "nearest"],
        ["3"],
    ]


def test_sources_of_one_origin_share_a_row() -> None:
    given = articles(HARBOUR, GAZETTE, HARBOUR.replace("Monday", "Friday"))
    session = session_on([*given, replace(given[0], name="reprint")], COST)
    assert any("3, 4" in row[:8] for row in drawn(session, 120, 8))


async def on_the_cost(pilot: Pilot[None]) -> int:
    """Goes to the claim; the screen's row of the second source's evidence."""
    for _ in range(12):
        if shows(pilot, "conflict:"):
            break
        await pilot.press("n")
    return next(y for y, row in enumerate(rows(pilot)) if "conflict:" in row)


async def test_a_click_on_a_row_goes_there_and_back() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        y = await on_the_cost(pilot)
        session, before = app_of(pilot).session, app_of(pilot).session.place
        await pilot.click(offset=(60, y))
        assert session.focus == 1 and session.here.article.text[slice(*session.here.cursor)].startswith(
            "It will"
        )
        await pilot.press("backspace")
        assert session.place == before


async def test_a_click_chooses_the_link_while_a_verdict_is_given() -> None:
    async with reading(articles(HARBOUR, GAZETTE, GAZETTE.replace("6 million", "7 million"))) as pilot:
        await on_the_cost(pilot)
        reader = app_of(pilot).reader
        await pilot.press("y")
        y = next(y for y, row in enumerate(rows(pilot)) if "conflict:" in row and not row.startswith("▌"))
        await pilot.click(offset=(60, y))
        assert rows(pilot)[y].startswith("▌") and reader.judging.is_on
        pair = reader.judging.pair
        assert pair is not None and pair.b.source == reader.judging.pairs[reader.judging.chosen].b.source
        await pilot.click(offset=(60, 2))
        await until(pilot, lambda: not reader.judging.is_on)


async def test_verdicts_and_evidence_of_unusual_texts() -> None:
    for size in ((40, 16), (60, 24), (120, 50)):
        async with reading(articles(UNUSUAL, UNUSUAL.replace("4,000", "5,000"), ""), size) as pilot:
            for key in ("n", "n", "y", "j", "escape", "enter", "2", "n"):
                await pilot.press(key)
                screen_holds(pilot)


async def test_enter_goes_to_the_passage_of_the_chosen_link() -> None:
    async with reading(articles(HARBOUR, GAZETTE)) as pilot:
        session = app_of(pilot).session
        await pilot.press("g", "j", "y")
        there = session.other_end(session.evidence()[0])
        await pilot.press("enter")
        assert session.place == there
        assert app_of(pilot).reader.mode is Mode.READING
        await pilot.press("backspace")
        assert session.focus == 0


PARTS = [replace(article, marks=(Mark("excerpt"),)) for article in articles(WEATHER)]


@pytest.mark.parametrize(
    ("others", "mark", "told"),
    [
        (articles(WEATHER), "○", "no match found in 2"),
        (PARTS, "◌", "no other whole text is here to compare with; excerpt: 2"),
        ([], "◌", "One source alone: there is nothing to compare it with."),
    ],
)
async def test_a_claim_is_unmatched_only_where_a_match_could_be_found(
    others: list[Article], mark: str, told: str
) -> None:
    given = [articles(HARBOUR)[0], *others]
    lines = drawn(session_on(given, COST), 120, 6)
    assert lines[0].startswith(f" {mark} It will cost") and told in lines[1]
    async with reading(given, (120, 24)) as pilot:
        assert {row[2] for row in rows(pilot) if "About 300 people" in row} == {mark}
        await pilot.press("m")
        assert not others or any(f" {mark}" in row and "4 million" in row for row in rows(pilot))
        assert shows(pilot, "no match found elsewhere") == (mark == "○")


async def test_versions_of_one_source_are_not_compared_with_each_other() -> None:
    url = "https://tarn.example/pier"
    given = [replace(article, url=url) for article in articles(HARBOUR, WEATHER)]
    assert "no other whole text is here to compare with" in drawn(session_on(given, COST), 120, 6)[1]
    async with reading(given) as pilot:
        await pilot.press("enter")
        assert shows(pilot, "No other whole text is here to compare with.")
