from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.ingest import published_date
from seedreader.ingest.metadata import Metadata, find_metadata

BODY = "The council voted on the plan after a long debate that ran into the night, officials said.\n"


@pytest.mark.parametrize(
    "stamp",
    [
        " date 2024-05-17 ",
        "Date:2024-05-17 22:49:12\n",
        "Published: May 17, 2024\n",
        "Posted on 17 May 2024, 10:03\n",
        "First published 17th May 2024\n",
        "Friday, May 17, 2024\n",
        "2024-05-17T10:00:00Z\n",
    ],
)
def test_a_stamp_before_the_text_is_the_published_date(stamp: str) -> None:
    assert find_metadata(stamp + BODY).published == date(2024, 5, 17)


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
    assert find_metadata(text).published is None


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
    assert find_metadata(BODY * 3 + line).outlet == outlet


def test_a_source_line_wins_over_the_distributor() -> None:
    assert (
        find_metadata(BODY + "Distributed by Coastal Agency\nSource: Harbour Gazette\n").outlet
        == "Harbour Gazette"
    )


def test_a_page_title_gives_headline_and_site() -> None:
    found = find_metadata("Council approves harbour plan after long debate | Harbour Gazette\n" + BODY)
    assert (found.title, found.outlet) == (
        "Council approves harbour plan after long debate",
        "Harbour Gazette",
    )


def test_a_headline_that_stands_again_in_the_breadcrumb_is_the_title() -> None:
    title = "Council approves harbour plan after long debate"
    found = find_metadata(f"Home > Local{title} -Harbour Gazette\n{title}\nView\n{BODY}")
    assert (found.title, found.outlet) == (title, "Harbour Gazette")


def test_a_line_alone_above_the_text_is_the_title() -> None:
    assert find_metadata("Council approves harbour plan\n\n" + BODY).title == "Council approves harbour plan"


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
    assert find_metadata(above + BODY * 2).title == "Council split over harbour plan"


def test_a_headline_below_the_text_is_not_its_title() -> None:
    assert find_metadata(BODY + "\n" + BODY + "\nCouncil votes on plan for new baths\n").title is None


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
        ("By Our Reporter", None),
        ("PORTO SUL, May 17, 2024 (Coastal Newswire) — ", "Coastal Newswire"),
    ],
)
def test_a_masthead_or_a_wire_is_the_outlet(line: str, outlet: str | None) -> None:
    assert find_metadata(line + BODY).outlet == outlet


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
    assert find_metadata(line + BODY + "\n" + BODY + related).published == date(2024, 5, 17)


@pytest.mark.parametrize("line", ["page generated 2024-05-17 03:11\n", "© 17 May 2024\n", "3/4/2024\n"])
def test_other_days_and_ambiguous_ones_are_not(line: str) -> None:
    assert find_metadata(line + BODY).published is None


@pytest.mark.parametrize("text", [BODY, BODY + "\n" + BODY, "Share this\n\n" + BODY, ""])
def test_prose_is_not_a_title(text: str) -> None:
    assert find_metadata(text).title is None


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
    assert find_metadata(f"{start} council voted on the plan.\n").dateline == dateline


def test_an_acronym_before_a_dash_inside_a_sentence_is_no_dateline() -> None:
    assert find_metadata("The talks with NATO — Long delayed — went on.\n").dateline is None


