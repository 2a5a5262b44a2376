from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.article import RELATIONS, Article, Correction, Link, Passage, Verdict
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

KILLED, DEAD = "The flood killed 14 people in Bergen on Monday", "At least 19 people in Bergen were killed"
CLOSED = "The ministry closed the harbour of Bergen after the flood had sunk many boats"
SHUT = "The harbour of Bergen was closed by the ministry after the flood"
BAKER = "Ann Ray, a baker, opened a new shop in Oslo in spring"
PLAYERS = "A football club in Malta bought three players"
CHESS = "The chess cup drew 240 players to Lima"

ARTICLES = [
    Article(text=text, name=name, published=DAY)
    for text, name in ((BELL, "Bell"), (POST, "Post"), (SUN, "Sun"))
]
COMPUTED = Story(ARTICLES)


def passage(words: str) -> Passage:
    """The passage of these words in the one article that has them."""
    (article,) = (article for article in ARTICLES if words in article.text)
    start = article.text.index(words)
    return Passage(article, start, start + len(words))


def said(*verdicts: tuple[str, str, str | None]) -> Story:
    """The story with verdicts, each given as the words of two passages and a relation."""
    return COMPUTED.with_verdicts([Verdict(passage(a), passage(b), how) for a, b, how in verdicts])


def between(story: Story, a: str, b: str) -> list[Link]:
    """The links of a story whose passages have these words, or lie in them, in this order."""
    return [x for x in story.links if (a in x.a.text or x.a.text in a) and (b in x.b.text or x.b.text in b)]


def evidence(story: Story, words: str) -> list[Link]:
    asked = passage(words)
    return list(story.evidence(asked.article, asked.start, asked.end))


def about(links: list[Link], words: str) -> list[Link]:
    """The links that lead to a passage with these words, or in them."""
    return [x for x in links if words in x.b.text or x.b.text in words]


def test_the_engine_alone_links_this() -> None:
    assert [x.relation for x in between(COMPUTED, KILLED, DEAD)] == ["conflict"]
    assert [x.relation for x in between(COMPUTED, CLOSED, SHUT)] == ["agree"]
    assert not any(x.verdict for x in COMPUTED.links)
    assert evidence(COMPUTED, BAKER) == evidence(COMPUTED, PLAYERS) == evidence(COMPUTED, CHESS) == []


def test_a_confirmed_link_keeps_its_reason() -> None:
    (before,) = between(COMPUTED, KILLED, DEAD)
    (after,) = between(said((KILLED, DEAD, "conflict")), KILLED, DEAD)
    assert after.verdict
    assert after.why == f"your verdict; {before.why}"
    ends = passage(KILLED), passage(DEAD)
    assert [(end.article, end.start, end.end) for end in (after.a, after.b)] == [tuple(end) for end in ends]
    assert (after.relation, after.score) == ("conflict", before.score)


def test_a_link_ends_just_where_the_reader_said_not_at_the_whole_clauses() -> None:
    story = said((KILLED, "killed by the flood", "refine"))
    (link,) = [x for x in story.links if x.verdict]
    assert (link.a.text, link.b.text) == (KILLED, "killed by the flood")
    assert [x.b.text for x in evidence(story, KILLED) if x.verdict] == ["killed by the flood"]


def test_a_relabelled_link_has_the_readers_relation() -> None:
    story = said((KILLED, DEAD, "refine"))
    (link,) = between(story, KILLED, DEAD)
    assert (link.relation, link.why, link.verdict) == ("refine", "your verdict", True)
    assert [x.relation for x in evidence(story, KILLED)] == ["refine"]
    assert [x.relation for x in evidence(story, DEAD)] == ["refine"]
    bell = story.articles[0]
    claim = next(c for c in bell.claims if bell.text[c.start : c.end] == KILLED)
    assert story.relation(bell, claim) == "refine"


def test_a_rejected_link_is_gone_and_nothing_stands_in_its_place() -> None:
    story = said((KILLED, DEAD, None))
    assert between(story, KILLED, DEAD) == []
    for mine, theirs in ((KILLED, DEAD), (DEAD, KILLED)):
        assert not about(evidence(story, mine), theirs)
    assert set(story.links) == set(COMPUTED.links) - set(between(COMPUTED, KILLED, DEAD))


