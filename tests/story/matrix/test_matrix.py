from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedreader.article import RELATIONS, Article, Passage, Verdict
from seedreader.ingest.load_files import load
from seedreader.story import Story
from seedreader.story.matrix import Matrix, MatrixRow
from tests.conftest import SEEDS

DAY = date(2021, 9, 15)
BELL = (
    "The flood killed 14 people in Bergen on Monday, the mayor said. A football club in Malta bought players."
)
POST = "At least 19 people in Bergen were killed by the flood on Monday, according to police."
SUN = "The flood killed 19 people in Bergen on Monday, a nurse said."


def story(*texts: str) -> Story:
    return Story([Article(text, f"source {n}", published=DAY) for n, text in enumerate(texts, 1)])


def fact_of(matrix: Matrix, source: int, words: str) -> MatrixRow:
    start = matrix.articles[source].text.index(words)
    found = matrix.find(source, start, start + len(words))
    assert found is not None
    return found


def words_of(matrix: Matrix, fact: MatrixRow) -> dict[int, str]:
    return {source: matrix.value(fact, source).words for source in fact.cells}


@pytest.fixture(scope="module")
def samples() -> Story:
    return Story(load([SEEDS]).articles)


def test_one_fact_is_one_row_with_what_each_source_states() -> None:
    matrix = Matrix(story(BELL, POST, SUN))
    fact = fact_of(matrix, 0, "14 people")
    assert words_of(matrix, fact) == {0: "14", 1: "≥ 19", 2: "19"}
    assert {matrix.value(fact, source).unit for source in fact.cells} == {"people"}
    assert fact.relation == "conflict"
    assert fact is fact_of(matrix, 1, "19 people") is fact_of(matrix, 2, "19 people")


def test_others_are_held_against_what_most_state() -> None:
    matrix = Matrix(story(BELL, POST, SUN))
    fact = fact_of(matrix, 0, "14 people")
    assert fact.reference == 1
    assert {source: cell.relation for source, cell in fact.cells.items()} == {
        0: "conflict",
        1: None,
        2: "agree",
    }
    assert (fact.origins, fact.against) == (2, 1)


def test_any_cell_of_a_row_can_be_what_the_others_are_held_against() -> None:
    matrix = Matrix(story(BELL, POST, SUN))
    fact = matrix.held_against(fact_of(matrix, 0, "14 people"), 0)
    assert [fact.cells[source].relation for source in range(3)] == [None, "conflict", "conflict"]
    assert (fact.origins, fact.against) == (1, 2)
    assert fact.key == fact_of(matrix, 0, "14 people").key
    assert matrix.held_against(fact, 7) is fact


def test_a_claim_of_one_source_alone_has_its_row() -> None:
    matrix = Matrix(story(BELL, POST, SUN))
    fact = fact_of(matrix, 0, "football")
    assert list(fact.cells) == [0]
    assert (fact.relation, fact.origins, fact.against) == (None, 1, 0)
    assert matrix.value(fact, 1).words == ""


def test_origins_are_counted_not_sources() -> None:
    wire = (
        "The dam above Elm broke at night and 40 houses were swept away, the council of Elm said on Tuesday. "
        "Nobody was hurt, since the valley had been cleared the day before by soldiers and firemen."
    )
    matrix = Matrix(story(wire, wire, "The dam broke and 40 houses in Elm were swept away on Tuesday."))
    fact = fact_of(matrix, 0, "40 houses")
    assert len(matrix.origins) == 2
    assert (len(fact.cells), fact.origins) == (3, 2)


def test_sources_of_one_origin_have_columns_side_by_side() -> None:
    wire = "The dam above Elm broke at night and forty houses were swept away by the river. " * 3
    matrix = Matrix(story(wire, "Chess cup opens in Lima on Friday with players from 12 countries.", wire))
    assert matrix.columns == (0, 2, 1)


