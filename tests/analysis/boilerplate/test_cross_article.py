"""What other articles show of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import boilerplate
from seedreader.analysis.analysed_article import analysed
from seedreader.analysis.boilerplate import model, word_model
from seedreader.analysis.boilerplate.cross_article import suspects
from seedreader.article import Article
from seedreader.story import Story

BRIDGE = (
    "The Farrow council voted on Tuesday to close the Marlow Street bridge for eighteen months, it said.\n"
    "Engineers had found cracks in two of its four piers, and the county's traffic office agreed with them.\n"
)
CLOSURE = (
    "Traders near the Marlow Street bridge fear for their income once the council closes it to all traffic.\n"
    "The chamber of commerce put their losses at 2.3 million pounds and asked the county to pay half.\n"
)
TEMPLATE = "The Courier has told Farrow its news since 1902\n"


def told(*articles: Article) -> list[list[str]]:
    found = suspects(articles)
    return [[a.text[start:end] for start, end in own] for a, own in zip(articles, found, strict=True)]


def test_a_line_that_two_articles_of_an_outlet_share_is_suspect_in_both() -> None:
    one = Article(BRIDGE + TEMPLATE, "one", outlet="Courier")
    two = Article(TEMPLATE + CLOSURE, "two", outlet="Courier")
    assert told(one, two) == [[TEMPLATE.strip()], [TEMPLATE.strip()]]


def test_a_line_that_articles_of_two_outlets_share_is_not() -> None:
    one = Article(BRIDGE + TEMPLATE, "one", outlet="Courier")
    two = Article(TEMPLATE + CLOSURE, "two", outlet="Gazette")
    assert told(one, two) == [[], []]


def test_two_versions_of_one_text_say_nothing_of_each_other() -> None:
    one = Article(BRIDGE + TEMPLATE, "one", outlet="Courier")
    two = Article(BRIDGE + CLOSURE.split("\n")[0] + "\n" + TEMPLATE, "two", outlet="Courier")
    assert told(one, two) == [[], []]


def test_a_list_off_the_subject_of_the_story_is_suspect() -> None:
    listed = "Seven recipes for winter squash\nHow singer Mara Lune lost her voice\n"
    assert told(Article(BRIDGE + listed, "one"), Article(CLOSURE, "two")) == [listed.split("\n")[:2], []]


def test_a_list_on_the_subject_of_another_article_is_not() -> None:
    listed = "Traders count their losses\nChamber of commerce asks for millions\n"
    assert told(Article(BRIDGE + listed, "one"), Article(CLOSURE, "two")) == [[], []]


def test_one_line_by_itself_is_no_list() -> None:
    assert told(Article(BRIDGE + "Seven recipes for winter squash\n", "one"), Article(CLOSURE, "two")) == [
        [],
        [],
    ]


def test_a_suspect_line_needs_less_to_be_boilerplate_and_the_article_stays_the_same_one() -> None:
    line = "Podium wednesday gallery orange tangerine\n"
    text = BRIDGE + line + CLOSURE
    none = word_model.WeightTable(bytes([128]) * word_model.SIZE, 1.0, 0.0)
    doubtful = model.BoilerplateWeights(none, [-0.4])
    place = (len(BRIDGE), len(BRIDGE) + len(line) - 1)
    assert boilerplate.find_boilerplate(text, doubtful) == ()
    assert [(s.start, s.end) for s in boilerplate.find_boilerplate(text, doubtful, [place])] == [place]
    article = analysed(Article(text, "one"))
    assert analysed(article) is article
    assert analysed(article, [place]) == article
    assert len({article, analysed(article, [place]), analysed(Article(text, "one"))}) == 2


def test_a_story_uses_what_its_articles_tell_of_each_other() -> None:
    line = "Want more? Find the rest over here\n"
    articles = [
        Article(BRIDGE + line, "one", outlet="Courier"),
        Article(CLOSURE + line, "two", outlet="Courier"),
    ]
    story = Story(articles)
    assert [a.suspects for a in story.articles] == suspects(articles)
    assert list(story.articles) == articles
    assert len(story.scores(articles[0], 0, 20, articles[1])) == len(story.articles[1].sentences)


@given(st.lists(st.text(max_size=200), max_size=4))
def test_suspects_are_lines_in_order(texts: list[str]) -> None:
    for text, found in zip(texts, suspects([Article(text, "x") for text in texts]), strict=True):
        assert list(found) == sorted(found)
        assert all(0 <= start < end <= len(text) and "\n" not in text[start:end] for start, end in found)
