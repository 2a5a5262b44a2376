from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest import days
from seedreader.ingest.metadata import Metadata, find

BODY = "The council voted on the plan after a long debate that ran into the night, officials said.\n"


@pytest.mark.parametrize(
    "stamp",
    [
        " date 2024-05-17 ",
        "Date:2024-05-17 22:49:12\n",
        "Published: May 17, 2024\n",
        "Updated on 17 May 2024, 10:03\n",
        "Last updated 17th May 2024\n",
        "Friday, May 17, 2024\n",
        "2024-05-17T10:00:00Z\n",
    ],
)
def test_a_stamp_before_the_text_is_the_published_date(stamp: str) -> None:
    assert find(stamp + BODY).published == date(2024, 5, 17)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "On 2024-05-17 the council met to talk about many things that it had put off for a long time.\n",
        "The plan dates from May 17, 2024, and has been changed since.\n",
        "Date: 2024-13-45\n" + BODY,
    ],
)
def test_a_date_in_the_story_or_an_impossible_one_is_not(text: str) -> None:
    assert find(text).published is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Source: Harbour Gazette\n", "Harbour Gazette"),
        ("This article was first published by The Harbour Gazette.\n", "The Harbour Gazette"),
        ("A message from The Harbour Gazette:\n", "The Harbour Gazette"),
        ("By supporting The Harbour Gazette, you keep reporters on the road.\n", "The Harbour Gazette"),
        ("The Harbour Gazette is funded by its readers.\n", "The Harbour Gazette"),
        ("Distributed by Coastal Content Agency, LLC.\n", "Coastal Content Agency"),
        ("© 2024 Harbour Gazette. All rights reserved.\n", "Harbour Gazette"),
        ("By Reuters\n", "Reuters"),
    ],
)
def test_the_outlet_is_where_the_page_names_it(line: str, outlet: str) -> None:
    assert find(BODY * 3 + line).outlet == outlet


def test_a_source_line_wins_over_the_distributor() -> None:
    assert find(BODY + "Distributed by Coastal Agency\nSource: Harbour Gazette\n").outlet == "Harbour Gazette"


def test_a_page_title_gives_headline_and_site() -> None:
    found = find("Council approves harbour plan after long debate | Harbour Gazette\n" + BODY)
    assert (found.title, found.outlet) == (
        "Council approves harbour plan after long debate",
        "Harbour Gazette",
    )


def test_a_headline_that_stands_again_in_the_breadcrumb_is_the_title() -> None:
    title = "Council approves harbour plan after long debate"
    found = find(f"Home > Local{title} -Harbour Gazette\n{title}\nView\n{BODY}")
    assert (found.title, found.outlet) == (title, "Harbour Gazette")


def test_a_line_alone_above_the_text_is_the_title() -> None:
    assert find("Council approves harbour plan\n\n" + BODY).title == "Council approves harbour plan"


@pytest.mark.parametrize(
    "above",
    [
        "The Harbour Gazette\nLocal\nCouncil split over harbour plan\nBy Ana Ruiz\n",
        "Council split over harbour plan\nAna Ruiz, 17 May 2024\n",
        "Home » News » Council split over harbour plan\nHarbour Gazette | Friday 17 May 2024 | Share\n",
        "Sections: Council | Harbour | Plan | Sport\nCouncil split over harbour plan\n",
        "Log in\nMost read today\nCouncil split over harbour plan\n4 min read\n",
        "Please support our reporting, which is free for all who want to read it here.\n"
        "Council split over harbour plan\n",
    ],
)
def test_the_line_with_the_words_of_the_text_is_the_title(above: str) -> None:
    assert find(above + BODY * 2).title == "Council split over harbour plan"


def test_a_headline_below_the_text_is_not_its_title() -> None:
    assert find(BODY + "\n" + BODY + "\nCouncil votes on plan for new baths\n").title is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Harbour Gazette\n", "Harbour Gazette"),
        ("Harbour Gazette | Friday 17 May 2024 | Share\n", "Harbour Gazette"),
        ("Harbour Weekly > Deals > Ports\n", "Harbour Weekly"),
        ("CoastPress · PORTO SUL · 17 May 2024 14:05 UTC\n", "CoastPress"),
        ("Business News\n", "Business News"),
        ("News | Local\n", None),
        ("Home > Local > Ports\n", None),
        ("PORTO SUL, May 17, 2024 (Coastal Newswire) — ", "Coastal Newswire"),
    ],
)
def test_a_masthead_or_a_wire_is_the_outlet(line: str, outlet: str | None) -> None:
    assert find(line + BODY).outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "Fri 17 May 2024 19.20 GMT Last modified on Sat 18 May 2024 08.03 GMT\n",
        "Friday May 17 2024, 12.01am, Harbour Gazette\n",
        "CoastPress · PORTO SUL · 17 May 2024 14:05 UTC\n",
        "17.05.2024\n",
        "05/17/2024 04:45 PM / Source: Harbour Gazette\n",
        "May 17, 2024 by Ana Ruiz\n",
        "PRESS RELEASE 47/2024 – 17 May 2024\n",
        "PORTO SUL, May 17, 2024 (Coastal Newswire) — ",
        "PORTO SUL (Coastal Newswire), 17 May 2024 - ",
    ],
)
def test_a_day_above_the_text_is_the_published_date(line: str) -> None:
    related = "Related\nSix ports to visit\nJune 2 2023, 9.00am\n"
    assert find(line + BODY + "\n" + BODY + related).published == date(2024, 5, 17)


@pytest.mark.parametrize("line", ["page generated 2024-05-17 03:11\n", "© 17 May 2024\n", "3/4/2024\n"])
def test_other_days_and_ambiguous_ones_are_not(line: str) -> None:
    assert find(line + BODY).published is None


@pytest.mark.parametrize("text", [BODY, BODY + "\n" + BODY, "Share this\n\n" + BODY, ""])
def test_prose_is_not_a_title(text: str) -> None:
    assert find(text).title is None


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("OSLO, Norway (AP) — The", "OSLO, Norway (AP)"),
        ("LONDON (Reuters) - The", "LONDON (Reuters)"),
        ("NEW YORK — The", "NEW YORK"),
        ("(CNN) — The", "(CNN)"),
    ],
)
def test_a_dateline_opens_wire_copy(start: str, dateline: str) -> None:
    assert find(f"{start} council voted on the plan.\n").dateline == dateline


def test_an_acronym_before_a_dash_inside_a_sentence_is_no_dateline() -> None:
    assert find("The talks with NATO — Long delayed — went on.\n").dateline is None


@pytest.mark.parametrize("value", ["2024-05-17", "May 17, 2024", "17 May 2024", "may 17th 2024"])
def test_days_are_read_as_people_write_them(value: str) -> None:
    assert days.parse(value) == date(2024, 5, 17)


@given(st.text(max_size=400))
def test_any_text_has_metadata_or_none(text: str) -> None:
    assert isinstance(find(text), Metadata)