def test_what_was_linked_beside_a_rejected_link_stays() -> None:
    figures = Article(
        "The storm cost Elm 40 million euros. The storm cost Elm 70 million euros in all.", "one"
    )
    other = Article("The storm cost Elm 50 million euros, insurers said.", "two")
    story = Story([figures, other])
    there, here = ((link.a, link.b) for link in story.links)
    left = story.with_verdicts([Verdict(*there, None)])
    assert [(x.a, x.b) for x in left.links] == [here]
    assert [x.b for x in left.evidence(other, here[1].start, here[1].end)] == [here[0]]


def test_a_verdict_holds_in_both_directions() -> None:
    for pair in ((KILLED, DEAD), (DEAD, KILLED)):
        (link,) = between(said((*pair, "agree")), KILLED, DEAD)
        assert link.relation == "agree"


def test_a_verdict_holds_for_the_sentence_around_the_claim_and_for_the_claim_in_it() -> None:
    for a, b in ((KILLED, DEAD), (f"{KILLED}, the mayor said.", f"{DEAD} by the flood on Monday, according")):
        story = said((a, b, "agree"))
        for words in (KILLED, f"{KILLED}, the mayor said."):
            (link,) = evidence(story, words)
            assert (link.relation, link.verdict) == ("agree", True)
            assert link.a.text == words


def test_a_verdict_says_nothing_of_another_claim() -> None:
    story = said((KILLED, DEAD, None), (KILLED, SHUT, None))
    assert between(story, CLOSED, SHUT) == between(COMPUTED, CLOSED, SHUT)
    assert evidence(story, CLOSED) == evidence(COMPUTED, CLOSED)


def test_a_passage_of_several_sentences_is_not_the_claim_in_it() -> None:
    whole = BELL[BELL.index(KILLED) : BELL.index(BAKER)].strip()
    assert between(said((whole, POST[POST.index(DEAD) :].strip(), None)), KILLED, DEAD) != []


def test_a_link_made_by_hand_is_there_from_both_ends() -> None:
    story = said((CHESS, BAKER, "related"))
    (link,) = between(story, BAKER, CHESS)
    assert (link.a, link.b) == (passage(BAKER), passage(CHESS))
    assert (link.relation, link.score, link.why, link.verdict) == ("related", 1.0, "your verdict", True)
    assert evidence(story, BAKER) == [link]
    assert evidence(story, CHESS) == [Link(link.b, link.a, "related", 1.0, None, True)]
    assert [x.b.text for x in evidence(story, f"{BAKER}.")] == [CHESS]
    assert [x.b.text for x in evidence(story, "opened a new shop in Oslo")] == [CHESS]
    assert [(x.a, x.b) for x in story.links] == sorted(
        ((x.a, x.b) for x in story.links), key=lambda ends: (ends[0].article.name, ends[0].start)
    )


def test_a_confirmed_match_of_a_sentence_keeps_its_score_and_reason_in_the_links() -> None:
    texts = ("Wind and rain over the harbour of Elm.", "Rain and wind over the harbour of Elm.")
    one, two = (Article(text, f"{number}", sentences_given=((0, 38),)) for number, text in enumerate(texts))
    story = Story([one, two])
    (found,) = story.evidence(one, 0, 38)
    assert story.links == (found,)
    for ends in ((found.a, found.b), (found.b, found.a)):
        confirmed = story.with_verdicts([Verdict(*ends, found.relation)])
        (link,) = confirmed.links
        assert (link.score, link.why) == (found.score, f"your verdict; {found.why}")
        assert confirmed.evidence(one, 0, 38) == (link,)


def test_the_readers_link_is_given_before_a_more_telling_computed_one() -> None:
    story = said((KILLED, PLAYERS, "related"))
    (first, second) = evidence(story, KILLED)
    assert (first.b.text, first.relation) == (PLAYERS, "related")
    assert DEAD in second.b.text and second.relation == "conflict"
    assert [x.relation for x in between(story, KILLED, DEAD)] == ["conflict"]
    assert len(story.links) == len(COMPUTED.links) + 1


def test_a_link_made_by_hand_may_end_in_boilerplate() -> None:
    corrected = Story(ARTICLES, {ARTICLES[0]: [Correction(passage(BAKER).start, len(BELL), "boilerplate")]})
    story = corrected.with_verdicts([Verdict(passage(BAKER), passage(PLAYERS), "copy")])
    assert [x.relation for x in story.links if x.verdict] == ["copy"]
    assert [x.relation for x in evidence(story, BAKER)] == ["copy"]


