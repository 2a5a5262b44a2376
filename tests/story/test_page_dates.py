"""Each text is made up for one rule of journalism or the calendar; silence is right unless a warning is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from seedreader.article import Article
from seedreader.ingest.load_files import load
from seedreader.story import Story
from seedreader.story.page_dates import PageDateCheck, judge

PUBLISHED = date(2025, 3, 27)


def alone(text: str, published: date | None = PUBLISHED) -> PageDateCheck:
    (judgement,) = judge(Story([Article(text, "a", published=published)]))
    return judgement


ANNIVERSARY = (
    "Tarn marked the 70th anniversary of the flood on Thursday with a walk along the river, the mayor said.\n"
    "The flood of July 27, 1953 killed 14 people and destroyed 300 houses.\n"
)


def test_an_anniversary_that_is_news_tells_when_a_text_was_written() -> None:
    judgement = alone(ANNIVERSARY)
    assert judgement.told is not None
    assert (judgement.told.first, judgement.day) == (date(2023, 7, 27), date(2023, 7, 27))
    assert judgement.warnings == (
        "speaks of the 70th anniversary of 27 Jul 1953: 27 Jul 2023, 1 year 8 months before the page's date",
    )


def test_a_page_without_a_date_gets_its_day_from_an_anniversary_and_no_warning() -> None:
    judgement = alone(ANNIVERSARY, None)
    assert judgement.day == date(2023, 7, 27)
    assert judgement.warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        # on its own day
        ANNIVERSARY.replace("1953", "1955"),
        # ahead of it
        ANNIVERSARY.replace("1953", "1956").replace("marked", "will mark"),
        # another year is named beside it
        "Tarn, which marked the 70th anniversary of the flood of 27 July 1953 on Thursday in 2023, says no.",
        # told as background, not as news
        "The firm, which celebrated the 100th anniversary of its founding in 1920 with a park, has 40 staff.",
        # an anniversary of what has two days in the text
        ANNIVERSARY + "The flood of May 2, 1961 killed 9 people.\n",
        # no day to count from
        "Tarn marked the 70th anniversary of the flood on Thursday with a walk, the mayor said.",
    ],
)
def test_an_anniversary_that_tells_nothing_of_the_day_is_silent(text: str) -> None:
    judgement = alone(text)
    assert judgement.told is None
    assert judgement.warnings == ()


def test_a_weekday_that_fits_another_year_only() -> None:
    text = "The council of Tarn approved the pier on Thursday, July 27, the mayor said. It costs 4 million."
    judgement = alone(text)
    assert judgement.told is not None
    assert judgement.told.first == date(2023, 7, 27)
    (warning,) = judgement.warnings
    assert warning.startswith(
        "speaks of “Thursday, July 27”, which it was in 2023: 27 Jul 2023, 1 year 8 months"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The council approved the pier on Tuesday, March 25, the mayor said.",  # so in 2025
        "The council meets on Friday, June 26, the mayor said.",  # so in 2026
        "The council met on Thursday, July 27, 2023, the mayor said.",  # its year is named
        "The council met on Thursday, July 27, and on Friday, July 27, the mayor said.",  # no year has both
    ],
)
def test_a_weekday_that_fits_or_cannot_is_silent(text: str) -> None:
    assert alone(text).warnings == ()


def test_weekdays_on_a_page_without_a_date_take_the_year_nearest_to_the_other_sources() -> None:
    text = "Drones have hit the port of Tarn twice since Tuesday, March 25, the mayor said."
    dated = "The port of Orla was closed on Monday, the ministry said."
    articles = [Article(dated, "b", published=date(2025, 3, day)) for day in (26, 27)]
    judgement = judge(Story([Article(text, "a"), *articles]))[0]
    assert judgement.day == date(2025, 3, 25)
    assert judgement.warnings == ()


@pytest.mark.parametrize(
    "text",
    [
        # the past days, years of background, what is to come: what articles speak of
        "The army withdrew on Tuesday. The war began in 2022 and followed one of 2014 and one of 2008."
        " Talks are due on 4 April 2025, and elections in May 2026.",
        # an obituary
        "Ana Ruiz, who was born on 4 May 1931, died on Monday. She was mayor from 1970 to 1978. In 1984 she"
        " won a prize, in June 1990 she wrote a book and on 3 July 1999 she retired.",
        # plans that are told in the past
        "The summit was moved to 4 April 2025. The vote was postponed until 9 May 2025. The firm announced"
        " a sale on 8 June 2025. It was expected that work would begin on 9 June 2025.",
        # what takes effect later, in the present tense
        "We are reducing the price of hosted pages on 1 April 2025. Rates that are updated take effect on"
        " 2 April 2025. The lowered fee is effective on 3 April 2025.",
        "",
    ],
)
def test_what_articles_commonly_speak_of_is_no_warning(text: str) -> None:
    assert alone(text).warnings == ()


def test_days_after_its_own_told_as_past() -> None:
    text = (
        "The army withdrew from Tarn on 4 April 2025, the ministry said.\n"
        "Its last soldiers were seen there on 9 April 2025.\n"
    )
    judgement = alone(text)
    assert judgement.after == 2
    assert judgement.warnings == ("tells as past of 2 days after its own date, up to 9 Apr 2025",)
    assert alone(text, date(2025, 4, 10)).warnings == ()


def test_many_days_none_of_them_near_its_own() -> None:
    days = ("3 May", "9 June", "12 June", "1 July", "2 August")
    acts = ("shelled Tarn", "shelled the old mill", "shelled Harlow", "attacked Orla", "attacked the bridge")
    text = " ".join(
        f"The army {act} on {day} 2023 and {day} 2022." for act, day in zip(acts, days, strict=True)
    )
    (warning,) = alone(text).warnings
    assert warning == "names 10 days, none within a year of its own date: the latest 2 Aug 2023"
    assert alone(text + " The mayor of Tarn left the town on Monday.\n").warnings == ()


NEWS = (
    "The council of Tarn approved a new pier over the river Orla, which 300 people had asked for.\n"
    "It is to be 210 metres long, cost 4 million euros and carry a tram, according to the mayor, Ana Ruiz.\n"
    "Fishermen, who fear for their moorings, want the town to build it further down the river.\n"
    "A park that was planned beside the harbour is given up, the council said in a letter to residents.\n"
)
OTHERS = (
    "Rain fell for a week over the hills. The dam holds, engineers said, but 40 farms were left by all.\n",
    "A train left the rails near Orla. Nobody was hurt, the operator said; 90 travellers went on by bus.\n",
    "Teachers went on strike in 30 schools. They want smaller classes, their union said in a statement.\n",
)


def test_a_reprint_long_after_is_told_with_its_source() -> None:
    first = Article(NEWS, "a", published=date(2023, 8, 1))
    again = Article("Home > News\n" + NEWS, "b", published=PUBLISHED)
    earlier, later = judge(Story([first, again]))
    assert earlier.warnings == ()
    assert later.warnings == (
        "carries text of source 1, of 1 Aug 2023: 1 year 8 months before the page's date",
    )


def test_a_source_apart_from_the_others_which_stand_together() -> None:
    together = [Article(text, "o", published=date(2025, 3, 20 + n)) for n, text in enumerate(OTHERS)]
    judged = judge(Story([*together, Article(NEWS, "a", published=date(2023, 8, 1))]))
    assert [one.warnings for one in judged[:3]] == [(), (), ()]
    assert judged[3].warnings == ("written 1 year 8 months before the other sources",)


def test_two_sources_or_scattered_ones_tell_of_no_outsider() -> None:
    two = [Article(OTHERS[0], "a", published=PUBLISHED), Article(OTHERS[1], "b", published=date(2022, 1, 1))]
    scattered = [Article(text, "o", published=date(2010 + 5 * n, 3, 1)) for n, text in enumerate(OTHERS)]
    assert all(one.warnings == () for one in (*judge(Story(two)), *judge(Story(scattered))))


def test_at_most_some_samples_are_in_doubt_and_each_doubt_has_its_reason(seeds: list[Path]) -> None:
    judged = judge(Story(load(seeds).articles))
    doubted = [one for one in judged if one.warnings]
    assert 0 < len(doubted) < len(judged) / 2
    for one in doubted:
        assert one.told is not None
        assert one.told.last.year < max(other.day.year for other in judged if other.day)
