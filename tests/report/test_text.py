from __future__ import annotations

import re
from pathlib import Path

import pytest

from seedreader.analysis.source_corrections import correct
from seedreader.article import Article, SourceCorrection, SourceId
from seedreader.ingest.errors import Problem
from seedreader.ingest.load_files import load
from seedreader.report.content import make_report
from seedreader.report.formats import write
from seedreader.report.formats.text import WIDTH
from seedreader.story import Story
from seedreader.text.cell_width import width
from tests.report.hostile import HOSTILE, hostile
from tests.report.made import MADE, harbour, put, reported
from tests.stories import HARBOUR, WEATHER, articles

ADDRESS = f"https://example.org/{'porto-sul-harbour-council-' * 4}pier"
SECTIONS = ("Sources", "1. Disagreements", "2. Facts by", "3. Reprints", "4. Notes, tags", "5. What was not")


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_first_page_and_the_sections_come_in_order() -> None:
    said = write(reported(harbour(), author="Ana Ruiz"), "text")
    head = plain(said.partition("Sources\n")[0])
    assert head.startswith(
        "Pier approved ============= 2 sources of 2 origins, 9 January 2024 to 10 January 2024."
    )
    assert "6 claims state 4 facts: 1 in 2 origins; for 2 no match was found in another origin." in head
    assert "1 disagreement. Report of 30 November 2026" in head
    assert "corrections in it are Ana Ruiz’s where no other name is given." in head
    places = [said.index(f"\n{section}") for section in SECTIONS]
    assert places == sorted(places)
    assert "1. Harbour News. “Pier approved.” January 9, 2024.\n   Origin A; " in said


def test_a_disagreement_reads_without_colour() -> None:
    said = plain(write(reported(harbour()), "text"))
    assert (
        "1.1 4 million euros ≠ 6 million euros "
        "1 Harbour News, 9 January 2024, attributed to mayor Ana Ruiz: “It will cost *4 million euros* …” "
        "2 Gazette, 10 January 2024, attributed to mayor Ana Ruiz: “It will cost *6 million euros* …” "
        "Why 1 ≠ 2: 4 million euros ≠ 6 million euros (score "
    ) in said


def test_facts_name_their_origins_and_the_others_no_silence() -> None:
    said = plain(write(reported(harbour()), "text"))
    assert (
        "In 2 origins - 1 Harbour News, 9 January 2024, unattributed: “The harbour council approved" in said
    )
    assert "= 2 Gazette, unattributed" in said or "≡ 2 Gazette, unattributed" in said
    assert "For 2 facts no match was found in another origin" in said
    for word in ("silent", "no one named", "no other source"):
        assert word not in said


def test_what_is_the_readers_says_so_with_date_and_name() -> None:
    given = harbour()
    placed = [
        put("verdict", "conflict", given, 0, "4 million euros", (1, "6 million euros")),
        put("note", "First line\nSecond line", given, 0, "4 million", author="Tom Otero"),
        put("tag", "park", given, 1, "Some residents"),
        put("boilerplate", "", given, 1, "Some residents want a park instead."),
    ]
    said = write(reported(given, placed, author="Ana Ruiz"), "text")
    assert "Verdict of Ana Ruiz, 28 November 2026: source 1 contradicts source 2." in plain(said)
    assert "Note of Tom Otero, 28 November 2026:\n  First line\n  Second line\n" in said
    assert "4. Notes, tags and verdicts of Ana Ruiz\n" in said
    assert "1 verdict and 1 annotated passage stand with the disagreements above." in plain(said)
    assert "Tags: #park" in said
    assert "Marked as boilerplate by Ana Ruiz, 28 November 2026:" in said
    assert said.count("Verdict of") == 1
    unnamed = write(reported(given, placed), "text")
    assert "Verdict of the reader, 28 November 2026" in unnamed


def test_corrections_by_the_reader_say_so() -> None:
    source = SourceId("file:///one.txt")
    one, other = harbour(source=source)
    told = [
        SourceCorrection(source, "outlet", "Pier Post"),
        SourceCorrection(source, "published", "2024-01-08"),
    ]
    given = [correct(one, told), other]
    placed = [
        put("speaker", "the mayor", given, 1, "It will cost"),
        put("speaker", "", given, 1, "Some residents want a park instead."),
    ]
    said = plain(write(reported(given, placed, author="Ana Ruiz"), "text"))
    assert "Speaker: the mayor — corrected by Ana Ruiz, 28 November 2026:" in said
    assert "Speaker: nobody — corrected by Ana Ruiz, 28 November 2026:" in said
    assert said.count("outlet and date corrected by Ana Ruiz") == 1
    assert "Marked as speaker" not in said
    assert "corrected by" not in plain(write(reported(harbour(), author="Ana Ruiz"), "text"))


