"""Where reading begins, as the structure of a page tells it."""

from __future__ import annotations

from seedreader.article import Article, Structure
from seedreader.session.opening import opening

MENU = "Home\nHarbour council approves the new pier\nSport\n\n"
HEADLINE = "Harbour council approves the new pier"
BODY = "\n\nThe harbour council approved the new pier on Monday.\n"


def page(text: str, *structure: tuple[int, int, str], title: str | None = None) -> Article:
    ranges = tuple(Structure(*each) for each in structure)
    return Article(text, name="page", title=title, structure=ranges)


def test_the_headline_and_not_the_way_to_it_in_a_menu() -> None:
    start = len(MENU)
    article = page(
        MENU + HEADLINE + BODY,
        (0, start, "navigation"),
        (5, 5 + len(HEADLINE), "heading"),
        (start, start + len(HEADLINE), "heading"),
        title=HEADLINE + " – The Gazette",
    )
    assert opening(article) == start


def test_a_headline_inside_the_header_of_its_article() -> None:
    text = "By Ana Ruiz\n" + HEADLINE + BODY
    article = page(
        text, (0, 12 + len(HEADLINE), "header"), (12, 12 + len(HEADLINE), "heading"), title=HEADLINE
    )
    assert opening(article) == 12


def test_without_a_headline_the_first_words_outside_of_menus() -> None:
    article = page(MENU + BODY, (0, 4, "navigation"), (0, 50, "header"), (4, len(MENU), "navigation"))
    assert article.text[opening(article) :].startswith("The harbour council")


def test_a_menu_further_down_does_not_count() -> None:
    assert opening(page(BODY[2:] + MENU, (53, 60, "navigation"))) == 0


def test_the_beginning_where_the_format_tells_nothing_or_only_menus() -> None:
    assert opening(page("\n\nTwo words.")) == 0
    assert opening(page(MENU, (0, len(MENU), "navigation"))) == 0
