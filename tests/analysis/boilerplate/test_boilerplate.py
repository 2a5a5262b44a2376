from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import boilerplate

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
PIECES = st.sampled_from(
    [
        "Read more",
        "\n",
        " ",
        "date 2024-01-02 ",
        "Home > World",
        "Related",
        "©",
        "“",
        '"',
        "your support",
        "😀",
        "journalism.",
        "A Message from Us:",
        "(AP)",
        "Photo: ",
        "We rely on you.",
        "中文。",
        "\x00",
        "\u2028",
        "x",
    ]
)
PROSE = (
    "The council voted on Tuesday to close the old bridge for repairs, which will take until the "
    "end of the year, officials said at a meeting in the town hall."
)


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in boilerplate.find_boilerplate(text)]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in found(text)]


def test_plain_prose_has_none() -> None:
    assert found(f"Bridge to close for repairs\n\n{PROSE}\n\nThe bridge dates from 1907.") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published: March 3, 2024 6:00 am", "metadata"),
        ("2024-03-03", "metadata"),
        ("5 min read", "metadata"),
        ("Tags: bridges, repairs", "metadata"),
        ("Share this article", "share"),
        ("Facebook Twitter Email", "share"),
        ("loveIt! (27)", "share"),
        ("Skip to main content", "navigation"),
        ("Advertisement", "navigation"),
        ("Back to top", "navigation"),
        ("Read more: Ten bridges to see this summer", "related"),
        ("Related: Ten bridges to see this summer", "related"),
        ("Subscribe now", "newsletter"),
        ("Follow us on Facebook", "share"),
        ("Sign up for our weekly newsletter and never miss a story.", "newsletter"),
        ("© 2024 Example Media Ltd.", "copyright"),
        ("Copyright 2024 Example Media. All rights reserved.", "copyright"),
        ("Distributed by Example Syndicate, Inc.", "copyright"),
        ("By Jane Doe and John Roe", "credit"),
        ("Source: Example Wire", "credit"),
        ("With additional reporting from Example Wire", "credit"),
        ("Jane Doe in Oslo contributed to this report.", "credit"),
        ("The old bridge in winter. (Photo by Jane Doe/Getty Images)", "caption"),
        ("Workers inspect the old bridge. Photo: Jane Doe", "caption"),
        ("Mayor Ida Voss, left, speaks at the bridge on Monday, March 4, 2024, in Port Elm.", "caption"),
        ("This article was originally published on 3 March.", "editor"),
    ],
)
def test_a_line_of_boilerplate_is_found_whole(line: str, kind: str) -> None:
    assert found(f"{PROSE}\n{line}\n{PROSE}") == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "On March 3, 2024, the bridge was closed.",
        "The 2024-03-03 deadline was missed by the firm.",
        "OSLO, Norway (AP) — The bridge was closed on Tuesday.",
        "By Tuesday the bridge was closed.",
        "Share prices fell by a tenth on Tuesday.",
        "Related costs rose, the council said.",
        "“We need your support to win this vote,” the mayor said.",
        "The mayor said he needs your support in the vote.",
        "Families of the missing said every donation helps them.",
        "The senator said: “If you value our work, donate today.”",
        "The newspaper's journalists and newsroom staff went on strike on Monday.",
        "Nearly a month after the season she fired a trainer who had left the club on May 3, 2011.",
        "The protÃ©gÃ©s of the old mayor took over the town hall.",
        "Home prices > wages, a placard read.",
        "She read more than 20 books about the bridge.",
        "He sent a message to the readers of the magazine on Monday.",
        "Reporters were told that subscriptions to the paper had doubled.",
    ],
)
def test_an_articles_own_words_are_kept(line: str) -> None:
    assert found(f"{PROSE}\n{line}\n{PROSE}") == []


def test_a_date_glued_before_the_text_is_parted_from_it() -> None:
    assert found(f"date 2024-03-03 {PROSE}") == [("metadata", "date 2024-03-03")]
    assert found(f"March 3, 2024 | {PROSE}") == [("metadata", "March 3, 2024 |")]


def test_a_breadcrumb_run_into_the_headline_leaves_the_headline() -> None:
    text = f"Current:Home > WorldBridge to close for repairs -Example Hub\n{PROSE}"
    assert found(text) == [("breadcrumb", "Current:Home > World"), ("breadcrumb", "-Example Hub")]


def test_an_appeal_of_several_sentences_in_one_line_ends_where_the_article_begins() -> None:
    appeal = (
        "Your support helps us tell this story. The Herald is read on both sides of the river. "
        "We keep our journalism free of paywalls. Every donation makes a difference."
    )
    assert found(f"{appeal} {PROSE}") == [("appeal", appeal)]
    assert found(f"2024-03-03 {appeal} Read more\n\n{PROSE}")[1] == ("appeal", appeal)


def test_one_request_between_sentences_of_an_article_is_found() -> None:
    request = "Please support our journalism."
    assert found(f"{PROSE} {request} {PROSE}") == [("appeal", request)]


def test_read_more_behind_a_sentence_is_found() -> None:
    assert found(f"{PROSE} Read more") == [("related", "Read more")]