@pytest.mark.parametrize(
    ("first", "then", "relation"),
    [("agree", "refine", "refine"), ("agree", None, None), (None, "agree", "agree")],
)
@pytest.mark.parametrize("pair", [(KILLED, DEAD), (BAKER, PLAYERS)])
def test_of_several_verdicts_on_one_pair_the_last_counts(
    pair: tuple[str, str], first: str | None, then: str | None, relation: str | None
) -> None:
    a, b = pair
    for story in (said((a, b, first), (a, b, then)), said((b, a, first), (f"{a}", b, then))):
        assert [x.relation for x in between(story, a, b)] == ([relation] if relation else [])
        assert [x.relation for x in about(evidence(story, a), b)] == ([relation] if relation else [])
        assert [x.relation for x in about(evidence(story, b), a)] == ([relation] if relation else [])


def test_a_verdict_counts_where_a_later_one_took_the_computed_link() -> None:
    story = said(("The flood killed", DEAD, "refine"), ("14 people in Bergen on Monday", DEAD, None))
    assert [(x.a.text, x.relation) for x in story.links if x.verdict] == [("The flood killed", "refine")]


def test_verdicts_hold_after_the_analysis_is_made_anew() -> None:
    verdicts = [Verdict(x.a, x.b, "related") for x in COMPUTED.links]
    verdicts.append(Verdict(passage(BAKER), passage(PLAYERS), "agree"))
    start = passage(CLOSED).start
    corrections = {ARTICLES[0]: [Correction(start, start + len(CLOSED) + 1, "claim")]}
    for again in (
        Story(ARTICLES, corrections, verdicts),
        Story(ARTICLES, corrections).with_verdicts(verdicts),
    ):
        assert [x.relation for x in between(again, KILLED, DEAD)] == ["related"]
        assert [x.relation for x in between(again, f"{CLOSED}.", SHUT)] == ["related"]
        assert [x.relation for x in between(again, BAKER, PLAYERS)] == ["agree"]


def test_corrections_are_found_by_an_article_or_its_analysis() -> None:
    marks = [Correction(0, len(BELL), "no claim")]
    for key in (ARTICLES[0], COMPUTED.articles[0]):
        story = Story(ARTICLES, {key: marks})
        assert story.articles[0].claims == ()
        assert story.articles[1].claims == COMPUTED.articles[1].claims
        again = Story(story.articles, {key: marks})
        assert all(one is two for one, two in zip(again.articles, story.articles, strict=True))
        assert Story(story.articles).articles[0].claims == COMPUTED.articles[0].claims


def test_a_figure_in_a_marked_claim_around_another_is_compared_once() -> None:
    told = Article(
        "The flood in Elm sank 40 boats, and the council closed two roads in Elm for a week.", "told"
    )
    heard = Article("The flood in Elm sank 60 boats.", "heard")
    marks = [Correction(0, len(told.text), "claim")]
    plain, marked = Story([told, heard]), Story([told, heard], {told: marks})
    assert len(marked.articles[0].claims) > 1
    assert {x.why for x in marked.links if x.relation == "conflict"} == {
        x.why for x in plain.links if x.relation == "conflict"
    }


def test_corrections_are_followed_by_the_links() -> None:
    start = passage(KILLED).start
    story = Story(ARTICLES, {ARTICLES[0]: [Correction(start, start + len(KILLED), "boilerplate")]})
    assert between(story, KILLED, DEAD) == []
    assert evidence(story, KILLED) == []


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Passage(Article(BELL, "Moon"), 20, 60), passage(DEAD), "agree"),
        Verdict(passage(KILLED), passage(CLOSED), "agree"),
        Verdict(passage(KILLED), Passage(ARTICLES[1], 40, 40), "agree"),
        Verdict(passage(KILLED), Passage(ARTICLES[1], 60, 40), None),
        Verdict(passage(KILLED), Passage(ARTICLES[1], -40, -4), None),
        Verdict(passage(KILLED), Passage(ARTICLES[1], 10**6, 10**7), "copy"),
        Verdict(passage(KILLED), passage(DEAD), "a word of a newer program"),
    ],
)
def test_a_verdict_on_what_is_not_there_is_ignored(verdict: Verdict) -> None:
    story = COMPUTED.with_verdicts([verdict])
    assert story.links == COMPUTED.links
    assert evidence(story, KILLED) == evidence(COMPUTED, KILLED)


