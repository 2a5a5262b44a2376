from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedreader.analysis import sentences

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PROSE = st.text(st.sampled_from("aB .!?\"”“'()\n\x00é😀中\u2028\t"), max_size=200)


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split_sentences(text)]


def test_sentences_end_at_full_stops() -> None:
    assert cut("The dam broke. Water rose fast! Did it stop?") == [
        "The dam broke.",
        "Water rose fast!",
        "Did it stop?",
    ]


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert cut("Dr. Ode met Gen. Hall on Jan. 6 in the U.S. Senate.") == [
        "Dr. Ode met Gen. Hall on Jan. 6 in the U.S. Senate."
    ]


def test_a_line_break_always_ends_a_sentence() -> None:
    assert cut("Storm hits the\ncoast today.\n\nMore follows") == [
        "Storm hits the",
        "coast today.",
        "More follows",
    ]


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    assert cut("Rain 😀 fell. Snow 🌨️ too. Ende.") == ["Rain 😀 fell.", "Snow 🌨️ too.", "Ende."]


def test_closing_quotation_marks_stay_with_their_sentence() -> None:
    assert cut('She said "We will go. " Then he left.')[0].endswith('"')
    assert cut("It ended. ”") == ["It ended. ”"]


def test_sentences_of_one_quotation_are_parted() -> None:
    assert cut("“It was late. We were tired,” she said.") == ["“It was late.", "We were tired,” she said."]
    assert cut("He said (it rained all day. Nobody came).") == [
        "He said (it rained all day.",
        "Nobody came).",
    ]
    assert cut("“Ask Assoc. Prof. Hall,” she said.") == ["“Ask Assoc. Prof. Hall,” she said."]


def test_sentences_glued_at_the_full_stop_are_parted() -> None:
    assert cut("The plan was discussed.Farmers objected.") == ["The plan was discussed.", "Farmers objected."]


def test_a_name_glued_to_the_word_before_it_starts_a_sentence() -> None:
    text = "The South won. They flew to the SouthJane Mary Doe, a minister, said so."
    assert cut(text)[1:] == ["They flew to the South", "Jane Mary Doe, a minister, said so."]
    assert cut("Talks begin today. They met todayPaul Ray left.")[1:] == ["They met today", "Paul Ray left."]


@pytest.mark.parametrize(
    "text",
    [
        "You can watch YouTube Music Awards, a show, if You like.",
        "North of here NorthLink Ferries Limited runs boats.",
        "He sold the iPhone Pro Max, an eBay Store Item, to McDonald Smith, who left.",
        "Arthur saw MacArthur Park Road, a street, and Guardia liked LaGuardia Airport Terminal.",
        "The TikTok Creator Fund, which pays, and OpenAI Global Partners are open.",
        "Link loves NorthLink Ferries, a firm; the NorthLink Ferries, an old firm, of the North.",
    ],
)
def test_camel_case_names_stay_whole(text: str) -> None:
    assert cut(text) == [text]


def test_a_part_of_the_text_can_be_split() -> None:
    text = "One is here. Two is here. Three is here."
    assert sentences.split_sentences(text, 13, 25) == ((13, 25),)


@given(PROSE)
def test_every_character_lies_in_exactly_one_sentence(text: str) -> None:
    found = sentences.split_sentences(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


@given(PROSE)
def test_the_front_of_a_text_splits_as_it_does_within_the_whole(text: str) -> None:
    whole = sentences.split_sentences(text)
    for cut_at in (i + 1 for i, character in enumerate(text) if character == "\n"):
        assert sentences.split_sentences(text, 0, cut_at) == tuple(s for s in whole if s[1] <= cut_at)


def test_half_a_character_is_split_around() -> None:
    text = "The \ud800 ship left. It came back."
    assert [text[a:b] for a, b in sentences.split_sentences(text)] == [
        "The \ud800 ship left.",
        "It came back.",
    ]


@pytest.mark.parametrize(
    "unit", ["A man “went” home. ", "x", "“", "aB Cd ", "the TodayAnn Lee, a ", ". ", "\n", "(a. "]
)
def test_a_huge_line_is_split_whole(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    found = sentences.split_sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem)
def test_sentences_of_the_samples_hold_words(path: Path) -> None:
    text = path.read_text("utf-8")
    assert all(
        any(c.isalnum() for c in text[s:e]) or text[s:e].strip("_") == ""
        for s, e in sentences.split_sentences(text)
    )


@pytest.mark.parametrize("space", "\x85\xa0\u2028\u2029\u2003\u3000")
def test_wide_white_space_is_read(space: str) -> None:
    assert sentences.split_sentences(f"B{space}. It went{space}.")


def test_a_time_zone_stays_with_its_hour() -> None:
    text = "It began at 5:45 a.m. ET while they slept."
    assert cut(text) == [text]