def test_a_claim_of_two_figures_stands_in_the_row_of_each() -> None:
    both = "The fire in the mill of Elm injured 12 workers and destroyed 30 houses, police said."
    matrix = Matrix(
        story(
            both,
            "The fire in the mill of Elm injured 12 workers.",
            "The fire in the mill of Elm destroyed 45 houses.",
        )
    )
    injured, destroyed = fact_of(matrix, 1, "12 workers"), fact_of(matrix, 2, "45 houses")
    assert injured is not destroyed
    assert (matrix.value(injured, 0).words, matrix.value(destroyed, 0).words) == ("12", "30")
    assert (injured.relation, destroyed.relation) == ("copy", "conflict")
    assert 2 not in {s for s, cell in injured.cells.items() if cell.relation == "conflict"}


def test_a_day_is_told_even_where_it_stands_beside_the_claim() -> None:
    matrix = Matrix(
        story(
            "Ann Ray and Tom Oak signed the Elm treaty in May 2020, officials said.",
            "Ann Ray and Tom Oak signed the Elm treaty in 2018.",
        )
    )
    fact = fact_of(matrix, 0, "signed")
    assert words_of(matrix, fact) == {0: "May 2020", 1: "2018"}
    assert fact.relation == "conflict"


def passages(of: Story, *ends: tuple[int, str]) -> tuple[Passage, ...]:
    found = []
    for source, words in ends:
        article = of.articles[source]
        start = article.text.index(words)
        found.append(Passage(article, start, start + len(words)))
    return tuple(found)


def judged(of: Story, relation: str | None, *ends: tuple[int, str]) -> Matrix:
    a, b = passages(of, *ends)
    return Matrix(of.with_verdicts([Verdict(a, b, relation)]))


def test_what_the_reader_rejects_is_not_held_together() -> None:
    matrix = judged(story(BELL, POST), None, (0, "14 people"), (1, "At least 19 people"))
    assert fact_of(matrix, 0, "14 people") is not fact_of(matrix, 1, "19 people")
    assert fact_of(matrix, 0, "14 people").relation is None


def test_what_the_reader_says_of_a_link_counts_and_is_marked() -> None:
    matrix = judged(story(BELL, POST), "agree", (0, "14 people"), (1, "At least 19 people"))
    fact = fact_of(matrix, 0, "14 people")
    assert (fact.relation, fact.verdict, fact.cells[1].verdict) == ("agree", True, True)
    assert words_of(matrix, fact) == {0: "14", 1: "≥ 19"}


def test_what_the_reader_links_by_hand_is_one_row() -> None:
    sources = story(BELL, "The chess cup drew 240 players to Lima, its director said.")
    assert len(fact_of(Matrix(sources), 0, "football").cells) == 1
    matrix = judged(sources, "related", (0, "football club"), (1, "240 players"))
    fact = fact_of(matrix, 0, "football")
    assert [cell.relation for cell in fact.cells.values()] == [None, "related"]
    assert matrix.value(fact, 1).words.startswith("The chess cup drew")


def test_the_next_claim_is_found_where_none_is_at_the_place() -> None:
    matrix = Matrix(story(f"Morning.\n\n{BELL}", POST))
    assert matrix.find(0, 0, 8) is fact_of(matrix, 0, "14 people")
    end = len(matrix.articles[0].text)
    assert matrix.find(0, end, end) is None


def holds(matrix: Matrix) -> None:
    """What is true of every matrix."""
    own = [cell.statement for fact in matrix.facts for cell in fact.own]
    assert len({statement.key for statement in own}) == len(own)
    claims = {(s, c.start, c.end) for s, a in enumerate(matrix.articles) for c in a.claims}
    assert claims <= {(s.source, s.start, s.end) for s in own}
    assert sorted(matrix.columns) == list(range(len(matrix.articles)))
    assert [fact.key for fact in matrix.facts] == sorted(fact.key for fact in matrix.facts)
    assert len({fact.key for fact in matrix.facts}) == len(matrix.facts)
    for fact in matrix.facts:
        assert fact.cells[fact.reference].own and fact.cells[fact.reference].tie is None
        assert all((cell.tie is None) == (s == fact.reference) for s, cell in fact.cells.items())
        assert all(cell.statement.source == s for s, cell in fact.cells.items())
        shown = [cell.relation for cell in fact.cells.values() if cell.relation]
        assert min((RELATIONS.index(r) for r in shown), default=9) >= min(
            (RELATIONS.index(r) for r in fact.relations), default=9
        )
        assert 1 <= fact.origins + fact.against <= len(matrix.origins)
        for source in fact.cells:
            assert matrix.value(fact, source).words
            held = matrix.held_against(fact, source)
            assert {s: c.statement for s, c in held.cells.items() if c.own} == {
                s: c.statement for s, c in fact.cells.items() if c.own
            }