def test_a_correction_of_an_article_that_is_not_there_is_ignored() -> None:
    story = Story(ARTICLES, {Article(BELL, "Moon"): [Correction(0, len(BELL), "boilerplate")]})
    assert story.articles[0].boilerplate == COMPUTED.articles[0].boilerplate
    assert len(story.articles) == 3


def test_verdicts_share_what_is_computed() -> None:
    story = said((KILLED, DEAD, None))
    assert story.articles is COMPUTED.articles and story.origins is COMPUTED.origins
    assert story.with_verdicts(()).links is COMPUTED.links
    assert between(COMPUTED, KILLED, DEAD) != []


def test_every_link_of_the_samples_can_be_rejected_and_confirmed() -> None:
    seeds = Story([Article(path.read_text("utf-8"), path.name, published=DAY) for path in SEEDS])
    assert seeds.with_verdicts([Verdict(x.a, x.b, None) for x in seeds.links]).links == ()
    confirmed = seeds.with_verdicts([Verdict(x.a, x.b, x.relation) for x in seeds.links])
    assert [(x.a, x.b) for x in confirmed.links] == [(x.a, x.b) for x in seeds.links]
    assert all(x.verdict and x.why.startswith("your verdict") for x in confirmed.links)


def ranges(article: Article) -> st.SearchStrategy[Passage]:
    offsets = st.integers(-3, len(article.text) + 3)
    analysed = COMPUTED.articles[ARTICLES.index(article)]
    known = [*analysed.sentences, *((c.start, c.end) for c in analysed.claims)]
    places = st.sampled_from(known) | st.tuples(offsets, offsets)
    return st.builds(lambda place: Passage(article, *place), places)


passages = st.one_of(*(ranges(article) for article in ARTICLES))
verdicts = st.builds(Verdict, passages, passages, st.sampled_from((None, *RELATIONS)))


def valid(verdict: Verdict) -> bool:
    texts = (end.article.text[max(0, end.start) : max(0, end.end)] for end in (verdict.a, verdict.b))
    return verdict.a.article is not verdict.b.article and all(text.strip() for text in texts)


@given(st.lists(verdicts, max_size=6))
def test_any_verdicts_leave_links_unique_ordered_and_alike_from_both_ends(any_said: list[Verdict]) -> None:
    story = COMPUTED.with_verdicts(any_said)
    place: dict[Article, int] = {article: number for number, article in enumerate(story.articles)}
    ends = [
        (place[x.a.article], x.a.start, x.a.end, place[x.b.article], x.b.start, x.b.end) for x in story.links
    ]
    assert ends == sorted(set(ends))
    assert all(one[0] < one[3] for one in ends)
    assert story.links == Story(ARTICLES, verdicts=any_said).links
    for link in story.links:
        for mine, theirs in ((link.a, link.b), (link.b, link.a)):
            found = story.evidence(mine.article, mine.start, mine.end)
            assert all(x.a == mine for x in found)
            there = [x for x in found if x.b.article == theirs.article]
            if link.verdict or link.relation != "related" or link.score >= MIN_SUBJECT_MATCH:
                assert any(x.verdict >= link.verdict for x in there)
            assert len(there) <= 1 or all(x.verdict or x.relation != "related" for x in there)


@given(st.lists(verdicts, max_size=4), verdicts.filter(valid))
def test_the_last_verdict_always_holds(earlier: list[Verdict], last: Verdict) -> None:
    story = COMPUTED.with_verdicts([*earlier, last])
    pair = {last.a, last.b}
    exact = [x for x in story.links if {x.a, x.b} == pair]
    if last.relation is None:
        assert exact == []
    else:
        assert all(x.verdict and x.relation == last.relation for x in exact)
        assert any(x.verdict and x.relation == last.relation for x in story.links)
    for mine, theirs in ((last.a, last.b), (last.b, last.a)):
        found = [
            x
            for x in story.evidence(mine.article, max(0, mine.start), min(len(mine.article.text), mine.end))
            if x.b.article == theirs.article
        ]
        assert any(x.verdict for x in found) or last.relation is None
        assert not [x for x in found if x.b == theirs and x.relation != last.relation]