PLANT = (
    "The council of Orr shut the cement plant on Monday, and nobody there knows who will clear the dust.\n\n"
    "A worker at the plant, Ada Coe, said that the company had promised her twelve more years of jobs.\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "Council of Orr Shuts Cement Plant Owned by Holm Bros. of the U.K.",
        "Cement plant in Orr goes to Holm and Sons Inc.",
        "Workers Say Plant in Orr Kept Its Dust From the E.P.A.",
        "Cement, dust and twelve jobs: Orr waits for the U.S.",
        "Worker at the cement plant in Orr says it was shut at 6 a.m.",
        "Who Will Clear the Dust From the Cement Plant That the Council Shut?",
        "Who will clear the dust of the cement plant? And who pays?",
        "Worker to the company that shut the plant in Orr: ‘Where are our jobs?’",
        "Worker at cement plant tells the council of Orr: “We want our twelve years!”",
        "Council Tells Workers of the Cement Plant in Orr: “We Have Heard You.”",
        "‘Nobody knows who will clear the dust,’ says worker at Orr plant",
        "June 5, 1998: The Day the Cement Plant in Orr Opened",
        "What the council of Orr knew of the plant on 5 June 1998",
        "Cement plant in Orr: from 5 June 1998 to the end",
        "Cement dust in Orr: what happens now...",
        "What went wrong at the plant on Dec. 3, 2019?",
        "June 5, 1998, remembered at the plant",
    ],
)
@pytest.mark.parametrize("below", ["2024-05-17\n\n", "By Ada Holm\n17 May 2024\n\n"])
def test_a_title_may_end_like_a_sentence_or_hold_a_day(title: str, below: str) -> None:
    found = find_metadata(f"{title}\n{below}{PLANT}")
    assert (found.title, found.published) == (title, date(2024, 5, 17))


@pytest.mark.parametrize(
    "first",
    [
        "The worker at the cement plant said that she would move to the town she came from, in the far U.S.",
        "“Nobody at the plant knows who will clear the dust that the company left in our town.”",
        "The council met on Monday. It shut the plant that the company had built and went back to the U.S.",
    ],
)
def test_a_paragraph_that_ends_in_a_short_form_or_a_quotation_is_no_title(first: str) -> None:
    assert find_metadata(f"{first}\n\n{PLANT}").title is None


@pytest.mark.parametrize(
    "deck",
    [
        "Nobody in Orr knows who will clear the dust, workers at the plant say",
        "The council shut the cement plant although the company promised jobs",
        "Worker Ada Coe says the company promised her twelve more years",
    ],
)
@pytest.mark.parametrize("below", ["2024-05-17\n\n", "\n"])
def test_a_deck_that_has_more_of_the_words_is_not_the_title(deck: str, below: str) -> None:
    title = "Orr shuts its cement plant for good"
    assert find_metadata(f"{title}\n{below}{deck}\n\n{PLANT}").title == title


@pytest.mark.parametrize(
    ("stamps", "published", "updated"),
    [
        ("Updated 18 May 2024\nPublished 17 May 2024\n", 17, 18),
        ("Published 17 May 2024 | Updated 18 May 2024\n", 17, 18),
        ("Last updated: May 18, 2024\nMay 17, 2024\n", 17, 18),
        ("17 May 2024 (updated 18 May 2024)\n", 17, 18),
        ("Updated\n18 May 2024\nPublished\n17 May 2024\n", 17, 18),
        ("May 18, 2024 (updated)\nMay 17, 2024\n", 17, 18),
        ("Modified on Sat 18 May 2024 at 08.03\nPosted on Fri 17 May 2024\n", 17, 18),
        ("Aktualisiert: 18.05.2024\n17.05.2024\n", 17, 18),
        ("Corrected 18 May 2024\n", None, 18),
        ("Updated on 18 May 2024, 10:03\n", None, 18),
        ("17 May 2024\n", 17, None),
    ],
)
def test_the_day_of_an_update_is_not_the_published_one(
    stamps: str, published: int | None, updated: int | None
) -> None:
    found = find_metadata(f"Orr shuts its cement plant\n{stamps}\n{PLANT}")
    days = [day and date(2024, 5, day) for day in (published, updated)]
    assert [found.published, found.updated] == days


@pytest.mark.parametrize(
    "title",
    [
        "The cement plant and the council: 5 June 1998 in the town of Orr",
        "5 June 1998: the day the cement plant opened",
        "Worker of the plant in Orr remembers June 5, 1998",
        "The dust and the plant, Jan. 5, 2020",
    ],
)
def test_a_day_in_the_headline_is_not_the_published_one(title: str) -> None:
    assert find_metadata(f"{title}\n\n{PLANT}").published is None


