from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import matching, sentences
from seedreader.analysis.matching import Document, PassageIndex, thesaurus

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))

HARBOUR = (
    "A fire destroyed two warehouses in Port Elm on Monday. "
    "Nobody was hurt, Mayor Ida Voss told reporters. "
    "About 300 firefighters fought the flames for nine hours. "
    "The harbour reopened to ferries in the evening."
)
REPRISE = (
    "Ferries sailed again in the evening once the harbour had reopened. "
    "Crews of some 300 firefighters needed nine hours to put out the flames. "
    "Mayor Voss said there were no injuries. "
    "The fire on Monday burned down two warehouses in Port Elm."
)
FOOTBALL = "The striker scored twice in the first half. The coach praised his defenders after the match."


def document(text: str, *skip: tuple[int, int]) -> Document:
    return Document(text, sentences.split_sentences(text), skip)


def best(index: PassageIndex, sentence: int, other: int = 1) -> int:
    found = matching.scores(index, 0, *index.documents[0].sentences[sentence], other)
    return found.index(max(found))


def test_the_sentence_that_says_the_same_scores_highest() -> None:
    index = matching.build([document(HARBOUR), document(REPRISE), document(FOOTBALL)])
    assert [best(index, sentence) for sentence in range(4)] == [3, 2, 1, 0]


def test_one_score_for_each_sentence_of_the_other() -> None:
    index = matching.build([document(HARBOUR), document(FOOTBALL)])
    assert len(matching.scores(index, 0, 0, 20, 1)) == 2


def test_a_copy_scores_above_a_half_and_a_stranger_below() -> None:
    index = matching.build([document(HARBOUR), document(HARBOUR), document(FOOTBALL)])
    start, end = index.documents[0].sentences[2]
    assert matching.scores(index, 0, start, end, 1)[2] > 0.5
    assert max(matching.scores(index, 0, start, end, 2)) < 0.5


def test_a_part_of_a_sentence_can_be_asked_for() -> None:
    index = matching.build([document(HARBOUR), document(REPRISE)])
    start = HARBOUR.index("300 firefighters")
    found = matching.scores(index, 0, start, start + len("300 firefighters"), 1)
    assert found.index(max(found)) == 1


def test_the_order_of_sentences_does_not_matter_without_neighbours() -> None:
    alone = [Document(text, ((0, len(text)),)) for text in ("Rain fell in Ulm.", "Ulm had rain.")]
    padded = [alone[0], document("\n".join(["Quiet."] * 5 + ["Ulm had rain."]))]
    one = matching.scores(matching.build(alone), 0, 0, 17, 1)
    many = matching.scores(matching.build(padded), 0, 0, 17, 1)
    assert one[0] > 0 and many[:5] == [0] * 5 and many[5] > 0


def test_sentences_in_boilerplate_score_nothing() -> None:
    notice = "About 300 firefighters fought the flames for nine hours."
    text = f"{notice}\n{REPRISE}"
    index = matching.build([document(HARBOUR), document(text, (0, len(notice)))])
    start, end = index.documents[0].sentences[2]
    found = matching.scores(index, 0, start, end, 1)
    assert found[0] == 0.0 and max(found) > 0


def test_empty_documents_are_harmless() -> None:
    index = matching.build([document(""), document(HARBOUR)])
    assert matching.scores(index, 1, 0, 10, 0) == []
    assert matching.scores(index, 0, 0, 0, 1) == [0.0] * 4
    assert matching.build([]).documents == ()


@given(st.lists(st.text(st.sampled_from("ab. \nA1é中"), max_size=60), min_size=2, max_size=4), st.data())
def test_scores_lie_between_nothing_and_one(texts: list[str], data: st.DataObject) -> None:
    index = matching.build([document(text) for text in texts])
    start = data.draw(st.integers(0, len(texts[0])))
    end = data.draw(st.integers(start, len(texts[0])))
    found = matching.scores(index, 0, start, end, 1)
    assert len(found) == len(index.documents[1].sentences)
    assert all(0 <= score <= 1 for score in found)


def test_a_long_document_is_searched_whole() -> None:
    text = "\n".join(f"Item {i} of the list was sold in shop {i % 7}." for i in range(5_000))
    index = matching.build([document(text), document(HARBOUR)])
    assert len(matching.scores(index, 1, 0, 50, 0)) == 5_000


def test_found_sentences_are_those_with_a_score() -> None:
    index = matching.build([document(HARBOUR), document(REPRISE), document(FOOTBALL)])
    start, end = index.documents[0].sentences[2]
    scores = matching.scores(index, 0, start, end, 1)
    found = matching.found(index, matching.asked(index, 0, start, end), 1)
    assert found == {i: score for i, score in enumerate(scores) if score}


def test_a_word_of_very_many_sentences_finds_none() -> None:
    many = document("\n".join(f"Rain fell on day {n}." for n in range(matching.MAX_POSTINGS + 50)))
    index = matching.build([document("Rain fell. The bridge closed."), many])
    assert max(matching.scores(index, 0, 0, 10, 1)) == 0.0


@pytest.mark.parametrize(
    ("asked", "meant", "other"),
    [
        ("A gunman murdered two clerks", "Both were slain at the till", "The clerks had lunch"),
        ("The tremor shook Elm at noon", "The quake rattled Elm", "Elm eats at noon"),
        ("Its chairman resigned in May", "The head quit on Sunday", "May was mild for the chairman"),
    ],
)
def test_other_words_of_one_meaning_match(asked: str, meant: str, other: str) -> None:
    index = matching.build([document(asked), document(f"{other}.\n{meant}.\nRain fell.")])
    weighed = matching.asked(index, 0, 0, len(asked)).said
    senses = [sense for sense in weighed if sense.startswith("=")]
    assert any(1 in index.postings[1].get(sense, ()) for sense in senses)
    assert matching.scores(index, 0, 0, len(asked), 1)[1] > 0


def test_a_sentence_matches_by_what_it_covers_and_not_by_being_short() -> None:
    asked = "The mayor of Elm closed the old bridge after the flood."
    whole = "After the flood the mayor, in office for years, closed the old bridge of Elm to all cars."
    index = matching.build([document(asked), document(f"The mayor of Elm!\n{whole}")])
    found = matching.scores(index, 0, 0, len(asked), 1)
    assert found[1] > found[0]


def test_senses_join_words_and_each_group_joins_at_least_two() -> None:
    members = Counter(sense for senses in thesaurus.senses().values() for sense in senses)
    assert min(members.values()) >= 2
    assert all(sense.startswith("=") for sense in members)
