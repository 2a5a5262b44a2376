"""What a list of stories shows of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from seedreader.article import Article, SourceId
from seedreader.corpus import FoundStory, found_stories
from tests.corpus.test_find_stories import articles_of


def titled(*titles: str | None) -> FoundStory:
    return FoundStory([Article("text", f"file {number}", title=title) for number, title in enumerate(titles)])


def test_its_name_is_what_most_titles_share() -> None:
    story = titled(
        "Live: Cable car crash in Orsella kills eleven",
        "Cable car crash in Orsella: what we know",
        "Many dead in Orsella cable car crash",
        "A day of mourning",
    )
    assert story.name in ("Cable car crash in Orsella", "Orsella cable car crash")


def test_titles_that_share_little_give_one_of_them() -> None:
    assert titled("Rain in Spain", "A walk in the park").name in ("Rain in Spain", "A walk in the park")


def test_a_long_title_is_cut_at_a_word() -> None:
    name = titled("The council of the harbour town decided " * 4).name
    assert (
        len(name) <= 60
        and name.endswith("…")
        and name[:-1].split()[-1] in "The council of the harbour town decided"
    )


def test_the_file_name_is_the_last_resort() -> None:
    assert titled(None, None).name == "file 0"
    assert titled(None, "Rain in Spain").name == "Rain in Spain"


def test_days_and_outlets() -> None:
    days = (date(2025, 3, 2), None, date(2025, 3, 1))
    story = FoundStory(
        [
            Article("x", "x", published=day, outlet=outlet)
            for day, outlet in zip(days, ("B", "A", "B"), strict=True)
        ]
    )
    assert (story.first, story.last, story.outlets) == (date(2025, 3, 1), date(2025, 3, 2), ("B", "A"))
    assert (titled(None).first, titled(None).last, titled(None).outlets) == (None, None, ())


def test_reprints_are_one_origin_and_versions_one_source() -> None:
    first, second, third = articles_of("quake in Sorvana")
    reprint = replace(first, source=SourceId("file:///reprint"))
    version = replace(second, text=second.text + " More soon.")
    (story,) = found_stories([first, second, third, reprint, version])
    assert (len(story.articles), story.source_count, story.origin_count) == (5, 4, 3)