def test_a_gallery_button_makes_its_paragraph_a_caption() -> None:
    caption = "open image in gallery Workers on the bridge in March ( AP )"
    assert found(f"{PROSE}\n\n{caption}\n\n{PROSE}") == [("caption", caption)]


def test_headlines_under_related_are_found_down_to_the_prose() -> None:
    listed = [f"Mayor opens fair number {i}" for i in range(4)]
    text = "\n".join(["Bridge to close", PROSE, "Related", *listed, PROSE])
    assert found(text) == [("related", line) for line in ("Related", *listed)]


def test_a_link_list_may_hold_a_sentence_between_headlines() -> None:
    listed = [
        "- Mayor opens fair",
        "- What to eat? It may not matter.",
        "- Team wins",
        "Fish fell from the sky.",
        "- Rain",
    ]
    assert kinds("\n".join([PROSE, "Ranking", *listed])) == ["related"] * 6


def test_a_message_from_the_publisher_is_found_down_to_its_button() -> None:
    message = [
        "A Message from The Herald:",
        "Dear readers,",
        "The authorities have called our paper a threat.",
        "Such steps are meant to silence the press.",
        "We need your help, and every contribution counts.",
        "Remind me later.",
    ]
    text = "\n".join([PROSE, *message])
    assert [line for _, line in found(text)] == message
    assert set(kinds(text)) == {"appeal"}


def test_an_open_letter_that_asks_for_nothing_is_kept() -> None:
    assert found(f"{PROSE}\nA letter from the prisoner:\nI am well.\nThe food is bad.\n{PROSE}") == []


def test_a_menu_before_the_article_is_found_and_its_headline_kept() -> None:
    menu = ["Example Herald", "News", "Town Hall", "Weather", "Log in"]
    text = "\n".join([*menu, "Bridge to close for repairs until the winter", PROSE])
    assert [line for _, line in found(text)] == menu


def test_headlines_on_other_subjects_around_a_copied_page_are_found() -> None:
    foot = ["Log in", "Kitten rescued from chimney by retired plumber", "Subscribe", "Advertisement"]
    foot += ["Seven recipes for plum cake and custard", "Contact us", "Cookie policy", "About us"]
    text = "\n".join([PROSE, "Bridge repairs and the council vote until the end of the year", *foot])
    assert [line for _, line in found(text)] == foot


def test_an_articles_own_table_at_its_end_is_kept() -> None:
    teams = ("Farrow Rovers", "Marl United", "Port Ellis", "Brent Town", "Ostry Wanderers", "Kell Athletic")
    rows = [f"{i} {team} {30 - i} {40 - 3 * i} {20 + i}" for i, team in enumerate(teams, 1)]
    assert found("\n".join([PROSE, *rows])) == []


def test_links_in_capitals_between_paragraphs_are_found_but_headings_kept() -> None:
    link = "MAYOR ACCUSED OF SELLING THE TOWN CLOCK TO A CIRCUS"
    assert found("\n".join([PROSE, link, PROSE, "A LONG WINTER", PROSE])) == [("related", link)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Brücke bleibt bis Jahresende gesperrt, teilte die Stadt mit.\n\nDas sagte sie am Dienstag.",
        "Мост через реку будет закрыт до конца года.\n\nОб этом сообщили власти города во вторник.",
        "大桥将关闭到年底。\n\n市政府星期二表示，维修工作将持续数月。",
        "Η γέφυρα θα κλείσει μέχρι το τέλος του έτους.\n\nΑυτό ανακοίνωσε ο δήμος.",
    ],
)
def test_other_languages_are_kept(text: str) -> None:
    assert found(text) == []


@given(st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = boilerplate.find_boilerplate(text)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert span.kind in boilerplate.KINDS
        assert 0 < span.score <= 1
    assert all(one.end <= two.start for one, two in pairwise(spans))


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "“",
        '"',
        "'",
        "your support for journalism ",
        "get ",
        "© ",
        "Home > ",
        "Read more ",
        "1 ",
        "2024-01-01 ",
        "photo: ",
        "A A ",
        "(",
        "if you value our journalism. ",
        "\n",
        "Related\n",
        "Dear readers,\n",
        "cookies ",
    ],
)
def test_noise_without_end_is_read_to_its_end(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert all(0 <= span.start < span.end <= len(text) for span in boilerplate.find_boilerplate(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_the_samples_are_mostly_article(path: Path) -> None:
    text = path.read_text("utf-8")
    spans = boilerplate.find_boilerplate(text)
    assert spans
    assert sum(span.end - span.start for span in spans) < len(text) / 2


def test_a_headline_that_the_caller_knows_is_kept() -> None:
    title = "Skip to content: how sites hide their news"
    text = (
        f"Menu\n{title}\nBy Ana Ruiz\n\nMany sites put more around their news than into it, a study found.\n"
    )
    assert title in [text[s.start : s.end] for s in boilerplate.find_boilerplate(text)]
    assert [text[s.start : s.end] for s in boilerplate.find_boilerplate(text, title=title)] == [
        "Menu",
        "By Ana Ruiz",
    ]