@pytest.mark.parametrize(
    "line",
    [
        "Orr Notes – a blog about the plant, the council and the workers of Orr",
        "Dust Watch | your home for cement and the company that makes it",
        "Plant Life: the site for workers who know the dust",
    ],
)
def test_what_a_site_calls_itself_is_not_the_title(line: str) -> None:
    title = "What the council knew of the dust in Orr"
    assert find_metadata(f"{line}\n{title}\nPosted by Ada on 17.05.2024\n{PLANT}").title == title


def test_a_numbered_release_is_a_stamp_and_no_title() -> None:
    release = "PRESS RELEASE 47/2024 – 17 May 2024"
    body = f"{PLANT}\nThe press release on the plant in Orr was sent out on Monday by the company itself.\n"
    found = find_metadata(f"{release}\n\n{body}")
    assert (found.title, found.published) == (None, date(2024, 5, 17))


@pytest.mark.parametrize(
    "line",
    [
        "The photo first published in Harbour Weekly shows the plant before the council had it shut.",
        "A study first published in Harbour Weekly found that cement dust harms the lungs of workers.",
        "First published in Harbour Weekly, the picture shows Ada Coe at the gate of the cement plant.",
        "The map, which originally appeared in Harbour Weekly, gives the height of each of the chimneys.",
        "Her memoir was first published by Harbour Press, and tells of the dust that she breathed for years.",
    ],
)
def test_where_something_else_first_appeared_is_not_the_outlet(line: str) -> None:
    assert find_metadata(f"Orr shuts its cement plant\n\n{PLANT}\n{line}\n").outlet is None


@pytest.mark.parametrize(
    "line",
    [
        "This story was originally published in the Harbour Weekly on 17 May.",
        "A version of this article first appeared in Harbour Weekly.",
        "Originally published by Harbour Weekly.",
        "(First appeared in Harbour Weekly)",
        "This report, first published by Harbour Weekly, has been cut.",
        "The original article was published on Harbour Weekly.",
    ],
)
def test_where_the_article_first_appeared_is_the_outlet(line: str) -> None:
    assert find_metadata(f"Orr shuts its cement plant\n\n{PLANT}\n{line}\n").outlet == "Harbour Weekly"


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("OSLO -- The", "OSLO"),
        ("OSLO—The", "OSLO"),
        ("HARWICK, Pa. (AP) — A", "HARWICK, Pa. (AP)"),
        ("WEST ORR, N.C. — A", "WEST ORR, N.C."),
        ("OSLO/BERGEN, May 3 (Reuters) - Two", "OSLO/BERGEN, May 3 (Reuters)"),
        ("(Reuters) - Two", "(Reuters)"),
        ("OSLO (Reuters) Two", "OSLO (Reuters)"),
        ("Oslo (CNN)Two", "Oslo (CNN)"),
        ("OSLO, May 3 /PRNewswire/ -- Holm", "OSLO, May 3 /PRNewswire/"),
        ("HARWICK. The", "HARWICK"),
        ("HARWICK, Pa. The", "HARWICK, Pa."),
        ("NEW ORR: The", "NEW ORR"),
        ("HARWICK Mayor Ada Coe came from a farm near Harwick. The", "HARWICK"),
        ("Bergen (dpa) - Zwei", "Bergen (dpa)"),
        ("Bad Orr/Bergen (dpa/AFP) – Zwei", "Bad Orr/Bergen (dpa/AFP)"),
        ("MÜNCHEN/KÖLN. Die", "MÜNCHEN/KÖLN"),
        ("ZÜRICH – Die", "ZÜRICH"),
        ("ТВЕРЬ, 7 июня — Мост", "ТВЕРЬ, 7 июня"),
        ("ТВЕРЬ, 7 июня - РИА Новости. Мост", "ТВЕРЬ, 7 июня"),
        ("САНКТ-ПЕТЕРБУРГ, 7 июня. /ТАСС/. Мост", "САНКТ-ПЕТЕРБУРГ, 7 июня. /ТАСС/"),
        ("新华社广州6月7日电 桥梁", "新华社广州6月7日电"),
        ("（法新社东京7日电）桥梁", "法新社东京7日电"),
        ("中新网上海2024年6月7日电(记者 李明)桥梁", "中新网上海2024年6月7日电"),
        ("【ロンドン共同】橋", "【ロンドン共同】"),
        ("Lyon, le 7 juin (AFP) – Le", "Lyon, le 7 juin (AFP)"),
        ("Lima (EFE).- El", "Lima (EFE)"),
    ],
)
def test_datelines_of_many_countries(start: str, dateline: str) -> None:
    assert (
        find_metadata(f"Orr shuts its cement plant\n\n{start} council shut the plant.\n\n{PLANT}").dateline
        == dateline
    )


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE — The plant is shut.\n",
        "BREAKING NEWS: The plant is shut.\n",
        "NATO — The allies met.\n",
        "NASA Administrator Ada Coe spoke in Oslo.\n",
        "POLICE Chief Ada Coe spoke of what police had seen.\n",
        "COE: We ran for hours.\nHOLM: The water rose.\n",
        "WHEN THE dam broke, we ran.\n",
        "The ferry (AP) Sank.\n",
        "Mayor Coe – The plant is shut.\n",
        "6月7日，桥梁倒塌。\n",
    ],
)
def test_labels_acronyms_and_turns_are_no_datelines(text: str) -> None:
    assert find_metadata(text + PLANT).dateline is None


