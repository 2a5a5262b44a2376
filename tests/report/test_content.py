"""What a report says, whatever it is written in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from seedreader.article import Article, Mark
from seedreader.ingest.load_files import load
from seedreader.report.content import make_report
from seedreader.report.values import Signed
from seedreader.story import Story
from tests.report.made import MADE, harbour, put, reported
from tests.stories import GAZETTE, HARBOUR, WEATHER, articles


def test_a_disagreement_has_both_sides_with_what_differs_marked_and_who_says_it() -> None:
    (story,) = reported(harbour()).stories
    (found,) = story.disagreements
    assert found.title == "4 million euros ≠ 6 million euros"
    assert [position.sources for position in found.positions] == [(1,), (2,)]
    marked = [
        [part.text for part in position.quotes[0].words if part.differs] for position in found.positions
    ]
    assert marked == [["4 million euros"], ["6 million euros"]]
    assert {quote.speaker for position in found.positions for quote in position.quotes} == {"mayor Ana Ruiz"}
    assert found.contradictions[0].why == "4 million euros ≠ 6 million euros"
    assert found.origins == 2


def test_what_is_compared_is_quoted_though_it_stands_before_the_claim() -> None:
    given = [
        Article(
            "In June 2024, Ana Ruiz visited Porto Sul and signed a defence treaty with the harbour.\n", "a"
        ),
        Article("Ana Ruiz signed the defence treaty with the harbour of Porto Sul in 2023.\n", "b"),
    ]
    (story,) = reported(given).stories
    for disagreement in story.disagreements:
        for position in disagreement.positions:
            assert any(part.differs for quote in position.quotes for part in quote.words)


def test_three_tolls_are_one_disagreement_and_equal_ones_one_side() -> None:
    given = articles(
        "The ferry Lady Orrin sank off Skarne on Tuesday, killing 14 people, the coast guard said.\n",
        "The ferry Lady Orrin sank off Skarne on Tuesday and 17 people were killed, officials said.\n",
        "At least 17 people were killed when the ferry Lady Orrin sank off Skarne on Tuesday.\n",
    )
    (story,) = reported(given).stories
    (found,) = story.disagreements
    assert [position.sources for position in found.positions] == [(1,), (2, 3)]


def test_facts_are_counted_in_origins_and_those_of_one_are_sole() -> None:
    given = articles(HARBOUR, HARBOUR, GAZETTE)
    (story,) = reported(given).stories
    assert (story.overview.sources, story.overview.origins) == (3, 2)
    approved = next(fact for fact in story.facts if "approved the new pier" in fact.quote.text)
    assert approved.origins == 2 and not approved.sole
    assert {each.quote.source for each in approved.sources} == {1, 2, 3}
    people = next(fact for fact in story.facts if "About 300 people" in fact.quote.text)
    assert people.origins == 1 and people.sole
    assert [fact.number for fact in story.facts] == list(range(1, len(story.facts) + 1))
    assert [fact.origins for fact in story.facts] == sorted((f.origins for f in story.facts), reverse=True)
    assert dict(story.overview.by_origins)[2] == sum(fact.origins == 2 for fact in story.facts)


def test_an_excerpt_adds_no_origin_and_is_told() -> None:
    whole, part = Article(HARBOUR, "one"), Article(GAZETTE, "two", marks=(Mark("excerpt"),))
    (story,) = reported([whole, part]).stories
    assert all(fact.origins == 1 for fact in story.facts)
    assert story.limits.partial == ((2, "excerpt"),)


def test_a_dropped_attribution_is_marked() -> None:
    given = articles(
        "North Korea has supplied vast amounts of artillery shells to Russia, officials in Seoul said.\n",
        "North Korea has supplied vast amounts of artillery shells to Russia.\n",
    )
    (story,) = reported(given).stories
    (fact,) = [fact for fact in story.facts if fact.origins == 2]
    assert {each.quote.source: each.as_fact for each in fact.sources} == {1: False, 2: True}


def test_one_text_in_two_places_is_told_with_the_figures_that_changed() -> None:
    body = " ".join(
        f"The {word} of Porto Sul met on Monday to speak about the new pier and its price of {n} euros."
        for n, word in enumerate(("council", "harbour board", "union", "fishers", "school", "mayor"), 11)
    )
    given = articles(f"{body}\n", f"{body.replace('11 euros', '19 euros')}\n")
    (story,) = reported(given).stories
    (shared,) = story.shared
    assert (shared.sources, shared.versions) == ((1, 2), False)
    assert ("11", "19") in shared.changes[0].facts
    assert shared.changes[0].alike > 0.9


def test_two_readings_of_one_address_are_versions() -> None:
    url = "https://example.org/pier"
    given = [Article(HARBOUR, "a", url=url), Article(HARBOUR.replace("300", "400"), "b", url=url)]
    (story,) = reported(given).stories
    assert [shared.versions for shared in story.shared] == [True]
    assert story.overview.sources == 1


def test_a_verdict_and_a_note_stand_with_their_disagreement_and_nowhere_else() -> None:
    given = harbour()
    placed = [
        put("verdict", "conflict", given, 0, "4 million euros", (1, "6 million euros"), author="Tom"),
        put("note", "Ask the mayor", given, 0, "4 million"),
        put("tag", "park", given, 1, "Some residents want a park"),
    ]
    (story,) = reported(given, placed).stories
    (found,) = story.disagreements
    judgement = found.contradictions[0].judgement
    assert judgement is not None
    assert (judgement.relation, judgement.by, judgement.by_hand) == (
        "conflict",
        Signed("Tom", date(2026, 11, 28)),
        False,
    )
    assert [note.body for notes in found.notes for note in notes.notes] == ["Ask the mayor"]
    assert [notes.tags for notes in story.notes] == [("park",)]
    assert [each.disagreement for each in story.judgements] == [1]


def test_a_link_by_hand_says_so_and_a_rejected_conflict_is_no_disagreement() -> None:
    given = harbour()
    placed = [
        put("verdict", "none", given, 0, "4 million euros", (1, "6 million euros")),
        put("verdict", "agree", given, 0, "About 300 people", (1, "Some residents")),
    ]
    (story,) = reported(given, placed).stories
    assert story.disagreements == ()
    assert {(each.relation, each.by_hand) for each in story.judgements} == {("none", False), ("agree", True)}
    assert any(each.judged for fact in story.facts for each in fact.sources)


def test_words_that_are_gone_are_quoted_as_they_were() -> None:
    given = harbour()
    placed = [put("note", "Where did it go?", given, 0, "The pier is 900 metres long.", state="orphan")]
    (story,) = reported(given, placed).stories
    (notes,) = story.notes
    assert (notes.state, notes.quote.text) == ("orphan", "The pier is 900 metres long.")
    assert (notes.quote.start, notes.quote.end) == (0, 0)


def test_corrections_are_told_whatever_they_say() -> None:
    given = harbour()
    placed = [
        put("boilerplate", "", given, 1, "Some residents want a park instead."),
        put("speaker", "the mayor", given, 1, "It will cost"),
    ]
    (story,) = reported(given, placed).stories
    assert [(each.kind, each.body, each.quote.source) for each in story.corrections] == [
        ("boilerplate", "", 2),
        ("speaker", "the mayor", 2),
    ]


def test_what_the_notebook_says_of_another_story_stays_there() -> None:
    given = [*harbour(), *articles(WEATHER)]
    placed = [put("note", "Wet", given, 2, "Rain fell"), put("note", "Dear", given, 0, "4 million")]
    stories = [Story(given[:2]), Story(given[2:])]
    pier, rain = make_report(stories, MADE, given, placed).stories
    bodies = [
        [
            note.body
            for notes in (*story.notes, *(n for d in story.disagreements for n in d.notes))
            for note in notes.notes
        ]
        for story in (pier, rain)
    ]
    assert bodies == [["Dear"], ["Wet"]]
    assert [story.number for story in (pier, rain)] == [1, 2]


def test_one_source_is_compared_with_nothing() -> None:
    (story,) = reported(articles(HARBOUR)).stories
    assert story.disagreements == () and story.shared == ()
    assert story.facts and not any(fact.compared or fact.sole for fact in story.facts)


def test_a_text_without_a_statement_has_no_fact() -> None:
    (story,) = reported([Article("Hello.\n", "a"), Article("", "b")]).stories
    assert story.facts == () and story.overview.claims == 0


def test_claims_come_only_when_they_are_asked_for() -> None:
    assert reported(harbour()).stories[0].claims == ()
    found = reported(harbour(), full=True).stories[0].claims
    assert len(found) == reported(harbour()).stories[0].overview.claims
    assert any(link.relation == "conflict" for each in found for link in each.links)


def test_a_long_quote_is_cut_between_words_unless_all_is_asked_for() -> None:
    long = "The council spent 4 million euros on " + "a pier and " * 80 + "a bridge, the mayor said.\n"
    short = reported(articles(long)).stories[0].facts[0].quote
    whole = reported(articles(long), full=True).stories[0].facts[0].quote
    assert len(short.text) <= 500 and not short.ended and long.startswith(short.text + " ")
    assert len(whole.text) > 800
    assert (short.start, short.end) == (whole.start, whole.end)


def test_the_word_that_is_compared_is_in_the_quote_and_marked(seeds: list[Path]) -> None:
    """The claim begins after "In June 2024", which is what differs."""
    (story,) = reported(load([str(seed) for seed in seeds]).articles).stories
    (found,) = [each for each in story.disagreements if "2023" in each.title]
    assert found.title == "June 2024 ≠ 2023"
    assert [position.sources for position in found.positions] == [(1, 3), (2,)]
    for quote, words in zip(found.positions[0].quotes, ("June 2024", "last year"), strict=True):
        assert [part.text for part in quote.words if part.differs] == [words]


def test_what_bears_out_a_third_statement_counts_for_no_fact(seeds: list[Path]) -> None:
    """An agency's "aligning with Russia" is linked with one wording of a fact on 3,000 soldiers."""
    (story,) = reported(load([str(seed) for seed in seeds]).articles).stories
    soldiers = next(fact for fact in story.facts if "1,000 to 3,000" in fact.quote.text)
    assert {each.quote.source for each in soldiers.sources} == {1, 2, 3} and soldiers.origins == 3


