"""Which passages of two articles are linked: each fact once, and nothing beside what it copies."""

from __future__ import annotations

from datetime import date

import seedreader
from seedreader.article import Article, Link
from seedreader.story import Story

DAY = "2024-05-14"

SUN = (
    "Ferry sinks off Skarne\n\n"
    "The ferry Orrin sank off Skarne on Tuesday and the coast guard rescued 212 people from the water.\n\n"
    "The harbour master closed the port of Skarne until Friday.\n\n"
    "The owner, Nordline, had replaced both engines of the Orrin in March.\n"
)
TIMES = (
    "The ferry Orrin went down off Skarne on Tuesday.\n\n"
    "The coast guard pulled 212 people from the water.\n\n"
    "The port of Skarne stays closed until Friday, the harbour master ordered.\n\n"
    "Fishing boats and two helicopters joined the search at dawn.\n"
)


def read(*texts: str) -> Story:
    return Story([seedreader.read_text(text, name=f"p{i}", published=DAY) for i, text in enumerate(texts)])


def between(story: Story, one: str, two: str) -> list[Link]:
    return [link for link in story.links if one in link.a.text and two in link.b.text]


def test_a_sentence_of_two_facts_is_linked_with_the_sentence_of_each() -> None:
    links = between(read(SUN, TIMES), "212 people", "")
    assert {link.b.text for link in links if link.relation in ("agree", "refine")} == {
        "The ferry Orrin went down off Skarne on Tuesday",
        "The coast guard pulled 212 people from the water",
    }


def test_a_link_states_which_words_speak_for_it() -> None:
    (link,) = between(read(SUN, TIMES), "212 people", "212 people")
    assert link.reason and link.reason.a and link.reason.b
    a, b = (
        passage.article.text[mention.start : mention.end]
        for passage, mention in ((link.a, link.reason.a), (link.b, link.reason.b))
    )
    assert (a, b, link.why) == ("212 people", "212 people", "212 people = 212 people")


def test_nothing_is_only_related_beside_its_copy() -> None:
    story = read(SUN, SUN.split("\n\n", 1)[1])
    copied = {link.a.start for link in story.links if link.relation == "copy"}
    assert len(copied) == 3
    assert not [link for link in story.links if link.relation == "related" and link.a.start in copied]


def test_a_headline_does_not_say_a_conflict_again() -> None:
    body = "The fire in Brenholt killed 14 people, the mayor said on Monday.\n"
    one = f"Brenholt fire kills 14 people\n\n{body}"
    two = body.replace("14", "19")
    conflicts = [link for link in read(one, two).links if link.relation == "conflict"]
    assert ["Monday" in link.a.text or "mayor" in link.a.text for link in conflicts] in ([True], [False])
    assert len(conflicts) == 1


def test_an_article_without_a_day_of_its_own_is_told_from_its_update() -> None:
    given = Article("The pier closed on Monday.\n", "a", updated=date(2024, 5, 15))
    assert given.day == date(2024, 5, 15)
    (monday,) = Story([given]).articles[0].dates
    assert (monday.first, monday.last) == (date(2024, 5, 13), date(2024, 5, 13))