def test_without_the_notebook_it_says_so() -> None:
    said = plain(write(reported(harbour(), notebook=False), "text"))
    assert "without the notebook's notes, verdicts and corrections." in said
    assert "Left out, as was asked for." in said


def test_no_disagreement_is_no_proof_of_agreement() -> None:
    said = plain(write(reported(articles(HARBOUR, WEATHER)), "text"))
    assert "None was found. That is no proof that the sources agree" in said
    said = plain(write(reported(articles(HARBOUR, HARBOUR)), "text"))
    assert "There is one text alone, which nothing can contradict." in said
    assert "Origin A: 1 and 2 carry one text and count once." in said


def test_one_article_and_none() -> None:
    alone = plain(write(reported(articles(HARBOUR)), "text"))
    assert "1 source of 1 origin, all undated. 3 facts, and no other text to compare them with." in alone
    assert "No checkable statement was found" in write(reported([Article("Hello.\n", "a")]), "text")
    nothing = write(make_report([], MADE), "text")
    assert nothing.startswith("No story\n")


def test_several_stories_have_a_table_of_contents() -> None:
    given = [*harbour(), *articles(WEATHER)]
    stories = [Story(given[:2]), Story(given[2:])]
    problem = Problem("x.txt", "missing")
    said = write(make_report(stories, MADE, given, problems=[problem], names=["The pier", "Rain"]), "text")
    head = said.partition("Story 1: The pier\n")[0]
    assert head.startswith("2 stories\n=========\n")
    assert "- 1. The pier: 2 sources, 2 origins, 1 disagreement\n" in head
    assert "- 2. Rain: 1 source, 1 origin, 0 disagreements\n" in head
    assert "- x.txt: does not exist.\n" in head
    assert said.index("Story 1: The pier\n===") < said.index("Story 2: Rain\n===")
    assert said.count("Measured on real stories") == 1
    assert said.index("Story 2: Rain") < said.index("How right the marks are\n===")


def test_a_problem_is_told_under_what_was_not_compared() -> None:
    said = write(reported(harbour(), problems=[Problem("x.txt", "missing")]), "text")
    assert "- Problem in opening: x.txt: does not exist." in said.partition("\n5. What")[2]


def test_three_articles_are_a_page_or_two(seeds: list[Path]) -> None:
    report = reported(load([str(seed) for seed in seeds[:3]]).articles)
    assert write(report, "text").count("\n") < 185
    full = make_report([Story(load([str(seed) for seed in seeds[:3]]).articles)], MADE, full=True)
    said = write(full, "text")
    assert said.count("\n") > 700 and "seedreader report --full" not in said


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_drives_a_terminal_or_runs_over(words: str) -> None:
    said = write(hostile(words), "text")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", said)
    assert max(width(line) for line in said.splitlines()) <= WIDTH


def test_wide_characters_are_counted_by_their_cells() -> None:
    words = "北朝鮮はロシアに約一万一千人の兵士を派遣したと韓国軍の合同参謀本部が木曜日に発表した。" * 6
    said = write(
        reported([Article(f"{words}\n", "一つ", title=words), Article(words, "二つ")], full=True), "text"
    )
    assert max(map(width, said.splitlines())) <= WIDTH
    assert "北朝鮮" in said


def test_an_address_stays_whole_so_that_it_can_be_opened() -> None:
    given = [Article(f"{HARBOUR}The plan of 3 March 2024 is at {ADDRESS} now.\n", "one", ADDRESS)]
    lines = write(reported(given, full=True), "text").splitlines()
    assert any(line.strip() == f"{ADDRESS}." for line in lines)
    assert max(len(line) for line in lines if ADDRESS not in line) <= WIDTH


def test_reasons_stand_together(seeds: list[Path]) -> None:
    said = write(reported(load([str(seed) for seed in seeds]).articles), "text")
    assert "(score 0.5" in said and "\nWhy 2 ≠ 3: signed 2023 ≠ last year (2024)" in said
    assert "\n\nWhy 2 ≠ 3" not in said


def test_no_line_ends_in_white_space(seeds: list[Path]) -> None:
    said = write(reported(load([str(seed) for seed in seeds]).articles), "text")
    assert [line for line in said.splitlines() if line != line.rstrip()] == []
    assert "\n\n\n" not in said and said.endswith(".\n")