FERRY = sorted((Path(__file__).parents[1] / "benchmarks/truth/stories/ferry").glob("*.txt"))


def test_what_the_reader_judged_comes_first() -> None:
    given = load([str(file) for file in FERRY]).articles
    (before,) = reported(given).stories
    last = before.disagreements[-1]
    one, two = (position.quotes[0] for position in last.positions[:2])
    verdict = put("verdict", "conflict", given, one.source - 1, one.text, (two.source - 1, two.text))
    (after,) = reported(given, [verdict]).stories
    assert after.disagreements[0].title == last.title
    assert after.judgements[0].disagreement == 1


def test_reprints_stand_by_their_side_and_what_fits_both_sides_by_none() -> None:
    """One source of the ferry speaks of more than 200 people, which bears out both 212 and 214."""
    (story,) = reported(load([str(file) for file in FERRY]).articles).stories
    (aboard,) = [each for each in story.disagreements if each.title == "212 people ≠ 214 people"]
    assert [(len(each.quotes), each.also) for each in aboard.positions] == [(1, (2,)), (1, ())]
    assert aboard.sources == (1, 2, 3)


def test_one_figure_that_the_reader_calls_a_conflict_is_two_sides() -> None:
    given = [harbour()[0], Article(GAZETTE.replace("6 million", "4 million"), "two")]
    verdict = put("verdict", "conflict", given, 0, "4 million euros", (1, "4 million euros"))
    (story,) = reported(given, [verdict]).stories
    assert [position.sources for position in story.disagreements[0].positions] == [(1,), (2,)]


def test_of_two_verdicts_on_the_same_passages_the_last_counts() -> None:
    given = harbour()
    placed = [
        put("verdict", body, given, 0, "4 million euros", (1, "6 million euros"))
        for body in ("agree", "none")
    ]
    assert [each.relation for each in reported(given, placed).stories[0].judgements] == ["none"]


def test_every_quote_is_of_its_passage(seeds: list[Path]) -> None:
    report = reported(load([str(seed) for seed in seeds]).articles)
    (story,) = report.stories
    quotes = [each.quote for fact in story.facts for each in fact.sources]
    quotes += [quote for d in story.disagreements for p in d.positions for quote in p.quotes]
    assert len(quotes) > 50
    for quote in quotes:
        text = story.sources[quote.source - 1].text[quote.start : quote.end]
        assert " ".join(text.split()).startswith(quote.text.rstrip())


@pytest.mark.parametrize("language", ["de", None])
def test_languages_are_told(language: str | None) -> None:
    given = [Article(HARBOUR, "a", language=language), Article(GAZETTE, "b", language="en")]
    limits = reported(given).stories[0].limits
    assert limits.foreign == ((1,) if language else ())
