from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from seedreader.analysis import claims
from seedreader.analysis.analysed_article import analysed
from seedreader.article import RELATIONS, Article, Link
from seedreader.story import Story
from seedreader.story.support import MIN_SUBJECT_MATCH

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
DAY = date(2021, 9, 15)

BELL = """Flood hits Bergen

The flood killed 14 people in Bergen on Monday, the mayor said.
The ministry closed the harbour of Bergen after the flood had sunk many boats.
Ann Ray, a baker, opened a new shop in Oslo in spring.
"""
POST = """Bergen mourns

At least 19 people in Bergen were killed by the flood on Monday, according to police.
The harbour of Bergen was closed by the ministry after the flood.
A football club in Malta bought three players.
"""
SUN = """Chess cup opens in Lima

The chess cup drew 240 players to Lima, its director said.
"""


def article(text: str, name: str) -> Article:
    return Article(text=text, name=name, published=DAY)


@pytest.fixture
def story() -> Story:
    return Story([article(BELL, "Bell"), article(POST, "Post"), article(SUN, "Sun")])


@pytest.fixture(scope="module")
def seeds() -> Story:
    return Story([article(p.read_text("utf-8"), p.name) for p in SEEDS])


def ends(link: Link) -> tuple[str, str]:
    return link.a.text, link.b.text


def test_other_figures_for_one_thing_are_a_conflict(story: Story) -> None:
    (link,) = [link for link in story.links if link.relation == "conflict"]
    assert "14 people" in link.a.text and "At least 19 people" in link.b.text
    assert link.why == "14 people ≠ At least 19 people; said by the mayor and by police"
    assert (link.a.article, link.b.article) == story.articles[:2]


def test_unlike_articles_have_no_links(story: Story) -> None:
    assert not any(story.articles[2] in (link.a.article, link.b.article) for link in story.links)


def test_relation_is_the_most_telling_one(story: Story) -> None:
    bell = story.articles[0]
    relations = {bell.text[c.start : c.end]: story.relation(bell, c) for c in bell.claims}
    assert relations["The flood killed 14 people in Bergen on Monday"] == "conflict"
    assert (
        relations["The ministry closed the harbour of Bergen after the flood had sunk many boats"] == "agree"
    )
    (alone,) = [c for c in bell.claims if "baker" in bell.text[c.start : c.end]]
    assert story.relation(bell, alone) is None


def test_scores_are_one_for_each_sentence_and_need_no_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("claims were computed")

    monkeypatch.setattr(claims, "find_claims", never)
    given = [article(BELL, "Bell"), article(POST, "Post")]
    story = Story(given)
    start = BELL.index("The flood killed")
    scores = story.scores(given[0], start, start + 40, given[1])
    assert len(scores) == len(story.articles[1].sentences)
    assert scores == story.scores(story.articles[0], start, start + 40, story.articles[1])
    assert (
        max(scores)
        == scores[
            story.articles[1].sentences.index(
                next(s for s in story.articles[1].sentences if "19 people" in POST[slice(*s)])
            )
        ]
    )


def test_a_foreign_article_is_refused_in_one_sentence(story: Story) -> None:
    with pytest.raises(ValueError, match=r"^The article 'Moon' is not in this story\.$"):
        story.scores(article(BELL, "Moon"), 0, 5, story.articles[0])
    with pytest.raises(ValueError, match="not in this story"):
        story.evidence(article(BELL, "Moon"), 0, 5)


def _first_of_each(links: Sequence[Link]) -> list[Link]:
    """The first link to each article."""
    return list({id(link.b.article): link for link in reversed(links)}.values())[::-1]


def test_evidence_for_a_sentence_is_the_best_first(seeds: Story) -> None:
    for a in seeds.articles:
        for start, end in a.sentences:
            found = seeds.evidence(a, start, end)
            for states in (True, False):
                best = [
                    link.score for link in _first_of_each(found) if (link.relation != "related") is states
                ]
                assert best == sorted(best, reverse=True)
            assert len(list(groupby(found, lambda link: id(link.b.article)))) == len(_first_of_each(found))
            assert all((link.a.article, link.a.start, link.a.end) == (a, start, end) for link in found)
            assert all(link.b.article is not a for link in found)


def test_nothing_is_linked_to_boilerplate(seeds: Story) -> None:
    for end in (end for link in seeds.links for end in (link.a, link.b)):
        spans = analysed(end.article).boilerplate
        assert not any(s.start < end.end and end.start < s.end for s in spans)
    first = seeds.articles[0]
    assert all(seeds.evidence(first, s.start, s.end) == () for s in first.boilerplate)


def test_links_are_unique_ordered_and_seen_from_their_ends(seeds: Story) -> None:
    place = {id(a): i for i, a in enumerate(seeds.articles)}
    pairs = [
        (place[id(x.a.article)], x.a.start, x.a.end, place[id(x.b.article)], x.b.start, x.b.end)
        for x in seeds.links
    ]
    assert len(set(pairs)) == len(pairs)
    assert pairs == sorted(pairs)
    for link, pair in zip(seeds.links, pairs, strict=True):
        assert pair[0] < pair[3]
        assert link.relation in RELATIONS
        assert 0 <= link.score <= 1
        for mine, theirs in ((link.a, link.b), (link.b, link.a)):
            evidence = seeds.evidence(mine.article, mine.start, mine.end)
            there = [other for other in evidence if other.b.article is theirs.article]
            if link.relation != "related" or link.score >= MIN_SUBJECT_MATCH:
                assert any(RELATIONS.index(x.relation) <= RELATIONS.index(link.relation) for x in there)
            assert len(there) <= 1 or all(x.relation != "related" for x in there)
            assert all(x is y or x.b.end <= y.b.start or y.b.end <= x.b.start for x in there for y in there)


