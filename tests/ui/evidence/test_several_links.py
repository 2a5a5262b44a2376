"""A claim with several links to one source: the panel, verdicts and jumps tell each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from textual.pilot import Pilot

from seedreader.article import Article, Passage, Verdict
from seedreader.report.content import make_report
from seedreader.report.formats import write
from seedreader.session import Session, StoryPassage, open_session
from seedreader.story import Story
from seedreader.story.origin_evidence import by_origin, unmatched
from seedreader.ui.evidence import evidence_panel
from seedreader.ui.themes.marks import DARK
from seedreader.ui.themes.styles import Styles
from tests.stories import articles
from tests.ui.driving import app_of, reading, rows, shows, until

SUNK = "The Orrin sank off Skarne with 212 people.\n"
LEDGER = "Ana Ruiz opened a bakery with 3 ovens. A museum in Lima bought 40 paintings.\n"
CUP = "The chess cup drew 240 players to Oslo.\n"


def linked(given: list[Article], *said: tuple[int, str, str]) -> Story:
    """The story in which the reader linked its first claim with words of other sources."""
    plain = Story(given)
    claim = plain.articles[0].claims[0]
    mine = Passage(given[0], claim.start, claim.end)
    verdicts = []
    for source, words, relation in said:
        start = given[source].text.index(words)
        verdicts.append(Verdict(mine, Passage(given[source], start, start + len(words)), relation))
    return plain.with_verdicts(verdicts)


def session_on(story: Story, given: list[Article]) -> Session:
    session = open_session(given)
    session.attach(story)
    claim = session.here.claims[0]
    session.go(StoryPassage(0, claim.start, claim.end))
    return session


def drawn(session: Session, width: int, height: int) -> list[str]:
    return [
        "".join(text for text, _ in row) for row in evidence_panel.panel(session, Styles(DARK), width, height)
    ]


def test_each_link_of_a_source_has_a_row_the_most_telling_first() -> None:
    given = articles(SUNK, LEDGER, CUP)
    story = linked(given, (1, "3 ovens", "agree"), (1, "40 paintings", "conflict"))
    lines = drawn(session_on(story, given), 120, 7)
    assert lines[1].startswith(" ≠✓2") and "40 paintings" in lines[1]
    assert lines[2].startswith(" =✓2") and "3 ovens" in lines[2]
    assert "no match found in 3" in lines[3]


def test_sources_of_one_origin_share_the_rows_and_no_link_of_one_is_lost() -> None:
    long = LEDGER * 4
    given = articles(SUNK, long, CUP)
    given.append(replace(given[1], name="reprint"))
    story = linked(
        given,
        (1, "3 ovens", "agree"),
        (3, "3 ovens", "agree"),
        (3, "40 paintings", "conflict"),
    )
    heard = by_origin(story, story.evidence(story.articles[0], *session_on(story, given).here.cursor))
    assert sorted((voice.link.relation, sorted(voice.sources)) for voice in heard) in (
        [("agree", [1, 3]), ("conflict", [3])],
        [("agree", [3]), ("conflict", [1, 3])],
    )
    assert sum(len(voice.links) for voice in heard) == 3
    assert all(len(set(voice.sources)) == len(voice.sources) == len(voice.links) for voice in heard)
    assert unmatched(story, 0, heard).sources == (2,)


def test_the_report_tells_each_link_and_where_no_match_was_found() -> None:
    given = articles(SUNK, LEDGER, CUP)
    story = linked(given, (1, "3 ovens", "agree"), (1, "40 paintings", "conflict"))
    said = write(make_report([story], date(2026, 11, 30), full=True), "text")
    said = " ".join(said.partition("Every claim")[2].split())
    assert "≠ 2 source 2, undated, unattributed: “… 40 paintings” your verdict" in said
    assert "= 2 source 2, undated, unattributed: “… 3 ovens” your verdict" in said
    assert "No match found in 3." in said and "No match found in 1 and 2." in said
    for word in ("silent", "no one named", "no other source"):
        assert word not in said


async def judged(pilot: Pilot[None], words: str, relation: str) -> None:
    """Link the first passage of the first source by hand with the sentence that has these words."""
    session = app_of(pilot).session
    session.point(0, 0)
    await pilot.press("L", "2")
    session.move_to(LEDGER.index(words))
    await pilot.press("L", {"agree": "a", "conflict": "c"}[relation])
    await until(pilot, lambda: shows(pilot, f"Verdict: {relation}"))
    session.point(0, 0)
    await pilot.press("p", "p")


async def test_verdicts_go_through_all_links_and_a_digit_takes_the_first_of_its_source() -> None:
    async with reading(articles(SUNK, LEDGER, CUP)) as pilot:
        await judged(pilot, "ovens", "agree")
        await judged(pilot, "paintings", "conflict")
        reader = app_of(pilot).reader
        await pilot.press("y")
        assert [pair.relation for pair in reader.judging.pairs] == ["conflict", "agree"]
        assert [row[:4] for row in rows(pilot) if "your verdict" in row] == ["▌≠✓2", " =✓2"]
        await pilot.press("j")
        assert [row[:4] for row in rows(pilot) if "your verdict" in row] == [" ≠✓2", "▌=✓2"]
        await pilot.press("2")
        assert reader.judging.chosen == 0
        y = next(y for y, row in enumerate(rows(pilot)) if "agree: your verdict" in row)
        await pilot.click(offset=(60, y))
        assert reader.judging.chosen == 1
        await pilot.press("r")
        await until(pilot, lambda: shows(pilot, "Verdict: refine"))
        assert {(link.relation, link.b.text[:3]) for link in app_of(pilot).session.evidence()} == {
            ("conflict", "A m"), ("refine", "Ana"),
        }  # fmt: skip


async def test_what_a_claim_inside_a_sentence_is_contradicted_by_is_told_of_the_sentence() -> None:
    one = "The ferry was full. The operator, Nordline, said the captain had been on the bridge.\n"
    two = "The captain was not on the bridge when the ship struck the rock, two crew members told the Post.\n"
    async with reading(articles(one, two)) as pilot:
        session = app_of(pilot).session
        await until(pilot, lambda: session.story is not None)
        session.point(0, one.index("The operator"))
        await pilot.press("p", "p")
        assert session.here.cursor == (one.index("The operator"), len(one) - 1)
        assert [link.relation for link in session.evidence()] == ["conflict"]
        assert not shows(pilot, "no match found")


async def test_a_verdict_begins_with_what_the_panel_shows_first() -> None:
    one = "The ferry Elin ran aground off Lyngholm on Sunday with 212 passengers on board.\n"
    two = "The ferry Elin ran aground off Lyngholm on Sunday with 230 passengers on board, police said.\n"
    three = f"{one}The service is to resume in June, a spokesman said.\n"
    async with reading(articles(one, three, two)) as pilot:
        session = app_of(pilot).session
        await until(pilot, lambda: session.story is not None)
        session.point(0, 0)
        await pilot.press("y")
        judging = app_of(pilot).reader.judging
        assert judging.pair is not None and judging.pair.relation == "conflict"
        assert [pair.relation for pair in judging.pairs][-1] == "copy"