@pytest.mark.parametrize("value", ["2024-05-17", "May 17, 2024", "17 May 2024", "may 17th 2024"])
def test_days_are_read_as_people_write_them(value: str) -> None:
    assert published_date.parse(value) == date(2024, 5, 17)


@given(st.text(max_size=400))
def test_any_text_has_metadata_or_none(text: str) -> None:
    assert isinstance(find_metadata(text), Metadata)


@pytest.mark.parametrize(
    "line",
    [
        "17. Mai 2024", "Veröffentlicht am 17. Mai 2024, 18:30 Uhr", "17 mai 2024",
        "Publié le 17 mai 2024 à 18h30",
        "17 de mayo de 2024", "Publicado el 17 de mayo de 2024", "Publicado em 17 de maio de 2024",
        "17 maggio 2024", "17 mei 2024", "17 maja 2024", "17. května 2024", "17 мая 2024, 18:30",
        "Опубликовано: 17 мая 2024 г.", "17 травня 2024", "17 Mayıs 2024", "17 Μαΐου 2024", "17 مايو 2024",
        "نُشر في ١٧ مايو ٢٠٢٤", "2024年5月17日 18:30", "发布时间：2024年5月17日", "2024년 5월 17일",
        "2024. május 17.",
    ],
)  # fmt: skip
def test_a_day_in_words_of_any_language_is_the_published_date(line: str) -> None:
    assert find_metadata(line + "\n\n" + BODY).published == date(2024, 5, 17)


@pytest.mark.parametrize(
    "line", ["Stand: 17. Mai 2024", "Aktualisiert am 17. Mai 2024", "Обновлено 17 мая 2024"]
)
def test_a_day_of_an_update_in_words_is_not_the_published_date(line: str) -> None:
    found = find_metadata(line + "\n\n" + BODY)
    assert (found.published, found.updated) == (None, date(2024, 5, 17))


@pytest.mark.parametrize("day", ["2024-05-17", "2024年5月17日"])
def test_a_number_at_the_end_of_the_headline_is_no_part_of_the_day_below_it(day: str) -> None:
    assert find_metadata(f"The plant closes after 94 years\n\n{day}\n\n{BODY}").published == date(2024, 5, 17)
