from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest.metadata import Metadata, find, parse_day

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
    assert parse_day(value) == date(2024, 5, 17)


@given(st.text(max_size=400))
def test_any_text_has_metadata_or_none(text: str) -> None:
    assert isinstance(find(text), Metadata)