def test_the_samples_are_held_together_soundly(samples: Story) -> None:
    holds(Matrix(samples))


def test_a_conflict_in_the_story_is_a_conflict_in_the_matrix(samples: Story) -> None:
    ends = [
        (samples.articles.index(end.article), end.start, end.end)
        for link in samples.links
        if link.relation == "conflict"
        for end in (link.a, link.b)
    ]
    assert ends
    shown = {
        (cell.statement.source, *cell.statement.range)
        for fact in Matrix(samples).facts
        if fact.relation == "conflict"
        for cell in fact.cells.values()
    }
    assert set(ends) <= shown


@pytest.mark.parametrize("texts", [[], [""], [BELL], ["", ""], ["", BELL], ["\0", "\n \n"], ["🙂", "…"]])
def test_small_stories_have_a_matrix(texts: list[str]) -> None:
    matrix = Matrix(story(*texts))
    holds(matrix)
    assert all(len(fact.cells) == 1 for fact in matrix.facts)


SAYS = st.sampled_from(
    [
        "The flood killed {n} people in Bergen on Monday.",
        "At least {n} people were killed by the flood in Bergen, police said.",
        "The flood destroyed {n} houses and killed 12 people in Bergen, the mayor said.",
        "The harbour of Bergen was closed by the ministry for {n} days after the flood.",
        "\0\u202e {n} people 🙂 were seen in Bergen.",
        "Ann Ray, the mayor of Bergen, said that about {n} houses were lost.",
    ]
)
TEXTS = st.lists(
    st.lists(st.builds(lambda said, n: said.format(n=n), SAYS, st.integers(2, 6)), max_size=4).map(" ".join),
    max_size=4,
)


@settings(max_examples=25)
@given(
    TEXTS,
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 80)), max_size=3),
    st.data(),
)
def test_every_matrix_is_sound_whatever_the_reader_says(
    texts: list[str], ends: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    of = story(*texts)
    verdicts = [
        Verdict(
            Passage(of.articles[a], at, at + 20),
            Passage(of.articles[b], at, at + 30),
            data.draw(st.sampled_from([*RELATIONS, None])),
        )
        for a, b, at in ends
        if max(a, b) < len(texts)
    ]
    holds(Matrix(of.with_verdicts(verdicts)))


ATTRIBUTED = "The council of Elm closed 12 schools, the mayor Ann Ray said."
FACT = "The council of Elm closed 12 schools."
REPORTS = "The council of Elm closed 12 schools, Ann Ray told reporters."


def test_what_a_source_states_as_fact_and_another_attributes_is_told_of_the_one_that_drops_it() -> None:
    for sources, dropping in (
        ((ATTRIBUTED, FACT), {1}),
        ((FACT, ATTRIBUTED), {0}),
        ((ATTRIBUTED, REPORTS), set()),
    ):
        matrix = Matrix(story(*sources))
        fact = fact_of(matrix, 0, "12 schools")
        assert fact.dropping == dropping
        assert matrix.held_against(fact, 1).dropping == dropping


def test_a_conflict_or_the_readers_own_relation_drops_no_attribution() -> None:
    matrix = Matrix(story(ATTRIBUTED, FACT.replace("12", "14")))
    fact = fact_of(matrix, 0, "12 schools")
    assert fact.relation == "conflict" and not fact.dropping
    judged_so = judged(story(ATTRIBUTED, FACT), "conflict", (0, "12 schools"), (1, "12 schools"))
    assert not any(fact.dropping for fact in judged_so.facts)