def test_the_mark_of_a_claim_is_the_most_telling_relation_of_its_evidence(seeds: Story) -> None:
    for one in seeds.articles:
        for claim in one.claims:
            found = [link.relation for link in seeds.evidence(one, claim.start, claim.end)]
            assert seeds.relation(one, claim) == min(found, key=RELATIONS.index, default=None)


def test_the_reason_reads_the_way_the_link_points() -> None:
    low = article("The flood in Bergen closed at least 40 roads on Monday.", "low")
    high = article("The flood in Bergen closed 40 to 60 roads on Monday.", "high")
    for sources, why in (((low, high), "at least 40 roads"), ((high, low), "40 to 60 roads")):
        (link,) = Story(sources).links
        assert link.why.startswith(why)


@pytest.mark.parametrize(("one", "two"), [("4 million", "6 million"), ("12", "14")])
def test_the_same_words_around_other_figures_conflict(one: str, two: str) -> None:
    texts = (f"The council met on Monday. It will cost {n} euros, the mayor said." for n in (one, two))
    links = Story([article(text, str(n)) for n, text in enumerate(texts)]).links
    assert "conflict" in {link.relation for link in links}


def test_the_same_unit_in_other_words_is_not_called_agreement() -> None:
    one = article("Repairs to the harbour wall in Bergen cost 4 million euros, the council said.", "one")
    two = article("The harbour wall in Bergen brings the council 9 million euros a year.", "two")
    assert all(link.relation != "agree" for link in Story([one, two]).links)


def test_origins_hold_each_article_once(seeds: Story) -> None:
    assert sorted(a.name for group in seeds.origins for a in group) == [p.name for p in SEEDS]


@pytest.mark.parametrize("texts", [[], [""], [BELL], ["", ""], ["", BELL], ["\0", "\n \n"], ["🙂", "…"]])
def test_small_stories_have_no_links(texts: list[str]) -> None:
    story = Story([article(t, str(i)) for i, t in enumerate(texts)])
    assert story.links == ()
    assert len([a for group in story.origins for a in group]) == len(texts)
    for a in story.articles:
        assert story.evidence(a, 0, len(a.text)) == ()


def test_one_text_given_twice_is_two_articles() -> None:
    story = Story([article(BELL, "Bell"), article(BELL, "Reprint")])
    assert {link.relation for link in story.links} == {"copy"}
    assert len(story.origins) == 1


def test_one_article_given_twice_is_one_source() -> None:
    one = article(BELL, "Bell")
    story = Story([one, one])
    assert len(story.articles) == 1
    assert story.links == ()
    assert story.evidence(one, *story.articles[0].sentences[0]) == ()


def test_articles_of_different_years_state_no_common_fact() -> None:
    texts = ("The harbour fair drew 400 traders to Elm.", "The harbour fair drew 500 traders to Elm.")
    days = (date(2019, 5, 1), date(2021, 5, 1))
    now, then = (
        [Article(text=t, name=t, published=day) for t, day in zip(texts, pair, strict=True)]
        for pair in ((days[0], days[0]), days)
    )
    assert {link.relation for link in Story(now).links} == {"conflict"}
    assert {link.relation for link in Story(then).links} == {"related"}


def test_a_figure_finds_its_other_in_a_sentence_of_other_words() -> None:
    told = article("A ferry sank off Elm at night. In all, 169 people were brought ashore alive.", "told")
    heard = article("The coast guard saved 167 people after the Elm ferry went down in the dark.", "heard")
    assert "conflict" in {link.relation for link in Story([told, heard]).links}


def test_an_article_that_is_analysed_already_stays_as_it_is() -> None:
    one = analysed(article(BELL, "Bell"))
    assert Story([one]).articles[0] is one


def test_look_alike_events_in_one_folder_state_no_common_fact() -> None:
    told = (
        "{opening} Storm {name} tore roofs off houses in {place} on {day}. "
        "The storm injured {count} people in {place}, police said. "
        "Storm {name} cut power to {place} for {count} hours."
    )
    events = [
        {"name": "Ada", "place": "Elmport", "day": "Monday", "count": "40"},
        {"name": "Brun", "place": "Oakhaven", "day": "Friday", "count": "70"},
    ]
    openings = ["Residents fled.", "Schools were shut.", "Trains stood still.", "Harbours closed."]
    texts = [told.format(opening=opening, **event) for event in events for opening in openings]
    both = Story([article(text, str(i)) for i, text in enumerate(texts)])
    group = {id(a): i // 4 for i, a in enumerate(both.articles)}
    across = [link for link in both.links if group[id(link.a.article)] != group[id(link.b.article)]]
    assert both.links
    assert not [link for link in across if link.relation in ("agree", "refine", "conflict")]


def test_an_article_analysed_by_itself_is_analysed_anew_in_the_light_of_the_others() -> None:
    one, two = (Article(text, "one") for text in (BELL, BELL))
    line = (0, 5)
    alone = analysed(one)
    assert analysed(alone) is alone
    beside = analysed(alone, [line])
    assert beside.suspects == (line,)
    assert beside == alone != two
